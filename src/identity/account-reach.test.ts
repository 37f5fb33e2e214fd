import { describe, it } from 'vitest'
import type { Post } from '../kernel/viewer.ts'
import type { AccountCommandBody, AccountFact } from './account.ts'
import { given, house, monday, opened, organ, staff } from './testing/account-spec.ts'

const watch = organ('watch')
const inWatch = (post: Post) => ({ organ: watch, post })
const sits = (post: Post): AccountFact => ({ type: 'PostGranted', on: monday, ...inWatch(post) })
const granted = (post: Post, of = watch): AccountFact => ({
  ...{ type: 'PostGranted', on: monday, organ: of, post, from: monday, until: null },
})
const above = { on: monday, by: staff('a2', 'city') }
const bureau = { on: monday, by: staff('a2', 'bureau') }
const own = { on: monday, by: staff('a2', 'watch') }
const refusal = { kind: 'only-its-own-administrator', organ: watch } as const
/** Nobody administers the organ. */
const vacant = { world: { administered: new Set([organ('city')]) } }

describe('ADR 0014: who sits in the organ that supervises the others (纪检监察)', () => {
  const grant = (post: Post): AccountCommandBody => ({ type: 'GrantPost', ...inWatch(post) })

  it('is for its own administrator, and not for one above', () => {
    given(opened).when(grant('clerk'), own).then(granted('clerk'))
    for (const scene of [above, bureau])
      for (const post of ['clerk', 'head', 'administrator', 'auditor'] as const)
        given(opened).when(grant(post), scene).refused(refusal)
  })
  it('nor for one of another such organ above it', () => {
    given(opened)
      .when(
        { type: 'GrantPost', organ: organ('post'), post: 'clerk' },
        { ...own, world: { administered: new Set([organ('post')]) } },
      )
      .refused({ kind: 'only-its-own-administrator', organ: organ('post') })
  })
  it('may begin with an administrator from above while it has none, and with nobody else', () => {
    given(opened)
      .when(grant('administrator'), { ...above, ...vacant })
      .then(granted('administrator'))
    for (const post of ['clerk', 'head', 'leader', 'supervisor', 'auditor'] as const)
      given(opened)
        .when(grant(post), { ...above, ...vacant })
        .refused({ kind: 'administrator-first', organ: watch })
  })
  it('holds when an account is opened', () => {
    const open = (...posts: readonly Post[]): AccountCommandBody => ({ type: 'OpenAccount', posts: posts.map(inWatch) })
    given().when(open('clerk'), above).refused(refusal)
    given().when(open('administrator'), above).refused(refusal)
    given()
      .when(open('administrator', 'clerk'), { ...above, ...vacant })
      .refused({ kind: 'administrator-first', organ: watch })
    given()
      .when(open('administrator'), { ...above, ...vacant })
      .then(opened, granted('administrator'))
    given().when(open('clerk'), own).then(opened, granted('clerk'))
  })
  it('leaves other organs to whoever reaches them', () => {
    given(opened)
      .when({ type: 'GrantPost', organ: organ('east'), post: 'head' }, above)
      .then(granted('head', organ('east')))
  })
})

describe('ADR 0014: no way round', () => {
  it.each<AccountCommandBody>([
    { type: 'ResetPassword' },
    { type: 'CloseAccount' },
    { type: 'RenameAccount' },
    { type: 'RevokePost', ...inWatch('clerk') },
    { type: 'ChangePostEnd', ...inWatch('clerk'), until: monday },
  ])('from above by %j', (body) => {
    given(opened, sits('clerk')).when(body, above).refused(refusal)
    // that nobody administers it opens the door to an administrator, and to nothing else
    given(opened, sits('clerk'))
      .when(body, { ...above, ...vacant })
      .refused(refusal)
  })
  it('its own administrator does all of that', () => {
    given(opened, sits('clerk')).when({ type: 'ResetPassword' }, own).then({ type: 'PasswordReset', on: monday })
    given(opened, sits('clerk'))
      .when({ type: 'RevokePost', ...inWatch('clerk') }, own)
      .then({ type: 'PostRevoked', on: monday, ...inWatch('clerk') })
  })
  it('and gives themselves nothing', () => {
    for (const body of [{ type: 'GrantPost', ...inWatch('head') }, { type: 'ResetPassword' }] as const)
      given(opened, sits('administrator'))
        .when(body, { on: monday, by: staff('a1', 'watch') })
        .refused({ kind: 'own-account' })
  })
  it('somebody who sits elsewhere too is reset by nobody who reaches but one of both', () => {
    const both = [
      opened,
      sits('clerk'),
      { type: 'PostGranted', on: monday, organ: organ('east'), post: 'clerk' },
    ] as const
    given(...both)
      .when({ type: 'ResetPassword' }, above)
      .refused(refusal)
    given(...both)
      .when({ type: 'ResetPassword' }, own)
      .refused({ kind: 'outside-your-organs' })
  })
  it('the house founds it from its command line', () => {
    given(opened)
      .when({ type: 'GrantPost', ...inWatch('clerk') }, { on: monday, by: house })
      .then(granted('clerk'))
  })
})
