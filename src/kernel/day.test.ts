import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawFromSeed } from '../../test/seed.ts'
import { addDays, addYears, day, daysBetween, isAfter, isBefore, later, parseDay, weekday, yearOf } from './day.ts'

drawFromSeed()

const anyDay = fc.integer({ min: -20_000, max: 90_000 }).map((offset) => addDays(day('1970-01-01'), offset))

describe('A day', () => {
  it.each(['2024-02-29', '1900-01-01', '2999-12-31'])('reads %s', (text) => {
    expect(parseDay(text)).toBe(text)
  })

  it.each([
    '2023-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '1899-12-31',
    '3000-01-01',
    '2026-05-22T00:00:00Z',
    ' 2026-05-22',
    '２０２６-05-22',
    '',
  ])('refuses %j', (text) => {
    expect(parseDay(text)).toBeNull()
    expect(() => day(text)).toThrow('not a day')
  })

  it('comes again in another year, and 29 February on 1 March where there is none', () => {
    expect(addYears(day('2026-05-22'), 30)).toBe('2056-05-22')
    expect(addYears(day('2024-02-29'), 4)).toBe('2028-02-29')
    expect(addYears(day('2024-02-29'), 30)).toBe('2054-03-01')
    expect(addYears(day('2998-06-01'), 2)).toBe('2999-12-31')
  })

  it('knows its weekday, Monday being 1', () => {
    expect(weekday(day('2026-03-02'))).toBe(1)
    expect(weekday(day('2026-03-08'))).toBe(7)
    expect(weekday(day('1969-12-31'))).toBe(3)
  })

  it('knows its year and which of two is later', () => {
    expect(yearOf(day('2026-12-31'))).toBe(2026)
    expect(later(day('2026-05-22'), day('2026-05-23'))).toBe('2026-05-23')
    expect(isAfter(day('2026-05-23'), day('2026-05-22'))).toBe(true)
    expect(isBefore(day('2026-05-22'), day('2026-05-22'))).toBe(false)
  })

  it('counts the same forwards and backwards, over leap days and century ends', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (from, count) => {
        const to = addDays(from, count)
        expect(daysBetween(from, to)).toBe(count)
        expect(addDays(to, -count)).toBe(from)
        expect(weekday(to)).toBe(((((weekday(from) - 1 + count) % 7) + 7) % 7) + 1)
      }),
    )
  })
})
