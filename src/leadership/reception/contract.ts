/** The wire of the reception days: paths and shapes, shared by routes, the OpenAPI document and the web. */
import { z } from 'zod'
import { wallTimeShape } from '../../kernel/wall-time.ts'
import { receptionFrequencies, receptionPeriods } from '../../law/reception.ts'
import { refusalView } from '../../petition/views.ts'
import { commandsTo, endpoint } from '../../platform/http/endpoint.ts'
import { day, flag, list, organId, petitionNumber, prose, whole } from '../../platform/http/fields.ts'
import { bookingActions, receptionActions } from './actions.ts'
import { bookingNeeds, bookingStages, bookingWays, confirmations, talkResults, tellingWays } from './booking.ts'
import { gapStates } from './gaps.ts'
import { receptionStages, standings } from './reception.ts'

const organRef = z.object({ id: z.string(), zh: z.string(), en: z.string() })
const inWords = z.object({ zh: z.string(), en: z.string() })
const receptionId = () => z.string().regex(/^[A-Za-z0-9_-]{22}$/)
/** Twelve digits, however they are grouped. */
const reference = () =>
  z
    .string()
    .max(40)
    .regex(/^(?:\D*\d){12}\D*$/)
    .transform((typed) => typed.replaceAll(/\D/g, ''))
const time = () => z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
const accountId = () => z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._@-]{0,63}$/)
const regionCode = () => z.string().regex(/^\d{2,12}$/)
const who = (max: number) => prose({ max, min: 1, singleLine: true, part: 'identity' })
const short = prose({ max: 4000, min: 1 })
const words = prose({ max: 20_000, min: 1 })
const line = (max: number) => prose({ max, min: 1, singleLine: true })

export const receptionReaders = ['clerk', 'head', 'leader', 'supervisor'] as const
export const receptionWriters = ['clerk', 'head', 'leader'] as const

// ———— what everybody may know

const leaderView = z.object({
  name: z.string(),
  title: z.string().nullable(),
  organ: organRef,
  standing: z.enum(standings),
})

export const publicDay = z.object({
  reception: z.string(),
  stage: z.enum(receptionStages),
  day: z.string(),
  /** By the calendar of the place: nobody works on it otherwise. */
  isRestDay: z.boolean(),
  from: z.string(),
  until: z.string(),
  host: organRef,
  leaders: z.array(leaderView),
  place: z.string().nullable(),
  topic: z.string().nullable(),
  joint: z.array(organRef),
  seats: z.int(),
  /** The last day on which a seat can be asked for; null before it is public. */
  closesOn: z.string().nullable(),
  /** The hour of that day at which requests close; `24:00` is its end. */
  closesAt: z.string(),
  isOpen: z.boolean(),
  /** After the draw: how many asked, and how many seats are given. */
  asked: z.int(),
  given: z.int(),
  /** Why it was changed or called off, and the day that is offered instead. */
  reason: z.string().nullable(),
  instead: z.string().nullable(),
})
export type PublicDay = z.output<typeof publicDay>

export const receptionCalendar = endpoint({
  id: 'reception.calendar',
  method: 'GET',
  path: '/api/reception-calendar',
  access: 'anyone',
  summary: { zh: '领导接访公示', en: 'When leaders receive: public' },
  query: z.object({ region: regionCode().optional(), from: day().optional(), until: day().optional() }),
  response: z.object({ today: z.string(), items: z.array(publicDay) }),
})

export const receptionDay = endpoint({
  id: 'reception.day',
  method: 'GET',
  path: '/api/reception-calendar/:reception',
  access: 'anyone',
  summary: { zh: '一个接访日', en: 'One reception day: public' },
  params: z.object({ reception: receptionId() }),
  response: publicDay,
})

export const receptionDraw = endpoint({
  id: 'reception.draw',
  method: 'GET',
  path: '/api/reception-calendar/:reception/draw',
  access: 'anyone',
  readableFrom: 'anywhere',
  summary: { zh: '抽签结果和核对办法', en: 'The draw, with all that is needed to make it again' },
  params: z.object({ reception: receptionId() }),
  response: z.object({
    /** Published before anybody asked: SHA-256 of the secret. */
    commitment: z.string(),
    secret: z.string(),
    /** SHA-256 of the secret and of all references that were drawn, in order, each on a line. */
    seed: z.string(),
    drawnOn: z.string(),
    seats: z.int(),
    /** Seats that are drawn first among those who cannot well wait. */
    kept: z.int(),
    /** In the order of the draw; those who came later stand behind. `rank` is SHA-256 of the seed and the reference. */
    entries: z.array(
      z.object({
        reference: z.string(),
        rank: z.string(),
        first: z.boolean(),
        seat: z.int().nullable(),
        hasLeft: z.boolean(),
        wasDrawn: z.boolean(),
      }),
    ),
  }),
})

