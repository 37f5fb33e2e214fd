/**
 * The words of a petition (信访事项): what it is, what can be asked of it, what can have happened to it and why something is
 * refused. The sub-rooms follow its life: intake, routing, handling, review.
 */
import type { Calendars } from '../kernel/calendars.ts'
import type { Day } from '../kernel/day.ts'
import type { OrganId, Organs } from '../kernel/organ.ts'
import type { ClockChange, RunningClock } from '../kernel/running-clock.ts'
import type { Sealed } from '../kernel/sealed.ts'
import type { Basis, Named } from '../law/basis.ts'
import type {
  DocumentKind,
  Law,
  PetitionClass,
  RouteName,
  ServiceWay,
  SimplifiedBar,
  UrgentRecipient,
} from '../law/law.ts'
import type { Laws } from '../law/laws.ts'
import type { Condition, FactName, StageName } from '../law/words.ts'
import type { Assistance, AssistingCommand, AssistingFact } from './assisting/words.ts'
import type { Erasure, ErasureCommand, ErasureFact } from './erasure/words.ts'
import type { Adoption, ClaimAnswer, HandlingCommand, HandlingFact } from './handling/words.ts'
import type {
  AddedBy,
  CorrectableField,
  IdentityProof,
  IntakeCommand,
  IntakeFact,
  Material,
  Person,
  Registration,
} from './intake/words.ts'
import type { Instance, ReviewCommand, ReviewFact, ReviewOutcome } from './review/words.ts'
import type { HandOff, RoutingCommand, RoutingFact } from './routing/words.ts'
import type {
  Extract as AccusedExtract,
  Opening,
  RecusalRequest,
  Recused,
  SafeguardCommand,
  SafeguardFact,
  Seal,
} from './safeguards/words.ts'
import type { SharingCommand, SharingFact, Sight } from './sharing/words.ts'
import type { Recount, TimingCommand, TimingFact } from './timing/words.ts'

export type Stage = StageName

export const endedStages = [
  'closed',
  'finalised',
  'declined',
  'directed',
  'withdrawn',
  'settled',
] as const satisfies Stage[]
export const isEnded = (stage: Stage): boolean => (endedStages as readonly Stage[]).includes(stage)

/** Who acts. Commands carry it, with the day, because nothing pure may ask. */
export type Actor =
  | {
      readonly kind: 'staff'
      readonly account: string
      readonly organ: OrganId
      readonly posts: readonly string[]
      /** Those in whose place they handle today. */
      readonly standsFor?: readonly string[]
      /** Those to whom they answer in their organ, where that counts: in a matter that names officials. */
      readonly answersTo?: readonly string[]
      /** 挂职: the organs from which they are seconded, other than the one in which they act. */
      readonly secondedFrom?: readonly OrganId[]
    }
  | { readonly kind: 'petitioner'; readonly person: string }
  | { readonly kind: 'house'; readonly task: string }

export type CommandBody =
  | IntakeCommand
  | RoutingCommand
  | AssistingCommand
  | HandlingCommand
  | ReviewCommand
  | SafeguardCommand
  | SharingCommand
  | ErasureCommand
  | TimingCommand
export type CommandType = CommandBody['type']
export type Command = CommandBody & { readonly on: Day; readonly actor: Actor }
export type Of<T extends CommandType> = Extract<CommandBody, { type: T }> & { readonly on: Day; readonly actor: Actor }

export type FactBody =
  | IntakeFact
  | RoutingFact
  | AssistingFact
  | HandlingFact
  | ReviewFact
  | SafeguardFact
  | SharingFact
  | ErasureFact
  | TimingFact
export type FactType = FactBody['type']
/** A fact carries what the rules concluded about clocks, so that nobody needs the law to read it. */
export type Fact = FactBody & { readonly clocks?: readonly ClockChange[] }
export type FactOf<T extends FactType> = Extract<Fact, { type: T }>

export interface Hop {
  readonly on: Day
  readonly how: HandOff | 'returned' | 'decided' | 'passedOn'
  readonly from: OrganId
  readonly to: OrganId
}

export interface Service {
  readonly person: string
  readonly way: ServiceWay
  readonly servedOn: Day
}

