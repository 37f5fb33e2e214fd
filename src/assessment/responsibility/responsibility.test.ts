import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../../kernel/day.ts'
import type { OrganFacts, OrganId } from '../../kernel/organ.ts'
import { areaOf, looksOver } from './area.ts'
import { decide } from './decide.ts'
import { evolve } from './evolve.ts'
import { type Gap, gapsIn, type HolderStanding, type RunningRole } from './gaps.ts'
import type {
  ResponsibilityActor,
  ResponsibilityCommand,
  ResponsibilityCommandBody,
  ResponsibilityState,
  ResponsibilityWorld,
} from './responsibility.ts'

const id = (text: string): OrganId => text as OrganId
const organ = (
  name: string,
  kind: OrganFacts['kind'],
  level: OrganFacts['level'],
  region: string,
  parent: string | null,
) => ({
  ...{ id: id(name), kind, level, region, parent: parent as OrganId | null },
  ...{ leadBy: null, state: 'active' as OrganFacts['state'], successors: [] },
})
const list = [
  organ('county', 'government', 'county', '990101', null),
  organ('bureau', 'bureau', 'county', '990101', 'county'),
  organ('land', 'department', 'county', '990101', 'county'),
  organ('town', 'township', 'township', '990101001', 'county'),
  organ('village', 'village', 'village', '990101001001', 'town'),
  organ('next', 'government', 'county', '990102', null),
  { ...organ('old', 'department', 'county', '990101', 'county'), state: 'abolished' as const },
]
const organs = { find: (wanted: OrganId) => list.find((each) => each.id === wanted), all: () => list }
const world: ResponsibilityWorld = { organs, open: new Set(['a1', 'a2']) }
const on = day('2026-11-26')
const of = (where: string, ...posts: string[]): ResponsibilityActor => ({
  ...{ kind: 'staff', account: 'someone', organ: id(where), posts },
})
const record = (more: object = {}): ResponsibilityCommandBody => ({
  ...{ type: 'RecordResponsibility', role: 'directs', holder: { account: 'a1' } },
  ...{ scope: { area: null, category: null }, from: day('2026-01-01'), until: null },
  ...more,
})
const given = (...bodies: readonly ResponsibilityCommandBody[]): ResponsibilityState =>
  bodies.reduce<ResponsibilityState>((state, body) => {
    const done = decide(state, { ...body, organ: id('land'), on, actor: of('land', 'head') }, world)
    if (!done.ok) throw new Error(done.error.kind)
    return done.value.reduce(evolve, state)
  }, null)
const when = (
  state: ResponsibilityState,
  body: ResponsibilityCommandBody,
  actor = of('land', 'head'),
  where = 'land',
) => decide(state, { ...body, organ: id(where), on, actor } as ResponsibilityCommand, world)

