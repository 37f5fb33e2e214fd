/**
 * Reception days in the demo: one that was held, one for today's window, one whose seats are drawn, one that is open for requests, one that
 * was called off, and a plan. Days are counted from today; whoever asks is invented. Each act is a command of somebody who can log in.
 */
import { addDays, type Day, weekday } from '../kernel/day.ts'
import { type Prose, readProse } from '../kernel/prose.ts'
import { commandBooking, requestSeat } from '../leadership/reception/booking-commanding.ts'
import { commandReception, planReception } from '../leadership/reception/commanding.ts'
import * as wire from '../leadership/reception/contract.ts'
import { drawOf } from '../leadership/reception/jobs.ts'
import type { Staff } from '../leadership/reception/queries.ts'
import { idOf } from '../leadership/reception/room.ts'
import type { PetitionHouse } from '../petition/house.ts'
import { done, staffNamed } from './acting.ts'

interface Receives {
  readonly by: string
  readonly organ: string
  readonly title: string
  readonly standing: 'main' | 'other'
}

const head: Receives = { by: 'tan.wenbo', organ: 'qingping.government', title: '县委副书记、县长', standing: 'main' }
const deputy: Receives = { by: 'shan.yucheng', organ: 'qingping.government', title: '副县长', standing: 'other' }
const secretary: Receives = { by: 'ju.mingyan', organ: 'qingping.party', title: '县委副书记', standing: 'other' }
const above: Receives = { by: 'lan.zhiyuan', organ: 'yunqi.government', title: '副州长', standing: 'other' }

interface DemoDay {
  readonly id: string
  readonly inDays: number
  readonly clerk: string
  readonly leaders: readonly Receives[]
  readonly topic: string | null
  readonly seats: number
  readonly joint: readonly string[]
  /** Days before the day on which it was made public and on which requests end; null for a plan. */
  readonly open: { readonly published: number; readonly closes: number; readonly at?: string } | null
  readonly asked: readonly (readonly [name: string, subject: string, need?: 'frail' | 'urgent'])[]
}

const hall = '青坪县人民来访接待大厅一楼（县信访局）'

const days: readonly DemoDay[] = [
  {
    ...{ id: 'held', inDays: -14, clerk: 'pu.gaofeng', leaders: [head], topic: null, seats: 3, joint: [] },
    open: { published: 14, closes: 4 },
    asked: [
      ['甘木生', '宅基地建房批了两年没有批下来'],
      ['水映荷', '低保停发，没有说明原因', 'frail'],
      ['骆长根', '村里机耕路塌方，农用车进不去'],
      ['符秋兰', '子女入学学区划分'],
      ['臧有田', '退耕还林补助面积'],
    ],
  },
  {
    ...{ id: 'today', inDays: 0, clerk: 'pu.gaofeng', leaders: [deputy], topic: null, seats: 5, joint: [] },
    open: { published: 12, closes: 3 },
    asked: [
      ['温大河', '征地补偿款没有到账'],
      ['凌桂香', '老人住院报销比例', 'frail'],
      ['邬建民', '拖欠工钱'],
    ],
  },
  {
    ...{ id: 'drawn', inDays: 4, clerk: 'pu.gaofeng', leaders: [secretary], topic: null, seats: 3, joint: [] },
    open: { published: 15, closes: 6 },
    asked: [
      ['景阳', '小区物业收费'],
      ['边秀英', '养老金少算工龄', 'frail'],
      ['隋有福', '林地界线'],
      ['牧野', '农贸市场占道'],
      ['衣春梅', '校车路线'],
      ['双桂枝', '河道采砂影响灌溉', 'urgent'],
    ],
  },
  {
    ...{ id: 'open', inDays: 15, clerk: 'pu.gaofeng', leaders: [head], topic: '农村土地、征地补偿', seats: 6 },
    joint: ['qingping.natural-resources', 'qingping.transport'],
    open: { published: 18, closes: 4, at: '17:30' },
    asked: [
      ['阳大山', '修路占地丈量'],
      ['万里红', '青苗补偿标准'],
    ],
  },
  {
    ...{ id: 'off', inDays: 7, clerk: 'pu.gaofeng', leaders: [secretary], topic: null, seats: 4, joint: [] },
    open: { published: 14, closes: 3 },
    asked: [['扈三江', '自来水管网改造']],
  },
  {
    ...{ id: 'above', inDays: 20, clerk: 'teng.xiaoman', leaders: [above], topic: null, seats: 6, joint: [] },
    open: { published: 22, closes: 5 },
    asked: [],
  },
  {
    ...{ id: 'plan', inDays: 26, clerk: 'pu.gaofeng', leaders: [deputy, secretary], topic: '拖欠工资', seats: 6 },
    joint: ['qingping.natural-resources'],
    open: null,
    asked: [],
  },
]

