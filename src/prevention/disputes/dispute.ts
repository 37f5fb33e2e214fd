/**
 * The words of a dispute in the ledger (矛盾纠纷台账): what people are at odds about, found early and settled where it arose (art. 15 (3)). A
 * stream of its own: a petition that it becomes knows nothing of it. What is entered on a phone has a name drawn there, so that it arrives once
 * however often it is sent. A grade is of the dispute and never of anybody in it (docs/adr/0045).
 */
import type { Calendars } from '../../kernel/calendars.ts'
import type { MovedDay } from '../../kernel/clock-keeping.ts'
import type { Day } from '../../kernel/day.ts'
import type { AllOrgans } from '../../kernel/keeping-out.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { ClockChange, RunningClock } from '../../kernel/running-clock.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { Basis } from '../../law/basis.ts'
import type { Danger, DisputeLaw, DisputeLevel, LocalRuleName, Spread } from '../../law/disputes.ts'
import type { Material } from '../../petition/intake/words.ts'

/** 已登记 · 已分级 · 已上交待接 · 化解中 · 调解中 · 已成信访事项 · 已化解 · 已回访 · 已了结 */
export const disputeStages = [
  'recorded',
  'graded',
  'handedUp',
  'settling',
  'mediating',
  'petition',
  'settled',
  'followedUp',
  'closed',
] as const
export type DisputeStage = (typeof disputeStages)[number]

/** How it came to be known: 排查 · 村（社区）发现 · 窗口 · 来电 · 机关单位转来. */
export const disputeSources = ['screening', 'village', 'intake', 'call', 'organ'] as const
export type DisputeSourceKind = (typeof disputeSources)[number]

/** How it was settled: 当场化解 · 当面协商 · 调解 · 由主管单位解决. */
export const settlingWays = ['onTheSpot', 'byTalk', 'mediation', 'byOrgan'] as const
export type SettlingWay = (typeof settlingWays)[number]

/** How it ended: 化解 · 成为信访事项 · 引导至法定途径 · 经查不存在. There is no other way out. */
export const disputeEndings = ['settled', 'petition', 'directed', 'notFound'] as const
export type DisputeEnding = (typeof disputeEndings)[number]

/** Where it was directed: 诉讼 · 仲裁 · 行政复议 · 行政裁决 · 公安机关 · 其他. */
export const directions = ['court', 'arbitration', 'reconsideration', 'ruling', 'police', 'other'] as const
export type Direction = (typeof directions)[number]

export const progressKinds = ['measure', 'progress'] as const
export type ProgressKind = (typeof progressKinds)[number]

/** A side of it, as somebody says it. Which organ it is, where it is one, the facts must know: it never settles its own dispute. */
export interface DisputeParty {
  readonly name: Sealed
  readonly contact: Sealed | null
  readonly organ: OrganId | null
  /** Whether this side asks for something: nothing is settled before it has said so itself. */
  readonly asks: boolean
}

/** What a grade is drawn from. Of the dispute alone. */
export interface Criteria {
  readonly danger: Danger
  readonly spread: Spread
  /** Since when it lasts, where that is known. */
  readonly since: Day | null
}

export interface Grading extends Criteria {
  /** A name of the pack. */
  readonly grade: string
  readonly reasons: Sealed
}

export interface Responsible {
  readonly organ: OrganId
  readonly account: string | null
}

/** The entry of the ledger. */
export interface DisputeEntry {
  /** Drawn on the phone; null at a desk. */
  readonly entry: string | null
  readonly source: { readonly kind: DisputeSourceKind; readonly stream: string | null }
  readonly foundOn: Day
  /** Down to the village. */
  readonly region: string
  readonly spot: Sealed | null
  readonly category: string
  /** People concerned. */
  readonly people: number
  readonly title: Sealed
  readonly cause: Sealed
  readonly asked: Sealed
  readonly parties: readonly DisputeParty[]
  /** Officials whom it is about, by name. */
  readonly named: readonly { readonly organ: OrganId; readonly name: Sealed }[]
}

/** What the house found out for whoever writes. */
export interface Kept {
  /** Organs that are a party, and organs that officials lead who are named: none of them learns of it. */
  readonly keptFrom: readonly OrganId[]
  /** Accounts of the officials. */
  readonly officials: readonly string[]
}

/** One side's own word that it is settled: signed, or by the key that it was given. */
export interface PartyWord {
  readonly party: number
  readonly by: 'signed' | 'key'
  /** Who was there when it was signed. */
  readonly witness: Sealed | null
}

