/** Reads a JSON Schema the way a person wants it told: one line a field, and an example. */

export interface Field {
  readonly name: string
  readonly form: string
  readonly required: boolean
}

interface Schema {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly prefixItems?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly default?: unknown
  readonly examples?: readonly unknown[]
  readonly format?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly maxItems?: number
  readonly pattern?: string
}

const deepest = 8

export const fieldsOf = (json: object): readonly Field[] => walk(json as Schema, '', 0)

/** `people[].name`: every member by its whole path. */
function walk(schema: Schema, above: string, depth: number): readonly Field[] {
  if (depth > deepest) return []
  const { properties = {}, required = [] } = schema
  return Object.entries(properties).flatMap(([key, member]) => {
    const name = above === '' ? key : `${above}.${key}`
    return [{ name, form: formOf(member), required: required.includes(key) }, ...inside(member, name, depth + 1)]
  })
}

function inside(schema: Schema, name: string, depth: number): readonly Field[] {
  const branches = schema.anyOf ?? schema.oneOf ?? []
  if (schema.items !== undefined) return inside(schema.items, `${name}[]`, depth)
  if (schema.properties !== undefined) return walk(schema, name, depth)
  return branches.flatMap((branch) => inside(branch, name, depth))
}

export function formOf(schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  const branches = schema.anyOf ?? schema.oneOf
  if (branches !== undefined) return [...new Set(branches.map(formOf))].join(' | ')
  if (schema.items !== undefined) return `${formOf(schema.items)}[]${bound('≤', schema.maxItems)}`
  return `${[schema.type ?? 'any'].flat().join(' | ')}${detail(schema)}`
}

const bound = (sign: string, value: number | undefined): string => (value === undefined ? '' : ` ${sign} ${value}`)

function detail({ format, minLength, maxLength, minimum, maximum }: Schema): string {
  const length = maxLength === undefined ? '' : ` ${minLength ?? 0}–${maxLength}`
  const whole = Number.MAX_SAFE_INTEGER
  const low = minimum === -whole ? undefined : minimum
  const high = maximum === whole ? undefined : maximum
  return `${format === undefined ? '' : ` (${format})`}${length}${bound('≥', low)}${bound('≤', high)}`
}

/** A value that the schema would take, as plain as can be. */
export function exampleOf(json: object, depth = 0): unknown {
  const schema = json as Schema
  if (schema.examples?.[0] !== undefined) return schema.examples[0]
  if (schema.default !== undefined) return schema.default
  if (schema.const !== undefined) return schema.const
  if (schema.enum !== undefined) return schema.enum[0]
  const branch = (schema.anyOf ?? schema.oneOf)?.[0]
  if (branch !== undefined) return exampleOf(branch, depth)
  if (schema.properties !== undefined && depth < deepest) {
    return Object.fromEntries(
      Object.entries(schema.properties).map(([key, member]) => [key, exampleOf(member, depth + 1)]),
    )
  }
  if (schema.items !== undefined) return depth < deepest ? [exampleOf(schema.items, depth + 1)] : []
  return plainExample(schema)
}

function plainExample({ type, minimum = 0, format }: Schema): unknown {
  if (type === 'integer' || type === 'number') return Math.max(minimum, 1)
  if (type === 'boolean') return true
  if (type === 'string') return format === 'date' ? '2026-11-23' : '…'
  return null
}
