import { describe, expect, it } from 'vitest'
import { type Day, day } from '../../kernel/day.ts'
import type { OrganFacts, OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { decide } from './decide.ts'
import { effectOf } from './effect.ts'
import { evolve } from './evolve.ts'
import type { PilotActor, PilotCommandBody, PilotState, PilotWorld } from './pilot.ts'

const [bureau, land] = ['bureau', 'land'] as OrganId[] as [OrganId, OrganId]
const office = (id: OrganId, kind: string) => ({ id, kind, region: '990101', state: 'active' }) as unknown as OrganFacts
const organs = [office(bureau, 'bureau'), office(land, 'department')]
const world: PilotWorld = {
  organs: { find: (id) => organs.find((each) => each.id === id), all: () => organs } as PilotWorld['organs'],
}
const words: Sealed = { ref: 'r', commitment: 'c' }
const lead: PilotActor = { kind: 'staff', account: 'wang', organ: bureau, posts: ['head'] }
const clerk: PilotActor = { kind: 'staff', account: 'li', organ: bureau, posts: ['clerk'] }
const elsewhere: PilotActor = { kind: 'staff', account: 'zhao', organ: land, posts: ['head'] }
const [first, last] = [day('2026-11-23'), day('2027-05-31')]
const of = (n: number, held: number) => ({ n, held })
const none = { before: of(0, 0), after: of(0, 0), elsewhereBefore: of(0, 0), elsewhereAfter: of(0, 0) }
const effect = effectOf(none, 365)
const begin = (more: object = {}): PilotCommandBody => ({
  type: 'BeginPilot',
  beginning: { name: words, what: words, category: null, place: '990101001', from: first, until: last, ...more },
})
const drop: PilotCommandBody = { type: 'DropPilot', reason: words, effect }
const spread = (organ: OrganId, due = day('2027-12-31')): PilotCommandBody => ({
  ...{ type: 'SpreadPilot', reason: words, steps: [{ organ, what: words, due }], effect },
})

function play(...acts: readonly (readonly [PilotActor, PilotCommandBody, Day])[]) {
  let state: PilotState = null
  let refused: string | null = null
  for (const [actor, body, on] of acts) {
    const decision = decide(state, { ...body, on, actor }, world)
    refused = decision.ok ? null : decision.error.kind
    if (decision.ok) for (const fact of decision.value) state = evolve(state, fact)
  }
  return { state: state as PilotState, refused }
}
const after = day('2027-06-01')

describe('A pilot is begun by whoever leads a bureau, in its area and for a time (docs/adr/0064)', () => {
  it.each([
    [null, lead, {}],
    ['pilot-is-anothers', clerk, {}],
    ['pilot-is-anothers', elsewhere, {}],
    ['place-outside-area', lead, { place: '990102' }],
    ['day-not-later', lead, { until: first }],
    [null, lead, { until: day('2028-11-23') }],
    ['pilot-too-long', lead, { until: day('2028-11-24') }],
    ['nothing-elsewhere', lead, { place: '990101' }],
    [null, lead, { from: day('2026-11-24') }],
    ['pilot-begun-before', lead, { from: day('2026-11-22') }],
  ] as const)('%s', (kind, actor, more) => {
    expect(play([actor, begin(more), first]).refused).toBe(kind)
  })

  it('and ended once its time is over, the day after its last', () => {
    expect(play([lead, begin(), first], [lead, drop, last]).refused).toBe('pilot-still-running')
    expect(play([lead, begin(), first], [lead, drop, after]).state?.stage).toBe('dropped')
    expect(play([lead, begin(), first], [clerk, drop, after]).refused).toBe('pilot-is-anothers')
    expect(play([lead, begin(), first], [elsewhere, drop, after]).refused).toBe('no-such-pilot')
    expect(play([lead, begin(), first], [lead, drop, after], [lead, drop, after]).refused).toBe('pilot-ended-already')
  })

  it('spread as tasks of organs that there are, by days ahead', () => {
    expect(play([lead, begin(), first], [lead, spread(land), after]).state).toMatchObject({
      ...{ stage: 'spread', steps: [{ key: 's1', organ: land }] },
    })
    expect(play([lead, begin(), first], [lead, spread('nowhere' as OrganId), after]).refused).toBe('unknown-organ')
    expect(play([lead, begin(), first], [lead, spread(land, after), after]).refused).toBe('day-not-ahead')
  })
})

describe('What changed there beside what changed elsewhere', () => {
  it('is the difference of two differences, with its interval', () => {
    const found = effectOf(
      { before: of(100, 50), after: of(100, 70), elsewhereBefore: of(400, 200), elsewhereAfter: of(400, 220) },
      365,
    )
    // (0.70 − 0.50) − (0.55 − 0.50); the interval by hand from those of the four shares
    expect(found.difference).toBeCloseTo(0.15)
    expect(found.low).toBeCloseTo(0.15 - Math.hypot(0.7 - 0.6042, 0.5962 - 0.5, 0.5 - 0.4513, 0.5981 - 0.55), 3)
    expect(found.high).toBeCloseTo(0.15 + Math.hypot(0.7811 - 0.7, 0.5 - 0.4038, 0.5487 - 0.5, 0.55 - 0.501), 3)
    expect(found.isSmall).toBe(false)
  })

  it('says nothing before anything was watched, or where one of the four has none, and that few are few', () => {
    expect(
      effectOf({ before: of(50, 50), after: of(50, 50), elsewhereBefore: of(50, 9), elsewhereAfter: of(50, 9) }, 0)
        .difference,
    ).toBeNull()
    expect(effect).toMatchObject({ difference: null, isSmall: true })
    const few = { before: of(9, 9), after: of(50, 50), elsewhereBefore: of(50, 50), elsewhereAfter: of(50, 50) }
    expect(effectOf(few, 365)).toMatchObject({ difference: 0, isSmall: true })
    // all held: yet it is not certain
    expect(effectOf(few, 365).low).toBeLessThan(0)
  })
})
