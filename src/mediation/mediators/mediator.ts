/**
 * The words of the roster of mediators (调解员名册): a person of a committee or a centre who mediates, with what they know, their languages,
 * their places and their term. Who they are lies sealed and is shown to whoever chooses a mediator (人民调解法 art. 13–15, 19). Mediators are
 * never scored or ranked (docs/adr/0049).
 */
import type { Day } from '../../kernel/day.ts'
import type { OrganId, Organs } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { Basis } from '../../law/basis.ts'
import type {
  MediatorFault,
  MediatorKind,
  MediatorLanguage,
  MediatorSkill,
  MemberRole,
} from '../../law/codes/mediator-kinds.ts'

export const mediatorStates = ['active', 'suspended', 'ended'] as const
export type MediatorStateName = (typeof mediatorStates)[number]

export const mediatorEndings = ['termOver', 'resigned', 'misconduct', 'other'] as const
export type MediatorEnding = (typeof mediatorEndings)[number]

export interface MediatorTerm {
  readonly from: Day
  /** The last day; null for whoever was engaged without one. */
  readonly until: Day | null
}

export interface MediatorDetails extends MediatorTerm {
  readonly kind: MediatorKind
  /** Of a committee's member. */
  readonly role: MemberRole | null
  /** The committee to which they belong. */
  readonly committee: string | null
  readonly name: Sealed
  /** How they are reached: read by the organ that keeps the entry alone. */
  readonly contact: Sealed
  readonly skills: readonly MediatorSkill[]
  readonly languages: readonly MediatorLanguage[]
  /** Codes of regions in which they mediate. */
  readonly places: readonly string[]
  /** The organ to which they belong, if they belong to one: what concerns it they do not mediate. */
  readonly organ: OrganId | null
  /** Their account, where they are staff of the organ that keeps the entry. */
  readonly account: string | null
}

export interface MediatorActor {
  readonly kind: 'staff'
  readonly account: string
  readonly organ: OrganId
  readonly posts: readonly string[]
}

export type MediatorCommandBody =
  | ({ readonly type: 'EnterMediator' } & MediatorDetails)
  | ({ readonly type: 'ReviseMediator' } & MediatorDetails)
  | ({ readonly type: 'RenewMediator' } & MediatorTerm)
  | { readonly type: 'RecordTraining'; readonly day: Day; readonly subject: Sealed }
  | { readonly type: 'ReprimandMediator'; readonly fault: MediatorFault; readonly reason: Sealed }
  | { readonly type: 'SuspendMediator'; readonly reason: Sealed }
  | { readonly type: 'ResumeMediator' }
  | {
      readonly type: 'EndMediator'
      readonly ending: MediatorEnding
      readonly fault: MediatorFault | null
      readonly reason: Sealed
    }
export type MediatorCommandType = MediatorCommandBody['type']
export type MediatorCommand = MediatorCommandBody & { readonly on: Day; readonly actor: MediatorActor }

export type MediatorFact = { readonly on: Day; readonly account: string } & (
  | ({ readonly type: 'MediatorEntered'; readonly keeper: OrganId } & Entered)
  | ({ readonly type: 'MediatorRevised' } & Entered)
  | ({ readonly type: 'MediatorRenewed' } & MediatorTerm)
  | { readonly type: 'TrainingRecorded'; readonly day: Day; readonly subject: Sealed }
  | { readonly type: 'MediatorReprimanded'; readonly fault: MediatorFault; readonly reason: Sealed }
  | { readonly type: 'MediatorSuspended'; readonly reason: Sealed }
  | { readonly type: 'MediatorResumed' }
  | {
      readonly type: 'MediatorEnded'
      readonly ending: MediatorEnding
      readonly fault: MediatorFault | null
      readonly reason: Sealed
    }
)
export type MediatorFactType = MediatorFact['type']

/** In a fact the mediator's own account has a name apart from that of whoever writes. */
type Entered = Omit<MediatorDetails, 'account'> & { readonly ownAccount: string | null }

export interface Mediator extends MediatorDetails {
  readonly version: number
  readonly keeper: OrganId
  readonly enteredOn: Day
  readonly state: MediatorStateName
  readonly trainings: readonly { readonly day: Day; readonly subject: Sealed }[]
  readonly reprimands: readonly { readonly on: Day; readonly fault: MediatorFault; readonly reason: Sealed }[]
  readonly ended: {
    readonly on: Day
    readonly ending: MediatorEnding
    readonly fault: MediatorFault | null
    readonly reason: Sealed
  } | null
}
export type MediatorState = Mediator | null

export interface MediatorWorld {
  readonly organs: Organs
  /** Whether the committee that is named is there and works. */
  readonly committeeWorks: boolean
  /** Whether the account that is named works where the entry is kept. */
  readonly isColleague: boolean
}

export type MediatorRefusal =
  | { readonly kind: 'no-such-mediator' }
  | { readonly kind: 'mediator-entered-already' }
  | { readonly kind: 'mediators-kept-elsewhere'; readonly basis: Basis }
  | { readonly kind: 'wrong-mediator-state'; readonly state: MediatorStateName; readonly command: MediatorCommandType }
  | { readonly kind: 'member-needs-committee'; readonly basis: Basis }
  | { readonly kind: 'no-such-committee' }
  | { readonly kind: 'member-term-too-long'; readonly atMost: Day; readonly basis: Basis }
  | { readonly kind: 'mediator-term-passed'; readonly until: Day; readonly today: Day }
  | { readonly kind: 'training-in-future'; readonly day: Day; readonly today: Day }
  | { readonly kind: 'misconduct-needs-kind'; readonly basis: Basis }
  | { readonly kind: 'unknown-organ'; readonly organ: OrganId }
  | { readonly kind: 'account-of-another-organ' }
