/**
 * The words of supervision (督办): what the house finds that must be supervised, and the orders that follow. A matter under
 * supervision is a stream of its own beside what it is about, so that a petition knows nothing of it, and so that whoever wants to
 * open a second inspection of one matter finds the first (art. 38–40).
 */
import type { Calendars } from '../kernel/calendars.ts'
import type { MovedDay } from '../kernel/clock-keeping.ts'
import type { Day } from '../kernel/day.ts'
import type { AllOrgans } from '../kernel/keeping-out.ts'
import type { OrganId } from '../kernel/organ.ts'
import type { ClockChange, RunningClock } from '../kernel/running-clock.ts'
import type { Sealed } from '../kernel/sealed.ts'
import type { Basis } from '../law/basis.ts'
import type { FindingRule, OpenerKind, OrderKind, SubjectKind, SupervisionLaw } from '../law/supervision.ts'
import type { Material } from '../petition/intake/words.ts'

/** What is supervised: one petition, a topic over a period (专项), or a proposal that nobody answers. */
export type Subject =
  | { readonly kind: 'petition'; readonly petition: string }
  | {
      readonly kind: 'topic'
      /** Codes of the content classification and of the place; null for all. */
      readonly category: string | null
      readonly place: string | null
      readonly from: Day
      readonly until: Day
      /** The petitions that were in it when it was opened, without those that are inspected already. */
      readonly petitions: readonly string[]
    }
  | { readonly kind: 'proposal'; readonly proposal: string }

/** What in the history bears a finding out: types of facts and days, never a word of what was written. */
export interface Evidence {
  readonly fact: string
  readonly version: number
  readonly on: Day
  readonly clock?: string
  /** The last day that was missed, where one was. */
  readonly lastDay?: Day
}

/** As the rules found it, before it has a ref. The same `key` is never found twice in a matter. */
export interface Found {
  readonly rule: FindingRule
  readonly key: string
  /** Whose failing it would be. */
  readonly organ: OrganId
  readonly evidence: readonly Evidence[]
}

export const findingStates = ['open', 'confirmed', 'dismissed'] as const
export type FindingState = (typeof findingStates)[number]

export interface Finding extends Found {
  /** `f1`, `f2` … within the matter. */
  readonly ref: string
  readonly on: Day
  readonly state: FindingState
  /** The organ whose supervisors decide on it now; it rises when they do not. */
  readonly at: OrganId
  readonly escalations: number
  /** What was owed has been done since: late all the same. */
  readonly mendedOn: Day | null
  readonly decision: { readonly on: Day; readonly by: OrganId; readonly reason: Sealed | null } | null
}

export const orderStates = ['open', 'reported', 'verified', 'closed', 'escalated'] as const
export type OrderState = (typeof orderStates)[number]

/** An organ that must act on an order, and the leader of it who answers for that. */
export interface Addressee {
  readonly organ: OrganId
  /** An account of that organ; null where nobody is named. */
  readonly leader: string | null
}

export const inspectionWays = ['interview', 'onSite'] as const
export type InspectionWay = (typeof inspectionWays)[number]

/** How it was looked at whether what is reported is so: from the file, at the place, or by asking the petitioner. */
export const verificationWays = ['file', 'onSite', 'petitioner'] as const
export type VerificationWay = (typeof verificationWays)[number]

export const petitionersWords = ['done', 'partly', 'notDone', 'notReached'] as const
export type PetitionersWord = (typeof petitionersWords)[number]

export interface Order {
  /** `o1`, `o2` … within the matter. */
  readonly ref: string
  readonly kind: OrderKind
  readonly by: OrganId
  readonly opener: OpenerKind
  readonly openedOn: Day
  /** Stands on the public board, where the matter may be shown at all. */
  readonly isPublic: boolean
  readonly findings: readonly string[]
  /** The first one leads; with several it is a joint order (联合). */
  readonly addressees: readonly Addressee[]
  readonly due: Day
  readonly instruction: Sealed
  /** What must be so before it may be closed or taken off the list (销号、摘牌标准). */
  readonly criteria: readonly { readonly ref: string; readonly text: Sealed }[]
  readonly state: OrderState
  /** Who has still to report in this round. */
  readonly awaited: readonly OrganId[]
  readonly inspections: readonly {
    readonly way: InspectionWay
    readonly on: Day
    readonly heldOn: Day
    readonly place: Sealed | null
    readonly record: Sealed
  }[]
  readonly reports: readonly {
    readonly ref: string
    readonly organ: OrganId
    readonly on: Day
    readonly report: Sealed
    readonly materials: readonly Material[]
  }[]
  /** Another organ asks the petitioner, because the one that reports must not. */
  readonly asked: {
    readonly organ: OrganId
    readonly on: Day
    readonly question: Sealed
    readonly word: { readonly on: Day; readonly says: PetitionersWord; readonly words: Sealed | null } | null
  } | null
  readonly verification: {
    readonly on: Day
    readonly by: string
    readonly way: VerificationWay
    /** Refs of the criteria that are met. */
    readonly met: readonly string[]
    readonly note: Sealed
  } | null
  readonly returns: readonly { readonly on: Day; readonly reason: Sealed; readonly until: Day }[]
  readonly extensions: readonly { readonly on: Day; readonly until: Day; readonly reason: Sealed }[]
  /** The order that it was raised to, or null. */
  readonly raisedTo: string | null
  readonly closedOn: Day | null
  /** When what was owed in the petition was done after the order; null while it is not. */
  readonly executedOn: Day | null
  /** The same failing of the same organ found again after the order was closed. */
  readonly relapses: number
}

