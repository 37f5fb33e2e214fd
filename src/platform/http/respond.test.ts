import type { FastifyInstance, InjectOptions } from 'fastify'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../kernel/day.ts'
import { auditorCookie, clerkCookie, petition, petitionerHeader, place, sampleApp } from './testing/sample-room.ts'

const lines: string[] = []
let app: FastifyInstance
beforeAll(async () => {
  app = await sampleApp({ log: pino({ level: 'info' }, { write: (line: string) => void lines.push(line) }) })
})
afterAll(() => app.close())

const ask = (options: InjectOptions) => app.inject(options)
const book = { title: '红楼梦', on: '2026-11-23', kind: 'novel', cover: { type: 'paper' } }
const add = (payload: object, headers: Record<string, string> = {}) =>
  ask({
    method: 'POST',
    url: '/api/books',
    headers: { ...clerkCookie, 'idempotency-key': 'key-0001', ...headers },
    payload,
  })
const lend = (headers: Record<string, string>) =>
  ask({ method: 'PUT', url: '/api/books/b1/loan', headers: { ...clerkCookie, ...headers } })

describe('an answer', () => {
  it('holds what the contract names and nothing else', async () => {
    const answer = await add(book)
    expect(answer.statusCode).toBe(201)
    expect(answer.headers).toMatchObject({ location: '/api/books/b1', 'cache-control': 'no-store' })
    expect(Object.keys(answer.json())).toEqual(['book', 'titleLength', 'key', 'digest'])
    const listed = await ask({ url: '/api/books?kind=novel' })
    expect(listed.json()).toEqual({ items: [{ book: 'novel' }], limit: 20, place: null })
  })
  it('may be read by other sites where the contract says so, and nowhere else', async () => {
    const allowed = async (url: string) =>
      (await ask({ url, headers: petitionerHeader })).headers['access-control-allow-origin']
    expect(await allowed('/api/books')).toBe('*')
    expect(await allowed('/api/books?limit=none')).toBe('*')
    expect(await allowed('/api/books/b1')).toBeUndefined()
  })
  it('without content is 204', async () => {
    const answer = await ask({ method: 'DELETE', url: '/api/books/b1', headers: petitionerHeader })
    expect([answer.statusCode, answer.body]).toEqual([204, ''])
  })
  it('that its contract does not allow is a fault, and says nothing outward', async () => {
    const answer = await ask({ method: 'POST', url: '/api/broken/answer' })
    expect(answer.statusCode).toBe(500)
    expect(answer.body).not.toContain('fine')
    expect(lines.at(-2)).toContain('the answer of shelf.break does not fit its contract: fine: invalid_type')
  })
  it('carries the version for the next command', async () => {
    const answer = await ask({ url: '/api/books/b1', headers: petitionerHeader })
    expect(answer.headers.etag).toBe('"3"')
  })
  it('that is a file is to be saved, never shown', async () => {
    const answer = await ask({ url: '/api/books/b1/scans/s1' })
    expect(answer.body).toBe('scan')
    expect(answer.headers).toMatchObject({
      'content-disposition': `attachment; filename="___s1.txt"; filename*=UTF-8''%E6%89%AB%E6%8F%8F%20s1.txt`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    })
  })
})

describe('a request that does not fit', () => {
  it('is told every field, in both languages', async () => {
    const answer = await add({ ...book, title: '', on: '2026-02-30', copies: 0, tags: Array(10_000).fill('x') })
    expect(answer.statusCode).toBe(400)
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(answer.json()).toMatchObject({
      type: 'urn:xinqiao:problem:malformed',
      status: 400,
      requestId: expect.any(String),
    })
    expect(answer.json().errors.map(({ in: part, path }: { in: string; path: string }) => `${part} ${path}`)).toEqual([
      'body title',
      'body on',
      'body copies',
      'body tags',
    ])
    expect(answer.json().errors[0]).toMatchObject({ zh: '不能为空', en: 'must not be empty' })
  })
  it.each([
    '/api/books?limit=0',
    '/api/books?limit=abc',
    '/api/books?limit=1&limit=2',
    '/api/books?cursor=eyJ9',
    '/api/books?kind=x',
    '/api/books?q=a&q=b',
  ])('in its query: %s', async (url) => {
    expect((await ask({ url })).statusCode).toBe(400)
  })
  it('says so in the language that was asked for, Chinese by default', async () => {
    const told = async (language?: string) =>
      (
        await ask({ url: '/api/nothing', headers: language === undefined ? {} : { 'accept-language': language } })
      ).json()
    expect((await told()).title).toBe('没有这一页')
    expect((await told('en-GB,zh;q=0.8')).title).toBe('Not found')
    expect((await told('en;q=0.1, zh-CN;q=0.9')).title).toBe('没有这一页')
    expect((await told('fr')).title).toBe('没有这一页')
    expect((await told(',;q=,;;')).messages).toEqual({ zh: '没有找到您要的内容。', en: 'There is nothing here.' })
  })
})

