/**
 * Disputes in the ledger of the demo (矛盾纠纷台账): found and settled in a village, a township, a county and the prefecture, one that came
 * again, one that became a petition, one that went to court, one that two persons found not to exist. Days are counted back from today;
 * people and places are invented. Each act is a command of somebody who can log in.
 */
import { addDays, type Day } from '../kernel/day.ts'
import type { PetitionHouse } from '../petition/house.ts'
import { commandDispute, type DisputeCommanding, recordDispute } from '../prevention/disputes/commanding.ts'
import * as wire from '../prevention/disputes/contract.ts'
import { done, staffNamed } from './acting.ts'
import { findDemoOrgan } from './prefecture.ts'

type In = (days: number) => Day
type NumberOf = (title: string) => string

const endpoints = {
  grade: { type: 'GradeDispute', endpoint: wire.gradeDispute },
  progress: { type: 'RecordProgress', endpoint: wire.recordDisputeProgress },
  'hand-up': { type: 'HandUpDispute', endpoint: wire.handUpDispute },
  'take-up': { type: 'TakeUpDispute', endpoint: wire.takeUpDispute },
  return: { type: 'ReturnDispute', endpoint: wire.returnDispute },
  settle: { type: 'SettleDispute', endpoint: wire.settleDispute },
  'follow-up': { type: 'FollowUpDispute', endpoint: wire.followUpDispute },
  extend: { type: 'ExtendDispute', endpoint: wire.extendDispute },
  petition: { type: 'LinkPetition', endpoint: wire.linkDisputePetition },
  direct: { type: 'DirectDispute', endpoint: wire.directDispute },
  'not-found': { type: 'ReportNotFound', endpoint: wire.reportDisputeNotFound },
  'confirm-not-found': { type: 'ConfirmNotFound', endpoint: wire.confirmDisputeNotFound },
  close: { type: 'CloseDispute', endpoint: wire.closeDispute },
} as const

interface Act {
  readonly daysAgo: number
  readonly by: string
  readonly does: keyof typeof endpoints
  readonly body?: (on: Day, inDays: In, number: NumberOf) => object
}

interface DemoDispute {
  readonly daysAgo: number
  readonly by: string
  /** Where it arose: an organ of the place. */
  readonly at: string
  readonly entry: object
  readonly acts: readonly Act[]
}

const cadre = 'sheng.dashu'
const township = 'luo.jinxiu'
const bureau = 'pu.gaofeng'
const bureauHead = 'xian.guilan'
const centre = 'qin.suyun'
const prefecture = 'teng.xiaoman'
const village = 'qingping.shuangxi.luoshui'

const side = (name: string, asks: boolean, contact: string | null = null) => ({ name, contact, asks })
const graded = (grade: string, reasons: string, more: object = {}) => ({
  grading: { grade, danger: 'none', spread: 'village', reasons, ...more },
})
const progress = (text: string) => (on: Day) => ({ at: on, kind: 'measure', text })
const settled =
  (way: string, terms: string, witness: string, parties: readonly number[] = [1]) =>
  (on: Day) => ({
    ...{ at: on, way, terms },
    words: parties.map((party) => ({ party, by: 'signed', witness })),
  })
const followed =
  (text: string, holds = true) =>
  (on: Day) => ({ at: on, holds, text })

