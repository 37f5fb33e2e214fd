import type { Result } from '../kernel/result.ts'
import type { Actor, AnyFact, Json } from './envelope.ts'
import type { ContentState } from './sealed-check.ts'

/** One row of a read model: column names as in the database. `stream_id` may be left out; the engine sets it. */
export type Row = { readonly [column: string]: Json | undefined }

/** Table name → its rows for one stream. A table that is not named has none. */
export type RowSet = { readonly [table: string]: readonly Row[] }

/** What the engine must know of a room to keep its facts and its read models. Everything in it is pure. */
export interface Room<State, Fact extends AnyFact> {
  readonly name: string
  readonly initial: State
  /** Throws on an impossible history. */
  evolve(state: State, fact: Fact): State
  /** The read models, derived from the folded state alone, so that `fsck` can compare and `rebuild` can remake them. */
  rows(state: State, stream: string): RowSet
  /** Every table that `rows` may name, with its key columns after `stream_id`. */
  readonly tables: { readonly [table: string]: { readonly key: readonly string[] } }
  /** Whether what its facts refer to was erased; kept, where the room does not say. */
  content?(state: State): ContentState
  /** Pieces that were erased one by one while the rest is kept: what a stream held of a petition that was erased. */
  erased?(state: State): readonly string[]
  /** Which streams are the room's. When left out: those whose id begins with the room's name and a colon. */
  owns?(stream: string): boolean
}

/** A sealed piece on its way into the table `sealed`, in the transaction of the fact that refers to it. */
export interface SealedRow {
  readonly stream_id: string
  readonly ref: string
  readonly cohort: string
  /** Who somebody is, what was said, or what offices say about where it belongs: row security keeps them apart. */
  readonly part: 'content' | 'identity' | 'office'
  readonly box: Uint8Array
}

/** Work to be done after the commit, at least once. The payload holds references, never prose or personal data. */
export interface OutboxJob {
  /** The name of the job queue. */
  readonly kind: string
  readonly payload: Json
  /** Not before this instant (ISO 8601). */
  readonly startAfter?: string
}

/** What one `execute` did. */
export interface Outcome<State, Fact extends AnyFact> {
  readonly stream: string
  /** The version of the stream after it. */
  readonly version: number
  /** The facts it appended; none when `decide` returned none. */
  readonly facts: readonly Fact[]
  readonly state: State
}

export interface Idempotency {
  /** Whose keys these are: the same key of two callers never meets. */
  readonly scope: string
  readonly key: string
  /** Anything that is equal when, and only when, the request is; a hash of the body, say. */
  readonly requestDigest: string
}

export interface Execution<State, Fact extends AnyFact, Refusal> {
  readonly room: Room<State, Fact>
  readonly stream: string
  /** `'new'`: the stream must not exist. A number: it must be at that version. `'any'`: decide again on what is there. */
  readonly expectedVersion: 'new' | number | 'any'
  readonly by: Actor
  /** ISO 8601, UTC. */
  readonly recordedAt: string
  /** Runs again when another command came between, so it must be pure. */
  decide(state: State): Result<readonly Fact[], Refusal>
  readonly sealed?: readonly SealedRow[]
  /**
   * Rows that belong to the transaction although no state can yield them, because they are made from what is sealed:
   * blind indexes, masked words, the keyed hash of a petitioner's key. Written by primary key, the last one stays.
   * They are none of the room's own tables: `rebuild` could not remake them.
   */
  readonly beside?: RowSet
  jobs?(facts: readonly Fact[], state: State): readonly OutboxJob[]
  readonly idempotency?: Idempotency
  /** What a repeat of the same request gets back. It is stored as it is: put no secret into it. */
  response?(outcome: Outcome<State, Fact>, entries: readonly Uint8Array[]): Json
  readonly scope?: Scope
}

/** Transaction-local settings: name → text. */
export type Settings = { readonly [name: string]: string }

/**
 * In whose name a stream is read and written, for row security. What is decided on is read as whoever asks may read it;
 * what follows from it is written in the name of the one stream. A repeated request is answered from the stream that it
 * made, which need not be the one that is tried now.
 */
export interface Scope {
  reading(stream: string): Settings
  writing(stream: string): Settings
}

export type Executed<State, Fact extends AnyFact> = Outcome<State, Fact> & {
  /** The same request had been executed before; nothing was written now. */
  readonly replayed: boolean
  readonly response: Json
}

/** What the engine itself refuses. All are values, none is a fault. */
export type EngineRefusal =
  /** `expectedVersion: 'new'`, and there it is: draw another number. */
  | { readonly kind: 'stream-exists'; readonly stream: string }
  | { readonly kind: 'version-conflict'; readonly expected: number | 'any'; readonly actual: number }
  /** The key was used for another request. */
  | { readonly kind: 'idempotency-conflict' }
