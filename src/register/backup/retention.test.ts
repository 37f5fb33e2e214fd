import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawFromSeed } from '../../../test/seed.ts'
import { parseKeep } from '../../platform/backup-config.ts'
import { expendable } from './retention.ts'

drawFromSeed()

const dayMs = 86_400_000
const dayAt = (at: number): string => new Date(at).toISOString().slice(0, 10)
/** One a day, the newest first, back from a Thursday. */
const daily = (days: number) =>
  Array.from({ length: days }, (_, ago) => {
    const day = dayAt(Date.parse('2026-11-26') - ago * dayMs)
    return { id: day, day }
  })
const kept = (all: ReturnType<typeof daily>, keep: Parameters<typeof expendable>[1]) => {
  const gone = new Set(expendable(all, keep))
  return all.filter(({ id }) => !gone.has(id)).map(({ id }) => id)
}

describe('what stays of the backups', () => {
  it('is the newest of each of the last days, weeks and months', () => {
    expect(kept(daily(400), { days: 3, weeks: 3, months: 4 })).toEqual([
      ...['2026-11-26', '2026-11-25', '2026-11-24'],
      // the last days of the two weeks before this one
      ...['2026-11-22', '2026-11-15'],
      ...['2026-10-31', '2026-09-30', '2026-08-31'],
    ])
  })

  it('is the newest of a day that has several', () => {
    const twice = [
      { id: 'evening', day: '2026-11-26' },
      { id: 'morning', day: '2026-11-26' },
      { id: 'before', day: '2026-11-25' },
    ]
    expect(expendable(twice, { days: 2, weeks: 0, months: 0 })).toEqual(['morning'])
  })

  it('counts days that have a backup, so that a house that was shut loses none', () => {
    const old = daily(3).map(({ id }) => ({ id, day: id.replace('2026', '2019') }))
    expect(expendable(old, { days: 3, weeks: 0, months: 0 })).toEqual([])
  })

  it('never lets the newest go, and keeps no fewer when it is told to keep more', () => {
    const some = fc
      .array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 60 })
      .map((ago) =>
        [...ago]
          .sort((a, b) => a - b)
          .map((each, index) => ({ id: String(index), day: dayAt(Date.parse('2026-11-26') - each * dayMs) })),
      )
    const keep = fc.record({ days: fc.nat(9), weeks: fc.nat(9), months: fc.nat(9) })
    fc.assert(
      fc.property(some, keep, keep, (all, less, more) => {
        const wider = { days: less.days + more.days, weeks: less.weeks + more.weeks, months: less.months + more.months }
        const [few, many] = [kept(all, less), kept(all, wider)]
        expect(few).toContain('0')
        expect(few.filter((id) => !many.includes(id))).toEqual([])
      }),
    )
  })
})

describe('XINQIAO_BACKUP_KEEP', () => {
  it.each([
    ['7 days, 4 weeks, 12 months', { days: 7, weeks: 4, months: 12 }],
    ['1 day', { days: 1, weeks: 0, months: 0 }],
    ['30 days, 6 months', { days: 30, weeks: 0, months: 6 }],
    ['30 days; 6 months', null],
    ['0 days', null],
    ['', null],
    ['for ever', null],
  ])('%s', (text, keep) => {
    expect(parseKeep(text)).toEqual(keep)
  })
})
