/**
 * The words of an owned case (领导包案, art. 18 (2)): a petition that a leader takes on until it is solved. A stream of its own, named after
 * the petition, so that there is one for each and a second proposal finds the first (docs/adr/0040). The petition knows nothing of it, and its
 * clocks run as if there were none.
 */
import type { Calendars } from '../../kernel/calendars.ts'
import type { MovedDay } from '../../kernel/clock-keeping.ts'
import type { Day } from '../../kernel/day.ts'
import type { AllOrgans } from '../../kernel/keeping-out.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { ClockChange, RunningClock } from '../../kernel/running-clock.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { Basis } from '../../law/basis.ts'
import type { Fixable, OwnershipGround, OwnershipLaw } from '../../law/ownership.ts'
import type { Material } from '../../petition/intake/words.ts'

/** 待定 · 不包案 · 已定包案领导 · 方案实施中 · 已办结 · 已终止 */
export const ownershipStages = ['proposed', 'dropped', 'assigned', 'planned', 'closed', 'ended'] as const
export type OwnershipStage = (typeof ownershipStages)[number]

/** What somebody proposes it for: a ground that the house found, or a person’s own reasons. */
export const proposedFor = [
  'longOpen',
  'reviewed',
  'sameMatterAgain',
  'severalRegions',
  'group',
  'byHand',
] as const satisfies readonly (OwnershipGround | 'byHand')[]
export type ProposedFor = (typeof proposedFor)[number]

/** 社会救助 · 司法救助 · 法律援助 · 心理疏导: what the law offers (art. 37), explained to the petitioner, who is free to take it or not. */
export const helpKinds = ['socialRelief', 'judicialRelief', 'legalAid', 'counselling'] as const
export type HelpKind = (typeof helpKinds)[number]
export const helpAnswers = ['accepted', 'notWanted', 'undecided'] as const
export type HelpAnswer = (typeof helpAnswers)[number]

/** 已化解 · 部分化解 · 已解释清楚 · 未化解 */
export const ownershipOutcomes = ['resolved', 'partly', 'explained', 'notResolved'] as const
export type OwnershipOutcome = (typeof ownershipOutcomes)[number]

/** The petitioner’s own view: 满意 · 部分满意 · 不满意. */
export const petitionerViews = ['satisfied', 'partly', 'dissatisfied'] as const
export type PetitionerView = (typeof petitionerViews)[number]

export const askingWays = ['phone', 'visit', 'letter', 'message'] as const
export type AskingWay = (typeof askingWays)[number]

/** A leader, where they lead. */
export interface Owner {
  readonly organ: OrganId
  readonly account: string
}

/** Who does the work day by day; no account where the organ as a whole does it. */
export interface Handler {
  readonly organ: OrganId
  readonly account: string | null
}

/** What must be kept, as the petition has it now. */
export interface Keeping {
  /** Organs that must not learn of it; neither must whoever stands below or succeeds them. */
  readonly keptFrom: readonly OrganId[]
  /** Accounts of officials whom the petition names. */
  readonly officials: readonly string[]
  /** Accounts that have withdrawn from it, or had to (art. 28 (3)). */
  readonly recused: readonly string[]
  /** Organs that it complains of: none of them owns it. */
  readonly about: readonly OrganId[]
}

/** What it is begun with: the petition as it is then. */
export interface OwnershipBeginning extends Keeping {
  readonly petition: string
  readonly class: 'suggestion' | 'accusation' | 'appeal'
  readonly category: string
  readonly place: string
  readonly registeredOn: Day
  /** The bureau that keeps the list and proposes. */
  readonly keeper: OrganId
  /** Organs whose head or leader decides on it: party, government, conference and bureau of the keeper’s place. */
  readonly deciders: readonly OrganId[]
}

/** What the house found out about those who are named. */
export interface LookedAtOwner {
  /** Whether the owner is a head or a leader in the organ. */
  readonly leads: boolean
  /** Accounts to which the owner answers there. */
  readonly above: readonly string[]
}
export interface LookedAtHandler {
  /** Whether the account handles petitions in the organ; true where none is named. */
  readonly handles: boolean
  readonly above: readonly string[]
}