export type DisputeActor =
  | {
      readonly kind: 'staff'
      readonly account: string
      readonly organ: OrganId
      readonly posts: readonly string[]
      readonly answersTo?: readonly string[]
      /** 挂职: the organs from which they are seconded to where they act (docs/adr/0066). */
      readonly secondedFrom?: readonly OrganId[]
    }
  | { readonly kind: 'house'; readonly task: string }
export type StaffActor = Extract<DisputeActor, { kind: 'staff' }>

type Materials = readonly Omit<Material, 'ref'>[]

/** Whatever a phone may enter says by which name, and on which day it was written. */
interface Entered {
  readonly entry: string | null
  readonly at: Day
}

export type DisputeCommandBody =
  | ({ readonly type: 'RecordDispute' } & DisputeEntry & {
        readonly grading: Grading | null
        /** Null: whoever the rules suggest, else the organ that records. */
        readonly responsible: Responsible | null
        readonly due: Day | null
        readonly measures: Sealed | null
        readonly looked: Kept
      })
  | { readonly type: 'GradeDispute'; readonly grading: Grading; readonly people: number }
  | {
      readonly type: 'AssignDispute'
      readonly responsible: Responsible
      readonly due: Day | null
      readonly note: Sealed | null
    }
  | ({
      readonly type: 'RecordProgress'
      readonly kind: ProgressKind
      readonly text: Sealed
      readonly materials: Materials
    } & Entered)
  | ({ readonly type: 'HandUpDispute'; readonly to: OrganId; readonly tried: Sealed } & Entered)
  | { readonly type: 'TakeUpDispute'; readonly account: string | null }
  | { readonly type: 'ReturnDispute'; readonly reason: Sealed }
  | { readonly type: 'SendToMediation'; readonly mediation: string }
  | {
      readonly type: 'EndDisputeMediation'
      readonly mediation: string
      readonly outcome: 'agreed' | 'failed'
      /** What was agreed, or why not. */
      readonly note: Sealed | null
    }
  | ({
      readonly type: 'SettleDispute'
      readonly way: SettlingWay
      readonly terms: Sealed
      readonly words: readonly PartyWord[]
      readonly materials: Materials
    } & Entered)
  | ({ readonly type: 'FollowUpDispute'; readonly holds: boolean; readonly text: Sealed } & Entered)
  | { readonly type: 'ExtendDispute'; readonly until: Day; readonly reason: Sealed }
  /** `said`: who says so without a part in it, because the petition is theirs; the house carries that out. */
  | { readonly type: 'LinkPetition'; readonly petition: string; readonly looked: Kept; readonly said?: string }
  | { readonly type: 'DirectDispute'; readonly to: Direction; readonly told: Sealed }
  /** 经查不存在: two persons. */
  | { readonly type: 'ReportNotFound'; readonly reason: Sealed }
  | { readonly type: 'ConfirmNotFound' }
  | { readonly type: 'RejectNotFound'; readonly reason: Sealed }
  | { readonly type: 'CloseDispute'; readonly note: Sealed | null }
  /** A petition that it became came to accuse or to name somebody. */
  | { readonly type: 'KeepDispute'; readonly looked: Kept }
  | { readonly type: 'PassDisputeOn' }
  | { readonly type: 'EraseDispute' }
  | { readonly type: 'MarkClock'; readonly clock: string }
  | { readonly type: 'RecountDispute' }

export type DisputeCommandType = DisputeCommandBody['type']
export type DisputeCommand = DisputeCommandBody & { readonly on: Day; readonly actor: DisputeActor }
export type Of<T extends DisputeCommandType> = Extract<DisputeCommandBody, { type: T }> & {
  readonly on: Day
  readonly actor: DisputeActor
}

/** Who settles it first, and why: which rules hold, the level that follows, and whoever is there. */
export interface Suggestion {
  readonly level: DisputeLevel
  readonly rules: readonly { readonly rule: LocalRuleName; readonly level: DisputeLevel; readonly basis: Basis }[]
  /** Nearest first; empty where nobody is left who may know of it. */
  readonly organs: readonly OrganId[]
}

