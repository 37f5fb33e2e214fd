import type { FastifyInstance } from 'fastify'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DeskBrowser, deskBrowser } from '../../../test/desk-browser.ts'
import { house, organ, type TestOffice, testOffice } from '../../../test/office.ts'
import { fsck } from '../../engine/fsck.ts'
import type { Post } from '../../kernel/viewer.ts'
import { buildApp } from '../../platform/http/app.ts'
import { keptCookies, sessionCookie } from '../../platform/http/credentials.ts'
import { usualLimits } from '../../platform/http/pace.ts'
import { accountRoom, parseLogin } from '../account-tables.ts'
import { resetPassword } from '../administration.ts'
import { foundAdministrator } from '../founding.ts'
import { keyGuard } from '../key-guard.ts'
import { organRoom } from '../organ-tables.ts'
import { petitionerKeys } from '../petitioner-key.ts'
import { identityRoutes } from '../routes.ts'
import { identifier } from '../viewer.ts'

let office: TestOffice
let app: FastifyInstance

beforeAll(async () => {
  office = await testOffice()
  await office.openOrgan('city', { level: 'prefecture', region: '9901' })
  await office.openOrgan('east', { parent: organ('city') })
  await office.openOrgan('west', { parent: organ('city'), region: '990102' })
  const { sessions, now, browsers } = office
  const keys = await petitionerKeys(office.vault)
  app = await buildApp({
    version: '0.0.0',
    rooms: [identityRoutes(office)],
    identify: identifier({ pool: office.database.app, sessions, keys, guard: keyGuard(office.attempts), now }),
    health: async () => ({ database: 'up', lag: {} }),
    browserOf: (kept) => browsers.accountIn(kept, new Date(now())),
    digestSecret: Buffer.alloc(32, 7),
    limits: usualLimits,
  })
})
afterAll(() => app.close())

let staffed = 0
const fresh = (agent?: string) => {
  staffed += 1
  return deskBrowser(app, {
    address: `10.1.${Math.floor(staffed / 200)}.${staffed % 200}`,
    ...(agent ? { agent } : {}),
  })
}
async function staff(...posts: readonly (readonly [string, Post])[]) {
  staffed += 1
  const login = `staff${staffed}`
  const { id, password } = await office.openStaff(login, posts.length > 0 ? posts : [['east', 'clerk']])
  return { id, login, password }
}
async function signIn(browser: DeskBrowser, { login, password }: { login: string; password: string }) {
  const { status, body } = await browser.ask('POST', '/api/session', { login, password })
  if (status !== 200) throw new Error(JSON.stringify(body))
  return browser
}
const isIn = async (browser: DeskBrowser) => (await browser.ask('GET', '/api/session')).status === 200
const codeOf = (secret: string) =>
  TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: Date.parse(office.now()) })

describe('one’s own sessions', () => {
  const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/1 Safari/604.1'

  it('are listed: when they began, where, in which browser, and which is this one', async () => {
    const who = await staff(['east', 'clerk'], ['west', 'clerk'])
    const [desk, pocket] = [await signIn(fresh(), who), await signIn(fresh(phone), who)]
    office.pass(120_000)
    const { body } = await desk.ask('GET', '/api/sign-in/sessions')
    expect(body.items).toHaveLength(2)
    const [mine, other] = [true, false].map((mine) =>
      body.items.find((each: { isThisOne: boolean }) => each.isThisOne === mine),
    )
    expect(mine).toMatchObject({ agent: 'firefox/windows', organ: { id: 'east' } })
    expect(other).toMatchObject({ agent: 'safari/ios' })
    expect(Date.parse(mine.seenAt) - Date.parse(mine.beganAt)).toBe(120_000)
    const text = JSON.stringify(body)
    for (const browser of [desk, pocket]) expect(text).not.toContain(browser.cookies.get(sessionCookie))
    expect(text).not.toMatch(/Mozilla|10\.1\./)
  })

  it('are ended one by one, or all the others at once', async () => {
    const who = await staff()
    const [desk, pocket, forgotten] = [
      await signIn(fresh(), who),
      await signIn(fresh(), who),
      await signIn(fresh(), who),
    ]
    const listed = await pocket.ask('GET', '/api/sign-in/sessions')
    const { id } = listed.body.items.find((each: { isThisOne: boolean }) => each.isThisOne)
    expect((await desk.ask('DELETE', `/api/sign-in/sessions/${id}`)).status).toBe(204)
    expect([await isIn(desk), await isIn(pocket), await isIn(forgotten)]).toEqual([true, false, true])
    expect((await desk.ask('DELETE', `/api/sign-in/sessions/${id}`)).status).toBe(404)
    expect((await desk.ask('DELETE', '/api/sign-in/sessions')).status).toBe(204)
    expect([await isIn(desk), await isIn(forgotten)]).toEqual([true, false])
  })

  it('are nobody else’s to list or to end', async () => {
    const [mine, theirs] = [await signIn(fresh(), await staff()), await signIn(fresh(), await staff())]
    const { body } = await theirs.ask('GET', '/api/sign-in/sessions')
    expect(body.items).toHaveLength(1)
    expect((await mine.ask('DELETE', `/api/sign-in/sessions/${body.items[0].id}`)).status).toBe(404)
    await mine.ask('DELETE', '/api/sign-in/sessions')
    expect(await isIn(theirs)).toBe(true)
  })

  it('end when an administrator who reaches the account ends them, and it is a fact', async () => {
    const who = await staff()
    const desk = await signIn(fresh(), who)
    const url = `/api/accounts/${who.id}/sessions`
    const beside = await signIn(fresh(), await staff(['west', 'administrator']))
    expect((await beside.ask('DELETE', url)).body.refusal).toBe('outside-your-organs')
    expect(await isIn(desk)).toBe(true)
    const above = await signIn(fresh(), await staff(['city', 'administrator']))
    expect((await above.ask('DELETE', url)).status).toBe(204)
    expect(await isIn(desk)).toBe(false)
    const { rows } = await office.database.work.query('select fact from event where stream_id = $1', [
      `account:${who.id}`,
    ])
    expect(rows.map(({ fact }) => JSON.parse(fact).type)).toContain('SessionsEnded')
  })
})

