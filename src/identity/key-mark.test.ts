import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { freshDatabase } from '../../test/database.ts'
import { KeyRefused } from './key-file.ts'
import { openKeyFolder } from './key-folder.ts'
import { refuseForeignKeys } from './key-mark.ts'

describe('the keys of a database', () => {
  const folders: string[] = []
  const folder = async () => {
    const made = await mkdtemp(join(tmpdir(), 'xinqiao-mark-'))
    folders.push(made)
    return join(made, 'keys')
  }
  afterAll(() => Promise.all(folders.map((each) => rm(each, { recursive: true }))))

  it('are those that were there first; others are refused, in words that say what to do', async () => {
    const { app } = await freshDatabase()
    const own = await folder()
    await Promise.all([1, 2, 3].map(async () => refuseForeignKeys(app, await openKeyFolder(own))))
    await expect(refuseForeignKeys(app, await openKeyFolder(await folder()))).rejects.toThrow(KeyRefused)
    await expect(refuseForeignKeys(app, await openKeyFolder(await folder()))).rejects.toThrow(
      'restore the folder of keys',
    )
    await refuseForeignKeys(app, await openKeyFolder(own))
  })

  it('are refused when one of them was replaced', async () => {
    const { app } = await freshDatabase()
    const [own, other] = [await folder(), await folder()]
    await refuseForeignKeys(app, await openKeyFolder(own))
    await openKeyFolder(other)
    await cp(join(other, 'files.key'), join(own, 'files.key'))
    await expect(refuseForeignKeys(app, await openKeyFolder(own))).rejects.toThrow('the key files')
  })

  it('cannot have their mark changed by the house', async () => {
    const { app, work } = await freshDatabase()
    for (const pool of [app, work]) {
      await expect(pool.query("update key_mark set name = 'x'")).rejects.toThrow('permission denied')
      await expect(pool.query('delete from key_mark')).rejects.toThrow('permission denied')
    }
  })
})
