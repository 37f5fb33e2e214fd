/**
 * The shape of what a pack says of rewards for suggestions (art. 29 (2): 按照有关规定给予奖励): which kinds there are. The Regulations leave kinds
 * and amounts to other rules and none of these was read, so every row is the house's own (docs/adr/0043), and a place takes one out or adds
 * its own. No amount stands in a row.
 */
import type { Basis } from './basis.ts'

export interface RewardRule {
  readonly zh: string
  readonly en: string
  readonly basis: Basis
}

/** By a name of the pack's own. */
export type Rewards = Readonly<Record<string, RewardRule>>
