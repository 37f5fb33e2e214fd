import type { Day } from '../kernel/day.ts'

/** Whatever JSON can say. Facts, responses and job payloads are made of it and of nothing else. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined }

/** Who did it, by ids only: a name or a number of a person never enters a fact (invariant 5). */
export interface Actor {
  readonly kind: 'anyone' | 'petitioner' | 'staff' | 'system'
  readonly account?: string
  readonly organ?: string
  /** Accounts whose handling they had that day while those were away; left out where there was none. */
  readonly for?: readonly string[]
  /** The petitioner's place within the petition (`p1`), never who it is. */
  readonly person?: string
  /** The task of the house that acted by itself, such as a sweep. */
  readonly task?: string
}

/** The least that every fact of every room has. `on` is the civil day it happened, which may be before it was recorded. */
export interface AnyFact {
  readonly type: string
  readonly on: Day
}

/**
 * One fact as it is written and hashed. `fact` holds what is left of the room's fact without `type` and `on`, so that
 * nothing is said twice. The canonical JSON (RFC 8785) of this object is the text in `event.fact`.
 */
export interface Envelope {
  readonly stream: string
  /** 1, 2, 3 … without gaps. */
  readonly version: number
  readonly type: string
  readonly on: Day
  readonly by: Actor
  /** When the house wrote it: an instant, ISO 8601 in UTC with milliseconds. */
  readonly recordedAt: string
  readonly fact: { readonly [key: string]: Json | undefined }
}

/** A fact as its readers get it: the room's fact made whole again, with its envelope beside it. */
export interface Recorded<Fact extends AnyFact = AnyFact> {
  readonly stream: string
  readonly version: number
  readonly by: Actor
  readonly recordedAt: string
  readonly fact: Fact
}
