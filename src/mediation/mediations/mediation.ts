/**
 * The words of a mediation (调解): whose it is, that every party consents of their own will, who mediates, what was agreed and whether it was
 * kept. A stream of its own: the petition or the dispute that it is about goes on meanwhile as if there were none (People's Mediation Law,
 * art. 3 (3)). What the petitioner answers to a proposal that stands in the petition is said there and is taken over from there
 * (docs/adr/0048).
 */
import type { Calendars } from '../../kernel/calendars.ts'
import type { MovedDay } from '../../kernel/clock-keeping.ts'
import type { Day } from '../../kernel/day.ts'
import type { AllOrgans } from '../../kernel/keeping-out.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { ClockChange, RunningClock } from '../../kernel/running-clock.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { Basis } from '../../law/basis.ts'
import type { MediationKind, MediationLaw } from '../../law/mediation.ts'
import type { SignedRecord } from '../../petition/handling/words.ts'

/** 已申请 · 未受理 · 征求同意 · 调解中 · 已达成协议 · 已终止 · 已办结 */
export const mediationStages = ['requested', 'declined', 'asking', 'mediating', 'agreed', 'ended', 'closed'] as const
export type MediationStage = (typeof mediationStages)[number]

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

/** 亲属 · 邻里 · 同事 · 有专门知识或者特定经验的人 · 社会组织 · 社会人士 (art. 20) */
export const guestKinds = ['relative', 'neighbour', 'colleague', 'expert', 'organisation', 'wellRegarded'] as const
export type GuestKind = (typeof guestKinds)[number]

/** 到场有协议 · 有进展 · 没有进展 */
export const sessionResults = ['agreement', 'progress', 'none'] as const
export type SessionResult = (typeof sessionResults)[number]

/** 书面协议 · 口头协议 (art. 28) */
export const agreementForms = ['written', 'oral'] as const
export type AgreementForm = (typeof agreementForms)[number]

/** 已履行 · 部分履行 · 未履行 */
export const performances = ['kept', 'partly', 'notKept'] as const
export type Performance = (typeof performances)[number]

/** 当事人拒绝 · 当事人要求终止 · 调解不成 · 不宜调解 */
export const endReasons = ['refused', 'left', 'notAgreed', 'notFit'] as const
export type EndReason = (typeof endReasons)[number]

/** 确认有效 · 确认无效 · 不予受理或者驳回 · 撤回申请 */
export const confirmationOutcomes = ['confirmed', 'invalid', 'rejected', 'withdrawn'] as const
export type ConfirmationOutcome = (typeof confirmationOutcomes)[number]

/** 电话 · 当面 · 信函 */
export const tellingWays = ['phone', 'inPerson', 'letter'] as const
export type TellingWay = (typeof tellingWays)[number]

/** To what a party says yes or no. A mediator, a guest and a period are asked of every party. */
export const consentTo = ['mediation', 'mediator', 'guest', 'moreTime', 'agreement'] as const
export type ConsentTo = (typeof consentTo)[number]

/** What one party undertakes, by when and how. */
export interface PromiseBeginning {
  readonly party: string
  readonly what: Sealed
  readonly due: Day
}

export interface AgreementText {
  readonly form: AgreementForm
  readonly facts: Sealed | null
  readonly disputed: Sealed | null
  readonly responsibility: Sealed | null
  readonly content: Sealed
  readonly promises: readonly PromiseBeginning[]
}

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

export type MediationActor =
  | {
      readonly kind: 'staff'
      readonly account: string
      readonly organ: OrganId
      readonly posts: readonly string[]
      readonly answersTo?: readonly string[]
    }
  /** One of the parties, with their own key. */
  | { readonly kind: 'party'; readonly party: string }
  | { readonly kind: 'house'; readonly task: string }
export type StaffActor = Extract<MediationActor, { kind: 'staff' }>

/** What the house knows of somebody who is to mediate. */
export interface MediatorLook {
  /** Named in the matter, or answering to somebody who is. */
  readonly isBarred: boolean
  /** Where the account has a post; null for whoever has none. */
  readonly organs: readonly OrganId[]
}

