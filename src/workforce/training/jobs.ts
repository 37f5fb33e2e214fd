/** What the room does on a timer. */
import { type DueClock, readDueClocks } from '../../engine/due-clocks.ts'
import type { Sweep } from '../../engine/sweep.ts'
import { commandEnrolment } from './commanding.ts'
import type { TrainingHouse } from './house.ts'

/** A certificate that was not renewed in time holds no longer. It reads only what is due. */
export function dueCertificates(house: TrainingHouse): Sweep<DueClock> {
  return {
    name: 'enrolment-clocks',
    due: (after, atMost) => readDueClocks(house, 'enrolment_clock', { today: house.today(), after, atMost }),
    async act({ stream, clock }) {
      const viewer = { kind: 'system', task: 'sweep' } as const
      return (await commandEnrolment(house, { stream, type: 'MarkClock', body: { clock }, viewer })).ok
    },
  }
}
