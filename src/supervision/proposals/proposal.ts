/**
 * The words of a proposal (三项建议): what a bureau says must change after what petitions have shown it, who answers in writing, and what
 * came of it (art. 40). A stream of its own: the petitions that it is drawn from know nothing of it. A proposal to hold somebody to account
 * is sealed like an accusation (docs/adr/0032).
 */
import type { Calendars } from '../../kernel/calendars.ts'
import type { MovedDay } from '../../kernel/clock-keeping.ts'
import type { Day } from '../../kernel/day.ts'
import type { AllOrgans } from '../../kernel/keeping-out.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { ClockChange, RunningClock } from '../../kernel/running-clock.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { Basis } from '../../law/basis.ts'
import type { PetitionClass, ProposalAnswerRule } from '../../law/law.ts'
import type { ProposalKind, ProposalRecipient, ProposalRule } from '../../law/proposals.ts'

export const proposalStages = ['drafted', 'submitted', 'approved', 'issued', 'closed', 'withdrawn'] as const
export type ProposalStage = (typeof proposalStages)[number]

/** 采纳 · 部分采纳 · 未采纳 */
export const adoptions = ['adopted', 'partly', 'notAdopted'] as const
export type Adoption = (typeof adoptions)[number]

/** Whether what was said would change has changed: 见效 · 部分见效 · 没有见效. */
export const effects = ['taken', 'partly', 'none'] as const
export type Effect = (typeof effects)[number]

/** Somebody whom it is proposed to hold to account, by name, and where they work. */
export interface Named {
  readonly organ: OrganId
  readonly name: Sealed
}

/** What a proposal says. It is written whole each time, until it is issued. */
export interface ProposalText {
  readonly title: Sealed
  readonly findings: Sealed
  /** What is proposed, point by point. */
  readonly points: readonly Sealed[]
  readonly recipients: readonly OrganId[]
  /** The petitions that it is drawn from, and the matters under supervision. */
  readonly petitions: readonly string[]
  readonly matters: readonly string[]
  readonly against: { readonly organs: readonly OrganId[]; readonly people: readonly Named[] }
  /** The day by which an answer is asked for; null where the law gives the days. */
  readonly due: Day | null
}

/** What the rules need to know of a petition that a proposal is drawn from. Read when it is written, and not looked at again. */
export interface LinkedPetition {
  readonly number: string
  readonly class: PetitionClass
  readonly organs: readonly OrganId[]
  readonly accused: readonly OrganId[]
  /** Accounts of officials whom it names, and organs that they lead. */
  readonly officials: readonly string[]
  readonly led: readonly OrganId[]
}

/** What the house found out for whoever writes: about the petitions, and about the people who are named. */
export interface Looked {
  readonly linked: readonly LinkedPetition[]
  /** Organs with a part in matters under supervision that are linked. */
  readonly supervised: readonly OrganId[]
  readonly officials: readonly string[]
  readonly led: readonly OrganId[]
}

export type ProposalActor =
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
export type StaffActor = Extract<ProposalActor, { kind: 'staff' }>

export type ProposalCommandBody =
  | {
      readonly type: 'DraftProposal'
      readonly kind: ProposalKind
      readonly text: ProposalText
      readonly looked: Looked
    }
  | { readonly type: 'EditProposal'; readonly text: ProposalText; readonly looked: Looked }
  | { readonly type: 'SubmitProposal' }
  | { readonly type: 'SendProposalBack'; readonly reason: Sealed }
  | { readonly type: 'ApproveProposal' }
  | { readonly type: 'IssueProposal' }
  /** Says why somebody reads a sealed proposal; until midnight. */
  | { readonly type: 'OpenProposal'; readonly reason: Sealed }
  | { readonly type: 'RemindRecipient'; readonly recipient: OrganId; readonly note: Sealed | null }
  | {
      readonly type: 'AnswerProposal'
      readonly adoption: Adoption
      readonly answer: Sealed
      readonly reasons: Sealed | null
    }
  /** Only where the law lets the reasons follow the answer. */
  | { readonly type: 'AddReasons'; readonly reasons: Sealed }
  | { readonly type: 'ReturnAnswer'; readonly recipient: OrganId; readonly reason: Sealed; readonly until: Day }
  | { readonly type: 'RecordMeasure'; readonly takenOn: Day; readonly measure: Sealed }
  | {
      readonly type: 'VerifyEffect'
      readonly recipient: OrganId
      readonly effect: Effect
      readonly lookedAt: Sealed
    }
  | { readonly type: 'CloseProposal'; readonly note: Sealed | null }
  | { readonly type: 'WithdrawProposal'; readonly reason: Sealed }
  /** A recipient was reformed away: whoever carries it on owes what it owed. */
  | { readonly type: 'PassProposalOn' }
  | { readonly type: 'MarkClock'; readonly clock: string }
  | { readonly type: 'RecountProposal' }

