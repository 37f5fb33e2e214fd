/** One page about a petition (一页摘要): made from recorded facts for whoever must know it at a glance, and kept where somebody decides on it. */
import { z } from 'zod'
import { endpoint } from '../platform/http/endpoint.ts'
import { petitionNumber } from '../platform/http/fields.ts'
import { readers } from './contract.ts'

const bilingual = z.object({ zh: z.string(), en: z.string() })
const organRef = z.object({ id: z.string(), zh: z.string(), en: z.string() })

/** Another petition of the same matter, or one like it. Only such as nobody is kept from. */
const otherCase = z.object({
  number: z.string(),
  title: z.string(),
  stage: z.string(),
  holder: organRef,
  registeredOn: z.string(),
})

/**
 * Nobody's name, number or address stands in it, and nothing of what is sealed: it goes to people who have no part in the petition. So
 * it is the same for everybody who may have it made, whatever they have opened.
 */
export const caseSummary = z.object({
  number: z.string(),
  /** The day on which it was made, and of how many facts. */
  asOf: z.string(),
  version: z.int(),
  title: z.string(),
  class: z.string(),
  category: z.string(),
  place: z.string(),
  channel: z.string(),
  headcount: z.int(),
  isUrgent: z.boolean(),
  registeredOn: z.string(),
  /** What it does not say, because it is sealed: who petitions, or what an accusation says. */
  sealed: z.array(z.enum(['identity', 'accusation'])),
  /** What is asked, claim by claim, each with what was last answered to it. */
  asks: z.array(
    z.object({
      claim: z.string(),
      text: z.string(),
      answer: z.object({ outcome: z.string(), on: z.string(), organ: organRef, text: z.string() }).nullable(),
    }),
  ),
  /** Organs that it complains of. Nobody by name; and none where it accuses. */
  about: z.array(organRef),
  stage: z.string(),
  /** Where it stands, in plain words. */
  stands: z.array(bilingual),
  holder: organRef,
  endedOn: z.string().nullable(),
  /** Duties that run now, the first to end first. */
  clocks: z.array(
    z.object({
      rule: z.string(),
      name: bilingual,
      organ: organRef.nullable(),
      lastDay: z.string(),
      daysLeft: z.int(),
      isOverdue: z.boolean(),
      extendableUntil: z.string().nullable(),
      basis: bilingual,
    }),
  ),
  /** What was done, oldest first; where there is too much for a page, the middle is left out. */
  done: z.array(
    z.object({
      on: z.string(),
      fact: z.string(),
      name: bilingual,
      organ: organRef.nullable(),
      to: organRef.nullable(),
    }),
  ),
  leftOut: z.int(),
  linked: z.array(otherCase.extend({ as: z.string() })),
  similar: z.array(otherCase),
  /** What the law asks or allows at this point: what the petitioner is owed or may do, how it can end, which procedure stands beside it. */
  allows: z.array(
    z.object({
      kind: z.enum(['owed', 'right', 'outcome', 'procedure']),
      id: z.string(),
      name: bilingual,
      until: z.string().nullable(),
      basis: bilingual,
    }),
  ),
})
export type CaseSummary = z.output<typeof caseSummary>

export const readSummary = endpoint({
  id: 'petition.summary',
  method: 'GET',
  path: '/api/petitions/:number/summary',
  access: readers,
  summary: { zh: '一页摘要', en: 'One page about a petition, from its recorded facts' },
  params: z.object({ number: petitionNumber() }),
  response: caseSummary,
})
