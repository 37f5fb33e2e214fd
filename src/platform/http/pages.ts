/** The built pages: the portal at `/`, the desk at `/desk`, pages that stand alone. Only files that exist are routes, so no path reaches the disk. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { PageFor } from './methods.ts'

export interface PageFolders {
  readonly portal?: string
  readonly desk?: string
  /** Pages of one file each, at `/name.html`. They are kept and opened from a disk too, so each carries its own policy. */
  readonly alone?: string
}

const indexPage = 'index.html'
/** Vite names what it hashes `assets/name-HASH.ext`. */
const hashed = /[\\/]assets[\\/].+-[A-Za-z0-9_-]{8,}\.\w+(\.br|\.gz)?$/
const forever = 'public, max-age=31536000, immutable'

/** Serves what is built, and tells which page an address of an app that no file has should get. */
export async function servePages(app: FastifyInstance, { portal, desk, alone }: PageFolders): Promise<PageFor> {
  const apps = [
    { prefix: '/desk', folder: desk },
    { prefix: '', folder: portal },
  ].flatMap(({ prefix, folder }) =>
    folder !== undefined && existsSync(join(folder, indexPage)) ? [{ prefix, folder }] : [],
  )
  for (const [at, { prefix, folder }] of apps.entries()) await serveFolder(app, `${prefix}/`, folder, at === 0)
  if (alone !== undefined && existsSync(alone)) await serveAlone(app, alone, apps.length === 0)
  return (request) => {
    const path = request.url.split('?')[0] ?? ''
    if (!isPage(request.method, path, request.headers.accept)) return null
    const found = apps.find(({ prefix }) => path === prefix || path.startsWith(`${prefix}/`))
    if (found === undefined) return null
    return (reply) => (reply as PageReply).sendFile(indexPage, found.folder)
  }
}

type PageReply = FastifyReply & { sendFile(name: string, folder: string): FastifyReply }

async function serveFolder(app: FastifyInstance, prefix: string, root: string, decorateReply: boolean): Promise<void> {
  await app.register(fastifyStatic, {
    ...{ root, prefix, decorateReply, wildcard: false, preCompressed: true, index: false },
    globIgnore: ['**/*.br', '**/*.gz', '**/*.map'],
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header('cache-control', hashed.test(path) ? forever : 'no-cache')
    },
  })
  // A folder's own address is a route of ours: the plugin finds no compressed index where only a plain one was built.
  app.get(prefix, (_request, reply) => (reply as PageReply).sendFile(indexPage, root))
}

const policyInPage = /<meta http-equiv="Content-Security-Policy" content="([^"]+)"/

/** The header says what the page itself says, which lets in its own script and no other; a frame cannot be forbidden in a page. */
async function serveAlone(app: FastifyInstance, root: string, decorateReply: boolean): Promise<void> {
  const pages = readdirSync(root).filter((name) => name.endsWith('.html'))
  const policies = new Map(
    pages.flatMap((name) => {
      const policy = policyInPage.exec(readFileSync(join(root, name), 'utf8'))?.[1]
      return policy ? [[name, `${policy}; frame-ancestors 'none'`] as const] : []
    }),
  )
  await app.register(fastifyStatic, {
    ...{ root, prefix: '/', decorateReply, wildcard: false, preCompressed: true, index: false },
    globIgnore: ['**/*.br', '**/*.gz'],
    cacheControl: false,
    setHeaders: (reply, path) => {
      const policy = policies.get(basename(path).replace(/\.(?:br|gz)$/, ''))
      if (policy) reply.header('content-security-policy', policy)
      reply.header('cache-control', 'no-cache')
    },
  })
}

/** An address that an app in the browser made up, not a file that is missing. */
function isPage(method: string, path: string, accept = ''): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false
  if (path === '/api' || path.startsWith('/api/')) return false
  return accept.includes('text/html') && !/\.[A-Za-z0-9]+$/.test(path)
}
