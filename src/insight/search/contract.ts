/** The wire of the search: paths and shapes, shared by routes, the OpenAPI document and the web. */
import { z } from 'zod'
import { readers } from '../../petition/contract.ts'
import { petitionRow } from '../../petition/views.ts'
import { cursorOf } from '../../platform/http/cursor.ts'
import { endpoint } from '../../platform/http/endpoint.ts'
import { day, pageSize } from '../../platform/http/fields.ts'

const stretch = z.object({ text: z.string(), isMarked: z.boolean() })

export const foundRow = z.object({
  petition: petitionRow,
  shown: z.object({ title: z.array(stretch), in: z.enum(['asked', 'answered']).nullable(), text: z.array(stretch) }),
})
export type FoundRow = z.output<typeof foundRow>

export const searchCursor = cursorOf(z.tuple([z.int(), day(), z.string().max(20)]))

const code = () => z.string().max(60)

export const searchPetitions = endpoint({
  id: 'search.petitions',
  method: 'GET',
  path: '/api/insight/search',
  /** Whoever reads petitions finds them. */
  access: readers,
  summary: {
    zh: '全文检索：在本机关有权查阅的信访事项里按词查找',
    en: 'Full text: find petitions by their words, among those that are yours to see',
  },
  query: z.object({
    q: z.string().max(2000).default(''),
    stage: z.string().max(400).optional(),
    goesOn: z.enum(['open', 'ended']).optional(),
    class: code().optional(),
    channel: code().optional(),
    category: code().optional(),
    place: z
      .string()
      .regex(/^\d{2}(?:\d{2}(?:\d{2}(?:\d{3}(?:\d{3})?)?)?)?$/)
      .optional(),
    holder: code().optional(),
    from: day().optional(),
    until: day().optional(),
    cursor: searchCursor.field.optional(),
    limit: pageSize(50, 20),
  }),
  response: z.object({
    items: z.array(foundRow),
    next: z.string().nullable(),
    count: z.object({ atLeast: z.int(), isMore: z.boolean() }),
    /** What was looked for, as it was understood. */
    sought: z.array(z.string()),
    /** The petition of which the number was typed, where the reader sees it. */
    number: petitionRow.nullable(),
    /** Organs whose names were typed, to look among what they hold. */
    organs: z.array(z.object({ id: z.string(), zh: z.string(), en: z.string() })),
  }),
})
