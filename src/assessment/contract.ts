/** The wire of target assessment: paths and shapes, shared by routes, the OpenAPI document and the web. */
import { z } from 'zod'
import { assessedKinds, formulaOrigins, indicatorNames, measureNames, outcomesOf } from '../law/assessment.ts'
import { clockView, refusalView } from '../petition/views.ts'
import { cursorOf } from '../platform/http/cursor.ts'
import { endpoint, fileReply } from '../platform/http/endpoint.ts'
import { day, list, organId, pageSize, prose, ref, whole } from '../platform/http/fields.ts'
import { audiences, coverings, letterStages, objectionStates, rulings } from './assessment.ts'

const bilingual = z.object({ zh: z.string(), en: z.string() })
const organRef = z.object({ id: z.string(), zh: z.string(), en: z.string() })
const letterId = () => z.string().regex(/^[A-Za-z0-9_-]{22}$/)
const indicator = z.enum(indicatorNames)
const measure = z.enum(measureNames as [(typeof measureNames)[number], ...(typeof measureNames)[number][]])
const allOutcomes = [...new Set(Object.values(outcomesOf).flat())]
const outcome = z.enum(allOutcomes as [(typeof allOutcomes)[number], ...(typeof allOutcomes)[number][]])
const covering = z.enum(coverings)
const audience = z.enum(audiences)
const stage = z.enum(letterStages)

/** `2026-10`, `2026-Q4` or `2026`. */
const period = () => z.string().regex(/^[12]\d{3}(?:-(?:0[1-9]|1[0-2]|Q[1-4]))?$/)
/** The code of a division, whose organs are put together. */
const area = () => z.string().regex(/^\d{2}(?:\d{2}(?:\d{2}(?:\d{3}(?:\d{3})?)?)?)?$/)

/** Whoever answers for something in an organ, and who supervises or audits it. */
export const scorecardReaders = ['clerk', 'head', 'leader', 'supervisor', 'auditor'] as const
/** Who drafts for the upper organ, and who acts for either. */
export const letterKeepers = ['clerk', 'head', 'leader', 'supervisor'] as const
/** Whoever signs and decides: at the head of the organ. */
export const letterSigners = ['head', 'leader'] as const

/** What is measured, in words: of which things, by which formula, and where that comes from. */
export const indicatorView = z.object({
  indicator,
  words: bilingual,
  measure,
  /** Of which things it is a share. */
  population: bilingual,
  /** The formula in words. */
  formula: bilingual,
  numerator: z.array(outcome),
  denominator: z.array(outcome),
  better: z.enum(['higher', 'lower']),
  assesses: z.enum(assessedKinds),
  origin: z.enum(formulaOrigins),
  originWords: bilingual,
  /** From whose facts; null where nothing in the house knows it yet, and it is never computed. */
  source: z.enum(['petition', 'supervision', 'proposal']).nullable(),
  isMeasurable: z.boolean(),
  /** What petitioners said: in aggregate only for whoever they said it of. */
  isRating: z.boolean(),
  basis: bilingual,
})
export type IndicatorView = z.output<typeof indicatorView>

/** A share. Null where it is not shown: nothing measures it yet, or it would tell what single petitioners said. */
export const shareView = z.object({
  numerator: z.int().nullable(),
  denominator: z.int().nullable(),
  /** Per mille, rounded; null where the denominator is nought or nothing is shown. */
  perMille: z.int().nullable(),
  /** Why nothing is shown, or why little follows from it. */
  note: z.enum(['notMeasured', 'nothingCounted', 'tooFewToShow', 'few']).nullable(),
})
export type ShareView = z.output<typeof shareView>

export const scoreView = shareView.extend({
  indicator,
  /** What is in the letter of that year, if there is one in force for this subject: whole per cent. */
  target: z.int().nullable(),
  weight: z.int().nullable(),
  /** Null without a target, or where nothing is shown. */
  isMet: z.boolean().nullable(),
  /** Among organs of the same kind and level under the same upper organ; null with fewer than three that have a figure. */
  rank: z.object({ place: z.int(), of: z.int() }).nullable(),
  /** Twelve months up to the last of the period, the oldest first. */
  trend: z.array(shareView.extend({ month: z.string() })),
})
export type ScoreView = z.output<typeof scoreView>

