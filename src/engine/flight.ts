import type { ClientBase, Pool, Submittable } from 'pg'

/** What may be bound to a parameter: text that PostgreSQL reads as the parameter's type, or bytes in binary form. */
export type Parameter = string | number | boolean | null | Buffer

/** A statement with its values. The same name must always mean the same text; one without a name is prepared for once. */
export interface Statement {
  readonly name: string
  readonly text: string
  readonly values: readonly Parameter[]
}

export type DatabaseRow = { readonly [column: string]: unknown }
type Rows = readonly DatabaseRow[]

/** The part of pg's connection that a Submittable may use, as pg-cursor and pg-query-stream do. */
interface Wire {
  readonly stream: { cork(): void; uncork(): void }
  close(what: { type: 'S'; name: string }): void
  parse(statement: { name: string; text: string; types: number[] }): void
  bind(binding: { portal: string; statement: string; values: readonly (string | Buffer | null)[] }): void
  describe(what: { type: 'P'; name: string }): void
  execute(portal: { portal: string }): void
  sync(): void
}

/** Which statements each connection has already prepared. */
const prepared = new WeakMap<Wire, Set<string>>()

function namesOn(wire: Wire): Set<string> {
  const names = prepared.get(wire) ?? new Set()
  prepared.set(wire, names)
  return names
}

/**
 * Several statements in one round trip and one transaction: everything goes out before anything is awaited, with a
 * single Sync at the end. PostgreSQL then runs them as one implicit transaction, and the first error undoes all.
 * Returns the rows of each statement. Throws pg's DatabaseError. Measured against a transaction of pipelined queries:
 * a quarter faster, half the processor time in Node. Needs a pool without pg's own `pipeline` option.
 */
export async function fly(pool: Pool, statements: readonly Statement[]): Promise<readonly Rows[]> {
  const client = await pool.connect()
  let lost: Error | undefined
  const lose = (fault: Error): void => {
    lost = fault
  }
  client.on('error', lose)
  try {
    return await flyOn(client, statements)
  } finally {
    client.off('error', lose)
    client.release(lost)
  }
}

function flyOn(client: ClientBase, statements: readonly Statement[]): Promise<readonly Rows[]> {
  const parserOf = (type: number) => client.getTypeParser(type, 'text')
  return new Promise((resolve, reject) => {
    client.query(new Flight(statements, parserOf, (fault, rows) => (fault ? reject(fault) : resolve(rows))))
  })
}

/** How the pool reads a value of a type: a flight gives back what its other queries would. */
type ParserOf = (type: number) => (text: string) => unknown

interface Field {
  readonly name: string
  readonly dataTypeID: number
}

class Flight implements Submittable {
  /** pg replaces it when a read timeout is set. */
  callback: (fault: Error | null, rows: readonly Rows[]) => void
  readonly #statements: readonly Statement[]
  readonly #parserOf: ParserOf
  readonly #results: Rows[] = []
  readonly #fresh = new Set<string>()
  #fields: readonly Field[] = []
  #rows: DatabaseRow[] = []

  constructor(statements: readonly Statement[], parserOf: ParserOf, callback: Flight['callback']) {
    this.#statements = statements
    this.#parserOf = parserOf
    this.callback = callback
  }

  submit(connection: unknown): void {
    const wire = connection as Wire
    wire.stream.cork()
    for (const { name, text, values } of this.#statements) {
      if (name === '') wire.parse({ name, text, types: [] })
      else if (!namesOn(wire).has(name) && !this.#fresh.has(name)) this.#prepare(wire, name, text)
      wire.bind({ portal: '', statement: name, values: values.map(bound) })
      wire.describe({ type: 'P', name: '' })
      wire.execute({ portal: '' })
    }
    wire.sync()
    wire.stream.uncork()
  }

  /** A flight that failed may or may not have left the statement behind, so it is closed first; that is never an error. */
  #prepare(wire: Wire, name: string, text: string): void {
    wire.close({ type: 'S', name })
    wire.parse({ name, text, types: [] })
    this.#fresh.add(name)
  }

  handleRowDescription(message: { readonly fields: readonly Field[] }): void {
    this.#fields = message.fields
  }

  handleDataRow(message: { readonly fields: readonly (string | null)[] }): void {
    const cells = this.#fields.map(({ name, dataTypeID }, at) => {
      const text = message.fields[at] ?? null
      return [name, text === null ? null : this.#parserOf(dataTypeID)(text)] as const
    })
    this.#rows.push(Object.fromEntries(cells))
  }

  handleCommandComplete(): void {
    this.#results.push(this.#rows)
    this.#rows = []
  }

  handleReadyForQuery(connection: unknown): void {
    for (const name of this.#fresh) namesOn(connection as Wire).add(name)
    this.callback(null, this.#results)
  }

  /** After an error PostgreSQL skips to the Sync, and pg tells this flight nothing more. */
  handleError(fault: Error): void {
    this.callback(fault, [])
  }

  handleEmptyQuery(): void {}
  handlePortalSuspended(): void {}
}

const bound = (value: Parameter): string | Buffer | null =>
  value === null || Buffer.isBuffer(value) ? value : String(value)

/** The literal of a one-dimensional array; PostgreSQL reads each element as the array's element type. */
export function arrayOf(elements: readonly (string | number | null)[]): string {
  return `{${elements.map((each) => (each === null ? 'NULL' : `"${String(each).replace(/["\\]/g, '\\$&')}"`)).join(',')}}`
}

const byteaOid = 17
const textOid = 25

/** `bytea[]` in PostgreSQL's binary form, which spares both sides the hexadecimal detour. */
export const arrayOfBytes = (elements: readonly Uint8Array[]): Buffer => binaryArray(byteaOid, elements)

/** `text[]` likewise: long texts need not be searched for what must be escaped. */
export const arrayOfTexts = (elements: readonly string[]): Buffer =>
  binaryArray(
    textOid,
    elements.map((text) => Buffer.from(text, 'utf8')),
  )

function binaryArray(oid: number, elements: readonly Uint8Array[]): Buffer {
  const head = Buffer.alloc(20)
  head.writeInt32BE(elements.length === 0 ? 0 : 1, 0)
  head.writeInt32BE(oid, 8)
  head.writeInt32BE(elements.length, 12)
  head.writeInt32BE(1, 16)
  const body = elements.flatMap((bytes) => {
    const length = Buffer.alloc(4)
    length.writeInt32BE(bytes.length)
    return [length, bytes]
  })
  return elements.length === 0 ? head.subarray(0, 12) : Buffer.concat([head, ...body])
}
