import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { PetitionClass, UrgentRecipient } from '../../law/law.ts'

/** 信访形式: how it reached the organ. */
export type Channel = 'letter' | 'visit' | 'online' | 'call' | 'other'
/** How far the petitioner's identity is known beyond the registering desk. */
export type Confidentiality = 'named' | 'confidential' | 'anonymous'
/** 办理方式: ordinary, or the simplified track for clear first-time matters (JY22). */
export type Track = 'ordinary' | 'simplified'

/** One petitioner, or one elected representative of a group. Everything personal is sealed. */
export interface Person {
  /** `p1`, `p2` … within the petition. */
  readonly ref: string
  readonly kind: 'citizen' | 'legalPerson' | 'otherOrganisation'
  readonly name: Sealed | null
  readonly idNumber: Sealed | null
  readonly phone: Sealed | null
  readonly address: Sealed | null
  readonly email: Sealed | null
  /** Agreed to be served through the system; the day of arrival there is the day of service. */
  readonly electronicService: boolean
}

/** Somebody who speaks for the petitioner: an agent with a mandate, or a guardian. */
export interface Agent {
  readonly kind: 'agent' | 'guardian'
  readonly name: Sealed
  readonly phone: Sealed | null
  /** The power of attorney or proof of guardianship, described or as a file's reference. */
  readonly mandate: Sealed
}

export interface Claim {
  /** `c1`, `c2` … within the petition. */
  readonly ref: string
  readonly text: Sealed
}

/** Whom it is about. The accused can never see it (art. 30); a respondent usually is the one who must answer. */
export interface Complained {
  readonly as: 'accused' | 'respondent'
  readonly organ: OrganId | null
  /** A named official, where one is named. */
  readonly official: Sealed | null
  /** The accounts that this official may have here: neither they nor those who answer to them have a part in it (art. 28 (3)). */
  readonly officials?: readonly string[]
}

/** Words spoken at the window or on the phone: written down, read back, and signed or fingerprinted (art. 19). */
export interface OralRecord {
  readonly readBack: boolean
  readonly signedBy: 'signature' | 'fingerprint' | 'voiceConfirmed'
}

/** The same matter already accepted or being handled elsewhere, as the petitioner says or the clerk found (art. 19). */
export interface MatterElsewhere {
  readonly organ: OrganId | null
  readonly petition: string | null
  readonly note: Sealed | null
}

export interface Material {
  readonly ref: string
  /** Address in the sealed file store. */
  readonly file: string
  readonly name: Sealed
  readonly mediaType: string
  readonly bytes: number
}

export interface Registration {
  readonly receivedOn: Day
  readonly channel: Channel
  readonly class: PetitionClass
  readonly category: string
  readonly place: string
  readonly placeDetail: Sealed | null
  readonly confidentiality: Confidentiality
  readonly title: Sealed
  readonly text: Sealed
  readonly claims: readonly Claim[]
  readonly people: readonly Person[]
  readonly agent: Agent | null
  /** How many people stand behind it; 1 for one person. */
  readonly headcount: number
  readonly about: readonly Complained[]
  readonly oral: OralRecord | null
  readonly elsewhere: MatterElsewhere | null
  readonly materials: readonly Material[]
  /** Proposed for the simplified track by whoever registers. */
  readonly track: Track
  readonly firstTime: boolean
  /** Where it came from when it was imported: source and that source's own id, which may be somebody's number. */
  readonly imported: { readonly source: Sealed; readonly id: Sealed } | null
  /** The call for suggestions that it answers, as it says: for whoever follows suggestions to look up. Nothing here hangs on it. */
  readonly answersCall?: string
}

/** How it was made sure at the window that somebody is the petitioner. The first is all that an anonymous one can show. */
export type IdentityProof =
  | 'oldKeyShown'
  | 'idCardSeen'
  | 'knownInPerson'
  /** Others who petition with them say who it is. */
  | 'otherRepresentatives'
  /** The new key goes by letter to the address in the petition. */
  | 'letterToAddress'

