import { decided } from '../basis.ts'
import type { PetitionClass, RetentionRule } from '../law.ts'
import type { KeptRecord } from '../retention.ts'

/**
 * 保管期限: for how long what people wrote is kept after anything last happened to the petition. The Regulations give no
 * years and forbid losing or destroying petition material at will, so the figures are ours, on the long side, and the record
 * says why. Past them nothing is erased by itself.
 */
export const retention = {
  suggestion: { years: 10, basis: decided('0015') },
  accusation: { years: 30, basis: decided('0015') },
  appeal: { years: 30, basis: decided('0015') },
  /** What never became a petition: as long as an appeal, because land and neighbours stay. */
  dispute: { years: 30, basis: decided('0057') },
  /** An agreement binds like a contract, and whoever made one may need it as long as they live beside each other. */
  mediation: { years: 30, basis: decided('0057') },
  /** What was said at a window and led to nothing that is kept for itself. */
  intake: { years: 10, basis: decided('0057') },
  /** Another way of the law that somebody was told of at a window: what came of it is kept by whoever decided it. */
  referral: { years: 10, basis: decided('0057') },
} as const satisfies Record<PetitionClass | KeptRecord, RetentionRule>
