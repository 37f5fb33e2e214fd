import { hasPassed } from '../kernel/clock.ts'
import { recountOpen } from '../kernel/clock-keeping.ts'
import type { Day } from '../kernel/day.ts'
import { isKeptOut, isPersonKeptOut } from '../kernel/keeping-out.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { article, decided } from '../law/basis.ts'
import { misconduct, mostReportsADay } from '../law/cn-2022/protection.ts'
import { lastDayNow, recounting, withClocks } from './clocks.ts'
import { disciplineFor, hearerOver } from './hearing.ts'
import type {
  Of,
  Report,
  ReportActor,
  ReportCommand,
  ReportCommandType,
  ReportFact,
  ReportRefusal,
  ReportStage,
  ReportState,
  ReportWorld,
} from './protection.ts'

export type ReportDecision = Result<readonly ReportFact[], ReportRefusal>
type Decide<T extends ReportCommandType> = (report: Report, command: Of<T>, world: ReportWorld) => ReportDecision

const refuse = (refusal: ReportRefusal): ReportDecision => err(refusal)
const accept = (fact: ReportFact): ReportDecision => ok([fact])
const nobodyAbove: ReportRefusal = { kind: 'nobody-above', basis: decided('0016') }

/** What may follow from a command: who may act, then the rule, then the clocks that its facts start and stop. */
export function decide(state: ReportState, command: ReportCommand, world: ReportWorld): ReportDecision {
  const decision = ruled(state, command, world)
  return decision.ok ? ok(withClocks(state, decision.value, world)) : decision
}

function ruled(state: ReportState, command: ReportCommand, world: ReportWorld): ReportDecision {
  if (command.type === 'ReportMisconduct') {
    return state === null ? reportMisconduct(command, world) : refuse({ kind: 'report-made-already' })
  }
  if (state === null) return refuse({ kind: 'no-such-report' })
  const refusal = refusalToAct(state, command, world)
  if (refusal) return refuse(refusal)
  const rule = decisions[command.type] as (report: Report, command: ReportCommand, world: ReportWorld) => ReportDecision
  return rule(state, command, world)
}

type Staff = Extract<ReportActor, { kind: 'staff' }>
type Performer = 'hearer' | 'petitioner' | 'house'
type LaterCommand = Exclude<ReportCommandType, 'ReportMisconduct'>

/** By whom, and at which stages. */
const permissions: Readonly<Record<LaterCommand, { readonly by: Performer; readonly at: readonly ReportStage[] }>> = {
  ReceiveReport: { by: 'hearer', at: ['reported'] },
  PassReportOn: { by: 'hearer', at: ['reported', 'received'] },
  AnswerReport: { by: 'hearer', at: ['reported', 'received'] },
  ContestAnswer: { by: 'petitioner', at: ['reported', 'received', 'answered'] },
  PassDutyOn: { by: 'house', at: ['reported', 'received'] },
  RecountReport: { by: 'house', at: ['reported', 'received', 'answered'] },
  MarkClock: { by: 'house', at: ['reported', 'received', 'answered'] },
}

function refusalToAct(report: Report, { type, actor }: ReportCommand, world: ReportWorld): ReportRefusal | null {
  const { by, at } = permissions[type as LaterCommand]
  if (!acts(actor, by, report, world)) return { kind: 'report-not-yours', basis: decided('0016') }
  if (!at.includes(report.stage)) return { kind: 'wrong-report-stage', stage: report.stage, command: type, needs: at }
  return null
}

/** Whoever a report is kept from does not act on it, whatever part a reform gave them (invariant 6). */
function acts(actor: ReportActor, by: Performer, report: Report, { organs }: ReportWorld): boolean {
  switch (actor.kind) {
    case 'staff':
      return (
        by === 'hearer' &&
        actor.organ === report.hearer &&
        handles(actor) &&
        !isPersonKeptOut(report.keptFrom, actor, organs) &&
        !isNamed(report, actor)
      )
    case 'petitioner':
      return by === 'petitioner' && actor.petition === report.petition && actor.person === report.person
    case 'house':
      return by === 'house'
  }
}

/** Named in the petition, or answering to somebody who is (art. 28 (3)). */
const isNamed = ({ officials }: Report, { account, answersTo = [] }: Staff): boolean =>
  [account, ...answersTo].some((each) => officials.includes(each))

const handles = ({ posts }: { readonly posts: readonly string[] }): boolean =>
  posts.includes('clerk') || posts.includes('head')

/** 不得打击报复 (art. 18 (4)): past whoever has the petition, to whoever sits above the organ concerned. */
function reportMisconduct(command: Of<'ReportMisconduct'>, { organs }: ReportWorld): ReportDecision {
  const { on, actor, about, organ, text, petition, madeToday } = command
  if (actor.kind !== 'petitioner' || actor.petition !== petition.number) {
    return refuse({ kind: 'report-not-yours', basis: article(18, 4) })
  }
  if (madeToday >= mostReportsADay) return refuse({ kind: 'too-many-reports-today', atMost: mostReportsADay })
  if (organ !== null && !petition.organs.includes(organ)) return refuse({ kind: 'organ-without-part', organ })
  const over = organ ?? petition.holder
  const keptFrom = [...new Set([over, petition.holder, ...petition.accused, ...petition.led])]
  const to = hearerOver({ over, keptFrom, prefers: misconduct[about].hearing }, organs)
  if (to === null) return refuse(nobodyAbove)
  const whose = { petition: petition.number, person: actor.person }
  return accept({
    type: 'MisconductReported',
    on,
    ...whose,
    about,
    organ: over,
    keptFrom,
    officials: petition.officials,
    to,
    text,
  })
}

