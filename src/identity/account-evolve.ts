import { unreachable } from '../kernel/result.ts'
import type { Account, AccountFact, AccountState, HeldPost } from './account.ts'

/** What a fact changes. Throws on a history that cannot be. */
export function evolveAccount(state: AccountState, fact: AccountFact): Account {
  if (fact.type === 'AccountOpened') {
    if (state !== null) throw new Error('an account opened twice')
    return { state: 'open', posts: [], hasSecondFactor: false, openedOn: fact.on, lastActOn: fact.on }
  }
  if (state === null) throw new Error(`${fact.type} before the account was opened`)
  if (state.state === 'closed') throw new Error(`${fact.type} after the account was closed`)
  return { ...state, ...changeBy(state, fact), lastActOn: fact.on }
}

function changeBy(
  { posts, hasSecondFactor }: Account,
  fact: Exclude<AccountFact, { type: 'AccountOpened' }>,
): Partial<Account> {
  switch (fact.type) {
    case 'PostGranted':
      if (posts.some((held) => isSamePost(held, fact))) throw new Error('a post granted twice')
      return { posts: [...posts, { organ: fact.organ, post: fact.post }] }
    case 'PostRevoked':
      if (!posts.some((held) => isSamePost(held, fact))) throw new Error('a post revoked that was not held')
      return { posts: posts.filter((held) => !isSamePost(held, fact)) }
    case 'AccountClosed':
      return { state: 'closed', posts: [] }
    case 'SecondFactorSet':
      if (hasSecondFactor) throw new Error('a second factor set twice')
      return { hasSecondFactor: true }
    case 'SecondFactorRemoved':
    case 'SecondFactorReset':
      if (!hasSecondFactor) throw new Error('a second factor taken away that was not set')
      return { hasSecondFactor: false }
    case 'RecoveryCodesRenewed':
    case 'SessionsEnded':
    case 'AccountRenamed':
    case 'PasswordChanged':
    case 'PasswordReset':
      return {}
    default:
      return unreachable(fact)
  }
}

export const isSamePost = (a: HeldPost, b: HeldPost): boolean => a.organ === b.organ && a.post === b.post
