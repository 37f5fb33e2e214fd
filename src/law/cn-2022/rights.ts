import { article, decided, rule } from '../basis.ts'
import type { RightName, RightRule } from '../law.ts'
import type { StageName } from '../words.ts'
import type { permissions } from './permissions.ts'

/**
 * What the Regulations on Petition Work give whoever petitions. Where a right is used by a command, its stages stand with that
 * command in the table of permissions, and its last day with its clock: nothing is said twice.
 */
export const rights = {
  anyChannel: { kind: 'may', at: [], basis: article(17, 1) },
  oralRecord: { kind: 'owed', at: [], basis: article(19, 1) },
  registered: { kind: 'owed', at: [], basis: article(22, 1) },
  toldInWriting: { kind: 'owed', at: ['registered', 'routed', 'objected', 'disputed'], basis: article(23, 2) },
  guided: {
    kind: 'owed',
    at: ['registered', 'routed', 'objected', 'disputed', 'declined', 'directed'],
    basis: article(23, 1),
  },
  jointReception: { kind: 'may', at: [], basis: article(18, 3) },
  follow: { kind: 'may', basis: article(21, 2) },
  addMaterial: { kind: 'may', command: 'AddMaterial', basis: article(19, 1) },
  answerQuestion: { kind: 'may', command: 'AnswerQuestion', basis: article(31, 1, 6) },
  heard: { kind: 'owed', at: ['accepted'], classes: ['appeal'], basis: article(31, 1, 6) },
  recusal: { kind: 'may', command: 'RequestRecusal', basis: article(28, 3) },
  secrecy: { kind: 'owed', classes: ['accusation'], basis: article(30, 3) },
  noRetaliation: { kind: 'may', basis: article(18, 4) },
  reasonedOpinion: { kind: 'owed', at: ['accepted'], classes: ['appeal'], basis: article(32, 1) },
  reasonForDelay: { kind: 'owed', at: ['accepted'], classes: ['appeal'], basis: article(34) },
  replyToSuggestion: { kind: 'owed', at: ['accepted'], classes: ['suggestion'], basis: article(29, 1) },
  consentToMediation: { kind: 'may', command: 'AnswerMediation', besides: true, basis: article(33) },
  settle: { kind: 'may', command: 'Settle', besides: true, basis: article(33) },
  withdraw: { kind: 'may', command: 'Withdraw', besides: true, basis: decided('0010') },
  requestReview: { kind: 'may', command: 'RequestReview', clock: 'requestReview', besides: true, basis: article(35) },
  requestReexamination: {
    kind: 'may',
    command: 'RequestReexamination',
    clock: 'requestReexamination',
    besides: true,
    basis: article(36, 1),
  },
  rate: { kind: 'may', command: 'Rate', basis: article(21, 2) },
  relief: { kind: 'owed', basis: article(37, 2) },
  ownRecord: { kind: 'may', basis: rule('PIPL', 45) },
  objectToErasure: { kind: 'may', command: 'ObjectToErasure', clock: 'objectToErasure', basis: decided('0015') },
} as const satisfies Record<RightName, RightRule<keyof typeof permissions, StageName>>
