/** The wire of the protection room: paths and shapes, shared by routes, the OpenAPI document and the web. */
import { z } from 'zod'
import { measures, misconduct } from '../law/cn-2022/protection.ts'
import { clockView, refusalView } from '../petition/views.ts'
import { cursorOf } from '../platform/http/cursor.ts'
import { endpoint } from '../platform/http/endpoint.ts'
import { day, list, organId, pageSize, prose } from '../platform/http/fields.ts'
import { findings, reportStages } from './protection.ts'

const organRef = z.object({ id: z.string(), zh: z.string(), en: z.string() })
const reportId = () => z.string().regex(/^[A-Za-z0-9_-]{22}$/)
const words = prose({ max: 20_000, min: 1 })
const about = z.enum(Object.keys(misconduct) as [keyof typeof misconduct])
const measure = z.enum(Object.keys(measures) as [keyof typeof measures])
const finding = z.enum(findings)
const stage = z.enum(reportStages)

const answerView = z.object({
  on: z.string(),
  organ: organRef,
  finding,
  measures: z.array(measure),
  answer: z.string(),
})
const contestView = z.object({ on: z.string(), reasons: z.string() })
const heardView = z.object({ organ: organRef, from: z.string() })

const shared = {
  report: z.string(),
  about,
  /** The organ that it concerns. */
  organ: organRef,
  stage,
  reportedOn: z.string(),
  receivedOn: z.string().nullable(),
  closedOn: z.string().nullable(),
  /** Who hears it now. */
  hearer: organRef,
  heard: z.array(heardView),
  text: z.string(),
  answers: z.array(answerView),
  contests: z.array(contestView),
  clocks: z.array(clockView),
}

/** For the petitioner who made it, and for nobody else who petitions. */
export const ownReportView = z.object({
  ...shared,
  /** Why the answer cannot be taken higher now; null where it can. */
  contest: refusalView.nullable(),
  looks: z.array(z.object({ on: z.string(), organ: organRef })),
})
export type OwnReportView = z.output<typeof ownReportView>

export const reportActionView = z.object({
  action: z.enum(['receive', 'answer', 'pass-on-above', 'pass-on-discipline']),
  zh: z.string(),
  en: z.string(),
  allowed: z.boolean(),
  refusal: refusalView.nullable(),
})
export type ReportActionView = z.output<typeof reportActionView>

/** What happened in the petition, without a word of what was written. */
export const matterView = z.object({
  number: z.string(),
  stage: z.string(),
  class: z.string(),
  category: z.string(),
  place: z.string(),
  registeredOn: z.string(),
  holder: organRef,
  organs: z.array(organRef),
  history: z.array(z.object({ type: z.string(), on: z.string(), organ: organRef.nullable() })),
  /** Whether your organ has a part in it, and so may open it whole. */
  isOpenToYou: z.boolean(),
})
export type MatterView = z.output<typeof matterView>

/** For whoever hears it. */
export const reportView = z.object({
  ...shared,
  version: z.int(),
  notes: z.array(z.object({ on: z.string(), from: organRef, note: z.string() })),
  actions: z.array(reportActionView),
  matter: matterView,
})
export type ReportView = z.output<typeof reportView>

export const reportRow = z.object({
  report: z.string(),
  petition: z.string(),
  about,
  organ: organRef,
  stage,
  reportedOn: z.string(),
  nextDuty: z.object({ rule: z.string(), lastDay: z.string(), daysLeft: z.int(), isOverdue: z.boolean() }).nullable(),
})
export type ReportRowView = z.output<typeof reportRow>

const one = z.object({ report: reportId() })
const done = z.object({ report: z.string(), version: z.int(), stage })

export const reportMisconduct = endpoint({
  id: 'protection.report',
  method: 'POST',
  path: '/api/follow/reports',
  access: 'petitioner',
  summary: { zh: '越过承办机关反映问题', en: 'Report what must not happen, past the organ that handles the petition' },
  body: z.object({ about, organ: organId().nullable().default(null), text: words }),
  status: 201,
  idempotencyKey: 'optional',
  response: z.object({ report: z.string(), stage, hearer: organRef }),
})

export const ownReports = endpoint({
  id: 'protection.own',
  method: 'GET',
  path: '/api/follow/reports',
  access: 'petitioner',
  pace: 'lookup',
  summary: { zh: '本人反映的保护线索', en: 'The reports that you have made' },
  response: z.object({
    items: z.array(ownReportView),
    /** Organs with a part in the petition or complained of in it, for whoever wants to name the one concerned. */
    organs: z.array(organRef),
  }),
})

export const contestAnswer = endpoint({
  id: 'protection.contest',
  method: 'POST',
  path: '/api/follow/reports/:report/contest',
  access: 'petitioner',
  summary: {
    zh: '没有答复或者没有解决，请上一级处理',
    en: 'No answer, or one that does not help: take it one level higher',
  },
  params: one,
  body: z.object({ reasons: words }),
  idempotencyKey: 'optional',
  response: done,
})

/** Whoever handles petitions in the organ that hears the report, and nobody who merely reads or leads there. */
const hearers = ['clerk', 'head'] as const

export const reportCursor = cursorOf(z.tuple([day(), z.string().max(40)]))

export const listReports = endpoint({
  id: 'protection.list',
  method: 'GET',
  path: '/api/reports',
  access: hearers,
  summary: { zh: '本机关受理的保护线索', en: 'Reports that your organ hears' },
  query: z.object({
    which: z.enum(['open', 'answered']).default('open'),
    cursor: reportCursor.field.optional(),
    limit: pageSize(100, 50),
  }),
  response: z.object({
    items: z.array(reportRow),
    next: z.string().nullable(),
    /** Each counted up to 1,000. */
    counts: z.object({ open: z.int(), overdue: z.int() }),
  }),
})

export const readReport = endpoint({
  id: 'protection.read',
  method: 'GET',
  path: '/api/reports/:report',
  access: hearers,
  summary: { zh: '一件保护线索', en: 'One report' },
  params: one,
  response: reportView,
})

const command = <const Id extends string, Body extends z.ZodType>(
  id: Id,
  segment: string,
  summary: { readonly zh: string; readonly en: string },
  body: Body,
) =>
  endpoint({
    id: `protection.${id}`,
    method: 'POST',
    path: `/api/reports/:report/${segment}`,
    access: hearers,
    summary,
    params: one,
    body,
    ifMatch: 'optional',
    idempotencyKey: 'optional',
    response: done,
  })

export const receiveReport = command('receive', 'receive', { zh: '签收', en: 'Say that it has come' }, z.object({}))

export const passReportOn = command(
  'pass-on',
  'pass-on',
  { zh: '移送上一级或者纪检监察机关', en: 'Pass it on, upwards or to the discipline body' },
  z.object({ onward: z.enum(['above', 'discipline']), note: prose({ max: 2000 }).nullable().default(null) }),
)

export const answerReport = command(
  'answer',
  'answer',
  { zh: '答复信访人', en: 'Answer the petitioner' },
  z.object({ finding, measures: list(measure, { max: 6 }).default([]), answer: words }),
)
