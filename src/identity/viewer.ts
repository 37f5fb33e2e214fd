import type { Pool } from 'pg'
import type { PetitionNumber } from '../kernel/petition-number.ts'
import type { PetitionerKey } from '../kernel/petitioner-key.ts'
import type { Viewer } from '../kernel/viewer.ts'
import type { Identify } from '../platform/http/credentials.ts'
import { Problem } from '../platform/http/problem.ts'
import type { KeyGuard } from './key-guard.ts'
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
 * Says who a request comes from. A session that is over and a key that is wrong are nobody's. A network that has shown too
 * many wrong keys of one petition is refused before the next is looked at, right or not.
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
  { number, key }: { readonly number: PetitionNumber; readonly key: PetitionerKey },
  address: string,
): Promise<Viewer> {
  const trying = { address, number }
  const at = new Date(now())
  const [{ shutSeconds, hasFailed }, issued] = await Promise.all([guard.standing(trying, at), keysOf(pool, number)])
  if (shutSeconds > 0) throw new Problem('too-many-requests', { headers: { 'retry-after': String(shutSeconds) } })
  const digests = issued.map((row) => row.digest)
  const person = issued[keys.matches(key, digests)]?.person
  if (person === undefined) {
    await guard.failed(trying, at)
    return anyone
  }
  if (hasFailed) await guard.clear(trying)
  return { kind: 'petitioner', petition: number, person }
}

const keysOf = (pool: Pool, number: PetitionNumber) =>
  readOfPetition<{ person: string; digest: Buffer }>(pool, number, {
    name: 'identity petition key',
    text: 'select person, digest from petition_key where stream_id = $1 order by person',
    values: [number],
  })
