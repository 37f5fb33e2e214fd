import type { FastifyRequest } from 'fastify'
import { Problem } from './problem.ts'

const longestUrl = 4096

/** Refuses an address that is too long, is not UTF-8 once decoded, or hides control characters such as `%00`. */
export function refuseStrangeUrl({ raw: { url = '' } }: FastifyRequest): void {
  if (url.length > longestUrl) throw new Problem('address-too-long')
  const decoded = decode(url.replaceAll('+', ' '))
  if (decoded === null || /[\u0000-\u001f\u007f]/.test(decoded)) throw new Problem('malformed-address')
}

function decode(url: string): string | null {
  try {
    return decodeURIComponent(url)
  } catch {
    return null
  }
}
