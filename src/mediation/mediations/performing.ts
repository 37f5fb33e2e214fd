/** What comes after an agreement: whether each promise was kept (art. 31 (2)), the joint confirmation by a court (art. 33), and the end. */
import { isAfter } from '../../kernel/day.ts'
import { rule } from '../../law/basis.ts'
import { confirmationClock } from './clocks.ts'
import { accept, type Decide, partyOf, refuse, wordOf } from './decision.ts'
import type { Mediation, MediationRefusal, StaffActor } from './mediation.ts'
import { openPromises } from './standing.ts'

const confirmedTogether = rule('RMTJ', 33, 1)
const performanceIsFollowed = rule('RMTJ', 31, 2)

/** By those to whom it was made: nobody says of their own promise that it is kept. */
export const sayPerformance: Decide<'SayPerformance'> = (mediation, command) => {
  const { on, actor, promise: ref, performance, signed } = command
  const party = partyOf(mediation, command.party)
  if (!party) return refuse({ kind: 'no-such-party', party: command.party })
  const word = wordOf(party, actor, { signed, command: 'SayPerformance' })
  if (!word.ok) return word
  const promise = mediation.agreement?.promises.find((each) => each.ref === ref)
  if (!promise) return refuse({ kind: 'no-such-promise', promise: ref })
  if (promise.party === party.ref) return refuse({ kind: 'own-promise', promise: ref })
  const today = promise.words.filter((each) => each.party === party.ref && each.on === on)
  if (today.length >= mostWordsADay) return refuse({ kind: 'too-many-answers-today', atMost: mostWordsADay })
  return accept({ type: 'PerformanceStated', on, party: party.ref, promise: ref, performance, by: word.value, signed })
}

const mostWordsADay = 10

/** What is not whole is urged, and looked at again by a day. */
export const followUpPromise: Decide<'FollowUpPromise'> = (mediation, command) => {
  const { on, actor, promise: ref, performance, lookedAt, again } = command
  if (!mediation.agreement?.promises.some((each) => each.ref === ref)) {
    return refuse({ kind: 'no-such-promise', promise: ref })
  }
  if (performance !== 'kept' && again === null) return refuse({ kind: 'day-for-another-look-missing' })
  if (again !== null && !isAfter(again, on)) return refuse({ kind: 'day-not-ahead', day: again, today: on })
  const { account } = actor as StaffActor
  return accept({ type: 'PromiseVerified', on, promise: ref, account, performance, lookedAt, again })
}

/** Before anything about confirmation: whether this kind has one, and whether the days are not over. */
function refusalOfConfirming(mediation: Mediation, day: Mediation['movedOn']): MediationRefusal | null {
  const clock = confirmationClock(mediation)
  if (!mediation.isConfirmable || !clock) return { kind: 'not-confirmable', basis: confirmedTogether }
  return isAfter(day, clock.lastDay)
    ? { kind: 'confirmation-lapsed', lastDay: clock.lastDay, basis: confirmedTogether }
    : null
}

const isDecided = ({ confirmation }: Mediation): boolean =>
  confirmation.decided?.outcome === 'confirmed' || confirmation.decided?.outcome === 'invalid'

export const informParties: Decide<'InformParties'> = (mediation, { on, actor, told }) => {
  const refusal = refusalOfConfirming(mediation, on)
  if (refusal) return refuse(refusal)
  if (mediation.confirmation.applied !== null) return refuse({ kind: 'application-recorded-already' })
  return accept({ type: 'PartiesInformed', on, account: (actor as StaffActor).account, told })
}

export const askForConfirmation: Decide<'AskForConfirmation'> = (mediation, { on, actor, party: ref, signed }) => {
  const party = partyOf(mediation, ref)
  if (!party) return refuse({ kind: 'no-such-party', party: ref })
  const word = wordOf(party, actor, { signed, command: 'AskForConfirmation' })
  if (!word.ok) return word
  const refusal = refusalOfConfirming(mediation, on)
  if (refusal) return refuse(refusal)
  if (mediation.confirmation.applied !== null) return refuse({ kind: 'application-recorded-already' })
  if (party.asksConfirmation !== null) return refuse({ kind: 'confirmation-asked-already' })
  const all = mediation.parties.every((each) => each.ref === ref || each.asksConfirmation !== null)
  const { organ } = mediation
  return accept({ type: 'ConfirmationAsked', on, party: ref, by: word.value, signed, organ, all })
}

/** That they went to the court together, on a day that lies within the thirty; it may be entered later. */
export const recordApplication: Decide<'RecordApplication'> = (mediation, { on, actor, appliedOn, court }) => {
  if (isAfter(appliedOn, on)) return refuse({ kind: 'day-still-ahead', day: appliedOn, today: on })
  const refusal = refusalOfConfirming(mediation, appliedOn)
  if (refusal) return refuse(refusal)
  if (mediation.confirmation.applied !== null || isDecided(mediation)) {
    return refuse({ kind: 'application-recorded-already' })
  }
  const parties = mediation.parties.filter((each) => each.asksConfirmation === null).map((each) => each.ref)
  if (parties.length > 0) return refuse({ kind: 'confirmation-needs-all', parties, basis: confirmedTogether })
  return accept({ type: 'ApplicationRecorded', on, account: (actor as StaffActor).account, appliedOn, court })
}

export const recordConfirmation: Decide<'RecordConfirmation'> = (
  mediation,
  { on, actor, outcome, decidedOn, note },
) => {
  const { applied } = mediation.confirmation
  if (applied === null || isDecided(mediation)) return refuse({ kind: 'no-application-recorded' })
  if (isAfter(decidedOn, on)) return refuse({ kind: 'day-still-ahead', day: decidedOn, today: on })
  const { account, organ } = actor as StaffActor
  return accept({ type: 'ConfirmationRecorded', on, account, organ, outcome, decidedOn, note })
}

/** Not over a promise at which nobody looked; and where one was not kept, with a word on it and the routes that remain (art. 32, 33 (2)). */
export const closeMediation: Decide<'CloseMediation'> = (mediation, { on, actor, note }) => {
  const open = openPromises(mediation)
  const unseen = open.filter(({ followUps }) => followUps.length === 0).map(({ ref }) => ref)
  if (unseen.length > 0) {
    return refuse({ kind: 'promises-not-looked-at', promises: unseen, basis: performanceIsFollowed })
  }
  const isPerformed = open.length === 0
  if (!isPerformed && note === null) return refuse({ kind: 'note-needed' })
  const { organ, subject } = mediation
  const { account } = actor as StaffActor
  return accept({ type: 'MediationClosed', on, account, organ, isPerformed, note, subject })
}
