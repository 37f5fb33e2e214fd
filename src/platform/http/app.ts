/** The HTTP server of the house: its limits, its headers, its doors. What is behind them belongs to the rooms. */
import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest, fastify, LogController } from 'fastify'
import { linger, readJsonBodies } from './body.ts'
import type { AnyRoom } from './call.ts'
import { type Identify, keptCookies, sessionCookie } from './credentials.ts'
import { answerFault, answerFrameworkError, answerMalformedHttp } from './faults.ts'
import { type Health, serveHealth } from './health.ts'
import { answerUnrouted, noteMethods } from './methods.ts'
import { serveDocumentation } from './openapi-page.ts'
import { type Limits, type Paces, pacesOf, usualLimits } from './pace.ts'
import { type PageFolders, servePages } from './pages.ts'
import { refuseStrangeUrl } from './plain-url.ts'
import { type Arrival, nobody, serveRoom } from './respond.ts'
import { refuseCrossSite } from './same-origin.ts'

export interface AppOptions {
  readonly version: string
  readonly rooms: readonly AnyRoom[]
  readonly identify: Identify
  readonly health: Health
  /** Which browser it is that keeps this from an earlier sign-in; null when nobody has signed in from it. */
  readonly browserOf?: (kept: string) => string | null
  /** Keys the digests of repeated requests; kept with the other keys of the house. */
  readonly digestSecret: Uint8Array
  /** Nothing is logged without one. It must redact; the wire itself logs neither headers nor bodies nor addresses. */
  readonly log?: FastifyBaseLogger
  /** `'off'` is for measuring. */
  readonly limits?: Limits | 'off'
  /** Public files of the house that are neither pages nor answers. */
  readonly files?: (app: FastifyInstance) => void
  /** The built pages, if there are any. */
  readonly pages?: PageFolders
  /** Origins under which the house is known besides the one in the Host header: `https://xinfang.example`. */
  readonly origins?: readonly string[]
  /**
   * How many gateways stand in front, or their addresses: only what they say in `X-Forwarded-*` is believed. `true` believes
   * anybody, so that every caller could choose the address that they are counted under.
   */
  readonly trustProxy?: number | boolean | string | string[]
  readonly waits?: Partial<Waits>
}

export interface Waits {
  /** For a JSON body. */
  readonly bodyMs: number
  /** For a whole request, uploads on a slow line included. */
  readonly requestMs: number
  readonly headersMs: number
}

const usualWaits: Waits = { bodyMs: 20_000, requestMs: 900_000, headersMs: 20_000 }
const bodyLimitBytes = 1024 * 1024
const longestParameter = 512

/** Builds the app, ready to `listen` or to be asked by `inject`. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const waits = { ...usualWaits, ...options.waits }
  const app = bareApp(options, waits)
  app.decorateRequest('arrival', null as unknown as Arrival)
  await app.register(cookie)
  await app.register(helmet, securityHeaders)
  await app.register(rateLimit, { global: false })
  readJsonBodies(app, waits.bodyMs)
  app.setErrorHandler(answerFault)
  const browserOf = (request: FastifyRequest) => options.browserOf?.(request.cookies[keptCookies.browser] ?? '') ?? null
  const paces = pacesOf(app, options.limits ?? usualLimits, (request) => request.arrival.viewer, browserOf)
  watchTheDoor(app, paces, new Set(options.origins))
  const routed = noteMethods(app)
  serveHealth(app, options.health, options.version)
  const { identify, digestSecret } = options
  for (const room of options.rooms) await serveRoom(app, { identify, paces, digestSecret }, room)
  serveDocumentation(app, options.rooms, options.version)
  options.files?.(app)
  const pageFor = await servePages(app, options.pages ?? {})
  answerUnrouted(app, routed, pageFor)
  await app.ready()
  return app
}

function bareApp({ log, trustProxy }: AppOptions, { requestMs, headersMs }: Waits): FastifyInstance {
  return fastify({
    ...(log === undefined ? { logger: false } : { loggerInstance: log }),
    // Fastify's own lines name whole addresses, which may hold what somebody searched for.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    trustProxy: typeof trustProxy === 'number' ? (_address, hop) => hop < trustProxy : (trustProxy ?? false),
    bodyLimit: bodyLimitBytes,
    requestTimeout: requestMs,
    http: { headersTimeout: Math.min(headersMs, requestMs), connectionsCheckingInterval: Math.min(5000, requestMs) },
    routerOptions: { maxParamLength: longestParameter },
    frameworkErrors: answerFrameworkError,
    clientErrorHandler: answerMalformedHttp,
  })
}

/** Before anything else is done about a request. */
function watchTheDoor(app: FastifyInstance, paces: Paces, origins: ReadonlySet<string>): void {
  app.addHook('onRequest', async (request, reply) => {
    request.arrival = nobody
    reply.headers({ 'x-request-id': request.id, 'permissions-policy': permissions })
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
    refuseStrangeUrl(request)
    if (request.routeOptions.url !== '/healthz') await paces.arrive(request)
    refuseCrossSite(request, origins, request.cookies[sessionCookie] !== undefined)
  })
  app.addHook('onResponse', async (request, reply) => {
    logAnswer(request, reply.statusCode, reply.elapsedTime)
    linger(request)
  })
}

/** One line a request: the pattern of the address, never the address. */
function logAnswer(request: FastifyRequest, status: number, elapsedMs: number): void {
  const { method, routeOptions } = request
  request.log.info({ method, route: routeOptions.url ?? null, status, elapsedMs: Math.round(elapsedMs) }, 'answered')
}

const permissions = 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()'

const securityHeaders = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      baseUri: ["'none'"],
      connectSrc: ["'self'"],
      fontSrc: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      // QR codes are drawn in the page.
      imgSrc: ["'self'", 'data:'],
      objectSrc: ["'none'"],
      scriptSrc: ["'self'"],
      scriptSrcAttr: ["'none'"],
      styleSrc: ["'self'"],
    },
  },
  crossOriginEmbedderPolicy: false,
  crossOriginOpenerPolicy: { policy: 'same-origin' },
  crossOriginResourcePolicy: { policy: 'same-origin' },
  // The house vouches for its own name only, not for its neighbours under the same domain.
  strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false },
  referrerPolicy: { policy: 'no-referrer' },
  xFrameOptions: { action: 'deny' },
} as const
