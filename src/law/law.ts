import type { Binds } from '../kernel/clock.ts'
import type { AfterLastDay } from '../kernel/running-clock.ts'
import type { Span } from '../kernel/span.ts'
import type { AssessmentTimes, Indicators } from './assessment.ts'
import type { Basis, Named } from './basis.ts'
import type { ConferenceLaw } from './conference.ts'
import type { DisputeLaw } from './disputes.ts'
import type { MediationLaw } from './mediation.ts'
import type { OwnershipLaw } from './ownership.ts'
import type { ProposalKind, ProposalRule } from './proposals.ts'
import type { InstructionTemplate } from './reading.ts'
import type { ReceptionLaw } from './reception.ts'
import type { KeptRecord } from './retention.ts'
import type { Rewards } from './rewards.ts'
import type { ScreeningRhythm, ScreeningRule } from './screening.ts'
import type { SecondmentTimes } from './secondments.ts'
import type { OwedReports } from './situation.ts'
import type { SupervisionLaw } from './supervision.ts'
import type { ThemeTimes } from './themes.ts'
import type { Trainings, TrainingTimes } from './trainings.ts'
import type { VisitLevel, VisitRule } from './visits.ts'
import type { WarningTimes } from './warnings.ts'
import type { WorkloadWeights } from './workload.ts'

/**
 * The shape of a policy pack. A pack is data: each row cites what it rests on. The names of facts, commands and stages are
 * type parameters, so that the law lies below the rooms that use it and still cannot misspell one of their words.
 */
export interface ClockRule<
  FactType extends string,
  Condition extends string,
  Bearing extends string = Part | 'person' | 'urgencyMarker',
> {
  readonly binds: Binds
  readonly after: AfterLastDay
  readonly span: Span
  /** Who acts or has the right, by part played in the petition. */
  readonly bearer: Bearing
  readonly startsOn: readonly FactType[]
  readonly stopsOn: readonly FactType[]
  /** Circumstances in which the rule applies at all; all must hold. */
  readonly when?: readonly Condition[]
  /** Further circumstances under which a stopping fact really stops it. */
  readonly stopsWhen?: readonly Condition[]
  readonly extendableBy?: Span & { readonly unit: 'days' }
  readonly suspendable?: boolean
  /** Day zero is the day on which the organ received the matter, though it starts later (自接收之日起). */
  readonly countsFrom?: 'receipt'
  /** A duty that the end of the petition does not discharge: towards a superior, or to carry out what was promised. */
  readonly outlivesEnd?: boolean
  readonly basis: Basis
}

/** The part that an organ plays in one petition. What an organ may do follows from it, never from its name. */
export type Part =
  | 'registrar'
  | 'holder'
  | 'sender'
  | 'arbiter'
  | 'reviewer'
  | 'reexaminer'
  | 'executor'
  | 'superior'
  | 'approver'
  | 'recusalDecider'
  | 'assistant'

/** Who may do a thing: an organ by the part it plays, the petitioner, any bureau, or the house itself. */
export type Performer = Part | 'petitioner' | 'anyOrgan' | 'house'

export interface Permission<Stage extends string> {
  readonly by: readonly Performer[]
  /** The post that must act, where the law asks for more than any staff (本机关、单位负责人批准, art. 34). */
  readonly post?: 'head'
  readonly at: readonly Stage[]
  readonly basis: Basis
}

/** Something a document must contain, with the article that says so. */
export interface RequiredPart {
  readonly part: string
  readonly basis: Basis
}

export interface DocumentRule {
  readonly parts: readonly RequiredPart[]
  /** Whether it must be served with proof, and so starts the petitioner's rights. */
  readonly served: boolean
  readonly basis: Basis
}

export interface Route {
  readonly number: 1 | 2 | 3 | 4 | 5 | 6
  /** Where it leads: out to a statutory procedure, to the organ's own statutory duty, or to a handling opinion. */
  readonly leads: 'statutoryProcedure' | 'ownDuty' | 'opinion'
  readonly basis: Basis
}

/** 保管期限: in whole years, counted from the day on which anything last happened to it. */
export interface RetentionRule {
  readonly years: number
  readonly basis: Basis
}