export interface Matter {
  readonly version: number
  readonly begunOn: Day
  /** When what was written in it went, with the petition that it is about. */
  readonly erasedOn: Day | null
  readonly subject: Subject
  /** The organ that supervises, and every other that was brought in or asked to go on. */
  readonly supervisors: readonly OrganId[]
  /** Organs that asked the petitioner, in whatever round. */
  readonly askers: readonly OrganId[]
  /** Organs and officials from whom it is kept (invariant 6). */
  readonly keptFrom: readonly OrganId[]
  readonly officials: readonly string[]
  /** Whether anything of it may stand on the public board: never where the petition is kept back itself. */
  readonly isShowable: boolean
  readonly category: string
  readonly place: string
  readonly findings: readonly Finding[]
  readonly orders: readonly Order[]
  readonly referrals: readonly {
    readonly on: Day
    readonly from: OrganId
    readonly to: OrganId
    readonly note: Sealed | null
    readonly declined: { readonly on: Day; readonly reason: Sealed } | null
  }[]
  readonly clocks: readonly RunningClock[]
}

export type MatterState = Matter | null

export type SupervisionActor =
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

/** From whom a matter is kept, and whether it may be shown. */
export interface Keeping {
  readonly keptFrom: readonly OrganId[]
  readonly officials: readonly string[]
  readonly isShowable: boolean
}

/** What is known of the subject when the matter begins; what it keeps back later, the house records as a fact. */
export interface MatterBeginning extends Keeping {
  readonly subject: Subject
  readonly supervisor: OrganId
  readonly category: string
  readonly place: string
}

export type SupervisionCommandBody =
  /** By the house: what the rules found. What is known already is left out; begins the matter where there is none. */
  | { readonly type: 'RecordFindings'; readonly beginning: MatterBeginning; readonly found: readonly Found[] }
  /** By the house: what was owed was done since, by the keys of what was found. */
  | { readonly type: 'RecordMended'; readonly keys: readonly string[] }
  /** By the house: nothing is owed in the petition any more. */
  | { readonly type: 'RecordExecuted' }
  /** By the house: the petition names somebody since, or is kept back itself. Nobody is let in again by it. */
  | ({ readonly type: 'RecordKept' } & Keeping)
  /** By the house: the petition was erased, and what was written about it here goes with it. */
  | { readonly type: 'EraseMatter' }
  /** By the house: an organ that may supervise the subject opens a second order on it, and joins those who do already. */
  | { readonly type: 'AdmitSupervisor'; readonly organ: OrganId }
  | { readonly type: 'ConfirmFinding'; readonly finding: string; readonly note: Sealed | null }
  | { readonly type: 'DismissFinding'; readonly finding: string; readonly reason: Sealed }
  /** To the joint conference, or to the inspection office of party or government, which can open what a bureau cannot. */
  | { readonly type: 'ReferMatter'; readonly to: OrganId; readonly note: Sealed | null }
  /** Whoever was asked to take the matter up will not, and says why. */
  | { readonly type: 'DeclineReferral'; readonly reason: Sealed }
  | {
      readonly type: 'OpenOrder'
      /** Begins the matter of a topic, or of a petition in which nothing was found before; passed over where the matter is there. */
      readonly beginning: MatterBeginning | null
      readonly kind: OrderKind
      readonly findings: readonly string[]
      readonly addressees: readonly Addressee[]
      readonly due: Day
      readonly instruction: Sealed
      readonly criteria: readonly Sealed[]
      /** Accounts named as leaders that lead nothing in the organ named with them. */
      readonly strangers: readonly string[]
      /** Orders on the same matter in other streams (a topic), read before: the shared inspection plan. */
      readonly elsewhere: readonly { readonly organ: OrganId; readonly by: OrganId; readonly kind: OrderKind }[]
    }
  | {
      readonly type: 'RecordInspection'
      readonly order: string
      readonly way: InspectionWay
      readonly heldOn: Day
      readonly place: Sealed | null
      readonly record: Sealed
    }
  | {
      readonly type: 'ReportOnOrder'
      readonly order: string
      readonly report: Sealed
      readonly materials: readonly Omit<Material, 'ref'>[]
    }
  | { readonly type: 'AskPetitioner'; readonly order: string; readonly through: OrganId; readonly question: Sealed }
  | {
      readonly type: 'RecordPetitionersWord'
      readonly order: string
      readonly says: PetitionersWord
      readonly words: Sealed | null
    }
  | {
      readonly type: 'VerifyOrder'
      readonly order: string
      readonly way: VerificationWay
      readonly met: readonly string[]
      readonly note: Sealed
    }
  | { readonly type: 'ReturnReport'; readonly order: string; readonly reason: Sealed; readonly until: Day }
  | { readonly type: 'ExtendOrder'; readonly order: string; readonly until: Day; readonly reason: Sealed }
  /** 销号、摘牌: only when every criterion is met. */
  | { readonly type: 'CloseOrder'; readonly order: string; readonly note: Sealed }
  /** To a stricter kind, or to the organ above: the old order ends and the new one begins in one act. */
  | {
      readonly type: 'RaiseOrder'
      readonly order: string
      readonly kind: OrderKind
      readonly due: Day
      readonly reason: Sealed
      /** Beside those that stand in the old one. */
      readonly criteria: readonly Sealed[]
    }
  | { readonly type: 'MarkClock'; readonly clock: string }
  | { readonly type: 'RecountMatter' }