describe('a second factor over the wire', () => {
  it('is set, asked for, and shown in the list of accounts; the other sessions end', async () => {
    const who = await staff()
    const [desk, pocket] = [await signIn(fresh(), who), await signIn(fresh(), who)]
    expect((await desk.ask('GET', '/api/sign-in')).body).toEqual({
      ...{ hasPassword: true, secondFactor: 'none', isRequired: false, recoveryLeft: 0 },
    })
    const { body: offered } = await desk.ask('POST', '/api/sign-in/second-factor', { password: who.password })
    const set = await desk.ask('PUT', '/api/sign-in/second-factor', { code: codeOf(offered.secret) })
    expect([set.status, set.body.recoveryCodes.length]).toEqual([200, 10])
    expect([await isIn(desk), await isIn(pocket)]).toEqual([true, false])
    expect((await desk.ask('GET', '/api/sign-in')).body).toMatchObject({ secondFactor: 'on', recoveryLeft: 10 })
    const again = fresh()
    const { login, password } = who
    const asked = await again.ask('POST', '/api/session', { login, password })
    expect([asked.status, asked.body.refusal, again.cookies.size]).toEqual([403, 'code-needed', 0])
    const entered = await again.ask('POST', '/api/session', { login, password, code: set.body.recoveryCodes[0] })
    expect([entered.status, entered.body.recoveryCodes]).toEqual([200, undefined])
    const above = await signIn(fresh(), await staff(['city', 'administrator']))
    const listed = await above.ask('GET', `/api/accounts?like=${login}`)
    expect(listed.body.items[0]).toMatchObject({ login, hasSecondFactor: true })
    expect((await above.ask('DELETE', `/api/accounts/${who.id}/second-factor`)).status).toBe(204)
    expect(await isIn(again)).toBe(false)
    expect((await fresh().ask('POST', '/api/session', { login, password })).status).toBe(200)
  })

  it('does not count as a failure of the address when the code is not said yet', async () => {
    const who = await staff()
    const desk = await signIn(fresh(), who)
    const { body: offered } = await desk.ask('POST', '/api/sign-in/second-factor', { password: who.password })
    await desk.ask('PUT', '/api/sign-in/second-factor', { code: codeOf(offered.secret) })
    const hall = fresh()
    for (let at = 0; at < 40; at++) {
      const { status } = await hall.ask('POST', '/api/session', { login: who.login, password: who.password })
      expect(status).toBe(403)
    }
  })
})

