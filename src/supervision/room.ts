import type { Room } from '../engine/room.ts'
import { evolve } from './evolve.ts'
import type { MatterState, Subject, SupervisionFact } from './supervision.ts'
import { supervisionRows, supervisionTables } from './tables.ts'

/** How the engine keeps matters under supervision. */
export const supervisionRoom: Room<MatterState, SupervisionFact> = {
  name: 'supervision',
  initial: null,
  evolve,
  rows: supervisionRows,
  tables: supervisionTables,
  content: (state) => (state?.erasedOn ? 'erased' : 'kept'),
}

/** What is said of a matter in an address: its stream without the name of the room. */
export const matterOf = (stream: string): string => stream.slice(supervisionRoom.name.length + 1)
export const streamOfMatter = (matter: string): string => `${supervisionRoom.name}:${matter}`

/**
 * The one stream of a petition or a proposal, so that whoever wants to supervise it a second time meets the first. A topic has one for
 * each time that it is opened, by an id that is drawn.
 */
export const streamOfSubject = (subject: Exclude<Subject, { kind: 'topic' }>): string =>
  streamOfMatter(subject.kind === 'petition' ? subject.petition : subject.proposal)
