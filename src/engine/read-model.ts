import type { Pool } from 'pg'
import { canonicalJson } from './canonical-json.ts'
import type { Json } from './envelope.ts'
import type { Statement } from './flight.ts'
import type { Row, RowSet } from './room.ts'

/** A table of a read model as the engine writes it. */
export interface Table {
  readonly name: string
  /** Key columns after `stream_id`. */
  readonly key: readonly string[]
  /** All columns that are written: neither `stream_id` nor generated ones. */
  readonly columns: readonly string[]
}

/** What must be written to come from one set of rows to the next. */
export interface Change {
  readonly table: Table
  readonly remove: readonly Row[]
  /** Rows whose key was not there. */
  readonly add: readonly Row[]
  /** Rows whose key was there with other values. */
  readonly replace: readonly Row[]
}

type Keys = { readonly [table: string]: { readonly key: readonly string[] } }

const known = new WeakMap<Pool, Map<string, Promise<Table>>>()

/**
 * Reads from the catalogue how tables are made, once a pool and table. Throws for one that is not there, whose primary
 * key does not begin with `stream_id`, or whose key is another than the room says.
 */
export async function tablesOf(pool: Pool, keys: Keys): Promise<readonly Table[]> {
  const tables = await tablesNamed(pool, Object.keys(keys))
  for (const { name, key } of tables) {
    const said = keys[name]?.key ?? []
    if (said.join() !== key.join()) throw new Error(`the key of ${name} is (${key.join()}), not (${said.join()})`)
  }
  return tables
}

export async function tablesNamed(pool: Pool, names: readonly string[]): Promise<readonly Table[]> {
  const seen = known.get(pool) ?? new Map<string, Promise<Table>>()
  known.set(pool, seen)
  return Promise.all(
    names.map((name) => {
      const table = seen.get(name) ?? readTable(pool, name)
      seen.set(name, table)
      table.catch(() => seen.delete(name))
      return table
    }),
  )
}

async function readTable(pool: Pool, name: string): Promise<Table> {
  const { rows } = await pool.query<{ column: string; place: number | null }>(
    `select attname as column, array_position(indkey::smallint[], attnum) as place
      from pg_attribute left join pg_index on indrelid = attrelid and indisprimary
      where attrelid = to_regclass(quote_ident($1)) and attnum > 0 and not attisdropped
        and attgenerated = '' and attidentity = ''
      order by place nulls last, attnum`,
    [name],
  )
  const [first, ...rest] = rows
  if (first === undefined) throw new Error(`no table ${name}`)
  if (first.column !== 'stream_id' || first.place === null) {
    throw new Error(`the primary key of ${name} does not begin with stream_id`)
  }
  const key = rest.filter((row) => row.place !== null).map((row) => row.column)
  return { name, key, columns: rest.map((row) => row.column) }
}

/** The difference between two sets of rows of one stream, table by table; tables without any are left out. */
export function changesBetween(tables: readonly Table[], before: RowSet, after: RowSet): readonly Change[] {
  const strangers = Object.keys(after).filter((name) => !tables.some((table) => table.name === name))
  if (strangers.length > 0) throw new Error(`rows for a table that the room does not list: ${strangers.join(', ')}`)
  return tables
    .map((table) => changeOf(table, before[table.name] ?? [], after[table.name] ?? []))
    .filter(({ remove, add, replace }) => remove.length + add.length + replace.length > 0)
}

function changeOf(table: Table, before: readonly Row[], after: readonly Row[]): Change {
  const was = byKey(table, before)
  const is = byKey(table, after)
  const add: Row[] = []
  const replace: Row[] = []
  for (const [key, row] of is) {
    const old = was.get(key)
    if (old === undefined) add.push(row)
    else if (!isSameRow(old, row)) replace.push(row)
  }
  const remove = [...was].filter(([key]) => !is.has(key)).map(([, row]) => row)
  return { table, remove, add, replace }
}

function byKey(table: Table, rows: readonly Row[]): Map<string, Row> {
  const found = new Map<string, Row>()
  for (const row of rows) {
    const key = keyOf(table, row)
    if (found.has(key)) throw new Error(`two rows of ${table.name} with the key ${key}`)
    const strangers = Object.keys(row).filter((column) => column !== 'stream_id' && !table.columns.includes(column))
    if (strangers.length > 0) throw new Error(`table ${table.name} has no column ${strangers.join(', ')}`)
    found.set(key, row)
  }
  return found
}

