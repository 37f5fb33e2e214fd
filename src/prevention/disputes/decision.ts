import type { Day } from '../../kernel/day.ts'
import { isAfter, isBefore } from '../../kernel/day.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import type {
  Dispute,
  DisputeCommandType,
  DisputeFact,
  DisputeRefusal,
  DisputeWorld,
  Of,
  StaffActor,
} from './dispute.ts'

export type DisputeDecision = Result<readonly DisputeFact[], DisputeRefusal>
export type Decide<T extends DisputeCommandType> = (
  dispute: Dispute,
  command: Of<T>,
  world: DisputeWorld,
) => DisputeDecision

export const refuse = (refusal: DisputeRefusal): DisputeDecision => err(refusal)
export const accept = (...facts: readonly DisputeFact[]): DisputeDecision => ok(facts)

/** Of a command that only staff give. */
export const staffOf = ({ actor }: { readonly actor: Of<DisputeCommandType>['actor'] }): StaffActor =>
  actor as StaffActor

/** A phone says on which day something was: not before the dispute was found, and not ahead. */
export function refusalOfDay({ foundOn }: Pick<Dispute, 'foundOn'>, at: Day, on: Day): DisputeRefusal | null {
  return isBefore(at, foundOn) || isAfter(at, on) ? { kind: 'day-outside-dispute', at, from: foundOn, today: on } : null
}
