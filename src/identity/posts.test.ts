import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, day } from '../kernel/day.ts'
import { hasEnded, runsOn } from '../kernel/term.ts'
import type { Account, AccountCommandBody, AccountFact } from './account.ts'
import { decideAccount } from './account-decide.ts'
import { evolveAccount } from './account-evolve.ts'
import { given, house, monday, opened, organ, replayed, staff, world } from './testing/account-spec.ts'

const friday = day('2026-11-27')
const saturday = day('2026-11-28')
const clerk = { organ: organ('east'), post: 'clerk' } as const
const administrator = { organ: organ('city'), post: 'administrator' } as const
const untilFriday: AccountFact = { type: 'PostGranted', on: monday, ...clerk, from: monday, until: friday }
const fromFriday: AccountFact = { type: 'PostGranted', on: monday, ...clerk, from: friday, until: null }
const another = staff('a2', 'city')

describe('a post is granted for days', () => {
  it('from today and without end, unless said', () => {
    given(opened)
      .when({ type: 'GrantPost', ...clerk }, { on: friday })
      .then({ type: 'PostGranted', on: friday, ...clerk, from: friday, until: null })
  })
  it('from a later day, or for one day alone', () => {
    for (const [from, until] of [
      [friday, null],
      [friday, friday],
    ] as const)
      given(opened)
        .when({ type: 'GrantPost', ...clerk, from, until }, { on: monday })
        .then({ type: 'PostGranted', on: monday, ...clerk, from, until })
  })
  it('and not from a day that has gone by, nor to one before it begins', () => {
    given(opened)
      .when({ type: 'GrantPost', ...clerk, from: monday }, { on: friday })
      .refused({ kind: 'day-gone-by', day: monday })
    given(opened)
      .when({ type: 'GrantPost', ...clerk, from: saturday, until: friday }, { on: monday })
      .refused({ kind: 'ends-before-it-begins' })
    given()
      .when({ type: 'OpenAccount', posts: [{ ...clerk, until: monday }] }, { on: friday })
      .refused({ kind: 'day-gone-by', day: monday })
  })
  it('again from the day after it ended, and not on its last day', () => {
    given(opened, untilFriday)
      .when({ type: 'GrantPost', ...clerk }, { on: friday })
      .refused({ kind: 'post-held' })
    given(opened, untilFriday)
      .when({ type: 'GrantPost', ...clerk }, { on: saturday })
      .then({ type: 'PostGranted', on: saturday, ...clerk, from: saturday, until: null })
  })
  it('not beside the one that is to come', () => {
    given(opened, fromFriday)
      .when({ type: 'GrantPost', ...clerk }, { on: monday })
      .refused({ kind: 'post-held' })
  })
  it('as auditor, when the time as administrator is over', () => {
    const was: AccountFact = { type: 'PostGranted', on: monday, ...administrator, from: monday, until: friday }
    const audit = { type: 'GrantPost', organ: organ('east'), post: 'auditor' } as const
    given(opened, was).when(audit, { on: friday }).refused({ kind: 'administrator-cannot-audit' })
    given(opened, was)
      .when(audit, { on: saturday })
      .then({ type: 'PostGranted', on: saturday, organ: organ('east'), post: 'auditor', from: saturday, until: null })
  })
})

describe('the last day of a post', () => {
  const end = (until: Day | null): AccountCommandBody => ({ type: 'ChangePostEnd', ...clerk, until })

  it('is set, moved and lifted up to that day', () => {
    given(opened, fromFriday)
      .when(end(saturday), { on: monday, by: another })
      .then({ type: 'PostEndChanged', on: monday, ...clerk, until: saturday })
    for (const until of [friday, saturday, null])
      if (until !== friday)
        given(opened, untilFriday)
          .when(end(until), { on: friday, by: another })
          .then({ type: 'PostEndChanged', on: friday, ...clerk, until })
  })
  it('can be today, and not yesterday', () => {
    given(opened, fromFriday)
      .when(end(saturday), { on: saturday })
      .then({ type: 'PostEndChanged', on: saturday, ...clerk, until: saturday })
    given(opened, fromFriday).when(end(friday), { on: saturday }).refused({ kind: 'day-gone-by', day: friday })
  })
  it('cannot come before the first', () => {
    given(opened, fromFriday).when(end(monday), { on: monday }).refused({ kind: 'ends-before-it-begins' })
  })
  it('cannot be moved once it is over: that would be a grant', () => {
    given(opened, untilFriday).when(end(null), { on: saturday }).refused({ kind: 'post-not-held' })
  })
  it('is nobody’s own to move, nor for somebody who does not reach the organ', () => {
    given(opened, untilFriday)
      .when(end(null), { on: monday, by: staff('a1', 'city') })
      .refused({ kind: 'own-account' })
    given(opened, untilFriday)
      .when(end(null), { on: monday, by: staff('a2', 'watch') })
      .refused({ kind: 'outside-your-organs' })
  })
  it('does not change when it is what it was', () => {
    given(opened, untilFriday).when(end(friday), { on: monday }).refused({ kind: 'nothing-changes' })
  })
  it('is not set for the last administrator, or nobody could let anybody in on the day after', () => {
    const sole: AccountFact = { type: 'PostGranted', on: monday, ...administrator, from: monday, until: null }
    const ending = { type: 'ChangePostEnd', ...administrator, until: saturday } as const
    given(opened, sole)
      .when(ending, { on: friday, world: { otherAdministrators: 0 } })
      .refused({ kind: 'last-administrator' })
    given(opened, sole)
      .when(ending, { on: friday })
      .then({ type: 'PostEndChanged', on: friday, ...administrator, until: saturday })
  })
})

