/** Where, when and for how long the house saves itself, as the environment says it. */
import { realpathSync } from 'node:fs'
import { isAbsolute, relative, resolve } from 'node:path'
import { z } from 'zod'

/** Minutes after midnight, by the clock on the office's wall. */
export type TimeOfDay = number

/** The newest archive of each of so many days, weeks and months stays. */
export interface Keep {
  readonly days: number
  readonly weeks: number
  readonly months: number
}

export interface BackupSettings {
  /** A folder that is there, outside the data folder; on another disk or another machine. */
  readonly to: string
  readonly at: TimeOfDay
  readonly keep: Keep
}

export const backupVariables = {
  XINQIAO_BACKUP_TO: z.string().optional(),
  XINQIAO_BACKUP_AT: z
    .string()
    .refine((text) => parseTimeOfDay(text) !== null, 'is not a time of day such as 02:30')
    .default('02:30'),
  XINQIAO_BACKUP_KEEP: z
    .string()
    .refine(
      (text) => parseKeep(text) !== null,
      'is not of the form "7 days, 4 weeks, 12 months", with at least one day',
    )
    .default('7 days, 4 weeks, 12 months'),
} as const

type Variables = z.infer<z.ZodObject<typeof backupVariables>>

export function backupFrom(value: Variables): BackupSettings | null {
  const [at, keep] = [parseTimeOfDay(value.XINQIAO_BACKUP_AT), parseKeep(value.XINQIAO_BACKUP_KEEP)]
  if (value.XINQIAO_BACKUP_TO === undefined || at === null || keep === null) return null
  return { to: resolve(value.XINQIAO_BACKUP_TO), at, keep }
}

/** Reads `02:30`; null for what is no time of day. */
export function parseTimeOfDay(text: string): TimeOfDay | null {
  const [, hours, minutes] = /^(\d{2}):(\d{2})$/.exec(text) ?? []
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return null
  return Number(hours) * 60 + Number(minutes)
}

const keepShape = /^(\d{1,3}) days?(?:, (\d{1,3}) weeks?)?(?:, (\d{1,3}) months?)?$/

/** Reads `7 days, 4 weeks, 12 months`; weeks and months may be left out. Null for anything else, and for no day at all. */
export function parseKeep(text: string): Keep | null {
  const [, days, weeks, months] = keepShape.exec(text.trim()) ?? []
  if (days === undefined || Number(days) === 0) return null
  return { days: Number(days), weeks: Number(weeks ?? 0), months: Number(months ?? 0) }
}

/** Whether a place lies in a folder, links followed as far as they lead anywhere. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(real(folder), real(path))
  return way === '' || !(way.startsWith('..') || isAbsolute(way))
}

function real(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return resolve(path)
  }
}
