/** What can be done with a warning now, and why not otherwise: tried on the decider, so that no page repeats a rule. */
import type { Day } from '../../kernel/day.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { decide } from './decide.ts'
import type { StaffActor, Warning, WarningCommandBody, WarningRefusal, WarningWorld } from './warning.ts'

const something: Sealed = { ref: 'probe', commitment: 'probe' }

export const warningActions = ['answer'] as const
export type WarningActionName = (typeof warningActions)[number]

export interface WarningAction {
  readonly action: WarningActionName
  readonly type: WarningCommandBody['type']
  readonly refusal: WarningRefusal | null
}

export function actionsOf(warning: Warning, actor: StaffActor, on: Day, world: WarningWorld): readonly WarningAction[] {
  return warningActions.map((action) => {
    const body = { type: 'AnswerWarning', outcome: 'knownCause', words: something } as const
    const decision = decide(warning, { ...body, on, actor }, world)
    return { action, type: body.type, refusal: decision.ok ? null : decision.error }
  })
}
