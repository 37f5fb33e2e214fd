/** The wire of what goes together with what: shared by routes, the OpenAPI document and the web. */
import { z } from 'zod'
import { endpoint } from '../../platform/http/endpoint.ts'
import { measures } from './measures.ts'

const cell = z.object({
  /** Null for all kinds together. */
  category: z.object({ code: z.string(), zh: z.string(), en: z.string() }).nullable(),
  /** Null for all, whatever was done. */
  measure: z.enum(measures).nullable(),
  n: z.int(),
  held: z.int(),
  share: z.number().nullable(),
  low: z.number(),
  high: z.number(),
  isSmall: z.boolean(),
})
export type RegularityCellView = z.output<typeof cell>

export const readRegularities = endpoint({
  id: 'regularity.read',
  method: 'GET',
  path: '/api/insight/regularities',
  access: ['clerk', 'head', 'leader', 'supervisor'],
  summary: { zh: '探索规律：做法与是否重复信访', en: 'What was done, and whether it came again within twelve months' },
  response: z.object({
    /** Days on which what is counted ended. */
    from: z.string(),
    until: z.string(),
    cells: z.array(cell),
  }),
})
export type RegularitiesView = z.output<typeof readRegularities.response>
