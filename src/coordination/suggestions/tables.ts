/** The read models of suggestions: rows derived from the folded state, so that they can be compared and remade. */
import type { Row, RowSet } from '../../engine/room.ts'
import type { Suggestion, SuggestionState } from './suggestion.ts'

export const suggestionTables = {
  suggestion: { key: [] },
  suggestion_change: { key: ['ref'] },
} as const

export function suggestionRows(state: SuggestionState): RowSet {
  if (state === null) return {}
  return { suggestion: [suggestionRow(state)], suggestion_change: changeRows(state) }
}

function suggestionRow(suggestion: Suggestion): Row {
  const { version, petition, call, receivedOn, stage, adoption, answeredOn, movedOn, ending, rewards, changes } =
    suggestion
  return {
    ...{ version, petition, received_on: receivedOn, stage, adoption, answered_on: answeredOn, moved_on: movedOn },
    // what is no suggestion after all is counted with none
    call: ending === 'reclassified' ? null : call,
    waits:
      stage === 'answered' &&
      (rewards.some((one) => one.stage === 'proposed') || changes.some((one) => one.stage === 'drafted')),
    told: toldPieces(suggestion),
  }
}

/** Of all that is written here the petitioner reads what reward was approved for them. What changed everybody reads. */
const toldPieces = ({ rewards }: Suggestion): readonly string[] =>
  rewards.filter(({ stage }) => stage === 'approved' || stage === 'given').map(({ what }) => what.ref)

/** Only what is in public now. What was erased, and what is no suggestion any more, is in public no longer. */
const changeRows = ({ changes, call, erasedOn, ending }: Suggestion): readonly Row[] =>
  erasedOn !== null || ending === 'reclassified'
    ? []
    : changes
        .filter(({ stage }) => stage === 'published')
        .map(({ ref, organ, title, text, publishedOn }) => ({
          ...{ ref, call, organ, title_ref: title.ref, text_ref: text.ref, published_on: publishedOn },
        }))
