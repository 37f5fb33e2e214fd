import type { PetitionCommandPath } from '../src/petition/commands.ts'

const told = { way: 'onTheSpot', proof: '当面告知' }
const signed = { signature: '按手印', witness: '窗口工作人员' }
const reviewOpinion = { outcome: 'upheld', facts: '属实', opinion: '维持', legalBasis: '条例', redoBy: null }
/** A number that is well formed and nobody's. */
export const nobodysNumber = '261123000000003'

/** For every command to a report a body that its contract takes. */
export const reportBodies: Readonly<Record<string, object>> = {
  report: { about: 'retaliation', organ: 'county.land', text: '被约谈' },
  contest: { reasons: '还在继续' },
  receive: {},
  'pass-on': { onward: 'above', note: '请处理' },
  answer: { finding: 'partly', measures: ['supervised'], answer: '已经督办' },
}

const order = {
  ...{ kind: 'urging', addressees: [{ organ: 'county.land' }], due: '2026-12-20' },
  ...{ instruction: '请答复', criteria: ['当面答复'] },
}

/** For every act on a matter under supervision a body that its contract takes. */
export const supervisionBodies: Readonly<Record<string, object>> = {
  begin: { subject: { kind: 'petition', number: nobodysNumber }, ...order },
  confirm: { finding: 'f1', note: '属实' },
  dismiss: { finding: 'f1', reason: '不属实' },
  decline: { reason: '先由县里协调' },
  refer: { to: 'prefecture.conference', note: '请督查' },
  open: { ...order, findings: ['f1'] },
  inspect: { order: 'o1', way: 'onSite', heldOn: '2026-11-23', place: '现场', record: '已查看' },
  report: { order: 'o1', report: '已办理', materials: [] },
  ask: { order: 'o1', through: 'county.labour', question: '是否办理' },
  word: { order: 'o1', says: 'done', words: '办了' },
  verify: { order: 'o1', way: 'file', met: ['k1'], note: '属实' },
  return: { order: 'o1', reason: '不足', until: '2026-12-30' },
  extend: { order: 'o1', until: '2026-12-30', reason: '待补' },
  close: { order: 'o1', note: '销号' },
  raise: { order: 'o1', kind: 'listed', due: '2026-12-30', reason: '拖延', criteria: ['当面答复'] },
}

/** A report that is well formed and nobody's. */
export const nobodysReport = 'AAAAAAAAAAAAAAAAAAAAAA'

/** A letter of responsibility that is well formed and nobody's. */
export const nobodysLetter = 'AAAAAAAAAAAAAAAAAAAAAA'

const targets = [
  { indicator: 'answeredInTime', share: 90, weight: 60 },
  { indicator: 'routedInTime', share: 95, weight: 40 },
]

/** For every command to a letter a body that its contract takes. */
export const letterBodies: Readonly<Record<string, object>> = {
  draft: { year: 2026, lower: 'county', covers: 'area', targets, remarks: '说明', carriesOn: null },
  redraft: { targets, remarks: '另作说明' },
  sign: { revision: 1 },
  revise: { targets, remarks: '说明', reason: '机构调整' },
  withdraw: { reason: '重新起草' },
  issue: { period: '2026-10', audience: 'alike' },
  object: {
    ...{ issue: 'a1', indicator: 'routedInTime', reasons: '已经按期转送' },
    cases: [{ stream: '261100000000018', item: 'route#1' }],
  },
  decide: {
    ...{ objection: 'b1', reasons: '经核实，应予更正' },
    rulings: [{ case: { stream: '261100000000018', item: 'route#1' }, ruling: 'corrected', outcome: 'inTime' }],
  },
  'object-above': { objection: 'b1', reasons: '决定与事实不符' },
}
/** A text of a proposal that its contract takes, drawn from nothing yet. */
export const proposalText = {
  title: '关于规范丈量程序的建议',
  findings: '三次丈量都没有通知当事人',
  points: ['丈量时通知当事人到场'],
  recipients: ['county.land'],
  petitions: [nobodysNumber],
  matters: [],
  against: { organs: [], people: [] },
  due: '2026-12-23',
}
/** For every command to a proposal a body that its contract takes. */
export const proposalBodies: Readonly<Record<string, object>> = {
  edit: { text: proposalText },
  submit: {},
  'send-back': { reason: '写得不具体' },
  approve: {},
  issue: {},
  open: { reason: '审批' },
  remind: { recipient: 'county.land', note: '请尽快反馈' },
  answer: { adoption: 'partly', answer: '采纳前一条', reasons: '人手不足' },
  reasons: { reasons: '人手不足' },
  return: { recipient: 'county.land', reason: '没有说明措施', until: '2026-12-01' },
  measure: { takenOn: '2026-11-23', measure: '已经发文' },
  effect: { recipient: 'county.land', effect: 'partly', lookedAt: '抽查十件' },
  close: { note: null },
  withdraw: { reason: '情况有变' },
}
/** A proposal that is well formed and nobody's. */
export const nobodysProposal = 'BBBBBBBBBBBBBBBBBBBBBB'

