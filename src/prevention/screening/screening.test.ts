import { describe, expect, it } from 'vitest'
import { day } from '../../kernel/day.ts'
import { bearerOrgan, isOpen } from '../../kernel/running-clock.ts'
import { actionsIn, actionsOf } from './actions.ts'
import { decide } from './decide.ts'
import { evolve } from './evolve.ts'
import * as example from './examples.ts'
import { mostAreas } from './opening.ts'
import { dueIn, periodAround } from './period.ts'
import { areasIn, opened, placesUnder, plannedIn, reportersAmong } from './places.ts'
import type { Screening, ScreeningCommand, ScreeningFact, ScreeningState, ScreeningWorld } from './screening.ts'
import { mayKnow } from './sight.ts'
import { nextOn, screeningRows } from './tables.ts'

const { hill, mill, bare, monday, due } = example

function given(...commands: readonly ScreeningCommand[]): Screening {
  let state: ScreeningState = null
  for (const command of commands) {
    const decision = decide(state, command, example.world)
    if (!decision.ok) throw new Error(`${command.type}: ${decision.error.kind}`)
    state = decision.value.reduce<ScreeningState>(evolve, state)
  }
  return state as unknown as Screening
}
const facts = (state: ScreeningState, command: ScreeningCommand, world: ScreeningWorld = example.world) => {
  const decision = decide(state, command, world)
  if (!decision.ok) throw new Error(decision.error.kind)
  return decision.value
}
const refusal = (state: ScreeningState, command: ScreeningCommand, world: ScreeningWorld = example.world) => {
  const decision = decide(state, command, world)
  return decision.ok ? null : decision.error.kind
}
const area = (screening: Screening, code: string) => screening.areas.find((each) => each.area === code)
const late = (screening: Screening): readonly unknown[] =>
  (screeningRows(screening).screening_area ?? []).filter(({ is_late }) => is_late).map(({ area: code }) => code)

describe('The rounds of a regular campaign (docs/adr/0046)', () => {
  it('are whole weeks, halves of months, months and quarters', () => {
    expect(periodAround(day('2026-11-01'), 'week')).toEqual({ from: '2026-10-26', until: '2026-11-01' })
    expect(periodAround(day('2026-11-02'), 'week')).toEqual({ from: '2026-11-02', until: '2026-11-08' })
    expect(periodAround(day('2028-02-29'), 'month')).toEqual({ from: '2028-02-01', until: '2028-02-29' })
    expect(periodAround(day('2026-12-31'), 'month')).toEqual({ from: '2026-12-01', until: '2026-12-31' })
    expect(periodAround(day('2026-11-15'), 'halfMonth')).toEqual({ from: '2026-11-01', until: '2026-11-15' })
    expect(periodAround(day('2026-11-16'), 'halfMonth')).toEqual({ from: '2026-11-16', until: '2026-11-30' })
    expect(periodAround(day('2026-11-16'), 'quarter')).toEqual({ from: '2026-10-01', until: '2026-12-31' })
  })

  it('end for a report on the day that the law says, or on their last where that has passed or is not there', () => {
    const november = periodAround(monday, 'month')
    expect(dueIn(november, { reportBy: 25 }, monday)).toBe('2026-11-25')
    expect(dueIn(november, { reportBy: 25 }, day('2026-11-25'))).toBe('2026-11-25')
    expect(dueIn(november, { reportBy: 25 }, day('2026-11-26'))).toBe('2026-11-30')
    expect(dueIn(november, { reportBy: 31 }, monday)).toBe('2026-11-30')
  })
})

