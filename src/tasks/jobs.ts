/** What the room does on a timer. */
import { type DueClock, readDueClocks } from '../engine/due-clocks.ts'
import type { Sweep } from '../engine/sweep.ts'
import { commandTask } from './commanding.ts'
import type { TaskHouse } from './house.ts'

/** Marks tasks that fell overdue. It reads only what is due. */
export function dueTasks(house: TaskHouse): Sweep<DueClock> {
  return {
    name: 'task-clocks',
    due: (after, atMost) => readDueClocks(house, 'task_clock', { today: house.today(), after, atMost }),
    async act({ stream, clock }) {
      const viewer = { kind: 'system', task: 'sweep' } as const
      return (await commandTask(house, { stream, type: 'MarkClock', body: { clock }, viewer })).ok
    },
  }
}
