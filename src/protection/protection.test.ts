import { describe, expect, it } from 'vitest'
import { withoutYears } from '../kernel/calendar.ts'
import { onlyCalendar } from '../kernel/calendars.ts'
import { day } from '../kernel/day.ts'
import { isKeptOut } from '../kernel/keeping-out.ts'
import { isOpen } from '../kernel/running-clock.ts'
import { article, articleWithoutDays, decided } from '../law/basis.ts'
import { stateCouncilCalendar } from '../law/calendars/cn.ts'
import { type MisconductKind, measures, misconduct, protectionClocks } from '../law/cn-2022/protection.ts'
import { decide } from './decide.ts'
import { evolve } from './evolve.ts'
import * as example from './examples.ts'
import { id, matter, petitioner, sealed, staff } from './examples.ts'
import type { Report, ReportCommand, ReportFact, ReportRefusal, ReportState, ReportWorld } from './protection.ts'
import { reportRows } from './tables.ts'

/** As it was before the notice of 2026 was out. */
const before2026 = onlyCalendar({ ...withoutYears(stateCouncilCalendar, [2026]), version: 'before' })

function given(...commands: readonly ReportCommand[]) {
  const world = example.worldWith()
  return standing(
    commands.reduce<ReportState>((state, command) => carried(state, command, world), null),
    world,
  )
}

function carried(state: ReportState, command: ReportCommand, world: ReportWorld): ReportState {
  const decision = decide(state, command, world)
  if (!decision.ok) throw new Error(`given ${command.type} was refused: ${JSON.stringify(decision.error)}`)
  return decision.value.reduce<ReportState>(evolve, state)
}

function standing(state: ReportState, world: ReportWorld) {
  const report = state as Report
  return {
    report,
    in: (changes: Parameters<typeof example.worldWith>[0]) => standing(state, example.worldWith(changes)),
    running: () => report.clocks.filter(isOpen).map(({ id: clock, lastDay }) => `${clock} ${lastDay}`),
    when(command: ReportCommand) {
      const decision = decide(state, command, world)
      return {
        // biome-ignore lint/suspicious/noThenProperty: a specification reads given, when, then; nobody awaits it
        then(...facts: readonly (Partial<ReportFact> & { type: string })[]) {
          expect(decision).toMatchObject({ ok: true })
          const value = decision.ok ? decision.value : []
          expect(value).toMatchObject(facts)
          expect(value).toHaveLength(facts.length)
          return standing(value.reduce<ReportState>(evolve, state), world)
        },
        refused(refusal: ReportRefusal) {
          expect(decision).toEqual({ ok: false, error: refusal })
        },
      }
    },
  }
}

const { reported, received, passedOn, answered, contested, passedByHouse, marked } = example
const notYours: ReportRefusal = { kind: 'report-not-yours', basis: decided('0016') }
const nobodyAbove: ReportRefusal = { kind: 'nobody-above', basis: decided('0016') }

describe('信访工作条例 art. 18 (4), 30 (3): to whom a report goes', () => {
  const heardBy = (more: Parameters<typeof reported>[0], changes?: Parameters<typeof example.worldWith>[0]) => {
    const decision = decide(null, reported(more), example.worldWith(changes))
    const fact = decision.ok ? decision.value[0] : null
    return fact?.type === 'MisconductReported' ? fact.to : decision
  }

  it.each<[MisconductKind, string]>([
    ['obstruction', 'city.bureau'],
    ['falseCompletion', 'city.bureau'],
    ['pressure', 'city.bureau'],
    ['retaliation', 'city.discipline'],
    ['leak', 'city.discipline'],
  ])('%s at a county’s organ goes to %s', (about, hearer) => expect(heardBy({ about })).toBe(hearer))

  it('goes to the bureau above where that level has no discipline body', () => {
    const held = matter({ holder: id('city'), organs: [id('city')] })
    expect(heardBy({ about: 'retaliation', petition: held })).toBe('province.bureau')
  })

  it('goes above the organ that is named', () => {
    const held = matter({ holder: id('county.land'), organs: [id('county.land'), id('town')] })
    expect(heardBy({ organ: id('town'), petition: held })).toBe('county.bureau')
    expect(heardBy({ organ: id('town'), about: 'leak', petition: held })).toBe('county.discipline')
  })

  it('passes whoever has the petition, is accused in it, or stands below one of these', () => {
    const held = matter({ holder: id('city.bureau'), organs: [id('city.bureau'), id('county.land')] })
    expect(heardBy({ organ: id('county.land'), petition: held })).toBe('province.bureau')
    expect(heardBy({ petition: matter({ accused: [id('city')] }) })).toBe('province.bureau')
    expect(heardBy({ about: 'leak', petition: matter({ accused: [id('city.discipline')] }) })).toBe('city.bureau')
  })

  it('passes whoever succeeds an organ that it is kept from', () => {
    const merged = { 'county.land': { state: 'merged', successors: [id('city.bureau')] } } as const
    expect(heardBy({ petition: matter({ holder: id('county.survey'), accused: [id('county.land')] }) }, merged)).toBe(
      'province.bureau',
    )
  })

  it('passes bureaus that are no more', () => {
    expect(heardBy({}, { 'city.bureau': { state: 'abolished' } })).toBe('province.bureau')
  })

  it('goes up by administration where no bureau is left', () => {
    const none = { state: 'abolished' } as const
    const without = { 'city.bureau': none, 'province.bureau': none, 'nation.bureau': none }
    expect(heardBy({}, without)).toBe('county')
  })

  it('is refused at the very top', () => {
    const held = matter({ holder: id('nation.bureau'), organs: [id('nation.bureau')] })
    expect(heardBy({ petition: held })).toEqual({ ok: false, error: nobodyAbove })
  })

  it('says everybody from whom it is kept', () => {
    const petition = matter({ accused: [id('county.survey')] })
    expect(given(reported({ petition, organ: id('county.bureau') })).report.keptFrom).toEqual(
      ['county.bureau', 'county.land', 'county.survey'].map(id),
    )
  })
})