/** Where and when a pack is the law. */
export interface PackHeader {
  readonly id: string
  /** Changes with any change of a row; a fact names the pack and version it was decided under. */
  readonly version: string
  readonly name: Named
  /** What its readers must know of its text: from when it is, what has come since. */
  readonly note: Named | null
  /** Places whose organs it binds: codes, each with all that lie in it. None: only an office that chooses it. */
  readonly regions: readonly string[]
  readonly inForceFrom: string
  /** The first day on which it no longer is; null while it is. */
  readonly inForceUntil: string | null
}

/** 督办情形: what a bureau must supervise. */
export const supervisionTriggers = [
  'notFinishedInTime',
  'resultNotReported',
  'procedureNotFollowed',
  'shirking',
  'opinionNotCarriedOut',
  'opinionClearlyWrong',
  'falseResult',
  'other',
] as const
export type SupervisionTrigger = (typeof supervisionTriggers)[number]

/** 对改进工作建议的书面反馈. A law that gives no days says null. */
export interface ProposalAnswerRule {
  readonly span: Span | null
  /** Reasons for not adopting it, where they have a time of their own. */
  readonly reasonsWithin?: Span
  readonly basis: Basis
}

/** 代表: how many may speak for how many. The first tier that the group fits into counts, else `atMost`. */
export interface RepresentativesRule {
  readonly atMost: number
  readonly tiers?: readonly { readonly upTo: number; readonly atMost: number }[]
  readonly basis: Basis
}

/**
 * What a decision rests on where no row of another table says it. A refusal cites it; what it asks for is in the decisions, since
 * nobody may loosen these by a table.
 */
export type Principle =
  | 'whoAndWhatIsStated'
  | 'bureausRoute'
  | 'wrongForwardingIsObjectedTo'
  | 'organsForwardDownwards'
  | 'disputesAreDecidedAbove'
  | 'successorsTakeOver'
  | 'accusationsGoToTheCompetentBody'
  | 'onlyTheCompetentBodyHandlesAccusations'
  | 'accusationsAreKeptFromTheAccused'
  | 'whoIsConcernedStepsAside'
  | 'petitionersAreHeard'
  | 'everyClaimIsAnswered'
  | 'whatIsSupportedIsCarriedOut'
  | 'suggestionsAreAnswered'
  | 'mediationNeedsConsent'
  | 'reviewIsOneLevelUp'
  | 'reexaminationIsOneLevelUp'
  | 'nobodyIsPersecuted'

export interface Law<
  CommandType extends string,
  FactType extends string,
  Stage extends string,
  Condition extends string,
