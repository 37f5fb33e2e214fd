import type pg from 'pg'
import { to } from 'pg-copy-streams'
import type { DataFolder } from '../../platform/data-folder.ts'
import { nameOf } from '../../platform/database-keys.ts'
import { readMigrations } from '../../platform/migrate.ts'
import type { Database } from '../../platform/postgres.ts'
import { type ArchiveWriter, openArchive } from './archive-writer.ts'
import { format, headsSection, type Manifest, piecePath, tableSection } from './format.ts'
import { compress, piecesOf } from './pieces.ts'
import { placeFor } from './place.ts'
import type { OnProgress } from './progress.ts'
import { BackupRefused } from './refused.ts'
import { ownerSession } from './session.ts'
import { putFigures, putFiles, putLaw, putSpool } from './stored.ts'
import { type CopiedTable, copiedTables, isThere, leftOut } from './tables.ts'

export interface BackingUp {
  readonly database: Pick<Database, 'doorFor'>
  readonly folder: DataFolder
  /** Where the archive is to lie. */
  readonly path: string
  /** The version of this program. */
  readonly program: string
  readonly onProgress?: OnProgress
  readonly signal?: AbortSignal
  /** Done when the moment of the archive is fixed: keys that its rows need are there by then. */
  readonly onSnapshot?: () => Promise<void>
}

export interface BackedUp {
  readonly path: string
  readonly madeAt: string
  readonly sha256: string
  readonly bytes: number
  readonly rows: number
  readonly facts: number
  readonly streams: number
  readonly files: number
  readonly erasedMeanwhile: readonly string[]
  /** Files that the facts name and that the house has lost. */
  readonly missing: readonly string[]
}

/**
 * Saves a house as it is at one moment into one file, while it goes on working: facts, sealed pieces, read models, files and waiting
 * messages. Never the keys. The file has its name only once it is whole and on the disk. Throws BackupRefused.
 */
export async function backUp(backing: BackingUp): Promise<BackedUp> {
  const path = await placeFor(backing.path, backing.folder.path)
  return ownerSession(backing.database, 'backup', (client) => saveOn(client, path, backing), backing.signal)
}

async function saveOn(client: pg.Client, path: string, backing: BackingUp): Promise<BackedUp> {
  const { folder, onProgress = () => {}, signal } = backing
  await client.query('begin isolation level repeatable read read only')
  const tables = await copiedTables(client)
  const manifest = await manifestOf(client, tables, backing.program)
  await backing.onSnapshot?.()
  const archive = await openArchive(path, manifest)
  try {
    const saved = await putTables(client, tables, archive, onProgress)
    const heads = await putHeads(client, archive)
    const spooled = await putSpool(folder.spool, archive)
    const law = await putLaw(folder.lawPacks, archive)
    const figures = await putFigures(client, folder.figures, archive)
    const { files, absent } = await putFiles(client, folder.files, archive, onProgress, signal)
    await client.query('commit')
    const absences = await whyAbsent(client, absent, figures.absent)
    signal?.throwIfAborted()
    const facts = saved.get('event') ?? 0
    const done = await archive.finish({ facts, streams: heads, ...absences })
    const rows = [...saved.values()].reduce((sum, each) => sum + each, 0)
    const { madeAt } = manifest
    return {
      ...{ path, madeAt, sha256: done.sha256, bytes: done.bytes, rows, facts, streams: heads },
      ...{ files: files + spooled + law + figures.files, ...absences },
    }
  } catch (fault) {
    await archive.discard()
    throw fault
  }
}

async function manifestOf(client: pg.Client, tables: readonly CopiedTable[], program: string): Promise<Manifest> {
  if (!(await isThere(client, 'event'))) throw new BackupRefused('there is no house in this database yet')
  const { rows: moment } = await client.query<{ at: Date; version: string }>(
    `select now() as at, current_setting('server_version') as version`,
  )
  const migrations = await client.query<{ number: number; name: string; checksum: string; applied_at: Date }>(
    'select number, name, checksum, applied_at from migration order by number',
  )
  refuseNewer(migrations.rows)
  const [{ at, version } = { at: new Date(), version: '' }] = moment
  return {
    ...{ format, madeAt: at.toISOString(), program, postgres: version },
    migrations: migrations.rows.map(({ applied_at, ...row }) => ({ ...row, appliedAt: applied_at.toISOString() })),
    tables: tables.map(({ name, columns }) => ({ name, columns: [...columns] })),
    leftOut,
    sequences: await sequencesOf(client),
    checkpoint: await checkpointOf(client),
  }
}

/** What this program does not know it might save wrongly: which tables mark how far somebody has read, say. */
function refuseNewer(applied: readonly { readonly number: number; readonly name: string }[]): void {
  const known = new Set(readMigrations().map(({ number }) => number))
  const unknown = applied.filter(({ number }) => !known.has(number)).map(({ name }) => name)
  if (unknown.length > 0)
    throw new BackupRefused(
      `the database is newer than this program: it has ${unknown.join(', ')}. Use a newer program.`,
    )
}