const receiveReport: Decide<'ReceiveReport'> = ({ hearer }, { on }) =>
  accept({ type: 'ReportReceived', on, organ: hearer })

/** Once, and only upwards or to the discipline body: nobody chooses an organ, so nobody can choose the wrong one. */
const passReportOn: Decide<'PassReportOn'> = (report, { on, onward, note }, { organs }) => {
  if (report.passedOn) return refuse({ kind: 'report-passed-on-already' })
  const { hearer, keptFrom } = report
  const to =
    onward === 'discipline'
      ? disciplineFor(hearer, keptFrom, organs)
      : hearerOver({ over: hearer, keptFrom, prefers: 'bureau' }, organs)
  if (to === null) return refuse(nobodyAbove)
  return accept({ type: 'ReportPassedOn', on, from: hearer, to, why: 'discretion', note })
}

const answerReport: Decide<'AnswerReport'> = ({ hearer }, { on, finding, measures, answer }) => {
  if (finding === 'notFound' && measures.length > 0) return refuse({ kind: 'measures-without-finding', finding })
  return accept({ type: 'ReportAnswered', on, organ: hearer, finding, measures: [...new Set(measures)], answer })
}

/** The answer does not help, or has not come in time: one level higher. */
const contestAnswer: Decide<'ContestAnswer'> = (report, command, world) => {
  const refusal = refusalToContest(report, command.on, world)
  if (refusal) return refuse(refusal)
  const { on, reasons } = command
  const { hearer, keptFrom, about } = report
  const to = hearerOver({ over: hearer, keptFrom, prefers: misconduct[about].hearing }, world.organs)
  if (to === null) return refuse(nobodyAbove)
  return accept({ type: 'AnswerContested', on, from: hearer, to, reasons })
}

/** While the window after an answer is open; without one, from the day after it was owed, so that silence is no way to keep a report. */
function refusalToContest(report: Report, on: Day, world: ReportWorld): ReportRefusal | null {
  const isAnswered = report.stage === 'answered'
  const rules = isAnswered ? ['contestAnswer'] : ['answerReport', 'answerReportByDiscipline']
  const clock = report.clocks.findLast(({ rule }) => rules.includes(rule))
  if (!clock) return null
  const lastDay = lastDayNow(clock, report, world)
  const isPast = hasPassed(lastDay, on)
  if (isAnswered) return isPast ? { kind: 'right-to-contest-lapsed', lastDay } : null
  return isPast ? null : { kind: 'answer-not-overdue', lastDay }
}

/**
 * 分立、合并、撤销 (art. 24 (2)): whoever can no longer hear it, because the organ has ended or now stands where the report must
 * not be known, gives it up to whoever sits above. The clocks start afresh there, because nobody there has had it.
 */
const passDutyOn: Decide<'PassDutyOn'> = (report, { on }, { organs }) => {
  const { hearer, keptFrom, about } = report
  const still = organs.find(hearer)?.state === 'active' && !isKeptOut(keptFrom, hearer, organs)
  if (still) return ok([])
  const to = hearerOver({ over: hearer, keptFrom, prefers: misconduct[about].hearing }, organs)
  if (to === null) return refuse(nobodyAbove)
  return accept({ type: 'ReportPassedOn', on, from: hearer, to, why: 'reform', note: null })
}

/** With the holiday notices as they are now: all clocks of the report in one fact, and none where nothing moves. */
const recountReport: Decide<'RecountReport'> = (report, { on }, world) => {
  const recounted = recountOpen(report.clocks, (clock) => recounting(clock, report, world))
  return recounted === null ? ok([]) : accept({ type: 'ReportClocksRecounted', on, ...recounted })
}

/** A duty stays owed and is overdue; the window of the petitioner closes, and with it the report. */
const markClock: Decide<'MarkClock'> = (report, { on, actor, clock: id }, world) => {
  const clock = report.clocks.find((other) => other.id === id)
  if (clock?.state !== 'running' || clock.overdueOn || !hasPassed(clock.lastDay, on)) {
    return refuse({ kind: 'clock-still-running', clock: id })
  }
  if (recounting(clock, report, world)) return recountReport(report, { type: 'RecountReport', on, actor }, world)
  if (clock.after === 'overdue') {
    return accept({ type: 'ReportFellOverdue', on, clock: id, clocks: [{ change: 'fellOverdue', id, on }] })
  }
  return accept({ type: 'ReportClosed', on, clocks: [{ change: 'lapsed', id, on }] })
}

const decisions: { readonly [T in LaterCommand]: Decide<T> } = {
  ReceiveReport: receiveReport,
  PassReportOn: passReportOn,
  AnswerReport: answerReport,
  ContestAnswer: contestAnswer,
  PassDutyOn: passDutyOn,
  MarkClock: markClock,
  RecountReport: recountReport,
}
