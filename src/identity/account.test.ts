import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import type { OrganFacts, OrganId, Organs } from '../kernel/organ.ts'
import { type Post, posts } from '../kernel/viewer.ts'
import type { Account, AccountCommandBody, AccountFact, AccountId, AccountRefusal, AccountWorld } from './account.ts'
import { decideAccount } from './account-decide.ts'
import { evolveAccount } from './account-evolve.ts'
import type { Administrator } from './organ.ts'

const on = day('2026-11-23')
const organ = (text: string) => text as OrganId
const house: Administrator = { kind: 'system', task: 'test' }
const staff = (account: string, of: string): Administrator => ({ kind: 'staff', account, organ: organ(of) })

const known = new Map<string, OrganFacts>(
  (
    [
      ['city', null, 'active'],
      ['east', 'city', 'active'],
      ['west', 'city', 'active'],
      ['gone', 'city', 'abolished'],
    ] as const
  ).map(([id, parent, state]) => [
    id,
    {
      ...{ id: organ(id), parent: parent === null ? null : organ(parent), leadBy: null, successors: [] },
      ...{ kind: 'government', level: 'county', region: '9901', state },
    },
  ]),
)
const organs: Organs = { find: (id) => known.get(id) }
const world: AccountWorld = {
  ...{ organs, id: 'a1' as AccountId, otherAdministrators: 1, loginTaken: false },
  ...{ administered: new Set(['city', 'east', 'west'].map(organ)), delegate: null },
}

const endless = { from: on, until: null }
const held = (...pairs: (readonly [string, Post])[]) =>
  pairs.map(([of, post]) => ({ organ: organ(of), post, ...endless }))
const account = (...pairs: (readonly [string, Post])[]): Account => ({
  ...{ state: 'open', hasSecondFactor: false, openedOn: on, lastActOn: on, delegations: [] },
  posts: held(...pairs),
})
const factored: Account = { ...account(['east', 'clerk']), hasSecondFactor: true }
const closed: Account = { ...account(), state: 'closed' }

const decide = (state: Account | null, body: AccountCommandBody, by: Administrator = house, inWorld = world) =>
  decideAccount(state, { ...body, on, by }, inWorld)
const clerk = { organ: organ('east'), post: 'clerk' } as const

