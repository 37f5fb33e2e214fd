/**
 * The portal's way to the house. A call ends in a value, never in a throw: the line of a phone breaks often, and each page must say
 * plainly what happened and that nothing was lost.
 */
import type { Bilingual } from '../../shared/language.ts'

export interface FieldError extends Bilingual {
  readonly path: string
}

export type Trouble =
  /** No answer came. Whether the request arrived is not known. */
  | { readonly kind: 'no-answer' }
  /** The house answered and said no. */
  | {
      readonly kind: 'refused'
      readonly status: number
      readonly refusal: string | null
      readonly message: Bilingual
      readonly errors: readonly FieldError[]
      readonly retryAfterSeconds: number | null
    }
  /** The house failed. */
  | { readonly kind: 'fault'; readonly id: string | null }

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly trouble: Trouble }

export interface Call {
  readonly method?: 'GET' | 'POST'
  readonly body?: unknown
  readonly idempotencyKey?: string
  readonly opens?: Opener
}

/** What opens one petition: its number and the petitioner's key. */
export interface Opener {
  readonly number: string
  readonly key: string
}

const patienceMs = 60_000

export async function call<T>(
  path: string,
  { method = 'GET', body, idempotencyKey, opens }: Call = {},
): Promise<Answer<T>> {
  const headers: Record<string, string> = { accept: 'application/json, application/problem+json' }
  if (body !== undefined) headers['content-type'] = 'application/json'
  if (idempotencyKey !== undefined) headers['idempotency-key'] = idempotencyKey
  if (opens) headers.authorization = authorization(opens)
  const request: RequestInit = { method, headers, credentials: 'omit', cache: 'no-store' }
  if (body !== undefined) request.body = JSON.stringify(body)
  try {
    const response = await within(patienceMs, fetch(path, request))
    return response.ok
      ? { ok: true, value: (await jsonOf(response)) as T }
      : { ok: false, trouble: await troubleOf(response) }
  } catch {
    return { ok: false, trouble: { kind: 'no-answer' } }
  }
}

export const authorization = ({ number, key }: Opener): string => `Petition ${number}:${key}`

/** The file behind a link that needs the key: the browser cannot send a header from a plain link. */
export async function fetchFile(path: string, opens: Opener): Promise<Answer<Blob>> {
  try {
    const response = await fetch(path, {
      headers: { authorization: authorization(opens) },
      credentials: 'omit',
      cache: 'no-store',
    })
    return response.ok ? { ok: true, value: await response.blob() } : { ok: false, trouble: await troubleOf(response) }
  } catch {
    return { ok: false, trouble: { kind: 'no-answer' } }
  }
}

/** Old phones cannot abort a request; then it is only no longer waited for. */
function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer in time')), ms)
    promise.then(
      (value) => {
        clearTimeout(timer)
        resolve(value)
      },
      (fault: unknown) => {
        clearTimeout(timer)
        reject(fault instanceof Error ? fault : new Error('no answer'))
      },
    )
  })
}

async function jsonOf(response: Response): Promise<unknown> {
  const text = await response.text()
  return text === '' ? null : JSON.parse(text)
}

async function troubleOf(response: Response): Promise<Trouble> {
  const problem = await response.text().then(readProblem, () => ({}))
  return troubleFrom(response.status, problem, response.headers.get('retry-after'))
}

function readProblem(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : {}
  } catch {
    return {}
  }
}

/** Reads a problem (RFC 9457). Whatever stands in between, such as a gateway, may answer something else. */
export function troubleFrom(status: number, problem: Record<string, unknown>, retryAfter: string | null): Trouble {
  if (status >= 500) return { kind: 'fault', id: textOr(problem.requestId, null) }
  const detail = textOr(problem.detail, textOr(problem.title, `HTTP ${status}`))
  const seconds = Number(retryAfter)
  return {
    kind: 'refused',
    status,
    refusal: textOr(problem.refusal, null),
    message: bilingual(problem.messages, detail),
    errors: Array.isArray(problem.errors) ? problem.errors.filter(isRecord).map(fieldError) : [],
    retryAfterSeconds: retryAfter !== null && seconds > 0 ? Math.ceil(seconds) : null,
  }
}

const fieldError = (error: Record<string, unknown>): FieldError => ({
  path: textOr(error.path, ''),
  ...bilingual(error, textOr(error.path, '')),
})

function bilingual(value: unknown, otherwise: string): Bilingual {
  const record = isRecord(value) ? value : {}
  return { zh: textOr(record.zh, otherwise), en: textOr(record.en, otherwise) }
}

function textOr<T extends string | null>(value: unknown, otherwise: T): string | T {
  return typeof value === 'string' && value !== '' ? value : otherwise
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
