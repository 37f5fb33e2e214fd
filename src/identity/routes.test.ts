import type { FastifyInstance, InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { organ, type TestOffice, testOffice } from '../../test/office.ts'
import { fsck } from '../engine/fsck.ts'
import type { Post } from '../kernel/viewer.ts'
import { buildApp } from '../platform/http/app.ts'
import { sessionCookie } from '../platform/http/credentials.ts'
import { accountRoom } from './account-tables.ts'
import { identityEndpoints } from './contract.ts'
import { keyGuard } from './key-guard.ts'
import { organRoom } from './organ-tables.ts'
import { petitionerKeys } from './petitioner-key.ts'
import { identityRoutes } from './routes.ts'
import { identifier } from './viewer.ts'

const origin = 'http://localhost:80'
let office: TestOffice
let app: FastifyInstance

beforeAll(async () => {
  office = await testOffice()
  await office.openOrgan('city', { level: 'prefecture', region: '9901', name: { zh: '宁市人民政府', en: 'City' } })
  await office.openOrgan('east', { parent: organ('city'), name: { zh: '东县人民政府', en: 'East County' } })
  await office.openOrgan('west', {
    parent: organ('city'),
    region: '990102',
    name: { zh: '西县人民政府', en: 'West County' },
  })
  await office.openStaff('root', [['city', 'administrator']])
  const keys = await petitionerKeys(office.vault)
  const { sessions, now } = office
  app = await buildApp({
    version: '0.0.0',
    rooms: [identityRoutes(office)],
    identify: identifier({ pool: office.database.app, sessions, keys, guard: keyGuard(office.attempts), now }),
    health: async () => ({ database: 'up', lag: {} }),
    digestSecret: Buffer.alloc(32, 7),
    limits: 'off',
  })
})
afterAll(() => app.close())

type Method = NonNullable<InjectOptions['method']>
const ask = async (method: Method, url: string, { token, body }: { token?: string; body?: unknown } = {}) => {
  const headers = { origin, ...(token === undefined ? {} : { cookie: `${sessionCookie}=${token}` }) }
  const answer = await app.inject({ method, url, headers, ...(body === undefined ? {} : { payload: body as object }) })
  const cookie = answer.cookies.find(({ name }) => name === sessionCookie)
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json(), cookie, answer }
}

async function enter(login: string, password: string, more: object = {}, token?: string): Promise<string> {
  const { status, cookie, body } = await ask('POST', '/api/session', {
    body: { login, password, ...more },
    ...(token === undefined ? {} : { token }),
  })
  if (status !== 200 || cookie === undefined) throw new Error(JSON.stringify(body))
  return cookie.value
}
let staffed = 0
async function tokenFor(...posts: readonly (readonly [string, Post])[]): Promise<string> {
  staffed += 1
  const { password } = await office.openStaff(`staff${staffed}`, posts)
  return enter(`staff${staffed}`, password)
}

