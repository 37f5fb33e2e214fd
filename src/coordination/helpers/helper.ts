/**
 * The words of a helper on the roster (协助力量名册): somebody from a mass organisation, a social organisation, a delegate, a veteran, a lawyer,
 * who has agreed in writing to keep what they learn to themselves. Kept by a bureau or a conference office; who they are lies sealed. Helpers
 * are never scored (docs/adr/0042).
 */
import type { Day } from '../../kernel/day.ts'
import type { OrganId, Organs } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { Basis } from '../../law/basis.ts'
import type { HelperKind, HelperSkill } from '../../law/codes/helper-kinds.ts'

export const helperStates = ['active', 'suspended', 'ended'] as const
export type HelperStateName = (typeof helperStates)[number]

export interface HelperDetails {
  readonly kind: HelperKind
  readonly name: Sealed
  /** How they are reached: read by the organ that keeps the roster alone. */
  readonly contact: Sealed
  readonly skills: readonly HelperSkill[]
  /** Codes of regions in which they help. */
  readonly places: readonly string[]
  /** The organ to which they belong, if they belong to one. */
  readonly organ: OrganId | null
  /** The last day of their term, if it has one. */
  readonly until: Day | null
}

type HouseActor = { readonly kind: 'house'; readonly task: string }
export interface StaffActor {
  readonly kind: 'staff'
  readonly account: string
  readonly organ: OrganId
  readonly posts: readonly string[]
}

export type HelperCommandBody =
  | ({ readonly type: 'EnterHelper'; readonly agreedOn: Day } & HelperDetails)
  | ({ readonly type: 'ReviseHelper' } & HelperDetails)
  | { readonly type: 'SuspendHelper'; readonly reason: Sealed }
  | { readonly type: 'ResumeHelper' }
  | { readonly type: 'EndHelper'; readonly reason: Sealed }
  /** By the house, once nobody has to know any longer who it was. */
  | { readonly type: 'EraseHelper' }
export type HelperCommandType = HelperCommandBody['type']
export type HelperCommand = HelperCommandBody & { readonly on: Day; readonly actor: StaffActor | HouseActor }

export type HelperFact = { readonly on: Day; readonly account: string } & (
  | ({ readonly type: 'HelperEntered'; readonly keeper: OrganId; readonly agreedOn: Day } & HelperDetails)
  | ({ readonly type: 'HelperRevised' } & HelperDetails)
  | { readonly type: 'HelperSuspended'; readonly reason: Sealed }
  | { readonly type: 'HelperResumed' }
  | {
      readonly type: 'HelperEnded'
      readonly reason: Sealed
      /** The last day on which the entry is kept; absent in older records. */
      readonly keptUntil?: Day
    }
  | { readonly type: 'HelperErased' }
)
export type HelperFactType = HelperFact['type']

export interface Helper extends HelperDetails {
  readonly version: number
  readonly keeper: OrganId
  readonly enteredOn: Day
  /** When they signed that they keep what they learn to themselves. */
  readonly agreedOn: Day
  readonly state: HelperStateName
  readonly endedOn: Day | null
  readonly keptUntil: Day | null
  readonly erasedOn: Day | null
}
export type HelperState = Helper | null

export interface HelperWorld {
  readonly organs: Organs
  /** For how many years the law keeps the matters in which helpers help. */
  readonly keptYears: number
}

export type HelperRefusal =
  | { readonly kind: 'no-such-helper' }
  | { readonly kind: 'helper-entered-already' }
  | { readonly kind: 'roster-is-anothers'; readonly basis: Basis }
  | { readonly kind: 'wrong-helper-state'; readonly state: HelperStateName; readonly command: HelperCommandType }
  | { readonly kind: 'entry-still-kept'; readonly until: Day }
  | { readonly kind: 'agreement-not-signed-yet'; readonly agreedOn: Day; readonly today: Day; readonly basis: Basis }
  | { readonly kind: 'term-has-passed'; readonly until: Day; readonly today: Day }
  | { readonly kind: 'unknown-organ'; readonly organ: OrganId }
