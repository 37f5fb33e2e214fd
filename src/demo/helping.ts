/**
 * Helpers in the demo (协助力量): a small roster of the county, and invitations in every state. People are invented; each act is a command,
 * counted back from today.
 */
import { commandEngagement, commandHelper } from '../coordination/helpers/commanding.ts'
import * as wire from '../coordination/helpers/contract.ts'
import type { EngagementActor, EngagementCommandType } from '../coordination/helpers/engagement.ts'
import { inviteHelper } from '../coordination/helpers/inviting.ts'
import { inviteToMediation, inviteToScreening } from '../coordination/helpers/inviting-beside.ts'
import { listHelpers, readEngagement, type Staff } from '../coordination/helpers/queries.ts'
import { idOf as streamId } from '../coordination/helpers/room.ts'
import { addDays } from '../kernel/day.ts'
import { inviteGuest } from '../mediation/mediations/acting-contract.ts'
import { commandAsParty, commandMediation } from '../mediation/mediations/commanding.ts'
import { mediationOfHouse } from '../mediation/mediations/queries.ts'
import type { PetitionHouse } from '../petition/house.ts'
import { knownScreening, listScreenings } from '../prevention/screening/queries.ts'
import { done, staffNamed } from './acting.ts'

const keeper = 'pu.gaofeng'
const land = '修高速临时占的地两年没有复垦，石头渣子堆得比人高'
const homestead = '宅基地申请交了三年没有回音，娃都会打酱油了还挤在老屋'

const roster = [
  { name: '冼照微', kind: 'womensFederation', skills: ['family', 'mediation'], contact: '县妇联权益部，19900007101' },
  { name: '茹松年', kind: 'lawyer', skills: ['law', 'land'], contact: '值班电话19900007102' },
  { name: '戚老师', kind: 'veteranMember', skills: ['mediation', 'language'], contact: '双溪镇，19900007103' },
  { name: '桑榆社会工作服务中心', kind: 'socialOrganisation', skills: ['care', 'counselling'], contact: '19900007104' },
] as const

interface Step {
  readonly type: EngagementCommandType
  readonly actor: EngagementActor
  readonly daysAgo: number
  readonly body: object
}

const helper: EngagementActor = { kind: 'helper' }
const petitioner: EngagementActor = { kind: 'petitioner', person: 'p1' }
const consents = (is: boolean, daysAgo: number): Step => ({
  ...{ type: 'AnswerConsent', actor: petitioner, daysAgo, body: { person: 'p1', consents: is, signed: null } },
})
const accepts: Step = {
  ...{ type: 'AnswerInvitation', actor: helper, daysAgo: 5, body: { accepts: true, conflict: false, note: null } },
}

const invitations: readonly {
  readonly helper: number
  readonly title: string
  readonly mode: 'case' | 'anonymous'
  readonly what: string
  readonly summary: string
  readonly steps: readonly Step[]
}[] = [
  {
    ...{ helper: 1, title: land, mode: 'case', what: '请看看临时用地合同，告诉双方复垦该由谁来做' },
    summary: '一户人家的承包地被临时占用，合同约定用完复垦，两年多没有做。',
    steps: [consents(true, 6), accepts],
  },
  {
    ...{ helper: 2, title: land, mode: 'case', what: '请陪同到现场，用本地话把情况说清楚' },
    summary: '一户人家的承包地被临时占用，石渣没有清走。',
    steps: [consents(false, 6)],
  },
  {
    ...{ helper: 0, title: homestead, mode: 'case', what: '请到家里看看住房情况，听听老人和媳妇怎么说' },
    summary: '一家三代挤在老屋，申请宅基地三年没有答复。',
    steps: [],
  },
  {
    ...{ helper: 3, title: homestead, mode: 'anonymous', what: '请看看过渡期间有没有可以提供的帮扶' },
    summary: '山区一户人家住房困难，等待审批期间需要帮扶。',
    steps: [],
  },
]

export async function playHelpers(
  house: PetitionHouse,
  petitions: readonly { readonly title: string; readonly number: string }[],
  accounts: ReadonlyMap<string, string>,
): Promise<number> {
  const now = house.today()
  const on = (daysAgo: number): PetitionHouse => {
    const day = addDays(now, -daysAgo)
    return { ...house, today: () => day, now: () => `${day}T03:00:00.000Z` }
  }
  const viewer = staffNamed(keeper, accounts)
  const helpers: string[] = []
  for (const each of roster) {
    const entry = { ...each, agreedOn: addDays(now, -60), organ: null, until: null }
    const body = wire.enterHelper.body.parse({ ...entry, places: [regionOf(house, viewer)] })
    const entered = await commandHelper(on(50), { helper: null, type: 'EnterHelper', body, viewer })
    helpers.push(done(entered, `${each.name} is entered`).helper)
  }
  for (const { helper: at, title, steps, ...words } of invitations) {
    const number = petitions.find((petition) => petition.title === title)?.number
    const said = { ...words, helper: helpers[at], claims: [], until: addDays(now, 60) }
    const body = wire.inviteHelper.body.parse(said)
    const invited = await inviteHelper(on(7), { ...body, number: number as never, viewer })
    const { engagement } = done(invited, `somebody is invited to ${title}`)
    for (const step of steps) await play(on(step.daysAgo), engagement, step)
  }
  return invitations.length
}

