/** The wire of erasing what is of nobody’s petition. What was approved stands in the public list of erasures (`petition/erasure-contract.ts`). */
import { z } from 'zod'
import { keptRecords } from '../../law/retention.ts'
import { actionView } from '../../petition/views.ts'
import { commandsTo, endpoint } from '../../platform/http/endpoint.ts'

const organRef = z.object({ id: z.string(), zh: z.string(), en: z.string() })
const kind = z.enum(keptRecords)
const params = z.object({ kind, record: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/) })
/** Heads propose, and heads approve. */
const access = ['head'] as const

export const listRestingRecords = endpoint({
  id: 'erasing.list',
  method: 'GET',
  path: '/api/record-erasures',
  access,
  summary: {
    zh: '可以提议销毁的纠纷、调解和来访登记',
    en: 'Disputes, mediations and visits that may be proposed for erasure',
  },
  response: z.object({
    mayBeErased: z.array(z.object({ kind, record: z.string(), endedOn: z.string() })),
  }),
})

export const readRecordErasure = endpoint({
  id: 'erasing.read',
  method: 'GET',
  path: '/api/record-erasures/:kind/:record',
  access,
  summary: { zh: '一件提议销毁的记录', en: 'One record that is proposed for erasure' },
  params,
  response: z.object({
    kind,
    record: z.string(),
    /** What may be said of it to whoever decides: nothing that anybody wrote. */
    restsSince: z.string(),
    keptYears: z.int(),
    basis: z.object({ zh: z.string(), en: z.string() }),
    proposal: z
      .object({
        organ: organRef,
        approver: organRef,
        proposedOn: z.string(),
        approvedOn: z.string().nullable(),
        declinedOn: z.string().nullable(),
        erasedOn: z.string().nullable(),
      })
      .nullable(),
    actions: z.array(actionView),
  }),
})

const command = commandsTo({
  room: 'erasing',
  path: '/api/record-erasures/:kind/:record',
  access,
  params,
  response: z.object({ kind, record: z.string(), version: z.int() }),
})

export const proposeRecordErasure = command('propose', { zh: '提议销毁', en: 'Propose to erase it' }, z.object({}))
export const approveRecordErasure = command('approve', { zh: '批准销毁', en: 'Approve it' }, z.object({}))
export const declineRecordErasure = command('decline', { zh: '不同意销毁', en: 'Have it kept' }, z.object({}))
