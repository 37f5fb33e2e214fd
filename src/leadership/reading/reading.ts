/**
 * The words of a reading (领导阅批, art. 18 (2)): a letter that a bureau lays before one leader with a page about it, and what the leader
 * makes of it. A stream of its own: the petition knows nothing of it, and nothing of what a leader writes moves the petition, its clocks or
 * its answer (docs/adr/0037).
 */
import type { Day } from '../../kernel/day.ts'
import type { AllOrgans } from '../../kernel/keeping-out.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { Basis } from '../../law/basis.ts'
import type { PetitionClass } from '../../law/law.ts'

/** 待阅 · 已阅 · 已批示 · 已退回 · 已撤回 */
export const readingStages = ['proposed', 'read', 'instructed', 'returned', 'recalled'] as const
export type ReadingStage = (typeof readingStages)[number]

/** Somebody who leads an organ, as the house found them when the letter was laid before them. */
export interface Leader {
  readonly account: string
  readonly organ: OrganId
}

/** What the house finds out about whoever is to read: what decides whether the letter may come to them. */
export interface LookedAtLeader extends Leader {
  /** Whether they lead that organ today, as its head or as a leader. */
  readonly leads: boolean
  /** All organs that they lead. */
  readonly leadsOrgans: readonly OrganId[]
  /** Accounts to whom they answer in that organ. */
  readonly answersTo: readonly string[]
}

/** What the rules need to know of the petition, read when they are asked. */
export interface LookedAtPetition {
  readonly number: string
  readonly class: PetitionClass
  /** Organs with a part in it, whoever has it first. */
  readonly organs: readonly OrganId[]
  /** Whom it accuses, and the organs that officials whom it names lead. */
  readonly keptFrom: readonly OrganId[]
  readonly officials: readonly string[]
  /** Accounts that have withdrawn from it, or had to. */
  readonly withdrawn: readonly string[]
  /** What it holds was erased, or is about to be. */
  readonly isGoing: boolean
}

/** 拟办意见: what the bureau proposes that the leader may instruct. The leader need not. */
export interface Suggested {
  readonly organ: OrganId
  readonly what: Sealed
  readonly due: Day
}

/** What was made from the petition for the leader, and of which of its facts. */
export interface Summary {
  readonly title: Sealed
  readonly page: Sealed
  /** The version of the petition that it says. */
  readonly of: number
}

/** Who does a thing, what and by when. */
export interface Order {
  readonly organ: OrganId
  readonly what: Sealed
  readonly due: Day
}

/**
 * An order as it was given. Where its organ has no part in the petition, the bureau has it: nobody gets a petition past its routing.
 */
export interface Instruction extends Order {
  readonly ref: string
  readonly to: OrganId
}

export type ReadingActor =
  | {
      readonly kind: 'staff'
      readonly account: string
      readonly organ: OrganId
      readonly posts: readonly string[]
      readonly answersTo?: readonly string[]
      /** 挂职: the organs from which they are seconded to where they act (docs/adr/0066). */
      readonly secondedFrom?: readonly OrganId[]
      readonly leadsOrgans?: readonly OrganId[]
    }
  | { readonly kind: 'house'; readonly task: string }
export type StaffActor = Extract<ReadingActor, { kind: 'staff' }>

export type ReadingCommandBody =
  | {
      readonly type: 'ProposeReading'
      readonly leader: LookedAtLeader
      readonly looked: LookedAtPetition
      readonly why: Sealed
      readonly suggested: Suggested | null
      readonly wantedBy: Day | null
      readonly summary: Summary
      /** Whether the same letter lies before the same leader already. */
      readonly liesThere: boolean
    }
  | { readonly type: 'RefreshSummary'; readonly summary: Summary }
  /** 已阅 */
  | { readonly type: 'MarkRead' }
  /** 批示 */
  | { readonly type: 'Instruct'; readonly orders: readonly Order[]; readonly looked: LookedAtPetition }
  | { readonly type: 'ReturnReading'; readonly reason: Sealed }
  | { readonly type: 'RecallReading'; readonly reason: Sealed }
  /** The leader's post has ended, or another is in charge: it lies before another leader of the same place from now on. */
  | {
      readonly type: 'HandReadingOver'
      readonly leader: LookedAtLeader
      readonly looked: LookedAtPetition
      readonly reason: Sealed
    }
  /** By the house: from whom the petition is kept now. */
  | { readonly type: 'RecordKept'; readonly looked: LookedAtPetition }
  /** By the house: the petition was erased, and what was written about it here goes with it. */
  | { readonly type: 'EraseReading' }

export type ReadingCommandType = ReadingCommandBody['type']
export type ReadingCommand = ReadingCommandBody & { readonly on: Day; readonly actor: ReadingActor }
export type Of<T extends ReadingCommandType> = Extract<ReadingCommandBody, { type: T }> & {
  readonly on: Day
  readonly actor: ReadingActor
}

