/**
 * A dispute of the ledger as a line: where, of what kind and when it was found. One that became a petition is counted there and no more here,
 * one that was not there is not counted, and one that is kept from an organ or an official is never counted, so that no count tells of it.
 */
import type { AnyFact } from '../../engine/envelope.ts'
import type { DisputeFact, DisputeFactType } from '../disputes/dispute.ts'
import { disputeRoom } from '../disputes/room.ts'
import type { Line, LineSource } from './line.ts'

const followed: readonly DisputeFactType[] = [
  ...(['DisputeRecorded', 'DisputePetitionJoined', 'DisputeNotFoundConfirmed', 'DisputeKept'] as const),
  'DisputeFollowedUp',
]

function disputeLine(facts: readonly AnyFact[]): Line | null {
  const told = facts as readonly DisputeFact[]
  const recorded = told.find((fact) => fact.type === 'DisputeRecorded')
  if (recorded === undefined) return null
  if (told.some(({ type }) => type === 'DisputePetitionJoined' || type === 'DisputeNotFoundConfirmed')) return null
  if (told.some((fact) => 'keptFrom' in fact && fact.keptFrom.length + fact.officials.length > 0)) return null
  const { region: place, category, foundOn } = recorded
  // a settlement that did not hold is the same matter again
  const again = told.some((fact) => fact.type === 'DisputeFollowedUp' && !fact.holds)
  return { place, category, day: foundOn, source: 'dispute', again }
}

export const disputeLines: LineSource = {
  name: 'dispute',
  follows: followed,
  owns: (stream) => stream.startsWith(`${disputeRoom.name}:`),
  line: disputeLine,
}