export type ProposalCommandType = ProposalCommandBody['type']
export type ProposalCommand = ProposalCommandBody & { readonly on: Day; readonly actor: ProposalActor }
export type Of<T extends ProposalCommandType> = Extract<ProposalCommandBody, { type: T }> & {
  readonly on: Day
  readonly actor: ProposalActor
}

/** What follows from a text for who may see it and to whom it may go. */
export interface Reach {
  readonly concerned: readonly OrganId[]
  /** Organs and officials that must not learn of it; neither must whoever stands below or succeeds them. */
  readonly keptFrom: readonly OrganId[]
  readonly officials: readonly string[]
}

export type ProposalFactBody = { readonly on: Day } & (
  | ({
      readonly type: 'ProposalDrafted'
      readonly kind: ProposalKind
      readonly bureau: OrganId
      readonly account: string
      readonly pack: string
      readonly text: ProposalText
    } & Reach)
  | ({ readonly type: 'ProposalEdited'; readonly account: string; readonly text: ProposalText } & Reach)
  | { readonly type: 'ProposalSubmitted'; readonly account: string }
  | { readonly type: 'ProposalSentBack'; readonly account: string; readonly reason: Sealed }
  | { readonly type: 'ProposalApproved'; readonly account: string }
  | {
      readonly type: 'ProposalIssued'
      /** Said again, so that the paper that it issues follows from this fact alone. */
      readonly kind: ProposalKind
      readonly bureau: OrganId
      readonly account: string
      readonly recipients: readonly OrganId[]
      readonly due: Day | null
    }
  | {
      readonly type: 'ProposalOpened'
      readonly organ: OrganId
      readonly account: string
      readonly reason: Sealed
    }
  | { readonly type: 'RecipientReminded'; readonly recipient: OrganId; readonly note: Sealed | null }
  | {
      readonly type: 'ProposalAnswered'
      readonly ref: string
      readonly recipient: OrganId
      readonly account: string
      readonly adoption: Adoption
      readonly answer: Sealed
      readonly reasons: Sealed | null
    }
  | { readonly type: 'ReasonsAdded'; readonly recipient: OrganId; readonly reasons: Sealed }
  | { readonly type: 'AnswerReturned'; readonly recipient: OrganId; readonly reason: Sealed; readonly until: Day }
  | {
      readonly type: 'MeasureRecorded'
      readonly ref: string
      readonly recipient: OrganId
      readonly takenOn: Day
      readonly measure: Sealed
    }
  | {
      readonly type: 'EffectVerified'
      readonly recipient: OrganId
      readonly account: string
      readonly effect: Effect
      readonly lookedAt: Sealed
    }
  | { readonly type: 'ProposalClosed'; readonly note: Sealed | null }
  | { readonly type: 'ProposalWithdrawn'; readonly account: string; readonly reason: Sealed }
  | { readonly type: 'ProposalPassedOn'; readonly from: OrganId; readonly to: OrganId }
  | { readonly type: 'ProposalFellOverdue'; readonly recipient: OrganId; readonly clock: string }
  | { readonly type: 'ProposalClocksRecounted'; readonly moved: readonly MovedDay[] }
)

export type ProposalFactType = ProposalFactBody['type']
export type ProposalFact = ProposalFactBody & { readonly clocks?: readonly ClockChange[] }
export type ProposalFactOf<T extends ProposalFactType> = Extract<ProposalFact, { type: T }>

export interface ProposalAnswer {
  readonly ref: string
  readonly on: Day
  readonly account: string
  readonly adoption: Adoption
  readonly answer: Sealed
  readonly reasons: Sealed | null
}

/** How far one recipient has come. */
export interface Recipient {
  readonly organ: OrganId
  /** Waiting until it has answered, and again when its answer was returned. */
  readonly standing: 'waiting' | 'answered'
  readonly answers: readonly ProposalAnswer[]
  readonly reminders: readonly { readonly on: Day; readonly note: Sealed | null }[]
  readonly returns: readonly { readonly on: Day; readonly reason: Sealed; readonly until: Day }[]
  readonly measures: readonly {
    readonly ref: string
    readonly on: Day
    readonly takenOn: Day
    readonly measure: Sealed
  }[]
  readonly effects: readonly {
    readonly on: Day
    readonly account: string
    readonly effect: Effect
    readonly lookedAt: Sealed
  }[]
}

