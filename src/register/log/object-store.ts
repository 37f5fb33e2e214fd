/** The log as objects in a bucket, which the store hands out by itself where the bucket is public. */
import type { ObjectStoreSettings } from '../../platform/object-store-config.ts'
import { sameBytes } from '../../proof/bytes.ts'
import { parseTilePath, tileWidth } from '../../proof/tile.ts'
import { answerOf, type Bucket, type BucketRequest, bucketAt, faultOf, type Patience, type Reply } from './bucket.ts'
import { cachingOf, checkpointPath, type LogStore, mediaTypeOf, PublishedOtherwise } from './store.ts'

export function objectStore(settings: ObjectStoreSettings, patience?: Patience): LogStore {
  const bucket = bucketAt(settings, patience)
  const keyOf = (path: string): string => settings.prefix + path
  const putOf = (path: string, bytes: Uint8Array): BucketRequest => ({
    ...{ method: 'PUT', key: keyOf(path), body: bytes },
    headers: { 'content-type': mediaTypeOf(path), 'cache-control': cachingOf(path) },
  })
  const read = async (path: string): Promise<Uint8Array | null> => {
    const request: BucketRequest = { method: 'GET', key: keyOf(path) }
    const reply = await bucket.ask(request)
    if (reply.status === 200) return reply.bytes
    // no other 404 will do: where a bucket is away, or somebody else answers, the log would begin anew over what is published
    if (reply.status === 404 && reply.code === 'NoSuchKey') return null
    throw faultOf(request, answerOf(reply))
  }
  const keepsWhatIsThere = once(() => triedOut(bucket, putOf(trialPath, Buffer.from(trialWords))))
  return {
    read,
    async add(path, bytes) {
      const put = putOf(path, bytes)
      if (await keepsWhatIsThere()) return addWhereNothingLies(bucket, put, () => isThere(read, path, bytes))
      // between looking and writing nobody comes: who publishes holds the lock of the database
      if (await isThere(read, path, bytes)) return
      expectDone(put, await bucket.ask(put))
    },
    async putCheckpoint(note) {
      const put = putOf(checkpointPath, Buffer.from(note))
      expectDone(put, await bucket.ask(put))
    },
    forget: (folders) => forgetIn(bucket, settings.prefix, folders),
  }
}

/** Whether the very same bytes lie there; false where nothing does. */
async function isThere(read: LogStore['read'], path: string, bytes: Uint8Array): Promise<boolean> {
  const there = await read(path)
  if (there !== null && !sameBytes(there, bytes)) throw new PublishedOtherwise(path)
  return there !== null
}

const isDone = ({ status }: Reply): boolean => status >= 200 && status < 300

function expectDone(request: BucketRequest, reply: Reply): void {
  if (!isDone(reply)) throw faultOf(request, answerOf(reply))
}

const unlessThere = (put: BucketRequest): BucketRequest => ({
  ...put,
  headers: { ...put.headers, 'if-none-match': '*' },
})

/** A store may say that something is in the way, and when one looks it is not: another writer has given up, or was removed. */
const mostConflicts = 3

async function addWhereNothingLies(bucket: Bucket, put: BucketRequest, isThere: () => Promise<boolean>): Promise<void> {
  const request = unlessThere(put)
  for (let conflicts = 1; ; conflicts++) {
    const reply = await bucket.ask(request)
    if (isDone(reply)) return
    // also when our own request was carried out and its answer lost
    if (reply.status !== 412 && reply.status !== 409) throw faultOf(request, answerOf(reply))
    if (await isThere()) return
    if (conflicts === mostConflicts) throw faultOf(request, answerOf(reply))
  }
}

const trialPath = 'if-none-match'
const trialWords = 'By this file the house finds out whether the store refuses to replace a file when it is asked to.\n'

/**
 * Whether the store refuses to replace what is there (If-None-Match). Some do not know how and say so; some do not know and write all
 * the same, which shows only when one tries.
 */
async function triedOut(bucket: Bucket, put: BucketRequest): Promise<boolean> {
  const request = unlessThere(put)
  for (let written = 0; written < 2; written++) {
    const reply = await bucket.ask(request)
    if (reply.status === 412 || reply.status === 409) return true
    if (doesNotKnow(reply)) return false
    expectDone(request, reply)
  }
  return false
}

/** Stores call it by different names; one that has no such bucket says the same to everything else. */
const doesNotKnow = ({ status, code }: Reply): boolean =>
  status === 501 || (status === 400 && unknownCodes.has(code)) || (status === 404 && code === 'NoSuchKey')

const unknownCodes = new Set(['', 'NotImplemented', 'InvalidArgument', 'InvalidRequest', 'BadRequest'])

/** Asks once and remembers the answer; a failure it forgets. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | null = null
  return () => {
    asked ??= ask().catch((fault: unknown) => {
      asked = null
      throw fault
    })
    return asked
  }
}

/** What is not removed in this time stays: it costs a little room and misleads nobody. */
const forgetMs = 5_000
const deletesAtOnce = 16

async function forgetIn(bucket: Bucket, prefix: string, folders: readonly string[]): Promise<void> {
  const until = performance.now() + forgetMs
  try {
    for (const folder of folders) {
      const keys = await partialsIn(bucket, prefix, folder)
      for (let at = 0; at < keys.length; at += deletesAtOnce) {
        if (performance.now() > until) return
        await Promise.all(keys.slice(at, at + deletesAtOnce).map((key) => bucket.ask({ method: 'DELETE', key })))
      }
    }
  } catch {
    // the store is away: whatever else waits for it says so
  }
}

/** A tile has 255 partial forms at most, so a few pages are all that a store in its right mind has. */
const mostPages = 8

/** Only partial tiles, whatever else the store names. */
async function partialsIn(bucket: Bucket, prefix: string, folder: string): Promise<readonly string[]> {
  const keys: string[] = []
  const query = { 'list-type': '2', prefix: `${prefix}${folder}/` }
  for (let page = 0, next: string | null = null; page < mostPages; page++) {
    const request: BucketRequest = {
      ...{ method: 'GET', key: '' },
      query: next === null ? query : { ...query, 'continuation-token': next },
    }
    const reply = await bucket.ask(request)
    expectDone(request, reply)
    const listed = textsOf('Key', reply.bytes)
    keys.push(...listed.filter((key) => key.startsWith(query.prefix) && isPartial(key.slice(prefix.length))))
    next =
      textsOf('IsTruncated', reply.bytes)[0] === 'true'
        ? (textsOf('NextContinuationToken', reply.bytes)[0] ?? null)
        : null
    if (next === null) break
  }
  return keys
}

function isPartial(path: string): boolean {
  const tile = parseTilePath(path)
  return tile !== null && tile.width < tileWidth
}

/** The contents of each such element. The names that are looked for have no signs that XML writes otherwise, a token may have. */
function textsOf(element: string, xml: Uint8Array): readonly string[] {
  const found = Buffer.from(xml)
    .toString('utf8')
    .matchAll(new RegExp(`<${element}>([^<]*)</${element}>`, 'g'))
  return [...found].map(([, text = '']) =>
    text.replaceAll(/&(amp|lt|gt|quot|apos|#39|#34);/g, (_, name) => signs[name] ?? ''),
  )
}

const signs: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#39': "'",
  '#34': '"',
}