export const demoDisputes: readonly DemoDispute[] = [
  {
    ...{ daysAgo: 40, by: cadre, at: village },
    entry: {
      ...{ source: { kind: 'village' }, category: 'rural.water-works', people: 2, spot: '二组水渠口' },
      ...{
        title: '两户争水渠放水先后',
        cause: '旱了二十多天，两家都要先灌秧田，夜里争起来。',
        asked: '定下轮灌的先后。',
      },
      parties: [side('覃阿水', true), side('侬守田', true)],
      ...graded('green', '两户之间，没有动手，涉及二人。'),
    },
    acts: [
      {
        ...{ daysAgo: 40, by: cadre, does: 'settle' },
        body: settled('onTheSpot', '单日覃家先灌，双日侬家先灌，村里写在水渠口的牌子上。', '二组组长', [1, 2]),
      },
      { ...{ daysAgo: 22, by: cadre, does: 'follow-up' }, body: followed('两家都照牌子放水，秧都栽下了。') },
      { ...{ daysAgo: 22, by: cadre, does: 'close' }, body: () => ({ note: null }) },
    ],
  },
  {
    ...{ daysAgo: 30, by: cadre, at: village },
    entry: {
      ...{ source: { kind: 'village' }, category: 'rural.land-contracts', people: 2, spot: '四组坡地' },
      ...{
        title: '坡地界石被挪，两家各说各的',
        cause: '修机耕路时界石被推走，两家各指一条线。',
        asked: '把界线定下来。',
      },
      parties: [side('韦长顺', true), side('蒙四婶', true)],
      ...graded('green', '两户之间，界线有证可查。'),
    },
    acts: [
      {
        ...{ daysAgo: 29, by: cadre, does: 'progress' },
        body: progress('带两家到坡上看了，翻出承包证，四至写得不清。'),
      },
      {
        ...{ daysAgo: 25, by: cadre, does: 'hand-up' },
        body: (on) => ({
          at: on,
          to: 'qingping.shuangxi',
          tried: '上坡看了两次，请老队长说过旧界，两家都不认；要有人测量。',
        }),
      },
      { ...{ daysAgo: 24, by: township, does: 'take-up' }, body: () => ({}) },
      { ...{ daysAgo: 20, by: township, does: 'progress' }, body: progress('请自然资源所到场，按二轮承包图放线。') },
      {
        ...{ daysAgo: 18, by: township, does: 'settle' },
        body: settled('byTalk', '以放线为界，重新埋石，两家当场签字。', '自然资源所工作人员', [1, 2]),
      },
    ],
  },
  {
    ...{ daysAgo: 60, by: cadre, at: village },
    entry: {
      ...{ source: { kind: 'village' }, category: 'rural.village-building', people: 3, spot: '一组巷口' },
      ...{ title: '加高院墙挡了邻家的光', cause: '翻修时院墙加高半米，邻家堂屋见不着光。', asked: '把墙降下来。' },
      parties: [side('班小寒', true), side('莫永福', false)],
      ...graded('green', '两户之间。'),
    },
    acts: [
      {
        ...{ daysAgo: 55, by: cadre, does: 'settle' },
        body: settled('byTalk', '墙降三十公分，改用透空砖。', '村妇联主任'),
      },
      { ...{ daysAgo: 30, by: cadre, does: 'follow-up' }, body: followed('墙降了又砌回去，两家又吵。', false) },
      { ...{ daysAgo: 28, by: cadre, does: 'progress' }, body: progress('又去谈了一次，约好等儿子从外地回来再定。') },
    ],
  },
  {
    ...{ daysAgo: 26, by: township, at: 'qingping.shuangxi' },
    entry: {
      ...{ source: { kind: 'screening' }, category: 'environment.pollution', people: 46, spot: '上下游三个村' },
      ...{
        title: '养殖场排水，下游三个村吃水有异味',
        cause: '雨后沟水发黑，三个村的人到场里理论。',
        asked: '停止直排，查清水能不能吃。',
      },
      parties: [side('下游三村村民代表', true), side('某养殖场', false)],
      ...graded('red', '涉及四十六人、三个村，吃水安全。', { spread: 'township', danger: 'possible' }),
      responsible: { organ: 'qingping.shuangxi' },
    },
    acts: [
      {
        ...{ daysAgo: 25, by: township, does: 'progress' },
        body: progress('先请水厂送水，通知养殖场停排，取了水样。'),
      },
      {
        ...{ daysAgo: 20, by: township, does: 'hand-up' },
        body: (on) => ({ at: on, to: 'qingping.bureau', tried: '停排后又偷排一次；镇里没有执法权，水样要县里化验。' }),
      },
    ],
  },
  {
    ...{ daysAgo: 75, by: bureau, at: village },
    entry: {
      ...{ source: { kind: 'call' }, category: 'labour.wages', people: 6, title: '修路工程拖欠六人工钱' },
      ...{ cause: '包工头说甲方没有结账，甲方说已经结清。', asked: '结清六个人的工钱。' },
      parties: [side('工友代表盘有福', true), side('某路桥公司项目部', false)],
      ...graded('yellow', '六个人的生活费，可能引起冲突。'),
      responsible: { organ: 'qingping.bureau' },
    },
    acts: [
      {
        ...{ daysAgo: 74, by: bureau, does: 'progress' },
        body: progress('约项目部和工友到局里对账，差一笔变更签证。'),
      },
      {
        ...{ daysAgo: 66, by: bureau, does: 'settle' },
        body: settled('byOrgan', '人社局从工资保证金先行垫付，当日到账。', '人社局劳动监察大队'),
      },
      { ...{ daysAgo: 40, by: bureau, does: 'follow-up' }, body: followed('六个人都收到了，没有新的拖欠。') },
      { ...{ daysAgo: 40, by: bureau, does: 'close' }, body: () => ({ note: '已稳固' }) },
    ],
  },
  {
    ...{ daysAgo: 160, by: bureau, at: 'qingping.shuangxi' },
    entry: {
      ...{ source: { kind: 'organ' }, category: 'rural.village-building', people: 60 },
      ...{ title: '村道断头，几个组多年出不了车', cause: '前后两届都说列了计划，没有动工。', asked: '把路修通。' },
      parties: [side('村民代表', true)],
      ...graded('red', '涉及六十多人，持续多年。', { spread: 'township' }),
      responsible: { organ: 'qingping.bureau' },
    },
    acts: [
      {
        ...{ daysAgo: 158, by: bureau, does: 'progress' },
        body: progress('请交通、自然资源两局看了现场，没有人愿意先立项。'),
      },
      {
        ...{ daysAgo: 150, by: bureau, does: 'petition' },
        body: (_, __, number) => ({ petition: number('桐子林的路，盼了十年') }),
      },
      { ...{ daysAgo: 149, by: bureau, does: 'close' }, body: () => ({ note: '按信访事项办理' }) },
    ],
  },
  {
    ...{ daysAgo: 34, by: centre, at: 'yunchuan.centre' },
    entry: {
      ...{
        source: { kind: 'intake' },
        category: 'construction.housing',
        people: 4,
        title: '精装房交付不符，四户要求退差价',
      },
      ...{ cause: '样板间是实木地板，交付的是复合地板。', asked: '退差价或者换回实木。' },
      parties: [side('业主代表甘露', true), side('某置业公司', false)],
      ...graded('green', '四户，合同纠纷。'),
    },
    acts: [
      { ...{ daysAgo: 33, by: centre, does: 'progress' }, body: progress('看了合同附件，交付标准写的是“实木复合”。') },
      {
        ...{ daysAgo: 28, by: centre, does: 'direct' },
        body: () => ({
          to: 'court',
          told: '公司不同意调解。告知可以起诉，诉讼时效三年，从知道之日起算；可以申请法律援助。',
        }),
      },
    ],
  },
  {
    ...{ daysAgo: 18, by: bureau, at: 'qingping.shuangxi' },
    entry: {
      ...{ source: { kind: 'call' }, category: 'rural.forestry', people: 2, title: '来电称两组为林木打起来' },
      ...{ cause: '来电没有留姓名，说有人受伤。', asked: '派人处理。' },
      parties: [side('来电人', true)],
      ...graded('red', '称有人受伤，先按最重处理。', { danger: 'present' }),
      responsible: { organ: 'qingping.bureau' },
    },
    acts: [
      {
        ...{ daysAgo: 17, by: bureau, does: 'not-found' },
        body: () => ({ reason: '派出所和镇里当晚到场，两个组都说没有此事，卫生院没有接诊。' }),
      },
      { ...{ daysAgo: 16, by: bureauHead, does: 'confirm-not-found' }, body: () => ({}) },
    ],
  },
  {
    ...{ daysAgo: 9, by: bureau, at: 'qingping.shuangxi' },
    entry: {
      ...{
        source: { kind: 'organ' },
        category: 'land.administration',
        people: 12,
        title: '两个村为一片荒山的归属相持',
      },
      ...{ cause: '要建光伏，两村都拿出旧合同。', asked: '确定归属。' },
      parties: [side('上村代表', true), side('下村代表', true)],
      ...graded('yellow', '两个村，十二户。', { spread: 'township' }),
      responsible: { organ: 'qingping.bureau' },
    },
    acts: [
      { ...{ daysAgo: 6, by: bureau, does: 'progress' }, body: progress('调出林权档案，两份合同时间相差三个月。') },
      {
        ...{ daysAgo: 4, by: bureauHead, does: 'extend' },
        body: (_, inDays) => ({ until: inDays(24), reason: '等待测绘单位复测边界。' }),
      },
    ],
  },
  {
    ...{ daysAgo: 50, by: prefecture, at: 'yunqi.bureau' },
    entry: {
      ...{
        source: { kind: 'intake' },
        category: 'labour.retirement',
        people: 9,
        title: '跨县改制企业九名职工工龄认定不一',
      },
      ...{ cause: '两个县各执一份文件，同一批职工工龄差两年。', asked: '按同一口径认定。' },
      parties: [side('职工代表容秀英', true)],
      ...graded('red', '涉及两个县，政策口径不一。', { spread: 'wider' }),
    },
    acts: [
      {
        ...{ daysAgo: 48, by: prefecture, does: 'progress' },
        body: progress('请两个县的人社局同来对文件，找到当年的联合通知。'),
      },
      {
        ...{ daysAgo: 36, by: prefecture, does: 'settle' },
        body: settled('byOrgan', '两县按联合通知统一认定，九个人补记工龄。', '州人社局养老保险科'),
      },
      { ...{ daysAgo: 20, by: prefecture, does: 'follow-up' }, body: followed('九个人的养老金已经重新核定。') },
    ],
  },
]

