import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from './problem.ts'

interface Routed {
  readonly pattern: RegExp
  readonly methods: Set<string>
}

/** Which methods each address takes, noted as routes are added, so that a wrong one can be told from a wrong address. */
export function noteMethods(app: FastifyInstance): readonly Routed[] {
  const routed = new Map<string, Routed>()
  const list: Routed[] = []
  app.addHook('onRoute', ({ url, method }) => {
    const known = routed.get(url) ?? { pattern: patternOf(url), methods: new Set<string>() }
    for (const one of [method].flat()) known.methods.add(one)
    if (!routed.has(url)) {
      routed.set(url, known)
      list.push(known)
    }
  })
  return list
}

function patternOf(url: string): RegExp {
  const escaped = url.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`^${escaped.replace(/:[A-Za-z]+/g, '[^/]+')}$`)
}

/** A page for an address that is none of the API's, or null. */
export type PageFor = (request: FastifyRequest) => ((reply: FastifyReply) => FastifyReply) | null

/** Answers what no route takes: OPTIONS with what is possible, a wrong method, a page of an app, or that there is nothing. */
export function answerUnrouted(app: FastifyInstance, routed: readonly Routed[], pageFor: PageFor): void {
  app.setNotFoundHandler((request, reply) => {
    const [path = ''] = request.url.split('?')
    const methods = routed.filter(({ pattern }) => pattern.test(path)).flatMap((route) => [...route.methods])
    if (methods.length > 0) return answerMethod(request, reply, [...new Set([...methods, 'OPTIONS'])].sort().join(', '))
    const page = pageFor(request)
    if (page === null) throw new Problem('not-found')
    return page(reply)
  })
}

function answerMethod({ method }: FastifyRequest, reply: FastifyReply, allow: string): FastifyReply {
  if (method === 'OPTIONS') return reply.code(204).header('allow', allow).send()
  throw new Problem('wrong-method', { headers: { allow } })
}
