/** The wire of the governed themes: paths and shapes, shared by routes, the OpenAPI document and the web. */
import { z } from 'zod'
import { clockView, refusalView } from '../../petition/views.ts'
import { cursorOf } from '../../platform/http/cursor.ts'
import { commandsTo, endpoint } from '../../platform/http/endpoint.ts'
import { day, organId, pageSize, prose, ref, whole } from '../../platform/http/fields.ts'
import { themeActions } from './actions.ts'
import { verdicts } from './measuring.ts'
import { themeShelves } from './tables.ts'
import { themeResults, themeStages } from './theme.ts'

const bilingual = z.object({ zh: z.string(), en: z.string() })
const organRef = z.object({ id: z.string(), zh: z.string(), en: z.string() })
const coded = z.object({ code: z.string(), zh: z.string(), en: z.string() })
const themeId = () => z.string().regex(/^[A-Za-z0-9_-]{22}$/)
const stage = z.enum(themeStages)
const result = z.enum(themeResults)
const person = z.object({ account: z.string(), name: z.string() })

export const themePosts = ['clerk', 'head', 'leader', 'supervisor'] as const

const themeAbout = z.object({
  topic: z.int().nullable(),
  category: coded.nullable(),
  place: coded,
})

export const themeRow = z.object({
  theme: z.string(),
  name: z.string().nullable(),
  stage,
  about: themeAbout,
  governor: organRef,
  owner: organRef,
  governedOn: z.string(),
  due: z.string(),
  daysLeft: z.int().nullable(),
  steps: z.int(),
  result: result.nullable(),
  closedOn: z.string().nullable(),
  /** How often it rose again and was opened again. */
  reopened: z.int(),
})
export type ThemeRowView = z.output<typeof themeRow>

export const themeCursor = cursorOf(z.tuple([day(), z.string().max(60)]))

export const listThemes = endpoint({
  id: 'theme.list',
  method: 'GET',
  path: '/api/insight/themes',
  access: themePosts,
  summary: { zh: '治理主题', en: 'Governed themes' },
  query: z.object({
    list: z.enum(themeShelves).default('governed'),
    /** Only those of this topic. */
    topic: whole({ min: 1, max: 2 ** 31 - 1 }).optional(),
    cursor: themeCursor.field.optional(),
    limit: pageSize(100, 50),
  }),
  response: z.object({
    items: z.array(themeRow),
    next: z.string().nullable(),
    counts: z.object({ governed: z.int(), closed: z.int() }),
    /** Why your organ governs none; null where it does. */
    refusal: refusalView.nullable(),
    /** The latest day that a theme may be given today, and the place that yours is. */
    latest: z.string(),
    place: coded,
  }),
})
export type ThemesView = z.output<typeof listThemes.response>

const measured = z.object({
  months: z.array(z.object({ from: z.string(), count: z.int() })),
  ...{ from: z.string(), until: z.string(), count: z.int(), expected: z.number(), low: z.int(), high: z.int() },
  verdict: z.enum(verdicts),
  /** The same in words. */
  words: z.array(bilingual),
})

export const themeView = z.object({
  ...{ theme: z.string(), version: z.int(), stage, name: z.string(), remedy: z.string(), about: themeAbout },
  part: z.enum(['governor', 'owner', 'doer']),
  governor: organRef,
  owner: organRef,
  officer: person.nullable(),
  ...{ governedOn: z.string(), since: z.string(), due: z.string() },
  steps: z.array(z.object({ key: z.string(), on: z.string(), organ: organRef, what: z.string(), due: z.string() })),
  openTasks: z.int(),
  /** As it stands now. */
  measured,
  /** By months of thirty days from a year before it was governed until now. */
  line: z.array(z.object({ from: z.string(), count: z.int(), isBefore: z.boolean() })),
  closed: z.object({ on: z.string(), by: person, result, report: z.string(), measured }).nullable(),
  reopened: z.array(z.object({ on: z.string(), isByHouse: z.boolean(), reason: z.string().nullable(), measured })),
  clocks: z.array(clockView),
  actions: z.array(
    z.object({
      ...{ action: z.enum(themeActions), zh: z.string(), en: z.string(), allowed: z.boolean() },
      refusal: refusalView.nullable(),
    }),
  ),
  history: z.array(
    z.object({ type: z.string(), on: z.string(), organ: organRef.nullable(), zh: z.string(), en: z.string() }),
  ),
})
export type ThemeView = z.output<typeof themeView>

export const readTheme = endpoint({
  id: 'theme.read',
  method: 'GET',
  path: '/api/insight/themes/:theme',
  access: themePosts,
  summary: { zh: '一个治理主题', en: 'One theme' },
  params: z.object({ theme: themeId() }),
  response: themeView,
})

const words = prose({ max: 4000, min: 1 })
const owner = z.object({ organ: organId(), officer: ref().nullable().default(null) })
const done = z.object({ theme: z.string(), version: z.int(), stage })
/** A code of the tree, or of the first level. */
const categoryCode = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9]*(?:\.[A-Za-z0-9-]+)*$/)
  .max(60)

export const governTheme = endpoint({
  id: 'theme.govern',
  method: 'POST',
  path: '/api/insight/themes',
  access: themePosts,
  summary: { zh: '列为治理主题', en: 'Make a topic, or a category in a place, a governed theme' },
  body: z.object({
    about: z.object({
      topic: z.int().min(1).max(2_147_483_647).nullable().default(null),
      category: categoryCode.nullable().default(null),
      place: z.string().regex(/^\d{2,12}$/),
    }),
    name: prose({ max: 100, min: 2, singleLine: true }),
    remedy: words,
    owner,
    due: day(),
  }),
  status: 201,
  idempotencyKey: 'optional',
  response: done,
})

const command = commandsTo({
  room: 'theme',
  path: '/api/insight/themes/:theme',
  access: themePosts,
  params: z.object({ theme: themeId() }),
  response: done,
})

export const addThemeStep = command(
  'step',
  { zh: '分解任务', en: 'Add a step' },
  z.object({ organ: organId(), what: words, due: day() }),
)
export const extendTheme = command(
  'extend',
  { zh: '延长期限', en: 'Give it more time' },
  z.object({ until: day(), reason: words }),
)
export const handThemeOver = command(
  'hand-over',
  { zh: '变更牵头单位', en: 'Hand it to another organ' },
  z.object({ owner, reason: words }),
)
export const closeTheme = command('close', { zh: '办结', en: 'Close it' }, z.object({ result, report: words }))
export const reopenTheme = command('reopen', { zh: '重新治理', en: 'Open it again' }, z.object({ reason: words }))
