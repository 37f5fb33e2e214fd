import type { Room } from '../../engine/room.ts'
import type { EstablishmentFact, EstablishmentState } from './establishment.ts'
import { evolve } from './evolve.ts'
import { establishmentRows, establishmentTables } from './tables.ts'

/** How the engine keeps establishments: a stream for each organ. */
export const establishmentRoom: Room<EstablishmentState, EstablishmentFact> = {
  name: 'establishment',
  initial: null,
  evolve,
  rows: establishmentRows,
  tables: establishmentTables,
}
