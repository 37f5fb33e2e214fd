/** Every clock of the pack: what starts it, when it ends, whom it binds and what stops it. Days were counted by hand. */
import { addDays, type Day, day } from '../kernel/day.ts'
import type { RunningClock } from '../kernel/running-clock.ts'
import {
  article as articleOfRegulations,
  articleWithoutDays,
  type Basis,
  rule as companion,
  decided,
} from '../law/basis.ts'
import {
  accepted,
  assigned,
  declined,
  disputeDecided,
  disputeReferred,
  dutyAnswered,
  executed,
  heard,
  house,
  id,
  inHandOf,
  issued,
  objected,
  person,
  petitioner,
  quashedByReview,
  reexaminationIssued,
  reexaminationRequested,
  reexaminationServed,
  registered,
  registeredDirectly,
  reportedBack,
  returned,
  reviewIssued,
  reviewRequested,
  reviewServed,
  served,
  settled,
  signedRecord,
  staff,
  suggestionConcluded,
  supportedOpinion,
  trackLeft,
  transferred,
  upheld,
  urgentMarked,
  urgentReported,
  wayTo,
  withdrawn,
} from './examples.ts'
import type { Command } from './petition.ts'
import { article, type Row, type Spec } from './spec.ts'

type ClockName = Extract<Row, `clocks.${string}`> extends `clocks.${infer N}` ? N : never
type History = readonly Command[]

interface Specified {
  readonly title: string
  readonly basis: Basis
  readonly binds: 'organ' | 'petitioner'
  readonly after: 'overdue' | 'lapsed'
  readonly bearer: RunningClock['bearer']
  /** After each history the clock runs from and to these days. */
  readonly starts: Readonly<
    Record<string, { readonly given: History; readonly from: string; readonly lastDay: string }>
  >
  readonly startsNot: Readonly<Record<string, History>>
  /** The last command of each history stops the clock that ran before it. */
  readonly stops: Readonly<Record<string, History>>
  /** The last command of each history leaves it running. */
  readonly stopsNot?: Readonly<Record<string, History>>
  /** Whether the petitioner’s withdrawal leaves it running. */
  readonly outlivesEnd?: boolean
}

function specify(name: ClockName, specified: Specified): void {
  const { title, basis, binds, after, bearer, starts, startsNot, stops, stopsNot = {}, outlivesEnd } = specified
  const [first] = Object.values(starts)
  if (!first) throw new Error(`${name} never starts`)
  article(`${title} [${name}]`, [`clocks.${name}`], {
    'rests on its article': ({ cites }) => cites(`clocks.${name}`, basis),
    'binds whom it binds': ({ given }) => {
      given(...first.given).clockIs(name, { binds, after, bearer })
    },
    ...each(starts, 'starts on', ({ given }, { given: history, from, lastDay }) => {
      given(...history).clockIs(name, { from: day(from), lastDay: day(lastDay), state: 'running' })
    }),
    ...each(startsNot, 'does not start on', ({ given }, history) => {
      given(...history).notRunning(name)
    }),
    ...each(stops, 'stops on', ({ given }, history) => stopping(given, history, name, 'stopped')),
    ...each(stopsNot, 'does not stop on', ({ given }, history) => stopping(given, history, name, 'running')),
    [outlivesEnd ? 'outlives a withdrawal' : 'ends with a withdrawal']: (spec) =>
      whenWithdrawn(spec, first.given, name, outlivesEnd ? 'running' : 'stopped'),
    'runs to the end of its last day, and not to the next': (spec) =>
      onTheLastDay(spec, first.given, name, day(first.lastDay), after),
  })
}

const each = <T>(of: Readonly<Record<string, T>>, says: string, run: (spec: Spec, value: T) => void) =>
  Object.fromEntries(
    Object.entries(of).map(([what, value]) => [`${says} ${what}`, (spec: Spec) => run(spec, value)] as const),
  )

function stopping(given: Spec['given'], history: History, name: string, state: RunningClock['state']): void {
  const last = history.at(-1)
  if (!last) throw new Error('nothing stops a clock without a command')
  const before = given(...history.slice(0, -1))
  const clock = before.clock(name)
  before.clockIs(clock.id, { state: 'running' }).when(last).accepted().clockIs(clock.id, { state })
}

/** Re-examination can no longer be called off; there the petition ends by its own clock’s end. */
function whenWithdrawn({ given }: Spec, history: History, name: string, state: RunningClock['state']): void {
  const before = given(...history)
  const clock = before.clock(name).id
  const leaving = withdrawn({ on: day('2026-10-20') })
  if (before.petition.stage === 'underReexamination') before.when(leaving).refusedAs('wrong-stage')
  else before.when(leaving).accepted().at('withdrawn').clockIs(clock, { state })
}