const subjectView = z.object({
  kind: z.enum(['organ', 'area']),
  /** The organ; or null for an area. */
  organ: organRef.nullable(),
  area: z.string().nullable(),
  name: bilingual,
  /** How many organs are put together. */
  organs: z.int(),
})

const subject = {
  organ: organId().optional(),
  area: area().optional(),
  period: period().optional(),
}

/** Organs and areas whose scorecards the viewer may read. */
export const listSubjects = endpoint({
  id: 'assessment.subjects',
  method: 'GET',
  path: '/api/assessment/subjects',
  access: scorecardReaders,
  summary: { zh: '可以查看考核情况的单位和地区', en: 'Organs and areas whose scorecards you may read' },
  query: z.object({
    search: z.string().max(60).default(''),
    /** The last id of the page before. */
    after: z.string().max(64).default(''),
    limit: pageSize(500, 200),
  }),
  response: z.object({
    organs: z.array(organRef.extend({ kind: z.string(), level: z.string(), region: z.string() })),
    next: z.string().nullable(),
    areas: z.array(z.object({ area: z.string(), zh: z.string(), en: z.string(), organs: z.int() })),
  }),
})

export const listIndicators = endpoint({
  id: 'assessment.indicators',
  method: 'GET',
  path: '/api/assessment/indicators',
  access: scorecardReaders,
  summary: { zh: '考核指标及其依据', en: 'What is measured, how, and on what it rests' },
  response: z.object({ pack: z.string(), items: z.array(indicatorView) }),
})

/** Without an organ or area: your own organ. Without a period: the month that runs. */
export const readScorecard = endpoint({
  id: 'assessment.scorecard',
  method: 'GET',
  path: '/api/assessment/scorecard',
  access: scorecardReaders,
  summary: { zh: '考核情况', en: 'A scorecard' },
  query: z.object(subject),
  response: z.object({
    subject: subjectView,
    period: z.string(),
    from: z.string(),
    until: z.string(),
    isOver: z.boolean(),
    /** Facts that were recorded and not counted yet. */
    waiting: z.int(),
    /** The letter whose targets are shown. */
    letter: z.string().nullable(),
    scores: z.array(scoreView),
  }),
})
export type ScorecardView = z.output<typeof readScorecard.response>

export const caseCursor = cursorOf(z.tuple([day(), z.string().max(60), z.string().max(60)]))

const caseView = z.object({
  /** The petition's number, or the stream of what else it is. */
  stream: z.string(),
  item: z.string(),
  source: z.enum(['petition', 'supervision', 'proposal']),
  organ: organRef,
  day: z.string(),
  outcome,
  outcomeWords: bilingual,
  isInNumerator: z.boolean(),
})
export type AssessedCaseView = z.output<typeof caseView>

/** What a figure is made of. */
export const listScoreCases = endpoint({
  id: 'assessment.cases',
  method: 'GET',
  path: '/api/assessment/cases',
  access: scorecardReaders,
  summary: { zh: '指标所含信访事项', en: 'The cases behind a figure' },
  query: z.object({
    ...subject,
    indicator,
    part: z.enum(['all', 'numerator', 'rest']).default('all'),
    cursor: caseCursor.field.optional(),
    limit: pageSize(100, 50),
  }),
  response: z.object({
    items: z.array(caseView),
    /** Counted in the figure and not shown, because the viewer has no part in them: said on the first page, and 0 on the others. */
    hidden: z.int(),
    next: z.string().nullable(),
  }),
})

export const exportScorecard = endpoint({
  id: 'assessment.export',
  method: 'GET',
  path: '/api/assessment/export',
  access: scorecardReaders,
  summary: { zh: '导出考核情况', en: 'A scorecard as a table' },
  query: z.object({ ...subject, format: z.enum(['csv', 'xlsx']).default('csv') }),
  response: fileReply(),
})

// ———— letters of responsibility

const targetField = z.object({
  indicator,
  share: z.int().min(0).max(100),
  weight: z.int().min(1).max(100),
})
const targets = list(targetField, { max: indicatorNames.length, min: 1 })
const remarks = prose({ max: 20_000 }).nullable().default(null)
const reasons = prose({ max: 20_000, min: 1 })
/** A clock, a rating: which it is within its stream. */
const item = () => z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:#-]{0,59}$/)
const caseField = z.object({ stream: ref(), item: item() })

const textView = z.object({
  revision: z.int(),
  targets: z.array(z.object({ indicator, share: z.int(), weight: z.int() })),
  remarks: z.string().nullable(),
  reason: z.string().nullable(),
  draftedBy: organRef,
  signatures: z.array(z.object({ organ: organRef, by: z.string(), on: z.string() })),
})

