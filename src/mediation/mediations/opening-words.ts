/** What a mediation is about, who its parties are, and how it begins. */
import type { OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { Basis } from '../../law/basis.ts'
import type { MediationKind } from '../../law/mediation.ts'

/** What it is about. `ref` names the proposal in the petition from which it begins; null where the parties asked for it themselves. */
export type MediationSubject =
  | { readonly kind: 'petition'; readonly number: string; readonly ref: string | null }
  | { readonly kind: 'dispute'; readonly stream: string }
  | { readonly kind: 'walkIn' }

export const subjectKinds = ['petition', 'dispute', 'walkIn'] as const satisfies readonly MediationSubject['kind'][]

/** 申请人 · 被申请人 · 其他当事人 */
export const partyRoles = ['applicant', 'respondent', 'other'] as const
export type PartyRole = (typeof partyRoles)[number]

/** One side. An organ is one by its id; a petitioner by their reference in the petition, with whose key they act. */
export interface PartyBeginning {
  readonly role: PartyRole
  readonly name: Sealed
  readonly phone: Sealed | null
  readonly organ: OrganId | null
  readonly petitioner: string | null
}

/** 电话 · 当面 · 信函 */
export const tellingWays = ['phone', 'inPerson', 'letter'] as const
export type TellingWay = (typeof tellingWays)[number]

/** From whom it is kept: organs accused in the matter, officials whom it names, and staff who withdrew from it. It only ever grows. */
export interface MediationKeeping {
  readonly keptFrom: readonly OrganId[]
  readonly officials: readonly string[]
  readonly recused: readonly string[]
}

export interface MediationBeginning extends MediationKeeping {
  readonly subject: MediationSubject
  readonly kind: MediationKind
  /** The centre, committee or organ that holds it. */
  readonly organ: OrganId
  /** Who brought it there; null where the parties did. */
  readonly opener: OrganId | null
  /** Organs that handle what it is about, and see that it goes on. */
  readonly shownTo: readonly OrganId[]
  readonly parties: readonly PartyBeginning[]
  readonly what: Sealed
}

export type OpeningCommand =
  | {
      readonly type: 'OpenMediation'
      readonly beginning: MediationBeginning
      /** A party asks for it, through the portal: with that the first of them has said yes. */
      readonly isAsked: boolean
      /** The class of the petition that it is about: an accusation is not mediated. */
      readonly petitionClass: string | null
      /** 一事一调: the petition is in another mediation now. */
      readonly isInMediation: boolean
    }
  | { readonly type: 'TakeUpMediation' }
  | { readonly type: 'DeclineMediation'; readonly reason: Sealed }
  | { readonly type: 'AddParty'; readonly party: PartyBeginning }
  /** The number and key of a party are handed to them, or sent; that it was done is on record, because with it somebody acts as them. */
  | { readonly type: 'HandKeyOver'; readonly party: string; readonly told: TellingWay }

export type OpeningFact =
  | ({
      readonly type: 'MediationOpened'
      readonly isRequest: boolean
      readonly account: string | null
      readonly pack: string
      readonly isConfirmable: boolean
    } & MediationBeginning)
  | { readonly type: 'MediationAccepted'; readonly account: string }
  | { readonly type: 'MediationDeclined'; readonly account: string; readonly organ: OrganId; readonly reason: Sealed }
  | { readonly type: 'PartyAdded'; readonly account: string; readonly party: PartyBeginning }
  | { readonly type: 'KeyHandedOver'; readonly account: string; readonly party: string; readonly told: TellingWay }

export type OpeningRefusal =
  | { readonly kind: 'mediation-opened-already' }
  | { readonly kind: 'no-such-kind-of-mediation'; readonly mediation: MediationKind; readonly pack: string }
  | {
      readonly kind: 'organ-does-not-mediate'
      readonly organ: OrganId
      readonly mediation: MediationKind
      readonly basis: Basis
    }
  | { readonly kind: 'accusations-are-not-mediated'; readonly basis: Basis }
  | { readonly kind: 'mediating-organ-is-kept-out'; readonly organ: OrganId; readonly basis: Basis }
  | { readonly kind: 'mediating-organ-is-a-party'; readonly organ: OrganId; readonly basis: Basis }
  | { readonly kind: 'unknown-organ'; readonly organ: OrganId }
  | { readonly kind: 'needs-two-parties' }
  | { readonly kind: 'petition-not-found'; readonly petition: string }
  | { readonly kind: 'dispute-not-found' }
  | { readonly kind: 'petition-in-mediation'; readonly petition: string }