const about = list(z.object({ reception: receptionId(), leader: whole({ min: 0, max: 20 }) }), { max: 10 }).default([])
const phone = who(40).refine((typed) => (typed.text.match(/\d/g) ?? []).length >= 5, {
  params: { flaw: 'not-a-phone' },
})

const made = z.object({
  reference: z.string(),
  key: z.string(),
  reception: z.string(),
  closesOn: z.string().nullable(),
  closesAt: z.string(),
})

export const bookSeat = endpoint({
  id: 'reception.book',
  method: 'POST',
  path: '/api/reception-calendar/:reception/bookings',
  access: 'anyone',
  pace: 'registration',
  summary: { zh: '网上预约接访', en: 'Ask to be received: without an account' },
  params: z.object({ reception: receptionId() }),
  body: z.object({
    name: who(100),
    phone,
    subject: line(500).nullable().default(null),
    /** They want to be told of what changes by a message to that telephone. */
    byMessage: z.boolean().default(false),
    need: z.enum(bookingNeeds).nullable().default(null),
    /** Leaders whom it is about, each by the day and the place among its leaders. */
    about,
  }),
  status: 201,
  idempotencyKey: 'required',
  response: made,
})

const held = z.object({ reference: reference(), key: z.string().min(1).max(64) })

/** Where a booking stands, in the words of the person's own page. */
export const heldStates = [
  ...(['gathering', 'seat', 'waiting', 'notReached', 'dayCancelled', 'anotherDay'] as const),
  ...(['cancelled', 'absent', 'arrived', 'received'] as const),
] as const

export const heldBooking = z.object({
  reference: z.string(),
  state: z.enum(heldStates),
  day: publicDay,
  seat: z.int().nullable(),
  /** When the talk is planned to begin. */
  slot: z.string().nullable(),
  /** How many wait before them. */
  before: z.int().nullable(),
  mayCancel: z.boolean(),
  /** The day that is offered for one that was called off. */
  instead: publicDay.nullable(),
  /** Days that are open now, where none of those receive whom it is about. */
  next: z.array(publicDay),
  result: z
    .object({
      kind: z.enum(talkResults),
      on: z.string(),
      petition: z.string().nullable(),
      reason: z.string().nullable(),
      promises: z.array(z.object({ organ: organRef, due: z.string(), what: z.string() })),
    })
    .nullable(),
  /** What was written down and read back. */
  record: z.string().nullable(),
})
export type HeldBookingView = z.output<typeof heldBooking>

export const lookUpBooking = endpoint({
  id: 'reception.look-up',
  method: 'POST',
  path: '/api/booking-lookup',
  access: 'anyone',
  pace: 'lookup',
  summary: { zh: '查询自己的预约', en: 'Look up one’s own booking' },
  body: held,
  response: heldBooking,
})

export const cancelOwnBooking = endpoint({
  id: 'reception.cancel-own',
  method: 'POST',
  path: '/api/booking-cancellation',
  access: 'anyone',
  pace: 'lookup',
  summary: { zh: '取消自己的预约', en: 'Cancel one’s own booking' },
  body: held,
  response: heldBooking,
})

export const takeOfferedDay = endpoint({
  id: 'reception.take-offer',
  method: 'POST',
  path: '/api/booking-offer',
  access: 'anyone',
  pace: 'lookup',
  summary: { zh: '接受改约的接访日', en: 'Take the day that is offered instead' },
  body: held,
  status: 201,
  idempotencyKey: 'required',
  response: made,
})

// ———— what the offices see and do

const action = <const Names extends readonly [string, ...string[]]>(names: Names) =>
  z.object({
    action: z.enum(names),
    zh: z.string(),
    en: z.string(),
    allowed: z.boolean(),
    refusal: refusalView.nullable(),
  })

const deskLeader = leaderView.extend({ account: z.string() })
const deskDay = publicDay.extend({ leaders: z.array(deskLeader), isPublic: z.boolean(), isYours: z.boolean() })
export type DeskDay = z.output<typeof deskDay>

export const listReceptions = endpoint({
  id: 'reception.list',
  method: 'GET',
  path: '/api/receptions',
  access: receptionReaders,
  summary: { zh: '接访日程', en: 'Reception days of your organ' },
  query: z.object({ from: day(), until: day(), mine: flag().default(false) }),
  response: z.object({ today: z.string(), items: z.array(deskDay), arranges: z.boolean() }),
})

