import { err, ok, type Result } from '../../kernel/result.ts'
import type {
  Of,
  Ownership,
  OwnershipCommandType,
  OwnershipFact,
  OwnershipRefusal,
  OwnershipWorld,
} from './ownership.ts'

export type OwnershipDecision = Result<readonly OwnershipFact[], OwnershipRefusal>
export type Decide<T extends OwnershipCommandType> = (
  ownership: Ownership,
  command: Of<T>,
  world: OwnershipWorld,
) => OwnershipDecision

export const refuse = (refusal: OwnershipRefusal): OwnershipDecision => err(refusal)
export const accept = (...facts: readonly OwnershipFact[]): OwnershipDecision => ok(facts)
