/**
 * Mediation in the demo: the roster of a city's centre with two committees, and mediations in every state: one that was agreed, followed and
 * closed, one that a party refused, one that failed, one that waits for a court to confirm it, one with a session today, one that was asked
 * for at the portal. People are invented; each act is a command, counted back from today.
 */
import { addDays, type Day } from '../kernel/day.ts'
import { type Prose, readProse } from '../kernel/prose.ts'
import { askForMediation, openMediation } from '../mediation/mediations/begin.ts'
import { commandAsParty, commandMediation } from '../mediation/mediations/commanding.ts'
import type { MediationCommandType } from '../mediation/mediations/mediation.ts'
import { mediationOfHouse } from '../mediation/mediations/queries.ts'
import { commandCommittee, commandMediator } from '../mediation/mediators/commanding.ts'
import * as roster from '../mediation/mediators/contract.ts'
import type { PetitionHouse } from '../petition/house.ts'
import { type Accounts, done, staffNamed } from './acting.ts'

const [clerk, head] = ['qin.suyun', 'ruan.ming']
const centre = 'yunchuan.centre'
const city = '云川市'

const committees = [
  { name: `${city}棉纺社区人民调解委员会`, kind: 'neighbourhood', members: 5, women: 3, minority: 1, multi: false },
  { name: `${city}物业纠纷人民调解委员会`, kind: 'industry', members: 3, women: 0, minority: 0, multi: true },
] as const

const mediators = [
  { name: '覃素云', kind: 'fullTime', of: null, role: null, skills: ['justice', 'civil'] },
  { name: '宿秀贞', kind: 'member', of: 0, role: 'chair', skills: ['construction', 'labour'] },
  { name: '晏老师', kind: 'engaged', of: 0, role: null, skills: ['education', 'rural'] },
  { name: '仲维平', kind: 'member', of: 1, role: 'ordinary', skills: ['construction'] },
  { name: '车凤鸣', kind: 'invited', of: null, role: null, skills: ['land', 'rural'] },
] as const

type Say = (text: string, part?: 'identity' | 'content') => Prose
const say: Say = (text, part = 'content') => {
  const read = readProse(text, { max: 20_000, min: 1, part })
  if (!read.ok) throw new Error(read.error)
  return read.value
}

/** On paper: accounts of the demo are of today, and these days are past. */
const paper = { signature: say('覃素云签名', 'identity'), witness: say('中心值班人员在场', 'identity') }

interface Story {
  readonly what: string
  readonly parties: readonly [string, string]
  /** Days ago on which it was opened. */
  readonly opened: number
  readonly steps: readonly Step[]
}

/** Who does what on which day, as days ago; `p1` and `p2` act with their own keys. */
type Step = readonly [daysAgo: number, by: 'clerk' | 'head' | 'p1' | 'p2', type: Later, body: object]
type Later = Exclude<MediationCommandType, 'OpenMediation'>

const yes = (daysAgo: number, party: 'p1' | 'p2', to: string, ref: string | null = null): Step => [
  ...([daysAgo, party, 'AnswerAsParty'] as const),
  { party, to, ref, agrees: true, signed: null },
]

/** Both willing, a mediator accepted who has no interest in it. */
const begun = (from: number): readonly Step[] => [
  yes(from - 1, 'p1', 'mediation'),
  yes(from - 2, 'p2', 'mediation'),
  [from - 2, 'clerk', 'NameMediator', { party: null, account: null, name: '覃素云', signed: null }],
  [from - 2, 'clerk', 'DeclareInterest', { mediator: 'm1', hasInterest: false, signed: paper }],
  yes(from - 3, 'p1', 'mediator', 'm1'),
  yes(from - 3, 'p2', 'mediator', 'm1'),
]

const session = (planned: number, held: number, place: string): Step => [
  ...([planned, 'clerk', 'PlanSession'] as const),
  { inDays: held, at: '14:30', place: say(place) },
]
const recorded = (daysAgo: number, notes: string, result: string): Step => [
  ...([daysAgo, 'clerk', 'RecordSession'] as const),
  { session: 's1', parties: ['p1', 'p2'], mediators: ['m1'], guests: [], notes: say(notes), result },
]

