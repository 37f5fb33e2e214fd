/** Bulletins of the fictional prefecture: one that went round, last month's situation report, one that waits for approval, last year's report as a draft, and a notice about a cadre. */
import { addDays, type Day } from '../kernel/day.ts'
import type { Viewer } from '../kernel/viewer.ts'
import { lastEnded } from '../law/report-periods.ts'
import { commandBulletin, draftBulletin } from '../supervision/bulletins/commanding.ts'
import * as wire from '../supervision/bulletins/contract.ts'
import type { BulletinHouse } from '../supervision/bulletins/house.ts'
import { periodInWords } from '../wording/report-periods.ts'
import { done, staffNamed } from './acting.ts'

type Staff = Extract<Viewer, { kind: 'staff' }>

const counties = ['yunchuan', 'qingping', 'bailu', 'shidu', 'wuhe'].map((place) => `${place}.bureau`)

const circular = (today: string) => ({
  kind: 'circular',
  tone: 'results',
  title: '关于今年以来全州信访工作情况的通报',
  recipients: counties,
  blocks: [
    {
      is: 'text',
      heading: '总体情况',
      text: '今年以来，全州信访部门坚持依规依法及时就地解决信访问题，绝大多数事项在规定期限内告知、受理和办理。\n群众反映较多的是农村土地承包、劳动报酬和城市管理。',
    },
    {
      ...{ is: 'figures', figures: ['timeliness', 'byClass', 'byCategory', 'byChannel'] },
      ...{ from: `${today.slice(0, 4)}-01-01`, until: today },
    },
    {
      is: 'text',
      heading: '存在的问题',
      text: '个别单位超过规定期限才告知信访人，办结报告反馈不及时；有的答复没有逐项回应请求。',
    },
    {
      is: 'text',
      heading: '工作要求',
      text: '请对照检查，超期事项逐件说明原因，并于十五个工作日内办理完毕。',
    },
  ],
})

const praise = {
  kind: 'circular',
  tone: 'praise',
  title: '关于青坪县双溪镇就地解决信访问题的通报',
  recipients: counties,
  blocks: [
    {
      is: 'text',
      text: '双溪镇落实首接责任，今年受理的事项大多在乡镇就地解决。请各县（市）结合实际学习借鉴。',
    },
  ],
}

const report = (year: number) => ({
  kind: 'annualReport',
  year,
  title: `${year}年信访情况年度报告`,
  blocks: [
    {
      is: 'figures',
      figures: ['timeliness', 'byChannel', 'byClass', 'byCategory', 'complained', 'sent', 'supervision', 'proposals'],
      ...{ from: `${year}-01-01`, until: `${year}-12-31` },
    },
    { is: 'text', part: 'other', text: '本系统自本年度起试运行，此前的事项仍在原系统。' },
  ],
})

/** On the last month that has ended; the figures are whatever the demo has of it. */
const situation = (today: string) => {
  const { span, from } = lastEnded('month', today as Day)
  const period = { span, from }
  const name = periodInWords(lastEnded('month', today as Day)).zh
  const days = { from, until: from }
  return {
    ...{ kind: 'situationReport', period, title: `${name}信访形势分析报告` },
    blocks: [
      { is: 'figures', figures: ['categoryTrend', 'placeTrend'], ...days },
      {
        ...{ is: 'text', part: 'causes' },
        text: '本期各类别、各地区的数量没有超出偶然波动的，不作升降判断。反映劳动报酬的事项集中在在建工地，主要是总包单位未按月足额拨付人工费用。',
      },
      { is: 'figures', figures: ['complainedTrend', 'channelTrend', 'repeatTrend'], ...days },
      {
        ...{ is: 'text', part: 'causes' },
        text: '再次反映同一事项的，多因前次答复没有逐项回应请求，或者答复后没有按期落实。',
      },
      { is: 'figures', figures: ['supervision', 'proposals', 'decisions'], ...days },
      {
        ...{ is: 'text', part: 'outcome' },
        text: '建议由住房和城乡建设部门会同人力资源和社会保障部门，对在建工地农民工工资专用账户开展一次检查。',
      },
    ],
  }
}

const notice = {
  kind: 'personnelNotice',
  title: '反映某县干部问题的信访情况',
  blocks: [
    {
      is: 'text',
      text: '近期收到来信，反映该同志分管的征地补偿工作长期不作为、多头推诿。相关来信已经按照规定转送纪检监察机关。',
    },
  ],
  personnel: {
    department: 'yunqi.organisation',
    concerned: [{ name: '贡某', organ: 'shidu.government' }],
  },
}

export async function playBulletins(house: BulletinHouse, accounts: ReadonlyMap<string, string>): Promise<number> {
  const viewerOf = (login: string) => staffNamed(login, accounts)
  const today = house.today()
  const [clerk, head, supervisor] = [viewerOf('mu.qinghe'), viewerOf('qiu.weimin'), viewerOf('ji.dongsheng')]
  const issued = await draft(house, circular(today), clerk)
  await act(house, issued, 'SubmitBulletin', clerk)
  await act(house, issued, 'IssueBulletin', head)
  await act(house, issued, 'ReceiveBulletin', viewerOf('xian.guilan'))
  const situated = await draft(house, situation(today), clerk)
  await act(house, situated, 'SubmitBulletin', clerk)
  await act(house, situated, 'IssueBulletin', head)
  const order = wire.instructOnBulletin.body.parse({
    ...{ to: 'yunqi.housing', due: addDays(today, 20) },
    what: '请会同人力资源和社会保障部门，对在建工地农民工工资专用账户开展一次检查，列出没有按月足额拨付的项目。',
  })
  await act(house, situated, 'InstructOnBulletin', viewerOf('lan.zhiyuan'), order)
  const waiting = await draft(house, praise, clerk)
  await act(house, waiting, 'SubmitBulletin', clerk)
  await draft(house, report(Number(today.slice(0, 4)) - 1), clerk)
  await draft(house, notice, supervisor)
  return 5
}

async function draft(house: BulletinHouse, body: object, viewer: Staff): Promise<string> {
  const parsed = wire.draftBulletin.body.parse(body)
  return done(await draftBulletin(house, { body: parsed, viewer }), 'a bulletin').stream
}

async function act(
  house: BulletinHouse,
  stream: string,
  type: Parameters<typeof commandBulletin>[1]['type'],
  viewer: Staff,
  body: object = {},
): Promise<void> {
  done(await commandBulletin(house, { stream, type, body, viewer }), type)
}
