/**
 * The words of a visit (下访): leaders go to where the problems are, with cases in hand (art. 18 (2) 带案下访). A stream of its own: the
 * petitions that are taken along know nothing of it. What is entered on the way has a name drawn on the phone, so that it arrives once however
 * often it is sent (docs/adr/0039). What is agreed becomes a task; a new problem that is heard is offered for registration.
 */
import type { Day } from '../../kernel/day.ts'
import type { AllOrgans } from '../../kernel/keeping-out.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { Basis } from '../../law/basis.ts'
import type { Material } from '../../petition/intake/words.ts'

/** 计划中 · 已确认 · 已小结 · 已办结 · 已取消 */
export const visitStages = ['planned', 'confirmed', 'concluded', 'closed', 'cancelled'] as const
export type VisitStage = (typeof visitStages)[number]

/** 见到了 · 没见到 · 约定 · 信访人的话 · 新反映的问题. What was agreed names who does it by when; what was heard belongs to no petition yet. */
export const entryKinds = ['met', 'notMet', 'agreed', 'word', 'heard'] as const
export type EntryKind = (typeof entryKinds)[number]

/** How a petitioner was told what came of it: 当面 · 电话 · 书面. */
export const tellingWays = ['inPerson', 'byPhone', 'inWriting'] as const
export type TellingWay = (typeof tellingWays)[number]

/** A leader, or whoever comes along, and the organ that they come from. */
export interface Traveller {
  readonly account: string
  readonly organ: OrganId
}

/** One case on the route; the order of the cases is the order of the way. */
export interface PlannedCase {
  readonly petition: string
  /** Where it is on the way. */
  readonly spot: Sealed
  /** Whom to meet and how to find them; null where nobody is met. */
  readonly meet: Sealed | null
  /** What is asked and what was done, for whoever has it on paper and nothing else. */
  readonly brief: Sealed
  readonly questions: Sealed | null
  /** How the petitioner agreed to be visited, where that must be asked first. */
  readonly consent: Sealed | null
}

/** What a visit is meant to be. It is written whole each time, until it is confirmed. */
export interface VisitPlan {
  readonly day: Day
  /** Where it goes, as people say it. */
  readonly destination: Sealed
  readonly leaders: readonly Traveller[]
  readonly companions: readonly Traveller[]
  readonly cases: readonly PlannedCase[]
}

/** What the house found out about a petition for whoever plans. */
export interface LookedCase {
  readonly petition: string
  /** Organs that it accuses, and organs that officials whom it names lead. */
  readonly keptFrom: readonly OrganId[]
  /** Accounts of officials whom it names. */
  readonly officials: readonly string[]
  /** 检举控告: sealed, and taken nowhere. */
  readonly isAccusation: boolean
  /** Whether who petitioned must not become known in the village. */
  readonly isConfidential: boolean
  /** Whether the petitioner did not want to be visited, the last time that somebody wanted to. */
  readonly hasRefused: boolean
}

export type VisitActor =
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
export type StaffActor = Extract<VisitActor, { kind: 'staff' }>

/** One thing that was entered on the way. */
export interface VisitEntry {
  /** Drawn on the phone. */
  readonly entry: string
  readonly kind: EntryKind
  readonly petition: string | null
  /** The day on which it was written down, by the phone. */
  readonly at: Day
  /** Whom it was with. */
  readonly whom: Sealed | null
  readonly text: Sealed
  /** Who does what was agreed, and by when. */
  readonly organ: OrganId | null
  readonly due: Day | null
  /** Photographs and papers, in the sealed file store. */
  readonly materials: readonly Omit<Material, 'ref'>[]
}

