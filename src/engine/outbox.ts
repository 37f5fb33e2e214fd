import type { ClientBase } from 'pg'
import type { Json } from './envelope.ts'
import { isPassing, sentenceOf } from './fault.ts'
import type { House, Pools } from './house.ts'
import { keepDoing, type Pace, type Running } from './loop.ts'
import { inTransaction } from './transaction.ts'

/** A piece of work on its way from the outbox to a queue. */
export interface Posted {
  /** UUID; the queue must take the same id only once. */
  readonly id: string
  readonly stream: string
  readonly payload: Json
  /** Not before then; null for at once. */
  readonly startAfter: Date | null
}

/** Where the work goes. What it writes through `transaction` is kept with the mark in the outbox or not at all. */
export interface JobQueue {
  /** Throws when there is no queue of that kind. */
  put(kind: string, jobs: readonly Posted[], transaction: ClientBase): Promise<void>
}

/** What waits in the outbox. */
export interface Waiting {
  readonly jobs: number
  /** Seconds since the oldest was posted; 0 when there is none. */
  readonly ageSeconds: number
  /** Those that failed at least once, by kind, with what was said last. */
  readonly failing: readonly { readonly kind: string; readonly jobs: number; readonly fault: string }[]
}

const batchSize = 200
const longestRetrySeconds = 600

/**
 * Hands waiting jobs to the queue, at most `atMost`, and marks them, in one transaction. A kind that the queue refuses
 * is tried again later, ever more rarely, and holds up no other. Returns how many were handed over and how many failed.
 */
export async function relay(
  pools: Pick<Pools, 'work'>,
  queue: JobQueue,
  atMost = batchSize,
): Promise<{ readonly relayed: number; readonly failed: number }> {
  return inTransaction(pools.work, async (client) => {
    const { rows } = await client.query<PostedRow>(nextJobs, [atMost])
    let relayed = 0
    for (const [kind, jobs] of Map.groupBy(rows, (row) => row.kind)) {
      if (await handOver(client, queue, kind, jobs)) relayed += jobs.length
    }
    return { relayed, failed: rows.length - relayed }
  })
}

interface PostedRow {
  readonly stream_id: string
  readonly id: string
  readonly kind: string
  readonly payload: Json
  readonly start_after: Date | null
}

/** Locks what it takes and skips what another relay has taken. */
const nextJobs = `select stream_id, id, kind, payload, start_after from outbox
  where relayed_at is null and retry_at <= now() order by retry_at, created_at limit $1 for update skip locked`

async function handOver(
  client: ClientBase,
  queue: JobQueue,
  kind: string,
  rows: readonly PostedRow[],
): Promise<boolean> {
  await client.query('savepoint kind')
  try {
    await queue.put(kind, rows.map(postedOf), client)
    await mark(client, rows, 'relayed_at = now(), fault = null')
    return true
  } catch (fault) {
    await client.query('rollback to savepoint kind')
    if (isPassing(fault)) throw fault
    const wait = `least(${longestRetrySeconds}, 2 ^ least(attempts, 20))`
    await mark(client, rows, `attempts = attempts + 1, retry_at = now() + ${wait} * interval '1 second', fault = $3`, [
      sentenceOf(fault),
    ])
    return false
  }
}

const postedOf = ({ id, stream_id, payload, start_after }: PostedRow): Posted => ({
  id,
  stream: stream_id,
  payload,
  startAfter: start_after,
})

async function mark(
  client: ClientBase,
  rows: readonly PostedRow[],
  set: string,
  values: readonly string[] = [],
): Promise<void> {
  await client.query(
    `update outbox set ${set} from unnest($1::text[], $2::uuid[]) as done (stream_id, id)
      where outbox.stream_id = done.stream_id and outbox.id = done.id`,
    [rows.map((row) => row.stream_id), rows.map((row) => row.id), ...values],
  )
}

export async function waitingIn({ work }: Pick<Pools, 'work'>): Promise<Waiting> {
  const { rows: all } = await work.query(
    `select count(*)::integer as jobs, coalesce(extract(epoch from now() - min(created_at)), 0)::float8 as age
      from outbox where relayed_at is null`,
  )
  const { rows: failing } = await work.query(
    `select kind, count(*)::integer as jobs, max(fault) as fault from outbox
      where relayed_at is null and attempts > 0 group by kind order by kind`,
  )
  return { jobs: all[0].jobs, ageSeconds: Math.max(0, all[0].age), failing }
}

/** Forgets jobs that were handed over before the instant. Returns how many. */
export async function forgetRelayed({ work }: Pick<Pools, 'work'>, before: Date): Promise<number> {
  const { rowCount } = await work.query('delete from outbox where relayed_at < $1', [before])
  return rowCount ?? 0
}

/** Hands over what is posted, until stopped. */
export function keepRelaying(house: Pick<House, 'work' | 'bell'>, queue: JobQueue, pace: Pace): Running {
  const once = async (): Promise<boolean> => (await relay(house, queue)).relayed === batchSize
  return keepDoing(house, [{ name: 'relay', once }], pace)
}
