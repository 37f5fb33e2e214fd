/** Puts endpoints on the app: parse once, know who asks, let the room answer, let out only what the contract names. */
import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import { z } from 'zod'
import type { Viewer } from '../../kernel/viewer.ts'
import type { FileStore, StoredFile } from '../files/store.ts'
import { admit } from './access.ts'
import type { Answer, AnyRoom, Call, Route } from './call.ts'
import { type Credentials, credentialsOf, type Identify, keptCookies, sessionCookie } from './credentials.ts'
import { type EndpointDefinition, isFileReply, type OutgoingFile, type Pace } from './endpoint.ts'
import { digestOf, type IdempotencyKey, keyProblem, readIdempotencyKey } from './idempotency.ts'
import { entityTag, readIfMatch } from './if-match.ts'
import { languageOf } from './language.ts'
import type { Paces } from './pace.ts'
import { type FieldError, Problem, sendRefusal } from './problem.ts'
import { type ProblemKind, problems } from './problem-kinds.ts'
import { sentencesOf } from './sentences.ts'
import { fileLimitOf, receiveUpload, refuseLargeUpload, takeMultipart } from './upload.ts'

/** What answering needs of the house. */
export interface Desk {
  readonly identify: Identify
  readonly paces: Paces
  /** Keys the digests of requests; lives as long as the house, or repeats are taken for other requests. */
  readonly digestSecret: Uint8Array
}

/** Who asks, as far as the wire has found out. */
export interface Arrival {
  readonly credentials: Credentials
  readonly viewer: Viewer
}

declare module 'fastify' {
  interface FastifyRequest {
    arrival: Arrival
  }
}

export const nobody: Arrival = { credentials: { kind: 'none' }, viewer: { kind: 'anyone' } }

export async function serveRoom(app: FastifyInstance, desk: Desk, room: AnyRoom): Promise<void> {
  for (const route of room.routes) {
    const { upload } = route.endpoint
    if (upload === undefined) app.route(routeOf(desk, room, route))
    else {
      await app.register(async (scope) => {
        await takeMultipart(scope, upload)
        scope.route(routeOf(desk, room, route))
      })
    }
  }
}

type Respondable = Route<{ readonly kind: string }>

function routeOf(desk: Desk, room: AnyRoom, route: Respondable): RouteOptions {
  const { endpoint } = route
  const { method, path, bodyLimitBytes, upload } = endpoint
  return {
    method,
    url: path,
    ...(bodyLimitBytes === undefined ? {} : { bodyLimit: bodyLimitBytes }),
    ...(upload === undefined ? {} : { bodyLimit: upload.files * fileLimitOf(upload) }),
    onRequest: async (request, reply) => {
      if (endpoint.readableFrom === 'anywhere') reply.header('access-control-allow-origin', '*')
      await receiveCaller(desk, endpoint, request)
    },
    onResponse: async (request, reply) => {
      if (hasFailed(endpoint, reply)) await desk.paces.failLogin(request)
    },
    handler: (request, reply) => respond(desk, room, route, request, reply),
  }
}

/** Before a byte of the body is read: at what pace, who, and whether they may. */
async function receiveCaller({ identify, paces }: Desk, endpoint: EndpointDefinition, request: FastifyRequest) {
  const { access, pace = 'ordinary', upload } = endpoint
  const credentials = credentialsOf(request)
  request.arrival = { ...nobody, credentials }
  if (credentials.kind === 'slip') throw new Problem(`${credentials.in}-has-a-slip`)
  if (isGuessed(pace) || isGuessable(credentials)) await paces.knock(request, pace)
  const viewer: Viewer = credentials.kind === 'none' ? nobody.viewer : await identify(credentials, request.ip)
  request.arrival = { credentials, viewer }
  admit(viewer, access)
  await paces.recognise(request, viewer)
  if (pace === 'registration') await paces.bring(request, viewer, 'registration')
  if (upload === undefined) return
  await paces.bring(request, viewer, 'upload')
  refuseLargeUpload(request, upload)
}