export type DisputeFactBody = { readonly on: Day } & (
  | ({
      readonly type: 'DisputeRecorded'
      readonly organ: OrganId
      readonly account: string
      readonly pack: string
      readonly responsible: Responsible
      readonly due: Day | null
      readonly measures: Sealed | null
      readonly suggested: { readonly level: DisputeLevel; readonly rules: readonly LocalRuleName[] }
    } & DisputeEntry &
      Kept)
  | {
      readonly type: 'DisputeGraded'
      readonly organ: OrganId
      readonly account: string
      readonly grading: Grading
      readonly people: number
      /** What the rows of the pack say of the same criteria. */
      readonly suggested: string
    }
  | {
      readonly type: 'DisputeAssigned'
      readonly account: string
      readonly responsible: Responsible
      readonly due: Day | null
      readonly note: Sealed | null
    }
  | ({
      readonly type: 'DisputeProgressRecorded'
      readonly organ: OrganId
      readonly account: string
      readonly kind: ProgressKind
      readonly text: Sealed
      readonly materials: Materials
    } & Entered)
  | ({
      readonly type: 'DisputeHandedUp'
      readonly from: OrganId
      readonly account: string
      readonly to: OrganId
      readonly level: DisputeLevel
      readonly tried: Sealed
    } & Entered)
  | {
      readonly type: 'DisputeTakenUp'
      readonly organ: OrganId
      readonly account: string
      readonly handler: string | null
    }
  | {
      readonly type: 'DisputeReturned'
      readonly from: OrganId
      readonly to: OrganId
      readonly account: string
      readonly reason: Sealed
    }
  | { readonly type: 'DisputeMediationBegun'; readonly account: string | null; readonly mediation: string }
  | {
      readonly type: 'DisputeMediationEnded'
      readonly mediation: string
      readonly outcome: 'agreed' | 'failed'
      readonly note: Sealed | null
    }
  | ({
      readonly type: 'DisputeSettled'
      readonly organ: OrganId
      readonly account: string | null
      readonly level: DisputeLevel
      readonly way: SettlingWay
      readonly terms: Sealed | null
      readonly words: readonly PartyWord[]
      readonly materials: Materials
    } & Entered)
  | ({
      readonly type: 'DisputeFollowedUp'
      readonly organ: OrganId
      readonly account: string
      readonly holds: boolean
      readonly text: Sealed
    } & Entered)
  | { readonly type: 'DisputeExtended'; readonly account: string; readonly until: Day; readonly reason: Sealed }
  | ({ readonly type: 'DisputePetitionJoined'; readonly account: string | null; readonly petition: string } & Kept)
  | { readonly type: 'DisputeDirected'; readonly account: string; readonly to: Direction; readonly told: Sealed }
  | { readonly type: 'DisputeNotFoundReported'; readonly account: string; readonly reason: Sealed }
  | { readonly type: 'DisputeNotFoundConfirmed'; readonly account: string }
  | { readonly type: 'DisputeNotFoundRejected'; readonly account: string; readonly reason: Sealed }
  | {
      readonly type: 'DisputeClosed'
      readonly account: string
      readonly ending: DisputeEnding
      readonly note: Sealed | null
    }
  | ({ readonly type: 'DisputeKept' } & Kept)
  | { readonly type: 'DisputePassedOn'; readonly from: OrganId; readonly to: OrganId }
  | { readonly type: 'DisputeErased' }
  | { readonly type: 'DisputeFellOverdue'; readonly clock: string }
  | { readonly type: 'DisputeClocksRecounted'; readonly moved: readonly MovedDay[] }
)

export type DisputeFactType = DisputeFactBody['type']
export type DisputeFact = DisputeFactBody & { readonly clocks?: readonly ClockChange[] }
export type DisputeFactOf<T extends DisputeFactType> = Extract<DisputeFact, { type: T }>

interface Done extends Entered {
  readonly on: Day
  readonly account: string | null
}

/** What one organ did while it was responsible: what it hands up with. */
export interface Progress extends Done {
  readonly organ: OrganId
  readonly kind: ProgressKind
  readonly text: Sealed
  readonly materials: Materials
}

export interface Settlement extends Done {
  readonly organ: OrganId
  readonly level: DisputeLevel
  readonly way: SettlingWay
  readonly terms: Sealed | null
  readonly words: readonly PartyWord[]
  readonly materials: Materials
}

export interface HandOn extends Done {
  readonly kind: 'up' | 'back'
  readonly from: OrganId
  readonly to: OrganId
  readonly words: Sealed
}