/** A document of the petition: what it is, who issued it, its sealed parts and to whom it was served. */
export interface PetitionDocument {
  /** `d1`, `d2` … within the petition. */
  readonly ref: string
  readonly kind: DocumentKind
  readonly issuedOn: Day
  readonly issuedBy: OrganId
  readonly parts: Readonly<Record<string, Sealed>>
  readonly answers: readonly ClaimAnswer[]
  readonly served: boolean
  readonly services: readonly Service[]
  /** Published because no other way reaches the petitioner: since when, and the day on which it counts as served. */
  readonly announced: { readonly on: Day; readonly until: Day } | null
}

export interface Hearing {
  readonly ref: string
  readonly stage: 'handling' | 'reexamination'
  readonly openedOn: Day
  readonly subject: Sealed
  /** Null where it was opened before these were asked for. */
  readonly heldOn: Day | null
  readonly place: Sealed | null
  readonly closedOn: Day | null
  readonly record: Sealed | null
  readonly conclusion: Sealed | null
}

export interface Mediation {
  readonly ref: string
  readonly proposedOn: Day
  readonly mediator: Sealed
  readonly about: Sealed
  readonly consents: readonly { readonly party: string; readonly consents: boolean; readonly on: Day }[]
  readonly endedOn: Day | null
  readonly agreement: Sealed | null
}

export interface Question {
  readonly ref: string
  readonly askedOn: Day
  readonly organ: OrganId
  readonly question: Sealed
  readonly answeredOn: Day | null
  readonly answer: Sealed | null
}

export interface ReviewCase {
  readonly instance: Instance
  /** The handling that it looks at again; a quashed one takes its open cases with it. */
  readonly round: number
  readonly organ: OrganId
  readonly requests: readonly { readonly person: string; readonly on: Day; readonly grounds: Sealed }[]
  readonly opinion: { readonly document: string; readonly outcome: ReviewOutcome; readonly redoBy: Day | null } | null
  /** When the body said that it takes it up, where the law asks for that. */
  readonly acceptedOn: Day | null
}

export interface Petition extends Registration {
  readonly version: number
  /** The law that it began under, and stays under: `cn-2022@1`. */
  readonly pack: string
  readonly stage: Stage
  readonly registeredOn: Day
  readonly registrar: OrganId
  /** The organ that has the petition now. */
  readonly holder: OrganId
  readonly heldSince: Day
  /** The account in that organ that works on it, if one is named. */
  readonly clerk: string | null
  /** Who sent it there, while it was forwarded. */
  readonly sender: OrganId | null
  readonly handOff: HandOff | null
  readonly hops: readonly Hop[]
  readonly returns: number
  readonly disputeDecided: boolean
  readonly arbiter: OrganId | null
  readonly urgent: {
    readonly on: Day
    readonly by: OrganId
    readonly reports: readonly { readonly to: UrgentRecipient; readonly on: Day | null }[]
  } | null
  readonly route: RouteName | null
  readonly acceptedOn: Day | null
  readonly heard: boolean
  /** Counts handlings: 1, and one more each time an opinion was quashed. */
  readonly round: number
  readonly opinion: string | null
  readonly adoption: Adoption | null
  readonly executeBy: Day | null
  readonly executed: boolean
  readonly reportBack: { readonly by: Day; readonly on: Day | null } | null
  readonly reviews: readonly ReviewCase[]
  readonly documents: readonly PetitionDocument[]
  readonly hearings: readonly Hearing[]
  readonly mediations: readonly Mediation[]
  readonly questions: readonly Question[]
  readonly contacts: number
  readonly added: readonly {
    readonly on: Day
    readonly by: AddedBy
    readonly note: Sealed | null
    readonly materials: readonly Material[]
  }[]
  /** Reports of obstruction, retaliation or a leak: to whom each went, and no word of it. */
  readonly obstructions: readonly { readonly on: Day; readonly person: string; readonly to: OrganId | null }[]
  readonly ratings: readonly { readonly on: Day; readonly person: string | null; readonly whom: 'bureau' | 'organ' }[]
  readonly links: readonly { readonly to: string; readonly as: 'lead' | 'member' }[]
  /** Each time a petitioner was given a new key. */
  readonly renewals: readonly { readonly on: Day; readonly person: string }[]
  readonly clocks: readonly RunningClock[]
  /** Each last day that a holiday notice moved. */
  readonly recounts: readonly Recount[]
  /** Petitioners who no longer want to go on. It ends when the last of them has said so. */
  readonly withdrawals: readonly string[]
  /** Staff who withdrew from it, or had to. */
  readonly recused: readonly Recused[]
  readonly recusals: readonly RecusalRequest[]
  readonly openings: readonly Opening[]
  /** What accused organs were told. */
  readonly extracts: readonly AccusedExtract[]
  /** What organs without a part in it were shown, and for what. */
  readonly sights: readonly Sight[]
  /** Organs that assist whoever has it. */
  readonly assistances: readonly Assistance[]
  readonly endedOn: Day | null
  /** Since when nothing has happened to it: from here its retention counts. */
  readonly restsSince: Day
  readonly erasure: Erasure | null
}

