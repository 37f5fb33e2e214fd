/** The HTTP side of a witness: C2SP tlog-witness, and its account for people and programs. */
import { readFileSync } from 'node:fs'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import { type FastifyInstance, type FastifyReply, fastify } from 'fastify'
import { linger } from '../../platform/http/body.ts'
import { languageOf } from '../../platform/http/language.ts'
import { accountOf } from './account.ts'
import { pageOf } from './page.ts'
import { readWatched, type Watched } from './watching.ts'
import { hashedName, type Reply, type Witness } from './witness.ts'

export interface WitnessServing {
  readonly witness: Witness
  /** Addresses that it looks at. */
  readonly places?: readonly string[]
  readonly now?: () => Date
  readonly waits?: { readonly requestMs: number }
  /** From one address in a minute. */
  readonly mostRequests?: number
  /** Told of what went wrong with us; never of what somebody sent. */
  readonly failed?: (fault: unknown) => void
}

/** A checkpoint under a hundred signatures, some of them of the long kinds to come, with its proof. */
const bodyLimitBytes = 128 * 1024
const style = readFileSync(new URL('./page.css', import.meta.url))

export async function buildWitnessApp(serving: WitnessServing): Promise<FastifyInstance> {
  const { witness, places = [], now = () => new Date(), waits = { requestMs: 10_000 }, mostRequests = 600 } = serving
  const app = fastify({
    logger: false,
    bodyLimit: bodyLimitBytes,
    requestTimeout: waits.requestMs,
    keepAliveTimeout: 72_000,
    http: { headersTimeout: waits.requestMs, connectionsCheckingInterval: Math.min(2_000, waits.requestMs) },
  })
  app.server.maxConnections = 256
  await app.register(helmet, { contentSecurityPolicy: { useDefaults: false, directives: policy } })
  await app.register(rateLimit, { max: mostRequests, timeWindow: 60_000 })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  app.setErrorHandler((fault: Error & { statusCode?: number }, _request, reply) => {
    const status = fault.statusCode !== undefined && fault.statusCode < 500 ? fault.statusCode : 500
    if (status === 500) serving.failed?.(fault)
    answer(reply, { status, contentType: text, body: status === 500 ? 'a fault here\n' : `${fault.message}\n` })
  })
  app.setNotFoundHandler((_request, reply) => answer(reply, { status: 404, contentType: text, body: 'not here\n' }))
  app.addHook('onResponse', async (request) => linger(request))
  app.addHook('onRequest', async (_request, reply) => {
    // whoever checks evidence in a browser may ask what we have
    reply.headers({ 'access-control-allow-origin': '*', 'cache-control': 'no-store' })
  })

  app.post('/add-checkpoint', async (request, reply) => {
    const { body } = request
    return answer(reply, await witness.add(Buffer.isBuffer(body) ? body : Buffer.alloc(0)))
  })
  app.get<{ Params: { log: string } }>('/:log/checkpoint', async ({ params }, reply) => {
    const origin = witness.origins.find((each) => hashedName(each) === params.log)
    const standing = origin === undefined ? null : await witness.standing(origin)
    if (standing === null) return answer(reply, { status: 404, contentType: text, body: 'nothing was co-signed\n' })
    return answer(reply, { status: 200, contentType: text, body: standing.said })
  })
  const account = async () => {
    const watched = await Promise.all(places.map((place) => readWatched(witness.watchedAt(place))))
    return accountOf(
      witness,
      watched.filter((each): each is Watched => each !== null),
      now(),
    )
  }
  app.get('/witness.json', async (_request, reply) =>
    answer(reply, {
      status: 200,
      contentType: 'application/json; charset=utf-8',
      body: JSON.stringify(await account()),
    }),
  )
  app.get('/page.css', async (_request, reply) => reply.type('text/css; charset=utf-8').send(style))
  app.get<{ Querystring: { lang?: unknown } }>('/', async (request, reply) => {
    const { lang } = request.query
    const language = lang === 'zh' || lang === 'en' ? lang : languageOf(request.headers['accept-language'])
    const body = pageOf(await account(), language)
    return answer(reply.header('vary', 'accept-language'), {
      status: 200,
      contentType: 'text/html; charset=utf-8',
      body,
    })
  })
  await app.ready()
  return app
}

const text = 'text/plain; charset=utf-8'

/** No charset behind `text/x.tlog.size`: the specification names the type so, and clients compare it. */
function answer(reply: FastifyReply, { status, contentType, body }: Reply): FastifyReply {
  return reply.code(status).header('content-type', contentType).send(Buffer.from(body))
}

const policy = {
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
}
