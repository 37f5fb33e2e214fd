import type { FastifyRequest } from 'fastify'
import { Problem } from './problem.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Changes are taken only from our own pages, so that no other site can act in the name of whoever is signed in. The
 * cookie is SameSite=Strict; this stands beside it. Browsers say where a request comes from and pages cannot forge it.
 * A program that says nothing is let through unless it carries a session.
 */
export function refuseCrossSite(request: FastifyRequest, origins: ReadonlySet<string>, carriesSession: boolean): void {
  if (safe.has(request.method)) return
  const { origin, 'sec-fetch-site': site } = request.headers
  if (origin === undefined && site === undefined) {
    if (carriesSession) throw new Problem('cross-site')
    return
  }
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Problem('cross-site')
  if (origin !== undefined && !isOurs(origin, request.host, origins)) throw new Problem('cross-site')
}

/** The scheme is not compared: behind a gateway that ends TLS we would not know our own. */
function isOurs(origin: string, host: string, origins: ReadonlySet<string>): boolean {
  if (origins.has(origin)) return true
  if (!URL.canParse(origin)) return false
  const { protocol, host: asked } = new URL(origin)
  const known = `${protocol}//${host}`
  return URL.canParse(known) && new URL(known).host === asked
}
