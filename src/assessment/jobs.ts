/** What the room does on a timer. */
import { type DueClock, readDueClocks } from '../engine/due-clocks.ts'
import type { Sweep } from '../engine/sweep.ts'
import { commandLetter } from './commanding.ts'
import type { AssessmentHouse } from './house.ts'

/** Marks decisions that fell overdue, and rights to object that nobody used. It reads only what is due. */
export function dueLetters(house: AssessmentHouse): Sweep<DueClock> {
  return {
    name: 'letter-clocks',
    due: (after, atMost) => readDueClocks(house, 'letter_clock', { today: house.today(), after, atMost }),
    async act({ stream, clock }) {
      const viewer = { kind: 'system', task: 'sweep' } as const
      return (await commandLetter(house, { stream, type: 'MarkClock', body: { clock }, viewer })).ok
    },
  }
}
