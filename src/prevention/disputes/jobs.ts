/** What the room does on a timer. */
import { type DueClock, readDueClocks } from '../../engine/due-clocks.ts'
import type { Sweep } from '../../engine/sweep.ts'
import { commandDispute } from './commanding.ts'
import type { DisputeHouse } from './house.ts'

/** Marks days to settle and to follow up that have passed. It reads only what is due. */
export function dueDisputes(house: DisputeHouse): Sweep<DueClock> {
  return {
    name: 'dispute-clocks',
    due: (after, atMost) => readDueClocks(house, 'dispute_clock', { today: house.today(), after, atMost }),
    async act({ stream, clock }) {
      const viewer = { kind: 'system', task: 'sweep' } as const
      return (await commandDispute(house, { stream, type: 'MarkClock', body: { clock }, viewer })).ok
    },
  }
}
