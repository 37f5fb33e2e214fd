/**
 * Sight of a petition for an organ that has no part in its handling: whoever owns the case, sits in its working group or conference, reads
 * it for a leader or assists. It is given for a reason and for a time, said to the petitioner, and gives no right to act (docs/adr/0042).
 */
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'

/** 包案 · 专项工作小组 · 联席会议 · 领导阅批 · 协办 · 人民建议研究 */
export const sightReasons = ['ownership', 'workingGroup', 'conference', 'reading', 'assistance', 'suggestion'] as const
export type SightReason = (typeof sightReasons)[number]

/** For what it is given: the stream of the other room, or the assistance within the petition. */
export interface SightCause {
  readonly kind: SightReason
  readonly stream: string
}

export type SharingCommand =
  | {
      readonly type: 'ShareSight'
      readonly with: OrganId
      /** Only these accounts of the organ; null for everybody who handles there. */
      readonly accounts: readonly string[] | null
      readonly because: SightCause
      /** The last day on which it holds; null until it is ended. */
      readonly until: Day | null
    }
  /** All that was given for this cause, or what one organ has of it. */
  | { readonly type: 'EndSight'; readonly because: SightCause; readonly with: OrganId | null }
  /** Whoever turns out to be accused has no sight of it any more, whatever it was given for. */
  | { readonly type: 'TakeSight'; readonly from: OrganId }
  /** Its last day has passed. */
  | { readonly type: 'LapseSight' }

export type SharingFact =
  | {
      readonly type: 'SightShared'
      readonly on: Day
      readonly ref: string
      readonly organ: OrganId
      readonly accounts: readonly string[] | null
      readonly because: SightCause
      readonly until: Day | null
    }
  | {
      readonly type: 'SightEnded'
      readonly on: Day
      readonly ref: string
      readonly organ: OrganId
      readonly because: SightCause
    }

/** `s1`, `s2` … within the petition. Given again for the same cause it keeps its name and holds as it was given last. */
export interface Sight {
  readonly ref: string
  readonly on: Day
  readonly organ: OrganId
  readonly accounts: readonly string[] | null
  readonly because: SightCause
  readonly until: Day | null
  readonly endedOn: Day | null
}