export type MediationCommandBody =
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
  | {
      readonly type: 'NameMediator'
      /** By a party or, where it is null, by the organ that holds it. */
      readonly party: string | null
      readonly signed: SignedRecord | null
      readonly account: string | null
      /** An entry of the roster. */
      readonly roster: string | null
      readonly name: Sealed
      readonly looked: MediatorLook
    }
  /** 回避: what the mediator says of themselves before they begin. */
  | {
      readonly type: 'DeclareInterest'
      readonly mediator: string
      readonly hasInterest: boolean
      readonly signed: SignedRecord | null
    }
  | { readonly type: 'ExcludeMediator'; readonly mediator: string; readonly reason: Sealed }
  | { readonly type: 'InviteGuest'; readonly kind: GuestKind; readonly name: Sealed }
  | { readonly type: 'PlanSession'; readonly day: Day; readonly at: string; readonly place: Sealed }
  | { readonly type: 'CancelSession'; readonly session: string; readonly reason: Sealed }
  | {
      readonly type: 'RecordSession'
      readonly session: string
      readonly parties: readonly string[]
      readonly mediators: readonly string[]
      readonly guests: readonly string[]
      readonly notes: Sealed
      readonly result: SessionResult
    }
  /** 防止激化 (art. 25): it becomes something that the organ told of it does by a day. */
  | { readonly type: 'ReportEscalation'; readonly organ: OrganId; readonly what: Sealed; readonly due: Day }
  | { readonly type: 'ProposeMoreTime'; readonly until: Day }
  | { readonly type: 'WriteAgreement'; readonly text: AgreementText }
  | { readonly type: 'SignAsMediator'; readonly mediator: string; readonly signed: SignedRecord | null }
  | { readonly type: 'SealAgreement' }
  /** 口头协议: the record was read to all parties on the day on which they came to it. */
  | { readonly type: 'RecordOralAgreement'; readonly session: string; readonly readBack: boolean }
  | {
      readonly type: 'SayPerformance'
      readonly party: string
      readonly promise: string
      readonly performance: Performance
      readonly signed: SignedRecord | null
    }
  | {
      readonly type: 'FollowUpPromise'
      readonly promise: string
      readonly performance: Performance
      readonly lookedAt: Sealed
      /** 督促履行 (art. 31 (2)): by when it is looked at again, where it is not whole. */
      readonly again: Day | null
    }
  | { readonly type: 'InformParties'; readonly told: TellingWay }
  | { readonly type: 'AskForConfirmation'; readonly party: string; readonly signed: SignedRecord | null }
  | { readonly type: 'RecordApplication'; readonly appliedOn: Day; readonly court: Sealed }
  | {
      readonly type: 'RecordConfirmation'
      readonly outcome: ConfirmationOutcome
      readonly decidedOn: Day
      readonly note: Sealed
    }
  | { readonly type: 'EndMediation'; readonly reason: 'notAgreed' | 'notFit'; readonly note: Sealed }
  | { readonly type: 'CloseMediation'; readonly note: Sealed | null }
  /** By the house: what the petitioner answered in the petition. */
  | { readonly type: 'TakeAnswer'; readonly party: string; readonly agrees: boolean; readonly answeredOn: Day }
  /** The handler ended the proposal in the petition: from here the petitioner answers in the mediation like everybody else. */
  | { readonly type: 'FreeMediation' }
  | ({ readonly type: 'KeepMediation'; readonly shownTo: readonly OrganId[] } & MediationKeeping)
  | { readonly type: 'PassMediationOn' }
  | { readonly type: 'EraseMediation' }
  | { readonly type: 'MarkClock'; readonly clock: string }
  | { readonly type: 'RecountMediation' }

export type MediationCommandType = MediationCommandBody['type']
export type MediationCommand = MediationCommandBody & { readonly on: Day; readonly actor: MediationActor }
export type Of<T extends MediationCommandType> = Extract<MediationCommandBody, { type: T }> & {
  readonly on: Day
  readonly actor: MediationActor
}

/** How a party’s word came: 本人凭码 · 本人签字的记录 · 本单位 · 在信访事项中. A no may also be noted down by whoever heard it. */
export const wordBys = ['key', 'signed', 'organ', 'petition', 'noted'] as const
export type WordBy = (typeof wordBys)[number]

