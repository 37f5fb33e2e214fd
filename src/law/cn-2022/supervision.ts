/**
 * Supervision (督办、督查) under the Regulations: art. 40 (1) says when, art. 38, 39 and 16 who may do what, art. 42–46 what is an error
 * that must be put right. The Regulations give neither numbers nor days for it: docs/adr/0030.
 */
import { workingDays } from '../../kernel/span.ts'
import { article, articleWithoutDays, articleWithoutNumber, decided } from '../basis.ts'
import type { FindingLaw, FindingRule, OpenerKind, OrderKind, OrderLaw, SupervisionLaw } from '../supervision.ts'

/** 违反规定受理、办理 · 推诿、敷衍、拖延 · 弄虚作假 · 拒不执行 · 等情形 */
const found = article(40, 1)
/** A number that the article leaves open; why these: docs/adr/0031. */
const often = articleWithoutNumber(40, '0031', 1)

const findings = {
  notRoutedInTime: { trigger: 'procedureNotFollowed', basis: found, liability: article(43) },
  notNotifiedInTime: { trigger: 'procedureNotFollowed', basis: found, liability: article(44, 1, 3) },
  notAnsweredInTime: { trigger: 'shirking', basis: found, liability: article(45, 1, 1) },
  issuedNotServed: { trigger: 'procedureNotFollowed', basis: found, liability: article(45, 1, 4) },
  resultNotReported: { trigger: 'procedureNotFollowed', basis: found, liability: article(45, 1, 4) },
  handedOnTooOften: { trigger: 'shirking', basis: often, liability: article(45, 1, 1), atLeast: 3 },
  returnedTooOften: { trigger: 'shirking', basis: often, liability: article(45, 1, 1), atLeast: 2 },
  disputeUndecided: { trigger: 'shirking', basis: found, liability: article(45, 1, 1) },
  claimsUnanswered: { trigger: 'shirking', basis: found, liability: article(45, 1, 1) },
  /** Signs that are left of an answer once set phrases are taken away: fewer than these say nothing. */
  emptyAnswer: { trigger: 'shirking', basis: often, liability: article(45, 1, 1), atLeast: 6 },
  /** Other petitions, asking for something else, that the same organ gave the same answer within twelve months. */
  boilerplateAnswer: { trigger: 'shirking', basis: often, liability: article(45, 1, 1), atLeast: 3 },
  completionContested: { trigger: 'falseResult', basis: found, liability: article(45, 1, 4) },
  evidenceMissing: { trigger: 'falseResult', basis: found, liability: article(45, 1, 4) },
  urgentReportedLate: { trigger: 'procedureNotFollowed', basis: found, liability: article(46, 1, 4) },
  opinionNotCarriedOut: { trigger: 'opinionNotCarriedOut', basis: found, liability: article(45, 1, 4) },
  proposalUnanswered: { trigger: 'other', basis: article(40, 4), liability: article(45, 1, 3) },
  /** Petitions about the same matter after it was answered. No error by itself, and never counted by who petitions. */
  sameMatterAgain: { trigger: 'other', basis: often, liability: null, atLeast: 2 },
  seenBySupervisor: { trigger: 'other', basis: found, liability: null },
} as const satisfies Record<FindingRule, FindingLaw>

const everybody = ['bureau', 'commissioner', 'inspectionOffice', 'conference'] as const satisfies OpenerKind[]
const plain = {
  needsCriteria: false,
  severalOrgans: false,
  over: ['petition', 'topic', 'proposal'],
  inspection: null,
  untilExecuted: false,
  isPublic: false,
} as const
const ofOneMatter = ['petition', 'proposal'] as const

/** Up to `joint` whoever supervises; 专项 is party and government's; 约谈、挂牌、责令整改 are the conference's and nobody else's. */
const orders = {
  urging: { ...plain, openers: everybody, strictness: 1, over: ofOneMatter, basis: article(40, 1) },
  followUp: {
    ...plain,
    ...{ openers: everybody, strictness: 2, over: ['petition'], untilExecuted: true, basis: article(14, 1, 3) },
  },
  onSite: { ...plain, openers: everybody, strictness: 3, inspection: 'onSite', basis: article(38, 2) },
  joint: { ...plain, openers: everybody, strictness: 4, severalOrgans: true, basis: article(38, 2) },
  special: { ...plain, openers: ['inspectionOffice'], strictness: 5, over: ['topic'], basis: article(38, 1) },
  interview: { ...plain, openers: ['conference'], strictness: 6, inspection: 'interview', basis: article(39, 3) },
  rectification: { ...plain, openers: ['conference'], strictness: 7, needsCriteria: true, basis: article(39, 3) },
  listed: {
    ...plain,
    ...{ openers: ['conference'], strictness: 8, needsCriteria: true, isPublic: true, basis: article(39, 3) },
  },
} as const satisfies Record<OrderKind, OrderLaw>

export const supervision = {
  findings,
  orders,
  clocks: {
    /** 应当及时督办: in time, without a day. */
    decideFinding: { span: workingDays(5), basis: articleWithoutDays(40, '0030', 1) },
    reportOnOrder: { span: { unit: 'designated' }, basis: article(40, 1) },
    verifyReport: { span: workingDays(10), basis: decided('0030') },
  },
} as const satisfies SupervisionLaw
