import { createHash } from 'node:crypto'
import type { Room } from '../engine/room.ts'
import { evolve } from './evolve.ts'
import { taskRows, taskTables } from './tables.ts'
import type { TaskFact, TaskOrigin, TaskState } from './task.ts'

/** How the engine keeps tasks. */
export const taskRoom: Room<TaskState, TaskFact> = {
  name: 'task',
  initial: null,
  evolve,
  rows: taskRows,
  tables: taskTables,
  content: (state) => (state?.erasedOn ? 'erased' : 'kept'),
}

/** What is said of a task in an address: its stream without the name of the room. */
export const idOf = (stream: string): string => stream.slice(taskRoom.name.length + 1)
export const streamOf = (task: string): string => `${taskRoom.name}:${task}`

const idBytes = 16

/** Follows from where it comes from, so that what gives it twice gives it once. Whoever does not know the origin learns nothing from it. */
export function streamOfOrigin({ kind, stream, key }: TaskOrigin): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([kind, stream, key]))
    .digest()
  return streamOf(digest.subarray(0, idBytes).toString('base64url'))
}
