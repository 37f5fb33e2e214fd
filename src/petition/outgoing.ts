/** What the room asks of others after a commit. */
import type { OutboxJob } from '../engine/room.ts'
import type { Fact, FactType } from './petition.ts'

/** Facts that somebody outside the office must hear of. The notices room finds out whom and how. */
const told: ReadonlySet<FactType> = new Set<FactType>([
  'PetitionRegistered',
  'PetitionTransferred',
  'PetitionAssigned',
  'TransferReturned',
  'DisputeDecided',
  'PetitionAccepted',
  'AcceptanceDeclined',
  'PetitionDirected',
  'QuestionAsked',
  'MediationProposed',
  'HandlingExtended',
  'ReviewAccepted',
  'ReviewExtended',
  'ExtensionTakenBack',
  'ReceivedDayCorrected',
  'ServedDayCorrected',
  'ClocksRecounted',
  'OpinionIssued',
  'DutyAnswered',
  'SuggestionConcluded',
  'DocumentAnnounced',
  'ReviewOpinionIssued',
  'ReexaminationOpinionIssued',
  'PetitionClosed',
  'PetitionFinalised',
  'PetitionCorrected',
  'KeyRenewed',
  'CopyOffered',
])

/** An act of a petitioner that an office entered from paper: whoever did not sign it must hear of it at once. */
const isEnteredForSomebody = (fact: Fact): boolean => 'signed' in fact && fact.signed !== null

export const noticeQueue = 'petition-notice'

/** What was done about one petitioner is told to that one alone. */
const personTold = (fact: Fact): { readonly person?: string } =>
  fact.type === 'KeyRenewed' || fact.type === 'CopyOffered' ? { person: fact.person } : {}

/** One job for each fact to be told: the fact's type and day, never a word of what was written. */
export const noticeJobs = (facts: readonly Fact[]): readonly OutboxJob[] =>
  facts
    .filter((fact) => told.has(fact.type) || isEnteredForSomebody(fact))
    .map((fact) => ({ kind: noticeQueue, payload: { fact: fact.type, on: fact.on, ...personTold(fact) } }))
