import type { ClientBase } from 'pg'
import { entryLabel } from '../../proof/entry.ts'

/** Facts that are given their place in one statement. */
export const sequencedAtOnce = 4096

/**
 * Gives the next facts their places, in the order in which their transactions began and after these have committed, without a
 * gap. Returns how many. The caller holds the lock of the log; whoever is interrupted has given none.
 */
export async function givePlaces(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ given: number }>({ ...statement, values: [Buffer.from(entryLabel)] })
  return rows[0]?.given ?? 0
}

/**
 * The mark as two values, not as a row to join with: so the next facts are found along their index, however many there are before.
 * All inside the database: a fact's entry is made of its salt and hash alone (src/proof/entry.ts). `xid < xmin` as for every
 * reader (src/engine/consumer.ts): a transaction still open may yet commit a fact that belongs before those already there.
 */
const statement = {
  name: 'register give places',
  text: `with log as (
      select size, xid, seq from register_log where name = 'log'
    ), next as (
      select e.stream_id, e.version, e.salt, e.hash, e.xid, e.seq, row_number() over (order by e.xid, e.seq) as place
      from (select e.* from event e where (e.xid, e.seq) > ((select xid from log), (select seq from log))
        and e.xid < pg_snapshot_xmin(pg_current_snapshot()) order by e.xid, e.seq limit ${sequencedAtOnce}) e
    ), leaves as (
      insert into leaf (stream_id, version, position) select stream_id, version, log.size + place - 1 from next, log
    ), entries as (
      insert into log_entry (position, entry)
      select log.size + place - 1, sha256($1::bytea || salt || hash) from next, log
    ), moved as (
      update register_log set size = register_log.size + ended.count, xid = ended.xid, seq = ended.seq
      from (select xid, seq, place as count from next order by place desc limit 1) ended
      where register_log.name = 'log'
    )
    select count(*)::integer as given from next`,
} as const
