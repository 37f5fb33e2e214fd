/**
 * The words of a special working group (专项工作小组): people of several organs whom a joint conference puts together for listed petitions and
 * for a time. A stream of its own under a name that is drawn. As long as it works its members, and nobody else in their organs, see just
 * those petitions; the petitions know nothing of it but who sees them and why (docs/adr/0041).
 */
import type { Day } from '../../kernel/day.ts'
import type { OrganId, Organs } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { Basis } from '../../law/basis.ts'
import type { ConferenceLaw } from '../../law/conference.ts'
import type { Reach } from '../conference/conference.ts'

export type GroupActor =
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
export type StaffActor = Extract<GroupActor, { kind: 'staff' }>

/** 工作中 · 期限已满 · 已解散 */
export const groupStages = ['working', 'termEnded', 'dissolved'] as const
export type GroupStage = (typeof groupStages)[number]

/** Somebody by name, for the organ in which they hold a post. */
export interface GroupMember {
  readonly organ: OrganId
  readonly account: string
}

/** What the house found out about somebody who is to be a member. */
export interface LookedAtMember extends GroupMember {
  /** Whether they handle, lead or supervise there today. */
  readonly acts: boolean
  /** Accounts to which they answer there. */
  readonly above: readonly string[]
}

/** Whom a petition keeps out, as it is now. */
export interface GroupReach extends Reach {
  /** Accounts that have withdrawn from it, or had to (art. 28 (3)). */
  readonly recused: readonly string[]
}
export interface GroupCase extends GroupReach {
  readonly number: string
  readonly isAccusation: boolean
}

export interface PlannedTask {
  readonly organ: OrganId
  readonly what: Sealed
  readonly due: Day
}
export interface GroupTask extends PlannedTask {
  /** `t1`, `t2` … within the group. */
  readonly key: string
  readonly on: Day
  /** The petitions of the group when it was given. */
  readonly petitions: readonly string[]
  /** Why no task came of it. */
  readonly declined: string | null
}

export interface Founding {
  readonly founder: OrganId
  /** The item of the conference on which it was decided; null where the office founds it by itself. */
  readonly item: string | null
  readonly name: Sealed
  readonly purpose: Sealed
  /** A topic that they share; the petitions are listed all the same. */
  readonly topic: Sealed | null
  readonly lead: GroupMember
  /** Besides whoever leads it. */
  readonly members: readonly GroupMember[]
  readonly petitions: readonly string[]
  readonly until: Day
}

export type GroupCommandBody =
  | ({
      readonly type: 'FoundGroup'
      readonly cases: readonly GroupCase[]
      readonly looked: readonly LookedAtMember[]
    } & Founding)
  | { readonly type: 'ProlongGroup'; readonly until: Day; readonly reason: Sealed }
  | { readonly type: 'AddMember'; readonly member: GroupMember; readonly looked: readonly LookedAtMember[] }
  | { readonly type: 'TakeMemberOut'; readonly account: string; readonly reason: Sealed }
  | { readonly type: 'NameLead'; readonly account: string }
  | {
      readonly type: 'AddCase'
      readonly petition: string
      readonly cases: readonly GroupCase[]
      readonly looked: readonly LookedAtMember[]
    }
  | { readonly type: 'TakeCaseOut'; readonly petition: string; readonly reason: Sealed }
  | { readonly type: 'GiveGroupTask'; readonly task: PlannedTask }
  /** By the house: the other room did not take it. */
  | { readonly type: 'DeclineGroupTask'; readonly key: string; readonly refusal: string }
  | { readonly type: 'DissolveGroup'; readonly report: Sealed }
  | { readonly type: 'EndTerm' }
  | { readonly type: 'KeepGroup'; readonly case: GroupCase; readonly looked: readonly LookedAtMember[] }
  | { readonly type: 'EraseGroup' }
export type GroupCommandType = GroupCommandBody['type']
interface Given {
  readonly on: Day
  readonly actor: GroupActor
}
export type GroupCommand = GroupCommandBody & Given
export type Of<T extends GroupCommandType> = Extract<GroupCommandBody, { type: T }> & Given

