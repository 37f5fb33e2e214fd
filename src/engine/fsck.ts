import type { ClientBase, Pool } from 'pg'
import { compareRows, type RowError, strayStreams } from './comparison.ts'
import type { Pools } from './house.ts'
import { type Table, tablesOf } from './read-model.ts'
import type { RowSet } from './room.ts'
import { type SealError, sealErrorsOf } from './sealed-check.ts'
import { inTransaction } from './transaction.ts'
import { type AnyRoom, type FactError, type Walked, walkStreams } from './walk.ts'

export type FsckError = FactError | RowError | SealError

export interface FsckReport {
  readonly streams: number
  readonly facts: number
  /** Streams that no given room owns: their chains were checked, their meaning was not. */
  readonly unowned: number
  /** The first thousand; `errorCount` is how many there were. */
  readonly errors: readonly FsckError[]
  readonly errorCount: number
}

const mostErrors = 1000

/**
 * Checks every stream from its first fact (gap, hash, form, labels, history), every row of the rooms' read models and every
 * sealed piece against what the facts yield, as of one moment, while the house goes on. Memory does not grow with the streams.
 * `onHead` hears of the last version and hash of each sound stream, to be held against a register kept elsewhere: only
 * that can show a history that was cut off or rewritten as a whole.
 */
export async function fsck(
  pools: Pick<Pools, 'work'>,
  rooms: readonly AnyRoom[],
  onHead?: (stream: string, version: number, hash: Uint8Array) => void,
): Promise<FsckReport> {
  const tables = await tablesOfRooms(pools.work, rooms)
  const tally = { streams: 0, facts: 0, unowned: 0, errorCount: 0 }
  const errors: FsckError[] = []
  const checkAll = async (client: ClientBase): Promise<void> => {
    for await (const { walked, rowErrors } of inspect(client, rooms, tables)) {
      for (const { stream, facts, head, error, rows } of walked) {
        tally.streams += 1
        tally.facts += facts
        if (!rows && !error) tally.unowned += 1
        if (!error) onHead?.(stream, head.version, head.hash)
      }
      const sealErrors = await sealErrorsOf(client, walked)
      const found = [...walked.flatMap(({ error }) => (error ? [error] : [])), ...rowErrors, ...sealErrors]
      tally.errorCount += found.length
      errors.push(...found.slice(0, mostErrors - errors.length))
    }
  }
  await inTransaction(pools.work, checkAll, 'repeatable read read only')
  return { ...tally, errors }
}

/** Every table that one of the rooms writes. */
export async function tablesOfRooms(pool: Pool, rooms: readonly AnyRoom[]): Promise<readonly Table[]> {
  const lists = await Promise.all(rooms.map((room) => tablesOf(pool, room.tables)))
  return [...new Map(lists.flat().map((table) => [table.name, table])).values()]
}

/** Some streams that were walked through, and what is wrong with their rows. */
export interface Inspected {
  readonly walked: readonly Walked[]
  readonly rowErrors: readonly RowError[]
}

const streamsAtOnce = 200

/** Walks through all streams, some at a time, comparing their rows; last come the rows of streams without any fact. */
export async function* inspect(
  client: ClientBase,
  rooms: readonly AnyRoom[],
  tables: readonly Table[],
): AsyncGenerator<Inspected> {
  let walked: Walked[] = []
  for await (const next of walkStreams(client, rooms)) {
    walked.push(next)
    if (walked.length < streamsAtOnce) continue
    yield { walked, rowErrors: await rowErrorsOf(client, tables, walked) }
    walked = []
  }
  yield { walked, rowErrors: await rowErrorsOf(client, tables, walked) }
  for (const table of tables) {
    const stray = await strayStreams(client, table)
    const nothing = new Map(stray.map((stream) => [stream, {}]))
    yield { walked: [], rowErrors: await compareRows(client, table, nothing) }
  }
}

async function rowErrorsOf(
  client: ClientBase,
  tables: readonly Table[],
  walked: readonly Walked[],
): Promise<readonly RowError[]> {
  const expected = new Map<string, RowSet>()
  for (const { stream, rows } of walked) if (rows) expected.set(stream, rows)
  const errors: RowError[] = []
  for (const table of tables) errors.push(...(await compareRows(client, table, expected)))
  return errors
}