export const figureView = shareView.extend({
  indicator,
  target: z.int().nullable(),
  weight: z.int().nullable(),
  isMet: z.boolean().nullable(),
  digest: z.string().nullable(),
})
export type FigureView = z.output<typeof figureView>

export const issueView = z.object({
  issue: z.string(),
  period: z.string(),
  from: z.string(),
  until: z.string(),
  on: z.string(),
  by: z.string(),
  revision: z.int(),
  audience,
  /** As they stand now. */
  figures: z.array(figureView),
  /** As they were issued, and each correction, first to last. */
  editions: z.array(
    z.object({ edition: z.int(), on: z.string(), objection: z.string().nullable(), figures: z.array(figureView) }),
  ),
})
export type IssueView = z.output<typeof issueView>

const rulingView = z.object({
  case: z.object({ stream: z.string(), item: z.string() }),
  ruling: z.enum(rulings),
  outcome: outcome.nullable(),
})

export const objectionView = z.object({
  objection: z.string(),
  issue: z.string(),
  indicator,
  on: z.string(),
  by: z.string(),
  cases: z.array(z.object({ stream: z.string(), item: z.string() })),
  reasons: z.string(),
  state: z.enum(objectionStates),
  decider: organRef,
  decisions: z.array(
    z.object({
      on: z.string(),
      by: organRef,
      name: z.string(),
      upheld: z.boolean(),
      rulings: z.array(rulingView),
      reasons: z.string(),
    }),
  ),
  higher: z.object({ on: z.string(), to: organRef, reasons: z.string() }).nullable(),
})
export type ObjectionView = z.output<typeof objectionView>

export const letterActions = [
  'redraft',
  'sign',
  'revise',
  'withdraw',
  'issue',
  'object',
  'decide',
  'object-above',
] as const

export const letterView = z.object({
  letter: z.string(),
  version: z.int(),
  year: z.int(),
  upper: organRef,
  lower: organRef,
  covers: covering,
  stage,
  draftedOn: z.string(),
  /** The letter that it carries on, where the viewer may see that it is there. */
  carriesOn: z.string().nullable(),
  draft: textView.nullable(),
  inForce: textView.nullable(),
  texts: z.array(textView),
  issues: z.array(issueView),
  objections: z.array(objectionView),
  clocks: z.array(clockView),
  actions: z.array(
    z.object({
      action: z.enum(letterActions),
      zh: z.string(),
      en: z.string(),
      allowed: z.boolean(),
      refusal: refusalView.nullable(),
    }),
  ),
  /** Which side the viewer's organ is. */
  side: z.enum(['upper', 'lower', 'above']),
})
export type LetterView = z.output<typeof letterView>

export const letterRow = z.object({
  letter: z.string(),
  year: z.int(),
  upper: organRef,
  lower: organRef,
  covers: covering,
  stage,
  carriesOn: z.string().nullable(),
  issued: z.int(),
  openObjections: z.int(),
  /** The side whose signature is missing; empty when both have signed. */
  unsigned: z.array(z.enum(['upper', 'lower'])),
  nextDay: z.string().nullable(),
})
export type LetterRowView = z.output<typeof letterRow>

const one = z.object({ letter: letterId() })
const done = z.object({ letter: z.string(), version: z.int(), stage })

export const letterCursor = cursorOf(z.tuple([z.string().max(80), z.string().max(40)]))

export const listLetters = endpoint({
  id: 'assessment.letters',
  method: 'GET',
  path: '/api/assessment/letters',
  access: scorecardReaders,
  summary: { zh: '目标责任书', en: 'Letters of responsibility' },
  query: z.object({
    year: whole({ min: 2000, max: 2999 }).optional(),
    /** As the upper organ, as the assessed, as whoever decides above; all of them unless said. */
    side: z.enum(['all', 'upper', 'lower', 'above']).default('all'),
    cursor: letterCursor.field.optional(),
    limit: pageSize(200, 100),
  }),
  response: z.object({ items: z.array(letterRow), next: z.string().nullable() }),
})

export const readLetter = endpoint({
  id: 'assessment.letter',
  method: 'GET',
  path: '/api/assessment/letters/:letter',
  access: scorecardReaders,
  summary: { zh: '一份目标责任书', en: 'One letter of responsibility' },
  params: one,
  response: letterView,
})

