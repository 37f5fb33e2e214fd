import { article, articleWithoutDays, decided, rule } from '../basis.ts'
import type { Permission } from '../law.ts'
import { stageNames as always, endedStages as ended, type StageName, unfinishedStages as unfinished } from '../words.ts'

const beforeAcceptance = ['registered', 'routed'] as const
const inHand = ['accepted', 'answered'] as const
const beforeOpinion = [
  'registered',
  'routed',
  'objected',
  'disputed',
  'accepted',
  'answered',
  'served',
  'underReview',
  'reviewed',
] as const

/** From the first service on, each petitioner has rights of their own, whatever the others' requests have come to. */
const inReview = [
  'answered',
  'served',
  'underReview',
  'reviewIssued',
  'reviewed',
  'underReexamination',
  'reexaminationIssued',
] as const

/**
 * Who may do what at which stage: the whole procedure of chapters 3 and 4 in one table. An organ is named by the part it
 * plays in the petition. What else must hold is in the decisions; what is not here cannot be done at all.
 */
export const permissions = {
  Register: { by: ['anyOrgan', 'petitioner', 'house'], at: [], basis: article(22, 1) },
  Correct: { by: ['registrar', 'holder'], at: unfinished, basis: article(21, 2) },
  CorrectReceivedDay: { by: ['registrar'], post: 'head', at: unfinished, basis: decided('0024') },
  NameClerk: { by: ['holder'], at: unfinished, basis: article(14, 2) },
  MarkUrgent: { by: ['registrar', 'holder'], at: unfinished, basis: article(25, 1) },
  ReportUrgent: { by: ['registrar', 'holder'], at: always, basis: article(25, 1) },
  // the house: what somebody said on a reception day and wants to lie with it
  AddMaterial: { by: ['petitioner', 'registrar', 'holder', 'house'], at: unfinished, basis: article(19, 1) },
  AskPetitioner: { by: ['holder', 'registrar', 'reviewer', 'reexaminer'], at: unfinished, basis: article(31, 1, 6) },
  AnswerQuestion: { by: ['petitioner', 'holder', 'registrar'], at: unfinished, basis: article(31, 1, 6) },
  Link: { by: ['registrar', 'holder'], at: always, basis: decided('0008') },
  Unlink: { by: ['registrar', 'holder'], at: always, basis: decided('0008') },
  RenewKey: { by: ['registrar', 'holder'], at: always, basis: article(21, 2) },

  Transfer: { by: ['holder'], at: beforeAcceptance, basis: article(22, 1) },
  Assign: { by: ['holder'], at: beforeAcceptance, basis: article(22, 1, 3) },
  ObjectToTransfer: { by: ['holder'], at: ['routed'], basis: article(23, 3) },
  AgreeToReturn: { by: ['sender'], at: ['objected'], basis: article(23, 3) },
  InsistOnTransfer: { by: ['sender'], at: ['objected'], basis: article(23, 3) },
  ReferDispute: { by: ['sender', 'holder'], at: ['objected', 'routed'], basis: article(24, 1) },
  DecideDispute: { by: ['arbiter'], at: ['disputed'], basis: article(24, 1) },
  /** Whoever owes a report; in a chain of assignments that is not only the holder. */
  ReportBack: {
    by: ['anyOrgan'],
    at: [
      'accepted',
      'answered',
      'served',
      'underReview',
      'reviewIssued',
      'reviewed',
      'underReexamination',
      'reexaminationIssued',
      ...ended,
    ],
    basis: article(22, 1, 3),
  },
  PassDutiesOn: { by: ['house', 'registrar', 'sender', 'holder'], at: always, basis: article(24, 2) },
  LeaveSimplifiedTrack: {
    by: ['holder'],
    at: ['registered', 'routed', 'accepted'],
    basis: articleWithoutDays(31, '0009', 1, 6),
  },

  /** Whoever has it leads; the bureau that sent it and whoever decides a dispute may say who assists (art. 5, 24 (1)). */
  AskAssistance: {
    by: ['holder', 'sender', 'arbiter'],
    at: ['routed', 'disputed', 'accepted'],
    basis: decided('0042'),
  },
  ObjectToAssistance: { by: ['assistant'], at: unfinished, basis: decided('0042') },
  GoOnWithoutAssistance: { by: ['holder'], at: unfinished, basis: decided('0042') },
  NoteAssistance: { by: ['house'], at: always, basis: decided('0042') },

  Accept: { by: ['holder'], at: beforeAcceptance, basis: article(23, 3) },
  DeclineAcceptance: { by: ['holder'], at: beforeAcceptance, basis: article(19, 3) },
  Direct: { by: ['holder'], at: ['registered', 'routed', 'accepted'], basis: article(31, 1) },
  RecordContact: { by: ['holder', 'registrar', 'reviewer', 'reexaminer'], at: unfinished, basis: article(31, 1, 6) },
  AddEvidence: {
    by: ['holder', 'reviewer', 'reexaminer'],
    at: ['accepted', 'answered', 'underReview', 'underReexamination'],
    basis: article(31, 1, 6),
  },
  OpenHearing: { by: ['holder', 'reexaminer'], at: ['accepted', 'underReexamination'], basis: article(31, 1, 6) },
  CloseHearing: { by: ['holder', 'reexaminer'], at: ['accepted', 'underReexamination'], basis: article(31, 1, 6) },
  ProposeMediation: { by: ['holder'], at: ['accepted'], basis: article(33) },
  /** The house brings what the other side said, and how it ended, from the mediation itself (docs/adr/0048); never a petitioner’s word. */
  AnswerMediation: { by: ['petitioner', 'holder', 'house'], at: ['accepted'], basis: article(33) },
  EndMediation: { by: ['holder', 'house'], at: ['accepted'], basis: article(33) },
  ExtendHandling: { by: ['holder'], post: 'head', at: ['accepted'], basis: article(34) },
  TakeExtensionBack: {
    by: ['holder', 'reviewer', 'reexaminer'],
    post: 'head',
    at: ['accepted', 'underReview', 'underReexamination'],
    basis: decided('0024'),
  },
  IssueOpinion: { by: ['holder'], at: ['accepted'], basis: article(32, 1) },
  AnswerDuty: { by: ['holder'], at: ['accepted'], basis: article(31, 1, 5) },
  ConcludeSuggestion: { by: ['holder'], at: ['accepted'], basis: article(29, 1) },
  AnnounceDocument: { by: ['holder', 'reviewer', 'reexaminer'], at: always, basis: rule('MSSS', 95) },
  Serve: { by: ['holder', 'reviewer', 'reexaminer'], at: always, basis: article(35) },
  CorrectServedDay: {
    by: ['holder', 'reviewer', 'reexaminer'],
    post: 'head',
    at: [...inReview, 'closed'],
    basis: decided('0024'),
  },
  RecordExecution: {
    by: ['holder'],
    at: [
      'answered',
      'served',
      'underReview',
      'reviewIssued',
      'reviewed',
      'underReexamination',
      'reexaminationIssued',
      'finalised',
      'withdrawn',
    ],
    basis: article(32, 2),
  },
  Rate: {
    by: ['petitioner', 'registrar'],
    at: [
      'answered',
      'served',
      'underReview',
      'reviewIssued',
      'reviewed',
      'underReexamination',
      'reexaminationIssued',
      ...ended,
    ],
    basis: article(21, 2),
  },
  Withdraw: { by: ['petitioner', 'registrar', 'holder'], at: beforeOpinion, basis: decided('0010') },
  Settle: { by: ['petitioner', 'holder'], at: inHand, basis: article(33) },
  /** Whoever keeps the petition proposes, the organ above approves, each by its head; in between is the petitioner's word. */
  ProposeErasure: { by: ['registrar'], post: 'head', at: ended, basis: decided('0015') },
  ObjectToErasure: { by: ['petitioner'], at: ended, basis: decided('0015') },
  ApproveErasure: { by: ['approver'], post: 'head', at: ended, basis: decided('0015') },
  EraseContent: { by: ['house'], at: ended, basis: decided('0015') },
  /** What is sealed even from those who have a part; which post may, the decision says. */
  OpenSeal: {
    by: ['registrar', 'holder', 'sender', 'arbiter', 'reviewer', 'reexaminer'],
    at: always,
    basis: decided('0019'),
  },
  DeclareRecusal: {
    by: ['registrar', 'holder', 'sender', 'arbiter', 'reviewer', 'reexaminer', 'assistant'],
    at: always,
    basis: article(28, 3),
  },
  RequestRecusal: { by: ['petitioner'], at: unfinished, basis: article(28, 3) },
  DecideRecusal: { by: ['anyOrgan'], post: 'head', at: always, basis: article(28, 3) },
  NameComplained: { by: ['registrar', 'holder', 'reviewer', 'reexaminer'], at: unfinished, basis: article(30, 3) },
  IdentifyOfficial: { by: ['registrar', 'holder', 'reviewer', 'reexaminer'], at: unfinished, basis: article(28, 3) },
  InformAccused: { by: ['holder'], post: 'head', at: always, basis: article(30, 3) },
  /** Given by the rooms in which organs lead or work together, to those who must know of the matter for that; nobody gives it by hand. */
  ShareSight: { by: ['house'], at: always, basis: decided('0042') },
  EndSight: { by: ['house'], at: always, basis: decided('0042') },
  TakeSight: { by: ['house'], at: always, basis: decided('0042') },
  LapseSight: { by: ['house'], at: always, basis: decided('0042') },
  Close: { by: ['holder', 'house'], at: ['served', 'reviewed'], basis: article(34) },
  MarkOverdue: { by: ['house'], at: always, basis: article(45) },
  RecountClocks: { by: ['house'], at: always, basis: decided('0024') },
  LapseRight: { by: ['house'], at: always, basis: article(35) },

  RequestReview: {
    by: ['petitioner', 'registrar', 'holder', 'anyOrgan'],
    at: inReview,
    basis: article(35),
  },
  IssueReviewOpinion: { by: ['reviewer'], at: ['underReview', 'underReexamination'], basis: article(35) },
  RequestReexamination: {
    by: ['petitioner', 'registrar', 'holder', 'anyOrgan'],
    at: inReview,
    basis: article(36, 1),
  },
  IssueReexaminationOpinion: { by: ['reexaminer'], at: ['underReexamination'], basis: article(36, 1) },
  /** Steps of local law (docs/adr/0022): the Regulations neither ask for them nor allow them. */
  AcceptReview: null,
  ExtendReview: null,
} as const satisfies Record<string, Permission<StageName> | null>