/** Before registration there is nothing. */
export type State = Petition | null

export type PetitionLaw = Law<CommandType, Extract<FactType, FactName>, Stage, Condition>
export type PetitionLaws = Laws<PetitionLaw>

/** What a decision may look at beside the petition itself. */
export interface World {
  readonly law: PetitionLaw
  readonly calendars: Calendars
  readonly organs: Organs
  /** An organ in which everybody who handles petitions has withdrawn from this one, or had to (art. 28 (3)). */
  readonly deserted?: OrganId | null
  /** Where officials whom the petition names lead: as head or leader of an organ. */
  readonly leading?: readonly { readonly account: string; readonly organ: OrganId }[]
}

/**
 * Every way in which a command can be refused: kebab-case statements of fact, each with what a person needs to go on. The
 * article is in `basis`; the words are in the locales.
 */
export type Refusal =
  | { readonly kind: 'already-registered' }
  | { readonly kind: 'not-registered' }
  | {
      readonly kind: 'wrong-stage'
      readonly stage: Stage
      readonly command: CommandType
      readonly needs: readonly Stage[]
      readonly basis: Basis
    }
  | {
      readonly kind: 'not-yours-to-do'
      readonly command: CommandType
      readonly needs: readonly string[]
      readonly basis: Basis
    }
  | { readonly kind: 'needs-the-head'; readonly command: CommandType; readonly basis: Basis }
  /** The file of its pack is gone: nothing is done to a petition by another law than its own. */
  | { readonly kind: 'law-not-loaded'; readonly pack: string }
  /** The law that the petition is handled under knows no such step. */
  | { readonly kind: 'no-such-step'; readonly command: CommandType; readonly law: Named }
  /** Somebody with a part of their own in the matter, or answering to one who has. */
  | { readonly kind: 'recused'; readonly basis: Basis }
  | { readonly kind: 'already-recused'; readonly account: string }
  | { readonly kind: 'own-recusal'; readonly basis: Basis }
  | { readonly kind: 'recusal-undecided'; readonly request: string }
  | { readonly kind: 'no-recusal-to-decide'; readonly request: string }
  | { readonly kind: 'not-the-decider'; readonly decider: OrganId; readonly basis: Basis }
  | { readonly kind: 'official-leads-organ'; readonly organ: OrganId; readonly basis: Basis }
  | { readonly kind: 'already-named'; readonly organ: OrganId }
  | { readonly kind: 'nobody-named' }
  | { readonly kind: 'unknown-complained'; readonly complained: number }
  | { readonly kind: 'nothing-sealed'; readonly seal: Seal }
  | { readonly kind: 'not-the-competent-body'; readonly basis: Basis }
  | { readonly kind: 'not-the-named-post'; readonly seal: Seal; readonly basis: Basis }
  | { readonly kind: 'accusation-is-sealed'; readonly basis: Basis }
  | { readonly kind: 'identity-is-sealed'; readonly basis: Basis }
  | { readonly kind: 'needs-own-key'; readonly command: CommandType; readonly basis: Basis }
  | { readonly kind: 'names-too-many'; readonly count: number; readonly atMost: number }
  | { readonly kind: 'unknown-material'; readonly material: string }
  | { readonly kind: 'not-accused'; readonly organ: OrganId; readonly basis: Basis }
  | { readonly kind: 'day-in-the-future'; readonly day: Day; readonly today: Day }
  | { readonly kind: 'day-before-the-matter'; readonly day: Day; readonly from: Day }
  | { readonly kind: 'no-claim'; readonly basis: Basis }
  | {
      readonly kind: 'too-many-representatives'
      readonly count: number
      readonly atMost: number
      readonly basis: Basis
    }
  | { readonly kind: 'no-petitioner'; readonly basis: Basis }
  | { readonly kind: 'oral-record-not-read-back'; readonly basis: Basis }
  | { readonly kind: 'headcount-too-small'; readonly headcount: number; readonly people: number }
  | { readonly kind: 'simplified-not-allowed'; readonly bar: SimplifiedBar; readonly basis: Basis }
  | { readonly kind: 'nothing-changed'; readonly field: CorrectableField | 'clerk' | 'receivedOn' | 'servedOn' }
  | { readonly kind: 'too-late-to-correct'; readonly field: CorrectableField; readonly stage: Stage }
  | { readonly kind: 'already-urgent' }
  | { readonly kind: 'not-urgent' }
  | { readonly kind: 'not-a-recipient'; readonly to: UrgentRecipient; readonly basis: Basis }
  | { readonly kind: 'already-reported'; readonly to: UrgentRecipient }
  | { readonly kind: 'unknown-organ'; readonly organ: string }
  | {
      readonly kind: 'organ-not-active'
      readonly organ: OrganId
      readonly successors: readonly OrganId[]
      readonly basis: Basis
    }
  | { readonly kind: 'already-there'; readonly organ: OrganId }
  | { readonly kind: 'organ-is-accused'; readonly organ: OrganId; readonly basis: Basis }
  | { readonly kind: 'accusation-needs-competent-body'; readonly organ: OrganId; readonly basis: Basis }
  | { readonly kind: 'not-a-subordinate'; readonly organ: OrganId; readonly basis: Basis }
  | { readonly kind: 'dispute-was-decided'; readonly basis: Basis }
  | { readonly kind: 'right-lapsed'; readonly clock: string; readonly lastDay: Day; readonly basis: Basis }
  | { readonly kind: 'no-such-right'; readonly clock: string; readonly person: string }
  | { readonly kind: 'not-the-common-superior'; readonly expected: OrganId | null; readonly basis: Basis }
  | { readonly kind: 'not-before-today'; readonly day: Day; readonly today: Day }
  | { readonly kind: 'nothing-to-take-back'; readonly basis: Basis }
  | { readonly kind: 'received-after-registered'; readonly registeredOn: Day }
  | { readonly kind: 'not-served-yet'; readonly document: string; readonly person: string }
  | { readonly kind: 'served-day-certain'; readonly way: ServiceWay }
  | { readonly kind: 'nothing-to-report-back' }
  | {
      readonly kind: 'not-a-successor'
      readonly organ: OrganId
      readonly successors: readonly OrganId[]
      readonly basis: Basis
    }
  | { readonly kind: 'nothing-to-pass-on'; readonly organ: OrganId }
  | { readonly kind: 'not-on-simplified-track' }
  | {
      readonly kind: 'route-does-not-fit'
      readonly class: PetitionClass
      readonly route: RouteName | null
      readonly basis: Basis
    }
  | { readonly kind: 'ground-does-not-fit'; readonly ground: string; readonly needs: string; readonly basis: Basis }
  | { readonly kind: 'not-heard'; readonly basis: Basis }
  | { readonly kind: 'hearing-open'; readonly ref: string }
  | { readonly kind: 'no-hearing-open' }
  | { readonly kind: 'mediation-open'; readonly ref: string }
  | { readonly kind: 'no-mediation-open' }
  | { readonly kind: 'consent-missing'; readonly parties: readonly string[]; readonly basis: Basis }
  | { readonly kind: 'not-an-extension'; readonly due: Day }
  | { readonly kind: 'extension-too-long'; readonly atMost: Day; readonly basis: Basis }
  | { readonly kind: 'nothing-to-extend'; readonly basis: Basis }
  | { readonly kind: 'claim-unanswered'; readonly claims: readonly string[]; readonly basis: Basis }
  | { readonly kind: 'unknown-claim'; readonly claim: string }
  | { readonly kind: 'assists-already'; readonly organ: OrganId }
  | { readonly kind: 'unknown-assistance'; readonly assistance: string }
  | { readonly kind: 'assistance-too-late'; readonly lastDay: Day; readonly basis: Basis }
  | { readonly kind: 'assistance-awaited'; readonly organs: readonly OrganId[]; readonly basis: Basis }
  | { readonly kind: 'part-missing'; readonly document: DocumentKind; readonly part: string; readonly basis: Basis }
  | { readonly kind: 'execution-day-missing'; readonly basis: Basis }
  | { readonly kind: 'not-a-suggestion'; readonly class: PetitionClass; readonly basis: Basis }
  | { readonly kind: 'unknown-document'; readonly document: string }
  | { readonly kind: 'unknown-person'; readonly person: string }
  | { readonly kind: 'already-served'; readonly document: string; readonly person: string; readonly on: Day }
  | { readonly kind: 'not-a-served-document'; readonly document: string }
  | { readonly kind: 'way-only-simplified'; readonly way: ServiceWay; readonly basis: Basis }
  | {
      readonly kind: 'proof-missing'
      readonly way: ServiceWay
      readonly missing: readonly string[]
      readonly basis: Basis
    }
  | { readonly kind: 'already-announced'; readonly document: string; readonly on: Day; readonly until: Day }
  | { readonly kind: 'nobody-to-serve'; readonly document: string }
  | { readonly kind: 'announcement-still-running'; readonly until: Day; readonly basis: Basis }
  | { readonly kind: 'served-before-issued'; readonly issuedOn: Day }
  | { readonly kind: 'nothing-to-execute' }
  | { readonly kind: 'needs-own-key-or-signature'; readonly command: CommandType }
  | { readonly kind: 'already-rated'; readonly whom: 'bureau' | 'organ' }
  | { readonly kind: 'nobody-to-rate'; readonly whom: 'bureau' | 'organ' }
  | { readonly kind: 'duty-still-running'; readonly clocks: readonly string[] }
  | { readonly kind: 'not-overdue'; readonly clock: string; readonly lastDay: Day }
  | { readonly kind: 'unknown-clock'; readonly clock: string }
  | { readonly kind: 'not-one-level-up'; readonly organ: OrganId; readonly of: OrganId; readonly basis: Basis }
  /** A signed request is entered by the organ asked, or by one that the petitioner deals with now. */
  | { readonly kind: 'not-the-organ-asked'; readonly asked: OrganId; readonly basis: Basis }
  /** Another petitioner has asked already: the same body looks at it, so that one matter gets one answer. */
  | { readonly kind: 'review-is-elsewhere'; readonly organ: OrganId; readonly basis: Basis }
  | { readonly kind: 'review-accepted'; readonly on: Day }
  | { readonly kind: 'already-requested'; readonly person: string }
  | { readonly kind: 'redo-day-missing'; readonly basis: Basis }
  | { readonly kind: 'too-many-today'; readonly atMost: number }
  | { readonly kind: 'history-full'; readonly atMost: number }
  | { readonly kind: 'unknown-question'; readonly question: string }
  | { readonly kind: 'question-answered'; readonly question: string }
  | { readonly kind: 'linked-to-itself' }
  | { readonly kind: 'already-linked'; readonly to: string }
  | { readonly kind: 'not-linked'; readonly to: string }
  /** The organ is complained about, or does not know who the petitioner is. */
  | { readonly kind: 'only-the-registrar'; readonly registrar: OrganId; readonly basis: Basis }
  | { readonly kind: 'petitioner-is-anonymous'; readonly basis: Basis }
  | { readonly kind: 'key-is-wrong' }
  /** Whoever may not read an accusation does not hand out what opens it. */
  | { readonly kind: 'accusation-is-not-yours'; readonly organ: OrganId; readonly basis: Basis }
  /** It is not long enough that nothing has happened. */
  | { readonly kind: 'retention-still-running'; readonly until: Day; readonly basis: Basis }
  | { readonly kind: 'obstruction-was-reported'; readonly basis: Basis }
  | { readonly kind: 'no-superior-to-approve'; readonly basis: Basis }
  | { readonly kind: 'erasure-already-proposed' }
  | { readonly kind: 'no-erasure-proposed' }
  | { readonly kind: 'copy-still-offered'; readonly until: Day; readonly basis: Basis }
  | { readonly kind: 'needs-another-person'; readonly command: CommandType }
  /** Nothing more can be done with what is being taken out, or is gone. */
  | { readonly kind: 'erasure-approved'; readonly on: Day }
  | { readonly kind: 'identity-does-not-fit'; readonly identity: IdentityProof; readonly basis: Basis }

export type RefusalKind = Refusal['kind']

export type { Complained } from './intake/words.ts'
export type { Material, Person, Registration }
