/** What the house remembers of its backups and drills. A house of an older schema has nowhere to remember it, and saves itself all the same. */
import type { Pool } from 'pg'
import type { BackedUp } from './backing-up.ts'
import type { FaultKind } from './fault-kinds.ts'

export type Cause = 'schedule' | 'hand'
export type RunState = 'running' | 'made' | 'failed' | 'removed'

export interface BackupRun {
  readonly id: string
  readonly cause: Cause
  readonly state: RunState
  readonly beganAt: string
  readonly endedAt: string | null
  readonly path: string
  /** The moment that the archive shows. */
  readonly madeAt: string | null
  readonly sha256: string | null
  readonly bytes: number | null
  readonly facts: number | null
  readonly files: number | null
  readonly missing: number | null
  readonly faultKind: FaultKind | null
  readonly fault: string | null
}

/** Why it came to nothing: a kind that pages have words for, and a sentence for the operator. */
export interface RunFault {
  readonly kind: FaultKind
  readonly fault: string
}

export type DrillState = 'sound' | 'faulty' | 'failed'

export interface DrillRun {
  readonly beganAt: string
  readonly endedAt: string
  readonly path: string
  readonly madeAt: string | null
  readonly sha256: string | null
  readonly state: DrillState
  readonly facts: number | null
  readonly streams: number | null
  readonly pieces: number | null
  readonly faultKind: FaultKind | null
  readonly fault: string | null
}

const faultMaxSigns = 500

async function isKept(pool: Pool, table: 'backup_run' | 'drill_run'): Promise<boolean> {
  const { rows } = await pool.query<{ there: boolean }>('select to_regclass($1) is not null as there', [table])
  return rows[0]?.there === true
}

/** Notes that a backup begins. Null where there is nowhere to note it. */
export async function beginRun(
  work: Pool,
  { cause, path, beganAt }: { readonly cause: Cause; readonly path: string; readonly beganAt: Date },
): Promise<string | null> {
  if (!(await isKept(work, 'backup_run'))) return null
  const { rows } = await work.query<{ id: string }>(
    `insert into backup_run (cause, state, path, began_at) values ($1, 'running', $2, $3) returning id`,
    [cause, path, beganAt],
  )
  return rows[0]?.id ?? null
}

export async function endRun(work: Pool, id: string | null, saved: BackedUp | RunFault): Promise<void> {
  if (id === null) return
  if ('fault' in saved) {
    await work.query(
      `update backup_run set state = 'failed', ended_at = now(), fault_kind = $2, fault = $3 where id = $1`,
      [id, saved.kind, saved.fault.slice(0, faultMaxSigns)],
    )
    return
  }
  const { path, madeAt, sha256, bytes, facts, streams, files, missing } = saved
  await work.query(
    `update backup_run set state = 'made', ended_at = now(), path = $2, made_at = $3, sha256 = $4, bytes = $5, facts = $6,
      streams = $7, files = $8, missing = $9 where id = $1`,
    [id, path, madeAt, sha256, bytes, facts, streams, files, missing.length],
  )
}

/** Those that say they are running although nobody can be at it any more: the house was stopped, or the power went. */
export async function endCutOff(work: Pool, cause: Cause): Promise<void> {
  await work.query(
    `update backup_run set state = 'failed', ended_at = now(), fault_kind = 'cut-off',
        fault = 'it was cut off: the house was stopped while it was made'
      where state = 'running' and cause = $1`,
    [cause],
  )
}

export async function noteRemoved(work: Pool, id: string): Promise<void> {
  await work.query(`update backup_run set state = 'removed' where id = $1`, [id])
}

const runColumns = `id, cause, state, began_at, ended_at, path, made_at, sha256, bytes, facts, files, missing, fault_kind, fault`

interface RunRow {
  readonly [column: string]: unknown
}

const instant = (value: unknown): string | null => (value instanceof Date ? value.toISOString() : null)
const number = (value: unknown): number | null => (value === null || value === undefined ? null : Number(value))

function runOf(row: RunRow): BackupRun {
  return {
    id: String(row.id),
    cause: row.cause as Cause,
    state: row.state as RunState,
    beganAt: instant(row.began_at) ?? '',
    endedAt: instant(row.ended_at),
    path: String(row.path),
    madeAt: instant(row.made_at),
    sha256: row.sha256 as string | null,
    bytes: number(row.bytes),
    facts: number(row.facts),
    files: number(row.files),
    missing: number(row.missing),
    faultKind: row.fault_kind as FaultKind | null,
    fault: row.fault as string | null,
  }
}

/** The newest runs, those that were removed left out. */
export async function newestRuns(pool: Pool, atMost: number): Promise<readonly BackupRun[]> {
  const { rows } = await pool.query<RunRow>(
    `select ${runColumns} from backup_run where state <> 'removed' order by began_at desc limit $1`,
    [atMost],
  )
  return rows.map(runOf)
}

/** What the house made by its own clock and has not removed, the newest first; all of it unless said. */
export async function scheduledRuns(pool: Pool, atMost: number | null = null): Promise<readonly BackupRun[]> {
  const { rows } = await pool.query<RunRow>(
    `select ${runColumns} from backup_run where state = 'made' and cause = 'schedule' order by began_at desc limit $1`,
    [atMost],
  )
  return rows.map(runOf)
}

/** The last that was tried by the house's own clock, however it ended. */
export async function lastScheduled(pool: Pool): Promise<BackupRun | null> {
  const { rows } = await pool.query<RunRow>(
    `select ${runColumns} from backup_run where cause = 'schedule' order by began_at desc limit 1`,
  )
  return rows[0] ? runOf(rows[0]) : null
}

export async function noteDrill(work: Pool, drill: DrillRun): Promise<void> {
  if (!(await isKept(work, 'drill_run'))) return
  const { beganAt, endedAt, path, madeAt, sha256, state, facts, streams, pieces, faultKind, fault } = drill
  await work.query(
    `insert into drill_run (began_at, ended_at, path, made_at, sha256, state, facts, streams, pieces, fault_kind, fault)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...[beganAt, endedAt, path, madeAt, sha256, state, facts, streams, pieces, faultKind],
      fault?.slice(0, faultMaxSigns) ?? null,
    ],
  )
}

export async function lastDrill(pool: Pool): Promise<DrillRun | null> {
  const { rows } = await pool.query<RunRow>(
    `select began_at, ended_at, path, made_at, sha256, state, facts, streams, pieces, fault_kind, fault
      from drill_run
      order by began_at desc limit 1`,
  )
  const [row] = rows
  if (row === undefined) return null
  return {
    beganAt: instant(row.began_at) ?? '',
    endedAt: instant(row.ended_at) ?? '',
    path: String(row.path),
    madeAt: instant(row.made_at),
    sha256: row.sha256 as string | null,
    state: row.state as DrillState,
    facts: number(row.facts),
    streams: number(row.streams),
    pieces: number(row.pieces),
    faultKind: row.fault_kind as FaultKind | null,
    fault: row.fault as string | null,
  }
}
