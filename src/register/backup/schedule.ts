/** The house saves itself once a day. Of many processes that serve it, one does. */
import { stat, unlink } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Pool } from 'pg'
import pg from 'pg'
import { keepDoing, type Running } from '../../engine/loop.ts'
import type { BackupSettings } from '../../platform/backup-config.ts'
import type { DataFolder } from '../../platform/data-folder.ts'
import { unlessAbsent } from '../../platform/files/durable.ts'
import type { Log } from '../../platform/log.ts'
import type { Database } from '../../platform/postgres.ts'
import { bytesOf, entriesOf } from './archive-reader.ts'
import { manifestPath, parseManifest } from './format.ts'
import { makeBackup } from './making.ts'
import { archiveName } from './names.ts'
import { expendable } from './retention.ts'
import { type BackupRun, endCutOff, lastScheduled, noteRemoved, scheduledRuns } from './runs.ts'
import { isDue, lastTime, wallClock } from './timetable.ts'

export interface Scheduling {
  readonly database: Database
  readonly work: Pool
  readonly folder: DataFolder
  readonly settings: BackupSettings
  readonly zone: string
  readonly program: string
  readonly log: Pick<Log, 'info' | 'error'>
  readonly now: () => Date
}

const lookEveryMs = 60_000

/** Looks every minute whether it is time. Stopping breaks off a backup that is being made; the next start makes it again. */
export function keepBackingUp(scheduling: Scheduling): Running {
  const stopping = new AbortController()
  const report = (_: string, err: unknown) => scheduling.log.error({ err }, 'the backup failed')
  const once = async () => {
    await backUpIfDue(scheduling, stopping.signal)
    return false
  }
  const running = keepDoing({}, [{ name: 'backup', once }], { report, pollMs: lookEveryMs })
  return {
    async stop() {
      stopping.abort(new Error('the house was stopped while it was made'))
      await running.stop()
    },
  }
}

export type Turn = 'made' | 'not-due' | 'taken'

/** Makes today's backup when it is due and nobody else is at it, and takes out what need not be kept. Throws when it failed. */
export async function backUpIfDue(scheduling: Scheduling, signal?: AbortSignal): Promise<Turn> {
  const { settings, work, zone, now } = scheduling
  const lastDue = lastTime(settings.at, now(), wallClock(zone))
  if (!isDue(attemptOf(await lastScheduled(work)), lastDue, now())) return 'not-due'
  return alone(scheduling, async () => {
    // whoever had the turn before may have ended while we waited for it
    await endCutOff(work, 'schedule')
    if (!isDue(attemptOf(await lastScheduled(work)), lastDue, now())) return 'not-due'
    const { database, folder, program, log } = scheduling
    const beganAt = now()
    const path = join(resolve(settings.to), archiveName(beganAt))
    const saved = await makeBackup({
      database,
      work,
      folder,
      path,
      program,
      cause: 'schedule',
      beganAt,
      ...(signal && { signal }),
    })
    log.info({ path: saved.path, bytes: saved.bytes, facts: saved.facts, sha256: saved.sha256 }, 'backup made')
    await removeExpendable(scheduling)
    return 'made'
  })
}

const attemptOf = (run: BackupRun | null) =>
  run && { beganAt: new Date(run.beganAt), isMade: run.state === 'made' || run.state === 'removed' }

/** The lock goes with the session, so a process that dies holds up nobody. */
async function alone(scheduling: Scheduling, work: () => Promise<Turn>): Promise<Turn> {
  const client = new pg.Client({
    ...scheduling.database.doorFor('work'),
    application_name: 'xinqiao backup turn',
    keepAlive: true,
  })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock(7711, 4) as got')
    return rows[0]?.got ? await work() : 'taken'
  } finally {
    await client.end().catch(() => {})
  }
}

/**
 * Takes out archives that the rule does not keep: only those that this house remembers having made, in the folder that they were made
 * for, and that are by their first entry still those. The newest always stays.
 */
export async function removeExpendable({ work, settings, zone, log }: Scheduling): Promise<readonly string[]> {
  const wall = wallClock(zone)
  const runs = await scheduledRuns(work)
  const there: BackupRun[] = []
  for (const run of runs) if (dirname(run.path) === resolve(settings.to) && (await isAsMade(run))) there.push(run)
  const dated = there.map(({ id, beganAt }) => ({ id, day: wall(new Date(beganAt)).day }))
  const removed: string[] = []
  for (const id of expendable(dated, settings.keep)) {
    const run = there.find((each) => each.id === id)
    if (!run) continue
    await unlink(run.path).catch(unlessAbsent)
    await noteRemoved(work, id)
    removed.push(run.path)
  }
  if (removed.length > 0) log.info({ removed }, 'older backups removed')
  return removed
}

async function isAsMade({ path, bytes, madeAt }: BackupRun): Promise<boolean> {
  const found = await stat(path).catch(unlessAbsent)
  if (found === null || found.size !== bytes) return false
  try {
    for await (const entry of entriesOf(path)) {
      return entry.path === manifestPath && parseManifest((await bytesOf(entry)).toString('utf8')).madeAt === madeAt
    }
  } catch {
    // what cannot be read is not known to be ours
  }
  return false
}
