/**
 * A dispute of the ledger as a line: where, of what kind and when it was found. One that became a petition is counted there and no more here,
 * one that was not there is not counted, and one that is kept from an organ or an official is never counted, so that no count tells of it.
 */
import type { AnyFact } from '../../engine/envelope.ts'
import type { Day } from '../../kernel/day.ts'
import type { Line, LineSource } from './line.ts'

/** What is read of the facts of the ledger. */
type Told = AnyFact &
  Partial<{
    readonly region: string
    readonly category: string
    readonly foundOn: Day
    readonly keptFrom: readonly string[]
    readonly officials: readonly string[]
    readonly holds: boolean
  }>

const joined = 'DisputePetitionJoined'
const notFound = 'DisputeNotFoundConfirmed'
const kept = 'DisputeKept'
const lookedAfter = 'DisputeFollowedUp'

function disputeLine(facts: readonly AnyFact[]): Line | null {
  const told = facts as readonly Told[]
  const recorded = told.find(({ type }) => type === 'DisputeRecorded')
  if (recorded?.region === undefined || recorded.category === undefined || recorded.foundOn === undefined) return null
  if (told.some(({ type }) => type === joined || type === notFound)) return null
  if (told.some(({ keptFrom = [], officials = [] }) => keptFrom.length + officials.length > 0)) return null
  const { region: place, category, foundOn } = recorded
  // a settlement that did not hold is the same matter again
  const again = told.some(({ type, holds }) => type === lookedAfter && holds === false)
  return { place, category, day: foundOn, source: 'dispute', again }
}

export const disputeLines: LineSource = {
  name: 'dispute',
  follows: ['DisputeRecorded', joined, notFound, kept, lookedAfter],
  owns: (stream) => stream.startsWith('dispute:'),
  line: disputeLine,
}