describe('an account', () => {
  it('is opened with posts, each once', () => {
    const body = { type: 'OpenAccount', posts: held(['east', 'clerk'], ['west', 'head'], ['east', 'clerk']) } as const
    expect(decide(null, body)).toEqual({
      ok: true,
      value: [
        { type: 'AccountOpened', on },
        { type: 'PostGranted', on, organ: 'east', post: 'clerk', ...endless },
        { type: 'PostGranted', on, organ: 'west', post: 'head', ...endless },
      ],
    })
  })

  it.each<[string, Account | null, AccountCommandBody, Administrator, Partial<AccountWorld>, AccountRefusal]>([
    ['opened twice', account(), { type: 'OpenAccount', posts: [] }, house, {}, { kind: 'account-exists' }],
    [
      'with a login in use',
      null,
      { type: 'OpenAccount', posts: [] },
      house,
      { loginTaken: true },
      { kind: 'login-taken' },
    ],
    [
      'in an unknown organ',
      null,
      { type: 'OpenAccount', posts: held(['no', 'clerk']) },
      house,
      {},
      { kind: 'unknown-organ', organ: organ('no') },
    ],
    [
      'in an organ that has ended',
      null,
      { type: 'OpenAccount', posts: held(['gone', 'clerk']) },
      house,
      {},
      { kind: 'organ-not-active', organ: organ('gone'), successors: [] },
    ],
    [
      'by an administrator of another organ',
      null,
      { type: 'OpenAccount', posts: held(['east', 'clerk'], ['west', 'clerk']) },
      staff('a2', 'east'),
      {},
      { kind: 'outside-your-organs' },
    ],
    [
      'auditing what it administers',
      null,
      { type: 'OpenAccount', posts: held(['east', 'administrator'], ['west', 'auditor']) },
      house,
      {},
      { kind: 'administrator-cannot-audit' },
    ],
    ['that is not there', null, { type: 'CloseAccount' }, house, {}, { kind: 'no-such-account' }],
    ['that is closed', closed, { type: 'GrantPost', ...clerk }, house, {}, { kind: 'account-closed' }],
    [
      'given a post it has',
      account(['east', 'clerk']),
      { type: 'GrantPost', ...clerk },
      house,
      {},
      { kind: 'post-held' },
    ],
    [
      'given a post by itself',
      account(['city', 'administrator']),
      { type: 'GrantPost', ...clerk },
      staff('a1', 'city'),
      {},
      { kind: 'own-account' },
    ],
    [
      'given a post by an administrator who does not reach it',
      account(),
      { type: 'GrantPost', ...clerk },
      staff('a2', 'west'),
      {},
      { kind: 'outside-your-organs' },
    ],
    [
      'made auditor beside administrator',
      account(['city', 'administrator']),
      { type: 'GrantPost', organ: organ('east'), post: 'auditor' },
      house,
      {},
      { kind: 'administrator-cannot-audit' },
    ],
    ['deprived of what it has not', account(), { type: 'RevokePost', ...clerk }, house, {}, { kind: 'post-not-held' }],
    [
      'deprived by an administrator who does not reach it',
      account(['east', 'clerk']),
      { type: 'RevokePost', ...clerk },
      staff('a2', 'west'),
      {},
      { kind: 'outside-your-organs' },
    ],
    [
      'of the last administrator, deprived of that',
      account(['city', 'administrator'], ['east', 'clerk']),
      { type: 'RevokePost', organ: organ('city'), post: 'administrator' },
      house,
      { otherAdministrators: 0 },
      { kind: 'last-administrator' },
    ],
    [
      'of the last administrator, closed',
      account(['city', 'administrator']),
      { type: 'CloseAccount' },
      house,
      { otherAdministrators: 0 },
      { kind: 'last-administrator' },
    ],
    [
      'with a post above, closed from below',
      account(['east', 'clerk'], ['city', 'leader']),
      { type: 'CloseAccount' },
      staff('a2', 'east'),
      {},
      { kind: 'outside-your-organs' },
    ],
    [
      'with a post above, taken over from below by a new password',
      account(['east', 'clerk'], ['city', 'leader']),
      { type: 'ResetPassword' },
      staff('a2', 'east'),
      {},
      { kind: 'outside-your-organs' },
    ],
    [
      'given a new password by itself without the old one',
      account(['city', 'administrator']),
      { type: 'ResetPassword' },
      staff('a1', 'city'),
      {},
      { kind: 'own-account' },
    ],
    [
      'whose password another changes',
      account(),
      { type: 'ChangePassword' },
      staff('a2', 'city'),
      {},
      { kind: 'not-your-account' },
    ],
    [
      'whose password the house changes',
      account(),
      { type: 'ChangePassword' },
      house,
      {},
      { kind: 'not-your-account' },
    ],
  ])('is refused %s', (_, state, body, by, change, expected) => {
    expect(decide(state, body, by, { ...world, ...change })).toEqual({ ok: false, error: expected })
  })

  it.each<[string, Account, AccountCommandBody, Administrator, AccountFact['type']]>([
    ['given a post', account(), { type: 'GrantPost', ...clerk }, staff('a2', 'east'), 'PostGranted'],
    [
      'deprived of one',
      account(['east', 'clerk']),
      { type: 'RevokePost', ...clerk },
      staff('a2', 'east'),
      'PostRevoked',
    ],
    [
      'given a new password',
      account(['east', 'clerk']),
      { type: 'ResetPassword' },
      staff('a2', 'east'),
      'PasswordReset',
    ],
    [
      'changing its own',
      account(['east', 'clerk']),
      { type: 'ChangePassword' },
      staff('a1', 'east'),
      'PasswordChanged',
    ],
    ['renamed', account(['east', 'clerk']), { type: 'RenameAccount' }, staff('a2', 'city'), 'AccountRenamed'],
    ['closed', account(['east', 'administrator']), { type: 'CloseAccount' }, staff('a2', 'city'), 'AccountClosed'],
    [
      'given a second factor by its owner',
      account(),
      { type: 'SetSecondFactor' },
      staff('a1', 'east'),
      'SecondFactorSet',
    ],
    [
      'deprived of it by its owner',
      factored,
      { type: 'RemoveSecondFactor' },
      staff('a1', 'east'),
      'SecondFactorRemoved',
    ],
    ['deprived of a lost one', factored, { type: 'ResetSecondFactor' }, staff('a2', 'east'), 'SecondFactorReset'],
    ['given new codes', factored, { type: 'RenewRecoveryCodes' }, staff('a1', 'east'), 'RecoveryCodesRenewed'],
    ['left by everybody', account(['east', 'clerk']), { type: 'EndSessions' }, staff('a2', 'city'), 'SessionsEnded'],
  ])('can be %s', (_, state, body, by, type) => {
    expect(decide(state, body, by)).toMatchObject({ ok: true, value: [{ type, on }] })
  })

  it('of an administrator whose organ has ended is not the last one', () => {
    const state = account(['gone', 'administrator'])
    expect(decide(state, { type: 'CloseAccount' }, house, { ...world, otherAdministrators: 0 }).ok).toBe(true)
  })

  it('of the last administrator may lose one of two such posts', () => {
    const state = account(['city', 'administrator'], ['east', 'administrator'])
    const body = { type: 'RevokePost', organ: organ('east'), post: 'administrator' } as const
    expect(decide(state, body, house, { ...world, otherAdministrators: 0 }).ok).toBe(true)
  })

  it('does nothing on a day before its last act', () => {
    const state = { ...account(), lastActOn: day('2026-11-24') }
    expect(decide(state, { type: 'CloseAccount' })).toEqual({
      ok: false,
      error: { kind: 'earlier-than-last-act', lastActOn: '2026-11-24' },
    })
  })

  it('whatever is asked, decide never throws, what it accepts can follow, and an administrator remains', () => {
    const anyHeld = fc.record({
      organ: fc.constantFrom(...known.keys(), 'no').map(organ),
      post: fc.constantFrom(...posts),
    })
    const anyBody: fc.Arbitrary<AccountCommandBody> = fc.oneof(
      fc.record({ type: fc.constant('OpenAccount' as const), posts: fc.array(anyHeld, { maxLength: 4 }) }),
      anyHeld.map((post) => ({ type: 'GrantPost' as const, ...post })),
      anyHeld.map((post) => ({ type: 'RevokePost' as const, ...post })),
      fc
        .constantFrom(
          ...(['ChangePassword', 'ResetPassword', 'RenameAccount', 'CloseAccount', 'EndSessions'] as const),
          ...(['SetSecondFactor', 'RemoveSecondFactor', 'ResetSecondFactor', 'RenewRecoveryCodes'] as const),
        )
        .map((type) => ({ type })),
      fc.record({
        type: fc.constant('FollowDirectory' as const),
        posts: fc.array(anyHeld, { maxLength: 4 }),
        before: fc.array(anyHeld, { maxLength: 4 }),
      }),
      fc
        .tuple(anyHeld, fc.constantFrom(null, on, day('2026-12-24')))
        .map(([post, until]) => ({ type: 'ChangePostEnd' as const, ...post, until })),
    )
    const anyone = fc.constantFrom(house, staff('a1', 'city'), staff('a2', 'city'), staff('a2', 'east'))
    const step = fc.tuple(anyBody, anyone)
    const alone = { ...world, otherAdministrators: 0 }
    const administrates = (state: Account) =>
      state.posts.some(
        ({ organ, post, until }) =>
          post === 'administrator' && until === null && organs.find(organ)?.state === 'active',
      )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let state: Account = account(['city', 'administrator'])
        for (const [body, by] of steps) {
          const decided = decide(state, body, by, alone)
          if (decided.ok) state = decided.value.reduce<Account>(evolveAccount, state)
          expect(administrates(state)).toBe(true)
        }
      }),
    )
  })
})

