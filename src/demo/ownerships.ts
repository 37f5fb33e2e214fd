/**
 * Cases that leaders own in the demo (领导包案): a road that waits for the petitioners' own view, and one that waits for somebody to decide.
 * Days are counted back from today; people and places are invented. Each act is a command of somebody who can log in.
 */
import { addDays, type Day } from '../kernel/day.ts'
import { readProse } from '../kernel/prose.ts'
import { commandOwnership, type OwnershipCommanding, proposeOwnership } from '../leadership/ownership/commanding.ts'
import * as wire from '../leadership/ownership/contract.ts'
import { streamOf } from '../leadership/ownership/room.ts'
import type { PetitionHouse } from '../petition/house.ts'
import { done, staffNamed } from './acting.ts'

type In = (days: number) => Day
type Account = (login: string) => string

const endpoints = {
  assign: { type: 'AssignOwner', endpoint: wire.assignOwner },
  plan: { type: 'RecordPlan', endpoint: wire.recordPlan },
  meeting: { type: 'RecordMeeting', endpoint: wire.recordMeeting },
  help: { type: 'OfferHelp', endpoint: wire.offerHelp },
  result: { type: 'RecordResult', endpoint: wire.recordResult },
} as const

interface Act {
  readonly daysAgo: number
  readonly by: string
  readonly does: keyof typeof endpoints
  readonly body: (inDays: In, account: Account) => object
}

interface DemoOwnership {
  readonly petition: string
  readonly proposedDaysAgo: number
  readonly by: string
  readonly reason: string
  readonly acts: readonly Act[]
}

const bureau = 'pu.gaofeng'
const secretary = 'ju.mingyan'
const deputy = 'shan.yucheng'

export const demoOwnerships: readonly DemoOwnership[] = [
  {
    petition: '桐子林的路，盼了十年',
    ...{ proposedDaysAgo: 150, by: bureau },
    reason: '涉及两百多人，十年没有修通，交通、自然资源、财政都有份，需要一位县领导牵头。',
    acts: [
      {
        ...{ daysAgo: 148, by: secretary, does: 'assign' },
        body: (inDays, account) => ({
          owner: { organ: 'qingping.government', account: account(deputy) },
          handler: { organ: 'qingping.transport', account: null },
          ...{ duties: ['know', 'resolve', 'explain', 'follow'], due: inDays(30) },
        }),
      },
      {
        ...{ daysAgo: 146, by: deputy, does: 'meeting' },
        body: (inDays) => ({
          ...{ heldOn: inDays(-147), place: '老鹰岩乡桐子林村刀背梁', readBack: true },
          present: '副县长、县交通运输局、乡政府、粟正明和十七位村民',
          said: '一道走完三里半，单程一小时五十分。说明项目缺地质灾害评估，资金调到了别处，没有告诉村里，是政府的错。',
          words: '不怪哪个，只要说一句哪年修。修的时候我们出工。',
        }),
      },
      {
        ...{ daysAgo: 140, by: deputy, does: 'plan' },
        body: (inDays) => ({
          plan: '先补地质灾害评估，再定线、筹钱、开工；每季度在村口公示，请村民当质量监督员。',
          steps: [
            {
              what: '通车后在刀背梁段装好护栏和警示牌，请村里的质量监督员看过',
              ...{ organ: 'qingping.transport', due: inDays(12) },
            },
            {
              what: '乡卫生院在村里设急救点，备担架和便携氧气',
              ...{ organ: 'qingping.laoyingyan', due: inDays(20) },
            },
          ],
        }),
      },
      {
        ...{ daysAgo: 13, by: deputy, does: 'result' },
        body: () => ({
          outcome: 'resolved',
          result: '刀背梁段改线一点九公里，设了护栏，比说定的日子提前十二天通车，三辆客运小巴试跑。',
        }),
      },
    ],
  },
  {
    petition: '修高速临时占的地两年没有复垦，石头渣子堆得比人高',
    ...{ proposedDaysAgo: 3, by: bureau },
    reason: '指挥部已经撤销，复垦由谁负责一直没有说定，县里需要有人牵头。',
    acts: [],
  },
]

/** Gives the number of owned cases. `petitions`: the petitions of the demo as they were registered. */
export async function playOwnerships(
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
  const account: Account = (login) => staffNamed(login, accounts).account
  for (const { petition: title, proposedDaysAgo, by, reason, acts } of demoOwnerships) {
    const petition = petitions.find((each) => each.title === title)?.number
    if (petition === undefined) throw new Error(`no petition of the demo is called ${title}`)
    const why = readProse(reason, { max: 4000 })
    const proposed = await proposeOwnership(on(proposedDaysAgo), {
      ...{ petition, for: ['byHand'], reason: why.ok ? why.value : null, viewer: staffNamed(by, accounts) },
    })
    if (!proposed.ok) throw new Error(`the demo could not propose ${title}: ${JSON.stringify(proposed.error)}`)
    for (const { daysAgo, by: who, does, body } of acts) {
      const { type, endpoint } = endpoints[does]
      const command: OwnershipCommanding = {
        ...{ stream: streamOf(petition), type, body: endpoint.body.parse(body(inDays, account)) as object },
        viewer: staffNamed(who, accounts),
      }
      done(await commandOwnership(on(daysAgo), command), `${who} ${does}`)
    }
  }
  return demoOwnerships.length
}
