import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawFromSeed } from '../../test/seed.ts'
import { stateCouncilCalendar } from '../law/calendars/cn.ts'
import { withoutYears } from './calendar.ts'
import { onlyCalendar } from './calendars.ts'
import {
  type Binds,
  type ClockHistory,
  countSpan,
  daysLeft,
  deriveAsRecorded,
  deriveLastDay,
  deriveProvisionally,
  hasPassed,
} from './clock.ts'
import { addDays, type Day, day, daysBetween, isAfter, isBefore } from './day.ts'
import { days, designated, type Span, workingDays } from './span.ts'

drawFromSeed()

const calendar = stateCouncilCalendar

function lastDay(span: Span, binds: Binds, from: Day): Day {
  const counted = countSpan(span, binds, from, calendar)
  if (!counted.ok) throw new Error(`${counted.error.year} is not loaded`)
  return counted.value.lastDay
}

interface Vector {
  readonly rule: string
  readonly binds: Binds
  readonly unit: 'days' | 'workingDays'
  readonly count: number
  readonly from: string
  readonly lastDay: string
}
const spanOf = ({ unit, count }: Vector): Span => (unit === 'days' ? days(count) : workingDays(count))

describe('Spans counted by hand from the notices for 2025 and 2026', () => {
  it.each([
    // An organ's span in days stays where it falls, rest day or not.
    ['organ', days(15), '2026-09-17', '2026-10-02'],
    ['organ', days(15), '2026-02-01', '2026-02-16'],
    ['organ', days(60), '2026-08-01', '2026-09-30'],
    ['organ', days(60), '2026-03-03', '2026-05-02'],
    ['organ', days(60), '2026-08-05', '2026-10-04'],
    ['organ', days(30), '2026-09-02', '2026-10-02'],
    // A petitioner's rolls on to the next worked day, a worked Sunday included.
    ['petitioner', days(30), '2026-09-02', '2026-10-08'],
    ['petitioner', days(30), '2025-12-02', '2026-01-04'],
    ['petitioner', days(30), '2026-04-22', '2026-05-22'],
    ['petitioner', days(30), '2026-06-12', '2026-07-13'],
    // Working days pass holidays and count make-up days, whomever they bind.
    ['organ', workingDays(5), '2026-09-28', '2026-10-10'],
    ['organ', workingDays(5), '2026-02-12', '2026-02-26'],
    ['organ', workingDays(3), '2026-04-30', '2026-05-08'],
    ['organ', workingDays(10), '2026-09-18', '2026-10-09'],
    ['petitioner', workingDays(3), '2025-12-31', '2026-01-06'],
  ] as const)('%s, %o from %s ends on %s', (binds, span, from, expected) => {
    expect(lastDay(span, binds, day(from))).toBe(expected)
  })
})

const shared = new URL('../../../shared/rules/clock-vectors.json', import.meta.url)
const vectors: readonly Vector[] = existsSync(shared) ? JSON.parse(readFileSync(shared, 'utf8')) : []

describe('Vectors kept beside the checkout', () => {
  it.skipIf(vectors.length === 0)('end on the day they say (skipped where that folder is absent)', () => {
    for (const vector of vectors) {
      const { rule, count, unit, binds, from } = vector
      const counted = lastDay(spanOf(vector), binds, day(from))
      expect(counted, `${rule}: ${count} ${unit} binding ${binds} from ${from}`).toBe(vector.lastDay)
    }
  })
})

