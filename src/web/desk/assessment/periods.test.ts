import { expect, it } from 'vitest'
import { lastMonth, periodInWords, periodsBefore } from './periods.ts'

it('names the periods backwards over the turn of a year', () => {
  const { months, quarters, years } = periodsBefore('2026-01-15')
  expect(months.slice(0, 3).map(({ value }) => value)).toEqual(['2026-01', '2025-12', '2025-11'])
  expect(months).toHaveLength(18)
  expect(quarters.slice(0, 2).map(({ value }) => value)).toEqual(['2026-Q1', '2025-Q4'])
  expect(years.map(({ value }) => value)).toEqual(['2026', '2025', '2024'])
  expect(lastMonth('2026-01-15')).toBe('2025-12')
  expect(periodsBefore('2026-12-31').quarters[0]?.value).toBe('2026-Q4')
})

it.each([
  ['2026-10', '2026年10月', 'October 2026'],
  ['2026-Q4', '2026年第4季度', 'Q4 2026'],
  ['2026', '2026年', '2026'],
])('says %s in words', (period, zh, en) => {
  expect(periodInWords(period)).toEqual({ value: period, zh, en })
})
