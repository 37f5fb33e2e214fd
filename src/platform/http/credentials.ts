import type {} from '@fastify/cookie'
import type { FastifyRequest } from 'fastify'
import { type PetitionNumber, parseNumber } from '../../kernel/petition-number.ts'
import { type PetitionerKey, readKey } from '../../kernel/petitioner-key.ts'
import type { Viewer } from '../../kernel/viewer.ts'

/** What a request brought along to say who sends it. */
export type Credentials =
  | { readonly kind: 'none' }
  | { readonly kind: 'session'; readonly token: string }
  | { readonly kind: 'petition'; readonly number: PetitionNumber; readonly key: PetitionerKey }
  /** Number or key has a slip of the hand in it: its check digits say so, and nothing was guessed. */
  | { readonly kind: 'slip'; readonly in: 'number' | 'key' }
  /** Something was brought, and it cannot be right. */
  | { readonly kind: 'unreadable' }

/** Who it is. `anyone` when the credentials are none, wrong or out of date; throws only for faults. */
export type Identify = (credentials: Credentials, address: string) => Promise<Viewer>

/** HttpOnly, SameSite=Strict, and Secure wherever the page came over TLS. */
export const sessionCookie = 'xinqiao_session'

/** What a browser keeps for the house beside a session. Each is HttpOnly and SameSite=Strict too, and opens nothing by itself. */
export const keptCookies = {
  /** That somebody has signed in from it before. */
  browser: 'xinqiao_browser',
  /** A sign-on that has begun and not come back yet. */
  signOn: 'xinqiao_sign_on',
} as const
export type KeptCookie = keyof typeof keptCookies

const sessionShape = /^[A-Za-z0-9_-]{16,256}$/
const petitionShape = /^petition\s+([^:]{1,64}):([^:]{1,64})$/i

/** `Authorization: Petition NUMBER:KEY`, or the session cookie of the desk. The header wins. */
export function credentialsOf(request: FastifyRequest): Credentials {
  const { authorization } = request.headers
  if (authorization !== undefined) return readAuthorization(authorization)
  const token = request.cookies[sessionCookie]
  if (token === undefined) return { kind: 'none' }
  return sessionShape.test(token) ? { kind: 'session', token } : { kind: 'unreadable' }
}

function readAuthorization(header: string): Credentials {
  const [, written, typed] = petitionShape.exec(header) ?? []
  if (written === undefined || typed === undefined) return { kind: 'unreadable' }
  const number = parseNumber(written)
  const key = readKey(typed)
  if (key.is === 'no-key') return { kind: 'unreadable' }
  if (number === null) return { kind: 'slip', in: 'number' }
  return key.is === 'slip' ? { kind: 'slip', in: 'key' } : { kind: 'petition', number, key: key.key }
}
