/**
 * Which commands discharge a duty, for putting them first. Only an order of buttons: what may be done, and whether it stops the
 * clock, the house decides.
 */
import type { ClockRuleName } from '../../../wording/terms.ts'
import type { PetitionView, StaffCommand } from './petition.ts'

const answersTo: Readonly<Record<ClockRuleName, readonly StaffCommand[]>> = {
  route: ['transfer', 'assign', 'accept', 'direct', 'decline-acceptance'],
  routeAgain: ['transfer', 'assign', 'accept', 'direct'],
  notifyDirect: ['accept', 'decline-acceptance', 'direct', 'transfer'],
  notify: ['accept', 'decline-acceptance', 'direct', 'object-to-transfer'],
  objectToTransfer: ['object-to-transfer'],
  objectToAssistance: ['object-to-assistance'],
  answerObjection: ['agree-to-return', 'insist-on-transfer', 'refer-dispute'],
  decideDispute: ['decide-dispute'],
  reportBack: ['report-back'],
  handle: ['issue-opinion', 'serve'],
  redo: ['issue-opinion', 'serve'],
  performDuty: ['answer-duty', 'serve'],
  replyToSuggestion: ['conclude-suggestion', 'serve'],
  notifyAccusation: ['accept', 'transfer', 'direct'],
  answerAccusation: ['issue-opinion', 'serve'],
  requestReview: [],
  acceptReview: ['accept-review', 'issue-review-opinion'],
  acceptReexamination: ['accept-review', 'issue-reexamination-opinion'],
  review: ['issue-review-opinion', 'serve'],
  requestReexamination: [],
  reexamine: ['issue-reexamination-opinion', 'serve'],
  acceptSimplified: ['accept', 'decline-acceptance', 'object-to-transfer'],
  answerSimplified: ['issue-opinion', 'serve'],
  forwardSimplified: ['transfer', 'assign', 'accept'],
  execute: ['record-execution'],
  reportUrgent: ['report-urgent'],
  objectToErasure: [],
  decideRecusal: ['decide-recusal'],
}

/** The commands that the running duties of an organ wait for, the most pressing duty first. */
export function dutifulCommands({ clocks }: PetitionView, organ: string): readonly string[] {
  const mine = clocks
    .filter(({ state, binds, organ: bearer }) => state === 'running' && binds === 'organ' && bearer?.id === organ)
    .toSorted((a, b) => (a.lastDay < b.lastDay ? -1 : 1))
  return [...new Set(mine.flatMap(({ rule }) => answersTo[rule as ClockRuleName] ?? []))]
}