export interface PlannedStep {
  readonly what: Sealed
  readonly organ: OrganId
  readonly officer: string | null
  readonly due: Day
  /** Whether the petitioner reads it on the follow page. */
  readonly isShown: boolean
}
export interface Step extends PlannedStep {
  /** `s1`, `s2` … within the case. */
  readonly key: string
  readonly on: Day
}

export interface OwnershipStaff {
  readonly kind: 'staff'
  readonly account: string
  readonly organ: OrganId
  readonly posts: readonly string[]
  readonly answersTo?: readonly string[]
  /** 挂职: the organs from which they are seconded to where they act (docs/adr/0066). */
  readonly secondedFrom?: readonly OrganId[]
  /** Those in whose place they act today. */
  readonly standsFor?: readonly string[]
}
export type OwnershipActor =
  | OwnershipStaff
  | { readonly kind: 'petitioner'; readonly petition: string; readonly person: string }
  | { readonly kind: 'house'; readonly task: string }

export type OwnershipCommandBody =
  | {
      readonly type: 'ProposeOwnership'
      readonly beginning: OwnershipBeginning
      readonly for: readonly ProposedFor[]
      readonly reason: Sealed | null
    }
  | { readonly type: 'DropOwnership'; readonly reason: Sealed }
  | {
      readonly type: 'AssignOwner'
      readonly owner: Owner
      readonly handler: Handler | null
      readonly duties: readonly string[]
      readonly due: Day
      readonly looked: { readonly owner: LookedAtOwner; readonly handler: LookedAtHandler | null }
    }
  /** 领导、承办人变动: the post ended, or another owner was asked for. */
  | {
      readonly type: 'ReplaceOwner'
      readonly owner: Owner
      readonly handler: Handler | null
      readonly reason: Sealed
      readonly looked: { readonly owner: LookedAtOwner; readonly handler: LookedAtHandler | null }
    }
  | { readonly type: 'RecordPlan'; readonly plan: Sealed; readonly steps: readonly PlannedStep[] }
  | { readonly type: 'AddStep'; readonly step: PlannedStep }
  /** A step that nobody does. `hasTask`: somebody was given it and it was not withdrawn there, as the house found out. */
  | { readonly type: 'WithdrawStep'; readonly step: string; readonly reason: Sealed; readonly hasTask: boolean }
  | {
      readonly type: 'RecordMeeting'
      readonly heldOn: Day
      readonly place: Sealed
      readonly present: Sealed
      readonly said: Sealed
      /** The petitioner’s own words, as they were read back. */
      readonly words: Sealed
      readonly readBack: boolean
    }
  | {
      readonly type: 'OfferHelp'
      readonly kind: HelpKind
      readonly explained: Sealed
      readonly answer: HelpAnswer
    }
  | { readonly type: 'AnswerHelp'; readonly help: string; readonly answer: HelpAnswer }
  | { readonly type: 'ExtendOwnership'; readonly until: Day; readonly reason: Sealed }
  | {
      readonly type: 'RecordResult'
      readonly outcome: OwnershipOutcome
      readonly result: Sealed
      readonly remains: Sealed | null
    }
  /** By the petitioner, with their own key. */
  | { readonly type: 'GiveView'; readonly view: PetitionerView; readonly words: Sealed | null }
  /** On paper: signed, with the file. */
  | {
      readonly type: 'RecordView'
      readonly view: PetitionerView
      readonly words: Sealed | null
      readonly materials: readonly Omit<Material, 'ref'>[]
    }
  /** Somebody asked, and no view was to be had. Never by the owner’s or the handler’s organ. */
  | { readonly type: 'RecordAsking'; readonly askedOn: Day; readonly way: AskingWay; readonly note: Sealed }
  /** `openTasks`: steps that are still to be done, as the house counts them. */
  | { readonly type: 'CloseOwnership'; readonly statement: Sealed; readonly openTasks: number }
  | { readonly type: 'AskForAnotherOwner'; readonly reason: Sealed }
  | { readonly type: 'DecideOnAnotherOwner'; readonly isGranted: boolean; readonly reason: Sealed }
  | { readonly type: 'MarkOwnerLeft'; readonly account: string }
  /** The same matter again: the petition that brings it. */
  | { readonly type: 'ReopenOwnership'; readonly again: string }
  | { readonly type: 'KeepOwnership'; readonly class: OwnershipBeginning['class']; readonly keeping: Keeping }
  | { readonly type: 'PassOwnershipOn' }
  | { readonly type: 'EraseOwnership' }
  | { readonly type: 'MarkClock'; readonly clock: string }
  | { readonly type: 'RecountOwnership' }

