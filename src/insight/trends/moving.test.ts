/** What moved, what is usual and which period is held against which: the sums (docs/adr/0062). */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Calendar } from '../../kernel/calendar.ts'
import { day } from '../../kernel/day.ts'
import { type Month, month } from '../../kernel/month.ts'
import { contributionsOf, growthOf, isClear, splitShare } from './moving.ts'
import { heldAgainst, lastWhole, periodNamed, type TrendPeriod } from './periods.ts'
import { usualOf, workingDaysOf } from './season.ts'

describe('Contributions', () => {
  it('sum to the change of the whole, the largest rise first', () => {
    const parts = contributionsOf(
      new Map([
        ['a', { now: 3, before: 10 }],
        ['b', { now: 30, before: 10 }],
        ['c', { now: 4, before: 0 }],
      ]),
    )
    expect(parts.map(({ value, change }) => [value, change])).toEqual([
      ['b', 20],
      ['c', 4],
      ['a', -7],
    ])
    expect(parts.map(({ growth }) => growth)).toEqual([2000, null, -700])
  })

  it('say what chance alone would often make, and what it would not', () => {
    expect(isClear({ now: 3, before: 1 })).toBe(false)
    expect(isClear({ now: 30, before: 10 })).toBe(true)
    expect(isClear({ now: 52, before: 48 })).toBe(false)
    expect(growthOf({ now: 5, before: 0 })).toBeNull()
  })
})

const count = fc.nat(60).chain((of) => fc.record({ of: fc.constant(of), in: fc.nat(of) }))
const parts = fc.array(fc.record({ now: count, before: count }), { minLength: 1, maxLength: 8 })

describe('A share', () => {
  it('is taken apart into mix and rate without a remainder', () => {
    fc.assert(
      fc.property(parts, (drawn) => {
        const split = splitShare(drawn.map((part, at) => ({ value: String(at), ...part })))
        if (split === null) return
        expect(split.mix + split.rate).toBeCloseTo((split.now ?? 0) - (split.before ?? 0), 10)
      }),
      { seed: 62, numRuns: 500 },
    )
  })

  it('of which every part stayed as it was moved by mix alone', () => {
    const split = splitShare([
      { value: 'often', now: { of: 90, in: 45 }, before: { of: 10, in: 5 } },
      { value: 'seldom', now: { of: 10, in: 1 }, before: { of: 90, in: 9 } },
    ])
    expect(split?.rate).toBeCloseTo(0)
    expect(split?.mix).toBeCloseTo(0.46 - 0.14)
  })

  it('of which no part weighs more than before moved by rate alone', () => {
    const split = splitShare([
      { value: 'a', now: { of: 50, in: 25 }, before: { of: 50, in: 5 } },
      { value: 'b', now: { of: 50, in: 5 }, before: { of: 50, in: 5 } },
    ])
    expect(split?.mix).toBeCloseTo(0)
    expect(split?.rate).toBeCloseTo(0.2)
  })

  it('of nothing is none', () => {
    expect(splitShare([{ value: 'a', now: { of: 0, in: 0 }, before: { of: 3, in: 1 } }])).toBeNull()
  })
})

describe('Periods', () => {
  const held = (name: string, against: 'previous' | 'lastYear') =>
    heldAgainst(periodNamed(name) as TrendPeriod, against)?.name
  it.each([
    ['2026-01', 'previous', '2025-12'],
    ['2026-10', 'previous', '2026-09'],
    ['2026-10', 'lastYear', '2025-10'],
    ['2026-Q1', 'previous', '2025-Q4'],
    ['2026-Q3', 'lastYear', '2025-Q3'],
    ['2026', 'previous', '2025'],
  ] as const)('%s against the %s: %s', (name, against, base) => {
    expect(held(name, against)).toBe(base)
  })

  it('begin with the last month that is over', () => {
    expect(lastWhole(month('2026-01')).months).toEqual(['2025-12'])
  })
})

const holidays: Calendar = {
  version: 'test',
  years: new Set([2024, 2025, 2026]),
  rest: new Set(['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'].map(day)),
  work: new Set([day('2026-02-28')]),
}

describe('What is usual in a month', () => {
  it('counts its working days by the holiday notices, and by weekends alone where there is none', () => {
    expect(workingDaysOf(month('2026-02'), holidays)).toEqual({ days: 16, isProvisional: false })
    expect(workingDaysOf(month('2023-02'), holidays)).toEqual({ days: 20, isProvisional: true })
  })

  it('is what the same month of earlier years had for as many working days', () => {
    const counts = new Map<Month, number>([
      [month('2024-02'), 40],
      [month('2025-02'), 60],
    ])
    const usual = usualOf(month('2026-02'), {
      ...{ counts, known: month('2024-01') },
      days: (of) => (of === '2026-02' ? 16 : 20),
    })
    expect(usual).toMatchObject({ expected: 40, years: 2 })
    expect(usual.low).toBeLessThan(40)
    expect(usual.high).toBeGreaterThan(40)
  })

  it('is not known before anything was counted a year ago', () => {
    const usual = usualOf(month('2026-02'), { counts: new Map(), days: () => 20, known: month('2026-01') })
    expect(usual).toEqual({ expected: null, low: null, high: null, years: 0 })
  })
})
