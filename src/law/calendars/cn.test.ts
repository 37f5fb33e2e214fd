import { describe, expect, it } from 'vitest'
import { kindOf } from '../../kernel/calendar.ts'
import { addDays, day, weekday } from '../../kernel/day.ts'
import { stateCouncilCalendar as calendar } from './cn.ts'
import { stateCouncilNotices } from './state-council-notices.ts'

const kind = (text: string) => {
  const known = kindOf(calendar, day(text))
  return known.ok ? known.value : 'unknown'
}
const years = Object.entries(stateCouncilNotices.years).map(([year, notice]) => ({ year: Number(year), ...notice }))

/** The notice that lengthened the Spring Festival of 2020 to a Sunday says that the Monday after it is worked. */
const mondayNamed = '2020-02-03'

describe('The State Council’s notices, as loaded', () => {
  it('are those of 2017 to 2026, and say so', () => {
    expect(years.map(({ year }) => year)).toEqual([2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026])
    expect(calendar.version).toBe('cn-state-council-2017-2026')
    expect(kind('2027-01-04')).toBe('unknown')
    expect(kind('2016-12-30')).toBe('unknown')
  })

  it.each(years)('$year: work is made up on weekends only, and no day is both', ({ rest, work }) => {
    for (const text of work.filter((at) => at !== mondayNamed)) {
      expect(weekday(day(text)), text).toBeGreaterThanOrEqual(6)
    }
    expect(rest.filter((text) => (work as readonly string[]).includes(text))).toEqual([])
    expect(new Set(rest).size).toBe(rest.length)
  })

  it.each(years)('$year: names the notice, and the holidays that the law fixes', ({ year, notices, rest }) => {
    for (const address of notices) expect(address).toMatch(/^https?:\/\/www\.gov\.cn\//)
    const fixed = [`${year}-01-01`, `${year}-05-01`, `${year}-10-01`, `${year}-10-02`, `${year}-10-03`]
    expect(fixed.filter((text) => !(rest as readonly string[]).includes(text))).toEqual([])
  })

  it.each([
    ['2026-02-14', 'makeUp'],
    ['2026-02-15', 'holiday'],
    ['2026-02-23', 'holiday'],
    ['2026-02-24', 'working'],
    ['2026-02-28', 'makeUp'],
    ['2026-10-08', 'working'],
    ['2026-10-10', 'makeUp'],
    ['2025-01-26', 'makeUp'],
    ['2025-10-08', 'holiday'],
    ['2018-12-31', 'holiday'],
    ['2022-12-31', 'holiday'],
    ['2026-03-07', 'weekend'],
  ])('%s is %s', (text, expected) => {
    expect(kind(text)).toBe(expected)
  })

  it('rest two days in seven at least, in any year', () => {
    for (const { year } of years) {
      const all = Array.from({ length: 365 }, (_, at) => addDays(day(`${year}-01-01`), at))
      const resting = all.filter((at) => ['weekend', 'holiday'].includes(kind(at)))
      expect(resting.length, `${year}`).toBeGreaterThanOrEqual(110)
      expect(resting.length, `${year}`).toBeLessThanOrEqual(120)
    }
  })
})
