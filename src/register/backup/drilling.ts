/**
 * A drill: the backup is restored into a house of its own that nobody enters, and everything in it is opened. That house has a database and
 * a copy of the keys, and nothing that works by itself: no queue, no carrier, no clock, no door. It can neither tell, sign nor publish anything.
 */
import { copyFile, mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { sentenceOf } from '../../engine/fault.ts'
import type { Pools } from '../../engine/house.ts'
import type { AnyRoom } from '../../engine/walk.ts'
import { KeyRefused } from '../../identity/key-file.ts'
import { parseKeyFile } from '../../identity/key-names.ts'
import { openVault } from '../../identity/vault.ts'
import { clusterFiles } from '../../platform/cluster.ts'
import type { Config } from '../../platform/config.ts'
import { type DataFolder, dataFolderAt, openDataFolder } from '../../platform/data-folder.ts'
import { unlessAbsent } from '../../platform/files/durable.ts'
import { openPools } from '../../platform/pools.ts'
import { openDatabase } from '../../platform/postgres.ts'
import { isProcess } from '../../platform/postmaster.ts'
import { folderStore } from '../log/folder-store.ts'
import type { OnProgress } from './progress.ts'
import { ArchiveBroken, BackupRefused } from './refused.ts'
import { type Checked, checkArchive, restore } from './restoring.ts'
import { type DrillRun, noteDrill, type RunFault } from './runs.ts'
import { inspectRestored, lostCohorts, type Soundness } from './soundness.ts'

export interface Drilling {
  readonly config: Config
  readonly archive: string
  readonly rooms: readonly AnyRoom[]
  /** The house that goes on: the drill is remembered there, and asked which cohorts are lawfully gone. */
  readonly pools: Pools
  readonly onProgress?: OnProgress
  readonly signal?: AbortSignal
}

export interface Drilled extends DrillRun {
  readonly tookMs: number
  readonly faults: readonly RunFault[]
  readonly soundness: Soundness | null
}

/** Restores an archive into a temporary house, checks everything, removes it, and remembers what was found. */
export async function drill(drilling: Drilling): Promise<Drilled> {
  const began = Date.now()
  const base = { beganAt: new Date(began).toISOString(), path: drilling.archive }
  let checked: Checked | null = null
  let soundness: Soundness | null = null
  let faults: readonly RunFault[] = []
  let state: DrillRun['state'] = 'failed'
  try {
    checked = await checkArchive(drilling)
    soundness = await inTemporaryHouse(drilling, checked)
    faults = [...soundness.faults, ...(await lostKeys(drilling, soundness))]
    state = faults.length === 0 ? 'sound' : 'faulty'
  } catch (fault) {
    drilling.signal?.throwIfAborted()
    faults = [saidOf(fault)]
  }
  const ended = Date.now()
  const run: DrillRun = {
    ...base,
    endedAt: new Date(ended).toISOString(),
    madeAt: checked?.manifest.madeAt ?? null,
    sha256: checked?.sha256 ?? null,
    state,
    facts: soundness?.fsck.facts ?? null,
    streams: soundness?.fsck.streams ?? null,
    pieces: soundness?.keys?.opened ?? null,
    faultKind: faults[0]?.kind ?? null,
    fault: faults[0]?.fault ?? null,
  }
  await noteDrill(drilling.pools.work, run)
  return { ...run, tookMs: ended - began, faults, soundness }
}

async function lostKeys({ pools }: Drilling, { keys }: Soundness): Promise<readonly RunFault[]> {
  const lost = keys === null ? [] : await lostCohorts(pools.work, keys)
  return lost.map((cohort) => ({
    kind: 'key-lost',
    fault: `the key of ${cohort} is lost: what was sealed under it cannot be read`,
  }))
}

function saidOf(fault: unknown): RunFault {
  if (fault instanceof KeyRefused) return { kind: 'keys-refused', fault: fault.message }
  const isOurs = fault instanceof BackupRefused || fault instanceof ArchiveBroken
  return isOurs ? { kind: fault.kind, fault: fault.message } : { kind: 'other', fault: sentenceOf(fault) }
}

async function inTemporaryHouse(drilling: Drilling, checked: Checked): Promise<Soundness> {
  const { config, archive, rooms, onProgress, signal } = drilling
  const home = join(config.folder.path, drills)
  await sweepDrills(home)
  const folder = openDataFolder(join(home, String(process.pid)))
  // never where the house publishes: this log is nobody's
  const store = folderStore(folder.register)
  try {
    await copyKeys(config.folder, folder)
    const database = await openDatabase({ folder, durability: 'throwaway' })
    try {
      await restore({ database, folder, store, archive, checked, ...given({ onProgress, signal }) })
      const pools = openPools(database)
      try {
        const vault = await openVault({ folder, kmsCommand: config.kmsCommand }, pools.app)
        return await inspectRestored({ pools, rooms, vault, folder, store, verified: checked })
      } finally {
        await pools.close()
      }
    } finally {
      await database.close()
    }
  } finally {
    await rm(folder.path, { recursive: true, force: true })
    await rm(home, { recursive: true, force: true }).catch(() => {})
  }
}

const given = <T extends object>(some: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(some).filter(([, value]) => value !== undefined)) as never

/** In the data folder, so that no copy of the keys ever lies anywhere else. */
const drills = 'drill'

/** What a drill left that was killed: a server that still runs, and a copy of the keys. */
async function sweepDrills(home: string): Promise<void> {
  for (const name of (await readdir(home).catch(unlessAbsent)) ?? []) {
    if (isProcess(Number(name)) && Number(name) !== process.pid)
      throw new BackupRefused(`another drill is under way (process ${name})`)
    const left = dataFolderAt(join(home, name))
    if ((await stat(left.postgres).catch(unlessAbsent)) !== null) {
      const files = clusterFiles(left, '', 'throwaway')
      const server = files.running()
      if (server) await files.stop(server)
    }
    await rm(left.path, { recursive: true, force: true })
  }
}

/** The keys as they lie, wrapped or not. The passwords of the database are the temporary house's own. */
async function copyKeys(from: DataFolder, to: DataFolder): Promise<void> {
  await mkdir(to.keys, { recursive: true, mode: 0o700 })
  for (const name of await readdir(from.keys))
    if (parseKeyFile(name) !== null || /^receipt\.g\d+\.pub$/.test(name))
      await copyFile(join(from.keys, name), join(to.keys, name))
}