export type SupervisionCommandType = SupervisionCommandBody['type']
export type SupervisionCommand = SupervisionCommandBody & { readonly on: Day; readonly actor: SupervisionActor }
export type Of<T extends SupervisionCommandType> = Extract<SupervisionCommandBody, { type: T }> & {
  readonly on: Day
  readonly actor: SupervisionActor
}

export type SupervisionFactBody = { readonly on: Day } & (
  | ({ readonly type: 'SupervisionBegun' } & MatterBeginning)
  | { readonly type: 'FindingRecorded'; readonly ref: string; readonly at: OrganId; readonly found: Found }
  | { readonly type: 'FindingMended'; readonly finding: string }
  | { readonly type: 'FindingConfirmed'; readonly finding: string; readonly by: OrganId; readonly note: Sealed | null }
  | { readonly type: 'FindingDismissed'; readonly finding: string; readonly by: OrganId; readonly reason: Sealed }
  /** Nobody decided in time: to the supervisors one level above. */
  | { readonly type: 'FindingEscalated'; readonly finding: string; readonly from: OrganId; readonly to: OrganId }
  | ({ readonly type: 'SupervisionKept' } & Keeping)
  | { readonly type: 'MatterErased' }
  | { readonly type: 'SupervisorAdmitted'; readonly organ: OrganId }
  | { readonly type: 'MatterReferred'; readonly from: OrganId; readonly to: OrganId; readonly note: Sealed | null }
  | { readonly type: 'ReferralDeclined'; readonly by: OrganId; readonly reason: Sealed }
  | {
      readonly type: 'OrderOpened'
      readonly ref: string
      readonly kind: OrderKind
      readonly by: OrganId
      readonly opener: OpenerKind
      readonly account: string
      readonly isPublic: boolean
      readonly findings: readonly string[]
      readonly addressees: readonly Addressee[]
      readonly due: Day
      readonly instruction: Sealed
      readonly criteria: readonly { readonly ref: string; readonly text: Sealed }[]
    }
  | {
      readonly type: 'InspectionRecorded'
      readonly order: string
      readonly organ: OrganId
      readonly way: InspectionWay
      readonly heldOn: Day
      readonly place: Sealed | null
      readonly record: Sealed
    }
  | {
      readonly type: 'OrderReported'
      readonly order: string
      readonly ref: string
      readonly organ: OrganId
      readonly report: Sealed
      readonly materials: readonly Material[]
    }
  | {
      readonly type: 'PetitionerAsked'
      readonly order: string
      readonly through: OrganId
      readonly question: Sealed
    }
  | {
      readonly type: 'PetitionersWordRecorded'
      readonly order: string
      readonly organ: OrganId
      readonly says: PetitionersWord
      readonly words: Sealed | null
    }
  | {
      readonly type: 'OrderVerified'
      readonly order: string
      readonly by: string
      readonly way: VerificationWay
      readonly met: readonly string[]
      readonly note: Sealed
    }
  | { readonly type: 'ReportReturned'; readonly order: string; readonly reason: Sealed; readonly until: Day }
  | {
      readonly type: 'OrderExtended'
      readonly order: string
      readonly until: Day
      readonly approvedBy: string
      readonly reason: Sealed
    }
  | { readonly type: 'OrderClosed'; readonly order: string; readonly by: OrganId; readonly note: Sealed }
  | { readonly type: 'OrderRaised'; readonly order: string; readonly to: string; readonly reason: Sealed }
  /** By the house: what the petition owed was done after the order. */
  | { readonly type: 'OrderExecuted'; readonly order: string }
  | { readonly type: 'SupervisionFellOverdue'; readonly clock: string }
  | { readonly type: 'SupervisionClocksRecounted'; readonly moved: readonly MovedDay[] }
)