function onTheLastDay(
  { given }: Spec,
  history: History,
  name: string,
  lastDay: Day,
  after: 'overdue' | 'lapsed',
): void {
  const before = given(...history)
  const clock = before.clock(name).id
  const type = after === 'overdue' ? 'MarkOverdue' : 'LapseRight'
  const sweep = (on: Day) => ({ type, clock, on, actor: house }) as const
  before.when(sweep(lastDay)).refused({ kind: 'not-overdue', clock, lastDay })
  const swept = before.when(sweep(addDays(lastDay, 1)))
  if (after === 'overdue') swept.accepted().clockIs(clock, { state: 'running', overdueOn: addDays(lastDay, 1) })
  else swept.accepted().clockIs(clock, { state: 'lapsed' })
}

const [bureau, housing] = [{ organ: id('county-bureau') }, { organ: id('county-housing') }]
const byBureau = staff('county-bureau')
const fromCity = registered({ actor: staff('city-bureau'), organ: id('city-bureau') })
const cityTransfers = transferred({ actor: staff('city-bureau'), to: id('county-bureau') })
const cityAssigns = assigned({ actor: staff('city-bureau'), to: id('county-bureau') })
const bureauObjects = objected({ actor: byBureau })
const cityReturns = returned({ actor: staff('city-bureau') })
const cityRefers = disputeReferred({ actor: staff('city-bureau'), to: id('city') })
const onward = { actor: staff('county-housing'), to: id('county-inspection'), on: day('2026-03-06') }
const toBureau = disputeDecided({ competent: id('county-bureau') })
const simplified = registered({ track: 'simplified' })
const accusation = registered({ class: 'accusation' })
const toDiscipline = { to: id('county-discipline') }
const disciplineAccepts = accepted({ actor: staff('county-discipline'), route: null })
const quickly = accepted({ track: 'simplified' })
const two = { people: [person('p1'), person('p2')], headcount: 2 }
const group = registered(two)

specify('route', {
  title: '信访工作条例 art. 22 (1): a bureau registers and routes within 15 days',
  basis: articleOfRegulations(22, 1),
  binds: 'organ',
  after: 'overdue',
  bearer: bureau,
  starts: {
    'the day the matter was received': { given: [registered()], from: '2026-03-02', lastDay: '2026-03-17' },
    'receipt, not registration': {
      given: [registered({ receivedOn: day('2026-02-27') })],
      from: '2026-02-27',
      lastDay: '2026-03-14',
    },
    'a transfer to a bureau': { given: [fromCity, cityTransfers], from: '2026-03-05', lastDay: '2026-03-20' },
    'an assignment to a bureau': { given: [fromCity, cityAssigns], from: '2026-03-05', lastDay: '2026-03-20' },
    'a decision that a bureau is competent': {
      given: [...wayTo.disputed, toBureau],
      from: '2026-03-16',
      lastDay: '2026-03-31',
    },
  },
  startsNot: {
    'registration by another organ': [registeredDirectly()],
    'a transfer to another organ': [registered(), transferred()],
  },
  stops: {
    'a transfer': [registered(), transferred()],
    'an assignment': [registered(), assigned()],
    acceptance: [registered(), accepted({ actor: byBureau })],
    'a decline': [registered(), declined({ actor: byBureau })],
    'a return': [fromCity, cityTransfers, bureauObjects, cityReturns],
    'the decision of a dispute': [
      fromCity,
      cityTransfers,
      bureauObjects,
      cityRefers,
      disputeDecided({ actor: staff('city') }),
    ],
  },
})

specify('routeAgain', {
  title: '信访工作条例 art. 22 (1): after an agreed return it is routed again',
  basis: articleWithoutDays(22, '0005', 1),
  binds: 'organ',
  after: 'overdue',
  bearer: bureau,
  starts: { 'the return': { given: [...wayTo.objected, returned()], from: '2026-03-11', lastDay: '2026-03-18' } },
  startsNot: { registration: [registered()] },
  stops: {
    'a transfer': [...wayTo.objected, returned(), transferred({ on: day('2026-03-12'), to: id('county-water') })],
    'an assignment': [...wayTo.objected, returned(), assigned({ on: day('2026-03-12'), to: id('county-water') })],
    acceptance: [...wayTo.objected, returned(), accepted({ on: day('2026-03-12'), actor: byBureau })],
  },
})

specify('notifyDirect', {
  title: '信访工作条例 art. 23 (2): an organ approached directly tells the petitioner in writing within 15 days',
  basis: articleOfRegulations(23, 2),
  binds: 'organ',
  after: 'overdue',
  bearer: housing,
  starts: { receipt: { given: [registeredDirectly()], from: '2026-03-02', lastDay: '2026-03-17' } },
  startsNot: {
    'registration by a bureau': [registered()],
    'an accusation, which has rules of its own': [
      registered({ class: 'accusation', actor: staff('county-discipline'), organ: id('county-discipline') }),
    ],
    'a transfer': [registered(), transferred()],
  },
  stops: {
    acceptance: [registeredDirectly(), accepted()],
    'a transfer down its own system': [registeredDirectly(), transferred(onward)],
    'an assignment down its own system': [registeredDirectly(), assigned(onward)],
  },
})