export interface Dispute extends Kept, DisputeEntry {
  readonly version: number
  readonly pack: string
  readonly stage: DisputeStage
  readonly recordedOn: Day
  readonly recorder: Responsible
  readonly responsible: Responsible
  /** Whoever had it before: they see how it goes on. */
  readonly formers: readonly OrganId[]
  readonly suggested: { readonly level: DisputeLevel; readonly rules: readonly LocalRuleName[] }
  readonly grading: (Grading & { readonly on: Day; readonly account: string; readonly suggested: string }) | null
  readonly measures: Sealed | null
  /** Names of what phones entered. */
  readonly entries: readonly string[]
  readonly progress: readonly Progress[]
  readonly handOns: readonly HandOn[]
  readonly mediations: readonly {
    readonly mediation: string
    readonly on: Day
    readonly ended: { readonly on: Day; readonly outcome: 'agreed' | 'failed'; readonly note: Sealed | null } | null
  }[]
  readonly settlements: readonly Settlement[]
  readonly followUps: readonly (Done & { readonly holds: boolean; readonly text: Sealed })[]
  readonly extensions: readonly { readonly on: Day; readonly until: Day; readonly reason: Sealed }[]
  readonly petitions: readonly { readonly petition: string; readonly on: Day }[]
  readonly directed: { readonly on: Day; readonly to: Direction; readonly told: Sealed } | null
  readonly notFound: { readonly on: Day; readonly account: string; readonly reason: Sealed } | null
  readonly ending: DisputeEnding | null
  readonly note: Sealed | null
  readonly movedOn: Day
  readonly closedOn: Day | null
  readonly erasedOn: Day | null
  readonly clocks: readonly RunningClock[]
}
export type DisputeState = Dispute | null

/** What the rules read of the law. */
export interface DisputeWorld {
  readonly pack: string
  readonly disputes: DisputeLaw
  readonly calendars: Calendars
  readonly organs: AllOrgans
}

export type DisputeRefusal =
  | { readonly kind: 'no-such-dispute' }
  | { readonly kind: 'dispute-recorded-already' }
  | { readonly kind: 'dispute-not-yours'; readonly basis: Basis }
  | { readonly kind: 'dispute-needs-the-head'; readonly basis: Basis }
  | {
      readonly kind: 'wrong-dispute-stage'
      readonly stage: DisputeStage
      readonly command: DisputeCommandType
      readonly needs: readonly DisputeStage[]
    }
  | { readonly kind: 'organ-keeps-no-ledger'; readonly basis: Basis }
  | { readonly kind: 'place-outside-your-area'; readonly region: string; readonly basis: Basis }
  | { readonly kind: 'no-such-category'; readonly category: string }
  | { readonly kind: 'no-such-grade'; readonly grade: string; readonly pack: string }
  | { readonly kind: 'nobody-asks' }
  | { readonly kind: 'your-organ-is-party'; readonly level: DisputeLevel; readonly basis: Basis }
  | { readonly kind: 'organ-is-party'; readonly organ: OrganId; readonly basis: Basis }
  | { readonly kind: 'not-responsible-there'; readonly organ: OrganId; readonly basis: Basis }
  | { readonly kind: 'account-unknown'; readonly account: string }
  | { readonly kind: 'unknown-organ'; readonly organ: OrganId }
  | { readonly kind: 'nothing-tried-yet'; readonly level: DisputeLevel; readonly basis: Basis }
  | { readonly kind: 'not-one-level-up'; readonly organ: OrganId; readonly basis: Basis }
  | { readonly kind: 'returned-often-enough'; readonly times: number; readonly basis: Basis }
  | { readonly kind: 'extended-often-enough'; readonly times: number; readonly basis: Basis }
  | { readonly kind: 'day-not-ahead'; readonly day: Day; readonly today: Day }
  | { readonly kind: 'day-not-later'; readonly day: Day; readonly due: Day }
  | { readonly kind: 'day-outside-dispute'; readonly at: Day; readonly from: Day; readonly today: Day }
  | { readonly kind: 'no-such-party'; readonly party: number }
  | { readonly kind: 'party-has-not-spoken'; readonly party: number; readonly basis: Basis }
  | { readonly kind: 'needs-witness'; readonly party: number; readonly basis: Basis }
  | { readonly kind: 'wrong-party-key'; readonly party: number }
  | { readonly kind: 'mediation-running'; readonly mediation: string }
  | { readonly kind: 'no-such-mediation'; readonly mediation: string }
  | { readonly kind: 'petition-unknown'; readonly petition: string }
  | { readonly kind: 'petition-joined-already'; readonly petition: string }
  | { readonly kind: 'material-not-there' }
  | { readonly kind: 'not-found-reported-already' }
  | { readonly kind: 'nothing-to-confirm' }
  | { readonly kind: 'needs-second-person'; readonly basis: Basis }
  | { readonly kind: 'not-followed-up'; readonly basis: Basis }
  | { readonly kind: 'dispute-erased'; readonly on: Day }
  | { readonly kind: 'clock-still-running'; readonly clock: string }

export type DisputeRefusalKind = DisputeRefusal['kind']
