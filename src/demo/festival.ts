/** A holiday of the fictional prefecture, as an autonomous area may set them (全国年节及纪念日放假办法, art. 4): made up, like all of it. */
import type { CalendarHouse } from '../calendar/house.ts'
import { recountAll } from '../calendar/recounting.ts'
import { takeIn } from '../calendar/taking-in.ts'
import { addDays, type Day, weekday, yearOf } from '../kernel/day.ts'

const soonDays = 3

/** The next Wednesday and Thursday: some limits that run reach past them. */
export async function loadFestival(calendar: CalendarHouse, region: string): Promise<string> {
  const rest = festivalFrom(calendar.today())
  const year = yearOf(rest[0] as Day)
  const title = `〔虚构〕本州${year}年民族节日放假安排`
  const text = JSON.stringify({ region, year, title, rest, work: [] })
  const viewer = { kind: 'system', task: 'demo' } as const
  const done = await takeIn(calendar, { text, region: undefined, reason: null, viewer })
  if (!done.ok) throw new Error(`the demo has no festival: ${JSON.stringify(done.error)}`)
  await recountAll(calendar)
  return rest.join(', ')
}

/** Two days of one year that are no weekend. */
export function festivalFrom(today: Day): readonly Day[] {
  let first = addDays(today, soonDays)
  while (weekday(first) !== 3) first = addDays(first, 1)
  const second = addDays(first, 1)
  return yearOf(first) === yearOf(second) ? [first, second] : [second]
}
