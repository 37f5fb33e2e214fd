import { createHash, randomBytes } from 'node:crypto'
import { link, open, readFile, rename, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFolder, unlessAbsent } from '../platform/files/durable.ts'
import type { KeyWrapping } from './key-wrapping.ts'
import { keyBytes, weaknessOf } from './keyring.ts'

/** A key that cannot be used as it lies there. The house does not start, and the message says what to do. */
export class KeyRefused extends Error {
  override readonly name = 'KeyRefused'
}

const onWindows = process.platform === 'win32'

/** Three lines: what it is, the key, and a check sum, because a damaged key would seal what nobody can open. */
const plainShape = /^xinqiao key 1\n([\w-]{43})\n([0-9a-f]{16})\n$/
/** The same under the key of an operator's key service; as long as that service makes it. */
const wrappedShape = /^xinqiao wrapped key 1\n([\w-]{1,16384})\n([0-9a-f]{16})\n$/

const checkSum = (bytes: Buffer): string =>
  createHash('sha256').update('check').update(bytes).digest('hex').slice(0, 16)
const written = (first: string, bytes: Buffer): string =>
  `${first}\n${bytes.toString('base64url')}\n${checkSum(bytes)}\n`

export const isWrappedFile = (text: string): boolean => text.startsWith('xinqiao wrapped key')

/** The text of a key's file, under the key service when there is one. */
export async function keyText(key: Buffer, wrapping: KeyWrapping | null): Promise<string> {
  return wrapping === null ? written('xinqiao key 1', key) : written('xinqiao wrapped key 1', await wrapping.wrap(key))
}

/** Reads one key; null when there is no such file. Throws KeyRefused for what is damaged, weak, open to others or wrapped otherwise. */
export async function readKeyFile(path: string, wrapping: KeyWrapping | null): Promise<Buffer | null> {
  const text = await readFile(path, 'utf8').catch(unlessAbsent)
  if (text === null) return null
  const key = await keyIn(text, path, wrapping)
  const weakness = weaknessOf(key)
  if (weakness !== null) throw new KeyRefused(`${path} is not a secret: ${weakness}`)
  const { mode } = await stat(path)
  if (!onWindows && (mode & 0o077) !== 0) {
    throw new KeyRefused(`others can read ${path}: run chmod 600 on it, and ask who has read it`)
  }
  return key
}

async function keyIn(text: string, path: string, wrapping: KeyWrapping | null): Promise<Buffer> {
  const isWrapped = isWrappedFile(text)
  const [, encoded = '', check] = (isWrapped ? wrappedShape : plainShape).exec(text) ?? []
  const bytes = Buffer.from(encoded, 'base64url')
  if (checkSum(bytes) !== check) throw new KeyRefused(`${path} is damaged: restore it from the backup of the keys`)
  if (!isWrapped && wrapping !== null)
    throw new KeyRefused(`${path} lies in clear beside a key service: run xinqiao keys wrap once`)
  if (!isWrapped) return bytes
  if (wrapping === null) throw new KeyRefused(`${path} is wrapped: say by XINQIAO_KMS_COMMAND who unwraps it`)
  return wrapping.unwrap(bytes)
}

/**
 * Makes a key and says what it is. A link fails where a rename would replace: whoever comes second finds the name taken
 * and reads the first one's key.
 */
export async function makeKeyFile(
  folder: string,
  name: string,
  wrapping: KeyWrapping | null,
  drawn: Buffer = randomBytes(keyBytes),
): Promise<Buffer> {
  const path = join(folder, `${name}.key`)
  await linkDurably(folder, `${name}.key`, await keyText(drawn, wrapping))
  const key = await readKeyFile(path, wrapping)
  if (key === null) throw new KeyRefused(`${path} vanished while it was made`)
  return key
}

/** Writes a file whole or not at all; one that is there stays as it is. */
export async function linkDurably(folder: string, name: string, text: string): Promise<void> {
  const temporary = await writeBeside(folder, name, text)
  try {
    await link(temporary, join(folder, name)).catch((fault) => {
      if (fault.code !== 'EEXIST') throw fault
    })
    await syncFolder(folder)
  } finally {
    await unlink(temporary)
  }
}

/** Writes a file whole or not at all, in the place of the one that is there. */
export async function replaceDurably(folder: string, name: string, text: string): Promise<void> {
  await rename(await writeBeside(folder, name, text), join(folder, name))
  await syncFolder(folder)
}

/** A name that begins with a dot is swept away when its writer died. */
async function writeBeside(folder: string, name: string, text: string): Promise<string> {
  const temporary = join(folder, `.${name}.${process.pid}.${randomBytes(6).toString('hex')}`)
  const file = await open(temporary, 'wx', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  return temporary
}
