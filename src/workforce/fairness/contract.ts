/** The wire of fairness and discipline: paths and shapes, shared by routes, the OpenAPI document and the web. */
import { z } from 'zod'
import { readers } from '../../petition/contract.ts'
import { petitionRow } from '../../petition/views.ts'
import { cursorOf } from '../../platform/http/cursor.ts'
import { endpoint } from '../../platform/http/endpoint.ts'
import { day, organId, pageSize } from '../../platform/http/fields.ts'
import { type FairnessMeasure, type FairnessOutcome, fairnessMeasures, fairnessOutcomes } from './fairness.ts'

const organRef = z.object({ id: z.string(), zh: z.string(), en: z.string() })
const measure = z.enum(fairnessMeasures as [FairnessMeasure, ...FairnessMeasure[]])
const outcome = z.enum(fairnessOutcomes as [FairnessOutcome, ...FairnessOutcome[]])

const share = z.object({
  share: z.number(),
  /** Wilson, 95 %. */
  low: z.number(),
  high: z.number(),
  /** Fewer than ten: it says next to nothing. */
  isSmall: z.boolean(),
})

const figures = z.array(
  z.object({
    measure,
    /** All that there are, and those of them that are decided: of these a share is told. */
    all: z.int(),
    of: z.int(),
    outcomes: z.array(
      z.object({
        outcome,
        n: z.int(),
        /** Null where a share would say nothing, or nothing is decided. */
        share: share.nullable(),
      }),
    ),
  }),
)
export type FairnessFigures = z.output<typeof figures>

/** A year, a quarter or a month; without one, the running year. */
const period = {
  period: z
    .string()
    .regex(/^(?:19|20)\d{2}(?:-(?:0[1-9]|1[0-2]|Q[1-4]))?$/)
    .optional(),
}
const periodView = z.object({ name: z.string(), from: z.string(), until: z.string() })

export const readFairness = endpoint({
  id: 'fairness.read',
  method: 'GET',
  path: '/api/workforce/fairness',
  access: readers,
  summary: {
    zh: '公正与纪律：本单位和所辖单位的回避、复查复核结果和责任追究，限您有权查阅的',
    en: 'Fairness and discipline of your organ and those it looks over: recusals, what reviews came to, and conduct, as far as it is yours to see',
  },
  query: z.object(period),
  response: z.object({
    period: periodView,
    /** All of them together. */
    whole: figures,
    organs: z.array(z.object({ organ: organRef, figures })),
    /** Facts that were recorded and not looked at yet. */
    waiting: z.int(),
  }),
})
export type FairnessView = z.output<typeof readFairness.response>

export const fairnessCursor = cursorOf(z.tuple([day(), z.string().max(100), z.string().max(40), z.string().max(100)]))

export const listFairnessCases = endpoint({
  id: 'fairness.cases',
  method: 'GET',
  path: '/api/workforce/fairness/cases',
  access: readers,
  summary: {
    zh: '公正与纪律数字背后的事项，限您能打开的',
    en: 'What lies behind a figure of fairness and discipline, as far as you may open it',
  },
  query: z.object({
    ...period,
    measure: measure.optional(),
    outcome: outcome.optional(),
    organ: organId().optional(),
    cursor: fairnessCursor.field.optional(),
    limit: pageSize(100, 30),
  }),
  response: z.object({
    period: periodView,
    items: z.array(
      z.object({
        of: z.enum(['petition', 'proposal', 'report']),
        /** By which its page is found. */
        id: z.string(),
        /** Which one of its kind in it. */
        item: z.string(),
        petition: petitionRow.nullable(),
        organ: organRef,
        measure,
        outcome,
        on: z.string(),
      }),
    ),
    next: z.string().nullable(),
  }),
})
export type FairnessCasesView = z.output<typeof listFairnessCases.response>
