import { describe, expect, it } from 'vitest'
import { becomes, type ErrorState, errorOf, errorStates } from './liability.ts'

/** Written out by hand: a row that is changed turns its own line red. */
const expected: Readonly<Record<string, readonly [error: ErrorState | null, article?: number, item?: number]>> = {
  route: ['notRouted', 43],
  routeAgain: ['notRouted', 43],
  forwardSimplified: ['notRouted', 43],
  notifyDirect: ['notNotified', 44, 3],
  notify: ['notNotified', 44, 3],
  acceptSimplified: ['notNotified', 44, 3],
  handle: ['notConcluded', 45, 1],
  answerSimplified: ['notConcluded', 45, 1],
  redo: ['notConcluded', 45, 1],
  performDuty: ['notConcluded', 45, 1],
  replyToSuggestion: ['notConcluded', 45, 1],
  decideDispute: ['notConcluded', 45, 1],
  execute: ['dutyNotDone', 45, 4],
  reportBack: ['dutyNotDone', 45, 4],
  review: ['dutyNotDone', 45, 4],
  reexamine: ['dutyNotDone', 45, 4],
  reportUrgent: ['urgentReportedLate', 46, 4],
  notifyAccusation: [null],
  answerAccusation: [null],
  answerObjection: [null],
  decideRecusal: [null],
  decideFinding: ['notSupervised', 43],
  verifyReport: ['notSupervised', 43],
  reportOnOrder: ['dutyNotDone', 45, 4],
  answerProposal: ['proposalNotHeeded', 45, 3],
  answerAgain: ['proposalNotHeeded', 45, 3],
  addReasons: ['proposalNotHeeded', 45, 3],
}

describe('信访工作条例 art. 43–46: which error a duty becomes once its day has passed', () => {
  it.each(Object.entries(expected))('%s: %j', (rule, [error, number, item]) => {
    expect(errorOf(rule, 'bureau')).toBe(error)
    expect(errorOf(rule, 'department')).toBe(number === 43 ? null : error)
    if (error === null) return
    expect(errorStates[error].basis).toMatchObject({ instrument: 'R22', article: number, ...(item ? { item } : {}) })
  })

  it('is said for every duty, and for nothing that is none', () => {
    expect(Object.keys(becomes).sort()).toEqual(Object.keys(expected).sort())
    for (const rule of ['requestReview', 'objectToTransfer', 'acceptReview', 'toString', ''])
      expect(errorOf(rule, 'bureau')).toBeNull()
  })

  it('names no error that no duty becomes', () => {
    expect(Object.keys(errorStates).filter((state) => !Object.values(becomes).includes(state as never))).toEqual([])
  })
})