/** For every command to an owned case a body that its contract takes. */
const ownedStep = { what: '核对工资表', organ: 'county.labour', officer: 'nobody', due: '2026-12-20', isShown: true }
export const ownershipBodies: Readonly<Record<string, object>> = {
  assign: {
    owner: { organ: 'county', account: 'nobody' },
    handler: { organ: 'county.labour', account: 'nobody' },
    ...{ duties: ['know'], due: '2027-01-31' },
  },
  replace: {
    owner: { organ: 'county', account: 'nobody' },
    handler: { organ: 'county.labour', account: 'nobody' },
    reason: '职务变动',
  },
  drop: { reason: '正在依法办理' },
  plan: { plan: '先发工资，再谈补偿', steps: [ownedStep] },
  step: { step: ownedStep },
  'withdraw-step': { step: 's1', reason: '该单位不承担这项工作' },
  meeting: {
    ...{
      heldOn: '2026-11-23',
      place: '县信访大厅',
      present: '双方',
      said: '说明情况',
      words: '发了就行',
      readBack: true,
    },
  },
  help: { kind: 'legalAid', explained: '可以申请法律援助', answer: 'undecided' },
  'help-answer': { help: 'h1', answer: 'accepted' },
  extend: { until: '2027-02-28', reason: '等待鉴定' },
  result: { outcome: 'partly', result: '发了一半', remains: '还有一半' },
  view: { view: 'partly', words: '还差一半', materials: [] },
  asking: { askedOn: '2026-11-23', way: 'phone', note: '无人接听' },
  close: { statement: '已经解决' },
  'another-owner': { isGranted: true, reason: '确有关联' },
  'give-view': { view: 'satisfied', words: '满意' },
  'ask-another': { reason: '不合适' },
}

const mediatingParties = [
  { role: 'applicant', name: '甲方', phone: '13900000001' },
  { role: 'respondent', name: '乙方', phone: '13900000002' },
]
const paperOfParty = { signature: '本人签名', witness: '见证人签名' }

/** For every command to a mediation a body that its contract takes. */
export const mediationBodies: Readonly<Record<string, object>> = {
  decline: { reason: '不属于调解范围' },
  'take-up': {},
  'add-party': { party: { role: 'other', name: '丙方', phone: '13900000003' } },
  'hand-key': { party: 'p1', told: 'inPerson' },
  answer: { party: 'p1', to: 'mediation', agrees: true, signed: paperOfParty },
  openness: { party: 'p1', open: false, signed: paperOfParty },
  mediator: { name: '调解员', signed: paperOfParty },
  interest: { mediator: 'm1', hasInterest: false, signed: paperOfParty },
  exclude: { mediator: 'm1', reason: '与一方相识' },
  guest: { kind: 'neighbour', name: '邻居' },
  session: { day: '2026-12-01', at: '09:00', place: '调解室' },
  'cancel-session': { session: 's1', reason: '一方不能到场' },
  'record-session': {
    ...{ session: 's1', parties: ['p1', 'p2'], mediators: ['m1'], guests: [], notes: '双方陈述', result: 'progress' },
  },
  escalation: { organ: 'county.land', what: '扬言堵路', due: '2026-12-01' },
  'more-time': { until: '2027-01-31' },
  agreement: {
    text: {
      ...{ form: 'written', facts: '巷道宽一米八', disputed: '堆放砖石', responsibility: '堆放一方' },
      ...{ content: '恢复通行', promises: [{ party: 'p2', what: '清走砖石', due: '2026-12-10' }] },
    },
  },
  sign: { mediator: 'm1', signed: paperOfParty },
  seal: {},
  oral: { session: 's1', readBack: true },
  performance: { party: 'p1', promise: 'a1p1', performance: 'kept', signed: paperOfParty },
  'follow-up': { promise: 'a1p1', performance: 'notKept', lookedAt: '到现场查看', again: '2026-12-20' },
  inform: { told: 'phone' },
  confirmation: { party: 'p1', signed: paperOfParty },
  application: { appliedOn: '2026-11-23', court: '县人民法院' },
  confirmed: { outcome: 'confirmed', decidedOn: '2026-11-23', note: '裁定书' },
  end: { reason: 'notAgreed', note: '分歧太大' },
  close: { note: '已全部履行' },
  open: {
    subject: { kind: 'walkIn' },
    kind: 'people',
    organ: 'county.conciliation',
    parties: mediatingParties,
    what: '邻里纠纷',
  },
  ask: {
    organ: 'county.conciliation',
    kind: 'people',
    name: '甲方',
    phone: '13900000001',
    other: { name: '乙方' },
    what: '邻里纠纷',
  },
  'ask-own': { organ: 'county.conciliation', kind: 'people', other: { name: '乙方' }, what: '邻里纠纷' },
  'look-up': { reference: '123456789012', key: '1234-5678-9012-3456-85' },
  act: { reference: '123456789012', key: '1234-5678-9012-3456-85', does: { act: 'leave' } },
  'act-own': { does: { act: 'leave' } },
}
/** A mediation that is well formed and nobody's. */
export const nobodysMediation = 'BBBBBBBBBBBBBBBBBBBBBB'

