/**
 * Other ways of the law in the demo (法定途径), and the window of a mediation centre: what was explained to whom and how far it came, and who came
 * to the window. People and cases are invented; each act is a command, counted back from today.
 */
import { addDays, type Day } from '../kernel/day.ts'
import type { PetitionNumber } from '../kernel/petition-number.ts'
import { leadOn, takeIn } from '../mediation/intake/commanding.ts'
import * as window from '../mediation/intake/contract.ts'
import { commandReferral, explainReferral, type ReferralCommanding } from '../mediation/referrals/commanding.ts'
import * as wire from '../mediation/referrals/contract.ts'
import { commandRelief, tellOfRelief } from '../mediation/relief/commanding.ts'
import * as relief from '../mediation/relief/contract.ts'
import type { PetitionHouse } from '../petition/house.ts'
import { type Accounts, done, staffNamed } from './acting.ts'

const guide = 'pu.gaofeng'
const clerkAtCentre = 'qin.suyun'
const land = '修高速临时占的地两年没有复垦，石头渣子堆得比人高'
const homestead = '宅基地申请交了三年没有回音，娃都会打酱油了还挤在老屋'

interface Step {
  readonly daysAgo: number
  readonly type: ReferralCommanding['type']
  readonly body: object
}

/** A day so many days before today. */
type Ago = (days: number) => Day

interface Told {
  readonly title: string
  readonly daysAgo: number
  readonly body: (ago: Ago) => object
  readonly steps: (ago: Ago) => readonly Step[]
}

const told: readonly Told[] = [
  {
    ...{ title: homestead, daysAgo: 30 },
    body: (ago) => ({
      ...{ way: 'administrativeReconsideration', to: { name: '县人民政府行政复议机构' }, first: 'dutyNotPerformed' },
      explanation:
        '宅基地申请交上去没有答复的，可以向县政府申请行政复议，不收费。带上申请书、收件回执和身份证；不会写的，可以当面口头申请。您的信访事项照常办理。',
      knownOn: ago(40),
    }),
    steps: (ago) => [
      { daysAgo: 24, type: 'RecordApplication', body: { appliedOn: ago(24), proof: 'receipt' } },
      { daysAgo: 22, type: 'AskCorrection', body: { askedOn: ago(22), what: '补交户口簿复印件' } },
      { daysAgo: 20, type: 'RecordCorrection', body: { correctedOn: ago(20) } },
      { daysAgo: 16, type: 'RecordAcceptance', body: { acceptedOn: ago(16), source: 'paperShown' } },
      { daysAgo: 6, type: 'RecordMediation', body: { step: 'begun', day: ago(6), note: '复议机构组织双方当面谈' } },
    ],
  },
  {
    ...{ title: land, daysAgo: 12 },
    body: () => ({
      ...{ way: 'mediationBeforeFiling', to: { name: '县人民法院诉讼服务中心' } },
      explanation: '与施工单位之间的复垦合同争议，起诉以后法院可以先行调解；不愿意调解的，法院照常立案。',
    }),
    steps: (ago) => [
      { daysAgo: 9, type: 'RecordApplication', body: { appliedOn: ago(9), proof: 'receipt' } },
      { daysAgo: 7, type: 'RecordMediation', body: { step: 'begun', day: ago(7) } },
      { daysAgo: 3, type: 'RecordMediation', body: { step: 'failed', day: ago(3), note: '施工单位没有到场' } },
    ],
  },
  {
    ...{ title: land, daysAgo: 12 },
    body: () => ({
      ...{ way: 'civilLitigation', to: { name: '县人民法院' } },
      explanation: '合同约定用完复垦而没有做的，可以向法院起诉施工单位；可以先问法律援助中心，不收费。',
    }),
    steps: () => [],
  },
]

const came = [
  { daysAgo: 0, about: '楼上装修漏水，天花板泡坏了，物业说不归它管', name: '测试来访人甲', lead: null },
  {
    ...{ daysAgo: 1, about: '打工三个月没有发工资，老板说过完年再说', name: '测试来访人乙' },
    category: 'labour.wages',
    lead: {
      ...{ kind: 'explained', way: 'labourArbitration', where: '县劳动人事争议仲裁委员会' },
      words: '说明了可以先请调解组织调解，也可以直接申请劳动仲裁，不收费；带上聊天记录、考勤和工友的证明。',
    },
  },
  {
    ...{ daysAgo: 4, about: '两家合伙买的打谷机，散伙以后不知道归谁', name: '测试来访人丙' },
    lead: {
      ...{ kind: 'dispute', words: '记入台账，先由中心找双方问清楚当初怎么说的。' },
      dispute: { title: '合伙打谷机归谁', asked: '打谷机折价分给两家', others: [{ name: '测试合伙人' }] },
    },
  },
  {
    ...{ daysAgo: 3, about: '小区门口的店夜里放音响，跟店主说了几次都不听', name: '测试来访人丁' },
    lead: {
      ...{ kind: 'mediation', words: '来人愿意调解，中心去问店主。' },
      mediation: { kind: 'people', others: [{ name: '测试店主', phone: '19900000015' }] },
    },
  },
  {
    ...{ daysAgo: 2, about: '承包地边界被挪了两尺，村里调过没有结果', name: '测试来访人戊' },
    lead: {
      ...{ kind: 'referral', way: 'landContractArbitration', where: '县农村土地承包仲裁委员会' },
      words: '说明可以申请土地承包仲裁，不收费；带上承包合同和丈量记录。走到哪一步，告诉中心记下来。',
    },
  },
] as const

