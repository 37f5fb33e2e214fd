/** Who may know of an owned case, and what part they have. The database keeps the same by itself (migrations/0183-ownership.sql). */
import { isPersonKeptOut } from '../../kernel/keeping-out.ts'
import type { OrganId, Organs } from '../../kernel/organ.ts'
import type { Handler, Keeping, Ownership, OwnershipStaff } from './ownership.ts'

export const unique = <T>(all: readonly T[]): readonly T[] => [...new Set(all)]

/** Organs with a part in it: who keeps the list, who decides, who owns it and who handles it. Whoever had it before has none. */
export const partsOf = ({ keeper, deciders, owner, handler, grounds }: Ownership): readonly OrganId[] =>
  unique([
    keeper,
    ...deciders,
    ...(owner ? [owner.organ] : []),
    ...(handler ? [handler.organ] : []),
    ...grounds.flatMap(({ by }) => by ?? []),
  ])

/** Named in it, answering to somebody who is, or withdrawn from it (art. 28 (3)). */
export const isConcerned = (
  { officials, recused }: Pick<Keeping, 'officials' | 'recused'>,
  { account, above }: { readonly account: string; readonly above: readonly string[] },
): boolean => recused.includes(account) || [account, ...above].some((each) => officials.includes(each))

export const isConcernedActor = (
  keeping: Keeping,
  { account, answersTo = [], standsFor = [] }: OwnershipStaff,
): boolean =>
  isConcerned(keeping, { account, above: [...answersTo, ...standsFor] }) ||
  standsFor.some((each) => keeping.recused.includes(each))

/** Whether it exists for somebody. */
export function mayKnow(ownership: Ownership, actor: OwnershipStaff, organs: Organs): boolean {
  if (!partsOf(ownership).includes(actor.organ)) return false
  return !isPersonKeptOut(ownership.keptFrom, actor, organs) && !isConcernedActor(ownership, actor)
}

/** The owner, or whoever has their work while they are away. */
export const isOwner = (
  { owner }: Pick<Ownership, 'owner'>,
  { account, organ, standsFor = [] }: OwnershipStaff,
): boolean => owner !== null && owner.organ === organ && [account, ...standsFor].includes(owner.account)

/** Whoever is named to handle it; where nobody is, whoever handles petitions in that organ. */
export function isHandler({ handler }: Pick<Ownership, 'handler'>, actor: OwnershipStaff): boolean {
  if (handler === null || handler.organ !== actor.organ) return false
  const { account, posts, standsFor = [] } = actor
  const handles = posts.includes('clerk') || posts.includes('head')
  return handler.account === null
    ? handles
    : [account, ...standsFor].includes(handler.account) || posts.includes('head')
}

/** A head or leader of an organ that decides on it. */
export const isDecider = ({ deciders }: Pick<Ownership, 'deciders'>, { organ, posts }: OwnershipStaff): boolean =>
  deciders.includes(organ) && (posts.includes('head') || posts.includes('leader'))

/** 负责人: who may name the next owner when one of theirs has left. */
export const leadsOwnersOrgan = ({ owner, held }: Pick<Ownership, 'owner' | 'held'>, actor: OwnershipStaff): boolean =>
  (owner?.organ ?? held.at(-1)?.organ) === actor.organ &&
  (actor.posts.includes('head') || actor.posts.includes('leader'))

export const isHandlersOf = (handler: Handler | null, organ: OrganId): boolean => handler?.organ === organ