describe('A report', () => {
  const nothing = standing(null, example.worldWith())

  it('is made by the own key, for the own petition', () => {
    nothing.when(reported({ actor: staff('county.bureau') })).refused({
      kind: 'report-not-yours',
      basis: article(18, 4),
    })
    nothing.when(reported({ actor: petitioner('p1', '260302000000025') })).refused({
      kind: 'report-not-yours',
      basis: article(18, 4),
    })
  })

  it('is made once', () => given(reported()).when(reported()).refused({ kind: 'report-made-already' }))

  it('names an organ with a part, or none', () =>
    nothing.when(reported({ organ: id('town') })).refused({ kind: 'organ-without-part', organ: id('town') }))

  it('is made five times a day', () => {
    nothing.when(reported({ madeToday: 4 })).then({ type: 'MisconductReported' })
    nothing.when(reported({ madeToday: 5 })).refused({ kind: 'too-many-reports-today', atMost: 5 })
  })

  it('is received, answered, and closed when the petitioner lets the window pass', () => {
    const served = given(reported(), received(), answered())
    expect(served.report).toMatchObject({ stage: 'answered', receivedOn: '2026-03-04' })
    served.when(marked('contestAnswer#1', '2026-04-14')).then({ type: 'ReportClosed' })
  })

  it('is acted on by whoever handles petitions at its hearer, and by nobody else', () => {
    const made = given(reported())
    const strangers = [staff('county.land'), staff('city.discipline'), staff('city.bureau', 'leader'), petitioner()]
    for (const actor of strangers) made.when(received({ actor })).refused(notYours)
    made.when(received({ actor: staff('city.bureau', 'head') })).then({ type: 'ReportReceived' })
  })

  it('is not touched by its hearer once that stands under an organ that it is kept from', () => {
    const moved = { 'city.bureau': { parent: id('county.land') } }
    given(reported()).in(moved).when(received()).refused(notYours)
  })

  it('is not touched by an official whom the petition names, nor by whoever answers to them', () => {
    const made = given(reported({ petition: matter({ officials: ['chief'] }) }))
    made.when(received({ actor: { ...staff('city.bureau'), account: 'chief' } })).refused(notYours)
    made.when(received({ actor: { ...staff('city.bureau'), answersTo: ['chief'] } })).refused(notYours)
    made.when(received({ actor: { ...staff('city.bureau'), answersTo: ['other'] } })).then({ type: 'ReportReceived' })
  })

  it('does not go to an organ that such an official leads', () => {
    const petition = matter({ officials: ['chief'], led: [id('city.bureau')] })
    nothing.when(reported({ petition })).then({ type: 'MisconductReported', to: id('province.bureau') })
  })

  it('has each act at its stage only', () => {
    const wrong = (stage: Report['stage'], command: ReportCommand['type'], needs: readonly Report['stage'][]) =>
      ({ kind: 'wrong-report-stage', stage, command, needs }) as const
    given(reported(), received())
      .when(received())
      .refused(wrong('received', 'ReceiveReport', ['reported']))
    given(reported(), answered(), marked('contestAnswer#1', '2026-04-14'))
      .when(contested({ on: day('2026-04-15') }))
      .refused(wrong('closed', 'ContestAnswer', ['reported', 'received', 'answered']))
    given(reported(), answered())
      .when(answered())
      .refused(wrong('answered', 'AnswerReport', ['reported', 'received']))
    given(reported(), answered())
      .when(passedOn())
      .refused(wrong('answered', 'PassReportOn', ['reported', 'received']))
    nothing.when(received()).refused({ kind: 'no-such-report' })
  })

  it('has measures only where something was found', () => {
    given(reported())
      .when(answered({ finding: 'notFound' }))
      .refused({ kind: 'measures-without-finding', finding: 'notFound' })
    given(reported())
      .when(answered({ finding: 'notFound', measures: [] }))
      .then({ type: 'ReportAnswered', measures: [] })
    given(reported())
      .when(answered({ finding: 'partly', measures: ['supervised', 'supervised'] }))
      .then({ type: 'ReportAnswered', measures: ['supervised'] })
  })
})

