/** HTTP for the assessment room: each capability is one endpoint, and nothing here applies a rule. */
import { Readable } from 'node:stream'
import type { EngineRefusal } from '../engine/room.ts'
import { askedBy, type CommandCall, idempotencyOf } from '../identity/asking.ts'
import { monthOf } from '../kernel/month.ts'
import type { OrganId } from '../kernel/organ.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import type { Viewer } from '../kernel/viewer.ts'
import { packName } from '../law/laws.ts'
import { type AnyRoom, type Call, room, route, type WireRefusal } from '../platform/http/call.ts'
import type { Reply } from '../platform/http/endpoint.ts'
import { assessmentTerms } from '../wording/assessment-terms.ts'
import type { LetterRefusal, LetterStage } from './assessment.ts'
import { circulation } from './circulating.ts'
import { commandLetter, draftLetter, idOf, type LetterCommanding, lawOfIssue, stateOf, streamOf } from './commanding.ts'
import * as wire from './contract.ts'
import { csvOf, tableOf, xlsxOf } from './exporting.ts'
import type { AssessmentHouse } from './house.ts'
import { overseenBy } from './overseeing.ts'
import { type Period, parsePeriod } from './periods.ts'
import * as queries from './queries.ts'
import { type CasePage, issuedCasePage, scoreCases } from './score-cases.ts'
import { readScores } from './scores.ts'
import { isMeasured, sourceOfStream } from './sources.ts'
import { areasFor, type Subject, subjectOf } from './subjects.ts'
import { editionOf } from './tables.ts'
import { indicatorViews, letterView, rowView } from './view.ts'
import { explainLetter, statusOfLetterRefusal } from './wording.ts'
import { lawFor } from './world.ts'

type Staff = Extract<Viewer, { kind: 'staff' }>
type Answer<T> = Promise<Result<T, LetterRefusal | WireRefusal>>
type Done = { readonly letter: string; readonly version: number; readonly stage: LetterStage }
const notThere = err({ kind: 'not-found' } as const)

export function assessmentRoutes(house: AssessmentHouse): AnyRoom {
  return room<LetterRefusal>({
    name: 'assessment',
    title: { zh: '目标管理考核', en: 'Assessment' },
    statusOf: statusOfLetterRefusal,
    explain: (refusal) => explainLetter(refusal as LetterRefusal, (id) => house.directory.nameOf(id)),
    routes: [
      route(wire.listSubjects, (call) => answerSubjects(house, call)),
      route(wire.listIndicators, (call) => answerIndicators(house, call)),
      route(wire.readScorecard, (call) => answerScorecard(house, call)),
      route(wire.listScoreCases, (call) => answerCases(house, call)),
      route(wire.exportScorecard, (call) => answerExport(house, call)),
      route(wire.listLetters, (call) => answerLetters(house, call)),
      route(wire.readLetter, (call) => answerLetter(house, call)),
      route(wire.listIssuedCases, (call) => answerIssuedCases(house, call)),
      route(wire.listCirculated, (call) => answerCirculated(house, call)),
      route(wire.draftLetter, (call) => answerDraft(house, call)),
      route(wire.redraftLetter, (call) => carryOut(house, 'RedraftLetter', call)),
      route(wire.signLetter, (call) => carryOut(house, 'SignLetter', call)),
      route(wire.reviseLetter, (call) => carryOut(house, 'ReviseLetter', call)),
      route(wire.withdrawLetter, (call) => carryOut(house, 'WithdrawLetter', call)),
      route(wire.issueAssessment, (call) => carryOut(house, 'IssueAssessment', call)),
      route(wire.objectToFigure, (call) => carryOut(house, 'ObjectToFigure', call)),
      route(wire.decideObjection, (call) => carryOut(house, 'DecideObjection', call)),
      route(wire.objectAbove, (call) => carryOut(house, 'ObjectAbove', call)),
    ],
  })
}

async function answerSubjects({ directory }: AssessmentHouse, { viewer, query }: Call<typeof wire.listSubjects>) {
  const { search, after, limit } = query
  const words = search.trim().toLowerCase()
  const named = [...overseenBy(viewer.organ, directory)]
    .filter((id) => id > after)
    .sort()
    .map((id) => ({ id, ...directory.nameOf(id) }))
    .filter(({ id, zh, en }) => words === '' || [id, zh, en].some((each) => each.toLowerCase().includes(words)))
  const organs = named.slice(0, limit).flatMap((ref) => {
    const found = directory.find(ref.id)
    return found ? [{ ...ref, kind: found.kind, level: found.level, region: found.region }] : []
  })
  return ok({
    organs,
    next: named.length > limit ? (organs.at(-1)?.id ?? null) : null,
    areas: after === '' ? [...areasFor({ directory }, viewer.organ)] : [],
  })
}

async function answerIndicators(house: AssessmentHouse, { viewer }: Call<typeof wire.listIndicators>) {
  const law = lawFor(house, viewer.organ, house.today())
  return ok({ pack: packName(law), items: indicatorViews(law) })
}

interface Asked {
  readonly organ?: OrganId | undefined
  readonly area?: string | undefined
  readonly period?: string | undefined
}

/** Null for what is not there and for what is not the viewer's to read: nobody is told which. */
function askedOf(house: AssessmentHouse, viewer: Staff, query: Asked): { subject: Subject; period: Period } | null {
  const subject = subjectOf(house, viewer.organ, query)
  const period = parsePeriod(query.period ?? monthOf(house.today()))
  return subject && period && { subject, period }
}

