/** Mediators, guests and sessions: chosen or accepted by the parties, without an interest of their own, and what happened written down. */
import { isAfter } from '../../kernel/day.ts'
import { isKeptOut } from '../../kernel/keeping-out.ts'
import { type Basis, decided, rule } from '../../law/basis.ts'
import { accept, type Decide, mediatorOf, partyOf, refuse, wordOf } from './decision.ts'
import type { Session } from './mediating-words.ts'
import type { Mediation, MediationWorld, Of, StaffActor } from './mediation.ts'
import { isReady, mayCome } from './standing.ts'

/** 选择或者接受 (art. 19, 23 (1)). */
const chosenOrAccepted: Basis = rule('RMTJ', 23, 1, 1)

export const nameMediator: Decide<'NameMediator'> = (mediation, command, world) => {
  const { on, actor, account, roster, name, signed } = command
  const chooser = command.party === null ? null : partyOf(mediation, command.party)
  if (chooser === undefined) return refuse({ kind: 'no-such-party', party: command.party ?? '' })
  if (chooser === null && !(actor.kind === 'staff' && actor.organ === mediation.organ)) {
    return refuse({ kind: 'mediation-not-yours', basis: decided('0048') })
  }
  if (chooser !== null) {
    const word = wordOf(chooser, actor, { signed, command: 'NameMediator' })
    if (!word.ok) return word
  }
  if (isConcerned(mediation, command, world)) return refuse({ kind: 'mediator-is-concerned', basis: decided('0048') })
  if (mediation.mediators.some((each) => each.excluded === null && isSame(each, command))) {
    return refuse({ kind: 'mediator-named-already' })
  }
  const ref = `m${mediation.mediators.length + 1}`
  return accept({ type: 'MediatorNamed', on, ref, party: chooser?.ref ?? null, account, roster, name, signed })
}

const isSame = (
  one: { readonly account: string | null; readonly roster: string | null },
  { account, roster }: Of<'NameMediator'>,
): boolean => (account !== null && one.account === account) || (roster !== null && one.roster === roster)

/** Named in the matter or under somebody who is, of an organ that is a party, or of one that must not learn of it. */
function isConcerned(
  { officials, recused, parties, keptFrom }: Mediation,
  { account, looked }: Of<'NameMediator'>,
  { organs }: MediationWorld,
): boolean {
  if (looked.isBarred || (account !== null && [...officials, ...recused].includes(account))) return true
  return looked.organs.some(
    (organ) => parties.some((party) => party.organ === organ) || isKeptOut(keptFrom, organ, organs),
  )
}

/** 回避: nobody can say it for somebody who has an account here; a committee member without one signs it. */
export const declareInterest: Decide<'DeclareInterest'> = (
  mediation,
  { on, actor, mediator: ref, hasInterest, signed },
) => {
  const mediator = mediatorOf(mediation, ref)
  if (!mediator || mediator.excluded !== null) return refuse({ kind: 'no-such-mediator', mediator: ref })
  if (mediator.declared !== null && !hasInterest) return refuse({ kind: 'interest-declared-already' })
  const { account } = actor as StaffActor
  const isOwn = mediator.account === account || (mediator.account === null && signed !== null)
  if (!isOwn) return refuse({ kind: 'declares-for-another', basis: decided('0048') })
  return accept({ type: 'InterestDeclared', on, mediator: ref, hasInterest, signed })
}

export const excludeMediator: Decide<'ExcludeMediator'> = (mediation, { on, actor, mediator: ref, reason }) => {
  const mediator = mediatorOf(mediation, ref)
  if (!mediator || mediator.excluded !== null) return refuse({ kind: 'no-such-mediator', mediator: ref })
  return accept({ type: 'MediatorExcluded', on, mediator: ref, account: (actor as StaffActor).account, reason })
}

export const inviteGuest: Decide<'InviteGuest'> = (mediation, { on, actor, kind, name }) =>
  accept({
    ...{ type: 'GuestInvited', on, ref: `g${mediation.guests.length + 1}`, kind, name },
    account: (actor as StaffActor).account,
  })

export const planSession: Decide<'PlanSession'> = (mediation, { on, actor, day, at, place }) => {
  if (isAfter(on, day)) return refuse({ kind: 'day-not-ahead', day, today: on })
  if (!mediation.mediators.some((each) => isReady(mediation, each))) {
    return refuse({ kind: 'no-mediator-ready', basis: chosenOrAccepted })
  }
  const ref = `s${mediation.sessions.length + 1}`
  return accept({ type: 'SessionPlanned', on, ref, account: (actor as StaffActor).account, day, at, place })
}

const stillOpen = ({ sessions }: Mediation, ref: string): Session | undefined =>
  sessions.find((each) => each.ref === ref && each.cancelled === null && each.record === null)

export const cancelSession: Decide<'CancelSession'> = (mediation, { on, actor, session, reason }) => {
  if (!mediation.sessions.some(({ ref }) => ref === session)) return refuse({ kind: 'no-such-session', session })
  if (!stillOpen(mediation, session)) return refuse({ kind: 'session-over', session })
  return accept({ type: 'SessionCancelled', on, session, account: (actor as StaffActor).account, reason })
}

/** 记录调解情况 (art. 27): who was there, and only those who might be. */
export const recordSession: Decide<'RecordSession'> = (mediation, command) => {
  const { on, actor, session: ref, parties, mediators, guests, notes, result } = command
  if (!mediation.sessions.some((each) => each.ref === ref)) return refuse({ kind: 'no-such-session', session: ref })
  const session = stillOpen(mediation, ref)
  if (!session) return refuse({ kind: 'session-over', session: ref })
  if (isAfter(session.day, on)) return refuse({ kind: 'session-still-ahead', day: session.day, today: on })
  if (parties.length === 0 || mediators.length === 0) return refuse({ kind: 'nobody-came' })
  const stranger = parties.find((each) => !partyOf(mediation, each))
  if (stranger !== undefined) return refuse({ kind: 'no-such-party', party: stranger })
  for (const each of mediators) {
    const mediator = mediatorOf(mediation, each)
    if (!mediator) return refuse({ kind: 'no-such-mediator', mediator: each })
    if (!isReady(mediation, mediator)) {
      return refuse({ kind: 'mediator-not-ready', mediator: each, basis: chosenOrAccepted })
    }
  }
  for (const each of guests) {
    const guest = mediation.guests.find((other) => other.ref === each)
    if (!guest) return refuse({ kind: 'no-such-guest', guest: each })
    if (!mayCome(mediation, guest)) {
      return refuse({ kind: 'guest-without-consent', guest: each, basis: rule('RMTJ', 20, 1) })
    }
  }
  const { account, organ } = actor as StaffActor
  const there = { parties: unique(parties), mediators: unique(mediators), guests: unique(guests) }
  return accept({ type: 'SessionRecorded', on, session: ref, account, organ, ...there, notes, result })
}

const unique = (all: readonly string[]): readonly string[] => [...new Set(all)]
