import type { Room } from '../../engine/room.ts'
import { evolve } from './evolve.ts'
import type { NumberingFact, NumberingState } from './numbering.ts'

/** How the engine keeps numbers: a hundred to a stream, and a row for each. */
export const numberingRoom: Room<NumberingState, NumberingFact> = {
  name: 'numbering',
  initial: null,
  evolve,
  tables: { paper_number: { key: ['number'] } },
  rows: (state) => ({
    paper_number: (state?.numbered ?? []).map(({ number, organ, year, numberClass, shown, petition, paper, on }) => ({
      ...{ number, organ, year, shown, petition, paper },
      number_class: numberClass,
      numbered_on: on,
    })),
  }),
}
