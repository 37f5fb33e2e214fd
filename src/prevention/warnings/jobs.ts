/** What the room does on a timer. */
import { type DueClock, readDueClocks } from '../../engine/due-clocks.ts'
import type { Chore } from '../../engine/loop.ts'
import type { Sweep } from '../../engine/sweep.ts'
import { commandWarning } from './commanding.ts'
import type { WarningHouse } from './house.ts'
import { lookTonight } from './nightly.ts'

/** Warnings that nobody answered by their day go up a level. It reads only what is due. */
export function dueWarnings(house: WarningHouse): Sweep<DueClock> {
  return {
    name: 'warning-clocks',
    due: (after, atMost) => readDueClocks(house, 'warning_clock', { today: house.today(), after, atMost }),
    async act({ stream, clock }) {
      const viewer = { kind: 'system', task: 'sweep' } as const
      return (await commandWarning(house, { stream, type: 'MarkClock', body: { clock }, viewer })).ok
    },
  }
}

interface NightLog {
  info(said: object, words: string): void
}

/**
 * Once a day, as soon as the day before is whole; of many processes one does it. A house that was down at night does it when it comes up, which
 * a timetable would not.
 */
export function nightlyWarnings(house: WarningHouse, log: NightLog, signal: AbortSignal): Chore {
  let last = ''
  return {
    name: 'warnings',
    async once() {
      const today = house.today()
      if (today === last || signal.aborted) return false
      let said = 0
      const report = await lookTonight(house, {
        signal,
        progress: (series) => {
          if (series < said) return
          said = series + sayEvery
          log.info({ series }, 'looking for what rises')
        },
      })
      if (signal.aborted) return false
      // where another process is at it, it may yet fail: then it is asked again
      if (report === null) return false
      last = today
      log.info({ ...report, raised: report.raised.length }, 'looked for what rises')
      return false
    },
  }
}

const sayEvery = 20_000
