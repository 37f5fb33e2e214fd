/** An object store on loopback that does what the protocol says, checks every signature and digest, and misbehaves when it is told to. */
import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ObjectStoreSettings } from '../../../platform/object-store-config.ts'
import { objectionTo } from './signature.ts'

/** What the store does with If-None-Match on a PUT: as it should, says that it does not know it, or writes all the same. */
export type Conditions = 'kept' | 'unknown' | 'ignored'

/** Instead of an answer, once. */
export type Mischief =
  | { readonly status: number; readonly code?: string; readonly headers?: Record<string, string> }
  /** Carries the request out and then says nothing. */
  | 'answer lost'
  | 'hangs'
  | 'truncated'
  | 'endless'
  /** As if the body had been damaged on the way. */
  | 'damaged'

interface StoredObject {
  readonly bytes: Buffer
  readonly headers: Readonly<Record<string, string>>
}

export interface TestStore {
  readonly settings: ObjectStoreSettings
  readonly objects: Map<string, StoredObject>
  /** `PUT log/checkpoint 200`, in the order of arrival. */
  readonly heard: string[]
  conditions: Conditions
  pageSize: number
  /** What to do with the requests that come next, one after the other. */
  readonly next: Mischief[]
  close(): Promise<void>
}

interface Answer {
  readonly status: number
  readonly body?: Uint8Array
  readonly headers?: Readonly<Record<string, string>>
}

const errorAnswer = (status: number, code: string): Answer => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>no</Message></Error>`),
})

export async function openTestStore(
  changed: Partial<ObjectStoreSettings> = {},
  conditions: Conditions = 'kept',
): Promise<TestStore> {
  const objects = new Map<string, StoredObject>()
  const heard: string[] = []
  const next: Mischief[] = []
  const server = createServer((incoming, outgoing) => {
    receive(store, incoming, outgoing).catch((fault) => outgoing.destroy(fault))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const settings: ObjectStoreSettings = {
    ...{
      endpoint: `http://127.0.0.1:${port}`,
      region: 'cn-qp-1',
      bucket: 'register',
      prefix: 'log/',
      addressing: 'path',
    },
    ...{ keyId: 'KEY-OF-THE-HOUSE', secret: 'b2+Ufer/Kiesel-liegt-rund-im-Fluss' },
    ...changed,
  }
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  const store: TestStore = { settings, objects, heard, conditions, pageSize: 1000, next, close }
  return store
}

async function receive(store: TestStore, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const mischief = store.next.shift()
  const parts: Buffer[] = []
  for await (const part of incoming) parts.push(part)
  let body = Buffer.concat(parts)
  if (mischief === 'damaged') body = Buffer.concat([body.subarray(1), Buffer.from('!')])
  const path = placeOf(store, incoming)
  const isHandled = mischief === undefined || typeof mischief === 'string'
  const answer: Answer =
    isHandled && mischief !== 'hangs'
      ? answerTo(store, incoming, path, body)
      : errorAnswer(
          typeof mischief === 'object' ? mischief.status : 0,
          (typeof mischief === 'object' && mischief.code) || '',
        )
  store.heard.push(`${incoming.method} ${path} ${answer.status}`)
  if (mischief === 'hangs') return
  if (mischief === 'answer lost') return void outgoing.destroy()
  const extra = typeof mischief === 'object' ? mischief.headers : {}
  const length = mischief === 'endless' ? {} : { 'content-length': String(answer.body?.length ?? 0) }
  outgoing.writeHead(answer.status, { ...answer.headers, ...extra, ...length })
  if (mischief === 'truncated') {
    outgoing.write(answer.body?.subarray(0, 5))
    setTimeout(() => outgoing.destroy(), 20)
  } else if (mischief === 'endless') {
    const pour = () => outgoing.write(Buffer.alloc(65_536)) && setImmediate(pour)
    outgoing.on('drain', pour)
    pour()
  } else outgoing.end(answer.body)
}

/** The key within the bucket; null for another bucket. Found where the style of the house puts it. */
function placeOf({ settings }: TestStore, incoming: IncomingMessage): string | null {
  const path = decodeURIComponent((incoming.url ?? '').split('?')[0] ?? '').slice(1)
  if (settings.addressing === 'host') return incoming.headers.host?.startsWith(`${settings.bucket}.`) ? path : null
  return path === settings.bucket || path.startsWith(`${settings.bucket}/`)
    ? path.slice(settings.bucket.length + 1)
    : null
}

function answerTo(store: TestStore, incoming: IncomingMessage, key: string | null, body: Buffer): Answer {
  const headers = incoming.headers as Record<string, string>
  const { method = '', url: target = '' } = incoming
  const objection = objectionTo({ method, target, headers }, store.settings, new Date())
  if (objection !== null) return errorAnswer(objection === 'AuthorizationHeaderMalformed' ? 400 : 403, objection)
  if (headers['x-amz-content-sha256'] !== createHash('sha256').update(body).digest('hex'))
    return errorAnswer(400, 'XAmzContentSHA256Mismatch')
  const md5 = createHash('md5').update(body).digest('base64')
  if (method === 'PUT' && headers['content-md5'] !== md5) return errorAnswer(400, 'BadDigest')
  if (key === null) return errorAnswer(404, 'NoSuchBucket')
  if (method === 'PUT') return keep(store, key, body, headers)
  if (method === 'GET' && key === '') return list(store, new URLSearchParams(target.split('?')[1]))
  const found = store.objects.get(key)
  if (method === 'DELETE') {
    store.objects.delete(key)
    return { status: 204 }
  }
  return found ? { status: 200, body: found.bytes, headers: found.headers } : errorAnswer(404, 'NoSuchKey')
}

function keep(store: TestStore, key: string, bytes: Buffer, headers: Readonly<Record<string, string>>): Answer {
  const isConditional = headers['if-none-match'] !== undefined
  if (isConditional && store.conditions === 'unknown') return errorAnswer(501, 'NotImplemented')
  if (isConditional && store.conditions === 'kept' && store.objects.has(key))
    return errorAnswer(412, 'PreconditionFailed')
  const kept = ['content-type', 'cache-control'].map((name) => [name, headers[name] ?? ''])
  store.objects.set(key, { bytes, headers: Object.fromEntries(kept) })
  return { status: 200 }
}

function list(store: TestStore, query: URLSearchParams): Answer {
  if (query.get('list-type') !== '2') return errorAnswer(501, 'NotImplemented')
  const prefix = query.get('prefix') ?? ''
  // a token that XML and addresses write otherwise
  const after = (query.get('continuation-token') ?? '').replace(/^<&"\+/, '')
  const all = [...store.objects.keys()].filter((key) => key.startsWith(prefix) && key > after).sort()
  const page = all.slice(0, store.pageSize)
  const isTruncated = all.length > page.length
  const body = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<ListBucketResult><Prefix>${prefix}</Prefix><IsTruncated>${isTruncated}</IsTruncated>`,
    ...page.map((key) => `<Contents><Key>${key}</Key><Size>1</Size></Contents>`),
    ...(isTruncated ? [`<NextContinuationToken>&lt;&amp;&quot;+${page.at(-1)}</NextContinuationToken>`] : []),
    '</ListBucketResult>',
  ]
  return { status: 200, body: Buffer.from(body.join('\n')), headers: { 'content-type': 'application/xml' } }
}
