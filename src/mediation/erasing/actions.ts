/** What can be done about the erasure of a record now, and why not otherwise: tried on the decider, so that no page repeats a rule. */
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { decide } from './decide.ts'
import type { ErasingRefusal, ErasingState, ErasingWorld, LookedRecord, StaffActor } from './erasing.ts'

export const erasingActions = ['propose', 'approve', 'decline'] as const
export type ErasingActionName = (typeof erasingActions)[number]

const types = {
  propose: 'ProposeRecordErasure',
  approve: 'ApproveRecordErasure',
  decline: 'DeclineRecordErasure',
} as const

export interface Trying {
  readonly actor: StaffActor
  readonly on: Day
  readonly looked: LookedRecord
  readonly approver: OrganId | null
  readonly world: ErasingWorld
}

export const actionsOf = (
  state: ErasingState,
  { actor, on, looked, approver, world }: Trying,
): readonly { readonly action: ErasingActionName; readonly refusal: ErasingRefusal | null }[] =>
  erasingActions.map((action) => {
    const decision = decide(state, { type: types[action], approver, on, actor, looked }, world)
    return { action, refusal: decision.ok ? null : decision.error }
  })