specify('notify', {
  title: '信访工作条例 art. 23 (3): an organ to which it was forwarded tells the petitioner in writing within 15 days',
  basis: articleOfRegulations(23, 3),
  binds: 'organ',
  after: 'overdue',
  bearer: housing,
  starts: {
    'a transfer': { given: [registered(), transferred()], from: '2026-03-05', lastDay: '2026-03-20' },
    'an assignment': { given: [registered(), assigned()], from: '2026-03-05', lastDay: '2026-03-20' },
    'the decision of a dispute': {
      given: [...wayTo.disputed, disputeDecided()],
      from: '2026-03-16',
      lastDay: '2026-03-31',
    },
    'leaving the simplified track, from the day it came': {
      given: [simplified, transferred(), trackLeft({ on: day('2026-03-09') })],
      from: '2026-03-05',
      lastDay: '2026-03-20',
    },
  },
  startsNot: {
    'a transfer to a bureau': [fromCity, cityTransfers],
    'a simplified transfer': [simplified, transferred()],
    'an accusation': [accusation, transferred(toDiscipline)],
    'leaving the simplified track after acceptance': [simplified, transferred(), quickly, trackLeft()],
  },
  stops: {
    acceptance: wayTo.accepted,
    'a return': [...wayTo.objected, returned()],
    'the decision of a dispute': [...wayTo.disputed, disputeDecided()],
    'a transfer onward': [registered(), transferred(), transferred(onward)],
    'an assignment onward': [registered(), transferred(), assigned(onward)],
  },
  stopsNot: { 'an objection, which is not yet an answer': wayTo.objected },
})

specify('objectToTransfer', {
  title: '信访工作条例 art. 23 (3): five working days to object to a transfer',
  basis: articleOfRegulations(23, 3),
  binds: 'organ',
  after: 'lapsed',
  bearer: housing,
  starts: {
    'a transfer': { given: [registered(), transferred()], from: '2026-03-05', lastDay: '2026-03-12' },
    'an assignment': { given: [registered(), assigned()], from: '2026-03-05', lastDay: '2026-03-12' },
    'a transfer before the National Day holiday, past it and with the worked Saturday': {
      given: [registered({ on: day('2026-09-25') }), transferred({ on: day('2026-09-28') })],
      from: '2026-09-28',
      lastDay: '2026-10-10',
    },
  },
  startsNot: {
    registration: [registeredDirectly()],
    'the decision of a dispute': [...wayTo.disputed, disputeDecided()],
  },
  stops: {
    'an objection': wayTo.objected,
    'referring the dispute instead': [registered(), transferred(), disputeReferred({ on: day('2026-03-09') })],
    acceptance: wayTo.accepted,
    'a transfer onward': [registered(), transferred(), transferred(onward)],
    'an assignment onward': [registered(), transferred(), assigned(onward)],
  },
})

specify('answerObjection', {
  title: '信访工作条例 art. 23 (3): the sender verifies an objection',
  basis: articleWithoutDays(23, '0005', 3),
  binds: 'organ',
  after: 'overdue',
  bearer: bureau,
  starts: { 'the objection': { given: wayTo.objected, from: '2026-03-09', lastDay: '2026-03-16' } },
  startsNot: { 'a transfer': [registered(), transferred()] },
  stops: {
    'agreeing to the return': [...wayTo.objected, returned()],
    'insisting on the transfer': [...wayTo.objected, upheld()],
    'referring the dispute': wayTo.disputed,
  },
})

specify('decideDispute', {
  title: '信访工作条例 art. 24 (1): the common superior decides who is competent',
  basis: articleWithoutDays(24, '0005', 1),
  binds: 'organ',
  after: 'overdue',
  bearer: { organ: id('county') },
  starts: { 'the referral': { given: wayTo.disputed, from: '2026-03-12', lastDay: '2026-03-19' } },
  startsNot: { 'an objection': wayTo.objected },
  stops: { 'the decision': [...wayTo.disputed, disputeDecided()] },
})

