/** The wire of erasures. What is proposed, objected to and approved are commands of the petition itself (`commands.ts`). */
import { z } from 'zod'
import { cursorOf } from '../platform/http/cursor.ts'
import { endpoint } from '../platform/http/endpoint.ts'
import { day, pageSize } from '../platform/http/fields.ts'

/** The stream of a petition is its number; that of an erasure of anything else has the name of its room before it. */
export const erasureCursor = cursorOf(z.tuple([day(), z.string().regex(/^[A-Za-z0-9:_-]{1,80}$/)]))

const organRef = z.object({ id: z.string(), zh: z.string(), en: z.string() })

/** For everybody: that something was erased is never a secret, and nothing here says what it was or whose. */
export const listErasures = endpoint({
  id: 'erasure.list',
  method: 'GET',
  path: '/api/erasures',
  access: 'anyone',
  summary: { zh: '公开：依法销毁的信访事项内容', en: 'In public: petitions whose content was lawfully erased' },
  query: z.object({ cursor: erasureCursor.field.optional(), limit: pageSize(200, 50) }),
  response: z.object({
    items: z.array(
      z.object({
        /** Of a petition its number; of anything else what it is called in an address. */
        number: z.string(),
        /** The class of a petition, or what else it is. */
        class: z.string(),
        organ: organRef,
        approver: organRef,
        proposedOn: z.string(),
        approvedOn: z.string(),
        /** Null while the house is still at it. */
        erasedOn: z.string().nullable(),
      }),
    ),
    next: z.string().nullable(),
  }),
})

const waiting = z.object({
  number: z.string(),
  class: z.string(),
  organ: organRef,
  approver: organRef,
  proposedOn: z.string(),
  /** Before this day a petitioner may still object; null when that is over. */
  approvableFrom: z.string().nullable(),
})

export const erasureWork = endpoint({
  id: 'erasure.work',
  method: 'GET',
  path: '/api/erasures/work',
  access: ['head'],
  summary: { zh: '待提议和待批准的销毁', en: 'Erasures that can be proposed, and those that wait' },
  response: z.object({
    mayBeErased: z.array(z.object({ number: z.string(), class: z.string(), endedOn: z.string() })),
    proposed: z.array(waiting),
    toApprove: z.array(waiting),
  }),
})
