/** The wire of conferences: paths and shapes, shared by routes, the OpenAPI document and the web. */
import { z } from 'zod'
import { conferenceMeasures, itemKinds, meetingKinds, seatKinds } from '../../law/conference.ts'
import { refusalView } from '../../petition/views.ts'
import { cursorOf } from '../../platform/http/cursor.ts'
import { commandsTo, endpoint } from '../../platform/http/endpoint.ts'
import { day, list, organId, pageSize, petitionNumber, prose, ref } from '../../platform/http/fields.ts'
import { itemActions, meetingActions } from './actions.ts'
import { attendances, circulationEnds, itemStages, meetingStages, signedViews } from './conference.ts'
import { itemShelves } from './tables.ts'

const organRef = z.object({ id: z.string(), zh: z.string(), en: z.string() })
const said = { zh: z.string(), en: z.string() }
const inWords = z.object(said)
const id = () => z.string().regex(/^[A-Za-z0-9_-]{22}$/)
const accountId = () => z.string().regex(/^a[0-9a-f]{16}$/)
const words = prose({ max: 20_000, min: 1 })
const short = prose({ max: 4000, min: 1 })
const line = prose({ max: 200, min: 1, singleLine: true })
const shelf = z.enum(itemShelves)

/** Whoever handles, leads or supervises; who of them has a part in something is decided on each. */
export const conferenceReaders = ['clerk', 'head', 'leader', 'supervisor'] as const
export const rosterKeepers = ['clerk', 'head', 'administrator'] as const

export const seatView = z.object({
  ref: z.string(),
  seat: z.enum(seatKinds),
  organ: organRef,
  account: z.string().nullable(),
  name: z.string().nullable(),
  from: z.string(),
  until: z.string().nullable(),
  isOver: z.boolean(),
})
export type SeatView = z.output<typeof seatView>

export const periodView = z.object({
  kind: z.enum(meetingKinds),
  everyMonths: z.int(),
  lastOn: z.string().nullable(),
  dueBy: z.string().nullable(),
  isLate: z.boolean(),
  basis: inWords,
})
export type PeriodView = z.output<typeof periodView>

const memberView = z.object({
  seat: z.enum(seatKinds),
  organ: organRef,
  account: z.string().nullable(),
  name: z.string().nullable(),
})

const actionView = <Name extends readonly [string, ...string[]]>(names: Name) =>
  z.object({ action: z.enum(names), ...said, allowed: z.boolean(), refusal: refusalView.nullable() })
export const itemActionView = actionView(itemActions)
export type ItemActionView = z.output<typeof itemActionView>
export const meetingActionView = actionView(meetingActions)
export type MeetingActionView = z.output<typeof meetingActionView>

const history = z.array(z.object({ type: z.string(), on: z.string(), organ: organRef.nullable(), ...said }))
const piece = z.object({ on: z.string(), reason: z.string() })

export const decisionView = z.object({
  on: z.string(),
  says: z.string(),
  jurisdiction: z.object({ petition: z.string(), competent: organRef }).nullable(),
  measure: z
    .object({
      order: z.enum(conferenceMeasures),
      ...{ petition: z.string(), organs: z.array(organRef), due: z.string() },
      ...{ instruction: z.string(), criteria: z.array(z.string()) },
    })
    .nullable(),
  tasks: z.array(
    z.object({
      key: z.string(),
      organ: organRef,
      what: z.string(),
      due: z.string(),
      isOpen: z.boolean(),
      isLate: z.boolean(),
    }),
  ),
})
export type DecisionView = z.output<typeof decisionView>

export const circulationView = z.object({
  on: z.string(),
  until: z.string(),
  by: z.string().nullable(),
  draft: decisionView,
  /** Everybody who was asked, with what they wrote. */
  signatories: z.array(
    memberView.extend({
      view: z.enum(signedViews).nullable(),
      on: z.string().nullable(),
      reason: z.string().nullable(),
      isYou: z.boolean(),
    }),
  ),
  ended: z.object({ on: z.string(), because: z.enum(circulationEnds), reason: z.string().nullable() }).nullable(),
})
export type CirculationView = z.output<typeof circulationView>

