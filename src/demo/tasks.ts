/**
 * 落实事项 in the demo: what the leaders of a county and of the prefecture want done about petitions of the story, in every state. Days are
 * counted back from today; each act is a command of somebody who can log in. Whatever else gives tasks gives its own.
 */
import { sweep } from '../engine/sweep.ts'
import { addDays, type Day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import type { PetitionHouse } from '../petition/house.ts'
import { commandTask, type TaskCommanding } from '../tasks/commanding.ts'
import * as wire from '../tasks/contract.ts'
import { giveTask } from '../tasks/giving.ts'
import { dueTasks } from '../tasks/jobs.ts'
import { streamOf } from '../tasks/room.ts'
import type { TaskOriginKind } from '../tasks/task.ts'
import { done, staffNamed } from './acting.ts'

type Does = 'report' | 'close' | 'return' | 'extend' | 'remind' | 'withdraw'

interface TaskAct {
  readonly daysAgo: number
  /** The login of somebody of the demo. */
  readonly by: string
  readonly does: Does
  readonly body: (inDays: In) => object
}

/** A day so many days from today. */
type In = (days: number) => Day

interface DemoTask {
  readonly key: string
  readonly daysAgo: number
  readonly kind: TaskOriginKind
  readonly by: string
  readonly organ: string
  readonly what: string
  /** Days from today. */
  readonly due: number
  /** Petitions of the demo, by their titles. */
  readonly petitions: readonly string[]
  readonly shownTo?: readonly string[]
  readonly acts: readonly TaskAct[]
}

const bend = '双落公路弯道没有护栏，校车每天从崖边过'
const field = '修县道占我家水田少量了八分，请重新丈量'
const toilet = '双溪镇赶场天没有厕所'
const road = '桐子林的路，盼了十年'
const water = '吃水要排队，一桶水等两个钟头'

export const demoTasks: readonly DemoTask[] = [
  {
    ...{ key: 'bend', daysAgo: 16, kind: 'instruction', by: 'tan.wenbo', organ: 'qingping.transport', due: -4 },
    what: '校车安全等不得。请县交通运输局先把回头弯的临时防撞桶和警示标志摆上，护栏工程的开工日期一并报我。',
    petitions: [bend],
    shownTo: ['qingping.bureau'],
    acts: [
      { daysAgo: 2, by: 'tan.wenbo', does: 'remind', body: () => ({ note: '已经过了日子，先报临时措施摆没摆上。' }) },
    ],
  },
  {
    ...{ key: 'field', daysAgo: 12, kind: 'instruction', by: 'tan.wenbo', organ: 'qingping.natural-resources', due: 6 },
    what: '请县自然资源局会同双溪镇，通知本人到场重新丈量，结果当场签字，并报县政府。',
    petitions: [field],
    shownTo: ['qingping.bureau'],
    acts: [
      {
        ...{ daysAgo: 1, by: 'kuang.tian', does: 'report' },
        body: () => ({
          result: 'done',
          report:
            '昨日上午会同双溪镇、落水村到现场复测，本人和村组干部到场，复测面积与原丈量相差八分一厘，三方已在现场确认单上签字。补偿差额由县道项目部十日内补发。',
        }),
      },
    ],
  },
  {
    ...{ key: 'toilet', daysAgo: 30, kind: 'promise', by: 'shan.yucheng', organ: 'qingping.shuangxi', due: -12 },
    what: '接访时答应的：赶场天在农贸市场旁设临时厕所，并把选址意见告诉反映人。',
    petitions: [toilet],
    acts: [
      {
        ...{ daysAgo: 15, by: 'luo.jinxiu', does: 'report' },
        body: () => ({ result: 'done', report: '临时厕所两处已在上一个赶场天启用，选址意见已电话告知反映人。' }),
      },
      {
        daysAgo: 13,
        by: 'shan.yucheng',
        does: 'close',
        body: () => ({ note: '同意销号。入冬前看看保洁有没有人管。' }),
      },
    ],
  },
  {
    ...{ key: 'road', daysAgo: 40, kind: 'agreement', by: 'shan.yucheng', organ: 'qingping.transport', due: -20 },
    what: '下访时和桐子林村民约定：把硬化项目排进今年第四季度计划，并到村里说明排不进去的部分怎么办。',
    petitions: [road],
    acts: [
      {
        ...{ daysAgo: 22, by: 'cen.baishan', does: 'report' },
        body: () => ({ result: 'partly', report: '前两公里已列入第四季度计划，后一公里八因资金未落实暂未列入。' }),
      },
      {
        ...{ daysAgo: 20, by: 'shan.yucheng', does: 'return' },
        body: (inDays) => ({
          reason: '约定的第二件事没有做：还没有人到村里去说明。去了再报，把村民怎么说的写上。',
          until: inDays(5),
        }),
      },
    ],
  },
  {
    ...{ key: 'water', daysAgo: 9, kind: 'instruction', by: 'tan.wenbo', organ: 'qingping.water', due: 12 },
    what: '水井湾村枯水期吃水问题，请县水利局拿出今冬送水安排和明年管网方案。',
    petitions: [water],
    acts: [
      {
        ...{ daysAgo: 3, by: 'tan.wenbo', does: 'extend' },
        body: (inDays) => ({ until: inDays(20), reason: '管网方案要等州里的勘测队，送水安排仍按原来的日子先报。' }),
      },
    ],
  },
  // with these the county's leader has one at every stage
  {
    ...{ key: 'gutter', daysAgo: 2, kind: 'instruction', by: 'tan.wenbo', organ: 'qingping.shuangxi', due: 10 },
    what: '落水村到镇上那段路边沟堵塞的地方，请双溪镇本周内清一遍，清完拍照报我。',
    petitions: [],
    acts: [],
  },
  {
    ...{ key: 'school-bus', daysAgo: 26, kind: 'instruction', by: 'tan.wenbo', organ: 'qingping.transport', due: -6 },
    what: '请县交通运输局会同教育部门，把校车回头弯路段改道的可行性说清楚，能不能改、要多少钱。',
    petitions: [],
    acts: [
      {
        ...{ daysAgo: 8, by: 'cen.baishan', does: 'report' },
        body: () => ({ result: 'cannot', report: '改道须占用林地，手续本学期内办不下来。' }),
      },
      {
        ...{ daysAgo: 6, by: 'tan.wenbo', does: 'return' },
        body: (inDays) => ({
          reason: '只说了办不下来，没有说要多少钱、最快什么时候。补充以后再报。',
          until: inDays(7),
        }),
      },
    ],
  },
  {
    ...{
      key: 'notice',
      daysAgo: 33,
      kind: 'instruction',
      by: 'tan.wenbo',
      organ: 'qingping.natural-resources',
      due: -15,
    },
    what: '请县自然资源局把征地补偿标准和面积在涉及的四个村张贴公示，公示期满把异议和处理结果报我。',
    petitions: [],
    acts: [
      {
        ...{ daysAgo: 18, by: 'kuang.tian', does: 'report' },
        body: () => ({ result: 'done', report: '四个村均已公示七天，收到异议三件，已逐件上门复核并书面答复。' }),
      },
      {
        daysAgo: 16,
        by: 'tan.wenbo',
        does: 'close',
        body: () => ({ note: '同意销号。三件异议的答复复印件存一份到信访局。' }),
      },
    ],
  },
  {
    ...{ key: 'market', daysAgo: 20, kind: 'instruction', by: 'tan.wenbo', organ: 'qingping.shuangxi', due: -2 },
    what: '请双溪镇研究赶场天货车绕行的方案。',
    petitions: [],
    acts: [
      {
        ...{ daysAgo: 11, by: 'tan.wenbo', does: 'withdraw' },
        body: () => ({ reason: '州里已经批准绕镇公路年内通车，不再另做方案。' }),
      },
    ],
  },
  {
    ...{ key: 'roads', daysAgo: 7, kind: 'decision', by: 'lan.zhiyuan', organ: 'qingping.government', due: 15 },
    what: '州信访工作联席会议议定：请青坪县人民政府对全县通校车道路的临水临崖路段排查一遍，清单和排期报州里。',
    petitions: [],
    acts: [],
  },
]

/** Plays all of it, and gives back how many tasks there are. */
export async function playTasks(
  house: PetitionHouse,
  petitions: readonly { readonly title: string; readonly number: string }[],
  ids: ReadonlyMap<string, string>,
): Promise<number> {
  const today = house.today()
  const inDays: In = (days) => addDays(today, days)
  const numberOf = (title: string): string => {
    const found = petitions.find((each) => each.title === title)
    if (!found) throw new Error(`the demo has no petition ${title}`)
    return found.number
  }
  for (const task of demoTasks) {
    const given = await give(onDay(house, inDays(-task.daysAgo)), task, { inDays, ids, numberOf })
    for (const act of task.acts) await play(onDay(house, inDays(-act.daysAgo)), given, act, { inDays, ids })
  }
  await sweep(dueTasks(house))
  return demoTasks.length
}

const onDay = (house: PetitionHouse, on: Day): PetitionHouse => ({
  ...house,
  today: () => on,
  now: () => `${on}T02:00:00.000Z`,
})

interface Story {
  readonly inDays: In
  readonly ids: ReadonlyMap<string, string>
}

async function give(
  house: PetitionHouse,
  { key, kind, by, organ, what, due, petitions, shownTo = [] }: DemoTask,
  { inDays, ids, numberOf }: Story & { readonly numberOf: (title: string) => string },
): Promise<string> {
  const giver = staffNamed(by, ids)
  const given = await giveTask(house, {
    origin: { kind, stream: 'demo:tasks', key },
    ...{ giver: giver.organ, givenBy: giver.account, organ: organ as OrganId, officer: null, what },
    ...{ due: inDays(due), petitions: petitions.map(numberOf), shownTo: shownTo as readonly OrganId[] },
  })
  return done(given, `${by} gives ${key}`).task
}

const commands = {
  report: { type: 'ReportOnTask', endpoint: wire.reportOnTask },
  close: { type: 'CloseTask', endpoint: wire.closeTask },
  return: { type: 'ReturnTask', endpoint: wire.returnTask },
  extend: { type: 'ExtendTask', endpoint: wire.extendTask },
  remind: { type: 'RemindOfTask', endpoint: wire.remindOfTask },
  withdraw: { type: 'WithdrawTask', endpoint: wire.withdrawTask },
} as const satisfies Record<Does, { type: TaskCommanding['type']; endpoint: object }>

async function play(house: PetitionHouse, task: string, { by, does, body }: TaskAct, { inDays, ids }: Story) {
  const { type, endpoint } = commands[does]
  const parsed = endpoint.body.parse(body(inDays))
  const viewer = staffNamed(by, ids)
  done(await commandTask(house, { stream: streamOf(task), type, body: parsed, viewer }), `${by} ${does}`)
}
