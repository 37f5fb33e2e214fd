/** What was agreed, in writing or by word of mouth, and from when it binds (art. 28–30). */
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { Basis } from '../../law/basis.ts'
import type { SignedRecord } from '../../petition/handling/words.ts'
import type { MediationSubject } from './opening-words.ts'

/** 书面协议 · 口头协议 (art. 28) */
export const agreementForms = ['written', 'oral'] as const
export type AgreementForm = (typeof agreementForms)[number]

/** What one party undertakes, by when and how. */
export interface PromiseBeginning {
  readonly party: string
  readonly what: Sealed
  readonly due: Day
}

export interface AgreementText {
  readonly form: AgreementForm
  readonly facts: Sealed | null
  readonly disputed: Sealed | null
  readonly responsibility: Sealed | null
  readonly content: Sealed
  readonly promises: readonly PromiseBeginning[]
}

export type AgreeingCommand =
  | { readonly type: 'WriteAgreement'; readonly text: AgreementText }
  | { readonly type: 'SignAsMediator'; readonly mediator: string; readonly signed: SignedRecord | null }
  | { readonly type: 'SealAgreement' }
  /** 口头协议: the record was read to all parties on the day on which they came to it. */
  | { readonly type: 'RecordOralAgreement'; readonly session: string; readonly readBack: boolean }

export type AgreeingFact =
  | {
      readonly type: 'AgreementDrafted'
      readonly ref: string
      readonly account: string
      readonly text: AgreementText
    }
  | {
      readonly type: 'MediatorSigned'
      readonly mediator: string
      readonly account: string
      readonly signed: SignedRecord | null
    }
  | { readonly type: 'AgreementSealed'; readonly account: string; readonly organ: OrganId }
  | { readonly type: 'OralAgreementRecorded'; readonly account: string; readonly session: string }
  /** 生效: from the last signature or the seal, or, of an oral one, from the day on which it was come to. */
  | {
      readonly type: 'AgreementConcluded'
      readonly ref: string
      readonly form: AgreementForm
      readonly effectiveOn: Day
      readonly organ: OrganId
      readonly content: Sealed
      readonly promises: readonly (PromiseBeginning & { readonly ref: string; readonly organ: OrganId | null })[]
      readonly subject: MediationSubject
    }

export type AgreeingRefusal =
  | {
      readonly kind: 'agreement-part-missing'
      readonly part: 'facts' | 'disputed' | 'responsibility' | 'performance'
      readonly basis: Basis
    }
  | { readonly kind: 'no-agreement-written' }
  | { readonly kind: 'agreement-is-oral' }
  | { readonly kind: 'agreement-is-written' }
  | {
      readonly kind: 'signatures-missing'
      readonly parties: readonly string[]
      readonly mediator: boolean
      readonly basis: Basis
    }
  | { readonly kind: 'signed-already' }
  | { readonly kind: 'parties-were-not-there'; readonly parties: readonly string[]; readonly basis: Basis }
  | { readonly kind: 'not-read-back'; readonly basis: Basis }
