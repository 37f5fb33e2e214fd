import { describe, expect, it } from 'vitest'
import { calendarFrom } from '../law/calendars/cn.ts'
import { firstWorkedDay, isWorked, kindOf, withoutYears, withPlainWeekends } from './calendar.ts'
import { day } from './day.ts'

const calendar = calendarFrom({
  version: 'example',
  years: {
    2026: { notices: [], rest: ['2026-10-01', '2026-10-02', '2026-10-03'], work: ['2026-10-10'] },
    2027: { notices: [], rest: ['2026-12-31', '2027-01-01'], work: ['2026-12-27'] },
  },
})

describe('What kind of day it is', () => {
  it.each([
    ['2026-09-30', 'working'],
    ['2026-10-01', 'holiday'],
    ['2026-10-03', 'holiday'],
    ['2026-10-04', 'weekend'],
    ['2026-10-10', 'makeUp'],
  ] as const)('%s is %s', (text, kind) => {
    expect(kindOf(calendar, day(text))).toEqual({ ok: true, value: kind })
  })

  it('lets a notice reach into the December before its year', () => {
    expect(kindOf(calendar, day('2026-12-31'))).toEqual({ ok: true, value: 'holiday' })
    expect(kindOf(calendar, day('2026-12-27'))).toEqual({ ok: true, value: 'makeUp' })
  })

  it('never guesses a year whose notice is not loaded', () => {
    expect(kindOf(calendar, day('2028-01-03'))).toEqual({
      ok: false,
      error: { kind: 'year-not-loaded', year: 2028, calendar: 'example' },
    })
  })

  it('works on working days and on make-up days', () => {
    expect((['working', 'makeUp', 'weekend', 'holiday'] as const).map(isWorked)).toEqual([true, true, false, false])
  })
})

describe('The first worked day', () => {
  it('is the day itself when that is worked', () => {
    expect(firstWorkedDay(calendar, day('2026-09-30'))).toEqual({ ok: true, value: { day: '2026-09-30', passed: [] } })
  })

  it('passes holidays and the weekend behind them', () => {
    expect(firstWorkedDay(calendar, day('2026-10-01'))).toEqual({
      ok: true,
      value: { day: '2026-10-05', passed: ['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04'] },
    })
  })

  it('stops at a year that is not loaded', () => {
    expect(firstWorkedDay(calendar, day('2028-01-01')).ok).toBe(false)
  })
})

describe('Plain weekends for a year without a notice', () => {
  const stretched = withPlainWeekends(calendar, 2028, 2028)

  it('says so in its version, so that a provisional day can be told from a real one', () => {
    expect(stretched.version).toBe('example+weekends')
    expect(kindOf(stretched, day('2028-01-03'))).toEqual({ ok: true, value: 'working' })
    expect(kindOf(stretched, day('2028-01-01'))).toEqual({ ok: true, value: 'weekend' })
    expect(kindOf(stretched, day('2029-01-01')).ok).toBe(false)
  })

  it('can be had back for years whose notice has come meanwhile', () => {
    const before = withoutYears(calendar, [2027])
    expect([...before.years]).toEqual([2026])
    expect(kindOf(before, day('2027-01-01')).ok).toBe(false)
    expect(kindOf(before, day('2026-10-01'))).toEqual({ ok: true, value: 'holiday' })
    expect(kindOf(calendar, day('2027-01-01'))).toEqual({ ok: true, value: 'holiday' })
  })

  it('leaves the calendar itself as it was', () => {
    expect(kindOf(calendar, day('2028-01-03')).ok).toBe(false)
  })
})
