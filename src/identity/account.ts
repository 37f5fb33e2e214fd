/**
 * The words of an account: what a member of staff may act as. Facts hold ids and posts alone: the name of the person,
 * what they log in as and their password lie in tables beside (invariant 5).
 */
import type { Brand } from '../kernel/brand.ts'
import type { Day } from '../kernel/day.ts'
import type { OrganId, Organs } from '../kernel/organ.ts'
import type { Term } from '../kernel/term.ts'
import type { Post } from '../kernel/viewer.ts'
import type { Administrator } from './organ.ts'

export type AccountId = Brand<string, 'AccountId'>

/** A post (岗位) in an organ. One person may hold several, in several organs, and chooses where they act. */
export interface HeldPost {
  readonly organ: OrganId
  readonly post: Post
}

/** A post with the days on which it runs. It begins and ends by the calendar: nobody has to do anything for it. */
export interface GrantedPost extends HeldPost, Term {
  /** 挂职: the organ that sent them. While the post runs, what is kept from that organ is kept from them (docs/adr/0066). */
  readonly secondedFrom?: OrganId
}

/** A post as somebody asks for it: from today and without end unless said. */
export interface WantedPost extends HeldPost {
  readonly from?: Day | undefined
  readonly until?: Day | null | undefined
  readonly secondedFrom?: OrganId | undefined
}

/** While somebody is away (外出), a colleague in the same organ has their handling (委托代理). */
export interface Delegation {
  readonly organ: OrganId
  readonly to: AccountId
  readonly from: Day
  readonly until: Day
}

export type AccountCommandBody =
  | { readonly type: 'OpenAccount'; readonly posts: readonly WantedPost[] }
  | { readonly type: 'RenameAccount' }
  | ({ readonly type: 'GrantPost' } & WantedPost)
  /** Sets, moves or lifts the last day of a post that has not ended. */
  | ({ readonly type: 'ChangePostEnd'; readonly until: Day | null } & HeldPost)
  | ({ readonly type: 'RevokePost' } & HeldPost)
  /** By the person who will be away. */
  | ({ readonly type: 'DelegateHandling' } & Delegation)
  | { readonly type: 'RevokeDelegation'; readonly organ: OrganId }
  /** By the person, who has shown the old one. */
  | { readonly type: 'ChangePassword' }
  /** By an administrator, for somebody who cannot log in. */
  | { readonly type: 'ResetPassword' }
  | { readonly type: 'CloseAccount' }
  /** By the person, whose device has shown a code. */
  | { readonly type: 'SetSecondFactor' }
  | { readonly type: 'RemoveSecondFactor' }
  | { readonly type: 'RenewRecoveryCodes' }
  /** By an administrator, for somebody whose device is lost. */
  | { readonly type: 'ResetSecondFactor' }
  /** By an administrator: whoever is signed in to the account is out. */
  | { readonly type: 'EndSessions' }
  /** What the office's directory says at a sign-on, and what its word had granted before. */
  | { readonly type: 'FollowDirectory'; readonly posts: readonly HeldPost[]; readonly before: readonly HeldPost[] }

export type AccountCommandType = AccountCommandBody['type']
export type AccountCommand = AccountCommandBody & { readonly on: Day; readonly by: Administrator }
export type AccountCommandOf<T extends AccountCommandType> = Extract<AccountCommand, { type: T }>

