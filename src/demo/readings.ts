/**
 * Letters before leaders in the demo: what two petition bureaus laid before whom, in every state, with what was instructed and reported back.
 * Days are counted back from today; organs and people are invented. Each act is a command of somebody who can log in.
 */
import { readHistory } from '../engine/history.ts'
import { addDays, type Day } from '../kernel/day.ts'
import { commandReading, proposeReading, type ReadingCommanding } from '../leadership/reading/commanding.ts'
import * as wire from '../leadership/reading/contract.ts'
import { instructionReaction } from '../leadership/reading/reactions.ts'
import type { ReadingFact } from '../leadership/reading/reading.ts'
import type { PetitionHouse } from '../petition/house.ts'
import { commandTask } from '../tasks/commanding.ts'
import { closeTask, reportOnTask } from '../tasks/contract.ts'
import { streamOfOrigin } from '../tasks/room.ts'
import { type Accounts, done, staffNamed } from './acting.ts'

type In = (days: number) => Day
type Does = 'mark-read' | 'instruct' | 'return' | 'recall' | 'hand-over'

interface Act {
  readonly daysAgo: number
  /** The login of somebody of the demo. */
  readonly by: string
  readonly does: Does
  readonly body?: (inDays: In) => object
  /** Before whom it is laid from now on. */
  readonly to?: string
}

/** What came of the first instruction. */
interface OnTask {
  readonly daysAgo: number
  readonly by: string
  readonly does: 'report' | 'close'
  readonly body: object
}

interface DemoReading {
  readonly daysAgo: number
  readonly by: string
  readonly before: string
  /** A petition of the demo, by its title. */
  readonly petition: string
  readonly why: string
  readonly wantedIn?: number
  readonly suggested?: (inDays: In) => object
  readonly acts: readonly Act[]
  readonly onTask?: readonly OnTask[]
}

export const demoReadings: readonly DemoReading[] = [
  {
    daysAgo: 1,
    by: 'pu.gaofeng',
    before: 'shan.yucheng',
    petition: '双落公路弯道没有护栏，校车每天从崖边过',
    why: '同一处弯道又有家长反映，关系校车安全，需要交通、财政一起研究。',
    wantedIn: 1,
    suggested: (inDays) => ({
      organ: 'qingping.transport',
      what: '请县交通运输局先设临时防护，再提出修复方案和资金来源，并报告结果。',
      due: inDays(10),
    }),
    acts: [],
  },
  {
    daysAgo: 0,
    by: 'pu.gaofeng',
    before: 'shan.yucheng',
    petition: '娃娃坐校车过回头弯，我天天在家念佛',
    why: '与校车司机反映的是同一处弯道，一并请阅。',
    acts: [],
  },
  {
    daysAgo: 4,
    by: 'pu.gaofeng',
    before: 'shan.yucheng',
    petition: '林改时登记错了，我家十二亩杉木长在别人的证上',
    why: '信访人担心林木被采伐，需要林业、自然资源两家尽快核实，请阅示。',
    acts: [
      {
        daysAgo: 3,
        by: 'shan.yucheng',
        does: 'instruct',
        body: (inDays) => ({
          orders: [
            {
              organ: 'qingping.natural-resources',
              what: '请县自然资源和规划局负责同志到场核实四至，与林业站衔接采伐事项，并报告情况。',
              due: inDays(7),
            },
          ],
        }),
      },
    ],
    onTask: [
      {
        daysAgo: 1,
        by: 'kuang.tian',
        does: 'report',
        body: { result: 'partly', report: '已到老鹰嘴现场，两家当事人和林业站都到场，四至无争议；更正登记正在公示。' },
      },
    ],
  },
  {
    daysAgo: 1,
    by: 'pu.gaofeng',
    before: 'tan.wenbo',
    petition: '老人机收不到挂号短信，请给老年人留几个现场号',
    why: '建议具体可行，花钱不多，请阅。',
    wantedIn: 3,
    acts: [],
  },
  {
    daysAgo: 5,
    by: 'pu.gaofeng',
    before: 'tan.wenbo',
    petition: '双溪镇赶场天没有厕所',
    why: '群众意见具体可行，请阅。',
    acts: [{ daysAgo: 4, by: 'tan.wenbo', does: 'mark-read' }],
  },
  {
    daysAgo: 6,
    by: 'pu.gaofeng',
    before: 'tan.wenbo',
    petition: '村里三年没有公布过账',
    why: '涉及村务公开，办结以后请阅示。',
    acts: [
      {
        daysAgo: 5,
        by: 'pu.gaofeng',
        does: 'hand-over',
        to: 'ju.mingyan',
        body: () => ({ reason: '村务公开由县委分管，改送鞠明岩同志。' }),
      },
      {
        daysAgo: 4,
        by: 'ju.mingyan',
        does: 'return',
        body: () => ({ reason: '该件已经办结，请附上回访情况和公示照片后再送。' }),
      },
    ],
  },
]

