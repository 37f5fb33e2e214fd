/**
 * What many people write about in the demo: smoke of barbecue shops below flats, petition by petition as they would come, gathered by the night
 * that always gathers; and the governed theme that the bureau makes of it, with a step that is a task. Fictional people and places.
 */
import { advance } from '../engine/consumer.ts'
import { commandTheme, governTheme } from '../insight/themes/commanding.ts'
import * as wire from '../insight/themes/contract.ts'
import { themeStepReaction } from '../insight/themes/reactions.ts'
import { gatherTonight } from '../insight/topics/nightly.ts'
import { hotTopics, usualPeriod } from '../insight/topics/queries.ts'
import { topicReaction } from '../insight/topics/reactions.ts'
import { addDays, type Day } from '../kernel/day.ts'
import { commandPetition } from '../petition/commanding.ts'
import { petitionCommands } from '../petition/commands.ts'
import { registrationBody } from '../petition/contract.ts'
import type { PetitionHouse } from '../petition/house.ts'
import { registerPetition } from '../petition/registering.ts'
import { type Accounts, done, staffNamed } from './acting.ts'
import { phoneOf } from './people.ts'
import { findDemoOrgan } from './prefecture.ts'

type Told = readonly [daysAgo: number, name: string, title: string, text: string]

const smoke: readonly Told[] = [
  [
    63,
    '仲秋平',
    '临河苑楼下烧烤店油烟扰民',
    '临河苑一楼开了三家烧烤店，没有专用烟道，油烟直排到楼上，晚上不敢开窗，烧烤到凌晨一点。',
  ],
  [
    55,
    '窦三妹',
    '临河苑底商烧烤油烟直排何时有人管',
    '我住临河苑三楼，烧烤店的油烟从排水管窜进厨房，找过物业和城管，烧烤店照旧营业，没有装油烟净化器。',
  ],
  [
    48,
    '禹长河',
    '投诉临河苑烧烤店夜间油烟',
    '临河苑烧烤店每天下午五点开始冒烟，油烟直排，满屋烧烤味，老人咳嗽，请查处没有烟道的烧烤店。',
  ],
  [
    41,
    '卞小楼',
    '临河苑烧烤油烟熏得睡不着',
    '临河苑底商烧烤店油烟越来越大，孩子做作业只能关窗，请让烧烤店装净化器、改烟道。',
  ],
  [
    33,
    '凤来仪',
    '临河苑一楼烧烤摊油烟和噪声',
    '烧烤店把桌子摆到临河苑门口，油烟加喝酒吵闹，到半夜两点，油烟直排没有人管。',
  ],
  [
    24,
    '麻石匠',
    '请查临河苑烧烤店的烟道',
    '临河苑的楼没有公共烟道，烧烤店把油烟管接到外墙，油烟直排二楼窗口，请现场看一看。',
  ],
  [
    16,
    '戚水生',
    '临河苑烧烤油烟，投诉三次没有结果',
    '临河苑烧烤店油烟投诉三次，每次说责令整改，过两天照样直排，油烟净化器装了不开。',
  ],
  [
    9,
    '车行雨',
    '临河苑烧烤店油烟扰民还要多久',
    '临河苑烧烤店油烟扰民两个多月，楼上二十多户都受影响，希望有一个说法和期限。',
  ],
  [4, '谷满仓', '临河苑底商油烟直排', '新开的第四家烧烤店也没有烟道，临河苑的油烟更大了，请不要再批烧烤店。'],
]

const bureau = 'qingping.bureau'
const firstPerson = 4300

/** How many topics there are in the end. */
export async function playTopics(house: PetitionHouse, accounts: Accounts): Promise<number> {
  const today = house.today()
  for (const [at, told] of smoke.entries()) await comeIn(told, at, onDay(house, addDays(today, -told[0])), accounts)
  await readAll(house)
  const night = await gatherTonight(house)
  if (night === null) throw new Error('the night of the demo was gathered by somebody else')
  await govern(house, accounts)
  return night.topics
}

const onDay = (house: PetitionHouse, day: Day): PetitionHouse => ({
  ...house,
  ...{ today: () => day, now: () => `${day}T02:00:00.000Z`, outgoing: () => [] },
})

async function comeIn([, name, title, text]: Told, at: number, house: PetitionHouse, accounts: Accounts) {
  const place = findDemoOrgan('qingping.chengguan.heba')?.region
  const input = registrationBody.parse({
    ...{ organ: bureau, place, category: 'environment.pollution', title, text, claims: [title] },
    people: [{ name, phone: phoneOf(firstPerson + at) }],
  })
  const { number } = done(await registerPetition(house, { input, viewer: { kind: 'anyone' } }), title)
  const body = petitionCommands.transfer.body.parse({ to: 'qingping.urban-management' }) as object
  const viewer = staffNamed('pu.gaofeng', accounts)
  done(await commandPetition(house, { number, type: 'Transfer', body, viewer }), title)
}

/** Whatever the readers have not read yet; a demo is laid out before anybody else reads. */
async function readAll(house: PetitionHouse): Promise<void> {
  for (const reaction of [topicReaction(house), themeStepReaction(house)])
    for (;;) {
      const read = await advance(house, reaction)
      if (read.kind === 'stopped') throw new Error(read.fault)
      if (read.kind === 'advanced' && read.facts === 0) break
    }
}

/** 每月一题: the head of the bureau makes the hottest topic of the county a theme, and whoever answers for it gives a step. */
async function govern(house: PetitionHouse, accounts: Accounts): Promise<void> {
  const head = staffNamed('xian.guilan', accounts)
  const topics = await hotTopics(house, head, { ...usualPeriod(house.today()), limit: 10 })
  const topic = topics.find(({ name }) => name.includes('油烟'))
  if (topic === undefined) throw new Error('the smoke of the demo is no topic')
  const begun = onDay(house, addDays(house.today(), -2))
  const beginning = wire.governTheme.body.parse({
    about: { topic: topic.topic, place: findDemoOrgan(bureau)?.region },
    name: '居民楼下餐饮油烟扰民',
    remedy:
      '逐家核查城关镇居民楼底商的餐饮店：没有专用烟道的不再核准新的餐饮经营，已经开的限期安装净化设施并联网监测，油烟管外挂的一律改道；住户代表参加验收。',
    owner: { organ: 'qingping.urban-management', officer: null },
    due: addDays(house.today(), 75),
  })
  const { stream } = done(await governTheme(begun, { beginning, viewer: head }), 'govern a theme')
  const step = wire.addThemeStep.body.parse({
    ...{ organ: 'qingping.market', due: addDays(house.today(), 20) },
    what: '核对临河苑四家烧烤店的经营许可和登记地址，提出不再核准的名单。',
  })
  const viewer = staffNamed('pu.gaofeng', accounts)
  done(await commandTheme(house, { stream, type: 'AddThemeStep', body: step, viewer }), 'a step of a theme')
  await readAll(house)
}
