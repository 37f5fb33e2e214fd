/** What can be done now, and why not otherwise: each command is tried on the decider, so that no page repeats a rule. */
import { addDays, type Day } from '../../kernel/day.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type {
  ConferenceCommandType,
  ConferenceRefusal,
  ConferenceWorld,
  Item,
  ItemCommandBody,
  Meeting,
  MeetingCommandBody,
  Outcome,
  StaffActor,
} from './conference.ts'
import { decideOnItem } from './item-decide.ts'
import { decideOnMeeting } from './meeting-decide.ts'

const something: Sealed = { ref: 'probe', commitment: 'probe' }

export const itemActions = [
  ...([
    'accept',
    'send-back',
    'edit',
    'withdraw',
    'place',
    'circulate',
    'sign',
    'recall',
    'postpone',
    'recuse',
  ] as const),
  ...(['decide', 'confirm', 'execute', 'close'] as const),
] as const
export type ItemActionName = (typeof itemActions)[number]

export const meetingActions = [
  ...(['convene', 'move', 'open', 'attendance', 'draft-minutes'] as const),
  ...(['approve-minutes', 'return-minutes', 'issue-minutes', 'cancel'] as const),
] as const
export type MeetingActionName = (typeof meetingActions)[number]

/** The content most likely to be accepted, so that what is refused here would be refused whatever was typed. */
function favourable(action: ItemActionName, item: Item, actor: StaffActor, on: Day): ItemCommandBody {
  switch (action) {
    case 'accept':
      return { type: 'AcceptItem' }
    case 'send-back':
      return { type: 'SendItemBack', reason: something }
    case 'edit':
      return { type: 'EditItem', title: something, paper: something }
    case 'withdraw':
      return { type: 'WithdrawItem', reason: something }
    case 'place':
      return { type: 'PlaceItem', meeting: 'probe' }
    case 'postpone':
      return { type: 'PostponeItem', reason: something }
    case 'recuse':
      return { type: 'RecuseMember', account: actor.account, reason: something }
    case 'circulate':
      return circulationFor(item, on)
    case 'sign':
      return { type: 'SignItem', view: 'agreed', reason: null }
    case 'recall':
      return { type: 'RecallItem', reason: something }
    case 'decide':
      return { type: 'DecideItem', ...outcomeFor(item, on) }
    case 'confirm':
      return { type: 'ConfirmDecision' }
    case 'execute':
      return { type: 'RequestExecution' }
    case 'close':
      return { type: 'CloseItem', note: null }
  }
}

/** A dispute is decided for whoever sits nearest; which organ it will be, whoever decides says. */
const outcomeFor = ({ kind, petitions, conference }: Item, on: Day): Outcome => ({
  ...{ says: something, measure: null },
  jurisdiction:
    kind === 'jurisdiction' && petitions[0] !== undefined ? { petition: petitions[0], competent: conference } : null,
  tasks: [{ organ: conference, what: something, due: addDays(on, 1) }],
})

/** With a month to sign. */
function circulationFor(item: Item, on: Day): ItemCommandBody {
  const until = addDays(on, 31)
  return { type: 'CirculateItem', until, ...outcomeFor(item, until) }
}

function favourableMeeting(action: MeetingActionName, { day, attendance, members }: Meeting): MeetingCommandBody {
  switch (action) {
    case 'convene':
      return { type: 'ConveneMeeting' }
    case 'move':
      return { type: 'MoveMeeting', day: '9999-12-31' as typeof day, place: something, reason: something }
    case 'open':
      return { type: 'OpenMeeting', figures: null }
    case 'attendance':
      return {
        type: 'RecordAttendance',
        attendance:
          attendance.length > 0
            ? attendance
            : members.map(({ organ, account }) => ({ organ, account, as: 'present', deputy: null })),
      }
    case 'draft-minutes':
      return { type: 'DraftMinutes', text: something, undecided: 0 }
    case 'approve-minutes':
      return { type: 'ApproveMinutes' }
    case 'return-minutes':
      return { type: 'ReturnMinutes', reason: something }
    case 'issue-minutes':
      return { type: 'IssueMinutes', items: [] }
    case 'cancel':
      return { type: 'CancelMeeting', reason: something, placed: 0 }
  }
}

export interface Tried<Name extends string> {
  readonly action: Name
  readonly type: ConferenceCommandType
  readonly refusal: ConferenceRefusal | null
}

export const actionsOnItem = (
  item: Item,
  actor: StaffActor,
  on: Day,
  world: ConferenceWorld,
): readonly Tried<ItemActionName>[] =>
  itemActions.map((action) => {
    const body = favourable(action, item, actor, on)
    const decision = decideOnItem(item, { ...body, on, actor }, world)
    return { action, type: body.type, refusal: decision.ok ? null : decision.error }
  })

export const actionsOnMeeting = (
  meeting: Meeting,
  actor: StaffActor,
  on: Day,
  world: ConferenceWorld,
): readonly Tried<MeetingActionName>[] =>
  meetingActions.map((action) => {
    const body = favourableMeeting(action, meeting)
    const decision = decideOnMeeting(meeting, { ...body, on, actor }, world)
    return { action, type: body.type, refusal: decision.ok ? null : decision.error }
  })