describe('what the office’s directory says', () => {
  const follow = (
    state: Account,
    said: ReturnType<typeof held>,
    before: ReturnType<typeof held> = [],
    inWorld: AccountWorld = world,
  ) => decide(state, { type: 'FollowDirectory', posts: said, before }, house, inWorld)
  const granted = (of: string, post: Post) => ({ type: 'PostGranted', on, organ: organ(of), post, ...endless })
  const revoked = (of: string, post: Post) => ({ type: 'PostRevoked', on, organ: organ(of), post })

  it('is granted, and what it says no more is taken away', () => {
    const state = account(['east', 'clerk'])
    expect(follow(state, held(['west', 'head'], ['west', 'head']), held(['east', 'clerk']))).toEqual({
      ok: true,
      value: [revoked('east', 'clerk'), granted('west', 'head')],
    })
  })

  it('does not take what an administrator of the house granted', () => {
    const state = account(['east', 'clerk'], ['city', 'leader'])
    expect(follow(state, held(['east', 'clerk']), held(['east', 'clerk']))).toEqual({ ok: true, value: [] })
    expect(follow(state, [], held(['east', 'clerk']))).toEqual({ ok: true, value: [revoked('east', 'clerk')] })
  })

  it('does not take the last administrator away', () => {
    const state = account(['city', 'administrator'])
    const alone = { ...world, otherAdministrators: 0 }
    expect(follow(state, [], held(['city', 'administrator']), alone)).toEqual({ ok: true, value: [] })
    expect(follow(state, [], held(['city', 'administrator']))).toMatchObject({ value: [{ type: 'PostRevoked' }] })
  })

  it('does not make somebody audit what they administer', () => {
    const state = account(['city', 'administrator'])
    expect(follow(state, held(['city', 'auditor']))).toEqual({
      ok: false,
      error: { kind: 'administrator-cannot-audit' },
    })
  })
})

