import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { SignedRecord, Told } from '../handling/words.ts'

/** 复查 (art. 35) and 复核 (art. 36). English usage conflicts, so the Chinese terms decide. */
export type Instance = 'review' | 'reexamination'

/** 维持 · 变更 · 撤销并责令重新办理. */
export type ReviewOutcome = 'upheld' | 'changed' | 'quashed'

export type ReviewCommand =
  | { readonly type: 'AcceptReview'; readonly told: Told }
  | { readonly type: 'ExtendReview'; readonly until: Day; readonly reason: Sealed; readonly told: Told }
  | {
      readonly type: 'RequestReview'
      readonly organ: OrganId
      readonly person: string
      readonly grounds: Sealed
      readonly signed: SignedRecord | null
    }
  | {
      readonly type: 'IssueReviewOpinion'
      readonly outcome: ReviewOutcome
      readonly facts: Sealed
      readonly opinion: Sealed
      readonly legalBasis: Sealed
      readonly redoBy: Day | null
    }
  | {
      readonly type: 'RequestReexamination'
      readonly organ: OrganId
      readonly person: string
      readonly grounds: Sealed
      readonly signed: SignedRecord | null
    }
  | {
      readonly type: 'IssueReexaminationOpinion'
      readonly outcome: ReviewOutcome
      readonly facts: Sealed
      readonly opinion: Sealed
      readonly legalBasis: Sealed
      readonly redoBy: Day | null
    }

export type ReviewFact =
  /** 受理复查（复核）申请, where the law of the place asks for it. */
  | {
      readonly type: 'ReviewAccepted'
      readonly on: Day
      readonly organ: OrganId
      readonly instance: Instance
      readonly told: Told
    }
  | {
      readonly type: 'ReviewExtended'
      readonly on: Day
      readonly organ: OrganId
      readonly instance: Instance
      readonly due: Day
      readonly document: string
      /** The account of the head who gave it. */
      readonly approvedBy: string
      readonly reason: Sealed
      readonly told: Told
    }
  | {
      readonly type: 'ReviewRequested'
      readonly on: Day
      readonly organ: OrganId
      readonly person: string
      readonly grounds: Sealed
      readonly signed: SignedRecord | null
    }
  | ({ readonly type: 'ReviewOpinionIssued' } & ReviewOpinion)
  | {
      readonly type: 'ReexaminationRequested'
      readonly on: Day
      readonly organ: OrganId
      readonly person: string
      readonly grounds: Sealed
      readonly signed: SignedRecord | null
    }
  | ({ readonly type: 'ReexaminationOpinionIssued' } & ReviewOpinion)
  /** Served and quashed: the organ starts again, and may not answer the same. */
  | {
      readonly type: 'HandlingReopened'
      readonly on: Day
      readonly organ: OrganId
      readonly by: OrganId
      readonly redoBy: Day | null
    }
  | { readonly type: 'PetitionFinalised'; readonly on: Day; readonly organ: OrganId }

export interface ReviewOpinion {
  readonly on: Day
  readonly organ: OrganId
  readonly document: string
  readonly outcome: ReviewOutcome
  readonly facts: Sealed
  readonly opinion: Sealed
  readonly legalBasis: Sealed
  readonly redoBy: Day | null
}