export const itemView = z.object({
  item: z.string(),
  /** Its name among all that issues papers or gives tasks. */
  stream: z.string(),
  version: z.int(),
  conference: organRef,
  bringer: organRef,
  kind: z.enum(itemKinds),
  stage: z.enum(itemStages),
  part: z.enum(['conference', 'bringer', 'member']),
  basis: inWords,
  title: z.string(),
  paper: z.string(),
  petitions: z.array(z.object({ number: z.string(), isOpenToYou: z.boolean() })),
  against: z.array(organRef),
  broughtOn: z.string(),
  meeting: z.string().nullable(),
  members: z.array(memberView),
  /** Somebody is kept from it, so it is minuted apart. */
  isApart: z.boolean(),
  sentBack: piece.nullable(),
  postponed: z.array(piece),
  circulations: z.array(circulationView),
  decision: decisionView.nullable(),
  confirmedOn: z.string().nullable(),
  execution: z.array(
    z.object({
      part: z.string(),
      state: z.enum(['waiting', 'executed', 'declined']),
      result: z.string().nullable(),
      refusal: inWords.nullable(),
    }),
  ),
  /** 单列会议纪要、会签纪要, once it is confirmed by itself. */
  minutes: z.object({ paper: z.string(), isSigned: z.boolean() }).nullable(),
  closedOn: z.string().nullable(),
  /** What was said when it was closed or withdrawn. */
  note: z.string().nullable(),
  actions: z.array(itemActionView),
  history,
})
export type ItemView = z.output<typeof itemView>

export const itemRow = z.object({
  item: z.string(),
  conference: organRef,
  bringer: organRef,
  kind: z.enum(itemKinds),
  stage: z.enum(itemStages),
  shelf,
  title: z.string().nullable(),
  meeting: z.string().nullable(),
  petitions: z.array(z.string()),
  broughtOn: z.string(),
  decidedOn: z.string().nullable(),
  nextDue: z.object({ lastDay: z.string(), daysLeft: z.int(), isOverdue: z.boolean() }).nullable(),
  openTasks: z.int(),
  isDeclined: z.boolean(),
  movedOn: z.string(),
})
export type ItemRowView = z.output<typeof itemRow>

export const meetingRow = z.object({
  meeting: z.string(),
  conference: organRef,
  kind: z.enum(meetingKinds),
  stage: z.enum(meetingStages),
  title: z.string().nullable(),
  place: z.string().nullable(),
  day: z.string(),
})
export type MeetingRowView = z.output<typeof meetingRow>

const counted = z.object({
  figure: z.string(),
  ...said,
  /** Null where nothing in this house counts it. */
  rows: z.array(z.object({ ...said, count: z.int(), of: z.int().nullable() })).nullable(),
})

export const meetingView = meetingRow.extend({
  stream: z.string(),
  version: z.int(),
  basis: inWords,
  isOffice: z.boolean(),
  isConvenor: z.boolean(),
  members: z.array(memberView.extend({ as: z.enum(attendances).nullable(), deputy: z.string().nullable() })),
  /** What stands on it and is yours to know, whole. */
  agenda: z.array(itemView),
  /** Accepted and waiting for a meeting, for whoever prepares. */
  waiting: z.array(itemRow),
  /** Of a hearing: as they are now, and from the day it was opened as they were then. */
  figures: z.object({ from: z.string(), until: z.string(), counted: z.array(counted) }).nullable(),
  minutes: z.object({ text: z.string(), on: z.string(), by: z.string().nullable() }).nullable(),
  returned: piece.nullable(),
  approvedBy: z.string().nullable(),
  issuedOn: z.string().nullable(),
  reason: z.string().nullable(),
  /** Its papers that were issued: the notice and the minutes. */
  papers: z.object({ notice: z.string().nullable(), minutes: z.string().nullable() }),
  actions: z.array(meetingActionView),
  history,
})
export type MeetingView = z.output<typeof meetingView>

export const listConferences = endpoint({
  id: 'conference.list',
  method: 'GET',
  path: '/api/conferences',
  access: 'staff',
  summary: {
    zh: '本单位参加的和可以提请的联席会议、常委会',
    en: 'Conferences in which your organ sits, and those that it may bring something before',
  },
  response: z.object({
    items: z.array(
      z.object({
        conference: organRef,
        isOffice: z.boolean(),
        isConvenor: z.boolean(),
        sits: z.boolean(),
        maySeat: z.boolean(),
        meetings: z.array(z.object({ kind: z.enum(meetingKinds), basis: inWords })),
        periods: z.array(periodView),
      }),
    ),
  }),
})
export type ConferenceEntry = z.output<(typeof listConferences)['response']>['items'][number]

