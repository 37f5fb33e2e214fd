/**
 * 同一事项重复信访: what was answered comes again. It is the answer that is looked at and not whoever writes: petitions are counted that a
 * clerk linked as the same matter, whoever they are from, and who is nowhere known here (docs/adr/0031).
 */
import type { Day } from '../../kernel/day.ts'
import { bearing, type Happened, type Look, type Looked, type Seen } from './finding.ts'

/** The first six digits of a number are the day on which it was registered. */
const registeredAfter = (number: string, day: Day): boolean =>
  /^\d{15}$/.test(number) && `20${number.slice(0, 2)}-${number.slice(2, 4)}-${number.slice(4, 6)}` > day

/** The first answer that everybody has. */
function answerServed({ history }: Looked): (Happened & { readonly document: string }) | null {
  for (const happened of history) {
    const { fact } = happened
    if (fact.type === 'DocumentServed' && fact.toAll) {
      return { ...happened, document: fact.document }
    }
  }
  return null
}

/** Still linked, and registered after the answer was there: others who wrote beside the first do not say that it settled nothing. */
const sameMatterAgain: Look = (looked, atLeast) => {
  const answered = answerServed(looked)
  const { petition, history } = looked
  if (answered === null) return []
  const organ = petition.documents.find(({ ref }) => ref === answered.document)?.issuedBy ?? petition.holder
  const again = history.filter(
    ({ version, fact }) =>
      version > answered.version && fact.type === 'PetitionsLinked' && registeredAfter(fact.to, answered.fact.on),
  )
  const linked = again.filter(
    ({ fact }) => fact.type === 'PetitionsLinked' && petition.links.some(({ to }) => to === fact.to),
  )
  if (again.length < atLeast) return []
  const state: Seen['state'] = linked.length < atLeast ? 'takenBack' : 'stands'
  const evidence = [bearing(answered), ...again.map((each) => bearing(each))]
  return [{ rule: 'sameMatterAgain', key: 'sameMatterAgain', organ, state, evidence }]
}

export const repetition = { sameMatterAgain }
