import { hasPassed } from '../../kernel/clock.ts'
import { recountOpen, withClockChanges } from '../../kernel/clock-keeping.ts'
import { isAfter, isBefore } from '../../kernel/day.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { article } from '../../law/basis.ts'
import { isWithinRegion, type RegionCode } from '../../law/codes/regions.ts'
import { clockChangesAt, recounting } from './clocks.ts'
import { evolve } from './evolve.ts'
import { basisOfScreening, keptBasis, openScreening } from './opening.ts'
import { reportersAmong } from './places.ts'
import type {
  Area,
  Of,
  Screening,
  ScreeningCommand,
  ScreeningCommandType,
  ScreeningFact,
  ScreeningRefusal,
  ScreeningStage,
  ScreeningState,
  ScreeningWorld,
  StaffActor,
} from './screening.ts'
import { isKeeper, mayKnow, reportsOf } from './sight.ts'

export type ScreeningDecision = Result<readonly ScreeningFact[], ScreeningRefusal>
type LaterCommand = Exclude<ScreeningCommandType, 'OpenScreening'>
type Decide<T extends LaterCommand> = (screening: Screening, command: Of<T>, world: ScreeningWorld) => ScreeningDecision

const refuse = (refusal: ScreeningRefusal): ScreeningDecision => err(refusal)
const accept = (...facts: readonly ScreeningFact[]): ScreeningDecision => ok(facts)

/** What may follow from a command: who may act, then the rule, then the clocks that its facts start and stop. */
export function decide(state: ScreeningState, command: ScreeningCommand, world: ScreeningWorld): ScreeningDecision {
  const decision = ruled(state, command, world)
  return decision.ok ? ok(withClocks(state, decision.value, world)) : decision
}

function ruled(state: ScreeningState, command: ScreeningCommand, world: ScreeningWorld): ScreeningDecision {
  if (command.type === 'OpenScreening') {
    return state === null ? openScreening(command, world) : refuse({ kind: 'screening-opened-already' })
  }
  if (state === null) return refuse({ kind: 'no-such-screening' })
  const refusal = refusalToAct(state, command, world)
  if (refusal) return refuse(refusal)
  const rule = decisions[command.type] as (
    screening: Screening,
    command: ScreeningCommand,
    world: ScreeningWorld,
  ) => ScreeningDecision
  return rule(state, command, world)
}

/** `reporter`: of the one place; whoever keeps the campaign may report for a place too. */
type Performer = 'keeper' | 'reporter' | 'house'

/** By whom, and at which stages. */
export const permissions: Readonly<
  Record<LaterCommand, { readonly by: readonly Performer[]; readonly at: readonly ScreeningStage[] }>
> = {
  AssignArea: { by: ['reporter', 'keeper'], at: ['open'] },
  RecordHousehold: { by: ['reporter'], at: ['open'] },
  FileZeroReport: { by: ['reporter'], at: ['open'] },
  // what was found before it was closed may arrive afterwards
  LinkDispute: { by: ['reporter', 'keeper', 'house'], at: ['open', 'closed'] },
  ReturnReport: { by: ['keeper'], at: ['open'] },
  RemindArea: { by: ['keeper'], at: ['open'] },
  ExtendScreening: { by: ['keeper'], at: ['open'] },
  CloseScreening: { by: ['keeper'], at: ['open'] },
  CancelScreening: { by: ['keeper'], at: ['open'] },
  EndSeries: { by: ['keeper'], at: ['open', 'closed', 'cancelled'] },
  RecordNextRound: { by: ['house'], at: ['open', 'closed', 'cancelled'] },
  PassScreeningOn: { by: ['house'], at: ['open', 'closed', 'cancelled'] },
  MarkClock: { by: ['house'], at: ['open'] },
  RecountScreening: { by: ['house'], at: ['open'] },
}

/** Whoever must not know of it is told that it does not exist. */
function refusalToAct(screening: Screening, command: ScreeningCommand, world: ScreeningWorld): ScreeningRefusal | null {
  const { type, actor } = command
  const { by, at } = permissions[type as LaterCommand]
  const refusal =
    actor.kind === 'house'
      ? by.includes('house')
        ? null
        : notYours
      : refusalOfStaff(screening, command as Asked, by, world)
  if (refusal) return refusal
  // what came in once is in, also when the answer to it was lost and the campaign has ended since
  if ('entry' in command && screening.entries.includes(command.entry)) return null
  return at.includes(screening.stage)
    ? null
    : { kind: 'wrong-screening-stage', stage: screening.stage, command: type, needs: at }
}

type Asked = ScreeningCommand & { readonly actor: StaffActor }
const notYours: ScreeningRefusal = { kind: 'screening-not-yours', basis: article(10) }

