import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawFromSeed } from '../../../test/seed.ts'
import { addDays, day } from '../../kernel/day.ts'
import { comparedWith, dueOf, lastEnded, lengthOf, periodWith } from '../../law/report-periods.ts'
import { atLeast, type Compared, fewest, trendsOf, verdictOn } from './trend.ts'

drawFromSeed()

const days = (from: string, until: string) => ({ from: day(from), until: day(until) })
const compared: Compared = {
  before: { ...days('2026-09-01', '2026-09-30'), days: 30, isCovered: true },
  yearAgo: { ...days('2025-10-01', '2025-10-31'), days: 31, isCovered: true },
}
const count = (code: string, now: number, before: number, yearAgo: number) => ({ code, now, before, yearAgo })
const byCode = (lines: ReturnType<typeof trendsOf>['lines']) => new Map(lines.map((line) => [line.code, line]))

describe('信访工作条例 art. 14 (1) (4), docs/adr/0044: what rose is more than chance explains', () => {
  it('sums the binomial as the textbook does', () => {
    expect(atLeast(3, 4, 0.5)).toBeCloseTo(5 / 16, 12)
    expect(atLeast(0, 4, 0.5)).toBe(1)
    expect(atLeast(1, 4, 0.25)).toBeCloseTo(1 - 0.75 ** 4, 12)
    expect(atLeast(10, 10, 0.5)).toBeCloseTo(2 ** -10, 12)
    // where factorials are no longer summed, the two ends meet at one
    expect(atLeast(2000, 4000, 0.5) + atLeast(2001, 4000, 0.5)).toBeCloseTo(1, 9)
  })
  // of 20 in equal days, 15 or more on one side: 0.0207; 14 or more: 0.0577
  it('says rose where one in forty is passed, and not a case before', () => {
    expect(verdictOn(15, 30, 5, 30, 0.05)).toBe('rose')
    expect(verdictOn(14, 30, 6, 30, 0.05)).toBe('noise')
    expect(verdictOn(5, 30, 15, 30, 0.05)).toBe('fell')
  })
  it('counts by days: a short month is not less', () => {
    expect(verdictOn(280, 28, 310, 31, 0.5)).toBe('noise')
    expect(verdictOn(280, 31, 310, 31, 0.5)).toBe('fell')
    expect(verdictOn(310, 28, 310, 31, 0.5)).toBe('rose')
  })
  it('holds a table as a whole to one in twenty, so that one among many lines must differ more', () => {
    const alone = trendsOf([count('a', 22, 8, 22)], 31, compared)
    expect(alone.lines[0]?.sinceBefore).toBe('rose')
    const others = Array.from({ length: 11 }, (_, at) => count(`b${at}`, 20, 20, 20))
    const among = trendsOf([count('a', 22, 8, 22), ...others], 31, compared)
    expect(among.comparisons).toBe(24)
    expect(byCode(among.lines).get('a')?.sinceBefore).toBe('noise')
  })
  it('does not compare with days in which nobody kept the register', () => {
    const uncovered = { ...compared, yearAgo: { ...compared.yearAgo, isCovered: false } }
    const { lines, comparisons } = trendsOf([count('a', 40, 10, 0)], 31, uncovered)
    expect(lines[0]).toMatchObject({ yearAgo: null, sinceYearAgo: null, sinceBefore: 'rose' })
    expect(comparisons).toBe(1)
  })
  it('is the same the other way round, whatever the counts', () => {
    const anyCount = fc.nat(5000)
    const turned = { rose: 'fell', fell: 'rose', noise: 'noise' } as const
    fc.assert(
      fc.property(
        anyCount,
        anyCount,
        fc.integer({ min: 7, max: 92 }),
        fc.integer({ min: 7, max: 92 }),
        (a, b, m, n) => {
          expect(verdictOn(b, n, a, m, 0.01)).toBe(turned[verdictOn(a, m, b, n, 0.01)])
        },
      ),
    )
  })
})

