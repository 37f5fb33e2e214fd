/** The read model of figures: one row an edition, which is all that the public list needs. */
import type { RowSet } from '../../engine/room.ts'
import type { FiguresState } from './figures.ts'

export const figuresTables = { figures: { key: ['edition'] } } as const

export const figuresRows = (state: FiguresState): RowSet =>
  state === null
    ? {}
    : {
        figures: state.editions.map(({ on, month, edition, reason, logSize, cases, extract, counts }) => ({
          ...{ edition, month, reason, cases, extract, counts },
          log_size: logSize,
          published_on: on,
        })),
      }
