/** The wire of visits to villages: paths and shapes, shared by routes, the OpenAPI document and the web. */
import { z } from 'zod'
import { materialInput } from '../../petition/commands.ts'
import { refusalView } from '../../petition/views.ts'
import { cursorOf } from '../../platform/http/cursor.ts'
import { commandsTo, endpoint, fileReply } from '../../platform/http/endpoint.ts'
import { day, list, organId, pageSize, petitionNumber, prose, ref } from '../../platform/http/fields.ts'
import { visitActions } from './actions.ts'
import { entryKinds, tellingWays, visitStages } from './visit.ts'

const organRef = z.object({ id: z.string(), zh: z.string(), en: z.string() })
const inWords = z.object({ zh: z.string(), en: z.string() })
const visitId = () => z.string().regex(/^[A-Za-z0-9_-]{22}$/)
const stage = z.enum(visitStages)
const accountId = () => ref()
/** Drawn on the phone; whoever repeats it repeats the same entry. */
const entryId = () => z.uuid()

const words = prose({ max: 20_000, min: 1 })
const short = prose({ max: 4000, min: 1 })
const line = prose({ max: 200, min: 1, singleLine: true })
const maybe = prose({ max: 4000 }).nullable().default(null)
const people = prose({ max: 500, min: 1, part: 'identity' }).nullable().default(null)

export const visitReaders = ['clerk', 'head', 'leader'] as const

const traveller = z.object({ account: z.string(), name: z.string(), organ: organRef })

export const visitCaseView = z.object({
  petition: z.string(),
  /** Whether the viewer can open the petition itself. */
  isOpenToYou: z.boolean(),
  spot: z.string(),
  meet: z.string().nullable(),
  brief: z.string(),
  questions: z.string().nullable(),
  consent: z.string().nullable(),
  refused: z.object({ on: z.string(), note: z.string().nullable() }).nullable(),
  /** Since when the petitioner sees it on their own page. */
  shownOn: z.string().nullable(),
  informed: z.object({ on: z.string(), way: z.enum(tellingWays), note: z.string() }).nullable(),
})

export const visitEntryView = z.object({
  entry: z.string(),
  kind: z.enum(entryKinds),
  petition: z.string().nullable(),
  at: z.string(),
  /** The day on which it arrived. */
  on: z.string(),
  by: z.string(),
  whom: z.string().nullable(),
  text: z.string(),
  organ: organRef.nullable(),
  due: z.string().nullable(),
  materials: z.array(z.object({ ref: z.string(), name: z.string(), bytes: z.int(), mediaType: z.string() })),
  registered: z.string().nullable(),
})

export const visitActionView = z.object({
  action: z.enum(visitActions),
  zh: z.string(),
  en: z.string(),
  allowed: z.boolean(),
  refusal: refusalView.nullable(),
})

export const visitView = z.object({
  visit: z.string(),
  version: z.int(),
  stage,
  part: z.enum(['planner', 'traveller']),
  organ: organRef,
  day: z.string(),
  plannedOn: z.string(),
  destination: z.string(),
  leaders: z.array(traveller),
  companions: z.array(traveller),
  cases: z.array(visitCaseView),
  entries: z.array(visitEntryView),
  moves: z.array(z.object({ on: z.string(), from: z.string(), to: z.string(), reason: z.string() })),
  /** Who has it on a phone, and until when it is readable there. */
  sheets: z.array(z.object({ on: z.string(), name: z.string(), until: z.string() })),
  report: z.object({ on: z.string(), name: z.string(), text: z.string() }).nullable(),
  note: z.string().nullable(),
  actions: z.array(visitActionView),
  history: z.array(
    z.object({ type: z.string(), on: z.string(), organ: organRef.nullable(), zh: z.string(), en: z.string() }),
  ),
})
export type VisitView = z.output<typeof visitView>
export type VisitCaseView = z.output<typeof visitCaseView>
export type VisitEntryView = z.output<typeof visitEntryView>
export type VisitActionView = z.output<typeof visitActionView>

const visitRow = z.object({
  visit: z.string(),
  organ: organRef,
  stage,
  day: z.string(),
  destination: z.string().nullable(),
  leaders: z.array(z.string()),
  cases: z.int(),
  /** Its day has passed, and nothing is on record. */
  isLate: z.boolean(),
})
export type VisitRowView = z.output<typeof visitRow>

export const visitCursor = cursorOf(z.tuple([day(), z.string().max(40)]))
export const visitShelves = ['ahead', 'following', 'done', 'all'] as const

export const listVisits = endpoint({
  id: 'visit.list',
  method: 'GET',
  path: '/api/visits',
  access: visitReaders,
  summary: { zh: '下访', en: 'Visits to villages' },
  query: z.object({
    /** What lies ahead, what is being followed, what is over. */
    shelf: z.enum(visitShelves).default('ahead'),
    whose: z.enum(['ours', 'mine']).default('ours'),
    petition: petitionNumber().optional(),
    cursor: visitCursor.field.optional(),
    limit: pageSize(100, 50),
  }),
  response: z.object({
    items: z.array(visitRow),
    next: z.string().nullable(),
    /** Why your organ plans none; null where it does. */
    refusal: refusalView.nullable(),
  }),
})

export const readVisit = endpoint({
  id: 'visit.read',
  method: 'GET',
  path: '/api/visits/:visit',
  access: visitReaders,
  summary: { zh: '一次下访', en: 'One visit' },
  params: z.object({ visit: visitId() }),
  response: visitView,
})