describe('who may call', () => {
  const read = { url: '/api/books/b1' }
  const take = { method: 'DELETE', url: '/api/books/b1' } as const
  const lending = { method: 'PUT', url: '/api/books/b1/loan' } as const
  it.each([
    ['anyone', {}, [401, 401, 401]],
    ['a petitioner', petitionerHeader, [200, 204, 403]],
    ['a clerk', clerkCookie, [200, 403, 428]],
    ['an auditor', auditorCookie, [200, 403, 403]],
    ['a wrong key', { authorization: `Petition ${petition}:0000000000000000` }, [401, 401, 401]],
    ['a number with a slip', { authorization: 'Petition 261123482719038:1234567890123456' }, [400, 400, 400]],
    ['a key with a slip', { authorization: `Petition ${petition}:123456789012345600` }, [400, 400, 400]],
    ['another scheme', { authorization: 'Bearer x' }, [401, 401, 401]],
    ['a strange cookie', { cookie: 'xinqiao_session=%00%ff', origin: 'http://localhost:80' }, [401, 401, 401]],
  ])('%s', async (_, headers, expected) => {
    const answers = await Promise.all([read, take, lending].map((request) => ask({ ...request, headers })))
    expect(answers.map((answer) => answer.statusCode)).toEqual(expected)
  })
  it('is asked for what is missing', async () => {
    expect((await ask(read)).headers['www-authenticate']).toBe('Petition realm="xinqiao"')
    expect((await ask({ ...lending, headers: auditorCookie })).json().detail).toBe(
      '这一项需要以下岗位之一：经办人、负责人。',
    )
  })
  it('is decided before the body is read', async () => {
    const answer = await ask({
      method: 'POST',
      url: '/api/books',
      headers: { 'content-type': 'text/xml' },
      payload: '<x/>',
    })
    expect(answer.statusCode).toBe(401)
  })
})

describe('If-Match', () => {
  it('must be given where the contract says so', async () => {
    expect((await lend({})).statusCode).toBe(428)
  })
  it.each(['3', 'W/"3"', '"x"', '*', '"3","4"', '"0"', '"99999999999"', '""'])('may not be %s', async (header) => {
    const answer = await lend({ 'if-match': header })
    expect(answer.statusCode).toBe(400)
    expect(answer.json().errors[0]).toMatchObject({ in: 'header', path: 'If-Match' })
  })
  it('that is out of date answers 412', async () => {
    expect((await lend({ 'if-match': '"3"' })).json()).toEqual({ version: 4 })
    const late = await lend({ 'if-match': '"2"' })
    expect([late.statusCode, late.json().refusal]).toEqual([412, 'version-conflict'])
  })
})

describe('Idempotency-Key', () => {
  const digest = async (payload: object) => (await add(payload)).json().digest
  it.each(['', 'short', 'x'.repeat(129), 'a b c d e f', '键键键键键键键键'])('may not be %j', async (key) => {
    const answer = await add(book, { 'idempotency-key': Buffer.from(key).toString('latin1') })
    expect(answer.statusCode).toBe(400)
  })
  it('may be quoted', async () => {
    expect((await add(book, { 'idempotency-key': '"key-0002"' })).json().key).toBe('key-0002')
  })
  it('comes with a digest that is the same for the same request, however its keys are ordered', async () => {
    const reordered = Object.fromEntries(Object.entries(book).reverse())
    expect(await digest(reordered)).toBe(await digest(book))
    expect(await digest({ ...book, title: '红楼夢' })).not.toBe(await digest(book))
  })
  it('has no digest for numbers that are none', async () => {
    const payload = JSON.stringify(book).replace('{', '{"more":1e999,')
    const headers = { ...clerkCookie, 'idempotency-key': 'key-0003', 'content-type': 'application/json' }
    expect((await ask({ method: 'POST', url: '/api/books', headers, payload })).statusCode).toBe(400)
  })
})

describe('a refusal', () => {
  it('is a problem with its words and its article', async () => {
    const answer = await add({ ...book, copies: 99 }, { 'accept-language': 'en' })
    expect(answer.statusCode).toBe(409)
    expect(answer.json()).toEqual({
      ...{ type: 'urn:xinqiao:problem:shelf-full', title: 'Refused', status: 409, detail: 'The shelf is full' },
      ...{ messages: { zh: '书架满了', en: 'The shelf is full' }, refusal: 'shelf-full' },
      article: { zh: '第一条', en: 'art. 1' },
      requestId: answer.headers['x-request-id'],
    })
  })
  it('of what is not there is 404', async () => {
    expect((await ask({ url: '/api/books/none', headers: petitionerHeader })).statusCode).toBe(404)
  })
  it('that the room has no status for is a fault', async () => {
    expect((await ask({ method: 'POST', url: '/api/broken/refusal' })).statusCode).toBe(500)
  })
})

