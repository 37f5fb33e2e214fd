import { z } from 'zod'
import { flawed } from './fields.ts'

/** Where the next page of a list begins. Opaque to clients; read back through its schema, so a forged one is harmless. */
export interface Cursor<Place> {
  write(place: Place): string
  /** For the contract: `cursor: place.field.optional()`. */
  readonly field: z.ZodType<Place, string>
}

const longestCursor = 500
const shape = /^[A-Za-z0-9_-]+$/

/** A cursor over the sort columns of a list, such as `cursorOf(z.tuple([day(), petitionNumber()]))`. */
export function cursorOf<Place>(place: z.ZodType<Place, unknown> | z.ZodType<Place>): Cursor<Place> {
  const field = z
    .string()
    .meta({ maxLength: longestCursor, pattern: shape.source })
    .transform((written, ctx): Place => {
      const read = place.safeParse(unpack(written))
      return read.success ? read.data : flawed(ctx, written, { flaw: 'not-a-cursor' })
    })
  return { write: (at) => pack(JSON.stringify(at)), field }
}

/** Base64url without Node's Buffer: contracts hold cursors, and the browser's build reads contracts. */
function pack(json: string): string {
  const binary = String.fromCharCode(...new TextEncoder().encode(json))
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** No text that the house wrote has it, and the database takes none. */
function withoutNul(_: string, value: unknown): unknown {
  if (typeof value === 'string' && value.includes('\0')) throw new Error('a sign that no cursor has')
  return value
}

function unpack(written: string): unknown {
  if (written.length > longestCursor || !shape.test(written)) return undefined
  try {
    const binary = atob(written.replaceAll('-', '+').replaceAll('_', '/'))
    const json = new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(binary, (sign) => sign.charCodeAt(0)))
    return JSON.parse(json, withoutNul)
  } catch {
    return undefined
  }
}
