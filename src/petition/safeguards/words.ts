/**
 * What keeps a petitioner safe from those they complain about: seals that are opened only as a fact with post and reason, recusal
 * (回避, art. 28 (3)), and whom a matter turns out to be about (art. 30 (3)).
 */
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { Complained } from '../intake/words.ts'

/** What lies sealed even from those who have a part: who a petitioner is, what an accusation says, a file. */
export type Seal = 'identity' | 'accusation' | 'material'

/** For which step of the work a seal is opened. */
export type OpeningPurpose = 'route' | 'contact' | 'investigate' | 'answer' | 'serve' | 'review'

/** Whose recusal a petitioner asks for: whoever works on it, the person in charge, or somebody named in words. */
export type RecusalOf = 'clerk' | 'head' | 'named'

export type SafeguardCommand =
  | {
      readonly type: 'OpenSeal'
      readonly seal: Seal
      /** Which file, where the seal is a file's. */
      readonly material: string | null
      readonly purpose: OpeningPurpose
      /** Shown to the petitioner. */
      readonly reason: Sealed
    }
  /** A member of staff with an interest of their own steps aside; it takes effect at once. */
  | { readonly type: 'DeclareRecusal'; readonly reason: Sealed }
  | { readonly type: 'RequestRecusal'; readonly whom: RecusalOf; readonly reasons: Sealed }
  | {
      readonly type: 'DecideRecusal'
      readonly request: string
      /** Who withdraws; null where the request is not granted. */
      readonly account: string | null
      readonly reasons: Sealed
    }
  /** An organ or official that the letter is about, found after it was registered. */
  | ({ readonly type: 'NameComplained'; readonly reason: Sealed } & Complained)
  /** The account of an official whom the letter names in words. */
  | { readonly type: 'IdentifyOfficial'; readonly complained: number; readonly account: string }
  /** Art. 30 (3) forbids to pass an accusation on: what the accused must be told for the procedure is an extract of its own. */
  | {
      readonly type: 'InformAccused'
      readonly organ: OrganId
      readonly extract: Sealed
      readonly legalBasis: Sealed
    }

export type SafeguardFact =
  | {
      readonly type: 'SealOpened'
      readonly on: Day
      readonly organ: OrganId
      readonly account: string
      /** In which posts, as they were held that day. */
      readonly posts: readonly string[]
      readonly seal: Seal
      readonly material: string | null
      readonly purpose: OpeningPurpose
      readonly reason: Sealed
    }
  | {
      readonly type: 'StaffRecused'
      readonly on: Day
      readonly organ: OrganId
      readonly account: string
      readonly reason: Sealed
    }
  | {
      readonly type: 'RecusalRequested'
      readonly on: Day
      readonly ref: string
      readonly person: string
      readonly organ: OrganId
      /** Who decides: the organ that has the matter, or the one above where its head is meant. */
      readonly decider: OrganId
      readonly whom: RecusalOf
      readonly reasons: Sealed
    }
  | {
      readonly type: 'RecusalDecided'
      readonly on: Day
      readonly organ: OrganId
      readonly request: string
      readonly account: string | null
      readonly reasons: Sealed
    }
  | {
      readonly type: 'ComplainedNamed'
      readonly on: Day
      readonly organ: OrganId
      readonly complained: Complained
      readonly reason: Sealed
    }
  | {
      readonly type: 'OfficialIdentified'
      readonly on: Day
      readonly organ: OrganId
      readonly complained: number
      readonly account: string
    }
  | {
      readonly type: 'AccusedInformed'
      readonly on: Day
      /** Who told it. */
      readonly by: OrganId
      readonly organ: OrganId
      readonly extract: Sealed
      readonly legalBasis: Sealed
    }

/** Somebody who no longer has anything to do with the matter, nor sees it. */
export interface Recused {
  readonly on: Day
  readonly organ: OrganId
  readonly account: string
}

export interface RecusalRequest {
  readonly ref: string
  readonly on: Day
  readonly person: string
  /** Where whoever is meant works on it, and who was named for it there. */
  readonly organ: OrganId
  readonly clerk: string | null
  readonly decider: OrganId
  readonly whom: RecusalOf
  readonly decidedOn: Day | null
  readonly granted: boolean
}

/** A seal that somebody opened: open to them for the rest of that day. */
export interface Opening {
  readonly on: Day
  readonly account: string
  readonly seal: Seal
  readonly material: string | null
}

/** What an accused organ was told, and on which legal basis. */
export interface Extract {
  readonly on: Day
  readonly by: OrganId
  readonly organ: OrganId
  readonly extract: Sealed
  readonly legalBasis: Sealed
}
