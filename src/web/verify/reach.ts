/** The only way out of this page: what is fetched when somebody presses the button, and nothing but what is public. */
import type { Get } from '../../proof/asking.ts'

const patienceMs = 30_000

/** Reads below one address. Throws where nothing answers. */
export function reach(address: string): Get {
  const base = address.replace(/\/+$/, '')
  return async (path) => {
    const answer = await within(fetch(`${base}/${path}`, { credentials: 'omit', cache: 'no-store' }))
    if (answer.status >= 500) throw new Error(`HTTP ${answer.status}`)
    return answer.ok ? new Uint8Array(await within(answer.arrayBuffer())) : null
  }
}

function within<T>(promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer in time')), patienceMs)
    promise.then(
      (value) => {
        clearTimeout(timer)
        resolve(value)
      },
      (fault: unknown) => {
        clearTimeout(timer)
        reject(fault instanceof Error ? fault : new Error('no answer'))
      },
    )
  })
}

/** Null for what is no address. */
export function addressIn(typed: string): string | null {
  try {
    const { protocol, origin } = new URL(typed.trim())
    return protocol === 'https:' || protocol === 'http:' ? origin : null
  } catch {
    return null
  }
}