/** For every command to a task a body that its contract takes. */
export const taskBodies: Readonly<Record<string, object>> = {
  report: { result: 'done', report: '已经重新丈量，十二亩', materials: [] },
  close: { note: '同意销号' },
  return: { reason: '没有通知当事人到场', until: '2026-12-20' },
  extend: { until: '2026-12-31', reason: '等待测绘队' },
  remind: { note: '请抓紧' },
  withdraw: { reason: '情况有变' },
  'hand-over': { to: 'nobody', reason: '工作调整' },
}
/** What is compared before a registration, and two petitions joined and parted. */
const compared = { title: '水渠', text: '村东头的水渠塌了三年，浇不上地，请派人来修。', place: '990101' }
export const repeatBodies: Readonly<Record<string, object>> = {
  find: compared,
  beside: { ...compared, with: nobodysNumber },
  merge: { with: nobodysNumber, reason: '同一事项' },
  unmerge: { with: nobodysNumber, reason: '不是同一事项' },
}
/** For every command to an early warning a body that its contract takes. */
export const warningBodies: Readonly<Record<string, object>> = {
  answer: { outcome: 'acted', words: '水渠损坏，已安排抢修' },
}
/** A task that is well formed and nobody's. */
export const nobodysTask = 'BBBBBBBBBBBBBBBBBBBBBB'
const orders = [{ organ: 'county.land', what: '请研究办理', due: '2026-12-10' }]

/** For every act on a letter before a leader a body that its contract takes. */
export const readingBodies: Readonly<Record<string, object>> = {
  propose: {
    ...{ petition: nobodysNumber, leader: { account: 'a0123456789abcdef', organ: 'county' }, why: '多年未解决' },
    ...{ suggested: orders[0], wantedBy: '2026-11-30' },
  },
  refresh: {},
  'mark-read': {},
  instruct: { orders },
  return: { reason: '请先由主管部门提出意见' },
  recall: { reason: '情况有变' },
  'hand-over': { leader: { account: 'a0123456789abcdef', organ: 'county' }, reason: '分工调整' },
}
/** A reading that is well formed and nobody's. */
export const nobodysReading = 'CCCCCCCCCCCCCCCCCCCCCC'

/** A reception day and a booking that are well formed and nobody's. */
export const nobodysReception = 'BBBBBBBBBBBBBBBBBBBBBB'
export const nobodysBooking = '000000000000'
/** Number and key of a booking that there is not. */
export const nobodysHeld = { reference: nobodysBooking, key: '1234-5678-9012-3456-85' }
export const receptionPlan = {
  ...{
    day: '2026-12-03',
    from: '09:00',
    until: '11:00',
    place: '县人民来访接待大厅',
    topic: '农村土地',
    seats: 2,
    joint: [],
  },
}
const receiver = { account: 'nobody', organ: 'county', title: '副县长', standing: 'other' }
/** For every command to a reception day a body that its contract takes. */
export const receptionBodies: Readonly<Record<string, object>> = {
  change: { plan: receptionPlan, reason: '会议冲突' },
  publish: { closesOn: '2026-11-30', closesAt: '17:00' },
  substitute: { instead: 'nobody', leader: receiver, reason: '工作调整' },
  cancel: { reason: '因公出差', instead: null },
  conclude: { note: null },
  plan: { leaders: [receiver], plan: receptionPlan },
  'book-at-window': { way: 'window', name: '来访群众', phone: null },
}
/** For every command to a booking a body that its contract takes. */
export const bookingBodies: Readonly<Record<string, object>> = {
  inform: { told: 'phone' },
  'check-in': {},
  talk: {},
  record: { record: '承包地面积少算', readBack: true, confirmedBy: 'signature' },
  note: { note: '三日内实地丈量' },
  result: { result: { kind: 'explained', reason: '已经说明' }, promises: [] },
  absence: {},
  cancel: {},
}
const call = {
  ...{ title: '公交线路怎么改', text: '想听听大家的意见', questions: ['您最想改哪一条？'], places: ['3301'] },
  ...{ from: '2026-11-01', until: '2026-12-31', answeredBy: ['county.land'] },
}
/** For every command to a call for suggestions, and its draft, a body that its contract takes. */
export const callBodies: Readonly<Record<string, object>> = {
  draft: call,
  edit: call,
  submit: {},
  publish: {},
  return: { reason: '问题太多' },
  prolong: { until: '2027-01-31', reason: '来信还在增加' },
  close: { report: '采纳了一半' },
  withdraw: { reason: '不再需要' },
}
/** A call that is well formed and nobody's. */
export const nobodysCall = 'BBBBBBBBBBBBBBBBBBBBBB'

