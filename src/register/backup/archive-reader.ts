import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { createTarDecoder } from 'modern-tar'
import { lineOf, sha256Of } from './archive-writer.ts'
import {
  type Digests,
  digestsPath,
  format,
  type Manifest,
  manifestPath,
  parseDigests,
  parseManifest,
  placeOf,
} from './format.ts'
import { ArchiveBroken, BackupRefused } from './refused.ts'

/** One entry, to be read before the next one is asked for. */
export interface Entry {
  readonly path: string
  readonly bytes: number
  /** Of which entry this is another name. */
  readonly target: string | null
  readonly body: AsyncIterable<Uint8Array>
}

const readBytes = 2 ** 20
/** No manifest, list or last entry of ours comes near it. */
const textMaxBytes = 2 ** 28

/** Every entry in its order. Throws ArchiveBroken where the tar itself is damaged or cut short. */
export async function* entriesOf(path: string): AsyncGenerator<Entry> {
  const source = Readable.toWeb(createReadStream(path, { highWaterMark: readBytes })) as ReadableStream<Uint8Array>
  const entries = source.pipeThrough(createTarDecoder({ strict: true }))
  let last = ''
  try {
    for await (const { header, body } of entries) {
      last = header.name
      if (header.type !== 'file' && header.type !== 'link') throw new ArchiveBroken(`${last} is no file`)
      const target = header.type === 'link' ? (header.linkname ?? '') : null
      yield { path: header.name, bytes: header.size, target, body: whole(body, path, last) }
    }
  } catch (fault) {
    throw damageInWords(fault, path, last)
  }
}

/** Where the body is cut short, whoever reads it hears so. */
async function* whole(body: AsyncIterable<Uint8Array>, path: string, entry: string): AsyncGenerator<Uint8Array> {
  try {
    yield* body
  } catch (fault) {
    throw damageInWords(fault, path, entry)
  }
}

function damageInWords(fault: unknown, path: string, last: string): unknown {
  const { code, message } = fault as NodeJS.ErrnoException
  if (code === 'ENOENT') return new BackupRefused(`there is no file ${path}`)
  if (code === 'EISDIR') return new BackupRefused(`${path} is a folder`)
  if (code !== undefined || fault instanceof ArchiveBroken || fault instanceof BackupRefused) return fault
  const where = last === '' ? '' : `, after ${last}`
  if (/truncated/i.test(message)) return new ArchiveBroken(`${path} is cut short${where}`)
  if (/\btar\b|EOF/i.test(message)) return new ArchiveBroken(`${path} is damaged${where}, or is no backup: ${message}`)
  return fault
}

/** What an archive turned out to be, once every byte of it has been held against its digests. */
export interface Verified {
  readonly manifest: Manifest
  readonly digests: Digests
  /** Of the last entry, by which one archive is known from another. */
  readonly sha256: string
  /** The digest of every piece of a table, so that what is read the second time is what was checked the first. */
  readonly pieces: ReadonlyMap<string, string>
}

/** Reads the whole archive and writes nothing. Throws ArchiveBroken, naming what is not as it was written. */
export async function verifyArchive(path: string, onProgress: (bytes: number) => void = () => {}): Promise<Verified> {
  const check = new Check(path)
  for await (const entry of entriesOf(path)) {
    await check.take(entry)
    onProgress(entry.bytes)
  }
  return check.verified()
}

interface Seen {
  readonly name: string
  readonly entries: number
  readonly sha256: string
}

/** What has been read so far. Holds one section's digests at a time. */
class Check {
  readonly #path: string
  #manifest: { readonly value: Manifest; readonly sha256: string } | null = null
  #last: { readonly value: Digests; readonly sha256: string } | null = null
  #section = ''
  #digests = new Map<string, string>()
  readonly #seen: Seen[] = []
  readonly #pieces = new Map<string, string>()

  constructor(path: string) {
    this.#path = path
  }

