/**
 * The client of the house's own API. Methods, paths, what is sent and what comes back are checked against the contracts'
 * types; of the contracts themselves nothing reaches the browser.
 */
import type { EndpointDefinition, Input, Received } from '../../platform/http/endpoint.ts'
import type { Language } from './language.ts'
import { type Problem, readProblem, Unreachable } from './problem.ts'

/** The parts of a request that an endpoint has, and no others. */
export type Sent<E extends EndpointDefinition> = {
  readonly [Part in keyof Input<E> as Input<E>[Part] extends undefined ? never : Part]: Input<E>[Part]
}

export interface CallOptions {
  readonly signal?: AbortSignal
  /** Sent as `Idempotency-Key`, so that a request repeated after a dropped connection is carried out once. */
  readonly idempotencyKey?: string
  /** Sent as `If-Match`: the version that the person was looking at. */
  readonly version?: number
}

export interface ApiSetting {
  readonly language: () => Language
  /** `Petition NUMBER:KEY` at the portal; the desk has its cookie. */
  readonly authorization?: () => string | null
  /** Told of every answer that says the session is over. */
  readonly onSignedOut?: () => void
}

export type Call = <E extends EndpointDefinition>(
  method: E['method'],
  path: E['path'],
  sent: Sent<E>,
  options?: CallOptions,
) => Promise<Received<E>>

interface AnySent {
  readonly params?: Record<string, string>
  readonly query?: Record<string, unknown>
  readonly body?: unknown
}

export function makeApi(setting: ApiSetting): Call {
  return async (method, path, sent, options = {}) => {
    const { params, query, body } = sent as AnySent
    const request: RequestInit = { method, headers: headersFor(setting, options, body), credentials: 'same-origin' }
    if (body !== undefined) request.body = JSON.stringify(body)
    if (options.signal) request.signal = options.signal
    const response = await reach(pathOf(path, params, query), request)
    if (response.ok) return response.status === 204 ? undefined : await response.json()
    const problem = await readProblem(response)
    if (isSignedOut(problem)) setting.onSignedOut?.()
    throw problem
  }
}

/** A wrong password or code is refused with 401 too, and says so: whoever is signed in stays so. */
const isSignedOut = ({ status, body }: Problem): boolean => status === 401 && body.refusal === undefined

async function reach(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request)
  } catch (cause) {
    if (request.signal?.aborted) throw cause
    throw new Unreachable(cause)
  }
}

function headersFor(setting: ApiSetting, options: CallOptions, body: unknown): Record<string, string> {
  const authorization = setting.authorization?.()
  return {
    accept: 'application/json',
    'accept-language': setting.language() === 'zh' ? 'zh-CN' : 'en',
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(authorization ? { authorization } : {}),
    ...(options.idempotencyKey ? { 'idempotency-key': options.idempotencyKey } : {}),
    ...(options.version === undefined ? {} : { 'if-match': `"${options.version}"` }),
  }
}

/** Fills `:name` in a path and adds the query; what is undefined, null or empty is left out. */
export function pathOf(path: string, params: Record<string, string> = {}, query: Record<string, unknown> = {}): string {
  const filled = path.replace(/:([a-zA-Z]+)/g, (_, name: string) => {
    const value = params[name]
    if (value === undefined) throw new Error(`path ${path} needs ${name}`)
    return encodeURIComponent(value)
  })
  const search = searchOf(query)
  return search === '' ? filled : `${filled}?${search}`
}

export function searchOf(query: Record<string, unknown>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') search.append(name, String(one))
    }
  }
  return search.toString()
}

/** A key for one intended act; keep it for repeats of the same act. */
export const newIdempotencyKey = (): string => crypto.randomUUID()