export const readConference = endpoint({
  id: 'conference.read',
  method: 'GET',
  path: '/api/conferences/:organ',
  access: 'staff',
  summary: { zh: '联席会议的组成', en: 'Who sits in a conference, and who did' },
  params: z.object({ organ: organId() }),
  response: z.object({
    conference: organRef,
    seats: z.array(seatView),
    periods: z.array(periodView),
    /** Why you cannot change it; null where you can. */
    refusal: refusalView.nullable(),
    /** People with a post in an organ that was asked for. */
    candidates: z.array(z.object({ account: z.string(), name: z.string() })),
  }),
  query: z.object({ candidatesIn: organId().optional() }),
})

export const seatMember = endpoint({
  id: 'conference.seat',
  method: 'POST',
  path: '/api/conferences/:organ/seats',
  access: rosterKeepers,
  summary: { zh: '增加召集人、成员单位或者办公室人员', en: 'Seat somebody in a conference' },
  params: z.object({ organ: organId() }),
  body: z.object({
    seat: z.enum(seatKinds),
    organ: organId(),
    account: accountId().nullable().default(null),
    from: day(),
    until: day().nullable().default(null),
  }),
  idempotencyKey: 'optional',
  response: z.object({ organ: z.string(), version: z.int() }),
})

export const endSeat = endpoint({
  id: 'conference.end-seat',
  method: 'POST',
  path: '/api/conferences/:organ/seats/:ref/end',
  access: rosterKeepers,
  summary: { zh: '不再担任', en: 'Say that somebody no longer sits there' },
  params: z.object({ organ: organId(), ref: ref() }),
  /** The last day, itself included. */
  body: z.object({ until: day() }),
  idempotencyKey: 'optional',
  response: z.object({ organ: z.string(), version: z.int() }),
})

export const conferenceCursor = cursorOf(z.tuple([day(), z.string().max(40)]))

export const listItems = endpoint({
  id: 'item.list',
  method: 'GET',
  path: '/api/conference-items',
  access: conferenceReaders,
  summary: { zh: '提请联席会议研究的议题', en: 'What was brought before conferences, as far as it is yours to know' },
  query: z.object({
    conference: organId().optional(),
    shelf: shelf.optional(),
    petition: petitionNumber().optional(),
    cursor: conferenceCursor.field.optional(),
    limit: pageSize(100, 50),
  }),
  response: z.object({
    items: z.array(itemRow),
    next: z.string().nullable(),
    /** Each counted up to 1,000; `late` of what is followed. */
    counts: z.array(z.object({ shelf, count: z.int(), late: z.int() })),
  }),
})

export const readItem = endpoint({
  id: 'item.read',
  method: 'GET',
  path: '/api/conference-items/:item',
  access: conferenceReaders,
  summary: { zh: '一项议题', en: 'One item' },
  params: z.object({ item: id() }),
  response: itemView,
})

const itemDone = z.object({ item: z.string(), version: z.int(), stage: z.enum(itemStages) })

export const bringItem = endpoint({
  id: 'item.bring',
  method: 'POST',
  path: '/api/conference-items',
  access: conferenceReaders,
  summary: { zh: '提请联席会议研究', en: 'Bring something before a conference' },
  body: z.object({
    conference: organId(),
    kind: z.enum(itemKinds),
    title: line,
    paper: words,
    petitions: list(petitionNumber(), { max: 50 }).default([]),
    against: list(organId(), { max: 20 }).default([]),
  }),
  status: 201,
  idempotencyKey: 'optional',
  response: itemDone,
})

const ofItem = commandsTo({
  room: 'item',
  path: '/api/conference-items/:item',
  access: conferenceReaders,
  params: z.object({ item: id() }),
  response: itemDone,
})

const nothing = z.object({})
const withReason = z.object({ reason: short })