/** For every command to a suggestion a body that its contract takes. */
export const suggestionBodies: Readonly<Record<string, object>> = {
  'assign-study': { organ: 'county.land', what: '请研究能否做到', due: '2026-12-15' },
  'carry-out': { organ: 'county.land', what: '按采纳的内容落实', due: '2026-12-31' },
  'propose-reward': { kind: 'bonus', what: '三百元', why: '每年可以省下一笔开支' },
  'approve-reward': { reward: 'r1' },
  'refuse-reward': { reward: 'r1', reason: '超出标准' },
  'give-reward': { reward: 'r1' },
  'draft-change': { title: '站台加了长椅', text: '根据大家的建议，站台加装了长椅。' },
  'publish-change': { change: 'k1' },
  'take-back-change': { change: 'k1', reason: '情况有变' },
}
/** A suggestion that is well formed and nobody's. */
export const nobodysSuggestion = 'BBBBBBBBBBBBBBBBBBBBBB'

/** For every command a body that its contract takes, whatever the petition then says to it. */
export const commandBodies: Readonly<Record<PetitionCommandPath, object>> = {
  correct: { field: 'title', to: '新标题', reason: '更正' },
  'name-clerk': { account: null },
  'mark-urgent': { reason: '可能影响社会' },
  'report-urgent': { to: 'ownGovernment', note: '报告' },
  'add-material': { note: '补充说明', materials: [] },
  'ask-petitioner': { question: '面积是多少' },
  'answer-question': { question: 'q1', answer: '十二亩' },
  link: { to: nobodysNumber, as: 'member', reason: '同一事项' },
  unlink: { from: nobodysNumber, reason: '并错了' },
  'renew-key': { person: 'p1', identity: 'idCardSeen', oldKey: null, witness: '窗口两名工作人员核对身份证' },
  'propose-erasure': {},
  'object-to-erasure': { reason: '我还需要这些材料' },
  'approve-erasure': {},
  transfer: { to: 'county.land', note: '请办理' },
  assign: { to: 'county.land', reportBy: '2026-12-23', note: '请报告' },
  'object-to-transfer': { reasons: '不属于本单位的职责范围', suggests: 'county.labour' },
  'agree-to-return': { note: '同意' },
  'insist-on-transfer': { reasons: '职责明确' },
  'refer-dispute': { to: 'county', note: '请裁定' },
  'decide-dispute': { competent: 'county.land', reasons: '职责明确' },
  'ask-assistance': { of: 'county.labour', claims: [], what: '请核对用工记录', by: '2026-12-01' },
  'object-to-assistance': { assistance: 'a1', reasons: '不属于本单位的职责范围' },
  'go-on-without-assistance': { assistance: 'a1', reason: '期限已到，不影响答复' },
  'report-back': { report: '已经办结', result: '已解决' },
  'pass-duties-on': { from: 'county.land', to: 'county.labour' },
  'leave-simplified-track': { reason: '情况复杂' },
  accept: { route: 'handlingOpinion', track: 'ordinary', procedure: '六十日内答复', told },
  'decline-acceptance': { ground: 'notWithinCompetence', competent: 'county.labour', reasons: '另有主管', told },
  direct: { route: 'arbitration', to: '仲裁委员会', explanation: '属于仲裁', limit: '一年内', told },
  'record-contact': { way: 'onSite', note: '入户听取陈述', heard: true },
  'add-evidence': { note: '现场照片', materials: [] },
  'open-hearing': { subject: '面积', heldOn: '2027-01-04', place: '二楼会议室' },
  'close-hearing': { record: '笔录', conclusion: '结论' },
  'propose-mediation': { mediator: '调解员', about: '补偿' },
  'answer-mediation': { party: 'petitioner', consents: true, signed },
  'end-mediation': { agreement: '双方同意', note: '结束' },
  'extend-handling': { until: '2026-12-30', reason: '情况复杂', told },
  'take-extension-back': { reason: '材料提前到齐', told },
  'correct-received-day': { receivedOn: '2026-10-30', reason: '以邮戳为准' },
  'correct-served-day': { document: 'd3', person: 'p1', servedOn: '2026-11-20', reason: '以回执为准' },
  'issue-opinion': {
    ...{ facts: '属实', legalBasis: '土地管理法', remedy: '三十日内可请求复查', executeBy: null },
    answers: [{ claim: 'c1', outcome: 'explained', answer: '解释' }],
  },
  'answer-duty': { performed: true, answer: '已履行', legalBasis: '条例' },
  'conclude-suggestion': { adoption: 'partly', study: '研究', reply: '答复' },
  'announce-document': { document: 'd2', reason: '三次上门无人，邮件退回' },
  serve: { document: 'd2', person: 'p1', way: 'direct', servedOn: '2026-11-23', proof: { signature: '签收' } },
  'record-execution': { done: true, note: '已落实' },
  rate: { whom: 'organ', solved: 'partly', fair: 'satisfied', comment: '尚可', signed },
  withdraw: { person: 'p1', reason: '不再要求', signed },
  settle: { person: 'p1', agreement: '双方和解', signed },
  'open-seal': { seal: 'identity', material: null, purpose: 'contact', reason: '电话联系本人' },
  'declare-recusal': { reason: '与信访人是亲属' },
  'request-recusal': { whom: 'clerk', reasons: '经办人与对方是亲戚' },
  'decide-recusal': { request: 'v1', account: null, reasons: '经查没有利害关系' },
  'name-complained': { as: 'respondent', organ: 'county.labour', official: null, reason: '信中提到' },
  'identify-official': { complained: 0, account: 'nobody' },
  'inform-accused': { organ: 'county.land', extract: '请配合提供有关年度的账目', legalBasis: '规则' },
  close: {},
  'accept-review': { told },
  'extend-review': { until: '2026-12-30', reason: '情况复杂', told },
  'request-review': { organ: 'county', person: 'p1', grounds: '不服', signed },
  'issue-review-opinion': reviewOpinion,
  'request-reexamination': { organ: 'prefecture', person: 'p1', grounds: '不服', signed },
  'issue-reexamination-opinion': reviewOpinion,
}

