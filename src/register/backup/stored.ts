/** Files and waiting messages on their way into an archive: sealed as they lie, never opened. */
import { type FileHandle, open, readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { ClientBase } from 'pg'
import { spooledIn } from '../../notices/spool.ts'
import { unlessAbsent } from '../../platform/files/durable.ts'
import type { ArchiveWriter } from './archive-writer.ts'
import { figuresSection, filePath, fileSection, lawSection, placeOf, spoolSection } from './format.ts'
import type { OnProgress } from './progress.ts'
import { isThere } from './tables.ts'

const filesAtOnce = 1000
const readBytes = 2 ** 20

export interface StoredFiles {
  readonly files: number
  /** Files that the facts name and that are not in the store. */
  readonly absent: readonly string[]
}

/** Every file that the snapshot refers to, by name. A twin goes in as another name for the same bytes. */
export async function putFiles(
  client: ClientBase,
  folder: string,
  archive: ArchiveWriter,
  onProgress: OnProgress,
  signal?: AbortSignal,
): Promise<StoredFiles> {
  const absent: string[] = []
  let section = { name: '', rows: 0, bytes: 0 }
  let twins = new Map<string, string>()
  let [files, bytes] = [0, 0]
  const endSection = async () => {
    if (section.name !== '') await archive.endSection(section.name, section)
  }
  for await (const file of filesReferredTo(client)) {
    signal?.throwIfAborted()
    if (section.name !== fileSection(file)) {
      await endSection()
      section = { name: fileSection(file), rows: 0, bytes: 0 }
      twins = new Map()
    }
    const put = await putFile(join(folder, filePath(file).slice('files/'.length)), filePath(file), archive, twins)
    if (put === null) {
      absent.push(file)
      continue
    }
    files += 1
    bytes += put
    section = { ...section, rows: section.rows + 1, bytes: section.bytes + put }
    onProgress({ step: 'files', what: '', rows: files, bytes, share: null })
  }
  await endSection()
  return { files, absent }
}

/** Sorted as bytes, so that files that begin alike stand together whatever the database's own order is. */
async function* filesReferredTo(client: ClientBase): AsyncGenerator<string> {
  if (!(await isThere(client, 'file_reference'))) return
  await client.query(`declare referred no scroll cursor for
    select file from (select distinct file collate "C" as file from file_reference) f
    where file ~ '^[0-9a-f]{64}$' order by file`)
  for (;;) {
    const { rows } = await client.query<{ file: string }>(`fetch ${filesAtOnce} from referred`)
    if (rows.length === 0) break
    yield* rows.map(({ file }) => file)
  }
  await client.query('close referred')
}

/** The bytes that it has; null when there is no such file. */
async function putFile(
  path: string,
  entry: string,
  archive: ArchiveWriter,
  twins: Map<string, string>,
): Promise<number | null> {
  const handle = await open(path, 'r').catch(unlessAbsent)
  if (handle === null) return null
  try {
    const { dev, ino, nlink, size } = await handle.stat()
    const twin = twins.get(`${dev} ${ino}`)
    if (nlink > 1 && twin !== undefined) {
      await archive.putLink(entry, twin)
      return 0
    }
    await archive.put(entry, size, contentOf(handle, size))
    if (nlink > 1) twins.set(`${dev} ${ino}`, entry)
    return size
  } finally {
    await handle.close()
  }
}

/** A stored file never changes its length: the head may be sealed anew in its place, and nothing else. */
async function* contentOf(handle: FileHandle, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < size; ) {
    const piece = Buffer.alloc(Math.min(readBytes, size - at))
    const { bytesRead } = await handle.read(piece, 0, piece.length, at)
    if (bytesRead === 0) throw new Error('a stored file became shorter while it was read')
    yield piece.subarray(0, bytesRead)
    at += bytesRead
  }
}

/** Messages that nobody has collected yet: what is lost here is a letter that somebody waits for. */
export async function putSpool(folder: string, archive: ArchiveWriter): Promise<number> {
  let [rows, bytes] = [0, 0]
  for (const { path } of await spooledIn(folder)) {
    const put = await putFile(path, `${spoolSection}/${relative(folder, path)}`, archive, new Map())
    if (put === null) continue
    rows += 1
    bytes += put
  }
  await archive.endSection(spoolSection, { rows, bytes })
  return rows
}

/** What was published of figures: the facts name the files by their digests. Returns how many there are, and which are not. */
export async function putFigures(client: ClientBase, folder: string, archive: ArchiveWriter): Promise<StoredFiles> {
  const absent: string[] = []
  let [rows, bytes] = [0, 0]
  for (const name of await figuresPublished(client)) {
    const put = await putFile(join(folder, name), `${figuresSection}/${name}`, archive, new Map())
    if (put === null) {
      absent.push(`${figuresSection}/${name}`)
      continue
    }
    rows += 1
    bytes += put
  }
  await archive.endSection(figuresSection, { rows, bytes })
  return { files: rows, absent }
}

/** Packs that the office added, by the names of their files. */
export async function putLaw(folder: string, archive: ArchiveWriter): Promise<number> {
  let [rows, bytes] = [0, 0]
  for (const name of (await readdir(folder).catch(() => [])).toSorted()) {
    const path = `${lawSection}/${name}`
    if (placeOf(path)?.kind !== 'law') continue
    const put = await putFile(join(folder, name), path, archive, new Map())
    if (put === null) continue
    rows += 1
    bytes += put
  }
  await archive.endSection(lawSection, { rows, bytes })
  return rows
}

async function figuresPublished(client: ClientBase): Promise<readonly string[]> {
  if (!(await isThere(client, 'figures'))) return []
  const { rows } = await client.query<{ name: string }>(
    `select distinct name from figures, unnest(array[extract || '.csv', counts || '.json']) as name order by 1`,
  )
  return rows.map(({ name }) => name)
}
