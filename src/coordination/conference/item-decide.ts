/** What may follow for one item (议题): brought, looked at, put on an agenda or signed round, decided, confirmed, carried out, followed to its end. */
import { err, ok, type Result } from '../../kernel/result.ts'
import { article, decided } from '../../law/basis.ts'
import { admitted, isApart, isConvenor, isOffice, itemPartOf, mayKnowItem, refusalOfMeeting } from './acting.ts'
import { bringItem } from './bringing.ts'
import {
  circulateItem,
  ended,
  lapseCirculation,
  recallItem,
  runningCirculation,
  seatsToSign,
  settling,
  signItem,
} from './circulating.ts'
import {
  type ConferenceRefusal,
  type ConferenceWorld,
  type Item,
  type ItemCommand,
  type ItemCommandType,
  type ItemFact,
  type ItemOf,
  type ItemStage,
  type ItemState,
  meetingStages,
  type StaffActor,
} from './conference.ts'
import { decideItem } from './deciding.ts'

export type ItemDecision = Result<readonly ItemFact[], ConferenceRefusal>
export type ItemRule<T extends ItemCommandType> = (
  item: Item,
  command: ItemOf<T>,
  world: ConferenceWorld,
) => ItemDecision
type LaterCommand = Exclude<ItemCommandType, 'BringItem'>

const refuse = (refusal: ConferenceRefusal): ItemDecision => err(refusal)
const accept = (...facts: readonly ItemFact[]): ItemDecision => ok(facts)

export function decideOnItem(state: ItemState, command: ItemCommand, world: ConferenceWorld): ItemDecision {
  if (command.type === 'BringItem') {
    return state === null ? bringItem(command, world) : refuse({ kind: 'item-brought-already' })
  }
  if (state === null) return refuse({ kind: 'no-such-item' })
  const refusal = refusalToAct(state, command, world)
  if (refusal) return refuse(refusal)
  const rule = rules[command.type] as (item: Item, command: ItemCommand, world: ConferenceWorld) => ItemDecision
  return rule(state, command, world)
}

type Performer = 'office' | 'bringer' | 'convenor' | 'member' | 'signatory' | 'house'
const open = ['brought', 'accepted', 'sentBack', 'circulated', 'placed', 'decided', 'confirmed'] as const

/** By whom, and at which stages. */
export const itemPermissions: Readonly<
  Record<LaterCommand, { readonly by: readonly Performer[]; readonly at: readonly ItemStage[] }>
> = {
  AcceptItem: { by: ['office'], at: ['brought'] },
  SendItemBack: { by: ['office'], at: ['brought', 'accepted'] },
  EditItem: { by: ['bringer'], at: ['brought', 'sentBack'] },
  WithdrawItem: { by: ['bringer'], at: ['brought', 'accepted', 'sentBack'] },
  PlaceItem: { by: ['office'], at: ['accepted'] },
  PostponeItem: { by: ['office'], at: ['placed', 'decided'] },
  CirculateItem: { by: ['office'], at: ['accepted'] },
  SignItem: { by: ['signatory'], at: ['circulated'] },
  RecallItem: { by: ['office'], at: ['circulated'] },
  LapseCirculation: { by: ['house'], at: ['circulated'] },
  RecuseMember: { by: ['office', 'member', 'signatory'], at: ['accepted', 'circulated', 'placed'] },
  DecideItem: { by: ['office'], at: ['placed', 'decided'] },
  ConfirmDecision: { by: ['convenor', 'house'], at: ['decided'] },
  RecordExecution: { by: ['house'], at: ['confirmed'] },
  RequestExecution: { by: ['office'], at: ['confirmed'] },
  RecordDuty: { by: ['house'], at: ['confirmed'] },
  KeepItem: { by: ['house'], at: [...open, 'closed', 'withdrawn'] },
  EraseItem: { by: ['house'], at: [...open, 'closed', 'withdrawn'] },
  CloseItem: { by: ['office'], at: ['confirmed'] },
}

