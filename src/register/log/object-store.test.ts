import dns from 'node:dns'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ObjectStoreSettings } from '../../platform/object-store-config.ts'
import type { Patience } from './bucket.ts'
import { objectStore } from './object-store.ts'
import { type LogStore, PublishedOtherwise, StoreFault } from './store.ts'
import { type Mischief, openTestStore, type TestStore } from './testing/s3-server.ts'

/** Long enough for a machine that has much to do; short where somebody is silent. */
const patience: Patience = { tries: 4, tryMs: 5_000, restMs: 1, wholeMs: 20_000 }
const shortPatience: Patience = { ...patience, tryMs: 400 }
const patienceWith = (mischief: Mischief): Patience => (mischief === 'hangs' ? shortPatience : patience)

let server: TestStore
let store: LogStore
beforeEach(async () => {
  server = await openTestStore()
  store = objectStore(server.settings, patience)
})
afterEach(() => server.close())

const text = async (path: string) => Buffer.from((await store.read(path)) ?? []).toString()
const another = (changed: Partial<ObjectStoreSettings>, wait = patience) =>
  objectStore({ ...server.settings, ...changed }, wait)

/** A store that has been found to refuse what it should. */
async function triedOut(): Promise<void> {
  await store.add('tile/0/009', Buffer.from('nine'))
  server.heard.splice(0)
}

describe('The object store', () => {
  it('gets each file with its media type, and the time for which it may be kept', async () => {
    await store.add('tile/entries/000.p/3', Buffer.from('abc'))
    await store.putCheckpoint('note\n')
    expect(server.objects.get('log/tile/entries/000.p/3')?.headers).toEqual({
      'content-type': 'application/octet-stream',
      'cache-control': 'public, max-age=31536000, immutable',
    })
    expect(server.objects.get('log/checkpoint')?.headers).toEqual({
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'public, max-age=1',
    })
  })

  it('is found as part of the name too', async () => {
    const lookup = dns.lookup
    // what stands in the place of the operator’s name server
    vi.spyOn(dns, 'lookup').mockImplementation(((name: string, ...rest: unknown[]) =>
      (lookup as (...all: unknown[]) => void)(
        name.endsWith('.localhost') ? 'localhost' : name,
        ...rest,
      )) as typeof lookup)
    const named = await openTestStore({ addressing: 'host' })
    const endpoint = named.settings.endpoint.replace('127.0.0.1', 'localhost')
    const other = objectStore({ ...named.settings, endpoint }, patience)
    await other.add('tile/0/000', Buffer.from('abc'))
    await other.forget(['tile/0/000.p'])
    expect([...named.objects.keys()]).toEqual(['log/if-none-match', 'log/tile/0/000'])
    expect(named.heard.at(-1)).toBe('GET  200')
    await named.close()
  })

  it('lies at the beginning of the bucket where no folder is named', async () => {
    await another({ prefix: '' }).add('tile/0/000', Buffer.from('abc'))
    expect([...server.objects.keys()]).toEqual(['if-none-match', 'tile/0/000'])
  })
})

describe('What the store refuses to replace', () => {
  it('is found out once, and then each file is one request', async () => {
    await Promise.all([0, 1, 2].map((at) => store.add(`tile/0/00${at}`, Buffer.from(`${at}`))))
    expect(server.heard.toSorted()).toEqual([
      'PUT log/if-none-match 200',
      'PUT log/if-none-match 412',
      ...[0, 1, 2].map((at) => `PUT log/tile/0/00${at} 200`),
    ])
  })

  it.each(['unknown', 'ignored'] as const)('is looked at first where conditions are %s', async (conditions) => {
    server.conditions = conditions
    await triedOut()
    await store.add('tile/0/000', Buffer.from('abc'))
    expect(server.heard).toEqual(['GET log/tile/0/000 404', 'PUT log/tile/0/000 200'])
    await expect(store.add('tile/0/000', Buffer.from('abd'))).rejects.toThrow(PublishedOtherwise)
    expect(server.heard.slice(2)).toEqual(['GET log/tile/0/000 200'])
    expect(await text('tile/0/000')).toBe('abc')
  })

  it('is not known where the trial failed, and is tried again', async () => {
    server.next.push(...Array<Mischief>(4).fill({ status: 503, code: 'SlowDown' }))
    await expect(store.add('tile/0/000', Buffer.from('abc'))).rejects.toThrow(/503 SlowDown/)
    await triedOut()
    expect(server.heard).toEqual([])
    await store.add('tile/0/000', Buffer.from('abc'))
    expect(server.heard).toEqual(['PUT log/tile/0/000 200'])
  })

  it('is not taken for unknown because the key may not write', async () => {
    server.next.push({ status: 403, code: 'AccessDenied' })
    await expect(store.add('tile/0/000', Buffer.from('abc'))).rejects.toThrow(/403 AccessDenied/)
    expect(server.heard).toEqual(['PUT log/if-none-match 403'])
  })

  it('may be in the way and then gone: it is written once more, and not for ever', async () => {
    await triedOut()
    const conflict = { status: 409, code: 'ConditionalRequestConflict' } as const
    // the look at what lies there goes through between them
    const look: Mischief = { status: 404, code: 'NoSuchKey' }
    server.next.push(conflict, look)
    await store.add('tile/0/000', Buffer.from('abc'))
    expect(server.heard.map((line) => line.slice(-3))).toEqual(['409', '404', '200'])
    server.next.push(conflict, look, conflict, look, conflict, look)
    await expect(store.add('tile/0/001', Buffer.from('abc'))).rejects.toThrow(/409 ConditionalRequestConflict/)
    expect(server.objects.has('log/tile/0/001')).toBe(false)
  })
})

