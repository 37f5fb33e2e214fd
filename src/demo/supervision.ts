/**
 * Supervision in the demo: what supervisors of county, prefecture and joint conference did in the last weeks with what the rules found.
 * Days are counted back from today, as everything in the demo; organs and people are invented.
 * Over 300 lines because an order is a story: what was demanded, what was answered, and whether it was so.
 */
import type { Day } from '../kernel/day.ts'
import type { FindingRule } from '../law/supervision.ts'
import type { SupervisionCommandType } from '../supervision/supervision.ts'

/** The last days of the story, in which the rules look and supervisors decide. Before them nobody watched yet. */
export const watchedDays = 6

/** A day so many days from today. */
export type In = (days: number) => Day

export interface DemoAct {
  readonly daysAgo: number
  /** The login of somebody of the demo, or an organ whose desk does it. */
  readonly by: string
  readonly does: Exclude<SupervisionCommandType, 'MarkClock' | 'RecountMatter'>
  /** Which of the findings that wait is meant, where the act is on one. */
  readonly finding?: FindingRule
  /** As it goes over the wire. */
  readonly body: (inDays: In) => object
}

export interface DemoMatter {
  /** A petition of the demo; null for a topic. */
  readonly petition: string | null
  readonly acts: readonly DemoAct[]
}

const order = 'o1'
const to = (...organs: readonly string[]) => organs.map((organ) => ({ organ, leader: null }))

/** A perfunctory matter that the conference listed: reported on, and to be verified now. */
const listed: DemoMatter = {
  petition: 'land-12',
  acts: [
    {
      daysAgo: 5,
      by: 'yan.shouzheng',
      does: 'ConfirmFinding',
      finding: 'notAnsweredInTime',
      body: () => ({ note: '受理已近三个月，超过六十日没有出具意见，也没有办理延期。' }),
    },
    {
      daysAgo: 5,
      by: 'yan.shouzheng',
      does: 'ReferMatter',
      body: () => ({ to: 'yunqi.conference', note: '镇政府两次口头答应付款都没有兑现，提请州联席会议挂牌督办。' }),
    },
    {
      daysAgo: 4,
      by: 'zhu.yanqing',
      does: 'OpenOrder',
      body: (inDays) => ({
        ...{ kind: 'listed', addressees: to('shidu.tielu', 'shidu.housing'), due: inDays(12) },
        instruction:
          '铁炉镇人民政府牵头，石渡县住房和城乡建设局配合。先付清停发的临时安置补助，再公布安置房的开工和交付日期，最后按规定出具信访处理意见书并送达。每一步都要有凭证。',
        criteria: [
          '停发的十四个月临时安置补助全部付到户，有银行回单',
          '安置房的开工日期和交付日期在镇、村公示',
          '出具信访处理意见书并送达，逐条答复请求',
        ],
      }),
    },
    {
      daysAgo: 1,
      by: 'shidu.tielu',
      does: 'ReportOnOrder',
      body: () => ({
        order,
        report:
          '镇财政已经向县里申请垫付，首批七个月的补助昨天付到户，回单附后。其余七个月列入下月拨款。安置房的施工图审查正在办理，开工日期定在两个月之后。',
      }),
    },
    {
      daysAgo: 1,
      by: 'shidu.housing',
      does: 'ReportOnOrder',
      body: () => ({ order, report: '施工图审查已经受理，预计二十个工作日内完成。开工、交付日期随审查结果一并公示。' }),
    },
  ],
}

/** 约谈: held, and a report awaited. */
const interview: DemoMatter = {
  petition: 'environment-03',
  acts: [
    {
      daysAgo: 5,
      by: 'chu.mingyue',
      does: 'ConfirmFinding',
      finding: 'notAnsweredInTime',
      body: () => ({ note: null }),
    },
    {
      daysAgo: 5,
      by: 'chu.mingyue',
      does: 'ReferMatter',
      body: () => ({ to: 'yunqi.conference', note: '同类油烟问题本季度第三次逾期，请约谈主要负责人。' }),
    },
    {
      daysAgo: 4,
      by: 'zhu.yanqing',
      does: 'OpenOrder',
      body: (inDays) => ({
        ...{ kind: 'interview', addressees: to('qingping.urban-management'), due: inDays(9) },
        instruction: '约谈县城市管理综合执法局主要负责人：说明逾期的原因，当场认领办结日期，约谈后十日内书面反馈。',
        criteria: [],
      }),
    },
    {
      daysAgo: 2,
      by: 'zhu.yanqing',
      does: 'RecordInspection',
      body: (inDays) => ({
        ...{ order, way: 'interview', heldOn: inDays(-2), place: '州信访工作联席会议办公室' },
        record:
          '局长到会。说明油烟检测排队、人手不足，承认没有告知信访人延期。当场承诺：三日内完成检测，超标的责令停业整改，十日内出具意见书并送达。',
      }),
    },
  ],
}

