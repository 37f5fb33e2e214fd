/** Bytes as texts carry them, the same in Node and in every browser. */

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export const utf8 = (text: string): Uint8Array => encoder.encode(text)

/** Null for what is no UTF-8. */
export function textOf(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes)
  } catch {
    return null
  }
}

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at])

/** RFC 4648 section 4, with padding, as signed notes and checkpoints have it. */
export function base64(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}

/** No groups are repeated in it: on texts of megabytes that would exhaust the stack. */
const shape = /^[A-Za-z0-9+/]*={0,2}$/

/** Null unless it is exactly what `base64` writes: one text for each value, so that nothing can be said in two ways. */
export function fromBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0 || !shape.test(text)) return null
  const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))
  return base64(bytes) === text ? bytes : null
}

/** A decimal without leading noughts that is a safe integer; null otherwise. */
export function fromDecimal(text: string): number | null {
  const value = /^(?:0|[1-9]\d{0,15})$/.test(text) ? Number(text) : Number.NaN
  return Number.isSafeInteger(value) ? value : null
}
