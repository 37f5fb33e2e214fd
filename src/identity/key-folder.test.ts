import { spawn } from 'node:child_process'
import { createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { chmod, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { type Cohort, cohortOf, parseCohort } from './cohort.ts'
import { KeyRefused } from './key-file.ts'
import { openKeyFolder } from './key-folder.ts'
import { subkey, weaknessOf } from './keyring.ts'

const november = cohortOf(day('2026-11-23'), 'claim')
let folder: string
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'xinqiao-keys-')), 'keys')
})
afterEach(() => rm(join(folder, '..'), { recursive: true }))

describe('the folder of keys', () => {
  it('is made at first start and gives the same keys at the next', async () => {
    const first = await openKeyFolder(folder)
    const second = await openKeyFolder(folder)
    for (const ask of ['sessionKey', 'receiptKey'] as const) {
      expect((await first[ask]()).equals(await second[ask]())).toBe(true)
    }
    for (const ask of ['indexKeys', 'filesKeys'] as const) {
      expect((await first[ask]())[0].key.equals((await second[ask]())[0].key)).toBe(true)
    }
    expect((await first.cohortKey(november)).key.equals((await second.cohortKey(november)).key)).toBe(true)
    expect((await first.indexKeys())[0].key.equals((await first.filesKeys())[0].key)).toBe(false)
  })

  it('is closed to others', async () => {
    await (await openKeyFolder(folder)).cohortKey(november)
    expect((await stat(folder)).mode & 0o777).toBe(0o700)
    const names = await readdir(folder)
    expect(names.sort().map((name) => name.replace('.key', ''))).toEqual([
      ...['cohort-2026-11.claim', 'files', 'index', 'log', 'petitioner-digest', 'petitioner-draw', 'receipt'],
      ...['second-factor', 'session'],
    ])
    for (const name of names) expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600)
  })

  it('makes no key for reading, so that an erased cohort stays erased', async () => {
    const vault = await openKeyFolder(folder)
    expect(await vault.cohortKeyIfKept(november)).toBeNull()
    expect(await readdir(folder)).not.toContain('cohort-2026-11.claim.key')
    const made = await vault.cohortKey(november)
    expect((await vault.cohortKeyIfKept(november))?.key.equals(made.key)).toBe(true)
  })

  it('destroys every generation of a cohort key, and makes no other for reading', async () => {
    const vault = await openKeyFolder(folder)
    await vault.cohortKey(november)
    await vault.renew('cohort-2026-11.claim')
    expect([await vault.destroyCohortKey(november), await vault.destroyCohortKey(november)]).toEqual([true, false])
    for (const generation of [undefined, 1, 2]) expect(await vault.cohortKeyIfKept(november, generation)).toBeNull()
    expect((await readdir(folder)).filter((name) => name.startsWith('cohort'))).toEqual([])
  })

  it('gives one and the same key to callers that make it at once', async () => {
    const vaults = await Promise.all(Array.from({ length: 8 }, () => openKeyFolder(folder)))
    const made = await Promise.all(vaults.map((vault) => vault.cohortKey(november)))
    expect(new Set(made.map(({ key }) => key.export().toString('hex'))).size).toBe(1)
  })

  it('gives one and the same key to processes that make it at once', async () => {
    const keys = await Promise.all(Array.from({ length: 4 }, () => makeElsewhere(folder)))
    expect(keys[0]).toMatch(/^[0-9a-f]{64}$/)
    expect(new Set(keys).size).toBe(1)
  }, 30_000)

  it('signs receipts with a key that anybody can check', async () => {
    const key = await (await openKeyFolder(folder)).receiptKey()
    const receipt = Buffer.from('received')
    expect(verify(null, receipt, createPublicKey(key), sign(null, receipt, key))).toBe(true)
    const stranger = generateKeyPairSync('ed25519').privateKey
    expect(verify(null, receipt, createPublicKey(key), sign(null, receipt, stranger))).toBe(false)
  })

  it('refuses a damaged key instead of making another', async () => {
    await openKeyFolder(folder)
    const path = join(folder, 'index.key')
    const text = await readFile(path, 'utf8')
    const damaged = [
      text.slice(0, -1),
      text.slice(0, 20),
      '',
      text.replace(/\n./, (start) => (start === '\nA' ? '\nB' : '\nA')),
      `${text}\n`,
    ]
    for (const each of damaged) {
      await writeFile(path, each)
      await expect(openKeyFolder(folder), JSON.stringify(each)).rejects.toThrow(KeyRefused)
    }
  })

  it('refuses a key that others can read', async () => {
    await openKeyFolder(folder)
    await chmod(join(folder, 'session.key'), 0o644)
    await expect(openKeyFolder(folder)).rejects.toThrow('others can read')
  })

  it('destroys the key of a cohort for good, once', async () => {
    const vault = await openKeyFolder(folder)
    const cohort = parseCohort('1996-11.appeal') as Cohort
    await vault.cohortKey(cohort)
    expect(await vault.destroyCohortKey(cohort)).toBe(true)
    expect(await vault.cohortKeyIfKept(cohort)).toBeNull()
    expect(await (await openKeyFolder(folder)).cohortKeyIfKept(cohort)).toBeNull()
    expect(await vault.destroyCohortKey(cohort)).toBe(false)
    expect(await readdir(folder)).toContain('index.key')
  })

  it('clears away what a process that died left half written, and nothing that is new', async () => {
    await openKeyFolder(folder)
    await writeFile(join(folder, '.index.1.old'), 'x')
    await utimes(join(folder, '.index.1.old'), 0, 0)
    await writeFile(join(folder, '.index.1.new'), 'x')
    await openKeyFolder(folder)
    const names = await readdir(folder)
    expect(names).not.toContain('.index.1.old')
    expect(names).toContain('.index.1.new')
  })
})

