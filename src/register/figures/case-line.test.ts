import { describe, expect, it } from 'vitest'
import { day } from '../../kernel/day.ts'
import { month } from '../../kernel/month.ts'
import type { OrganFacts, OrganId } from '../../kernel/organ.ts'
import type { RunningClock } from '../../kernel/running-clock.ts'
import type { Petition } from '../../petition/petition.ts'
import { caseLine } from './case-line.ts'

const id = (text: string) => text as OrganId
const organ = (name: string, level: OrganFacts['level'], region: string): OrganFacts => ({
  ...{ id: id(name), kind: 'department', level, region, parent: null, leadBy: null, state: 'active', successors: [] },
})
const all = [
  organ('city', 'prefecture', '9901'),
  organ('land', 'county', '990101'),
  organ('town', 'township', '990101001'),
  organ('village', 'village', '990101001002'),
]
const organs = { find: (wanted: OrganId) => all.find((each) => each.id === wanted) }
const may = month('2026-05')

const petition = (more: Partial<Petition> = {}): Petition =>
  ({
    ...{ registeredOn: day('2026-05-31'), endedOn: null, stage: 'accepted', holder: id('land'), registrar: id('city') },
    ...{ class: 'appeal', confidentiality: 'named', about: [], clocks: [] },
    ...more,
  }) as unknown as Petition
const clock = (more: Partial<RunningClock> = {}): RunningClock =>
  ({
    ...{
      id: 'handle#1',
      rule: 'handle',
      binds: 'organ',
      after: 'overdue',
      state: 'running',
      lastDay: day('2026-05-31'),
    },
    ...more,
  }) as unknown as RunningClock
const clocksOf = (...clocks: readonly RunningClock[]) => caseLine(petition({ clocks }), may, organs)?.clocks

describe('A case is one of a month', () => {
  it('when it was registered by its last day', () => {
    expect(caseLine(petition(), may, organs)).not.toBeNull()
    expect(caseLine(petition({ registeredOn: day('2026-06-01') }), may, organs)).toBeNull()
  })

  it('when it was open in it, or ended on its first day or later', () => {
    const ended = (on: string) =>
      caseLine(petition({ registeredOn: day('2026-01-05'), stage: 'closed', endedOn: day(on) }), may, organs)
    expect(ended('2026-05-01')).toMatchObject({ registered: '2026-01', stage: 'closed' })
    expect(ended('2026-04-30')).toBeNull()
  })
})

describe('A duty', () => {
  it('is in time on its last day, and overdue on the day after', () => {
    expect(clocksOf(clock())).toBe('handle:in-time')
    expect(clocksOf(clock({ lastDay: day('2026-05-30') }))).toBe('handle:overdue')
  })
  it('was met in time on its last day, and late on the day after', () => {
    const stopped = (on: string) =>
      clocksOf(clock({ state: 'stopped', stoppedOn: day(on), lastDay: day('2026-05-10') }))
    expect(stopped('2026-05-10')).toBe('handle:stopped-in-time')
    expect(stopped('2026-05-11')).toBe('handle:stopped-late')
  })
  it('that rests is not overdue by resting, and one that was overdue before is', () => {
    const resting = { state: 'suspended', lastDay: day('2026-05-10') } as const
    expect(clocksOf(clock(resting))).toBe('handle:in-time')
    expect(clocksOf(clock({ ...resting, overdueOn: day('2026-05-11') }))).toBe('handle:overdue')
  })
  it('that ran more than once is told once, as it was kept the worse time', () => {
    const done = clock({ state: 'stopped', stoppedOn: day('2026-05-02') })
    const route = clock({ rule: 'accept', lastDay: day('2026-05-30') })
    expect(clocksOf(done, clock())).toBe('handle:in-time')
    expect(clocksOf(clock({ ...done, stoppedOn: day('2026-06-02') }), clock(), done, route)).toBe(
      'accept:overdue handle:stopped-late',
    )
  })
  it('of a petitioner is their own matter', () =>
    expect(clocksOf(clock({ binds: 'petitioner', after: 'lapsed' }), clock())).toBe('handle:in-time'))
})

describe('No place', () => {
  it.each(['town', 'village'])('is finer than a county: %s', (holder) =>
    expect(caseLine(petition({ holder: id(holder) }), may, organs)?.organ).toBe('below:990101'),
  )
  it('is told in place of an organ but its county, or the prefecture', () => {
    const town = caseLine(petition({ registrar: id('town'), holder: id('village') }), may, organs)
    expect(town).toMatchObject({ county: 'within:990101', region: 'region:9901' })
    const gone = caseLine(petition({ registrar: id('gone'), holder: id('city') }), may, organs)
    expect(gone).toMatchObject({ county: 'within:9901', region: 'region:00' })
  })
})

describe('Kept back is', () => {
  const official = { as: 'respondent', organ: null, official: { ref: 's1', commitment: 'c' } } as const
  it.each<[string, Partial<Petition>, boolean]>([
    ['an accusation', { class: 'accusation' }, true],
    ['whoever petitions in confidence', { confidentiality: 'confidential' }, true],
    ['whoever gives no name', { confidentiality: 'anonymous' }, true],
    ['a matter that names an official', { about: [official] }, true],
    ['a matter that accuses an organ', { about: [{ as: 'accused', organ: id('land'), official: null }] }, true],
    [
      'but not an ordinary claim on an organ',
      { about: [{ as: 'respondent', organ: id('land'), official: null }] },
      false,
    ],
  ])('%s', (_, more, isKeptBack) => expect(caseLine(petition(more), may, organs)).toMatchObject({ isKeptBack }))
})