describe('The places of a campaign', () => {
  it('are the villages of what was chosen, and townships whose villages nobody knows', () => {
    expect(areasIn('990101', example.world.organs)).toEqual([hill, mill, bare])
    expect(opened(['990101001', mill, '9902'], example.world.organs)).toEqual([hill, mill, '9902'])
    for (const code of ['00', '99', '9901', '990101'])
      expect(opened([code, hill], example.world.organs)).toEqual([hill, mill, bare])
    const reporter = reportersAmong(example.world.organs)
    expect([hill, '990101002999', '990103'].map(reporter)).toEqual(['hill', 'port', null])
  })

  it('are offered from the county down to the village, each with how many report there', () => {
    expect(placesUnder('990101', example.world.organs)).toEqual([
      ...[
        { region: '990101', areas: 3 },
        { region: '990101001', areas: 2 },
      ],
      ...[bare, hill, mill].map((region) => ({ region, areas: 1 })),
    ])
    expect(placesUnder('00', example.world.organs).map(({ region }) => region)).toEqual([
      ...['00', '99', '9901', '990101', '990101001', bare, hill, mill],
    ])
    expect(placesUnder('990102', example.world.organs)).toEqual([])
  })

  it('are looked up among all organs a few times, however many are asked for', () => {
    let read = 0
    const { organs } = example.world
    const all = () => {
      read += 1
      return organs.all()
    }
    const counted = { ...organs, all }
    const asked = Array.from({ length: 1000 }, (_, at) => `9901010012${String(at % 100).padStart(2, '0')}`)
    plannedIn([...asked, ...asked.map((code) => code.slice(0, 9))], counted)
    placesUnder('00', counted)
    expect(read).toBeLessThan(5)
  })
})

describe('信访工作条例 art. 10, 15 (3): a campaign', () => {
  it('is opened where whoever keeps it looks after, with a clock for each place that reports', () => {
    const screening = given(example.opening())
    expect(screening).toMatchObject({
      ...{ stage: 'open', keeper: 'county.bureau', region: '990101', due, openedOn: monday },
      round: { rhythm: 'month', from: '2026-11-01', until: '2026-11-30', first: null, number: 1 },
    })
    expect(screening.clocks.map((clock) => [clock.subject, bearerOrgan(clock), clock.lastDay])).toEqual([
      [hill, 'hill', due],
      [mill, 'mill', due],
    ])
  })

  it('is refused to others, elsewhere, twice, without a place, and above the most', () => {
    expect(refusal(null, example.opening({ actor: example.secretary }))).toBe('screening-not-yours')
    expect(refusal(null, example.opening({ actor: example.screener }))).toBe('screening-not-yours')
    expect(refusal(null, example.opening({ actor: example.staff('a', 'county.bureau', 'auditor') }))).toBe(
      'screening-not-yours',
    )
    expect(refusal(null, example.opening({ actor: example.staff('a', 'next.bureau') }))).toBe('area-outside-region')
    expect(refusal(null, example.opening({ areas: [] }))).toBe('no-area-named')
    const [one] = plannedIn([hill], example.world.organs)
    if (!one) throw new Error('no village')
    expect(refusal(null, example.opening({ areas: [one, one] }))).toBe('area-named-twice')
    expect(refusal(null, example.opening({ areas: plannedIn(['990101777'], example.world.organs) }))).toBe(
      'no-such-area',
    )
    const many = Array.from({ length: mostAreas + 1 }, (_, at) => ({ ...one, area: `${hill}${at}` }))
    expect(refusal(null, example.opening({ areas: many }))).toBe('too-many-areas')
    expect(refusal(given(example.opening()), example.opening())).toBe('screening-opened-already')
  })

  it('takes its day from the law where it is regular, and names it where it is special', () => {
    expect(refusal(null, example.opening({ rhythm: 'quarter' }))).toBe('rhythm-unknown')
    expect(refusal(null, example.special({ due: null }))).toBe('needs-day')
    expect(refusal(null, example.special({ due: day('2026-11-01') }))).toBe('day-not-ahead')
    expect(given(example.special({ due: monday }))).toMatchObject({ round: null, due: monday })
    expect(given(example.opening({ rhythm: 'week' }))).toMatchObject({ due: '2026-11-06' })
  })

  it('knows only those who look over it, keep it, report in it or look for disputes there', () => {
    const screening = given(example.opening(), example.assigning())
    const knows = (account: string, organ: string, ...posts: string[]) =>
      mayKnow(screening, example.staff(account, organ, ...posts), example.world.organs)
    for (const organ of ['county.bureau', 'county', 'city.bureau', 'town', 'hill', 'mill'])
      expect(knows('x', organ), organ).toBe(true)
    expect(knows('screener', 'county.land', 'auditor')).toBe(true)
    for (const organ of ['county.land', 'next.bureau', 'port']) expect(knows('x', organ), organ).toBe(false)
    expect(refusal(screening, example.closing(monday, { actor: example.staff('x', 'port') }))).toBe('no-such-screening')
  })
})