const notYours: ConferenceRefusal = { kind: 'item-not-yours', basis: decided('0041') }

function refusalToAct(item: Item, { type, actor }: ItemCommand, world: ConferenceWorld): ConferenceRefusal | null {
  const { by, at } = itemPermissions[type as LaterCommand]
  const refusal =
    actor.kind === 'house' ? (by.includes('house') ? null : notYours) : refusalOfStaff(item, actor, by, world)
  if (refusal) return refusal
  if (actor.kind === 'staff' && item.erasedOn !== null) return { kind: 'item-erased', on: item.erasedOn }
  if (!at.includes(item.stage)) return { kind: 'wrong-item-stage', stage: item.stage, command: type, needs: at }
  return null
}

/** Whoever must not know of it is told that it does not exist. */
function refusalOfStaff(
  item: Item,
  actor: StaffActor,
  by: readonly Performer[],
  { organs, seats }: ConferenceWorld,
): ConferenceRefusal | null {
  if (!mayKnowItem(item, actor, organs)) return { kind: 'no-such-item' }
  const is: Readonly<Record<Performer, boolean>> = {
    office: isOffice(actor, item.conference, seats),
    convenor: isConvenor(actor, seats),
    member: itemPartOf(item, actor) === 'member',
    signatory: seatsToSign(item, actor).length > 0,
    bringer: actor.organ === item.bringer && (actor.posts.includes('clerk') || actor.posts.includes('head')),
    house: false,
  }
  if (by.some((performer) => is[performer])) return null
  return by.includes('convenor') ? { kind: 'needs-the-convenor', basis: article(13, 1) } : notYours
}

const acceptItem: ItemRule<'AcceptItem'> = (_, { on }) => accept({ type: 'ItemAccepted', on })
const sendItemBack: ItemRule<'SendItemBack'> = (_, { on, reason }) => accept({ type: 'ItemSentBack', on, reason })
const editItem: ItemRule<'EditItem'> = (_, { on, title, paper }) => accept({ type: 'ItemEdited', on, title, paper })
const withdrawItem: ItemRule<'WithdrawItem'> = (_, { on, reason }) => accept({ type: 'ItemWithdrawn', on, reason })

/** The papers are frozen from now on, and everybody who sits there has them, except who is kept from it. */
const placeItem: ItemRule<'PlaceItem'> = (item, { on, meeting }, world) => {
  const refusal = refusalOfMeeting(item, 'PlaceItem', ['planned', 'convened'], world)
  if (refusal) return refuse(refusal)
  return accept({ type: 'ItemPlaced', on, meeting, members: admitted(world.seats, item, world.organs) })
}

/**
 * 缓议: it waits for another meeting. What the minutes say already is not taken back; what they do not say may wait however far the meeting has
 * come, because a meeting does not wait for what is minuted apart.
 */
const postponeItem: ItemRule<'PostponeItem'> = (item, { on, reason }, world) => {
  const isMinuted = item.stage === 'decided' && !isApart(item)
  const refusal = refusalOfMeeting(
    item,
    'PostponeItem',
    isMinuted ? ['planned', 'convened', 'opened', 'cancelled'] : meetingStages,
    world,
  )
  if (refusal) return refuse(refusal)
  return accept({ type: 'ItemPostponed', on, meeting: item.meeting ?? '', reason })
}

/** 回避 (art. 28 (3)): by whoever has an interest in it, or by the office; from then on it does not exist for them. */
const recuseMember: ItemRule<'RecuseMember'> = (item, { on, actor, account, reason }, world) => {
  const isOwn = actor.kind === 'staff' && actor.account === account
  const isTheOffice = actor.kind === 'staff' && isOffice(actor, item.conference, world.seats)
  if (!isOwn && !isTheOffice) return refuse(notYours)
  const sits = isOwn || world.seats.some((seat) => seat.account === account)
  if (!sits || item.officials.includes(account)) return refuse({ kind: 'no-such-member' })
  // what they signed does not count; the others may be enough, or not
  return accept(...settling(item, [{ type: 'MemberRecused', on, account, reason }], on))
}

