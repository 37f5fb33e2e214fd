/** What offices do in the meantime, over HTTP: the lives of petitions that a journey meets on its way. */
import { todayInBeijing } from '../src/web/shared/days.ts'
import type { Caller } from './journey.ts'

export interface SeenPetition {
  readonly number: string
  readonly stage: string
  readonly claims: readonly { readonly ref: string }[]
  readonly documents: readonly { readonly ref: string; readonly kind: string; readonly isServed: boolean }[]
}

export const read = async (caller: Caller, number: string): Promise<SeenPetition> =>
  (await caller.get(`/api/petitions/${number}`)) as unknown as SeenPetition

export const act = (caller: Caller, number: string, command: string, body: object) =>
  caller.post(`/api/petitions/${number}/${command}`, body)

export interface Letter {
  readonly title: string
  readonly claims: readonly string[]
  readonly name: string
  readonly phone: string
  readonly place?: string
}

/** Registers a letter at the caller's bureau. Shuangxi in Qingping County unless said. */
export async function registerLetter(caller: Caller, { title, claims, name, phone, place = '990122' }: Letter) {
  const person = { name, phone, electronicService: true }
  const answer = await caller.post('/api/petitions', {
    channel: 'letter',
    place,
    title,
    text: `${title}。经过写在信里，请核实。`,
    claims,
    people: [person],
    category: 'other',
  })
  return answer as { number: string; keys: readonly { person: string; key: string }[] }
}

const onTheSpot = { way: 'onTheSpot', proof: null }

/** Accepts, and hears the petitioner by telephone. */
export async function acceptAndHear(organ: Caller, number: string): Promise<void> {
  await act(organ, number, 'accept', {
    route: 'handlingOpinion',
    track: 'ordinary',
    procedure: '按照信访事项办理程序调查核实，出具信访处理意见书。',
    told: onTheSpot,
  })
  await act(organ, number, 'record-contact', {
    way: 'phone',
    note: '电话联系信访人，听取了事实和理由，核对了补偿面积和账户。',
    heard: true,
  })
}

/** An opinion on every claim: the first supported, the others explained. */
export async function issueOpinion(organ: Caller, number: string): Promise<void> {
  const { claims } = await read(organ, number)
  const answers = claims.map(({ ref }, at) => ({
    claim: ref,
    outcome: at === 0 ? 'supported' : 'explained',
    answer: at === 0 ? '经核实，补偿款确有拖欠，应当支付。' : '利息没有约定，依照合同办理，理由已当面说明。',
  }))
  await act(organ, number, 'issue-opinion', {
    facts: '经查，征收公告、补偿协议和账户均属实，款项未按期拨付。',
    legalBasis: '《中华人民共和国土地管理法》第四十八条。',
    answers,
    remedy: '不服本意见的，可以自收到之日起30日内请求上一级机关复查。',
    executeBy: addMonth(todayInBeijing()),
  })
}

const addMonth = (day: string): string => new Date(Date.parse(day) + 30 * 86_400_000).toISOString().slice(0, 10)

/** Serves the latest document of a kind through the system, to which the petitioner agreed. */
export async function serveElectronically(organ: Caller, number: string, kind: string): Promise<void> {
  const { documents } = await read(organ, number)
  const document = documents.findLast((one) => one.kind === kind)
  if (!document) throw new Error(`${number} has no ${kind}: ${JSON.stringify(documents)}`)
  await act(organ, number, 'serve', {
    document: document.ref,
    person: 'p1',
    way: 'electronic',
    servedOn: todayInBeijing(),
    proof: { consent: true },
  })
}

/** Upholds what was decided below, and serves it. */
export async function uphold(organ: Caller, number: string, instance: 'review' | 'reexamination'): Promise<void> {
  const word = instance === 'review' ? '复查' : '复核'
  await act(organ, number, `issue-${instance}-opinion`, {
    outcome: 'upheld',
    facts: `经${word}，原处理意见认定的事实清楚。`,
    opinion: '维持原处理意见。',
    legalBasis: `《信访工作条例》第三十${instance === 'review' ? '五' : '六'}条。`,
  })
  await serveElectronically(organ, number, `${instance}Opinion`)
}