specify('reportBack', {
  title: '信访工作条例 art. 22 (1) item 3: an assignment is reported back by the day it sets',
  basis: articleOfRegulations(22, 1, 3),
  binds: 'organ',
  after: 'overdue',
  bearer: housing,
  starts: {
    'the assignment, to its day': { given: [registered(), assigned()], from: '2026-03-05', lastDay: '2026-04-30' },
    'a day of rest, where it stays': {
      given: [registered(), assigned({ reportBy: day('2026-05-02') })],
      from: '2026-03-05',
      lastDay: '2026-05-02',
    },
  },
  startsNot: { 'a transfer': [registered(), transferred()] },
  outlivesEnd: true,
  stops: {
    'the report': [registered(), assigned(), accepted(), reportedBack()],
    'a return': [registered(), assigned(), objected(), returned()],
    'a decision that the assigner itself is competent': [
      registered(),
      assigned(),
      objected(),
      disputeReferred(),
      toBureau,
    ],
  },
  stopsNot: {
    'the end of the petition': [registered(), assigned(), declined()],
    'a decision that another organ is competent, which then owes it': [
      registered(),
      assigned(),
      objected(),
      disputeReferred(),
      disputeDecided(),
    ],
    'a report by somebody else in the chain': [
      fromCity,
      cityAssigns,
      assigned({ on: day('2026-03-06') }),
      accepted(),
      reportedBack({ actor: staff('county-bureau') }),
    ],
  },
})

specify('handle', {
  title: '信访工作条例 art. 34: 60 days from acceptance, to service and not to issue',
  basis: articleOfRegulations(34),
  binds: 'organ',
  after: 'overdue',
  bearer: housing,
  starts: {
    acceptance: { given: wayTo.accepted, from: '2026-03-10', lastDay: '2026-05-09' },
    'acceptance, staying on a rest day': {
      given: [registered(), transferred(), accepted({ on: day('2026-03-06') })],
      from: '2026-03-06',
      lastDay: '2026-05-05',
    },
    'leaving the simplified track, from acceptance': {
      given: [simplified, transferred(), quickly, trackLeft()],
      from: '2026-03-10',
      lastDay: '2026-05-09',
    },
  },
  startsNot: {
    'acceptance of a duty': [registered(), transferred(), accepted({ route: 'performDuty' })],
    'acceptance on the simplified track': [simplified, transferred(), quickly],
    'acceptance of a suggestion': [registered({ class: 'suggestion' }), transferred(), accepted({ route: null })],
    'leaving the simplified track before acceptance': [simplified, transferred(), trackLeft({ on: day('2026-03-09') })],
  },
  stops: {
    service: wayTo.served,
    'service to the last of several': [...inHandOf(two), heard(), issued(), served(), served({ person: 'p2' })],
    'a quashing before everyone was served, which sets another day': [
      ...inHandOf(two),
      heard(),
      issued(),
      served(),
      reviewRequested({ on: day('2026-04-24') }),
      quashedByReview({ on: day('2026-05-06') }),
    ],
  },
  stopsNot: {
    issue: wayTo.answered,
    'service to one of several': [...inHandOf(two), heard(), issued(), served()],
  },
})

const quashed = [...wayTo.underReview, quashedByReview()]
const answeredAgain = [...quashed, heard({ on: day('2026-06-15') }), issued({ on: day('2026-06-20') })] as const
const servedAgain = served({ on: day('2026-06-22'), servedOn: day('2026-06-22'), document: 'd4' })

specify('redo', {
  title: 'ADR 0007: after a quashing the organ answers afresh by the day the reviewing body sets',
  basis: decided('0007'),
  binds: 'organ',
  after: 'overdue',
  bearer: housing,
  starts: { 'the quashing': { given: quashed, from: '2026-06-10', lastDay: '2026-07-31' } },
  startsNot: { 'an opinion that upholds': wayTo.reviewIssued },
  stops: { 'service of the fresh opinion': [...answeredAgain, servedAgain] },
  stopsNot: {
    'issue of the fresh opinion': answeredAgain,
    'late service of the quashing': [
      ...answeredAgain,
      reviewServed({ on: day('2026-06-21'), servedOn: day('2026-06-21') }),
    ],
  },
})

specify('performDuty', {
  title: '信访工作条例 art. 31 (5): perform the duty or reply',
  basis: articleWithoutDays(31, '0005', 1, 5),
  binds: 'organ',
  after: 'overdue',
  bearer: housing,
  starts: {
    acceptance: {
      given: [registered(), transferred(), accepted({ route: 'performDuty' })],
      from: '2026-03-10',
      lastDay: '2026-05-09',
    },
  },
  startsNot: { 'acceptance towards an opinion': wayTo.accepted },
  stops: { service: [registered(), transferred(), accepted({ route: 'performDuty' }), dutyAnswered(), served()] },
  stopsNot: {
    'the reply before it is served': [registered(), transferred(), accepted({ route: 'performDuty' }), dutyAnswered()],
    'service to one of several': [group, transferred(), accepted({ route: 'performDuty' }), dutyAnswered(), served()],
  },
})