/** Gives the number of disputes. `petitions`: the petitions of the demo as they were registered. */
export async function playDisputes(
  house: PetitionHouse,
  petitions: readonly { readonly title: string; readonly number: string }[],
  accounts: ReadonlyMap<string, string>,
): Promise<number> {
  const today = house.today()
  const inDays: In = (days) => addDays(today, days)
  const on = (daysAgo: number): PetitionHouse => {
    const day = inDays(-daysAgo)
    return { ...house, today: () => day, now: () => `${day}T03:30:00.000Z` }
  }
  const number: NumberOf = (title) => {
    const found = petitions.find((each) => each.title === title)
    if (!found) throw new Error(`no petition of the demo is called ${title}`)
    return found.number
  }
  for (const { daysAgo, by, at, entry, acts } of demoDisputes) {
    const region = findDemoOrgan(at)?.region
    const typed = wire.disputeBody.parse({ foundOn: inDays(-daysAgo), region, ...entry })
    const { stream } = done(await recordDispute(on(daysAgo), staffNamed(by, accounts), typed), `${by} records`)
    for (const { daysAgo: ago, by: who, does, body } of acts) {
      const { type, endpoint } = endpoints[does]
      const command: DisputeCommanding = {
        ...{ stream, type, viewer: staffNamed(who, accounts) },
        body: endpoint.body.parse(body?.(inDays(-ago), inDays, number) ?? {}) as object,
      }
      done(await commandDispute(on(ago), command), `${who} ${does}`)
    }
  }
  return demoDisputes.length
}
