/** Whatever is sent, the answer is the client's to mend: never a 5xx, always a problem. */

import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditorCookie, clerkCookie, petitionerHeader, sampleApp } from './testing/sample-room.ts'

const faults: string[] = []
const log = pino({ level: 'error' }, { write: (line: string) => void faults.push(line) })
let app: FastifyInstance
beforeAll(async () => {
  app = await sampleApp({ log, waits: { bodyMs: 150, requestMs: 1000, headersMs: 300 } })
  await app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => app.close())

const json = { ...clerkCookie, 'idempotency-key': 'key-0001', 'content-type': 'application/json' }
const post = async (payload: string | Buffer, headers: Record<string, string> = json) => {
  const answer = await app.inject({ method: 'POST', url: '/api/books', headers, payload })
  if (answer.statusCode >= 400) expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  return answer.statusCode
}
const good = '"title":"x","on":"2026-11-23","kind":"novel","cover":{"type":"paper"}'

describe('a hostile body', () => {
  it('that is none is none', async () => {
    expect(await post(`{${good}}`)).toBe(201)
  })
  it.each([
    ['not JSON', 400, '{title:1}'],
    ['empty', 400, ''],
    ['cut off', 400, `{${good}`],
    ['of a duplicate key', 400, `{${good},"kind":"atlas"}`],
    ['reaching for the prototype', 400, `{${good},"__proto__":{"copies":5}}`],
    ['reaching for the constructor', 400, `{${good},"constructor":{"prototype":{}}}`],
    ['nested ten thousand deep', 400, `{${good},"x":${'['.repeat(10_000)}${']'.repeat(10_000)}}`],
    ['with NUL', 400, `{${good},"more":"\\u0000"}`],
    ['with half a character', 400, `{${good},"more":"\\ud800"}`],
    ['with ten thousand items', 400, `{${good},"tags":[${Array(10_000).fill('"x"').join()}]}`],
    ['with a million digits', 400, `{${good},"copies":${'9'.repeat(900_000)}}`],
    ['an array', 400, '[]'],
    ['a number', 400, '1e400'],
    ['null', 400, 'null'],
    ['larger than a megabyte', 413, `{${good},"more":"${'x'.repeat(1024 * 1024)}"}`],
  ])('%s', async (_, status, body) => {
    expect(await post(body)).toBe(status)
  })
  it('in bytes that are no UTF-8', async () => {
    expect(await post(Buffer.concat([Buffer.from('{"title":"'), Buffer.of(0xff, 0xfe), Buffer.from('"}')]))).toBe(400)
  })
  it.each([
    'text/plain',
    'text/html',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json; charset=gbk',
    'application/jsonx',
    'x',
    ';;;',
  ])('of type %s', async (type) => {
    expect(await post(`{${good}}`, { ...json, 'content-type': type })).toBe(415)
  })
  it('compressed', async () => {
    expect(await post(`{${good}}`, { ...json, 'content-encoding': 'gzip' })).toBe(415)
  })
})

describe('a hostile address', () => {
  it.each([
    ['/api/books/a%00b', 400],
    ['/api/books?q=%00', 400],
    ['/api/books?q=%0a', 400],
    ['/api/books/%', 400],
    ['/api/books/%c3%28', 400],
    ['/api/books?q=%c3%28', 400],
    ['/api/books?q=%ed%a0%80', 400],
    ['/api/books?__proto__[x]=1&constructor=2', 200],
    [`/api/books?${'q=a&'.repeat(500)}`, 400],
    [`/api/books?q=${'a'.repeat(5000)}`, 414],
    [`/api/books/${'a'.repeat(600)}`, 414],
    ['/api/../api/nothing', 404],
    ['//evil.example/api/books', 404],
  ])('%#', async (url, status) => {
    const answer = await app.inject({ url, headers: petitionerHeader })
    expect(answer.statusCode).toBe(status)
    if (status >= 400) expect(answer.json().messages).toMatchObject({ zh: expect.any(String), en: expect.any(String) })
  })
})

describe('anything at all', () => {
  const poison = fc.constantFrom(
    '__proto__',
    'constructor',
    'title',
    'on',
    'kind',
    'cover',
    'tags',
    'copies',
    'name',
    'password',
  )
  const value = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      fc.jsonValue({ maxDepth: 2, stringUnit: 'binary' }),
      fc.constantFrom('2026-11-23', 'novel', -1, 1e308, Number.MAX_SAFE_INTEGER, ''),
      fc.dictionary(fc.oneof(poison, fc.string()), tie('tree'), { maxKeys: 6 }),
      fc.array(tie('tree'), { maxLength: 6 }),
    ),
  })).tree
  const text = fc.string({ unit: 'binary', maxLength: 30 }).map((raw) => encodeURIComponent(raw.toWellFormed()))
  const target = fc.constantFrom(
    ...(['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'] as const).flatMap((method) =>
      [
        '/api/books',
        '/api/books/~',
        '/api/books/~/loan',
        '/api/session',
        '/api/books/~/scans',
        '/api/books/~/scans/~',
        '/api/~',
        '/~',
        '/healthz',
      ].map((path) => ({ method, path })),
    ),
  )
  const credentials = fc.constantFrom<Record<string, string>>({}, petitionerHeader, clerkCookie, auditorCookie)
  const header = fc.string({ maxLength: 30 }).map((raw) => raw.replace(/[^\x20-\x7e]/g, ''))
  const headers = fc.record(
    {
      'if-match': header,
      'idempotency-key': header,
      authorization: header,
      cookie: header,
      origin: header,
      'accept-language': header,
    },
    { requiredKeys: [] },
  )

  it('is never answered by a fault', async () => {
    await fc.assert(
      fc.asyncProperty(
        target,
        fc.array(text, { minLength: 3, maxLength: 3 }),
        credentials,
        headers,
        value,
        async (at, texts, who, said, body) => {
          const url = `${at.path.replace('~', texts[0] ?? '').replace('~', texts[1] ?? '')}?q=${texts[2]}&limit=${texts[1]}&cursor=${texts[0]}`
          const payload = at.method === 'GET' || at.method === 'HEAD' ? {} : { payload: JSON.stringify(body) }
          const answer = await app.inject({
            method: at.method,
            url,
            headers: { 'content-type': 'application/json', ...who, ...said },
            ...payload,
          })
          expect(answer.statusCode, `${at.method} ${url} ${answer.body}`).toBeLessThan(500)
        },
      ),
      { numRuns: 1500 },
    )
  }, 60_000)

  it('in an upload is never answered by a fault', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('b', '--b', ''),
        fc.boolean(),
        async (bytes, boundary, isWrapped) => {
          const wrapped = [
            `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n`,
            Buffer.from(bytes),
            `\r\n--${boundary}--\r\n`,
          ]
          const payload = isWrapped ? Buffer.concat(wrapped.map((part) => Buffer.from(part))) : Buffer.from(bytes)
          const contentType = `multipart/form-data; boundary=${boundary}`
          const answer = await app.inject({
            method: 'POST',
            url: '/api/books/b1/scans',
            headers: { 'content-type': contentType },
            payload,
          })
          expect(answer.statusCode, answer.body).toBeLessThan(500)
        },
      ),
      { numRuns: 300 },
    )
  }, 60_000)
})