  async take(entry: Entry): Promise<void> {
    if (this.#last !== null) throw new ArchiveBroken(`${entry.path} stands behind the end of ${this.#path}`)
    if (this.#manifest === null) {
      this.#manifest = await this.#readManifest(entry)
      return
    }
    if (entry.path === digestsPath) {
      if (this.#digests.size > 0) throw new ArchiveBroken(`${this.#section} has no list`)
      const text = await textOf(entry)
      this.#last = { value: parsed(text, parseDigests, digestsPath), sha256: sha256Of(text) }
      return
    }
    const place = placeOf(entry.path)
    if (place === null) throw new ArchiveBroken(`${entry.path} has no business in a backup`)
    if (place.kind === 'list') return this.#endSection(place.section, await textOf(entry))
    if (this.#digests.size > 0 && place.section !== this.#section)
      throw new ArchiveBroken(`${entry.path} stands in the midst of ${this.#section}`)
    if (this.#digests.has(entry.path)) throw new ArchiveBroken(`${entry.path} is there twice`)
    this.#section = place.section
    const digest = entry.target === null ? await digestOf(entry.body) : this.#digests.get(entry.target)
    if (digest === undefined) throw new ArchiveBroken(`${entry.path} leads to nothing`)
    this.#digests.set(entry.path, digest)
    if (place.kind === 'piece') this.#pieces.set(entry.path, digest)
  }

  async #readManifest(entry: Entry) {
    if (entry.path !== manifestPath) throw new BackupRefused(`${this.#path} is no backup of a house`)
    const text = await textOf(entry)
    return { value: parsed(text, parseManifest, manifestPath), sha256: sha256Of(text) }
  }

  #endSection(name: string, list: string): void {
    if (this.#digests.size > 0 && name !== this.#section)
      throw new ArchiveBroken(`the list of ${name} stands in the midst of ${this.#section}`)
    const found = [...this.#digests].map(([path, digest]) => lineOf(path, digest))
    if (found.join('') !== list) throw new ArchiveBroken(`${differing(found, list, name)} is not as it was written`)
    this.#seen.push({ name, entries: found.length, sha256: sha256Of(list) })
    this.#digests = new Map()
  }

  verified(): Verified {
    if (this.#manifest === null) throw new BackupRefused(`${this.#path} is no backup of a house`)
    if (this.#last === null) throw new ArchiveBroken(`${this.#path} is cut short: its last entry is missing`)
    const { value: digests, sha256 } = this.#last
    if (digests.manifest !== this.#manifest.sha256) throw new ArchiveBroken(`${manifestPath} is not as it was written`)
    for (const [at, wanted] of digests.sections.entries()) refuseOther(this.#seen[at], wanted)
    const more = this.#seen[digests.sections.length]
    if (more !== undefined) throw new ArchiveBroken(`${more.name} was put into this backup afterwards`)
    return { manifest: this.#manifest.value, digests, sha256, pieces: this.#pieces }
  }
}

function refuseOther(seen: Seen | undefined, wanted: Seen): void {
  if (seen?.name !== wanted.name) throw new ArchiveBroken(`${wanted.name} is missing or out of its place`)
  if (seen.sha256 !== wanted.sha256 || seen.entries !== wanted.entries)
    throw new ArchiveBroken(`${wanted.name} is that of another backup`)
}

/** The first entry on which what was found and what was listed differ. */
function differing(found: readonly string[], list: string, name: string): string {
  const listed = list.split('\n')
  const at = found.findIndex((line, index) => line.trimEnd() !== listed[index])
  const line = at >= 0 ? found[at] : listed[found.length]
  return line?.trimEnd().split('  ')[1] ?? name
}

function parsed<T>(text: string, parse: (text: string) => T, path: string): T {
  try {
    return parse(text)
  } catch {
    const said = formatSaid(text)
    if (said === null || said === format) throw new ArchiveBroken(`${path} is not as it was written`)
    throw new BackupRefused(
      `the backup has the form "${said}", which this program does not know: use a newer one`,
      'newer-program',
    )
  }
}

function formatSaid(text: string): string | null {
  try {
    const said = JSON.parse(text).format
    return typeof said === 'string' && /^xinqiao backup \d{1,4}$/.test(said) ? said : null
  } catch {
    return null
  }
}

export async function digestOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const digest = createHash('sha256')
  for await (const piece of body) digest.update(piece)
  return digest.digest('hex')
}

export async function bytesOf({ body }: Pick<Entry, 'body'>): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of body) pieces.push(piece)
  return Buffer.concat(pieces)
}

async function textOf(entry: Entry): Promise<string> {
  if (entry.bytes > textMaxBytes) throw new ArchiveBroken(`${entry.path} is too large to be what its name says`)
  return (await bytesOf(entry)).toString('utf8')
}
