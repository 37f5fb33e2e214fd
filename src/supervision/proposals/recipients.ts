/** To whom a proposal may go (art. 40 (1)–(3)), and from whom it is kept. */
import { isKeptOut } from '../../kernel/keeping-out.ts'
import { lineOf, type OrganFacts, type OrganId, type Organs } from '../../kernel/organ.ts'
import { article } from '../../law/basis.ts'
import type { ProposalKind, ProposalRecipient, ProposalRule } from '../../law/proposals.ts'
import type { Looked, ProposalRefusal, ProposalText, ProposalWorld, Reach } from './proposal.ts'
import { isSealed } from './sealing.ts'

/**
 * What follows from a text. Whoever is accused in a petition that it is drawn from must not learn of it, whatever kind of proposal it is,
 * because it would show them that they are. Of one that holds somebody to account neither must those whom it names, their organs, and the
 * organs that they lead.
 */
export function reachOf(kind: ProposalKind, { against }: ProposalText, looked: Looked): Reach {
  const { linked, supervised } = looked
  const accusing = isSealed(kind) ? linked : linked.filter((petition) => petition.class === 'accusation')
  const named = isSealed(kind)
    ? [
        ...against.organs,
        ...against.people.map(({ organ }) => organ),
        ...looked.led,
        ...accusing.flatMap(({ led }) => led),
      ]
    : []
  return {
    concerned: unique([...linked.flatMap(({ organs }) => organs), ...supervised]),
    keptFrom: unique([...named, ...accusing.flatMap(({ accused }) => accused)]),
    officials: unique([...(isSealed(kind) ? looked.officials : []), ...accusing.flatMap(({ officials }) => officials)]),
  }
}

const unique = <T>(all: readonly T[]): readonly T[] => [...new Set(all)].sort()

interface Going {
  readonly kind: ProposalKind
  readonly rule: ProposalRule
  readonly bureau: OrganId
  readonly text: ProposalText
  readonly reach: Reach
}

/** Why a recipient is none; null where all of them are. */
export function refusalOfRecipients(
  { rule, bureau, text, reach }: Going,
  { organs }: ProposalWorld,
): ProposalRefusal | null {
  for (const organ of text.recipients) {
    if (isKeptOut(reach.keptFrom, organ, organs)) {
      return { kind: 'recipient-is-kept-out', organ, basis: article(30, 3) }
    }
    const fits = rule.to.some((to) => isRecipient(to, organ, { bureau, text, reach }, organs))
    if (!fits || organ === bureau) return { kind: 'not-a-recipient', organ, to: rule.to, basis: rule.basis }
  }
  return null
}

type Looking = Pick<Going, 'bureau' | 'text' | 'reach'>

function isRecipient(to: ProposalRecipient, organ: OrganId, going: Looking, organs: Organs): boolean {
  const facts = organs.find(organ)
  const bureau = organs.find(going.bureau)
  if (facts?.state !== 'active' || !bureau) return false
  switch (to) {
    case 'organConcerned':
      return going.reach.concerned.includes(organ)
    case 'ownParty':
      return isOwn(facts, 'party', bureau)
    case 'ownGovernment':
      return isOwn(facts, 'government', bureau)
    case 'inAuthority':
      return against(going.text).every((each) => isInAuthority(facts, each, organs))
  }
}

const isOwn = ({ kind, region, level }: OrganFacts, wanted: OrganFacts['kind'], bureau: OrganFacts): boolean =>
  kind === wanted && region === bureau.region && level === bureau.level

/** Organs whose people, or which themselves, are to be held to account. */
export const against = ({ against: { organs, people } }: Pick<ProposalText, 'against'>): readonly OrganId[] =>
  unique([...organs, ...people.map(({ organ }) => organ)])

/**
 * 有管理权限: whoever stands over an organ by administration or by profession, and the party committee or the discipline body of its own region
 * or of a wider one.
 */
function isInAuthority(over: OrganFacts, organ: OrganId, organs: Organs): boolean {
  const below = organs.find(organ)
  if (!below || over.id === organ) return false
  const above = lineOf(organs, organ).slice(1)
  if (below.leadBy === over.id || above.some(({ id }) => id === over.id)) return true
  const reaches = over.region === '00' || below.region.startsWith(over.region)
  return reaches && (over.kind === 'party' || over.kind === 'discipline')
}

/** Every organ that a proposal with this text could go to, for whoever picks one. */
export function recipientsFor(going: Going, { organs }: ProposalWorld): readonly OrganId[] {
  if (isSealed(going.kind) && against(going.text).length === 0) return []
  return [...organs.all()]
    .filter(({ id }) => id !== going.bureau && !isKeptOut(going.reach.keptFrom, id, organs))
    .filter(({ id }) => going.rule.to.some((to) => isRecipient(to, id, going, organs)))
    .map(({ id }) => id)
}
