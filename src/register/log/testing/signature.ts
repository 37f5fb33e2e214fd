/**
 * Checks requests as the store's side does, from the description of Signature Version 4 alone and with nothing of the library that
 * signs: the canonical request, the text to sign, and the key made for one day, region and service.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

export interface Received {
  readonly method: string
  /** As it stood in the request line, with the query. */
  readonly target: string
  /** In lower case. */
  readonly headers: Readonly<Record<string, string>>
}

export interface Credentials {
  readonly keyId: string
  readonly secret: string
  readonly region: string
}

const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Uint8Array, text: string): Buffer => createHmac('sha256', key).update(text).digest()

const shape =
  /^AWS4-HMAC-SHA256 Credential=([^/,]+)\/(\d{8})\/([^/,]+)\/s3\/aws4_request,\s*SignedHeaders=([a-z0-9;-]+),\s*Signature=([0-9a-f]{64})$/

/** How the store names what is wrong with it; null where the request is signed by that key, for that region, within the quarter hour. */
export function objectionTo(received: Received, { keyId, secret, region }: Credentials, now: Date): string | null {
  const [, key, date = '', where, names = '', signature = ''] = shape.exec(received.headers.authorization ?? '') ?? []
  if (key === undefined) return 'AccessDenied'
  if (key !== keyId) return 'InvalidAccessKeyId'
  if (where !== region) return 'AuthorizationHeaderMalformed'
  const signed = names.split(';')
  const mustBeSigned = ['host', ...Object.keys(received.headers).filter((name) => name.startsWith('x-amz-'))]
  if (!mustBeSigned.every((name) => signed.includes(name))) return 'AccessDenied'
  const time = received.headers['x-amz-date'] ?? ''
  const at = Date.parse(time.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
  if (!time.startsWith(date) || !(Math.abs(now.getTime() - at) <= 900_000)) return 'RequestTimeTooSkewed'
  const text = [
    'AWS4-HMAC-SHA256',
    time,
    `${date}/${region}/s3/aws4_request`,
    sha256(canonical(received, signed)),
  ].join('\n')
  const ofDay = ['s3', 'aws4_request'].reduce(hmac, hmac(hmac(`AWS4${secret}`, date), region))
  return timingSafeEqual(hmac(ofDay, text), Buffer.from(signature, 'hex')) ? null : 'SignatureDoesNotMatch'
}

function canonical({ method, target, headers }: Received, signed: readonly string[]): string {
  const [path = '', query = ''] = target.split('?')
  const pairs = query === '' ? [] : query.split('&').map((pair) => pair.split('=').map(decodeURIComponent))
  const asked = pairs.map(([name = '', value = '']) => `${encoded(name)}=${encoded(value)}`).sort()
  return [
    method,
    path.split('/').map(decodeURIComponent).map(encoded).join('/'),
    asked.join('&'),
    ...signed.map((name) => `${name}:${(headers[name] ?? '').trim().replace(/ +/g, ' ')}`),
    '',
    signed.join(';'),
    headers['x-amz-content-sha256'] ?? '',
  ].join('\n')
}

/** Everything but the unreserved signs of RFC 3986. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
