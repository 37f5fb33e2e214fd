/** What a party says for themselves: whether they are willing, whom they accept, whether it is public; and that a no ends it, at any time. */
import { isAfter } from '../../kernel/day.ts'
import { ok } from '../../kernel/result.ts'
import { rule } from '../../law/basis.ts'
import { refusalOfSigning } from './agreeing.ts'
import type { Party } from './consenting-words.ts'
import { accept, type Decide, type MediationDecision, partyOf, refuse, wordOf } from './decision.ts'
import type { Mediation, MediationFact, MediationFactOf, MediationRefusal, Of, StaffActor } from './mediation.ts'
import type { MediationSubject } from './opening-words.ts'
import { allConsent, lastWord } from './standing.ts'

/** A mind may be changed, though not without end. */
const mostAnswersADay = 10

export const answerAsParty: Decide<'AnswerAsParty'> = (mediation, command) => {
  const { on, actor, to, agrees, signed } = command
  const party = partyOf(mediation, command.party)
  if (!party) return refuse({ kind: 'no-such-party', party: command.party })
  const isNo = to === 'mediation' && !agrees
  const word = wordOf(party, actor, { signed, command: 'AnswerAsParty' })
  // a clear no counts however it was said and whoever noted it down (art. 17)
  if (!word.ok && !(isNo && word.error.kind === 'needs-key-or-signed-record')) return word
  const by = word.ok ? word.value : 'noted'
  const refusal = refusalOfAnswer(mediation, party, command)
  if (refusal) return refuse(refusal)
  const ref = to === 'mediation' ? null : command.ref
  const { subject } = mediation
  const answered = { type: 'PartyAnswered', on, party: party.ref, to, ref, agrees, by, signed, subject } as const
  return withWhatFollows(mediation, party, answered)
}

function refusalOfAnswer(mediation: Mediation, party: Party, command: Of<'AnswerAsParty'>): MediationRefusal | null {
  const { on, to, ref, agrees } = command
  if (party.words.filter((word) => word.on === on).length >= mostAnswersADay) {
    return { kind: 'too-many-answers-today', atMost: mostAnswersADay }
  }
  switch (to) {
    case 'mediation': {
      const { subject } = mediation
      const isThere = subject.kind === 'petition' && subject.ref !== null && party.petitioner !== null
      return agrees && isThere ? { kind: 'answered-in-the-petition', petition: subject.number } : null
    }
    case 'mediator': {
      const mediator = mediation.mediators.find((each) => each.ref === ref)
      if (!mediator) return { kind: 'no-such-mediator', mediator: ref ?? '' }
      return mediator.excluded === null ? null : { kind: 'not-asked', to }
    }
    case 'guest':
      return mediation.guests.some((each) => each.ref === ref) ? null : { kind: 'no-such-guest', guest: ref ?? '' }
    case 'moreTime':
      return mediation.moreTime?.ref === ref ? null : { kind: 'not-asked', to }
    case 'agreement':
      return refusalOfSigning(mediation, party.ref, ref)
  }
}

/** A yes of the last of them starts it or lengthens it; a no to the mediation ends it. */
function withWhatFollows(
  mediation: Mediation,
  party: Party,
  answered: MediationFactOf<'PartyAnswered'>,
): MediationDecision {
  const { on, to, ref, agrees, by } = answered
  const said = { ...party, words: [...party.words, { to, ref, agrees, on, by }] }
  const after = { ...mediation, parties: mediation.parties.map((each) => (each.ref === party.ref ? said : each)) }
  if (to === 'mediation') {
    if (!agrees) return accept(answered, endedBy(mediation, party.ref, on))
    return mediation.stage === 'asking' && allConsent(after)
      ? accept(answered, { type: 'MediationStarted', on })
      : accept(answered)
  }
  const { moreTime } = mediation
  const allAgree = after.parties.every((each) => lastWord(each, 'moreTime', ref)?.agrees === true)
  return to === 'moreTime' && moreTime !== null && allAgree
    ? accept(answered, { type: 'MediationExtended', on, until: moreTime.until })
    : accept(answered)
}

function endedBy(mediation: Mediation, party: string, on: MediationFact['on']): MediationFactOf<'MediationEnded'> {
  const { startedOn, organ, subject } = mediation
  const reason = startedOn === null ? 'refused' : 'left'
  return { type: 'MediationEnded', on, reason, organ, account: null, party, note: null, subject }
}

/** What the petitioner said in the petition, where the proposal stands from which this began. Reading it twice changes nothing. */
export const takeAnswer: Decide<'TakeAnswer'> = (mediation, { on, agrees, party: ref }) => {
  const party = partyOf(mediation, ref)
  if (!party || party.petitioner === null) return refuse({ kind: 'no-such-party', party: ref })
  if (lastWord(party, 'mediation')?.agrees === agrees) return ok([])
  const subject: MediationSubject = mediation.subject
  const said = { to: 'mediation', ref: null, agrees, by: 'petition', signed: null, subject } as const
  return withWhatFollows(mediation, party, { type: 'PartyAnswered', on, party: ref, ...said })
}

/** Nobody’s yes is lost by it, and nobody’s no. */
export const freeMediation: Decide<'FreeMediation'> = ({ subject }, { on }) =>
  subject.kind === 'petition' && subject.ref !== null ? accept({ type: 'MediationFreed', on }) : ok([])

export const askForOpenness: Decide<'AskForOpenness'> = (mediation, { on, actor, party: ref, open, signed }) => {
  const party = partyOf(mediation, ref)
  if (!party) return refuse({ kind: 'no-such-party', party: ref })
  const word = wordOf(party, actor, { signed, command: 'AskForOpenness' })
  if (!word.ok) return word
  return accept({ type: 'OpennessAsked', on, party: ref, open, by: word.value, signed })
}

/** 延长: only with the consent of every party; the day is asked of each (local practice, docs/adr/0048). */
export const proposeMoreTime: Decide<'ProposeMoreTime'> = (mediation, { on, actor, until }) => {
  const clock = mediation.clocks.findLast((each) => each.rule === 'mediate')
  if (!isAfter(until, on)) return refuse({ kind: 'day-not-ahead', day: until, today: on })
  if (!clock || !isAfter(until, clock.lastDay)) {
    return refuse({ kind: 'not-an-extension', until: clock?.lastDay ?? until })
  }
  const before = mediation.clocks.reduce((sum, { extensions }) => sum + extensions.length, 0)
  const again = mediation.moreTime === null ? 0 : Number(mediation.moreTime.ref.split('-')[1] ?? 0)
  const ref = `t${before + 1}-${again + 1}`
  return accept({ type: 'MoreTimeProposed', on, ref, account: (actor as StaffActor).account, until })
}

/** 调解不成 (art. 26): whoever holds it ends it and tells everybody how they can go on. */
export const endMediation: Decide<'EndMediation'> = (mediation, { on, actor, reason, note }) => {
  const { organ, subject } = mediation
  const { account } = actor as StaffActor
  return accept({ type: 'MediationEnded', on, reason, organ, account, party: null, note, subject })
}

export const mayEndAnyTime = rule('RMTJ', 23, 1, 2)