describe('a session over the wire', () => {
  it('begins with a cookie that no script and no other site can use, and says who one is', async () => {
    const { password } = await office.openStaff('wang', [
      ['east', 'clerk'],
      ['west', 'head'],
    ])
    const { status, body, cookie } = await ask('POST', '/api/session', { body: { login: 'Wang', password } })
    expect(status).toBe(200)
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/', maxAge: 12 * 3600 })
    expect(body).toMatchObject({
      login: 'wang',
      organ: { id: 'east', zh: '东县人民政府' },
      posts: ['clerk'],
      organs: [
        { id: 'east', posts: ['clerk'] },
        { id: 'west', posts: ['head'] },
      ],
    })
    expect(JSON.stringify(body)).not.toContain(cookie?.value)
    const again = await ask('GET', '/api/session', { token: cookie?.value as string })
    expect(again.body).toEqual(body)
  })

  it('does not go on with a session that was there before', async () => {
    const { password } = await office.openStaff('li', [['east', 'clerk']])
    const before = await enter('li', password)
    const after = await enter('li', password, {}, before)
    expect(after).not.toBe(before)
    expect((await ask('GET', '/api/session', { token: before })).status).toBe(401)
    expect((await ask('GET', '/api/session', { token: after })).status).toBe(200)
  })

  it('ends, in the browser and in the house, and ending it twice is no fault', async () => {
    const token = await tokenFor(['east', 'clerk'])
    const left = await ask('DELETE', '/api/session', { token })
    expect(left.status).toBe(204)
    expect(left.cookie?.value).toBe('')
    expect((await ask('GET', '/api/session', { token })).status).toBe(401)
    expect((await ask('DELETE', '/api/session', { token })).status).toBe(204)
    expect((await ask('DELETE', '/api/session')).status).toBe(204)
  })

  it('moves to another organ of the person and to no other', async () => {
    const token = await tokenFor(['east', 'clerk'], ['west', 'leader'])
    const moved = await ask('PUT', '/api/session/organ', { token, body: { organ: 'west' } })
    expect(moved.body).toMatchObject({ organ: { id: 'west' }, posts: ['leader'] })
    const refused = await ask('PUT', '/api/session/organ', { token, body: { organ: 'city' } })
    expect([refused.status, refused.body.refusal]).toEqual([403, 'no-post'])
  })

  it('changes its password and goes on with a new cookie', async () => {
    const { password } = await office.openStaff('zhao', [['east', 'clerk']])
    const token = await enter('zhao', password)
    const change = (old: string, next: string) =>
      ask('PUT', '/api/session/password', { token, body: { old, password: next } })
    expect((await change('wrong', 'Kiesel-Anker-81')).body.refusal).toBe('login-failed')
    expect((await change(password, 'short')).body.refusal).toBe('password-too-short')
    const changed = await change(password, 'Kiesel-Anker-81')
    expect(changed.status).toBe(204)
    expect((await ask('GET', '/api/session', { token })).status).toBe(401)
    expect((await ask('GET', '/api/session', { token: changed.cookie?.value as string })).status).toBe(200)
  })

  it('says no in both languages and says when to come back', async () => {
    const wrong = await ask('POST', '/api/session', { body: { login: 'nobody', password: 'x' } })
    expect(wrong.status).toBe(401)
    expect(wrong.body).toMatchObject({ refusal: 'login-failed', messages: { zh: expect.stringContaining('登录名') } })
    for (let at = 0; at < 4; at++) await ask('POST', '/api/session', { body: { login: 'nobody', password: 'x' } })
    const shut = await ask('POST', '/api/session', { body: { login: 'nobody', password: 'x' } })
    expect(shut.status).toBe(429)
    expect(shut.body.messages).toEqual({
      zh: expect.stringContaining('1分钟'),
      en: expect.stringContaining('in a minute'),
    })
  })

  it.each([
    [{}],
    [{ login: 'root' }],
    [{ login: ['root'], password: 'x' }],
    [{ login: { $ne: null }, password: { $ne: null } }],
    [{ login: 'r'.repeat(101), password: 'x' }],
    [{ login: 'root', password: 'x'.repeat(401) }],
    [{ login: 'root', password: 'x', organ: '../city' }],
  ])('is not begun by %j', async (body) => expect((await ask('POST', '/api/session', { body })).status).toBe(400))

  it.each(["root' --", '%', '𝒓𝒐𝒐𝒕', 'ｒｏｏｔ\u200b'])('is not begun as %j', async (login) => {
    expect((await ask('POST', '/api/session', { body: { login, password: 'x' } })).status).toBe(401)
  })
})

