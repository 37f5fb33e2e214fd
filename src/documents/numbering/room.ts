import type { Room } from '../../engine/room.ts'
import { evolve } from './evolve.ts'
import { bearerOf, type NumberingFact, type NumberingState } from './numbering.ts'

/** How the engine keeps numbers: a hundred to a stream, and a row for each. */
export const numberingRoom: Room<NumberingState, NumberingFact> = {
  name: 'numbering',
  initial: null,
  evolve,
  tables: { paper_number: { key: ['number'] } },
  rows: (state) => ({
    paper_number: (state?.numbered ?? []).map((fact) => ({
      ...{ number: fact.number, organ: fact.organ, year: fact.year, shown: fact.shown },
      ...bearerOf(fact),
      number_class: fact.numberClass,
      numbered_on: fact.on,
    })),
  }),
}