export async function playReferrals(
  house: PetitionHouse,
  petitions: readonly { readonly title: string; readonly number: string }[],
  accounts: Accounts,
): Promise<number> {
  const now = house.today()
  const ago: Ago = (days) => addDays(now, -days)
  const on = (daysAgo: number): PetitionHouse => ({
    ...house,
    today: () => ago(daysAgo),
    now: () => `${ago(daysAgo)}T03:00:00.000Z`,
  })
  for (const { title, daysAgo, body, steps } of told) {
    const number = petitions.find((petition) => petition.title === title)?.number as PetitionNumber
    const typed = wire.explainReferral.body.parse({ petition: number, person: 'p1', ...body(ago) })
    const viewer = staffNamed(guide, accounts)
    const { stream } = done(await explainReferral(on(daysAgo), { body: typed, viewer }), `another way for ${title}`)
    for (const step of steps(ago)) {
      const own = { kind: 'petitioner', petition: number, person: 'p1' } as const
      const said = bodyOf(step)
      const acted = await commandReferral(on(step.daysAgo), { stream, type: step.type, body: said, viewer: own })
      done(acted, `${step.type} is said of ${title}`)
    }
  }
  await playRelief(on, petitions, accounts)
  await playWindow(on, accounts)
  return told.length
}

const bodies: Readonly<Partial<Record<Step['type'], { parse(body: unknown): unknown }>>> = {
  RecordApplication: wire.ownApplication.body,
  AskCorrection: wire.ownAskedCorrection.body,
  RecordCorrection: wire.ownCorrection.body,
  RecordAcceptance: wire.ownAcceptance.body,
  RecordMediation: wire.ownMediation.body,
}

const bodyOf = ({ type, body }: Step): object => bodies[type]?.parse(body) as object

/** One family in hardship: told at the window, wished with the key, helped with the form, and the result is theirs to say. */
async function playRelief(
  on: (daysAgo: number) => PetitionHouse,
  petitions: readonly { readonly title: string; readonly number: string }[],
  accounts: Accounts,
): Promise<void> {
  const number = petitions.find(({ title }) => title === homestead)?.number as PetitionNumber
  const viewer = staffNamed(guide, accounts)
  const own = { kind: 'petitioner', petition: number, person: 'p1' } as const
  const told = relief.tellOfRelief.body.parse({
    ...{ petition: number, person: 'p1', kind: 'social', telling: 'byWord' },
    explanation:
      '家里有病人、收入一时跟不上的，可以向乡镇人民政府申请临时救助，不收费；申请不申请由您决定，与信访事项无关。',
  })
  const { stream } = done(await tellOfRelief(on(20), { body: told, viewer }), 'somebody is told of relief')
  const wish = relief.ownAnswer.body.parse({ wishes: true, note: '愿意申请，表不会填' })
  done(await commandRelief(on(19), { stream, type: 'AnswerRelief', body: wish, viewer: own }), 'relief is wished')
  const help = relief.recordHelp.body.parse({ helpedOn: on(17).today(), what: '帮助填写申请表，列出要带的证明' })
  done(await commandRelief(on(17), { stream, type: 'RecordReliefHelp', body: help, viewer }), 'the form is filled in')
}

async function playWindow(on: (daysAgo: number) => PetitionHouse, accounts: Accounts): Promise<void> {
  const viewer = staffNamed(clerkAtCentre, accounts)
  for (const { daysAgo, lead, ...coming } of came) {
    const house = on(daysAgo)
    const place = house.directory.find(viewer.organ)?.region ?? '00'
    const taken = await takeIn(house, { body: window.takeIn.body.parse({ ...coming, place }), viewer })
    const { stream } = done(taken, `somebody is taken in about ${coming.about}`)
    if (lead === null) continue
    done(await leadOn(house, { stream, body: window.leadOn.body.parse(lead), viewer }), `${coming.name} is led on`)
  }
}