export type OwnershipCommandType = OwnershipCommandBody['type']
export type OwnershipCommand = OwnershipCommandBody & { readonly on: Day; readonly actor: OwnershipActor }
export type Of<T extends OwnershipCommandType> = Extract<OwnershipCommandBody, { type: T }> & {
  readonly on: Day
  readonly actor: OwnershipActor
}

export type OwnershipFactBody = { readonly on: Day } & (
  | ({
      readonly type: 'OwnershipProposed'
      readonly for: readonly ProposedFor[]
      readonly by: OrganId | null
      readonly reason: Sealed | null
      readonly pack: string
    } & OwnershipBeginning)
  /** A further ground, while it is proposed or owned; or it is proposed again after it was dropped. */
  | {
      readonly type: 'GroundAdded'
      readonly for: readonly ProposedFor[]
      readonly by: OrganId | null
      readonly reason: Sealed | null
    }
  | { readonly type: 'OwnershipDropped'; readonly organ: OrganId; readonly account: string; readonly reason: Sealed }
  | {
      readonly type: 'OwnerAssigned'
      readonly organ: OrganId
      readonly account: string
      readonly owner: Owner
      readonly handler: Handler | null
      readonly duties: readonly string[]
      readonly due: Day
    }
  | {
      readonly type: 'OwnerReplaced'
      readonly organ: OrganId
      readonly account: string
      readonly owner: Owner
      readonly handler: Handler | null
      readonly reason: Sealed
    }
  | { readonly type: 'PlanRecorded'; readonly account: string; readonly plan: Sealed; readonly steps: readonly Step[] }
  | { readonly type: 'StepAdded'; readonly account: string; readonly step: Step }
  | { readonly type: 'StepWithdrawn'; readonly account: string; readonly step: string; readonly reason: Sealed }
  | {
      readonly type: 'MeetingRecorded'
      readonly account: string
      readonly ref: string
      readonly heldOn: Day
      readonly place: Sealed
      readonly present: Sealed
      readonly said: Sealed
      readonly words: Sealed
    }
  | {
      readonly type: 'HelpOffered'
      readonly account: string
      readonly ref: string
      readonly kind: HelpKind
      readonly explained: Sealed
      readonly answer: HelpAnswer
    }
  | { readonly type: 'HelpAnswered'; readonly help: string; readonly answer: HelpAnswer }
  | {
      readonly type: 'OwnershipExtended'
      readonly organ: OrganId
      readonly account: string
      readonly until: Day
      readonly reason: Sealed
    }
  | {
      readonly type: 'ResultRecorded'
      readonly account: string
      readonly outcome: OwnershipOutcome
      readonly result: Sealed
      readonly remains: Sealed | null
    }
  | {
      readonly type: 'ViewRecorded'
      /** `p1` where it was given with that person’s key; null where it was signed on paper. */
      readonly person: string | null
      readonly organ: OrganId | null
      readonly view: PetitionerView
      readonly words: Sealed | null
      readonly materials: readonly Material[]
    }
  | {
      readonly type: 'ViewAsked'
      readonly organ: OrganId
      readonly account: string
      readonly askedOn: Day
      readonly way: AskingWay
      readonly note: Sealed
    }
  | {
      readonly type: 'OwnershipClosed'
      readonly account: string
      readonly statement: Sealed
      readonly outcome: OwnershipOutcome
      /** Null where it was asked for and not given: silence is never satisfaction. */
      readonly view: PetitionerView | null
    }
  | { readonly type: 'AnotherOwnerAsked'; readonly ref: string; readonly person: string; readonly reason: Sealed }
  | {
      readonly type: 'AnotherOwnerDecided'
      readonly ref: string
      readonly organ: OrganId
      readonly account: string
      readonly isGranted: boolean
      readonly reason: Sealed
    }
  | { readonly type: 'OwnerLeft'; readonly account: string }
  | { readonly type: 'OwnershipReopened'; readonly again: string }
  | ({ readonly type: 'OwnershipKept'; readonly class: OwnershipBeginning['class'] } & Keeping)
  | { readonly type: 'OwnershipEnded' }
  | { readonly type: 'OwnershipPassedOn'; readonly from: OrganId; readonly to: OrganId }
  | { readonly type: 'OwnershipErased' }
  | { readonly type: 'OwnershipFellOverdue'; readonly clock: string }
  | { readonly type: 'OwnershipClocksRecounted'; readonly moved: readonly MovedDay[] }
)

