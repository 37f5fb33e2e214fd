import type { Result } from '../../kernel/result.ts'
import { err, ok } from '../../kernel/result.ts'
import type { Of, Referral, ReferralCommandType, ReferralFact, ReferralRefusal, ReferralWorld } from './referral.ts'

export type ReferralDecision = Result<readonly ReferralFact[], ReferralRefusal>
export type Decide<T extends ReferralCommandType> = (
  referral: Referral,
  command: Of<T>,
  world: ReferralWorld,
) => ReferralDecision

export const refuse = (refusal: ReferralRefusal): ReferralDecision => err(refusal)
export const accept = (...facts: readonly ReferralFact[]): ReferralDecision => ok(facts)
