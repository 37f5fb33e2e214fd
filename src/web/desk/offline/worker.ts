/**
 * The service worker of the pages that open without a network. It stores nothing by itself: what it hands out was put into the cache by a page,
 * because somebody took a sheet along (`shell.ts`). It never sees what the house answers, nor any page outside its scope.
 */
interface Fetching extends Event {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}
interface Lasting extends Event {
  waitUntil(done: Promise<unknown>): void
}
const worker = self as unknown as {
  readonly location: Location
  readonly registration: { readonly scope: string }
  skipWaiting(): Promise<void>
  readonly clients: { claim(): Promise<void> }
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void
}

const cacheName = 'xinqiao-shell'
/** A network that is there and does not answer is none. */
const patienceMs = 4000
const base = new URL('..', worker.registration.scope).pathname

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin) return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else if (pathname.startsWith(base)) event.respondWith(file(request))
})

/** The page as the house has it now; as it was taken along, where the house does not answer. */
async function page(request: Request): Promise<Response> {
  const kept = await caches.match(base, { cacheName })
  if (!kept) return fetch(request)
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(patienceMs) })
    return answer.ok ? answer : kept
  } catch {
    return kept
  }
}

/** Files bear their content in their name, so one that is kept is the right one. */
async function file(request: Request): Promise<Response> {
  return (await caches.match(request, { cacheName, ignoreVary: true })) ?? fetch(request)
}
