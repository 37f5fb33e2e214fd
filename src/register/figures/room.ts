import type { Room } from '../../engine/room.ts'
import { evolve } from './evolve.ts'
import type { FiguresFact, FiguresState } from './figures.ts'
import { figuresRows, figuresTables } from './tables.ts'

/** How the engine keeps figures: a stream for each month. */
export const figuresRoom: Room<FiguresState, FiguresFact> = {
  name: 'figures',
  initial: null,
  evolve,
  rows: figuresRows,
  tables: figuresTables,
}