function refusalOfStaff(
  screening: Screening,
  command: Asked,
  by: readonly Performer[],
  { organs }: ScreeningWorld,
): ScreeningRefusal | null {
  const { actor } = command
  if (!mayKnow(screening, actor, organs)) return { kind: 'no-such-screening' }
  if (by.includes('keeper') && isKeeper(screening, actor)) return null
  if (!by.includes('reporter') || !('area' in command)) return notYours
  const area = areaOf(screening, command.area)
  if (!area) return { kind: 'no-such-area', area: command.area }
  return reportsOf(area, actor, organs) ? null : { kind: 'area-not-yours', area: area.area, basis: article(15, 3) }
}

const areaOf = ({ areas }: Screening, code: string): Area | undefined => areas.find(({ area }) => area === code)
const accountOf = ({ actor }: { readonly actor: ScreeningCommand['actor'] }): string => (actor as StaffActor).account

/** Written whole each time. Who was seen already stays seen, also where the list is written anew. */
const assignArea: Decide<'AssignArea'> = (screening, command, { organs }) => {
  const { on, area, screeners, helpers, households } = command
  const planned = areaOf(screening, area)
  if (!planned) return refuse({ kind: 'no-such-area', area })
  const stranger = screeners.find(({ organ }) => {
    const own = organs.find(organ)
    return own?.state !== 'active' || !own.region.startsWith(screening.region)
  })
  if (stranger) return refuse({ kind: 'screener-unknown', account: stranger.account })
  const names = households.map(({ household }) => household)
  if (new Set(names).size < names.length) return refuse({ kind: 'household-named-twice' })
  const isGone = planned.households.some(({ household, result }) => result !== null && !names.includes(household))
  if (isGone) return refuse({ kind: 'household-recorded-already' })
  return accept({ type: 'AreaAssigned', on, account: accountOf(command), area, screeners, helpers, households })
}

/** Asked again because the answer was lost, it changes nothing and is no mistake. */
const recordHousehold: Decide<'RecordHousehold'> = (screening, command) => {
  const { on, area, household, entry, at, result, note } = command
  if (screening.entries.includes(entry)) return ok([])
  const known = areaOf(screening, area)?.households.some((each) => each.household === household)
  if (!known) return refuse({ kind: 'no-such-household' })
  const refusal = refusalOfDay(screening, at, on)
  if (refusal) return refuse(refusal)
  const account = accountOf(command)
  return accept({ type: 'HouseholdRecorded', on, account, area, household, entry, at, result, note })
}

/** The phone says the day; between the opening and today it is believed. */
const refusalOfDay = ({ openedOn }: Screening, at: Of<'FileZeroReport'>['at'], on: typeof at) =>
  isBefore(at, openedOn) || isAfter(at, on)
    ? ({ kind: 'day-outside-round', at, from: openedOn, today: on } as const)
    : null

/** 零报告: that nothing was found is a report. Where something was found there is none. */
const fileZeroReport: Decide<'FileZeroReport'> = (screening, command) => {
  const { on, area, entry, at, note } = command
  if (screening.entries.includes(entry)) return ok([])
  const place = areaOf(screening, area)
  if (!place) return refuse({ kind: 'no-such-area', area })
  if (place.standing === 'found') return refuse({ kind: 'found-already', area, count: place.disputes.length })
  if (place.standing === 'zero') return refuse({ kind: 'reported-already', area })
  const refusal = refusalOfDay(screening, at, on)
  if (refusal) return refuse(refusal)
  const { account, organ: organOf } = command.actor as StaffActor
  return accept({ type: 'ZeroReportFiled', on, account, organOf, area, entry, at, note })
}

/** A dispute that was found is the report, also where a zero report was filed before. */
const linkDispute: Decide<'LinkDispute'> = (screening, { on, actor, area, at, looked }) => {
  const place = areaOf(screening, area)
  if (!place) return refuse({ kind: 'no-such-area', area })
  if (looked === null) return refuse({ kind: 'dispute-unknown' })
  if (looked.isKept) return refuse({ kind: 'dispute-is-kept', basis: keptBasis })
  if (!isWithinRegion(looked.region as RegionCode, area as RegionCode))
    return refuse({ kind: 'dispute-elsewhere', area })
  if (place.disputes.includes(looked.dispute)) return ok([])
  const account = actor.kind === 'staff' ? actor.account : null
  return accept({ type: 'DisputeLinked', on, account, area, at, dispute: looked.dispute })
}

/** A zero report that is not believed: it is looked again, by another day. */
const returnReport: Decide<'ReturnReport'> = (screening, command) => {
  const { on, area, reason, until } = command
  const place = areaOf(screening, area)
  if (!place) return refuse({ kind: 'no-such-area', area })
  if (place.standing !== 'zero') return refuse({ kind: 'no-zero-report', area })
  if (!isAfter(until, on)) return refuse({ kind: 'day-not-ahead', day: until, today: on })
  return accept({ type: 'ReportReturned', on, account: accountOf(command), area, reason, until })
}

const remindArea: Decide<'RemindArea'> = (screening, command) => {
  const { on, area, note } = command
  const place = areaOf(screening, area)
  if (!place) return refuse({ kind: 'no-such-area', area })
  if (place.standing !== 'waiting') return refuse({ kind: 'reported-already', area })
  return accept({ type: 'AreaReminded', on, account: accountOf(command), area, note })
}