/**
 * What stands in the minutes is confirmed with them. From what is minuted apart somebody is kept, so a convenor who is not confirms it,
 * and another than recorded it.
 */
const confirmDecision: ItemRule<'ConfirmDecision'> = (item, { on, actor }) => {
  const { conference } = item
  if (actor.kind === 'house') {
    return isApart(item)
      ? refuse(notYours)
      : accept({ type: 'DecisionConfirmed', on, conference, isApart: false, account: null })
  }
  if (!isApart(item)) return refuse({ kind: 'confirmed-by-minutes' })
  if (item.decision?.account === actor.account) return refuse({ kind: 'own-decision' })
  return accept({ type: 'DecisionConfirmed', on, conference, isApart: true, account: actor.account })
}

const recordExecution: ItemRule<'RecordExecution'> = (item, { on, part, result, refusal }) => {
  const standing = item.execution.find((each) => each.part === part)
  if (standing?.state !== 'waiting') return ok([])
  return refusal === null
    ? accept({ type: 'DecisionExecuted', on, part, result })
    : accept({ type: 'ExecutionDeclined', on, part, refusal })
}

const requestExecution: ItemRule<'RequestExecution'> = ({ execution }, { on, actor }) =>
  execution.some(({ state }) => state === 'declined')
    ? accept({ type: 'ExecutionRequested', on, account: (actor as StaffActor).account })
    : refuse({ kind: 'nothing-declined' })

/** Last days follow the tasks that were given; null when one is over. Saying it twice changes nothing. */
const recordDuty: ItemRule<'RecordDuty'> = ({ dues, decision }, { on, key, due }) => {
  if (!decision?.tasks.some((task) => task.key === key)) return ok([])
  const known = dues.find((each) => each.key === key)?.due ?? null
  return known === due ? ok([]) : accept({ type: 'DutyMoved', on, key, due })
}

/** Nobody is let in again by it. */
const keepItem: ItemRule<'KeepItem'> = (item, { on, keptFrom, officials }) => {
  const all = [...new Set([...item.keptFrom, ...keptFrom])]
  const named = [...new Set([...item.officials, ...officials])]
  if (all.length === item.keptFrom.length && named.length === item.officials.length) return ok([])
  const kept: ItemFact = { type: 'ItemKept', on, keptFrom: all, officials: named }
  // it goes round once more without them, or to a meeting
  return runningCirculation(item) ? accept(kept, ended(on, 'concerned')) : accept(kept)
}

/** Erasing twice changes nothing. */
const eraseItem: ItemRule<'EraseItem'> = ({ erasedOn }, { on }) =>
  erasedOn === null ? accept({ type: 'ItemErased', on }) : ok([])

const closeItem: ItemRule<'CloseItem'> = ({ execution, dues }, { on, note }) => {
  if (execution.some(({ state }) => state !== 'executed')) return refuse({ kind: 'not-executed-yet' })
  if (dues.length > 0) return refuse({ kind: 'duties-still-open', count: dues.length })
  return accept({ type: 'ItemClosed', on, note })
}

const rules: { readonly [T in LaterCommand]: ItemRule<T> } = {
  AcceptItem: acceptItem,
  SendItemBack: sendItemBack,
  EditItem: editItem,
  WithdrawItem: withdrawItem,
  PlaceItem: placeItem,
  PostponeItem: postponeItem,
  RecuseMember: recuseMember,
  CirculateItem: circulateItem,
  SignItem: signItem,
  RecallItem: recallItem,
  LapseCirculation: lapseCirculation,
  DecideItem: decideItem,
  ConfirmDecision: confirmDecision,
  RecordExecution: recordExecution,
  RequestExecution: requestExecution,
  RecordDuty: recordDuty,
  KeepItem: keepItem,
  EraseItem: eraseItem,
  CloseItem: closeItem,
}