const isGuessed = (pace: Pace): boolean => pace === 'login' || pace === 'lookup'

/** A session's token is beyond guessing, and an old one is no sign of anything. */
const isGuessable = ({ kind }: Credentials): boolean => kind === 'petition' || kind === 'unreadable'

/** 403 is no failed guess: what was said is right, and something else is missing. Wrong keys are counted by `key-guard.ts`. */
const hasFailed = ({ pace }: EndpointDefinition, { statusCode }: FastifyReply): boolean =>
  pace === 'login' && statusCode >= 400 && statusCode < 500 && ![403, 429].includes(statusCode)

async function respond(desk: Desk, room: AnyRoom, route: Respondable, request: FastifyRequest, reply: FastifyReply) {
  const stored: { store: FileStore; file: StoredFile }[] = []
  try {
    const call = callOf(desk, route.endpoint, request, reply, (store, file) => stored.push({ store, file }))
    const result = await route.respond(call)
    if (result.ok) return await sendValue(reply, route.endpoint, result.value)
    await discard(stored)
    return refuse(room, result.error, request, reply)
  } catch (fault) {
    await discard(stored)
    throw fault
  }
}

async function discard(stored: readonly { store: FileStore; file: StoredFile }[]): Promise<void> {
  await Promise.allSettled(stored.map(({ store, file }) => store.discard(file.file)))
}

function callOf(
  desk: Desk,
  endpoint: EndpointDefinition,
  request: FastifyRequest,
  reply: FastifyReply,
  noteStored: (store: FileStore, file: StoredFile) => void,
): Call<EndpointDefinition> {
  const { upload } = endpoint
  const parts = [
    ['params', parsePart('path', endpoint.params, request.params)],
    ['query', parsePart('query', endpoint.query, request.query)],
    ['body', upload === undefined ? parsePart('body', endpoint.body, request.body) : nothing],
  ] as const
  const errors = parts.flatMap(([, part]) => part.errors)
  if (errors.length > 0) throw new Problem('malformed', { errors })
  const values = Object.fromEntries(parts.map(([name, part]) => [name, part.value]))
  return {
    ...(values as Pick<Call<EndpointDefinition>, 'params' | 'query' | 'body'>),
    viewer: request.arrival.viewer as Call<EndpointDefinition>['viewer'],
    language: languageOf(request.headers['accept-language']),
    requestId: request.id,
    address: request.ip,
    agent: (request.headers['user-agent'] ?? '').slice(0, longestAgent),
    kept: (cookie) => request.cookies[keptCookies[cookie]] ?? null,
    ifMatch: ifMatchOf(endpoint, request) as null,
    idempotency: idempotencyOf(desk, endpoint, request) as null,
    answer: answerOf(request, reply),
    receive: (store) => receive(endpoint, request, store, (file) => noteStored(store, file)),
  }
}

/** No browser needs more to say who it is. */
const longestAgent = 400

interface ParsedPart {
  readonly value: unknown
  readonly errors: readonly FieldError[]
}

const nothing: ParsedPart = { value: undefined, errors: [] }

function parsePart(part: FieldError['in'], schema: z.ZodType | undefined, raw: unknown): ParsedPart {
  if (schema === undefined) return nothing
  const parsed = schema.safeParse(raw)
  if (parsed.success) return { value: parsed.data, errors: [] }
  return { value: undefined, errors: sentencesOf(part, parsed.error.issues) }
}

async function receive(
  { upload, body: schema }: EndpointDefinition,
  request: FastifyRequest,
  store: FileStore,
  stored: (file: StoredFile) => void,
) {
  if (upload === undefined) throw new Error('this endpoint takes no upload')
  if (!request.isMultipart()) throw new Problem('wrong-media-type')
  const { fields, files } = await receiveUpload(request, upload, store, stored)
  const { value, errors } = parsePart('body', schema, fields)
  if (errors.length > 0) throw new Problem('malformed', { errors })
  return { body: value as undefined, files }
}

