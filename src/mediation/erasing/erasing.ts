/**
 * The words of an erasure of what is of nobody’s petition: a dispute that never became one, a mediation that somebody asked for at a window, a
 * visit to a centre that led to nothing kept for itself. What belongs to a petition goes with it (docs/adr/0015). A stream of its own beside each,
 * so that nothing is written any more into what rests; there is no word of anybody in it (docs/adr/0057).
 */
import type { Day } from '../../kernel/day.ts'
import type { AllOrgans } from '../../kernel/keeping-out.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Basis } from '../../law/basis.ts'
import type { RetentionRule } from '../../law/law.ts'
import type { KeptRecord } from '../../law/retention.ts'

/** Of what something can be a part, with which it is kept and erased. */
export type WholeMatter = 'petition' | 'dispute' | 'mediation' | 'intake'

/** What the house found of a record when somebody acted: the rules read nothing else of it. */
export interface LookedRecord {
  readonly class: KeptRecord
  /** Whoever recorded it, or holds it: its head proposes. */
  readonly keeper: OrganId
  /** Whether it has come to its end. */
  readonly isOver: boolean
  /** Since when nothing has happened to it, or to what goes with it. */
  readonly restsSince: Day
  /** Clocks that run, its own and of what goes with it. */
  readonly openClocks: readonly string[]
  /** With what it goes instead; null where it stands alone. */
  readonly goesWith: WholeMatter | null
  readonly retention: RetentionRule
  readonly keptFrom: readonly OrganId[]
  readonly erasedOn: Day | null
}

export type ErasingActor =
  | { readonly kind: 'staff'; readonly account: string; readonly organ: OrganId; readonly posts: readonly string[] }
  | { readonly kind: 'house'; readonly task: string }
export type StaffActor = Extract<ErasingActor, { kind: 'staff' }>

export type ErasingCommandBody =
  /** Who approves is said by the house: the organ above, from which it is not kept. */
  | { readonly type: 'ProposeRecordErasure'; readonly approver: OrganId | null }
  | { readonly type: 'ApproveRecordErasure' }
  /** By whoever would approve. To keep something needs no reason. */
  | { readonly type: 'DeclineRecordErasure' }
  /** Said by the house when nothing is left. */
  | { readonly type: 'EraseRecord' }
export type ErasingCommandType = ErasingCommandBody['type']
export type ErasingCommand = ErasingCommandBody & {
  readonly on: Day
  readonly actor: ErasingActor
  readonly looked: LookedRecord
}
export type Of<T extends ErasingCommandType> = Extract<ErasingCommand, { type: T }>

export type ErasingFact = { readonly on: Day } & (
  | {
      readonly type: 'RecordErasureProposed'
      readonly class: KeptRecord
      readonly organ: OrganId
      readonly approver: OrganId
      readonly account: string
    }
  | { readonly type: 'RecordErasureApproved'; readonly organ: OrganId; readonly account: string }
  | { readonly type: 'RecordErasureDeclined'; readonly organ: OrganId; readonly account: string }
  | { readonly type: 'RecordErased' }
)
export type ErasingFactType = ErasingFact['type']

/** The last erasure that was proposed of one record. */
export interface Erasing {
  readonly version: number
  readonly class: KeptRecord
  readonly organ: OrganId
  readonly account: string
  readonly approver: OrganId
  readonly proposedOn: Day
  readonly approvedOn: Day | null
  readonly declinedOn: Day | null
  readonly erasedOn: Day | null
}
export type ErasingState = Erasing | null

export interface ErasingWorld {
  readonly organs: AllOrgans
}

export type ErasingRefusal =
  | { readonly kind: 'no-such-record' }
  | { readonly kind: 'record-not-over' }
  | { readonly kind: 'record-goes-with'; readonly with: WholeMatter; readonly basis: Basis }
  | { readonly kind: 'record-clock-running'; readonly clocks: readonly string[] }
  | { readonly kind: 'record-still-kept'; readonly until: Day; readonly basis: Basis }
  | { readonly kind: 'record-erased'; readonly on: Day }
  | { readonly kind: 'record-erasure-not-yours'; readonly basis: Basis }
  | { readonly kind: 'nobody-above-to-approve'; readonly basis: Basis }
  | { readonly kind: 'record-erasure-proposed'; readonly on: Day }
  | { readonly kind: 'record-erasure-approved'; readonly on: Day }
  | { readonly kind: 'no-record-erasure-proposed' }
  | { readonly kind: 'erasure-needs-second-person'; readonly basis: Basis }
export type ErasingRefusalKind = ErasingRefusal['kind']
