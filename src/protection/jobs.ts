/** What the room does on a timer. */
import { type DueClock, readDueClocks } from '../engine/due-clocks.ts'
import type { Sweep } from '../engine/sweep.ts'
import { commandReport } from './commanding.ts'
import type { ProtectionHouse } from './house.ts'

/** Marks what fell overdue, and closes reports whose petitioner let the window pass. It reads only what is due. */
export function dueReports(house: ProtectionHouse): Sweep<DueClock> {
  return {
    name: 'report-clocks',
    due: (after, atMost) => readDueClocks(house, 'report_clock', { today: house.today(), after, atMost }),
    async act({ stream, clock }) {
      const viewer = { kind: 'system', task: 'sweep' } as const
      return (await commandReport(house, { stream, type: 'MarkClock', body: { clock }, viewer })).ok
    },
  }
}
