import { kindOf } from '../../kernel/calendar.ts'
import { countSpan } from '../../kernel/clock.ts'
import { type Day, isAfter } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { hasCome, type Moment } from '../../kernel/wall-time.ts'
import { article, decided } from '../../law/basis.ts'
import { drawnOrder, keptSeats, minutesBetween, type Placed, seatsFor } from './draw.ts'
import type {
  Of,
  Receiver,
  Reception,
  ReceptionActor,
  ReceptionCommand,
  ReceptionCommandType,
  ReceptionFact,
  ReceptionPlan,
  ReceptionRefusal,
  ReceptionStage,
  ReceptionState,
  ReceptionWorld,
} from './reception.ts'

export type ReceptionDecision = Result<readonly ReceptionFact[], ReceptionRefusal>
type LaterCommand = Exclude<ReceptionCommandType, 'PlanReception'>
type Decide<T extends ReceptionCommandType> = (
  reception: Reception,
  command: Of<T>,
  world: ReceptionWorld,
) => ReceptionDecision

const refuse = (refusal: ReceptionRefusal): ReceptionDecision => err(refusal)
const accept = (...facts: readonly ReceptionFact[]): ReceptionDecision => ok(facts)

/** What may follow from a command: who may act, at which stage, then the rule. */
export function decide(state: ReceptionState, command: ReceptionCommand, world: ReceptionWorld): ReceptionDecision {
  if (command.type === 'PlanReception') {
    return state === null ? planReception(command, world) : refuse({ kind: 'reception-planned-already' })
  }
  if (state === null) return refuse({ kind: 'no-such-reception' })
  const { by, at } = permissions[command.type]
  const isTheirs = by === 'house' ? command.actor.kind === 'house' : arranges(state, command.actor)
  if (!isTheirs) return refuse(notYours)
  if (!at.includes(state.stage)) {
    return refuse({ kind: 'wrong-reception-stage', stage: state.stage, command: command.type, needs: at })
  }
  const rule = decisions[command.type] as (
    reception: Reception,
    command: ReceptionCommand,
    world: ReceptionWorld,
  ) => ReceptionDecision
  return rule(state, command, world)
}

/** By whom, and at which stages. */
export const permissions: Readonly<
  Record<LaterCommand, { readonly by: 'host' | 'house'; readonly at: readonly ReceptionStage[] }>
> = {
  ChangeReception: { by: 'host', at: ['planned', 'published', 'drawn'] },
  PublishReception: { by: 'host', at: ['planned'] },
  SubstituteLeader: { by: 'host', at: ['planned', 'published', 'drawn'] },
  CancelReception: { by: 'host', at: ['planned', 'published', 'drawn'] },
  AllotSeats: { by: 'house', at: ['published'] },
  JoinQueue: { by: 'house', at: ['drawn'] },
  LeaveQueue: { by: 'house', at: ['drawn'] },
  ConcludeReception: { by: 'host', at: ['drawn'] },
}

const notYours: ReceptionRefusal = { kind: 'reception-not-yours', basis: article(18, 2) }
const arranging = ['clerk', 'head', 'leader'] as const

/** The organ that arranges the day, or an organ whose leader receives: a leader may call off their own day. */
const arranges = ({ host, leaders }: Reception, actor: ReceptionActor): boolean =>
  actor.kind === 'staff' &&
  arranging.some((post) => actor.posts.includes(post)) &&
  (actor.organ === host || leaders.some(({ organ }) => organ === actor.organ))

/** 市、县级党委和政府: a bureau arranges for the leaders of its area, every other organ for its own. */
function planReception({ on, actor, leaders, plan }: Of<'PlanReception'>, world: ReceptionWorld): ReceptionDecision {
  if (actor.kind !== 'staff' || !arranging.some((post) => actor.posts.includes(post))) return refuse(notYours)
  const refusal = refusalOfLeaders(leaders, actor.organ, world) ?? refusalOfPlan(plan, { on, host: actor.organ }, world)
  if (refusal) return refuse(refusal)
  const { account, organ: host } = actor
  return accept({ type: 'ReceptionPlanned', on, host, account, pack: world.pack, leaders, plan })
}

function refusalOfLeaders(leaders: readonly Receiver[], host: OrganId, world: ReceptionWorld): ReceptionRefusal | null {
  if (leaders.length === 0) return { kind: 'nobody-receives' }
  if (new Set(leaders.map(({ account }) => account)).size < leaders.length) return { kind: 'leader-named-twice' }
  const stranger = leaders.find(({ organ }) => !isOfArea(host, organ, world))
  return stranger ? { kind: 'leader-not-of-your-area', organ: stranger.organ } : null
}

