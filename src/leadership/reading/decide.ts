import { isAfter } from '../../kernel/day.ts'
import { isKeptOut } from '../../kernel/keeping-out.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { article, decided } from '../../law/basis.ts'
import { isLeaderKeptOut, isSame, mayKnow, partOf } from './knowing.ts'
import type {
  Instruction,
  Keeping,
  LookedAtLeader,
  LookedAtPetition,
  Of,
  Order,
  Reading,
  ReadingCommand,
  ReadingCommandType,
  ReadingFact,
  ReadingRefusal,
  ReadingStage,
  ReadingState,
  ReadingWorld,
  StaffActor,
} from './reading.ts'

export type ReadingDecision = Result<readonly ReadingFact[], ReadingRefusal>
type Decide<T extends ReadingCommandType> = (reading: Reading, command: Of<T>, world: ReadingWorld) => ReadingDecision

const refuse = (refusal: ReadingRefusal): ReadingDecision => err(refusal)
const accept = (...facts: readonly ReadingFact[]): ReadingDecision => ok(facts)

/** What may follow from a command: who may act, then the rule. A reading runs no clock: what a leader asks for is a task with one. */
export function decide(state: ReadingState, command: ReadingCommand, world: ReadingWorld): ReadingDecision {
  if (command.type === 'ProposeReading') {
    return state === null ? proposeReading(command, world) : refuse({ kind: 'reading-proposed-already' })
  }
  if (state === null) return refuse({ kind: 'no-such-reading' })
  const refusal = refusalToAct(state, command, world)
  if (refusal) return refuse(refusal)
  const rule = decisions[command.type] as (
    reading: Reading,
    command: ReadingCommand,
    world: ReadingWorld,
  ) => ReadingDecision
  return rule(state, command, world)
}

type LaterCommand = Exclude<ReadingCommandType, 'ProposeReading'>
type Performer = 'bureau' | 'leader' | 'house'
const unanswered = ['proposed', 'read'] as const
const any: readonly ReadingStage[] = [...unanswered, 'instructed', 'returned', 'recalled']

/** By whom, and at which stages. A leader may add an instruction as long as it lies there. */
export const permissions: Readonly<
  Record<LaterCommand, { readonly by: Performer; readonly at: readonly ReadingStage[] }>
> = {
  RefreshSummary: { by: 'bureau', at: ['proposed'] },
  RecallReading: { by: 'bureau', at: ['proposed'] },
  HandReadingOver: { by: 'bureau', at: unanswered },
  MarkRead: { by: 'leader', at: ['proposed'] },
  Instruct: { by: 'leader', at: [...unanswered, 'instructed'] },
  ReturnReading: { by: 'leader', at: unanswered },
  RecordKept: { by: 'house', at: any },
  EraseReading: { by: 'house', at: any },
}

const anothers: ReadingRefusal = { kind: 'reading-is-anothers', basis: decided('0037') }

function refusalToAct(
  reading: Reading,
  { type, actor }: ReadingCommand,
  { organs }: ReadingWorld,
): ReadingRefusal | null {
  const { by, at } = permissions[type as LaterCommand]
  if (actor.kind === 'house') return by === 'house' ? null : anothers
  if (!mayKnow(reading, actor, organs)) return { kind: 'no-such-reading' }
  if (by === 'house' || !isFor(by, reading, actor)) return anothers
  if (reading.erasedOn !== null) return { kind: 'reading-erased', on: reading.erasedOn }
  return at.includes(reading.stage)
    ? null
    : { kind: 'wrong-reading-stage', stage: reading.stage, command: type, needs: at }
}

/** Somebody who leads a bureau and handles in it may read as the one and recall as the other. */
const isFor = (by: 'bureau' | 'leader', reading: Reading, actor: StaffActor): boolean =>
  by === 'leader' ? partOf(reading, actor) === 'leader' : actor.organ === reading.bureau && handles(actor)

const handles = ({ posts }: StaffActor): boolean => posts.includes('clerk') || posts.includes('head')

/** 信访部门呈送本级领导，其他机关、单位呈送本机关领导 (docs/adr/0037). */
function proposeReading(command: Of<'ProposeReading'>, world: ReadingWorld): ReadingDecision {
  const { on, actor, leader, looked, why, suggested, wantedBy, summary, liesThere } = command
  if (actor.kind !== 'staff' || !handles(actor)) return refuse({ kind: 'only-clerks-propose', basis: decided('0037') })
  const { organ: bureau, account } = actor
  const refusal = refusalOfLeader({ bureau, leader, looked }, world)
  if (refusal) return refuse(refusal)
  if (liesThere) return refuse({ kind: 'lies-there-already', organ: leader.organ })
  if (wantedBy !== null && !isAfter(wantedBy, on)) return refuse({ kind: 'day-not-ahead', day: wantedBy, today: on })
  const misdirected = suggested && refusalOfOrder(suggested, looked, on, world)
  if (misdirected) return refuse(misdirected)
  return accept({
    ...{ type: 'ReadingProposed', on, petition: looked.number, bureau, account },
    ...{ leader: { account: leader.account, organ: leader.organ }, why, suggested, wantedBy, summary },
    ...keepingOf(looked),
  })
}

interface Before {
  readonly bureau: Reading['bureau']
  readonly leader: LookedAtLeader
  readonly looked: LookedAtPetition
}