function ifMatchOf({ ifMatch }: EndpointDefinition, request: FastifyRequest): number | null {
  if (ifMatch === undefined) return null
  const version = readIfMatch(request.headers['if-match'])
  if (version === null && ifMatch === 'required') throw new Problem('version-required')
  return version
}

function idempotencyOf(desk: Desk, endpoint: EndpointDefinition, request: FastifyRequest): IdempotencyKey | null {
  if (endpoint.idempotencyKey === undefined) return null
  const key = readIdempotencyKey(request.headers['idempotency-key'])
  if (key === null && endpoint.idempotencyKey === 'required') throw keyProblem('必填', 'is missing')
  return key === null ? null : { key, digest: digestOf(desk.digestSecret, request.method, request.url, request.body) }
}

function answerOf(request: FastifyRequest, reply: FastifyReply): Answer {
  const attributes = { path: '/', httpOnly: true, sameSite: 'strict', secure: request.protocol === 'https' } as const
  return {
    etag: (version) => void reply.header('etag', entityTag(version)),
    location: (path) => void reply.header('location', path),
    startSession: (token, maxAgeSeconds) =>
      void reply.setCookie(sessionCookie, token, { ...attributes, maxAge: maxAgeSeconds }),
    endSession: () => void reply.clearCookie(sessionCookie, attributes),
    keep: (cookie, value, maxAgeSeconds) =>
      void reply.setCookie(keptCookies[cookie], value, { ...attributes, maxAge: maxAgeSeconds }),
    lose: (cookie) => void reply.clearCookie(keptCookies[cookie], attributes),
  }
}

/** An answer that its own contract does not allow. A fault of ours, never the client's; it names places, not values. */
export class AnswerDoesNotFit extends Error {
  constructor(id: string, error: z.ZodError) {
    const places = error.issues
      .slice(0, 5)
      .map(({ path, code }) => `${path.map(String).join('.') || '(whole)'}: ${code}`)
    super(`the answer of ${id} does not fit its contract: ${places.join('; ')}`)
    this.name = 'AnswerDoesNotFit'
  }
}

async function sendValue(reply: FastifyReply, endpoint: EndpointDefinition, value: unknown): Promise<FastifyReply> {
  const { id, response, status } = endpoint
  if (response instanceof z.ZodVoid) return reply.code(204).send()
  const fitted = response.safeParse(value)
  if (!fitted.success) throw new AnswerDoesNotFit(id, fitted.error)
  if (isFileReply(response)) return sendFile(reply, fitted.data as OutgoingFile)
  return reply
    .code(status ?? 200)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(fitted.data))
}

/** Always to be saved, never to be shown as a page of ours: what people send may hold anything. */
function sendFile(reply: FastifyReply, { stream, name, type, lengthBytes }: OutgoingFile): FastifyReply {
  const ascii = name.replace(/[^\w.-]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  if (lengthBytes !== undefined) reply.header('content-length', lengthBytes)
  return reply
    .type(type)
    .header('content-disposition', `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .send(stream instanceof Readable ? stream : Readable.from(stream))
}

const wireKinds: Readonly<Record<string, ProblemKind>> = {
  'stream-exists': 'stream-exists',
  'version-conflict': 'version-conflict',
  'idempotency-conflict': 'idempotency-conflict',
  'not-found': 'not-found',
  'not-permitted': 'not-permitted',
}

function refuse(room: AnyRoom, refusal: { readonly kind: string }, request: FastifyRequest, reply: FastifyReply) {
  const { kind } = refusal
  const ours = Object.hasOwn(wireKinds, kind) ? wireKinds[kind] : undefined
  if (ours !== undefined) {
    const { status, title, detail } = problems[ours]
    return sendRefusal(request, reply, { kind, status, title, words: detail })
  }
  const status = room.statusOf[kind]
  if (status === undefined) throw new Error(`room ${room.name} has no status for the refusal ${kind}`)
  return sendRefusal(request, reply, { kind, status, title: problems.refused.title, words: room.explain(refusal) })
}
