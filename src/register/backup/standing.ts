/** How the backups stand, for whoever looks after the house. */
import { stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import type { Pool } from 'pg'
import type { BackupSettings } from '../../platform/backup-config.ts'
import type { Received } from '../../platform/http/endpoint.ts'
import type { readBackups } from './contract.ts'
import { type BackupRun, lastDrill, lastScheduled, newestRuns, scheduledRuns } from './runs.ts'
import { lastTime, nextTime, type Standing, standingOf, timeInWords, wallClock } from './timetable.ts'

export interface Watched {
  readonly app: Pool
  readonly settings: BackupSettings | null
  readonly zone: string
  readonly now: () => Date
}

/** Cheap: asked by whoever watches the house, every few seconds. */
export async function backupStanding({ app, settings, zone, now }: Watched): Promise<Standing> {
  if (settings === null) return 'off'
  const [last, [newest]] = await Promise.all([lastScheduled(app), scheduledRuns(app, 1)])
  const lastMade = newest ? new Date(newest.beganAt) : null
  const lastDue = lastTime(settings.at, now(), wallClock(zone))
  return standingOf({ lastMade, hasFailed: last?.state === 'failed' }, lastDue, now())
}

const shownAtMost = 50
/** Whoever has not restored anything for so long does not know whether they could. */
const drillEveryMs = 92 * 86_400_000

export async function readStanding(watched: Watched): Promise<Received<typeof readBackups>> {
  const { app, settings, zone, now } = watched
  const [standing, runs, drill] = await Promise.all([
    backupStanding(watched),
    newestRuns(app, shownAtMost),
    lastDrill(app),
  ])
  const next = settings && nextTime(settings.at, now(), wallClock(zone)).toISOString()
  return {
    standing,
    schedule: settings && {
      ...{ folder: settings.to, at: timeInWords(settings.at), keep: settings.keep },
      next: next ?? '',
    },
    runs: await Promise.all(runs.map(shown)),
    lastDrill: drill && { ...drill, name: basename(drill.path) },
    isDrillDue: drill === null || now().getTime() - Date.parse(drill.beganAt) > drillEveryMs,
  }
}

async function shown(run: BackupRun) {
  const isThere = run.state === 'made' && (await stat(run.path).catch(() => null))?.size === run.bytes
  return { ...run, name: basename(run.path), folder: dirname(run.path), isThere }
}