describe('a post that has ended', () => {
  it('is not there to be revoked', () => {
    given(opened, untilFriday)
      .when({ type: 'RevokePost', ...clerk }, { on: friday })
      .then({ type: 'PostRevoked', on: friday, ...clerk })
    given(opened, untilFriday)
      .when({ type: 'RevokePost', ...clerk }, { on: saturday })
      .refused({ kind: 'post-not-held' })
  })
  it('no longer keeps those away who administer what is left', () => {
    const city: AccountFact = { type: 'PostGranted', on: monday, organ: organ('city'), post: 'leader', until: friday }
    const reset = { type: 'ResetPassword' } as const
    given(opened, city, fromFriday)
      .when(reset, { on: friday, by: staff('a2', 'east') })
      .refused({ kind: 'outside-your-organs' })
    given(opened, city, fromFriday)
      .when(reset, { on: saturday, by: staff('a2', 'east') })
      .then({ type: 'PasswordReset', on: saturday })
  })
})

describe('facts from before posts had days', () => {
  const old: AccountFact = { type: 'PostGranted', on: monday, ...clerk }
  it('run from the day of the fact, without end', () => {
    expect(replayed([opened, old])?.posts).toEqual([{ ...clerk, from: monday, until: null }])
  })
})

describe('a history that cannot be', () => {
  it.each<[string, AccountFact[]]>([
    ['a post granted twice', [untilFriday, { ...untilFriday, on: friday }]],
    ['an end moved after it', [untilFriday, { type: 'PostEndChanged', on: saturday, ...clerk, until: null }]],
    ['an end of what was not held', [{ type: 'PostEndChanged', on: monday, ...clerk, until: null }]],
    ['a post revoked after its end', [untilFriday, { type: 'PostRevoked', on: saturday, ...clerk }]],
  ])('%s', (_, facts) => expect(() => replayed([opened, ...facts])).toThrow())
})

describe('whatever administrators do', () => {
  const held = fc.record({
    organ: fc.constantFrom('city', 'watch').map(organ),
    post: fc.constantFrom(...(['clerk', 'administrator'] as const)),
  })
  const ahead = fc.option(fc.integer({ min: -2, max: 6 }), { nil: null, freq: 2 })
  const step = fc.record({
    wait: fc.integer({ min: 0, max: 3 }),
    held,
    act: fc.constantFrom('GrantPost', 'ChangePostEnd', 'RevokePost', 'ResetPassword'),
    from: ahead,
    until: ahead,
    by: fc.constantFrom(house, another, staff('a1', 'city'), staff('a2', 'watch')),
  })
  type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

  function bodyOf({ act, held, from, until }: Step, on: Day): AccountCommandBody {
    const last = until === null ? null : addDays(on, until)
    if (act === 'GrantPost') return { type: act, ...held, from: from === null ? on : addDays(on, from), until: last }
    if (act === 'ChangePostEnd') return { type: act, ...held, until: last }
    return act === 'RevokePost' ? { type: act, ...held } : { type: 'ResetPassword' }
  }

  it('nobody has a post after the last day that was said, and moving that day brings none back', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let state: Account = evolveAccount(null, opened)
        let on = monday
        /** What was last said of each post, by what was asked and accepted, not by what the house remembers. */
        const said = new Map<string, { readonly until: Day | null } | 'revoked'>()
        for (const taken of steps) {
          on = addDays(on, taken.wait)
          const body = bodyOf(taken, on)
          const key = `${taken.held.organ} ${taken.held.post}`
          const before = said.get(key)
          const decided = decideAccount(state, { ...body, on, by: taken.by }, { ...world, otherAdministrators: 0 })
          if (decided.ok) {
            state = decided.value.reduce<Account>(evolveAccount, state)
            if (body.type === 'ChangePostEnd') {
              expect(before).toBeDefined()
              expect(before !== 'revoked' && before !== undefined && !hasEnded(before, on)).toBe(true)
            }
            if (body.type === 'RevokePost') said.set(key, 'revoked')
            if (body.type === 'ChangePostEnd' || body.type === 'GrantPost') said.set(key, { until: body.until ?? null })
          }
          for (const later of [0, 1, 7, 400].map((days) => addDays(on, days))) {
            for (const post of state.posts.filter((each) => runsOn(each, later))) {
              const told = said.get(`${post.organ} ${post.post}`)
              expect(told).toBeDefined()
              expect(told !== 'revoked' && told !== undefined && !hasEnded(told, later)).toBe(true)
            }
          }
        }
      }),
      { numRuns: 500 },
    )
  })
})
