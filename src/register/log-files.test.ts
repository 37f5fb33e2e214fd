import Fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerFault } from '../platform/http/faults.ts'
import { objectStore } from './log/object-store.ts'
import { openTestStore } from './log/testing/s3-server.ts'
import type { Register } from './register.ts'
import { serveLogFiles } from './routes.ts'

const server = await openTestStore()
const store = objectStore(server.settings, { tries: 2, tryMs: 300, restMs: 1, wholeMs: 1_000 })
const app = Fastify()
app.setErrorHandler(answerFault)
serveLogFiles(app, { store } as Register)
beforeAll(async () => {
  await store.add('tile/0/000.p/1', Buffer.alloc(32, 7))
  await store.putCheckpoint('a note\n')
})
afterAll(async () => {
  await app.close()
  await server.close()
})

describe('The files of a log that lies in a bucket, asked of the house', () => {
  it('are handed out as from a folder', async () => {
    const tile = await app.inject('/log/tile/0/000.p/1')
    expect(tile.rawPayload.equals(Buffer.alloc(32, 7))).toBe(true)
    expect(tile.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'cache-control': 'public, max-age=31536000, immutable',
      'access-control-allow-origin': '*',
    })
    const checkpoint = await app.inject('/log/checkpoint')
    expect(checkpoint.body).toBe('a note\n')
    expect(checkpoint.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'public, max-age=1',
    })
    expect((await app.inject('/log/tile/0/000')).statusCode).toBe(404)
  })

  it('are the only ones: the store is asked for nothing else', async () => {
    server.heard.splice(0)
    for (const path of ['if-none-match', '', 'tile', 'tile/0/', '../secret', 'tile/0/000.p/1%2f..', '?list-type=2'])
      expect((await app.inject(`/log/${path}`)).statusCode).toBe(404)
    expect(server.heard).toEqual([])
  })

  it('are for later while the store is away, and nothing of it is told', async () => {
    server.next.push(
      { status: 503, code: 'SlowDown' },
      { status: 503, code: 'SlowDown' },
      { status: 403 },
      'hangs',
      'hangs',
    )
    for (let time = 0; time < 3; time++) {
      const away = await app.inject({ url: '/log/checkpoint', headers: { 'accept-language': 'en' } })
      expect(away.statusCode).toBe(503)
      expect(away.json()).toMatchObject({
        type: 'urn:xinqiao:problem:not-available',
        detail: expect.stringContaining('cannot be read just now'),
      })
      expect(away.body).not.toMatch(/SlowDown|127\.0\.0\.1|KEY-OF-THE-HOUSE/)
    }
    expect((await app.inject('/log/checkpoint')).statusCode).toBe(200)
  })
})
