/** Pause × extend × take back × count again, in any order: what a last day follows from is what happened, not when it was said. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawFromSeed } from '../../test/seed.ts'
import { calendarsFrom, type ShelvedNotice } from '../law/calendars/shelf.ts'
import { type Binds, deriveAsRecorded, deriveProvisionally } from './clock.ts'
import { addDays, type Day, day, weekday } from './day.ts'
import { applyClockChange, type ClockChange, type RunningClock, type StartedClock } from './running-clock.ts'
import { days, workingDays } from './span.ts'

drawFromSeed()

/** Notices as they come, one edition after the other; each house is at some edition when something happens. */
const dayOf2027 = fc.integer({ min: 0, max: 120 }).map((offset) => addDays(day('2027-01-01'), offset))
const notices = fc
  .array(
    fc.record({
      rest: fc.uniqueArray(dayOf2027, { maxLength: 25 }),
      worked: fc.uniqueArray(dayOf2027, { maxLength: 6 }),
    }),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((all) =>
    all.map(
      ({ rest, worked }, at): ShelvedNotice => ({
        ...{ region: 'cn', year: 2027, edition: at + 1, title: 'a notice', rest },
        work: worked.filter((each) => weekday(each) > 5 && !rest.includes(each)),
      }),
    ),
  )

type Act =
  | { readonly act: 'pause'; readonly length: number }
  | { readonly act: 'extend'; readonly days: number }
  | { readonly act: 'recount'; readonly edition: number }

const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.oneof(
    fc.record({ act: fc.constant('pause' as const), length: fc.integer({ min: 1, max: 9 }) }),
    fc.record({ act: fc.constant('extend' as const), days: fc.integer({ min: 1, max: 30 }) }),
    fc.record({ act: fc.constant('recount' as const), edition: fc.integer({ min: 0, max: 4 }) }),
  ),
  { maxLength: 10 },
)

const lives = fc.record({
  binds: fc.constantFrom<Binds>('organ', 'petitioner'),
  span: fc.oneof(fc.integer({ min: 1, max: 60 }).map(days), fc.integer({ min: 1, max: 25 }).map(workingDays)),
  from: fc.integer({ min: 0, max: 70 }).map((offset) => addDays(day('2026-11-20'), offset)),
  notices,
  acts,
})
type Life = typeof lives extends fc.Arbitrary<infer L> ? L : never

const id = 'rule#1'
const base = 'cn-state-council-2017-2026'
const versionAt = (edition: number, held: readonly ShelvedNotice[]): string => {
  const reached = Math.min(edition, held.length)
  return reached === 0 ? base : `${base}+cn@${reached}`
}

/** The changes that follow, one after the other, as a room would record them. */
function lived({ binds, span, from, notices: held, acts: done }: Life): {
  readonly changes: readonly ClockChange[]
  readonly clock: RunningClock
} {
  const calendars = calendarsFrom(held)
  const counted = deriveProvisionally({ binds, span, from, suspensions: [], extensions: [] }, calendarAt(0))
  const started: StartedClock = {
    ...{ id, rule: 'rule', pack: 'a@1', calendar: base, binds, after: 'overdue', span, bearer: { person: 'p1' } },
    ...{ from, lastDay: counted.lastDay },
    ...(counted.provisional.length > 0 ? { provisional: counted.provisional } : {}),
  }
  const changes: ClockChange[] = []
  let clocks: readonly RunningClock[] = []
  const apply = (change: ClockChange) => {
    changes.push(change)
    clocks = applyClockChange(clocks, change)
  }
  apply({ change: 'started', clock: started })
  for (const each of done) for (const change of changesOf(each, clocks[0] as RunningClock)) apply(change)
  return { changes, clock: clocks[0] as RunningClock }

  function calendarAt(edition: number) {
    const calendar = calendars.named(versionAt(edition, held), binds)
    if (!calendar) throw new Error('no calendar')
    return calendar
  }

  function changesOf(each: Act, clock: RunningClock): readonly ClockChange[] {
    if (each.act === 'extend')
      return [{ change: 'extended', id, on: from, days: each.days, lastDay: addDays(clock.lastDay, each.days) }]
    if (each.act === 'pause') {
      const through = addDays(from, each.length - 1)
      return [
        { change: 'suspended', id, from },
        { change: 'resumed', id, through, lastDay: addDays(clock.lastDay, each.length) },
      ]
    }
    const calendar = calendarAt(each.edition)
    const { lastDay, provisional } = deriveProvisionally(clock, calendar)
    if (lastDay <= clock.lastDay) return []
    const still = provisional.length > 0 ? { provisional } : {}
    return [{ change: 'recounted', id, lastDay, calendar: calendar.version, ...still }]
  }
}

