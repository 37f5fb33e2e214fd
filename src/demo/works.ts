/**
 * What is tried in the demo: boundaries between fields in two townships, settled in the ordinary way for a year and then, in one of them, with
 * both sides walking the line together. Few and fictional; told by the house as it would tell real ones, that they are few included.
 */
import { advance } from '../engine/consumer.ts'
import { beginPilot, commandPilot } from '../insight/pilots/commanding.ts'
import * as wire from '../insight/pilots/contract.ts'
import { regularityReaction } from '../insight/regularities/counting.ts'
import { addDays, type Day } from '../kernel/day.ts'
import type { PetitionNumber } from '../kernel/petition-number.ts'
import type { Viewer } from '../kernel/viewer.ts'
import { commandPetition } from '../petition/commanding.ts'
import { petitionCommands } from '../petition/commands.ts'
import { registrationBody } from '../petition/contract.ts'
import type { PetitionHouse } from '../petition/house.ts'
import { registerPetition } from '../petition/registering.ts'
import type { TaskHouse } from '../tasks/house.ts'
import { type Accounts, done, staffNamed } from './acting.ts'
import { phoneOf } from './people.ts'
import { findDemoOrgan } from './prefecture.ts'

const clerk = 'pu.gaofeng'
const head = 'xian.guilan'
const surveyor = 'kuang.tian'
const surveyors = 'qingping.natural-resources'
const [tried, usual] = ['qingping.shuangxi', 'qingping.yangmei']

/** The pilot that is over began so long ago and lasted so long; what ended in it can be watched for a year. */
const [begunAgo, lasted] = [560, 150]

interface Boundary {
  readonly daysAgo: number
  readonly at: string
  readonly name: string
  readonly title: string
  readonly text: string
  /** After so many days somebody came with the same matter again. */
  readonly againAfter?: number
}

const boundary = (at: string, daysAgo: number, name: string, what: string, againAfter?: number): Boundary => ({
  ...{ at, daysAgo, name },
  title: `${what}的地界说不清`,
  text: `${what}原来有一道田埂，前年垮了，两家各说各的，量过一回也没有写下来。请来看一看，把地界定下来。`,
  ...(againAfter === undefined ? {} : { againAfter }),
})

const boundaries: readonly Boundary[] = [
  boundary(tried, 700, '仉有田', '水碾坝上坎', 60),
  boundary(tried, 680, '庹显贵', '岩湾那块旱地', 45),
  boundary(tried, 655, '麻云岭', '老窑边的菜地'),
  boundary(tried, 630, '阚长生', '河滩柳树下', 80),
  boundary(tried, 600, '第五明', '晒坝后面的坡地'),
  boundary(usual, 705, '邴三元', '高坎脚的秧田', 70),
  boundary(usual, 660, '佴秋生', '茶山半腰'),
  boundary(usual, 640, '亓麦收', '砖厂旧址旁边', 50),
  boundary(usual, 610, '逄德水', '学堂背后的自留地'),
  boundary(tried, 540, '仉有粮', '水碾坝下坎'),
  boundary(tried, 520, '庹显荣', '拱桥头的园子'),
  boundary(tried, 500, '麻云峰', '老井边的坡地'),
  boundary(tried, 470, '阚长顺', '磨坊沟的秧田', 90),
  boundary(tried, 440, '第五光', '垭口的旱地'),
  boundary(usual, 545, '邴三田', '高坎上的菜地', 65),
  boundary(usual, 505, '佴冬生', '茶山脚下', 40),
  boundary(usual, 480, '亓麦熟', '砖厂路边'),
  boundary(usual, 450, '逄德山', '学堂坡的竹林'),
]

const accepting = {
  ...{ route: 'handlingOpinion', track: 'ordinary', procedure: '六十日内办结。' },
  told: { way: 'onTheSpot', proof: '在地头当面告知。' },
}
const firstPerson = 4600