/** What the register had published last, as everybody could read it. */
async function checkpointOf(client: pg.Client): Promise<string | null> {
  if (!(await isThere(client, 'register_log'))) return null
  const { rows } = await client.query<{ checkpoint: string | null }>('select checkpoint from register_log')
  return rows[0]?.checkpoint ?? null
}

/** The numbers of facts are given anew; every other counter goes on where it stood. */
async function sequencesOf(client: pg.Client): Promise<Manifest['sequences']> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S'
      and oid <> coalesce(pg_get_serial_sequence('event', 'seq'), 'pg_class')::regclass order by 1`,
  )
  const sequences: Manifest['sequences'] = []
  for (const { name } of rows) {
    const { rows: state } = await client.query<{ last: string; called: boolean }>(
      `select last_value::text as last, is_called as called from public.${client.escapeIdentifier(name)}`,
    )
    const [{ last, called } = { last: '1', called: false }] = state
    sequences.push({ name, lastValue: Number(last), isCalled: called })
  }
  return sequences
}

/** Returns how many rows each table has. */
async function putTables(
  client: pg.Client,
  tables: readonly CopiedTable[],
  archive: ArchiveWriter,
  onProgress: OnProgress,
): Promise<ReadonlyMap<string, number>> {
  const all = tables.reduce((sum, { rowsAbout }) => sum + rowsAbout, 0)
  const saved = new Map<string, number>()
  let [rows, bytes] = [0, 0]
  for (const table of tables) {
    const { name } = table
    const before = rows
    await readAs(client, table, () =>
      putCopied(client, tableSection(name), table.source, archive, (piece) => {
        rows += piece.rows
        bytes += piece.bytes
        onProgress({ step: 'tables', what: name, rows, bytes, share: all === 0 ? null : Math.min(rows / all, 1) })
      }),
    )
    saved.set(name, rows - before)
  }
  return saved
}

/** Row security lets the house's work see every row; should it ever not, a backup with rows left out must not pass for a whole one. */
async function readAs(client: pg.Client, { name, as }: CopiedTable, read: () => Promise<number>): Promise<void> {
  if (as === 'owner') {
    await read()
    return
  }
  const { rows } = await client.query<{ all: string }>(
    `select count(*)::text as all from ${client.escapeIdentifier(name)}`,
  )
  await client.query(`set local role ${nameOf('work')}; set local row_security = on`)
  const seen = await read()
  await client.query('reset role; set local row_security = off')
  if (seen !== Number(rows[0]?.all)) throw new Error(`${name}: ${seen} of ${rows[0]?.all} rows could be read`)
}

/** The last version and hash of every stream, by which a restored house is held against this one. Returns how many there are. */
async function putHeads(client: pg.Client, archive: ArchiveWriter): Promise<number> {
  const source = `(select distinct on (stream_id) stream_id, version, encode(hash, 'hex') from event order by stream_id, version desc)`
  return putCopied(client, headsSection, source, archive)
}

/** Writes what COPY sends as one section. While one piece is compressed and written, the next is read. Returns the rows. */
async function putCopied(
  client: pg.Client,
  section: string,
  source: string,
  archive: ArchiveWriter,
  seen: (piece: { readonly rows: number; readonly bytes: number }) => void = () => {},
): Promise<number> {
  const copied = client.query(to(`copy ${source} to stdout`))
  let [pieces, rows, bytes] = [0, 0, 0]
  let writing = Promise.resolve()
  for await (const piece of piecesOf(copied)) {
    await writing
    pieces += 1
    rows += piece.rows
    bytes += piece.bytes
    writing = putPiece(archive, piecePath(section, pieces), piece.content)
    writing.catch(() => {})
    seen(piece)
  }
  await writing
  if (copied.rowCount !== rows) throw new Error(`${section}: ${copied.rowCount} rows were sent and ${rows} arrived`)
  await archive.endSection(section, { rows, bytes })
  return rows
}

async function putPiece(archive: ArchiveWriter, path: string, content: Buffer): Promise<void> {
  const packed = await compress(content)
  await archive.put(path, packed.length, [packed])
}

/** A file that nothing refers to any more was erased while it was looked for; one that is still referred to is lost. */
async function whyAbsent(client: pg.Client, absent: readonly string[], lost: readonly string[]) {
  if (absent.length === 0) return { erasedMeanwhile: [], missing: [...lost] }
  const { rows } = await client.query<{ file: string }>(
    'select distinct file from file_reference where file = any($1)',
    [absent],
  )
  const missing = rows.map(({ file }) => file).sort()
  return { erasedMeanwhile: absent.filter((file) => !missing.includes(file)), missing: [...missing, ...lost] }
}
