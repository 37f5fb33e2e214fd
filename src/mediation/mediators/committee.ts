/**
 * The words of a people's mediation committee (人民调解委员会): where it works, who elected it, and for how long (人民调解法 art. 8, 9, 34). How
 * it is composed is shown against the law as a gap and never refused: a committee that is short of a woman still has work to do.
 */
import type { Day } from '../../kernel/day.ts'
import type { OrganId, Organs } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { Basis } from '../../law/basis.ts'
import type { CommitteeKind, Electing } from '../../law/codes/mediator-kinds.ts'
import type { MediatorActor } from './mediator.ts'

export const committeeStates = ['founded', 'ended'] as const
export type CommitteeStateName = (typeof committeeStates)[number]

export interface CommitteeDetails {
  readonly kind: CommitteeKind
  readonly name: Sealed
  /** The code of the region in which it works. */
  readonly region: string
  /** Whether several peoples live there: then members of the smaller ones are wanted. */
  readonly isMultiEthnic: boolean
}

/** As it was elected: how many, among them how many women and of the smaller peoples. */
export interface Election {
  readonly day: Day
  readonly until: Day
  readonly by: Electing
  readonly members: number
  readonly women: number
  readonly minority: number
}

export type CommitteeCommandBody =
  | ({ readonly type: 'FoundCommittee' } & CommitteeDetails)
  | ({ readonly type: 'ReviseCommittee' } & CommitteeDetails)
  | ({ readonly type: 'ElectCommittee' } & Election)
  | { readonly type: 'EndCommittee'; readonly reason: Sealed }
export type CommitteeCommandType = CommitteeCommandBody['type']
export type CommitteeCommand = CommitteeCommandBody & { readonly on: Day; readonly actor: MediatorActor }

export type CommitteeFact = { readonly on: Day; readonly account: string } & (
  | ({ readonly type: 'CommitteeFounded'; readonly keeper: OrganId } & CommitteeDetails)
  | ({ readonly type: 'CommitteeRevised' } & CommitteeDetails)
  | ({ readonly type: 'CommitteeElected' } & Election)
  | { readonly type: 'CommitteeEnded'; readonly reason: Sealed }
)
export type CommitteeFactType = CommitteeFact['type']

export interface Committee extends CommitteeDetails {
  readonly version: number
  readonly keeper: OrganId
  readonly foundedOn: Day
  readonly state: CommitteeStateName
  readonly election: Election | null
}
export type CommitteeState = Committee | null

export interface CommitteeWorld {
  readonly organs: Organs
}

export type CommitteeRefusal =
  | { readonly kind: 'no-such-committee' }
  | { readonly kind: 'committee-founded-already' }
  | { readonly kind: 'mediators-kept-elsewhere'; readonly basis: Basis }
  | { readonly kind: 'committee-ended-already' }
  | { readonly kind: 'member-term-too-long'; readonly atMost: Day; readonly basis: Basis }
  | { readonly kind: 'election-in-future'; readonly day: Day; readonly today: Day }
  | { readonly kind: 'election-does-not-add-up' }
