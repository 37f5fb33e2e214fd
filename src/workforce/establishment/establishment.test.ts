import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addYears, type Day, day } from '../../kernel/day.ts'
import type { OrganFacts, OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { runsOn } from '../../kernel/term.ts'
import { decide } from './decide.ts'
import {
  allotmentOn,
  type EstablishedPost,
  type EstablishmentActor,
  type EstablishmentCommand,
  type EstablishmentCommandBody,
  type EstablishmentFact,
  type EstablishmentState,
  establishedPosts,
} from './establishment.ts'
import { evolve } from './evolve.ts'
import { bandOf, endsSoonDays, experienceBands, type Holding, kindOf, mixOf, sinceOf, strengthOf } from './strength.ts'

const land = 'land' as OrganId
const government = 'government' as OrganId
const organs: readonly OrganFacts[] = [
  { id: land, parent: government, state: 'active' },
  { id: government, parent: null, state: 'active' },
  { id: 'gone' as OrganId, parent: government, state: 'merged' },
] as unknown as readonly OrganFacts[]
const world = { organs: { find: (id: OrganId) => organs.find((each) => each.id === id) } } as Parameters<
  typeof decide
>[2]

const today = day('2026-11-23')
const words: Sealed = { ref: 'r', commitment: 'c' }
const staff = (organ: OrganId, ...posts: readonly string[]): EstablishmentActor => ({
  ...{ kind: 'staff', account: 'zhao', organ, posts },
})
const head = staff(land, 'head')
const allot = (count: number, from: Day, post: EstablishedPost = 'clerk'): EstablishmentCommandBody => ({
  ...{ type: 'AllotPosts', post, count, from, document: words, reason: words },
})
const withdraw = (ref: string): EstablishmentCommandBody => ({ type: 'WithdrawAllotment', ref, reason: words })
const command = (body: EstablishmentCommandBody, more: object = {}): EstablishmentCommand => ({
  ...{ ...body, organ: land, on: today, actor: head, ...more },
})
const done = (state: EstablishmentState, body: EstablishmentCommandBody): EstablishmentState => {
  const decision = decide(state, command(body), world)
  if (!decision.ok) throw new Error(decision.error.kind)
  return decision.value.reduce(evolve, state)
}
const refused = (state: EstablishmentState, body: EstablishmentCommandBody, more: object = {}) => {
  const decision = decide(state, command(body, more), world)
  return decision.ok ? null : decision.error.kind
}

describe('信访工作条例 art. 16 (1): an office is staffed as its task demands; what it is allotted is written down (docs/adr/0067)', () => {
  it('by the head or the administrator of the organ or of the one right above it', () => {
    const body = allot(5, today)
    for (const actor of [head, staff(land, 'administrator'), staff(government, 'head')])
      expect(refused(null, body, { actor })).toBeNull()
    for (const actor of [staff(land, 'clerk'), staff(land, 'leader'), staff('gone' as OrganId, 'head')])
      expect(refused(null, body, { actor })).toBe('establishment-not-yours')
    expect(refused(null, body, { organ: 'gone', actor: staff(government, 'head') })).toBe('organ-not-active')
  })

  it('from a day on and until the next, and what says nothing new is refused', () => {
    const state = done(done(null, allot(5, day('2025-01-01'))), allot(7, day('2026-01-01')))
    const on = (at: string) => allotmentOn(state?.allotments ?? [], 'clerk', day(at))?.count
    expect([on('2024-12-31'), on('2025-01-01'), on('2025-12-31'), on('2026-01-01')]).toEqual([undefined, 5, 5, 7])
    expect(refused(state, allot(7, today))).toBe('allotment-unchanged')
    expect(refused(state, allot(6, day('2026-01-01')))).toBe('allotment-day-taken')
    expect(refused(state, allot(7, today, 'head'))).toBeNull()
  })

  it('a mistaken entry is taken back, once, and what held before holds again', () => {
    const state = done(done(done(null, allot(5, day('2025-01-01'))), allot(70, day('2026-01-01'))), withdraw('e2'))
    expect(allotmentOn(state?.allotments ?? [], 'clerk', today)?.count).toBe(5)
    expect(state?.allotments).toHaveLength(2)
    expect(refused(state, withdraw('e2'))).toBe('allotment-withdrawn-already')
    expect(refused(state, withdraw('e3'))).toBe('no-such-allotment')
    expect(refused(null, withdraw('e1'))).toBe('no-such-allotment')
    expect(refused(state, allot(7, day('2026-01-01')))).toBeNull()
  })

  it('throws on an impossible history', () => {
    const fact = { type: 'AllotmentWithdrawn', on: today, organ: land, ref: 'e1', reason: words } as const
    expect(() => evolve(null, fact)).toThrow('does not stand')
    const state = done(null, allot(5, today))
    expect(() => evolve(state, { ...fact, organ: government })).toThrow('government among those of land')
    expect(() => evolve(state, { ...fact, type: 'Lost' } as unknown as EstablishmentFact)).toThrow()
  })
})

const days = fc.integer({ min: -4000, max: 800 }).map((count) => addDays(today, count))
const bodies = fc.oneof(
  fc
    .record({ count: fc.nat(9), from: days, post: fc.constantFrom(...establishedPosts) })
    .map(({ count, from, post }) => allot(count, from, post)),
  fc.integer({ min: 1, max: 12 }).map((at) => withdraw(`e${at}`)),
)
const holdings: fc.Arbitrary<Holding> = fc
  .record({
    account: fc.constantFrom('a1', 'a2', 'a3', 'a4', 'a5', 'a6'),
    organ: fc.constant(land),
    post: fc.constantFrom(...establishedPosts),
    from: days,
    length: fc.option(fc.nat(2000), { nil: null }),
    secondedFrom: fc.option(fc.constant('housing' as OrganId), { nil: null }),
  })
  .map(({ length, ...held }) => ({ ...held, until: length === null ? null : addDays(held.from, length) }))
/** An account holds a post of an organ once. */
const staffs = fc.uniqueArray(holdings, { selector: ({ account, post }) => `${account} ${post}`, maxLength: 25 })
const counts = fc
  .array(fc.tuple(fc.constantFrom(...establishedPosts), fc.nat(6)), { maxLength: 5 })
  .map((pairs) => new Map(pairs))

describe('Laws of what is allotted and filled', () => {
  it('of one post no two entries that stand begin on one day, whatever is tried', () => {
    fc.assert(
      fc.property(fc.array(bodies, { maxLength: 25 }), (tried) => {
        let state: EstablishmentState = null
        for (const body of tried) {
          const decision = decide(state, command(body), world)
          if (decision.ok) state = decision.value.reduce(evolve, state)
        }
        const standing = (state?.allotments ?? []).filter(({ withdrawn }) => withdrawn === null)
        const keys = standing.map(({ post, from }) => `${post} ${from}`)
        expect(new Set(keys).size).toBe(keys.length)
      }),
    )
  })

  it('who holds a post is counted once in it, and is vacant or over and never both', () => {
    fc.assert(
      fc.property(counts, staffs, (allotted, held) => {
        const { posts, people } = strengthOf(allotted, held, today)
        const running = held.filter((each) => runsOn(each, today))
        for (const each of posts) {
          const own = running.filter(({ post }) => post === each.post)
          expect(each.lasting + each.temporary + each.seconded).toBe(own.length)
          expect(each.toCome).toBe(
            held.filter(({ post, from, until }) => post === each.post && !runsOn({ from, until }, today)).length,
          )
          if (each.allotted === null) expect([each.vacant, each.over]).toEqual([null, null])
          else {
            expect((each.vacant ?? 0) * (each.over ?? 0)).toBe(0)
            expect(each.allotted - each.lasting).toBe((each.vacant ?? 0) - (each.over ?? 0))
          }
        }
        const all = people.lasting + people.temporary + people.seconded
        expect(all).toBe(new Set(running.map(({ account }) => account)).size)
      }),
    )
  })

  it('a seconded or temporary holder fills no vacancy', () => {
    fc.assert(
      fc.property(counts, staffs, holdings, (allotted, held, more) => {
        fc.pre(kindOf(more) !== 'lasting')
        const vacant = (all: readonly Holding[]) =>
          strengthOf(allotted, all, today).posts.map((each) => each.vacant ?? 0)
        const sum = (all: readonly number[]) => all.reduce((total, each) => total + each, 0)
        expect(sum(vacant([...held, { ...more, account: 'a7' }]))).toBe(sum(vacant(held)))
      }),
    )
  })

  it('each lies in one band, and the bands hold everybody who lastingly holds a post', () => {
    fc.assert(
      fc.property(staffs, (held) => {
        const mix = mixOf(sinceOf(held, today), today)
        expect(mix).toHaveLength(experienceBands.length)
        expect(mix.reduce((sum, each) => sum + each, 0)).toBe(strengthOf(new Map(), held, today).people.lasting)
      }),
    )
  })
})

describe('The bounds', () => {
  const holding = (from: string, until: string | null) =>
    ({ from: day(from), until: until === null ? null : day(until), secondedFrom: null }) as const

  it('a post of a year at most is somebody’s for a while, and a day more is not', () => {
    expect(kindOf(holding('2026-01-01', '2027-01-01'))).toBe('temporary')
    expect(kindOf(holding('2026-01-01', '2027-01-02'))).toBe('lasting')
    expect(kindOf(holding('2026-01-01', null))).toBe('lasting')
    expect(kindOf({ ...holding('2026-01-01', null), secondedFrom: land })).toBe('seconded')
  })

  it('what ends within sixty days is said, and a day later is not', () => {
    const ending = (count: number) =>
      strengthOf(
        new Map(),
        [
          {
            account: 'a',
            organ: land,
            post: 'clerk',
            from: day('2020-01-01'),
            until: addDays(today, count),
            secondedFrom: null,
          },
        ],
        today,
      ).posts[0]?.endingSoon
    expect([ending(endsSoonDays), ending(endsSoonDays + 1)]).toEqual([1, 0])
  })

  it('a year is full on its day', () => {
    expect(bandOf(addYears(today, -1), today)).toBe('oneToThree')
    expect(bandOf(addDays(addYears(today, -1), 1), today)).toBe('underOne')
    expect(bandOf(addYears(today, -3), today)).toBe('threeToFive')
    expect(bandOf(addYears(today, -5), today)).toBe('overFive')
  })
})
