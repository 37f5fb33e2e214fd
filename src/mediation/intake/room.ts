import type { Room } from '../../engine/room.ts'
import { evolve } from './evolve.ts'
import type { IntakeFact, IntakeState } from './intake.ts'
import { intakeRows, intakeTables } from './tables.ts'

/** How the engine keeps intakes: a stream is named by the number on the slip, which is drawn at random. */
export const intakeRoom: Room<IntakeState, IntakeFact> = {
  name: 'intake',
  initial: null,
  evolve,
  rows: intakeRows,
  tables: intakeTables,
  content: (state) => (state?.erasedOn ? 'erased' : 'kept'),
}

export const idOf = (stream: string): string => stream.slice(intakeRoom.name.length + 1)
export const streamOf = (reference: string): string => `${intakeRoom.name}:${reference}`
