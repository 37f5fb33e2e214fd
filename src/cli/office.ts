/** The public side of an office, asked over the network by verbs that need no house. */
import { UsageRefused } from './verb.ts'

const patienceMs = 30_000

/** Reads below an office's address, which may be given with or without its last part; null for what is not there. Throws UsageRefused, or for an office that fails. */
export function officeAt(address: string): (path: string) => Promise<Uint8Array | null> {
  const url = URL.canParse(address) ? new URL(address) : null
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new UsageRefused(`${address} is no address; write https://…`)
  return async (path) => {
    const answer = await fetch(`${url.origin}/${path}`, { signal: AbortSignal.timeout(patienceMs) }).catch((cause) => {
      throw new Error(`${url.origin} cannot be reached`, { cause })
    })
    if (answer.status >= 500) throw new Error(`${url.origin} failed: HTTP ${answer.status}`)
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null
  }
}