const suggestion = registered({ class: 'suggestion' })
const quickSuggestion = registered({ class: 'suggestion', track: 'simplified' })
specify('replyToSuggestion', {
  title: '信访工作条例 art. 29 (1): a suggestion is studied and replied to',
  basis: articleWithoutDays(29, '0005', 1),
  binds: 'organ',
  after: 'overdue',
  bearer: housing,
  starts: {
    acceptance: {
      given: [suggestion, transferred(), accepted({ route: null })],
      from: '2026-03-10',
      lastDay: '2026-05-09',
    },
    'leaving the simplified track, from acceptance': {
      given: [quickSuggestion, transferred(), accepted({ route: null, track: 'simplified' }), trackLeft()],
      from: '2026-03-10',
      lastDay: '2026-05-09',
    },
  },
  startsNot: {
    'acceptance of an appeal': wayTo.accepted,
    'acceptance on the simplified track': [
      quickSuggestion,
      transferred(),
      accepted({ route: null, track: 'simplified' }),
    ],
    'leaving the simplified track before acceptance': [
      quickSuggestion,
      transferred(),
      trackLeft({ on: day('2026-03-09') }),
    ],
  },
  stops: { service: [suggestion, transferred(), accepted({ route: null }), suggestionConcluded(), served()] },
  stopsNot: {
    'the conclusion before it is served': [suggestion, transferred(), accepted({ route: null }), suggestionConcluded()],
    'service to one of several': [
      registered({ class: 'suggestion', ...two }),
      transferred(),
      accepted({ route: null }),
      suggestionConcluded(),
      served(),
    ],
  },
})

const toCityDiscipline = registered({
  class: 'accusation',
  actor: staff('city-discipline'),
  organ: id('city-discipline'),
})
const downDiscipline = { actor: staff('city-discipline'), ...toDiscipline }
const disciplineObjects = objected({ actor: staff('county-discipline') })
const accusationDisputed = [
  accusation,
  transferred(toDiscipline),
  disciplineObjects,
  disputeReferred({ to: id('county-conference') }),
]
const conferenceDecides = disputeDecided({ actor: staff('county-conference'), competent: id('county-procuratorate') })

specify('notifyAccusation', {
  title: '纪检监察机关处理检举控告工作规则: the accuser is told of acceptance within 15 working days',
  basis: companion('JW20'),
  binds: 'organ',
  after: 'overdue',
  bearer: { organ: id('county-discipline') },
  starts: {
    'a transfer': { given: [accusation, transferred(toDiscipline)], from: '2026-03-05', lastDay: '2026-03-26' },
    'an assignment': { given: [accusation, assigned(toDiscipline)], from: '2026-03-05', lastDay: '2026-03-26' },
    receipt: {
      given: [registered({ class: 'accusation', actor: staff('county-discipline'), organ: id('county-discipline') })],
      from: '2026-03-02',
      lastDay: '2026-03-23',
    },
    'the decision of a dispute, past the Qingming holiday': {
      given: [...accusationDisputed, conferenceDecides],
      from: '2026-03-16',
      lastDay: '2026-04-07',
    },
  },
  startsNot: { 'registration by a bureau, which routes': [accusation], 'a transfer of an appeal': wayTo.routed },
  stops: {
    acceptance: [accusation, transferred(toDiscipline), disciplineAccepts],
    'a return': [accusation, transferred(toDiscipline), disciplineObjects, returned()],
    'the decision of a dispute': [...accusationDisputed, conferenceDecides],
    'a transfer down its own system': [toCityDiscipline, transferred(downDiscipline)],
    'an assignment down its own system': [toCityDiscipline, assigned(downDiscipline)],
  },
})

const accusationInHand = [accusation, transferred(toDiscipline), disciplineAccepts]
specify('answerAccusation', {
  title: '信访工作条例 art. 30 (1): an accepted accusation is handled and answered',
  basis: articleWithoutDays(30, '0005', 1),
  binds: 'organ',
  after: 'overdue',
  bearer: { organ: id('county-discipline') },
  starts: { acceptance: { given: accusationInHand, from: '2026-03-10', lastDay: '2026-05-09' } },
  startsNot: { 'acceptance of an appeal': wayTo.accepted },
  stops: {
    service: [
      ...accusationInHand,
      dutyAnswered({ actor: staff('county-discipline') }),
      served({ actor: staff('county-discipline') }),
    ],
  },
  stopsNot: {
    'the answer before it is served': [...accusationInHand, dutyAnswered({ actor: staff('county-discipline') })],
    'service to one of several': [
      registered({ class: 'accusation', ...two }),
      transferred(toDiscipline),
      disciplineAccepts,
      dutyAnswered({ actor: staff('county-discipline') }),
      served({ actor: staff('county-discipline') }),
    ],
  },
})

