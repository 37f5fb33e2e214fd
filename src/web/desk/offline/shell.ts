/**
 * The pages that open without a network, and the worker that hands them out. Nothing is stored before somebody takes something along, and
 * then only these pages are, not the desk.
 */
import { offlinePages } from './pages.ts'

const base = import.meta.env.BASE_URL
const cacheName = 'xinqiao-shell'
/** Where the pages that work without a network live; the worker sees no other. */
export const offlineScope = `${base}field/`
const workerAt = `${base}field-worker.js`

/** A browser lets a page be kept only where it was fetched in private. */
export const canKeepPages = (): boolean =>
  window.isSecureContext && 'serviceWorker' in navigator && 'caches' in window && 'locks' in navigator

/** Of Vite's own list of what it built. */
interface Built {
  readonly file: string
  readonly imports?: readonly string[]
  readonly css?: readonly string[]
  readonly assets?: readonly string[]
}
type Manifest = Readonly<Record<string, Built>>

/** Fetches anew whatever the pages are made of, and lets the worker hand it out. */
export async function keepPages(): Promise<void> {
  const answer = await fetch(`${base}shell.json`, { cache: 'no-cache' })
  if (!answer.ok) throw new Error(`no list of what the pages are made of: ${answer.status}`)
  const files = filesOf((await answer.json()) as Manifest, ['index.html', ...offlinePages])
  const cache = await caches.open(cacheName)
  const wanted = [base, `${base}bridge.svg`, ...files.map((file) => base + file)]
  await cache.addAll(wanted)
  const isWanted = new Set(wanted)
  for (const { url } of await cache.keys()) if (!isWanted.has(new URL(url).pathname)) await cache.delete(url)
  await navigator.serviceWorker.register(workerAt, { scope: offlineScope })
  await navigator.serviceWorker.getRegistration(offlineScope).then(isRunning)
}

/** A worker that is still on its way hands out nothing. */
function isRunning(registration: ServiceWorkerRegistration | undefined): Promise<void> {
  const worker = registration?.installing ?? registration?.waiting
  if (!worker || worker.state === 'activated') return Promise.resolve()
  return new Promise((resolve) => {
    worker.addEventListener('statechange', () => {
      if (worker.state === 'activated' || worker.state === 'redundant') resolve()
    })
  })
}

/** A page with everything that it imports before it can be shown. */
export function filesOf(manifest: Manifest, pages: readonly string[]): readonly string[] {
  const files = new Set<string>()
  const seen = new Set<string>()
  const take = (name: string) => {
    const built = manifest[name]
    if (seen.has(name) || !built) return
    seen.add(name)
    for (const file of [built.file, ...(built.css ?? []), ...(built.assets ?? [])]) files.add(file)
    for (const each of built.imports ?? []) take(each)
  }
  for (const page of pages) {
    if (!manifest[page]) throw new Error(`${page} was not built`)
    take(page)
  }
  return [...files]
}

/** The pages go, and so does the worker. */
export async function forgetPages(): Promise<void> {
  if (!canKeepPages()) return
  await caches.delete(cacheName)
  const registration = await navigator.serviceWorker.getRegistration(offlineScope)
  await registration?.unregister()
}
