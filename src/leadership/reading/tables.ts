/** The read models of readings: rows derived from the folded state, so that they can be compared and remade. */
import type { Row, RowSet } from '../../engine/room.ts'
import { addDays } from '../../kernel/day.ts'
import type { Reading, ReadingState } from './reading.ts'

export const readingTables = {
  reading: { key: [] },
  reading_instruction: { key: ['ref'] },
  reading_act: { key: ['ref'] },
  reading_party: { key: ['organ', 'part'] },
} as const

export function readingRows(state: ReadingState): RowSet {
  if (state === null) return {}
  const { petition, instructions, acts } = state
  return {
    reading: [readingRow(state)],
    reading_instruction: instructions.map(({ ref, organ, to, due, on }) => ({
      ...{ ref, organ, given_to: to, due, given_on: on },
    })),
    // of what was erased nobody is told any more
    reading_act: state.erasedOn
      ? []
      : acts.map(({ on, organ, what }, at) => ({ ref: `a${at + 1}`, petition, acted_on: on, organ, what })),
    reading_party: partyRows(state),
  }
}

const readingRow = (reading: Reading): Row => ({
  ...{ version: reading.version, petition: reading.petition, bureau: reading.bureau, stage: reading.stage },
  ...{ leader: reading.leader.account, leader_organ: reading.leader.organ },
  ...{ proposed_on: reading.proposedOn, wanted_by: reading.wantedBy, read_on: reading.readOn },
  ...{ moved_on: reading.movedOn, instructions: reading.instructions.length },
  // what an accusation says is sealed, its title too
  title_ref: reading.isAccusation ? '' : reading.summary.title.ref,
  erased_on: reading.erasedOn,
})

/** A letter for which no day was named lies among the others as if it were wanted within so many days: none is passed by for ever. */
const wantedWithinDays = 7

/** What waits lies by the day by which it is wanted, everything else by the day on which it last moved. */
const dayOf = ({ stage, wantedBy, proposedOn, movedOn }: Reading): string =>
  stage === 'proposed' ? (wantedBy ?? addDays(proposedOn, wantedWithinDays)) : movedOn

/**
 * Of the leader's office only the leader, and nobody there once the petition accuses somebody. Whoever it came to be kept from is no party any
 * more: row security would refuse the row, and with it what the other party does.
 */
function partyRows(reading: Reading): readonly Row[] {
  const { bureau, leader, stage, keptFrom, officials, withdrawn, isAccusation } = reading
  const seen = { stage, day: dayOf(reading), kept_from: keptFrom }
  const isKept = isAccusation || [...officials, ...withdrawn].includes(leader.account)
  return [
    { organ: bureau, part: 'bureau', account: null, officials, withdrawn: [], ...seen },
    ...(isKept
      ? []
      : [{ organ: leader.organ, part: 'leader', account: leader.account, officials, withdrawn, ...seen }]),
  ].filter(({ organ }) => !keptFrom.includes(organ))
}