export interface Proposal extends Reach {
  readonly version: number
  readonly kind: ProposalKind
  readonly bureau: OrganId
  readonly pack: string
  readonly text: ProposalText
  readonly stage: ProposalStage
  readonly draftedOn: Day
  readonly issuedOn: Day | null
  readonly closedOn: Day | null
  /** The day of the last thing that happened to it. */
  readonly movedOn: Day
  /** Everybody who has a hand in the text: none of them approves it. */
  readonly writers: readonly string[]
  readonly approvedBy: string | null
  readonly sentBack: { readonly on: Day; readonly reason: Sealed } | null
  /** Who has it open on which day, by the version of the fact that says so. */
  readonly openings: readonly {
    readonly on: Day
    readonly account: string
    readonly organ: OrganId
    readonly version: number
    /** Null for whoever wrote it that day. */
    readonly reason: Sealed | null
  }[]
  readonly recipients: readonly Recipient[]
  readonly note: Sealed | null
  readonly clocks: readonly RunningClock[]
}

export type ProposalState = Proposal | null

/** What the rules read of the law. */
export interface ProposalLaw {
  readonly proposals: Readonly<Partial<Record<ProposalKind, ProposalRule>>>
  readonly proposalAnswer: ProposalAnswerRule
}

export interface ProposalWorld {
  readonly pack: string
  readonly law: ProposalLaw
  readonly calendars: Calendars
  readonly organs: AllOrgans
}

export type ProposalRefusal =
  | { readonly kind: 'no-such-proposal' }
  | { readonly kind: 'proposal-drafted-already' }
  | { readonly kind: 'only-bureaus-propose'; readonly basis: Basis }
  | { readonly kind: 'no-such-kind-of-proposal'; readonly proposal: ProposalKind; readonly pack: string }
  | { readonly kind: 'proposal-not-yours'; readonly basis: Basis }
  | { readonly kind: 'needs-the-head'; readonly basis: Basis }
  | { readonly kind: 'proposal-is-sealed'; readonly basis: Basis }
  | { readonly kind: 'nothing-is-sealed' }
  | {
      readonly kind: 'wrong-proposal-stage'
      readonly stage: ProposalStage
      readonly command: ProposalCommandType
      readonly needs: readonly ProposalStage[]
    }
  | { readonly kind: 'own-draft' }
  | { readonly kind: 'linked-to-nothing' }
  | { readonly kind: 'linked-matter-unknown'; readonly matter: string }
  | { readonly kind: 'proposes-nothing' }
  | { readonly kind: 'no-recipient' }
  | {
      readonly kind: 'not-a-recipient'
      readonly organ: OrganId
      readonly to: readonly ProposalRecipient[]
      readonly basis: Basis
    }
  | { readonly kind: 'recipient-is-kept-out'; readonly organ: OrganId; readonly basis: Basis }
  | { readonly kind: 'your-organ-is-concerned'; readonly basis: Basis }
  | { readonly kind: 'nobody-held-to-account'; readonly basis: Basis }
  | { readonly kind: 'only-people-held-to-account'; readonly basis: Basis }
  | { readonly kind: 'nobody-to-be-held-to-account'; readonly proposal: ProposalKind }
  | { readonly kind: 'unknown-organ'; readonly organ: OrganId }
  | { readonly kind: 'no-day-for-the-answer'; readonly basis: Basis }
  | { readonly kind: 'law-gives-the-days'; readonly days: number; readonly basis: Basis }
  | { readonly kind: 'day-not-ahead'; readonly day: Day; readonly today: Day }
  | { readonly kind: 'recipient-has-answered'; readonly organ: OrganId }
  | { readonly kind: 'recipient-has-not-answered'; readonly organ: OrganId }
  | { readonly kind: 'needs-reasons'; readonly adoption: Adoption; readonly basis: Basis }
  | { readonly kind: 'no-reasons-owed' }
  | { readonly kind: 'nothing-adopted' }
  | { readonly kind: 'measure-not-taken-yet'; readonly takenOn: Day; readonly today: Day }
  | { readonly kind: 'effect-not-verified'; readonly organ: OrganId }
  | { readonly kind: 'answered-already' }
  | { readonly kind: 'reasons-still-owed'; readonly organ: OrganId }
  | { readonly kind: 'clock-still-running'; readonly clock: string }

export type ProposalRefusalKind = ProposalRefusal['kind']