/** Sends raw bytes and gives back all that comes until the other side closes. */
function talk(...said: string[]): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1')
  let heard = ''
  socket.on('data', (chunk) => {
    heard += chunk
  })
  socket.on('close', () => resolve(heard))
  socket.on('error', reject)
  for (const one of said) socket.write(one)
  return promise
}

const connections = () =>
  new Promise((resolve, reject) =>
    app.server.getConnections((fault, count) => (fault ? reject(fault) : resolve(count))),
  )

describe('a hostile line', () => {
  const head = `POST /api/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n`
  it('that sends its body too slowly is told so, and cut', async () => {
    const heard = await talk(`${head}Content-Length: 100\r\n\r\n{"name":`)
    expect(heard).toContain('HTTP/1.1 408')
    expect(heard).toContain('urn:xinqiao:problem:too-slow')
  })
  it('that never ends its headers is cut', async () => {
    expect(await talk('GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow:')).toContain('HTTP/1.1 408')
  })
  it('that announces more than is taken is told so at once', async () => {
    const heard = await talk(`${head}Content-Length: 99999999\r\n\r\n{`)
    expect(heard).toContain('HTTP/1.1 413')
  })
  it('that is not HTTP is told so', async () => {
    const heard = await talk('\x16\x03\x01 hello\r\n\r\n')
    expect(heard).toContain('HTTP/1.1 400')
    expect(heard).toContain('application/problem+json')
  })
  it('with headers without end is told so', async () => {
    expect(await talk(`GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`)).toContain(
      'HTTP/1.1 431',
    )
  })
  it('that smuggles two lengths is refused', async () => {
    expect(await talk(`${head}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`)).toContain(
      'HTTP/1.1 400',
    )
  })
  it('that says nothing of its length is cut at the limit', async () => {
    const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`
    const heard = await talk(`${head}Transfer-Encoding: chunked\r\n\r\n`, ...Array<string>(40).fill(chunk))
    expect(heard).toContain('HTTP/1.1 413')
  })
  it('that hangs up in the middle of a body is no fault', async () => {
    const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1')
    socket.write(`${head}Content-Length: 100\r\n\r\n{"name":`, () => socket.destroy())
    await new Promise((resolve) => socket.on('close', resolve))
    await expect.poll(() => connections()).toBe(0)
  })
  it('has not brought the house down, nor been noted as a fault', async () => {
    expect(faults).toEqual([])
    expect((await app.inject({ url: '/healthz' })).statusCode).toBe(200)
  })
})