/** 督促: reported back, and now for the bureau to verify. */
const urging: DemoMatter = {
  petition: 'labour-08',
  acts: [
    {
      daysAgo: 5,
      by: 'ji.dongsheng',
      does: 'ConfirmFinding',
      finding: 'resultNotReported',
      body: () => ({ note: null }),
    },
    {
      daysAgo: 5,
      by: 'ji.dongsheng',
      does: 'OpenOrder',
      body: (inDays) => ({
        ...{ kind: 'urging', addressees: to('shidu.health'), due: inDays(3) },
        instruction: '交办件要求报告办理结果，至今未报。请补报，并说明职业病诊断办到哪一步、老人的医疗费由谁垫付。',
        criteria: ['补报办理结果', '医疗费的垫付有着落'],
      }),
    },
    {
      daysAgo: 2,
      by: 'shidu.health',
      does: 'ReportOnOrder',
      body: () => ({
        order,
        report:
          '职业病诊断机构已经受理，复查拍片安排在下周二，由我局派车接送。医疗费由县医疗救助先行垫付，手续今天办完。',
      }),
    },
  ],
}

/** 跟踪督办: nobody reported on it in time. */
const overdue: DemoMatter = {
  petition: 'city-04',
  acts: [
    {
      daysAgo: 6,
      by: 'ji.dongsheng',
      does: 'ConfirmFinding',
      finding: 'opinionNotCarriedOut',
      body: () => ({ note: '意见书写明更换锈蚀管道，执行期限已过，信访人说水还是黄的。' }),
    },
    {
      daysAgo: 6,
      by: 'ji.dongsheng',
      does: 'OpenOrder',
      body: (inDays) => ({
        ...{ kind: 'followUp', addressees: to('yunqi.water-supply'), due: inDays(-2) },
        instruction: '按意见书更换锈蚀的入户管道，换好一栋报告一栋，直到全部换完、水质检测合格为止。',
        criteria: [],
      }),
    },
  ],
}

/** 实地督查: seen on the spot, and the report sent back. */
const onSite: DemoMatter = {
  petition: 'land-07',
  acts: [
    {
      daysAgo: 6,
      by: 'chu.mingyue',
      does: 'ConfirmFinding',
      finding: 'notNotifiedInTime',
      body: () => ({ note: null }),
    },
    {
      daysAgo: 6,
      by: 'chu.mingyue',
      does: 'OpenOrder',
      body: (inDays) => ({
        ...{ kind: 'onSite', addressees: to('qingping.natural-resources'), due: inDays(2) },
        instruction: '书面告知信访人受理情况，并到现场核实临时用地有没有复垦、还差多少。',
        criteria: ['书面告知信访人', '拿出复垦的日期'],
      }),
    },
    {
      daysAgo: 4,
      by: 'chu.mingyue',
      does: 'RecordInspection',
      body: (inDays) => ({
        ...{ order, way: 'onSite', heldOn: inDays(-4), place: '临时用地现场' },
        record: '石渣堆高约一人半，无任何复垦迹象；施工单位的撤场承诺书在镇里，写明去年底前复垦。',
      }),
    },
    {
      daysAgo: 3,
      by: 'qingping.natural-resources',
      does: 'ReportOnOrder',
      body: () => ({ order, report: '已与施工单位联系，正在协调。' }),
    },
    {
      daysAgo: 2,
      by: 'chu.mingyue',
      does: 'ReturnReport',
      body: (inDays) => ({
        ...{ order, until: inDays(5) },
        reason: '没有告知信访人的凭证，也没有复垦的日期。“正在协调”不是办理情况，请逐条反馈。',
      }),
    },
  ],
}

