/**
 * Screening in the demo (排查): a monthly campaign of a county over two townships, in which one village did not report, with the round that
 * followed it; a special one that runs, with houses to go to; and one that is over. Places and people are invented. Each act is a command of
 * somebody who can log in.
 */
import { addDays, type Day, daysBetween } from '../kernel/day.ts'
import type { PetitionHouse } from '../petition/house.ts'
import { commandScreening, openScreening, type ScreeningCommanding } from '../prevention/screening/commanding.ts'
import * as wire from '../prevention/screening/contract.ts'
import { openNextRound, streamOfRound } from '../prevention/screening/next-round.ts'
import { periodAround } from '../prevention/screening/period.ts'
import { type Accounts, done, staffNamed } from './acting.ts'
import { findDemoOrgan } from './prefecture.ts'

const county = 'pu.gaofeng'
const shuangxi = 'luo.jinxiu'
const yangmei = 'nong.xiuying'
const luoshui = 'sheng.dashu'

type Does = 'zero' | 'assign' | 'household' | 'remind' | 'return' | 'close'
const endpoints = {
  ...{ zero: wire.fileZeroReport, assign: wire.assignArea, household: wire.recordHousehold, remind: wire.remindArea },
  ...{ return: wire.returnReport, close: wire.closeScreening },
} as const satisfies Record<Does, unknown>
const commands = {
  ...({ zero: 'FileZeroReport', assign: 'AssignArea', household: 'RecordHousehold', remind: 'RemindArea' } as const),
  ...({ return: 'ReturnReport', close: 'CloseScreening' } as const),
} as const satisfies Record<Does, ScreeningCommanding['type']>

const regionOf = (id: string): string => {
  const region = findDemoOrgan(id)?.region
  if (region === undefined) throw new Error(`no organ of the demo is called ${id}`)
  return region
}
const village = (slug: string): string => regionOf(`qingping.${slug}`)

interface Stage {
  readonly house: PetitionHouse
  readonly accounts: Accounts
  /** The house as it was so many days ago. */
  on(daysAgo: number): PetitionHouse
}

const opened = async (
  { on, accounts }: Stage,
  by: string,
  daysAgo: number,
  body: {
    readonly title: string
    readonly brief: string
    readonly areas: readonly string[]
    readonly [more: string]: unknown
  },
): Promise<string> => {
  const screening = wire.openScreening.body.parse(body)
  return done(
    await openScreening(on(daysAgo), { screening, viewer: staffNamed(by, accounts) }),
    `${by} opens ${body.title}`,
  ).stream
}

async function acted(
  { on, accounts }: Stage,
  stream: string,
  { by, daysAgo, does, body }: { by: string; daysAgo: number; does: Does; body: object },
): Promise<void> {
  const house = on(daysAgo)
  const entered = does === 'zero' || does === 'household' ? { entry: crypto.randomUUID(), at: house.today() } : {}
  const said = endpoints[does].body.parse({ ...entered, ...body }) as object
  const command = { stream, type: commands[does], body: said, viewer: staffNamed(by, accounts) }
  done(await commandScreening(house, command), `${by} ${does}`)
}

/** Plays them into a house and says how many there are. */
export async function playScreenings(house: PetitionHouse, accounts: Accounts): Promise<number> {
  const now = house.today()
  const on = (daysAgo: number): PetitionHouse => {
    const day = addDays(now, -daysAgo)
    return { ...house, today: () => day, now: () => `${day}T02:00:00.000Z` }
  }
  const stage: Stage = { house, accounts, on }
  await playMonthly(stage, now)
  await playWages(stage)
  await playWater(stage)
  return 4
}

