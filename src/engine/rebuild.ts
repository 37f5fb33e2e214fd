import type { ClientBase } from 'pg'
import { parseFact } from './chain.ts'
import { compareRows, type RowError } from './comparison.ts'
import { isPassing } from './fault.ts'
import type { Statement } from './flight.ts'
import { inspect, tablesOfRooms } from './fsck.ts'
import { fold } from './history.ts'
import type { Pools } from './house.ts'
import { type Change, statementsFor, type Table } from './read-model.ts'
import type { Row, RowSet } from './room.ts'
import { inTransaction } from './transaction.ts'
import { type AnyRoom, type FactError, ownerOf } from './walk.ts'

export interface Rebuilt {
  readonly streams: number
  /** Rows that had to be written or removed. */
  readonly rows: number
  /** Streams whose facts are not sound; their rows were left as they are. */
  readonly broken: readonly FactError[]
}

/**
 * Makes the read models what the facts say, writing only what differs, while the house goes on; after a release that
 * derives other rows, or when `fsck` found one that is wrong. Each stream is a transaction of its own.
 */
export async function rebuild(pools: Pick<Pools, 'work'>, rooms: readonly AnyRoom[]): Promise<Rebuilt> {
  const tables = await tablesOfRooms(pools.work, rooms)
  const broken: FactError[] = []
  let [streams, rows] = [0, 0]
  await inTransaction(pools.work, async (client) => {
    for await (const { walked, rowErrors } of inspect(client, rooms, tables)) {
      streams += walked.length
      broken.push(...walked.flatMap(({ error }) => (error ? [error] : [])))
      for (const stream of new Set(rowErrors.map((error) => error.stream))) {
        rows += await rebuildStream(pools, ownerOf(rooms, stream), tables, stream)
      }
    }
  })
  return { streams, rows, broken }
}

/** How often a stream is tried. An attempt takes milliseconds; no real petition is acted on as often as this. */
const mostAttempts = 100

async function rebuildStream(
  pools: Pick<Pools, 'work'>,
  room: AnyRoom | undefined,
  tables: readonly Table[],
  stream: string,
): Promise<number> {
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    try {
      return await inTransaction(pools.work, (client) => putRight(client, room, tables, stream))
    } catch (fault) {
      if (!(fault instanceof Overtaken || isPassing(fault))) throw fault
    }
  }
  throw new Error(`${stream} changes faster than it can be rebuilt`)
}

/** A command came between; the transaction is undone and tried again. */
class Overtaken extends Error {}

/**
 * Optimistic, as `execute` locks nothing that exists. A command that commits before the last look is seen by it; one
 * that commits later either touches none of the rows written here or waits for them, and then has the last word.
 */
async function putRight(
  client: ClientBase,
  room: AnyRoom | undefined,
  tables: readonly Table[],
  stream: string,
): Promise<number> {
  const { version, rows } = await rowsOf(client, room, stream)
  let written = 0
  for (const table of tables) {
    const errors = await compareRows(client, table, new Map([[stream, rows]]))
    for (const { text, values } of correction(table, stream, rows, errors)) await client.query(text, [...values])
    written += errors.length
  }
  const last = await client.query('select max(version) as version from event where stream_id = $1', [stream])
  if ((last.rows[0].version ?? 0) !== version) throw new Overtaken()
  return written
}

async function rowsOf(
  client: ClientBase,
  room: AnyRoom | undefined,
  stream: string,
): Promise<{ readonly version: number; readonly rows: RowSet }> {
  const found = await client.query('select fact from event where stream_id = $1 order by version', [stream])
  const facts = found.rows.map((row) => parseFact(row.fact).fact)
  const rows = room && facts.length > 0 ? room.rows(fold(room, room.initial, facts), stream) : {}
  return { version: facts.length, rows }
}

function correction(table: Table, stream: string, rows: RowSet, errors: readonly RowError[]): readonly Statement[] {
  const remove: readonly Row[] = errors.filter(({ kind }) => kind === 'row-extra').map(({ key }) => key)
  const wrong = errors.some(({ kind }) => kind !== 'row-extra')
  const change: Change = { table, remove, add: [], replace: wrong ? (rows[table.name] ?? []) : [] }
  return statementsFor(stream, change)
}