export const acceptItem = ofItem('accept', { zh: '同意列入', en: 'Take it in' }, nothing)
export const sendItemBack = ofItem('send-back', { zh: '退回提请单位', en: 'Send it back' }, withReason)
export const editItem = ofItem('edit', { zh: '修改', en: 'Edit it' }, z.object({ title: line, paper: words }))
export const withdrawItem = ofItem('withdraw', { zh: '撤回', en: 'Withdraw it' }, withReason)
export const placeItem = ofItem('place', { zh: '列入议程', en: 'Put it on an agenda' }, z.object({ meeting: id() }))
export const postponeItem = ofItem('postpone', { zh: '缓议', en: 'Postpone it' }, withReason)
export const recuseMember = ofItem(
  'recuse',
  { zh: '回避', en: 'Keep somebody who has an interest out of it' },
  z.object({ account: accountId(), reason: short }),
)
const outcome = z.object({
  says: words,
  jurisdiction: z.object({ petition: petitionNumber(), competent: organId() }).nullable().default(null),
  measure: z
    .object({
      order: z.enum(conferenceMeasures),
      petition: petitionNumber(),
      organs: list(organId(), { max: 20 }),
      due: day(),
      instruction: short,
      criteria: list(short, { max: 20 }).default([]),
    })
    .nullable()
    .default(null),
  tasks: list(z.object({ organ: organId(), what: short, due: day() }), { max: 30 }).default([]),
})
export const decideItem = ofItem('decide', { zh: '记录议定事项', en: 'Record what was decided' }, outcome)
export const circulateItem = ofItem(
  'circulate',
  { zh: '书面会签', en: 'Send it round to be signed' },
  outcome.extend({ until: day() }),
)
export const signItem = ofItem(
  'sign',
  { zh: '会签', en: 'Sign it' },
  z.object({ view: z.enum(signedViews), reason: short.nullable().default(null) }),
)
export const recallItem = ofItem('recall', { zh: '停止会签', en: 'Take it back from going round' }, withReason)
export const confirmDecision = ofItem('confirm', { zh: '审定', en: 'Confirm what was decided' }, nothing)
export const requestExecution = ofItem('execute', { zh: '重新执行', en: 'Carry it out once more' }, nothing)
export const closeItem = ofItem(
  'close',
  { zh: '办结', en: 'Close it' },
  z.object({ note: prose({ max: 2000 }).nullable().default(null) }),
)

export const listMeetings = endpoint({
  id: 'meeting.list',
  method: 'GET',
  path: '/api/meetings',
  access: conferenceReaders,
  summary: { zh: '联席会议的会议', en: 'Meetings that are yours to attend or to prepare' },
  query: z.object({
    conference: organId().optional(),
    cursor: conferenceCursor.field.optional(),
    limit: pageSize(100, 50),
  }),
  response: z.object({ items: z.array(meetingRow), next: z.string().nullable() }),
})

export const readMeeting = endpoint({
  id: 'meeting.read',
  method: 'GET',
  path: '/api/meetings/:meeting',
  access: conferenceReaders,
  summary: { zh: '一次会议', en: 'One meeting, with its agenda and papers' },
  params: z.object({ meeting: id() }),
  response: meetingView,
})

const meetingDone = z.object({ meeting: z.string(), version: z.int(), stage: z.enum(meetingStages) })

export const planMeeting = endpoint({
  id: 'meeting.plan',
  method: 'POST',
  path: '/api/meetings',
  access: conferenceReaders,
  summary: { zh: '筹备会议', en: 'Plan a meeting' },
  body: z.object({ conference: organId(), kind: z.enum(meetingKinds), title: line, place: line, day: day() }),
  status: 201,
  idempotencyKey: 'optional',
  response: meetingDone,
})

const ofMeeting = commandsTo({
  room: 'meeting',
  path: '/api/meetings/:meeting',
  access: conferenceReaders,
  params: z.object({ meeting: id() }),
  response: meetingDone,
})

export const moveMeeting = ofMeeting(
  'move',
  { zh: '改期', en: 'Move it to another day or place' },
  z.object({ day: day(), place: line, reason: short }),
)
export const conveneMeeting = ofMeeting('convene', { zh: '发出会议通知', en: 'Convene it' }, nothing)
export const openMeeting = ofMeeting('open', { zh: '开会', en: 'Open it' }, nothing)
export const recordAttendance = ofMeeting(
  'attendance',
  { zh: '记录出席情况', en: 'Record who attends' },
  z.object({
    attendance: list(
      z.object({
        organ: organId(),
        account: accountId().nullable().default(null),
        as: z.enum(attendances),
        deputy: prose({ max: 60, min: 1, singleLine: true, part: 'identity' }).nullable().default(null),
      }),
      { max: 200 },
    ),
  }),
)
export const draftMinutes = ofMeeting(
  'draft-minutes',
  { zh: '起草会议纪要', en: 'Draft the minutes' },
  z.object({ text: words }),
)
export const returnMinutes = ofMeeting('return-minutes', { zh: '退回纪要', en: 'Return the minutes' }, withReason)
export const approveMinutes = ofMeeting('approve-minutes', { zh: '签发纪要', en: 'Approve the minutes' }, nothing)
export const issueMinutes = ofMeeting('issue-minutes', { zh: '印发纪要', en: 'Issue the minutes' }, nothing)
export const cancelMeeting = ofMeeting('cancel', { zh: '取消会议', en: 'Cancel it' }, withReason)
