/** Everything that a form can refer to, filled in: a made-up county, and nobody in it. */
import { type Bilingual, say } from '../../wording/bilingual.ts'
import type { Content } from '../content.ts'
import type { PartName } from '../parts.ts'
import type { Frame } from '../typesetting.ts'

const same = (text: string): Bilingual => say(text, text)

const facts =
  '经查，第二轮土地承包时，该户登记承包地12.4亩，四至清楚，有村民小组台账、分户清册和当年的丈量草图为证。2019年确权登记时，测绘单位未将村东机耕路改线后并入的2.1亩计入，公示期内该户外出务工，未能提出异议。\n2026年4月8日，我局会同乡、村两级到现场复核，邀请四邻到场指界，实测面积12.3亩，四邻均无争议并签字确认。'

export const sampleParts: Readonly<Record<PartName, Bilingual>> = {
  about: same('机耕路改线占地补偿的标准和支付时间。'),
  acceptedOn: say('2026年3月10日', '10 March 2026'),
  adopted: say('部分采纳', 'partly adopted'),
  agreement: same(
    '一次性补偿青苗损失人民币三千六百元，于2026年5月31日前付清。\n双方确认以2026年4月8日实测的四至为准，今后互不主张其他权利。',
  ),
  answer: same(
    '根据现场复核结果，你户承包地面积应当更正为12.3亩。请携带原证到县不动产登记中心办理更正登记，所需费用由测绘单位承担。',
  ),
  answers: same(''),
  approver: same('某某'),
  assignedCount: same('86'),
  category: say('农村农业', 'Countryside and farming'),
  channel: say('来信', 'Letter'),
  channels: same(''),
  claim: same('重新丈量承包地，更正土地承包经营权证上的面积。'),
  claims: same(''),
  class: say('申诉求决', 'Appeal or request for resolution'),
  classes: same(''),
  competent: say('青川县人力资源和社会保障局', 'Qingchuan County Labour Bureau'),
  complained: say('青川县测绘队', 'Qingchuan County Survey Team'),
  concerned: same(''),
  conclusion: same('多数听证员认为，四至清楚、四邻无争议，应当按照实测面积更正。'),
  copyTo: say('云州市信访局、青川县信访局', 'Yunzhou Petition Bureau and Qingchuan County Petition Bureau'),
  correction: same('本文更正青川县信访局信通报〔2026〕1号。'),
  count: same('128'),
  criteria: same(''),
  criterion: same('信访人收到书面答复，答复逐项回应请求。'),
  day: say('2026年6月30日', '30 June 2026'),
  direct: say('直接提出', 'made directly'),
  direction: same('青川县劳动人事争议仲裁委员会（县政务服务中心三楼）'),
  document: say('信访处理意见书', 'Handling opinion'),
  documentNumber: same('青川县自然资源局信处〔2026〕7号'),
  doer: say('青川县自然资源局', 'Qingchuan County Land Bureau'),
  earlier: same('250101123456789'),
  executeBy: say('2026年6月30日', '30 June 2026'),
  explanation: same(
    '你反映的是用人单位拖欠劳动报酬的争议，依法应当先申请劳动仲裁；对仲裁裁决不服的，可以向人民法院起诉。',
  ),
  facts: same(facts),
  fields: same(''),
  findings: same(facts),
  ground: say('不属于本机关、单位或者本系统职权范围', 'not within the competence of this organ or its system'),
  heldOn: say('2026年3月26日', '26 March 2026'),
  instance: say('复查', 'review'),
  instruction: same('请于收到本函之日起会同乡、村两级重新丈量。\n丈量结果书面告知信访人。'),
  lastDay: say('2026年5月22日', '22 May 2026'),
  lastDays: same(''),
  leaders: same('青川县自然资源局某某'),
  legalBasis: same('《中华人民共和国农村土地承包法》第二十四条；《不动产登记暂行条例实施细则》第七十九条。'),
  limit: same('申请劳动仲裁的时效期间为一年，从知道或者应当知道权利被侵害之日起计算。'),
  major: say('重大情况', 'Major matter'),
  matter: same('承包地面积少算，请求重新丈量'),
  measure: same('十五日内会同乡、村两级重新丈量，形成书面结果并告知信访人。'),
  measures: same(''),
  mediator: same('青川县矛盾纠纷调处中心'),
  note: same('该事项涉及二轮承包台账，请会同乡政府核实。'),
  noticeDays: say('15日', '15 days'),
  number: same('2603-0248-2719-034'),
  objectionDays: say('5个工作日', '5 working days'),
  on: say('2026年4月20日', '20 April 2026'),
  opinion: same('原处理意见认定事实清楚、依据充分、程序合法，予以维持。'),
  orderKind: say('跟踪督办', 'Follow-up'),
  organ: say('青川县自然资源局', 'Qingchuan County Land Bureau'),
  other: same('全年组织联合接访12次。'),
  otherwise: say('已经履行', 'performed'),
  outcome: say('予以支持', 'Supported'),
  overdueCount: same('3'),
  person: same('测试人'),
  petitioners: same('测试人'),
  place: same('县自然资源局二楼会议室'),
  previousDue: say('2026年5月9日', '9 May 2026'),
  procedure: same('经调查核实后出具信访处理意见书；你可以陈述事实和理由、补充材料、申请听证。'),
  proof: say('签收：本人签名', 'a signature: in person'),
  proposals: same('全年提出改进工作的建议4条，均已采纳；未提出完善政策和追究责任的建议。'),
  reason: same('需要委托有资质的测绘单位重新测量，短期内不能完成。'),
  reasons: same('你反映的拖欠工资问题属于劳动保障监察职责，不属于我单位职权范围。'),
  receivedOn: say('2026年3月2日', '2 March 2026'),
  record: same(
    '听证员五人。申请人陈述了丈量经过，出示分户清册；承办人说明了2019年测绘情况。双方就机耕路改线的时间进行了辩论。',
  ),
  redoBy: say('2026年7月31日', '31 July 2026'),
  registeredOn: say('2026年3月2日', '2 March 2026'),
  remedy: same('复查请求可以当面提出，也可以通过邮寄或者网上信访平台提出。'),
  remedyBodies: say('青川县人民政府或者云州市自然资源局', 'Qingchuan County Government or Yunzhou Land Bureau'),
  remedyDays: same('30'),
  reply: same(
    '关于在政务大厅增设老年人服务窗口的建议，已经采纳，将于7月1日前设置；关于延长周末办公时间的建议，限于人员编制，暂不能采纳。',
  ),
  report: same('4月8日到现场复核，4月15日召集四邻指界，4月20日出具处理意见书，4月22日送达。'),
  reportBy: say('2026年4月30日', '30 April 2026'),
  requests: same('请求认定面积并更正登记。'),
  result: same('予以支持，面积更正为12.3亩，信访人表示满意。'),
  reviewed: say('青川县自然资源局', 'Qingchuan County Land Bureau'),
  route: say('调查核实，出具信访处理意见书', 'Investigation and a handling opinion'),
  sections: same(''),
  sender: say('青川县信访局', 'Qingchuan County Petition Bureau'),
  servedOn: say('2026年4月22日', '22 April 2026'),
  settler: same('测试人'),
  share: same('31.2%'),
  subject: same('承包地实际面积以及机耕路改线的时间。'),
  suggests: say('青川县人力资源和社会保障局', 'Qingchuan County Labour Bureau'),
  supervision: same('全年发出督办函2件，均已办结。'),
  title: same('关于2025年度信访工作考核结果的通报'),
  to: say('青川县人民政府', 'Qingchuan County Government'),
  total: same('410'),
  transferredCount: same('312'),
  under: say(
    '根据《信访工作条例》第二十二条第一款',
    'Under article 22, paragraph 1 of the Regulations on Petition Work (2022)',
  ),
  until: say('2026年5月9日', '9 May 2026'),
  way: say('转送', 'transferred to'),
  year: same('2026'),
  you: say('你', 'you'),
}

