import type { ClientBase } from 'pg'
import { canonicalJson } from './canonical-json.ts'
import { chainHash, type Head, noHead, parseFact } from './chain.ts'
import type { AnyFact, Recorded } from './envelope.ts'
import { sentenceOf } from './fault.ts'
import type { Room, RowSet } from './room.ts'
import { type ContentState, refsIn } from './sealed-check.ts'

/** The first fact of a stream that is not as it was written. Nothing after it can be trusted, so nothing more is said. */
export interface FactError {
  /**
   * `gap`: a version is missing. `hash`: the text or the one before it was changed. `unparsable`: not an envelope.
   * `mislabelled`: a column says something else than the text. `impossible`: the room's `evolve` throws.
   */
  readonly kind: 'gap' | 'hash' | 'unparsable' | 'mislabelled' | 'impossible'
  readonly stream: string
  readonly version: number
  readonly detail: string
}

/** One stream, read to its end. */
export interface Walked {
  readonly stream: string
  readonly facts: number
  /** The last sound fact. */
  readonly head: Head
  readonly error: FactError | null
  /** The rows that its room derives from it; null when no given room owns it, or after an error. */
  readonly rows: RowSet | null
  /** The sealed pieces that its facts commit to. */
  readonly refs: ReadonlySet<string>
  /** Null where nobody can say: no given room owns it, or it is broken. */
  readonly content: ContentState | null
  /** Refs of the pieces that were erased one by one. */
  readonly erased: readonly string[]
}

/** A room whose types no longer matter, as when many are looked at together. */
// biome-ignore lint/suspicious/noExplicitAny: rooms of different states and facts have no other common type
export type AnyRoom = Room<any, any>

interface EventRow {
  readonly stream_id: string
  readonly version: number
  readonly type: string
  readonly fact: string
  readonly hash: Buffer
  readonly recorded_at: Date
}

const pageSize = 1000

/**
 * Walks through every fact of every stream, by stream and version, checking each and folding it. Holds one page of
 * facts and one state at a time. The client's transaction decides which moment is seen.
 */
export async function* walkStreams(client: ClientBase, rooms: readonly AnyRoom[]): AsyncGenerator<Walked> {
  let walker: Walker | null = null
  for await (const row of eventRows(client)) {
    if (walker?.stream !== row.stream_id) {
      if (walker) yield walker.walked()
      walker = new Walker(row.stream_id, ownerOf(rooms, row.stream_id))
    }
    walker.take(row)
  }
  if (walker) yield walker.walked()
}

async function* eventRows(client: ClientBase): AsyncGenerator<EventRow> {
  let [stream, version] = ['', 0]
  for (;;) {
    const { rows } = await client.query<EventRow>({
      name: 'engine walk facts',
      text: `select stream_id, version, type, fact, hash, recorded_at from event
        where (stream_id, version) > ($1, $2) order by stream_id, version limit $3`,
      values: [stream, version, pageSize],
    })
    yield* rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < pageSize) return
    stream = last.stream_id
    version = last.version
  }
}

export const ownerOf = (rooms: readonly AnyRoom[], stream: string): AnyRoom | undefined =>
  rooms.find((room) => room.owns?.(stream) ?? stream.startsWith(`${room.name}:`))

class Walker {
  readonly stream: string
  readonly #room: AnyRoom | undefined
  #state: unknown
  #facts = 0
  #head: Head = noHead
  #error: FactError | null = null
  readonly #refs = new Set<string>()

  constructor(stream: string, room: AnyRoom | undefined) {
    this.stream = stream
    this.#room = room
    this.#state = room?.initial
  }

  take(row: EventRow): void {
    this.#facts += 1
    if (this.#error) return
    this.#error = this.#check(row)
    if (!this.#error) this.#head = { version: row.version, hash: row.hash }
  }

  walked(): Walked {
    const rows = this.#rows()
    const content = rows && (this.#room?.content?.(this.#state) ?? 'kept')
    return {
      stream: this.stream,
      facts: this.#facts,
      head: this.#head,
      error: this.#error,
      rows,
      refs: this.#refs,
      content,
      erased: (rows && this.#room?.erased?.(this.#state)) ?? [],
    }
  }

  #rows(): RowSet | null {
    if (!this.#room || this.#error) return null
    try {
      return this.#room.rows(this.#state, this.stream)
    } catch (fault) {
      const { version } = this.#head
      this.#error = { kind: 'impossible', stream: this.stream, version, detail: sentenceOf(fault) }
      return null
    }
  }

  #check(row: EventRow): FactError | null {
    const broken = (kind: FactError['kind'], detail: string, version = row.version): FactError => ({
      kind,
      stream: this.stream,
      version,
      detail,
    })
    const next = this.#head.version + 1
    if (row.version !== next) return broken('gap', `version ${row.version} follows ${this.#head.version}`, next)
    if (!chainHash(this.#head.hash, row.fact).equals(row.hash)) return broken('hash', 'the hash is another')
    const recorded = parsed(row.fact)
    if (recorded === null) return broken('unparsable', 'not an envelope in canonical JSON')
    const wrong = mislabelled(row, recorded)
    if (wrong) return broken('mislabelled', `the text says another ${wrong}`)
    try {
      this.#state = this.#room?.evolve(this.#state, recorded.fact)
      for (const ref of refsIn(recorded.fact)) this.#refs.add(ref)
      return null
    } catch (fault) {
      return broken('impossible', sentenceOf(fault))
    }
  }
}

function parsed(text: string): Recorded | null {
  try {
    return canonicalJson(JSON.parse(text)) === text ? parseFact(text) : null
  } catch {
    return null
  }
}

function mislabelled(row: EventRow, { stream, version, fact, recordedAt }: Recorded<AnyFact>): string | null {
  if (stream !== row.stream_id) return 'stream'
  if (version !== row.version) return 'version'
  if (fact.type !== row.type) return 'type'
  return row.recorded_at.toISOString() === recordedAt ? null : 'time'
}
