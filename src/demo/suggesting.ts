/**
 * Suggestions in the demo: a call that is over, with its report, one that is open, rewards, and what changed. Days are counted back from today;
 * topics and people are invented. Each act is a command of somebody who can log in; what follows by itself follows from the same facts as later.
 */
import { commandCall } from '../coordination/calls/commanding.ts'
import * as callWire from '../coordination/calls/contract.ts'
import { idOf as idOfCall } from '../coordination/calls/room.ts'
import { commandSuggestion, type SuggestionCommanding } from '../coordination/suggestions/commanding.ts'
import * as wire from '../coordination/suggestions/contract.ts'
import { suggestionReaction } from '../coordination/suggestions/reactions.ts'
import { streamOfPetition } from '../coordination/suggestions/room.ts'
import { readHistory } from '../engine/history.ts'
import { addDays, type Day } from '../kernel/day.ts'
import type { PetitionNumber } from '../kernel/petition-number.ts'
import { commandPetition } from '../petition/commanding.ts'
import { petitionCommands } from '../petition/commands.ts'
import { registrationBody } from '../petition/contract.ts'
import type { PetitionHouse } from '../petition/house.ts'
import type { Fact } from '../petition/petition.ts'
import { registerPetition } from '../petition/registering.ts'
import { done, staffNamed } from './acting.ts'
import type { Played } from './player.ts'

type Staff = SuggestionCommanding['viewer'] & { readonly kind: 'staff' }

const clerk = 'mu.qinghe'
const head = 'qiu.weimin'

interface Answer {
  readonly daysAgo: number
  readonly title: string
  readonly text: string
  readonly name: string
  readonly phone: string
  readonly reply?: {
    readonly adoption: 'wholly' | 'partly' | 'notAdopted'
    readonly study: string
    readonly reply: string
  }
}

interface DemoCall {
  readonly draftedDaysAgo: number
  readonly until: number
  readonly title: string
  readonly text: string
  readonly questions: readonly string[]
  readonly answers: readonly Answer[]
  readonly report?: { readonly daysAgo: number; readonly says: string }
}

const calls: readonly DemoCall[] = [
  {
    draftedDaysAgo: 74,
    until: -32,
    title: '州城候车亭怎么改，请您出主意',
    text: '州城一百八十六个公交站台要分批改造，每个站台的预算不高。改哪里、先改哪里，想先听听天天等车的人怎么说。收到的每一条都会研究并答复您。',
    questions: ['您常去的站台，最不方便的是什么？', '如果只能改一样，您希望改哪一样？'],
    answers: [
      {
        daysAgo: 60,
        title: '站台装一盏够亮的灯',
        text: '东关站晚上黑，看不清来的是几路车，招手晚了就过去了。装一盏太阳能的灯就够。',
        name: '来小春',
        phone: '19900002601',
        reply: {
          adoption: 'wholly',
          study: '与路灯所核对，六十二个站台无照明，太阳能灯单价可以承受。',
          reply: '采纳。六十二个没有灯的站台全部装灯，东关站已经装好。',
        },
      },
      {
        daysAgo: 55,
        title: '站台统一改成带空调的候车室',
        text: '夏天热冬天冷，建议都改成玻璃候车室，装空调。',
        name: '从大江',
        phone: '19900002602',
        reply: {
          adoption: 'partly',
          study: '空调候车室造价和电费高，人行道宽度大多不够；遮阳挡雨的需要是真实的。',
          reply: '部分采纳：八个换乘站加装挡雨板和靠座。空调候车室目前做不到，人行道留不下走路的地方。',
        },
      },
    ],
    report: {
      daysAgo: 12,
      says: '收到的建议全部研究、答复。采纳的是照明，六十二个站台已经装灯；部分采纳的是遮雨，八个换乘站加装挡雨板。没有采纳的是空调候车室，原因是人行道宽度不够、电费高。',
    },
  },
  {
    draftedDaysAgo: 16,
    until: 30,
    title: '乡村客运班次怎么排，请您说说',
    text: '不少村到乡镇、乡镇到县城一天只有两班车，赶集、看病、上学的时间对不上。我们想按大家真正要出门的时间重新排班，请您说说您那里的情况。',
    questions: ['您住在哪个村，平时几点出门、几点回来？', '现在的班次哪一班对不上？'],
    answers: [
      {
        daysAgo: 9,
        title: '赶集那天头班车能不能早半小时',
        text: '我们逢五逢十赶集，头班车到镇上集都散了一半，背菜的老人只好走路。只要赶集那天早半小时。',
        name: '仰春花',
        phone: '19900002603',
      },
      {
        daysAgo: 4,
        title: '卫生院看病的人赶不上末班车',
        text: '下午的末班车三点半，抽血结果四点才出。能不能晚一小时，哪怕一周两天。',
        name: '缪有田',
        phone: '19900002604',
      },
    ],
  },
]

