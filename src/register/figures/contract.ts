/** The wire of the figures. Extracts, counts and proofs are files at /log/figures/. */
import { z } from 'zod'
import { type Month, parseMonth } from '../../kernel/month.ts'
import { endpoint } from '../../platform/http/endpoint.ts'
import { flawed } from '../../platform/http/fields.ts'
import { correctionReasons, publishingPosts } from './figures.ts'
import { parseEditionName } from './line.ts'

const bilingual = { zh: z.string(), en: z.string() }
const month = (): z.ZodType<Month, string> =>
  z
    .string()
    .meta({ pattern: '^[1-9]\\d{3}-(0[1-9]|1[0-2])$', examples: ['2026-10'] })
    .transform((raw, ctx) => parseMonth(raw) ?? flawed(ctx, raw, { flaw: 'not-a-ref' }))
const editionName = () =>
  z
    .string()
    .meta({ pattern: '^\\d{4}-\\d\\d(\\.[1-9]\\d*)?$', examples: ['2026-10', '2026-10.2'] })
    .transform((raw, ctx) => parseEditionName(raw) ?? flawed(ctx, raw, { flaw: 'not-a-ref' }))

const edition = z.object({
  /** By which its files are called: `2026-10`, and from the second on `2026-10.2`. */
  figures: z.string(),
  month: z.string(),
  edition: z.int(),
  publishedOn: z.string(),
  /** Why the edition before was not right; null for the first. */
  reason: z.enum(correctionReasons).nullable(),
  cases: z.int(),
})

/** An organ, a region, or what no place is told of. */
const place = z.object({ id: z.string(), ...bilingual })

const counts = z.object({
  cases: z.int(),
  registered: z.object({ inMonth: z.int(), earlier: z.int(), unsaid: z.int() }),
  state: z.object({ open: z.int(), ended: z.int(), unsaid: z.int() }),
  table: z.array(z.object({ place, class: z.string(), stage: z.string(), cases: z.int() })),
  clocks: z.array(
    z.object({
      place,
      rule: z.string(),
      inTime: z.int(),
      overdue: z.int(),
      stoppedInTime: z.int(),
      stoppedLate: z.int(),
    }),
  ),
})
export type CountsView = z.output<typeof counts>

export const listFigures = endpoint({
  id: 'figures.list',
  method: 'GET',
  path: '/api/figures',
  access: 'anyone',
  summary: { zh: '公开：已公布的统计数字', en: 'In public: the figures that were published' },
  response: z.object({ items: z.array(edition) }),
})

export const readFigures = endpoint({
  id: 'figures.read',
  method: 'GET',
  path: '/api/figures/:figures',
  access: 'anyone',
  summary: { zh: '公开：一个月的统计数字', en: 'In public: the figures of a month' },
  params: z.object({ figures: editionName() }),
  response: z.object({
    ...edition.shape,
    /** SHA-256 of the extract and of the counts, in hex. */
    digests: z.object({ extract: z.string(), counts: z.string() }),
    /** Entries of the log over which it was drawn up. */
    logSize: z.int(),
    /** Null where the file was lost. */
    counts: counts.nullable(),
    /** Every edition of the month, the first to the newest. */
    editions: z.array(edition),
  }),
})

export const figuresWork = endpoint({
  id: 'figures.work',
  method: 'GET',
  path: '/api/figures/work',
  access: publishingPosts,
  summary: { zh: '可以公布的月份', en: 'Months whose figures can be published' },
  response: z.object({
    months: z.array(
      z.object({
        month: z.string(),
        /** How often it was published: 0 for not yet. */
        editions: z.int(),
        /** Why it cannot be published, or corrected, from here. */
        refusal: z.object(bilingual).nullable(),
      }),
    ),
  }),
})

export const previewFigures = endpoint({
  id: 'figures.preview',
  method: 'GET',
  path: '/api/figures/preview/:month',
  access: publishingPosts,
  pace: 'lookup',
  summary: { zh: '预览统计数字', en: 'What would be published' },
  params: z.object({ month: month() }),
  response: counts,
})

export const publishFigures = endpoint({
  id: 'figures.publish',
  method: 'POST',
  path: '/api/figures',
  access: publishingPosts,
  summary: { zh: '公布统计数字', en: 'Publish the figures of a month' },
  body: z.object({ month: month() }),
  status: 201,
  idempotencyKey: 'optional',
  response: edition,
})

export const correctFigures = endpoint({
  id: 'figures.correct',
  method: 'POST',
  path: '/api/figures/:month/corrections',
  access: publishingPosts,
  summary: { zh: '更正统计数字', en: 'Correct the figures of a month; the earlier edition stays' },
  params: z.object({ month: month() }),
  body: z.object({ reason: z.enum(correctionReasons) }),
  status: 201,
  idempotencyKey: 'optional',
  response: edition,
})
