import type { Room } from '../../engine/room.ts'
import type { ItemFact, ItemState, MeetingFact, MeetingState, RosterFact, RosterState } from './conference.ts'
import { evolveItem } from './item-evolve.ts'
import { evolveMeeting } from './meeting-evolve.ts'
import { evolveRoster } from './roster-evolve.ts'
import { itemRows, itemTables, meetingRows, meetingTables, rosterRows, rosterTables } from './tables.ts'

/** How the engine keeps who sits in a conference: a stream for each. */
export const rosterRoom: Room<RosterState, RosterFact> = {
  ...{ name: 'conference', initial: null, evolve: evolveRoster, rows: rosterRows, tables: rosterTables },
}

/** How it keeps items and meetings: their ids are drawn at random and say nothing. */
export const itemRoom: Room<ItemState, ItemFact> = {
  ...{ name: 'item', initial: null, evolve: evolveItem, rows: itemRows, tables: itemTables },
  content: (state) => (state?.erasedOn ? 'erased' : 'kept'),
}
export const meetingRoom: Room<MeetingState, MeetingFact> = {
  ...{ name: 'meeting', initial: null, evolve: evolveMeeting, rows: meetingRows, tables: meetingTables },
}

/** What is said of one in an address: its stream without the name of the room. */
export const idOf = (stream: string): string => stream.slice(stream.indexOf(':') + 1)
export const itemStream = (item: string): string => `${itemRoom.name}:${item}`
export const meetingStream = (meeting: string): string => `${meetingRoom.name}:${meeting}`