/** Cells of a key are short and simple, so that plain JSON writes equal ones alike. */
function keyOf(table: Table, row: Row): string {
  const parts = table.key.map((column) => {
    const part = row[column] ?? null
    if (part === null) throw new Error(`a row of ${table.name} without its key ${column}`)
    return part
  })
  return JSON.stringify(parts)
}

/** To the database a column that is null and one that is not given are the same. */
function isSameRow(one: Row, other: Row): boolean {
  const within = (row: Row, against: Row) =>
    Object.keys(row).every((column) => isSameCell(row[column] ?? null, against[column] ?? null))
  return within(one, other) && within(other, one)
}

/** Most rows of a stream stay as they are, and most cells are no lists: what is no object is not written out to be compared. */
const isSameCell = (one: Json, other: Json): boolean =>
  one === other || (typeof one === 'object' && typeof other === 'object' && canonicalJson(one) === canonicalJson(other))

/** The statements that carry out a change; rows travel as JSON and PostgreSQL reads them as the table's own types. */
export function statementsFor(stream: string, { table, remove, add, replace }: Change): readonly Statement[] {
  const statements: Statement[] = []
  if (remove.length > 0) statements.push(statement('remove', removal(table), table, stream, remove))
  if (replace.length > 0) statements.push(putRows(stream, table, [...replace, ...add]))
  else if (add.length > 0) statements.push(statement('add', addition(table), table, stream, add))
  return statements
}

interface ChangesOf {
  readonly stream: string
  readonly changes: readonly Change[]
}

/** What many streams change in one table, in one statement for what goes and one for what comes or is another now. */
export function togetherFor(table: Table, streams: readonly ChangesOf[]): readonly Statement[] {
  const gone: Row[] = []
  const kept: Row[] = []
  for (const { stream, changes } of streams)
    for (const { table: of, remove, add, replace } of changes) {
      if (of.name !== table.name) continue
      gone.push(...remove.map((row) => ({ ...row, stream_id: stream })))
      kept.push(...[...replace, ...add].map((row) => ({ ...row, stream_id: stream })))
    }
  const name = quoted(table.name)
  const keys = ['stream_id', ...table.key]
  const records = `json_populate_recordset(null::${name}, $1::json)`
  const removing = `delete from ${name} where (${list(keys)}) in (select ${list(keys)} from ${records})`
  const putting = `insert into ${name} (${list(['stream_id', ...table.columns])})
    select ${list(['stream_id', ...table.columns])} from ${records} ${onConflict(table)}`
  const statement = (verb: string, text: string, rows: readonly Row[]): readonly Statement[] =>
    rows.length === 0 ? [] : [{ name: `engine ${verb} many ${table.name}`, text, values: [JSON.stringify(rows)] }]
  return [...statement('remove', removing, gone), ...statement('put', putting, kept)]
}

/** Writes rows by primary key, whether they are there or not. */
export const putRows = (stream: string, table: Table, rows: readonly Row[]): Statement =>
  statement('put', put(table), table, stream, rows)

function statement(verb: string, text: string, table: Table, stream: string, rows: readonly Row[]): Statement {
  return { name: `engine ${verb} ${table.name}`, text, values: [stream, JSON.stringify(rows)] }
}

/** Puts a name of the catalogue into a statement. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
const list = (columns: readonly string[]): string => columns.map(quoted).join(', ')

function addition({ name, columns }: Table): string {
  return `insert into ${quoted(name)} (${list(['stream_id', ...columns])})
    select ${['$1', ...columns.map(quoted)].join(', ')} from json_populate_recordset(null::${quoted(name)}, $2::json)`
}

const put = (table: Table): string => `${addition(table)} ${onConflict(table)}`

function onConflict(table: Table): string {
  const rest = table.columns.filter((column) => !table.key.includes(column))
  const sets = rest.map((column) => `${quoted(column)} = excluded.${quoted(column)}`).join(', ')
  const action = rest.length === 0 ? 'nothing' : `update set ${sets}`
  return `on conflict (${list(['stream_id', ...table.key])}) do ${action}`
}

function removal({ name, key }: Table): string {
  const doomed = `select ${list(key)} from json_populate_recordset(null::${quoted(name)}, $2::json)`
  const which = key.length === 0 ? '$2::json is not null' : `(${list(key)}) in (${doomed})`
  return `delete from ${quoted(name)} where stream_id = $1 and ${which}`
}