describe('docs/adr/0044: small numbers', () => {
  it('leave out a line that has few in every period', () => {
    expect(trendsOf([count('few', 4, 4, 4)], 31, compared).lines).toEqual([])
    expect(trendsOf([count('five', 5, 0, 0)], 31, compared).lines).toHaveLength(1)
  })
  it('are not told within a line, and none is none', () => {
    const lines = byCode(trendsOf([count('a', 30, 4, 0), count('b', 20, 3, 9)], 31, compared).lines)
    expect(lines.get('a')).toMatchObject({ now: 30, before: null, yearAgo: 0 })
    expect(lines.get('b')).toMatchObject({ now: 20, before: null })
  })
  it('do not follow from a sum: one alone takes the smallest beside it along', () => {
    const counts = [count('a', 30, 4, 9), count('b', 20, 12, 9), count('c', 25, 15, 9)]
    const lines = byCode(trendsOf(counts, 31, compared).lines)
    expect(['a', 'b', 'c'].map((code) => lines.get(code)?.before)).toEqual([null, null, 15])
    expect(['a', 'b', 'c'].map((code) => lines.get(code)?.now)).toEqual([30, 20, 25])
  })
  it('never stand there alone, whatever is counted', () => {
    const some = fc.array(fc.record({ now: fc.nat(20), before: fc.nat(20), yearAgo: fc.nat(20) }), { maxLength: 12 })
    fc.assert(
      fc.property(some, (drawn) => {
        const counts = drawn.map((each, at) => ({ code: `c${at}`, ...each }))
        const { lines } = trendsOf(counts, 31, compared)
        const shown = byCode(lines)
        for (const column of ['now', 'before', 'yearAgo'] as const) {
          for (const line of lines)
            expect(line[column] === null || line[column] === 0 || line[column] >= fewest).toBe(true)
          const untold = counts.filter((each) => each[column] > 0 && (shown.get(each.code)?.[column] ?? null) === null)
          const isGuessed = untold.length === 1 && (untold[0]?.[column] ?? 0) < fewest
          // with nothing else to take along the sum is the number itself, and the line stands alone
          const others = lines.filter((line) => (line[column] ?? 0) > 0)
          expect(isGuessed && others.length > 0).toBe(false)
        }
      }),
    )
  })
})

describe('The periods of a report', () => {
  it('are whole weeks from Monday, months and quarters', () => {
    expect(periodWith('week', day('2026-11-22'))).toEqual({ span: 'week', ...days('2026-11-16', '2026-11-22') })
    expect(periodWith('month', day('2024-02-10'))).toEqual({ span: 'month', ...days('2024-02-01', '2024-02-29') })
    expect(periodWith('quarter', day('2026-11-22'))).toEqual({ span: 'quarter', ...days('2026-10-01', '2026-12-31') })
  })
  it('have ended the day before today at the latest', () => {
    expect(lastEnded('month', day('2026-12-01')).until).toBe('2026-11-30')
    expect(lastEnded('month', day('2026-11-30')).until).toBe('2026-10-31')
    expect(lastEnded('quarter', day('2027-01-01'))).toMatchObject(days('2026-10-01', '2026-12-31'))
  })
  it('are owed so many days after the last', () => {
    const span = { unit: 'days', count: 10 } as const
    expect(dueOf(periodWith('month', day('2026-10-05')), { span })).toBe('2026-11-10')
  })
  it('are compared with the month or quarter before, and with the same of last year', () => {
    expect(comparedWith(days('2026-03-01', '2026-03-31'))).toEqual({
      before: days('2026-02-01', '2026-02-28'),
      yearAgo: days('2025-03-01', '2025-03-31'),
    })
    expect(comparedWith(days('2026-01-01', '2026-03-31'))).toEqual({
      before: days('2025-10-01', '2025-12-31'),
      yearAgo: days('2025-01-01', '2025-03-31'),
    })
    expect(comparedWith(days('2024-02-01', '2024-02-29')).yearAgo).toEqual(days('2023-02-01', '2023-02-28'))
  })
  it('are compared, as weeks, with the same days of the week', () => {
    expect(comparedWith(days('2026-11-16', '2026-11-22'))).toEqual({
      before: days('2026-11-09', '2026-11-15'),
      yearAgo: days('2025-11-17', '2025-11-23'),
    })
  })
  it('are never compared with days of their own', () => {
    fc.assert(
      fc.property(fc.nat(3000), fc.nat(400), (start, more) => {
        const from = addDays(day('2020-01-01'), start)
        const whole = { from, until: addDays(from, more) }
        const { before, yearAgo } = comparedWith(whole)
        expect(before.until < from && yearAgo.until < from).toBe(true)
        expect(lengthOf(before) > 0 && lengthOf(yearAgo) > 0).toBe(true)
      }),
    )
  })
})
