import { createHash } from 'node:crypto'
import type { Room } from '../../engine/room.ts'
import { evolve } from './evolve.ts'
import type { SuggestionFact, SuggestionState } from './suggestion.ts'
import { suggestionRows, suggestionTables } from './tables.ts'

/** How the engine keeps what becomes of suggestions. */
export const suggestionRoom: Room<SuggestionState, SuggestionFact> = {
  name: 'suggestion',
  initial: null,
  evolve,
  rows: suggestionRows,
  tables: suggestionTables,
  content: (state) => (state?.erasedOn ? 'erased' : 'kept'),
}

export const idOf = (stream: string): string => stream.slice(suggestionRoom.name.length + 1)
export const streamOf = (suggestion: string): string => `${suggestionRoom.name}:${suggestion}`

const idBytes = 16

/** Follows from the petition, so that following it twice follows it once. */
export function streamOfPetition(petition: string): string {
  const digest = createHash('sha256')
    .update(JSON.stringify(['suggestion', petition]))
    .digest()
  return streamOf(digest.subarray(0, idBytes).toString('base64url'))
}