export type VisitCommandBody =
  | { readonly type: 'PlanVisit'; readonly plan: VisitPlan; readonly looked: readonly LookedCase[] }
  | { readonly type: 'EditVisit'; readonly plan: VisitPlan; readonly looked: readonly LookedCase[] }
  | { readonly type: 'ConfirmVisit' }
  | { readonly type: 'PostponeVisit'; readonly to: Day; readonly reason: Sealed }
  | { readonly type: 'CancelVisit'; readonly reason: Sealed }
  /** The petitioner does not want to be visited. */
  | { readonly type: 'RecordRefusal'; readonly petition: string; readonly note: Sealed | null }
  /** The petitioner is shown on their own page that somebody comes, when and where. */
  | { readonly type: 'AnnounceVisit'; readonly petition: string }
  /** The sheet is taken along on a phone: who, and until when it is readable there. */
  | { readonly type: 'TakeSheet' }
  | ({ readonly type: 'RecordEntry' } & VisitEntry)
  | { readonly type: 'ConcludeVisit'; readonly report: Sealed }
  | { readonly type: 'OpenVisit'; readonly reason: Sealed }
  | {
      readonly type: 'InformPetitioner'
      readonly petition: string
      readonly way: TellingWay
      readonly note: Sealed
    }
  /** A problem that was heard became a petition. */
  | {
      readonly type: 'LinkEntry'
      readonly entry: string
      readonly petition: string
      readonly looked: readonly LookedCase[]
    }
  | { readonly type: 'CloseVisit'; readonly openTasks: number }
  /** A petition came to accuse or to name somebody after it was planned. */
  | { readonly type: 'RecordKept'; readonly looked: readonly LookedCase[] }
  /** An organ with a part in it is carried on by another. */
  | { readonly type: 'PassVisitOn' }
  /** Who was to go leads there no longer. */
  | { readonly type: 'MarkLeaderLeft'; readonly account: string }
  /** A petition was erased, and with it what was written of it here. */
  | { readonly type: 'RecordErased'; readonly petition: string; readonly refs: readonly string[] }

export type VisitCommandType = VisitCommandBody['type']
export type VisitCommand = VisitCommandBody & { readonly on: Day; readonly actor: VisitActor }
export type Of<T extends VisitCommandType> = Extract<VisitCommandBody, { type: T }> & {
  readonly on: Day
  readonly actor: VisitActor
}

/** From whom all of it is kept; it only ever grows. */
export interface Kept {
  readonly keptFrom: readonly OrganId[]
  readonly officials: readonly string[]
}

export type VisitFact = { readonly on: Day } & (
  | ({
      readonly type: 'VisitPlanned'
      readonly organ: OrganId
      readonly account: string
      /** Of the organ that plans: whose calendar it stands in. */
      readonly region: string
      readonly plan: VisitPlan
    } & Kept)
  | ({ readonly type: 'VisitEdited'; readonly account: string; readonly plan: VisitPlan } & Kept)
  | { readonly type: 'VisitConfirmed'; readonly account: string }
  | { readonly type: 'VisitPostponed'; readonly account: string; readonly to: Day; readonly reason: Sealed }
  | { readonly type: 'VisitCancelled'; readonly account: string; readonly reason: Sealed }
  | {
      readonly type: 'RefusalRecorded'
      readonly account: string
      readonly petition: string
      readonly note: Sealed | null
    }
  | { readonly type: 'VisitAnnounced'; readonly account: string; readonly petition: string }
  | { readonly type: 'SheetCarried'; readonly account: string; readonly until: Day }
  | ({ readonly type: 'EntryRecorded'; readonly account: string; readonly organOf: OrganId } & VisitEntry)
  | { readonly type: 'VisitConcluded'; readonly account: string; readonly report: Sealed }
  | { readonly type: 'VisitOpened'; readonly account: string; readonly reason: Sealed }
  | {
      readonly type: 'PetitionerInformed'
      readonly account: string
      readonly petition: string
      readonly way: TellingWay
      readonly note: Sealed
    }
  | ({
      readonly type: 'EntryLinked'
      readonly account: string
      readonly entry: string
      readonly petition: string
    } & Kept)
  | { readonly type: 'VisitClosed'; readonly account: string }
  | ({ readonly type: 'VisitKept' } & Kept)
  | {
      readonly type: 'VisitPassedOn'
      readonly from: OrganId
      readonly to: OrganId
      /** Of the organ that plans it from then on; null where that is the same. */
      readonly region: string | null
    }
  | { readonly type: 'LeaderLeft'; readonly account: string }
  | { readonly type: 'CaseErased'; readonly petition: string; readonly refs: readonly string[] }
)
export type VisitFactType = VisitFact['type']
export type VisitFactOf<T extends VisitFactType> = Extract<VisitFact, { type: T }>