describe('The derivation of a last day', () => {
  it('says which days were passed and which weekend day was worked', () => {
    const counted = countSpan(workingDays(5), 'organ', day('2026-09-28'), calendar)
    expect(counted).toEqual({
      ok: true,
      value: {
        lastDay: '2026-10-10',
        derivation: [
          { step: 'starts', day: '2026-09-28' },
          { step: 'counts', count: 5, unit: 'workingDays', reaches: '2026-10-10' },
          {
            step: 'passesRestDays',
            days: ['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05', '2026-10-06', '2026-10-07'],
          },
          { step: 'passesMakeUpDays', days: ['2026-10-10'] },
          { step: 'ends', day: '2026-10-10' },
        ],
      },
    })
  })

  it('says why an organ’s day stays on a rest day and a petitioner’s does not', () => {
    const steps = (binds: Binds) => {
      const counted = countSpan(days(30), binds, day('2026-09-02'), calendar)
      return counted.ok ? counted.value.derivation : []
    }
    expect(steps('organ')).toContainEqual({ step: 'staysOnRest', day: '2026-10-02' })
    expect(steps('petitioner')).toContainEqual({
      step: 'rollsPastRest',
      days: ['2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05', '2026-10-06', '2026-10-07'],
      to: '2026-10-08',
    })
  })

  it('does not count a designated span, and does not derive one without its day', () => {
    expect(() => countSpan(designated, 'organ', day('2026-03-02'), calendar)).toThrow('given by its order')
    expect(() => deriveLastDay({ ...started(designated, 'organ', '2026-03-02') }, calendar)).toThrow('needs its day')
  })

  it('takes a designated day as it was set, rest day or not', () => {
    const set = deriveLastDay(
      { ...started(designated, 'organ', '2026-03-02'), designated: day('2026-10-02') },
      calendar,
    )
    expect(set).toMatchObject({ ok: true, value: { lastDay: '2026-10-02' } })
  })
})

function started(span: Span, binds: Binds, from: string): ClockHistory {
  return { binds, span, from: day(from), suspensions: [], extensions: [] }
}

describe('Years without a notice', () => {
  const intoNextYear = started(days(30), 'petitioner', '2026-12-10')

  it('refuses to count into one', () => {
    expect(deriveLastDay(intoNextYear, calendar)).toMatchObject({ ok: false, error: { year: 2027 } })
  })

  it('counts an organ’s plain days into one, which needs no calendar', () => {
    expect(deriveLastDay(started(days(30), 'organ', '2026-12-10'), calendar)).toMatchObject({
      ok: true,
      value: { lastDay: '2027-01-09' },
    })
  })

  it('counts provisionally over plain weekends and says which years it assumed', () => {
    const counted = deriveProvisionally(intoNextYear, calendar)
    expect(counted).toMatchObject({ lastDay: '2027-01-11', provisional: [2027] })
    expect(counted.derivation[0]).toEqual({ step: 'assumesWeekends', years: [2027] })
  })

  it('assumes nothing while every year is loaded', () => {
    expect(deriveProvisionally(started(days(30), 'petitioner', '2026-04-22'), calendar)).toMatchObject({
      lastDay: '2026-05-22',
      provisional: [],
    })
  })

  it('shows a provisional day as it was counted, also once the notice has come', () => {
    const told = deriveProvisionally(started(days(30), 'petitioner', '2025-12-02'), withoutYears(calendar, [2026]))
    expect(told).toMatchObject({ lastDay: '2026-01-01', provisional: [2026] })
    const from = started(days(30), 'petitioner', '2025-12-02')
    const recorded = { ...from, calendar: calendar.version, lastDay: told.lastDay, provisional: told.provisional }
    expect(deriveAsRecorded(recorded, calendar, onlyCalendar(calendar))).toEqual({
      ...told,
      calendar: calendar.version,
    })
    const certain = { ...from, calendar: calendar.version, lastDay: day('2026-01-04') }
    expect(deriveAsRecorded(certain, calendar, onlyCalendar(calendar)).lastDay).toBe('2026-01-04')
  })

  it('shows a day that the notice confirmed as certain', () => {
    const from = started(days(30), 'petitioner', '2025-12-10')
    const told = deriveProvisionally(from, withoutYears(calendar, [2026]))
    expect(told).toMatchObject({ lastDay: '2026-01-09', provisional: [2026] })
    const recorded = { ...from, calendar: calendar.version, lastDay: told.lastDay, provisional: told.provisional }
    expect(deriveAsRecorded(recorded, calendar, onlyCalendar(calendar))).toMatchObject({
      lastDay: '2026-01-09',
      provisional: [],
    })
  })

  it('counts years long before the first notice', () => {
    expect(deriveProvisionally(started(workingDays(5), 'organ', '2015-12-30'), calendar)).toMatchObject({
      lastDay: '2016-01-06',
      provisional: [2015, 2016],
    })
  })
})

