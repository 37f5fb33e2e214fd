/** Sign-on through a real OpenID Connect provider on loopback: the whole path, and what somebody might try on it. */
import { inspect } from 'node:util'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DeskBrowser, deskBrowser } from '../../../test/desk-browser.ts'
import { type Directory, openDirectory } from '../../../test/directory.ts'
import { house, organ, type TestOffice, testOffice } from '../../../test/office.ts'
import { fsck } from '../../engine/fsck.ts'
import { day } from '../../kernel/day.ts'
import type { Post } from '../../kernel/viewer.ts'
import { buildApp } from '../../platform/http/app.ts'
import { keptCookies } from '../../platform/http/credentials.ts'
import type { AccountId } from '../account.ts'
import { accountRoom } from '../account-tables.ts'
import { actOnAccount, actOnOrgan } from '../administration.ts'
import { keyGuard } from '../key-guard.ts'
import { organRoom } from '../organ-tables.ts'
import { petitionerKeys } from '../petitioner-key.ts'
import { identityRoutes } from '../routes.ts'
import { identifier } from '../viewer.ts'

interface Place {
  readonly office: TestOffice
  readonly directory: Directory
  readonly app: FastifyInstance
  readonly faults: unknown[]
}

async function openPlace(...given: Parameters<typeof openDirectory>): Promise<Place> {
  const directory = await openDirectory(...given)
  const faults: unknown[] = []
  const office = await testOffice({ signOn: { ...directory.settings, report: (fault) => faults.push(fault) } })
  await office.openOrgan('city', { level: 'prefecture', region: '9901' })
  await office.openOrgan('east', { parent: organ('city') })
  await office.openOrgan('west', { parent: organ('city'), region: '990102' })
  await office.openStaff('root', [['city', 'administrator']])
  const keys = await petitionerKeys(office.vault)
  const { sessions, now } = office
  const app = await buildApp({
    version: '0.0.0',
    rooms: [identityRoutes(office)],
    identify: identifier({ pool: office.database.app, sessions, keys, guard: keyGuard(office.attempts), now }),
    health: async () => ({ database: 'up', lag: {} }),
    digestSecret: Buffer.alloc(32, 7),
    limits: 'off',
  })
  afterAll(() => app.close())
  return { office, directory, app, faults }
}

let place: Place
beforeAll(async () => {
  place = await openPlace()
})

const begin = async (browser: DeskBrowser): Promise<string> => {
  const { status, body } = await browser.ask('POST', '/api/session/sign-on')
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body.url
}
const finish = (browser: DeskBrowser, answer: string) => browser.ask('PUT', '/api/session/sign-on', { answer })

/** The whole path, there and back. */
async function signOn(person: string, { app, directory }: Place = place) {
  const browser = deskBrowser(app)
  const answered = await finish(browser, await directory.visit(await begin(browser), person))
  return { ...answered, browser }
}
const postsIn = (body: { organs: { id: string; posts: Post[] }[] }) =>
  body.organs.map(({ id, posts }) => `${id}: ${posts.join()}`)
const factsOf = async (account: string) => {
  const { rows } = await place.office.database.work.query(
    'select fact from event where stream_id = $1 order by version',
    [`account:${account}`],
  )
  return rows.map(({ fact }) => JSON.parse(fact)).map(({ type, by }) => `${type} by ${by.task ?? by.kind}`)
}