/** Before whom a letter may be laid. */
function refusalOfLeader({ bureau, leader, looked }: Before, { organs }: ReadingWorld): ReadingRefusal | null {
  const { organ } = leader
  if (looked.isGoing) return { kind: 'no-such-petition' }
  if (looked.class === 'accusation') return { kind: 'accusation-goes-its-own-way', basis: article(30, 2) }
  if (!leader.leads) return { kind: 'not-a-leader', organ, basis: article(18, 2) }
  if (organ !== bureau && !isOfSamePlace(bureau, organ, organs)) {
    return { kind: 'leader-is-elsewhere', organ, basis: decided('0037') }
  }
  return isLeaderKeptOut(keepingOf(looked), leader, organs)
    ? { kind: 'leader-is-kept-out', organ, basis: article(28, 3) }
    : null
}

function isOfSamePlace(bureau: Reading['bureau'], organ: Reading['bureau'], organs: ReadingWorld['organs']): boolean {
  const [own, other] = [organs.find(bureau), organs.find(organ)]
  return (own?.kind === 'bureau' || own?.kind === 'conference') && other !== undefined && own.region === other.region
}

export const keepingOf = ({ keptFrom, officials, withdrawn, class: petitionClass }: LookedAtPetition): Keeping => ({
  ...{ keptFrom, officials, withdrawn, isAccusation: petitionClass === 'accusation' },
})

const refreshSummary: Decide<'RefreshSummary'> = (reading, { on, actor, summary }) =>
  summary.of === reading.summary.of && on === reading.summaryOn
    ? refuse({ kind: 'nothing-changed' })
    : accept({ type: 'SummaryRefreshed', on, account: (actor as StaffActor).account, summary })

const markRead: Decide<'MarkRead'> = (_, { on, actor }) =>
  accept({ type: 'ReadingNoted', on, account: (actor as StaffActor).account })

/** One paper for all that is instructed at once. */
const instruct: Decide<'Instruct'> = (reading, { on, actor, orders, looked }, world) => {
  if (orders.length === 0) return refuse({ kind: 'nobody-instructed' })
  // what the petition says of somebody since is known here before it is recorded in the reading
  if (!mayKnow({ ...reading, ...keepingOf(looked) }, actor as StaffActor, world.organs)) {
    return refuse({ kind: 'no-such-reading' })
  }
  for (const order of orders) {
    const refusal = refusalOfOrder(order, looked, on, world)
    if (refusal) return refuse(refusal)
  }
  const instructions = orders.map(
    (order, at): Instruction => ({
      ...order,
      ref: `i${reading.instructions.length + at + 1}`,
      to: looked.organs.includes(order.organ) ? order.organ : reading.bureau,
    }),
  )
  const { account, organ } = actor as StaffActor
  return accept({ type: 'LeaderInstructed', on, account, organ, instructions })
}

/** Whoever the petition is kept from is told nothing by an instruction either (art. 30 (3)). */
function refusalOfOrder(
  { organ, due }: Order,
  { keptFrom }: LookedAtPetition,
  on: Order['due'],
  { organs }: ReadingWorld,
): ReadingRefusal | null {
  if (organs.find(organ)?.state !== 'active') return { kind: 'unknown-organ', organ }
  if (isKeptOut(keptFrom, organ, organs)) return { kind: 'organ-is-kept-out', organ, basis: article(30, 3) }
  return isAfter(due, on) ? null : { kind: 'day-not-ahead', day: due, today: on }
}

const returnReading: Decide<'ReturnReading'> = (_, { on, actor, reason }) =>
  accept({ type: 'ReadingReturned', on, account: (actor as StaffActor).account, reason })

const recallReading: Decide<'RecallReading'> = (_, { on, actor, reason }) =>
  accept({ type: 'ReadingRecalled', on, account: (actor as StaffActor).account, reason })

const handReadingOver: Decide<'HandReadingOver'> = (reading, { on, actor, leader, looked, reason }, world) => {
  const { bureau, leader: from } = reading
  if (isSame(leader, from)) return refuse({ kind: 'lies-there-already', organ: leader.organ })
  const refusal = refusalOfLeader({ bureau, leader, looked }, world)
  if (refusal) return refuse(refusal)
  const to = { account: leader.account, organ: leader.organ }
  return accept({ type: 'ReadingHandedOver', on, account: (actor as StaffActor).account, from, to, reason })
}

const recordKept: Decide<'RecordKept'> = (reading, { on, looked }) => {
  const keeping = keepingOf(looked)
  const { keptFrom, officials, withdrawn, isAccusation } = reading
  const before: Keeping = { keptFrom, officials, withdrawn, isAccusation }
  return JSON.stringify(keeping) === JSON.stringify(before) ? ok([]) : accept({ type: 'ReadingKept', on, ...keeping })
}

const eraseReading: Decide<'EraseReading'> = ({ erasedOn }, { on }) =>
  erasedOn === null ? accept({ type: 'ReadingErased', on }) : ok([])

const decisions: { readonly [T in LaterCommand]: Decide<T> } = {
  RefreshSummary: refreshSummary,
  MarkRead: markRead,
  Instruct: instruct,
  ReturnReading: returnReading,
  RecallReading: recallReading,
  HandReadingOver: handReadingOver,
  RecordKept: recordKept,
  EraseReading: eraseReading,
}
