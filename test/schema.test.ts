import { readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { freshDatabase } from './database.ts'

/**
 * `schema.sql` is what the migrations make, read back from the catalogue: a migration shows up as a readable difference.
 * After a migration: UPDATE_SCHEMA=1 npx vitest run test/schema.test.ts
 */
const place = new URL('../schema.sql', import.meta.url)
const database = await freshDatabase()

async function lines(query: string): Promise<readonly string[]> {
  const { rows } = await database.owner.query<{ line: string }>(query)
  return rows.map(({ line }) => line)
}

const columns = `select format('%s.%s %s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
    case when a.attnotnull then ' not null' else '' end,
    case when a.attidentity <> '' then ' generated always as identity'
      when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end) as line
  from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where c.relkind = 'r' order by c.relname, a.attnum`
const constraints = `select format('%s: %s', conrelid::regclass, pg_get_constraintdef(oid)) as line from pg_constraint
  where connamespace = 'public'::regnamespace and contype <> 'n' order by 1`
const indexes = `select indexdef as line from pg_indexes where schemaname = 'public' order by 1`
const grants = `select format('%s: %s to %s', table_name, string_agg(privilege_type, ', ' order by privilege_type), grantee) as line
  from information_schema.role_table_grants where table_schema = 'public' and grantee like 'xinqiao%' and grantee <> 'xinqiao_owner'
  group by table_name, grantee order by 1`

const functions = `select format('%s %s', p.oid::regprocedure, regexp_replace(pg_get_functiondef(p.oid), '\\s+', ' ', 'g')) as line
  from pg_proc p where p.pronamespace = 'public'::regnamespace order by 1`
const policies = `select format('%s: %s %s for %s to %s%s%s', tablename, policyname, lower(permissive), lower(cmd), array_to_string(roles, ', '),
    case when qual is null then '' else ' using ' || regexp_replace(qual, '\\s+', ' ', 'g') end,
    case when with_check is null then '' else ' with check ' || regexp_replace(with_check, '\\s+', ' ', 'g') end) as line
  from pg_policies where schemaname = 'public' order by 1`

async function dump(): Promise<string> {
  const parts = await Promise.all(
    Object.entries({ columns, constraints, indexes, grants, functions, policies }).map(async ([name, query]) =>
      [`-- ${name}`, ...(await lines(query)), ''].join('\n'),
    ),
  )
  return `-- What the migrations make. Written by test/schema.test.ts; do not edit.\n\n${parts.join('\n')}`
}

it('is what schema.sql says', async () => {
  const made = await dump()
  if (process.env.UPDATE_SCHEMA) writeFileSync(place, made)
  expect(made).toBe(readFileSync(place, 'utf8'))
})
