/** Founding a working group: by whom, of whom, about what, and until when. */
import { isAfter } from '../../kernel/day.ts'
import { isKeptOut } from '../../kernel/keeping-out.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { article, decided } from '../../law/basis.ts'
import type {
  GroupCase,
  GroupFact,
  GroupMember,
  GroupReach,
  GroupRefusal,
  GroupWorld,
  LookedAtMember,
  Of,
  StaffActor,
} from './group.ts'
import { foundsGroups, isConcerned, isOfficeOf } from './knowing.ts'

export type GroupDecision = Result<readonly GroupFact[], GroupRefusal>
const refuse = (refusal: GroupRefusal): GroupDecision => err(refusal)

export const practice = decided('0041')

export function foundGroup(command: Of<'FoundGroup'>, world: GroupWorld): GroupDecision {
  const { on, actor, founder, item, name, purpose, topic, lead, until, cases, looked } = command
  const members = distinct([lead, ...command.members])
  const reach = reachOf(cases)
  const refusal =
    refusalToFound(command, world) ??
    refusalOfCases(cases, { founder, members: [] }, looked, world) ??
    refusalOfMembers(members, { founder, ...reach }, looked, world)
  if (refusal) return refuse(refusal)
  if (isConcerned(reach, ownOf(actor as StaffActor))) return refuse({ kind: 'group-not-yours', basis: practice })
  if (new Set(members.map(({ organ }) => organ)).size < 2) return refuse({ kind: 'one-organ-only' })
  const { account } = actor as StaffActor
  const petitions = [...new Set(command.petitions)]
  return ok([
    { type: 'GroupFounded', on, account, founder, item, name, purpose, topic, members, petitions, until, ...reach },
  ])
}

const ownOf = ({ account, answersTo = [] }: StaffActor) => ({ account, above: answersTo })

export const distinct = (members: readonly GroupMember[]): readonly GroupMember[] =>
  members.filter(({ account }, at) => members.findIndex((each) => each.account === account) === at)

/** Asked before anything else is looked up. */
export function refusalOfFounder(
  founder: OrganId,
  actor: Pick<StaffActor, 'organ' | 'posts'> | null,
  { organs, law }: Pick<GroupWorld, 'organs' | 'law'>,
): GroupRefusal | null {
  if (actor === null || !isOfficeOf(founder, actor)) return { kind: 'group-not-yours', basis: practice }
  const place = organs.find(founder)
  return place?.state === 'active' && foundsGroups(place, law)
    ? null
    : { kind: 'no-conference', organ: founder, basis: article(13, 1) }
}

function refusalToFound(
  { on, actor, founder, item, petitions, until }: Of<'FoundGroup'>,
  world: GroupWorld,
): GroupRefusal | null {
  const refusal = refusalOfFounder(founder, actor.kind === 'staff' ? actor : null, world)
  if (refusal) return refusal
  const { item: decidedOn } = world
  if (item !== null && (decidedOn?.conference !== founder || !decidedOn.isDecided)) return { kind: 'no-such-decision' }
  if (!isAfter(until, on)) return { kind: 'day-not-ahead', day: until, today: on }
  return petitions.length === 0 ? { kind: 'linked-to-nothing' } : null
}

/** Whom any of them keeps out. */
export const reachOf = (cases: readonly GroupReach[]): GroupReach => ({
  keptFrom: [...new Set(cases.flatMap(({ keptFrom }) => keptFrom))],
  officials: [...new Set(cases.flatMap(({ officials }) => officials))],
  recused: [...new Set(cases.flatMap(({ recused }) => recused))],
})

interface Manned {
  readonly founder: OrganId
  readonly members: readonly GroupMember[]
}

/**
 * 检举控告 goes by the authority over cadres to whoever is competent (art. 30 (1)), and so to no group of several organs. What the founder or a
 * member must not know of does not come into their group.
 */
export function refusalOfCases(
  cases: readonly GroupCase[],
  { founder, members }: Manned,
  looked: readonly LookedAtMember[],
  world: GroupWorld,
): GroupRefusal | null {
  const accusation = cases.find(({ isAccusation }) => isAccusation)
  if (accusation) return { kind: 'accusation-not-shared', petition: accusation.number, basis: article(30, 1) }
  const reach = reachOf(cases)
  if (isKeptOut(reach.keptFrom, founder, world.organs)) return keptOut(founder)
  return (
    members.map((member) => refusalOfConcern(member, reach, looked, world)).find((refusal) => refusal !== null) ?? null
  )
}

const keptOut = (organ: OrganId): GroupRefusal => ({ kind: 'organ-is-kept-out', organ, basis: article(30, 3) })

export function refusalOfConcern(
  { organ, account }: GroupMember,
  reach: GroupReach,
  looked: readonly LookedAtMember[],
  { organs }: GroupWorld,
): GroupRefusal | null {
  if (isKeptOut(reach.keptFrom, organ, organs)) return keptOut(organ)
  const above = looked.find((each) => each.account === account && each.organ === organ)?.above ?? []
  return isConcerned(reach, { account, above }) ? { kind: 'member-is-concerned', account, basis: article(28, 3) } : null
}

/** 从本地区有关单位抽调: of the conference's own area, with a post there, and concerned in nothing of it. */
export function refusalOfMembers(
  members: readonly GroupMember[],
  { founder, ...reach }: GroupReach & { readonly founder: OrganId },
  looked: readonly LookedAtMember[],
  world: GroupWorld,
): GroupRefusal | null {
  for (const member of members) {
    const { organ, account } = member
    const refusal = refusalOfOrgan(organ, founder, world)
    if (refusal) return refusal
    const concern = refusalOfConcern(member, reach, looked, world)
    if (concern) return concern
    const acts = looked.some((each) => each.account === account && each.organ === organ && each.acts)
    if (!acts) return { kind: 'no-such-holder', account }
  }
  return null
}

function refusalOfOrgan(organ: OrganId, founder: OrganId, { organs }: GroupWorld): GroupRefusal | null {
  const own = organs.find(organ)
  if (own?.state !== 'active') return { kind: 'unknown-organ', organ }
  const area = organs.find(founder)?.region ?? ''
  return area === '00' || own.region.startsWith(area) ? null : { kind: 'organ-elsewhere', organ, basis: article(13, 1) }
}
