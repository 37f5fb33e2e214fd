/**
 * What can be asked of a petition over the wire: one entry a command, its path and its body. Routes, the OpenAPI document and
 * the web's typed client all come from this table. Prose is sealed before a command reaches a rule.
 */
import { z } from 'zod'
import { findCategory } from '../law/codes/categories.ts'
import { mediaTypes } from '../platform/http/accepted-files.ts'
import { day, organId, petitionNumber, prose } from '../platform/http/fields.ts'
import type { CommandType } from './petition.ts'

/** A code of the table, never words: what is not sealed has no room for them. */
export const categoryId = z
  .string()
  .max(60)
  .refine((id) => findCategory(id) !== undefined)
const note = prose({ max: 2000 }).nullable().default(null)
const long = prose({ max: 20_000, min: 1 })
const short = prose({ max: 2000, min: 1 })
const ref = z.string().regex(/^[a-z]\d{1,4}$/)
const accountId = z.string().regex(/^[A-Za-z0-9._-]{1,64}$/)
/** A file's name within the petition: `f1`, or with a stamp when it was added later. */
const materialRef = z.string().regex(/^[a-z][a-z0-9.]{0,40}$/)
const serviceWay = z.enum(['direct', 'adultFamily', 'left', 'post', 'electronic', 'phone', 'announcement'])
const outcome = z.enum(['supported', 'explained', 'notSupported'])
const grade = z.enum(['satisfied', 'partly', 'dissatisfied'])
const routeName = z.enum([
  'judicialProcedure',
  'arbitration',
  'partyProcedure',
  'administrativeProcedure',
  'performDuty',
  'handlingOpinion',
])
const urgentRecipient = z.enum([
  'ownParty',
  'ownGovernment',
  'competentDepartment',
  'conferenceOffice',
  'upperBureau',
  'nationalBureau',
])
/** What offices write to each other about where a matter belongs: also those read it who may not read an accusation. */
const officeNote = prose({ max: 2000, part: 'office' }).nullable().default(null)
const officeWords = prose({ max: 2000, min: 1, part: 'office' })
/** Who signed, and who opened the door, says who petitions as well as the form does. */
const whoSigned = prose({ max: 2000, min: 1, part: 'identity' })
const maybeWhoSigned = prose({ max: 2000, part: 'identity' }).nullable().default(null)
const told = z.object({ way: z.enum(['onTheSpot', ...serviceWay.options]), proof: maybeWhoSigned })
const signed = z.object({ signature: whoSigned, witness: whoSigned }).nullable().default(null)

export const materialInput = z.object({
  file: z.string().regex(/^[A-Za-z0-9_-]{16,128}$/),
  name: prose({ max: 255, min: 1, singleLine: true }),
  mediaType: z.string().refine((type) => mediaTypes.has(type)),
  bytes: z.int().positive(),
})
const materials = z.array(materialInput).max(20).default([])

const reviewOpinion = z.object({
  outcome: z.enum(['upheld', 'changed', 'quashed']),
  facts: long,
  opinion: long,
  legalBasis: long,
  redoBy: day().nullable().default(null),
})

const opinion = z.object({
  facts: long,
  legalBasis: long,
  answers: z
    .array(z.object({ claim: ref, outcome, answer: long }))
    .min(1)
    .max(50),
  remedy: prose({ max: 4000 }).nullable().default(null),
  executeBy: day().nullable().default(null),
})

const correction = z.discriminatedUnion('field', [
  z.object({ field: z.literal('class'), to: z.enum(['suggestion', 'accusation', 'appeal']), reason: short }),
  z.object({ field: z.literal('category'), to: categoryId, reason: short }),
  z.object({ field: z.literal('place'), to: z.string().regex(/^\d{2,12}$/), reason: short }),
  z.object({ field: z.literal('channel'), to: z.enum(['letter', 'visit', 'online', 'call', 'other']), reason: short }),
  z.object({ field: z.literal('headcount'), to: z.int().min(1).max(100_000), reason: short }),
  z.object({ field: z.literal('firstTime'), to: z.boolean(), reason: short }),
  z.object({ field: z.literal('title'), to: prose({ max: 200, min: 1, singleLine: true }), reason: short }),
  z.object({ field: z.literal('text'), to: prose({ max: 50_000, min: 1 }), reason: short }),
])

type Entry = {
  readonly type: CommandType
  readonly who: 'staff' | 'petitioner' | 'both'
  readonly body: z.ZodType
  readonly zh: string
  readonly en: string
}

