/** The wire of answer quality: paths and shapes, shared by routes, the OpenAPI document and the web. */
import { z } from 'zod'
import { readers } from '../../petition/contract.ts'
import { petitionRow } from '../../petition/views.ts'
import { cursorOf } from '../../platform/http/cursor.ts'
import { endpoint } from '../../platform/http/endpoint.ts'
import { day, list, organId, pageSize, petitionNumber, prose, ref } from '../../platform/http/fields.ts'
import { answerChecks } from './quality.ts'

const bilingual = z.object({ zh: z.string(), en: z.string() })
const check = z.enum(answerChecks)

export const lackView = z.object({
  check,
  /** `c1`; null where it is of the whole answer. */
  claim: z.string().nullable(),
  /** The words of the answer that show it. */
  words: z.string().nullable(),
  /** What is not there: a part, or words of the claim that occur nowhere. */
  missing: z.array(z.string()),
  /** Of the same text: in how many other petitions. */
  others: z.int().nullable(),
})
export type LackView = z.output<typeof lackView>

const number = z.object({ number: petitionNumber() })
const part = (max: number) => prose({ max }).nullable().default(null)

/** Whoever drafts and signs answers. */
export const answeringPosts = ['clerk', 'head'] as const

/** Reads the draft and forgets it: nothing of it is kept, and nothing is refused by it. */
export const checkDraft = endpoint({
  id: 'quality.draft',
  method: 'POST',
  path: '/api/insight/answers/:number/draft',
  access: answeringPosts,
  summary: {
    zh: '答复起草时的提示：缺了什么、哪些是套话；不保存、不限制出具',
    en: 'What a draft of an answer lacks, before it is sent: kept nowhere, and refusing nothing',
  },
  params: number,
  body: z.object({
    facts: part(20_000),
    legalBasis: part(20_000),
    remedy: part(4000),
    /** An opinion answers claim by claim. */
    answers: list(z.object({ claim: ref(), answer: prose({ max: 20_000 }) }), { max: 50 }).default([]),
    /** Of a duty or a suggestion there is one answer. */
    answer: part(20_000),
  }),
  response: z.object({ items: z.array(lackView) }),
})

export const readAnswers = endpoint({
  id: 'quality.read',
  method: 'GET',
  path: '/api/insight/answers/:number',
  access: readers,
  summary: {
    zh: '本件各项答复的检查结果及依据',
    en: 'What the answers of a petition lack, with the words that show it',
  },
  params: number,
  response: z.object({
    items: z.array(
      z.object({
        document: z.string(),
        kind: z.string(),
        on: z.string(),
        organ: z.object({ id: z.string(), ...bilingual.shape }),
        lacks: z.array(lackView),
      }),
    ),
  }),
})
export type AnswersView = z.output<typeof readAnswers.response>

const share = z.object({
  n: z.int(),
  of: z.int(),
  /** Null of nothing. */
  share: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
})

const figures = {
  answers: z.int(),
  /** Answers in which anything was found. */
  any: share,
  /** Of how many answers there was such a check, and in how many of them it found something. */
  checks: z.array(share.extend({ check })),
}

/** A year, a quarter or a month; without one, the running year. */
const period = {
  period: z
    .string()
    .regex(/^(?:19|20)\d{2}(?:-(?:0[1-9]|1[0-2]|Q[1-4]))?$/)
    .optional(),
}
const periodView = z.object({ name: z.string(), from: z.string(), until: z.string() })

export const readAnswerFigures = endpoint({
  id: 'quality.figures',
  method: 'GET',
  path: '/api/insight/answers',
  access: readers,
  summary: {
    zh: '答复质量：各单位各项检查的件数、比例和区间，限您有权查阅的事项',
    en: 'Answer quality by organ: counts, shares and intervals, of the petitions that are yours to see',
  },
  query: z.object(period),
  response: z.object({
    period: periodView,
    ...figures,
    organs: z.array(z.object({ organ: z.object({ id: z.string(), ...bilingual.shape }), ...figures })),
    /** Facts that were recorded and not looked at yet. */
    waiting: z.int(),
  }),
})
export type AnswerFiguresView = z.output<typeof readAnswerFigures.response>

export const answerCursor = cursorOf(z.tuple([day(), z.string().max(60), z.string().max(20)]))

export const listAnswers = endpoint({
  id: 'quality.cases',
  method: 'GET',
  path: '/api/insight/answers-behind',
  access: readers,
  summary: { zh: '答复质量数字背后的信访事项', en: 'The petitions behind a figure of answer quality' },
  query: z.object({
    ...period,
    check: check.optional(),
    organ: organId().optional(),
    cursor: answerCursor.field.optional(),
    limit: pageSize(100, 30),
  }),
  response: z.object({
    period: periodView,
    items: z.array(
      z.object({
        petition: petitionRow,
        document: z.string(),
        on: z.string(),
        organ: z.object({ id: z.string(), ...bilingual.shape }),
        found: z.array(check),
      }),
    ),
    next: z.string().nullable(),
  }),
})
export type AnswerCasesView = z.output<typeof listAnswers.response>