const whoWorks = (day: Day): Day => (weekday(day) > 5 ? addDays(day, 8 - weekday(day)) : day)
const prose = (text: string, part: 'identity' | 'content'): Prose => {
  const read = readProse(text, { max: 4000, part })
  if (!read.ok) throw new Error(read.error)
  return read.value
}

interface Asked {
  readonly reference: string
  readonly stream: string
}

/** Plays them into a house in which everybody has an account. */
export async function playReceptions(house: PetitionHouse, accounts: ReadonlyMap<string, string>): Promise<number> {
  const today = house.today()
  const on = (day: Day): PetitionHouse => ({ ...house, today: () => day, now: () => `${day}T02:00:00.000Z` })
  const streams = new Map<string, string>()
  const asked = new Map<string, readonly Asked[]>()
  for (const each of days) {
    // the day of today's window is today, whatever day of the week that is
    const day = each.inDays === 0 ? today : whoWorks(addDays(today, each.inDays))
    const stream = await planned(on, each, day, today, accounts)
    streams.set(each.id, stream)
    asked.set(each.id, await requested(on, each, day, stream))
    const closes = each.open ? addDays(day, -each.open.closes) : null
    if (closes !== null && closes < today) await drawOf(on(addDays(closes, 1)), stream)
  }
  const viewer = staffNamed('pu.gaofeng', accounts)
  const [off, instead] = [streams.get('off') as string, streams.get('open') as string]
  const cancelling = wire.cancelReception.body.parse({ reason: '参加上级会议，改期接待。', instead: idOf(instead) })
  done(await commandReception(house, { stream: off, type: 'CancelReception', body: cancelling, viewer }), 'calls off')
  await playHeld(
    on(whoWorks(addDays(today, -14))),
    streams.get('held') as string,
    asked.get('held') ?? [],
    viewer,
    today,
  )
  return days.length
}

type On = (day: Day) => PetitionHouse

async function planned(
  on: On,
  { clerk, leaders, topic, seats, joint, open }: DemoDay,
  day: Day,
  today: Day,
  accounts: ReadonlyMap<string, string>,
): Promise<string> {
  const viewer = staffNamed(clerk, accounts)
  const published = open ? addDays(day, -open.published) : today
  const place = clerk === 'teng.xiaoman' ? '云栖州人民来访接待大厅' : hall
  const body = wire.planReception.body.parse({
    leaders: leaders.map(({ by, organ, title, standing }) => ({ account: accounts.get(by), organ, title, standing })),
    // a demo begins on whatever day it is
    plan: { day, onRestDay: true, from: '09:00', until: '12:00', place, topic, seats, joint },
  })
  const { stream } = done(await planReception(on(published), { body, viewer }), `${clerk} plans`)
  if (open === null) return stream
  const publishing = wire.publishReception.body.parse({
    closesOn: addDays(day, -open.closes),
    closesAt: open.at ?? null,
  })
  const given = { stream, type: 'PublishReception', body: publishing, viewer } as const
  done(await commandReception(on(published), given), `${clerk} makes public`)
  return stream
}

