/** What a party says of their own will: yes or no to what is asked of them, public or not (People’s Mediation Law, art. 17, 23). */
import type { Day } from '../../kernel/day.ts'
import type { Basis } from '../../law/basis.ts'
import type { SignedRecord } from '../../petition/handling/words.ts'
import type { MediationSubject, PartyBeginning } from './opening-words.ts'

/** To what a party says yes or no. A mediator, a guest and a period are asked of every party. */
export const consentTo = ['mediation', 'mediator', 'guest', 'moreTime', 'agreement'] as const
export type ConsentTo = (typeof consentTo)[number]

/** How a party’s word came: 本人凭码 · 本人签字的记录 · 本单位 · 在信访事项中. A no may also be noted down by whoever heard it. */
export const wordBys = ['key', 'signed', 'organ', 'petition', 'noted'] as const
export type WordBy = (typeof wordBys)[number]

/** What a party last said, to one thing that was asked. */
export interface PartyWord {
  readonly to: ConsentTo
  readonly ref: string | null
  readonly agrees: boolean
  readonly on: Day
  readonly by: WordBy
}

export interface Party extends PartyBeginning {
  readonly ref: string
  readonly words: readonly PartyWord[]
  /** Public or not, where the party said. */
  readonly open: boolean | null
  /** The day on which they asked for confirmation. */
  readonly asksConfirmation: Day | null
}

export type ConsentingCommand =
  /** Yes or no to what is asked of the party. A no to the mediation itself ends it, whenever it is said and however. */
  | {
      readonly type: 'AnswerAsParty'
      readonly party: string
      readonly to: ConsentTo
      readonly ref: string | null
      readonly agrees: boolean
      readonly signed: SignedRecord | null
    }
  | {
      readonly type: 'AskForOpenness'
      readonly party: string
      readonly open: boolean
      readonly signed: SignedRecord | null
    }
  /** By the house: what the petitioner answered in the petition. */
  | { readonly type: 'TakeAnswer'; readonly party: string; readonly agrees: boolean; readonly answeredOn: Day }
  /** The handler ended the proposal in the petition: from here the petitioner answers in the mediation like everybody else. */
  | { readonly type: 'FreeMediation' }

export type ConsentingFact =
  | {
      readonly type: 'PartyAnswered'
      readonly party: string
      readonly to: ConsentTo
      readonly ref: string | null
      readonly agrees: boolean
      readonly by: WordBy
      readonly signed: SignedRecord | null
      readonly subject: MediationSubject
    }
  /** Every party has said yes: from here it is held. */
  | { readonly type: 'MediationStarted' }
  | {
      readonly type: 'OpennessAsked'
      readonly party: string
      readonly open: boolean
      readonly by: WordBy
      readonly signed: SignedRecord | null
    }
  | { readonly type: 'MediationFreed' }

export type ConsentingRefusal =
  | { readonly kind: 'no-such-party'; readonly party: string }
  | { readonly kind: 'party-is-another'; readonly party: string; readonly basis: Basis }
  | { readonly kind: 'answered-in-the-petition'; readonly petition: string }
  | { readonly kind: 'not-asked'; readonly to: ConsentTo }
  | { readonly kind: 'party-has-no-key'; readonly party: string }
  | { readonly kind: 'too-many-answers-today'; readonly atMost: number }
