/** The object store in which the register publishes, as the environment says it. */
import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { z } from 'zod'
import { isKnownSecret } from './known-secrets.ts'

/** A place in a bucket of a store that speaks the S3 protocol, and the key with which the house writes there. */
export interface ObjectStoreSettings {
  /** `https://s3.example.gov.cn`, without a slash at the end. */
  readonly endpoint: string
  readonly region: string
  readonly bucket: string
  /** What stands before each path: `` or `register/log/`. */
  readonly prefix: string
  /** Where the bucket is named: `https://s3.example/bucket` or `https://bucket.s3.example`. */
  readonly addressing: 'path' | 'host'
  readonly keyId: string
  readonly secret: string
}

/** Shorter ones can be tried out by whoever catches one signed request. */
const shortestSecret = 16

const ownSecret = z
  .string()
  .refine((secret) => !isKnownSecret(secret), 'is a secret that everybody knows')
  .refine((secret) => secret.length >= shortestSecret, `has fewer than ${shortestSecret} characters`)
  .refine((secret) => /^[\x21-\x7e]*$/.test(secret), 'has blanks or signs that no secret has')

export const objectStoreVariables = {
  XINQIAO_LOG_STORE: z.string().refine(isPlace, 'is not s3://BUCKET or s3://BUCKET/PREFIX').optional(),
  XINQIAO_S3_ENDPOINT: z
    .string()
    .refine(isEndpoint, 'is not an https:// address without a path (http:// only on this machine)')
    .optional(),
  XINQIAO_S3_REGION: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,64}$/, 'is not a region')
    .optional(),
  XINQIAO_S3_ADDRESSING: z.enum(['path', 'host']).default('path'),
  XINQIAO_S3_KEY_ID: z
    .string()
    // it stands in a header, between a slash and a comma
    .regex(/^[\x21-\x2b\x2d\x2e\x30-\x7e]{1,128}$/, 'is not the name of a key')
    .optional(),
  XINQIAO_S3_SECRET: ownSecret.optional(),
  XINQIAO_S3_SECRET_FILE: z.string().transform(lineOf).pipe(ownSecret).optional(),
} as const

type Variables = z.infer<z.ZodObject<typeof objectStoreVariables>>

/** Needed together with a place. */
const needed = ['XINQIAO_S3_ENDPOINT', 'XINQIAO_S3_REGION', 'XINQIAO_S3_KEY_ID'] as const
const secrets = ['XINQIAO_S3_SECRET', 'XINQIAO_S3_SECRET_FILE'] as const

/** What does not go together: which variable, and in words why not. */
export function objectStoreMistakes(value: Variables): readonly (readonly [name: keyof Variables, why: string])[] {
  const given = ['XINQIAO_LOG_STORE' as const, ...needed, ...secrets].filter((name) => value[name] !== undefined)
  if (given.length === 0) return []
  const missing = (['XINQIAO_LOG_STORE', ...needed] as const).filter((name) => value[name] === undefined)
  const mistakes = missing.map((name) => [name, `is needed where ${given[0]} is set`] as const)
  return [...mistakes, ...secretMistakes(value, given[0] ?? ''), ...hostMistakes(value)]
}

function secretMistakes(value: Variables, first: string): readonly (readonly [keyof Variables, string])[] {
  const count = secrets.filter((name) => value[name] !== undefined).length
  if (count === 0) return [[secrets[0], `or ${secrets[1]} is needed where ${first} is set`]]
  return count === 1 ? [] : [[secrets[0], `and ${secrets[1]} are both set`]]
}

/** A bucket that becomes part of a name needs a name to be part of, and a certificate covers one label more and not two. */
function hostMistakes(value: Variables): readonly (readonly [keyof Variables, string])[] {
  const { XINQIAO_LOG_STORE: place, XINQIAO_S3_ENDPOINT: endpoint, XINQIAO_S3_ADDRESSING: addressing } = value
  if (addressing === 'path' || place === undefined || endpoint === undefined) return []
  if (isIP(new URL(endpoint).hostname.replaceAll(/[[\]]/g, '')) !== 0)
    return [['XINQIAO_S3_ADDRESSING', 'can be host only where the endpoint has a name and no number']]
  return placeIn(place)?.bucket.includes('.')
    ? [['XINQIAO_S3_ADDRESSING', 'can be host only for a bucket without dots in its name']]
    : []
}

/** Null: the register publishes into its folder. */
export function objectStoreFrom(value: Variables): ObjectStoreSettings | null {
  const place = value.XINQIAO_LOG_STORE === undefined ? null : placeIn(value.XINQIAO_LOG_STORE)
  const [endpoint, region, keyId] = needed.map((name) => value[name])
  const secret = value.XINQIAO_S3_SECRET ?? value.XINQIAO_S3_SECRET_FILE
  if (!place || endpoint === undefined || region === undefined || keyId === undefined || secret === undefined)
    return null
  return {
    ...place,
    endpoint: new URL(endpoint).origin,
    region,
    addressing: value.XINQIAO_S3_ADDRESSING,
    keyId,
    secret,
  }
}

/** Only signs that stand in an address as they are: stores differ in how they sign the others. */
const placeShape = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])((?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*){0,16})\/?$/

function placeIn(text: string): Pick<ObjectStoreSettings, 'bucket' | 'prefix'> | null {
  const [, bucket, folders = ''] = placeShape.exec(text) ?? []
  if (bucket === undefined || bucket.includes('..') || text.length > 500) return null
  return { bucket, prefix: folders === '' ? '' : `${folders.slice(1)}/` }
}

function isPlace(text: string): boolean {
  return placeIn(text) !== null
}

/** What goes over the line without TLS stays on this machine: whoever answers in the store’s place could take the log back. */
function isEndpoint(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, pathname, search, hash, username, password } = new URL(text)
  if (pathname !== '/' || [search, hash, username, password].some((part) => part !== '') || /[?#\s]/.test(text))
    return false
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(hostname))
}

/** The one line of a file, as secrets are handed to containers and services. */
function lineOf(path: string, ctx: z.RefinementCtx): string {
  try {
    return readFileSync(path, 'utf8').replace(/\r?\n$/, '')
  } catch (fault) {
    ctx.addIssue({ code: 'custom', message: `cannot be read: ${(fault as NodeJS.ErrnoException).code}` })
    return z.NEVER
  }
}