const subjectView = (house: AssessmentHouse, subject: Subject) => ({
  kind: subject.kind,
  organ: subject.kind === 'organ' ? { id: subject.organ, ...house.directory.nameOf(subject.organ) } : null,
  area: subject.kind === 'area' ? subject.area : null,
  name: subject.name,
  organs: subject.organs.length,
})

async function answerScorecard(house: AssessmentHouse, { viewer, query }: Call<typeof wire.readScorecard>) {
  const asked = askedOf(house, viewer, query)
  if (!asked) return notThere
  const { subject, period } = asked
  const { letter, waiting, scores } = await readScores(house, viewer, subject, period)
  return ok({
    subject: subjectView(house, subject),
    ...{ period: period.name, from: period.from, until: period.until, isOver: period.until < house.today() },
    ...{ waiting, letter: letter && idOf(letter), scores },
  })
}

function casePage(house: AssessmentHouse, { items, hidden, next }: CasePage, numerator: readonly string[]) {
  return ok({
    items: items.map(({ stream, item, organ, day, outcome }) => ({
      ...{ stream, item, day, outcome, source: sourceOfStream(stream)?.name ?? ('petition' as const) },
      organ: { id: organ, ...house.directory.nameOf(organ) },
      outcomeWords: assessmentTerms.outcome[outcome],
      isInNumerator: numerator.includes(outcome),
    })),
    hidden,
    next: next && wire.caseCursor.write([next[0] as never, next[1], next[2]]),
  })
}

async function answerCases(house: AssessmentHouse, { viewer, query }: Call<typeof wire.listScoreCases>) {
  const asked = askedOf(house, viewer, query)
  const law = lawFor(house, viewer.organ, house.today()).indicators[query.indicator]
  if (!asked || !law || !isMeasured(law.measure)) return notThere
  const page = { part: query.part, after: query.cursor ?? null, limit: query.limit }
  return casePage(house, await scoreCases(house, viewer, asked.subject, asked.period, law, page), law.numerator)
}

const fileTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

async function answerExport(house: AssessmentHouse, { viewer, query, language }: Call<typeof wire.exportScorecard>) {
  const asked = askedOf(house, viewer, query)
  if (!asked) return notThere
  const { subject, period } = asked
  const { scores } = await readScores(house, viewer, subject, period)
  const table = tableOf(scores, language)
  const bytes = query.format === 'csv' ? csvOf(table) : await xlsxOf(table)
  const name = `${subject.name[language]} ${period.name}.${query.format}`
  return ok({ stream: Readable.from([bytes]), name, type: fileTypes[query.format], lengthBytes: bytes.length })
}

async function answerLetters(house: AssessmentHouse, { viewer, query }: Call<typeof wire.listLetters>) {
  const { year = null, side, cursor = null, limit } = query
  const { items, next } = await queries.listLetters(house, viewer, { year, side, after: cursor, limit })
  return ok({
    items: items.map((row) => rowView(row, house)),
    next: next && wire.letterCursor.write([next[0], next[1]]),
  })
}

async function answerLetter(house: AssessmentHouse, call: Call<typeof wire.readLetter>) {
  const read = await queries.readLetter(house, streamOf(call.params.letter), call.viewer)
  if (!read) return err({ kind: 'no-such-letter' } as const)
  call.answer.etag(read.letter.version)
  return ok(letterView(read, call.viewer, house))
}

async function answerIssuedCases(
  house: AssessmentHouse,
  call: Call<typeof wire.listIssuedCases>,
): Answer<Reply<typeof wire.listIssuedCases>> {
  const { params, query, viewer } = call
  const { issue: ref, indicator, part, cursor = null, limit } = query
  const stream = streamOf(params.letter)
  const letter = await stateOf(house, stream, viewer)
  if (letter === null) return err({ kind: 'no-such-letter' } as const)
  const issue = letter.issues.find((each) => each.ref === ref)
  if (!issue) return err({ kind: 'no-such-assessment', issue: ref })
  const law = lawOfIssue(house, issue.pack, indicator)
  if (!law) return err({ kind: 'indicator-without-figure', indicator })
  const where = { stream, issue: ref, indicator, edition: editionOf(letter, ref, indicator) }
  const page = await issuedCasePage(house, viewer, law, where, { part, after: cursor, limit })
  return casePage(house, page, law.numerator)
}

async function answerCirculated(house: AssessmentHouse, { viewer, query }: Call<typeof wire.listCirculated>) {
  const rows = await queries.circulated(house, viewer, query.period)
  return ok({ items: circulation(house, viewer, rows) })
}

async function answerDraft(
  house: AssessmentHouse,
  { body, viewer, idempotency, answer }: Call<typeof wire.draftLetter>,
) {
  const done = await draftLetter(house, { body, viewer, ...idempotencyOf('letter', viewer, idempotency) })
  return doneOf(done, answer)
}

function doneOf(
  done: Awaited<ReturnType<typeof commandLetter>>,
  answer: { etag(version: number): void },
): Result<Done, LetterRefusal | WireRefusal> {
  if (!done.ok) return err(done.error as Exclude<LetterRefusal, EngineRefusal> | WireRefusal)
  const { stream, version, letter } = done.value
  answer.etag(version)
  return ok({ letter: idOf(stream), version, stage: letter.stage })
}

async function carryOut(
  house: AssessmentHouse,
  type: LetterCommanding['type'],
  call: CommandCall<{ readonly letter: string }>,
): Answer<Done> {
  const done = await commandLetter(house, {
    ...{ stream: streamOf(call.params.letter), type },
    ...askedBy('letter', call),
  })
  return doneOf(done, call.answer)
}
