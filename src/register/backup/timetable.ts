/** When the house saves itself: once a day, at a time on the office's wall. Pure. */
import type { TimeOfDay } from '../../platform/backup-config.ts'

export const timeInWords = (at: TimeOfDay): string =>
  `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`

const dayMs = 86_400_000
const minuteMs = 60_000

/** The civil day at the office, and how far into it the wall clock is. */
export interface Wall {
  readonly day: string
  readonly minutes: number
}

export function wallClock(zone: string): (at: Date) => Wall {
  const shape = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const
  const format = new Intl.DateTimeFormat('sv-SE', { ...shape, hourCycle: 'h23', timeZone: zone })
  return (at) => {
    const [day = '', time = ''] = format.format(at).split(' ')
    const [hours = '0', minutes = '0'] = time.split(':')
    return { day, minutes: Number(hours) * 60 + Number(minutes) }
  }
}

/** The last time at or before an instant at which the wall showed that time of day. */
export function lastTime(at: TimeOfDay, now: Date, wall: (at: Date) => Wall): Date {
  const today = wall(now)
  const minutesAgo = today.minutes >= at ? today.minutes - at : today.minutes + 1440 - at
  return settled(new Date(Math.floor(now.getTime() / minuteMs) * minuteMs - minutesAgo * minuteMs), at, wall)
}

/** The next one after an instant. */
export const nextTime = (at: TimeOfDay, now: Date, wall: (at: Date) => Wall): Date =>
  settled(new Date(lastTime(at, now, wall).getTime() + dayMs), at, wall)

/** On the days on which a zone moves its clocks, an hour is missing or comes twice. */
function settled(guess: Date, at: TimeOfDay, wall: (at: Date) => Wall): Date {
  const off = wall(guess).minutes - at
  if (off === 0 || Math.abs(off) > 180) return guess
  const moved = new Date(guess.getTime() - off * minuteMs)
  return wall(moved).minutes === at ? moved : guess
}

/** How the backups stand: none are made; the last one is in time; one is late; the last attempt failed. */
export type Standing = 'off' | 'good' | 'late' | 'failed'

/** So long after its time a backup that is not there is late: a large house takes a while. */
export const graceMs = 2 * 3_600_000

export interface Known {
  /** When the newest whole archive was begun. */
  readonly lastMade: Date | null
  /** Whether the last attempt that ended came to nothing. */
  readonly hasFailed: boolean
}

export function standingOf({ lastMade, hasFailed }: Known, lastDue: Date, now: Date): Exclude<Standing, 'off'> {
  if (hasFailed) return 'failed'
  const isThere = lastMade !== null && lastMade >= lastDue
  return isThere || now.getTime() - lastDue.getTime() < graceMs ? 'good' : 'late'
}

const retryAfterMs = 3_600_000

export interface Attempt {
  readonly beganAt: Date
  readonly isMade: boolean
}

/** Whether to begin one now: none was begun since it was due, or the last attempt failed an hour ago. */
export function isDue(last: Attempt | null, lastDue: Date, now: Date): boolean {
  if (last === null || last.beganAt < lastDue) return true
  return !last.isMade && now.getTime() - last.beganAt.getTime() >= retryAfterMs
}