describe('a first sign-on', () => {
  it('opens the account with the posts that the directory says, and lets its owner in', async () => {
    place.directory.say('s1', {
      name: '梁小满',
      preferred_username: 'Liang.XM',
      organ: 'east',
      posts: ['clerk', 'head'],
    })
    const { status, body, browser } = await signOn('s1')
    expect(status).toBe(200)
    expect(body).toMatchObject({ name: '梁小满', login: 'liang.xm', organ: { id: 'east' }, posts: ['clerk', 'head'] })
    expect((await browser.ask('GET', '/api/session')).body).toEqual(body)
    expect(browser.cookies.has(keptCookies.signOn)).toBe(false)
    expect(await factsOf(body.account)).toEqual([
      'AccountOpened by sign-on',
      'PostGranted by sign-on',
      'PostGranted by sign-on',
    ])
  })

  it('goes over PKCE with state and nonce', async () => {
    const url = new URL(await begin(deskBrowser(place.app)))
    expect(url.searchParams.get('response_type')).toBe('code')
    expect(url.searchParams.get('code_challenge_method')).toBe('S256')
    for (const name of ['code_challenge', 'state', 'nonce'])
      expect(url.searchParams.get(name)?.length).toBeGreaterThan(40)
  })

  it('never takes over an account that has that login already', async () => {
    const { id } = await place.office.openStaff('zhou', [['city', 'leader']])
    place.directory.say('s2', { preferred_username: 'zhou', organ: 'east', posts: 'clerk' })
    const { body } = await signOn('s2')
    expect(body).toMatchObject({ login: 'zhou-2', name: 'zhou-2', posts: ['clerk'] })
    expect(body.account).not.toBe(id)
  })

  it('opens an account into which no password leads', async () => {
    place.directory.say('s3', { preferred_username: 'keyless', organ: 'east', posts: 'clerk' })
    const { browser } = await signOn('s3')
    expect((await browser.ask('GET', '/api/sign-in')).body).toMatchObject({ hasPassword: false, secondFactor: 'none' })
    const { body } = await deskBrowser(place.app).ask('POST', '/api/session', { login: 'keyless', password: 'none' })
    expect(body.refusal).toBe('login-failed')
  })

  it.each<[string, object, string]>([
    ['without posts', { organ: 'east' }, 'sign-on-claims-missing'],
    ['without an organ', { posts: ['clerk'] }, 'sign-on-claims-missing'],
    ['with nothing', {}, 'sign-on-claims-missing'],
    ['with claims of other kinds', { organ: { id: 'east' }, posts: 7 }, 'sign-on-claims-missing'],
    ['for an organ that is not here', { organ: 'moon', posts: 'clerk' }, 'sign-on-no-post'],
    ['for a post that is none', { organ: 'east', posts: ['emperor', 'constructor'] }, 'sign-on-no-post'],
    ['as an administrator', { organ: 'city', posts: 'administrator' }, 'sign-on-no-post'],
    ['for several organs at once', { organ: ['east', 'west'], posts: ['clerk', 'head'] }, 'sign-on-no-post'],
  ])('%s is refused in words, and no account is opened', async (_, claims, refusal) => {
    const before = (await place.office.database.work.query('select from account')).rowCount
    place.directory.say('nobody', { preferred_username: 'nobody', ...claims })
    const { body, browser } = await signOn('nobody')
    expect(body.refusal).toBe(refusal)
    expect(body.messages.zh).toMatch(/。$/)
    expect(browser.cookies.size).toBe(0)
    expect((await place.office.database.work.query('select from account')).rowCount).toBe(before)
  })

  it('says which claims are missing', async () => {
    place.directory.say('nobody', { organ: 'east' })
    const { body } = await signOn('nobody')
    expect(body.messages.en).toContain('(posts)')
  })

  it('in an organ that has ended is refused', async () => {
    await place.office.openOrgan('gone', { parent: organ('city') })
    await actOnOrgan(place.office, organ('gone'), { type: 'AbolishOrgan', successor: null }, house)
    place.directory.say('s4', { organ: 'gone', posts: 'clerk' })
    expect((await signOn('s4')).body.refusal).toBe('sign-on-no-post')
  })
})

describe('the organ that supervises the others (纪检监察)', () => {
  beforeAll(async () => {
    await place.office.openOrgan('watch', { kind: 'discipline', parent: organ('city') })
    place.directory.say('s5', { preferred_username: 'watcher', organ: 'watch', posts: 'clerk' })
  })

  it('has nobody put into it by the word of a directory', async () => {
    expect((await signOn('s5')).body.refusal).toBe('administrator-first')
    await place.office.openStaff('watch.root', [['watch', 'administrator']])
    expect((await signOn('s5')).body.refusal).toBe('only-its-own-administrator')
  })
})

