import type { ClientBase } from 'pg'
import type { Json } from './envelope.ts'
import { quoted, type Table } from './read-model.ts'
import type { Row, RowSet } from './room.ts'

/** A row of a read model that is not as the facts have it. It says which columns differ and never what is in them. */
export interface RowError {
  readonly kind: 'row-missing' | 'row-extra' | 'row-different'
  readonly stream: string
  readonly table: string
  /** The key columns after `stream_id`. */
  readonly key: { readonly [column: string]: Json }
  /** The columns that differ; empty unless the kind is `row-different`. */
  readonly columns: readonly string[]
}

/** Stream → the rows that its facts yield. */
export type Expected = ReadonlyMap<string, RowSet>

/**
 * Compares the rows that facts yield with those that are there, for some streams and one table. PostgreSQL compares, in
 * the table's own types, so that what was written is equal to what it was written from.
 */
export async function compareRows(client: ClientBase, table: Table, expected: Expected): Promise<readonly RowError[]> {
  const rows: Row[] = []
  for (const [stream, set] of expected) {
    for (const row of set[table.name] ?? []) rows.push({ ...row, stream_id: stream })
  }
  const found = await client.query({
    name: `engine compare ${table.name}`,
    text: comparison(table),
    values: [[...expected.keys()], JSON.stringify(rows)],
  })
  return found.rows.map((row) => ({ ...row, table: table.name }))
}

function comparison({ name, key, columns }: Table): string {
  const keys = ['stream_id', ...key].map(quoted)
  const either = (column: string): string => `coalesce(e.${column}, a.${column})`
  const differences = columns.map(quoted).map(
    (column) => `case when e.${column} is distinct from a.${column}
    then '${column.slice(1, -1).replaceAll("'", "''")}' end`,
  )
  const pairs = key.map((column) => `'${column.replaceAll("'", "''")}', ${either(quoted(column))}`)
  return `with e as (select * from json_populate_recordset(null::${quoted(name)}, $2::json)),
      a as (select * from ${quoted(name)} where stream_id = any($1)),
      pair as (
        select ${either('stream_id')} as stream, jsonb_build_object(${pairs.join(', ')}) as key,
          case when a.stream_id is null then 'row-missing' when e.stream_id is null then 'row-extra'
            else 'row-different' end as kind,
          array_remove(array[${differences.join(', ')}]::text[], null) as columns
        from e full join a using (${keys.join(', ')}))
    select kind, stream, key, case kind when 'row-different' then columns else '{}' end as columns
    from pair where kind <> 'row-different' or columns <> '{}' order by stream, key`
}

/** Streams that have rows in a table and not one fact. At most 1000. */
export async function strayStreams(client: ClientBase, table: Table): Promise<readonly string[]> {
  const { rows } = await client.query<{ stream: string }>(
    `select distinct stream_id as stream from ${quoted(table.name)} as row
      where not exists (select from event where event.stream_id = row.stream_id) order by 1 limit 1000`,
  )
  return rows.map((row) => row.stream)
}