export type MediationFactBody = { readonly on: Day } & (
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
  | {
      readonly type: 'MediatorNamed'
      readonly ref: string
      readonly party: string | null
      readonly account: string | null
      readonly roster: string | null
      readonly name: Sealed
      readonly signed: SignedRecord | null
    }
  | {
      readonly type: 'InterestDeclared'
      readonly mediator: string
      readonly hasInterest: boolean
      readonly signed: SignedRecord | null
    }
  | { readonly type: 'MediatorExcluded'; readonly mediator: string; readonly account: string; readonly reason: Sealed }
  | {
      readonly type: 'GuestInvited'
      readonly ref: string
      readonly kind: GuestKind
      readonly name: Sealed
      readonly account: string
    }
  | {
      readonly type: 'SessionPlanned'
      readonly ref: string
      readonly account: string
      readonly day: Day
      readonly at: string
      readonly place: Sealed
    }
  | { readonly type: 'SessionCancelled'; readonly session: string; readonly account: string; readonly reason: Sealed }
  | {
      readonly type: 'SessionRecorded'
      readonly session: string
      readonly account: string
      readonly organ: OrganId
      readonly parties: readonly string[]
      readonly mediators: readonly string[]
      readonly guests: readonly string[]
      readonly notes: Sealed
      readonly result: SessionResult
    }
  | {
      readonly type: 'EscalationReported'
      readonly ref: string
      readonly account: string
      /** Whoever holds it, and whoever is told. */
      readonly holder: OrganId
      readonly organ: OrganId
      readonly what: Sealed
      readonly due: Day
      readonly petition: string | null
    }
  | { readonly type: 'MoreTimeProposed'; readonly ref: string; readonly account: string; readonly until: Day }
  | { readonly type: 'MediationExtended'; readonly until: Day }
  | {
      readonly type: 'AgreementDrafted'
      readonly ref: string
      readonly account: string
      readonly text: AgreementText
    }
  | {
      readonly type: 'MediatorSigned'
      readonly mediator: string
      readonly account: string
      readonly signed: SignedRecord | null
    }
  | { readonly type: 'AgreementSealed'; readonly account: string; readonly organ: OrganId }
  | { readonly type: 'OralAgreementRecorded'; readonly account: string; readonly session: string }
  /** 生效: from the last signature or the seal, or, of an oral one, from the day on which it was come to. */
  | {
      readonly type: 'AgreementConcluded'
      readonly ref: string
      readonly form: AgreementForm
      readonly effectiveOn: Day
      readonly organ: OrganId
      readonly content: Sealed
      readonly promises: readonly (PromiseBeginning & { readonly ref: string; readonly organ: OrganId | null })[]
      readonly subject: MediationSubject
    }
  | {
      readonly type: 'PerformanceStated'
      readonly party: string
      readonly promise: string
      readonly performance: Performance
      readonly by: WordBy
      readonly signed: SignedRecord | null
    }
  | {
      readonly type: 'PromiseVerified'
      readonly promise: string
      readonly account: string
      readonly performance: Performance
      readonly lookedAt: Sealed
      readonly again: Day | null
    }
  | { readonly type: 'PartiesInformed'; readonly account: string; readonly told: TellingWay }
  | {
      readonly type: 'ConfirmationAsked'
      readonly party: string
      readonly by: WordBy
      readonly signed: SignedRecord | null
      readonly organ: OrganId
      /** Whether with this every party asks. */
      readonly all: boolean
    }
  | { readonly type: 'ApplicationRecorded'; readonly account: string; readonly appliedOn: Day; readonly court: Sealed }
  | {
      readonly type: 'ConfirmationRecorded'
      readonly account: string
      readonly organ: OrganId
      readonly outcome: ConfirmationOutcome
      readonly decidedOn: Day
      readonly note: Sealed
    }
  /** 终止调解: with it every party is told by which routes they go on, and their limits (art. 26). */
  | {
      readonly type: 'MediationEnded'
      readonly reason: EndReason
      readonly organ: OrganId
      readonly account: string | null
      readonly party: string | null
      readonly note: Sealed | null
      readonly subject: MediationSubject
    }
  | {
      readonly type: 'MediationClosed'
      readonly account: string
      readonly organ: OrganId
      readonly isPerformed: boolean
      readonly note: Sealed | null
      readonly subject: MediationSubject
    }
  | { readonly type: 'MediationFreed' }
  | ({ readonly type: 'MediationKept'; readonly shownTo: readonly OrganId[] } & MediationKeeping)
  | { readonly type: 'MediationPassedOn'; readonly from: OrganId; readonly to: OrganId }
  | { readonly type: 'MediationErased' }
  | { readonly type: 'MediationFellOverdue'; readonly clock: string }
  | { readonly type: 'ConfirmationLapsed'; readonly clock: string }
  | { readonly type: 'MediationClocksRecounted'; readonly moved: readonly MovedDay[] }
)

