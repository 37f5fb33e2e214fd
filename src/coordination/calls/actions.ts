/** What can be done with a call now, and why not otherwise: each command is tried on the decider, so that no page repeats a rule. */
import { addDays, type Day } from '../../kernel/day.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { CallActor, CallCommandBody, CallForSuggestions, CallRefusal, CallWorld } from './call.ts'
import { decide } from './decide.ts'

const something: Sealed = { ref: 'probe', commitment: 'probe' }

export const callActions = ['edit', 'submit', 'publish', 'return', 'prolong', 'close', 'withdraw'] as const
export type CallActionName = (typeof callActions)[number]

/** The content most likely to be accepted, so that what is refused here would be refused whatever was typed. */
function favourable(action: CallActionName, { content }: CallForSuggestions, on: Day): CallCommandBody {
  switch (action) {
    case 'edit':
      return { type: 'EditCall', ...content }
    case 'submit':
      return { type: 'SubmitCall' }
    case 'publish':
      return { type: 'PublishCall' }
    case 'return':
      return { type: 'ReturnCall', reason: something }
    case 'prolong':
      return { type: 'ProlongCall', until: addDays(content.until > on ? content.until : on, 1), reason: something }
    case 'close':
      return { type: 'CloseCall', report: something }
    case 'withdraw':
      return { type: 'WithdrawCall', reason: something }
  }
}

export interface CallAction {
  readonly action: CallActionName
  readonly type: CallCommandBody['type']
  readonly refusal: CallRefusal | null
}

/** Only the organ that calls has any. */
export function actionsOf(
  call: CallForSuggestions,
  actor: CallActor,
  on: Day,
  world: CallWorld,
): readonly CallAction[] {
  if (actor.organ !== call.organ) return []
  return callActions.map((action) => {
    const body = favourable(action, call, on)
    const decision = decide(call, { ...body, on, actor }, world)
    return { action, type: body.type, refusal: decision.ok ? null : decision.error }
  })
}