describe('a known browser over the wire', () => {
  it('keeps a cookie that no script reads, for half a year, and that is of no other use', async () => {
    const who = await staff()
    const browser = await signIn(fresh(), who)
    const kept = browser.cookies.get(keptCookies.browser) as string
    const answer = await app.inject({
      ...{ method: 'POST', url: '/api/session', payload: { login: who.login, password: who.password } },
      headers: { origin: 'http://localhost:80', cookie: `${keptCookies.browser}=${kept}` },
    })
    const cookie = answer.cookies.find(({ name }) => name === keptCookies.browser)
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/', maxAge: 180 * 86_400 })
    browser.cookies.delete(sessionCookie)
    expect(await isIn(browser)).toBe(false)
  })

  it('is let in though its whole address has used up the patience of the wire, and a stranger is not', async () => {
    const who = await staff()
    const address = '198.51.100.200'
    const mine = await signIn(deskBrowser(app, { address }), who)
    mine.cookies.delete(sessionCookie)
    const stranger = deskBrowser(app, { address })
    const statuses: number[] = []
    for (let at = 0; at < 45; at++)
      statuses.push((await stranger.ask('POST', '/api/session', { login: `x${at}`, password: 'x' })).status)
    expect(statuses.at(-1)).toBe(429)
    expect((await stranger.ask('POST', '/api/session', { login: who.login, password: who.password })).status).toBe(429)
    expect((await mine.ask('POST', '/api/session', { login: who.login, password: who.password })).status).toBe(200)
  })

  it('cannot use its name to guess without end', async () => {
    const who = await staff()
    const mine = await signIn(fresh(), who)
    const statuses: number[] = []
    for (let at = 0; at < 45; at++)
      statuses.push((await mine.ask('POST', '/api/session', { login: `y${at}`, password: 'x' })).status)
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(31)
    expect(statuses.at(-1)).toBe(429)
  })
})

describe('a link to a first password', () => {
  const found = async (login: string) => {
    const founded = await foundAdministrator(office, {
      ...{ login: parseLogin(login) as NonNullable<ReturnType<typeof parseLogin>>, name: '首任管理员' },
      organ: organ('city'),
    })
    if (!founded.ok) throw new Error(founded.error.kind)
    return founded.value.token
  }
  const read = (token: string) => fresh().ask('POST', '/api/invitation', { token })
  const accept = (token: string, password = 'Kiesel-Anker-81') =>
    fresh().ask('PUT', '/api/invitation', { token, password })

  it('says whom it is for, sets the password once, and is used up then', async () => {
    const token = await found('first')
    const { body } = await read(token)
    expect(body).toMatchObject({ login: 'first', name: '首任管理员' })
    expect((await accept(token, 'short')).body.refusal).toBe('password-too-short')
    expect((await accept(token)).body).toEqual({ login: 'first' })
    expect(await isIn(await signIn(fresh(), { login: 'first', password: 'Kiesel-Anker-81' }))).toBe(true)
    for (const again of [await accept(token, 'Another-Stone-82'), await read(token)])
      expect([again.status, again.body.refusal]).toEqual([410, 'invitation-used'])
  })

  it('is used up by one of five who try at once', async () => {
    const token = await found('race')
    const tries = [1, 2, 3, 4, 5].map((at) => accept(token, `Kiesel-Anker-8${at}`))
    const statuses = (await Promise.all(tries)).map(({ status }) => status)
    expect(statuses.sort()).toEqual([200, 410, 410, 410, 410])
  })

  it('lapses after a day', async () => {
    const token = await found('late')
    office.pass(24 * 3_600_000)
    expect((await accept(token)).body.refusal).toBe('invitation-expired')
    const another = await found('late')
    expect((await accept(token)).body.refusal).toBe('no-such-invitation')
    expect((await accept(another)).status).toBe(200)
  })

  it('is good no more once an administrator has given the account a password', async () => {
    const token = await found('overtaken')
    const { body } = await (await signIn(fresh(), await staff(['city', 'administrator']))).ask(
      'GET',
      '/api/accounts?like=overtaken',
    )
    await resetPassword(office, body.items[0].id, house)
    expect((await accept(token)).body.refusal).toBe('invitation-used')
    await expect(found('overtaken')).rejects.toThrow('login-taken')
  })

  it('that is forged opens nothing', async () => {
    const token = await found('forged')
    const altered = `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`
    for (const made of [altered, 'A'.repeat(43), 'x', token.slice(1), `${token}=`]) {
      const { status, body } = await accept(made)
      expect([status, body.refusal]).toEqual([404, 'no-such-invitation'])
    }
    expect((await accept('')).status).toBe(400)
  })

  it('is made once more for an account without a password, never for one that has its own', async () => {
    const token = await found('owned')
    await accept(token)
    await expect(found('owned')).rejects.toThrow('login-taken')
    await office.openStaff('lent', [['city', 'clerk']])
    await expect(found('lent')).rejects.toThrow('login-taken')
  })

  it('lies in the database as a digest alone, and lets nobody in without a password', async () => {
    const token = await found('dark')
    const { rows } = await office.database.work.query('select * from account_invitation')
    expect(JSON.stringify(rows.map((row) => ({ ...row, digest: row.digest.toString('base64url') })))).not.toContain(
      token,
    )
    for (const password of ['none', '', token].filter((each) => each !== '')) {
      const { body } = await fresh().ask('POST', '/api/session', { login: 'dark', password })
      expect(body.refusal).toBe('login-failed')
    }
  })
})

describe('after all this', () => {
  it('the books agree with the facts', async () => {
    expect((await fsck({ work: office.database.work }, [organRoom, accountRoom])).errors).toEqual([])
  })
})
