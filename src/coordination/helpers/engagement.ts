/**
 * The words of an engagement: a helper who is invited to one matter, for a time, to see an extract of it and no more. The petitioner consents
 * first unless nothing but an anonymous summary is shown, and can refuse or end it at any time; the helper says whether anything ties them to
 * those complained about. What they did is recorded; nothing in the petition's outcome follows from it (docs/adr/0042).
 */
import type { Day } from '../../kernel/day.ts'
import type { OrganId, Organs } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { Basis } from '../../law/basis.ts'
import type { HelperKind } from '../../law/codes/helper-kinds.ts'
import type { HelperStateName } from './helper.ts'

/** What a helper is invited to: a petition, one place of a screening, or a mediation, as a guest to whom its parties say yes or no there. */
export type EngagementSubject =
  | { readonly kind: 'petition'; readonly petition: string }
  | { readonly kind: 'screening'; readonly screening: string; readonly area: string }
  | { readonly kind: 'mediation'; readonly mediation: string; readonly guest: string }

export const subjectKinds = [
  'petition',
  'screening',
  'mediation',
] as const satisfies readonly EngagementSubject['kind'][]

/** Chosen claims and a summary, with the petitioner's consent; or a summary that says nothing of who it is. */
export const engagementModes = ['case', 'anonymous'] as const
export type EngagementMode = (typeof engagementModes)[number]

export const engagementStages = ['awaitingConsent', 'invited', 'accepted', 'refused', 'ended'] as const
export type EngagementStage = (typeof engagementStages)[number]

/** 到场 · 提供意见 · 陪同 · 走访 */
export const helpingWays = ['came', 'advised', 'accompanied', 'visited'] as const
export type HelpingWay = (typeof helpingWays)[number]

export const refusedBy = ['petitioner', 'party', 'helper', 'conflict'] as const
export const endedBy = ['inviter', 'petitioner', 'party', 'helper', 'house'] as const

export interface EngagementBeginning {
  readonly subject: EngagementSubject
  readonly inviter: OrganId
  readonly helper: string
  /** As it was that day: engagements are counted by it. */
  readonly helperKind: HelperKind
  readonly mode: EngagementMode
  /** What is asked of them. */
  readonly what: Sealed
  /** The extract: written for it or taken from the petition, masked, and frozen. */
  readonly summary: Sealed
  readonly claims: readonly { readonly ref: string; readonly text: Sealed }[]
  /** Whom the petition complains of: asked after before anything is shown. */
  readonly about: readonly OrganId[]
  /** Petitioners, or parties of the mediation, whose consent it needs; and the last day. */
  readonly people: readonly string[]
  readonly until: Day
  readonly keptFrom: readonly OrganId[]
  readonly officials: readonly string[]
}

export type EngagementActor =
  | {
      readonly kind: 'staff'
      readonly account: string
      readonly organ: OrganId
      readonly posts: readonly string[]
      readonly answersTo?: readonly string[]
      /** 挂职: the organs from which they are seconded to where they act (docs/adr/0066). */
      readonly secondedFrom?: readonly OrganId[]
    }
  | { readonly kind: 'petitioner'; readonly person: string }
  | { readonly kind: 'helper' }
  | { readonly kind: 'house'; readonly task: string }

/** What the house finds out beside: it needs names that no rule may see. */
export interface InvitationCheck {
  readonly isAccusation: boolean
  /** A screening or a mediation that nobody can help with any more. */
  readonly isOver: boolean
  /** The guest of the mediation bears another name than the helper. */
  readonly guestIsAnother: boolean
  readonly erasedOn: Day | null
  readonly isAsked: boolean
  readonly holdsIt: boolean
  readonly helperState: HelperStateName
  readonly helperIsThere: boolean
  readonly helperOrgan: OrganId | null
  readonly helperIsNamed: boolean
  readonly namesPetitioner: boolean
  readonly unknownClaim: string | null
}

export type EngagementCommandBody =
  | { readonly type: 'InviteHelper'; readonly beginning: EngagementBeginning; readonly check: InvitationCheck }
  | {
      readonly type: 'AnswerConsent'
      readonly person: string
      readonly consents: boolean
      /** Whoever signed and who saw it, where staff enters it from paper. */
      readonly signed: Sealed | null
    }
  | { readonly type: 'IssueHelperKey' }
  | {
      readonly type: 'AnswerInvitation'
      readonly accepts: boolean
      readonly conflict: boolean
      readonly note: Sealed | null
    }
  | {
      readonly type: 'RecordHelp'
      readonly way: HelpingWay
      readonly day: Day
      /** What they said or did: for the organ that invited, sealed. */
      readonly said: Sealed | null
    }
  | { readonly type: 'EndEngagement'; readonly reason: Sealed | null }
  | { readonly type: 'KeepEngagement'; readonly keptFrom: readonly OrganId[]; readonly officials: readonly string[] }
  | { readonly type: 'EraseEngagement' }
