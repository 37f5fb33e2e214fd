/** The wire of what is suggested: paths and shapes, shared by routes, the OpenAPI document and the web. */
import { z } from 'zod'
import { endpoint } from '../../platform/http/endpoint.ts'
import { list, organId, prose } from '../../platform/http/fields.ts'

const bilingual = z.object({ zh: z.string(), en: z.string() })

const suggested = z.object({
  /** The id of a category, a class or an organ: what the field of a registration takes. */
  code: z.string(),
  name: bilingual,
  /** The share of such suggestions that were right on cases that had not been learned from; null as long as there are too few to say. */
  confidence: z.number().min(0).max(1).nullable(),
  /** The words of the text that decided, the strongest first. */
  words: z.array(z.string()),
})
export type SuggestedView = z.output<typeof suggested>

const learned = z.object({
  /** 0: by the names in the code tables alone. */
  version: z.int(),
  cases: z.int(),
})

const offered = z.object({ items: z.array(suggested), learned })
export type OfferedView = z.output<typeof offered>

/** Whoever registers. */
export const suggestingPosts = ['clerk', 'head'] as const

/** Reads the text and forgets it: nothing of it is kept, and nothing is chosen by it. */
export const suggestAtRegistration = endpoint({
  id: 'suggested.offer',
  method: 'POST',
  path: '/api/insight/suggested',
  access: suggestingPosts,
  summary: {
    zh: '登记时的分类建议：内容分类、事项类别、责任单位',
    en: 'Category, class and organ suggested for a text that is being registered',
  },
  body: z.object({
    title: prose({ max: 200 }).optional(),
    text: prose({ max: 50_000 }),
    /** Where it lies, as far as it is known: by it the organ is told from those of other places. */
    place: z
      .string()
      .regex(/^\d{2,12}$/)
      .optional(),
    class: z.enum(['suggestion', 'accusation', 'appeal']).optional(),
    /** Whom it names: of these and of those below them none that is accused is suggested. */
    about: list(z.object({ as: z.enum(['accused', 'respondent']), organ: organId() }), { max: 50 }).default([]),
  }),
  response: z.object({ category: offered, class: offered, organ: offered }),
})

const agreement = z.object({
  target: z.enum(['category', 'class', 'organ']),
  /** Petitions registered in the period for which something would have been suggested. */
  petitions: z.int(),
  /** Of these the clerk chose the first, or one of the three. */
  first: z.int(),
  among: z.int(),
})

const model = z.object({
  target: z.enum(['category', 'class', 'organ']),
  version: z.int(),
  learnedAt: z.string(),
  learned: z.int(),
  asked: z.int(),
  accuracy: z.number().nullable(),
  macroF1: z.number().nullable(),
  top3: z.number().nullable(),
  inUse: z.boolean(),
})
export type ModelView = z.output<typeof model>

/** How often clerks chose what was suggested, and what was learned. Sums of the whole house, and of nobody. */
export const readAgreement = endpoint({
  id: 'suggested.agreement',
  method: 'GET',
  path: '/api/insight/suggested/agreement',
  access: ['clerk', 'head', 'leader', 'supervisor'],
  summary: { zh: '分类建议与登记结果的一致情况', en: 'How often what was suggested is what was chosen' },
  response: z.object({
    /** The last ninety days. */
    from: z.string(),
    agreement: z.array(agreement),
    models: z.array(model),
  }),
})
export type AgreementView = z.output<typeof readAgreement.response>
