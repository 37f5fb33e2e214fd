import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { DeclineGround, DocumentKind, Outcome, RouteName, ServiceWay } from '../../law/law.ts'
import type { Material } from '../intake/words.ts'

/** How a notice reached the petitioner: on the spot in writing where possible, else in writing (art. 23). */
export interface Told {
  readonly way: ServiceWay | 'onTheSpot'
  readonly proof: Sealed | null
}

export interface ClaimAnswer {
  readonly claim: string
  readonly outcome: Outcome
  readonly answer: Sealed
}

/** The parts that art. 32 asks of a handling opinion, with the remedy notice that practice and local law add. */
export interface OpinionParts {
  readonly facts: Sealed
  readonly legalBasis: Sealed
  readonly answers: readonly ClaimAnswer[]
  readonly remedy: Sealed | null
}

/** What proves a service. Which of these a way needs is in the pack. */
export interface ServiceProof {
  readonly signature?: Sealed
  readonly witness?: Sealed
  readonly photo?: Sealed
  readonly postalReceipt?: Sealed
  readonly consent?: boolean
  readonly record?: Sealed
  /** Never typed: the day on which the house itself published the announcement. */
  readonly publishedOn?: Day
}

/** The petitioner's own act: by the petitioner's key, or a signed and witnessed record that staff enters. */
export interface SignedRecord {
  readonly signature: Sealed
  readonly witness: Sealed
}

export type Adoption = 'wholly' | 'partly' | 'notAdopted'
export type ContactWay = 'phone' | 'visit' | 'online' | 'letter' | 'onSite'

export type HandlingCommand =
  | {
      readonly type: 'Accept'
      readonly route: 'handlingOpinion' | 'performDuty' | null
      readonly track: 'ordinary' | 'simplified'
      readonly procedure: Sealed
      readonly told: Told
    }
  | {
      readonly type: 'DeclineAcceptance'
      readonly ground: DeclineGround
      readonly competent: OrganId | null
      readonly earlier: string | null
      readonly reasons: Sealed
      readonly told: Told
    }
  | {
      readonly type: 'Direct'
      readonly route: RouteName
      readonly to: Sealed
      readonly explanation: Sealed
      /** The other procedure's own time limit, so that the petitioner is warned. */
      readonly limit: Sealed | null
      readonly told: Told
    }
  | {
      readonly type: 'RecordContact'
      readonly way: ContactWay
      readonly note: Sealed
      /** Whether the petitioner stated facts and reasons (art. 31 (6)). */
      readonly heard: boolean
    }
  | { readonly type: 'AddEvidence'; readonly note: Sealed; readonly materials: readonly Material[] }
  | { readonly type: 'OpenHearing'; readonly subject: Sealed; readonly heldOn: Day; readonly place: Sealed }
  | { readonly type: 'CloseHearing'; readonly record: Sealed; readonly conclusion: Sealed }
  | { readonly type: 'ProposeMediation'; readonly mediator: Sealed; readonly about: Sealed }
  | {
      readonly type: 'AnswerMediation'
      readonly party: string
      readonly consents: boolean
      readonly signed: SignedRecord | null
    }
  | {
      readonly type: 'EndMediation'
      readonly agreement: Sealed | null
      readonly note: Sealed
    }
  | { readonly type: 'ExtendHandling'; readonly until: Day; readonly reason: Sealed; readonly told: Told }
  | ({ readonly type: 'IssueOpinion'; readonly executeBy: Day | null } & OpinionParts)
  | { readonly type: 'AnswerDuty'; readonly performed: boolean; readonly answer: Sealed; readonly legalBasis: Sealed }
  | { readonly type: 'ConcludeSuggestion'; readonly adoption: Adoption; readonly study: Sealed; readonly reply: Sealed }
  | {
      readonly type: 'AnnounceDocument'
      readonly document: string
      /** Why no other way reaches the petitioner, and what was tried: it stays in the file (民事诉讼法 art. 95 (2)). */
      readonly reason: Sealed
    }
  | {
      readonly type: 'Serve'
      readonly document: string
      readonly person: string
      readonly way: ServiceWay
      readonly servedOn: Day
      readonly proof: Omit<ServiceProof, 'publishedOn'>
    }
  | { readonly type: 'RecordExecution'; readonly done: boolean; readonly note: Sealed }
  | {
      readonly type: 'Rate'
      readonly whom: 'bureau' | 'organ'
      readonly solved: Grade
      readonly fair: Grade
      readonly comment: Sealed | null
      readonly signed: SignedRecord | null
    }
  | {
      readonly type: 'Withdraw'
      /** Whose withdrawal it is when staff enters a signed record; a petitioner's key speaks for itself. */
      readonly person: string
      readonly reason: Sealed | null
      readonly signed: SignedRecord | null
    }
  | {
      readonly type: 'Settle'
      readonly person: string
      readonly agreement: Sealed
      readonly signed: SignedRecord | null
    }
  | { readonly type: 'Close' }
  | { readonly type: 'MarkOverdue'; readonly clock: string }
  | { readonly type: 'LapseRight'; readonly clock: string }

/** 满意 · 基本满意 · 不满意. */
export type Grade = 'satisfied' | 'partly' | 'dissatisfied'

