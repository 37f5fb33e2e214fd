import { createHash } from 'node:crypto'
import { type FileHandle, link, open, rename, stat, unlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import { createTarPacker } from 'modern-tar'
import { syncFolder, unlessAbsent } from '../../platform/files/durable.ts'
import { type Digests, digestsPath, listPath, type Manifest, manifestPath, type Section } from './format.ts'
import { partialOf } from './place.ts'
import { BackupRefused, diskInWords } from './refused.ts'

/** An archive on its way to the disk. It has its name only once it is whole. */
export interface ArchiveWriter {
  /** Puts one entry; one that comes as a stream must have exactly the bytes that were said. Returns its digest. */
  put(path: string, bytes: number, content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<string>
  /** Another name for an entry of the same section. */
  putLink(path: string, target: string): Promise<void>
  /** Ends a section with the list of its digests. */
  endSection(name: string, content: { readonly rows: number; readonly bytes: number }): Promise<void>
  /** Writes the last entry, waits for the disk and gives the archive its name. */
  finish(rest: Pick<Digests, 'facts' | 'streams' | 'erasedMeanwhile' | 'missing'>): Promise<Finished>
  /** Leaves nothing behind. */
  discard(): Promise<void>
}

export interface Finished {
  readonly digests: Digests
  /** Of the last entry, and so of everything: by it one archive is known from another. */
  readonly sha256: string
  readonly bytes: number
}

export const sha256Of = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** Opens `PATH.partial` and writes the manifest. `path` comes from `placeFor`. */
export async function openArchive(path: string, manifest: Manifest): Promise<ArchiveWriter> {
  const partial = partialOf(path)
  const handle = await open(partial, 'wx', 0o600).catch((fault) => {
    throw diskInWords(fault, path)
  })
  const tar = tarInto(handle)
  const sections: Section[] = []
  let lines: string[] = []
  const digestOf = new Map<string, string>()

  async function write(path: string, bytes: number, content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) {
    const digest = createHash('sha256')
    await tar.add({ name: path, size: bytes, mode: 0o600, type: 'file' }, content, (piece) => digest.update(piece))
    return digest.digest('hex')
  }

  const written = async <T>(work: Promise<T>): Promise<T> =>
    work.catch((fault) => {
      throw diskInWords(fault, path)
    })

  const text = JSON.stringify(manifest, null, 1)
  await written(write(manifestPath, Buffer.byteLength(text), [Buffer.from(text)]))

  return {
    async put(entry, bytes, content) {
      const digest = await written(write(entry, bytes, content))
      lines.push(lineOf(entry, digest))
      digestOf.set(entry, digest)
      return digest
    },
    async putLink(entry, target) {
      const digest = digestOf.get(target)
      if (digest === undefined) throw new Error(`${entry} would lead to nothing`)
      await written(tar.add({ name: entry, size: 0, type: 'link', linkname: target, mode: 0o600 }, [], () => {}))
      lines.push(lineOf(entry, digest))
    },
    async endSection(name, { rows, bytes }) {
      const list = Buffer.from(lines.join(''))
      const digest = await written(write(listPath(name), list.length, [list]))
      sections.push({ name, entries: lines.length, rows, bytes, sha256: digest })
      lines = []
      digestOf.clear()
    },
    async finish(rest) {
      const endedAt = new Date().toISOString()
      const digests: Digests = { format: manifest.format, endedAt, manifest: sha256Of(text), sections, ...rest }
      const last = Buffer.from(JSON.stringify(digests, null, 1))
      const sha256 = await written(write(digestsPath, last.length, [last]))
      await written(tar.end())
      const { size } = await handle.stat()
      await written(handle.sync())
      await handle.close()
      await nameIt(partial, path)
      return { digests, sha256, bytes: size }
    },
    async discard() {
      await tar.abort()
      await handle.close().catch(() => {})
      await unlink(partial).catch(unlessAbsent)
    },
  }
}

/** As `sha256sum -c` reads it. */
export const lineOf = (path: string, digest: string): string => `${digest}  ${path}\n`

type TarHeader = Parameters<ReturnType<typeof createTarPacker>['controller']['add']>[0]

/** The tar as it is packed, written down as fast as the disk takes it. A disk that fails ends the packing. */
function tarInto(handle: FileHandle) {
  const { readable, controller } = createTarPacker()
  let failure: unknown
  const pumped = (async () => {
    for await (const piece of readable) {
      await writeAll(handle, piece).catch((fault) => {
        failure = fault
        throw fault
      })
    }
  })()
  pumped.catch(() => {})
  return {
    async add(
      header: TarHeader,
      content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
      seen: (piece: Uint8Array) => void,
    ) {
      try {
        const writer = controller.add({ mtime: new Date(), ...header }).getWriter()
        // what went wrong comes out of the writes below
        writer.closed.catch(() => {})
        for await (const piece of content) {
          seen(piece)
          await writer.write(piece)
        }
        await writer.close()
      } catch (fault) {
        // the packer only says that it was stopped; why, the disk has said
        throw failure ?? fault
      }
    },
    async end() {
      controller.finalize()
      await pumped
    },
    async abort() {
      try {
        controller.error(new Error('the archive is given up'))
      } catch {
        // it had ended by itself
      }
      await pumped.catch(() => {})
    },
  }
}

async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length; )
    done += (await handle.write(bytes, done, bytes.length - done, null)).bytesWritten
}

/** A link and not a renaming, which would replace whatever came there meanwhile. Not every file system has links. */
async function nameIt(partial: string, path: string): Promise<void> {
  try {
    await link(partial, path)
    await unlink(partial)
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'EEXIST')
      throw new BackupRefused(`${path} came to be there meanwhile`, 'place-taken')
    if ((await stat(path).catch(unlessAbsent)) !== null) throw fault
    await rename(partial, path)
  }
  await syncFolder(dirname(path))
}