/** A situation report, which has fields of its own. */
export const situationBody = {
  ...{ kind: 'situationReport', period: { span: 'month', from: '2026-10-01' }, title: '十月信访形势分析报告' },
  blocks: [
    { is: 'figures', figures: ['categoryTrend'], from: '2026-10-01', until: '2026-10-31' },
    { is: 'text', part: 'causes', text: '集中在三处工地。' },
  ],
}

/** A body for each command on a bulletin that has one. */
export const bulletinBodies: Readonly<Record<string, object>> = {
  draft: {
    ...{ kind: 'circular', tone: 'results', title: '关于考核结果的通报', recipients: ['county.land'] },
    blocks: [
      { is: 'text', heading: '总体情况', text: '总体平稳。' },
      { is: 'figures', figures: ['byClass'], from: '2026-01-01', until: '2026-11-23' },
    ],
  },
  edit: {
    ...{ title: '关于考核结果的通报', recipients: ['county.land'] },
    blocks: [{ is: 'text', heading: '总体情况', text: '总体平稳。' }],
  },
  return: { reasons: '请补充统计口径' },
  withdraw: { reasons: '不再印发' },
  instruct: { to: 'county.land', what: '请摸清底数', due: '2026-12-15' },
}

/** 责任人 without an account: a name that must be sealed, and what they are called. */
export const responsibilityBody = {
  role: 'directs',
  holder: { name: '测试领导', office: '副县长' },
  scope: { area: null, category: null },
  from: '2026-01-01',
  until: null,
}

/** A visit that is well formed and nobody's. */
export const nobodysVisit = 'AAAAAAAAAAAAAAAAAAAAAA'

/** A plan that its contract takes, with a case that nobody has. */
export const visitPlan = {
  ...{ day: '2026-11-25', destination: '双溪镇落水村' },
  leaders: [{ account: 'a0000000000000000', organ: 'county' }],
  companions: [{ account: 'a0000000000000001', organ: 'county' }],
  cases: [
    {
      ...{
        petition: nobodysNumber,
        spot: '三组',
        meet: '本人',
        brief: '承包地少算',
        questions: '四至',
        consent: '同意',
      },
    },
  ],
}

/** For every command to a visit a body that its contract takes. */
export const visitBodies: Readonly<Record<string, object>> = {
  edit: { plan: visitPlan },
  confirm: {},
  postpone: { to: '2026-12-03', reason: '道路塌方' },
  cancel: { reason: '另行安排' },
  refused: { petition: nobodysNumber, note: '不愿意' },
  show: { petition: nobodysNumber },
  take: {},
  entry: {
    ...{ entry: '00000000-0000-4000-8000-000000000000', kind: 'agreed', petition: nobodysNumber, at: '2026-11-25' },
    ...{ whom: '本人', text: '重新丈量', organ: 'county.land', due: '2026-12-01' },
  },
  conclude: { report: '见到了本人' },
  reopen: { reason: '手机上还有记录' },
  inform: { petition: nobodysNumber, way: 'inPerson', note: '已经丈量' },
  link: { entry: '00000000-0000-4000-8000-000000000000', petition: nobodysNumber },
  close: {},
}

/** A dispute that is well formed and nobody's. */
export const nobodysDispute = 'AAAAAAAAAAAAAAAAAAAAAA'

/** A dispute that its contract takes, with all that can be said of one. */
export const disputeBody = {
  ...{ entry: '00000000-0000-4000-8000-000000000000', source: { kind: 'call', stream: 'call:one' } },
  ...{ foundOn: '2026-11-23', region: '990101', spot: '三组水渠边', category: 'rural.land-contracts', people: 2 },
  ...{ title: '两户争水渠', cause: '旱季轮灌没有约定', asked: '定下轮灌次序', measures: '先各用半天' },
  parties: [
    { name: '测试人甲', contact: '13900000001', asks: true },
    { name: '测试单位', contact: '某处', organ: 'county.labour', asks: false },
  ],
  named: [{ organ: 'county.land', name: '测试某某' }],
  grading: { grade: 'green', danger: 'none', spread: 'village', since: '2026-11-01', reasons: '两户之间' },
  responsible: { organ: 'county.bureau', account: 'a0000000000000000' },
  due: '2026-12-01',
}

