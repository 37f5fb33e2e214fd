/** What the room does on a timer. */
import { type DueClock, readDueClocks } from '../../engine/due-clocks.ts'
import type { Sweep } from '../../engine/sweep.ts'
import { commandMediation } from './commanding.ts'
import type { MediationHouse } from './house.ts'

/** Marks what fell overdue, and that the days for joint confirmation ended. It reads only what is due. */
export function dueMediations(house: MediationHouse): Sweep<DueClock> {
  return {
    name: 'mediation-clocks',
    due: (after, atMost) => readDueClocks(house, 'mediation_clock', { today: house.today(), after, atMost }),
    async act({ stream, clock }) {
      const viewer = { kind: 'system', task: 'sweep' } as const
      return (await commandMediation(house, { stream, type: 'MarkClock', body: { clock }, viewer })).ok
    },
  }
}
