import { days, designated, workingDays } from '../../kernel/span.ts'
import { article, articleWithoutDays, decided, rule } from '../basis.ts'
import type { ClockRule } from '../law.ts'
import type { Condition, FactName } from '../words.ts'

/**
 * Time limits of the Regulations on Petition Work (信访工作条例), in force since 2022-05-01, and of the companion rules. The
 * names D1 … D16 are those of the rule book. Where a duty has no day count in the law, the row keeps the article and cites the
 * decision record that sets the count.
 */
export const clocks = {
  /** D1: a bureau registers and routes within 15 days of receiving. */
  route: {
    binds: 'organ',
    after: 'overdue',
    span: days(15),
    bearer: 'holder',
    startsOn: ['PetitionRegistered', 'PetitionTransferred', 'PetitionAssigned', 'DisputeDecided'],
    stopsOn: [
      'PetitionTransferred',
      'PetitionAssigned',
      'PetitionAccepted',
      'AcceptanceDeclined',
      'PetitionDirected',
      'TransferReturned',
      'DisputeDecided',
    ],
    when: ['heldByBureau'],
    basis: article(22, 1),
  },
  /** After an agreed return the bureau routes again; age and first limit stay visible. */
  routeAgain: {
    binds: 'organ',
    after: 'overdue',
    span: workingDays(5),
    bearer: 'holder',
    startsOn: ['TransferReturned'],
    stopsOn: ['PetitionTransferred', 'PetitionAssigned', 'PetitionAccepted', 'AcceptanceDeclined', 'PetitionDirected'],
    basis: articleWithoutDays(22, '0005', 1),
  },
  /** D2: an organ approached directly tells the petitioner in writing. */
  notifyDirect: {
    binds: 'organ',
    after: 'overdue',
    span: days(15),
    bearer: 'holder',
    startsOn: ['PetitionRegistered'],
    stopsOn: ['PetitionAccepted', 'AcceptanceDeclined', 'PetitionDirected', 'PetitionTransferred', 'PetitionAssigned'],
    when: ['heldByOtherOrgan', 'notAccusation'],
    basis: article(23, 2),
  },
  /** D3: an organ to which it was forwarded tells the petitioner in writing. */
  notify: {
    binds: 'organ',
    after: 'overdue',
    span: days(15),
    bearer: 'holder',
    startsOn: ['PetitionTransferred', 'PetitionAssigned', 'DisputeDecided', 'SimplifiedTrackLeft'],
    stopsOn: [
      'PetitionAccepted',
      'AcceptanceDeclined',
      'PetitionDirected',
      'TransferReturned',
      'DisputeDecided',
      'PetitionTransferred',
      'PetitionAssigned',
    ],
    when: ['ordinary', 'notAccusation', 'heldByOtherOrgan', 'notYetAccepted'],
    basis: article(23, 3),
  },
  /** As long as against a transfer: whoever is asked to assist says that it has no competence. A missed day costs the option, not a duty. */
  objectToAssistance: {
    binds: 'organ',
    after: 'lapsed',
    span: workingDays(5),
    bearer: 'assistant',
    startsOn: ['AssistanceAsked'],
    stopsOn: ['AssistanceObjected', 'AssistanceReported', 'AssistanceEnded'],
    basis: decided('0042'),
  },
  /** D4: the only window for an objection. Missing it costs the option, not a duty. */
  objectToTransfer: {
    binds: 'organ',
    after: 'lapsed',
    span: workingDays(5),
    bearer: 'holder',
    startsOn: ['PetitionTransferred', 'PetitionAssigned'],
    stopsOn: [
      'TransferObjected',
      'DisputeReferred',
      'PetitionAccepted',
      'AcceptanceDeclined',
      'PetitionDirected',
      'PetitionTransferred',
      'PetitionAssigned',
    ],
    basis: article(23, 3),
  },
  /** The sender verifies an objection; the article gives no days. */
  answerObjection: {
    binds: 'organ',
    after: 'overdue',
    span: workingDays(5),
    bearer: 'sender',
    startsOn: ['TransferObjected'],
    stopsOn: ['TransferReturned', 'TransferUpheld', 'DisputeReferred'],
    basis: articleWithoutDays(23, '0005', 3),
  },
  /** The common superior or the joint conference decides who is competent; the article gives no days. */
  decideDispute: {
    binds: 'organ',
    after: 'overdue',
    span: workingDays(5),
    bearer: 'arbiter',
    startsOn: ['DisputeReferred'],
    stopsOn: ['DisputeDecided'],
    basis: articleWithoutDays(24, '0005', 1),
  },
  /** D5: an assignment is reported back within the day its order gives. */
  reportBack: {
    binds: 'organ',
    after: 'overdue',
    span: designated,
    bearer: 'holder',
    startsOn: ['PetitionAssigned'],
    stopsOn: ['ReportedBack', 'TransferReturned'],
    outlivesEnd: true,
    basis: article(22, 1, 3),
  },
  /** D6, D7: 60 days from acceptance, extendable by up to 30 in all. It stops at service, not at issue. */
  handle: {
    binds: 'organ',
    after: 'overdue',
    span: days(60),
    bearer: 'holder',
    startsOn: ['PetitionAccepted', 'SimplifiedTrackLeft'],
    stopsOn: ['DocumentServed', 'HandlingReopened'],
    when: ['towardsOpinion', 'ordinary', 'appeal', 'accepted'],
    stopsWhen: ['opinionServedToAll'],
    extendableBy: days(30),
    basis: article(34),
  },
  /** After a quashing the organ decides afresh by the day the reviewing body sets. */
  redo: {
    binds: 'organ',
    after: 'overdue',
    span: designated,
    bearer: 'holder',
    startsOn: ['HandlingReopened'],
    stopsOn: ['DocumentServed'],
    stopsWhen: ['opinionServedToAll'],
    basis: decided('0007'),
  },
  /** Art. 31 (5): perform or reply by law; the Regulations give no days. */
  performDuty: {
    binds: 'organ',
    after: 'overdue',
    span: days(60),
    bearer: 'holder',
    startsOn: ['PetitionAccepted'],
    stopsOn: ['DocumentServed'],
    when: ['towardsDuty', 'appeal'],
    stopsWhen: ['opinionServedToAll'],
    basis: articleWithoutDays(31, '0005', 1, 5),
  },
  /** Art. 29: study and, if adopted, reply; the article gives no days. */
  replyToSuggestion: {
    binds: 'organ',
    after: 'overdue',
    span: days(60),
    bearer: 'holder',
    startsOn: ['PetitionAccepted', 'SimplifiedTrackLeft'],
    stopsOn: ['DocumentServed'],
    when: ['suggestion', 'ordinary', 'accepted'],
    stopsWhen: ['opinionServedToAll'],
    basis: articleWithoutDays(29, '0005', 1),
  },
  /** D16: a discipline organ tells a real-name accuser that it has accepted. */
  notifyAccusation: {
    binds: 'organ',
    after: 'overdue',
    span: workingDays(15),
    bearer: 'holder',
    startsOn: ['PetitionRegistered', 'PetitionTransferred', 'PetitionAssigned', 'DisputeDecided'],
    stopsOn: [
      'PetitionAccepted',
      'AcceptanceDeclined',
      'PetitionDirected',
      'TransferReturned',
      'DisputeDecided',
      'PetitionTransferred',
      'PetitionAssigned',
    ],
    when: ['accusation', 'heldByOtherOrgan'],
    basis: rule('JW20'),
  },
  /** An accepted accusation is handled under the discipline organ's own rules (art. 30); ours keeps it from being forgotten. */
  answerAccusation: {
    binds: 'organ',
    after: 'overdue',
    span: days(60),
    bearer: 'holder',
    startsOn: ['PetitionAccepted'],
    stopsOn: ['DocumentServed'],
    when: ['accusation'],
    stopsWhen: ['opinionServedToAll'],
    basis: articleWithoutDays(30, '0005', 1),
  },
  /** D8 */
  requestReview: {
    binds: 'petitioner',
    after: 'lapsed',
    span: days(30),
    bearer: 'person',
    startsOn: ['DocumentServed'],
    stopsOn: ['ReviewRequested', 'HandlingReopened'],
    when: ['servesOpinion', 'appeal'],
    basis: article(35),
  },
  /** D9 */
  review: {
    binds: 'organ',
    after: 'overdue',
    span: days(30),
    bearer: 'reviewer',
    startsOn: ['ReviewRequested'],
    stopsOn: ['DocumentServed', 'HandlingReopened'],
    stopsWhen: ['reviewServedToAll'],
    basis: article(35),
  },
  /** D10 */
  requestReexamination: {
    binds: 'petitioner',
    after: 'lapsed',
    span: days(30),
    bearer: 'person',
    startsOn: ['DocumentServed'],
    stopsOn: ['ReexaminationRequested', 'HandlingReopened'],
    when: ['servesReview', 'reviewStands'],
    basis: article(36, 1),
  },
  /** D11: hearing days do not count, and only here. */
  reexamine: {
    binds: 'organ',
    after: 'overdue',
    span: days(30),
    bearer: 'reexaminer',
    startsOn: ['ReexaminationRequested'],
    stopsOn: ['DocumentServed', 'HandlingReopened'],
    stopsWhen: ['reexaminationServedToAll'],
    suspendable: true,
    basis: article(36, 1),
  },
  /** D12. An assignment takes a matter off the track, so it neither starts nor stops these. */
  acceptSimplified: {
    binds: 'organ',
    after: 'overdue',
    span: workingDays(3),
    bearer: 'holder',
    startsOn: ['PetitionRegistered', 'PetitionTransferred', 'DisputeDecided'],
    stopsOn: [
      'PetitionAccepted',
      'AcceptanceDeclined',
      'PetitionDirected',
      'TransferReturned',
      'DisputeDecided',
      'SimplifiedTrackLeft',
      'PetitionTransferred',
    ],
    when: ['simplified', 'heldByOtherOrgan'],
    basis: rule('JY16'),
  },
  /** D13 */
  answerSimplified: {
    binds: 'organ',
    after: 'overdue',
    span: workingDays(10),
    bearer: 'holder',
    startsOn: ['PetitionAccepted'],
    stopsOn: ['DocumentServed', 'SimplifiedTrackLeft', 'HandlingReopened'],
    when: ['simplified'],
    stopsWhen: ['opinionServedToAll'],
    basis: rule('JY16'),
  },
  /** D14: each intermediate level passes a simplified matter on within one working day. */
  forwardSimplified: {
    binds: 'organ',
    after: 'overdue',
    span: workingDays(1),
    bearer: 'holder',
    startsOn: ['PetitionRegistered', 'PetitionTransferred', 'DisputeDecided'],
    stopsOn: [
      'PetitionTransferred',
      'PetitionAccepted',
      'AcceptanceDeclined',
      'PetitionDirected',
      'SimplifiedTrackLeft',
      'TransferReturned',
      'DisputeDecided',
    ],
    when: ['heldByBureau', 'simplified'],
    basis: rule('JY16'),
  },
  /** Art. 32: a supported opinion is executed; its day stands in the opinion. Only a settlement takes its place. */
  execute: {
    binds: 'organ',
    after: 'overdue',
    span: designated,
    bearer: 'executor',
    startsOn: ['OpinionIssued'],
    stopsOn: ['ExecutionRecorded', 'HandlingReopened', 'PetitionSettled'],
    when: ['supported'],
    stopsWhen: ['executionDone'],
    outlivesEnd: true,
    basis: articleWithoutDays(32, '0006', 2),
  },
  /** Art. 28 (3) orders recusal and gives no days: a request is decided before the work goes on for long. */
  decideRecusal: {
    binds: 'organ',
    after: 'overdue',
    span: workingDays(3),
    bearer: 'recusalDecider',
    startsOn: ['RecusalRequested'],
    stopsOn: ['RecusalDecided'],
    outlivesEnd: true,
    basis: articleWithoutDays(28, '0018', 3),
  },
  /** Art. 25: each report of an urgent matter is due at once; the article says 及时 and gives no days. */
  reportUrgent: {
    binds: 'organ',
    after: 'overdue',
    span: days(1),
    bearer: 'urgencyMarker',
    startsOn: ['PetitionMarkedUrgent'],
    stopsOn: ['UrgentReported'],
    outlivesEnd: true,
    basis: articleWithoutDays(25, '0005'),
  },
  /** Before what people wrote is erased, each of them may take a copy, or object. It runs on a petition that has ended. */
  objectToErasure: {
    binds: 'petitioner',
    after: 'lapsed',
    span: days(90),
    bearer: 'person',
    startsOn: ['CopyOffered'],
    stopsOn: ['ErasureObjected', 'ErasureApproved'],
    outlivesEnd: true,
    basis: decided('0015'),
  },
} as const satisfies Record<string, ClockRule<FactName, Condition>>
