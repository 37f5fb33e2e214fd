import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'

/**
 * 销毁: what people wrote, and who they are, is taken out for good; the history stays. A lawful way to make a petition vanish
 * would be a danger, so it takes two people of two organs, an offer to the petitioner, and a public fact.
 */
export type ErasureCommand =
  /** Who approves is said by the house: the organ above, which neither registered it nor is complained about. */
  | { readonly type: 'ProposeErasure'; readonly approver: OrganId | null }
  | { readonly type: 'ObjectToErasure'; readonly reason: Sealed | null }
  | { readonly type: 'ApproveErasure' }
  /** Said by the house when nothing is left. */
  | { readonly type: 'EraseContent' }

export type ErasureFact =
  | {
      readonly type: 'ErasureProposed'
      readonly on: Day
      readonly organ: OrganId
      readonly approver: OrganId
      readonly account: string
    }
  /** To one petitioner: everything may be read and copied until the right to object has lapsed. */
  | { readonly type: 'CopyOffered'; readonly on: Day; readonly person: string }
  | { readonly type: 'ErasureObjected'; readonly on: Day; readonly person: string; readonly reason: Sealed | null }
  | { readonly type: 'ErasureApproved'; readonly on: Day; readonly organ: OrganId; readonly account: string }
  | { readonly type: 'ContentErased'; readonly on: Day }

/** The last erasure that was proposed. An objection ends it for good; another takes the whole retention again. */
export interface Erasure {
  readonly proposedOn: Day
  readonly organ: OrganId
  readonly account: string
  readonly approver: OrganId
  readonly objectedOn: Day | null
  readonly approvedOn: Day | null
  readonly erasedOn: Day | null
}