/** Last month's round with one village that did not report, and this month's, which opened by itself. */
async function playMonthly(stage: Stage, now: Day): Promise<void> {
  const thisMonth = periodAround(now, 'month')
  const lastMonth = periodAround(addDays(thisMonth.from, -1), 'month')
  const ago = (day: Day): number => daysBetween(day, now)
  const begun = ago(lastMonth.from)
  const stream = await opened(stage, county, begun, {
    title: '双溪镇、杨梅乡矛盾纠纷月排查',
    brief:
      '邻里、土地、婚姻家庭、欠薪、用水用电，各村逐组走一遍。发现纠纷当天记入台账，能在村里解决的当场解决；没有发现的报零报告。',
    rhythm: 'month',
    areas: [regionOf('qingping.shuangxi'), regionOf('qingping.yangmei')],
  })
  const zeros = [
    [shuangxi, 'shuangxi.shuangxijie', 20],
    [luoshui, 'shuangxi.luoshui', 21],
    [shuangxi, 'shuangxi.youfang', 22],
    [yangmei, 'yangmei.banpo', 23],
    [yangmei, 'yangmei.daya', 24],
    [yangmei, 'yangmei.shuijingwan', 24],
  ] as const
  for (const [by, slug, dayOf] of zeros) {
    const note = slug === 'yangmei.daya' ? '临时占地复垦的事已经在信访局登记，没有新的纠纷。' : null
    await acted(stage, stream, { by, daysAgo: begun - dayOf + 1, does: 'zero', body: { area: village(slug), note } })
  }
  const dayAfter = ago(addDays(lastMonth.from, 25))
  const viewer = { kind: 'system', task: 'demo' } as const
  const mark = { stream, type: 'MarkClock', body: { clock: 'reportArea#4' }, viewer } as const
  done(await commandScreening(stage.on(dayAfter), mark), '石门坎村逾期')
  await acted(stage, stream, {
    ...{ by: county, daysAgo: dayAfter, does: 'remind' },
    body: { area: village('shuangxi.shimenkan'), note: '请镇里帮着去看一趟，三天内补报。' },
  })
  const next = streamOfRound(stream, thisMonth.from)
  if (!(await openNextRound(stage.on(ago(thisMonth.from)), stream))) throw new Error('the next round did not open')
  // of this month all but two have reported by now
  for (const [by, slug] of zeros.filter(([, slug]) => slug !== 'shuangxi.luoshui'))
    await acted(stage, next, {
      by,
      daysAgo: Math.min(2, ago(thisMonth.from)),
      does: 'zero',
      body: { area: village(slug) },
    })
}

/** 专项: runs, with the houses that somebody goes to. */
async function playWages(stage: Stage): Promise<void> {
  const stream = await opened(stage, shuangxi, 3, {
    title: '年底欠薪专项排查',
    brief: '在外务工回来的、在镇上工地和砖厂干活的，问清楚有没有拖欠工资：谁欠的、欠多少、有没有字据。',
    category: 'labour.wages',
    areas: [regionOf('qingping.shuangxi')],
    due: addDays(stage.house.today(), 5),
  })
  const area = village('shuangxi.luoshui')
  const [first, second, third] = Array.from({ length: 3 }, () => crypto.randomUUID()) as [string, string, string]
  // who works where is looked up, and the accounts of the demo are there from today on
  const { account, organ } = staffNamed(luoshui, stage.accounts)
  await acted(stage, stream, {
    ...{ by: shuangxi, daysAgo: 0, does: 'assign' },
    body: {
      ...{ area, screeners: [{ account, organ }], helpers: '三组网格员、村卫生室护士' },
      households: [
        { household: first, where: '三组村口小卖部旁边第二家' },
        { household: second, where: '五组老晒坝上面那一排' },
        { household: third, where: '砖厂宿舍，靠河边一栋' },
      ],
    },
  })
  await acted(stage, stream, {
    ...{ by: luoshui, daysAgo: 0, does: 'household' },
    body: { area, household: first, result: 'met', note: '今年的工资都结清了。' },
  })
  await acted(stage, stream, {
    ...{ by: luoshui, daysAgo: 0, does: 'household' },
    body: { area, household: second, result: 'absent' },
  })
  await acted(stage, stream, {
    ...{ by: shuangxi, daysAgo: 1, does: 'zero' },
    body: { area: village('shuangxi.shuangxijie'), note: '街上三家工地都看了工资表。' },
  })
}

/** One that is over: who did not report stays named. */
async function playWater(stage: Stage): Promise<void> {
  const stream = await opened(stage, county, 40, {
    title: '秋季用水纠纷专项排查',
    brief: '秋灌争水、塘坝承包、管道漏水引起的纠纷。',
    category: 'rural.water-works',
    areas: [regionOf('qingping.yangmei')],
    due: addDays(stage.house.today(), -30),
  })
  for (const slug of ['yangmei.banpo', 'yangmei.daya'])
    await acted(stage, stream, { by: yangmei, daysAgo: 33, does: 'zero', body: { area: village(slug) } })
  const viewer = { kind: 'system', task: 'demo' } as const
  const mark = { stream, type: 'MarkClock', body: { clock: 'reportArea#3' }, viewer } as const
  done(await commandScreening(stage.on(29), mark), '水井湾村逾期')
  await acted(stage, stream, {
    ...{ by: county, daysAgo: 27, does: 'close' },
    body: { summary: '半坡村、大垭村没有发现；水井湾村没有报告，由镇里派人补查，列入下月排查。' },
  })
}
