import { type Day, isBefore } from '../kernel/day.ts'
import { err, ok, type Result, unreachable } from '../kernel/result.ts'
import { runsOn } from '../kernel/term.ts'
import type {
  Account,
  AccountCommand,
  AccountCommandOf,
  AccountFact,
  AccountRefusal,
  AccountState,
  AccountWorld,
  GrantedPost,
  HeldPost,
  WantedPost,
} from './account.ts'
import { grantReachRefusal, isOwn, reachRefusal, wholeRefusal } from './account-reach.ts'
import { delegate, revokeDelegation } from './delegation-decide.ts'
import type { Administrator } from './organ.ts'
import { endRefusal, isSamePost, standing, termRefusal } from './post-term.ts'

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
    case 'ChangePostEnd':
      return changeEnd(state, command, world)
    case 'RevokePost':
      return revoke(state, command, world)
    case 'DelegateHandling':
      return delegate(state, command, world)
    case 'RevokeDelegation':
      return revokeDelegation(state, command, world)
    case 'ChangePassword':
      return isOwn(by, world) ? ok([{ type: 'PasswordChanged', on }]) : err({ kind: 'not-your-account' })
    case 'ResetPassword':
      return isOwn(by, world) ? err({ kind: 'own-account' }) : whole(state, by, world, { type: 'PasswordReset', on })
    case 'RenameAccount':
      return whole(state, by, world, { type: 'AccountRenamed', on })
    case 'CloseAccount':
      return isLastAdministrator(state, [], on, world)
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

function open({ on, by, posts }: AccountCommandOf<'OpenAccount'>, world: AccountWorld): Decision {
  if (world.loginTaken) return err({ kind: 'login-taken' })
  const distinct = posts
    .filter((post, at) => posts.findIndex((other) => isSamePost(other, post)) === at)
    .map((post) => granted(post, on))
  for (const post of distinct) {
    const refusal = grantRefusal(post, distinct, on, by, world)
    if (refusal !== null) return err(refusal)
  }
  return ok([{ type: 'AccountOpened', on }, ...distinct.map((post) => ({ type: 'PostGranted', on, ...post }) as const)])
}

const granted = ({ organ, post, from, until, secondedFrom }: WantedPost, on: Day): GrantedPost => ({
  ...{ organ, post },
  ...{ from: from ?? on, until: until ?? null },
  ...(secondedFrom === undefined ? {} : { secondedFrom }),
})

function grant(account: Account, command: AccountCommandOf<'GrantPost'>, world: AccountWorld): Decision {
  const { on, by } = command
  const post = granted(command, on)
  const held = standing(account.posts, on)
  if (held.some((each) => isSamePost(each, post))) return err({ kind: 'post-held' })
  if (isOwn(by, world)) return err({ kind: 'own-account' })
  const refusal = grantRefusal(post, [...held, post], on, by, world)
  return refusal === null ? ok([{ type: 'PostGranted', on, ...post }]) : err(refusal)
}

function grantRefusal(
  granted: GrantedPost,
  posts: readonly GrantedPost[],
  on: Day,
  by: Administrator,
  world: AccountWorld,
): AccountRefusal | null {
  const { organ } = granted
  const found = world.organs.find(organ)
  if (found === undefined) return { kind: 'unknown-organ', organ }
  if (found.state !== 'active') return { kind: 'organ-not-active', organ, successors: found.successors }
  const refusal = grantReachRefusal(granted, by, world) ?? termRefusal(granted, on)
  if (refusal !== null) return refusal
  const held = new Set(posts.map(({ post }) => post))
  return held.has('administrator') && held.has('auditor') ? { kind: 'administrator-cannot-audit' } : null
}

/** A post that has ended is not held any more: it is granted again, by whoever may grant it. */
function changeEnd(account: Account, command: AccountCommandOf<'ChangePostEnd'>, world: AccountWorld): Decision {
  const { on, by, organ, post, until } = command
  const held = standing(account.posts, on).find((each) => isSamePost(each, command))
  if (held === undefined) return err({ kind: 'post-not-held' })
  if (isOwn(by, world)) return err({ kind: 'own-account' })
  const refusal = reachRefusal(by, organ, world.organs) ?? endRefusal({ ...held, until }, on)
  if (refusal !== null) return err(refusal)
  if (held.until === until) return err({ kind: 'nothing-changes' })
  const rest = account.posts.map((each) => (each === held ? { ...held, until } : each))
  if (isLastAdministrator(account, rest, on, world)) return err({ kind: 'last-administrator' })
  return ok([{ type: 'PostEndChanged', on, organ, post, until }])
}

function revoke(account: Account, command: AccountCommandOf<'RevokePost'>, world: AccountWorld): Decision {
  const { on, by, organ, post } = command
  const held = standing(account.posts, on)
  const rest = held.filter((each) => !isSamePost(each, command))
  if (rest.length === held.length) return err({ kind: 'post-not-held' })
  const refusal = reachRefusal(by, organ, world.organs)
  if (refusal !== null) return err(refusal)
  if (isLastAdministrator(account, rest, on, world)) return err({ kind: 'last-administrator' })
  return ok([{ type: 'PostRevoked', on, organ, post }])
}

function whole(account: Account, by: Administrator, world: AccountWorld, fact: AccountFact): Decision {
  const refusal = wholeRefusal(standing(account.posts, fact.on), by, world)
  return refusal === null ? ok([fact]) : err(refusal)
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
  const held = standing(account.posts, on)
  const said = posts
    .filter((post, at) => !isIn(held)(post) && !isIn(posts.slice(0, at))(post))
    .map((post) => granted(post, on))
  const unsaid = held.filter((post) => isIn(before)(post) && !isIn(posts)(post))
  const rest = held.filter((post) => !isIn(unsaid)(post))
  const mustStay = isLastAdministrator(account, [...rest, ...said], on, world)
  const revoked = mustStay ? unsaid.filter(({ post }) => post !== 'administrator') : unsaid
  const then = [...held.filter((post) => !isIn(revoked)(post)), ...said]
  for (const post of said) {
    const refusal = grantRefusal(post, then, on, by, world)
    if (refusal !== null) return err(refusal)
  }
  return ok([
    ...revoked.map(({ organ, post }) => ({ type: 'PostRevoked', on, organ, post }) as const),
    ...said.map((post) => ({ type: 'PostGranted', on, ...post }) as const),
  ])
}

/**
 * The last one who can administer stays, and without an end, or nobody could ever let anybody in again: not from today on,
 * and not from the day after.
 */
function isLastAdministrator({ posts }: Account, rest: readonly GrantedPost[], on: Day, world: AccountWorld): boolean {
  const inOffice = (held: readonly GrantedPost[]): boolean =>
    held.some(
      (each) =>
        each.post === 'administrator' &&
        each.until === null &&
        runsOn(each, on) &&
        world.organs.find(each.organ)?.state === 'active',
    )
  return inOffice(posts) && !inOffice(rest) && world.otherAdministrators === 0
}