function isOfArea(host: OrganId, organ: OrganId, { organs }: ReceptionWorld): boolean {
  const [own, other] = [organs.find(host), organs.find(organ)]
  if (!own || !other || other.state !== 'active') return false
  return host === organ || (own.kind === 'bureau' && (own.region === '00' || other.region.startsWith(own.region)))
}

/** What kind of rest day it is where the organ is; null for a day that is worked, and for one of a year whose holidays nobody knows yet. */
export function restOn(day: Day, host: OrganId, { calendars, organs }: Pick<ReceptionWorld, 'calendars' | 'organs'>) {
  const kind = kindOf(calendars.in(organs.find(host)?.region ?? null, 'organ'), day)
  return kind.ok && (kind.value === 'weekend' || kind.value === 'holiday') ? kind.value : null
}

interface Planning {
  readonly on: Day
  readonly host: OrganId
}

function refusalOfPlan(plan: ReceptionPlan, { on, host }: Planning, world: ReceptionWorld): ReceptionRefusal | null {
  const { day, from, until, seats, joint } = plan
  const { mostSeats, slotMinutes, basis } = world.law.receptions.day
  if (!isAfter(day, on)) return { kind: 'day-not-ahead', day, today: on }
  const is = restOn(day, host, world)
  if (is !== null && !plan.onRestDay) return { kind: 'not-a-working-day', day, is, basis: decided('0038') }
  if (until <= from) return { kind: 'ends-before-it-begins' }
  if (seats > mostSeats) return { kind: 'too-many-seats', most: mostSeats, basis }
  if (minutesBetween(from, until) < seats * slotMinutes) return { kind: 'too-little-time', slotMinutes, basis }
  const unknown = joint.find((organ) => world.organs.find(organ)?.state !== 'active')
  return unknown === undefined ? null : { kind: 'unknown-organ', organ: unknown }
}

const goneFrom = ({ left }: Reception): ReadonlySet<string> => new Set(left.map(({ reference }) => reference))

/** Whom free seats go to, once there was a draw. */
const given = (reception: Reception, seats = reception.plan.seats): readonly Placed[] =>
  reception.drawn === null
    ? []
    : seatsFor(reception.queue, { seats, given: reception.given, gone: goneFrom(reception) })

/** Whoever has a seat keeps it: seats can be added but none taken away that was given. */
const changeReception: Decide<'ChangeReception'> = (reception, { on, actor, plan, reason }, world) => {
  const refusal = refusalOfPlan(plan, { on, host: reception.host }, world)
  if (refusal) return refuse(refusal)
  const highest = Math.max(0, ...reception.given.map(({ seat }) => seat))
  if (plan.seats < highest) return refuse({ kind: 'seats-given-already', given: highest })
  if (reception.closesOn !== null && !isAfter(plan.day, reception.closesOn)) {
    return refuse({ kind: 'closes-after-the-day', closesOn: reception.closesOn, day: plan.day })
  }
  const late =
    reception.stage !== 'planned' && plan.day !== reception.plan.day && tooLate(plan.day, on, reception, world)
  if (late) return refuse(late)
  const account = accountOf(actor)
  const kept = reception.stage === 'published' ? keptOf(plan, world) : reception.kept
  return accept({ type: 'ReceptionChanged', on, account, plan, reason, given: given(reception, plan.seats), kept })
}

const keptOf = ({ seats }: ReceptionPlan, { law }: ReceptionWorld): number =>
  keptSeats(seats, law.receptions.day.keptOfTen)

/** People need time to ask and to come, also where a day that is public is moved. */
function tooLate(day: Day, on: Day, { host }: Reception, world: ReceptionWorld): ReceptionRefusal | null {
  const earliest = earliestAfter(on, host, world)
  const { basis } = world.law.receptions.day
  return isAfter(earliest, day) ? { kind: 'published-too-late', day, earliest, basis } : null
}

const accountOf = (actor: ReceptionActor): string => (actor.kind === 'staff' ? actor.account : actor.task)

/** The first day on which a day that is published now may lie. */
export function earliestAfter(on: Day, host: OrganId, { law, calendars, organs }: ReceptionWorld): Day {
  const calendar = calendars.in(organs.find(host)?.region ?? null, 'organ')
  const counted = countSpan(law.receptions.day.span, 'petitioner', on, calendar)
  // past the last year whose holidays are known nothing can be counted, and nothing is refused for it
  return counted.ok ? counted.value.lastDay : on
}

