/** An entry as it will be sent: what is written on the way says itself where it goes, so that whoever finds it waiting can send it. */
import type { EndpointDefinition } from '../../../platform/http/endpoint.ts'
import type { Sent } from '../../shared/api.ts'
import { call } from '../api.ts'
import type { Entry } from './kept.ts'
import { type Sending, sendWaiting } from './sending.ts'

export interface Request {
  readonly method: string
  readonly path: string
  readonly sent: { readonly body?: unknown; readonly params?: Readonly<Record<string, string>> }
}

/** A call to the house, checked against its contract and not made yet. */
export const requestTo = <E extends EndpointDefinition>(
  method: E['method'],
  path: E['path'],
  sent: Sent<E>,
): Request => ({
  ...{ method, path, sent: sent as Request['sent'] },
})

/** On a network that hardly is one; whether it arrived then is not known, and it is sent again. */
const patienceMs = 30_000

/** The id under which it was written down is the key by which the house knows a repeat. */
const carry = ({ id, content }: Entry<Request>): Promise<unknown> =>
  call<EndpointDefinition>(content.method as never, content.path as never, content.sent as never, {
    idempotencyKey: id,
    signal: AbortSignal.timeout(patienceMs),
  })

export const sendAllOf = (account: string): Promise<Sending> => sendWaiting<Request>(account, carry)