/** What an issued figure was made of, as it was then. */
export const listIssuedCases = endpoint({
  id: 'assessment.issued-cases',
  method: 'GET',
  path: '/api/assessment/letters/:letter/cases',
  access: scorecardReaders,
  summary: { zh: '已通报指标所含信访事项', en: 'The cases behind an issued figure' },
  params: one,
  query: z.object({
    issue: ref(),
    indicator,
    part: z.enum(['all', 'numerator', 'rest']).default('all'),
    cursor: caseCursor.field.optional(),
    limit: pageSize(100, 50),
  }),
  response: z.object({ items: z.array(caseView), hidden: z.int(), next: z.string().nullable() }),
})

/** 在适当范围内通报 (art. 39 (1)): of organs alike, ranking and shares; neither cases nor objections. */
export const listCirculated = endpoint({
  id: 'assessment.circulated',
  method: 'GET',
  path: '/api/assessment/circulated',
  access: scorecardReaders,
  summary: { zh: '考核结果通报', en: 'Results that were circulated to you' },
  query: z.object({ period: period() }),
  response: z.object({
    items: z.array(
      z.object({
        upper: organRef,
        indicator,
        /** Best first. */
        ranking: z.array(z.object({ place: z.int(), organ: organRef, perMille: z.int(), isYou: z.boolean() })),
      }),
    ),
  }),
})

const command = <const Id extends string, Body extends z.ZodType>(
  id: Id,
  segment: string,
  access: typeof letterKeepers | typeof letterSigners,
  summary: { readonly zh: string; readonly en: string },
  body: Body,
) =>
  endpoint({
    id: `assessment.${id}`,
    method: 'POST',
    path: `/api/assessment/letters/:letter/${segment}`,
    access,
    summary,
    params: one,
    body,
    ifMatch: 'optional',
    idempotencyKey: 'optional',
    response: done,
  })

export const draftLetter = endpoint({
  id: 'assessment.draft',
  method: 'POST',
  path: '/api/assessment/letters',
  access: letterKeepers,
  summary: { zh: '起草目标责任书', en: 'Draft a letter of responsibility' },
  body: z.object({
    year: z.int().min(2000).max(2999),
    lower: organId(),
    covers: covering.default('organ'),
    targets,
    remarks,
    carriesOn: letterId().nullable().default(null),
  }),
  status: 201,
  idempotencyKey: 'optional',
  response: done,
})

export const redraftLetter = command(
  'redraft',
  'redraft',
  letterKeepers,
  { zh: '修改草稿', en: 'Change the draft' },
  z.object({ targets, remarks }),
)
/** The revision that is signed: whoever signs has read that one. */
export const signLetter = command(
  'sign',
  'sign',
  letterSigners,
  { zh: '签订', en: 'Sign' },
  z.object({ revision: z.int().min(1).max(999) }),
)
export const reviseLetter = command(
  'revise',
  'revise',
  letterSigners,
  { zh: '提出修订', en: 'Propose a revision' },
  z.object({ targets, remarks, reason: reasons }),
)
export const withdrawLetter = command(
  'withdraw',
  'withdraw',
  letterSigners,
  { zh: '撤回草稿', en: 'Withdraw the draft' },
  z.object({ reason: reasons }),
)
export const issueAssessment = command(
  'issue',
  'issue',
  letterSigners,
  { zh: '通报考核结果', en: 'Issue the figures of a period' },
  z.object({ period: period(), audience: audience.default('sides') }),
)
export const objectToFigure = command(
  'object',
  'object',
  letterSigners,
  { zh: '对考核结果提出异议', en: 'Object to a figure' },
  z.object({ issue: ref(), indicator, cases: list(caseField, { max: 100 }).default([]), reasons }),
)
export const decideObjection = command(
  'decide',
  'decide',
  letterSigners,
  { zh: '对异议作出决定', en: 'Decide on an objection' },
  z.object({
    objection: ref(),
    rulings: list(z.object({ case: caseField, ruling: z.enum(rulings), outcome: outcome.nullable().default(null) }), {
      max: 100,
    }).default([]),
    reasons,
  }),
)
export const objectAbove = command(
  'object-above',
  'object-above',
  letterSigners,
  { zh: '请上一级机关复核异议', en: 'Take the objection to the organ above' },
  z.object({ objection: ref(), reasons }),
)
