/** 编制 in the demo: some organs whole, one with posts vacant, one that has more than it is allotted, and an entry that was mistaken. Fictional documents. */
import type { PetitionHouse } from '../petition/house.ts'
import { commandEstablishment } from '../workforce/establishment/commanding.ts'
import * as wire from '../workforce/establishment/contract.ts'
import { type Accounts, done, staffNamed } from './acting.ts'

type Row = readonly [by: string, post: string, count: number, from: string, document: string, reason: string]

const first = '云栖州委编委发〔2022〕36号'
const second = '云栖州委编委发〔2025〕11号'

const rows: readonly Row[] = [
  ['ruan.shuping', 'leader', 2, '2022-07-01', first, '州信访局机构改革方案核定领导职数'],
  ['ruan.shuping', 'head', 1, '2022-07-01', first, '州信访局机构改革方案核定'],
  ['ruan.shuping', 'clerk', 3, '2022-07-01', first, '按州本级年信访量核定'],
  ['ruan.shuping', 'commissioner', 1, '2022-07-01', first, '设立信访督查专员'],
  ['ruan.shuping', 'clerk', 5, '2025-04-01', second, '网上信访量上升，接访大厅增设窗口，增加两名'],
  ['lei.guoliang', 'head', 1, '2023-01-01', '青坪县委编委发〔2022〕58号', '核定领导职数'],
  ['lei.guoliang', 'clerk', 2, '2023-01-01', '青坪县委编委发〔2022〕58号', '征地拆迁类事项集中，配备专职信访人员'],
  ['tu.hongbo', 'head', 1, '2023-03-01', '云川市委编委发〔2023〕9号', '核定领导职数'],
  ['tu.hongbo', 'clerk', 3, '2023-03-01', '云川市委编委发〔2023〕9号', '物业、保障房类信访事项较多'],
]

/** Somebody typed a nought too much. */
const mistaken: Row = ['ruan.shuping', 'supervisor', 10, '2025-04-01', second, '督查室人员']
const right: Row = ['ruan.shuping', 'supervisor', 1, '2025-04-01', second, '督查室人员']

/** How many entries there are. */
export async function playEstablishments(house: PetitionHouse, accounts: Accounts): Promise<number> {
  for (const row of rows) await allot(house, accounts, row)
  const { allotments } = await allot(house, accounts, mistaken)
  const viewer = staffNamed(mistaken[0], accounts)
  const body = wire.withdrawAllotment.body.parse({ reason: '名额录入有误，应为1名' })
  const ref = allotments.at(-1)?.ref
  const back = { organ: viewer.organ, type: 'WithdrawAllotment', body: { ...body, ref }, viewer } as const
  done(await commandEstablishment(house, back), 'take back what is allotted')
  await allot(house, accounts, right)
  return rows.length + 2
}

async function allot(house: PetitionHouse, accounts: Accounts, [by, post, count, from, document, reason]: Row) {
  const viewer = staffNamed(by, accounts)
  const body = wire.allotPosts.body.parse({ post, count, from, document, reason })
  const allotting = { organ: viewer.organ, type: 'AllotPosts', body, viewer } as const
  return done(await commandEstablishment(house, allotting), `allot ${post} to ${viewer.organ}`)
}