describe('a second factor', () => {
  const own = staff('a1', 'east')
  const above = staff('a2', 'city')
  it.each<[string, Account, AccountCommandBody['type'], Administrator, AccountRefusal['kind']]>([
    ['set twice', factored, 'SetSecondFactor', own, 'second-factor-on'],
    ['set for somebody else', account(), 'SetSecondFactor', above, 'not-your-account'],
    ['removed where there is none', account(), 'RemoveSecondFactor', own, 'no-second-factor'],
    ['removed by somebody else', factored, 'RemoveSecondFactor', above, 'not-your-account'],
    ['renewed by somebody else', factored, 'RenewRecoveryCodes', above, 'not-your-account'],
    ['reset by oneself', factored, 'ResetSecondFactor', own, 'own-account'],
    ['reset where there is none', account(), 'ResetSecondFactor', above, 'no-second-factor'],
    ['reset from beside', factored, 'ResetSecondFactor', staff('a2', 'west'), 'outside-your-organs'],
    ['ended sessions of one’s own', account(), 'EndSessions', own, 'own-account'],
    ['ended sessions from beside', factored, 'EndSessions', staff('a2', 'west'), 'outside-your-organs'],
  ])('is not %s', (_, state, type, by, kind) => {
    expect(decide(state, { type } as AccountCommandBody, by)).toEqual({ ok: false, error: { kind } })
  })
})

describe('a history that cannot be', () => {
  it.each<[string, Account | null, AccountFact]>([
    ['opened twice', account(), { type: 'AccountOpened', on }],
    ['an act before the opening', null, { type: 'PasswordReset', on }],
    ['an act after the end', closed, { type: 'PasswordReset', on }],
    ['a post granted twice', account(['east', 'clerk']), { type: 'PostGranted', on, ...clerk }],
    ['a second factor set twice', factored, { type: 'SecondFactorSet', on }],
    ['a second factor removed that was not there', account(), { type: 'SecondFactorRemoved', on }],
    ['a post revoked that was not held', account(), { type: 'PostRevoked', on, ...clerk }],
  ])('%s', (_, state, fact) => expect(() => evolveAccount(state, fact)).toThrow())
})
