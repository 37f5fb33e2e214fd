import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { freshDatabase } from '../../test/database.ts'
import { type DataFolder, openDataFolder } from './data-folder.ts'
import { migrate } from './migrate.ts'
import { openPools } from './pools.ts'
import { openDatabase } from './postgres.ts'

const { host, port, passwords } = inject('cluster')
const { name } = await freshDatabase()
const query = new URLSearchParams({ host, port: String(port), user: 'postgres', password: passwords.superuser })
const url = `postgres:///${name}?${query}`
let folder: DataFolder

beforeEach(() => {
  folder = openDataFolder(mkdtempSync(join(tmpdir(), 'xinqiao-served-')))
})
afterEach(() => rmSync(folder.path, { recursive: true }))

describe('a served PostgreSQL (DATABASE_URL)', () => {
  it('is used instead of the embedded one, by any number of houses that share the keys', async () => {
    writeFileSync(join(folder.keys, 'database.json'), JSON.stringify(passwords), { mode: 0o600 })
    const [one, two] = await Promise.all([openDatabase({ folder, url }), openDatabase({ folder, url })])
    expect([await one.claimServing(), await two.claimServing()]).toEqual([true, true])
    expect(await migrate(one)).toEqual([])
    const pools = openPools(two)
    const { rows } = await pools.app.query('select current_user as who, current_database() as place')
    expect(rows).toEqual([{ who: 'xinqiao_app', place: name }])
    await pools.close()
  })

  it('is refused with a clear word when the keys are those of another house', async () => {
    await expect(openDatabase({ folder, url })).rejects.toThrow(/share one keys folder/)
  })
})
