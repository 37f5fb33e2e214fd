import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { cohortOf } from './cohort.ts'
import { openKeyFolder } from './key-folder.ts'
import { rewrapKeys } from './key-rewrapping.ts'
import { commandWrapping } from './key-wrapping.ts'

/** As an operator would write one: AES-256-GCM under a key that lies elsewhere. */
const service = `#!${process.execPath}
const { createCipheriv, createDecipheriv, randomBytes } = require('node:crypto')
const { readFileSync } = require('node:fs')
const own = readFileSync(__dirname + '/own.key')
const given = readFileSync(0)
if (process.argv[2] === 'wrap') {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', own, nonce)
  process.stdout.write(Buffer.concat([nonce, cipher.update(given), cipher.final(), cipher.getAuthTag()]))
} else {
  const decipher = createDecipheriv('aes-256-gcm', own, given.subarray(0, 12)).setAuthTag(given.subarray(-16))
  try {
    process.stdout.write(Buffer.concat([decipher.update(given.subarray(12, -16)), decipher.final()]))
  } catch {
    console.error('this was not wrapped here')
    process.exit(3)
  }
}
`
const november = cohortOf(day('2026-11-23'), 'claim')
let root: string
const program = async (name: string, text: string): Promise<string> => {
  const path = join(root, name)
  await writeFile(path, text)
  await chmod(path, 0o700)
  return path
}
let command: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'xinqiao-kms-'))
  await writeFile(
    join(root, 'own.key'),
    Buffer.from('0f1e2d3c4b5a69788796a5b4c3d2e1f00123456789abcdef0011223344556677', 'hex'),
  )
  command = await program('kms.cjs', service)
})
afterAll(() => rm(root, { recursive: true }))

const secretOf = async (folder: string, wrapping = commandWrapping(command)) => {
  const vault = await openKeyFolder(folder, { wrapping })
  return (await vault.cohortKey(november)).key.export().toString('base64url')
}

describe('keys under a key service', () => {
  it('lie wrapped on the disk, and give the same keys at the next start', async () => {
    const folder = join(root, 'new')
    const secret = await secretOf(folder)
    expect(await secretOf(folder)).toBe(secret)
    const names = await readdir(folder)
    expect(names.length).toBeGreaterThan(5)
    for (const name of names) {
      const text = await readFile(join(folder, name), 'utf8')
      expect(text).toMatch(/^xinqiao wrapped key 1\n/)
      expect(text).not.toContain(secret)
    }
  }, 30_000)

  it('are not opened without it, nor by another', async () => {
    const folder = join(root, 'guarded')
    await secretOf(folder)
    await expect(openKeyFolder(folder)).rejects.toThrow('XINQIAO_KMS_COMMAND')
    await writeFile(join(root, 'own.key'), Buffer.alloc(32, 9))
    await expect(secretOf(folder)).rejects.toThrow('ended with 3: this was not wrapped here')
    await writeFile(
      join(root, 'own.key'),
      Buffer.from('0f1e2d3c4b5a69788796a5b4c3d2e1f00123456789abcdef0011223344556677', 'hex'),
    )
  }, 30_000)

  it('are put under it, and taken out, with one verb each', async () => {
    const folder = join(root, 'moved')
    const plain = await openKeyFolder(folder)
    const secret = (await plain.cohortKey(november)).key.export().toString('base64url')
    await expect(secretOf(folder)).rejects.toThrow('xinqiao keys wrap')
    const wrapping = commandWrapping(command)
    const all = (await readdir(folder)).length
    expect([await rewrapKeys(folder, wrapping, 'wrapped'), await rewrapKeys(folder, wrapping, 'wrapped')]).toEqual([
      all,
      0,
    ])
    expect(await secretOf(folder)).toBe(secret)
    expect(await rewrapKeys(folder, wrapping, 'in-clear')).toBe(all)
    expect((await (await openKeyFolder(folder)).cohortKey(november)).key.export().toString('base64url')).toBe(secret)
  }, 30_000)
})

describe('a key service that fails', () => {
  const failing: readonly (readonly [string, string, RegExp])[] = [
    ['says nothing', '', /answered nothing/],
    ['gives the key back', 'process.stdin.pipe(process.stdout)', /in clear/],
    ['hangs', 'setInterval(() => {}, 1000)', /did not answer within 300 ms/],
    ['talks without end', "process.stdout.write('x'.repeat(100000))", /more than/],
    ['breaks', "console.error('no such tenant'); process.exit(7)", /ended with 7: no such tenant/],
  ]
  it.each(failing)(
    'is named in words when it %s',
    async (name, script, why) => {
      const path = await program(`${name.replaceAll(' ', '-')}.cjs`, `#!${process.execPath}\n${script}\n`)
      // a machine under load takes longer to start a program than this one may hang
      const withinMs = name === 'hangs' ? 300 : 20_000
      const folder = join(root, name)
      await expect(openKeyFolder(folder, { wrapping: commandWrapping(path, withinMs) })).rejects.toThrow(why)
      expect((await readdir(folder)).filter((file) => file.endsWith('.key'))).toEqual([])
    },
    30_000,
  )

  it('is named when it is not there, or answers with something else than a key', async () => {
    await expect(commandWrapping(join(root, 'nobody')).wrap(Buffer.alloc(32, 1))).rejects.toThrow(
      'could not be started',
    )
    const path = await program('short.cjs', `#!${process.execPath}\nprocess.stdout.write('short')\n`)
    await expect(commandWrapping(path).unwrap(Buffer.alloc(60, 1))).rejects.toThrow('5 bytes, not 32')
  }, 30_000)
})
