/** An entry as it will be sent: what is written on the way says itself where it goes, so that whoever finds it waiting can send it. */
import type { EndpointDefinition } from '../../../platform/http/endpoint.ts'
import type { Sent } from '../../shared/api.ts'
import { call } from '../api.ts'
import type { Entry } from './kept.ts'
import { type Picture, sendPicture } from './pictures.ts'
import { type Sending, sendWaiting } from './sending.ts'

export interface Request {
  readonly method: string
  readonly path: string
  readonly sent: { readonly body?: unknown; readonly params?: Readonly<Record<string, string>> }
  /** Sent first, and named in the body as its `materials`. */
  readonly pictures: readonly Picture[]
}

/** A call to the house, checked against its contract and not made yet. */
export const requestTo = <E extends EndpointDefinition>(
  method: E['method'],
  path: E['path'],
  sent: Sent<E>,
  pictures: readonly Picture[] = [],
): Request => ({
  ...{ method, path, sent: sent as Request['sent'], pictures },
})

/** On a network that hardly is one; whether it arrived then is not known, and it is sent again. */
const patienceMs = 30_000

/** The id under which it was written down is the key by which the house knows a repeat. */
async function carry({ id, content }: Entry<Request>): Promise<unknown> {
  const { method, path, sent, pictures } = content
  const materials = []
  for (const picture of pictures) materials.push(await sendPicture(picture))
  const body = pictures.length === 0 ? sent.body : { ...(sent.body as object), materials }
  return call<EndpointDefinition>(method as never, path as never, { ...sent, body } as never, {
    idempotencyKey: id,
    signal: AbortSignal.timeout(patienceMs),
  })
}

export const sendAllOf = (account: string): Promise<Sending> => sendWaiting<Request>(account, carry)
