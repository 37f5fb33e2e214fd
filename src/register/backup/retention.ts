/** Which backups stay: so many days, weeks and months, the newest of each. Pure. */
import type { Keep } from '../../platform/backup-config.ts'

export interface Dated {
  readonly id: string
  /** The civil day at the office, `2026-11-26`. */
  readonly day: string
}

/**
 * What may go, of archives given with the newest first. The newest one of all stays whatever was said, and so does the newest
 * of each of the last days, weeks and months that have one: a house that was shut for a year loses nothing by it.
 */
export function expendable(newestFirst: readonly Dated[], keep: Keep): readonly string[] {
  const stays = new Set(newestFirst.slice(0, 1).map(({ id }) => id))
  const periods = [
    [keep.days, (day: string) => day],
    [keep.weeks, weekOf],
    [keep.months, (day: string) => day.slice(0, 7)],
  ] as const
  for (const [count, periodOf] of periods)
    for (const id of newestOfEach(newestFirst, periodOf).slice(0, count)) stays.add(id)
  return newestFirst.filter(({ id }) => !stays.has(id)).map(({ id }) => id)
}

function newestOfEach(newestFirst: readonly Dated[], periodOf: (day: string) => string): readonly string[] {
  const found = new Map<string, string>()
  for (const { id, day } of newestFirst) if (!found.has(periodOf(day))) found.set(periodOf(day), id)
  return [...found.values()]
}

const dayMs = 86_400_000

/** The Monday of the day's week. */
function weekOf(day: string): string {
  const at = new Date(`${day}T00:00:00Z`)
  const sinceMonday = (at.getUTCDay() + 6) % 7
  return new Date(at.getTime() - sinceMonday * dayMs).toISOString().slice(0, 10)
}
