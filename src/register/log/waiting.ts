import type { Pool } from 'pg'

/** Facts that have no place in the log yet, counted up to 10,000, and how long the oldest has been waiting. */
export interface Waiting {
  readonly facts: number
  readonly ageSeconds: number
}

/** Asked as the house itself: how many there are is nobody's secret, which they are is. */
export async function waitingFor(work: Pool): Promise<Waiting> {
  const { rows } = await work.query<{ facts: number; age: number }>({
    name: 'register waiting',
    text: `with waiting as (
        select e.recorded_at from event e
        where (e.xid, e.seq) > ((select xid from register_log), (select seq from register_log))
        order by e.xid, e.seq limit 10000
      )
      select count(*)::integer as facts,
        coalesce(greatest(0, extract(epoch from now() - min(recorded_at))), 0)::float8 as age
      from waiting`,
  })
  return { facts: rows[0]?.facts ?? 0, ageSeconds: rows[0]?.age ?? 0 }
}