const publishReception: Decide<'PublishReception'> = (reception, { on, at, actor, ...command }, world) => {
  const { closesOn, closesAt: said, commitment } = command
  const closesAt = said ?? world.law.receptions.day.closesAt
  const { day } = reception.plan
  const late = tooLate(day, on, reception, world)
  if (late) return refuse(late)
  if (!isAfter(day, closesOn)) return refuse({ kind: 'closes-after-the-day', closesOn, day })
  if (hasCome({ day: closesOn, time: closesAt }, { day: on, time: at })) {
    return refuse({ kind: 'closed-already', closesOn, closesAt })
  }
  const kept = keptOf(reception.plan, world)
  const { host } = reception
  const account = accountOf(actor)
  return accept({ type: 'ReceptionPublished', on, host, account, closesOn, closesAt, commitment, kept })
}

const substituteLeader: Decide<'SubstituteLeader'> = (reception, command, world) => {
  const { on, actor, instead, leader, reason } = command
  if (!reception.leaders.some(({ account }) => account === instead)) return refuse({ kind: 'no-such-leader' })
  const others = reception.leaders.filter(({ account }) => account !== instead)
  const refusal = refusalOfLeaders([...others, leader], reception.host, world)
  if (refusal) return refuse(refusal)
  const gone = goneFrom(reception)
  const conflicts = command.conflicts.filter((reference) => !gone.has(reference))
  const moved = {
    ...reception,
    left: [...reception.left, ...conflicts.map((reference) => ({ reference, leaving: 'anotherDay' }) as const)],
    given: reception.given.filter(({ reference }) => !conflicts.includes(reference)),
  }
  const account = accountOf(actor)
  return accept({ type: 'LeaderSubstituted', on, account, instead, leader, reason, conflicts, given: given(moved) })
}

const cancelReception: Decide<'CancelReception'> = (_, { on, actor, reason, instead }) =>
  accept({ type: 'ReceptionCancelled', on, account: accountOf(actor), reason, instead })

/** Requests are gathered to the hour that was said; the draw is made after it, and looks at none of when. */
const allotSeats: Decide<'AllotSeats'> = (reception, { on, at, secret, seed, entries: asked }) => {
  const { closesOn, closesAt, kept, plan, barred } = reception
  if (!isClosed(reception, { day: on, time: at })) {
    return refuse({ kind: 'requests-still-open', closesOn: closesOn ?? plan.day, closesAt })
  }
  const entries = drawnOrder(
    asked.filter(({ reference }) => !barred.includes(reference)),
    kept,
  )
  const seated = seatsFor(entries, { seats: plan.seats, given: [], gone: new Set() })
  return accept({ type: 'SeatsAllotted', on, secret, seed, entries, given: seated })
}

/** Whether requests are no longer gathered; nor are they before a day is public. */
export const isClosed = ({ closesOn, closesAt }: Pick<Reception, 'closesOn' | 'closesAt'>, now: Moment): boolean =>
  closesOn !== null && hasCome({ day: closesOn, time: closesAt }, now)

const joinQueue: Decide<'JoinQueue'> = (reception, { on, entry }) => {
  if (reception.queue.some(({ reference }) => reference === entry.reference)) return ok([])
  const joined = { ...reception, queue: [...reception.queue, entry] }
  return accept({ type: 'QueueJoined', on, entry, given: given(joined) })
}

/** The seat that becomes free goes to whoever waits next. Asking twice changes nothing. */
const leaveQueue: Decide<'LeaveQueue'> = (reception, { on, reference, leaving }) => {
  const isThere = reception.queue.some((entry) => entry.reference === reference)
  if (!isThere || goneFrom(reception).has(reference)) return ok([])
  const without = {
    ...reception,
    left: [...reception.left, { reference, leaving }],
    given: reception.given.filter((placed) => placed.reference !== reference),
  }
  // nobody is called to a talk of a day that is over
  const next = isAfter(on, reception.plan.day) ? [] : given(without)
  return accept({ type: 'QueueLeft', on, reference, leaving, given: next })
}

const concludeReception: Decide<'ConcludeReception'> = (reception, { on, actor, note }) => {
  const { day } = reception.plan
  if (isAfter(day, on)) return refuse({ kind: 'day-not-come', day, today: on })
  return accept({ type: 'ReceptionConcluded', on, account: accountOf(actor), note })
}

const decisions: { readonly [T in LaterCommand]: Decide<T> } = {
  ChangeReception: changeReception,
  PublishReception: publishReception,
  SubstituteLeader: substituteLeader,
  CancelReception: cancelReception,
  AllotSeats: allotSeats,
  JoinQueue: joinQueue,
  LeaveQueue: leaveQueue,
  ConcludeReception: concludeReception,
}
