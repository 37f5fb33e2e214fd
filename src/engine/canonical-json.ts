/**
 * The one spelling of a JSON value (RFC 8785): keys sorted by UTF-16 code units, no white space, numbers and strings as
 * ECMAScript writes them. Properties that are `undefined` are left out. Throws a TypeError for whatever JSON cannot say
 * or would say silently otherwise: NaN, infinities, bigint, functions, lone surrogates, dates, maps, buffers.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return textOf(value)
  if (typeof value === 'number') return numberOf(value)
  if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join(',')}]`
  if (isPlain(value)) return objectOf(value)
  throw new TypeError(`not JSON: ${typeof value}`)
}

function textOf(value: string): string {
  if (!value.isWellFormed()) throw new TypeError('not JSON: a lone surrogate')
  return JSON.stringify(value)
}

function numberOf(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`not JSON: ${value}`)
  return JSON.stringify(value)
}

function objectOf(value: { readonly [key: string]: unknown }): string {
  const members: string[] = []
  for (const key of Object.keys(value).sort()) {
    const member = value[key]
    if (member !== undefined) members.push(`${textOf(key)}:${canonicalJson(member)}`)
  }
  return `{${members.join(',')}}`
}

function isPlain(value: unknown): value is { readonly [key: string]: unknown } {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
