/** Every answer that is not a success, as RFC 9457 has it: in the language that was asked for, and in both. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Bilingual } from './endpoint.ts'
import { type Language, languageOf } from './language.ts'
import { type ProblemKind, problems } from './problem-kinds.ts'

/** One field that does not fit. The path is within its part: `claims.0.text`. */
export interface FieldError extends Bilingual {
  readonly in: 'path' | 'query' | 'body' | 'header'
  readonly path: string
}

export interface ProblemDetails {
  /** What exactly is the matter; the kind's own sentence unless given. */
  readonly detail?: Bilingual
  readonly errors?: readonly FieldError[]
  readonly headers?: Readonly<Record<string, string>>
}

/** Thrown where a request cannot go on. Not a fault: it is the client's to mend, and is not logged as an error. */
export class Problem extends Error {
  readonly kind: ProblemKind
  readonly details: ProblemDetails

  constructor(kind: ProblemKind, details: ProblemDetails = {}) {
    super(details.detail?.en ?? problems[kind].detail.en)
    this.name = 'Problem'
    this.kind = kind
    this.details = details
  }
}

/** A refusal on its way out. */
export interface Refused {
  readonly kind: string
  readonly status: number
  readonly title: Bilingual
  readonly words: Explanation
}

/** A refusal in words; the article where it rests on one. */
export interface Explanation extends Bilingual {
  readonly article?: Bilingual
}

/** The body of an `application/problem+json` answer. */
export interface ProblemBody {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly messages: Bilingual
  readonly refusal?: string
  readonly article?: Bilingual
  readonly errors?: readonly FieldError[]
  /** Names the request in the log of the house. */
  readonly requestId: string
}

export const problemType = (kind: string): string => `urn:xinqiao:problem:${kind}`
export const problemMediaType = 'application/problem+json; charset=utf-8'

export function sendProblem(request: FastifyRequest, reply: FastifyReply, { kind, details }: Problem): FastifyReply {
  const { status, title, detail } = problems[kind]
  const messages = details.detail ?? detail
  const errors = details.errors === undefined ? {} : { errors: details.errors }
  if (details.headers !== undefined) reply.headers(details.headers)
  return send(request, reply, (language) => ({
    ...{ type: problemType(kind), title: title[language], status, detail: messages[language] },
    ...{ messages: { zh: messages.zh, en: messages.en }, ...errors, requestId: request.id },
  }))
}

export function sendRefusal(request: FastifyRequest, reply: FastifyReply, { kind, status, title, words }: Refused) {
  const article = words.article === undefined ? {} : { article: { zh: words.article.zh, en: words.article.en } }
  return send(request, reply, (language) => ({
    ...{ type: problemType(kind), title: title[language], status, detail: words[language] },
    ...{ messages: { zh: words.zh, en: words.en }, refusal: kind, ...article, requestId: request.id },
  }))
}

function send(request: FastifyRequest, reply: FastifyReply, bodyIn: (language: Language) => ProblemBody): FastifyReply {
  const language = languageOf(request.headers['accept-language'])
  const body = bodyIn(language)
  return reply
    .code(body.status)
    .type(problemMediaType)
    .header('content-language', language === 'zh' ? 'zh-CN' : 'en')
    .header('cache-control', 'no-store')
    .header('vary', 'accept-language')
    .send(JSON.stringify(body))
}