describe('A place', () => {
  const open = given(example.opening())

  it('reports that nothing was found, and that is a report', () => {
    const screening = given(example.opening(), example.zero())
    expect(area(screening, hill)).toMatchObject({ standing: 'zero', reportedOn: monday, reportedBy: 'secretary' })
    expect(screening.clocks.filter(isOpen).map(({ subject }) => subject)).toEqual([mill])
    expect(refusal(screening, example.zero({ entry: 'z2' }))).toBe('reported-already')
    expect(facts(screening, example.zero())).toEqual([])
  })

  it('is reported of by its village, its township, and whoever looks for disputes there; by nobody else', () => {
    const assigned = given(example.opening(), example.assigning())
    for (const actor of [example.secretary, example.townsman, example.screener])
      expect(refusal(assigned, example.zero({ actor })), actor.account).toBeNull()
    expect(refusal(assigned, example.zero({ actor: example.miller }))).toBe('area-not-yours')
    expect(refusal(assigned, example.zero({ actor: example.bureau }))).toBe('area-not-yours')
    expect(refusal(open, example.zero({ area: '990101999' }))).toBe('no-such-area')
  })

  it('is believed the day of its phone, between the opening and today', () => {
    const on = day('2026-11-05')
    expect(area(given(example.opening(), example.zero({ on, at: monday })), hill)).toMatchObject({ reportedOn: monday })
    expect(refusal(open, example.zero({ on, at: day('2026-11-01') }))).toBe('day-outside-round')
    expect(refusal(open, example.zero({ on, at: day('2026-11-06') }))).toBe('day-outside-round')
  })

  it('has reported when a dispute is found, also after it said that there was none; then it is no zero report', () => {
    const found = given(example.opening(), example.zero(), example.finding())
    expect(area(found, hill)).toMatchObject({ standing: 'found', disputes: ['d1'] })
    expect(facts(found, example.finding())).toEqual([])
    expect(refusal(found, example.zero({ entry: 'z2' }))).toBe('found-already')
    expect(refusal(found, example.returning())).toBe('no-zero-report')
  })

  it('shows no dispute that is kept from somebody, none of elsewhere, and none that nobody knows', () => {
    const looked = { dispute: 'd1', region: hill, isKept: false }
    expect(refusal(open, example.finding({ looked: { ...looked, isKept: true } }))).toBe('dispute-is-kept')
    expect(refusal(open, example.finding({ looked: { ...looked, region: mill } }))).toBe('dispute-elsewhere')
    expect(refusal(open, example.finding({ looked: null, actor: example.secretary }))).toBe('dispute-unknown')
  })

  it('looks again by another day where its zero report is not believed', () => {
    const again = given(example.opening(), example.zero(), example.returning({ until: day('2026-11-27') }))
    expect(area(again, hill)).toMatchObject({ standing: 'waiting', until: '2026-11-27', reportedOn: null })
    expect(again.clocks.filter(isOpen).map(({ subject, lastDay }) => [subject, lastDay])).toEqual([
      [mill, due],
      [hill, '2026-11-27'],
    ])
    expect(refusal(again, example.returning())).toBe('no-zero-report')
    expect(refusal(given(example.opening(), example.zero()), example.returning({ until: monday }))).toBe(
      'day-not-ahead',
    )
  })

  it('says who looks there and where they go, and keeps who was seen', () => {
    const seen = given(example.opening(), example.assigning(), example.calling())
    expect(area(seen, hill)?.households.map(({ result }) => result)).toEqual(['met', null])
    expect(facts(seen, example.calling())).toEqual([])
    expect(refusal(seen, example.calling({ entry: 'e2', household: 'h9' }))).toBe('no-such-household')
    expect(refusal(seen, example.assigning({ households: [example.households[1] as never] }))).toBe(
      'household-recorded-already',
    )
    expect(
      refusal(seen, example.assigning({ households: [...example.households, example.households[0] as never] })),
    ).toBe('household-named-twice')
    expect(refusal(seen, example.assigning({ screeners: [{ account: 'x', organ: example.id('next.bureau') }] }))).toBe(
      'screener-unknown',
    )
    const again = given(
      example.opening(),
      example.assigning(),
      example.calling({ result: 'absent' }),
      example.calling({ entry: 'e2' }),
    )
    expect(area(again, hill)?.households[0]).toMatchObject({ result: 'met' })
  })
})

