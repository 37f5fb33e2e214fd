import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { freshDatabase } from '../../test/database.ts'
import { migrate, readMigrations, refuseUnmigrated } from './migrate.ts'

const database = await freshDatabase()
let folder: string

/** The real ones stay, as they are applied already; a test adds its own beside them. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'migrations-'))
  for (const { name, sql } of readMigrations()) writeFileSync(join(folder, `${name}.sql`), sql)
})
afterEach(async () => {
  rmSync(folder, { recursive: true })
  await database.owner.query('drop table if exists bell, whistle; delete from migration where number > 9000')
})
const add = (file: string, sql: string) => writeFileSync(join(folder, file), sql)

describe('migrations', () => {
  it('are applied once, in order', async () => {
    add('9002-whistle.sql', 'create table whistle as select * from bell')
    add('9001-bell.sql', 'create table bell (id int)')
    expect(await migrate(database, folder)).toEqual(['9001-bell', '9002-whistle'])
    expect(await migrate(database, folder)).toEqual([])
  })

  it('are applied by one of two starters that race', async () => {
    add('9001-bell.sql', 'select pg_sleep(0.2); create table bell (id int); insert into bell values (1)')
    const applied = await Promise.all([migrate(database, folder), migrate(database, folder)])
    expect(applied.flat()).toEqual(['9001-bell'])
    expect((await database.owner.query('select * from bell')).rows).toEqual([{ id: 1 }])
  })

  it('leave nothing behind when one fails', async () => {
    add('9001-bell.sql', 'create table bell (id int); select 1/0')
    await expect(migrate(database, folder)).rejects.toThrow(/9001-bell failed: division by zero/)
    expect((await database.owner.query("select to_regclass('bell') as bell")).rows).toEqual([{ bell: null }])
    add('9001-bell.sql', 'create table bell (id int)')
    expect(await migrate(database, folder)).toEqual(['9001-bell'])
  })

  it('are refused when an applied one was changed', async () => {
    add('9001-bell.sql', 'create table bell (id int)')
    await migrate(database, folder)
    add('9001-bell.sql', 'create table bell (id int8)')
    await expect(migrate(database, folder)).rejects.toThrow(/changed afterwards: 9001-bell/)
  })

  it('are refused when the database is newer than the program', async () => {
    add('9001-bell.sql', 'create table bell (id int)')
    await migrate(database, folder)
    rmSync(join(folder, '9001-bell.sql'))
    await expect(migrate(database, folder)).rejects.toThrow(/newer than this program: it has 9001-bell/)
  })

  it('are missed by a verb that works beside a running house', async () => {
    await expect(refuseUnmigrated(database, folder)).resolves.toBeUndefined()
    add('9001-bell.sql', 'create table bell (id int)')
    await expect(refuseUnmigrated(database, folder)).rejects.toThrow(/lacks 9001-bell: run xinqiao migrate/)
  })

  it('have a number and a name, and no two the same number', () => {
    add('9001-bell.sql', '')
    add('9001-whistle.sql', '')
    expect(() => readMigrations(folder)).toThrow(/number of 9001-bell/)
    add('later.sql', '')
    expect(() => readMigrations(folder)).toThrow(/not a migration: later.sql/)
  })
})

describe('the four roles', () => {
  const may = async (who: 'app' | 'work' | 'search', statement: string) =>
    database[who].query(statement).then(
      () => true,
      (fault: { code: string }) => {
        if (fault.code !== '42501') throw fault
        return false
      },
    )

  it('app and work write ordinary tables, search none; only the owner makes them', async () => {
    await database.owner.query('create table bell (id int)')
    expect(await may('app', 'insert into bell values (1)')).toBe(true)
    expect(await may('work', 'delete from bell')).toBe(true)
    expect(await may('search', 'select from bell')).toBe(false)
    for (const who of ['app', 'work', 'search'] as const) {
      expect(await may(who, 'create table whistle (id int)')).toBe(false)
      expect(await may(who, 'delete from migration')).toBe(false)
    }
  })

  it('none bypasses row security or is more than it says', async () => {
    const { rows } = await database.app.query(
      `select rolname from pg_roles where rolname like 'xinqiao%' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`,
    )
    expect(rows).toEqual([])
  })
})