export type MediationFactType = MediationFactBody['type']
export type MediationFact = MediationFactBody & { readonly clocks?: readonly ClockChange[] }
export type MediationFactOf<T extends MediationFactType> = Extract<MediationFact, { type: T }>

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

export interface Mediator {
  readonly ref: string
  readonly account: string | null
  readonly roster: string | null
  readonly name: Sealed
  /** The party that chose; null for the organ that holds it. */
  readonly chosenBy: string | null
  /** Whether they said that they have no interest in it; null as long as they said nothing. */
  readonly declared: boolean | null
  readonly excluded: { readonly on: Day; readonly reason: Sealed | null } | null
}

export interface Guest {
  readonly ref: string
  readonly kind: GuestKind
  readonly name: Sealed
}

export interface Session {
  readonly ref: string
  readonly day: Day
  readonly at: string
  readonly place: Sealed
  readonly cancelled: { readonly on: Day; readonly reason: Sealed } | null
  readonly record: {
    readonly on: Day
    readonly parties: readonly string[]
    readonly mediators: readonly string[]
    readonly guests: readonly string[]
    readonly notes: Sealed
    readonly result: SessionResult
  } | null
}

export interface Undertaking extends PromiseBeginning {
  readonly ref: string
  readonly organ: OrganId | null
  /** What the other parties say of it, each by the last word. */
  readonly words: readonly {
    readonly party: string
    readonly performance: Performance
    readonly on: Day
    readonly by: WordBy
  }[]
  readonly followUps: readonly {
    readonly on: Day
    readonly performance: Performance
    readonly lookedAt: Sealed
    readonly again: Day | null
  }[]
}

export interface Agreement {
  readonly ref: string
  readonly writtenOn: Day
  readonly text: AgreementText
  readonly signedBy: readonly { readonly who: string; readonly on: Day }[]
  readonly sealedOn: Day | null
  readonly effectiveOn: Day | null
  readonly promises: readonly Undertaking[]
}

export interface Confirmation {
  readonly applied: { readonly on: Day; readonly court: Sealed } | null
  readonly decided: { readonly on: Day; readonly outcome: ConfirmationOutcome; readonly note: Sealed } | null
}

export interface Mediation extends Omit<MediationBeginning, 'parties'> {
  readonly version: number
  readonly pack: string
  readonly isConfirmable: boolean
  readonly stage: MediationStage
  readonly openedOn: Day
  readonly startedOn: Day | null
  readonly parties: readonly Party[]
  readonly mediators: readonly Mediator[]
  readonly guests: readonly Guest[]
  readonly sessions: readonly Session[]
  readonly escalations: readonly {
    readonly ref: string
    readonly on: Day
    readonly organ: OrganId
    readonly what: Sealed
    readonly due: Day
  }[]
  readonly moreTime: { readonly ref: string; readonly until: Day } | null
  /** Drafts count on: the last one is the one that is signed. */
  readonly drafts: number
  /** One that a court held invalid, or that was varied, stays in the history alone. */
  readonly agreement: Agreement | null
  readonly confirmation: Confirmation
  readonly informedOn: Day | null
  readonly ended: {
    readonly on: Day
    readonly reason: EndReason
    readonly party: string | null
    readonly note: Sealed | null
  } | null
  readonly closed: { readonly on: Day; readonly isPerformed: boolean; readonly note: Sealed | null } | null
  readonly declined: { readonly on: Day; readonly reason: Sealed } | null
  readonly movedOn: Day
  readonly erasedOn: Day | null
  readonly clocks: readonly RunningClock[]
}
export type MediationState = Mediation | null

