import type { FastifyInstance } from 'fastify'
import { afterEach, describe, expect, it } from 'vitest'
import { type Limits, usualLimits } from './pace.ts'
import { petition, petitionerHeader, sampleApp } from './testing/sample-room.ts'

let app: FastifyInstance
afterEach(() => app.close())

const limit = (max: number) => ({ max, windowMs: 60_000 })
const open = async (limits: Partial<Limits>) => {
  app = await sampleApp({ limits: { ...usualLimits, ...limits } })
}
const wrongKey = { authorization: `Petition ${petition}:0000000000000000` }
const read = async (headers: Record<string, string>, remoteAddress = '10.0.0.1') =>
  (await app.inject({ url: '/api/books/b1', headers, remoteAddress })).statusCode
const logIn = async (password: string) =>
  (await app.inject({ method: 'POST', url: '/api/session', payload: { name: 'x', password } })).statusCode

async function inTurn(count: number, ask: () => Promise<number>): Promise<number[]> {
  const statuses: number[] = []
  for (let at = 0; at < count; at++) statuses.push(await ask())
  return statuses
}

describe('the pace', () => {
  it('of one address is limited, and another is not held up; health is always told', async () => {
    await open({ address: limit(2) })
    expect(await inTurn(3, () => read(petitionerHeader))).toEqual([200, 200, 429])
    expect(await read(petitionerHeader, '10.0.0.2')).toBe(200)
    expect((await app.inject({ url: '/healthz', remoteAddress: '10.0.0.1' })).statusCode).toBe(200)
  })
  it('is one for all addresses that a household has', async () => {
    await open({ address: limit(1) })
    expect(await read(petitionerHeader, '2001:db8:1:2::1')).toBe(200)
    expect(await read(petitionerHeader, '2001:db8:1:2::2')).toBe(429)
    expect(await read(petitionerHeader, '2001:db8:1:3::1')).toBe(200)
  })
  it('behind a gateway is that of whoever stands before it, whatever they say of themselves', async () => {
    app = await sampleApp({ limits: { ...usualLimits, address: limit(1) }, trustProxy: 1 })
    const via = (forwarded: string) => read({ ...petitionerHeader, 'x-forwarded-for': forwarded }, '10.0.0.254')
    expect(await via('192.0.2.1')).toBe(200)
    expect(await via('198.51.100.7, 192.0.2.1')).toBe(429)
    expect(await via('192.0.2.2')).toBe(200)
  })
  it('without a gateway is not that of whom somebody claims to be', async () => {
    await open({ address: limit(1) })
    expect(await read({ ...petitionerHeader, 'x-forwarded-for': '192.0.2.1' })).toBe(200)
    expect(await read({ ...petitionerHeader, 'x-forwarded-for': '192.0.2.2' })).toBe(429)
  })
  it('of one petitioner is limited wherever they are', async () => {
    await open({ viewer: limit(2) })
    expect(await inTurn(2, () => read(petitionerHeader))).toEqual([200, 200])
    expect(await read(petitionerHeader, '10.0.0.9')).toBe(429)
  })
  it('of uploads is limited for strangers, not for whoever is known', async () => {
    await open({ strangersUpload: limit(1) })
    const send = async (headers: Record<string, string>) => {
      const sent = { ...headers, 'content-type': 'multipart/form-data; boundary=b' }
      return (await app.inject({ method: 'POST', url: '/api/books/b1/scans', headers: sent, payload: '--b--' }))
        .statusCode
    }
    expect(await inTurn(2, () => send({}))).toEqual([200, 429])
    expect(await inTurn(2, () => send(petitionerHeader))).toEqual([200, 200])
  })
  it('of uploads is limited for a petitioner too, wherever they are', async () => {
    await open({ petitionersUpload: limit(1) })
    const headers = { ...petitionerHeader, 'content-type': 'multipart/form-data; boundary=b' }
    const asked = { method: 'POST', url: '/api/books/b1/scans', headers, payload: '--b--' } as const
    const send = async () => (await app.inject({ ...asked, remoteAddress: `10.0.0.${sent++}` })).statusCode
    let sent = 1
    expect(await inTurn(2, send)).toEqual([200, 429])
  })
  it('says when to come back', async () => {
    await open({ address: limit(0) })
    const answer = await app.inject({ url: '/api/books', headers: { 'accept-language': 'en' } })
    expect(answer.headers['retry-after']).toBe('60')
    expect(answer.json().title).toBe('Too many requests')
  })
})

describe('guessing', () => {
  it('keys is for others to count: the pace holds nobody up for a wrong one', async () => {
    await open({})
    expect(await inTurn(40, () => read(wrongKey))).toEqual(Array(40).fill(401))
    expect(await read(petitionerHeader)).toBe(200)
  })
  it('is not what a slip of the hand is: it is told in words', async () => {
    await open({ lookup: limit(1) })
    const slip = { authorization: `Petition ${petition}:1234-5678-9012-3456-00`, 'accept-language': 'en' }
    const answer = async () => (await app.inject({ url: '/api/books/b1', headers: slip })).json()
    expect((await answer()).title).toBe('A slip in the key')
    expect((await answer()).detail).toContain('does not count as a wrong guess')
    const wrongNumber = { authorization: `Petition 261123482719035:1234567890123456`, 'accept-language': 'en' }
    expect((await app.inject({ url: '/api/books/b1', headers: wrongNumber })).json().title).toBe('A slip in the number')
  })
  it('passwords is stopped; right ones do not count', async () => {
    await open({ loginFailures: limit(2) })
    expect(await inTurn(4, () => logIn('right'))).toEqual([204, 204, 204, 204])
    expect(await inTurn(3, () => logIn('wrong'))).toEqual([422, 422, 429])
    expect(await logIn('right')).toBe(429)
  })
  it('fast is stopped before anything is counted as failed', async () => {
    await open({ login: limit(5) })
    const statuses = await Promise.all(Array.from({ length: 20 }, () => logIn('wrong')))
    // The store counts a burst whole before it answers the first, so fewer than five may get through, never more.
    expect(statuses.filter((status) => status === 422).length).toBeLessThanOrEqual(5)
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(15)
  })
  it('does not hold up who merely reads with an old session', async () => {
    await open({})
    const old = { cookie: `xinqiao_session=${'z'.repeat(32)}` }
    const list = async () => (await app.inject({ url: '/api/books', headers: old })).statusCode
    expect(await inTurn(4, list)).toEqual([200, 200, 200, 200])
  })
})
