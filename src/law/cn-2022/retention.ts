import { decided } from '../basis.ts'
import type { PetitionClass, RetentionRule } from '../law.ts'

/**
 * 保管期限: for how long what people wrote is kept after anything last happened to the petition. The Regulations give no
 * years and forbid losing or destroying petition material at will, so the figures are ours, on the long side, and the record
 * says why. Past them nothing is erased by itself.
 */
export const retention = {
  suggestion: { years: 10, basis: decided('0015') },
  accusation: { years: 30, basis: decided('0015') },
  appeal: { years: 30, basis: decided('0015') },
} as const satisfies Record<PetitionClass, RetentionRule>