export type GroupFact = { readonly on: Day } & (
  | ({
      readonly type: 'GroupFounded'
      readonly account: string
      /** All of them, and whoever leads it first. */
      readonly members: readonly GroupMember[]
    } & Omit<Founding, 'members' | 'lead'> &
      GroupReach)
  | { readonly type: 'GroupProlonged'; readonly account: string; readonly until: Day; readonly reason: Sealed }
  | { readonly type: 'MemberAdded'; readonly member: GroupMember }
  /** No reason where a petition names them since. */
  | { readonly type: 'MemberLeft'; readonly account: string; readonly reason: Sealed | null }
  | { readonly type: 'LeadNamed'; readonly account: string }
  | ({ readonly type: 'CaseAdded'; readonly petition: string } & GroupReach)
  /** No reason where it became an accusation, or must not be known to the conference any more. */
  | { readonly type: 'CaseLeft'; readonly petition: string; readonly reason: Sealed | null }
  | { readonly type: 'GroupTaskGiven'; readonly account: string; readonly task: Omit<GroupTask, 'on' | 'declined'> }
  | { readonly type: 'GroupTaskDeclined'; readonly key: string; readonly refusal: string }
  | { readonly type: 'GroupDissolved'; readonly account: string; readonly report: Sealed }
  | { readonly type: 'TermEnded' }
  | ({ readonly type: 'GroupKept' } & GroupReach)
  | { readonly type: 'GroupErased' }
)
export type GroupFactType = GroupFact['type']
export type GroupFactOf<T extends GroupFactType> = Extract<GroupFact, { type: T }>

export interface Group extends GroupReach {
  readonly version: number
  readonly founder: OrganId
  readonly item: string | null
  readonly stage: GroupStage
  readonly name: Sealed
  readonly purpose: Sealed
  readonly topic: Sealed | null
  readonly foundedOn: Day
  readonly movedOn: Day
  /** Its last day, as prolonged. */
  readonly until: Day
  readonly prolonged: readonly { readonly on: Day; readonly until: Day; readonly reason: Sealed }[]
  /** The account of whoever leads it; null after they were taken out and before another is named. */
  readonly lead: string | null
  readonly members: readonly GroupMember[]
  /** Organs that ever had a member, so that what they were shown can be taken back. */
  readonly organsEver: readonly OrganId[]
  readonly cases: readonly string[]
  readonly casesEver: readonly string[]
  /** Members and cases that were taken out. */
  readonly takenOut: readonly { readonly on: Day; readonly what: string; readonly reason: Sealed | null }[]
  readonly tasks: readonly GroupTask[]
  readonly report: Sealed | null
  readonly endedOn: Day | null
  readonly erasedOn: Day | null
}
export type GroupState = Group | null

export interface GroupWorld {
  readonly organs: Organs
  /** As the pack has it where the conference is. */
  readonly law: ConferenceLaw
  /** The item that is named, as far as whoever founds the group may know of it, and whether it was decided on. */
  readonly item: { readonly conference: OrganId; readonly isDecided: boolean } | null
  /** Tasks that the group gave and that are not over, as the house counts them. */
  readonly openTasks: number
}

export type GroupRefusal =
  | { readonly kind: 'no-such-group' }
  | { readonly kind: 'group-founded-already' }
  | { readonly kind: 'no-conference'; readonly organ: OrganId; readonly basis: Basis }
  | { readonly kind: 'group-not-yours'; readonly basis: Basis }
  | {
      readonly kind: 'wrong-group-stage'
      readonly stage: GroupStage
      readonly command: GroupCommandType
      readonly needs: readonly GroupStage[]
    }
  | { readonly kind: 'no-such-decision' }
  | { readonly kind: 'day-not-ahead'; readonly day: Day; readonly today: Day }
  | { readonly kind: 'term-not-longer'; readonly until: Day }
  | { readonly kind: 'linked-to-nothing' }
  | { readonly kind: 'linked-matter-unknown'; readonly matter: string }
  | { readonly kind: 'accusation-not-shared'; readonly petition: string; readonly basis: Basis }
  | { readonly kind: 'organ-is-kept-out'; readonly organ: OrganId; readonly basis: Basis }
  | { readonly kind: 'member-is-concerned'; readonly account: string; readonly basis: Basis }
  | { readonly kind: 'unknown-organ'; readonly organ: OrganId }
  | { readonly kind: 'organ-elsewhere'; readonly organ: OrganId; readonly basis: Basis }
  | { readonly kind: 'no-such-holder'; readonly account: string }
  | { readonly kind: 'one-organ-only' }
  | { readonly kind: 'member-already'; readonly account: string }
  | { readonly kind: 'no-such-member'; readonly account: string }
  | { readonly kind: 'case-already'; readonly petition: string }
  | { readonly kind: 'no-such-case'; readonly petition: string }
  | { readonly kind: 'only-case' }
  | { readonly kind: 'organ-has-no-part'; readonly organ: OrganId }
  | { readonly kind: 'task-still-open'; readonly count: number }
export type GroupRefusalKind = GroupRefusal['kind']
