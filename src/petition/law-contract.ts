/** The wire of the law: which packs there are, what is in each, and which is in force where. */
import { z } from 'zod'
import { endpoint } from '../platform/http/endpoint.ts'
import { day } from '../platform/http/fields.ts'

const named = z.object({ zh: z.string(), en: z.string() })

const header = z.object({
  /** As facts name it: `cn-zhejiang@1`. */
  pack: z.string(),
  id: z.string(),
  version: z.string(),
  name: named,
  note: named.nullable(),
  regions: z.array(z.string()),
  inForceFrom: z.string(),
  inForceUntil: z.string().nullable(),
})

const span = z.object({ unit: z.enum(['days', 'workingDays', 'designated']), count: z.int().nullable() })
const row = z.object({
  name: z.string(),
  /** In words, where the name has words of its own. */
  words: named.nullable(),
  basis: named,
  /** Whether the national law of the time says it otherwise, or not at all. */
  differs: z.boolean(),
})

export const listPacks = endpoint({
  id: 'law.packs',
  method: 'GET',
  path: '/api/law/packs',
  access: 'anyone',
  summary: { zh: '法规包一览', en: 'The packs of law that this house keeps' },
  response: z.object({ items: z.array(header) }),
})

export const readPack = endpoint({
  id: 'law.pack',
  method: 'GET',
  path: '/api/law/packs/:pack',
  access: 'anyone',
  summary: { zh: '一个法规包的全部规则及其依据', en: 'Every row of a pack, with what it rests on' },
  params: z.object({ pack: z.string().regex(/^[a-z][a-z0-9-]*@\d{1,5}$/) }),
  response: header.extend({
    clocks: z.array(
      row.extend({
        binds: z.enum(['organ', 'petitioner']),
        after: z.enum(['overdue', 'lapsed']),
        span,
        extendableBy: z.int().nullable(),
        isSuspendable: z.boolean(),
        countsFromReceipt: z.boolean(),
      }),
    ),
    permissions: z.array(
      row.extend({
        by: z.array(z.string()),
        at: z.array(z.string()),
        needsHead: z.boolean(),
        /** A step that this law does not have; its basis says nothing then. */
        isUnknown: z.boolean(),
      }),
    ),
    principles: z.array(row),
    classes: z.array(row),
    routes: z.array(row.extend({ leads: z.enum(['statutoryProcedure', 'ownDuty', 'opinion']) })),
    declineGrounds: z.array(row.extend({ onlyDirect: z.boolean(), onlyVisits: z.boolean(), needs: z.string() })),
    outcomes: z.array(row),
    documents: z.array(
      row.extend({
        isServed: z.boolean(),
        parts: z.array(z.object({ part: z.string(), words: named.nullable(), basis: named })),
      }),
    ),
    serviceWays: z.array(row.extend({ proof: z.array(z.string()), isOnlySimplified: z.boolean(), runsDays: z.int() })),
    supervisionTriggers: z.array(row),
    /** What is found by itself, which error it is, and the number that the rule needs. */
    findings: z.array(row.extend({ liability: named.nullable(), atLeast: z.int().nullable() })),
    /** Who may open which order. */
    orders: z.array(row.extend({ openers: z.array(named) })),
    supervisionClocks: z.array(row.extend({ span })),
    retention: z.array(row.extend({ years: z.int() })),
    representatives: z.object({
      atMost: z.int(),
      tiers: z.array(z.object({ upTo: z.int(), atMost: z.int() })),
      basis: named,
      differs: z.boolean(),
    }),
    proposals: z.array(row.extend({ to: z.array(z.string()), against: z.array(z.string()) })),
    proposalAnswer: z.object({
      span: span.nullable(),
      reasonsWithin: span.nullable(),
      basis: named,
      differs: z.boolean(),
    }),
    indicators: z.array(
      row.extend({
        formula: named,
        population: named,
        better: z.enum(['higher', 'lower']),
        assesses: z.string(),
        origin: named,
      }),
    ),
    assessmentTimes: z.array(row.extend({ span })),
    warningTimes: z.array(row.extend({ span })),
    themeTimes: z.array(row.extend({ span })),
    secondmentTimes: z.array(row.extend({ span })),
    /** Which training a post needs, and for how long its certificate holds. */
    trainings: z.array(row.extend({ span, requiredOf: z.array(z.string()) })),
    trainingTimes: z.array(row.extend({ span })),
    workloadWeights: z.array(row.extend({ weight: z.int() })),
    /** What a leader can instruct with one tap, in its own words. */
    instructionTemplates: z.array(row.extend({ span })),
    /** What a joint conference holds and decides: a number of months for what is held regularly, a number of days for what is signed round. */
    conferences: z.array(row.extend({ everyMonths: z.int().nullable(), atLeastDays: z.int().nullable() })),
    /** Rewards for suggestions, and situation reports that bureaus owe. */
    rewards: z.array(row),
    situationReports: z.array(row.extend({ span })),
    urgentReports: z.object({ bureau: z.array(z.string()), organ: z.array(z.string()), basis: named }),
  }),
})

export const lawInForce = endpoint({
  id: 'law.in-force',
  method: 'GET',
  path: '/api/law/in-force',
  access: 'anyone',
  summary: { zh: '某机关、某日适用的法规', en: 'Which pack is the law at an organ on a day' },
  query: z.object({ organ: z.string().max(60), on: day().optional() }),
  response: header,
})