/** For every command to a dispute a body that its contract takes. */
export const disputeBodies: Readonly<Record<string, object>> = {
  'join-origin': { petition: nobodysNumber, origin: 'A'.repeat(22), dispute: null },
  record: disputeBody,
  grade: { grading: disputeBody.grading, people: 3 },
  assign: { responsible: { organ: 'county.land', account: 'a0000000000000000' }, due: '2026-12-01', note: '请化解' },
  'take-up': { account: 'a0000000000000000' },
  return: { reason: '请再请老支书谈一次' },
  progress: { entry: '00000000-0000-4000-8000-000000000001', at: '2026-11-23', kind: 'measure', text: '到场查看' },
  'hand-up': { entry: '00000000-0000-4000-8000-000000000002', at: '2026-11-23', to: 'prefecture', tried: '谈过两次' },
  settle: {
    ...{ entry: '00000000-0000-4000-8000-000000000003', at: '2026-11-23', way: 'byTalk', terms: '单双日轮灌' },
    words: [{ party: 1, by: 'signed', witness: '测试见证人', key: '1234-5678-9012-3456-85' }],
  },
  'follow-up': { entry: '00000000-0000-4000-8000-000000000004', at: '2026-11-23', holds: true, text: '照约定放水' },
  extend: { until: '2026-12-20', reason: '等待测量' },
  petition: { petition: nobodysNumber },
  direct: { to: 'court', told: '告知了诉讼时效' },
  'not-found': { reason: '查无此事' },
  'confirm-not-found': {},
  'reject-not-found': { reason: '确有其事' },
  close: { note: '稳固' },
}

/** A body for each command on what a conference looks at and on its meetings. */
export const itemBodies: Readonly<Record<string, object>> = {
  bring: { conference: 'prefecture.conference', kind: 'policy', title: '补偿口径', paper: '请研究统一口径' },
  accept: {},
  'send-back': { reason: '请补充各方意见' },
  edit: { title: '补偿口径', paper: '补充了各方意见' },
  withdraw: { reason: '已经解决' },
  place: { meeting: 'A'.repeat(22) },
  circulate: {
    says: '由县土地局牵头',
    jurisdiction: null,
    measure: null,
    tasks: [{ organ: 'county.land', what: '移交材料', due: '2026-12-31' }],
    until: '2026-12-10',
  },
  sign: { view: 'objected', reason: '口径不一致' },
  recall: { reason: '需要当面研究' },
  postpone: { reason: '材料不全' },
  recuse: { account: 'a0000000000000000', reason: '与当事人是亲属' },
  decide: {
    says: '由县土地局牵头',
    jurisdiction: null,
    measure: null,
    tasks: [{ organ: 'county.land', what: '移交材料', due: '2026-12-31' }],
  },
  confirm: {},
  execute: {},
  close: { note: '已经落实' },
}
export const meetingBodies: Readonly<Record<string, object>> = {
  plan: {
    ...{ conference: 'prefecture.conference', kind: 'working', title: '工作会议', place: '三楼会议室' },
    day: '2026-12-31',
  },
  move: { day: '2027-01-04', place: '二楼会议室', reason: '时间冲突' },
  convene: {},
  open: {},
  attendance: { attendance: [{ organ: 'county.land', account: null, as: 'deputised', deputy: '某某' }] },
  'draft-minutes': { text: '会议研究了议题' },
  'return-minutes': { reason: '请补充' },
  'approve-minutes': {},
  'issue-minutes': {},
  cancel: { reason: '不再召开' },
}
export const seatBody = { seat: 'member', organ: 'county.land', account: null, from: '2026-01-01', until: null }

/** A body for each command on a special working group. */
export const groupBodies: Readonly<Record<string, object>> = {
  found: {
    ...{ name: '征地补偿专项工作小组', purpose: '核清面积，统一口径', topic: '征地补偿', until: '2026-12-31' },
    lead: { organ: 'county.land', account: 'a0000000000000000' },
    members: [{ organ: 'county.labour', account: 'a0000000000000001' }],
    petitions: [nobodysNumber],
  },
  'give-task': { task: { organ: 'county.land', what: '核对面积', due: '2026-12-31' } },
  'add-case': { petition: nobodysNumber },
  'take-case-out': { petition: nobodysNumber, reason: '已经化解' },
  'add-member': { member: { organ: 'county.labour', account: 'a0000000000000001' } },
  'take-member-out': { account: 'a0000000000000001', reason: '工作调整' },
  'name-lead': { account: 'a0000000000000001' },
  prolong: { until: '2027-03-31', reason: '复测未完成' },
  dissolve: { report: '已经核清' },
}

/** A referral that is well formed and nobody's. */
export const nobodysReferral = 'A'.repeat(22)

/** What its contract takes to tell somebody of another way of the law. */
export const referralTelling = {
  ...{ petition: nobodysNumber, person: 'p1', way: 'administrativeReconsideration', to: { organ: 'county' } },
  ...{ explanation: '可以申请行政复议', knownOn: '2026-11-02', first: 'dutyNotPerformed' },
}

