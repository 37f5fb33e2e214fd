/** Other procedures in plain words: what each is for, how long there is, and what petitioning does not do for it. */

import { basisInWords } from '../../law/basis.ts'
import type {
  FirstCase,
  LimitName,
  LimitStart,
  OtherProcedure,
  OwnLimit,
  OwnSpan,
  ProcedureName,
} from '../../law/law.ts'
import { type Bilingual, inSequence, say } from '../bilingual.ts'
import { spanInWords } from '../days.ts'

export const plainProcedures = {
  administrativeReconsideration: {
    name: say('行政复议', 'Administrative reconsideration'),
    says: say(
      '对政府部门作出的决定不服，或者它该做的不做，可以请复议机关再审一次，不收费。',
      'If you disagree with what a government body decided, or it does not do what it must, a reconsideration body can look at it, free of charge.',
    ),
  },
  administrativeLitigation: {
    name: say('行政诉讼（告行政机关）', 'Suing an administrative body'),
    says: say(
      '认为政府部门的决定侵犯了您的权益，可以到法院告它。',
      'If a decision of a government body infringes your rights, you can sue it in court.',
    ),
  },
  labourArbitration: {
    name: say('劳动争议仲裁', 'Labour arbitration'),
    says: say(
      '和用人单位为工资、合同、工伤、保险等争起来，向劳动仲裁委员会申请，不收费。',
      'For a dispute with your employer over wages, contract, injury or insurance, apply to the labour arbitration commission, free of charge.',
    ),
  },
  landContractArbitration: {
    name: say('农村土地承包仲裁', 'Arbitration of contracted farmland'),
    says: say(
      '为承包地的合同、流转、收回、调整争起来，向农村土地承包仲裁委员会申请，不收费；也可以直接到法院起诉。征地补偿的事不归它管。',
      'For a dispute over contracted farmland, its transfer or its taking back, apply to the land contract arbitration commission, free of charge; or go straight to court. Compensation for land taken by the state is not for it.',
    ),
  },
  openInformation: {
    name: say('申请政府信息公开', 'Asking for government information'),
    says: say(
      '想看政府手里的文件、标准、数据，可以向那个机关申请，它要在期限内答复。',
      'To see papers, standards or data that a government body holds, apply to it; it must answer in time.',
    ),
  },
  civilLitigation: {
    name: say('民事诉讼（到法院打官司）', 'A civil claim in court'),
    says: say(
      '和个人、单位之间为钱、房、合同、伤害等争起来，可以到法院起诉。',
      'For a dispute with a person or a firm over money, a home, a contract or an injury, you can sue in court.',
    ),
  },
  mediationConfirmation: {
    name: say('请法院确认人民调解协议', 'Having a mediation agreement confirmed by the court'),
    says: say(
      '经人民调解委员会调解达成的协议，双方可以一起请法院确认。确认以后，对方不照做，可以申请强制执行。',
      'Both sides can together ask the court to confirm an agreement reached before a people’s mediation committee. Once confirmed, it can be enforced.',
    ),
  },
} as const satisfies Record<ProcedureName, { readonly name: Bilingual; readonly says: Bilingual }>

export const plainFirst = {
  onTheSpotPenalty: say('当场作出的行政处罚', 'a penalty given on the spot'),
  naturalResources: say(
    '侵犯您已经取得的土地、山林、水面等权利的决定',
    'a decision that infringes your right to land, woods or waters',
  ),
  dutyNotPerformed: say('机关不履行法定职责', 'a body that does not do its duty'),
  informationRefused: say('申请政府信息公开被拒绝', 'a refusal to open government information'),
  otherByLaw: say('法律、行政法规规定的其他情形', 'other cases that a law or regulation names'),
  labourDispute: say('劳动争议', 'a labour dispute'),
} as const satisfies Record<FirstCase, Bilingual>

const starts = {
  decisionKnown: say('知道或者应当知道那个决定', 'you knew or should have known of the decision'),
  contentKnown: say('知道或者应当知道决定的内容', 'you knew or should have known what it says'),
  decisionMade: say('决定作出', 'it was made'),
  decisionReceived: say('收到复议决定', 'you received the decision on reconsideration'),
  applicationReceived: say('机关收到申请', 'the body received your application'),
  infringementKnown: say('知道或者应当知道权利被侵害', 'you knew or should have known that your right was infringed'),
  infringerKnown: say(
    '知道或者应当知道权利受到损害以及是谁造成',
    'you knew or should have known of the harm and who did it',
  ),
  infringed: say('权利受到损害', 'the harm was done'),
  employmentEnded: say('劳动关系终止', 'the employment ended'),
  awardReceived: say('收到裁决书', 'you received the award'),
  answerDue: say('原来的期限届满', 'the first limit ended'),
  agreementInForce: say('调解协议生效', 'the agreement took effect'),
} as const satisfies Record<LimitStart, Bilingual>

type Sentence = (span: Bilingual, from: Bilingual) => Bilingual

