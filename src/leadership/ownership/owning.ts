/** Who owns it and who handles it, what is fixed with it, and until when (四定); who follows when the post changes. */
import { isAfter } from '../../kernel/day.ts'
import { isKeptOut } from '../../kernel/keeping-out.ts'
import { article, decided } from '../../law/basis.ts'
import type { Fixable } from '../../law/ownership.ts'
import { accept, type Decide, refuse } from './decision.ts'
import { isConcerned, isOwner } from './knowing.ts'
import type {
  Handler,
  LookedAtHandler,
  LookedAtOwner,
  Owner,
  Ownership,
  OwnershipRefusal,
  OwnershipStaff,
  OwnershipWorld,
} from './ownership.ts'

const byPractice = article(18, 2)
const aside = article(28, 3)

/** Why somebody cannot own it. An organ that it complains of does not own what is said about itself; it may well have to handle it. */
export function refusalOfOwner(
  ownership: Pick<Ownership, 'keptFrom' | 'officials' | 'recused' | 'about' | 'refusedOwners'>,
  { organ, account }: Owner,
  { leads, above }: LookedAtOwner,
  { organs }: OwnershipWorld,
): OwnershipRefusal | null {
  if (organs.find(organ)?.state !== 'active') return { kind: 'unknown-organ', organ }
  if (isKeptOut(ownership.keptFrom, organ, organs)) return { kind: 'owner-is-kept-out', organ, basis: article(30, 3) }
  if (isConcerned(ownership, { account, above })) return { kind: 'owner-is-concerned', basis: aside }
  if (ownership.about.includes(organ)) return { kind: 'owner-is-complained-of', organ, basis: aside }
  if (ownership.refusedOwners.includes(account)) return { kind: 'owner-was-refused', basis: aside }
  return leads ? null : { kind: 'owner-leads-nothing', organ, basis: byPractice }
}

function refusalOfHandler(
  ownership: Ownership,
  handler: Handler | null,
  looked: LookedAtHandler | null,
  { organs, law }: OwnershipWorld,
): OwnershipRefusal | null {
  if (handler === null) return unfixed('handler', { law })
  const { organ, account } = handler
  if (organs.find(organ)?.state !== 'active') return { kind: 'unknown-organ', organ }
  if (isKeptOut(ownership.keptFrom, organ, organs)) return { kind: 'handler-is-kept-out', organ, basis: article(30, 3) }
  if (account === null) return null
  if (isConcerned(ownership, { account, above: looked?.above ?? [] }))
    return { kind: 'handler-is-concerned', basis: aside }
  return looked?.handles ? null : { kind: 'handler-does-not-handle', organ }
}

/** What the law of the place wants fixed and is not. */
export function unfixed(what: Fixable, { law }: Pick<OwnershipWorld, 'law'>): OwnershipRefusal | null {
  const [row, wanted] = Object.entries(law.ownership.fixed).find(([, { fixes }]) => fixes === what) ?? []
  return row === undefined || wanted === undefined
    ? null
    : { kind: 'not-all-fixed', missing: what, row, basis: wanted.basis }
}

const assignOwner: Decide<'AssignOwner'> = (ownership, { on, actor, owner, handler, duties, due, looked }, world) => {
  const refusal =
    refusalOfOwner(ownership, owner, looked.owner, world) ??
    refusalOfHandler(ownership, handler, looked.handler, world) ??
    refusalOfDuties(duties, world)
  if (refusal) return refuse(refusal)
  if (!isAfter(due, on)) return refuse({ kind: 'day-not-ahead', day: due, today: on })
  const { organ, account } = actor as OwnershipStaff
  return accept({ type: 'OwnerAssigned', on, organ, account, owner, handler, duties: [...new Set(duties)], due })
}

function refusalOfDuties(duties: readonly string[], { law }: OwnershipWorld): OwnershipRefusal | null {
  if (duties.length === 0) return { kind: 'no-duty-taken' }
  const unknown = duties.find((duty) => !Object.hasOwn(law.ownership.duties, duty))
  return unknown === undefined ? null : { kind: 'unknown-duty', duty: unknown }
}

/** 岗位变动、更换: the case goes on with everything that was done, and its day stays what it was. */
const replaceOwner: Decide<'ReplaceOwner'> = (ownership, { on, actor, owner, handler, reason, looked }, world) => {
  const now = ownership.owner
  const isSame = now?.account === owner.account && now.organ === owner.organ
  if (isSame && handler?.organ === ownership.handler?.organ && handler?.account === ownership.handler?.account) {
    return refuse({ kind: 'owner-unchanged' })
  }
  const refusal =
    refusalOfOwner(ownership, owner, looked.owner, world) ?? refusalOfHandler(ownership, handler, looked.handler, world)
  if (refusal) return refuse(refusal)
  const { organ, account } = actor as OwnershipStaff
  return accept({ type: 'OwnerReplaced', on, organ, account, owner, handler, reason })
}

/** Nobody gives themselves more time. The clocks of the law stay what they are. */
const extendOwnership: Decide<'ExtendOwnership'> = (ownership, { on, actor, until, reason }) => {
  if (isOwner(ownership, actor as OwnershipStaff)) return refuse({ kind: 'own-extension', basis: decided('0040') })
  const { due } = ownership
  if (due !== null && !isAfter(until, due)) return refuse({ kind: 'not-an-extension', due })
  if (!isAfter(until, on)) return refuse({ kind: 'day-not-ahead', day: until, today: on })
  const { organ, account } = actor as OwnershipStaff
  return accept({ type: 'OwnershipExtended', on, organ, account, until, reason })
}

/** By somebody else than the owner. Where it is granted, nobody owns it until the next is named. */
const decideOnAnotherOwner: Decide<'DecideOnAnotherOwner'> = (ownership, { on, actor, isGranted, reason }) => {
  const asked = ownership.anotherOwner.find(({ decided: at }) => at === null)
  if (!asked) return refuse({ kind: 'nothing-asked' })
  const { organ, account } = actor as OwnershipStaff
  if (isOwner(ownership, actor as OwnershipStaff)) return refuse({ kind: 'owner-decides-not', basis: aside })
  return accept({ type: 'AnotherOwnerDecided', on, ref: asked.ref, organ, account, isGranted, reason })
}

const askForAnotherOwner: Decide<'AskForAnotherOwner'> = (ownership, { on, actor, reason }) => {
  if (ownership.owner === null) return refuse({ kind: 'nobody-owns-it', basis: byPractice })
  if (ownership.anotherOwner.some(({ decided: at }) => at === null)) return refuse({ kind: 'asked-already' })
  const ref = `o${ownership.anotherOwner.length + 1}`
  const { person } = actor as Extract<typeof actor, { kind: 'petitioner' }>
  return accept({ type: 'AnotherOwnerAsked', on, ref, person, reason })
}

/** The post has ended, or the account was closed. What was done stays; somebody else is named. */
const markOwnerLeft: Decide<'MarkOwnerLeft'> = ({ owner }, { on, account }) =>
  owner?.account === account ? accept({ type: 'OwnerLeft', on, account }) : accept()

export const decisions = {
  AssignOwner: assignOwner,
  ReplaceOwner: replaceOwner,
  ExtendOwnership: extendOwnership,
  AskForAnotherOwner: askForAnotherOwner,
  DecideOnAnotherOwner: decideOnAnotherOwner,
  MarkOwnerLeft: markOwnerLeft,
} as const