export type CorrectableField = 'class' | 'category' | 'place' | 'channel' | 'headcount' | 'firstTime' | 'title' | 'text'

export type IntakeCommand =
  | ({ readonly type: 'Register'; readonly organ: OrganId } & Registration)
  | {
      readonly type: 'Correct'
      readonly field: CorrectableField
      /** The new value: a code for coded fields, sealed prose for title and text. */
      readonly to: string | number | boolean | Sealed
      readonly reason: Sealed
    }
  /** Names who in the organ works on it, or takes the name back. */
  | { readonly type: 'NameClerk'; readonly account: string | null }
  | { readonly type: 'MarkUrgent'; readonly reason: Sealed }
  | { readonly type: 'ReportUrgent'; readonly to: UrgentRecipient; readonly note: Sealed }
  | {
      readonly type: 'AddMaterial'
      readonly note: Sealed | null
      readonly materials: readonly Material[]
      /** The organ that heard it, where the house adds what a petitioner said there. */
      readonly organ?: OrganId
    }
  | { readonly type: 'AskPetitioner'; readonly question: Sealed }
  | { readonly type: 'AnswerQuestion'; readonly question: string; readonly answer: Sealed }
  | { readonly type: 'Link'; readonly to: string; readonly as: 'lead' | 'member'; readonly reason: Sealed }
  | { readonly type: 'Unlink'; readonly from: string; readonly reason: Sealed }
  | {
      readonly type: 'RenewKey'
      readonly person: string
      readonly identity: IdentityProof
      /** Who stood by, and what they saw. */
      readonly witness: Sealed
      /** Whether the house knows what was typed for the key that is still held. */
      readonly isOldKey: boolean
    }

export type IntakeFact =
  | ({
      readonly type: 'PetitionRegistered'
      readonly on: Day
      readonly organ: OrganId
      /** The law that it begins under; not there in registrations from before packs were plural. */
      readonly pack?: string
    } & Registration)
  | {
      readonly type: 'PetitionCorrected'
      readonly on: Day
      readonly organ: OrganId
      readonly field: CorrectableField
      readonly from: string | number | boolean | Sealed
      readonly to: string | number | boolean | Sealed
      readonly reason: Sealed
    }
  | {
      readonly type: 'ClerkNamed'
      readonly on: Day
      readonly organ: OrganId
      readonly account: string | null
    }
  | {
      readonly type: 'PetitionMarkedUrgent'
      readonly on: Day
      readonly organ: OrganId
      readonly recipients: readonly UrgentRecipient[]
      readonly reason: Sealed
    }
  | {
      readonly type: 'UrgentReported'
      readonly on: Day
      readonly organ: OrganId
      readonly to: UrgentRecipient
      readonly note: Sealed
    }
  | {
      readonly type: 'MaterialAdded'
      readonly on: Day
      readonly addedBy: AddedBy
      readonly note: Sealed | null
      readonly materials: readonly Material[]
    }
  | {
      readonly type: 'QuestionAsked'
      readonly on: Day
      readonly ref: string
      readonly organ: OrganId
      readonly question: Sealed
    }
  | { readonly type: 'QuestionAnswered'; readonly on: Day; readonly ref: string; readonly answer: Sealed }
  | {
      readonly type: 'PetitionsLinked'
      readonly on: Day
      readonly organ: OrganId
      readonly to: string
      readonly as: 'lead' | 'member'
      readonly reason: Sealed
    }
  | {
      readonly type: 'PetitionsUnlinked'
      readonly on: Day
      readonly organ: OrganId
      readonly from: string
      readonly reason: Sealed
    }
  /** Of the key itself no word: neither the old one nor the new. */
  | {
      readonly type: 'KeyRenewed'
      readonly on: Day
      readonly organ: OrganId
      readonly person: string
      readonly identity: IdentityProof
      readonly witness: Sealed
    }

export type AddedBy =
  | { readonly person: string }
  /** `heard`: what a petitioner said there and wants to lie with it, added by the house. */
  | { readonly organ: OrganId; readonly heard?: true }