describe('Passing a report on', () => {
  it('leads upwards, or to the discipline body beside or above', () => {
    given(reported())
      .when(passedOn())
      .then({ type: 'ReportPassedOn', from: id('city.bureau'), to: id('province.bureau') })
    given(reported())
      .when(passedOn({ onward: 'discipline', note: sealed('money') }))
      .then({ type: 'ReportPassedOn', to: id('city.discipline') })
  })

  it('is done once by each hearing, with clocks of its own for the next', () => {
    const passed = given(reported(), passedOn({ onward: 'discipline' }))
    expect(passed.running()).toEqual(['receiveReport#2 2026-03-09', 'answerReportByDiscipline#1 2026-04-03'])
    passed.when(passedOn({ actor: staff('city.discipline') })).refused({ kind: 'report-passed-on-already' })
  })

  it('never leads to whom it is kept from', () => {
    const petition = matter({ accused: [id('city.discipline')] })
    given(reported({ petition }))
      .in({ 'city.discipline': {}, 'county.discipline': {} })
      .when(passedOn({ onward: 'discipline' }))
      .refused(nobodyAbove)
  })

  it('takes it away from whoever had it', () => {
    given(reported(), passedOn()).when(answered()).refused(notYours)
  })
})

describe('An answer that does not help', () => {
  it('is taken one level higher, where it is received and answered again', () => {
    const higher = given(reported(), answered(), contested())
    expect(higher.report).toMatchObject({ stage: 'reported', hearer: 'province.bureau', passedOn: false })
    expect(higher.running()).toEqual(['receiveReport#2 2026-03-25', 'answerReport#2 2026-04-04'])
  })

  it('by the petitioner who made it, and by no other', () => {
    given(reported(), answered())
      .when(contested({ actor: petitioner('p2') }))
      .refused(notYours)
  })

  it('on the last day of the window, and not the day after', () => {
    const served = given(reported(), answered())
    expect(served.running()).toEqual(['contestAnswer#1 2026-04-13'])
    served.when(contested({ on: day('2026-04-13') })).then({ type: 'AnswerContested', to: id('province.bureau') })
    served
      .when(contested({ on: day('2026-04-14') }))
      .refused({ kind: 'right-to-contest-lapsed', lastDay: day('2026-04-13') })
  })

  it('is not waited for beyond its day: the day after, silence is taken higher too', () => {
    const silent = given(reported(), received())
    silent
      .when(contested({ on: day('2026-03-17') }))
      .refused({ kind: 'answer-not-overdue', lastDay: day('2026-03-17') })
    const higher = silent
      .when(contested({ on: day('2026-03-18') }))
      .then({ type: 'AnswerContested', to: id('province.bureau') })
    expect(higher.running()).toEqual(['receiveReport#2 2026-03-23', 'answerReport#2 2026-04-02'])
  })

  it('as often as there is a level', () => {
    const above = { actor: staff('province.bureau'), on: day('2026-03-25') }
    const top = { actor: staff('nation.bureau'), on: day('2026-04-08') }
    const again = contested({ on: day('2026-04-01') })
    const answers = [reported(), answered(), contested(), answered(above), again, answered(top)]
    given(...answers)
      .when(contested({ on: day('2026-04-10') }))
      .refused(nobodyAbove)
  })
})

