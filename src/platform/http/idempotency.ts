import { createHmac } from 'node:crypto'
import { canonicalJson } from '../../engine/canonical-json.ts'
import { Problem } from './problem.ts'

/** A client's own name for what it is doing, so that sending it twice does it once. */
export interface IdempotencyKey {
  readonly key: string
  /** Says whether a repeat is the same request, without keeping what it said. */
  readonly digest: string
}

const keyShape = /^"?([A-Za-z0-9_.:-]{8,128})"?$/

/** Reads `Idempotency-Key`, quoted or not. Null when there is none. */
export function readIdempotencyKey(header: string | string[] | undefined): string | null {
  if (header === undefined) return null
  const key = typeof header === 'string' ? keyShape.exec(header.trim())?.[1] : undefined
  if (key === undefined)
    throw keyProblem('应为 8 至 128 个字母、数字或 _ . : -', 'should be 8 to 128 of letters, digits and _ . : -')
  return key
}

export const keyProblem = (zh: string, en: string): Problem =>
  new Problem('malformed', { errors: [{ in: 'header', path: 'Idempotency-Key', zh, en }] })

/**
 * The digest of a request: method, address and body in its one spelling. Keyed, because it outlives the sealed text: a
 * bare hash of few words could be guessed back to them (invariant 5).
 */
export function digestOf(secret: Uint8Array, method: string, url: string, body: unknown): string {
  return createHmac('sha256', secret).update(`${method}\n${url}\n`).update(spelling(body)).digest('base64url')
}

/** JSON can name numbers that no machine has, such as 1e400; they have no spelling. */
function spelling(body: unknown): string {
  try {
    return canonicalJson(body ?? null)
  } catch {
    throw new Problem('malformed-json')
  }
}