const leaderGap = z.object({
  frequency: z.enum(receptionFrequencies),
  every: z.enum(receptionPeriods),
  zh: z.string(),
  en: z.string(),
  basis: inWords,
  account: z.string(),
  name: z.string(),
  organ: organRef,
  from: z.string(),
  until: z.string(),
  state: z.enum(gapStates),
  day: z.string().nullable(),
})
export type LeaderGapView = z.output<typeof leaderGap>

export const receptionGaps = endpoint({
  id: 'reception.gaps',
  method: 'GET',
  path: '/api/reception-gaps',
  access: receptionReaders,
  summary: { zh: '接访安排的缺口', en: 'Who has not received as often as asked' },
  query: z.object({ month: z.string().regex(/^20\d{2}-(?:0[1-9]|1[0-2])$/) }),
  response: z.object({
    leaders: z.array(leaderGap),
    /** Working days of the month in a county on which nobody receives; null where that is not asked of the area. */
    days: z
      .object({ basis: inWords, items: z.array(z.object({ day: z.string(), state: z.enum(gapStates) })) })
      .nullable(),
    /** 乡镇随时接待 and whatever else no calendar shows. */
    standing: z.array(z.object({ zh: z.string(), en: z.string(), basis: inWords })),
  }),
})

export const prepareReception = endpoint({
  id: 'reception.prepare',
  method: 'GET',
  path: '/api/reception-draft',
  access: receptionWriters,
  summary: { zh: '可以安排的领导和规则', en: 'Whom a day can be planned for, and its rules' },
  response: z.object({
    leaders: z.array(deskLeader),
    rules: z.object({
      /** The first day that can be made public today. */
      earliest: z.string(),
      slotMinutes: z.int(),
      mostSeats: z.int(),
      keptOfTen: z.int(),
      closesAt: z.string(),
      basis: inWords,
    }),
  }),
})

const receiver = z.object({
  account: accountId(),
  organ: organId(),
  standing: z.enum(standings).default('other'),
  title: line(100),
})

const plan = z.object({
  day: day(),
  onRestDay: z.boolean().default(false),
  from: time(),
  until: time(),
  place: line(200),
  topic: line(200).nullable().default(null),
  seats: whole({ min: 1, max: 200 }),
  joint: list(organId(), { max: 20 }).default([]),
})

const done = z.object({ reception: z.string(), version: z.int(), stage: z.enum(receptionStages) })

export const planReception = endpoint({
  id: 'reception.plan',
  method: 'POST',
  path: '/api/receptions',
  access: receptionWriters,
  summary: { zh: '安排接访日', en: 'Plan a reception day' },
  body: z.object({ leaders: list(receiver, { max: 10, min: 1 }), plan }),
  status: 201,
  idempotencyKey: 'optional',
  response: done,
})

const command = commandsTo({
  room: 'reception',
  path: '/api/receptions/:reception',
  access: receptionWriters,
  params: z.object({ reception: receptionId() }),
  response: done,
})

export const changeReception = command(
  'change',
  { zh: '变更时间、地点、名额', en: 'Change time, place or seats' },
  z.object({ plan, reason: short }),
)
export const publishReception = command(
  'publish',
  { zh: '公布', en: 'Make it public' },
  z.object({
    closesOn: day(),
    /** Null: the hour that the law in force has. */
    closesAt: z.string().regex(wallTimeShape).nullable().default(null),
  }),
)
export const substituteLeader = command(
  'substitute',
  { zh: '更换接访领导', en: 'Let another leader receive' },
  z.object({ instead: accountId(), leader: receiver, reason: short }),
)
export const cancelReception = command(
  'cancel',
  { zh: '取消', en: 'Call it off, and offer another day' },
  z.object({ reason: short, instead: receptionId().nullable().default(null) }),
)
export const concludeReception = command(
  'conclude',
  { zh: '接访结束', en: 'Say that it was held' },
  z.object({ note: prose({ max: 2000 }).nullable().default(null) }),
)

const bookingRow = z.object({
  reference: z.string(),
  way: z.enum(bookingWays),
  stage: z.enum(bookingStages),
  need: z.enum(bookingNeeds).nullable(),
  petition: z.string().nullable(),
  name: z.string().nullable(),
  phone: z.string().nullable(),
  subject: z.string().nullable(),
  place: z.int().nullable(),
  seat: z.int().nullable(),
  slot: z.string().nullable(),
  hasLeft: z.boolean(),
  /** Whether they were told how it stands now. */
  isTold: z.boolean(),
})
export type BookingRowView = z.output<typeof bookingRow>