describe('A place that does not report', () => {
  const dayAfter = day('2026-11-26')

  it('is late from the day after, all of a campaign in one fact', () => {
    const open = given(example.opening())
    expect(refusal(open, example.marking(due))).toBe('clock-still-running')
    expect(facts(open, example.marking(dayAfter))).toMatchObject([
      { type: 'AreasFellOverdue', clocks: [{ id: 'reportArea#1' }, { id: 'reportArea#2' }] },
    ])
    const marked = given(example.opening(), example.marking(dayAfter))
    expect(late(marked)).toEqual([hill, mill])
    expect(refusal(marked, example.marking(dayAfter, 'reportArea#2'))).toBe('clock-still-running')
    expect(
      late(given(example.opening(), example.marking(dayAfter), example.zero({ on: dayAfter, at: dayAfter }))),
    ).toEqual([mill])
  })

  it('is reminded, and is given more time, which takes the mark back', () => {
    const marked = given(example.opening(), example.zero(), example.marking(dayAfter, 'reportArea#2'))
    const remind = { type: 'RemindArea', on: dayAfter, actor: example.bureau, area: mill, note: null } as const
    expect(facts(marked, remind)).toMatchObject([{ type: 'AreaReminded', area: mill }])
    expect(refusal(marked, { ...remind, area: hill })).toBe('reported-already')
    expect(refusal(marked, example.extending(due, { on: dayAfter }))).toBe('day-not-ahead')
    expect(refusal(given(example.opening()), example.extending(day('2026-11-20')))).toBe('not-an-extension')
    const more = given(
      ...[example.opening(), example.zero(), example.marking(dayAfter, 'reportArea#2')],
      example.extending(day('2026-11-30'), { on: dayAfter }),
    )
    expect(late(more)).toEqual([])
    expect(area(more, mill)).toMatchObject({ until: '2026-11-30' })
    expect(area(more, hill)).toMatchObject({ until: due })
  })

  it('stays named when the campaign is closed, which waits until its day has passed', () => {
    const open = given(example.opening(), example.zero())
    expect(refusal(open, example.closing(due))).toBe('areas-still-to-report')
    expect(refusal(open, example.closing(dayAfter, { actor: example.townsman }))).toBe('screening-not-yours')
    const closed = given(
      example.opening(),
      example.zero(),
      example.marking(dayAfter, 'reportArea#2'),
      example.closing(dayAfter),
    )
    expect(closed).toMatchObject({ stage: 'closed', summary: { ref: 'summary' } })
    expect(late(closed)).toEqual([mill])
    expect(closed.clocks.filter(isOpen)).toEqual([])
    expect(
      given(
        example.opening(),
        example.zero(),
        example.zero({ area: mill, actor: example.miller, entry: 'z2' }),
        example.closing(monday),
      ).stage,
    ).toBe('closed')
  })

  it('may still have found something: what arrives after the end is linked, and nothing else is', () => {
    const closed = given(example.opening(), example.marking(dayAfter), example.closing(dayAfter))
    expect(facts(closed, example.finding({ on: dayAfter }))).toMatchObject([{ type: 'DisputeLinked', at: monday }])
    expect(refusal(closed, example.zero({ on: dayAfter }))).toBe('wrong-screening-stage')
    const withZero = given(example.opening(), example.zero(), example.closing(dayAfter))
    expect(facts(withZero, example.zero({ on: dayAfter }))).toEqual([])
  })
})