export type AccountFact = (
  | { readonly type: 'AccountOpened' }
  | { readonly type: 'AccountRenamed' }
  /** Facts from before posts had days say none: those posts run from the day of the fact, without end. */
  | ({ readonly type: 'PostGranted' } & HeldPost & Partial<Term> & Pick<GrantedPost, 'secondedFrom'>)
  | ({ readonly type: 'PostEndChanged'; readonly until: Day | null } & HeldPost)
  | ({ readonly type: 'PostRevoked' } & HeldPost)
  | ({ readonly type: 'HandlingDelegated' } & Delegation)
  | { readonly type: 'DelegationRevoked'; readonly organ: OrganId }
  | { readonly type: 'PasswordChanged' }
  | { readonly type: 'PasswordReset' }
  | { readonly type: 'AccountClosed' }
  | { readonly type: 'SecondFactorSet' }
  | { readonly type: 'SecondFactorRemoved' }
  | { readonly type: 'SecondFactorReset' }
  | { readonly type: 'RecoveryCodesRenewed' }
  | { readonly type: 'SessionsEnded' }
) & { readonly on: Day }

export interface Account {
  readonly state: 'open' | 'closed'
  /** Signing in takes a code of the person's own device beside the password. */
  readonly hasSecondFactor: boolean
  /** Those that have ended too, until they are granted again. */
  readonly posts: readonly GrantedPost[]
  /** The latest in each organ, ended or not, unless it was revoked. */
  readonly delegations: readonly Delegation[]
  readonly openedOn: Day
  readonly lastActOn: Day
}

export type AccountState = Account | null

/** What the rules may look at beside the account itself. */
export interface AccountWorld {
  readonly organs: Organs
  /** The account that is decided about. */
  readonly id: AccountId
  /** Other accounts that hold the post of administrator in an active organ today, with no end set. */
  readonly otherAdministrators: number
  /** Organs that have an administrator, or will have one. */
  readonly administered: ReadonlySet<OrganId>
  /** What the person wants to log in as belongs to somebody else. */
  readonly loginTaken: boolean
  /** Whoever is asked to handle in somebody's place; null for nobody, and for a closed account. */
  readonly delegate: Delegate | null
}

/** What counts of a person who is to take over in an organ: the posts there, and when they are away themselves. */
export interface Delegate {
  readonly posts: readonly GrantedPost[]
  readonly away: Term | null
}

export type AccountRefusal =
  | { readonly kind: 'account-exists' }
  | { readonly kind: 'no-such-account' }
  | { readonly kind: 'account-closed' }
  | { readonly kind: 'login-taken' }
  | { readonly kind: 'unknown-organ'; readonly organ: OrganId }
  | { readonly kind: 'organ-not-active'; readonly organ: OrganId; readonly successors: readonly OrganId[] }
  | { readonly kind: 'outside-your-organs' }
  /** Above an organ that supervises the others (纪检监察) nobody decides who sits there (ADR 0014). */
  | { readonly kind: 'only-its-own-administrator'; readonly organ: OrganId }
  /** Nobody administers such an organ yet: the first post that is granted from above is that one. */
  | { readonly kind: 'administrator-first'; readonly organ: OrganId }
  | { readonly kind: 'post-held' }
  | { readonly kind: 'post-not-held' }
  /** Nobody gives themselves a post, or a new password without showing the old one. */
  | { readonly kind: 'own-account' }
  | { readonly kind: 'not-your-account' }
  /** Whoever administers cannot also be the one who audits what administrators did. */
  | { readonly kind: 'administrator-cannot-audit' }
  | { readonly kind: 'last-administrator' }
  | { readonly kind: 'second-factor-on' }
  | { readonly kind: 'no-second-factor' }
  | { readonly kind: 'nothing-changes' }
  | { readonly kind: 'day-gone-by'; readonly day: Day }
  | { readonly kind: 'ends-before-it-begins' }
  /** Only a clerk or a head has handling to give, and only on days on which they are one themselves. */
  | { readonly kind: 'no-handling-post' }
  | { readonly kind: 'delegate-to-oneself' }
  | { readonly kind: 'delegate-without-post' }
  | { readonly kind: 'delegate-away'; readonly from: Day; readonly until: Day | null }
  | { readonly kind: 'delegation-given' }
  | { readonly kind: 'no-delegation' }
  | { readonly kind: 'earlier-than-last-act'; readonly lastActOn: Day }