export interface MediationWorld {
  readonly pack: string
  readonly law: MediationLaw
  readonly calendars: Calendars
  readonly organs: AllOrgans
}

export type MediationRefusal =
  | { readonly kind: 'no-such-mediation' }
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
  | { readonly kind: 'mediation-not-yours'; readonly basis: Basis }
  | {
      readonly kind: 'wrong-mediation-stage'
      readonly stage: MediationStage
      readonly command: MediationCommandType
      readonly needs: readonly MediationStage[]
    }
  | { readonly kind: 'no-such-party'; readonly party: string }
  | { readonly kind: 'party-is-another'; readonly party: string; readonly basis: Basis }
  | { readonly kind: 'needs-key-or-signed-record'; readonly command: MediationCommandType; readonly basis: Basis }
  | { readonly kind: 'answered-in-the-petition'; readonly petition: string }
  | { readonly kind: 'not-asked'; readonly to: ConsentTo }
  | { readonly kind: 'party-has-no-key'; readonly party: string }
  | { readonly kind: 'too-many-answers-today'; readonly atMost: number }
  | { readonly kind: 'no-such-mediator'; readonly mediator: string }
  | { readonly kind: 'mediator-is-concerned'; readonly basis: Basis }
  | { readonly kind: 'mediator-named-already' }
  | { readonly kind: 'declares-for-another'; readonly basis: Basis }
  | { readonly kind: 'interest-declared-already' }
  | { readonly kind: 'no-mediator-ready'; readonly basis: Basis }
  | { readonly kind: 'mediator-not-ready'; readonly mediator: string; readonly basis: Basis }
  | { readonly kind: 'no-such-guest'; readonly guest: string }
  | { readonly kind: 'guest-without-consent'; readonly guest: string; readonly basis: Basis }
  | { readonly kind: 'no-such-session'; readonly session: string }
  | { readonly kind: 'session-over'; readonly session: string }
  | { readonly kind: 'session-still-ahead'; readonly day: Day; readonly today: Day }
  | { readonly kind: 'nobody-came' }
  | { readonly kind: 'needs-the-head'; readonly basis: Basis }
  | { readonly kind: 'day-not-ahead'; readonly day: Day; readonly today: Day }
  | { readonly kind: 'day-still-ahead'; readonly day: Day; readonly today: Day }
  | { readonly kind: 'told-organ-is-kept-out'; readonly organ: OrganId; readonly basis: Basis }
  | { readonly kind: 'not-an-extension'; readonly until: Day }
  | {
      readonly kind: 'agreement-part-missing'
      readonly part: 'facts' | 'disputed' | 'responsibility' | 'performance'
      readonly basis: Basis
    }
  | { readonly kind: 'no-agreement-written' }
  | { readonly kind: 'agreement-is-oral' }
  | { readonly kind: 'agreement-is-written' }
  | {
      readonly kind: 'signatures-missing'
      readonly parties: readonly string[]
      readonly mediator: boolean
      readonly basis: Basis
    }
  | { readonly kind: 'signed-already' }
  | { readonly kind: 'parties-were-not-there'; readonly parties: readonly string[]; readonly basis: Basis }
  | { readonly kind: 'not-read-back'; readonly basis: Basis }
  | { readonly kind: 'no-such-promise'; readonly promise: string }
  | { readonly kind: 'own-promise'; readonly promise: string }
  | { readonly kind: 'day-for-another-look-missing' }
  | { readonly kind: 'not-confirmable'; readonly basis: Basis }
  | { readonly kind: 'confirmation-lapsed'; readonly lastDay: Day; readonly basis: Basis }
  | { readonly kind: 'confirmation-needs-all'; readonly parties: readonly string[]; readonly basis: Basis }
  | { readonly kind: 'confirmation-asked-already' }
  | { readonly kind: 'no-application-recorded' }
  | { readonly kind: 'application-recorded-already' }
  | { readonly kind: 'promises-not-looked-at'; readonly promises: readonly string[]; readonly basis: Basis }
  | { readonly kind: 'note-needed' }
  | { readonly kind: 'history-full'; readonly atMost: number }
  | { readonly kind: 'mediation-erased'; readonly on: Day }
  | { readonly kind: 'clock-still-running'; readonly clock: string }

export type MediationRefusalKind = MediationRefusal['kind']
