/** What the machine can do at all, measured in the same run: a figure means something only beside it. */
import { randomFillSync } from 'node:crypto'
import type { Pool } from 'pg'
import { type Round, repeat } from './figures.ts'

/** What one registration leaves in the tables. */
export interface Weight {
  readonly rows: number
  readonly bytes: number
}

/** The tables that a registration writes. */
const written = [
  'event',
  'sealed',
  'petition',
  'petition_organ',
  'petition_clock',
  'blind_index',
  'petition_key',
  'outbox',
  'idempotency',
] as const

/** Rows and bytes that registrations have left so far; the difference of two of these is what those between have left. */
export async function weighAll(owner: Pool): Promise<Weight> {
  const parts = written.map(
    (table) => `select count(*) as rows, coalesce(sum(pg_column_size(t.*)), 0) as bytes from ${table} t`,
  )
  const { rows } = await owner.query(
    `select sum(rows)::bigint as rows, sum(bytes)::bigint as bytes from (${parts.join(' union all ')}) all_tables`,
  )
  return { rows: rows[0].rows, bytes: rows[0].bytes }
}

export async function makeFloor(owner: Pool): Promise<void> {
  await owner.query(`create table if not exists bench_floor (stream_id text, place int, bytes bytea, primary key (stream_id, place));
    grant select, insert on bench_floor to xinqiao_app`)
}

let made = 0

/** As many rows with as many bytes as a registration has, in one statement and one commit, on one table without other indexes. */
export function bareInserts(app: Pool, { rows, bytes }: Weight, abreast: number, forMs: number): Promise<Round> {
  const each = Math.max(1, Math.round(bytes / rows))
  const places = Array.from({ length: Math.round(rows) }, (_, place) => place)
  const content = Buffer.alloc(each)
  return repeat(abreast, forMs, () => {
    randomFillSync(content)
    return app.query({
      name: 'bench floor',
      text: 'insert into bench_floor (stream_id, place, bytes) select $1, place, $3 from unnest($2::int[]) as place',
      values: [`${process.pid}-${++made}`, places, content],
    })
  })
}

/** One row of one petition by its primary key. */
export function bareReads(app: Pool, numbers: readonly string[], abreast: number, forMs: number): Promise<Round> {
  let at = 0
  return repeat(abreast, forMs, () =>
    app.query({
      name: 'bench read',
      text: 'select * from petition where stream_id = $1',
      values: [numbers[at++ % numbers.length]],
    }),
  )
}

/** Every fact once, a thousand at a time, looking at none: what `fsck` cannot be quicker than. Seconds. */
export async function readAllFacts(work: Pool): Promise<number> {
  const began = performance.now()
  for (let stream = '', version = 0; ; ) {
    const { rows } = await work.query({
      name: 'bench facts',
      text: `select stream_id, version, type, fact, hash, recorded_at from event
        where (stream_id, version) > ($1, $2) order by stream_id, version limit 1000`,
      values: [stream, version],
    })
    const last = rows.at(-1)
    if (last === undefined) return (performance.now() - began) / 1000
    stream = last.stream_id
    version = last.version
  }
}
