import { describe, expect, it } from 'vitest'
import { type Day, day } from '../kernel/day.ts'
import type { Post } from '../kernel/viewer.ts'
import type { AccountFact, Delegate } from './account.ts'
import { accountId, given, monday, opened, organ, replayed, staff } from './testing/account-spec.ts'

const tuesday = day('2026-11-24')
const friday = day('2026-11-27')
const saturday = day('2026-11-28')
const east = organ('east')
const self = staff('a1', 'east')
const granted = (post: Post, until: Day | null = null, from = monday): AccountFact => ({
  ...{ type: 'PostGranted', on: monday, organ: east, post, from, until },
})
const colleague = (post: Post, more: Partial<Delegate> = {}): { delegate: Delegate } => ({
  delegate: { posts: [{ organ: east, post, from: monday, until: null }], away: null, ...more },
})
const give = { type: 'DelegateHandling', organ: east, to: accountId('a2'), from: tuesday, until: friday } as const
const gave: AccountFact = { ...give, type: 'HandlingDelegated', on: monday }

describe('外出委托: a clerk or a head gives a colleague their handling for days', () => {
  it.each(['clerk', 'head'] as const)('a %s does', (post) => {
    given(opened, granted(post))
      .when(give, { on: monday, by: self, world: colleague('clerk') })
      .then(gave)
  })
  it.each(['leader', 'supervisor', 'commissioner', 'administrator', 'auditor'] as const)(
    'a %s has none to give',
    (post) => {
      given(opened, granted(post))
        .when(give, { on: monday, by: self, world: colleague('clerk') })
        .refused({ kind: 'no-handling-post' })
    },
  )
  it('nobody does it for another, not the administrator and not the house', () => {
    for (const by of [staff('a3', 'east'), staff('a3', 'city'), { kind: 'system', task: 'test' } as const])
      given(opened, granted('clerk'))
        .when(give, { on: monday, by, world: colleague('clerk') })
        .refused({ kind: 'not-your-account' })
  })
  it('for this one day too, and not for days gone by or the wrong way round', () => {
    given(opened, granted('head'))
      .when({ ...give, from: tuesday, until: tuesday }, { on: tuesday, by: self, world: colleague('clerk') })
      .then({ ...gave, on: tuesday, from: tuesday, until: tuesday } as AccountFact)
    given(opened, granted('head'))
      .when(give, { on: friday, by: self, world: colleague('clerk') })
      .refused({ kind: 'day-gone-by', day: tuesday })
    given(opened, granted('head'))
      .when({ ...give, from: friday, until: tuesday }, { on: monday, by: self, world: colleague('clerk') })
      .refused({ kind: 'ends-before-it-begins' })
  })
  it('from their own post, on a day on which it runs', () => {
    given(opened, granted('head', monday))
      .when(give, { on: monday, by: self, world: colleague('clerk') })
      .refused({ kind: 'no-handling-post' })
    given(opened, granted('head', tuesday))
      .when(give, { on: monday, by: self, world: colleague('clerk') })
      .then(gave)
    given(opened, { ...granted('head'), organ: organ('city') } as AccountFact)
      .when(give, { on: monday, by: self, world: colleague('clerk') })
      .refused({ kind: 'no-handling-post' })
  })
})

describe('whoever takes over', () => {
  it.each(['clerk', 'head', 'leader'] as const)('may be a %s', (post) => {
    given(opened, granted('head'))
      .when(give, { on: monday, by: self, world: colleague(post) })
      .then(gave)
  })
  it.each(['supervisor', 'commissioner', 'administrator', 'auditor'] as const)(
    'is no %s, who looks after what others do',
    (post) => {
      given(opened, granted('head'))
        .when(give, { on: monday, by: self, world: colleague(post) })
        .refused({ kind: 'delegate-without-post' })
    },
  )
  it('is somebody else', () => {
    given(opened, granted('head'))
      .when({ ...give, to: accountId('a1') }, { on: monday, by: self, world: colleague('clerk') })
      .refused({ kind: 'delegate-to-oneself' })
  })
  it('is there, with a post that runs on the first day', () => {
    const gone = { posts: [{ organ: east, post: 'clerk', from: monday, until: monday }] } as const
    for (const world of [{ delegate: null }, colleague('clerk', { posts: [] }), colleague('clerk', gone)])
      given(opened, granted('head'))
        .when(give, { on: monday, by: self, world })
        .refused({ kind: 'delegate-without-post' })
  })
  it('is not away on those days, though they may be before or after', () => {
    const away = (from: Day, until: Day) => colleague('clerk', { away: { from, until } })
    for (const [from, until] of [
      [monday, tuesday],
      [friday, saturday],
      [monday, saturday],
    ] as const)
      given(opened, granted('head'))
        .when(give, { on: monday, by: self, world: away(from, until) })
        .refused({ kind: 'delegate-away', from, until })
    for (const [from, until] of [
      [monday, monday],
      [saturday, saturday],
    ] as const)
      given(opened, granted('head'))
        .when(give, { on: monday, by: self, world: away(from, until) })
        .then(gave)
  })
})

describe('what was given', () => {
  it('is one at a time, until its last day is over or it is taken back', () => {
    const again = { ...give, from: saturday, until: saturday }
    const scene = (on: Day) => ({ on, by: self, world: colleague('clerk') })
    given(opened, granted('head'), gave).when(again, scene(friday)).refused({ kind: 'delegation-given' })
    given(opened, granted('head'), gave)
      .when(again, scene(saturday))
      .then({ ...gave, ...again, on: saturday, type: 'HandlingDelegated' })
    given(opened, granted('head'), gave, { type: 'DelegationRevoked', on: tuesday, organ: east })
      .when(again, scene(tuesday))
      .then({ ...gave, ...again, on: tuesday, type: 'HandlingDelegated' })
  })
  it('is taken back by whoever gave it, before it begins and on its last day, and not after', () => {
    const back = { type: 'RevokeDelegation', organ: east } as const
    for (const on of [monday, friday])
      given(opened, granted('head'), gave)
        .when(back, { on, by: self })
        .then({ type: 'DelegationRevoked', on, organ: east })
    given(opened, granted('head'), gave).when(back, { on: saturday, by: self }).refused({ kind: 'no-delegation' })
    given(opened, granted('head')).when(back, { on: monday, by: self }).refused({ kind: 'no-delegation' })
    given(opened, granted('head'), gave)
      .when(back, { on: monday, by: staff('a2', 'east') })
      .refused({ kind: 'not-your-account' })
  })
  it('goes with the account', () => {
    expect(replayed([opened, granted('head'), gave, { type: 'AccountClosed', on: monday }])?.delegations).toEqual([])
  })
})
