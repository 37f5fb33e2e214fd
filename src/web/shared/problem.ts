import type { Bilingual, Language } from './language.ts'

/** One field that does not fit, with a sentence in both languages. */
export interface FieldProblem extends Bilingual {
  /** `claims.0` or `people.1.phone`. */
  readonly path: string
}

/** An `application/problem+json` answer (RFC 9457), as far as a page uses it. */
export interface ProblemBody {
  readonly title?: string
  readonly status?: number
  readonly detail?: string
  readonly messages?: Bilingual
  /** The kind of a refusal, and the article that it rests on. */
  readonly refusal?: string
  readonly article?: Bilingual
  readonly errors?: readonly FieldProblem[]
  /** Names the request in the log of the house. */
  readonly requestId?: string
}

/** The house answered, and the answer is no. */
export class Problem extends Error {
  readonly status: number
  readonly body: ProblemBody
  readonly requestId: string | null

  constructor(status: number, body: ProblemBody, requestId: string | null) {
    super(body.detail ?? body.title ?? `HTTP ${status}`)
    this.name = 'Problem'
    this.status = status
    this.body = body
    this.requestId = requestId
  }

  in(language: Language): string {
    return this.body.messages?.[language] ?? this.body.detail ?? this.body.title ?? `HTTP ${this.status}`
  }

  get fields(): readonly FieldProblem[] {
    return this.body.errors ?? []
  }

  /** Somebody else acted in between: what was on the page is no longer so. */
  get isOutdated(): boolean {
    return this.status === 412 || this.body.refusal === 'version-conflict'
  }
}

/** Nobody answered: no network, or the house is down. Whether the request arrived is not known. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('unreachable', { cause })
    this.name = 'Unreachable'
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Reads what came back from a request that failed; whatever it is, a `Problem` comes out. */
export async function readProblem(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => ({}))
  const known: ProblemBody = isObject(body) ? body : {}
  const requestId = known.requestId ?? response.headers.get('x-request-id')
  return new Problem(response.status, known, requestId)
}
