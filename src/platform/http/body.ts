import type { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { parseJson } from './json.ts'
import { Problem } from './problem.ts'

const plainJson = /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i

/** Reads bodies of `application/json` in UTF-8 and nothing else: everything of another type answers 415. */
export function readJsonBodies(app: FastifyInstance, waitMs: number): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', async (request: FastifyRequest, payload: IncomingMessage) => {
    if (!plainJson.test(request.headers['content-type'] ?? '')) throw new Problem('wrong-media-type')
    if (request.headers['content-encoding'] !== undefined) throw new Problem('wrong-media-type')
    const bytes = await readAll(payload, { limitBytes: request.routeOptions.bodyLimit, waitMs })
    if (bytes.length === 0) throw new Problem('malformed-json')
    return parseJson(bytes)
  })
}

/** The whole body, or a `Problem` once it is larger or slower than allowed. Never holds more than the limit. */
export async function readAll(
  payload: IncomingMessage,
  limits: { limitBytes: number; waitMs: number },
): Promise<Buffer> {
  if (Number(payload.headers['content-length'] ?? 0) > limits.limitBytes) throw new Problem('too-large')
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  const chunks: Buffer[] = []
  let lengthBytes = 0
  const onData = (chunk: Buffer) => {
    lengthBytes += chunk.length
    if (lengthBytes > limits.limitBytes) reject(new Problem('too-large'))
    else chunks.push(chunk)
  }
  const onEnd = () => resolve(Buffer.concat(chunks, lengthBytes))
  const onCut = () => reject(new Problem('malformed-json'))
  const timer = setTimeout(() => reject(new Problem('too-slow')), limits.waitMs)
  payload.on('data', onData).on('end', onEnd).on('error', onCut).on('close', onCut)
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    payload.off('data', onData).off('end', onEnd).off('error', onCut).off('close', onCut)
  }
}

/** Long enough for the answer to reach a client that is still sending, short enough not to be a sink. */
const lingerMs = 1500

/**
 * Answers a client that is not done sending. Closing at once would reset the connection and lose the answer; reading on
 * to the end would be endless. So the rest is thrown away for a moment, and then the line is cut.
 */
export function linger(request: FastifyRequest): void {
  const { raw } = request
  // What `inject` sends has no line to cut.
  if (raw.complete || raw.destroyed || !(raw.socket instanceof Socket)) return
  raw.unpipe()
  raw.on('error', () => undefined)
  raw.resume()
  const cut = setTimeout(() => raw.socket.destroy(), lingerMs)
  cut.unref()
  raw.once('close', () => clearTimeout(cut))
  raw.once('end', () => clearTimeout(cut))
}
