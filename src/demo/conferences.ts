/**
 * The joint conference of a county in the demo: who sits there, a meeting whose decisions are followed (one of them late), a meeting that is
 * being prepared, something that was decided by signing round and something that goes round now, and something that was just brought. Days are counted back from today; organs and people are invented. Each act is a
 * command of somebody who can log in.
 */
import * as commands from '../coordination/conference/commanding.ts'
import * as wire from '../coordination/conference/contract.ts'
import { executeDecision } from '../coordination/conference/executing.ts'
import type { ConferenceHouse } from '../coordination/conference/house.ts'
import type { Staff } from '../coordination/conference/reading.ts'
import { idOf } from '../coordination/conference/rooms.ts'
import { commandGroup, foundGroup } from '../coordination/groups/commanding.ts'
import * as groupWire from '../coordination/groups/contract.ts'
import { addDays, type Day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import type { PetitionNumber } from '../kernel/petition-number.ts'
import { shareSight } from '../petition/sharing.ts'
import { done, staffNamed } from './acting.ts'
import type { Played } from './player.ts'

const conference = 'qingping.conference' as OrganId
const system = { kind: 'system', task: 'conference' } as const

interface Scene {
  readonly house: ConferenceHouse
  readonly at: (daysAgo: number) => ConferenceHouse
  readonly inDays: (days: number) => Day
  readonly as: (login: string) => Staff
  readonly numberOf: (title: string) => string
}

const seats = [
  ['convenor', 'tan.wenbo'],
  ['deputyConvenor', 'ju.mingyan'],
  ['member', 'shan.yucheng'],
  ['member', 'xian.guilan'],
  ['member', 'lei.guoliang'],
  ['member', 'cen.baishan'],
] as const

/** How many items there are then. */
export async function playConferences(
  house: ConferenceHouse,
  played: readonly Played[],
  accounts: ReadonlyMap<string, string>,
): Promise<number> {
  const today = house.today()
  const scene: Scene = {
    house,
    inDays: (days) => addDays(today, days),
    as: (login) => staffNamed(login, accounts),
    at(daysAgo) {
      const on = addDays(today, -daysAgo)
      return { ...house, today: () => on, now: () => `${on}T02:00:00.000Z` }
    },
    numberOf(title) {
      const found = played.find((each) => each.title === title)
      if (!found) throw new Error(`the demo has no petition “${title}”`)
      return found.number
    },
  }
  await seatEverybody(scene)
  await workingGroup(scene, await pastMeeting(scene))
  await comingMeeting(scene)
  await signedRound(scene)
  await goingRound(scene)
  await bring(scene, 0, {
    kind: 'policy',
    title: '农村校车线路安全防护设施的资金来源',
    paper:
      '双落公路等四条校车线路的弯道没有护栏，群众多次来信。公路属县道和乡道，防护设施的资金分别由交通、教育和乡镇承担，标准不一。请联席会议研究统一的资金来源和先后次序。',
  })
  return 6
}

async function seatEverybody({ house, as, inDays }: Scene): Promise<void> {
  const viewer = as('pang.zhenghe')
  for (const [seat, login] of seats) {
    const { account, organ } = as(login)
    const body = wire.seatMember.body.parse({ seat, organ, account, from: inDays(-120) })
    done(
      await commands.commandRoster(house, { conference, type: 'SeatMember', body, viewer }),
      `seat ${login} in the conference`,
    )
  }
}

async function bring({ at, as }: Scene, daysAgo: number, asked: object): Promise<string> {
  const viewer = as('pu.gaofeng')
  const body = wire.bringItem.body.parse({ conference, ...asked })
  return done(await commands.bringItem(at(daysAgo), { body, bringer: viewer.organ, viewer }), 'bring an item').stream
}

type OnItem = 'AcceptItem' | 'PlaceItem' | 'DecideItem' | 'CirculateItem'
async function onItem(scene: Scene, daysAgo: number, stream: string, type: OnItem, body: object = {}): Promise<void> {
  const viewer = scene.as('pang.zhenghe')
  done(await commands.commandItem(scene.at(daysAgo), { stream, type, body, viewer }), type)
}

type OnMeeting = Parameters<typeof commands.commandMeeting>[1]['type']
interface MeetingAct {
  readonly daysAgo: number
  readonly by: string
  readonly type: OnMeeting
  readonly body?: object
}

async function onMeeting({ at, as }: Scene, stream: string, acts: readonly MeetingAct[]): Promise<void> {
  for (const { daysAgo, by, type, body = {} } of acts)
    done(await commands.commandMeeting(at(daysAgo), { stream, type, body, viewer: as(by) }), type)
}

async function plan({ at, as, inDays }: Scene, daysAgo: number, days: number, asked: object): Promise<string> {
  const body = wire.planMeeting.body.parse({ conference, day: inDays(days), ...asked })
  return done(await commands.planMeeting(at(daysAgo), { body, viewer: as('pang.zhenghe') }), 'plan a meeting').stream
}

/** Two decisions of three weeks ago: one is late. The item of the one is what a working group was founded on. */
async function pastMeeting(scene: Scene): Promise<string> {
  const { at, as, inDays, numberOf, house } = scene
  const land = await bring(scene, 30, {
    kind: 'hardCase',
    title: '县道占地丈量争议多年未决',
    petitions: [numberOf('修县道占我家水田少量了八分，请重新丈量')],
    paper:
      '信访人与丈量结果相差八分，历次答复依据不一。自然资源、交通两家各执一份图纸，请联席会议明确以哪一份为准、由谁牵头复测。',
  })
  const publicity = await bring(scene, 29, {
    kind: 'crossOrgan',
    title: '县道征地补偿的公示和答复口径',
    petitions: [numberOf('修县道占我家水田少量了八分，请重新丈量')],
    paper: '同一工程的补偿答复由两个部门分别作出，口径不一致，引发重复来信。请明确统一的公示和答复办法。',
  })
  const meeting = await plan(scene, 28, -21, {
    kind: 'working',
    title: '第三次工作会议',
    place: '县行政中心三楼会议室',
  })
  for (const stream of [land, publicity]) {
    await onItem(scene, 27, stream, 'AcceptItem')
    await onItem(scene, 26, stream, 'PlaceItem', { meeting: idOf(meeting) })
  }
  const attendance = seats.map(([, login]) => {
    const { organ, account } = as(login)
    return { organ, account, as: login === 'ju.mingyan' ? 'absent' : 'present', deputy: null }
  })
  await onMeeting(scene, meeting, [
    { daysAgo: 25, by: 'pang.zhenghe', type: 'ConveneMeeting' },
    { daysAgo: 21, by: 'pang.zhenghe', type: 'OpenMeeting' },
    { daysAgo: 21, by: 'pang.zhenghe', type: 'RecordAttendance', body: { attendance } },
  ])
  const decide = (stream: string, asked: object) =>
    onItem(scene, 21, stream, 'DecideItem', wire.decideItem.body.parse(asked))
  await decide(land, {
    says: '以竣工图和现场复测为准，由县自然资源和规划局牵头，县交通运输局、双溪镇配合，通知信访人到场。',
    tasks: [
      {
        organ: 'qingping.natural-resources',
        what: '会同交通运输局现场复测，通知信访人到场并书面告知结果',
        due: inDays(-4),
      },
    ],
  })
  await decide(publicity, {
    says: '补偿事项统一由县交通运输局公示，答复前与自然资源部门核对。',
    tasks: [{ organ: 'qingping.transport', what: '公示全线征地补偿面积和标准，公布咨询电话', due: inDays(12) }],
  })
  const text = wire.draftMinutes.body.parse({
    text: '会议听取了县信访局关于县道征地信访事项的汇报，研究了列入议程的两项议题。会议要求，各责任单位按期落实，办公室逐项督促。',
  })
  await onMeeting(scene, meeting, [
    { daysAgo: 20, by: 'pang.zhenghe', type: 'DraftMinutes', body: text },
    { daysAgo: 19, by: 'tan.wenbo', type: 'ApproveMinutes' },
    { daysAgo: 19, by: 'pang.zhenghe', type: 'IssueMinutes' },
  ])
  const then = { ...house, ...at(19) }
  for (const stream of [land, publicity]) {
    done(
      await commands.commandItem(then, { stream, type: 'ConfirmDecision', body: {}, viewer: system }),
      'confirm a decision',
    )
    await executeDecision(then, stream)
  }
  return land
}

type Signed = 'agreed' | 'meetingAsked'

async function sign({ at, as }: Scene, daysAgo: number, stream: string, by: string, view: Signed = 'agreed') {
  const body = wire.signItem.body.parse({ view })
  done(await commands.commandItem(at(daysAgo), { stream, type: 'SignItem', body, viewer: as(by) }), `sign as ${by}`)
}

async function sendRound(scene: Scene, daysAgo: number, stream: string, draft: object): Promise<void> {
  await onItem(scene, daysAgo + 1, stream, 'AcceptItem')
  await onItem(scene, daysAgo, stream, 'CirculateItem', wire.circulateItem.body.parse(draft))
}

/** All of them have signed, so it is decided without a meeting. */
async function signedRound(scene: Scene): Promise<void> {
  const { at, inDays, house } = scene
  const item = await bring(scene, 16, {
    kind: 'policy',
    title: '信访事项办理结果统一短信告知的口径',
    paper: '各单位告知信访人的短信内容不一，有的没有写明查询方式。拟统一为三句话：到哪里了、谁在办、什么时候答复。',
  })
  await sendRound(scene, 14, item, {
    says: '同意统一短信告知口径，由县信访局印发样式，各单位自下月起使用。',
    until: inDays(-9),
    tasks: [{ organ: 'qingping.bureau', what: '印发短信样式，并在系统中更新', due: inDays(8) }],
  })
  for (const [index, [, login]] of seats.entries()) await sign(scene, 13 - Math.min(index, 3), item, login)
  await executeDecision({ ...house, ...at(10) }, item)
}

/** Two have signed; the others have until the day after tomorrow. */
async function goingRound(scene: Scene): Promise<void> {
  const item = await bring(scene, 5, {
    kind: 'other',
    title: '乡镇接访场所无障碍改造的先后次序',
    paper: '六个乡镇的接访场所还没有坡道。残联提供了名单，住建、民政两家都愿意出资，需要明确先后次序。',
  })
  await sendRound(scene, 3, item, {
    says: '按老年人、残疾人来访多少排序，双溪镇先行，年内完成。',
    until: scene.inDays(2),
    tasks: [{ organ: 'qingping.bureau', what: '汇总各乡镇接访场所现状，提出分年计划', due: scene.inDays(30) }],
  })
  for (const login of ['tan.wenbo', 'shan.yucheng']) await sign(scene, 2, item, login)
}

/** On the table next week. */
async function comingMeeting(scene: Scene): Promise<void> {
  const { numberOf } = scene
  const item = await bring(scene, 4, {
    kind: 'crossOrgan',
    title: '双落公路弯道护栏由谁建设、何时完成',
    petitions: [numberOf('双落公路弯道没有护栏，校车每天从崖边过')],
    paper:
      '该路段由县道改为乡道后，管养责任没有移交完毕。交通运输局与双溪镇均认为应由对方建设。开学在即，请联席会议明确。',
  })
  const meeting = await plan(scene, 3, 6, {
    kind: 'working',
    title: '第四次工作会议',
    place: '县行政中心三楼会议室',
  })
  await onItem(scene, 3, item, 'AcceptItem')
  await onItem(scene, 2, item, 'PlaceItem', { meeting: idOf(meeting) })
  await onMeeting(scene, meeting, [{ daysAgo: 1, by: 'pang.zhenghe', type: 'ConveneMeeting' }])
}

/**
 * Three organs together over one road, on what the conference decided; from today, because nobody holds a post before. What it shows to whom,
 * the house's own readers do.
 */
async function workingGroup({ house, at, as, inDays, numberOf }: Scene, item: string): Promise<void> {
  const number = numberOf('修县道占我家水田少量了八分，请重新丈量') as PetitionNumber
  // as the house's own reader does for an item that was taken in, which has not read so far yet
  const because = { kind: 'conference', stream: item } as const
  done(await shareSight(at(27), { number, with: conference, accounts: null, because, until: null }), 'show a petition')
  const member = (login: string) => ({ organ: as(login).organ, account: as(login).account })
  const viewer = as('pang.zhenghe')
  const body = groupWire.foundGroup.body.parse({
    name: '县道征地补偿专项工作小组',
    purpose: '会同复测，核清占地面积和补偿标准，统一答复口径，期满前逐户书面告知结果。',
    topic: '县道征地补偿',
    lead: member('shan.yucheng'),
    members: [member('lei.guoliang'), member('cen.baishan')],
    ...{ item: idOf(item), petitions: [number], until: inDays(40) },
  })
  const { stream } = done(await foundGroup(house, { body, viewer }), 'found a working group')
  const task = groupWire.giveGroupTask.body.parse({
    task: { organ: as('lei.guoliang').organ, what: '提供两次丈量的原始图纸和签字记录', due: inDays(9) },
  })
  done(await commandGroup(house, { stream, type: 'GiveGroupTask', body: task, viewer }), 'give a task of the group')
}