/** How many pilots there are in the end. */
export async function playPilots(house: TaskHouse, accounts: Accounts): Promise<number> {
  for (const [at, each] of boundaries.entries()) await settle(house, each, firstPerson + 2 * at, accounts)
  const leader = staffNamed(head, accounts)
  const today = house.today()
  const from = addDays(today, -begunAgo)
  const over = wire.beginPilot.body.parse({
    ...{ name: '地界纠纷请双方一起走界', category: 'rural', place: findDemoOrgan(tried)?.region },
    what: '受理后十日内，由自然资源所会同村组请双方一起到地头，边走边指，走到哪里认到哪里；认下的当场埋桩、画图、签字，三个月后回访一次。',
    ...{ from, until: addDays(from, lasted) },
  })
  const { stream } = done(await beginPilot(onDay(house, from), { body: over, viewer: leader }), over.name.text)
  await readAll(house)
  const body = wire.spreadPilot.body.parse({
    reason: '试点地方事项不多，数字还说明不了什么；但是双方都说走过一遍心里有数，先扩大到一个乡，再看一年。',
    steps: [
      {
        ...{ organ: surveyors, due: addDays(today, 60) },
        what: '在杨梅乡照此办理，每件附走界记录和示意图，满一年把重复信访的情况报县信访局。',
      },
    ],
  })
  const spreading = { stream, type: 'SpreadPilot', body, viewer: leader } as const
  done(await commandPilot(onDay(house, addDays(today, -6)), spreading), 'spread a pilot')
  const running = wire.beginPilot.body.parse({
    ...{ name: '受理后七日内上门听取意见', category: null, place: findDemoOrgan('qingping.chengguan')?.region },
    what: '城关镇的来信，受理后七日内由承办人上门一次，听清楚要什么、急什么，把第一次见面说的话写进办理方案。',
    ...{ from: addDays(today, -40), until: addDays(today, 140) },
  })
  done(await beginPilot(onDay(house, addDays(today, -40)), { body: running, viewer: leader }), running.name.text)
  return 2
}

const onDay = <House extends PetitionHouse>(house: House, day: Day): House => ({
  ...house,
  ...{ today: () => day, now: () => `${day}T02:00:00.000Z`, outgoing: () => [] },
})

/** Comes in, is settled before the surveyors, and comes again where it does. */
async function settle(house: PetitionHouse, told: Boundary, person: number, accounts: Accounts): Promise<void> {
  const { daysAgo, againAfter, title } = told
  const day = addDays(house.today(), -daysAgo)
  const number = await comeIn(onDay(house, day), told, person)
  await act(onDay(house, day), number, 'transfer', staffNamed(clerk, accounts), { to: surveyors })
  await act(onDay(house, addDays(day, 4)), number, 'accept', staffNamed(surveyor, accounts), accepting)
  const petitioner: Viewer = { kind: 'petitioner', petition: number, person: 'p1' }
  const agreement = '双方同意以新埋的界桩为准，各让一尺作田埂。'
  await act(onDay(house, addDays(day, 20)), number, 'settle', petitioner, { person: 'p1', agreement })
  if (againAfter === undefined) return
  const later = onDay(house, addDays(day, 20 + againAfter))
  const again = await comeIn(later, { ...told, title: `${title}，界桩又被挪了` }, person + 1)
  await act(later, number, 'link', staffNamed(clerk, accounts), {
    to: again,
    as: 'member',
    reason: '同一地界，界桩被挪。',
  })
  await act(
    onDay(house, addDays(day, 40 + againAfter)),
    again,
    'withdraw',
    { kind: 'petitioner', petition: again, person: 'p1' },
    {
      ...{ person: 'p1', reason: '又谈好了。' },
    },
  )
}

async function comeIn(
  house: PetitionHouse,
  { at, name, title, text }: Boundary,
  person: number,
): Promise<PetitionNumber> {
  const input = registrationBody.parse({
    ...{ organ: 'qingping.bureau', place: findDemoOrgan(at)?.region, category: 'rural.land-contracts', title, text },
    ...{ claims: ['把地界定下来'], people: [{ name, phone: phoneOf(person) }] },
  })
  return done(await registerPetition(house, { input, viewer: { kind: 'anyone' } }), title).number
}

const types = { transfer: 'Transfer', accept: 'Accept', settle: 'Settle', link: 'Link', withdraw: 'Withdraw' } as const

async function act(
  house: PetitionHouse,
  number: PetitionNumber,
  does: keyof typeof types,
  viewer: Viewer,
  said: object,
) {
  const body = petitionCommands[does].body.parse(said) as object
  done(await commandPetition(house, { number, type: types[does], body, viewer }), `${does} ${number}`)
}

/** A demo is laid out before anybody else reads: what is measured of it needs its lines. */
async function readAll(house: PetitionHouse): Promise<void> {
  for (;;) {
    const read = await advance(house, regularityReaction())
    if (read.kind === 'stopped') throw new Error(read.fault)
    if (read.kind === 'advanced' && read.facts === 0) return
  }
}
