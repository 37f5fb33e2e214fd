import { describe, expect, it } from 'vitest'
import { day } from './day.ts'
import { hasEnded, overlaps, runsOn, type Term } from './term.ts'

const monday = day('2026-11-23')
const tuesday = day('2026-11-24')
const friday = day('2026-11-27')
const saturday = day('2026-11-28')
const week: Term = { from: tuesday, until: friday }
const endless: Term = { from: tuesday, until: null }

describe('a term', () => {
  it('runs from its first day to its last, both included', () => {
    expect([monday, tuesday, friday, saturday].map((on) => runsOn(week, on))).toEqual([false, true, true, false])
    expect([monday, tuesday, day('2999-12-31')].map((on) => runsOn(endless, on))).toEqual([false, true, true])
  })
  it('has not ended before it begins, nor on its last day', () => {
    expect([monday, friday, saturday].map((on) => hasEnded(week, on))).toEqual([false, false, true])
    expect(hasEnded(endless, saturday)).toBe(false)
  })
  it.each<[Term, boolean]>([
    [{ from: monday, until: monday }, false],
    [{ from: monday, until: tuesday }, true],
    [{ from: friday, until: null }, true],
    [{ from: saturday, until: null }, false],
  ])('shares a day with another: %j %s', (other, expected) => {
    expect([overlaps(week, other), overlaps(other, week)]).toEqual([expected, expected])
  })
})