async function requested(
  on: On,
  { asked, open, inDays }: DemoDay,
  day: Day,
  stream: string,
): Promise<readonly Asked[]> {
  const all: Asked[] = []
  if (open === null) return all
  const made = on(addDays(day, -open.published + 1))
  for (const [at, [name, subject, need = null]] of asked.entries()) {
    const asking = {
      ...({ reception: idOf(stream), need, way: 'portal', about: [], petition: null } as const),
      ...{ name: prose(name, 'identity'), subject: prose(subject, 'content') },
      byMessage: at % 2 === 0,
      phone: prose(`199${String(10_000_000 + (inDays + 50) * 100 + at)}`, 'identity'),
    }
    const { booking, stream: own } = done(
      await requestSeat(made, { asking, viewer: { kind: 'anyone' } }),
      `${name} asks`,
    )
    all.push({ reference: booking.reference, stream: own })
  }
  return all
}

/** The day that was held: two were heard, one did not come, and whoever waited next was heard instead. */
async function playHeld(
  house: PetitionHouse,
  stream: string,
  asked: readonly Asked[],
  viewer: Staff,
  today: Day,
): Promise<void> {
  const records = [
    ['群众反映建房申请报送两年没有结果，乡镇说在县里，县里说没有收到。', '请自然资源局查清申请下落，书面答复。'],
    ['群众反映低保停发没有书面通知。', null],
    ['群众反映机耕路塌方，农用车要绕行八公里。', '先清除塌方，入冬前修复。'],
  ] as const
  let heard = 0
  let absent = 0
  for (;;) {
    const next = await seatedNext(house, stream, asked)
    if (next === undefined || heard === records.length) break
    if (absent === 0 && heard === 1) {
      absent += 1
      done(await commandBooking(house, { stream: next.stream, type: 'RecordAbsence', body: {}, viewer }), 'absence')
      const leaving = { reference: next.reference, leaving: 'absent' }
      const system = { kind: 'system', task: 'reception' } as const
      done(await commandReception(house, { stream, type: 'LeaveQueue', body: leaving, viewer: system }), 'moves up')
      continue
    }
    await hear(house, next.stream, records[heard] as (typeof records)[number], viewer, today)
    heard += 1
  }
  done(await commandReception(house, { stream, type: 'ConcludeReception', body: { note: null }, viewer }), 'concludes')
}

async function seatedNext(house: PetitionHouse, stream: string, asked: readonly Asked[]): Promise<Asked | undefined> {
  const { rows } = await house.work.query<{ reference: string }>(
    `select e.reference from reception_entry e join booking b on b.reception = e.stream_id and b.reference = e.reference
      where e.stream_id = $1 and e.seat is not null and b.stage = 'requested' order by e.seat limit 1`,
    [stream],
  )
  return asked.find(({ reference }) => reference === rows[0]?.reference)
}

async function hear(
  house: PetitionHouse,
  stream: string,
  [record, promise]: readonly [string, string | null],
  viewer: Staff,
  today: Day,
): Promise<void> {
  const act = async (type: Parameters<typeof commandBooking>[1]['type'], body: object) =>
    done(await commandBooking(house, { stream, type, body, viewer }), type)
  await act('CheckIn', {})
  await act('StartTalk', {})
  await act('RecordTalk', wire.recordTalk.body.parse({ record, readBack: true, confirmedBy: 'signature' }) as object)
  const promises = promise ? [{ organ: 'qingping.natural-resources', due: addDays(today, 20), what: promise }] : []
  const reason = '已当面说明政策和办理途径，来访人表示清楚。'
  const result = { result: { kind: 'explained', reason }, promises }
  await act('ConcludeTalk', wire.concludeTalk.body.parse(result) as object)
}