const groupServed = [...inHandOf(two), heard(), issued(), served(), served({ person: 'p2' })]
specify('requestReview', {
  title: '信访工作条例 art. 35: 30 days from receiving the answer to ask for review',
  basis: articleOfRegulations(35),
  binds: 'petitioner',
  after: 'lapsed',
  bearer: { person: 'p1' },
  starts: {
    'the day it was served': { given: wayTo.served, from: '2026-04-22', lastDay: '2026-05-22' },
    'service, not its record': {
      given: [...wayTo.answered, served({ servedOn: day('2026-04-21') })],
      from: '2026-04-21',
      lastDay: '2026-05-21',
    },
    'service, rolled past the National Day holiday': {
      given: [...wayTo.answered, served({ on: day('2026-09-02'), servedOn: day('2026-09-02') })],
      from: '2026-09-02',
      lastDay: '2026-10-08',
    },
    'service of a simplified answer': {
      given: [
        simplified,
        transferred(),
        quickly,
        issued({ on: day('2026-03-20') }),
        served({ on: day('2026-03-23'), servedOn: day('2026-03-23') }),
      ],
      from: '2026-03-23',
      lastDay: '2026-04-22',
    },
  },
  startsNot: {
    issue: wayTo.answered,
    'the reply to a suggestion': [
      suggestion,
      transferred(),
      accepted({ route: null }),
      suggestionConcluded(),
      served(),
    ],
    'service of an opinion that was quashed meanwhile': [
      ...inHandOf(two),
      heard(),
      issued(),
      served(),
      reviewRequested(),
      quashedByReview(),
      served({ person: 'p2', on: day('2026-06-12'), servedOn: day('2026-06-12') }),
    ],
  },
  stops: {
    'the request': wayTo.underReview,
    'the quashing of the opinion, which gives a better right': [
      ...inHandOf(two),
      heard(),
      issued(),
      served({ person: 'p2' }),
      served(),
      reviewRequested({ actor: petitioner('p2'), on: day('2026-05-08') }),
      quashedByReview({ on: day('2026-05-20') }),
    ],
  },
  stopsNot: {
    'an opinion on another petitioner’s request': [
      ...groupServed.slice(0, -1),
      reviewRequested({ on: day('2026-04-24') }),
      served({ person: 'p2', on: day('2026-04-27'), servedOn: day('2026-04-27') }),
      reviewIssued({ on: day('2026-05-12') }),
    ],
  },
})

specify('review', {
  title: '信访工作条例 art. 35: the review is answered within 30 days of the request',
  basis: articleOfRegulations(35),
  binds: 'organ',
  after: 'overdue',
  bearer: { organ: id('city-housing') },
  starts: {
    'the request, staying on the Dragon Boat holiday': {
      given: wayTo.underReview,
      from: '2026-05-22',
      lastDay: '2026-06-21',
    },
  },
  startsNot: { service: wayTo.served },
  stops: {
    'service to whoever asked': wayTo.reviewed,
    'a quashing at re-examination while it was open': [
      ...groupServed,
      reviewRequested({ on: day('2026-04-24') }),
      reviewIssued({ on: day('2026-05-04') }),
      reviewServed({ on: day('2026-05-06'), servedOn: day('2026-05-06') }),
      reexaminationRequested({ on: day('2026-05-08') }),
      reviewRequested({ actor: petitioner('p2') }),
      reexaminationIssued({ outcome: 'quashed', redoBy: day('2026-07-31'), on: day('2026-05-29') }),
    ],
  },
  stopsNot: {
    issue: wayTo.reviewIssued,
    'service to one of two who asked': [
      ...groupServed,
      reviewRequested(),
      reviewRequested({ actor: petitioner('p2') }),
      reviewIssued(),
      reviewServed(),
    ],
    'service of the opinion on another’s earlier request': [
      ...groupServed,
      reviewRequested({ on: day('2026-04-24') }),
      reviewIssued({ on: day('2026-05-04') }),
      reviewRequested({ actor: petitioner('p2') }),
      reviewServed(),
    ],
    'its own quashing, until that is served': [...wayTo.underReview, quashedByReview()],
  },
})