const endpoints = {
  ...{ 'mark-read': wire.markRead, instruct: wire.instruct, return: wire.returnReading },
  ...{ recall: wire.recallReading, 'hand-over': wire.handReadingOver },
} as const
const commands: Readonly<Record<Does, ReadingCommanding['type']>> = {
  ...({ 'mark-read': 'MarkRead', instruct: 'Instruct', return: 'ReturnReading' } as const),
  ...({ recall: 'RecallReading', 'hand-over': 'HandReadingOver' } as const),
}

interface Played {
  readonly title: string
  readonly number: string
}

/** Plays them into a house in which the petitions are there. */
export async function playReadings(
  house: PetitionHouse,
  petitions: readonly Played[],
  accounts: Accounts,
): Promise<number> {
  const now = house.today()
  const inDays: In = (days) => addDays(now, days)
  const on = (daysAgo: number): PetitionHouse => {
    const day = inDays(-daysAgo)
    return { ...house, today: () => day, now: () => `${day}T02:00:00.000Z` }
  }
  for (const story of demoReadings) {
    const number = petitions.find(({ title }) => title === story.petition)?.number
    const { account, organ } = staffNamed(story.before, accounts)
    const body = wire.proposeReading.body.parse({
      ...{ petition: number, leader: { account, organ }, why: story.why, suggested: story.suggested?.(inDays) ?? null },
      wantedBy: story.wantedIn === undefined ? null : inDays(story.wantedIn),
    })
    const viewer = staffNamed(story.by, accounts)
    const { stream } = done(
      await proposeReading(on(story.daysAgo), { ...body, viewer }),
      `${story.by} lays “${story.petition}” before ${story.before}`,
    )
    for (const act of story.acts) await playAct(on(act.daysAgo), stream, act, accounts, inDays)
    for (const act of story.onTask ?? []) await playOnTask(on(act.daysAgo), stream, act, accounts)
  }
  return demoReadings.length
}

async function playAct(house: PetitionHouse, stream: string, act: Act, accounts: Accounts, inDays: In): Promise<void> {
  const to = act.to === undefined ? null : staffNamed(act.to, accounts)
  const typed = { ...act.body?.(inDays), ...(to ? { leader: { account: to.account, organ: to.organ } } : {}) }
  const body = endpoints[act.does].body.parse(typed) as object
  const viewer = staffNamed(act.by, accounts)
  done(await commandReading(house, { stream, type: commands[act.does], body, viewer }), `${act.by} ${act.does}`)
  if (act.does === 'instruct') await giveTasks(house, stream)
}

/** On the day of the story; the house that is served reads the same fact again, and gives nothing twice. */
async function giveTasks(house: PetitionHouse, stream: string): Promise<void> {
  const { facts } = await readHistory<ReadingFact>(house.work, stream)
  const reaction = instructionReaction(house)
  for (const fact of facts) await reaction.react({ ...fact, stream }, undefined as never)
}

async function playOnTask(
  house: PetitionHouse,
  stream: string,
  { by, does, body }: OnTask,
  accounts: Accounts,
): Promise<void> {
  const task = streamOfOrigin({ kind: 'instruction', stream, key: 'i1' })
  const viewer = staffNamed(by, accounts)
  const given =
    does === 'report'
      ? ({ type: 'ReportOnTask', body: reportOnTask.body.parse(body) as object } as const)
      : ({ type: 'CloseTask', body: closeTask.body.parse(body) as object } as const)
  done(await commandTask(house, { stream: task, ...given, viewer }), `${by} ${does} of a task`)
}
