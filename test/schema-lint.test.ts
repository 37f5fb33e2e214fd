import { describe, expect, it } from 'vitest'
import { freshDatabase } from './database.ts'

/**
 * Every table that grows with cases can be distributed by stream: `stream_id` is the first column of its primary key and
 * part of every other key, and no reference leaves the stream. Whatever is not so is named here, with why.
 */
const exempt: { readonly [table: string]: string } = {
  migration: 'local: the ledger of migrations',
  consumer: 'local: checkpoints of readers',
  idempotency: 'local: a key of a new petition cannot know its stream',
  session: 'local: sessions of staff',
  login_attempt: 'local: vain logins',
  log_entry: 'local: the published log, in its one order, without a word of whose',
  log_witness: 'local: what each witness of the log has seen',
  register_log: 'local: how far the log has come',
  key_mark: 'local: which keys are those of this database',
  recount_run: 'local: how far counting again has come',
  recount_moved: 'local: how many days a notice moved, and none of whose',
  assessment_count: 'local: sums of lines by organ and month, kept by the reader that counts',
  warning_count: 'local: sums of lines by place, kind and day, kept by the reader that counts',
  trend_count: 'local: sums of lines by kind, place, office and month, kept by the reader that counts',
  answer_count: 'local: sums of lines by office, month and check, kept by the reader that looks at answers',
  fairness_count: 'local: sums of lines by office, month and what they are, kept by the reader that counts',
  trend_margin: 'local: sums of counts by one of their kinds, kept by the reader that counts',
  suggested_model: 'local: what was learned to suggest, as hashes and weights',
  topic: 'local: what is told of many petitions together',
  topic_sign: 'local: by which signs a topic is found',
  topic_word: 'local: how many petitions have a word',
  topic_run: 'local: the nights on which petitions were gathered',
  warning_run: 'local: the nights on which the counts were looked at',
  backup_run: 'local: what this house saved of itself',
  drill_run: 'local: how its backups came through a drill',
  organ: 'reference: small, public, the same everywhere',
  account: 'reference: as many as there are staff',
  account_person: 'reference: as many as there are staff',
  account_sign_on: 'reference: as many as there are staff',
}

interface Key {
  readonly table: string
  readonly name: string
  readonly isPrimary: boolean
  readonly columns: readonly string[]
}

const { owner } = await freshDatabase()

const tables: readonly string[] = (
  await owner.query(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1",
  )
).rows.map((row) => row.name)

const keys: readonly Key[] = (
  await owner.query(
    `select t.relname as table, i.relname as name, indisprimary as "isPrimary",
        (select array_agg(coalesce(attname::text, '(expression)') order by place)
          from unnest(indkey::smallint[]) with ordinality as part (number, place)
          left join pg_attribute on attrelid = indrelid and attnum = number) as columns
      from pg_index join pg_class t on t.oid = indrelid join pg_class i on i.oid = indexrelid
      where t.relnamespace = 'public'::regnamespace and indisunique order by 1, 2`,
  )
).rows

const references: readonly { table: string; name: string; to: string; columns: string[]; toColumns: string[] }[] = (
  await owner.query(
    `select conrelid::regclass::text as table, conname as name, confrelid::regclass::text as to,
        (select array_agg(attname::text order by place) from unnest(conkey) with ordinality as part (number, place)
          join pg_attribute on attrelid = conrelid and attnum = number) as columns,
        (select array_agg(attname::text order by place) from unnest(confkey) with ordinality as part (number, place)
          join pg_attribute on attrelid = confrelid and attnum = number) as "toColumns"
      from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by 1, 2`,
  )
).rows

const grows = (table: string): boolean => !(table in exempt)

describe('the schema can be distributed by stream', () => {
  it('has every table in sight, and no exemption for one that is gone', () => {
    expect(tables).toContain('event')
    expect(Object.keys(exempt).filter((table) => !tables.includes(table))).toEqual([])
  })

  it.each(tables.filter(grows))('%s: the primary key begins with stream_id', (table) => {
    const primary = keys.find((key) => key.table === table && key.isPrimary)
    expect(primary?.columns[0]).toBe('stream_id')
  })

  it('has no unique key across streams', () => {
    const across = keys.filter((key) => grows(key.table) && !key.columns.includes('stream_id'))
    expect(across.map((key) => `${key.table}: ${key.name}`)).toEqual([])
  })

  it('has no reference that leaves the stream, and none from what is local into a stream', () => {
    const leaving = references.filter(({ table, to, columns, toColumns }) => {
      if (!grows(to)) return !exempt[to]?.startsWith('reference')
      return !grows(table) || toColumns[columns.indexOf('stream_id')] !== 'stream_id'
    })
    expect(leaving.map((reference) => `${reference.table}: ${reference.name}`)).toEqual([])
  })

  it('gives no role of the running house a way to change or take out a fact', async () => {
    const { rows } = await owner.query(
      `select role, right_ from unnest(array['xinqiao_app', 'xinqiao_work', 'xinqiao_search']) as role,
          unnest(array['update', 'delete', 'truncate', 'references', 'trigger']) as right_
        where has_table_privilege(role, 'event', right_)
          or (right_ in ('update', 'references') and has_any_column_privilege(role, 'event', right_))`,
    )
    expect(rows).toEqual([])
  })
})
