/**
 * What is found in a draft, or in the answers that were issued, with the words that show it: read in the name of whoever asks, opened for the moment, and
 * kept nowhere. A draft is compared with what the organ gave to others only for the organ that drafts it.
 */
import type { PetitionNumber } from '../../kernel/petition-number.ts'
import type { Prose } from '../../kernel/prose.ts'
import type { DocumentKind } from '../../law/law.ts'
import { namesInPetition } from '../../petition/masked-words.ts'
import type { Petition, PetitionLaw } from '../../petition/petition.ts'
import type { Staff } from '../../petition/queries.ts'
import { noteLook, readPetition } from '../../petition/reading.ts'
import type { Read } from '../../petition/view.ts'
import { lawShown } from '../../petition/world.ts'
import { claimsFrom, openedFrom, type Written, wordsOf, writtenIn } from '../../supervision/finding/answer-words.ts'
import { equalsOf, isAnswering } from '../../supervision/finding/judging.ts'
import { type Lack, lacksIn } from '../../supervision/finding/lacking.ts'
import { wordsAlone } from '../../text/likeness.ts'
import type { LackView } from './contract.ts'
import type { QualityHouse } from './house.ts'
import { isLookedAt } from './line.ts'
import { answersOf } from './queries.ts'

export interface Draft {
  readonly facts: Prose | null
  readonly legalBasis: Prose | null
  readonly remedy: Prose | null
  readonly answers: readonly { readonly claim: string; readonly answer: Prose }[]
  readonly answer: Prose | null
}

/** Null where the viewer sees no such petition. */
export async function lacksOfDraft(
  house: QualityHouse,
  viewer: Staff,
  number: PetitionNumber,
  draft: Draft,
): Promise<readonly LackView[] | null> {
  const read = await readPetition(house, number, viewer)
  if (read === null) return null
  if (!isLookedAt(read.petition)) return []
  // words of its claims may be shown, so that it was looked at
  await noteLook(house, number, viewer)
  const law = lawShown(house.laws, read.petition)
  const written = drafted(draft, kindOf(read.petition))
  const found = lacksBy(written, read, law).map((lack) => lackView(lack))
  return [...found, ...(await sameAsOthers(house, viewer, { read, law, written }))]
}

/** What this petition will be answered with. */
function kindOf({ class: of, route, track }: Petition): DocumentKind {
  if (of === 'suggestion') return 'suggestionReply'
  if (route === 'performDuty') return 'dutyAnswer'
  return track === 'simplified' ? 'simplifiedAnswer' : 'handlingOpinion'
}

const textOf = (prose: Prose | null): string | null => prose?.text ?? null

const drafted = (draft: Draft, kind: DocumentKind): Written<string> => ({
  kind,
  ...{ facts: textOf(draft.facts), legalBasis: textOf(draft.legalBasis), remedy: textOf(draft.remedy) },
  answers: draft.answers.map(({ claim, answer }) => ({ claim, answer: answer.text })),
  answer: textOf(draft.answer),
})

function lacksBy(written: Written<string>, { petition, texts }: Read, law: PetitionLaw): readonly Lack[] {
  const words = wordsOf(written, { law, claims: claimsFrom(petition, texts) })
  return lacksIn(words, law.supervision.findings.emptyAnswer?.atLeast ?? 0)
}

const lackView = (lack: Lack): LackView => ({ ...lack, missing: [...lack.missing], others: null })

interface Drafted {
  readonly read: Read
  readonly law: PetitionLaw
  readonly written: Written<string>
}

async function sameAsOthers(
  house: QualityHouse,
  { organ }: Staff,
  { read, law, written }: Drafted,
): Promise<readonly LackView[]> {
  const { petition, texts } = read
  const from = law.supervision.findings.boilerplateAnswer?.atLeast
  if (from === undefined || petition.holder !== organ) return []
  const names = namesInPetition({ petition, texts })
  const asked = new Map(claimsFrom(petition, texts).map(({ ref, text }) => [ref, text]))
  const answers = [
    ...written.answers.map(({ claim, answer }) => ({ claim, answer, asked: [asked.get(claim) ?? null] })),
    ...(written.answer === null ? [] : [{ claim: null, answer: written.answer, asked: [...asked.values()] }]),
  ]
  const found: LackView[] = []
  for (const each of answers) {
    const words = {
      ...{ organ, answer: wordsAlone(each.answer, names) },
      asked: each.asked.flatMap((text) => (text === null ? [] : [wordsAlone(text, names)])),
    }
    const judging = { house, printing: house.printing }
    const others = await equalsOf(judging, { number: read.number, petition, on: house.today() }, words)
    if (others >= from) found.push({ check: 'sameText', claim: each.claim, words: null, missing: [], others })
  }
  return found
}

export interface AnswerLooked {
  readonly document: Petition['documents'][number]
  readonly lacks: readonly LackView[]
}

/** Null where the viewer sees no such petition. What words do not show comes from what was kept when it was looked at. */
export async function lacksOfAnswers(
  house: QualityHouse,
  viewer: Staff,
  number: PetitionNumber,
): Promise<readonly AnswerLooked[] | null> {
  const [read, kept] = await Promise.all([readPetition(house, number, viewer), answersOf(house, viewer, number)])
  if (read === null) return null
  if (!isLookedAt(read.petition)) return []
  await noteLook(house, number, viewer)
  const law = lawShown(house.laws, read.petition)
  return read.history.flatMap(({ fact }) => {
    if (!isAnswering(fact)) return []
    const document = read.petition.documents.find(({ ref }) => ref === fact.document)
    const written = openedFrom(writtenIn(fact), read.texts)
    if (!document || written === null) return []
    const other = (kept.find((each) => each.document === fact.document)?.found ?? []).flatMap((check): LackView[] =>
      check === 'late' || check === 'sameText' ? [{ check, claim: null, words: null, missing: [], others: null }] : [],
    )
    return [{ document, lacks: [...other, ...lacksBy(written, read, law).map(lackView)] }]
  })
}
