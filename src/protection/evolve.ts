import type { Day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import { applyClockChange } from '../kernel/running-clock.ts'
import type { Report, ReportFact, ReportFactOf, ReportFactType, ReportState } from './protection.ts'

type Evolvers = {
  readonly [T in Exclude<ReportFactType, 'MisconductReported'>]: (report: Report, fact: ReportFactOf<T>) => Report
}

/** What a fact changes. A fact says what the rules concluded, so the law is not looked at. Throws on an impossible history. */
export function evolve(state: ReportState, fact: ReportFact): Report {
  const changed = afterFact(state, fact)
  const clocks = (fact.clocks ?? []).reduce(applyClockChange, changed.clocks)
  return { ...changed, clocks, version: changed.version + 1 }
}

function afterFact(state: ReportState, fact: ReportFact): Report {
  if (fact.type === 'MisconductReported') {
    if (state !== null) throw new Error('reported twice')
    return reported(fact)
  }
  if (state === null) throw new Error(`${fact.type} before there was a report`)
  const apply = evolvers[fact.type] as ((report: Report, fact: ReportFact) => Report) | undefined
  if (!apply) throw new Error(`a fact nobody knows: ${(fact as { type: string }).type}`)
  return apply(state, fact)
}

function reported(fact: ReportFactOf<'MisconductReported'>): Report {
  const { on, petition, person, about, organ, keptFrom, officials, to, text } = fact
  return {
    ...{ version: 0, petition, person, about, organ, keptFrom, officials, text },
    reportedOn: on,
    stage: 'reported',
    hearer: to,
    heard: [{ organ: to, from: on }],
    passedOn: false,
    receivedOn: null,
    answers: [],
    contests: [],
    notes: [],
    clocks: [],
    closedOn: null,
  }
}

/** Whoever hears it next has received nothing yet. */
const handed = (report: Report, to: OrganId, on: Day): Report => ({
  ...report,
  stage: 'reported',
  hearer: to,
  heard: [...report.heard, { organ: to, from: on }],
  receivedOn: null,
})

const evolvers: Evolvers = {
  ReportReceived: (report, { on }) => ({ ...report, stage: 'received', receivedOn: on }),

  ReportPassedOn: (report, { on, from, to, why, note }) => ({
    ...handed(report, to, on),
    passedOn: report.passedOn || why === 'discretion',
    notes: note === null ? report.notes : [...report.notes, { on, from, note }],
  }),

  ReportAnswered: (report, { on, organ, finding, measures, answer }) => ({
    ...report,
    stage: 'answered',
    receivedOn: report.receivedOn ?? on,
    answers: [...report.answers, { on, organ, finding, measures, answer }],
  }),

  AnswerContested: (report, { on, to, reasons }) => ({
    ...handed(report, to, on),
    passedOn: false,
    contests: [...report.contests, { on, reasons }],
  }),

  ReportFellOverdue: (report) => report,
  ReportClockRecounted: (report) => report,
  ReportClocksRecounted: (report) => report,
  ReportClosed: (report, { on }) => ({ ...report, stage: 'closed', closedOn: on }),
}