describe('a later sign-on', () => {
  it('brings posts up to date, and leaves those that an administrator of the house granted', async () => {
    const { directory, office } = place
    directory.say('s10', { preferred_username: 'later', organ: 'east', posts: ['clerk', 'head'] })
    const { account } = (await signOn('s10')).body
    const grant = { type: 'GrantPost', organ: organ('city'), post: 'leader' } as const
    await actOnAccount(office, account as AccountId, grant, house)
    directory.say('s10', { organ: 'west', posts: ['clerk'] })
    expect(postsIn((await signOn('s10')).body)).toEqual(['city: leader', 'west: clerk'])
    expect((await factsOf(account)).slice(-3)).toEqual([
      'PostRevoked by sign-on',
      'PostRevoked by sign-on',
      'PostGranted by sign-on',
    ])
    expect(postsIn((await signOn('s10')).body)).toEqual(['city: leader', 'west: clerk'])
    expect((await factsOf(account)).length).toBe(7)
  })

  it('does not take a post that was granted here for later', async () => {
    const { directory, office } = place
    directory.say('s17', { preferred_username: 'later.on', organ: 'east', posts: 'clerk' })
    const { account } = (await signOn('s17')).body
    const grant = { type: 'GrantPost', organ: organ('west'), post: 'clerk', from: day('2027-01-01') } as const
    await actOnAccount(office, account as AccountId, grant, house)
    directory.say('s17', { organ: 'east', posts: ['clerk', 'west/clerk'] })
    await signOn('s17')
    directory.say('s17', { organ: 'east', posts: 'clerk' })
    await signOn('s17')
    expect(await factsOf(account)).not.toContain('PostRevoked by sign-on')
  })

  it('does not take a post that was granted here before the directory said it too', async () => {
    const { directory, office } = place
    directory.say('s11', { preferred_username: 'both', organ: 'east', posts: 'clerk' })
    const { account } = (await signOn('s11')).body
    await actOnAccount(office, account, { type: 'GrantPost', organ: organ('east'), post: 'head' }, house)
    directory.say('s11', { organ: 'east', posts: ['clerk', 'head'] })
    await signOn('s11')
    directory.say('s11', { organ: 'east', posts: 'clerk' })
    expect(postsIn((await signOn('s11')).body)).toEqual(['east: clerk,head'])
  })

  it('of somebody of whom it says nothing any more ends in words, and takes what it had granted', async () => {
    const { directory } = place
    directory.say('s12', { preferred_username: 'left', organ: 'east', posts: 'clerk' })
    const { body, browser } = await signOn('s12')
    directory.say('s12', { organ: 'elsewhere', posts: 'clerk' })
    expect((await signOn('s12')).body.refusal).toBe('sign-on-no-post')
    expect((await factsOf(body.account)).at(-1)).toBe('PostRevoked by sign-on')
    expect((await browser.ask('GET', '/api/session')).status).toBe(401)
  })

  it('does not reopen an account that was closed', async () => {
    const { directory, office } = place
    directory.say('s13', { preferred_username: 'closed', organ: 'east', posts: 'clerk' })
    const { account } = (await signOn('s13')).body
    await actOnAccount(office, account, { type: 'CloseAccount' }, house)
    expect((await signOn('s13')).body.refusal).toBe('account-closed')
  })

  it('knows the person by issuer and subject, whatever else changes, and two people with one name apart', async () => {
    const { directory } = place
    directory.say('s14', { preferred_username: 'same', organ: 'east', posts: 'clerk' })
    directory.say('s15', { preferred_username: 'same', organ: 'east', posts: 'clerk' })
    const [first, second] = [(await signOn('s14')).body.account, (await signOn('s15')).body.account]
    expect(first).not.toBe(second)
    directory.say('s14', { preferred_username: 'renamed', organ: 'east', posts: 'clerk' })
    expect((await signOn('s14')).body.account).toBe(first)
  })

  it('twice at once opens one account', async () => {
    place.directory.say('s16', { preferred_username: 'twice', organ: 'east', posts: 'clerk' })
    const [one, two] = await Promise.all([signOn('s16'), signOn('s16')])
    expect([one.status, two.status]).toEqual([200, 200])
    expect(one.body.account).toBe(two.body.account)
  })
})

