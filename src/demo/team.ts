/**
 * 选派挂职 in the demo: a department has two of its people at the bureau of the prefecture, one whose term ends today and one in the middle of
 * it. Fictional people. Accounts of the demo begin on the day on which it is laid out, so what they did before is told as the house knows it,
 * past row security, as a story of the past always is.
 */
import { advance } from '../engine/consumer.ts'
import type { Office } from '../identity/administration.ts'
import { addDays, type Day } from '../kernel/day.ts'
import type { PetitionHouse } from '../petition/house.ts'
import { commandSecondment, proposeSecondment, type SecondmentCommanding } from '../workforce/secondments/commanding.ts'
import * as wire from '../workforce/secondments/contract.ts'
import { secondmentPostReaction } from '../workforce/secondments/reactions.ts'
import { type Accounts, done, staffNamed } from './acting.ts'

const sender = 'tu.hongbo'
const receiver = 'qiu.weimin'
const mentor = 'teng.xiaoman'
const host = 'yunqi.bureau'

interface Told {
  readonly login: string
  readonly purpose: string
  /** Days from today. */
  readonly term: readonly [from: number, until: number]
  readonly midway: readonly [on: number, words: string] | null
}

const sent: readonly Told[] = [
  {
    ...{ login: 'cen.ruolin', term: [-183, 0] },
    purpose: '在接访大厅轮岗，学习接待、登记和法律释明；协助梳理住建领域历年信访积案，形成分类清单。',
    midway: [-88, '已经能够独立接待来访，登记规范，对住房保障政策解释清楚；与其他单位沟通协调的主动性还可以加强。'],
  },
  {
    ...{ login: 'sui.yichen', term: [-80, 100] },
    purpose: '参与网上信访办理，学习转送、交办和督办；协助整理物业管理类信访事项的办理指引。',
    midway: null,
  },
]

/** How many are seconded. */
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

async function second(house: PetitionHouse, { login, purpose, term, midway }: Told, accounts: Accounts) {
  const inDays = (days: number): Day => addDays(house.today(), days)
  const { account } = staffNamed(login, accounts)
  const proposal = wire.proposeSecondment.body.parse({
    ...{ account, host, post: 'clerk', purpose },
    term: { from: inDays(term[0]), until: inDays(term[1]) },
  })
  const begun = onDay(house, inDays(term[0] - 12))
  const { stream } = done(
    await proposeSecondment(begun, { proposal, viewer: staffNamed(sender, accounts) }),
    `second ${login}`,
  )
  const act = async (on: number, type: SecondmentCommanding['type'], body: object) => {
    const viewer = staffNamed(receiver, accounts)
    done(await commandSecondment(onDay(house, inDays(on)), { stream, type, body, viewer }), `${type} of ${login}`)
  }
  const mentored = wire.agreeToSecondment.body.parse({ mentor: staffNamed(mentor, accounts).account })
  await act(term[0] - 5, 'AgreeToSecondment', mentored)
  if (midway === null) return
  const said = wire.evaluateSecondment.body.parse({ kind: 'midway', grade: 'competent', words: midway[1] })
  await act(midway[0], 'EvaluateSecondment', said)
}
