/** What the room does on a timer. */
import { type DueClock, readDueClocks } from '../../engine/due-clocks.ts'
import type { Chore } from '../../engine/loop.ts'
import type { Sweep } from '../../engine/sweep.ts'
import { addDays, addYears } from '../../kernel/day.ts'
import { commandTheme } from './commanding.ts'
import { perDayOf } from './counting.ts'
import type { ThemeHouse } from './house.ts'
import { risesAgain } from './measuring.ts'
import { themeOfHouse } from './queries.ts'

/** Marks themes that fell overdue. It reads only what is due. */
export function dueThemes(house: ThemeHouse): Sweep<DueClock> {
  return {
    name: 'theme-clocks',
    due: (after, atMost) => readDueClocks(house, 'theme_clock', { today: house.today(), after, atMost }),
    async act({ stream, clock }) {
      const viewer = { kind: 'system', task: 'sweep' } as const
      return (await commandTheme(house, { stream, type: 'MarkClock', body: { clock }, viewer })).ok
    },
  }
}

/** So long after it was closed a theme is looked at each day. */
const watchedYears = 1

/** Opens again what rises beyond the level that it had fallen to; the themes that it opened. */
export async function reopenRising(house: ThemeHouse): Promise<readonly string[]> {
  const today = house.today()
  const { rows } = await house.work.query<{ stream_id: string }>(
    `select stream_id from theme where stage = 'closed' and closed_on >= $1 order by closed_on, stream_id`,
    [addYears(today, -watchedYears)],
  )
  const opened: string[] = []
  for (const { stream_id: stream } of rows) {
    const theme = await themeOfHouse(house, stream)
    if (theme?.closed == null) continue
    const perDay = await perDayOf(house, theme.about, addDays(today, -30), addDays(today, -1))
    if (!risesAgain(perDay, theme.closed.measured, today)) continue
    const viewer = { kind: 'system', task: 'themes' } as const
    const done = await commandTheme(house, { stream, type: 'ReopenTheme', body: { reason: null }, viewer })
    if (done.ok) opened.push(stream)
  }
  return opened
}

interface NightLog {
  info(said: object, words: string): void
}

/** Once a day, after the topics of the night: what was closed and rises is opened again. */
export function nightlyThemes(house: ThemeHouse, log: NightLog, signal: AbortSignal): Chore {
  let last = ''
  return {
    name: 'themes',
    async once() {
      const today = house.today()
      if (today === last || signal.aborted) return false
      const opened = await reopenRising(house)
      last = today
      log.info({ opened: opened.length }, 'looked at closed themes')
      return false
    },
  }
}