describe('somebody who tries', () => {
  beforeAll(() => place.directory.say('victim', { preferred_username: 'victim', organ: 'east', posts: 'clerk' }))
  const there = async () => {
    const browser = deskBrowser(place.app)
    return { browser, answer: await place.directory.visit(await begin(browser), 'victim') }
  }
  const withParameter = (answer: string, name: string, value: string) => {
    const query = new URLSearchParams(answer)
    query.set(name, value)
    return `?${query}`
  }
  const refusalOf = async (browser: DeskBrowser, answer: string) => {
    const { body } = await finish(browser, answer)
    expect([...browser.cookies.keys()].filter((name) => name !== keptCookies.signOn)).toEqual([])
    return body.refusal ?? body.type
  }

  it.each([
    ['a forged state', 'state', 'A'.repeat(43)],
    ['a code that was never given', 'code', 'A'.repeat(43)],
    ['the answer of another issuer', 'iss', 'https://login.evil.example'],
  ])('%s is not let in', async (_, name, value) => {
    const { browser, answer } = await there()
    expect(await refusalOf(browser, withParameter(answer, name, value))).toBe('sign-on-failed')
  })

  it('a code a second time, in the same browser, is not let in', async () => {
    const { browser, answer } = await there()
    const pending = browser.cookies.get(keptCookies.signOn) as string
    expect((await finish(browser, answer)).status).toBe(200)
    const again = deskBrowser(place.app)
    again.cookies.set(keptCookies.signOn, pending)
    expect(await refusalOf(again, answer)).toBe('sign-on-failed')
  })

  it('somebody else’s code in one’s own browser, or one’s own in somebody else’s, is not let in', async () => {
    const [mine, theirs] = [await there(), await there()]
    expect(await refusalOf(mine.browser, theirs.answer)).toBe('sign-on-failed')
    expect(await refusalOf(deskBrowser(place.app), theirs.answer)).toBe('sign-on-lapsed')
  })

  it('an ID token of another nonce is not let in', async () => {
    const browser = deskBrowser(place.app)
    const url = new URL(await begin(browser))
    url.searchParams.set('nonce', 'A'.repeat(43))
    expect(await refusalOf(browser, await place.directory.visit(url.href, 'victim'))).toBe('sign-on-failed')
    expect(inspect(place.faults.at(-1), { depth: 8 })).toContain("claim: 'nonce'")
  })

  it('a challenge of one’s own choosing is not let in', async () => {
    const browser = deskBrowser(place.app)
    const url = new URL(await begin(browser))
    url.searchParams.set('code_challenge', 'A'.repeat(43))
    expect(await refusalOf(browser, await place.directory.visit(url.href, 'victim'))).toBe('sign-on-failed')
  })

  it('a cookie that was altered, or of another house, is not gone on with', async () => {
    const { browser, answer } = await there()
    const pending = browser.cookies.get(keptCookies.signOn) as string
    for (const made of [`B${pending.slice(1)}`, pending.slice(0, -4), '', 'x', 'A'.repeat(4000)]) {
      const other = deskBrowser(place.app)
      other.cookies.set(keptCookies.signOn, made)
      expect(await refusalOf(other, answer)).toBe('sign-on-lapsed')
    }
  })

  it('after ten minutes is told to begin again', async () => {
    const { browser, answer } = await there()
    place.office.pass(10 * 60_000)
    expect(await refusalOf(browser, answer)).toBe('sign-on-lapsed')
  })

  it('and then declines at the directory is told so', async () => {
    const browser = deskBrowser(place.app)
    const answer = await place.directory.visit(await begin(browser), '')
    expect(answer).toContain('access_denied')
    expect(await refusalOf(browser, answer)).toBe('sign-on-declined')
  })

  it.each([
    '',
    '?',
    'code=x',
    '?code=a&code=b&state=x',
    '?error=%00',
    '%',
    '#',
    '?'.repeat(100),
    `?state=${'x'.repeat(7000)}`,
  ])('the answer %.20j never ends in a fault', async (answer) => {
    const browser = deskBrowser(place.app)
    await begin(browser)
    expect(await refusalOf(browser, answer)).toMatch(/^sign-on-(failed|declined)$/)
  })
})