async function play(house: PetitionHouse, engagement: string, { type, actor, body }: Step): Promise<void> {
  const read = await readEngagement(house, engagement, null)
  const sealedOn = read?.state.invitedOn ?? house.today()
  const viewer = { kind: 'system', task: 'demo' } as const
  done(await commandEngagement(house, { engagement, type, body, viewer, actor, sealedOn }), `${type} is said`)
}

/** Somebody of the county's roster goes along in one place of the screening that the county keeps. */
export async function playScreeningHelper(house: PetitionHouse, accounts: ReadonlyMap<string, string>): Promise<void> {
  const viewer = staffNamed(keeper, accounts)
  const { items } = await listScreenings(house, viewer, { stages: ['open'], region: null, after: null, limit: 50 })
  const stream = items.find((each) => each.keeper === viewer.organ)?.stream ?? ''
  const area = (await knownScreening(house, stream, viewer))?.screening.areas.at(-1)?.area
  const helper = (await listHelpers(house, viewer, { kind: 'veteranMember', limit: 1 })).items[0]?.helper
  const body = wire.inviteToScreening.body.parse({
    ...{ helper, area, what: '请陪村干部走一遍老住户，用本地话问问有没有难处' },
    ...{ summary: '本月排查：邻里、土地、婚姻家庭、欠薪、用水用电。', until: addDays(house.today(), 20) },
  })
  const invited = await inviteToScreening(house, { ...body, screening: streamId(stream), viewer })
  await play(house, done(invited, 'somebody is invited to a screening').engagement, accepts)
}

const [city, centre] = ['dou.lihua', 'qin.suyun']
const elder = {
  name: '谭老伯',
  kind: 'veteranMember',
  skills: ['mediation'],
  contact: '棉纺社区，19900007105',
} as const

/** At the mediation of two brothers an elder of the neighbourhood is a guest, to whom both have said yes. */
export async function playMediationHelper(house: PetitionHouse, accounts: ReadonlyMap<string, string>): Promise<void> {
  const [bureau, holder] = [staffNamed(city, accounts), staffNamed(centre, accounts)]
  const entry = { ...elder, agreedOn: addDays(house.today(), -30), organ: null, until: null }
  const entering = wire.enterHelper.body.parse({ ...entry, places: [regionOf(house, bureau)] })
  const given = { helper: null, type: 'EnterHelper', body: entering, viewer: bureau } as const
  const { helper } = done(await commandHelper(house, given), `${elder.name} is entered`)
  const { rows } = await house.work.query<{ stream_id: string }>(
    `select stream_id from mediation where organ = $1 and stage = 'mediating' order by opened_on desc, stream_id limit 1`,
    [holder.organ],
  )
  const stream = rows[0]?.stream_id ?? ''
  const guest = inviteGuest.body.parse({ kind: 'neighbour', name: elder.name })
  done(
    await commandMediation(house, { stream, type: 'InviteGuest', body: guest, viewer: holder }),
    'a guest is invited',
  )
  for (const party of ['p1', 'p2']) {
    const mediation = await mediationOfHouse(house, stream)
    if (mediation === null) throw new Error('no mediation is held')
    const body = { party, to: 'guest', ref: 'g1', agrees: true, signed: null }
    const held = { stream, mediation, party, reference: null }
    const said = await commandAsParty(house, { held, type: 'AnswerAsParty', body, viewer: { kind: 'anyone' } })
    done(said, `${party} says yes`)
  }
  const body = wire.inviteToMediation.body.parse({
    ...{ helper, guest: 'g1', what: '请到场讲讲这条通道几十年来怎么走' },
    ...{ summary: '一家分家后，老屋院子里的通道怎么走有争议。', until: addDays(house.today(), 30) },
  })
  const invited = await inviteToMediation(house, { ...body, mediation: streamId(stream), viewer: holder })
  await play(house, done(invited, 'somebody is invited to a mediation').engagement, accepts)
}

const regionOf = ({ directory }: PetitionHouse, { organ }: Staff): string => directory.find(organ)?.region ?? '00'
