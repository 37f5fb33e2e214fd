/** Counts the open clocks of many tasks again with the holiday notices as they are now, each task's in one fact. */
import { executeMany } from '../engine/execute-many.ts'
import { decide } from './decide.ts'
import type { TaskHouse } from './house.ts'
import { taskRoom } from './room.ts'
import type { TaskFact, TaskState } from './task.ts'
import { worldFor } from './world.ts'

/** The streams of which a day moved. */
export async function recountTasks(house: TaskHouse, streams: readonly string[]): Promise<readonly string[]> {
  const actor = { kind: 'house', task: 'recount' } as const
  const on = house.today()
  const moved = await executeMany<TaskState, TaskFact>(house, {
    room: taskRoom,
    streams,
    by: { kind: 'system', task: actor.task },
    recordedAt: house.now(),
    decide: (state) => {
      if (state === null) return []
      const world = worldFor(house, { giver: state.giver, closerIsThere: true })
      const decision = decide(state, { type: 'RecountTask', on, actor }, world)
      return decision.ok ? decision.value : []
    },
  })
  return moved.map(({ stream }) => stream)
}
