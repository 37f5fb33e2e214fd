/**
 * Files as a folder keeps them: sealed, and equal ones once. A file lies under `<address>/<name>`, where the address is a
 * keyed digest of what is in it and the name is drawn for each upload. Uploads of the same content are hard links to the
 * same bytes, so that taking one back leaves the others, and the last one takes the bytes with it.
 */
import { createHash, createHmac, type KeyObject, randomBytes } from 'node:crypto'
import { type FileHandle, link, mkdir, open, readdir, rename, rmdir, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { type KeyVault, subkey } from '../../identity/keyring.ts'
import { err, ok } from '../../kernel/result.ts'
import { sweepAbandoned, syncFolder, unlessAbsent } from './durable.ts'
import { FileBroken, fileKey, headBytes, headOf, keyFrom, openFrames, plainBytes, sealFrames } from './sealed-frames.ts'
import type { FileStore } from './store.ts'

/** What lies in the store under one name. */
export interface OpenedFile {
  readonly bytes: number
  /** Can be read once. Throws FileBroken where the file is not what was put there. */
  readonly stream: AsyncIterable<Uint8Array>
}

export interface SealedFiles extends FileStore {
  /** Null when there is none of that name, or it was taken back or erased. Throws FileBroken. */
  open(file: string): Promise<OpenedFile | null>
}

const addressSigns = 40
const nameSigns = 24
const shape = /^[0-9a-f]{64}$/
/** No upload lasts a day. */
const abandonedAfterMs = 86_400_000

export async function sealedFiles(folder: string, vault: Pick<KeyVault, 'filesKeys'>): Promise<SealedFiles> {
  const incoming = join(folder, '.incoming')
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  await sweepAbandoned(incoming, () => true, abandonedAfterMs)
  return {
    async put(content, { mediaType }) {
      const temporary = join(incoming, randomBytes(12).toString('hex'))
      try {
        const { address, bytes } = await writeSealed(temporary, content, vault)
        const file = address + randomBytes(nameSigns / 2).toString('hex')
        await settle(folder, temporary, file)
        return ok({ file, mediaType, bytes })
      } catch (fault) {
        if (isFull(fault)) return err({ kind: 'store-full' })
        throw fault
      } finally {
        await unlink(temporary).catch(unlessAbsent)
      }
    },
    async open(file) {
      if (!shape.test(file)) return null
      return openSealed(pathOf(folder, file), file.slice(0, addressSigns), await sealingKeys(vault))
    },
    async discard(file) {
      if (!shape.test(file)) return
      const path = pathOf(folder, file)
      await unlink(path).catch(unlessAbsent)
      // succeeds for the last one alone
      await rmdir(join(path, '..')).catch(() => {})
    },
  }
}

/** `ab/<address>/<name>`: no folder grows with all the files of the house. */
const pathOf = (folder: string, file: string): string =>
  join(folder, file.slice(0, 2), file.slice(0, addressSigns), file.slice(addressSigns))

/** Those that a file may be sealed under, the newest first. */
export const sealingKeys = async (vault: Pick<KeyVault, 'filesKeys'>): Promise<readonly KeyObject[]> =>
  (await vault.filesKeys()).map(({ key }) => subkey(key, 'file key'))

/** Writes frames as they come, and the head last, because only then is the address known, and which key is the newest. */
async function writeSealed(path: string, content: AsyncIterable<Uint8Array>, vault: Pick<KeyVault, 'filesKeys'>) {
  const handle = await open(path, 'wx', 0o600)
  try {
    const digest = createHash('sha256')
    const own = fileKey()
    let bytes = 0
    const watched = (async function* () {
      for await (const piece of content) {
        digest.update(piece)
        bytes += piece.length
        yield piece
      }
    })()
    let at = headBytes
    for await (const frame of sealFrames(own, watched)) {
      await writeAll(handle, frame, at)
      at += frame.length
    }
    const [{ key }] = await vault.filesKeys()
    const address = createHmac('sha256', subkey(key, 'file address'))
      .update(digest.digest())
      .digest('hex')
      .slice(0, addressSigns)
    await writeAll(handle, headOf(subkey(key, 'file key'), own, address), 0)
    await handle.sync()
    return { address, bytes }
  } finally {
    await handle.close()
  }
}

async function writeAll(handle: FileHandle, bytes: Buffer, at: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    done += (await handle.write(bytes, done, bytes.length - done, at + done)).bytesWritten
  }
}

/** Gives a file its name: as another link to the same content if that is there, as it came otherwise. */
async function settle(folder: string, temporary: string, file: string): Promise<void> {
  const path = pathOf(folder, file)
  const home = join(path, '..')
  // whoever takes the last file of a folder back clears the folder away, maybe between these two lines
  for (let attempt = 1; ; attempt += 1) {
    await mkdir(home, { recursive: true, mode: 0o700 })
    if (await linkedToTwin(home, temporary, path)) break
    const renamed = await rename(temporary, path).catch(unlessAbsent)
    if (renamed !== null) break
    if (attempt === 5) throw new Error(`no file could be put into ${home}`)
  }
  for (const each of [home, join(home, '..'), folder]) await syncFolder(each)
}

/** False when there is no twin, or it cannot have another link: the bytes are then kept twice, which harms nobody. */
async function linkedToTwin(home: string, temporary: string, path: string): Promise<boolean> {
  try {
    const [twin] = await readdir(home)
    if (twin === undefined) return false
    const [there, here] = await Promise.all([stat(join(home, twin)), stat(temporary)])
    if (there.size !== here.size) return false
    await link(join(home, twin), path)
    return true
  } catch {
    return false
  }
}

const full = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
const isFull = (fault: unknown): boolean => full.has((fault as NodeJS.ErrnoException).code ?? '')

async function openSealed(path: string, address: string, sealing: readonly KeyObject[]): Promise<OpenedFile | null> {
  const handle = await open(path, 'r').catch(unlessAbsent)
  if (handle === null) return null
  try {
    const bodyBytes = (await handle.stat()).size - headBytes
    if (bodyBytes < 0) throw new FileBroken('the file is cut short')
    const key = keyFrom(sealing, await readAt(handle, 0, headBytes), address)
    return { bytes: plainBytes(bodyBytes), stream: streamOf(path, key, bodyBytes) }
  } finally {
    await handle.close()
  }
}

/** Opens the file again when it is read, so that an answer that is never sent leaves nothing open. */
async function* streamOf(path: string, key: KeyObject, bodyBytes: number): AsyncGenerator<Buffer> {
  const handle = await open(path, 'r')
  try {
    yield* openFrames(key, bodyBytes, (at, length) => readAt(handle, headBytes + at, length))
  } finally {
    await handle.close()
  }
}

async function readAt(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  for (let done = 0; done < length; ) {
    const { bytesRead } = await handle.read(bytes, done, length - done, at + done)
    if (bytesRead === 0) throw new FileBroken('the file is cut short')
    done += bytesRead
  }
  return bytes
}

/** Every file of the store, with the address that its head is bound to. */
export async function* filesIn(folder: string): AsyncGenerator<{ readonly path: string; readonly address: string }> {
  for (const group of await namesIn(folder, /^[0-9a-f]{2}$/)) {
    for (const address of await namesIn(join(folder, group), /^[0-9a-f]{40}$/)) {
      const home = join(folder, group, address)
      for (const name of await namesIn(home, /^[0-9a-f]{24}$/)) yield { path: join(home, name), address }
    }
  }
}

const namesIn = async (folder: string, named: RegExp): Promise<readonly string[]> =>
  ((await readdir(folder).catch(unlessAbsent)) ?? []).filter((name) => named.test(name)).sort()