describe('docs/adr/0016, 信访工作条例 art. 18, 30, 40, 44, 46: the days of a report', () => {
  it('are those of the table, each with its basis', () => {
    const rows = Object.entries(protectionClocks).map(([rule, { span, basis }]) => [rule, span, basis])
    expect(rows).toEqual([
      ['receiveReport', { unit: 'workingDays', count: 3 }, decided('0016')],
      ['answerReport', { unit: 'days', count: 15 }, articleWithoutDays(46, '0016')],
      ['answerReportByDiscipline', { unit: 'days', count: 30 }, articleWithoutDays(46, '0016')],
      ['contestAnswer', { unit: 'days', count: 30 }, decided('0016')],
    ])
    expect(Object.fromEntries(Object.entries(misconduct).map(([about, { basis }]) => [about, basis]))).toEqual({
      obstruction: article(44, 1),
      retaliation: article(18, 4),
      leak: article(30, 3),
      falseCompletion: article(40, 1),
      pressure: decided('0016'),
    })
    expect(Object.fromEntries(Object.entries(measures).map(([measure, { basis }]) => [measure, basis]))).toEqual({
      correctionOrdered: article(46),
      supervised: article(40, 1),
      improvementProposed: article(40, 1),
      accountabilityProposed: article(40, 3),
      referredToDiscipline: article(46),
      referredToPolice: article(46),
    })
  })

  it('run from the day on which it came, at a bureau and at a discipline body', () => {
    expect(given(reported()).running()).toEqual(['receiveReport#1 2026-03-05', 'answerReport#1 2026-03-17'])
    expect(given(reported({ about: 'leak' })).running()).toEqual([
      'receiveReport#1 2026-03-05',
      'answerReportByDiscipline#1 2026-04-01',
    ])
    expect(given(reported(), received()).running()).toEqual(['answerReport#1 2026-03-17'])
  })

  it('make a hearer overdue the day after, never on the last day', () => {
    const made = given(reported())
    made
      .when(marked('receiveReport#1', '2026-03-05'))
      .refused({ kind: 'clock-still-running', clock: 'receiveReport#1' })
    const late = made.when(marked('receiveReport#1', '2026-03-06')).then({ type: 'ReportFellOverdue' })
    late.when(received({ on: day('2026-03-06') })).then({ type: 'ReportReceived' })
    late
      .when(marked('receiveReport#1', '2026-03-07'))
      .refused({ kind: 'clock-still-running', clock: 'receiveReport#1' })
  })

  it('stay owed by whoever is late', () => {
    const late = given(reported(), marked('answerReport#1', '2026-03-18'))
    late.when(answered({ on: day('2026-03-20') })).then({ type: 'ReportAnswered' })
    expect(reportRows(late.report).report).toMatchObject([{ next_rule: 'receiveReport', next_is_overdue: false }])
  })

  it('are counted again, and the report not closed, when the notice of a year comes that was not out', () => {
    const early = { ...example.worldWith(), calendars: before2026 }
    const story = [reported({ on: day('2025-11-28') }), answered({ on: day('2025-12-02') })]
    const told = standing(
      story.reduce<ReportState>((state, command) => carried(state, command, early), null),
      early,
    )
    expect(told.report.clocks.at(-1)).toMatchObject({ lastDay: '2026-01-01', provisional: [2026] })
    const now = told.in({}).when(marked('contestAnswer#1', '2026-01-02')).then({ type: 'ReportClocksRecounted' })
    expect(now.running()).toEqual(['contestAnswer#1 2026-01-04'])
    now.when(marked('contestAnswer#1', '2026-01-05')).then({ type: 'ReportClosed' })
  })

  it('let a petitioner go higher on a day that the notice has moved to', () => {
    const early = { ...example.worldWith(), calendars: before2026 }
    const story = [reported({ on: day('2025-11-28') }), answered({ on: day('2025-12-02') })]
    const told = standing(
      story.reduce<ReportState>((state, command) => carried(state, command, early), null),
      early,
    )
    told
      .in({})
      .when(contested({ on: day('2026-01-04') }))
      .then({ type: 'AnswerContested' })
    told
      .in({})
      .when(contested({ on: day('2026-01-05') }))
      .refused({ kind: 'right-to-contest-lapsed', lastDay: day('2026-01-04') })
  })
})

describe('信访工作条例 art. 24 (2): after a reform', () => {
  it('a report whose hearer is no more goes to whoever sits above', () => {
    given(reported())
      .in({ 'city.bureau': { state: 'abolished' } })
      .when(passedByHouse())
      .then({ type: 'ReportPassedOn', to: id('province.bureau'), why: 'reform' })
  })

  it('so does one whose hearer now succeeds an organ that it is kept from', () => {
    given(reported())
      .in({ 'county.land': { state: 'merged', successors: [id('city.bureau')] } })
      .when(passedByHouse())
      .then({ type: 'ReportPassedOn', to: id('province.bureau'), why: 'reform' })
  })

  it('and one whose hearer stays as it was is left where it is', () => {
    given(reported()).when(passedByHouse()).then()
  })

  it('by the house alone', () => {
    given(reported())
      .when(passedByHouse({ actor: staff('city.bureau') }))
      .refused(notYours)
  })
})

describe('Whom a report is kept from', () => {
  const organs = example.organsWith({ 'county.land': { state: 'merged', successors: [id('county.discipline')] } })

  it('are the organ, those below it and those who succeed it', () => {
    const kept = [...organs.all()]
      .map((organ) => organ.id)
      .filter((organ) => isKeptOut([id('county.land')], organ, organs))
    expect(kept).toEqual(['county.discipline', 'county.land', 'county.survey'].map(id))
  })
})
