import { isBefore } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import { err, ok, type Result, unreachable } from '../kernel/result.ts'
import type {
  Account,
  AccountCommand,
  AccountCommandOf,
  AccountFact,
  AccountRefusal,
  AccountState,
  AccountWorld,
  HeldPost,
} from './account.ts'
import { isSamePost } from './account-evolve.ts'
import type { Administrator } from './organ.ts'
import { administers } from './organ-decide.ts'

type Decision = Result<readonly AccountFact[], AccountRefusal>

export function decideAccount(state: AccountState, command: AccountCommand, world: AccountWorld): Decision {
  if (command.type === 'OpenAccount') return state === null ? open(command, world) : err({ kind: 'account-exists' })
  if (state === null) return err({ kind: 'no-such-account' })
  if (state.state === 'closed') return err({ kind: 'account-closed' })
  if (isBefore(command.on, state.lastActOn)) return err({ kind: 'earlier-than-last-act', lastActOn: state.lastActOn })
  const { on, by } = command
  switch (command.type) {
    case 'GrantPost':
      return grant(state, command, world)
    case 'RevokePost':
      return revoke(state, command, world)
    case 'ChangePassword':
      return isOwn(by, world) ? ok([{ type: 'PasswordChanged', on }]) : err({ kind: 'not-your-account' })
    case 'ResetPassword':
      return isOwn(by, world) ? err({ kind: 'own-account' }) : whole(state, by, world, { type: 'PasswordReset', on })
    case 'RenameAccount':
      return whole(state, by, world, { type: 'AccountRenamed', on })
    case 'CloseAccount':
      return isLastAdministrator(state, [], world)
        ? err({ kind: 'last-administrator' })
        : whole(state, by, world, { type: 'AccountClosed', on })
    case 'SetSecondFactor':
      if (state.hasSecondFactor) return err({ kind: 'second-factor-on' })
      return isOwn(by, world) ? ok([{ type: 'SecondFactorSet', on }]) : err({ kind: 'not-your-account' })
    case 'RemoveSecondFactor':
      return ownSecondFactor(state, by, world, { type: 'SecondFactorRemoved', on })
    case 'RenewRecoveryCodes':
      return ownSecondFactor(state, by, world, { type: 'RecoveryCodesRenewed', on })
    case 'ResetSecondFactor':
      if (!state.hasSecondFactor) return err({ kind: 'no-second-factor' })
      return isOwn(by, world)
        ? err({ kind: 'own-account' })
        : whole(state, by, world, { type: 'SecondFactorReset', on })
    case 'EndSessions':
      return isOwn(by, world) ? err({ kind: 'own-account' }) : whole(state, by, world, { type: 'SessionsEnded', on })
    case 'FollowDirectory':
      return follow(state, command, world)
    default:
      return unreachable(command)
  }
}

const isOwn = (by: Administrator, { id }: AccountWorld): boolean => by.kind === 'staff' && by.account === id

function open({ on, by, posts }: AccountCommandOf<'OpenAccount'>, world: AccountWorld): Decision {
  if (world.loginTaken) return err({ kind: 'login-taken' })
  const distinct = posts.filter((post, at) => posts.findIndex((other) => isSamePost(other, post)) === at)
  for (const post of distinct) {
    const refusal = grantRefusal(post, distinct, by, world)
    if (refusal !== null) return err(refusal)
  }
  return ok([{ type: 'AccountOpened', on }, ...distinct.map((post) => ({ type: 'PostGranted', on, ...post }) as const)])
}

function grant(
  { posts }: Account,
  { on, by, organ, post }: AccountCommandOf<'GrantPost'>,
  world: AccountWorld,
): Decision {
  const granted = { organ, post }
  if (posts.some((held) => isSamePost(held, granted))) return err({ kind: 'post-held' })
  if (isOwn(by, world)) return err({ kind: 'own-account' })
  const refusal = grantRefusal(granted, [...posts, granted], by, world)
  return refusal === null ? ok([{ type: 'PostGranted', on, ...granted }]) : err(refusal)
}