describe('信访工作条例 art. 5 (3): who answers is written down', () => {
  it.each<[ResponsibilityActor, boolean]>([
    [of('land', 'head'), true],
    [of('land', 'administrator'), true],
    [of('county', 'head'), true],
    [of('county', 'administrator'), true],
    [of('land', 'clerk', 'leader', 'supervisor'), false],
    [of('county', 'leader'), false],
    // the bureau looks over it and does not write for it
    [of('bureau', 'head'), false],
    [of('town', 'head'), false],
  ])('%j: %s', (actor, may) => {
    const done = when(null, record(), actor)
    expect(done.ok).toBe(may)
    if (!done.ok) expect(done.error.kind).toBe('responsibility-not-yours')
  })

  it('as a fact with its holder, scope and term', () => {
    expect(when(null, record({ scope: { area: '990101001', category: null } }))).toEqual({
      ok: true,
      value: [
        {
          ...{
            type: 'ResponsibilityRecorded',
            on,
            organ: 'land',
            ref: 'r1',
            role: 'directs',
            holder: { account: 'a1' },
          },
          ...{ scope: { area: '990101001', category: null }, from: '2026-01-01', until: null },
        },
      ],
    })
  })

  it.each<[string, object, string]>([
    ['an account that is closed', { holder: { account: 'a9' } }, 'no-such-holder'],
    ['an area elsewhere', { scope: { area: '990102', category: null } }, 'responsibility-elsewhere'],
    ['an end the day before', { until: day('2025-12-31') }, 'responsibility-ended-before-begun'],
  ])('and refused for %s', (_, more, kind) => {
    expect(when(null, record(more))).toMatchObject({ ok: false, error: { kind } })
  })

  it('may end on the day on which it begins', () => {
    expect(when(null, record({ until: day('2026-01-01') })).ok).toBe(true)
  })

  it('not for an organ that is no more', () => {
    expect(when(null, record(), of('county', 'head'), 'old')).toMatchObject({ error: { kind: 'organ-not-active' } })
  })

  it('not twice for one account at one time, but again after it ended, for another part, and for people without accounts', () => {
    const state = given(record({ until: day('2026-06-30') }))
    expect(when(state, record({ from: day('2026-06-30') }))).toMatchObject({
      error: { kind: 'responsibility-recorded-already', ref: 'r1' },
    })
    expect(when(state, record({ from: day('2026-07-01') })).ok).toBe(true)
    expect(when(state, record({ scope: { area: '990101', category: null } })).ok).toBe(true)
    const named = record({ holder: { name: { ref: 'n', commitment: 'c' }, office: null } })
    expect(when(given(named), named).ok).toBe(true)
  })

  it('ends on a day and stays in the history', () => {
    const state = given(record(), { type: 'EndResponsibility', ref: 'r1', until: day('2026-11-30') })
    expect(state?.held).toMatchObject([{ ref: 'r1', until: '2026-11-30' }])
    // until that day it can be moved; after it, not
    expect(when(state, { type: 'EndResponsibility', ref: 'r1', until: day('2026-12-01') }).ok).toBe(true)
    const over = given(record({ until: day('2026-11-25') }))
    expect(when(over, { type: 'EndResponsibility', ref: 'r1', until: day('2026-12-01') })).toMatchObject({
      error: { kind: 'responsibility-ended-already', until: '2026-11-25' },
    })
    expect(when(state, { type: 'EndResponsibility', ref: 'r1', until: day('2025-12-31') })).toMatchObject({
      error: { kind: 'responsibility-ended-before-begun' },
    })
    expect(when(state, { type: 'EndResponsibility', ref: 'r7', until: on })).toMatchObject({
      error: { kind: 'no-such-responsibility' },
    })
  })

  it('whatever is asked, decide never throws and what it decides can be applied', () => {
    const days = fc.constantFrom(day('2025-01-01'), day('2026-06-30'), day('2026-11-26'), day('2027-01-01'))
    const bodies = fc.oneof(
      fc.record({
        type: fc.constant('RecordResponsibility' as const),
        role: fc.constantFrom('answersForAll' as const, 'directs' as const),
        holder: fc.constantFrom({ account: 'a1' }, { account: 'a9' }),
        scope: fc.record({ area: fc.constantFrom(null, '990101', '98'), category: fc.constant(null) }),
        from: days,
        until: fc.option(days),
      }),
      fc.record({ type: fc.constant('EndResponsibility' as const), ref: fc.constantFrom('r1', 'r2'), until: days }),
    )
    fc.assert(
      fc.property(fc.array(bodies, { maxLength: 12 }), (commands) => {
        let state: ResponsibilityState = null
        for (const body of commands) {
          const done = when(state, body)
          if (done.ok) state = done.value.reduce(evolve, state)
        }
        for (const { from, until } of state?.held ?? []) expect(until === null || until >= from).toBe(true)
      }),
      { seed: 20261126 },
    )
  })
})

describe('The area of an organ', () => {
  it('is all of its region for a bureau, a government and a township, and itself for a department', () => {
    expect(areaOf(id('county'), organs).map(({ id }) => id)).toEqual(['county', 'bureau', 'land', 'town', 'village'])
    expect(areaOf(id('bureau'), organs).map(({ id }) => id)[0]).toBe('bureau')
    expect(areaOf(id('bureau'), organs)).toHaveLength(5)
    expect(areaOf(id('town'), organs).map(({ id }) => id)).toEqual(['town', 'village'])
    expect(areaOf(id('land'), organs).map(({ id }) => id)).toEqual(['land'])
  })

  it('never reaches into another', () => {
    expect(looksOver(id('county'), id('next'), organs)).toBe(false)
    expect(looksOver(id('land'), id('bureau'), organs)).toBe(false)
    expect(looksOver(id('village'), id('town'), organs)).toBe(false)
    expect(looksOver(id('nowhere'), id('town'), organs)).toBe(false)
  })
})

const role = (
  where: string,
  name: RunningRole['role'],
  account: string | null,
  more: Partial<RunningRole> = {},
): RunningRole => ({
  ...{ organ: id(where), ref: `${name}-${account}`, role: name, account, scope: { area: null, category: null } },
  ...{ from: day('2026-01-01'), until: null },
  ...more,
})
const at = (where: string, ...posts: string[]): HolderStanding => ({
  isOpen: true,
  posts: posts.map((post) => ({ organ: id(where), post })),
})
const whole = (where: string) => [
  role(where, 'answersForAll', 'a1'),
  role(where, 'directs', 'a2'),
  role(where, 'handles', null),
]
const standing = new Map([
  ['a1', at('county', 'leader')],
  ['a2', at('land', 'head')],
])
const gapsOf = (roles: readonly RunningRole[], more: object = {}, where = 'land'): readonly Gap[] =>
  gapsIn([id(where)], { on, organs, roles, standing, named: [], ...more }).get(id(where)) ?? []