const entry = <const T extends CommandType, B extends z.ZodType>(
  type: T,
  who: Entry['who'],
  zh: string,
  en: string,
  body: B,
) => ({ type, who, zh, en, body })

/** Path segment → command. */
export const petitionCommands = {
  correct: entry('Correct', 'staff', '更正登记内容', 'Correct a field', correction),
  'name-clerk': entry(
    'NameClerk',
    'staff',
    '指定经办人',
    'Name the clerk',
    z.object({
      account: accountId.nullable(),
    }),
  ),
  'mark-urgent': entry('MarkUrgent', 'staff', '标为重大紧急', 'Mark as urgent', z.object({ reason: short })),
  'report-urgent': entry(
    'ReportUrgent',
    'staff',
    '报告重大紧急事项',
    'Report an urgent matter',
    z.object({ to: urgentRecipient, note: short }),
  ),
  'add-material': entry('AddMaterial', 'both', '补充材料', 'Add material', z.object({ note, materials })),
  'ask-petitioner': entry(
    'AskPetitioner',
    'staff',
    '向信访人了解情况',
    'Ask the petitioner',
    z.object({ question: short }),
  ),
  'answer-question': entry(
    'AnswerQuestion',
    'both',
    '回答询问',
    'Answer a question',
    z.object({ question: ref, answer: prose({ max: 5000, min: 1 }) }),
  ),
  link: entry(
    'Link',
    'staff',
    '并案',
    'Link with another petition',
    z.object({ to: petitionNumber(), as: z.enum(['lead', 'member']), reason: short }),
  ),
  unlink: entry('Unlink', 'staff', '撤销并案', 'Take a link back', z.object({ from: petitionNumber(), reason: short })),
  'renew-key': entry(
    'RenewKey',
    'staff',
    '换发查询码',
    'Renew a lost key',
    z.object({
      person: ref.default('p1'),
      identity: z.enum(['oldKeyShown', 'idCardSeen', 'knownInPerson', 'otherRepresentatives', 'letterToAddress']),
      /** Typed by the petitioner, where the old key is shown; kept nowhere. */
      oldKey: z.string().max(64).nullable().default(null),
      witness: whoSigned,
    }),
  ),

  transfer: entry('Transfer', 'staff', '转送', 'Transfer', z.object({ to: organId(), note: officeNote })),
  assign: entry(
    'Assign',
    'staff',
    '交办',
    'Assign with report back',
    z.object({ to: organId(), reportBy: day(), note: officeNote }),
  ),
  'object-to-transfer': entry(
    'ObjectToTransfer',
    'staff',
    '提出异议',
    'Object to the transfer',
    z.object({ reasons: prose({ max: 5000, min: 10, part: 'office' }), suggests: organId().nullable().default(null) }),
  ),
  'agree-to-return': entry('AgreeToReturn', 'staff', '同意退回', 'Agree to the return', z.object({ note: officeNote })),
  'insist-on-transfer': entry(
    'InsistOnTransfer',
    'staff',
    '维持转送',
    'Insist on the transfer',
    z.object({ reasons: officeWords }),
  ),
  'refer-dispute': entry(
    'ReferDispute',
    'staff',
    '提请裁定管辖',
    'Refer the dispute',
    z.object({ to: organId(), note: officeNote }),
  ),
  'decide-dispute': entry(
    'DecideDispute',
    'staff',
    '裁定管辖',
    'Decide who is competent',
    z.object({ competent: organId(), reasons: officeWords }),
  ),
  'ask-assistance': entry(
    'AskAssistance',
    'staff',
    '请有关单位协办',
    'Ask another organ to assist',
    z.object({ of: organId(), claims: z.array(ref).max(100).default([]), what: officeWords, by: day() }),
  ),
  'object-to-assistance': entry(
    'ObjectToAssistance',
    'staff',
    '对协办提出异议',
    'Object to assisting',
    z.object({ assistance: ref, reasons: prose({ max: 5000, min: 10, part: 'office' }) }),
  ),
  'go-on-without-assistance': entry(
    'GoOnWithoutAssistance',
    'staff',
    '不再等待协办意见',
    'Go on without the assistance',
    z.object({ assistance: ref, reason: officeWords }),
  ),
  'report-back': entry(
    'ReportBack',
    'staff',
    '提交办结报告',
    'Report back',
    z.object({ report: prose({ max: 20_000, min: 1, part: 'office' }), result: officeWords }),
  ),
  'pass-duties-on': entry(
    'PassDutiesOn',
    'staff',
    '移交承继机关',
    'Pass duties on to the successor',
    z.object({ from: organId(), to: organId() }),
  ),
  'leave-simplified-track': entry(
    'LeaveSimplifiedTrack',
    'staff',
    '转为普通程序',
    'Leave the simplified track',
    z.object({ reason: short }),
  ),

  accept: entry(
    'Accept',
    'staff',
    '受理并告知',
    'Accept and notify',
    z.object({
      route: z.enum(['handlingOpinion', 'performDuty']).nullable().default(null),
      track: z.enum(['ordinary', 'simplified']).default('ordinary'),
      procedure: short,
      told,
    }),
  ),
  'decline-acceptance': entry(
    'DeclineAcceptance',
    'staff',
    '不予受理',
    'Decline acceptance',
    z.object({
      ground: z.enum(['sameMatterInProgress', 'alreadyReexamined', 'notWithinCompetence', 'levelSkipped']),
      competent: organId().nullable().default(null),
      earlier: petitionNumber().nullable().default(null),
      reasons: short,
      told,
    }),
  ),
  direct: entry(
    'Direct',
    'staff',
    '导入法定途径',
    'Direct to a statutory route',
    z.object({ route: routeName, to: short, explanation: short, limit: note, told }),
  ),
  'record-contact': entry(
    'RecordContact',
    'staff',
    '记录联系信访人',
    'Record a contact',
    z.object({
      way: z.enum(['phone', 'visit', 'online', 'letter', 'onSite']),
      note: prose({ max: 10_000, min: 1 }),
      heard: z.boolean().default(false),
    }),
  ),
  'add-evidence': entry('AddEvidence', 'staff', '补充调查材料', 'Add evidence', z.object({ note: short, materials })),
  'open-hearing': entry(
    'OpenHearing',
    'staff',
    '举行听证',
    'Open a hearing',
    z.object({ subject: short, heldOn: day(), place: prose({ max: 300, min: 1, singleLine: true }) }),
  ),
  'close-hearing': entry(
    'CloseHearing',
    'staff',
    '听证结束',
    'Close the hearing',
    z.object({ record: long, conclusion: long }),
  ),
  'propose-mediation': entry(
    'ProposeMediation',
    'staff',
    '提议调解',
    'Propose mediation',
    z.object({ mediator: short, about: short }),
  ),
  'answer-mediation': entry(
    'AnswerMediation',
    'both',
    '答复调解提议',
    'Answer the mediation proposal',
    z.object({ party: z.enum(['petitioner', 'otherParty']).default('petitioner'), consents: z.boolean(), signed }),
  ),
  'end-mediation': entry(
    'EndMediation',
    'staff',
    '结束调解',
    'End the mediation',
    z.object({ agreement: prose({ max: 20_000 }).nullable().default(null), note: short }),
  ),
  'extend-handling': entry(
    'ExtendHandling',
    'staff',
    '延长办理期限',
    'Extend handling',
    z.object({ until: day(), reason: short, told }),
  ),
  'take-extension-back': entry(
    'TakeExtensionBack',
    'staff',
    '撤销延期',
    'Take the extension back',
    z.object({ reason: short, told }),
  ),
  'correct-received-day': entry(
    'CorrectReceivedDay',
    'staff',
    '更正收到日期',
    'Correct the day it was received',
    z.object({ receivedOn: day(), reason: short }),
  ),
  'correct-served-day': entry(
    'CorrectServedDay',
    'staff',
    '更正送达日期',
    'Correct the day of service',
    z.object({ document: ref, person: ref, servedOn: day(), reason: short }),
  ),
  'issue-opinion': entry('IssueOpinion', 'staff', '出具处理意见书', 'Issue the handling opinion', opinion),
  'answer-duty': entry(
    'AnswerDuty',
    'staff',
    '履职或答复',
    'Perform the duty or reply',
    z.object({ performed: z.boolean(), answer: long, legalBasis: long }),
  ),
  'conclude-suggestion': entry(
    'ConcludeSuggestion',
    'staff',
    '回复建议',
    'Reply to the suggestion',
    z.object({ adoption: z.enum(['wholly', 'partly', 'notAdopted']), study: long, reply: long }),
  ),
  'announce-document': entry(
    'AnnounceDocument',
    'staff',
    '发布送达公告',
    'Announce a document',
    // what was tried says where the petitioner lives
    z.object({ document: ref, reason: whoSigned }),
  ),
  serve: entry(
    'Serve',
    'staff',
    '送达',
    'Serve a document',
    z.object({
      document: ref,
      person: ref,
      way: serviceWay,
      servedOn: day(),
      proof: z.object({
        signature: whoSigned.optional(),
        witness: whoSigned.optional(),
        photo: whoSigned.optional(),
        postalReceipt: whoSigned.optional(),
        consent: z.boolean().optional(),
        record: whoSigned.optional(),
      }),
    }),
  ),
  'record-execution': entry(
    'RecordExecution',
    'staff',
    '记录落实情况',
    'Record execution',
    z.object({ done: z.boolean(), note: short }),
  ),
  rate: entry(
    'Rate',
    'both',
    '评价',
    'Rate',
    z.object({ whom: z.enum(['bureau', 'organ']), solved: grade, fair: grade, comment: note, signed }),
  ),
  withdraw: entry(
    'Withdraw',
    'both',
    '撤回',
    'Withdraw',
    z.object({ person: ref.default('p1'), reason: note, signed }),
  ),
  settle: entry(
    'Settle',
    'both',
    '和解',
    'Settle',
    z.object({ person: ref.default('p1'), agreement: prose({ max: 20_000, min: 1 }), signed }),
  ),
  'propose-erasure': entry('ProposeErasure', 'staff', '提议销毁内容', 'Propose erasure', z.object({})),
  'object-to-erasure': entry(
    'ObjectToErasure',
    'petitioner',
    '不同意销毁',
    'Object to erasure',
    z.object({ reason: note }),
  ),
  'approve-erasure': entry('ApproveErasure', 'staff', '批准销毁内容', 'Approve erasure', z.object({})),
  'open-seal': entry(
    'OpenSeal',
    'staff',
    '查看密封内容',
    'Open what is sealed',
    z.object({
      seal: z.enum(['identity', 'accusation', 'material']),
      material: materialRef.nullable().default(null),
      purpose: z.enum(['route', 'contact', 'investigate', 'answer', 'serve', 'review']),
      reason: short,
    }),
  ),
  'declare-recusal': entry(
    'DeclareRecusal',
    'staff',
    '自行回避',
    'Withdraw from the matter',
    z.object({ reason: short }),
  ),
  'request-recusal': entry(
    'RequestRecusal',
    'petitioner',
    '申请回避',
    'Ask for a recusal',
    z.object({ whom: z.enum(['clerk', 'head', 'named']), reasons: short }),
  ),
  'decide-recusal': entry(
    'DecideRecusal',
    'staff',
    '决定是否回避',
    'Decide on the recusal',
    z.object({ request: ref, account: accountId.nullable().default(null), reasons: short }),
  ),
  'name-complained': entry(
    'NameComplained',
    'staff',
    '补充登记被反映的单位或者人员',
    'Name whom it is about',
    z.object({
      as: z.enum(['accused', 'respondent']),
      organ: organId().nullable().default(null),
      official: prose({ max: 200, singleLine: true }).nullable().default(null),
      reason: short,
    }),
  ),
  'identify-official': entry(
    'IdentifyOfficial',
    'staff',
    '确认被反映人员身份',
    'Identify the official',
    z.object({ complained: z.int().min(0).max(100), account: accountId }),
  ),
  'inform-accused': entry(
    'InformAccused',
    'staff',
    '依法向被检举单位告知',
    'Inform the accused organ',
    z.object({ organ: organId(), extract: prose({ max: 5000, min: 1 }), legalBasis: short }),
  ),
  close: entry('Close', 'staff', '办结', 'Close', z.object({})),

  'accept-review': entry('AcceptReview', 'staff', '受理复查、复核申请', 'Take the request up', z.object({ told })),
  'extend-review': entry(
    'ExtendReview',
    'staff',
    '延长复查、复核期限',
    'Extend the review',
    z.object({ until: day(), reason: short, told }),
  ),
  'request-review': entry(
    'RequestReview',
    'both',
    '请求复查',
    'Request review',
    z.object({ organ: organId(), person: ref.default('p1'), grounds: prose({ max: 10_000, min: 1 }), signed }),
  ),
  'issue-review-opinion': entry(
    'IssueReviewOpinion',
    'staff',
    '出具复查意见',
    'Issue the review opinion',
    reviewOpinion,
  ),
  'request-reexamination': entry(
    'RequestReexamination',
    'both',
    '请求复核',
    'Request re-examination',
    z.object({ organ: organId(), person: ref.default('p1'), grounds: prose({ max: 10_000, min: 1 }), signed }),
  ),
  'issue-reexamination-opinion': entry(
    'IssueReexaminationOpinion',
    'staff',
    '出具复核意见',
    'Issue the re-examination opinion',
    reviewOpinion,
  ),
} as const satisfies Record<string, Entry>

export type PetitionCommandPath = keyof typeof petitionCommands