describe('the list of organs', () => {
  it('is everybody’s, and holds what everybody may know', async () => {
    const { status, body } = await ask('GET', '/api/organs?region=9901&name=county')
    expect(status).toBe(200)
    expect(body.items.map((item: { id: string }) => item.id)).toEqual(['east', 'west'])
    expect(Object.keys(body.items[0]).sort()).toEqual(
      ['code', 'en', 'id', 'kind', 'leadBy', 'level', 'parent', 'region', 'state', 'successors', 'zh'].sort(),
    )
  })
  it('leaves out what has ended unless asked', async () => {
    await office.openOrgan('short', { parent: organ('city') })
    const token = await tokenFor(['city', 'administrator'])
    expect((await ask('POST', '/api/organs/short/abolish', { token, body: { successor: null } })).status).toBe(200)
    const ids = async (query: string) =>
      (await ask('GET', `/api/organs${query}`)).body.items.map((item: { id: string }) => item.id)
    expect(await ids('')).not.toContain('short')
    expect(await ids('?ended=true&level=county')).toContain('short')
  })
  it.each([
    '?region=abc',
    '?region=990',
    '?level=galaxy',
    '?parent=../x',
    '?ended=perhaps',
    `?name=${'x'.repeat(101)}`,
  ])('refuses %s', async (query) => expect((await ask('GET', `/api/organs${query}`)).status).toBe(400))
  it.each(['?name=%25', "?name='", '?name=(((', '?region=00'])('takes %s as it is', async (query) => {
    expect((await ask('GET', `/api/organs${query}`)).status).toBe(200)
  })
})

