/** Whatever anybody does with a pilot, in whatever order; and what must hold of any four counts. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawFromSeed } from '../../../test/seed.ts'
import { addDays, day, isAfter, isBefore } from '../../kernel/day.ts'
import type { OrganFacts, OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { watchedDaysOf } from './counting.ts'
import { decide } from './decide.ts'
import { effectOf } from './effect.ts'
import { evolve } from './evolve.ts'
import { type PilotCommand, type PilotFact, type PilotState, type PilotWorld, pilotStages } from './pilot.ts'
import { pilotRoom } from './room.ts'

drawFromSeed()

const ids = ['bureau', 'land', 'gone'] as OrganId[]
const organs = ids.map(
  (id) =>
    ({
      ...{ id, kind: id === 'bureau' ? 'bureau' : 'department', region: '990101' },
      state: id === 'gone' ? 'abolished' : 'active',
    }) as unknown as OrganFacts,
)
const world: PilotWorld = {
  organs: { find: (id) => organs.find((each) => each.id === id), all: () => organs } as PilotWorld['organs'],
}
const words: Sealed = { ref: 'r', commitment: 'c' }
const anyCount = fc
  .tuple(fc.nat(400), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([n, part]) => ({ n, held: Math.round(n * part) }))
const anyFour = fc.record({
  ...{ before: anyCount, after: anyCount, elsewhereBefore: anyCount, elsewhereAfter: anyCount },
})

const anyStep = fc.record({
  what: fc.constantFrom('begin', 'spread', 'spread', 'drop'),
  days: fc.constantFrom(0, 1, 30, 200, 400),
  organ: fc.constantFrom(...ids, 'bureau' as OrganId, 'bureau' as OrganId),
  post: fc.constantFrom('head', 'head', 'leader', 'clerk'),
  place: fc.constantFrom('990101001', '990101001', '990101', '990102001'),
  starts: fc.integer({ min: -2, max: 20 }),
  lasts: fc.integer({ min: -1, max: 800 }),
  to: fc.constantFrom(...ids, 'land' as OrganId),
  due: fc.integer({ min: -1, max: 60 }),
  four: anyFour,
})

function* walk(steps: readonly (typeof anyStep extends fc.Arbitrary<infer D> ? D : never)[]) {
  let on = day('2026-11-23')
  let state: PilotState = null
  for (const { what, days, organ, post, place, starts, lasts, to, due, four } of steps) {
    on = addDays(on, days)
    const actor = { kind: 'staff', account: 'wang', organ, posts: [post] } as const
    const from = addDays(on, starts)
    const beginning = { name: words, what: words, category: null, place, from, until: addDays(from, lasts) }
    const effect = effectOf(four, 100)
    const command = {
      ...{ on, actor, reason: words, effect, beginning },
      ...{ type: what === 'begin' ? 'BeginPilot' : what === 'spread' ? 'SpreadPilot' : 'DropPilot' },
      steps: [{ organ: to, what: words, due: addDays(on, due) }],
    } as unknown as PilotCommand
    const before: PilotState = state
    const decision = decide(before, command, world)
    const facts: readonly PilotFact[] = decision.ok ? decision.value : []
    state = facts.reduce<PilotState>(evolve, before)
    yield { before, command, facts, after: state, on }
  }
}

const walks = fc.array(anyStep, { minLength: 3, maxLength: 14 })

describe('Whatever anybody does with a pilot', () => {
  it('is done by whoever leads the bureau, begun ahead and ended after its time, once', () => {
    const stages = new Set<string>()
    fc.assert(
      fc.property(walks, (steps) => {
        const facts: PilotFact[] = []
        for (const step of walk(steps)) {
          const { before, command, after, on } = step
          facts.push(...step.facts)
          if (after) stages.add(after.stage)
          if (step.facts.length === 0 || after === null) continue
          expect(command.actor.organ).toBe('bureau')
          expect(command.actor.posts).not.toContain('clerk')
          if (before === null) {
            expect([isBefore(after.from, on), isAfter(after.until, after.from), after.place]).toEqual([
              false,
              true,
              '990101001',
            ])
            continue
          }
          expect([before.stage, isAfter(on, before.until)]).toEqual(['running', true])
          for (const { organ, due } of after.steps)
            expect([world.organs.find(organ)?.state, isAfter(due, on)]).toEqual(['active', true])
          expect(after.ended?.effect).toBeDefined()
        }
        const replayed = facts.reduce<PilotState>(evolve, null)
        expect(replayed?.version ?? 0).toBe(facts.length)
        expect(pilotRoom.rows(replayed, 'pilot:x')).toEqual(
          pilotRoom.rows(facts.reduce<PilotState>(evolve, null), 'pilot:x'),
        )
      }),
      { numRuns: 800, seed: 20_261_127 },
    )
    expect([...stages].toSorted()).toEqual([...pilotStages].toSorted())
  })
})

describe('What is measured of any four counts', () => {
  it('lies within its interval, and that within what is possible', () => {
    fc.assert(
      fc.property(anyFour, fc.integer({ min: 1, max: 365 }), (four, watched) => {
        const { difference, low, high, isSmall } = effectOf(four, watched)
        expect(low).toBeGreaterThanOrEqual(-2)
        expect(high).toBeLessThanOrEqual(2)
        if (difference === null) {
          expect([low, high, isSmall]).toEqual([-2, 2, true])
          return
        }
        expect(low).toBeLessThanOrEqual(difference)
        expect(high).toBeGreaterThanOrEqual(difference)
        // nothing is ever certain
        expect(high - low).toBeGreaterThan(0)
      }),
    )
  })

  it('says the opposite of here and elsewhere where the two are put for one another', () => {
    fc.assert(
      fc.property(anyFour, (four) => {
        const { before, after, elsewhereBefore, elsewhereAfter } = four
        const swapped = {
          before: elsewhereBefore,
          after: elsewhereAfter,
          elsewhereBefore: before,
          elsewhereAfter: after,
        }
        const [one, other] = [effectOf(four, 365), effectOf(swapped, 365)]
        if (one.difference === null || other.difference === null) {
          expect(one.difference).toBe(other.difference)
          return
        }
        expect(other.difference).toBeCloseTo(-one.difference)
        expect(other.low).toBeCloseTo(-one.high)
      }),
    )
  })

  it('watches each matter as long as the last was watched, and a year at most', () => {
    const until = day('2027-05-31')
    expect(
      ['2027-05-01', '2027-05-31', '2027-06-01', '2027-08-31', '2029-01-01'].map((on) => watchedDaysOf(until, day(on))),
    ).toEqual([0, 0, 1, 92, 365])
  })
})