export type OwnershipFactType = OwnershipFactBody['type']
export type OwnershipFact = OwnershipFactBody & { readonly clocks?: readonly ClockChange[] }
export type OwnershipFactOf<T extends OwnershipFactType> = Extract<OwnershipFact, { type: T }>

/** One who owned it, from when until when. */
export interface Held extends Owner {
  readonly from: Day
  readonly until: Day | null
  readonly why: 'assigned' | 'replaced'
  readonly ended: 'left' | 'replaced' | 'refused' | 'reopened' | null
}

export interface Meeting {
  readonly ref: string
  readonly on: Day
  readonly heldOn: Day
  readonly place: Sealed
  readonly present: Sealed
  readonly said: Sealed
  readonly words: Sealed
}

export interface Help {
  readonly ref: string
  readonly on: Day
  readonly kind: HelpKind
  readonly explained: Sealed
  readonly answer: HelpAnswer
  readonly answeredOn: Day
}

export interface Result {
  readonly on: Day
  readonly version: number
  readonly outcome: OwnershipOutcome
  readonly result: Sealed
  readonly remains: Sealed | null
}

export interface ViewGiven {
  readonly on: Day
  readonly version: number
  readonly person: string | null
  readonly organ: OrganId | null
  readonly view: PetitionerView
  readonly words: Sealed | null
  readonly materials: readonly Material[]
}

export interface Asking {
  readonly on: Day
  readonly version: number
  readonly organ: OrganId
  readonly askedOn: Day
  readonly way: AskingWay
  readonly note: Sealed
}

export interface AnotherOwner {
  readonly ref: string
  readonly on: Day
  readonly person: string
  readonly reason: Sealed
  readonly owner: Owner | null
  readonly decided: {
    readonly on: Day
    readonly organ: OrganId
    readonly account: string
    readonly isGranted: boolean
    readonly reason: Sealed
  } | null
}

export interface Ownership extends OwnershipBeginning {
  readonly version: number
  readonly pack: string
  readonly stage: OwnershipStage
  readonly proposedOn: Day
  readonly movedOn: Day
  readonly endedOn: Day | null
  readonly grounds: readonly {
    readonly for: ProposedFor
    readonly on: Day
    readonly by: OrganId | null
    readonly reason: Sealed | null
  }[]
  readonly droppedFor: Sealed | null
  /** Null before it is assigned, and while the one who had it has left and nobody was named yet. */
  readonly owner: Owner | null
  readonly handler: Handler | null
  readonly duties: readonly string[]
  readonly due: Day | null
  readonly held: readonly Held[]
  /** Owners whom the petitioner may refuse, as it was decided. */
  readonly refusedOwners: readonly string[]
  readonly plans: readonly { readonly on: Day; readonly account: string; readonly plan: Sealed }[]
  readonly steps: readonly Step[]
  /** Steps that are done by nobody any longer, by their keys, and why. */
  readonly withdrawnSteps: readonly { readonly on: Day; readonly step: string; readonly reason: Sealed }[]
  readonly meetings: readonly Meeting[]
  readonly help: readonly Help[]
  readonly extensions: readonly {
    readonly on: Day
    readonly organ: OrganId
    readonly account: string
    readonly until: Day
    readonly reason: Sealed
  }[]
  readonly results: readonly Result[]
  readonly views: readonly ViewGiven[]
  readonly askings: readonly Asking[]
  readonly anotherOwner: readonly AnotherOwner[]
  readonly statements: readonly { readonly on: Day; readonly account: string; readonly statement: Sealed }[]
  /** How often it came again after it was closed, and in which petition. */
  readonly relapses: readonly { readonly on: Day; readonly version: number; readonly again: string }[]
  readonly isErased: boolean
  readonly clocks: readonly RunningClock[]
}

