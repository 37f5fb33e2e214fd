/** Which papers a conference issues: the notice of a meeting, its minutes, and minutes of one item apart or of what was signed round. Read from the fact alone. */
import { type IssuedPaper, type Issuing, paperOf } from '../../documents/issuer.ts'
import type { ItemFact, MeetingFact } from './conference.ts'
import { itemRoom, meetingRoom } from './rooms.ts'

export function papersOfMeeting(fact: MeetingFact, version: number): readonly IssuedPaper[] {
  if (fact.type === 'MeetingConvened')
    return [paperOf('meetingNotice', { version, on: fact.on, organ: fact.conference })]
  if (fact.type === 'MinutesIssued')
    return [paperOf('conferenceMinutes', { version, on: fact.on, organ: fact.conference })]
  return []
}

export const papersOfItem = (fact: ItemFact, version: number): readonly IssuedPaper[] =>
  fact.type === 'DecisionConfirmed' && (fact.isApart || fact.isSigned)
    ? [paperOf(fact.isSigned ? 'minutesSigned' : 'minutesApart', { version, on: fact.on, organ: fact.conference })]
    : []

export const meetingPapers: Issuing = {
  owns: (stream) => stream.startsWith(`${meetingRoom.name}:`),
  papersOf: (fact, version) => papersOfMeeting(fact as MeetingFact, version),
  issuingFacts: ['MeetingConvened', 'MinutesIssued'],
}

export const itemPapers: Issuing = {
  owns: (stream) => stream.startsWith(`${itemRoom.name}:`),
  papersOf: (fact, version) => papersOfItem(fact as ItemFact, version),
  issuingFacts: ['DecisionConfirmed'],
}
