import type { Bell } from '../engine/bell.ts'
import type { Pools } from '../engine/house.ts'
import type { OutboxJob } from '../engine/room.ts'
import type { KeptOut } from '../identity/account-tables.ts'
import type { BlindIndex } from '../identity/blind-index.ts'
import type { CaseKeys } from '../identity/seal.ts'
import type { Calendars } from '../kernel/calendars.ts'
import type { Day } from '../kernel/day.ts'
import type { OrganFacts, OrganId, Organs } from '../kernel/organ.ts'
import type { PetitionerKey } from '../kernel/petitioner-key.ts'
import type { WallTime } from '../kernel/wall-time.ts'
import type { SealedFiles } from '../platform/files/sealed-files.ts'
import type { FileStore } from '../platform/files/store.ts'
import type { Receipt } from '../proof/receipt.ts'
import type { Fact, PetitionLaws, World } from './petition.ts'

export interface Bilingual {
  readonly zh: string
  readonly en: string
}

/** The organs as the petition room looks them up: the rules need the facts, the pages the names. */
export interface Directory extends Organs {
  nameOf(id: OrganId): Bilingual
  /** What it was called on a day: what was issued then keeps that name. */
  nameOn(id: OrganId, day: Day): Bilingual
  /** 机关代字, as its document numbers begin. */
  codeOf(id: OrganId): string
  /** Every organ, those that ended among them. */
  all(): Iterable<OrganFacts>
  /** Reads anew what other processes have changed. */
  refresh(): Promise<void>
  /** The petition bureau that receives what is said about a place: the nearest one upwards. */
  bureauOf(place: string): OrganFacts | undefined
  /** Codes of the counties in a region, or of the one that a narrower code lies in; a prefecture's own ends in noughts. */
  countiesOf(region: string): readonly string[]
}

/** Writes a receipt down as a signed note of the house. */
export type SignReceipt = (receipt: Omit<Receipt, 'origin'>) => string

/** What the petition room needs of the house. Time comes in here, so that no rule ever asks for it. */
export interface PetitionHouse extends Pools {
  readonly bell: Bell
  readonly keys: CaseKeys
  readonly blind: BlindIndex
  readonly directory: Directory
  readonly laws: PetitionLaws
  /** Holidays as this process knows them. */
  readonly calendars: Calendars
  readonly files: FileStore & Pick<SealedFiles, 'open'>
  /** Display names of accounts, for the desk only. */
  staffNames(accounts: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** Whether an account handles petitions in an organ. */
  isColleague(account: string, organ: OrganId): Promise<boolean>
  /** Where accounts lead, as head or leader of an organ. */
  leadsOf(accounts: readonly string[]): Promise<NonNullable<World['leading']>>
  /** Whether everybody who handles petitions in an organ is kept out of a matter. */
  isDeserted(organ: OrganId, keptOut: KeptOut): Promise<boolean>
  /** Accounts of the official of whom something was written, in an organ where one is given. */
  accountsNamed(said: string, organ: OrganId | null): Promise<readonly string[]>
  /** Everybody who handles petitions in an organ today. */
  handlersIn(organ: OrganId): Promise<readonly string[]>
  /** A petitioner's key as it is shown, which follows from `seed`, and the digest that is kept of it. */
  petitionerKey(seed: string): { readonly key: string; readonly digest: string }
  /** Whether a key is the one that some digest was kept of. */
  isKey(key: PetitionerKey, digests: readonly Uint8Array[]): boolean
  /** What signs receipts at this moment. */
  receiptSigner(): Promise<SignReceipt>
  /** That the register holds an entry, as a text (C2SP tlog-proof); null until it does. */
  proofOf(entry: Uint8Array): Promise<string | null>
  /** What others are asked to do after a commit; nothing for a house that only replays a story. */
  outgoing(facts: readonly Fact[]): readonly OutboxJob[]
  /** The civil day at the place of the office. */
  today(): Day
  /** What the clock on the wall shows there. */
  time(): WallTime
  /** The instant, ISO 8601 in UTC with milliseconds. */
  now(): string
}