/** 联合督办: the bureau's own failing, so the one above takes it up, with the organ that knows the water. */
const joint: DemoMatter = {
  petition: 'environment-06',
  acts: [
    {
      daysAgo: 1,
      by: 'ji.dongsheng',
      does: 'ConfirmFinding',
      finding: 'notRoutedInTime',
      body: () => ({ note: '登记以后没有转送，饮用水的事不能等。' }),
    },
    {
      daysAgo: 1,
      by: 'ji.dongsheng',
      does: 'OpenOrder',
      body: (inDays) => ({
        ...{ kind: 'joint', addressees: to('shidu.bureau', 'shidu.ecology'), due: inDays(10) },
        instruction: '县信访局立即转送；生态环境分局同时采样，不等转送文书。检测结果出来以前，先给村里送水。',
        criteria: ['转送并告知信访人', '水样检测结果告诉村民'],
      }),
    },
  ],
}

/** Opened, done and closed with effect: what was owed was carried out after the order. */
const closed: DemoMatter = {
  petition: 'countryside-01',
  acts: [
    {
      daysAgo: 30,
      by: 'ji.dongsheng',
      does: 'OpenOrder',
      body: (inDays) => ({
        ...{ kind: 'followUp', addressees: to('qingping.transport'), due: inDays(-10) },
        instruction: '意见书支持了修路的请求，一直没有动工。请报告开工、完工的日期，直到路修好。',
        criteria: ['桐子林的路修通并验收'],
      }),
    },
    {
      daysAgo: 13,
      by: 'qingping.transport',
      does: 'ReportOnOrder',
      body: () => ({ order, report: '路面硬化全部完成，村里派人一起验收，验收单和照片已经归档。' }),
    },
    {
      daysAgo: 12,
      by: 'ji.dongsheng',
      does: 'AskPetitioner',
      body: () => ({ order, through: 'qingping.bureau', question: '路修到您家门口了吗？下雨天车进得来吗？' }),
    },
    {
      daysAgo: 11,
      by: 'pu.gaofeng',
      does: 'RecordPetitionersWord',
      body: () => ({ order, says: 'done', words: '修通了，班车都开到坡上了，就是护栏还差一截，说下个月补。' }),
    },
    {
      daysAgo: 5,
      by: 'ji.dongsheng',
      does: 'VerifyOrder',
      body: () => ({
        ...{ order, way: 'petitioner', met: ['k1'] },
        note: '查了验收单，信访人说路已修通。护栏写进县里的养护计划，由县信访局跟进。',
      }),
    },
    { daysAgo: 4, by: 'ji.dongsheng', does: 'CloseOrder', body: () => ({ order, note: '标准达到，销号。' }) },
  ],
}

/** Not everything that the rules find is a failing. */
const dismissed: DemoMatter = {
  petition: 'suggestions-11',
  acts: [
    {
      daysAgo: 2,
      by: 'fan.qiushui',
      does: 'DismissFinding',
      finding: 'notAnsweredInTime',
      body: () => ({
        reason: '市场监管局每周都与建议人见面，摊位已经划好线，书面回复等县里会议纪要，责任不在承办单位。',
      }),
    },
  ],
}

/** 专项督查: wages before the new year, over the whole prefecture. */
const special: DemoMatter = {
  petition: null,
  acts: [
    {
      daysAgo: 3,
      by: 'pang.yuelin',
      does: 'OpenOrder',
      body: (inDays) => ({
        subject: { kind: 'topic', category: 'labour', place: null, from: inDays(-180), until: inDays(-3) },
        ...{ kind: 'special', due: inDays(27) },
        addressees: to('yunchuan.human-resources', 'qingping.human-resources', 'shidu.human-resources'),
        instruction:
          '对近半年劳动和社会保障类信访事项专项督查：欠薪是不是当场登记、是不是付到本人、企业有没有被列入名单。分县反馈。',
        criteria: ['每一件都有办理结果', '在办的写明办结日期'],
      }),
    },
  ],
}

export const demoSupervision: readonly DemoMatter[] = [
  ...[listed, interview, urging, overdue, onSite, joint, closed, dismissed, special],
]
