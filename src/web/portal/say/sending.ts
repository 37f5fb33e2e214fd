/** Sends a draft so that it is registered once, whatever the line does in between. */

import type { registerPetition } from '../../../petition/contract.ts'
import type { Received } from '../../../platform/http/endpoint.ts'
import { keepReceipt } from '../receipt/kept.ts'
import { call, type Trouble } from '../wire/api.ts'
import { randomName } from '../wire/random.ts'
import { bodyOf } from './body.ts'
import { changeDraft, clearDraft, type Flow, readDraft } from './draft.ts'

export type Registered = Received<typeof registerPetition>

/** Null when it is registered and the receipt lies ready. */
export async function send(flow: Flow): Promise<Trouble | null> {
  const draft = readDraft(flow)
  // what may have arrived already is sent again letter by letter, or the house would take it for another request
  const sent = draft.sent ?? JSON.stringify(bodyOf(draft))
  changeDraft(flow, { sent })
  const answer = await call<Registered>('/api/petitions', {
    method: 'POST',
    body: JSON.parse(sent),
    idempotencyKey: draft.sendingName,
  })
  if (answer.ok) {
    const names = draft.confidentiality === 'anonymous' ? [] : draft.people.map(({ name }) => name.trim())
    keepReceipt({ ...answer.value, flow, names })
    clearDraft(flow)
    return null
  }
  if (answer.trouble.kind === 'refused') letGo(flow)
  return answer.trouble
}

/** Frees the draft for changes. What is sent then is another request and needs another name. */
export const letGo = (flow: Flow): void => changeDraft(flow, { sent: null, sendingName: randomName() })