/** How many suggestions were made, followed or shown. */
export async function playSuggestions(
  house: PetitionHouse,
  petitions: readonly Played[],
  accounts: ReadonlyMap<string, string>,
): Promise<number> {
  const today = house.today()
  const inDays = (days: number): Day => addDays(today, days)
  const on = (daysAgo: number): PetitionHouse => {
    const day = inDays(-daysAgo)
    return { ...house, today: () => day, now: () => `${day}T02:00:00.000Z` }
  }
  const who = (login: string) => staffNamed(login, accounts)
  for (const call of calls) await playCall(call, { on, inDays, who })
  const buses = petitions.find(({ title }) => title === '建议公交站牌把字印大一点，再放条凳子')
  if (!buses) throw new Error('no petition of the demo is about the signs at bus stops')
  await follow(on(40), buses.number)
  const act = acting(buses.number, { on, who })
  const reward = { kind: 'prize', what: '“金点子”奖，乘车证两张', why: '三十个站台的站牌和长椅按这条建议改好' }
  await act(38, clerk, 'ProposeReward', wire.proposeReward.body.parse(reward))
  await act(37, head, 'ApproveReward', wire.approveReward.body.parse({ reward: 'r1' }))
  await act(30, clerk, 'GiveReward', wire.giveReward.body.parse({ reward: 'r1' }))
  const change = {
    title: '站牌的字大了，站台有凳子了',
    text: '有人建议把站牌的字印大、站台放条凳子。三种字号的样牌在站台上现场比过，选了最大的一种；低处也贴了一张，坐轮椅的人看得见。第一批三十个站台已经改好，年底前全部改完。',
  }
  await act(20, clerk, 'DraftChange', wire.draftChange.body.parse(change))
  await act(19, head, 'PublishChange', wire.publishChange.body.parse({ change: 'k1' }))
  return calls.reduce((sum, { answers }) => sum + answers.length, 1)
}

interface Story {
  on(daysAgo: number): PetitionHouse
  inDays(days: number): Day
  who(login: string): Staff
}

const acting =
  (number: string, { on, who }: Pick<Story, 'on' | 'who'>) =>
  async (daysAgo: number, by: string, type: SuggestionCommanding['type'], body: object): Promise<void> => {
    const command = { stream: streamOfPetition(number), type, body, viewer: who(by) }
    done(await commandSuggestion(on(daysAgo), command), `${by} ${type}`)
  }

/** What the house does by itself with the facts of a petition, on that day of the story. */
async function follow(house: PetitionHouse, number: string): Promise<void> {
  const { facts } = await readHistory<Fact>(house.work, number)
  const reaction = suggestionReaction(house)
  for (const recorded of facts) await reaction.react({ ...recorded, stream: number } as never, null as never)
}

async function playCall(call: DemoCall, story: Story): Promise<void> {
  const { on, inDays, who } = story
  const { draftedDaysAgo, until, title, text, questions, answers, report } = call
  const body = callWire.draftCall.body.parse({
    ...{ title, text, questions, from: inDays(2 - draftedDaysAgo), until: inDays(until) },
    answeredBy: ['yunqi.transport'],
  })
  const drafting = { stream: null, type: 'DraftCall', body, viewer: who(clerk) } as const
  const { stream } = done(await commandCall(on(draftedDaysAgo), drafting), title)
  const act = async (daysAgo: number, by: string, type: 'SubmitCall' | 'PublishCall' | 'CloseCall', said: object) =>
    done(await commandCall(on(daysAgo), { stream, type, body: said, viewer: who(by) }), `${type} ${title}`)
  await act(draftedDaysAgo - 1, clerk, 'SubmitCall', {})
  await act(draftedDaysAgo - 2, head, 'PublishCall', {})
  for (const answer of answers) await playAnswer(answer, idOfCall(stream), story)
  if (report) await act(report.daysAgo, head, 'CloseCall', callWire.closeCall.body.parse({ report: report.says }))
}

async function playAnswer(
  { daysAgo, title, text, name, phone, reply }: Answer,
  call: string,
  { on, who, inDays }: Story,
) {
  const organ = who(clerk).organ
  const place = on(0).directory.find(organ)?.region ?? '00'
  const input = registrationBody.parse({
    ...{ organ, place, class: 'suggestion', category: 'transport.passengers-and-goods', title, text, claims: [title] },
    ...{ people: [{ name, phone, electronicService: true }], answersCall: call },
  })
  const registered = await registerPetition(on(daysAgo), { input, viewer: { kind: 'anyone' } })
  const { number } = done(registered, title)
  const act = async (days: number, type: 'Accept' | 'ConcludeSuggestion', body: object) =>
    done(await commandPetition(on(days), { number, type, body, viewer: who(clerk) }), `${type} ${title}`)
  if (reply) {
    const told = { way: 'onTheSpot', proof: null }
    const accepted = { route: null, track: 'ordinary', procedure: '收到您的建议，研究以后答复您。', told }
    await act(daysAgo - 3, 'Accept', petitionCommands.accept.body.parse(accepted) as object)
    await act(daysAgo - 20, 'ConcludeSuggestion', petitionCommands['conclude-suggestion'].body.parse(reply) as object)
  }
  await follow(on(reply ? daysAgo - 20 : daysAgo), number satisfies PetitionNumber)
  if (reply) return
  const asked = { organ: 'yunqi.transport', what: '请按这条建议核对现有班次，提出能否调整的意见。', due: inDays(12) }
  const study = {
    stream: streamOfPetition(number),
    type: 'AssignStudy',
    body: wire.assignStudy.body.parse(asked),
    viewer: who(clerk),
  } as const
  done(await commandSuggestion(on(daysAgo - 2), study), `study of ${title}`)
}
