/** What each coded value of a fact is called, and in which words its value is said. */
import type { TermGroup } from '../../../wording/terms.ts'

type Kind =
  | 'organ'
  | 'day'
  | 'yesNo'
  | 'number'
  | 'text'
  | 'person'
  | 'claim'
  | 'clock'
  | 'question'
  | 'category'
  | 'place'

export interface ValueWords {
  readonly zh: string
  readonly en: string
  readonly is: Kind | { readonly term: TermGroup } | 'skip'
}

const value = (zh: string, en: string, is: ValueWords['is']): ValueWords => ({ zh, en, is })
const skipped = value('', '', 'skip')

/** By the last name in the path; a fact's own entry comes first. */
export const valueWords: Readonly<Record<string, ValueWords>> = {
  organ: value('单位', 'Organ', 'organ'),
  from: value('由', 'From', 'organ'),
  to: value('去向', 'To', 'organ'),
  by: value('依据', 'By', 'organ'),
  suggests: value('建议由其办理', 'Suggests', 'organ'),
  competent: value('有权处理的单位', 'Competent organ', 'organ'),
  arbiter: value('决定机关', 'Decided by', 'organ'),
  approver: value('批准机关', 'To be approved by', 'organ'),
  reportBy: value('报告期限', 'Report by', 'day'),
  due: value('延长至', 'Extended to', 'day'),
  executeBy: value('执行期限', 'Carry out by', 'day'),
  redoBy: value('重新办理期限', 'Handle afresh by', 'day'),
  servedOn: value('送达日期', 'Served on', 'day'),
  until: value('公告期满', 'Runs until', 'day'),
  publishedOn: value('公告日期', 'Published on', 'day'),
  receivedOn: value('收到日期', 'Received on', 'day'),
  ground: value('理由', 'Ground', { term: 'declineGround' }),
  earlier: value('原信访事项', 'Earlier petition', 'number'),
  route: value('途径', 'Route', { term: 'route' }),
  track: value('程序', 'Track', { term: 'track' }),
  way: value('方式', 'Way', { term: 'serviceWay' }),
  outcome: value('意见', 'Outcome', { term: 'outcome' }),
  adoption: value('采纳情况', 'Adoption', { term: 'adoption' }),
  performed: value('是否履行', 'Performed', 'yesNo'),
  heard: value('已听取陈述', 'Heard', 'yesNo'),
  done: value('执行完毕', 'Carried out', 'yesNo'),
  toAll: skipped,
  consents: value('同意', 'Consents', 'yesNo'),
  party: value('当事人', 'Party', { term: 'mediationParty' }),
  person: value('信访人', 'Petitioner', 'person'),
  identity: value('身份核实', 'Identity', { term: 'identityProof' }),
  claim: skipped,
  kind: value('文书', 'Document', { term: 'documentKind' }),
  whom: value('评价对象', 'Whom', { term: 'rated' }),
  solved: value('问题解决', 'Solved', { term: 'grade' }),
  fair: value('办理公正', 'Fairly treated', { term: 'grade' }),
  clock: value('期限', 'Clock', 'clock'),
  field: value('项目', 'Field', { term: 'field' }),
  consent: value('本人同意', 'Consent given', 'yesNo'),
  about: value('情形', 'About', { term: 'obstruction' }),
  as: value('关系', 'As', { term: 'link' }),
  stage: skipped,
  ref: skipped,
  document: skipped,
  account: skipped,
  approvedBy: skipped,
  file: skipped,
  mediaType: skipped,
  bytes: skipped,
  seal: value('查看内容', 'Opened', { term: 'seal' }),
  purpose: value('用途', 'For', { term: 'openingPurpose' }),
  posts: value('岗位', 'Post', { term: 'post' }),
  material: skipped,
  officials: skipped,
  request: skipped,
  decider: value('决定机关', 'Decided by', 'organ'),
  complained: skipped,
  recipients: value('应当报告', 'To report to', { term: 'urgentRecipient' }),
}