interface Agreed {
  readonly facts: string
  readonly disputed: string
  readonly responsibility: string
  readonly content: string
  readonly promise: string
  /** Days from today, negative for the past. */
  readonly due: number
}
const agreed = (from: number, { promise, due, ...text }: Agreed): readonly Step[] => [
  [
    ...([from, 'clerk', 'WriteAgreement'] as const),
    {
      text: {
        form: 'written',
        ...Object.fromEntries(Object.entries(text).map(([part, words]) => [part, say(words)])),
        promises: [{ party: 'p2', what: say(promise), inDays: due }],
      },
    },
  ],
  yes(from - 1, 'p1', 'agreement', 'a1'),
  yes(from - 1, 'p2', 'agreement', 'a1'),
  [from - 1, 'clerk', 'SignAsMediator', { mediator: 'm1', signed: paper }],
  [from - 2, 'head', 'SealAgreement', {}],
]

const stories: readonly Story[] = [
  {
    what: '楼上卫生间漏水，楼下卧室的顶和衣柜泡坏了',
    ...({ parties: ['闻人月', '满仓'], opened: 40 } as const),
    steps: [
      ...begun(40),
      session(36, -35, '棉纺社区调解室'),
      recorded(35, '双方到场，看了漏水的照片和维修报价。楼上认可是自家水管老化。', 'agreement'),
      ...agreed(34, {
        facts: '楼上卫生间水管老化渗漏，楼下卧室顶棚和衣柜受损。',
        disputed: '修不修、谁来修、衣柜怎么赔。',
        responsibility: '水管属于楼上住户自用部分，由楼上负责。',
        content: '楼上重做卫生间防水，并赔偿楼下顶棚和衣柜的损失。',
        promise: '重做卫生间防水，赔偿顶棚和衣柜损失三千二百元',
        due: -10,
      }),
      [9, 'p1', 'SayPerformance', { party: 'p1', promise: 'a1p1', performance: 'kept', signed: null }],
      [
        ...([8, 'clerk', 'FollowUpPromise'] as const),
        {
          promise: 'a1p1',
          performance: 'kept',
          lookedAt: say('到家里看过，防水已做，不再渗水，钱已收到。'),
          again: null,
        },
      ],
      [7, 'clerk', 'CloseMediation', { note: say('约定的事都做了。') }],
    ],
  },
  {
    what: '广场舞音量，双方为此吵过三次',
    ...({ parties: ['竺清和', '钟楼广场舞队'], opened: 12 } as const),
    steps: [
      yes(11, 'p1', 'mediation'),
      [
        ...([10, 'p2', 'AnswerAsParty'] as const),
        { party: 'p2', to: 'mediation', ref: null, agrees: false, signed: null },
      ],
    ],
  },
  {
    what: '合伙开早点铺，散伙时设备和押金怎么分',
    ...({ parties: ['水从周', '郎定邦'], opened: 30 } as const),
    steps: [
      ...begun(30),
      session(26, -24, '云川市综治中心二号调解室'),
      recorded(24, '双方都到场。对账目各执一词，谁也不肯先拿出流水。', 'none'),
      [
        ...([20, 'clerk', 'EndMediation'] as const),
        { reason: 'notAgreed', note: say('账目没有共同认可的凭据，双方都表示愿意由法院来算。') },
      ],
    ],
  },
  {
    what: '装修工钱拖欠，完工四个月没有结清',
    ...({ parties: ['别有天', '广顺装饰经营部'], opened: 26 } as const),
    steps: [
      ...begun(26),
      session(22, -20, '云川市综治中心二号调解室'),
      recorded(20, '双方对工程量没有争议，对付款时间达成一致。', 'agreement'),
      ...agreed(16, {
        facts: '装修已完工，双方确认欠工钱一万八千元。',
        disputed: '分几次付、什么时候付清。',
        responsibility: '经营部认可应当付清工钱。',
        content: '分两次付清，逾期可以申请强制执行。',
        promise: '分两次付清工钱一万八千元',
        due: 20,
      }),
      [10, 'clerk', 'InformParties', { told: 'phone' }],
      [9, 'p1', 'AskForConfirmation', { party: 'p1', signed: null }],
      [8, 'p2', 'AskForConfirmation', { party: 'p2', signed: null }],
    ],
  },
  {
    what: '兄弟分家，老屋院子里的通道怎么走',
    ...({ parties: ['蓬大有', '蓬二喜'], opened: 9 } as const),
    steps: [...begun(9), session(4, 0, '棉纺社区调解室')],
  },
]

/** Plays them into a house in which everybody has an account. */
export async function playMediations(house: PetitionHouse, accounts: Accounts): Promise<number> {
  const today = house.today()
  const on = (daysAgo: number): PetitionHouse => {
    const day = addDays(today, -daysAgo)
    return { ...house, today: () => day, now: () => `${day}T03:00:00.000Z` }
  }
  const entry = await keepRoster(on(60), house.directory.find(centre as never)?.region ?? '00', accounts)
  for (const story of stories) await play(on, story, { today, accounts, entry })
  const asking = {
    ...({ subject: { kind: 'walkIn' }, kind: 'people', organ: centre as never } as const),
    parties: [
      { role: 'applicant', name: say('步青云', 'identity'), phone: say('19900007231', 'identity') },
      { role: 'respondent', name: say('锦绣家园物业服务中心', 'identity'), phone: null },
    ] as const,
    what: say('电梯坏了两个月，物业说要先交齐物业费才修'),
  }
  done(await askForMediation(on(1), { kind: 'anyone' }, asking), 'somebody asks for mediation')
  return stories.length + 1
}

