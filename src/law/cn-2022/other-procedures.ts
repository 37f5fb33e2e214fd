import { rule } from '../basis.ts'
import type { LimitName, LimitStart, NotSuable, OtherProcedure, OwnLimit, OwnSpan, ProcedureName } from '../law.ts'

const limit = <const W extends LimitName, const F extends LimitStart>(
  what: W,
  count: number,
  unit: OwnSpan['unit'],
  from: F,
  basis: OwnLimit['basis'],
) => ({ what, span: { unit, count }, from, basis }) as const satisfies OwnLimit

/**
 * 法定途径 beside petitioning, with their own limits. Registering a petition neither stops nor replaces any of them; a petitioner who
 * is not told loses a right while waiting for an answer. Each number stands in the article that it cites.
 */
export const otherProcedures = {
  administrativeReconsideration: {
    routes: ['judicialProcedure', 'administrativeProcedure'],
    categories: [],
    limits: [
      limit('apply', 60, 'days', 'decisionKnown', rule('XZFY', 20, 1)),
      limit('applyUntold', 1, 'years', 'contentKnown', rule('XZFY', 20, 3)),
      limit('applyAtMost', 5, 'years', 'decisionMade', rule('XZFY', 21)),
      limit('applyAtMostLand', 20, 'years', 'decisionMade', rule('XZFY', 21)),
    ],
    first: {
      cases: ['onTheSpotPenalty', 'naturalResources', 'dutyNotPerformed', 'informationRefused', 'otherByLaw'],
      basis: rule('XZFY', 23, 1),
    },
    read: 'whole',
    basis: rule('XZFY', 11),
  },
  administrativeLitigation: {
    routes: ['judicialProcedure'],
    categories: [],
    limits: [
      limit('apply', 6, 'months', 'decisionKnown', rule('XZSS', 46, 1)),
      limit('sueAfterReconsideration', 15, 'days', 'decisionReceived', rule('XZSS', 45)),
      limit('sueForInaction', 2, 'months', 'applicationReceived', rule('XZSS', 47, 1)),
      limit('applyAtMost', 5, 'years', 'decisionMade', rule('XZSS', 46, 2)),
      limit('applyAtMostLand', 20, 'years', 'decisionMade', rule('XZSS', 46, 2)),
    ],
    read: 'whole',
    basis: rule('XZSS', 12, 1),
  },
  /** Asking a department for relief interrupts its limit (art. 27 (2)); whether a petition was that, an arbitrator decides. */
  labourArbitration: {
    routes: ['arbitration'],
    categories: ['labour.relations', 'labour.wages', 'labour.protection', 'labour.employee-insurance'],
    limits: [
      limit('apply', 1, 'years', 'infringementKnown', rule('LDZC', 27, 1)),
      limit('applyForWages', 1, 'years', 'employmentEnded', rule('LDZC', 27, 4)),
      limit('sueAfterAward', 15, 'days', 'awardReceived', rule('LDZC', 50)),
    ],
    first: { cases: ['labourDispute'], basis: rule('LDZC', 5) },
    mayInterrupt: rule('LDZC', 27, 2),
    read: 'whole',
    basis: rule('LDZC', 2),
  },
  /** Not for the taking of collective land, which goes by reconsideration or litigation (art. 2 (3)). */
  landContractArbitration: {
    routes: ['arbitration'],
    categories: ['rural.land-contracts'],
    limits: [
      limit('apply', 2, 'years', 'infringementKnown', rule('TDZC', 18)),
      limit('sueAfterAward', 30, 'days', 'awardReceived', rule('TDZC', 48)),
    ],
    read: 'whole',
    basis: rule('TDZC', 2, 2),
  },
  openInformation: {
    routes: ['administrativeProcedure'],
    categories: [],
    limits: [
      limit('answer', 20, 'workingDays', 'applicationReceived', rule('ZFXX', 33, 2)),
      limit('answerLater', 20, 'workingDays', 'answerDue', rule('ZFXX', 33, 2)),
    ],
    read: 'cited',
    basis: rule('ZFXX', 29, 1),
  },
  civilLitigation: {
    routes: ['judicialProcedure'],
    categories: [],
    limits: [
      limit('apply', 3, 'years', 'infringerKnown', rule('MFD', 188, 1)),
      limit('applyAtMost', 20, 'years', 'infringed', rule('MFD', 188, 2)),
    ],
    read: 'cited',
    basis: rule('MFD', 188, 1),
  },
  /** Of an agreement reached before a people's mediation committee: both parties, together. */
  mediationConfirmation: {
    routes: ['judicialProcedure'],
    categories: [],
    after: 'settlementAgreement',
    limits: [limit('confirm', 30, 'days', 'agreementInForce', rule('RMTJ', 33, 1))],
    read: 'whole',
    basis: rule('RMTJ', 33, 1),
  },
} as const satisfies Record<ProcedureName, OtherProcedure>

/** Registration, acceptance, assignment, forwarding, review and re-examination are no acts that a court hears: sue the decision itself. */
export const notSuable = {
  acts: ['registration', 'acceptance', 'assignment', 'transfer', 'review', 'reexamination'],
  basis: rule('XZSSJS', 1, 2, 9),
} as const satisfies NotSuable
