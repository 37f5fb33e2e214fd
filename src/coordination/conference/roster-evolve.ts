import type { RosterFact, RosterState, Seat } from './conference.ts'

/** What a fact changes. Throws on an impossible history. */
export function evolveRoster(state: RosterState, fact: RosterFact): RosterState {
  const { version, seats } = state ?? { version: 0, seats: [] }
  if (state !== null && state.conference !== fact.conference)
    throw new Error(`a fact of ${fact.conference} among those of ${state.conference}`)
  return { conference: fact.conference, version: version + 1, seats: changed(seats, fact) }
}

function changed(seats: readonly Seat[], fact: RosterFact): readonly Seat[] {
  switch (fact.type) {
    case 'MemberSeated': {
      const { ref, seat, organ, account, from, until } = fact
      if (seats.some((each) => each.ref === ref)) throw new Error(`seat ${ref} given twice`)
      return [...seats, { ref, seat, organ, account, from, until }]
    }
    case 'SeatEnded': {
      const at = seats.findIndex(({ ref }) => ref === fact.ref)
      const before = seats[at]
      if (!before) throw new Error(`no seat ${fact.ref}`)
      return seats.with(at, { ...before, until: fact.until })
    }
    default:
      throw new Error(`a fact nobody knows: ${(fact as { type: string }).type}`)
  }
}
