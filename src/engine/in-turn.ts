/** One process at a time, of however many serve one database: a turn is a lock that goes with the session, so whoever dies holds up nobody. */
import type { Pool, PoolClient } from 'pg'

/**
 * Does something while nobody else does it under the same name; says with `taken` that somebody is at it. The session is watched meanwhile:
 * a database that goes away takes the turn with it and not the process, and a session that was lost is not used again.
 */
export async function inTurn<T>(
  pool: Pool,
  name: string,
  act: (session: PoolClient) => Promise<T>,
): Promise<{ readonly isTaken: true } | { readonly isTaken: false; readonly value: T }> {
  const session = await pool.connect()
  let lost: Error | undefined
  const lose = (fault: Error): void => {
    lost = fault
  }
  session.on('error', lose)
  try {
    const { rows } = await session.query(`select pg_try_advisory_lock(hashtextextended($1, 0)) as free`, [turnOf(name)])
    if (!rows[0].free) return { isTaken: true }
    try {
      return { isTaken: false, value: await act(session) }
    } finally {
      if (!lost) await session.query(`select pg_advisory_unlock(hashtextextended($1, 0))`, [turnOf(name)])
    }
  } finally {
    session.off('error', lose)
    session.release(lost)
  }
}

const turnOf = (name: string): string => `xinqiao ${name}`