describe('a fault', () => {
  it('is 500 with an id; what happened stands in the log under that id', async () => {
    const answer = await ask({ method: 'POST', url: '/api/broken/throw' })
    expect(answer.statusCode).toBe(500)
    expect(answer.body).not.toContain('王小明')
    const logged = lines.filter((line) => line.includes(answer.json().requestId))
    expect(logged.some((line) => line.includes('the shelf fell'))).toBe(true)
  })
})

describe('the log', () => {
  it('names routes, never addresses, credentials or bodies', async () => {
    lines.length = 0
    await ask({ url: '/api/books?q=王小明', headers: petitionerHeader })
    await add({ ...book, title: '秘密的书' })
    await ask({ url: '/api/books/secret-book', headers: petitionerHeader })
    expect(lines).toHaveLength(3)
    expect(lines.join('')).toContain('"route":"/api/books/:book"')
    for (const secret of [
      '王小明',
      encodeURIComponent('王小明'),
      '秘密',
      'secret-book',
      petition,
      '1234567890123456',
      '127.0.0.1',
    ]) {
      expect(lines.join('')).not.toContain(secret)
    }
  })
})

describe('a session', () => {
  const logIn = (headers: Record<string, string> = {}) =>
    ask({ method: 'POST', url: '/api/session', headers, payload: { name: 'clerk', password: 'right' } })
  it('is a cookie that neither scripts nor other sites can use', async () => {
    const { headers } = await logIn()
    expect(headers['set-cookie']).toBe(
      `xinqiao_session=${'s'.repeat(32)}; Max-Age=3600; Path=/; HttpOnly; SameSite=Strict`,
    )
  })
  it('is for TLS only where the page came over TLS', async () => {
    const behindGateway = await sampleApp({ trustProxy: true })
    const { headers } = await behindGateway.inject({
      ...{ method: 'POST', url: '/api/session', payload: { name: 'clerk', password: 'right' } },
      headers: { 'x-forwarded-proto': 'https', 'x-forwarded-for': '10.0.0.1' },
    })
    await behindGateway.close()
    expect(headers['set-cookie']).toContain('; Secure')
  })
})

describe('a list', () => {
  it('goes on where its cursor says', async () => {
    const cursor = place.write([day('2026-11-23'), 'b7'])
    expect((await ask({ url: `/api/books?cursor=${cursor}` })).json().place).toBe(cursor)
  })
})

describe('methods', () => {
  it('that an address does not take are 405 and say which it takes', async () => {
    for (const method of ['PATCH', 'DELETE', 'TRACE'] as const) {
      const answer = await ask({ method, url: '/api/books' })
      expect([answer.statusCode, answer.headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS, POST'])
    }
  })
  it('HEAD has the headers of GET, OPTIONS the methods', async () => {
    const head = await ask({ method: 'HEAD', url: '/api/books' })
    expect([head.statusCode, head.body]).toEqual([200, ''])
    const options = await ask({ method: 'OPTIONS', url: '/api/books/b1/loan' })
    expect([options.statusCode, options.headers.allow]).toEqual([204, 'OPTIONS, PUT'])
    expect((await ask({ method: 'OPTIONS', url: '/api/nothing' })).statusCode).toBe(404)
  })
})

describe('every answer', () => {
  it.each(['/healthz', '/api/books', '/api/nothing', '/api/docs', '/api/books/%zz'])(
    'has its security headers: %s',
    async (url) => {
      const { headers } = await ask({ url })
      expect(headers['content-security-policy']).toContain("default-src '")
      expect(headers['content-security-policy']).not.toMatch(/unsafe|https?:|\*/)
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      })
    },
  )
})

describe('health', () => {
  it('is 200 with the lag while the database is up', async () => {
    const answer = await ask({ url: '/healthz' })
    expect([answer.statusCode, answer.json()]).toEqual([
      200,
      { status: 'ok', database: 'up', version: '0.0.0', lag: { reader: 0 } },
    ])
  })
  it('is 503 while it is down, or throws', async () => {
    const broken = await sampleApp({ health: () => Promise.reject(new Error('no connection')) })
    const answer = await broken.inject({ url: '/healthz' })
    await broken.close()
    expect([answer.statusCode, answer.json().database]).toEqual([503, 'down'])
  })
})