describe('The next round', () => {
  it('comes after the last day of this one, once, until somebody ends the series', () => {
    const open = given(example.opening())
    expect(nextOn(open)).toBe('2026-12-01')
    const record = { type: 'RecordNextRound', on: monday, actor: example.house, next: 'n' } as const
    const went = given(example.opening(), record)
    expect(nextOn(went)).toBeNull()
    expect(facts(went, { ...record, next: 'other' })).toEqual([])
    const end = { type: 'EndSeries', on: monday, actor: example.bureau, reason: example.sealed('reason') } as const
    expect(refusal(went, end)).toBe('series-ended-already')
    const ended = given(example.opening(), end)
    expect(nextOn(ended)).toBeNull()
    expect(facts(ended, record)).toEqual([])
    expect(refusal(given(example.special()), end)).toBe('not-regular')
    expect(nextOn(given(example.special()))).toBeNull()
  })

  it('is opened by the house in the name of whoever keeps it', () => {
    const by = { actor: example.house, keeper: example.id('county.bureau'), first: 'screening:first', number: 2 }
    const opened = given(example.opening({ ...by, on: day('2026-12-01') }))
    expect(opened).toMatchObject({
      keeper: 'county.bureau',
      due: '2026-12-25',
      round: { number: 2, first: 'screening:first' },
    })
    const gone = example.worldWith({ 'county.bureau': { state: 'abolished' } })
    expect(refusal(null, example.opening({ ...by, on: day('2026-12-01') }), gone)).toBe('unknown-organ')
  })
})

describe('信访工作条例 art. 24 (2): a reform', () => {
  it('hands on what the organ kept and what it owed; a village that is no more is reported of by its township', () => {
    const reformed = example.worldWith({
      'county.bureau': { state: 'merged', successors: [example.id('county')] },
      hill: { state: 'abolished' },
    })
    const pass = { type: 'PassScreeningOn', on: monday, actor: example.house } as const
    const open = given(example.opening())
    const after = facts(open, pass, reformed).reduce<Screening>(
      (state, fact: ScreeningFact) => evolve(state, fact),
      open,
    )
    expect(after.keeper).toBe('county')
    expect(area(after, hill)?.organ).toBe('town')
    expect(after.clocks.filter(isOpen).map(bearerOrgan)).toEqual(['town', 'mill'])
    expect(facts(after, pass, reformed)).toEqual([])
  })
})

describe('What can be done', () => {
  it('is tried on the decision, for the campaign and for each place', () => {
    const open = given(example.opening(), example.assigning())
    const allowed = (actor: typeof example.bureau) => ({
      campaign: actionsOf(open, { actor, on: monday }, example.world).flatMap((each) =>
        each.refusal ? [] : [each.action],
      ),
      place: actionsIn(area(open, hill) as never, open, { actor, on: monday }, example.world).flatMap((each) =>
        each.refusal ? [] : [each.action],
      ),
    })
    expect(allowed(example.bureau)).toEqual({
      campaign: ['extend', 'end-series', 'cancel'],
      place: ['link', 'assign', 'remind'],
    })
    expect(allowed(example.secretary)).toEqual({ campaign: [], place: ['zero', 'link', 'household', 'assign'] })
  })
})
