/** What may follow for one meeting: planned, convened, opened, minuted, approved by a convenor who did not draft, issued. */
import { isAfter } from '../../kernel/day.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { article, decided } from '../../law/basis.ts'
import { isConvenor, isOffice, mayKnowMeeting, memberOf } from './acting.ts'
import type {
  ConferenceRefusal,
  ConferenceWorld,
  Meeting,
  MeetingCommand,
  MeetingCommandType,
  MeetingFact,
  MeetingOf,
  MeetingStage,
  MeetingState,
  StaffActor,
} from './conference.ts'

export type MeetingDecision = Result<readonly MeetingFact[], ConferenceRefusal>
type Rule<T extends MeetingCommandType> = (
  meeting: Meeting,
  command: MeetingOf<T>,
  world: ConferenceWorld,
) => MeetingDecision
type LaterCommand = Exclude<MeetingCommandType, 'PlanMeeting'>

const refuse = (refusal: ConferenceRefusal): MeetingDecision => err(refusal)
const accept = (fact: MeetingFact): MeetingDecision => ok([fact])
const notYours: ConferenceRefusal = { kind: 'meeting-not-yours', basis: decided('0041') }

export function decideOnMeeting(state: MeetingState, command: MeetingCommand, world: ConferenceWorld): MeetingDecision {
  if (command.type === 'PlanMeeting') {
    return state === null ? planMeeting(command, world) : refuse({ kind: 'meeting-planned-already' })
  }
  if (state === null) return refuse({ kind: 'no-such-meeting' })
  const refusal = refusalToAct(state, command, world)
  if (refusal) return refuse(refusal)
  const rule = rules[command.type] as (
    meeting: Meeting,
    command: MeetingCommand,
    world: ConferenceWorld,
  ) => MeetingDecision
  return rule(state, command, world)
}

/** By whom, and at which stages. */
export const meetingPermissions: Readonly<
  Record<LaterCommand, { readonly by: 'office' | 'convenor'; readonly at: readonly MeetingStage[] }>
> = {
  MoveMeeting: { by: 'office', at: ['planned', 'convened'] },
  ConveneMeeting: { by: 'office', at: ['planned'] },
  OpenMeeting: { by: 'office', at: ['convened'] },
  RecordAttendance: { by: 'office', at: ['opened', 'drafted'] },
  DraftMinutes: { by: 'office', at: ['opened', 'drafted'] },
  ReturnMinutes: { by: 'convenor', at: ['drafted'] },
  ApproveMinutes: { by: 'convenor', at: ['drafted'] },
  IssueMinutes: { by: 'office', at: ['approved'] },
  CancelMeeting: { by: 'office', at: ['planned', 'convened'] },
}

function refusalToAct(
  meeting: Meeting,
  { type, actor }: MeetingCommand,
  { seats }: ConferenceWorld,
): ConferenceRefusal | null {
  if (actor.kind !== 'staff') return notYours
  if (!mayKnowMeeting(meeting, actor)) return { kind: 'no-such-meeting' }
  const { by, at } = meetingPermissions[type as LaterCommand]
  if (by === 'office' && !isOffice(actor, meeting.conference, seats)) return notYours
  if (by === 'convenor' && !isConvenor(actor, seats)) return { kind: 'needs-the-convenor', basis: article(13, 1) }
  if (!at.includes(meeting.stage)) {
    return { kind: 'wrong-meeting-stage', stage: meeting.stage, command: type, needs: at }
  }
  return null
}

function planMeeting(command: MeetingOf<'PlanMeeting'>, { organs, seats, law }: ConferenceWorld): MeetingDecision {
  const { on, actor, conference, kind, title, place, day } = command
  const rule = law.meetings[kind]
  const held = organs.find(conference)
  if (held?.state !== 'active' || !(rule.heldBy as readonly string[]).includes(held.kind)) {
    return refuse({ kind: 'wrong-kind-of-meeting', meeting: kind, basis: rule.basis })
  }
  if (actor.kind !== 'staff' || !isOffice(actor, conference, seats)) return refuse(notYours)
  if (isAfter(on, day)) return refuse({ kind: 'day-not-ahead', day, today: on })
  return accept({ type: 'MeetingPlanned', on, conference, kind, title, place, day, members: seats.map(memberOf) })
}

const moveMeeting: Rule<'MoveMeeting'> = (_, { on, day, place, reason }) =>
  isAfter(on, day)
    ? refuse({ kind: 'day-not-ahead', day, today: on })
    : accept({ type: 'MeetingMoved', on, day, place, reason })

/** 会议通知: to whoever sits there on that day. */
const conveneMeeting: Rule<'ConveneMeeting'> = ({ conference }, { on }, { seats }) =>
  seats.length === 0
    ? refuse({ kind: 'nobody-is-seated' })
    : accept({ type: 'MeetingConvened', on, conference, members: seats.map(memberOf) })

const openMeeting: Rule<'OpenMeeting'> = ({ day }, { on, figures }) =>
  isAfter(day, on)
    ? refuse({ kind: 'meeting-not-today', day, today: on })
    : accept({ type: 'MeetingOpened', on, figures })

const recordAttendance: Rule<'RecordAttendance'> = ({ members }, { on, attendance }) => {
  const stranger = attendance.find(
    ({ organ, account }) => !members.some((member) => member.organ === organ && member.account === account),
  )
  return stranger ? refuse({ kind: 'no-such-member' }) : accept({ type: 'AttendanceRecorded', on, attendance })
}

const draftMinutes: Rule<'DraftMinutes'> = ({ attendance }, { on, actor, text, undecided }) => {
  if (attendance.length === 0) return refuse({ kind: 'attendance-not-recorded' })
  if (undecided > 0) return refuse({ kind: 'items-undecided', count: undecided })
  return accept({ type: 'MinutesDrafted', on, account: (actor as StaffActor).account, text })
}

const returnMinutes: Rule<'ReturnMinutes'> = (_, { on, actor, reason }) =>
  accept({ type: 'MinutesReturned', on, account: (actor as StaffActor).account, reason })

const approveMinutes: Rule<'ApproveMinutes'> = ({ minutes }, { on, actor }) => {
  const { account } = actor as StaffActor
  return minutes?.account === account
    ? refuse({ kind: 'own-minutes', basis: decided('0041') })
    : accept({ type: 'MinutesApproved', on, account })
}

const issueMinutes: Rule<'IssueMinutes'> = ({ conference }, { on, actor, items }) =>
  accept({ type: 'MinutesIssued', on, conference, account: (actor as StaffActor).account, items })

const cancelMeeting: Rule<'CancelMeeting'> = (_, { on, reason, placed }) =>
  placed > 0 ? refuse({ kind: 'items-still-there', count: placed }) : accept({ type: 'MeetingCancelled', on, reason })

const rules: { readonly [T in LaterCommand]: Rule<T> } = {
  MoveMeeting: moveMeeting,
  ConveneMeeting: conveneMeeting,
  OpenMeeting: openMeeting,
  RecordAttendance: recordAttendance,
  DraftMinutes: draftMinutes,
  ReturnMinutes: returnMinutes,
  ApproveMinutes: approveMinutes,
  IssueMinutes: issueMinutes,
  CancelMeeting: cancelMeeting,
}