const bothAskAgain = [
  ...groupServed,
  reviewRequested(),
  reviewRequested({ actor: petitioner('p2') }),
  reviewIssued(),
  reviewServed(),
  reviewServed({ person: 'p2' }),
  reexaminationRequested(),
  reexaminationRequested({ actor: petitioner('p2') }),
  reexaminationIssued(),
]
specify('requestReexamination', {
  title: '信访工作条例 art. 36 (1): 30 days from receiving the review opinion to ask for re-examination',
  basis: articleOfRegulations(36, 1),
  binds: 'petitioner',
  after: 'lapsed',
  bearer: { person: 'p1' },
  starts: {
    'service of the review opinion, rolled past a Sunday': {
      given: wayTo.reviewed,
      from: '2026-06-12',
      lastDay: '2026-07-13',
    },
    'service of the review opinion, to a Wednesday': {
      given: [...wayTo.reviewIssued, reviewServed({ on: day('2026-06-15'), servedOn: day('2026-06-15') })],
      from: '2026-06-15',
      lastDay: '2026-07-15',
    },
  },
  startsNot: {
    issue: wayTo.reviewIssued,
    'service of an opinion that quashes': [...quashed, reviewServed()],
    'service of the first answer': wayTo.served,
    'service of the re-examination opinion itself': [...bothAskAgain, reexaminationServed()],
  },
  stops: {
    'the request': wayTo.underReexamination,
    'a quashing that another petitioner brought about': [
      ...groupServed,
      reviewRequested(),
      reviewRequested({ actor: petitioner('p2') }),
      reviewIssued(),
      reviewServed(),
      reexaminationRequested({ on: day('2026-06-15') }),
      reviewServed({ person: 'p2', on: day('2026-06-16'), servedOn: day('2026-06-16') }),
      reexaminationIssued({ outcome: 'quashed', redoBy: day('2026-08-31'), on: day('2026-07-01') }),
    ],
  },
})

specify('reexamine', {
  title: '信访工作条例 art. 36 (1): the re-examination is answered within 30 days of the request',
  basis: articleOfRegulations(36, 1),
  binds: 'organ',
  after: 'overdue',
  bearer: { organ: id('province-housing') },
  starts: { 'the request': { given: wayTo.underReexamination, from: '2026-07-13', lastDay: '2026-08-12' } },
  startsNot: { service: wayTo.reviewed },
  stops: {
    'service to whoever asked': wayTo.finalised,
    'a quashing at review while it was open': [
      ...groupServed,
      reviewRequested({ on: day('2026-04-24') }),
      reviewIssued({ on: day('2026-05-04') }),
      reviewServed({ on: day('2026-05-06'), servedOn: day('2026-05-06') }),
      reviewRequested({ actor: petitioner('p2'), on: day('2026-05-07') }),
      reexaminationRequested({ on: day('2026-05-08') }),
      quashedByReview({ on: day('2026-05-29') }),
    ],
  },
  stopsNot: {
    issue: wayTo.reexaminationIssued,
    'service to one of two who asked': [...bothAskAgain, reexaminationServed()],
  },
})

specify('acceptSimplified', {
  title: '信访事项简易办理办法: acceptance within three working days',
  basis: companion('JY16'),
  binds: 'organ',
  after: 'overdue',
  bearer: housing,
  starts: {
    'a transfer': { given: [simplified, transferred()], from: '2026-03-05', lastDay: '2026-03-10' },
    'receipt from the petitioner': {
      given: [registeredDirectly({ track: 'simplified' })],
      from: '2026-03-02',
      lastDay: '2026-03-05',
    },
    'the decision of a dispute': {
      given: [simplified, transferred(), objected(), disputeReferred(), disputeDecided()],
      from: '2026-03-16',
      lastDay: '2026-03-19',
    },
  },
  startsNot: {
    'an ordinary transfer': wayTo.routed,
    'registration by a bureau': [simplified],
    'an assignment, which is never simple': [simplified, assigned()],
  },
  stops: {
    acceptance: [simplified, transferred(), quickly],
    'a return': [simplified, transferred(), objected(), returned()],
    'the decision of a dispute': [simplified, transferred(), objected(), disputeReferred(), disputeDecided()],
    'leaving the track': [simplified, transferred(), trackLeft({ on: day('2026-03-09') })],
    'a transfer onward': [simplified, transferred(), transferred(onward)],
    'an assignment onward': [simplified, transferred(), assigned(onward)],
  },
})

specify('answerSimplified', {
  title: '信访事项简易办理办法: an answer within ten working days of acceptance',
  basis: companion('JY16'),
  binds: 'organ',
  after: 'overdue',
  bearer: housing,
  starts: {
    acceptance: { given: [simplified, transferred(), quickly], from: '2026-03-10', lastDay: '2026-03-24' },
    'acceptance, past the National Day holiday': {
      given: [
        registered({ on: day('2026-09-14'), track: 'simplified' }),
        transferred({ on: day('2026-09-15') }),
        accepted({ on: day('2026-09-18'), track: 'simplified' }),
      ],
      from: '2026-09-18',
      lastDay: '2026-10-09',
    },
  },
  startsNot: { 'ordinary acceptance': wayTo.accepted },
  stops: {
    service: [
      simplified,
      transferred(),
      quickly,
      issued({ on: day('2026-03-20') }),
      served({ on: day('2026-03-23'), servedOn: day('2026-03-23') }),
    ],
    'leaving the track': [simplified, transferred(), quickly, trackLeft()],
    'a quashing before everyone was served, which sets another day': [
      registered({ track: 'simplified', ...two }),
      transferred(),
      quickly,
      issued({ on: day('2026-03-16') }),
      served({ on: day('2026-03-16'), servedOn: day('2026-03-16') }),
      reviewRequested({ on: day('2026-03-17') }),
      quashedByReview({ on: day('2026-03-20') }),
    ],
  },
  stopsNot: {
    issue: [simplified, transferred(), quickly, issued({ on: day('2026-03-20') })],
    'service to one of several': [
      registered({ track: 'simplified', ...two }),
      transferred(),
      quickly,
      issued(),
      served(),
    ],
  },
})

