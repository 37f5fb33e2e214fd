/**
 * Visits to villages in the demo (下访): one that is followed, one that is closed, one for today, one that lies ahead and one that was
 * cancelled. Days are counted back from today; people and places are invented. Each act is a command of somebody who can log in.
 */
import { addDays, type Day } from '../kernel/day.ts'
import { commandVisit, planVisit, type VisitCommanding } from '../leadership/visits/commanding.ts'
import * as wire from '../leadership/visits/contract.ts'
import type { PetitionHouse } from '../petition/house.ts'
import { done, staffNamed } from './acting.ts'

type Does = 'confirm' | 'show' | 'entry' | 'conclude' | 'inform' | 'close' | 'cancel' | 'postpone' | 'refused'
type In = (days: number) => Day
type Numbers = (title: string) => string

interface Act {
  readonly daysAgo: number
  readonly by: string
  readonly does: Does
  readonly body?: (inDays: In, number: Numbers) => object
}

interface DemoCase {
  /** A petition of the demo, by its title. */
  readonly petition: string
  readonly spot: string
  readonly meet: string | null
  readonly brief: string
  readonly questions?: string
}

interface DemoVisit {
  readonly plannedDaysAgo: number
  /** Less than nothing lies ahead. */
  readonly daysAgo: number
  readonly destination: string
  readonly leaders: readonly string[]
  readonly companions: readonly string[]
  readonly cases: readonly DemoCase[]
  readonly acts: readonly Act[]
}

const planner = 'pu.gaofeng'
const county = 'tan.wenbo'
const deputy = 'shan.yucheng'

const restored: DemoCase = {
  petition: '修高速临时占的地两年没有复垦，石头渣子堆得比人高',
  spot: '杨梅镇大垭村，高速公路料场旧址',
  meet: '本人和村组长，约在料场旧址',
  brief:
    '高速公路临时占用十几亩地，合同写明用完三个月内复垦，通车一年多没有动。指挥部已经撤销，县自然资源局正在核实由谁复垦。',
  questions: '合同是谁签的，租金付到哪个月，石渣往哪里运。',
}
const homestead: DemoCase = {
  petition: '宅基地申请交了三年没有回音，娃都会打酱油了还挤在老屋',
  spot: '双溪镇石门坎村五组，村委会后面',
  meet: '本人白天在镇上打工，中午回来',
  brief: '三年前向村里交了宅基地申请，一直没有书面答复。镇里说材料不齐，没有说缺什么。',
  questions: '当时交给了谁，缺哪几样材料。',
}
const wall: DemoCase = {
  petition: '邻居砌墙占了我家屋檐滴水的地界',
  spot: '马店镇核桃坪村二组，两家之间的巷子',
  meet: '本人和邻居都在，最好一起看现场',
  brief: '邻居砌墙占了屋檐滴水的位置，镇里调解过一次没有谈拢。',
}

export const demoVisits: readonly DemoVisit[] = [
  {
    ...{ plannedDaysAgo: 29, daysAgo: 25, destination: '马店镇核桃坪村', leaders: [deputy], companions: [planner] },
    cases: [wall],
    acts: [
      { daysAgo: 28, by: deputy, does: 'confirm' },
      {
        ...{ daysAgo: 25, by: deputy, does: 'entry' },
        body: (inDays, number) => ({
          ...{ kind: 'met', petition: number(wall.petition), at: inDays(-25), whom: '两家都在，村支书在场' },
          text: '墙基压过滴水线一拃多，两家都认可这个量法。邻居愿意把墙退回去，只是要等收完秋。',
        }),
      },
      {
        ...{ daysAgo: 25, by: deputy, does: 'entry' },
        body: (inDays, number) => ({
          ...{ kind: 'word', petition: number(wall.petition), at: inDays(-25) },
          text: '早点来看一眼，也不用我跑镇上四趟。',
        }),
      },
      {
        ...{ daysAgo: 24, by: planner, does: 'conclude' },
        body: () => ({ report: '到核桃坪村看了现场，两家当面说定退墙，村里负责看着退。' }),
      },
      {
        ...{ daysAgo: 14, by: planner, does: 'inform' },
        body: (_, number) => ({
          ...{ petition: number(wall.petition), way: 'byPhone' },
          note: '电话告知：墙已经退回，村里量过。本人说看到了。',
        }),
      },
      { daysAgo: 13, by: planner, does: 'close' },
    ],
  },
  {
    ...{
      plannedDaysAgo: 12,
      daysAgo: 6,
      destination: '杨梅镇大垭村、双溪镇石门坎村',
      leaders: [county],
      companions: [planner],
    },
    cases: [restored, homestead],
    acts: [
      { daysAgo: 11, by: county, does: 'confirm' },
      {
        ...{ daysAgo: 6, by: county, does: 'entry' },
        body: (inDays, number) => ({
          ...{ kind: 'met', petition: number(restored.petition), at: inDays(-6), whom: '本人和村组长' },
          text: '十几亩全是石渣水泥块，租金只付到通车那个月，本人有合同原件。',
        }),
      },
      {
        ...{ daysAgo: 6, by: county, does: 'entry' },
        body: (inDays, number) => ({
          ...{ kind: 'agreed', petition: number(restored.petition), at: inDays(-6) },
          ...{
            text: '查清由谁复垦，拿出复垦的办法和日期，书面告诉本人。',
            organ: 'qingping.natural-resources',
            due: inDays(9),
          },
        }),
      },
      {
        // written where there was no network, and sent in the evening of the next day
        ...{ daysAgo: 5, by: county, does: 'entry' },
        body: (inDays, number) => ({
          ...{ kind: 'notMet', petition: number(homestead.petition), at: inDays(-6) },
          text: '本人去县城送孩子看病，电话里约了下周在镇上见。',
        }),
      },
      {
        ...{ daysAgo: 5, by: county, does: 'entry' },
        body: (inDays) => ({
          ...{ kind: 'heard', petition: null, at: inDays(-6), whom: '路上遇到的三位老人' },
          text: '大垭村村口石桥的栏杆断了一截，娃娃上学要从那里过。',
        }),
      },
      {
        ...{ daysAgo: 4, by: planner, does: 'conclude' },
        body: () => ({
          report:
            '大垭村见到本人，看了料场旧址，约定查清由谁复垦；石门坎村没有见到，另约。路上反映的石桥栏杆由窗口登记。',
        }),
      },
    ],
  },
  {
    ...{ plannedDaysAgo: 3, daysAgo: 0, destination: '双溪镇石门坎村', leaders: [county], companions: [planner] },
    cases: [homestead, wall],
    acts: [
      { daysAgo: 2, by: county, does: 'confirm' },
      { daysAgo: 1, by: county, does: 'show', body: (_, number) => ({ petition: number(homestead.petition) }) },
    ],
  },
  {
    ...{ plannedDaysAgo: 1, daysAgo: -9, destination: '杨梅镇大垭村', leaders: [deputy], companions: [] },
    cases: [restored],
    acts: [],
  },
  {
    ...{ plannedDaysAgo: 20, daysAgo: 15, destination: '老鹰岩乡岩脚村', leaders: [deputy], companions: [planner] },
    cases: [],
    acts: [
      { daysAgo: 19, by: deputy, does: 'confirm' },
      {
        daysAgo: 16,
        by: deputy,
        does: 'cancel',
        body: () => ({ reason: '进村公路塌方，人车都过不去，改由乡里先上门。' }),
      },
    ],
  },
]

