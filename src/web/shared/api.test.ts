import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeApi, pathOf } from './api.ts'
import { Problem, Unreachable } from './problem.ts'

describe('paths', () => {
  it('are filled and escaped', () => {
    expect(pathOf('/api/petitions/:number/materials/:ref', { number: '1 2', ref: 'm/1' })).toBe(
      '/api/petitions/1%202/materials/m%2F1',
    )
  })

  it('do without what was not given', () => {
    expect(pathOf('/api/petitions', {}, { q: '', stage: undefined, limit: 50, urgent: null })).toBe(
      '/api/petitions?limit=50',
    )
  })

  it('are refused when a part is missing', () => {
    expect(() => pathOf('/api/petitions/:number', {})).toThrow('needs number')
  })
})

describe('a call', () => {
  let server: Server
  let seen: Record<string, unknown> = {}
  const call = makeApi({ language: () => 'en' })
  const at = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`

  beforeAll(async () => {
    server = createServer((request, response) => {
      seen = { ...request.headers }
      const refusal = { status: 412, detail: 'Somebody acted', messages: { zh: '有人办理过', en: 'Somebody acted' } }
      const isRefused = request.url === '/refused'
      const told = { '/over': {}, '/wrong': { refusal: 'code-wrong' } }[request.url ?? '']
      response.writeHead(told ? 401 : isRefused ? 412 : 204, { 'x-request-id': 'r-1' })
      response.end(isRefused || told ? JSON.stringify(told ?? refusal) : undefined)
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  })
  afterAll(() => new Promise((closed) => server.close(closed)))

  it('carries the version, the key of the act and the language', async () => {
    await call('POST', at('/'), { body: {} } as never, { version: 7, idempotencyKey: 'act-0001' })
    expect(seen).toMatchObject({ 'if-match': '"7"', 'idempotency-key': 'act-0001', 'accept-language': 'en' })
  })

  it('ends in a problem that says that somebody else acted', async () => {
    const error = await call('GET', at('/refused'), {} as never).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(Problem)
    const problem = error as Problem
    expect([problem.isOutdated, problem.in('zh'), problem.requestId]).toEqual([true, '有人办理过', 'r-1'])
  })

  it('tells a session that is over from a password that is wrong', async () => {
    let over = 0
    const told = makeApi({ language: () => 'en', onSignedOut: () => (over += 1) })
    await expect(told('GET', at('/wrong'), {} as never)).rejects.toBeInstanceOf(Problem)
    expect(over).toBe(0)
    await expect(told('GET', at('/over'), {} as never)).rejects.toBeInstanceOf(Problem)
    expect(over).toBe(1)
  })

  it('says so when nobody answers', async () => {
    await expect(call('GET', 'http://127.0.0.1:9/', {} as never)).rejects.toBeInstanceOf(Unreachable)
  })
})
