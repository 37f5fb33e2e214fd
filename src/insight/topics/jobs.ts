/** What topics do on a timer. */
import type { Chore } from '../../engine/loop.ts'
import type { TopicHouse } from './house.ts'
import { gatherTonight } from './nightly.ts'

interface NightLog {
  info(said: object, words: string): void
}

/** Once a day; a house that was down at night does it when it comes up. Asked for again it gathers what came since and nothing else. */
export function nightlyTopics(house: TopicHouse, log: NightLog, signal: AbortSignal): Chore {
  let last = ''
  return {
    name: 'topics',
    async once() {
      const today = house.today()
      if (today === last || signal.aborted) return false
      const report = await gatherTonight(house, { signal })
      if (report === null || signal.aborted) return false
      last = today
      log.info(report, 'gathered topics')
      return false
    },
  }
}