> extends PackHeader {
  readonly clocks: Readonly<Record<string, ClockRule<FactType, Condition>>>
  /** Null: a step that this law does not know. */
  readonly permissions: Readonly<Record<CommandType, Permission<Stage> | null>>
  readonly principles: Readonly<Record<Principle, { readonly basis: Basis }>>
  readonly retention: Readonly<Record<PetitionClass | KeptRecord, RetentionRule>>
  readonly classes: Readonly<Record<PetitionClass, { readonly basis: Basis }>>
  readonly routes: Readonly<Record<RouteName, Route>>
  readonly declineGrounds: Readonly<Record<DeclineGround, DeclineRule>>
  readonly outcomes: Readonly<Record<Outcome, { readonly basis: Basis; readonly executed: boolean }>>
  readonly documents: Readonly<Record<DocumentKind, DocumentRule>>
  readonly serviceWays: Readonly<Record<ServiceWay, ServiceRule>>
  /** A law of its own gives what it says itself, and may know no procedure beside it. */
  readonly rights: Readonly<Partial<Record<RightName, RightRule<CommandType, Stage>>>>
  readonly otherProcedures: Readonly<Partial<Record<ProcedureName, OtherProcedure>>>
  readonly notSuable: NotSuable | null
  readonly representatives: RepresentativesRule
  /** Circumstances that the law names; those that it does not name are not there. */
  readonly supervisionTriggers: Readonly<Partial<Record<SupervisionTrigger, { readonly basis: Basis }>>>
  readonly proposalAnswer: ProposalAnswerRule
  readonly supervision: SupervisionLaw
  /** 领导包案 (art. 18 (2)). */
  readonly ownership: OwnershipLaw
  /** 信访工作联席会议 (art. 9, 11–13, 24, 39). */
  readonly conference: ConferenceLaw
  /** 考核指标: those that it does not name are not assessed. */
  readonly indicators: Indicators
  readonly assessmentTimes: AssessmentTimes
  /** 预警: how long whoever is warned has to say what it is. */
  readonly warningTimes: WarningTimes
  /** 主题治理: until when a theme is to be solved. */
  readonly themeTimes: ThemeTimes
  /** 选派挂职: how long one may last, and when it is answered, evaluated and received back. */
  /** 教育培训: which training a post needs, and for how long its certificate holds. */
  readonly trainings: Trainings
  readonly trainingTimes: TrainingTimes
  readonly secondmentTimes: SecondmentTimes
  /** 工作量: what a matter weighs by its class and by where it stands. */
  readonly workloadWeights: WorkloadWeights
  /** The proposals that a bureau can make; those that the law does not know are not there. */
  readonly proposals: Readonly<Partial<Record<ProposalKind, ProposalRule>>>
  /** What a leader can instruct with one tap; by a name of the pack's own. */
  readonly instructionTemplates: Readonly<Record<string, InstructionTemplate>>
  /** 领导干部接访: how often whom, and what a day keeps to. */
  readonly receptions: ReceptionLaw
  /** How often leaders go to villages, by level; where nothing stands nothing is asked. */
  readonly visits: Readonly<Partial<Record<VisitLevel, VisitRule>>>
  /** 建议奖励: which kinds there are. */
  readonly rewards: Rewards
  /** 信访形势分析报告: which bureau owes one on what, and by when. */
  readonly situationReports: OwedReports
  /** How grave disputes are, and who settles them first. */
  readonly disputes: DisputeLaw
  /** 调解: by whom each kind is held, its times, and what a written agreement says. */
  readonly mediation: MediationLaw
  /** 定期排查: how often a regular campaign comes round; what does not stand here is not to be chosen. */
  readonly screenings: Readonly<Partial<Record<ScreeningRhythm, ScreeningRule>>>
  readonly simplified: { readonly excluded: readonly SimplifiedBar[]; readonly basis: Basis }
  readonly urgentReports: {
    readonly bureau: readonly UrgentRecipient[]
    readonly organ: readonly UrgentRecipient[]
    readonly basis: Basis
  }
}

/** 建议意见 · 检举控告 · 申诉求决 (art. 29–31). */
export type PetitionClass = 'suggestion' | 'accusation' | 'appeal'

/** The six routes of art. 31. */
export type RouteName =
  | 'judicialProcedure'
  | 'arbitration'
  | 'partyProcedure'
  | 'administrativeProcedure'
  | 'performDuty'
  | 'handlingOpinion'

export type DeclineGround = 'sameMatterInProgress' | 'alreadyReexamined' | 'notWithinCompetence' | 'levelSkipped'

export interface DeclineRule {
  /** Who may use it: whoever was approached directly, or also one to whom it was forwarded. */
  readonly onlyDirect: boolean
  /** Only a visit can skip a level. */
  readonly onlyVisits?: boolean
  /** A bureau never declines for want of competence: it routes (art. 22). */
  readonly notByBureaus?: boolean
  readonly needs: 'matterElsewhere' | 'earlierPetition' | 'competentOrgan' | 'lowerOrgan'
  readonly basis: Basis
}

/** 支持 · 解释说明 · 不予支持 (art. 32). */
export type Outcome = 'supported' | 'explained' | 'notSupported'

export type DocumentKind =
  | 'receiptNotice'
  | 'declineNotice'
  | 'directionNotice'
  | 'destinationNotice'
  | 'extensionNotice'
  | 'extensionRevocation'
  | 'handlingOpinion'
  | 'simplifiedAnswer'
  | 'dutyAnswer'
  | 'suggestionReply'
  | 'settlementAgreement'
  | 'reviewOpinion'
  | 'reexaminationOpinion'
  | 'reportBack'

export type ServiceWay = 'direct' | 'adultFamily' | 'left' | 'post' | 'electronic' | 'phone' | 'announcement'

export interface ServiceRule {
  readonly proof: readonly (
    | 'signature'
    | 'witness'
    | 'photo'
    | 'postalReceipt'
    | 'consent'
    | 'record'
    | 'publication'
  )[]
  readonly onlySimplified: boolean
  /** Days that must have run since publication. */
  readonly runsDays: number
  readonly basis: Basis
}

/** Why a matter may not take the simplified track. */
export type SimplifiedBar =
  | 'notFirst'
  | 'assigned'
  | 'severalOrgans'
  | 'collective'
  | 'urgent'
  | 'statutoryRoute'
  | 'accusation'