export interface VisitCase extends PlannedCase {
  readonly refused: { readonly on: Day; readonly note: Sealed | null } | null
  /** Since when the petitioner sees it; null for not. */
  readonly shownOn: Day | null
  readonly informed: { readonly on: Day; readonly way: TellingWay; readonly note: Sealed } | null
}

export interface RecordedEntry extends VisitEntry {
  readonly on: Day
  readonly account: string
  /** The petition that a problem became. */
  readonly registered: string | null
}

export interface Visit extends Kept {
  readonly version: number
  readonly organ: OrganId
  readonly region: string
  readonly stage: VisitStage
  readonly plannedOn: Day
  readonly day: Day
  readonly destination: Sealed
  readonly leaders: readonly Traveller[]
  readonly companions: readonly Traveller[]
  readonly cases: readonly VisitCase[]
  readonly entries: readonly RecordedEntry[]
  readonly moves: readonly { readonly on: Day; readonly from: Day; readonly to: Day; readonly reason: Sealed }[]
  readonly sheets: readonly { readonly on: Day; readonly account: string; readonly until: Day }[]
  readonly report: { readonly on: Day; readonly account: string; readonly text: Sealed } | null
  /** Why it was cancelled, or opened again. */
  readonly note: Sealed | null
  readonly concludedOn: Day | null
  /** Pieces that went with a petition that was erased. */
  readonly erased: readonly string[]
  readonly endedOn: Day | null
}
export type VisitState = Visit | null

/** What a decision looks at beside the visit. */
export interface VisitWorld {
  readonly organs: AllOrgans
}

export type VisitRefusal =
  | { readonly kind: 'no-such-visit' }
  | { readonly kind: 'visit-planned-already' }
  | { readonly kind: 'visit-not-yours'; readonly basis: Basis }
  | {
      readonly kind: 'wrong-visit-stage'
      readonly stage: VisitStage
      readonly command: VisitCommandType
      readonly needs: readonly VisitStage[]
    }
  | { readonly kind: 'no-leader-on-visit'; readonly basis: Basis }
  | { readonly kind: 'leader-unknown'; readonly account: string }
  | { readonly kind: 'case-unknown'; readonly petition: string }
  | { readonly kind: 'accusation-on-visit'; readonly petition: string; readonly basis: Basis }
  | { readonly kind: 'case-named-twice'; readonly petition: string }
  | { readonly kind: 'official-on-visit'; readonly petition: string; readonly account: string; readonly basis: Basis }
  | {
      readonly kind: 'organ-kept-out-of-visit'
      readonly petition: string
      readonly organ: OrganId
      readonly basis: Basis
    }
  | { readonly kind: 'needs-petitioners-consent'; readonly petition: string; readonly basis: Basis }
  | { readonly kind: 'petitioner-has-refused'; readonly petition: string; readonly basis: Basis }
  | { readonly kind: 'day-not-ahead'; readonly day: Day; readonly today: Day }
  | { readonly kind: 'visit-not-begun'; readonly day: Day }
  | { readonly kind: 'day-outside-visit'; readonly at: Day; readonly day: Day; readonly today: Day }
  | { readonly kind: 'not-on-visit'; readonly petition: string }
  | { readonly kind: 'entry-needs-case'; readonly entry: EntryKind }
  | { readonly kind: 'needs-organ' }
  | { readonly kind: 'unknown-organ'; readonly organ: OrganId }
  | { readonly kind: 'case-without-entry'; readonly petition: string }
  | { readonly kind: 'no-such-entry'; readonly entry: string }
  | { readonly kind: 'too-many-already'; readonly atMost: number }
  | { readonly kind: 'material-not-there' }
  | { readonly kind: 'registered-already'; readonly petition: string }
  | { readonly kind: 'visit-still-open'; readonly count: number }
  | { readonly kind: 'petitioner-not-informed'; readonly petition: string }
  | { readonly kind: 'announced-to-petitioner'; readonly petition: string; readonly basis: Basis }

export type VisitRefusalKind = VisitRefusal['kind']