const histories = fc.record({
  binds: fc.constantFrom<Binds>('organ', 'petitioner'),
  span: fc.oneof(fc.integer({ min: 1, max: 90 }).map(days), fc.integer({ min: 1, max: 30 }).map(workingDays)),
  from: fc.integer({ min: 0, max: 9 * 365 }).map((offset) => addDays(day('2017-01-02'), offset)),
})
const pauses = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 20 })).map(([after, length]) => {
    const from = addDays(day('2024-05-06'), after)
    return { from, through: addDays(from, length) }
  }),
  { maxLength: 4 },
)
const prolongations = fc.array(
  fc.integer({ min: 1, max: 30 }).map((count) => ({ on: day('2024-05-06'), days: count })),
  { maxLength: 4 },
)
const provisionalDay = (history: ClockHistory): Day => deriveProvisionally(history, calendar).lastDay

describe('The algebra of last days', () => {
  it('always ends after its start, and never before the days it counts', () => {
    fc.assert(
      fc.property(histories, ({ binds, span, from }) => {
        const last = provisionalDay({ binds, span, from, suspensions: [], extensions: [] })
        expect(isAfter(last, from)).toBe(true)
        expect(daysBetween(from, last)).toBeGreaterThanOrEqual(span.count)
      }),
    )
  })

  it('never ends earlier for a petitioner than the same span does for an organ', () => {
    fc.assert(
      fc.property(histories, ({ span, from }) => {
        const organ = provisionalDay({ binds: 'organ', span, from, suspensions: [], extensions: [] })
        const petitioner = provisionalDay({ binds: 'petitioner', span, from, suspensions: [], extensions: [] })
        expect(isBefore(petitioner, organ)).toBe(false)
      }),
    )
  })

  it('never ends earlier for a later start or a longer span', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 0, max: 20 }), ({ binds, span, from }, more) => {
        const bare = { binds, suspensions: [], extensions: [] }
        const base = provisionalDay({ ...bare, span, from })
        expect(isBefore(provisionalDay({ ...bare, span, from: addDays(from, more) }), base)).toBe(false)
        expect(isBefore(provisionalDay({ ...bare, from, span: { ...span, count: span.count + more } }), base)).toBe(
          false,
        )
      }),
    )
  })

  it('adds suspensions and extensions in any order, and taking one back restores the day', () => {
    fc.assert(
      fc.property(histories, pauses, prolongations, (base, suspensions, extensions) => {
        const whole = provisionalDay({ ...base, suspensions, extensions })
        const reversed = { ...base, suspensions: suspensions.toReversed(), extensions: extensions.toReversed() }
        expect(provisionalDay(reversed)).toBe(whole)
        const stood = suspensions.reduce((sum, { from, through }) => sum + daysBetween(from, through) + 1, 0)
        const added = extensions.reduce((sum, extension) => sum + extension.days, 0)
        expect(addDays(provisionalDay({ ...base, suspensions: [], extensions: [] }), stood + added)).toBe(whole)
      }),
    )
  })

  it('ends its derivation with the last day it gives', () => {
    fc.assert(
      fc.property(histories, pauses, prolongations, (base, suspensions, extensions) => {
        const { lastDay: last, derivation } = deriveProvisionally({ ...base, suspensions, extensions }, calendar)
        expect(derivation.at(-1)).toEqual({ step: 'ends', day: last })
      }),
    )
  })
})

describe('Whether time is up', () => {
  const last = day('2026-05-22')

  it('lets the last day run to its end', () => {
    expect(hasPassed(last, day('2026-05-22'))).toBe(false)
    expect(hasPassed(last, day('2026-05-23'))).toBe(true)
  })

  it('tells the days that are left, negative once it is over', () => {
    expect(daysLeft(last, day('2026-05-20'))).toBe(2)
    expect(daysLeft(last, last)).toBe(0)
    expect(daysLeft(last, day('2026-05-25'))).toBe(-3)
  })
})
