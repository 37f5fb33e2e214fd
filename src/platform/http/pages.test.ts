import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleApp } from './testing/sample-room.ts'

const root = mkdtempSync(join(tmpdir(), 'pages-'))
let app: FastifyInstance

const write = (path: string, content: string | Buffer) => {
  mkdirSync(join(root, path, '..'), { recursive: true })
  writeFileSync(join(root, path), content)
}

const policy = "default-src 'none'; script-src 'sha256-AAAA'"
const alone = `<meta http-equiv="Content-Security-Policy" content="${policy}" /><script>alone</script>`

beforeAll(async () => {
  write('portal/index.html', 'portal')
  write('portal/assets/main-Ab3dEf9_.js', 'script')
  write('portal/assets/main-Ab3dEf9_.js.br', brotliCompressSync('script'))
  write('portal/bridge.svg', '<svg/>')
  write('desk/index.html', 'desk')
  write('secret.txt', 'secret')
  write('alone/verify.html', alone)
  write('alone/verify.html.br', brotliCompressSync(alone))
  app = await sampleApp({
    pages: { portal: join(root, 'portal'), desk: join(root, 'desk'), alone: join(root, 'alone') },
  })
})
afterAll(async () => {
  await app.close()
  rmSync(root, { recursive: true })
})

const html = { accept: 'text/html,*/*' }
const get = (url: string, headers: Record<string, string> = html) => app.inject({ url, headers })

describe('pages', () => {
  it.each([
    ['/', 'portal'],
    ['/follow/2611-2348', 'portal'],
    ['/desk', 'desk'],
    ['/desk/', 'desk'],
    ['/desk/petitions/1?tab=clocks', 'desk'],
    ['/deskx', 'portal'],
  ])('%s shows the %s', async (url, body) => {
    const answer = await get(url)
    expect([answer.statusCode, answer.body]).toEqual([200, body])
    expect(answer.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' })
  })
  it('hashed files are kept forever, others asked for again', async () => {
    expect((await get('/assets/main-Ab3dEf9_.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect((await get('/bridge.svg')).headers['cache-control']).toBe('no-cache')
  })
  it('are sent compressed where they lie compressed and it is asked for', async () => {
    const answer = await get('/assets/main-Ab3dEf9_.js', { 'accept-encoding': 'br' })
    expect(answer.headers).toMatchObject({
      'content-encoding': 'br',
      'content-type': expect.stringContaining('javascript'),
    })
    expect(answer.rawPayload).toEqual(brotliCompressSync('script'))
    expect((await get('/assets/main-Ab3dEf9_.js', {})).body).toBe('script')
  })
  it('of one file bring their own policy, compressed or not', async () => {
    for (const encoding of ['', 'br']) {
      const answer = await get('/verify.html', { 'accept-encoding': encoding })
      expect([answer.statusCode, answer.headers['content-encoding'] ?? '']).toEqual([200, encoding])
      expect(answer.headers['content-security-policy']).toBe(`${policy}; frame-ancestors 'none'`)
    }
    expect((await get('/')).headers['content-security-policy']).toContain("script-src 'self'")
  })
  it.each(['/assets/gone-Ab3dEf9_.js', '/api/nothing', '/api', '/favicon.ico'])(
    'do not stand in for %s',
    async (url) => {
      expect((await get(url)).statusCode).toBe(404)
    },
  )
  it('are for people: a program gets a problem', async () => {
    expect((await get('/follow/1', { accept: 'application/json' })).statusCode).toBe(404)
  })
  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '//secret.txt',
    '/desk/../../secret.txt',
  ])('never leave their folder: %s', async (url) => {
    expect((await get(url)).body).not.toBe('secret')
  })
  it('take no changes', async () => {
    expect((await app.inject({ method: 'POST', url: '/' })).statusCode).toBe(405)
  })
  it('need not be there', async () => {
    const bare = await sampleApp({ pages: { portal: join(root, 'not-built') } })
    expect((await bare.inject({ url: '/', headers: html })).statusCode).toBe(404)
    await bare.close()
  })
})