/** From whom a reading is kept, as long as it lasts. */
export interface Keeping {
  readonly keptFrom: readonly OrganId[]
  readonly officials: readonly string[]
  readonly withdrawn: readonly string[]
  /** Since when the petition accuses somebody: then it lies before no leader any more (art. 30). */
  readonly isAccusation: boolean
}

export type ReadingFact = { readonly on: Day } & (
  | ({
      readonly type: 'ReadingProposed'
      readonly petition: string
      readonly bureau: OrganId
      readonly account: string
      readonly leader: Leader
      readonly why: Sealed
      readonly suggested: Suggested | null
      readonly wantedBy: Day | null
      readonly summary: Summary
    } & Keeping)
  | { readonly type: 'SummaryRefreshed'; readonly account: string; readonly summary: Summary }
  | { readonly type: 'ReadingNoted'; readonly account: string }
  | {
      readonly type: 'LeaderInstructed'
      readonly account: string
      /** Said again, so that the paper that it issues follows from this fact alone. */
      readonly organ: OrganId
      readonly instructions: readonly Instruction[]
    }
  | { readonly type: 'ReadingReturned'; readonly account: string; readonly reason: Sealed }
  | { readonly type: 'ReadingRecalled'; readonly account: string; readonly reason: Sealed }
  | {
      readonly type: 'ReadingHandedOver'
      readonly account: string
      readonly from: Leader
      readonly to: Leader
      readonly reason: Sealed
    }
  | ({ readonly type: 'ReadingKept' } & Keeping)
  | { readonly type: 'ReadingErased' }
)
export type ReadingFactType = ReadingFact['type']
export type ReadingFactOf<T extends ReadingFactType> = Extract<ReadingFact, { type: T }>

/** 已阅 · 已批示 · 已退回, by a leader of which organ: not what was written, and not by whom. */
export interface LeadersAct {
  readonly on: Day
  readonly organ: OrganId
  readonly what: 'read' | 'instructed' | 'returned'
}

export interface Reading extends Keeping {
  readonly version: number
  readonly petition: string
  readonly bureau: OrganId
  readonly proposedBy: string
  readonly proposedOn: Day
  readonly leader: Leader
  readonly why: Sealed
  readonly suggested: Suggested | null
  readonly wantedBy: Day | null
  readonly summary: Summary
  readonly summaryOn: Day
  readonly stage: ReadingStage
  /** The day on which the leader first did something with it. */
  readonly readOn: Day | null
  /** The day of the last thing that happened to it. */
  readonly movedOn: Day
  readonly instructions: readonly (Instruction & { readonly on: Day })[]
  /** What leaders did with it, each once a day: the petitioner is told of these. */
  readonly acts: readonly LeadersAct[]
  /** What was said when it was returned or recalled. */
  readonly reason: { readonly on: Day; readonly text: Sealed } | null
  readonly handOvers: readonly {
    readonly on: Day
    readonly from: Leader
    readonly to: Leader
    readonly reason: Sealed
  }[]
  readonly erasedOn: Day | null
}
export type ReadingState = Reading | null

export interface ReadingWorld {
  readonly organs: AllOrgans
}

export type ReadingRefusal =
  | { readonly kind: 'no-such-reading' }
  | { readonly kind: 'no-such-petition' }
  | { readonly kind: 'reading-proposed-already' }
  | {
      readonly kind: 'wrong-reading-stage'
      readonly stage: ReadingStage
      readonly command: ReadingCommandType
      readonly needs: readonly ReadingStage[]
    }
  | { readonly kind: 'reading-is-anothers'; readonly basis: Basis }
  | { readonly kind: 'only-clerks-propose'; readonly basis: Basis }
  | { readonly kind: 'accusation-goes-its-own-way'; readonly basis: Basis }
  | { readonly kind: 'not-a-leader'; readonly organ: OrganId; readonly basis: Basis }
  | { readonly kind: 'leader-is-elsewhere'; readonly organ: OrganId; readonly basis: Basis }
  | { readonly kind: 'leader-is-kept-out'; readonly organ: OrganId; readonly basis: Basis }
  | { readonly kind: 'lies-there-already'; readonly organ: OrganId }
  | { readonly kind: 'nothing-changed' }
  | { readonly kind: 'nobody-instructed' }
  | { readonly kind: 'unknown-organ'; readonly organ: OrganId }
  | { readonly kind: 'organ-is-kept-out'; readonly organ: OrganId; readonly basis: Basis }
  | { readonly kind: 'day-not-ahead'; readonly day: Day; readonly today: Day }
  | { readonly kind: 'reading-erased'; readonly on: Day }
export type ReadingRefusalKind = ReadingRefusal['kind']
