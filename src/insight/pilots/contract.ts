/** The wire of the pilots: paths and shapes, shared by routes, the OpenAPI document and the web. */
import { z } from 'zod'
import { refusalView } from '../../petition/views.ts'
import { commandsTo, endpoint } from '../../platform/http/endpoint.ts'
import { day, list, organId, prose } from '../../platform/http/fields.ts'
import { pilotStages } from './pilot.ts'

const organRef = z.object({ id: z.string(), zh: z.string(), en: z.string() })
const coded = z.object({ code: z.string(), zh: z.string(), en: z.string() })
const pilotId = () => z.string().regex(/^[A-Za-z0-9_-]{22}$/)
const stage = z.enum(pilotStages)
const posts = ['clerk', 'head', 'leader', 'supervisor'] as const

const pilotRow = z.object({
  ...{ pilot: z.string(), name: z.string().nullable(), stage, category: coded.nullable(), place: coded },
  ...{ from: z.string(), until: z.string() },
})
export type PilotRowView = z.output<typeof pilotRow>

export const listPilots = endpoint({
  id: 'pilot.list',
  method: 'GET',
  path: '/api/insight/pilots',
  access: posts,
  summary: { zh: '试点', en: 'Pilots' },
  response: z.object({
    items: z.array(pilotRow),
    /** Why your organ begins none; null where it may. */
    refusal: refusalView.nullable(),
    place: coded,
  }),
})

const counted = z.object({ n: z.int(), held: z.int() })
const effect = z.object({
  ...{ before: counted, after: counted, elsewhereBefore: counted, elsewhereAfter: counted },
  ...{ difference: z.number().nullable(), low: z.number(), high: z.number() },
  ...{ isSmall: z.boolean(), watchedDays: z.int() },
})

export const readPilot = endpoint({
  id: 'pilot.read',
  method: 'GET',
  path: '/api/insight/pilots/:pilot',
  access: posts,
  summary: { zh: '一个试点', en: 'One pilot' },
  params: z.object({ pilot: pilotId() }),
  response: pilotRow.extend({
    ...{ version: z.int(), what: z.string(), begunOn: z.string() },
    /** As it is now; once it ended, as it was then. */
    effect,
    steps: z.array(z.object({ key: z.string(), organ: organRef, what: z.string(), due: z.string() })),
    ended: z.object({ on: z.string(), reason: z.string() }).nullable(),
    /** Why it cannot be ended now; null where it can. */
    refusal: refusalView.nullable(),
  }),
})
export type PilotView = z.output<typeof readPilot.response>

const words = prose({ max: 4000, min: 1 })
const done = z.object({ pilot: z.string(), version: z.int(), stage })

export const beginPilot = endpoint({
  id: 'pilot.begin',
  method: 'POST',
  path: '/api/insight/pilots',
  access: posts,
  summary: { zh: '开展试点', en: 'Begin a pilot' },
  body: z.object({
    name: prose({ max: 100, min: 2, singleLine: true }),
    what: words,
    category: z
      .string()
      .regex(/^[A-Za-z][A-Za-z0-9]{0,40}$/)
      .nullable()
      .default(null),
    // lines are kept by township at the finest
    place: z.string().regex(/^(?:\d{2}|\d{4}|\d{6}|\d{9})$/),
    ...{ from: day(), until: day() },
  }),
  status: 201,
  idempotencyKey: 'optional',
  response: done,
})

const command = commandsTo({
  room: 'pilot',
  path: '/api/insight/pilots/:pilot',
  access: posts,
  params: z.object({ pilot: pilotId() }),
  response: done,
})

export const spreadPilot = command(
  'spread',
  { zh: '推广', en: 'Spread it' },
  z.object({
    reason: words,
    steps: list(z.object({ organ: organId(), what: words, due: day() }), { min: 1, max: 50 }),
  }),
)
export const dropPilot = command('drop', { zh: '不再推行', en: 'Drop it' }, z.object({ reason: words }))