export type UrgentRecipient =
  | 'ownParty'
  | 'ownGovernment'
  | 'competentDepartment'
  | 'conferenceOffice'
  | 'upperBureau'
  | 'nationalBureau'

/** What the law gives a petitioner: to do, or to be owed by whoever has the matter. */
export type RightName =
  | 'anyChannel'
  | 'oralRecord'
  | 'registered'
  | 'toldInWriting'
  | 'guided'
  | 'jointReception'
  | 'follow'
  | 'addMaterial'
  | 'answerQuestion'
  | 'heard'
  | 'recusal'
  | 'secrecy'
  | 'noRetaliation'
  | 'reasonedOpinion'
  | 'reasonForDelay'
  | 'replyToSuggestion'
  | 'consentToMediation'
  | 'settle'
  | 'withdraw'
  | 'requestReview'
  | 'requestReexamination'
  | 'rate'
  | 'relief'
  | 'ownRecord'
  | 'objectToErasure'

export interface RightRule<CommandType extends string, Stage extends string> {
  readonly kind: 'may' | 'owed'
  /** What the petitioner does by it. Whether it may be done now is for the decision to say, and not repeated here. */
  readonly command?: CommandType
  /** The clock that it lasts as long as. */
  readonly clock?: string
  /** Where there is no command: at which stages it has its place; everywhere unless said. */
  readonly at?: readonly Stage[]
  readonly classes?: readonly PetitionClass[]
  /** People take it for another procedure, whose own limit it does not stop. */
  readonly besides?: true
  readonly basis: Basis
}

/** 法定途径: procedures beside petitioning, each with limits of its own. */
export type ProcedureName =
  | 'administrativeReconsideration'
  | 'administrativeLitigation'
  | 'labourArbitration'
  | 'landContractArbitration'
  | 'openInformation'
  | 'civilLitigation'
  | 'mediationConfirmation'

/** Other statutes count in months and years too. The house does not count these out: it does not know the day they start. */
export interface OwnSpan {
  readonly unit: 'days' | 'workingDays' | 'months' | 'years'
  readonly count: number
}

/** For what a limit runs. */
export const limitNames = [
  'apply',
  'applyUntold',
  'applyAtMost',
  'applyAtMostLand',
  'applyForWages',
  'sueAfterReconsideration',
  'sueForInaction',
  'sueAfterAward',
  'answer',
  'answerLater',
  'confirm',
] as const
export type LimitName = (typeof limitNames)[number]

/** From what it runs. */
export const limitStarts = [
  'decisionKnown',
  'contentKnown',
  'decisionMade',
  'decisionReceived',
  'applicationReceived',
  'infringementKnown',
  'infringerKnown',
  'infringed',
  'employmentEnded',
  'awardReceived',
  'answerDue',
  'agreementInForce',
] as const
export type LimitStart = (typeof limitStarts)[number]

export interface OwnLimit {
  readonly what: LimitName
  readonly span: OwnSpan
  readonly from: LimitStart
  readonly basis: Basis
}

/** Where this procedure must come before a court is asked. */
export const firstCases = [
  'onTheSpotPenalty',
  'naturalResources',
  'dutyNotPerformed',
  'informationRefused',
  'otherByLaw',
  'labourDispute',
] as const
export type FirstCase = (typeof firstCases)[number]

export interface OtherProcedure {
  /** By which route of art. 31 a matter is led to it. */
  readonly routes: readonly RouteName[]
  /** Codes of the content classification in which it is the usual way; empty where it does not depend on them. */
  readonly categories: readonly string[]
  /** Only once there is such a document. */
  readonly after?: DocumentKind
  readonly limits: readonly OwnLimit[]
  readonly first?: { readonly cases: readonly FirstCase[]; readonly basis: Basis }
  /** Where asking an organ for relief may start the limit anew. Nobody should rely on it: whether it did is for others to say. */
  readonly mayInterrupt?: Basis
  /** How far its statute was read for this table: whole, or only the articles that are cited. */
  readonly read: 'whole' | 'cited'
  readonly basis: Basis
}

/** Acts of petition work that no court takes an administrative action against. */
export type PetitionAct = 'registration' | 'acceptance' | 'assignment' | 'transfer' | 'review' | 'reexamination'

export interface NotSuable {
  readonly acts: readonly PetitionAct[]
  readonly basis: Basis
}