/** A body for each command on another way of the law. */
export const referralBodies: Readonly<Record<string, object>> = {
  explain: referralTelling,
  apply: { appliedOn: '2026-11-23', proof: 'receipt' },
  share: { shared: true },
  'ask-correction': { askedOn: '2026-11-23', what: '补充身份证明' },
  correct: { correctedOn: '2026-11-23' },
  accept: { acceptedOn: '2026-11-23', track: 'ordinary' },
  refuse: { receivedOn: '2026-11-23', reason: '超过申请期限' },
  mediate: { step: 'begun', day: '2026-11-23', note: '在复议机关调解' },
  prolong: { until: '2027-02-20' },
  outcome: { receivedOn: '2026-11-23', outcome: 'partly', text: '责令重新作出决定' },
  'note-day': { day: '2026-12-01', what: '到场听取意见' },
  close: { ending: 'notPursued', note: '不想再走' },
}

/** Relief that is well formed and nobody's. */
export const nobodysRelief = 'A'.repeat(22)

/** A body for each command on relief. */
export const reliefBodies: Readonly<Record<string, object>> = {
  tell: {
    ...{ petition: nobodysNumber, person: 'p1', kind: 'social', telling: 'paper' },
    explanation: '可以向乡镇人民政府申请临时救助',
  },
  answer: { wishes: true, note: '愿意申请' },
  help: { helpedOn: '2026-11-23', what: '帮助填写申请表' },
  'hand-on': { organ: 'county.labour', what: '请核对是否符合临时救助条件', due: '2026-12-20' },
  outcome: { receivedOn: '2026-11-23', outcome: 'granted', text: '给予临时救助', source: 'paperShown' },
}

/** A visit to a centre that is well formed and nobody's. */
export const nobodysIntake = '000000000000'

/** A body for each call at a centre's window. */
export const intakeBodies: Readonly<Record<string, object>> = {
  'take-in': {
    ...{
      way: 'window',
      name: '测试人',
      phone: '19900000001',
      about: '邻居砌墙占道',
      place: '990101',
      category: 'other',
    },
    concerned: 2,
  },
  lead: {
    ...{ kind: 'explained', by: 'county.labour', until: '2026-12-01', words: '已经说明怎么办' },
    ...{ way: 'labourArbitration', where: '县劳动人事争议仲裁委员会' },
  },
  held: { reference: nobodysIntake, key: '1234-5678-9012-3456' },
}

const somebodyElse = { name: '测试邻居', phone: '19900000002', organ: 'county.land' }
/** Leading on to what the house itself begins. */
export const leadBodies: Readonly<Record<'dispute' | 'mediation' | 'referral', object>> = {
  dispute: {
    ...{ kind: 'dispute', words: '已经记入台账', by: 'county.labour', until: '2026-12-01' },
    dispute: { title: '过道被占', asked: '恢复过道', others: [somebodyElse] },
  },
  mediation: {
    ...{ kind: 'mediation', words: '来人愿意调解', mediation: { kind: 'people', others: [somebodyElse] } },
  },
  referral: {
    ...{ kind: 'referral', words: '可以申请行政复议', way: 'administrativeReconsideration', where: '县政府' },
    knownOn: '2026-11-02',
  },
}

/** A campaign that is well formed and nobody's. */
export const nobodysScreening = 'AAAAAAAAAAAAAAAAAAAAAA'

/** A campaign that its contract takes. */
export const screeningBody = {
  ...{ title: '欠薪专项排查', brief: '逐组走一遍', category: 'labour.wages', rhythm: null },
  ...{ areas: ['990101'], due: '2026-12-01' },
}

const someArea = { area: '990101' }
const someEntry = { entry: '00000000-0000-4000-8000-000000000011', at: '2026-11-23', note: '都走到了' }
const someHousehold = '00000000-0000-4000-8000-000000000012'

/** For every command to a campaign a body that its contract takes. */
export const screeningBodies: Readonly<Record<string, object>> = {
  open: screeningBody,
  assign: {
    ...someArea,
    screeners: [{ account: 'a0000000000000000', organ: 'county.land' }],
    helpers: '测试网格员',
    households: [{ household: someHousehold, where: '三组第二家' }],
  },
  household: { ...someArea, ...someEntry, household: someHousehold, result: 'met' },
  zero: { ...someArea, ...someEntry },
  link: { ...someArea, dispute: nobodysDispute },
  remind: { ...someArea, note: '请补报' },
  return: { ...someArea, reason: '没有走完', until: '2026-12-02' },
  extend: { until: '2026-12-09', reason: '下雪' },
  close: { summary: '都报了' },
  'end-series': { reason: '并入县里' },
  cancel: { reason: '重复部署' },
}

