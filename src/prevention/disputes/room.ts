import { createHash, randomBytes } from 'node:crypto'
import type { Room } from '../../engine/room.ts'
import type { DisputeFact, DisputeState } from './dispute.ts'
import { evolve } from './evolve.ts'
import { disputeRows, disputeTables } from './tables.ts'

/** How the engine keeps disputes: a stream's id is drawn at random and says nothing. */
export const disputeRoom: Room<DisputeState, DisputeFact> = {
  name: 'dispute',
  initial: null,
  evolve,
  rows: disputeRows,
  tables: disputeTables,
  content: (state) => (state?.erasedOn ? 'erased' : 'kept'),
}

/** What is said of a dispute in an address: its stream without the name of the room. */
export const idOf = (stream: string): string => stream.slice(disputeRoom.name.length + 1)
export const streamOf = (dispute: string): string => `${disputeRoom.name}:${dispute}`

const idBytes = 16
export const newStream = (): string => streamOf(randomBytes(idBytes).toString('base64url'))

/** Follows from what the phone drew, and from whose phone: sent twice it is one stream, and nobody guesses that of another. */
export function streamOfEntry(account: string, entry: string): string {
  const digest = createHash('sha256')
    .update(JSON.stringify(['dispute', account, entry]))
    .digest()
  return streamOf(digest.subarray(0, idBytes).toString('base64url'))
}
