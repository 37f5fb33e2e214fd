import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from './day.ts'
import { addMonths, firstDayOf, lastDayOf, month, monthAfter, monthBefore, monthOf, parseMonth } from './month.ts'

describe('A month', () => {
  it.each([
    ['2026-02', '2026-02-28'],
    ['2028-02', '2028-02-29'],
    ['2026-12', '2026-12-31'],
    ['2026-04', '2026-04-30'],
  ])('%s ends on %s', (text, last) => expect(lastDayOf(month(text))).toBe(last))

  it('follows the one before it, over the year', () => {
    expect(monthAfter(month('2026-12'))).toBe('2027-01')
    expect(monthBefore(month('2026-01'))).toBe('2025-12')
  })

  it.each(['2026', '2026-13', '2026-00', '2026-1', '9999-01', '0999-12', ' 2026-01', '2026-01 ', '２０２６-01', ''])(
    'is not %j',
    (text) => expect(parseMonth(text)).toBeNull(),
  )

  it.each([
    ['2026-11-23', 12, '2027-11-23'],
    ['2026-12-31', 2, '2027-03-01'],
    ['2027-12-31', 2, '2028-03-01'],
    ['2028-01-29', 1, '2028-02-29'],
    ['2026-10-31', 1, '2026-12-01'],
    ['2026-01-01', -1, '2025-12-01'],
    ['2026-03-31', -12, '2025-03-31'],
    ['2026-03-31', -1, '2026-03-01'],
    ['2026-05-05', 0, '2026-05-05'],
  ])('%s and %i months is %s', (from, count, then) => expect(addMonths(day(from), count)).toBe(then))

  it('comes so many months later as one after the other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 13_000 }), fc.integer({ min: 0, max: 300 }), (at, count) => {
        const from = addDays(day('1990-01-01'), at)
        const steps = Array.from({ length: count }).reduce<ReturnType<typeof monthOf>>(monthAfter, monthOf(from))
        const then = addMonths(firstDayOf(monthOf(from)), count)
        expect(then).toBe(firstDayOf(steps))
        expect([then.slice(0, 7), monthAfter(monthOf(then))]).toContain(monthOf(addMonths(from, count)))
      }),
    )
  })

  it('has all its days and no other', () => {
    const days = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays(day('1990-01-01'), count))
    fc.assert(
      fc.property(days, (on) => {
        const of = monthOf(on)
        expect(firstDayOf(of) <= on && on <= lastDayOf(of)).toBe(true)
        expect(monthBefore(monthAfter(of))).toBe(of)
        expect(monthOf(addDays(lastDayOf(of), 1))).toBe(monthAfter(of))
      }),
    )
  })
})