function grantRefusal(
  { organ }: HeldPost,
  posts: readonly HeldPost[],
  by: Administrator,
  { organs }: AccountWorld,
): AccountRefusal | null {
  const found = organs.find(organ)
  if (found === undefined) return { kind: 'unknown-organ', organ }
  if (found.state !== 'active') return { kind: 'organ-not-active', organ, successors: found.successors }
  if (!administers(by, organ, organs)) return { kind: 'outside-your-organs' }
  const held = new Set(posts.map(({ post }) => post))
  return held.has('administrator') && held.has('auditor') ? { kind: 'administrator-cannot-audit' } : null
}

function revoke(
  account: Account,
  { on, by, organ, post }: AccountCommandOf<'RevokePost'>,
  world: AccountWorld,
): Decision {
  const rest = account.posts.filter((held) => !isSamePost(held, { organ, post }))
  if (rest.length === account.posts.length) return err({ kind: 'post-not-held' })
  if (!administers(by, organ, world.organs)) return err({ kind: 'outside-your-organs' })
  if (isLastAdministrator(account, rest, world)) return err({ kind: 'last-administrator' })
  return ok([{ type: 'PostRevoked', on, organ, post }])
}

/**
 * What touches the whole account needs every organ in which it holds a post: otherwise whoever administers a village
 * could take over the account of a person who also sits in the city.
 */
function whole({ posts }: Account, by: Administrator, { organs }: AccountWorld, fact: AccountFact): Decision {
  const reached = (organ: OrganId): boolean => administers(by, organ, organs)
  return posts.every(({ organ }) => reached(organ)) ? ok([fact]) : err({ kind: 'outside-your-organs' })
}

function ownSecondFactor(account: Account, by: Administrator, world: AccountWorld, fact: AccountFact): Decision {
  if (!account.hasSecondFactor) return err({ kind: 'no-second-factor' })
  return isOwn(by, world) ? ok([fact]) : err({ kind: 'not-your-account' })
}

/**
 * Grants what the directory says and nobody granted yet, and takes away what its own word had granted and it says no more.
 * What an administrator of the house granted is not the directory's to take.
 */
function follow(
  account: Account,
  { on, by, posts, before }: AccountCommandOf<'FollowDirectory'>,
  world: AccountWorld,
): Decision {
  const isIn = (some: readonly HeldPost[]) => (post: HeldPost) => some.some((other) => isSamePost(other, post))
  const granted = posts.filter((post, at) => !isIn(account.posts)(post) && !isIn(posts.slice(0, at))(post))
  const unsaid = account.posts.filter((post) => isIn(before)(post) && !isIn(posts)(post))
  const rest = account.posts.filter((post) => !isIn(unsaid)(post))
  const mustStay = isLastAdministrator(account, [...rest, ...granted], world)
  const revoked = mustStay ? unsaid.filter(({ post }) => post !== 'administrator') : unsaid
  const held = [...account.posts.filter((post) => !isIn(revoked)(post)), ...granted]
  for (const post of granted) {
    const refusal = grantRefusal(post, held, by, world)
    if (refusal !== null) return err(refusal)
  }
  const fact = (type: 'PostGranted' | 'PostRevoked') => (post: HeldPost) => ({ type, on, ...post }) as const
  return ok([...revoked.map(fact('PostRevoked')), ...granted.map(fact('PostGranted'))])
}

/** The last one who can administer stays, or nobody could ever let anybody in again. */
function isLastAdministrator({ posts }: Account, rest: readonly HeldPost[], world: AccountWorld): boolean {
  const inOffice = (held: readonly HeldPost[]): boolean =>
    held.some(({ organ, post }) => post === 'administrator' && world.organs.find(organ)?.state === 'active')
  return inOffice(posts) && !inOffice(rest) && world.otherAdministrators === 0
}