const endpoints = {
  ...{
    confirm: wire.confirmVisit,
    show: wire.showVisit,
    entry: wire.recordEntry,
    conclude: wire.concludeVisit,
    inform: wire.informPetitioner,
  },
  ...{ close: wire.closeVisit, cancel: wire.cancelVisit, postpone: wire.postponeVisit, refused: wire.recordRefusal },
} as const satisfies Record<Does, unknown>
const commands = {
  ...({
    confirm: 'ConfirmVisit',
    show: 'AnnounceVisit',
    entry: 'RecordEntry',
    conclude: 'ConcludeVisit',
    inform: 'InformPetitioner',
  } as const),
  ...({ close: 'CloseVisit', cancel: 'CancelVisit', postpone: 'PostponeVisit', refused: 'RecordRefusal' } as const),
} as const satisfies Record<Does, VisitCommanding['type']>

interface Played {
  readonly title: string
  readonly number: string
}

/** Plays them into a house in which the petitions are there. What was agreed becomes tasks when the house reads it. */
export async function playVisits(
  house: PetitionHouse,
  petitions: readonly Played[],
  accounts: ReadonlyMap<string, string>,
): Promise<number> {
  const now = house.today()
  const inDays: In = (days) => addDays(now, days)
  const on = (daysAgo: number): PetitionHouse => {
    const day = inDays(-daysAgo)
    return { ...house, today: () => day, now: () => `${day}T03:00:00.000Z` }
  }
  const number: Numbers = (title) => {
    const found = petitions.find((petition) => petition.title === title)
    if (!found) throw new Error(`no petition of the demo is called ${title}`)
    return found.number
  }
  const goes = (login: string) => {
    const { account, organ } = staffNamed(login, accounts)
    return { account, organ }
  }
  for (const { plannedDaysAgo, daysAgo, destination, leaders, companions, cases, acts } of demoVisits) {
    const { plan } = wire.planVisit.body.parse({
      plan: {
        ...{ day: inDays(-daysAgo), destination, leaders: leaders.map(goes), companions: companions.map(goes) },
        cases: cases.map(({ petition, ...each }) => ({ ...each, petition: number(petition) })),
      },
    })
    const planned = done(
      await planVisit(on(plannedDaysAgo), { plan, viewer: staffNamed(planner, accounts) }),
      `${planner} plans ${destination}`,
    )
    for (const { daysAgo: when, by, does, body } of acts) {
      const said = { ...body?.(inDays, number), ...(does === 'entry' ? { entry: crypto.randomUUID() } : {}) }
      const command = {
        ...{ stream: planned.stream, type: commands[does], body: endpoints[does].body.parse(said) as object },
        viewer: staffNamed(by, accounts),
        beside: does === 'close' ? { openTasks: 0 } : {},
      }
      done(await commandVisit(on(when), command), `${by} ${does} at ${destination}`)
    }
  }
  return demoVisits.length
}
