import type {} from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Viewer } from '../../kernel/viewer.ts'
import type { Pace } from './endpoint.ts'
import { Problem } from './problem.ts'

/** How many requests in how long. */
export interface Limit {
  readonly max: number
  readonly windowMs: number
}

export interface Limits {
  /** Everything that one address sends. A whole office may share one. */
  readonly address: Limit
  /** What one account, or one petitioner with a key, sends. */
  readonly viewer: Limit
  readonly login: Limit
  /** Generous for the same reason as registrations: a stranger must not use up the lookups of a whole carrier. */
  readonly lookup: Limit
  /** Files from whoever has neither key nor account: they cost room before anybody has read them. */
  readonly strangersUpload: Limit
  /** Files from one petitioner: a key is had for the asking, so it must not open the whole disk. */
  readonly petitionersUpload: Limit
  /**
   * Petitions from whoever has neither key nor account: each is kept for ever, and somebody must answer it. Generous, because
   * thousands of telephones share one address of their carrier, and a whole factory may write on one evening.
   */
  readonly strangersRegistration: Limit
  /** Failed ones, by address. */
  readonly loginFailures: Limit
}

const minute = 60_000

export const usualLimits: Limits = {
  address: { max: 6000, windowMs: minute },
  viewer: { max: 900, windowMs: minute },
  login: { max: 300, windowMs: 15 * minute },
  lookup: { max: 6000, windowMs: 15 * minute },
  strangersUpload: { max: 120, windowMs: 15 * minute },
  petitionersUpload: { max: 120, windowMs: 15 * minute },
  strangersRegistration: { max: 6000, windowMs: 15 * minute },
  loginFailures: { max: 30, windowMs: 15 * minute },
}

/**
 * Keeps the house from being run over, and passwords from being guessed. Wrong keys of petitioners are not counted here but
 * where keys are known, for all processes together.
 */
export interface Paces {
  /** Counts a request before anything is read of it. */
  arrive(request: FastifyRequest): Promise<void>
  /** Counts a login or a lookup, and refuses one from where too many failed. */
  knock(request: FastifyRequest, pace: Pace): Promise<void>
  recognise(request: FastifyRequest, viewer: Viewer): Promise<void>
  /** Counts what somebody other than staff leaves with the house. */
  bring(request: FastifyRequest, viewer: Viewer, what: 'upload' | 'registration'): Promise<void>
  failLogin(request: FastifyRequest): Promise<void>
}

const none = async () => undefined
const unlimited: Paces = { arrive: none, knock: none, recognise: none, bring: none, failLogin: none }

type Count = (request: FastifyRequest, options?: { increment?: boolean }) => Promise<void>

/** Needs `@fastify/rate-limit` on the app. In memory: each process counts for itself. */
export function pacesOf(
  app: FastifyInstance,
  limits: Limits | 'off',
  viewerOf: (request: FastifyRequest) => Viewer,
  browserOf: (request: FastifyRequest) => string | null = () => null,
): Paces {
  if (limits === 'off') return unlimited
  const counting = (limit: Limit, keyOf?: (request: FastifyRequest) => string): Count => counter(app, limit, keyOf)
  const address = counting(limits.address)
  const viewersName = (request: FastifyRequest) => nameOf(viewerOf(request))
  // a browser that was here before is counted by itself: whoever shares its address cannot use up its patience
  const atTheDoor = (limit: Limit): Count => {
    const [strangers, known] = [counting(limit), counting(limit, (request) => browserOf(request) ?? '')]
    return (request, options) => (browserOf(request) === null ? strangers : known)(request, options)
  }
  const registration = counting(limits.strangersRegistration)
  const brought = {
    upload: { anyone: counting(limits.strangersUpload), petitioner: counting(limits.petitionersUpload, viewersName) },
    registration: { anyone: registration, petitioner: registration },
  }
  const viewer = counting(limits.viewer, viewersName)
  const attempts = {
    login: atTheDoor(limits.login),
    lookup: counting(limits.lookup),
    ordinary: none,
    registration: none,
  }
  const loginFailures = atTheDoor(limits.loginFailures)
  return {
    arrive: address,
    async knock(request, pace) {
      await attempts[pace](request)
      if (pace === 'login') await loginFailures(request, { increment: false })
    },
    recognise: (request, { kind }) => (kind === 'anyone' ? none() : viewer(request)),
    bring: (request, { kind }, what) =>
      kind === 'anyone' || kind === 'petitioner' ? brought[what][kind](request) : none(),
    failLogin: (request) => loginFailures(request).catch(() => undefined),
  }
}

/** Addresses remembered a limit; the least recent is forgotten first. */
const cache = 20_000

function counter(app: FastifyInstance, { max, windowMs }: Limit, keyOf?: (request: FastifyRequest) => string): Count {
  const count = app.createRateLimit({
    ...{ max, timeWindow: windowMs, cache },
    ...(keyOf === undefined ? {} : { keyGenerator: keyOf }),
  })
  return async (request, options) => {
    const counted = await count(request, options)
    if (counted.isAllowed) return
    const isOver = options?.increment === false ? counted.remaining === 0 : counted.isExceeded
    if (isOver) throw new Problem('too-many-requests', { headers: { 'retry-after': String(counted.ttlInSeconds) } })
  }
}

function nameOf(viewer: Viewer): string {
  if (viewer.kind === 'staff') return `staff:${viewer.account}`
  if (viewer.kind === 'petitioner') return `petitioner:${viewer.petition}:${viewer.person}`
  return viewer.kind
}