const kindsOf = (...asked: Parameters<typeof gapsOf>): readonly string[] => gapsOf(...asked).map(({ kind }) => kind)

describe('Gaps and conflicts', () => {
  it('are none where all three are there', () => {
    expect(kindsOf(whole('land'))).toEqual([])
  })

  it('are three where nobody is, and whoever answers for a part leaves the whole open', () => {
    expect(kindsOf([])).toEqual(['nobodyAnswersForAll', 'nobodyDirects', 'nobodyHandles'])
    const part = { scope: { area: '990101001', category: null } }
    expect(kindsOf([...whole('land').slice(1), role('land', 'answersForAll', 'a1', part)])).toEqual([
      'nobodyAnswersForAll',
    ])
  })

  it('are none from the first day to the last, and the hole is there the day after', () => {
    const until = (last: string) => [
      ...whole('land').slice(1),
      role('land', 'answersForAll', 'a1', { until: day(last) }),
    ]
    expect(kindsOf(until('2026-11-26'))).toEqual(['endsSoon'])
    expect(kindsOf(until('2026-11-25'))).toEqual(['nobodyAnswersForAll'])
  })

  it('warn thirty days before an end that nobody follows', () => {
    const ending = (last: string) => [...whole('land').slice(0, 2), role('land', 'handles', null, { until: day(last) })]
    expect(kindsOf(ending('2026-12-26'))).toEqual(['endsSoon'])
    expect(kindsOf(ending('2026-12-27'))).toEqual([])
    const next = role('land', 'handles', null, { ref: 'next', from: day('2026-12-27') })
    expect(kindsOf([...ending('2026-12-26'), next])).toEqual([])
  })

  it('show a holder whose account was closed or whose posts here and above have ended', () => {
    const who = (held: HolderStanding) => ({ standing: new Map([...standing, ['a2', held]]) })
    expect(kindsOf(whole('land'), who({ isOpen: false, posts: [{ organ: id('land'), post: 'head' }] }))).toEqual([
      'holderLeft',
    ])
    expect(kindsOf(whole('land'), who(at('town', 'head')))).toEqual(['holderLeft'])
    expect(kindsOf(whole('land'), who(at('county', 'clerk')))).toEqual([])
    expect(kindsOf(whole('land'), { standing: new Map() })).toEqual(['holderLeft', 'holderLeft'])
  })

  it('show two who answer for all at once', () => {
    expect(kindsOf([...whole('land'), role('land', 'answersForAll', null)])).toEqual(['severalAnswerForAll'])
  })

  it('show whoever directs and supervises, in the organ or over it', () => {
    const who = (held: HolderStanding) => ({ standing: new Map([...standing, ['a2', held]]) })
    expect(kindsOf(whole('land'), who(at('land', 'head', 'supervisor')))).toEqual(['directsAndSupervises'])
    expect(kindsOf(whole('land'), who(at('land', 'head', 'commissioner')))).toEqual(['directsAndSupervises'])
    const over = { isOpen: true, posts: [...at('land', 'head').posts, ...at('bureau', 'supervisor').posts] }
    expect(gapsOf(whole('land'), who(over))).toMatchObject([{ kind: 'directsAndSupervises', other: 'bureau' }])
    const aside = { isOpen: true, posts: [...at('land', 'head').posts, ...at('town', 'supervisor').posts] }
    expect(kindsOf(whole('land'), who(aside))).toEqual([])
  })

  it('show one person at the head of two organs of which one looks over the other', () => {
    const both = {
      standing: new Map([
        ['a1', at('county', 'leader')],
        ['a2', at('land', 'head')],
      ]),
    }
    expect(gapsOf([...whole('land'), role('bureau', 'answersForAll', 'a1')], both)).toMatchObject([
      { kind: 'answersOnBothSides', other: 'bureau' },
    ])
    // two organs side by side
    expect(kindsOf([...whole('land'), role('town', 'answersForAll', 'a1')], both)).toEqual([])
    const past = role('bureau', 'answersForAll', 'a1', { until: day('2026-11-25') })
    expect(kindsOf([...whole('land'), past], both)).toEqual([])
  })

  it('show whoever directs a petition that names them, and nobody else', () => {
    const named = [{ organ: id('land'), account: 'a2', petition: '261123482719034' }]
    expect(gapsOf(whole('land'), { named })).toMatchObject([{ kind: 'namedInPetition', petition: '261123482719034' }])
    expect(kindsOf(whole('land'), { named: [{ ...named[0], account: 'a1' }] })).toEqual([])
  })
})
