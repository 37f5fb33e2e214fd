import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import type { DataFolder } from '../../platform/data-folder.ts'
import { syncFolder, unlessAbsent } from '../../platform/files/durable.ts'
import { migrateOn } from '../../platform/migrate.ts'
import { poolFor } from '../../platform/pools.ts'
import type { Database } from '../../platform/postgres.ts'
import type { LogStore } from '../log/store.ts'
import { type Verified, verifyArchive } from './archive-reader.ts'
import { headsTable, load } from './loading.ts'
import type { OnProgress } from './progress.ts'
import { ArchiveBroken, BackupRefused, diskInWords } from './refused.ts'
import { type Republished, republish } from './republishing.ts'
import { type Levels, levelsOf, makeSchema } from './schema-making.ts'
import { ownerSession } from './session.ts'

export interface Checking {
  /** The archive. */
  readonly archive: string
  readonly onProgress?: OnProgress
}

export interface Restoring extends Checking {
  readonly database: Pick<Database, 'doorFor' | 'claimServing'>
  readonly folder: DataFolder
  readonly checked: Checked
  /** Where the log of the house is published. */
  readonly store: LogStore
  readonly signal?: AbortSignal
}

/** An archive that is whole and that this program can restore. */
export interface Checked extends Verified {
  readonly levels: Levels
}

/** Reads the archive to its end and writes nothing. Throws ArchiveBroken or BackupRefused. */
export async function checkArchive({ archive, onProgress = () => {} }: Checking): Promise<Checked> {
  const size = (await stat(archive).catch(unlessAbsent))?.size ?? 0
  let bytes = 0
  const verified = await verifyArchive(archive, (read) => {
    bytes += read
    onProgress({ step: 'verify', what: '', rows: 0, bytes, share: size === 0 ? null : Math.min(bytes / size, 1) })
  })
  return { ...verified, levels: levelsOf(verified.manifest) }
}

/**
 * Puts a backup into an empty house. The schema, every row and the newer migrations are one transaction, and files are put into
 * their place at its end: a restore that is interrupted, at whatever moment, leaves the house as empty as it was, and can be begun again.
 */
export async function restore(restoring: Restoring): Promise<Republished> {
  const { database, folder } = restoring
  if (!(await database.claimServing())) throw new BackupRefused(`${folder.path} is served now: stop that house first`)
  const staging = join(folder.path, '.restoring')
  await rm(staging, { recursive: true, force: true })
  await mkdir(staging, { recursive: true, mode: 0o700 })
  try {
    await ownerSession(database, 'restore', (client) => restoreOn(client, staging, restoring), restoring.signal)
    await ownerSession(database, 'restore', (client) => client.query('analyze'), restoring.signal)
    return await publishedAgain(restoring)
  } catch (fault) {
    throw diskInWords(fault, folder.path)
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
}

/** Files that anybody may fetch, and that follow from the rows: should this be cut off, the log makes them itself with its next entry. */
async function publishedAgain({ database, store }: Restoring): Promise<Republished> {
  const work = poolFor(database, 'work', { max: 2 })
  return republish(work, store).finally(() => work.end())
}

async function restoreOn(client: pg.Client, staging: string, restoring: Restoring): Promise<void> {
  const { folder, checked, archive, onProgress = () => {}, signal } = restoring
  await client.query('begin')
  await makeSchema(client, checked.levels)
  await refuseUnknownTables(client, checked)
  await client.query(`create temp table ${headsTable} (stream_id text, version integer, hash text) on commit drop`)
  await load({ client, archive, verified: checked, staging, onProgress })
  await setSequences(client, checked)
  await refuseOtherHeads(client, checked)
  await migrateOn(client, checked.levels.since)
  signal?.throwIfAborted()
  await moveInto(join(staging, 'files'), folder.files)
  await moveInto(join(staging, 'spool'), folder.spool)
  await moveInto(join(staging, 'figures'), folder.figures)
  await moveInto(join(staging, 'law'), folder.lawPacks)
  await client.query('commit')
}

async function refuseUnknownTables(client: pg.Client, { manifest }: Verified): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select name from unnest($1::text[]) as name where to_regclass(quote_ident(name)) is null`,
    [manifest.tables.map(({ name }) => name)],
  )
  if (rows.length > 0)
    throw new ArchiveBroken(
      `the backup has tables that its schema does not: ${rows.map(({ name }) => name).join(', ')}`,
    )
}

async function setSequences(client: pg.Client, { manifest }: Verified): Promise<void> {
  await client.query(
    `select setval(pg_get_serial_sequence('event', 'seq'), max(seq)) from event having max(seq) is not null`,
  )
  for (const { name, lastValue, isCalled } of manifest.sequences)
    await client.query('select setval(to_regclass(quote_ident($1)), $2, $3)', [name, lastValue, isCalled])
}

/** Every history ends where it ended when it was saved, and there is none more and none less. */
async function refuseOtherHeads(client: pg.Client, { digests }: Verified): Promise<void> {
  const { rows } = await client.query<{ stream: string; all: number }>(
    `with there as (select distinct on (stream_id) stream_id, version, encode(hash, 'hex') as hash from event
        order by stream_id, version desc)
      select coalesce(there.stream_id, saved.stream_id) as stream, count(*) over ()::integer as all
      from there full join ${headsTable} saved using (stream_id)
      where there.version is distinct from saved.version or there.hash is distinct from saved.hash limit 10`,
  )
  if (rows.length > 0)
    throw new ArchiveBroken(
      `${rows[0]?.all} histories do not end as they did when they were saved: ${rows.map(({ stream }) => stream).join(', ')}`,
    )
  const { rows: counted } = await client.query<{ streams: string; facts: string }>(
    `select (select count(*) from ${headsTable})::text as streams, (select count(*) from event)::text as facts`,
  )
  const [{ streams, facts } = { streams: '', facts: '' }] = counted
  if (streams !== String(digests.streams) || facts !== String(digests.facts))
    throw new ArchiveBroken(`${facts} facts of ${streams} histories, not ${digests.facts} of ${digests.streams}`)
}

/** Moves what lies in one folder into another, whole folders where it can. What is there under the same name is the same. */
async function moveInto(from: string, to: string): Promise<void> {
  const entries = await readdir(from, { withFileTypes: true }).catch(unlessAbsent)
  if (entries === null) return
  await mkdir(to, { recursive: true, mode: 0o700 })
  for (const entry of entries) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    const isMoved = await rename(source, target).then(
      () => true,
      (fault: NodeJS.ErrnoException) => {
        if (fault.code === 'EEXIST' || fault.code === 'ENOTEMPTY') return false
        throw fault
      },
    )
    if (!isMoved) await moveInto(source, target)
  }
  await syncFolder(to)
}
