/**
 * The words of an account: what a member of staff may act as. Facts hold ids and posts alone: the name of the person,
 * what they log in as and their password lie in tables beside (invariant 5).
 */
import type { Brand } from '../kernel/brand.ts'
import type { Day } from '../kernel/day.ts'
import type { OrganId, Organs } from '../kernel/organ.ts'
import type { Post } from '../kernel/viewer.ts'
import type { Administrator } from './organ.ts'

export type AccountId = Brand<string, 'AccountId'>

/** A post (岗位) in an organ. One person may hold several, in several organs, and chooses where they act. */
export interface HeldPost {
  readonly organ: OrganId
  readonly post: Post
}

export type AccountCommandBody =
  | { readonly type: 'OpenAccount'; readonly posts: readonly HeldPost[] }
  | { readonly type: 'RenameAccount' }
  | ({ readonly type: 'GrantPost' } & HeldPost)
  | ({ readonly type: 'RevokePost' } & HeldPost)
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
  | ({ readonly type: 'PostGranted' } & HeldPost)
  | ({ readonly type: 'PostRevoked' } & HeldPost)
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
  readonly posts: readonly HeldPost[]
  /** Signing in takes a code of the person's own device beside the password. */
  readonly hasSecondFactor: boolean
  readonly openedOn: Day
  readonly lastActOn: Day
}

export type AccountState = Account | null

/** What the rules may look at beside the account itself. */
export interface AccountWorld {
  readonly organs: Organs
  /** The account that is decided about. */
  readonly id: AccountId
  /** Other accounts that hold the post of administrator in an active organ. */
  readonly otherAdministrators: number
  /** What the person wants to log in as belongs to somebody else. */
  readonly loginTaken: boolean
}

export type AccountRefusal =
  | { readonly kind: 'account-exists' }
  | { readonly kind: 'no-such-account' }
  | { readonly kind: 'account-closed' }
  | { readonly kind: 'login-taken' }
  | { readonly kind: 'unknown-organ'; readonly organ: OrganId }
  | { readonly kind: 'organ-not-active'; readonly organ: OrganId; readonly successors: readonly OrganId[] }
  | { readonly kind: 'outside-your-organs' }
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
  | { readonly kind: 'earlier-than-last-act'; readonly lastActOn: Day }
