/** From whatever was thrown to what is answered: a problem of the client's, or a fault of ours with an id and no details. */
import type { Socket } from 'node:net'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem, problemMediaType, problemType, sendProblem } from './problem.ts'
import { type ProblemKind, problems } from './problem-kinds.ts'

export function answerFault(this: FastifyInstance, error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemIn(error)
  if (problem === null)
    request.log.error({ err: error, requestId: request.id, route: request.routeOptions.url }, 'fault')
  // Fastify would close the line on a body half read; `linger` sees to it that the answer arrives first.
  reply.removeHeader('connection')
  for (const name of ['content-length', 'content-disposition', 'etag', 'location', 'set-cookie'])
    reply.removeHeader(name)
  sendProblem(request, reply, problem ?? new Problem('fault'))
}

export function answerFrameworkError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  reply.headers({
    'x-request-id': request.id,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'",
  })
  sendProblem(request, reply, problemIn(error) ?? new Problem('fault'))
}

/** Fastify's own names for what a client did wrong. */
const framework: Readonly<Record<string, ProblemKind>> = {
  FST_ERR_BAD_URL: 'malformed-address',
  FST_ERR_MAX_PARAM_LENGTH: 'address-too-long',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'wrong-media-type',
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'wrong-media-type',
  FST_ERR_NOT_FOUND: 'not-found',
  FST_ERR_HANDLER_TIMEOUT: 'not-available',
  FST_STATIC_FORBIDDEN_PATH: 'not-found',
  FST_PARTS_LIMIT: 'too-large',
  FST_FILES_LIMIT: 'too-large',
  FST_FIELDS_LIMIT: 'too-large',
  FST_REQ_FILE_TOO_LARGE: 'too-large',
}

/** Busboy throws plain errors for bodies that are no multipart; these are its sentences. */
const brokenMultipart = /multipart|part terminated|boundary|malformed part|unexpected end/i

function problemIn(error: unknown): Problem | null {
  if (error instanceof Problem) return error
  if (!(error instanceof Error)) return null
  const { code, statusCode } = error as FastifyError
  const known = typeof code === 'string' && Object.hasOwn(framework, code) ? framework[code] : undefined
  if (known !== undefined) return new Problem(known)
  const isFrameworks = typeof code === 'string' && code.startsWith('FST_')
  if (isFrameworks && statusCode !== undefined && statusCode >= 400 && statusCode < 500) return new Problem('malformed')
  return brokenMultipart.test(error.message) && isFromBusboy(error) ? new Problem('malformed') : null
}

const isFromBusboy = ({ stack = '' }: Error): boolean => /[\\/](?:busboy|multipart|dicer)[\\/]/.test(stack)

const malformedHttp: Readonly<Record<string, ProblemKind>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'too-slow',
  HPE_HEADER_OVERFLOW: 'headers-too-large',
}

/** What is not even HTTP has no request and no language; it is answered in both, and the line is closed. */
export function answerMalformedHttp(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const { status, title, detail } = problems[malformedHttp[error.code ?? ''] ?? 'malformed']
  const kind = malformedHttp[error.code ?? ''] ?? 'malformed'
  const body = JSON.stringify({ type: problemType(kind), title: title.zh, status, detail: detail.zh, messages: detail })
  const head = [
    `HTTP/1.1 ${status} ${title.en}`,
    `content-type: ${problemMediaType}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
