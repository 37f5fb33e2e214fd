/**
 * The words that a pack is written in. `PetitionLaw` in the petition room is checked against them, so a pack
 * cannot name a fact, a stage or a circumstance that no room knows. Lists, because a pack that is read from a file is checked too.
 */

/** Circumstances that decide whether a clock rule applies. Read from the petition as it is after the fact. */
export const conditionNames = [
  'heldByBureau',
  'heldByOtherOrgan',
  'appeal',
  'suggestion',
  'accusation',
  'notAccusation',
  'ordinary',
  'simplified',
  'accepted',
  'notYetAccepted',
  'towardsOpinion',
  'towardsDuty',
  'supported',
  'opinionServedToAll',
  'servesOpinion',
  'servesReview',
  'reviewStands',
  'reviewServedToAll',
  'reexaminationServedToAll',
  'executionDone',
] as const
export type Condition = (typeof conditionNames)[number]

/** Facts of a petition that start or stop a clock. */
export const factNames = [
  'PetitionRegistered',
  'PetitionTransferred',
  'PetitionAssigned',
  'PetitionAccepted',
  'AcceptanceDeclined',
  'PetitionDirected',
  'TransferObjected',
  'TransferReturned',
  'TransferUpheld',
  'DisputeReferred',
  'DisputeDecided',
  'ReportedBack',
  'SimplifiedTrackLeft',
  'OpinionIssued',
  'DocumentServed',
  'ExecutionRecorded',
  'ReviewRequested',
  'ReexaminationRequested',
  'ReviewAccepted',
  'ReviewOpinionIssued',
  'ReexaminationOpinionIssued',
  'HandlingReopened',
  'PetitionSettled',
  'PetitionMarkedUrgent',
  'UrgentReported',
  'CopyOffered',
  'ErasureObjected',
  'ErasureApproved',
  'RecusalRequested',
  'RecusalDecided',
  'AssistanceAsked',
  'AssistanceObjected',
  'AssistanceReported',
  'AssistanceEnded',
] as const
export type FactName = (typeof factNames)[number]

/** Clocks that only packs read from files have. */
export const localClockNames = ['acceptReview', 'acceptReexamination'] as const

/** The stages at which something is still owed to the petitioner. */
export const unfinishedStages = [
  'registered',
  'routed',
  'objected',
  'disputed',
  'accepted',
  'answered',
  'served',
  'underReview',
  'reviewIssued',
  'reviewed',
  'underReexamination',
  'reexaminationIssued',
] as const

/** The stages at which a petition has come to its end. */
export const endedStages = ['closed', 'finalised', 'declined', 'directed', 'withdrawn', 'settled'] as const

export const stageNames = [...unfinishedStages, ...endedStages] as const
export type StageName = (typeof stageNames)[number]