export const readVisitMaterial = endpoint({
  id: 'visit.material',
  method: 'GET',
  path: '/api/visits/:visit/materials/:ref',
  access: visitReaders,
  summary: { zh: '下载现场记录的附件', en: 'Download a file that was recorded on the way' },
  params: z.object({ visit: visitId(), ref: ref() }),
  response: fileReply(),
})

/** Who can go: leaders of the area, and colleagues. */
export const prepareVisit = endpoint({
  id: 'visit.prepare',
  method: 'GET',
  path: '/api/visit-plan',
  access: visitReaders,
  summary: { zh: '可以下访的领导和随行人员', en: 'Leaders who can go, and who can come along' },
  response: z.object({
    leaders: z.array(traveller),
    companions: z.array(traveller),
    /** Who can be asked to do what is agreed. */
    organs: z.array(organRef),
  }),
})

/** How often each leader of the area went in the running period, against what is asked. */
export const readFrequency = endpoint({
  id: 'visit.frequency',
  method: 'GET',
  path: '/api/visit-frequency',
  access: visitReaders,
  summary: { zh: '领导下访次数', en: 'How often leaders went to villages' },
  response: z.object({
    leaders: z.array(
      traveller.extend({
        /** Null where nothing is asked at this level. */
        asked: z
          .object({ times: z.int(), per: z.string(), from: z.string(), until: z.string(), basis: inWords })
          .nullable(),
        done: z.int(),
        planned: z.int(),
        /** What is still missing when all that is planned has taken place. */
        missing: z.int(),
      }),
    ),
  }),
})

const who = z.object({ account: accountId(), organ: organId() })
const planBody = z.object({
  day: day(),
  destination: line,
  leaders: list(who, { min: 1, max: 10 }),
  companions: list(who, { max: 20 }).default([]),
  cases: list(
    z.object({
      petition: petitionNumber(),
      spot: line,
      meet: people,
      brief: short,
      questions: maybe,
      consent: maybe,
    }),
    { max: 20 },
  ).default([]),
})

const done = z.object({ visit: z.string(), version: z.int(), stage })

export const planVisit = endpoint({
  id: 'visit.plan',
  method: 'POST',
  path: '/api/visits',
  access: visitReaders,
  summary: { zh: '安排下访', en: 'Plan a visit' },
  body: z.object({ plan: planBody }),
  status: 201,
  idempotencyKey: 'optional',
  response: done,
})

const command = commandsTo({
  room: 'visit',
  path: '/api/visits/:visit',
  access: visitReaders,
  params: z.object({ visit: visitId() }),
  response: done,
})

export const editVisit = command('edit', { zh: '修改安排', en: 'Change the plan' }, z.object({ plan: planBody }))
export const confirmVisit = command('confirm', { zh: '确认', en: 'Confirm it' }, z.object({}))
export const postponeVisit = command(
  'postpone',
  { zh: '改期', en: 'Move it to another day' },
  z.object({ to: day(), reason: short }),
)
export const cancelVisit = command('cancel', { zh: '取消', en: 'Cancel it' }, z.object({ reason: short }))
export const recordRefusal = command(
  'refused',
  { zh: '信访人不愿被走访', en: 'The petitioner does not want to be visited' },
  z.object({ petition: petitionNumber(), note: maybe }),
)
export const showVisit = command(
  'show',
  { zh: '告知信访人（查询页可见）', en: 'Show it to the petitioner on their own page' },
  z.object({ petition: petitionNumber() }),
)
export const takeSheet = command('take', { zh: '带走行程单', en: 'Take the sheet along on a phone' }, z.object({}))
export const recordEntry = command(
  'entry',
  { zh: '现场记录', en: 'Record something on the way' },
  z.object({
    entry: entryId(),
    kind: z.enum(entryKinds),
    petition: petitionNumber().nullable().default(null),
    at: day(),
    whom: people,
    text: words,
    organ: organId().nullable().default(null),
    due: day().nullable().default(null),
    materials: list(materialInput, { max: 6 }).default([]),
  }),
)
export const concludeVisit = command('conclude', { zh: '小结', en: 'Conclude it' }, z.object({ report: words }))
export const openVisit = command(
  'reopen',
  { zh: '重新打开', en: 'Open it again, for what is still to come in' },
  z.object({ reason: short }),
)
export const informPetitioner = command(
  'inform',
  { zh: '记录已告知信访人', en: 'Record that a petitioner was told' },
  z.object({ petition: petitionNumber(), way: z.enum(tellingWays), note: short }),
)
export const linkEntry = command(
  'link',
  { zh: '关联登记的信访事项', en: 'Link the petition that a problem became' },
  z.object({ entry: entryId(), petition: petitionNumber() }),
)
export const closeVisit = command('close', { zh: '办结', en: 'Close it' }, z.object({}))

/** How it stands with a visit, as the petitioner is told: to come, without a certain day, called off, not wanted, as it went, or not on record yet. */
export const shownStates = ['coming', 'moved', 'cancelled', 'refused', 'met', 'notMet', 'past'] as const

const shownVisit = z.object({
  state: z.enum(shownStates),
  day: z.string(),
  spot: z.string(),
  leaders: z.array(z.object({ name: z.string(), organ: organRef })),
  shownOn: z.string(),
})
export type ShownVisit = z.output<typeof shownVisit>

/** For the petitioner: who comes, when and where, once the leader’s office has said so; nothing of other cases on the way. */
export const ownVisits = endpoint({
  id: 'visit.own',
  method: 'GET',
  path: '/api/follow/visits',
  access: 'petitioner',
  pace: 'lookup',
  summary: { zh: '领导下访本人信访事项的安排', en: 'Which leaders come about your petition' },
  response: z.object({ items: z.array(shownVisit) }),
})