describe('administration over the wire', () => {
  it('opens, renames, moves, merges and splits organs', async () => {
    const token = await tokenFor(['city', 'administrator'])
    const post = (url: string, body: object) => ask('POST', url, { token, body })
    const base = { kind: 'department', level: 'county', region: '990101', parent: 'east' }
    const made = await post('/api/organs', { ...base, zh: ' 水利局 ', en: 'Water' })
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({ version: 1, organ: { zh: '水利局', state: 'active', leadBy: null } })
    const { id } = made.body.organ
    for (const other of ['a', 'b']) await post('/api/organs', { ...base, id: `${id}-${other}`, zh: other, en: other })
    const renamed = await ask('PUT', `/api/organs/${id}/name`, { token, body: { zh: '水务局', en: 'Waters' } })
    expect(renamed.body).toMatchObject({ version: 2, organ: { zh: '水务局' } })
    const moved = await ask('PUT', `/api/organs/${id}/place`, {
      token,
      body: { region: '990102', parent: 'west', leadBy: 'city' },
    })
    expect(moved.body.organ).toMatchObject({ parent: 'west', leadBy: 'city' })
    expect((await post(`/api/organs/${id}-a/merge`, { into: id })).body.organ).toMatchObject({ state: 'merged' })
    const split = await post(`/api/organs/${id}/split`, { into: [`${id}-b`, 'east'] })
    expect(split.body.organ).toMatchObject({ state: 'split', successors: [`${id}-b`, 'east'] })
    const over = await ask('PUT', `/api/organs/${id}/name`, { token, body: { zh: '三', en: '3' } })
    expect([over.status, over.body.refusal]).toEqual([409, 'organ-ended'])
  })

  it('opens an account whose password works once, shows it to nobody else, and closes it again', async () => {
    const token = await tokenFor(['city', 'administrator'])
    const body = { login: 'Newcomer', name: '新来的', posts: [{ organ: 'east', post: 'clerk' }] }
    const opened = await ask('POST', '/api/accounts', { token, body })
    expect(opened.status).toBe(201)
    const { account, password } = opened.body
    const once = await ask('POST', '/api/session', { body: { login: 'newcomer', password } })
    expect([once.status, once.body.refusal, once.cookie]).toEqual([403, 'password-must-change', undefined])
    const theirs = await enter('newcomer', password, { newPassword: 'Kiesel-Anker-81' })
    const url = `/api/accounts/${account}`
    const grant = { organ: 'west', post: 'clerk' }
    expect((await ask('POST', `${url}/posts`, { token, body: grant })).status).toBe(204)
    expect((await ask('POST', `${url}/posts`, { token, body: grant })).body.refusal).toBe('post-held')
    expect((await ask('DELETE', `${url}/posts/west/clerk`, { token })).status).toBe(204)
    expect((await ask('PUT', `${url}/name`, { token, body: { name: '改了名' } })).status).toBe(204)
    expect((await ask('GET', '/api/session', { token: theirs })).body.name).toBe('改了名')
    const reset = await ask('POST', `${url}/password`, { token })
    expect(reset.body.password).not.toBe(password)
    expect((await ask('GET', '/api/session', { token: theirs })).status).toBe(401)
    expect((await ask('POST', `${url}/close`, { token })).status).toBe(204)
    expect((await ask('POST', `${url}/close`, { token })).body.refusal).toBe('account-closed')
    const gone = await ask('POST', '/api/session', { body: { login: 'newcomer', password: reset.body.password } })
    expect(gone.body.refusal).toBe('login-failed')
  })

  it('lists the accounts that one reaches, page by page, and finds them by a part of the name', async () => {
    const token = await tokenFor(['west', 'administrator'])
    for (const at of [1, 2, 3, 4, 5]) await office.openStaff(`page${at}`, [['west', 'clerk']])
    await office.openStaff('page9', [['east', 'clerk']])
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const next: string = cursor === null ? '' : `&cursor=${cursor}`
      const { body } = await ask('GET', `/api/accounts?like=PAGE&limit=2${next}`, { token })
      expect(body.items.length).toBeLessThanOrEqual(2)
      seen.push(...body.items.map((item: { login: string }) => item.login))
      cursor = body.next
    } while (cursor !== null)
    expect(seen).toEqual(['page1', 'page2', 'page3', 'page4', 'page5'])
    const ofEast = await ask('GET', '/api/accounts?organ=east', { token })
    expect(ofEast.body.items).toEqual([])
    for (const like of ['%', "'", '\\', '人名 PAGE3']) {
      const { status, body } = await ask('GET', `/api/accounts?like=${encodeURIComponent(like)}`, { token })
      expect([status, body.items.length]).toEqual([200, like.startsWith('人') ? 1 : 0])
    }
  })

  it('shows colleagues of one’s own organ, and nothing that only administrators see', async () => {
    const token = await tokenFor(['west', 'clerk'])
    const { body } = await ask('GET', '/api/colleagues', { token })
    expect(body.items.length).toBeGreaterThan(3)
    expect(Object.keys(body.items[0]).sort()).toEqual(['account', 'away', 'name', 'posts'])
  })

  it.each<[string, object]>([
    ['/api/accounts', { login: 'x', name: '名', posts: [{ organ: 'east', post: 'clerk' }] }],
    ['/api/accounts', { login: 'a b', name: '名', posts: [{ organ: 'east', post: 'clerk' }] }],
    ['/api/accounts', { login: 'fine', name: '名', posts: [{ organ: 'nowhere', post: 'clerk' }] }],
    ['/api/organs/east/merge', { into: 'east' }],
    ['/api/organs/east/merge', { into: 'nowhere' }],
    ['/api/organs/east/split', { into: ['west', 'west'] }],
  ])('refuses with a sentence: %s %j', async (url, body) => {
    const token = await tokenFor(['city', 'administrator'])
    const { status, body: problem } = await ask('POST', url, { token, body })
    expect(status).toBe(422)
    expect(problem.messages.zh).toMatch(/。$/)
    expect(problem.messages.en).toMatch(/[.]$/)
  })

  it.each<[Method, string, object | undefined, number]>([
    ['POST', '/api/accounts', { login: 'fine', name: '名\u0000', posts: [{ organ: 'east', post: 'clerk' }] }, 400],
    ['POST', '/api/accounts', { login: 'fine', name: '名', posts: [{ organ: 'east', post: 'emperor' }] }, 400],
    ['POST', '/api/accounts', { login: 'fine', name: '名', posts: [] }, 400],
    ['POST', '/api/accounts', { login: 'fine', name: '一'.repeat(51), posts: [{ organ: 'east', post: 'clerk' }] }, 400],
    ['POST', '/api/organs', { zh: '\u202e', en: 'x', kind: 'department', level: 'county', region: '990101' }, 400],
    ['POST', '/api/organs', { zh: '名', en: 'x', kind: 'department', level: 'county', region: '99010' }, 400],
    ...(['2026-02-30', '9999-12-31', 'tomorrow', 7, [], null] as const).map(
      (from): [Method, string, object, number] => [
        'POST',
        '/api/accounts/a0000000000000000/posts',
        { organ: 'east', post: 'clerk', from },
        400,
      ],
    ),
    ['POST', '/api/accounts/a0000000000000000/posts', { organ: 'east', post: 'clerk', until: '2026-12-24' }, 404],
    ['PUT', '/api/accounts/a0000000000000000/posts/east/clerk/until', {}, 400],
    ['PUT', '/api/accounts/a0000000000000000/posts/east/clerk/until', { until: '2026-13-01' }, 400],
    ['PUT', '/api/accounts/a0000000000000000/posts/east/emperor/until', { until: null }, 400],
    ['PUT', '/api/accounts/a0000000000000000/posts/east/clerk/until', { until: null }, 404],
    ['POST', '/api/accounts/a0000000000000000/close', undefined, 404],
    ['POST', '/api/accounts/..%2f..%2fetc/close', undefined, 400],
    ['PUT', '/api/organs/nowhere/name', { zh: '名', en: 'x' }, 404],
  ])('answers %s %s %j with %i, never with a fault', async (method, url, body, expected) => {
    const token = await tokenFor(['city', 'administrator'])
    expect((await ask(method, url, { token, ...(body === undefined ? {} : { body }) })).status).toBe(expected)
  })
})

