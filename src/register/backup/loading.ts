/** What an archive holds on its way into an empty house. */
import { once } from 'node:events'
import { link, mkdir, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { finished } from 'node:stream/promises'
import type pg from 'pg'
import { from } from 'pg-copy-streams'
import { quoted } from '../../engine/read-model.ts'
import { bytesOf, type Entry, entriesOf, type Verified } from './archive-reader.ts'
import { sha256Of } from './archive-writer.ts'
import { headsSection, placeOf } from './format.ts'
import { decompress } from './pieces.ts'
import type { OnProgress } from './progress.ts'
import { ArchiveBroken } from './refused.ts'

/** Where rows of the heads lie while they are compared; gone with the transaction. */
export const headsTable = 'backup_head'

export interface Loading {
  readonly client: pg.Client
  readonly archive: string
  readonly verified: Verified
  /** Files and messages are put here first: `files/`, `spool/`. */
  readonly staging: string
  readonly onProgress: OnProgress
}

/** Writes every row and file that the archive has. Throws ArchiveBroken where it is not any more what was checked. */
export async function load({ client, archive, verified, staging, onProgress }: Loading): Promise<void> {
  const wanted = new Map(verified.digests.sections.map(({ name, rows }) => [name, rows]))
  const all = [...wanted.values()].reduce((sum, rows) => sum + rows, 0)
  const columnsOf = new Map(verified.manifest.tables.map(({ name, columns }) => [name, columns]))
  let copying: Copying | null = null
  let [rows, bytes] = [0, 0]
  const endCopying = async () => {
    if (copying === null) return
    const { section } = copying
    const loaded = await copying.end()
    copying = null
    if (loaded !== wanted.get(section))
      throw new ArchiveBroken(`${section} has ${loaded} rows, not ${wanted.get(section)}`)
    rows += loaded
  }
  for await (const entry of entriesOf(archive)) {
    const place = placeOf(entry.path)
    if (place?.kind === 'piece') {
      if (copying?.section !== place.section) {
        await endCopying()
        copying = startCopying(client, place.section, place.table, columnsOf)
      }
      const content = await pieceOf(entry, verified)
      await copying.write(content)
      bytes += content.length
      onProgress({ step: 'load', what: place.table ?? headsSection, rows, bytes, share: all === 0 ? null : rows / all })
      continue
    }
    await endCopying()
    if (place && 'under' in place) {
      await putStored(entry, staging, place.kind === 'figures' ? 0o644 : 0o600)
      rows += 1
      bytes += entry.bytes
      onProgress({ step: 'files', what: '', rows, bytes, share: all === 0 ? null : rows / all })
    }
  }
  await endCopying()
}

async function pieceOf(entry: Entry, { pieces }: Verified): Promise<Buffer> {
  const packed = await bytesOf(entry)
  if (sha256Of(packed) !== pieces.get(entry.path))
    throw new ArchiveBroken(`${entry.path} was changed while it was read`)
  return decompress(packed, entry.path)
}

interface Copying {
  readonly section: string
  write(content: Buffer): Promise<void>
  /** Returns how many rows the table has now. */
  end(): Promise<number>
}

function startCopying(
  client: pg.Client,
  section: string,
  table: string | null,
  columnsOf: ReadonlyMap<string, readonly string[]>,
): Copying {
  const columns = table === null ? ['stream_id', 'version', 'hash'] : columnsOf.get(table)
  if (columns === undefined) throw new ArchiveBroken(`${section} is no table of this backup`)
  const into = `${quoted(table ?? headsTable)} (${columns.map(quoted).join(', ')})`
  const stream = client.query(from(`copy ${into} from stdin`))
  const done = finished(stream)
  done.catch(() => {})
  return {
    section,
    async write(content) {
      if (!stream.write(content)) await Promise.race([once(stream, 'drain'), done])
    },
    async end() {
      stream.end()
      await done
      return stream.rowCount
    },
  }
}

async function putStored(entry: Entry, staging: string, mode: number): Promise<void> {
  const path = join(staging, entry.path)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  if (entry.target !== null) {
    await link(join(staging, entry.target), path)
    return
  }
  const file = await open(path, 'wx', mode)
  try {
    for await (const piece of entry.body) await file.writeFile(piece)
    await file.sync()
  } finally {
    await file.close()
  }
}
