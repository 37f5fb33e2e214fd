import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleApp } from './testing/sample-room.ts'

let app: FastifyInstance
beforeAll(async () => {
  app = await sampleApp({ origins: ['https://xinfang.example'] })
})
afterAll(() => app.close())

const session = { cookie: `xinqiao_session=${'c'.repeat(32)}` }
const host = 'house.example:7010'

async function statusOf(method: 'GET' | 'POST', headers: Record<string, string>) {
  const url = method === 'GET' ? '/api/books' : '/api/session'
  const payload = method === 'GET' ? {} : { payload: { name: 'x', password: 'right' } }
  return (await app.inject({ method, url, headers: { host, ...headers }, ...payload })).statusCode
}

describe('a change is taken', () => {
  it.each([
    ['from our own page', { ...session, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' }],
    ['from our own page behind TLS', { ...session, origin: `https://${host}` }],
    ['from a page under another name of ours', { ...session, origin: 'https://xinfang.example' }],
    ['from the address bar', { ...session, 'sec-fetch-site': 'none' }],
    ['from a program without a session', {}],
  ])('%s', async (_, headers) => {
    expect(await statusOf('POST', headers)).toBe(204)
  })
})

describe('a change is refused', () => {
  it.each([
    ['from another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['from another site, in an old browser', { ...session, origin: 'https://evil.example' }],
    ['from another port', { ...session, origin: 'http://house.example' }],
    ['from a neighbour in the same domain', { ...session, 'sec-fetch-site': 'same-site' }],
    ['from a sandboxed frame', { ...session, origin: 'null' }],
    ['from what is no origin', { ...session, origin: 'house.example:7010' }],
    ['with a right origin but a cross-site mark', { origin: `http://${host}`, 'sec-fetch-site': 'cross-site' }],
    ['with a session, from nobody knows where', session],
  ])('%s', async (_, headers) => {
    expect(await statusOf('POST', headers)).toBe(403)
  })
})

describe('reading', () => {
  it('is not a change', async () => {
    expect(await statusOf('GET', { ...session, 'sec-fetch-site': 'cross-site' })).toBe(200)
  })
})
