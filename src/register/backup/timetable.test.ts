import { describe, expect, it } from 'vitest'
import { parseTimeOfDay } from '../../platform/backup-config.ts'
import { isDue, lastTime, nextTime, standingOf, timeInWords, wallClock } from './timetable.ts'

const half = 2 * 60 + 30
const at = (text: string): Date => new Date(text)
const shanghai = wallClock('Asia/Shanghai')
const berlin = wallClock('Europe/Berlin')

describe('the time of the backup', () => {
  it.each([
    ['02:30', half],
    ['00:00', 0],
    ['23:59', 1439],
    ['24:00', null],
    ['2:30', null],
    ['02:60', null],
    ['noon', null],
  ])('%s', (text, minutes) => {
    expect(parseTimeOfDay(text)).toBe(minutes)
    if (minutes !== null) expect(timeInWords(minutes)).toBe(text)
  })

  it('is that on the wall of the office, wherever the machine stands', () => {
    expect(lastTime(half, at('2026-11-26T01:00:00Z'), shanghai)).toEqual(at('2026-11-25T18:30:00Z'))
    expect(lastTime(half, at('2026-11-25T18:29:59Z'), shanghai)).toEqual(at('2026-11-24T18:30:00Z'))
    expect(lastTime(half, at('2026-11-25T18:30:00Z'), shanghai)).toEqual(at('2026-11-25T18:30:00Z'))
    expect(nextTime(half, at('2026-11-26T01:00:00Z'), shanghai)).toEqual(at('2026-11-26T18:30:00Z'))
  })

  it('comes once on the days on which a zone moves its clocks', () => {
    // 02:30 is there twice on 25 October, and not at all on 29 March
    expect(berlin(lastTime(half, at('2026-10-25T12:00:00Z'), berlin)).minutes).toBe(half)
    expect(berlin(nextTime(half, at('2026-10-25T12:00:00Z'), berlin))).toEqual({ day: '2026-10-26', minutes: half })
    expect(berlin(lastTime(half, at('2026-03-30T12:00:00Z'), berlin))).toEqual({ day: '2026-03-30', minutes: half })
    const missing = lastTime(half, at('2026-03-29T12:00:00Z'), berlin)
    expect(Math.abs(missing.getTime() - at('2026-03-29T01:00:00Z').getTime())).toBeLessThanOrEqual(3_600_000)
  })
})

describe('a backup', () => {
  const due = at('2026-11-25T18:30:00Z')
  const made = { beganAt: at('2026-11-25T18:30:20Z'), isMade: true }
  const failed = { ...made, isMade: false }

  it('is begun when none was begun since it was due, and an hour after one that failed', () => {
    expect(isDue(null, due, at('2026-11-25T18:30:00Z'))).toBe(true)
    expect(isDue({ ...made, beganAt: at('2026-11-24T18:30:20Z') }, due, at('2026-11-25T18:31:00Z'))).toBe(true)
    expect(isDue(made, due, at('2026-11-26T18:00:00Z'))).toBe(false)
    expect(isDue(failed, due, at('2026-11-25T19:30:19Z'))).toBe(false)
    expect(isDue(failed, due, at('2026-11-25T19:30:20Z'))).toBe(true)
  })

  it('is late two hours after its time, and failed as soon as the last attempt was', () => {
    const yesterday = { lastMade: at('2026-11-24T18:31:00Z'), hasFailed: false }
    expect(standingOf(yesterday, due, at('2026-11-25T20:29:59Z'))).toBe('good')
    expect(standingOf(yesterday, due, at('2026-11-25T20:30:00Z'))).toBe('late')
    expect(standingOf({ ...yesterday, lastMade: null }, due, at('2026-11-25T20:30:00Z'))).toBe('late')
    expect(
      standingOf({ lastMade: at('2026-11-25T18:31:00Z'), hasFailed: false }, due, at('2026-11-26T10:00:00Z')),
    ).toBe('good')
    expect(standingOf({ ...yesterday, hasFailed: true }, due, at('2026-11-25T18:40:00Z'))).toBe('failed')
  })
})
