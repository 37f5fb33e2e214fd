import { createHash, createPrivateKey, createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import { chmod, link, mkdir, open, readFile, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { sweepAbandoned, syncFolder, unlessAbsent } from '../platform/files/durable.ts'
import type { Cohort } from './cohort.ts'
import { type KeyVault, keyBytes, weaknessOf } from './keyring.ts'

/** A key that cannot be used as it lies there. The house does not start, and the message says what to do. */
export class KeyRefused extends Error {}

/**
 * The keys as files, one a key, readable by their owner alone. A file appears whole or not at all, is on the disk before
 * its key seals anything, and of two processes that make the same key at once both come away with the same one.
 */
export async function openKeyFolder(folder: string): Promise<KeyVault> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
  await sweepAbandoned(folder, (name) => name.startsWith('.'), abandonedAfterMs)
  const kept = new Map<string, KeyObject>()
  const keep = (name: string, key: Buffer | null): KeyObject | null => {
    if (key === null) return null
    const object = createSecretKey(key)
    kept.set(name, object)
    return object
  }
  const find = async (name: string) => kept.get(name) ?? keep(name, await readKey(folder, name))
  const make = async (name: string) => (await find(name)) ?? (keep(name, await makeKey(folder, name)) as KeyObject)
  const receipt = make('receipt').then(ed25519)
  await Promise.all([receipt, make('index'), make('session'), make('files')])
  return {
    cohortKey: (cohort) => make(fileOf(cohort)),
    cohortKeyIfKept: (cohort) => find(fileOf(cohort)),
    destroyCohortKey(cohort) {
      kept.delete(fileOf(cohort))
      return destroyKey(folder, fileOf(cohort))
    },
    indexKey: () => make('index'),
    receiptKey: () => receipt,
    sessionKey: () => make('session'),
    filesKey: () => make('files'),
  }
}

const fileOf = (cohort: Cohort): string => `cohort-${cohort}`
/** Ten minutes are more than enough for a process that lives to write a key. */
const abandonedAfterMs = 10 * 60_000
const onWindows = process.platform === 'win32'

/** What PKCS #8 puts before the 32 bytes of an Ed25519 private key. */
const ed25519Prefix = Buffer.from('302e020100300506032b657004220420', 'hex')
const ed25519 = (seed: KeyObject): KeyObject =>
  createPrivateKey({ key: Buffer.concat([ed25519Prefix, seed.export()]), format: 'der', type: 'pkcs8' })

/** Three lines: what it is, the key, and a check sum, because a damaged key would seal what nobody can open. */
const fileShape = /^xinqiao key 1\n([\w-]{43})\n([0-9a-f]{16})\n$/
const checkSum = (key: Buffer): string => createHash('sha256').update('check').update(key).digest('hex').slice(0, 16)
const written = (key: Buffer): string => `xinqiao key 1\n${key.toString('base64url')}\n${checkSum(key)}\n`

async function readKey(folder: string, name: string): Promise<Buffer | null> {
  const path = join(folder, `${name}.key`)
  const text = await readFile(path, 'utf8').catch(unlessAbsent)
  if (text === null) return null
  const [, encoded = '', check] = fileShape.exec(text) ?? []
  const key = Buffer.from(encoded, 'base64url')
  if (checkSum(key) !== check) throw new KeyRefused(`${path} is damaged: restore it from the backup of the keys`)
  const weakness = weaknessOf(key)
  if (weakness !== null) throw new KeyRefused(`${path} is not a secret: ${weakness}`)
  const { mode } = await stat(path)
  if (!onWindows && (mode & 0o077) !== 0) {
    throw new KeyRefused(`others can read ${path}: run chmod 600 on it, and ask who has read it`)
  }
  return key
}

/**
 * A link fails where a rename would replace: whoever comes second finds the name taken and reads the first one's key.
 */
async function makeKey(folder: string, name: string): Promise<Buffer> {
  const temporary = join(folder, `.${name}.${process.pid}.${randomBytes(6).toString('hex')}`)
  await writeDurably(temporary, written(randomBytes(keyBytes)))
  try {
    await link(temporary, join(folder, `${name}.key`)).catch((fault) => {
      if (fault.code !== 'EEXIST') throw fault
    })
    await syncFolder(folder)
  } finally {
    await unlink(temporary)
  }
  const key = await readKey(folder, name)
  if (key === null) throw new KeyRefused(`${name}.key vanished from ${folder} while it was made`)
  return key
}

/** Gone from the folder once this is over, also when the power fails the next moment. */
async function destroyKey(folder: string, name: string): Promise<boolean> {
  const found = await unlink(join(folder, `${name}.key`)).then(() => true, unlessAbsent)
  await syncFolder(folder)
  return found === true
}

async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}