export type OwnershipState = Ownership | null

export interface OwnershipWorld {
  readonly pack: string
  readonly law: { readonly ownership: OwnershipLaw }
  readonly calendars: Calendars
  readonly organs: AllOrgans
}

export type OwnershipRefusal =
  | { readonly kind: 'no-such-ownership' }
  | { readonly kind: 'owned-already'; readonly petition: string }
  | { readonly kind: 'accusations-are-not-owned'; readonly basis: Basis }
  | { readonly kind: 'ownership-not-yours'; readonly basis: Basis }
  | { readonly kind: 'deciders-decide'; readonly basis: Basis }
  | { readonly kind: 'owner-does-it'; readonly basis: Basis }
  | {
      readonly kind: 'wrong-ownership-stage'
      readonly stage: OwnershipStage
      readonly command: OwnershipCommandType
      readonly needs: readonly OwnershipStage[]
    }
  | { readonly kind: 'unknown-organ'; readonly organ: OrganId }
  | { readonly kind: 'owner-leads-nothing'; readonly organ: OrganId; readonly basis: Basis }
  | { readonly kind: 'owner-is-kept-out'; readonly organ: OrganId; readonly basis: Basis }
  | { readonly kind: 'owner-is-concerned'; readonly basis: Basis }
  | { readonly kind: 'owner-is-complained-of'; readonly organ: OrganId; readonly basis: Basis }
  | { readonly kind: 'owner-was-refused'; readonly basis: Basis }
  | { readonly kind: 'owner-unchanged' }
  | { readonly kind: 'handler-is-kept-out'; readonly organ: OrganId; readonly basis: Basis }
  | { readonly kind: 'handler-is-concerned'; readonly basis: Basis }
  | { readonly kind: 'handler-does-not-handle'; readonly organ: OrganId }
  | { readonly kind: 'doer-is-kept-out'; readonly organ: OrganId; readonly basis: Basis }
  | { readonly kind: 'not-all-fixed'; readonly missing: Fixable; readonly row: string; readonly basis: Basis }
  | { readonly kind: 'unknown-duty'; readonly duty: string }
  | { readonly kind: 'no-duty-taken' }
  | { readonly kind: 'nobody-owns-it'; readonly basis: Basis }
  | { readonly kind: 'names-watching'; readonly basis: Basis }
  | { readonly kind: 'day-not-ahead'; readonly day: Day; readonly today: Day }
  | { readonly kind: 'day-in-the-future'; readonly day: Day; readonly today: Day }
  | { readonly kind: 'day-before-the-owner'; readonly day: Day; readonly from: Day }
  | { readonly kind: 'step-after-the-end'; readonly day: Day; readonly due: Day }
  | { readonly kind: 'not-read-back'; readonly basis: Basis }
  | { readonly kind: 'unknown-help'; readonly help: string }
  | { readonly kind: 'not-an-extension'; readonly due: Day }
  | { readonly kind: 'own-extension'; readonly basis: Basis }
  | { readonly kind: 'needs-what-remains'; readonly outcome: OwnershipOutcome }
  | { readonly kind: 'no-result-yet' }
  | { readonly kind: 'needs-own-key-or-signature'; readonly basis: Basis }
  | { readonly kind: 'asked-by-own-organ'; readonly basis: Basis }
  | { readonly kind: 'view-not-known'; readonly asked: number; readonly atLeast: number; readonly basis: Basis }
  | { readonly kind: 'view-says-otherwise'; readonly outcome: OwnershipOutcome; readonly basis: Basis }
  | { readonly kind: 'steps-still-open'; readonly open: number }
  | { readonly kind: 'unknown-step'; readonly step: string }
  | { readonly kind: 'step-has-task' }
  | { readonly kind: 'asked-already' }
  | { readonly kind: 'nothing-asked' }
  | { readonly kind: 'owner-decides-not'; readonly basis: Basis }
  | { readonly kind: 'material-not-there' }
  | { readonly kind: 'too-many-already'; readonly atMost: number }
  | { readonly kind: 'clock-still-running'; readonly clock: string }

export type OwnershipRefusalKind = OwnershipRefusal['kind']
