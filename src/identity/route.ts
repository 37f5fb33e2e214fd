/** What the routes of organs, accounts and sign-in have in common. */
import type { EngineRefusal } from '../engine/room.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import type { Viewer } from '../kernel/viewer.ts'
import { type Respond, type Route, route, type WireRefusal } from '../platform/http/call.ts'
import type { EndpointDefinition } from '../platform/http/endpoint.ts'
import type { Administrator } from './organ.ts'
import type { IdentityRefusal } from './wording.ts'

export type Staff = Extract<Viewer, { kind: 'staff' }>
type Refusal = IdentityRefusal | WireRefusal
export type Answered<T> = Promise<Result<T, Refusal>>

/** A route of this room: every handler may refuse with any of its refusals. */
export const on = <const E extends EndpointDefinition>(endpoint: E, respond: Respond<E, IdentityRefusal>) =>
  route(endpoint, respond) as Route<IdentityRefusal>

export const administratorOf = ({ account, organ }: Staff): Administrator => ({ kind: 'staff', account, organ })

export const named = ({ zh, en }: { readonly zh: string; readonly en: string }, id: string) => ({ id, zh, en })

export const nothing = (acted: Result<unknown, IdentityRefusal | EngineRefusal>) =>
  acted.ok ? ok(undefined) : refused(acted.error)

/** The engine's refusals are the wire's, which has words for them. */
export const refused = (refusal: IdentityRefusal | EngineRefusal): { readonly ok: false; readonly error: Refusal } =>
  err(refusal)
