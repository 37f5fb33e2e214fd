/** What a room's handler is given, and what it gives back. */
import type { Result } from '../../kernel/result.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import type { FileStore, StoredFile } from '../files/store.ts'
import type { KeptCookie } from './credentials.ts'
import type { Access, Bilingual, EndpointDefinition, Parsed, Reply } from './endpoint.ts'
import type { IdempotencyKey } from './idempotency.ts'
import type { Language } from './language.ts'
import type { Explanation } from './problem.ts'

type Kind<K extends Viewer['kind']> = Extract<Viewer, { kind: K }>

/** Who calls, as narrowly as the endpoint's access says. */
export type ViewerFor<A extends Access> = A extends 'anyone'
  ? Kind<'anyone' | 'petitioner' | 'staff'>
  : A extends 'petitioner-or-staff'
    ? Kind<'petitioner' | 'staff'>
    : A extends 'petitioner'
      ? Kind<'petitioner'>
      : Kind<'staff'>

type Said<E, Header extends 'ifMatch' | 'idempotencyKey', T> = E extends { readonly [H in Header]: 'required' }
  ? T
  : E extends { readonly [H in Header]: 'optional' }
    ? T | null
    : null

export interface Call<E extends EndpointDefinition> {
  readonly params: Parsed<E>['params']
  readonly query: Parsed<E>['query']
  /** Of an upload it comes with the files, by `receive`. */
  readonly body: E extends { readonly upload: object } ? undefined : Parsed<E>['body']
  readonly viewer: ViewerFor<E['access']>
  readonly language: Language
  readonly requestId: string
  readonly address: string
  /** What the browser calls itself; empty when it says nothing. */
  readonly agent: string
  /** What the browser has kept for the house; null when it has nothing. */
  kept(cookie: KeptCookie): string | null
  /** The version that the client was looking at. */
  readonly ifMatch: Said<E, 'ifMatch', number>
  readonly idempotency: Said<E, 'idempotencyKey', IdempotencyKey>
  readonly answer: Answer
  /**
   * Takes an upload in. Once, and only at an endpoint with `upload`. What is too large, too many or not what it says
   * ends the request; files of a request that is refused in the end are discarded again.
   */
  receive(store: FileStore): Promise<{ body: Parsed<E>['body']; files: readonly StoredFile[] }>
}

/** What goes into the headers of the answer. */
export interface Answer {
  /** The version of what is shown, for the `If-Match` of the next command. */
  etag(version: number): void
  location(path: string): void
  startSession(token: string, maxAgeSeconds: number): void
  endSession(): void
  /** Lets the browser keep something for the house, or lose it again. */
  keep(cookie: KeptCookie, value: string, maxAgeSeconds: number): void
  lose(cookie: KeptCookie): void
}

/** What the engine, or any room, can refuse without words of its own. */
export interface WireRefusal {
  readonly kind: 'stream-exists' | 'version-conflict' | 'idempotency-conflict' | 'not-found' | 'not-permitted'
}

export type Respond<E extends EndpointDefinition, Refusal> = (
  call: Call<E>,
) => Promise<Result<Reply<E>, Refusal | WireRefusal>>

/** An endpoint with its handler; which endpoint it was no longer shows in the type. */
export interface Route<Refusal> {
  readonly endpoint: EndpointDefinition
  readonly respond: (call: Call<EndpointDefinition>) => Promise<Result<unknown, Refusal | WireRefusal>>
}

export const route = <const E extends EndpointDefinition, Refusal>(
  endpoint: E,
  respond: Respond<E, Refusal>,
): Route<Refusal> => ({ endpoint, respond: respond as unknown as Route<Refusal>['respond'] })

type OwnKinds<Refusal extends { readonly kind: string }> = Exclude<Refusal['kind'], WireRefusal['kind']>
export type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 410 | 412 | 413 | 415 | 422 | 423 | 429

/** Everything that a room answers, and how it says no. A new refusal without a status does not compile. */
export interface RoomRoutes<Refusal extends { readonly kind: string }> {
  readonly name: string
  readonly title: Bilingual
  readonly routes: readonly Route<Refusal | WireRefusal>[]
  readonly statusOf: Readonly<Record<OwnKinds<Refusal>, RefusalStatus>>
  explain(refusal: Exclude<Refusal, WireRefusal>): Explanation
}

/** A room as the wire keeps it. */
export type AnyRoom = RoomRoutes<{ readonly kind: string }>

/** Declares a room's routes, checking that every refusal has a status. */
export const room = <Refusal extends { readonly kind: string }>(declared: RoomRoutes<Refusal>): AnyRoom =>
  declared as unknown as AnyRoom