describe('a house', () => {
  it('without sign-on says so', async () => {
    const office = await testOffice()
    const { ask } = deskBrowser(
      await buildApp({
        version: '0.0.0',
        rooms: [identityRoutes(office)],
        identify: async () => ({ kind: 'anyone' }),
        health: async () => ({ database: 'up', lag: {} }),
        digestSecret: Buffer.alloc(32, 7),
      }),
    )
    expect((await ask('GET', '/api/session/ways')).body).toEqual({ signOn: false, secondFactor: 'optional' })
    for (const answered of [
      await ask('POST', '/api/session/sign-on'),
      await ask('PUT', '/api/session/sign-on', { answer: '' }),
    ])
      expect([answered.status, answered.body.refusal]).toEqual([404, 'sign-on-not-set-up'])
  })

  it('reads claims from the ID token, under the names and in the words that it was told, administrators if it was told', async () => {
    const other = await openPlace({
      claimsIn: 'id-token',
      environment: {
        XINQIAO_OIDC_ORGAN_CLAIM: 'dept',
        XINQIAO_OIDC_ORGANS: '东县信访局=east,西县信访局=west',
        XINQIAO_OIDC_POSTS: '办信员=clerk,系统管理员=administrator',
        XINQIAO_OIDC_ADMINISTRATORS: 'allowed',
      },
    })
    other.directory.say('s1', {
      dept: ['东县信访局', 'west'],
      posts: ['西县信访局/系统管理员', '东县信访局/办信员', '办信员'],
    })
    const { body } = await signOn('s1', other)
    expect(postsIn(body)).toEqual(['east: clerk', 'west: administrator'])
    expect(body.login).toMatch(/^sign-on-[0-9a-f]{12}$/)
    other.directory.say('s2', { dept: 'east', posts: 'clerk' })
    expect((await signOn('s2', other)).body.refusal).toBe('sign-on-no-post')
  })

  it('does not believe a directory that calls itself by another name', async () => {
    const directory = await openDirectory()
    const faults: unknown[] = []
    const issuer = directory.settings.issuer.replace('127.0.0.1', 'localhost')
    const office = await testOffice({
      signOn: { ...directory.settings, issuer, report: (fault) => faults.push(fault) },
    })
    expect(await office.signOn?.begin(new Date(office.now()))).toEqual({ ok: false, error: { kind: 'sign-on-failed' } })
    expect(inspect(faults.at(-1), { depth: 8 })).toMatch(/issuer/)
  })

  it('whose directory is away says so, and goes on without it', async () => {
    const other = await openPlace()
    await other.directory.close()
    const browser = deskBrowser(other.app)
    const { status, body } = await browser.ask('POST', '/api/session/sign-on')
    expect([status, body.refusal]).toEqual([409, 'sign-on-unreachable'])
    expect((await browser.ask('POST', '/api/session', { login: 'root', password: 'Granit-Wolke-27' })).status).toBe(200)
  })
})

describe('after all this', () => {
  it('the books agree with the facts, and no fact holds a name or a subject', async () => {
    const { work } = place.office.database
    expect((await fsck({ work }, [organRoom, accountRoom])).errors).toEqual([])
    const { rows } = await work.query("select fact from event where stream_id like 'account:%'")
    expect(rows.map(({ fact }) => fact).join()).not.toMatch(/梁小满|liang|victim|"s1/)
  })
})
