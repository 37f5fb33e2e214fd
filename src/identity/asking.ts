/** How a call becomes a command: what is said, by whom, on which version, and under which key of their own. */
import type { Idempotency } from '../engine/room.ts'
import type { Viewer } from '../kernel/viewer.ts'
import type { IdempotencyKey } from '../platform/http/idempotency.ts'

type Staff = Extract<Viewer, { kind: 'staff' }>

/** What the calls that carry out a command have in common. */
export interface CommandCall<Params, By extends Viewer = Staff> {
  readonly params: Params
  readonly body: object
  readonly viewer: By
  /** Missing where what is commanded begins with it. */
  readonly ifMatch?: number | null
  readonly idempotency: IdempotencyKey | null
  readonly answer: { etag(version: number): void }
}

/** The same key of two callers, or in two rooms, never meets. Whom the house does not know has none. */
export function idempotencyOf(
  room: string,
  viewer: Viewer,
  given: IdempotencyKey | null,
): { readonly idempotency?: Idempotency } {
  if (given === null || (viewer.kind !== 'staff' && viewer.kind !== 'petitioner')) return {}
  const who = viewer.kind === 'staff' ? viewer.account : `${viewer.petition}/${viewer.person}`
  return { idempotency: { scope: `${room}:${who}`, key: given.key, requestDigest: given.digest } }
}

/** What every command takes from its call, whatever it is about. */
export const askedBy = <Body extends object, By extends Viewer>(
  room: string,
  {
    body,
    viewer,
    ifMatch = null,
    idempotency,
  }: Pick<CommandCall<unknown, By>, 'viewer' | 'ifMatch' | 'idempotency'> & { readonly body: Body },
) => ({
  ...{ body, viewer, ...idempotencyOf(room, viewer, idempotency) },
  ...(ifMatch === null ? {} : { expectedVersion: ifMatch }),
})