const once = [sampleParts]
const second = { ...sampleParts, claim: same('补发2019年以来少发的种粮补贴。'), outcome: say('解释说明', 'Explained') }

export const sampleContent: Content = {
  parts: sampleParts,
  lists: {
    claims: [sampleParts, second],
    answers: [sampleParts, second],
    lastDays: once,
    measures: [sampleParts, second],
    criteria: [sampleParts, second],
    channels: [sampleParts, { ...sampleParts, channel: say('来访', 'Visit') }],
    classes: once,
    fields: once,
    complained: once,
    concerned: once,
  },
  sections: [
    {
      heading: say('基本情况', 'In general'),
      text: same('全县信访工作总体平稳。\n个别单位超过规定期限告知信访人。'),
      tables: [
        {
          caption: say('按信访形式统计（2025年1月1日至12月31日）', 'By channel, 1 January to 31 December 2025'),
          head: [say('信访形式', 'Channel'), say('件数', 'Petitions')],
          rows: [[say('来信', 'Letter'), same('128')]],
          note: say('按登记日期统计。', 'Counted by the day of registration.'),
        },
      ],
    },
  ],
}

export const sampleFrame: Frame = {
  organ: sampleParts.organ,
  day: sampleParts.on,
  number: '青川县自然资源局信处〔2026〕7号',
  isIssued: true,
}
