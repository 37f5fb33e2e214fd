/** The wire of working groups: paths and shapes, shared by routes, the OpenAPI document and the web. */
import { z } from 'zod'
import { refusalView } from '../../petition/views.ts'
import { cursorOf } from '../../platform/http/cursor.ts'
import { commandsTo, endpoint } from '../../platform/http/endpoint.ts'
import { day, list, organId, pageSize, petitionNumber, prose } from '../../platform/http/fields.ts'
import { taskStages } from '../../tasks/task.ts'
import { groupActions } from './actions.ts'
import { groupStages } from './group.ts'
import { groupShelves } from './tables.ts'

const organRef = z.object({ id: z.string(), zh: z.string(), en: z.string() })
const said = { zh: z.string(), en: z.string() }
const inWords = z.object(said)
const id = () => z.string().regex(/^[A-Za-z0-9_-]{22}$/)
const accountId = () => z.string().regex(/^a[0-9a-f]{16}$/)
const words = prose({ max: 20_000, min: 1 })
const short = prose({ max: 4000, min: 1 })
const line = prose({ max: 200, min: 1, singleLine: true })
const member = z.object({ organ: organId(), account: accountId() })

/** Whoever handles, leads or supervises; who of them has a part in a group is decided on each. */
export const groupReaders = ['clerk', 'head', 'leader', 'supervisor'] as const

export const groupActionView = z.object({
  action: z.enum(groupActions),
  ...said,
  allowed: z.boolean(),
  refusal: refusalView.nullable(),
})
export type GroupActionView = z.output<typeof groupActionView>

export const groupView = z.object({
  group: z.string(),
  stream: z.string(),
  version: z.int(),
  part: z.enum(['founder', 'lead', 'member']),
  founder: organRef,
  /** The item of the conference on which it was decided. */
  item: z.string().nullable(),
  stage: z.enum(groupStages),
  basis: inWords,
  name: z.string(),
  purpose: z.string(),
  topic: z.string().nullable(),
  foundedOn: z.string(),
  until: z.string(),
  daysLeft: z.int().nullable(),
  endedOn: z.string().nullable(),
  prolonged: z.array(z.object({ on: z.string(), until: z.string(), reason: z.string() })),
  members: z.array(
    z.object({ organ: organRef, account: z.string(), name: z.string().nullable(), isLead: z.boolean() }),
  ),
  cases: z.array(z.object({ number: z.string(), isOpenToYou: z.boolean() })),
  takenOut: z.array(
    z.object({ on: z.string(), what: z.string(), name: z.string().nullable(), reason: z.string().nullable() }),
  ),
  tasks: z.array(
    z.object({
      key: z.string(),
      organ: organRef,
      what: z.string(),
      due: z.string(),
      /** Null before the house has given it. */
      stage: z.enum(taskStages).nullable(),
      isLate: z.boolean(),
      isDeclined: z.boolean(),
    }),
  ),
  report: z.string().nullable(),
  actions: z.array(groupActionView),
  history: z.array(z.object({ on: z.string(), ...said })),
})
export type GroupView = z.output<typeof groupView>

export const groupRow = z.object({
  group: z.string(),
  founder: organRef,
  stage: z.enum(groupStages),
  name: z.string().nullable(),
  foundedOn: z.string(),
  until: z.string(),
  daysLeft: z.int().nullable(),
  members: z.int(),
  cases: z.int(),
})
export type GroupRowView = z.output<typeof groupRow>

export const groupCursor = cursorOf(z.tuple([day(), z.string().max(40)]))

export const listGroups = endpoint({
  id: 'group.list',
  method: 'GET',
  path: '/api/working-groups',
  access: groupReaders,
  summary: { zh: '专项工作小组', en: 'Special working groups' },
  query: z.object({
    shelf: z.enum(groupShelves).default('working'),
    cursor: groupCursor.field.optional(),
    limit: pageSize(100, 50),
  }),
  response: z.object({
    items: z.array(groupRow),
    next: z.string().nullable(),
    /** Whether whoever asks may found one. */
    mayFound: z.boolean(),
  }),
})

const groupDone = z.object({ group: z.string(), version: z.int(), stage: z.enum(groupStages) })

export const foundGroup = endpoint({
  id: 'group.found',
  method: 'POST',
  path: '/api/working-groups',
  access: groupReaders,
  summary: { zh: '成立专项工作小组', en: 'Found a special working group' },
  body: z.object({
    item: id().nullable().default(null),
    name: line,
    purpose: words,
    topic: line.nullable().default(null),
    lead: member,
    members: list(member, { max: 50, min: 1 }),
    petitions: list(petitionNumber(), { max: 50, min: 1 }),
    until: day(),
  }),
  status: 201,
  idempotencyKey: 'optional',
  response: groupDone,
})

export const readGroup = endpoint({
  id: 'group.read',
  method: 'GET',
  path: '/api/working-groups/:group',
  access: groupReaders,
  summary: { zh: '一个专项工作小组', en: 'One special working group' },
  params: z.object({ group: id() }),
  response: groupView,
})

const ofGroup = commandsTo({
  room: 'group',
  path: '/api/working-groups/:group',
  access: groupReaders,
  params: z.object({ group: id() }),
  response: groupDone,
})

export const giveGroupTask = ofGroup(
  'give-task',
  { zh: '交办小组任务', en: 'Give a task' },
  z.object({ task: z.object({ organ: organId(), what: short, due: day() }) }),
)
export const addCase = ofGroup(
  'add-case',
  { zh: '增加信访事项', en: 'Add a petition' },
  z.object({ petition: petitionNumber() }),
)
export const takeCaseOut = ofGroup(
  'take-case-out',
  { zh: '移出信访事项', en: 'Take a petition out' },
  z.object({ petition: petitionNumber(), reason: short }),
)
export const addMember = ofGroup('add-member', { zh: '增加成员', en: 'Add a member' }, z.object({ member }))
export const takeMemberOut = ofGroup(
  'take-member-out',
  { zh: '成员退出', en: 'Take a member out' },
  z.object({ account: accountId(), reason: short }),
)
export const nameLead = ofGroup(
  'name-lead',
  { zh: '确定组长', en: 'Name who leads it' },
  z.object({ account: accountId() }),
)
export const prolongGroup = ofGroup(
  'prolong',
  { zh: '延长期限', en: 'Prolong it' },
  z.object({ until: day(), reason: short }),
)
export const dissolveGroup = ofGroup(
  'dissolve',
  { zh: '解散', en: 'Dissolve it with a report' },
  z.object({ report: words }),
)
