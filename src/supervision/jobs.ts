/** What the room does on a timer. */
import { type DueClock, readDueClocks } from '../engine/due-clocks.ts'
import type { Sweep } from '../engine/sweep.ts'
import { commandMatter } from './commanding.ts'
import type { SupervisionHouse } from './house.ts'

/** Marks what fell overdue, and raises findings on which nobody decided. It reads only what is due. */
export function dueSupervision(house: SupervisionHouse): Sweep<DueClock> {
  return {
    name: 'supervision-clocks',
    due: (after, atMost) => readDueClocks(house, 'supervision_clock', { today: house.today(), after, atMost }),
    async act({ stream, clock }) {
      const viewer = { kind: 'system', task: 'sweep' } as const
      return (await commandMatter(house, { stream, type: 'MarkClock', body: { clock }, viewer })).ok
    },
  }
}