export type HandlingFact =
  | {
      readonly type: 'PetitionAccepted'
      readonly on: Day
      readonly organ: OrganId
      readonly document: string
      readonly route: 'handlingOpinion' | 'performDuty' | null
      readonly track: 'ordinary' | 'simplified'
      readonly procedure: Sealed
      readonly told: Told
    }
  | {
      readonly type: 'AcceptanceDeclined'
      readonly on: Day
      readonly organ: OrganId
      readonly document: string
      readonly ground: DeclineGround
      readonly competent: OrganId | null
      readonly earlier: string | null
      readonly reasons: Sealed
      readonly told: Told
    }
  | {
      readonly type: 'PetitionDirected'
      readonly on: Day
      readonly organ: OrganId
      readonly document: string
      readonly route: RouteName
      readonly to: Sealed
      readonly explanation: Sealed
      readonly limit: Sealed | null
      readonly told: Told
    }
  | {
      readonly type: 'PetitionerContacted'
      readonly on: Day
      readonly organ: OrganId
      readonly way: ContactWay
      readonly note: Sealed
      readonly heard: boolean
    }
  | {
      readonly type: 'EvidenceAdded'
      readonly on: Day
      readonly organ: OrganId
      readonly note: Sealed
      readonly materials: readonly Material[]
    }
  | {
      readonly type: 'HearingOpened'
      readonly on: Day
      readonly organ: OrganId
      readonly ref: string
      readonly stage: 'handling' | 'reexamination'
      readonly subject: Sealed
      /** When and where: facts from before these were asked for have neither. */
      readonly heldOn?: Day
      readonly place?: Sealed
    }
  | {
      readonly type: 'HearingClosed'
      readonly on: Day
      readonly ref: string
      readonly record: Sealed
      readonly conclusion: Sealed
    }
  | {
      readonly type: 'MediationProposed'
      readonly on: Day
      readonly organ: OrganId
      readonly ref: string
      readonly mediator: Sealed
      readonly about: Sealed
    }
  | {
      readonly type: 'MediationAnswered'
      readonly on: Day
      readonly ref: string
      /** `petitioner` or `otherParty`. */
      readonly party: string
      readonly consents: boolean
      readonly signed: SignedRecord | null
    }
  | {
      readonly type: 'MediationEnded'
      readonly on: Day
      readonly ref: string
      readonly agreement: Sealed | null
      readonly document: string | null
      readonly note: Sealed
    }
  | {
      readonly type: 'HandlingExtended'
      readonly on: Day
      readonly organ: OrganId
      readonly due: Day
      readonly document: string
      /** The account of the head who approved it. */
      readonly approvedBy: string
      readonly reason: Sealed
      readonly told: Told
    }
  | ({
      readonly type: 'OpinionIssued'
      readonly on: Day
      readonly organ: OrganId
      readonly document: string
      readonly kind: 'handlingOpinion' | 'simplifiedAnswer'
      readonly executeBy: Day | null
    } & OpinionParts)
  | {
      readonly type: 'DutyAnswered'
      readonly on: Day
      readonly organ: OrganId
      readonly document: string
      readonly performed: boolean
      readonly answer: Sealed
      readonly legalBasis: Sealed
    }
  | {
      readonly type: 'SuggestionConcluded'
      readonly on: Day
      readonly organ: OrganId
      readonly document: string
      readonly adoption: Adoption
      readonly study: Sealed
      readonly reply: Sealed
    }
  | {
      readonly type: 'DocumentAnnounced'
      readonly on: Day
      readonly organ: OrganId
      readonly document: string
      readonly kind: DocumentKind
      /** The day on which it will count as served. */
      readonly until: Day
      readonly reason: Sealed
    }
  | {
      readonly type: 'DocumentServed'
      readonly on: Day
      readonly document: string
      readonly kind: DocumentKind
      readonly person: string
      readonly way: ServiceWay
      readonly servedOn: Day
      readonly proof: ServiceProof
      /** Whether with this service everyone to be served has been. */
      readonly toAll: boolean
    }
  | {
      readonly type: 'ExecutionRecorded'
      readonly on: Day
      readonly organ: OrganId
      readonly done: boolean
      readonly note: Sealed
    }
  | {
      readonly type: 'PetitionRated'
      readonly on: Day
      readonly person: string | null
      readonly whom: 'bureau' | 'organ'
      readonly solved: Grade
      readonly fair: Grade
      readonly comment: Sealed | null
      readonly signed: SignedRecord | null
    }
  | {
      readonly type: 'PetitionWithdrawn'
      readonly on: Day
      readonly person: string
      /** Whether with this every petitioner has withdrawn or settled. */
      readonly all: boolean
      readonly reason: Sealed | null
      readonly signed: SignedRecord | null
    }
  | {
      readonly type: 'PetitionSettled'
      readonly on: Day
      readonly person: string
      readonly all: boolean
      readonly document: string
      readonly agreement: Sealed
      readonly signed: SignedRecord | null
    }
  | {
      /** As it was until reports became streams of their own (docs/adr/0016). Read, and never written again. */
      readonly type: 'ObstructionReported'
      readonly on: Day
      readonly person: string
      readonly about: 'obstruction' | 'retaliation' | 'leak'
      readonly text: Sealed
      /** The one organ that reads it; null where none stands above those that it may be about. */
      readonly to: OrganId | null
    }
  | { readonly type: 'PetitionClosed'; readonly on: Day; readonly organ: OrganId | null }
  | { readonly type: 'DutyFellOverdue'; readonly on: Day; readonly clock: string }
  | { readonly type: 'RightLapsed'; readonly on: Day; readonly clock: string }
  /** As it was until all clocks of a petition were counted again together (docs/adr/0024). Read, and never written again. */
  | { readonly type: 'ClockRecounted'; readonly on: Day; readonly clock: string }
