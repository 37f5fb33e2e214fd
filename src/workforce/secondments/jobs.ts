/** What the room does on a timer. */
import { type DueClock, readDueClocks } from '../../engine/due-clocks.ts'
import type { Sweep } from '../../engine/sweep.ts'
import { commandSecondment } from './commanding.ts'
import type { SecondmentHouse } from './house.ts'

/** Marks what fell overdue: an answer, an evaluation, a return. It reads only what is due. */
export function dueSecondments(house: SecondmentHouse): Sweep<DueClock> {
  return {
    name: 'secondment-clocks',
    due: (after, atMost) => readDueClocks(house, 'secondment_clock', { today: house.today(), after, atMost }),
    async act({ stream, clock }) {
      const viewer = { kind: 'system', task: 'sweep' } as const
      return (await commandSecondment(house, { stream, type: 'MarkClock', body: { clock }, viewer })).ok
    },
  }
}