const extendScreening: Decide<'ExtendScreening'> = (screening, command) => {
  const { on, until, reason } = command
  if (!isAfter(until, on)) return refuse({ kind: 'day-not-ahead', day: until, today: on })
  if (!isAfter(until, screening.due)) return refuse({ kind: 'not-an-extension', until: screening.due })
  return accept({ type: 'ScreeningExtended', on, account: accountOf(command), until, reason })
}

/** 总结: when all have reported, or when the day has passed; who did not report stays named. */
const closeScreening: Decide<'CloseScreening'> = (screening, command) => {
  const { on, summary } = command
  const waiting = screening.areas.filter(({ standing }) => standing === 'waiting')
  const last = waiting
    .map(({ until }) => until)
    .toSorted()
    .at(-1)
  if (last !== undefined && !hasPassed(last, on)) {
    return refuse({ kind: 'areas-still-to-report', count: waiting.length, until: last, basis: basisOfScreening })
  }
  return accept({ type: 'ScreeningClosed', on, account: accountOf(command), summary })
}

const cancelScreening: Decide<'CancelScreening'> = (_, command) =>
  accept({ type: 'ScreeningCancelled', on: command.on, account: accountOf(command), reason: command.reason })

const endSeries: Decide<'EndSeries'> = ({ round, next, isLast }, command) => {
  if (round === null) return refuse({ kind: 'not-regular' })
  if (isLast || next !== null) return refuse({ kind: 'series-ended-already' })
  return accept({ type: 'SeriesEnded', on: command.on, account: accountOf(command), reason: command.reason })
}

/** Read twice, it changes nothing. */
const recordNextRound: Decide<'RecordNextRound'> = ({ round, next, isLast }, { on, next: stream }) => {
  if (round === null) return refuse({ kind: 'not-regular' })
  return next !== null || isLast ? ok([]) : accept({ type: 'NextRoundOpened', on, next: stream })
}

/** 分立、合并、撤销 (art. 24 (2)): whoever carries an organ on keeps what it kept and owes what it owed. */
const passScreeningOn: Decide<'PassScreeningOn'> = (screening, { on }, { organs }) => {
  const ended = [...new Set([screening.keeper, ...screening.areas.map(({ organ }) => organ)])].filter(
    (organ) => organs.find(organ)?.state !== 'active',
  )
  const reporter = reportersAmong(organs)
  return ok(
    ended.flatMap((from): readonly ScreeningFact[] => {
      const heirs = organs.find(from)?.successors ?? []
      const owed = screening.areas.find(({ organ }) => organ === from)?.area
      const to =
        heirs.find((heir) => organs.find(heir)?.state === 'active') ?? (owed === undefined ? null : reporter(owed))
      return to === null || to === from ? [] : [{ type: 'ScreeningPassedOn', on, from, to }]
    }),
  )
}

const recountScreening: Decide<'RecountScreening'> = (screening, { on }, world) => {
  const recounted = recountOpen(screening.clocks, (clock) => recounting(clock, world))
  return recounted === null ? ok([]) : accept({ type: 'ScreeningClocksRecounted', on, ...recounted })
}

/** Every place that fell late with it is marked in the same fact: a county of three hundred villages makes one, and not three hundred. */
const markClock: Decide<'MarkClock'> = (screening, { on, actor, clock: id }, world) => {
  const late = screening.clocks.filter(
    ({ state, overdueOn, lastDay }) => state === 'running' && !overdueOn && hasPassed(lastDay, on),
  )
  if (!late.some((clock) => clock.id === id)) return refuse({ kind: 'clock-still-running', clock: id })
  if (late.some((clock) => recounting(clock, world))) {
    return recountScreening(screening, { type: 'RecountScreening', on, actor }, world)
  }
  return accept({
    type: 'AreasFellOverdue',
    on,
    clocks: late.map((each) => ({ change: 'fellOverdue', id: each.id, on })),
  })
}

const decisions: { readonly [T in LaterCommand]: Decide<T> } = {
  AssignArea: assignArea,
  RecordHousehold: recordHousehold,
  FileZeroReport: fileZeroReport,
  LinkDispute: linkDispute,
  ReturnReport: returnReport,
  RemindArea: remindArea,
  ExtendScreening: extendScreening,
  CloseScreening: closeScreening,
  CancelScreening: cancelScreening,
  EndSeries: endSeries,
  RecordNextRound: recordNextRound,
  PassScreeningOn: passScreeningOn,
  MarkClock: markClock,
  RecountScreening: recountScreening,
}

const withClocks = (state: ScreeningState, facts: readonly ScreeningFact[], world: ScreeningWorld) =>
  withClockChanges<Screening, ScreeningFact>(state, facts, {
    evolve,
    changesAt: (screening, fact) => clockChangesAt(screening, fact, world),
  })