const own: Readonly<Record<string, Readonly<Record<string, ValueWords>>>> = {
  PetitionerContacted: { way: value('方式', 'Way', { term: 'contactWay' }) },
  ReviewOpinionIssued: { outcome: value('结论', 'Conclusion', { term: 'reviewOutcome' }) },
  ReexaminationOpinionIssued: { outcome: value('结论', 'Conclusion', { term: 'reviewOutcome' }) },
  UrgentReported: { to: value('报告对象', 'Reported to', { term: 'urgentRecipient' }) },
  PetitionsLinked: { to: value('信访事项', 'Petition', 'number') },
  PetitionsUnlinked: { from: value('信访事项', 'Petition', 'number') },
  DisputeReferred: {
    arbiter: skipped,
    by: value('提请单位', 'Referred by', 'organ'),
    to: value('决定机关', 'Decided by', 'organ'),
  },
  HandlingReopened: { by: value('撤销原意见的机关', 'Quashed by', 'organ') },
  PetitionCorrected: { from: value('原为', 'Was', 'text'), to: value('改为', 'Now', 'text') },
  QuestionAnswered: { ref: value('询问', 'Question', 'question') },
  RecusalRequested: { whom: value('申请回避的人员', 'Of whom', { term: 'recusalOf' }) },
  ComplainedNamed: { as: value('关系', 'As', { term: 'complained' }) },
  ExtensionTakenBack: { due: value('恢复为', 'Back to', 'day'), decidedBy: skipped },
  ReceivedDayCorrected: { from: value('原为', 'Was', 'day'), to: value('改为', 'Now', 'day'), decidedBy: skipped },
  ServedDayCorrected: {
    ...{ from: value('原为', 'Was', 'day'), to: value('改为', 'Now', 'day'), decidedBy: skipped },
    reopens: value('恢复到', 'Open again as', { term: 'stage' }),
  },
  ClocksRecounted: { from: value('原为', 'Was', 'day'), to: value('改为', 'Now', 'day') },
  AccusedInformed: { by: value('告知机关', 'Told by', 'organ'), organ: value('被告知单位', 'Told to', 'organ') },
  AssistanceAsked: {
    by: value('提出单位', 'Asked by', 'organ'),
    organ: value('协办单位', 'Assists', 'organ'),
    until: value('何时报来', 'Report by', 'day'),
    claims: value('涉及的请求', 'For', 'claim'),
    ref: skipped,
  },
  AssistanceReported: { result: value('结果', 'Result', { term: 'assistanceResult' }), ref: skipped },
  SightShared: {
    organ: value('单位', 'Organ', 'organ'),
    kind: value('事由', 'For', { term: 'sightReason' }),
    until: value('至', 'Until', 'day'),
    stream: skipped,
    accounts: skipped,
  },
  SightEnded: { kind: value('事由', 'For', { term: 'sightReason' }), stream: skipped },
  HearingOpened: {
    stage: value('阶段', 'Stage', { term: 'hearingStage' }),
    heldOn: value('听证日期', 'Held on', 'day'),
  },
}

export const wordsForValue = (type: string, field: string): ValueWords | undefined =>
  own[type]?.[field] ?? valueWords[field]

/** A corrected value is coded by the field that was corrected. */
export const correctedTerm: Readonly<Record<string, TermGroup | Kind>> = {
  class: 'class',
  channel: 'channel',
  category: 'category',
  place: 'place',
  firstTime: 'yesNo',
}

/** What each piece of prose in a fact is called; pieces that need no name have none. */
export const textWords: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  note: { zh: '备注', en: 'Note' },
  reason: { zh: '理由', en: 'Reason' },
  reasons: { zh: '理由', en: 'Reasons' },
  report: { zh: '办理经过', en: 'Course of handling' },
  result: { zh: '办理结果', en: 'Result' },
  procedure: { zh: '处理途径和程序', en: 'Route and procedure' },
  explanation: { zh: '释法说明', en: 'Explanation' },
  to: { zh: '应当提出的机关', en: 'Where to turn' },
  limit: { zh: '该程序的期限', en: 'Time limit there' },
  proof: { zh: '证明', en: 'Proof' },
  facts: { zh: '事实和理由', en: 'Facts and reasons' },
  legalBasis: { zh: '法律依据', en: 'Legal basis' },
  remedy: { zh: '救济途径', en: 'Remedy' },
  answer: { zh: '答复', en: 'Answer' },
  what: { zh: '请其协办', en: 'What is asked' },
  question: { zh: '询问', en: 'Question' },
  opinion: { zh: '意见', en: 'Opinion' },
  grounds: { zh: '请求理由', en: 'Grounds' },
  subject: { zh: '听证事项', en: 'Subject' },
  place: { zh: '听证地点', en: 'Place' },
  record: { zh: '记录', en: 'Record' },
  conclusion: { zh: '听证意见', en: 'Conclusion' },
  mediator: { zh: '调解人', en: 'Mediator' },
  about: { zh: '调解事项', en: 'About' },
  agreement: { zh: '协议', en: 'Agreement' },
  study: { zh: '研究论证', en: 'Study' },
  reply: { zh: '回复', en: 'Reply' },
  comment: { zh: '评语', en: 'Comment' },
  text: { zh: '内容', en: 'Text' },
  signature: { zh: '签名', en: 'Signature' },
  witness: { zh: '见证人', en: 'Witness' },
  photo: { zh: '照片', en: 'Photograph' },
  postalReceipt: { zh: '邮政回执', en: 'Postal receipt' },
  name: { zh: '文件', en: 'File' },
  from: { zh: '原为', en: 'Was' },
  extract: { zh: '告知内容', en: 'What it was told' },
  official: { zh: '人员', en: 'Official' },
}

/** For corrected prose `to` is the new text, not a place to turn to. */
export const correctedTextWords = { to: { zh: '改为', en: 'Now' }, from: { zh: '原为', en: 'Was' } }