export type SupervisionFactType = SupervisionFactBody['type']
export type SupervisionFact = SupervisionFactBody & { readonly clocks?: readonly ClockChange[] }
export type SupervisionFactOf<T extends SupervisionFactType> = Extract<SupervisionFact, { type: T }>

/** The organs, and by place: who supervises whom is a question of regions. */
export type SupervisedOrgans = AllOrgans

export interface SupervisionWorld {
  readonly pack: string
  readonly law: SupervisionLaw
  readonly calendars: Calendars
  readonly organs: SupervisedOrgans
}

export type SupervisionRefusal =
  | { readonly kind: 'no-such-matter' }
  | { readonly kind: 'supervision-not-yours'; readonly basis: Basis }
  | { readonly kind: 'no-such-finding'; readonly finding: string }
  | { readonly kind: 'finding-decided-already'; readonly finding: string; readonly state: FindingState }
  | { readonly kind: 'finding-not-confirmed'; readonly finding: string }
  | { readonly kind: 'no-such-order'; readonly order: string }
  | {
      readonly kind: 'wrong-order-state'
      readonly state: OrderState
      readonly command: SupervisionCommandType
      readonly needs: readonly OrderState[]
    }
  | {
      readonly kind: 'not-an-opener'
      readonly order: OrderKind
      readonly openers: readonly OpenerKind[]
      readonly basis: Basis
    }
  /** One matter, one inspection: join it, or wait for its end. */
  | {
      readonly kind: 'inspected-already'
      readonly organ: OrganId
      readonly by: OrganId
      readonly order: OrderKind
      readonly basis: Basis
    }
  | { readonly kind: 'nothing-to-supervise' }
  | {
      readonly kind: 'wrong-subject'
      readonly order: OrderKind
      readonly needs: readonly SubjectKind[]
      readonly basis: Basis
    }
  | { readonly kind: 'addressee-out-of-reach'; readonly organ: OrganId }
  | { readonly kind: 'no-addressee' }
  | { readonly kind: 'needs-several-organs'; readonly order: OrderKind }
  | { readonly kind: 'addressee-is-supervisor'; readonly organ: OrganId }
  | { readonly kind: 'addressee-is-kept-out'; readonly organ: OrganId; readonly basis: Basis }
  | { readonly kind: 'leader-not-of-organ'; readonly organ: OrganId }
  | { readonly kind: 'due-not-ahead'; readonly day: Day; readonly today: Day }
  | { readonly kind: 'due-not-later'; readonly due: Day }
  | { readonly kind: 'no-criteria'; readonly order: OrderKind; readonly basis: Basis }
  | { readonly kind: 'criteria-not-met'; readonly missing: readonly string[]; readonly basis: Basis }
  | { readonly kind: 'unknown-criterion'; readonly criterion: string }
  | { readonly kind: 'not-inspected-yet'; readonly way: InspectionWay; readonly basis: Basis }
  | { readonly kind: 'not-executed-yet'; readonly basis: Basis }
  | { readonly kind: 'inspection-not-held-yet'; readonly day: Day; readonly today: Day }
  | { readonly kind: 'nobody-to-ask' }
  | { readonly kind: 'material-not-there' }
  | { readonly kind: 'asked-already' }
  | { readonly kind: 'nobody-asked' }
  | { readonly kind: 'asker-is-concerned'; readonly organ: OrganId }
  | { readonly kind: 'petitioner-not-heard'; readonly order: string }
  | { readonly kind: 'own-report'; readonly organ: OrganId }
  | { readonly kind: 'not-stricter'; readonly order: OrderKind }
  | { readonly kind: 'not-a-referee'; readonly organ: OrganId; readonly basis: Basis }
  | { readonly kind: 'nothing-was-referred' }
  | { readonly kind: 'needs-the-head-of-supervision'; readonly command: SupervisionCommandType }
  | { readonly kind: 'clock-still-running'; readonly clock: string }
  /** The petition was erased, and so was what was written here. */
  | { readonly kind: 'matter-erased'; readonly on: Day }

export type SupervisionRefusalKind = SupervisionRefusal['kind']