describe('every route × every role', () => {
  const anyone = ['session.begin', 'session.end', 'organ.list']
  const staff = [
    ...['session.read', 'session.move', 'session.password', 'account.colleagues'],
    ...['delegation.read', 'delegation.revoke'],
  ]
  const handlers = ['delegation.give']
  const roles: readonly Post[] = ['clerk', 'head', 'leader', 'supervisor', 'commissioner', 'administrator', 'auditor']

  it('is open to whom it should be and to nobody else', async () => {
    const tokens = new Map<Post | null, string | null>([[null, null]])
    for (const post of roles) tokens.set(post, await tokenFor(['east', post]))
    const table: Record<string, string[]> = {}
    for (const { id, method, path } of identityEndpoints) {
      if (id === 'session.end') continue
      const url = path.replace(':organ', 'nowhere').replace(':account', 'a0000000000000000').replace(':post', 'clerk')
      for (const [post, token] of tokens) {
        // a body that fits nowhere: whoever is let in hears 400, 404 or 422, whoever is not 401 or 403
        const hasBody = method !== 'GET' && method !== 'DELETE'
        const { status } = await ask(method, url, {
          ...(token === null ? {} : { token }),
          ...(hasBody ? { body: { x: 1 } } : {}),
        })
        expect(status, id).toBeLessThan(500)
        if (status !== 401 && status !== 403) table[id] = [...(table[id] ?? []), post ?? 'anyone']
      }
    }
    const expected = identityEndpoints
      .filter(({ id }) => id !== 'session.end')
      .map(({ id }): [string, string[]] => {
        if (anyone.includes(id)) return [id, ['anyone', ...roles]]
        if (handlers.includes(id)) return [id, ['clerk', 'head']]
        return [id, staff.includes(id) ? [...roles] : ['administrator']]
      })
    expect(table).toEqual(Object.fromEntries(expected))
  })
})

describe('after all this', () => {
  it('the books agree with the facts, and no fact holds a name', async () => {
    expect((await fsck({ work: office.database.work }, [organRoom, accountRoom])).errors).toEqual([])
    const { rows } = await office.database.app.query("select fact from event where stream_id like 'account:%'")
    expect(rows.length).toBeGreaterThan(30)
    expect(rows.map(({ fact }) => fact).join()).not.toMatch(/人名|新来的|改了名|newcomer|staff1|argon2/)
  })
})
