import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto'
import { mkdir, open, readdir, readFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { lengthOf } from '../kernel/prose.ts'
import { syncFolder, unlessAbsent } from '../platform/files/durable.ts'
import { linkDurably } from './key-file.ts'
import { flawOf } from './password.ts'

/** Why keys were not saved or restored, in words for whoever asked. Nothing was written. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused'
}

/** What belongs to the keys: the keys themselves, the public halves of old ones, and the passwords of the database. */
const belongs = /^(?:[a-z][a-z0-9.-]*\.key|receipt\.g\d{1,4}\.pub|database\.json)$/

export const passphraseMinSigns = 16

/** Whoever finds the file may try for years, so it takes more than a password for a login. */
function refuseWeak(passphrase: string): void {
  if (lengthOf(passphrase) < passphraseMinSigns)
    throw new BackupRefused(
      `the passphrase is too short: at least ${passphraseMinSigns} signs, such as five words drawn by lot`,
    )
  if (flawOf(passphrase, '') !== null)
    throw new BackupRefused('the passphrase is one that is easily guessed: draw five words by lot')
}

/** The head stands in clear and is bound to what follows it. 128 MiB and about a second for each guess. */
interface Head {
  readonly xinqiao: 'keys backup 1'
  readonly scrypt: { readonly n: number; readonly r: number; readonly p: number; readonly salt: string }
  readonly nonce: string
  readonly madeAt: string
}

const work = { n: 2 ** 17, r: 8, p: 1 } as const
const tagBytes = 16

function keyFrom(passphrase: string, { n, r, p, salt }: Head['scrypt']): Buffer {
  const said = passphrase.normalize('NFKC')
  return scryptSync(said, Buffer.from(salt, 'base64url'), 32, { N: n, r, p, maxmem: 256 * n * r })
}

/** Writes all keys of a folder into one file, which must not be there yet. Returns how many. Throws BackupRefused. */
export async function backUpKeys(folder: string, path: string, passphrase: string, madeAt: string): Promise<number> {
  refuseWeak(passphrase)
  if (!relative(dirname(resolve(folder)), resolve(path)).startsWith('..'))
    throw new BackupRefused(`${path} lies in the data folder: keys and data must not be lost, or stolen, together`)
  const files = await filesOf(folder)
  const scrypt = { ...work, salt: randomBytes(16).toString('base64url') }
  const nonce = randomBytes(12)
  const head: Head = { xinqiao: 'keys backup 1', scrypt, nonce: nonce.toString('base64url'), madeAt }
  const line = JSON.stringify(head)
  const cipher = createCipheriv('aes-256-gcm', keyFrom(passphrase, scrypt), nonce).setAAD(Buffer.from(line))
  const sealed = [cipher.update(JSON.stringify(files), 'utf8'), cipher.final(), cipher.getAuthTag()]
  await writeNew(path, `${line}\n${Buffer.concat(sealed).toString('base64')}\n`)
  return Object.keys(files).length
}

type Files = Readonly<Record<string, string>>

async function filesOf(folder: string): Promise<Files> {
  const names = ((await readdir(folder).catch(unlessAbsent)) ?? []).filter((name) => belongs.test(name))
  if (names.length === 0) throw new BackupRefused(`there are no keys in ${folder}`)
  return Object.fromEntries(
    await Promise.all(names.sort().map(async (name) => [name, await readFile(join(folder, name), 'utf8')])),
  )
}

async function writeNew(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'EEXIST') throw new BackupRefused(`${path} is there already: a backup never replaces another`)
    if (fault.code === 'ENOENT') throw new BackupRefused(`there is no folder ${dirname(path)}`)
    throw fault
  })
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  await syncFolder(dirname(resolve(path)))
}

export interface Restored {
  readonly restored: readonly string[]
  /** Those that were there already, and are the same. */
  readonly there: number
  readonly madeAt: string
}

/**
 * Puts back what is missing. One key that is there and is another refuses the whole: they are those of another house, and
 * mixing them would break both.
 */
export async function restoreKeys(folder: string, path: string, passphrase: string): Promise<Restored> {
  const { files, madeAt } = await openBackup(path, passphrase)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const missing: string[] = []
  for (const [name, text] of Object.entries(files)) {
    const own = await readFile(join(folder, name), 'utf8').catch(unlessAbsent)
    if (own === null) missing.push(name)
    // passwords of the database change without anything being lost: those that are there are the ones in use
    else if (own !== text && name !== 'database.json')
      throw new BackupRefused(
        `${join(folder, name)} is another key than the one in the backup: it belongs to another house, or was made after the loss; move it away first`,
      )
  }
  for (const name of missing) await linkDurably(folder, name, files[name] ?? '')
  return { restored: missing, there: Object.keys(files).length - missing.length, madeAt }
}

async function openBackup(path: string, passphrase: string): Promise<{ files: Files; madeAt: string }> {
  const text = await readFile(path, 'utf8').catch(unlessAbsent)
  if (text === null) throw new BackupRefused(`there is no file ${path}`)
  const [line = '', encoded = ''] = text.split('\n')
  const head = readHead(line, path)
  const sealed = Buffer.from(encoded, 'base64')
  if (sealed.length < tagBytes) throw new BackupRefused(`${path} is cut short`)
  const decipher = createDecipheriv(
    'aes-256-gcm',
    keyFrom(passphrase, head.scrypt),
    Buffer.from(head.nonce, 'base64url'),
  )
  decipher.setAAD(Buffer.from(line)).setAuthTag(sealed.subarray(-tagBytes))
  const plain = decipher.update(sealed.subarray(0, -tagBytes))
  try {
    decipher.final()
  } catch {
    throw new BackupRefused(`${path} does not open: another passphrase, or the file was altered`)
  }
  const files: Files = JSON.parse(plain.toString('utf8'))
  const stranger = Object.keys(files).find((name) => !belongs.test(name))
  if (stranger !== undefined) throw new BackupRefused(`${path} holds ${stranger}, which is no key`)
  return { files, madeAt: head.madeAt }
}

/** What a head may ask for is bounded, or a forged one could take all memory. */
function readHead(line: string, path: string): Head {
  try {
    const head = JSON.parse(line) as Head
    const { n, r, p } = head.scrypt
    if (head.xinqiao === 'keys backup 1' && n <= 2 ** 20 && r <= 16 && p <= 4) return head
  } catch {
    // what is no head is refused like one that asks too much
  }
  throw new BackupRefused(`${path} is no backup of keys`)
}