describe('a weak key', () => {
  const hex = (text: string) => Buffer.from(text, 'hex')
  const weak: readonly (readonly [string, Buffer, string])[] = [
    ['zeros', Buffer.alloc(32), 'sequence'],
    ['one byte again and again', Buffer.alloc(32, 7), 'sequence'],
    ['counting', Buffer.from(Array.from({ length: 32 }, (_, at) => at)), 'sequence'],
    ['counting down in threes', Buffer.from(Array.from({ length: 32 }, (_, at) => (250 - 3 * at) & 255)), 'sequence'],
    [
      'two halves alike',
      Buffer.concat([hex('0123456789abcdef'), hex('0123456789abcdef'), Buffer.alloc(16, 200)]),
      'repeat',
    ],
    ['a pass phrase', Buffer.from('correct horse battery staple 123'), 'typed'],
    ['sha256 of nothing', hex('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'), 'published'],
    ['sha256 of password', hex('5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8'), 'published'],
    ['too short', hex('8f14e45fceea167a5a36dedd4bea2543'), '16 bytes'],
  ]
  it.each(weak)('is refused: %s', (_, key, why) => expect(weaknessOf(key)).toContain(why))

  it('is refused when it lies in the folder, correctly written', async () => {
    await openKeyFolder(folder)
    const { createHash } = await import('node:crypto')
    const key = Buffer.alloc(32)
    const check = createHash('sha256').update('check').update(key).digest('hex').slice(0, 16)
    await writeFile(join(folder, 'index.key'), `xinqiao key 1\n${key.toString('base64url')}\n${check}\n`)
    await expect(openKeyFolder(folder)).rejects.toThrow('not a secret')
  })

  it('is not what the house makes', async () => {
    const vault = await openKeyFolder(folder)
    for (let month = 10; month <= 12; month++) {
      const { key } = await vault.cohortKey(`2026-${month}.claim` as Cohort)
      expect(weaknessOf(key.export())).toBeNull()
    }
  })
})

describe('a key for one purpose', () => {
  it('differs from its parent and from that for another purpose', async () => {
    const parent = await (await openKeyFolder(folder)).sessionKey()
    expect(subkey(parent, 'one').equals(subkey(parent, 'one'))).toBe(true)
    expect(subkey(parent, 'one').equals(subkey(parent, 'two'))).toBe(false)
    expect(subkey(parent, 'one').equals(parent)).toBe(false)
  })
})

describe('a cohort', () => {
  it.each([
    '2026-13.claim',
    '2026-00.claim',
    '../2026-11.claim',
    '2026-11.',
    '2026-11.a/b',
    '2026-11.A',
    '2026-11.claim\n',
  ])('is not %j', (text) => expect(parseCohort(text)).toBeNull())
  it('is a month and a class', () => {
    expect(november).toBe('2026-11.claim')
    expect(parseCohort(november)).toBe(november)
    expect(() => cohortOf(day('2026-11-23'), '../x')).toThrow('retention class')
  })
})

/** Another process, so that the file system alone decides who is first. */
function makeElsewhere(folder: string): Promise<string> {
  const script = `
    import { openKeyFolder } from ${JSON.stringify(new URL('key-folder.ts', import.meta.url).href)}
    const vault = await openKeyFolder(${JSON.stringify(folder)})
    console.log((await vault.cohortKey('2026-11.claim')).key.export().toString('hex'))`
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let heard = ''
    child.stdout.on('data', (bytes) => {
      heard += bytes
    })
    child.on('error', reject).on('close', () => resolve(heard.trim()))
  })
}
