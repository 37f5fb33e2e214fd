/** What a proposal could be before there is one: which kinds there are, to whom it may go, how long the answer may take. */
import { staffActorOf } from '../../identity/actor.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { basisInWords, decided } from '../../law/basis.ts'
import { type ProposalKind, type ProposalRule, proposalKinds } from '../../law/proposals.ts'
import { terms } from '../../wording/terms.ts'
import { basisOfClock } from './clocks.ts'
import type { ProposalHouse } from './house.ts'
import { lookInto } from './linking.ts'
import type { Looked, ProposalRefusal, ProposalText, ProposalWorld } from './proposal.ts'
import type { Staff } from './queries.ts'
import { reachOf, recipientsFor } from './recipients.ts'
import { isEntrusted, isSealed } from './sealing.ts'
import { organRef, refusalView } from './view.ts'
import { worldAt } from './world.ts'

export interface Preparing {
  readonly kind: ProposalKind
  readonly petitions: readonly string[]
  readonly matters: readonly string[]
  readonly against: readonly OrganId[]
  readonly viewer: Staff
}

const unwritten = { ref: '', commitment: '' }

export async function prepare(house: ProposalHouse, preparing: Preparing) {
  const { kind, viewer } = preparing
  const world = worldAt(viewer.organ, house)
  const { directory } = house
  const petitions = await Promise.all(
    preparing.petitions.map((number) => linkable(house, { petitions: [number], matters: [] }, viewer)),
  )
  const numbers = preparing.petitions.filter((_, at) => petitions[at]?.ok)
  const matters = await Promise.all(
    preparing.matters.map((matter) => linkable(house, { petitions: [], matters: [matter] }, viewer)),
  )
  const looked = mergedOf([...petitions, ...matters])
  const text: ProposalText = {
    ...{ title: unwritten, findings: unwritten, points: [], recipients: [], due: null, petitions: numbers },
    ...{ matters: [], against: { organs: preparing.against, people: [] } },
  }
  const rule = world.law.proposals[kind]
  const reach = reachOf(kind, text, looked)
  const { span } = world.law.proposalAnswer
  const refs = (organs: readonly OrganId[]) => organs.map((organ) => organRef(directory, organ))
  return {
    kinds: proposalKinds.flatMap((each) => {
      const known = world.law.proposals[each]
      return known ? [kindView(each, known, viewer, world, house)] : []
    }),
    answerWithin: span === null || span.unit === 'designated' ? null : { unit: span.unit, count: span.count },
    answerBasis: basisInWords(basisOfClock('answerProposal', world)),
    petitions: preparing.petitions.map((number, at) => {
      const found = petitions[at]
      return { number, refusal: found?.ok ? null : refusalView(found?.error ?? null, directory) }
    }),
    concerned: refs(reach.concerned),
    recipients: rule ? refs(recipientsFor({ kind, rule, bureau: viewer.organ, text, reach }, world)) : [],
  }
}

const linkable = (
  house: ProposalHouse,
  linked: { readonly petitions: readonly string[]; readonly matters: readonly string[] },
  viewer: Staff,
): Promise<Result<Looked, ProposalRefusal>> => lookInto(house, { ...linked, against: { people: [] } }, viewer)

function mergedOf(found: readonly Result<Looked, ProposalRefusal>[]): Looked {
  const all = found.flatMap((each) => (each.ok ? [each.value] : []))
  return {
    linked: all.flatMap(({ linked }) => linked),
    supervised: all.flatMap(({ supervised }) => supervised),
    officials: [],
    led: [],
  }
}

function kindView(
  kind: ProposalKind,
  rule: ProposalRule,
  viewer: Staff,
  world: ProposalWorld,
  { directory }: ProposalHouse,
) {
  const { to, against: mayBeAgainst, basis } = rule
  const may = mayDraft(kind, rule, viewer, world)
  return {
    kind,
    ...terms.proposalKind[kind],
    basis: basisInWords(basis),
    to: [...to],
    mayBeAgainst: [...mayBeAgainst],
    refusal: may.ok ? null : refusalView(may.error, directory),
  }
}

/** Said before anybody writes a page for nothing; the decision says it again. */
function mayDraft(
  kind: ProposalKind,
  { basis }: ProposalRule,
  viewer: Staff,
  { organs }: ProposalWorld,
): Result<null, ProposalRefusal> {
  if (organs.find(viewer.organ)?.kind !== 'bureau') return err({ kind: 'only-bureaus-propose', basis })
  if (isSealed(kind) && !isEntrusted(staffActorOf(viewer), organs))
    return err({ kind: 'proposal-not-yours', basis: decided('0032') })
  return ok(null)
}
