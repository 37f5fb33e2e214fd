import { unreachable } from '../kernel/result.ts'
import { hasEnded } from '../kernel/term.ts'
import type { Account, AccountFact, AccountState, Delegation, GrantedPost, HeldPost } from './account.ts'
import { isSamePost } from './post-term.ts'

type Later = Exclude<AccountFact, { type: 'AccountOpened' }>
type FactOf<T extends AccountFact['type']> = Extract<AccountFact, { type: T }>

/** What a fact changes. Throws on a history that cannot be. */
export function evolveAccount(state: AccountState, fact: AccountFact): Account {
  if (fact.type === 'AccountOpened') {
    if (state !== null) throw new Error('an account opened twice')
    return { state: 'open', posts: [], delegations: [], hasSecondFactor: false, openedOn: fact.on, lastActOn: fact.on }
  }
  if (state === null) throw new Error(`${fact.type} before the account was opened`)
  if (state.state === 'closed') throw new Error(`${fact.type} after the account was closed`)
  return { ...state, ...changeBy(state, fact), lastActOn: fact.on }
}

function changeBy({ posts, delegations, hasSecondFactor }: Account, fact: Later): Partial<Account> {
  switch (fact.type) {
    case 'PostGranted':
      return { posts: [...withoutEnded(posts, fact), grantedBy(fact)] }
    case 'PostEndChanged': {
      const held = heldIn(posts, fact)
      return { posts: posts.map((each) => (each === held ? { ...held, until: fact.until } : each)) }
    }
    case 'PostRevoked': {
      const held = heldIn(posts, fact)
      return { posts: posts.filter((each) => each !== held) }
    }
    case 'HandlingDelegated':
      return { delegations: [...elsewhere(delegations, fact), delegationIn(fact)] }
    case 'DelegationRevoked':
      return { delegations: elsewhere(delegations, fact) }
    case 'AccountClosed':
      return { state: 'closed', posts: [], delegations: [] }
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

const grantedBy = ({ organ, post, on, from = on, until = null, secondedFrom }: FactOf<'PostGranted'>): GrantedPost => ({
  ...{ organ, post, from, until },
  ...(secondedFrom === undefined ? {} : { secondedFrom }),
})

const delegationIn = ({ organ, to, from, until }: FactOf<'HandlingDelegated'>): Delegation => ({
  ...{ organ, to, from, until },
})

/** A post that has ended gives way to its next term; one that has not cannot be granted. */
function withoutEnded(posts: readonly GrantedPost[], fact: FactOf<'PostGranted'>): readonly GrantedPost[] {
  const held = posts.find((each) => isSamePost(each, fact))
  if (held !== undefined && !hasEnded(held, fact.on)) throw new Error('a post granted twice')
  return posts.filter((each) => each !== held)
}

function heldIn(posts: readonly GrantedPost[], fact: HeldPost & AccountFact): GrantedPost {
  const held = posts.find((each) => isSamePost(each, fact))
  if (held === undefined || hasEnded(held, fact.on)) throw new Error(`${fact.type} of a post that was not held`)
  return held
}

const elsewhere = (delegations: readonly Delegation[], { organ }: Pick<Delegation, 'organ'>): readonly Delegation[] =>
  delegations.filter((each) => each.organ !== organ)