const someWriteup = {
  title: '物业收费争议一次说清',
  situation: '一处居民小区的业主与物业对收费标准各执一词，多次反映没有结果。',
  done: '住建、市场监管和街道一起到场，当着双方核对合同和账目，当场公开标准，多收的限期退回。',
  why: '把依据摆在双方面前，让当事人自己算清楚；谁承诺、何时兑现写成一张单子。',
  basis: '《物业管理条例》关于收费公开的规定。',
  titleEn: 'Fees explained once and for all',
  summaryEn: 'Three offices went together and opened the books in front of both sides.',
}

/** A body for each command on an exemplary case. */
export const exemplaryBodies: Readonly<Record<string, object>> = {
  propose: { source: { kind: 'petition', id: nobodysNumber }, audience: 'place', writeup: someWriteup },
  mend: { audience: 'public', writeup: someWriteup },
  return: { reason: '再写清楚依据' },
  publish: {},
  withdraw: { reason: '依据已经修订' },
  use: { petition: nobodysNumber, exemplary: 'A'.repeat(22), helped: true },
}

/** A body for each command on a pilot. */
export const pilotBodies: Readonly<Record<string, object>> = {
  begin: {
    ...{ name: '上门听取意见', what: '受理后七日内上门一次。', category: 'rural', place: '990101001' },
    ...{ from: '2026-11-23', until: '2027-05-31' },
  },
  spread: { reason: '重复信访减少', steps: [{ organ: 'county.labour', what: '照此办理', due: '2028-12-31' }] },
  drop: { reason: '没有变化' },
}

/** A secondment that is well formed and nobody's. */
export const nobodysSecondment = 'A'.repeat(22)

/** A body for each command on a secondment; accounts are those of whoever is tried. */
export const secondmentBodies: Readonly<Record<string, object>> = {
  propose: {
    ...{ account: 'a0000000000000000', host: 'county.bureau', post: 'clerk' },
    ...{ term: { from: '2026-12-01', until: '2027-05-31' }, purpose: '到信访窗口学习接访，协助积案化解' },
  },
  agree: { mentor: 'a0000000000000000' },
  decline: { reason: '近期没有带教力量' },
  withdraw: { reason: '本人另有任务' },
  mentor: { mentor: 'a0000000000000000', reason: '原带教人调离' },
  evaluate: { kind: 'midway', grade: 'competent', words: '接访耐心，记录完整' },
  end: { last: '2026-12-31', reason: '原单位工作需要' },
  return: { report: '已返回原岗位，带回接访规范' },
}

/** What is written down of an establishment. */
export const establishmentBodies: Readonly<Record<string, object>> = {
  allot: {
    ...{ post: 'clerk', count: 5, from: '2026-01-01', document: '县委编委发〔2025〕18号' },
    reason: '按信访量核定',
  },
  withdraw: { reason: '登记有误' },
}

/** A course and an enrolment that are well formed and nobody's. */
export const nobodysCourse = 'A'.repeat(22)
export const nobodysEnrolment = 'A'.repeat(22)

/** A body for each command on a course; accounts are those of whoever is tried. */
export const courseBodies: Readonly<Record<string, object>> = {
  hold: {
    ...{ kind: 'induction', title: '信访条例和接访规范岗前培训', purpose: '学习条例，练习接访和登记，明白哪些不能做' },
    ...{ posts: ['clerk'], organs: ['county.land'], teacher: 'a0000000000000000' },
  },
  session: { session: { day: '2026-11-23', isOnline: false, place: '信访局三楼会议室' } },
  drop: { session: 's1', reason: '授课人临时出差' },
  test: {
    rules: { opens: '2026-11-23', closes: '2026-12-23', minutes: 60, passAt: 60 },
    questions: [
      { words: '信访事项受理后，一般应当在多少日内办结？', options: ['三十日', '六十日', '九十日'], right: [1] },
      { words: '下列哪些情形应当回避？', options: ['本人被检举', '近亲属被检举', '见过信访人'], right: [0, 1] },
    ],
  },
  close: { reason: '课程全部结束' },
  invite: { account: 'a0000000000000000', organ: 'county.land' },
}

/** A body for each command on an enrolment. */
export const enrolmentBodies: Readonly<Record<string, object>> = {
  attendance: { session: 's1', hasAttended: true },
  begin: {},
  'hand-in': { answers: [[1], [0, 1]] },
  certify: {},
  withdraw: { reason: '代考，经核实撤销' },
  excuse: { reason: '已在省局参加同类培训' },
}

/** A theme that is well formed and nobody's. */
export const nobodysTheme = 'A'.repeat(22)

/** A body for each command on a theme. */
export const themeBodies: Readonly<Record<string, object>> = {
  govern: {
    about: { category: 'urban', place: '990101' },
    ...{ name: '物业服务', remedy: '逐个小区排查物业合同，公开收费标准，三个月内整改', due: '2027-02-28' },
    owner: { organ: 'county.land' },
  },
  step: { organ: 'county.labour', what: '核查用工', due: '2026-12-31' },
  extend: { until: '2027-03-31', reason: '等待鉴定' },
  'hand-over': { owner: { organ: 'county.labour' }, reason: '职责调整' },
  close: { result: 'eased', report: '已公开收费标准' },
  reopen: { reason: '群众再次集中反映' },
}
