/** Sight of a petition, given and ended by the house for the rooms in which organs lead or work together (docs/adr/0042). */
import type { Day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import type { PetitionNumber } from '../kernel/petition-number.ts'
import { ok, type Result } from '../kernel/result.ts'
import { type CommandRefusal, commandPetition } from './commanding.ts'
import type { PetitionHouse } from './house.ts'
import type { SightCause } from './sharing/words.ts'

export interface SightGiven {
  readonly number: PetitionNumber
  readonly with: OrganId
  /** Only these accounts of the organ, which must hold a post there; null for everybody in it. */
  readonly accounts: readonly string[] | null
  readonly because: SightCause
  /** The last day on which it holds; null until it is ended. */
  readonly until: Day | null
}

/**
 * Shows a petition to an organ that has no part in it. Asking again changes what was given for the same cause, or nothing. Refused for
 * whoever must not learn of the matter; for a petition that the organ has a part in anyway it changes nothing that they see.
 */
export async function shareSight(house: PetitionHouse, given: SightGiven): Promise<Result<void, CommandRefusal>> {
  const { number, ...body } = given
  return done(await commandPetition(house, { number, type: 'ShareSight', body, viewer: sharing }))
}

/** Ends what was given for a cause: to one organ, or to all. Ending what has ended is no refusal. */
export async function endSight(
  house: PetitionHouse,
  ended: { readonly number: PetitionNumber; readonly because: SightCause; readonly with?: OrganId },
): Promise<Result<void, CommandRefusal>> {
  const { number, because } = ended
  const body = { because, with: ended.with ?? null }
  return done(await commandPetition(house, { number, type: 'EndSight', body, viewer: sharing }))
}

const sharing = { kind: 'system', task: 'sharing' } as const

const done = (executed: Result<unknown, CommandRefusal>): Result<void, CommandRefusal> =>
  executed.ok ? ok(undefined) : executed
