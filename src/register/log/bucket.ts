/** One bucket over the S3 protocol: each request signed, in time, answered with so much and no more, and tried again where that helps. */
import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { AwsV4Signer } from 'aws4fetch'
import type { ObjectStoreSettings } from '../../platform/object-store-config.ts'
import { StoreFault } from './store.ts'

export interface BucketRequest {
  readonly method: 'GET' | 'PUT' | 'DELETE'
  /** Within the bucket; empty for the bucket itself. */
  readonly key: string
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Uint8Array
}

export interface Reply {
  readonly status: number
  /** How the store calls what is the matter: `NoSuchKey`. Empty where nothing is. */
  readonly code: string
  readonly bytes: Uint8Array
}

/** How long the house waits for a store. */
export interface Patience {
  readonly tries: number
  /** For one try, its answer included. */
  readonly tryMs: number
  /** Before the second try; doubled before each further one. */
  readonly restMs: number
  /** For everything. */
  readonly wholeMs: number
}

/** Short, because petitioners wait for proofs that are read there. */
export const usualPatience: Patience = { tries: 4, tryMs: 5_000, restMs: 200, wholeMs: 15_000 }

export interface Bucket {
  /** Answers with whatever the store has decided. Throws StoreFault where it came to no decision. */
  ask(request: BucketRequest): Promise<Reply>
}

export function bucketAt(settings: ObjectStoreSettings, patience: Patience = usualPatience): Bucket {
  // signing keys are made anew each day; yesterday's are of no use to anybody
  const signingKeys = new Map<string, ArrayBuffer>()
  const once = async (request: BucketRequest, waitMs: number): Promise<Reply> => {
    const { method, url, headers, body } = await signed(settings, request, signingKeys)
    const response = await fetch(url, {
      ...{ method, headers, body: body ?? null },
      // a redirection is an answer like any other: nobody is followed who is not the store that was named
      redirect: 'manual',
      signal: AbortSignal.timeout(waitMs),
    })
    const bytes = await atMost(mostBytes, response)
    return { status: response.status, code: response.ok ? '' : codeIn(bytes), bytes }
  }
  return { ask: (request) => untilDecided(request, once, patience) }
}

async function untilDecided(
  request: BucketRequest,
  once: (request: BucketRequest, waitMs: number) => Promise<Reply>,
  { tries, tryMs, restMs, wholeMs }: Patience,
): Promise<Reply> {
  const until = performance.now() + wholeMs
  for (let tried = 1; ; tried++) {
    const waitMs = Math.max(1, Math.min(tryMs, Math.ceil(until - performance.now())))
    const reply = await once(request, waitMs).catch((fault: unknown) => wordsOf(fault))
    if (typeof reply !== 'string' && !mayPass(reply)) return reply
    const rest = restMs * 2 ** (tried - 1)
    if (tried === tries || performance.now() + rest >= until)
      throw faultOf(request, typeof reply === 'string' ? reply : answerOf(reply))
    await pause(rest)
  }
}

/** What the store did not come to decide, and damage on the way: the same request may go well the next time. */
function mayPass({ status, code }: Reply): boolean {
  return (status >= 500 && status !== 501) || status === 429 || status === 408 || passingCodes.has(code)
}

const passingCodes = new Set(['BadDigest', 'XAmzContentSHA256Mismatch', 'RequestTimeout', 'IncompleteBody', 'SlowDown'])

export const answerOf = ({ status, code }: Reply): string => `${status} ${code}`.trimEnd()

export const faultOf = ({ method, key }: BucketRequest, what: string): StoreFault =>
  new StoreFault(`the object store: ${method} ${key || 'of the bucket'}: ${what}`)

/** The outside of a fault and not its inside: what lies there may be a request, and that is signed. */
function wordsOf(fault: unknown): string {
  if (!(fault instanceof Error)) return 'no answer'
  if (fault.name === 'TimeoutError') return 'no answer in time'
  const { cause } = fault as { cause?: { code?: unknown; message?: unknown } }
  return [fault.message, cause?.code ?? cause?.message].filter((word) => typeof word === 'string').join(': ')
}

const emptyHash = createHash('sha256').digest('hex')

/**
 * The hash of the body is signed with the rest, so that a store refuses a body that was damaged on the way; with MD5 as well, which
 * those check that do not check the other, and which buckets under a lock ask for.
 */
async function signed(settings: ObjectStoreSettings, request: BucketRequest, cache: Map<string, ArrayBuffer>) {
  const { region, keyId, secret } = settings
  const { method, body, headers } = request
  const signer = new AwsV4Signer({
    ...{ method, url: addressOf(settings, request), service: 's3', region, cache },
    ...{ accessKeyId: keyId, secretAccessKey: secret },
    headers: {
      ...headers,
      'x-amz-content-sha256': body === undefined ? emptyHash : createHash('sha256').update(body).digest('hex'),
      ...(body === undefined ? {} : { 'content-md5': createHash('md5').update(body).digest('base64') }),
    },
  })
  const { url, headers: signedHeaders } = await signer.sign()
  return { method, url, headers: signedHeaders, body }
}

/** Where a key lies. Its signs stand for themselves: settings and paths of the log have no others. */
export function addressOf(
  { endpoint, bucket, addressing }: ObjectStoreSettings,
  { key, query = {} }: Pick<BucketRequest, 'key' | 'query'>,
): string {
  const place = addressing === 'path' ? `${endpoint}/${bucket}` : endpoint.replace('://', `://${bucket}.`)
  const asked = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return `${place}/${key}${asked.length === 0 ? '' : `?${asked.join('&')}`}`
}

/** A page of a thousand names is the largest answer that the house asks for. */
const mostBytes = 2 * 1024 * 1024

async function atMost(limit: number, response: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of response.body ?? []) {
    length += part.length
    // leaving the loop closes the connection
    if (length > limit) throw new Error(`the answer has more than ${limit} bytes`)
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** One word out of the answer: the rest of it repeats what was signed, and by which key. */
const codeIn = (bytes: Uint8Array): string =>
  /<Code>([A-Za-z0-9]{1,64})<\/Code>/.exec(Buffer.from(bytes.subarray(0, 4096)).toString('latin1'))?.[1] ?? ''
