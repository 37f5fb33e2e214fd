import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from './day.ts'
import { firstDayOf, lastDayOf, month, monthAfter, monthBefore, monthOf, parseMonth } from './month.ts'

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
