import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { cohortOf } from './cohort.ts'
import { backUpKeys, restoreKeys } from './key-backup.ts'
import { openKeyFolder } from './key-folder.ts'

const november = cohortOf(day('2026-11-23'), 'claim')
const passphrase = '渡口 石榴 三轮车 晾衣绳 半截铅笔 灶台'
const madeAt = '2026-11-23T01:00:00.000Z'
let root: string
let folder: string
let file: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'xinqiao-backup-'))
  folder = join(root, 'data', 'keys')
  file = join(root, 'keys.backup')
  await (await openKeyFolder(folder)).cohortKey(november)
  await writeFile(join(folder, 'database.json'), '{"app":"a password of the database"}', { mode: 0o600 })
})
afterEach(() => rm(root, { recursive: true }))

const everything = async (place: string) =>
  Object.fromEntries(
    await Promise.all((await readdir(place)).map(async (name) => [name, await readFile(join(place, name), 'utf8')])),
  )

describe('a backup of the keys', () => {
  it('gives back every key after the folder was lost', async () => {
    const before = await everything(folder)
    expect(await backUpKeys(folder, file, passphrase, madeAt)).toBe(Object.keys(before).length)
    await rm(folder, { recursive: true })
    const { restored, there } = await restoreKeys(folder, file, passphrase)
    expect([restored.length, there]).toEqual([Object.keys(before).length, 0])
    expect(await everything(folder)).toEqual(before)
    for (const name of restored) expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600)
    await openKeyFolder(folder)
  })

  it('gives back one that was lost and leaves the others', async () => {
    await backUpKeys(folder, file, passphrase, madeAt)
    const before = await readFile(join(folder, 'cohort-2026-11.claim.key'), 'utf8')
    await rm(join(folder, 'cohort-2026-11.claim.key'))
    await writeFile(join(folder, 'database.json'), '{"app":"another password since"}', { mode: 0o600 })
    expect((await restoreKeys(folder, file, passphrase)).restored).toEqual(['cohort-2026-11.claim.key'])
    expect(await readFile(join(folder, 'cohort-2026-11.claim.key'), 'utf8')).toBe(before)
    expect(await readFile(join(folder, 'database.json'), 'utf8')).toContain('another password since')
  })

  it('shows nothing of what is in it, and is for its owner alone', async () => {
    await backUpKeys(folder, file, passphrase, madeAt)
    const text = await readFile(file, 'utf8')
    for (const [name, key] of Object.entries(await everything(folder))) {
      expect(text).not.toContain(name)
      // the second line of a key is the key; the passwords have one line
      expect(text).not.toContain(String(key).split('\n')[1] || String(key))
    }
    expect((await stat(file)).mode & 0o777).toBe(0o600)
  })

  it('does not open with another passphrase, cut short, or changed anywhere', async () => {
    await backUpKeys(folder, file, passphrase, madeAt)
    const text = await readFile(file, 'utf8')
    const before = await everything(folder)
    await expect(restoreKeys(folder, file, `${passphrase}。`)).rejects.toThrow('does not open')
    const [head = '', body = ''] = text.split('\n')
    const changed = [
      `${head}\n${body.slice(0, 400)}\n`,
      `${head}\n${body.replace(/^./, (sign) => (sign === 'A' ? 'B' : 'A'))}\n`,
      `${head.replace('2026-11-23', '2026-11-24')}\n${body}\n`,
      `${head.replace('131072', '4294967296')}\n${body}\n`,
      head,
      '',
      'no backup',
    ]
    for (const each of changed) {
      await writeFile(file, each)
      await expect(restoreKeys(folder, file, passphrase), each.slice(0, 40)).rejects.toThrow(
        /does not open|no backup|cut short/,
      )
    }
    expect(await everything(folder)).toEqual(before)
  })

  it("refuses another house's folder, and changes nothing in it", async () => {
    await backUpKeys(folder, file, passphrase, madeAt)
    const other = join(root, 'other', 'keys')
    await openKeyFolder(other)
    const before = await everything(other)
    await expect(restoreKeys(other, file, passphrase)).rejects.toThrow('belongs to another house')
    expect(await everything(other)).toEqual(before)
  })

  it.each(['', 'short', 'aaaaaaaaaaaaaaaaaaaaaaaa', '1234567890123456789', 'password12345678901'])(
    'refuses the passphrase %j',
    async (weak) => {
      await expect(backUpKeys(folder, file, weak, madeAt)).rejects.toThrow('passphrase')
      expect(await readdir(root)).toEqual(['data'])
    },
  )

  it('refuses to lie beside the data, to replace another, and to save nothing', async () => {
    await expect(backUpKeys(folder, join(root, 'data', 'keys.backup'), passphrase, madeAt)).rejects.toThrow(
      'data folder',
    )
    await writeFile(file, 'mine')
    await expect(backUpKeys(folder, file, passphrase, madeAt)).rejects.toThrow('there already')
    expect(await readFile(file, 'utf8')).toBe('mine')
    await expect(backUpKeys(join(root, 'no', 'keys'), join(root, 'b'), passphrase, madeAt)).rejects.toThrow('no keys')
  })
})