/** The first of the roster, who mediates. */
async function keepRoster(house: PetitionHouse, region: string, accounts: Accounts): Promise<string> {
  const viewer = staffNamed(clerk, accounts)
  const [from, until] = [addDays(house.today(), -300), addDays(house.today(), 700)]
  const founded: string[] = []
  const entries: string[] = []
  for (const { name, kind, members, women, minority, multi } of committees) {
    const body = roster.foundCommittee.body.parse({ name, kind, region, isMultiEthnic: multi })
    const { id } = done(await commandCommittee(house, { id: null, type: 'FoundCommittee', body, viewer }), name)
    const election = { day: from, until, by: 'founder', members, women, minority }
    const elected = roster.electCommittee.body.parse(election)
    done(await commandCommittee(house, { id, type: 'ElectCommittee', body: elected, viewer }), `${name} is elected`)
    founded.push(id)
  }
  for (const [at, { name, kind, of, role, skills }] of mediators.entries()) {
    const body = roster.enterMediator.body.parse({
      ...{ name, kind, role, skills, languages: at % 2 === 0 ? ['mandarin', 'dialect'] : ['dialect', 'yi'] },
      ...{ committee: of === null ? null : founded[of], places: [region], contact: `1990000722${at}` },
      ...{ from, until: kind === 'member' ? until : null },
    })
    const entered = await commandMediator(house, { id: null, type: 'EnterMediator', body, viewer })
    const { id } = done(entered, `${name} is entered`)
    const training = roster.trainMediator.body.parse({
      day: addDays(house.today(), -20),
      subject: '调解程序和协议书制作',
    })
    done(await commandMediator(house, { id, type: 'RecordTraining', body: training, viewer }), `${name} is trained`)
    entries.push(id)
  }
  return entries[0] ?? ''
}

type On = (daysAgo: number) => PetitionHouse

interface Playing {
  readonly today: Day
  readonly accounts: Accounts
  /** Of whoever mediates. */
  readonly entry: string
}

async function play(on: On, { what, parties, opened, steps }: Story, playing: Playing): Promise<void> {
  const { today, accounts, entry } = playing
  const [first, second] = parties
  const opening = {
    ...({ subject: { kind: 'walkIn' }, kind: 'people', organ: centre as never } as const),
    parties: [
      { role: 'applicant', name: say(first, 'identity'), phone: null },
      { role: 'respondent', name: say(second, 'identity'), phone: null },
    ] as const,
    what: say(what),
  }
  const { stream } = done(await openMediation(on(opened), staffNamed(clerk, accounts), opening), what)
  for (const [daysAgo, by, type, body] of steps) {
    const typed = dated(body, type, today, entry)
    const house = on(daysAgo)
    if (by === 'clerk' || by === 'head') {
      const viewer = staffNamed(by === 'clerk' ? clerk : head, accounts)
      done(await commandMediation(house, { stream, type, body: typed, viewer }), `${what}: ${type}`)
      continue
    }
    const mediation = await mediationOfHouse(house, stream)
    if (mediation === null) throw new Error(`no mediation: ${what}`)
    const held = { stream, mediation, party: by, reference: null }
    done(await commandAsParty(house, { held, type, body: typed, viewer: { kind: 'anyone' } }), `${what}: ${type}`)
  }
}

/** What a story counts in days becomes a day, and a mediator their entry of the roster. */
function dated(body: object, type: Later, today: Day, roster: string): object {
  const dayOf = ({ inDays, ...rest }: { readonly inDays: number }) => ({ ...rest, day: addDays(today, inDays) })
  if (type === 'PlanSession') return dayOf(body as { readonly inDays: number })
  if (type === 'NameMediator') {
    const named = body as { readonly name: string }
    return { ...named, roster, name: say(named.name, 'identity') }
  }
  if (type !== 'WriteAgreement') return body
  const { text } = body as { readonly text: { readonly promises: readonly { readonly inDays: number }[] } }
  const promises = text.promises.map(({ inDays, ...promise }) => ({ ...promise, due: addDays(today, inDays) }))
  return { text: { ...text, promises } }
}