describe('A store that misbehaves', () => {
  const passing: readonly (readonly [string, Mischief])[] = [
    ['fails', { status: 500, code: 'InternalError' }],
    ['is overrun', { status: 503, code: 'SlowDown' }],
    ['counts requests', { status: 429 }],
    ['says nothing', 'hangs'],
    ['hangs up', 'answer lost'],
    ['cuts its answer short', 'truncated'],
    ['pours without an end', 'endless'],
  ]

  it.each(passing)('once %s: reading goes through', async (_, mischief) => {
    await store.putCheckpoint('a note of some length\n')
    server.next.push(mischief)
    const note = await another({}, patienceWith(mischief)).read('checkpoint')
    expect(Buffer.from(note ?? []).toString()).toBe('a note of some length\n')
    expect(server.heard).toHaveLength(3)
  })

  it.each(passing)('once %s: so does writing, and nothing is taken for another’s', async (_, mischief) => {
    store = another({}, patienceWith(mischief))
    await triedOut()
    server.next.push(mischief)
    await store.add('tile/0/000', Buffer.from('abc'))
    expect(await text('tile/0/000')).toBe('abc')
  })

  it.each(passing)(
    'always %s: it is a fault after so many tries, and says nothing of what lies there',
    async (_, mischief) => {
      store = another({}, patienceWith(mischief))
      await triedOut()
      const all = Array<Mischief>(4).fill(mischief)
      server.next.push(...all)
      await expect(store.read('checkpoint')).rejects.toThrow(StoreFault)
      server.next.push(...all)
      await expect(store.add('tile/0/000', Buffer.from('abc'))).rejects.toThrow(StoreFault)
      expect(server.heard).toHaveLength(8)
    },
  )

  it('gets what was damaged on the way once more', async () => {
    await triedOut()
    server.next.push('damaged')
    await store.add('tile/0/000', Buffer.from('abc'))
    expect(server.heard).toEqual(['PUT log/tile/0/000 400', 'PUT log/tile/0/000 200'])
    expect(await text('tile/0/000')).toBe('abc')
  })

  it('has published otherwise, where it gives back other bytes', async () => {
    await store.add('tile/0/000', Buffer.from('abc'))
    server.objects.set('log/tile/0/000', { bytes: Buffer.from('abX'), headers: {} })
    await expect(store.add('tile/0/000', Buffer.from('abc'))).rejects.toThrow(PublishedOtherwise)
  })

  it.each([
    ['refuses', { status: 403, code: 'AccessDenied' }],
    ['does not know how', { status: 501, code: 'NotImplemented' }],
    ['has no such bucket', { status: 404, code: 'NoSuchBucket' }],
    ['is somebody else', { status: 404 }],
    ['says that nothing has changed', { status: 304 }],
    ['answers with nothing', { status: 204 }],
  ] as const)('%s: that is an answer and not an absence, and is not asked for again', async (_, mischief) => {
    server.next.push(mischief)
    await expect(store.read('checkpoint')).rejects.toThrow(StoreFault)
    expect(server.heard).toHaveLength(1)
  })

  it('sends the house elsewhere: nobody goes', async () => {
    const visitors: string[] = []
    const elsewhere = createServer(({ url, headers }, answer) => {
      visitors.push(`${url} ${headers.authorization}`)
      answer.end('a checkpoint')
    })
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
    const location = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/checkpoint`
    for (const status of [301, 302, 307, 308]) {
      server.next.push({ status, code: 'PermanentRedirect', headers: { location } })
      await expect(store.read('checkpoint')).rejects.toThrow(`${status} PermanentRedirect`)
    }
    expect(visitors).toEqual([])
    elsewhere.close()
  })

  it('keeps nobody waiting for longer than was said', async () => {
    server.next.push(...Array<Mischief>(50).fill('hangs'))
    const impatient = another({}, { tries: 50, tryMs: 100, restMs: 10, wholeMs: 250 })
    const since = performance.now()
    await expect(impatient.read('checkpoint')).rejects.toThrow('no answer in time')
    expect(performance.now() - since).toBeLessThan(3_000)
    expect(server.heard.length).toBeGreaterThan(1)
    expect(server.heard.length).toBeLessThan(6)
  })

  it('is not there at all', async () => {
    const closed = await openTestStore()
    await closed.close()
    const nobody = another({ endpoint: closed.settings.endpoint })
    await expect(nobody.read('checkpoint')).rejects.toThrow(/GET log\/checkpoint: .*ECONNREFUSED/)
    await expect(nobody.putCheckpoint('note')).rejects.toThrow(StoreFault)
  })

  it.each([
    ['another secret', { secret: 'another-secret-of-some-length' }, '403 SignatureDoesNotMatch'],
    ['another key', { keyId: 'another' }, '403 InvalidAccessKeyId'],
    ['another region', { region: 'us-east-1' }, '400 AuthorizationHeaderMalformed'],
    ['another bucket', { bucket: 'another' }, '404 NoSuchBucket'],
  ])('is asked with %s: the words say what it said, and no secret', async (_, changed, words) => {
    const wrong = another(changed)
    const deeds = [wrong.read('checkpoint'), wrong.putCheckpoint('note'), wrong.add('tile/0/000', Buffer.from('a'))]
    for (const done of await Promise.allSettled(deeds)) {
      const fault = (done as PromiseRejectedResult).reason as StoreFault
      expect(fault).toBeInstanceOf(StoreFault)
      expect(fault.message).toContain(words)
      const all = `${fault.stack} ${JSON.stringify(fault, Object.getOwnPropertyNames(fault))}`
      for (const secret of [server.settings.secret, server.settings.keyId, 'another-secret', 'Signature=', 'AWS4'])
        expect(all).not.toContain(secret)
    }
    expect(server.objects.size).toBe(0)
  })
})

describe('Forgetting in a bucket', () => {
  const forgotten = 'tile/0/000.p'

  it('goes through all pages', async () => {
    for (let width = 1; width < 256; width++)
      server.objects.set(`log/${forgotten}/${width}`, { bytes: Buffer.from('x'), headers: {} })
    server.pageSize = 100
    await store.forget([forgotten])
    expect([...server.objects.keys()]).toEqual([])
    expect(server.heard.filter((line) => line === 'GET  200')).toHaveLength(3)
  })

  it('removes partial tiles and nothing else that lies there', async () => {
    for (const path of [`${forgotten}/1`, `${forgotten}/256`, `${forgotten}/07`, `${forgotten}/1/note`, 'tile/0/000'])
      server.objects.set(`log/${path}`, { bytes: Buffer.from('x'), headers: {} })
    server.objects.set('tile/0/000.p/1', { bytes: Buffer.from('of another'), headers: {} })
    await store.forget([forgotten])
    expect([...server.objects.keys()]).toHaveLength(5)
    expect(server.objects.has(`log/${forgotten}/1`)).toBe(false)
  })

  it('removes nothing outside the folder, whatever the store names', async () => {
    const named = ['log/checkpoint', 'log/tile/0/001.p/1', 'tile/0/000.p/1', `../log/${forgotten}/1`]
    const body = `<ListBucketResult>${named.map((key) => `<Key>${key}</Key>`).join('')}</ListBucketResult>`
    const liar = createServer((incoming, answer) => {
      heard.push(incoming.method ?? '')
      answer.end(body)
    })
    const heard: string[] = []
    await new Promise<void>((resolve) => liar.listen(0, '127.0.0.1', resolve))
    const endpoint = `http://127.0.0.1:${(liar.address() as AddressInfo).port}`
    await another({ endpoint }).forget([forgotten])
    expect(heard).toEqual(['GET'])
    liar.close()
  })

  it('is no fault where it fails', async () => {
    store = another({}, shortPatience)
    server.next.push({ status: 403, code: 'AccessDenied' })
    await store.forget([forgotten])
    server.next.push(...Array<Mischief>(4).fill('hangs'))
    await store.forget([forgotten, 'tile/0/001.p'])
    expect(server.heard).toHaveLength(5)
  })
})