const bySimplifiedCity = registered({ track: 'simplified', actor: staff('city-bureau'), organ: id('city-bureau') })
specify('forwardSimplified', {
  title: '信访事项简易办理办法: each level passes a simple matter on within one working day',
  basis: companion('JY16'),
  binds: 'organ',
  after: 'overdue',
  bearer: bureau,
  starts: {
    receipt: { given: [simplified], from: '2026-03-02', lastDay: '2026-03-03' },
    'receipt on a Friday': {
      given: [registered({ track: 'simplified', on: day('2026-03-06'), receivedOn: day('2026-03-06') })],
      from: '2026-03-06',
      lastDay: '2026-03-09',
    },
    'a transfer to a bureau': { given: [bySimplifiedCity, cityTransfers], from: '2026-03-05', lastDay: '2026-03-06' },
    'a decision that a bureau is competent': {
      given: [simplified, transferred(), objected(), disputeReferred(), toBureau],
      from: '2026-03-16',
      lastDay: '2026-03-17',
    },
  },
  startsNot: {
    'an ordinary registration': [registered()],
    'registration by another organ': [registeredDirectly({ track: 'simplified' })],
  },
  stops: {
    'a transfer': [simplified, transferred()],
    'an assignment': [simplified, assigned()],
    acceptance: [simplified, accepted({ actor: byBureau, track: 'simplified' })],
    'leaving the track': [simplified, trackLeft({ on: day('2026-03-03'), actor: byBureau })],
    'a return': [bySimplifiedCity, cityTransfers, bureauObjects, cityReturns],
    'the decision of a dispute': [
      bySimplifiedCity,
      cityTransfers,
      bureauObjects,
      cityRefers,
      disputeDecided({ actor: staff('city') }),
    ],
  },
})

const supported = [...wayTo.accepted, heard(), supportedOpinion()]
const supportedToTheEnd = [
  ...supported,
  served(),
  reviewRequested(),
  reviewIssued(),
  reviewServed(),
  reexaminationRequested(),
  reexaminationIssued(),
  reexaminationServed(),
]
specify('execute', {
  title: '信访工作条例 art. 32 (2): a supported opinion is carried out by the day it sets',
  basis: articleWithoutDays(32, '0006', 2),
  binds: 'organ',
  after: 'overdue',
  bearer: housing,
  starts: { 'the opinion': { given: supported, from: '2026-04-20', lastDay: '2026-06-30' } },
  startsNot: { 'an opinion that supports nothing': wayTo.answered },
  outlivesEnd: true,
  stops: {
    'being carried out': [...supported, served(), executed()],
    'the quashing of the opinion': [...supported, served(), reviewRequested(), quashedByReview()],
    'a settlement, which takes its place': [...supported, settled({ on: day('2026-04-21') })],
  },
  stopsNot: {
    'a record that it is not done yet': [...supported, served(), executed({ done: false })],
    'the end of the petition at re-examination': supportedToTheEnd,
    'one petitioner’s settlement': [
      ...inHandOf(two),
      heard(),
      supportedOpinion(),
      settled({ on: day('2026-04-21'), actor: staff('county-housing'), person: 'p2', signed: signedRecord }),
    ],
  },
})

specify('reportUrgent', {
  title: '信访工作条例 art. 25: each report of an urgent matter is due at once',
  basis: articleWithoutDays(25, '0005'),
  binds: 'organ',
  after: 'overdue',
  bearer: bureau,
  outlivesEnd: true,
  starts: {
    'the mark': { given: [registered(), urgentMarked()], from: '2026-03-03', lastDay: '2026-03-04' },
    'a Friday, for the Saturday': {
      given: [registered(), urgentMarked({ on: day('2026-03-06') })],
      from: '2026-03-06',
      lastDay: '2026-03-07',
    },
  },
  startsNot: { registration: [registered()] },
  stops: {
    'the report to the last of those to be told': [
      registered(),
      urgentMarked(),
      urgentReported({ to: 'nationalBureau' }),
    ],
  },
  stopsNot: {
    'a report to somebody else': [registered(), urgentMarked(), urgentReported({ to: 'ownParty' })],
    'the end of the petition': [registered(), urgentMarked(), declined({ actor: byBureau })],
  },
})
