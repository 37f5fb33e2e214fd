/** A time of day as the clock on the office's wall shows it. Pure: what it shows now comes in with a command, as the day does. */
import type { Brand } from './brand.ts'
import { addDays, type Day, isAfter } from './day.ts'

/** `09:30`; `24:00` is the end of a day. All are of one length, so their order is that of the text. */
export type WallTime = Brand<string, 'WallTime'>

export const wallTimeShape: RegExp = /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/

export const endOfDay = '24:00' as WallTime

export function wallTime(text: string): WallTime {
  if (!wallTimeShape.test(text)) throw new Error(`not a time of day: ${text}`)
  return text as WallTime
}

/** A day, and a time on it. */
export interface Moment {
  readonly day: Day
  readonly time: WallTime
}

/** Whether a moment has come: from that minute on, and not in the one before it. */
export const hasCome = ({ day, time }: Moment, now: Moment): boolean =>
  isAfter(now.day, day) || (now.day === day && now.time >= time)

const minutesADay = 1440
const twoDigits = (count: number): string => String(count).padStart(2, '0')

/** Some minutes later, by the same clock, also past midnight. */
export function minutesAfter({ day, time }: Moment, minutes: number): Moment {
  const total = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + minutes
  const left = total % minutesADay
  return {
    day: addDays(day, Math.floor(total / minutesADay)),
    time: wallTime(`${twoDigits(Math.floor(left / 60))}:${twoDigits(left % 60)}`),
  }
}
