/** Petitions as people write them, put together from short tables: each another one, of at least five hundred characters. */
import type { z } from 'zod'
import type { registrationBody } from '../src/petition/contract.ts'
import type { Draw } from './draw.ts'
import { counties } from './organs.ts'

export type Letter = z.input<typeof registrationBody>

const shortestText = 500

const families = [...'东方欧阳慕容令狐司空端木']
const given = [...'山水云石松竹禾麦晴朗安宁']
const villages = ['石桥', '柳湾', '上坪', '下坪', '白沙', '青龙潭', '三岔', '旧街', '东岭', '西岸']
const matters = [
  { title: '承包地面积与证上不符', category: 'other', claim: '请求重新丈量并更正承包经营权证' },
  { title: '拖欠工程款和工资', category: 'other', claim: '请求督促支付拖欠的工资' },
  { title: '小区电梯长期停运', category: 'other', claim: '请求责令物业限期修复电梯' },
  { title: '养老金少算工龄', category: 'other', claim: '请求补算工龄并补发养老金' },
  { title: '采石场粉尘和噪声', category: 'other', claim: '请求依法查处夜间作业' },
  { title: '拆迁补偿没有兑现', category: 'other', claim: '请求按协议兑现安置补偿' },
] as const

const sentences: readonly ((draw: Draw) => string)[] = [
  (draw) =>
    `我家住在${draw.one(villages)}村${1 + draw.below(12)}组，全家${2 + draw.below(6)}口人，靠种地和打零工过日子。`,
  (draw) =>
    `事情要从${2003 + draw.below(20)}年${1 + draw.below(12)}月说起，当时村里开会讲得很清楚，会议记录上也有签字。`,
  (draw) => `合同编号是第${draw.digits(8)}号，涉及金额${draw.digits(5)}元，至今只收到其中的${1 + draw.below(9)}成。`,
  (draw) => `我先后到窗口问过${2 + draw.below(9)}次，工作人员让我回去等电话，等了${20 + draw.below(200)}天没有结果。`,
  (draw) =>
    `去年${1 + draw.below(12)}月${1 + draw.below(28)}日，对方在${draw.one(villages)}当着邻居的面承认过这件事，后来又说没有依据。`,
  (draw) =>
    `测量的人来了不到${5 + draw.below(40)}分钟，只看了${1 + draw.below(4)}块地，剩下的凭老图估算，差了${draw.below(9) + 1}亩多。`,
  () => '我们不是要多占一分，只是希望按照当初写明的条款办，把该给的给了，把该修的修好。',
  (draw) => `附近${3 + draw.below(60)}户的情况和我家差不多，大家推我来写这封信，愿意一起作证。`,
  (draw) => `家里老人今年${60 + draw.below(35)}岁，腿脚不便，每次跑一趟县城要换${1 + draw.below(4)}趟车。`,
  () => '如果现行规定不支持我们的请求，也请把依据写明白，让我们知道下一步该走什么途径。',
  (draw) => `相关票据共${1 + draw.below(30)}张，照片${1 + draw.below(50)}张，原件都在，可以随时核对。`,
  (draw) => `${draw.one(villages)}那边同样的事${1 + draw.below(11)}个月前就办结了，为什么我们这里一直拖着没有答复？`,
]

/** The next petition of a draw. The place is one of the bench's counties. */
export function letterFrom(draw: Draw): Letter {
  const matter = draw.one(matters)
  let text = `关于${draw.one(villages)}村${matter.title}的情况反映（${draw.digits(10)}）。`
  while (text.length < shortestText) text += draw.one(sentences)(draw)
  const claims = [
    matter.claim,
    '请求书面答复办理依据和经办单位',
    `请求在${30 + draw.below(60)}日内告知结果（${draw.digits(6)}）`,
  ]
  return {
    place: draw.one(counties).region,
    class: 'appeal',
    category: matter.category,
    placeDetail: `${draw.one(villages)}村${1 + draw.below(12)}组`,
    title: `${draw.one(villages)}村${matter.title}`,
    text,
    claims,
    people: [personFrom(draw)],
  }
}

/** Nobody: the region 99 does not exist, and no telephone number begins with 100. */
function personFrom(draw: Draw): Letter['people'][number] {
  return {
    name: draw.one(families) + draw.one(given) + draw.one(given),
    idNumber: `99${draw.digits(16)}`,
    phone: `100${draw.digits(8)}`,
    address: `${draw.one(villages)}村${1 + draw.below(300)}号`,
  }
}
