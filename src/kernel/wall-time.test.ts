import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from './day.ts'
import { endOfDay, hasCome, wallTime } from './wall-time.ts'

const on = day('2026-11-30')
const at = (text: string, when = on) => ({ day: when, time: wallTime(text) })

describe('a time of day', () => {
  it('is read strictly', () => {
    for (const text of ['00:00', '09:30', '23:59', '24:00']) expect(wallTime(text)).toBe(text)
    for (const text of ['9:30', '24:01', '25:00', '12:60', '', '12:00:00']) expect(() => wallTime(text)).toThrow()
  })

  it('has come from its minute on', () => {
    expect(hasCome(at('17:00'), at('16:59'))).toBe(false)
    expect(hasCome(at('17:00'), at('17:00'))).toBe(true)
    expect(hasCome(at('17:00'), at('00:00', addDays(on, 1)))).toBe(true)
    expect(hasCome(at('00:00'), at('23:59', addDays(on, -1)))).toBe(false)
  })

  it('ends a day with the first minute of the next', () => {
    expect(hasCome({ day: on, time: endOfDay }, at('23:59'))).toBe(false)
    expect(hasCome({ day: on, time: endOfDay }, at('00:00', addDays(on, 1)))).toBe(true)
  })

  it('never goes back once it has come', () => {
    const minutes = fc.integer({ min: 0, max: 1439 })
    const shown = (minute: number) =>
      wallTime(`${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`)
    fc.assert(
      fc.property(minutes, minutes, minutes, (closing, now, later) => {
        const [first, second] = now <= later ? [now, later] : [later, now]
        const moment = { day: on, time: shown(closing) }
        if (hasCome(moment, { day: on, time: shown(first) }))
          expect(hasCome(moment, { day: on, time: shown(second) })).toBe(true)
        expect(hasCome(moment, { day: on, time: shown(first) })).toBe(first >= closing)
      }),
    )
  })
})
