import type { Pool } from 'pg'
import type { PetitionNumber } from '../kernel/petition-number.ts'
import type { Viewer } from '../kernel/viewer.ts'
import type { Identify } from '../platform/http/credentials.ts'
import { Problem } from '../platform/http/problem.ts'
import { networkOf } from './network-address.ts'
import type { PetitionerKeys } from './petitioner-key.ts'
import { readOfPetition } from './scope.ts'
import type { Sessions } from './sessions.ts'

/** What is needed to say who a request comes from. */
export interface Identifying {
  readonly pool: Pool
  readonly sessions: Sessions
  readonly keys: PetitionerKeys
  readonly guard: KeyGuard
  /** The instant, ISO 8601 in UTC with milliseconds. */
  now(): string
}

/**
 * Says who a request comes from. A session that is over and a key that is wrong are nobody's. An address that has shown
 * too many wrong keys is refused before the next is looked at, right or not.
 */
export function identifier(house: Identifying): Identify {
  return async (credentials, address) => {
    if (credentials.kind === 'session') return staffBy(house, credentials.token)
    if (credentials.kind === 'petition') return petitionerBy(house, credentials, address)
    return anyone
  }
}

const anyone: Viewer = { kind: 'anyone' }

async function staffBy({ sessions, now }: Identifying, token: string): Promise<Viewer> {
  const session = await sessions.find(token, new Date(now()))
  if (session === null) return anyone
  const viewer: Viewer = { kind: 'staff', ...session }
  tokens.set(viewer, token)
  return viewer
}

/** Kept apart from the viewers, so that whoever writes a viewer down does not write down the key to their session. */
const tokens = new WeakMap<Viewer, string>()

/** The token of the session that a viewer came with; null for everybody else. */
export const tokenOf = (viewer: Viewer): string | null => tokens.get(viewer) ?? null

async function petitionerBy(
  { pool, keys, guard, now }: Identifying,
  { number, key }: { readonly number: PetitionNumber; readonly key: string },
  address: string,
): Promise<Viewer> {
  const at = Date.parse(now())
  const seconds = guard.shutFor(address, at)
  if (seconds > 0) throw new Problem('too-many-requests', { headers: { 'retry-after': String(seconds) } })
  const rows = await keysOf(pool, number)
  const digests = rows.map((row) => row.digest)
  const person = rows[keys.matches(key, digests)]?.person
  if (person !== undefined) return { kind: 'petitioner', petition: number, person }
  guard.failed(address, at)
  return anyone
}

const keysOf = (pool: Pool, number: PetitionNumber) =>
  readOfPetition<{ person: string; digest: Buffer }>(pool, number, {
    name: 'identity petition key',
    text: 'select person, digest from petition_key where stream_id = $1 order by person',
    values: [number],
  })

/**
 * Counts wrong keys by address. The wire's pace limiter stands before it and counts requests; a petitioner may follow their
 * petition all day, but nobody needs to be wrong all day.
 */
export interface KeyGuard {
  /** Seconds to wait, or 0. */
  shutFor(address: string, nowMs: number): number
  failed(address: string, nowMs: number): void
}

interface GuardLimits {
  readonly failures: number
  readonly withinMs: number
  /** Most addresses remembered; the one that began longest ago goes first. */
  readonly addresses: number
}

/** Thirty wrong keys in ten minutes are more than a person types; to find one of 10^16 takes longer. */
const usualGuard: GuardLimits = { failures: 30, withinMs: 600_000, addresses: 50_000 }

/** Counts in this process alone: several processes together are as patient as they are many. */
export function keyGuard({ failures, withinMs, addresses }: GuardLimits = usualGuard): KeyGuard {
  const seen = new Map<string, { count: number; readonly untilMs: number }>()
  return {
    shutFor(address, nowMs) {
      const known = seen.get(networkOf(address))
      if (known === undefined || known.untilMs <= nowMs || known.count < failures) return 0
      return Math.ceil((known.untilMs - nowMs) / 1000)
    },
    failed(address, nowMs) {
      const network = networkOf(address)
      const known = seen.get(network)
      if (known !== undefined && known.untilMs > nowMs) {
        known.count += 1
        return
      }
      seen.delete(network)
      if (seen.size >= addresses) seen.delete(seen.keys().next().value ?? '')
      seen.set(network, { count: 1, untilMs: nowMs + withinMs })
    },
  }
}