export const receptionView = deskDay.extend({
  version: z.int(),
  account: z.string().nullable(),
  bookings: z.array(bookingRow),
  actions: z.array(action(receptionActions)),
  mayBook: z.boolean(),
  basis: inWords,
  /** The last day on which it can be made public. */
  kept: z.int(),
  commitment: z.string().nullable(),
  note: z.string().nullable(),
  /** The paper that makes it public, once it is. */
  paper: z.string().nullable(),
  history: z.array(
    z.object({ type: z.string(), on: z.string(), organ: organRef.nullable(), zh: z.string(), en: z.string() }),
  ),
})
export type ReceptionView = z.output<typeof receptionView>

export const readReception = endpoint({
  id: 'reception.read',
  method: 'GET',
  path: '/api/receptions/:reception',
  access: receptionReaders,
  summary: { zh: '一个接访日和当日名单', en: 'One reception day, with the list of the day' },
  params: z.object({ reception: receptionId() }),
  response: receptionView,
})

export const bookAtWindow = endpoint({
  id: 'reception.book-at-window',
  method: 'POST',
  path: '/api/receptions/:reception/bookings',
  access: receptionWriters,
  summary: { zh: '窗口、电话代为预约', en: 'Book for somebody at the window or on the telephone' },
  params: z.object({ reception: receptionId() }),
  body: z.object({
    way: z.enum(['window', 'phone']),
    name: who(100),
    phone: phone.nullable().default(null),
    subject: line(500).nullable().default(null),
    byMessage: z.boolean().default(false),
    need: z.enum(bookingNeeds).nullable().default(null),
    petition: petitionNumber().nullable().default(null),
    about,
  }),
  status: 201,
  idempotencyKey: 'optional',
  response: made,
})

export const bookingView = bookingRow.extend({
  version: z.int(),
  reception: z.string(),
  day: z.string(),
  record: z
    .object({ on: z.string(), organ: organRef, text: z.string(), confirmedBy: z.enum(confirmations) })
    .nullable(),
  notes: z.array(z.object({ on: z.string(), organ: organRef, note: z.string() })),
  result: z
    .object({
      kind: z.enum(talkResults),
      on: z.string(),
      reason: z.string().nullable(),
      promises: z.array(z.object({ organ: organRef, due: z.string(), what: z.string() })),
    })
    .nullable(),
  actions: z.array(action(bookingActions)),
})
export type BookingView = z.output<typeof bookingView>

export const readBooking = endpoint({
  id: 'booking.read',
  method: 'GET',
  path: '/api/bookings/:booking',
  access: receptionReaders,
  summary: { zh: '一个预约和谈话记录', en: 'One booking, with what was said' },
  params: z.object({ booking: reference() }),
  response: bookingView,
})

const bookingDone = z.object({ booking: z.string(), version: z.int(), stage: z.enum(bookingStages) })

const bookingCommand = commandsTo({
  room: 'booking',
  path: '/api/bookings/:booking',
  access: receptionWriters,
  params: z.object({ booking: reference() }),
  response: bookingDone,
})

export const informHolder = bookingCommand(
  'inform',
  { zh: '记录已告知本人', en: 'Record that the person was told' },
  z.object({ told: z.enum(tellingWays) }),
)
export const checkIn = bookingCommand('check-in', { zh: '签到', en: 'Check in' }, z.object({}))
export const startTalk = bookingCommand('talk', { zh: '开始谈话', en: 'Begin the talk' }, z.object({}))
export const recordTalk = bookingCommand(
  'record',
  { zh: '谈话记录', en: 'Record the talk, read back and confirmed' },
  z.object({ record: words, readBack: z.boolean(), confirmedBy: z.enum(confirmations) }),
)
export const addTableNote = bookingCommand(
  'note',
  { zh: '本单位意见', en: 'Note of your organ' },
  z.object({ note: short }),
)
export const concludeTalk = bookingCommand(
  'result',
  { zh: '处理结果和承诺', en: 'What comes of it, and what was promised' },
  z.object({
    result: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('registered'), petition: petitionNumber() }),
      z.object({
        kind: z.literal('attached'),
        petition: petitionNumber(),
        /** The petitioner wants the record to lie with the petition, where whoever handles it reads it. */
        withTalk: z.boolean().default(false),
      }),
      z.object({ kind: z.literal('explained'), reason: words }),
    ]),
    promises: list(z.object({ organ: organId(), due: day(), what: short }), { max: 10 }).default([]),
  }),
)
export const recordAbsence = bookingCommand('absence', { zh: '记录未到', en: 'Record that nobody came' }, z.object({}))
export const cancelBooking = bookingCommand(
  'cancel',
  { zh: '应本人要求取消', en: 'Cancel at the person’s wish' },
  z.object({}),
)