const sentences = {
  apply: (span, from) =>
    say(`从${from.zh}那天起，${span.zh}内提出。`, `Apply within ${span.en} from the day ${from.en}.`),
  applyUntold: (span, from) =>
    say(
      `没有告诉您可以怎么申请、多长时间内申请的，从您知道这些那天起算，但从${from.zh}那天起最长不超过${span.zh}。`,
      `If you were not told how and by when, it runs from the day you learnt that, but no longer than ${span.en} from the day ${from.en}.`,
    ),
  applyAtMost: (span, from) =>
    say(
      `不管怎样，从${from.zh}那天起超过${span.zh}，就不受理了。`,
      `In any case not later than ${span.en} after ${from.en}.`,
    ),
  applyAtMostLand: (span, from) =>
    say(
      `房屋、土地等不动产的事，这个最长期限是从${from.zh}那天起${span.zh}。`,
      `For land and buildings that longest limit is ${span.en} after ${from.en}.`,
    ),
  applyForWages: (span, from) =>
    say(
      `还在那里上班、追讨拖欠工资的，不受这个期限限制；不在那里上班了，要从${from.zh}那天起${span.zh}内提出。`,
      `While you still work there, unpaid wages are not bound by it; after that, apply within ${span.en} from the day ${from.en}.`,
    ),
  sueAfterReconsideration: (span, from) =>
    say(
      `先申请过行政复议的，从${from.zh}那天起${span.zh}内起诉。`,
      `After reconsideration, sue within ${span.en} from the day ${from.en}.`,
    ),
  sueForInaction: (span, from) =>
    say(
      `请机关保护您的人身权、财产权，从${from.zh}那天起满${span.zh}它还不做的，可以起诉；紧急的不用等。`,
      `If a body does not protect you or your property within ${span.en} from the day ${from.en}, you can sue; in an emergency you need not wait.`,
    ),
  sueAfterAward: (span, from) =>
    say(
      `不服裁决的，从${from.zh}那天起${span.zh}内到法院起诉。`,
      `If you disagree with the award, sue within ${span.en} from the day ${from.en}.`,
    ),
  answer: (span, from) =>
    say(`从${from.zh}那天起，${span.zh}内答复您。`, `It must answer within ${span.en} from the day ${from.en}.`),
  answerLater: (span, from) =>
    say(
      `要延长的，得告诉您，从${from.zh}起最多再延长${span.zh}。`,
      `If it takes longer, you are told, and it may take no more than ${span.en} after ${from.en}.`,
    ),
  confirm: (span, from) =>
    say(
      `从${from.zh}那天起${span.zh}内，双方一起提出。`,
      `Both sides together, within ${span.en} from the day ${from.en}.`,
    ),
} as const satisfies Record<LimitName, Sentence>

const longer = { months: ['个月', 'month'], years: ['年', 'year'] } as const

export function ownSpanInWords({ unit, count }: OwnSpan): Bilingual {
  if (unit === 'days' || unit === 'workingDays') return spanInWords(count, unit)
  const [zh, en] = longer[unit]
  return say(`${count}${zh}`, `${count} ${en}${count === 1 ? '' : 's'}`)
}

export const startInWords = (from: LimitStart): Bilingual => starts[from]

export const limitInWords = ({ what, span, from }: OwnLimit): Bilingual =>
  sentences[what](ownSpanInWords(span), starts[from])

/** Where the procedure must come before a court: which cases, one after the other. */
export function firstInWords({ cases }: NonNullable<OtherProcedure['first']>, name: Bilingual): Bilingual {
  const zh = cases.map((one) => plainFirst[one].zh).join('；')
  const en = cases.map((one) => plainFirst[one].en).join('; ')
  return say(`下面的事要先走${name.zh}，才能到法院起诉：${zh}。`, `This comes before a court can be asked, in: ${en}.`)
}

/** What petitioning does not do for it. */
export const besideInWords = (procedure: OtherProcedure): Bilingual =>
  procedure.mayInterrupt === undefined
    ? say(
        '在这里反映，不会让这个期限停下来，也代替不了它。',
        'A petition here neither stops this limit nor takes its place.',
      )
    : inSequence(
        say(
          '在这里反映，代替不了它，也不要指望这个期限会停下来。',
          'A petition here does not take its place; do not rely on the limit stopping.',
        ),
        say(
          '向有关部门求助可能让期限重新起算，但算不算数由仲裁、法院说了算。',
          'Asking a department for help may start the limit anew, but whether it did is for the arbitrator or the court to say.',
        ),
      )

/** 登记、受理、交办、转送、复查、复核意见等不可诉. */
export const notSuableInWords = say(
  '信访的登记、受理、交办、转送和复查、复核意见等，法院不受理对它们的起诉。要告，告的是原来那个行政决定本身，所以要看住它的期限。',
  'Courts take no suit against acts of petition work: registering, accepting, assigning, forwarding, review and re-examination opinions and the like. What can be sued is the administrative decision itself, so mind its limit.',
)

/** How long somebody has to turn to a procedure, as an office writes it into a notice: by name, with the article of each limit. */
export function windowInWords(name: Bilingual, { limits }: OtherProcedure): Bilingual {
  const own = limits.filter(({ what }) => !what.startsWith('answer'))
  const said = own.map((limit) => {
    const [says, basis] = [limitInWords(limit), basisInWords(limit.basis)]
    return say(`${says.zh.slice(0, -1)}（${basis.zh}）。`, `${says.en.slice(0, -1)} (${basis.en}).`)
  })
  return inSequence(say(`${name.zh}：`, `${name.en}:`), ...said)
}
