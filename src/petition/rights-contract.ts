/** The wire of rights and of other procedures: for anyone to read, and beside each petition that is followed. */
import { z } from 'zod'
import { endpoint } from '../platform/http/endpoint.ts'

const bilingual = z.object({ zh: z.string(), en: z.string() })

const ofPack = z.object({ pack: z.string().max(60).default('cn-2022') })

export const rightView = z.object({
  right: z.string(),
  kind: z.enum(['may', 'owed']),
  name: bilingual,
  what: bilingual,
  basis: bilingual,
  /** The rule of the clock that it lasts as long as. */
  clock: z.string().nullable(),
})

/** What a petitioner can do now. */
export const canDoView = z.object({
  right: z.string(),
  name: bilingual,
  what: bilingual,
  /** Path segment of the command; null where it needs none. */
  action: z.string().nullable(),
  until: z.string().nullable(),
  /** The clock whose derivation says why it is this day. */
  whyThisDate: z.string().nullable(),
  basis: bilingual,
  /** Other procedures, named in `otherProcedures`, that it neither stops nor replaces. */
  doesNotReplace: z.array(z.string()),
})

export const procedureView = z.object({
  procedure: z.string(),
  name: bilingual,
  what: bilingual,
  limits: z.array(z.object({ what: z.string(), says: bilingual, basis: bilingual })),
  /** Where it must come before a court. */
  first: z.object({ says: bilingual, basis: bilingual }).nullable(),
  /** What a petition does not do for it. */
  beside: bilingual,
  /** Whether the whole statute was read for this, or only the articles cited. */
  read: z.enum(['whole', 'cited']),
  basis: bilingual,
})

export const notSuableView = z.object({ acts: z.array(z.string()), says: bilingual, basis: bilingual })

export const listRights = endpoint({
  id: 'law.rights',
  method: 'GET',
  path: '/api/law/rights',
  access: 'anyone',
  summary: { zh: '信访人的权利', en: 'What the law gives whoever petitions' },
  query: ofPack,
  response: z.object({ pack: z.string(), items: z.array(rightView) }),
})

export const listProcedures = endpoint({
  id: 'law.procedures',
  method: 'GET',
  path: '/api/law/procedures',
  access: 'anyone',
  summary: {
    zh: '信访以外的法定途径和它们自己的期限',
    en: 'Procedures beside petitioning, with limits of their own',
  },
  query: ofPack,
  response: z.object({ pack: z.string(), items: z.array(procedureView), notSuable: notSuableView.nullable() }),
})
