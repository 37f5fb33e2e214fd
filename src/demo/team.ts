/**
 * 选派挂职 in the demo, in each state that one can have: waiting for an answer, in the middle of its term with an evaluation that is late, on its
 * last day, ended early, returned, and declined. Fictional people. Accounts of the demo begin on the day on which it is laid out, so what they did
 * before is told as the house knows it, past row security, as a story of the past always is.
 */
import { advance } from '../engine/consumer.ts'
import type { Office } from '../identity/administration.ts'
import { addDays, type Day } from '../kernel/day.ts'
import type { PetitionHouse } from '../petition/house.ts'
import { commandSecondment, proposeSecondment, type SecondmentCommanding } from '../workforce/secondments/commanding.ts'
import * as wire from '../workforce/secondments/contract.ts'
import { secondmentPostReaction } from '../workforce/secondments/reactions.ts'
import { type Accounts, done, staffNamed } from './acting.ts'

const host = 'yunqi.bureau'
const receiver = 'qiu.weimin'
const mentor = 'teng.xiaoman'

interface Told {
  readonly login: string
  readonly sender: string
  readonly post?: 'clerk' | 'commissioner'
  readonly purpose: string
  /** Days from today. */
  readonly proposed: number
  readonly term: readonly [from: number, until: number]
  readonly acts: readonly Step[]
}
type Step = readonly [
  on: number,
  type: SecondmentCommanding['type'],
  body: (accounts: Accounts, inDays: InDays) => object,
]
type InDays = (days: number) => Day

const agreed = (on: number): Step => [
  ...([on, 'AgreeToSecondment'] as const),
  (accounts) => wire.agreeToSecondment.body.parse({ mentor: staffNamed(mentor, accounts).account }),
]
const evaluated = (on: number, kind: 'midway' | 'end', grade: string, words: string): Step => [
  ...([on, 'EvaluateSecondment'] as const),
  () => wire.evaluateSecondment.body.parse({ kind, grade, words }),
]

const sent: readonly Told[] = [
  {
    ...{ login: 'cen.ruolin', sender: 'tu.hongbo', proposed: -195, term: [-183, 0] },
    purpose: '在接访大厅轮岗，学习接待、登记和法律释明；协助梳理住建领域历年信访积案，形成分类清单。',
    acts: [
      agreed(-188),
      evaluated(
        ...([-88, 'midway', 'competent'] as const),
        '已经能够独立接待来访，登记规范，对住房保障政策解释清楚；与其他单位沟通协调的主动性还可以加强。',
      ),
    ],
  },
  {
    ...{ login: 'sui.yichen', sender: 'tu.hongbo', proposed: -130, term: [-120, 60] },
    purpose: '参与网上信访办理，学习转送、交办和督办；协助整理物业管理类信访事项的办理指引。',
    acts: [agreed(-126)],
  },
  {
    ...{ login: 'nie.wanqing', sender: 'mao.yizhong', proposed: -132, term: [-120, 60], post: 'commissioner' },
    purpose: '随督查室参加实地督查，学习督查工作的组织和督查报告的撰写，重点关注欠薪类信访事项。',
    acts: [
      agreed(-124),
      evaluated(
        ...([-28, 'midway', 'excellent'] as const),
        '参加实地督查七次，走访群众耐心细致，独立起草的两份督查报告事实清楚、建议可行。',
      ),
      [
        ...([-12, 'EndSecondment'] as const),
        (_, inDays) =>
          wire.endSecondment.body.parse({
            ...{ last: inDays(-5), reason: '原单位根治欠薪专项行动人手紧张，经两家单位协商，提前返回。' },
          }),
      ],
    ],
  },
  {
    ...{ login: 'qu.xiaowen', sender: 'mao.yizhong', proposed: -6, term: [20, 385] },
    purpose: '学习来访接待和信访事项登记、受理，参与劳动保障类初次信访事项的甄别分流。',
    acts: [],
  },
  {
    ...{ login: 'kuang.tian', sender: 'lei.guoliang', proposed: -420, term: [-400, -36] },
    purpose: '学习复杂信访事项的研判和多部门协调，参与自然资源领域积案化解。',
    acts: [
      agreed(-411),
      evaluated(
        ...([-210, 'midway', 'competent'] as const),
        '熟悉各项业务流程，参与化解征地补偿类积案三件；文字材料还需要更加精练。',
      ),
      evaluated(
        ...([-48, 'end', 'excellent'] as const),
        '全年接待来访二百余批次，参与化解积案六件，整理的土地权属类办理指引已经在全州使用。',
      ),
      [
        ...([-30, 'RecordReturn'] as const),
        () =>
          wire.recordReturn.body.parse({ report: '已返回原岗位，牵头局里的信访窗口，将州局的初次办理做法带回使用。' }),
      ],
    ],
  },
  {
    ...{ login: 'ru.anhe', sender: 'tu.hongbo', proposed: -160, term: [-140, 40] },
    purpose: '学习来访接待和登记。',
    acts: [
      [
        ...([-152, 'DeclineSecondment'] as const),
        () => wire.declineSecondment.body.parse({ reason: '接访大厅正在改造，近期没有带教力量，建议下半年再行选派。' }),
      ],
    ],
  },
]

/** How many are told of. */
export async function playTeam(house: PetitionHouse, office: Office, accounts: Accounts): Promise<number> {
  for (const told of sent) await second(house, told, accounts)
  for (;;) {
    const read = await advance(house, secondmentPostReaction(house, office))
    if (read.kind === 'stopped') throw new Error(read.fault)
    if (read.kind === 'advanced' && read.facts === 0) return sent.length
  }
}

const onDay = (house: PetitionHouse, day: Day): PetitionHouse => ({
  ...{ ...house, app: house.work },
  ...{ today: () => day, now: () => `${day}T02:00:00.000Z`, outgoing: () => [] },
})

/** Whoever sends says that they are back; everything else is the bureau's to say. */
const speaker = (type: Step[1], { sender }: Told): string =>
  type === 'RecordReturn' || type === 'EndSecondment' ? sender : receiver

async function second(house: PetitionHouse, told: Told, accounts: Accounts): Promise<void> {
  const { login, sender, post = 'clerk', purpose, proposed, term, acts } = told
  const inDays: InDays = (days) => addDays(house.today(), days)
  const proposal = wire.proposeSecondment.body.parse({
    ...{ account: staffNamed(login, accounts).account, host, post, purpose },
    term: { from: inDays(term[0]), until: inDays(term[1]) },
  })
  const { stream } = done(
    await proposeSecondment(onDay(house, inDays(proposed)), { proposal, viewer: staffNamed(sender, accounts) }),
    `second ${login}`,
  )
  for (const [on, type, body] of acts) {
    const viewer = staffNamed(speaker(type, told), accounts)
    const command = { stream, type, body: body(accounts, inDays), viewer }
    done(await commandSecondment(onDay(house, inDays(on)), command), `${type} of ${login}`)
  }
}
