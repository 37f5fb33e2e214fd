/** The wire of the handbook. */
import { z } from 'zod'
import { posts } from '../../kernel/viewer.ts'
import { endpoint } from '../../platform/http/endpoint.ts'

const bilingual = z.object({ zh: z.string(), en: z.string() })

export const readHandbook = endpoint({
  id: 'handbook.read',
  method: 'GET',
  path: '/api/workforce/handbook',
  access: posts,
  summary: { zh: '岗位手册', en: 'The handbook of a post' },
  query: z.object({ post: z.enum(posts).default('clerk') }),
  response: z.object({
    post: z.enum(posts),
    name: bilingual,
    /** The law where the reader's organ is, from which the first two tables are read. */
    law: bilingual,
    steps: z.array(
      z.object({
        command: z.string(),
        name: bilingual,
        by: z.array(bilingual),
        at: z.array(bilingual),
        needsHead: z.boolean(),
        basis: bilingual,
      }),
    ),
    duties: z.array(
      z.object({ clock: z.string(), name: bilingual, bearer: bilingual, span: bilingual, basis: bilingual }),
    ),
    rooms: z.array(
      z.object({
        room: z.string(),
        title: bilingual,
        doors: z.array(z.object({ id: z.string(), zh: z.string(), en: z.string(), changes: z.boolean() })),
      }),
    ),
  }),
})
export type HandbookView = z.output<typeof readHandbook.response>
