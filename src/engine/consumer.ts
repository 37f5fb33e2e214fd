import type { ClientBase } from 'pg'
import { parseFact } from './chain.ts'
import type { Recorded } from './envelope.ts'
import { isPassing, sentenceOf } from './fault.ts'
import type { Pools } from './house.ts'
import { inTransaction } from './transaction.ts'

/** Somebody who reads every fact that it follows once, in the order in which their transactions began, after they have committed. */
export interface Consumer {
  /** The name of its checkpoint. Another name begins from the first fact. */
  readonly name: string
  /** Types of the facts that it reacts to; all, where it does not say. The others are passed over in the database, which costs next to nothing. */
  readonly follows?: readonly string[]
  /**
   * What it does about one fact. What it writes through `transaction` is kept with its checkpoint or not at all, so it
   * happens exactly once. What it does elsewhere (another `execute`, say) may happen twice, so that must be idempotent.
   * Whatever it throws stops this consumer at this fact, except that the database was away or asked to try again.
   */
  react(recorded: Recorded, transaction: ClientBase): Promise<void>
}

/** Where it stopped, and why. */
export interface Stop {
  readonly stream: string
  readonly version: number
  readonly fault: string
}

export type Advance =
  | { readonly kind: 'advanced'; readonly facts: number }
  /** Another process is at it. */
  | { readonly kind: 'taken' }
  | ({ readonly kind: 'stopped' } & Stop)

/** How far a consumer is behind. */
export interface Lag {
  readonly name: string
  /** Facts not yet read, counted up to 10 000. */
  readonly facts: number
  /** Seconds since the oldest of them was recorded; 0 when there is none. */
  readonly ageSeconds: number
  readonly stopped: Stop | null
}

/** Facts read in one transaction, unless told otherwise. */
export const batchSize = 500

/**
 * Reads and reacts to the next facts, at most `atMost`, in one transaction. Only facts of transactions older than every
 * running one are read: a transaction still open may yet commit a fact that belongs before those already there.
 * Throws when the database is away.
 */
export async function advance(pools: Pick<Pools, 'work'>, consumer: Consumer, atMost = batchSize): Promise<Advance> {
  try {
    return await inTransaction(pools.work, (client) => readOn(client, consumer, atMost))
  } catch (fault) {
    if (!(fault instanceof Failed) || isPassing(fault.cause)) throw fault
    if (fault.before > 0) return advance(pools, consumer, fault.before)
    return stop(pools, consumer, fault)
  }
}

/** Undoes the batch, and says how many facts before the failing one went well. */
class Failed extends Error {
  readonly before: number
  readonly stream: string
  readonly version: number

  constructor(before: number, row: EventRow, cause: unknown) {
    super(`a consumer failed at version ${row.version} of ${row.stream_id}`, { cause })
    this.before = before
    this.stream = row.stream_id
    this.version = row.version
  }
}

/** An advisory lock, not a row lock: a look that finds nothing then writes nothing, and costs no flush to disk. */
async function readOn(client: ClientBase, consumer: Consumer, atMost: number): Promise<Advance> {
  const lock = await client.query(takeLock, [consumer.name])
  if (!lock.rows[0].free) return { kind: 'taken' }
  const mark = (await client.query(openMark, [consumer.name])).rows[0] ?? { xid: '0', seq: '0', stream: null }
  if (mark.stream !== null) return { kind: 'stopped', stream: mark.stream, version: mark.version, fault: mark.fault }
  const { rows } = await client.query<EventRow>(nextFacts, [mark.xid, mark.seq, atMost, consumer.follows ?? null])
  const last = rows.at(-1)
  if (last === undefined) return { kind: 'advanced', facts: 0 }
  const followed = rows.some(({ fact }) => fact !== null)
  for (const [before, row] of rows.entries()) await reactTo(client, consumer, row, before)
  await client.query(followed ? moveMark : passOver, [consumer.name, last.xid, last.seq])
  return { kind: 'advanced', facts: rows.length }
}

/** The lock is taken in a statement of its own: a snapshot taken before it could show a checkpoint that has moved. */
const takeLock = "select pg_try_advisory_xact_lock(hashtextextended('xinqiao consumer ' || $1, 0)) as free"

const openMark = `select xid, seq, stopped_stream as stream, stopped_version as version, fault
  from consumer where name = $1`

const moveMark = `insert into consumer (name, xid, seq) values ($1, $2, $3)
  on conflict (name) do update set xid = excluded.xid, seq = excluded.seq`

/** The same where nothing was done: with the mark nothing would be lost but having passed over these, so no disk is waited for. */
const passOver = `with unhurried as (select set_config('synchronous_commit', 'off', true))
  insert into consumer (name, xid, seq) select $1, $2::xid8, $3::bigint from unhurried
  on conflict (name) do update set xid = excluded.xid, seq = excluded.seq`

const nextFacts = {
  name: 'engine next facts',
  text: `select stream_id, version, case when $4::text[] is null or type = any ($4) then fact end as fact, xid, seq from event
    where (xid, seq) > ($1::xid8, $2::bigint) and xid < pg_snapshot_xmin(pg_current_snapshot())
    order by xid, seq limit $3`,
}

interface EventRow {
  readonly stream_id: string
  readonly version: number
  /** Null for one that the consumer does not follow. */
  readonly fact: string | null
  readonly xid: string
  readonly seq: string
}

async function reactTo(client: ClientBase, consumer: Consumer, row: EventRow, before: number): Promise<void> {
  if (row.fact === null) return
  try {
    await consumer.react(parseFact(row.fact), client)
  } catch (fault) {
    throw new Failed(before, row, fault)
  }
}

async function stop(
  { work }: Pick<Pools, 'work'>,
  { name }: Consumer,
  { stream, version, cause }: Failed,
): Promise<Advance> {
  const fault = sentenceOf(cause)
  await work.query(
    `insert into consumer (name, stopped_at, stopped_stream, stopped_version, fault) values ($1, now(), $2, $3, $4)
      on conflict (name) do update set stopped_at = excluded.stopped_at, stopped_stream = excluded.stopped_stream,
        stopped_version = excluded.stopped_version, fault = excluded.fault`,
    [name, stream, version, fault],
  )
  return { kind: 'stopped', stream, version, fault }
}

/** Lets a stopped consumer try the same fact again, once somebody has seen to it. */
export async function resume(pools: Pick<Pools, 'work'>, name: string): Promise<void> {
  await pools.work.query(
    `update consumer set stopped_at = null, stopped_stream = null, stopped_version = null, fault = null where name = $1`,
    [name],
  )
}

/** From the mark on in the index: joined with the mark instead, every fact of the house would be looked at. */
export const lagStatement = `with mark as (
    select xid, seq, stopped_stream, stopped_version, fault from consumer where name = $1
    union all select '0'::xid8, 0, null, null, null where not exists (select from consumer where name = $1)
  ), waiting as (
    select recorded_at from event where (xid, seq) > ((select xid from mark), (select seq from mark))
    order by xid, seq limit 10000
  )
  select stopped_stream as stream, stopped_version as version, fault,
    (select count(*)::integer from waiting) as facts,
    coalesce((select greatest(0, extract(epoch from now() - min(recorded_at))) from waiting), 0)::float8 as age
  from mark`

export async function lagOf({ work }: Pick<Pools, 'work'>, name: string): Promise<Lag> {
  const { rows } = await work.query(lagStatement, [name])
  const { stream, version, fault, facts, age } = rows[0]
  return { name, facts, ageSeconds: age, stopped: stream === null ? null : { stream, version, fault } }
}