export type EngagementCommandType = EngagementCommandBody['type']
export type EngagementCommand = EngagementCommandBody & { readonly on: Day; readonly actor: EngagementActor }
export type Of<T extends EngagementCommandType> = Extract<EngagementCommandBody, { type: T }> & {
  readonly on: Day
  readonly actor: EngagementActor
}

export type EngagementFact = { readonly on: Day } & (
  | ({ readonly type: 'HelperInvited'; readonly account: string } & EngagementBeginning)
  | {
      readonly type: 'ConsentAnswered'
      readonly person: string
      readonly consents: boolean
      readonly signed: Sealed | null
    }
  | { readonly type: 'HelperKeyIssued'; readonly account: string }
  | {
      readonly type: 'InvitationAnswered'
      readonly accepts: boolean
      readonly conflict: boolean
      readonly note: Sealed | null
    }
  | {
      readonly type: 'HelpRecorded'
      readonly by: 'helper' | 'inviter'
      readonly way: HelpingWay
      readonly day: Day
      readonly said: Sealed | null
    }
  | { readonly type: 'EngagementEnded'; readonly by: (typeof endedBy)[number]; readonly reason: Sealed | null }
  | { readonly type: 'EngagementKept'; readonly keptFrom: readonly OrganId[]; readonly officials: readonly string[] }
  | { readonly type: 'EngagementErased' }
)
export type EngagementFactType = EngagementFact['type']

export interface Engagement extends EngagementBeginning {
  readonly version: number
  readonly stage: EngagementStage
  readonly invitedOn: Day
  readonly consents: readonly string[]
  readonly refused: { readonly on: Day; readonly by: (typeof refusedBy)[number] } | null
  readonly acceptedOn: Day | null
  readonly keysIssued: number
  readonly parts: readonly {
    readonly on: Day
    readonly by: 'helper' | 'inviter'
    readonly way: HelpingWay
    readonly day: Day
    readonly said: Sealed | null
  }[]
  readonly ended: { readonly on: Day; readonly by: (typeof endedBy)[number]; readonly reason: Sealed | null } | null
  readonly erasedOn: Day | null
}
export type EngagementState = Engagement | null

export interface EngagementWorld {
  readonly organs: Organs
}

export type EngagementRefusal =
  | { readonly kind: 'no-such-engagement' }
  | { readonly kind: 'no-such-petition' }
  | { readonly kind: 'no-such-screening' }
  | { readonly kind: 'no-such-area'; readonly area: string }
  | { readonly kind: 'no-such-mediation' }
  | { readonly kind: 'no-such-guest'; readonly guest: string }
  | { readonly kind: 'guest-is-another' }
  | { readonly kind: 'screening-over' }
  | { readonly kind: 'mediation-over' }
  | { readonly kind: 'engagement-begun-already' }
  | { readonly kind: 'no-such-helper' }
  | { readonly kind: 'helper-not-available'; readonly state: HelperStateName }
  | { readonly kind: 'helper-asked-already' }
  | { readonly kind: 'helper-is-concerned'; readonly basis: Basis }
  | { readonly kind: 'accusation-not-shown'; readonly basis: Basis }
  | { readonly kind: 'only-whoever-has-it'; readonly basis: Basis }
  | { readonly kind: 'extract-names-petitioner' }
  | { readonly kind: 'unknown-claim'; readonly claim: string }
  | { readonly kind: 'claims-need-consent'; readonly basis: Basis }
  | { readonly kind: 'day-not-ahead'; readonly day: Day; readonly today: Day }
  | { readonly kind: 'term-too-long'; readonly atMost: Day; readonly basis: Basis }
  | { readonly kind: 'day-in-the-future'; readonly day: Day; readonly today: Day }
  | { readonly kind: 'too-many-already'; readonly atMost: number }
  | { readonly kind: 'engagement-is-anothers' }
  | {
      readonly kind: 'engagement-at-another-stage'
      readonly stage: EngagementStage
      readonly needs: readonly EngagementStage[]
    }
  | { readonly kind: 'consent-needs-signature'; readonly basis: Basis }
  | { readonly kind: 'consent-asked-elsewhere'; readonly basis: Basis }
  | { readonly kind: 'unknown-person'; readonly person: string }
  | { readonly kind: 'engagement-erased'; readonly on: Day }
