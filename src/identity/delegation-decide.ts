/** 外出委托: who is away gives a colleague their handling for some days, and takes it back at once. Pure. */
import { err, ok, type Result } from '../kernel/result.ts'
import { hasEnded, overlaps, runsOn, type Term } from '../kernel/term.ts'
import { delegatePosts, handlingPosts, type Post } from '../kernel/viewer.ts'
import type { Account, AccountCommandOf, AccountFact, AccountRefusal, AccountWorld, GrantedPost } from './account.ts'
import { isOwn } from './account-reach.ts'
import { termRefusal } from './post-term.ts'

type Decision = Result<readonly AccountFact[], AccountRefusal>

export function delegate(
  account: Account,
  command: AccountCommandOf<'DelegateHandling'>,
  world: AccountWorld,
): Decision {
  const { on, by, organ, to, from, until } = command
  if (!isOwn(by, world)) return err({ kind: 'not-your-account' })
  if (to === world.id) return err({ kind: 'delegate-to-oneself' })
  const refusal = termRefusal({ from, until }, on)
  if (refusal !== null) return err(refusal)
  const given = account.delegations.find((each) => each.organ === organ && !hasEnded(each, on))
  if (given !== undefined) return err({ kind: 'delegation-given' })
  const here = account.posts.filter((held) => held.organ === organ)
  if (!holdsOneOf(handlingPosts, here, command)) return err({ kind: 'no-handling-post' })
  const unfit = delegateRefusal(command, world)
  return unfit === null ? ok([{ type: 'HandlingDelegated', on, organ, to, from, until }]) : err(unfit)
}

function delegateRefusal(term: Term, { delegate: taker }: AccountWorld): AccountRefusal | null {
  if (taker === null || !holdsOneOf(delegatePosts, taker.posts, term)) return { kind: 'delegate-without-post' }
  const { away } = taker
  return away !== null && overlaps(away, term) ? { kind: 'delegate-away', ...away } : null
}

/** On the first day. Should the post end before the last, so does what rests on it, by the calendar. */
const holdsOneOf = (among: readonly Post[], posts: readonly GrantedPost[], { from }: Term): boolean =>
  posts.some((held) => among.includes(held.post) && runsOn(held, from))

export function revokeDelegation(
  { delegations }: Account,
  { on, by, organ }: AccountCommandOf<'RevokeDelegation'>,
  world: AccountWorld,
): Decision {
  if (!isOwn(by, world)) return err({ kind: 'not-your-account' })
  const given = delegations.some((each) => each.organ === organ && !hasEnded(each, on))
  return given ? ok([{ type: 'DelegationRevoked', on, organ }]) : err({ kind: 'no-delegation' })
}