const shuffled = <T>(items: readonly T[], by: readonly number[]): readonly T[] =>
  items
    .map((item, at) => ({ item, key: by[at] ?? 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item)

describe('Pauses, extensions and other notices', () => {
  it('come to the same day in whatever order they come', () => {
    fc.assert(
      fc.property(lives, fc.array(fc.integer(), { minLength: 10, maxLength: 10 }), (life, order) => {
        const other = { ...life, acts: shuffled(life.acts, order) }
        expect(lived(other).clock.lastDay).toBe(lived(life).clock.lastDay)
        expect(lived(other).clock.originally <= lived(other).clock.lastDay).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  it('can be taken back, an extension at a time, to exactly the day without it', () => {
    fc.assert(
      fc.property(lives, fc.integer({ min: 1, max: 30 }), (life, more) => {
        const before = lived(life).clock
        const extended = applyClockChange([before], {
          ...{ change: 'extended', id, on: life.from, days: more },
          lastDay: addDays(before.lastDay, more),
        })
        const back = applyClockChange(extended, {
          change: 'extensionTakenBack',
          id,
          on: life.from,
          lastDay: before.lastDay,
        })
        expect(back).toEqual([before])
      }),
      { numRuns: 300 },
    )
  })

  it('taken back in between come to the day as if it had never been', () => {
    fc.assert(
      fc.property(lives, fc.nat({ max: 10 }), fc.integer({ min: 1, max: 30 }), (life, at, more) => {
        const without = lived(life).clock
        const head = lived({ ...life, acts: life.acts.slice(0, at) }).clock
        const extension = {
          change: 'extended',
          id,
          on: life.from,
          days: more,
          lastDay: addDays(head.lastDay, more),
        } as const
        const [extended] = applyClockChange([head], extension)
        const rest = life.acts.slice(at).filter(({ act }) => act !== 'extend')
        const full = lived({ ...life, acts: [...life.acts.slice(0, at), { act: 'extend', days: more }, ...rest] }).clock
        const [back] = applyClockChange([full], {
          ...{ change: 'extensionTakenBack', id, on: life.from },
          lastDay: addDays(full.lastDay, -more),
        })
        const never = lived({ ...life, acts: [...life.acts.slice(0, at), ...rest] }).clock
        expect(extended?.lastDay).toBe(addDays(head.lastDay, more))
        expect(back?.lastDay).toBe(never.lastDay)
        expect(without.from).toBe(life.from)
      }),
      { numRuns: 300 },
    )
  })

  it('never bring a day forward, and a replay of what was recorded is the same clock', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const { changes, clock } = lived(life)
        let days: Day[] = []
        const replayed = (JSON.parse(JSON.stringify(changes)) as ClockChange[]).reduce<readonly RunningClock[]>(
          (clocks, change) => {
            const after = applyClockChange(clocks, change)
            days = [...days, (after[0] as RunningClock).lastDay]
            return after
          },
          [],
        )
        expect(replayed).toEqual([clock])
        expect(days).toEqual(days.toSorted())
      }),
      { numRuns: 300 },
    )
  })

  it('leave a derivation that leads to the day that is recorded, by the calendar that it names', () => {
    fc.assert(
      fc.property(lives, fc.integer({ min: 0, max: 4 }), (life, edition) => {
        const { clock } = lived(life)
        const calendars = calendarsFrom(life.notices)
        const now = calendars.named(versionAt(edition, life.notices), life.binds)
        if (!now) throw new Error('no calendar')
        const shown = deriveAsRecorded(clock, now, calendars)
        expect(shown.lastDay).toBe(clock.lastDay)
        expect(shown.derivation.at(-1)).toEqual({ step: 'ends', day: clock.lastDay })
      }),
      { numRuns: 400 },
    )
  })
})

describe('A petitioner’s start put right', () => {
  it('is no way to bring the last day forward', () => {
    fc.assert(
      fc.property(lives, fc.integer({ min: 1, max: 40 }), (life, earlier) => {
        const { clock } = lived({ ...life, binds: 'petitioner' })
        const change = {
          ...{ change: 'restarted' as const, id, from: addDays(clock.from, -earlier), calendar: clock.calendar },
          lastDay: addDays(clock.lastDay, -earlier),
        } as const
        expect(() => applyClockChange([clock], change)).toThrow(/cannot end earlier/)
      }),
    )
  })
})
