import { createHmac } from 'node:crypto'
import type { Pool } from 'pg'
import { type KeyVault, subkey } from './keyring.ts'

/** By what attempts are counted, and why each: docs/adr/0013. */
export type AttemptScope =
  /** A browser in which the person has signed in before. */
  | 'browser'
  /** A login, whether it exists or not, as tried from one network. */
  | 'account-at-address'
  /** The same login as tried by all strangers together. */
  | 'account'
  /** A network, whatever it tries. */
  | 'address'
  /** The second step of a login whose password a stranger has shown to know. */
  | 'code'
  /** A petition whose key is tried, as tried from one network (`key-guard.ts`). */
  | 'petition'
  /** A network, whatever petitions it tries keys of. */
  | 'network'

/** One counter: what is counted, and who. */
export type Counter = readonly [scope: AttemptScope, who: string]

interface Patience {
  /** Failures before the door shuts. */
  readonly failures: number
  /** How long it shuts the first time; each further failure doubles it. */
  readonly lockMs: number
  readonly mostMs: number
}

/**
 * An office of many people often has one address, so it gets more patience. A login as tried from everywhere is never shut
 * for long: that would let anybody keep its owner out. Five minutes between guesses are three hundred a day.
 * A petitioner's key has 53 random bits: ten wrong ones are more than a person types, and a network is only slowed, because a
 * carrier has but one.
 */
const patience: Readonly<Record<AttemptScope, Patience>> = {
  browser: { failures: 5, lockMs: 60_000, mostMs: 1_800_000 },
  'account-at-address': { failures: 5, lockMs: 60_000, mostMs: 1_800_000 },
  account: { failures: 20, lockMs: 15_000, mostMs: 300_000 },
  address: { failures: 40, lockMs: 60_000, mostMs: 600_000 },
  code: { failures: 10, lockMs: 60_000, mostMs: 1_800_000 },
  petition: { failures: 10, lockMs: 60_000, mostMs: 600_000 },
  network: { failures: 300, lockMs: 30_000, mostMs: 60_000 },
}
const forgottenAfterMs = 3_600_000

/** Counts who tries to get in. Who it was is kept as a digest under a key that is not in the database. */
export interface LoginAttempts {
  /**
   * Counts an attempt before it is made, so that a hundred at once are not all the first. Returns for how long the door is
   * shut, or 0 when it is open; an attempt at a shut door is not counted.
   */
  begin(scope: AttemptScope, who: string, now: Date): Promise<number>
  /** The attempt was none: it was the person, or it was never looked at. */
  undo(scope: AttemptScope, who: string): Promise<void>
  /** All is forgotten: the person has shown who they are. */
  forget(scope: AttemptScope, who: string): Promise<void>
  /** How each of these stands, without counting anything: failures that still count, and for how long the door is shut. */
  standing(of: readonly (readonly [AttemptScope, string])[], now: Date): Promise<readonly Standing[]>
  /** Removes what no longer counts. */
  sweep(now: Date): Promise<void>
}

export interface Standing {
  readonly failures: number
  readonly lockedMs: number
}

const unheardOf: Standing = { failures: 0, lockedMs: 0 }

export async function loginAttempts(pool: Pool, vault: KeyVault): Promise<LoginAttempts> {
  const key = subkey(await vault.sessionKey(), 'login attempt')
  const digestOf = (scope: AttemptScope, who: string): Buffer =>
    createHmac('sha256', key).update(`${scope}\n${who}`).digest()
  return {
    async begin(scope, who, now) {
      const digest = digestOf(scope, who)
      const { failures, lockMs, mostMs } = patience[scope]
      const { rowCount } = await pool.query({
        name: 'identity count attempt',
        text: countAttempt,
        values: [scope, digest, now, new Date(now.getTime() - forgottenAfterMs), failures, lockMs, mostMs],
      })
      if (rowCount === 1) return 0
      const { rows } = await pool.query<{ locked_until: Date | null }>(
        'select locked_until from login_attempt where scope = $1 and digest = $2',
        [scope, digest],
      )
      return Math.max(1, (rows[0]?.locked_until?.getTime() ?? 0) - now.getTime())
    },
    async undo(scope, who) {
      await pool.query(
        `update login_attempt set failures = greatest(failures - 1, 0),
            locked_until = case when failures > $3 then locked_until end
          where scope = $1 and digest = $2`,
        [scope, digestOf(scope, who), patience[scope].failures],
      )
    },
    async forget(scope, who) {
      await pool.query('delete from login_attempt where scope = $1 and digest = $2', [scope, digestOf(scope, who)])
    },
    async standing(of, now) {
      const digests = of.map(([scope, who]) => digestOf(scope, who))
      const { rows } = await pool.query<{ digest: Buffer; failures: number; locked_until: Date | null }>({
        name: 'identity standing of attempts',
        text: 'select digest, failures, locked_until from login_attempt where digest = any($1) and last_at >= $2',
        values: [digests, new Date(now.getTime() - forgottenAfterMs)],
      })
      return digests.map((digest) => {
        const known = rows.find((row) => row.digest.equals(digest))
        if (known === undefined) return unheardOf
        return { failures: known.failures, lockedMs: Math.max(0, (known.locked_until?.getTime() ?? 0) - now.getTime()) }
      })
    },
    async sweep(now) {
      await pool.query('delete from login_attempt where last_at < $1 and coalesce(locked_until, last_at) < $2', [
        new Date(now.getTime() - forgottenAfterMs),
        now,
      ])
    },
  }
}

/** One statement, so that of attempts at once each gets its own number. No row comes back from a shut door. */
const countAttempt = `
  insert into login_attempt as known (scope, digest, failures, last_at) values ($1, $2, 1, $3)
  on conflict (scope, digest) do update set (failures, locked_until, last_at) = (
    select next, case when next >= $5 then
        $3::timestamptz + least($6::float8 * 2 ^ least(next - $5::int, 20), $7::float8) * interval '1 millisecond' end, $3
      from (select case when known.last_at < $4 then 1 else known.failures + 1 end as next) as counted)
  where known.locked_until is null or known.locked_until <= $3
  returning failures`
