/**
 * Who sees what of the rooms that stand beside petitions: supervision, proposals, bulletins, assessment. A confidential accusation is
 * planted against a bureau and somebody in it, and lives through all of them; then every way out of the house is tried by those who must
 * not learn of it, and every row that the database shows them is read. One file, because all of it looks at that one accusation.
 * Beside it stands an entry of the roster of mediators, which the whole area reads by name and only its keeper reads whole.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { caseCursor } from '../src/assessment/contract.ts'
import { assessmentReaction } from '../src/assessment/counting.ts'
import { numberingReaction } from '../src/documents/numbering/reactions.ts'
import { fly } from '../src/engine/flight.ts'
import { settingStatements } from '../src/engine/history.ts'
import type { Settings } from '../src/engine/room.ts'
import { parseLogin } from '../src/identity/account-tables.ts'
import { logIn } from '../src/identity/login.ts'
import { qualityReaction } from '../src/insight/quality/looking.ts'
import { trendReaction } from '../src/insight/trends/counting.ts'
import { issuing } from '../src/issuing.ts'
import { day } from '../src/kernel/day.ts'
import type { EndpointDefinition } from '../src/platform/http/endpoint.ts'
import { answerPrinting } from '../src/supervision/finding/prints.ts'
import { findingReaction } from '../src/supervision/finding/reactions.ts'
import { giveTask } from '../src/tasks/giving.ts'
import { fairnessReaction } from '../src/workforce/fairness/counting.ts'
import { type Asker, keyOf, openAnsweringHouse, type Registered } from './answering-house.ts'
import { catchUp } from './catching-up.ts'
import {
  nobodysBooking,
  nobodysLetter,
  nobodysNumber,
  nobodysProposal,
  nobodysReferral,
  nobodysRelief,
  nobodysTask,
  receptionPlan,
} from './command-bodies.ts'
import { finder } from './needles.ts'
import { organ } from './office.ts'

const { ask, register, act, staffOf, upload, house, office, rooms } = await openAnsweringHouse()

/** In every sentence that anybody writes: signs that nothing else in the house has. */
const mark = '爨龘𠮷'
const words = (what: string): string => `${mark}${what}`
const [name, phone] = ['司马爨龘', '19971230457']

type Somebody = { readonly token: string; readonly account: string }
type Ids = Readonly<
  Record<
    'number' | 'proposal' | 'circular' | 'letter' | 'booking' | 'task' | 'referral' | 'relief' | 'mediator',
    string
  >
>
const nobodys: Ids = {
  ...{ number: nobodysNumber, proposal: nobodysProposal, circular: 'A'.repeat(22), letter: nobodysLetter },
  booking: nobodysBooking,
  task: nobodysTask,
  referral: nobodysReferral,
  relief: nobodysRelief,
  mediator: 'A'.repeat(22),
}

const must = async (who: Asker, url: string, body: object) => {
  const asked = await ask(who, 'POST', url, body)
  if (asked.status >= 400) throw new Error(`${url}: ${asked.status} ${JSON.stringify(asked.body)}`)
  return asked.body
}

/** An account with posts in two organs, logged in to each of them. */
async function sittingIn(login: string, ...organs: readonly string[]): Promise<readonly Somebody[]> {
  const { password } = await office.openStaff(
    login,
    organs.map((of) => [of, 'clerk'] as const),
  )
  const entered: Somebody[] = []
  for (const [at, of] of organs.entries()) {
    const knocking = { address: `10.0.9.${at}`, browser: null, agent: 'other/other' }
    const result = await logIn(office, {
      ...{ login: parseLogin(login) as NonNullable<ReturnType<typeof parseLogin>>, password, organ: organ(of) },
      ...knocking,
    })
    if (!result.ok) throw new Error(result.error.kind)
    entered.push({ token: result.value.token, account: result.value.account })
  }
  return entered
}

const bureau = await staffOf('prefecture.bureau', 'clerk', 'supervisor')
const head = await staffOf('prefecture.bureau', 'head')
const leader = await staffOf('prefecture', 'leader')
const inspector = await staffOf('county.discipline', 'clerk', 'head')
const conference = await staffOf('prefecture.conference', 'supervisor')
const labour = await staffOf('county.labour', 'clerk', 'head')
const centre = await staffOf('county.conciliation', 'clerk', 'head')
const prefecture = await staffOf('prefecture', 'head', 'clerk')
const [official, officialElsewhere] = await sittingIn('xi-wangyue', 'county.bureau', 'county.discipline')
if (!official || !officialElsewhere) throw new Error('nobody')
await house.work.query(`update account_person set name = '郗望岳' where stream_id = $1`, [
  `account:${official.account}`,
])
const accused = await staffOf('county.bureau', 'clerk', 'head', 'supervisor', 'commissioner')
const stranger = await staffOf('county.land', 'clerk', 'head', 'supervisor')

/** Those who must not learn of it, with the organ in which they ask. */
const barred: Readonly<Record<string, readonly [who: Asker, organ: string, account: string]>> = {
  'the accused bureau': [accused, 'county.bureau', accused.account],
  'the named official': [official, 'county.bureau', official.account],
  'the named official, where they also sit': [officialElsewhere, 'county.discipline', official.account],
  'an organ that has no part in it': [stranger, 'county.land', stranger.account],
  'another petitioner': [keyOf(await register({})), '', ''],
  nobody: [null, '', ''],
}

let planted: Ids
let ordinary: string
let lists: Readonly<Record<string, ReadonlyMap<string, string>>>

const endpoints: readonly EndpointDefinition[] = rooms
  .flatMap((room) => room.routes.map(({ endpoint }) => endpoint))
  .filter(({ method }) => method === 'GET')

/** Where the task comes from that is planted; guessed by somebody, too. */
const taskOrigin = `reading:${'t'.repeat(22)}`
const each = (of: string, values: readonly string[]): readonly string[] => values.map((value) => `${of}=${value}`)
const crossed = (one: readonly string[], other: readonly string[]): readonly string[] =>
  one.flatMap((a) => other.map((b) => `${a}&${b}`))
const organs = ['county.bureau', 'county.discipline', 'county.land', 'prefecture.bureau']
const shelves = each('shelf', ['draft', 'submitted', 'approved', 'waiting', 'answered', 'done'])
const duties = [
  ...['decideFinding', 'reportOnOrder', 'verifyReport', 'answerAgain'],
  ...['route', 'notifyAccusation', 'answerAccusation'],
]

/** What a list is asked for; one that needs nothing is asked for as it is. */
const queriesOf: Readonly<Record<string, readonly string[]>> = {
  'supervision.candidates': each('state', ['open', 'confirmed', 'dismissed']),
  'supervision.orders': crossed(each('which', ['mine', 'forUs', 'ask']), each('state', ['open', 'closed'])),
  'supervision.plan': ['', ...each('organ', organs)],
  'supervision.effect': ['from=2026-11-01&until=2026-11-30'],
  'supervision.kinds': each('on', ['petition', 'topic']),
  'supervision.leaders': each('organ', organs),
  'supervision.board': each('state', ['open', 'closed']),
  'proposal.list': crossed(each('part', ['bureau', 'recipient']), shelves),
  'proposal.figures': ['year=2026'],
  'reception.list': ['from=2026-11-01&until=2026-12-31'],
  'reception.gaps': each('month', ['2026-11', '2026-12']),
  'reception.calendar': ['', 'from=2026-11-01&until=2026-12-31'],
  'task.list': each('list', ['todo', 'given', 'waiting', 'overdue', 'done']),
  'task.of': [`of=${taskOrigin}`],
  'trend.structure': crossed(each('scope', ['own', 'place']), ['period=2026-11', 'period=2026']),
  'trend.months': each('scope', ['own', 'place']),
  'trend.rate': crossed(each('scope', ['own', 'place']), ['period=2026-11&rate=again&by=complained']),
  'trend.cross': crossed(each('scope', ['own', 'place']), ['period=2026-11&rows=complained&columns=class']),
  'trend.cases': crossed(each('scope', ['own', 'place']), ['period=2026-11']),
  'trend.export': crossed(each('table', ['structure', 'months']), ['period=2026-11']),
  'quality.figures': ['', 'period=2026', 'period=2026-11'],
  'quality.cases': ['', 'period=2026', 'check=noBasis'],
  'topic.list': ['', 'from=2026-01-01&until=2026-12-31'],
  'exemplary.list': each('list', ['toRead', 'pending', 'published', 'withdrawn']),
  'handbook.read': each('post', ['clerk', 'head']),
  'course.list': each('list', ['open', 'closed']),
  'enrolment.list': each('of', ['own', 'organ']),
  'workload.organs': [''],
  'fairness.read': ['', 'period=2026', 'period=2026-11'],
  'fairness.cases': ['', 'measure=accountability', 'measure=report'],
  'workload.read': [''],
  'establishment.list': [''],
  'secondment.list': each('list', ['proposed', 'serving', 'over']),
  'theme.list': each('list', ['governed', 'closed']),
  'warning.list': each('list', ['open', 'reading', 'done']),
  'bulletin.list': each('which', ['draft', 'submitted', 'issued', 'withdrawn']),
  'bulletin.received': each('which', ['toRead', 'read']),
  'assessment.scorecard': ['', 'area=990101', ...each('organ', organs)],
  'assessment.export': ['', ...each('organ', organs)],
  'assessment.cases': crossed(
    crossed(['period=2026-12&limit=1'], each('organ', organs)),
    each('indicator', ['routedInTime', 'notifiedInTime', 'answeredInTime', 'petitionedAgain', 'orderReportedInTime']),
  ),
  'assessment.circulated': ['period=2026-11'],
  'responsibility.cases': crossed(
    crossed(each('organ', organs), each('source', ['petition', 'supervision', 'proposal'])),
    each('rule', duties).map((rule) => `${rule}&from=2026-01-01&through=2027-12-31`),
  ),
  'responsibility.warnings': crossed(['', ...each('organ', organs)], ['days=31']),
  'referral.list': each('shelf', ['due', 'going', 'done']),
  'petition.list': ['limit=200', `q=${phone}`, `q=${encodeURIComponent(name)}`],
  'petition.worklist': ['limit=200'],
}

/** What they say is of the whole house, of the day, or of whoever asks: nothing of a petition. */
const ofTheHouse = /^(?:register|figures|session|sign-in|invitation|backup|law|calendar|delegation)\./

/** A refusal by its name: each bears the number of its request. */
const saidOf = ({ status, body, answer }: Awaited<ReturnType<typeof ask>>): string =>
  `${status} ${status < 400 ? answer.body : (body?.refusal ?? '')}`

/** Every list there is, asked by somebody: what was answered, by what was asked. */
async function listsFor(who: Asker): Promise<ReadonlyMap<string, string>> {
  const answers = new Map<string, string>()
  for (const { id, path } of endpoints.filter((one) => !one.path.includes(':') && !ofTheHouse.test(one.id)))
    for (const query of queriesOf[id] ?? ['']) {
      const url = query === '' ? path : `${path}?${query}`
      answers.set(url, saidOf(await ask(who, 'GET', url)))
    }
  return answers
}

/** Every page of one thing, by the ids of what it is about: whether it is there, and what is said where it is not. */
async function pagesFor(who: Asker, ids: Ids): Promise<ReadonlyMap<string, string>> {
  const answers = new Map<string, string>()
  for (const { id, path } of endpoints.filter((one) =>
    /:(?:number|matter|proposal|bulletin|letter|booking|task|referral|relief|mediator|stream)\b/.test(one.path),
  ))
    for (const stream of path.includes(':stream') ? [`proposal:${ids.proposal}`, `bulletin:${ids.circular}`] : ['']) {
      const url = path
        .replace(/:(?:number|matter)/, ids.number)
        .replace(':proposal', ids.proposal)
        .replace(':task', ids.task)
        .replace(':referral', ids.referral)
        .replace(':relief', ids.relief)
        .replace(':mediator', ids.mediator)
        .replace(':bulletin', ids.circular)
        .replace(':letter', ids.letter)
        .replace(':booking', ids.booking)
        .replace(':stream', stream)
        .replace(':paper', path.includes('issued') ? '1-circular' : '1-registrationReceipt')
        .replace(
          ':ref',
          id === 'petition.material'
            ? 'f1'
            : id === 'task.material'
              ? 'r1m1'
              : id === 'referral.material' || id === 'relief.material'
                ? 'a1m1'
                : 'o1r1m1',
        )
      const query = id === 'assessment.issued-cases' ? '?issue=a1&indicator=routedInTime' : ''
      answers.set(`${id} ${stream.split(':')[0]}`, saidOf(await ask(who, 'GET', `${url}${query}`)))
    }
  for (const url of ['/api/proposal-draft?kind=improveWork&petition=', '/api/petitions?q='])
    answers.set(url, saidOf(await ask(who, 'GET', url + ids.number)).replaceAll(ids.number, ''))
  return answers
}

/** A reception day at whose table the organ sits that will be accused. */
async function receptionDay(): Promise<string> {
  const plan = { ...receptionPlan, joint: ['county.bureau', 'county.discipline'] }
  const leaders = [{ account: leader.account, organ: 'prefecture', title: '副州长' }]
  const { reception } = await must(bureau, '/api/receptions', { leaders, plan })
  await must(bureau, `/api/receptions/${reception}/publish`, { closesOn: '2026-11-30' })
  return reception
}

/** Whoever accuses asks to be received about it. */
async function bookOn(reception: string, accusation: Registered): Promise<string> {
  const body = { name, phone, subject: words('想当面说'), need: null, about: [] }
  const key = { 'idempotency-key': 'who-sees-booking-1' }
  const asked = await ask(keyOf(accusation), 'POST', `/api/reception-calendar/${reception}/bookings`, body, key)
  if (asked.status !== 201) throw new Error(JSON.stringify(asked.body))
  return asked.body.reference
}

/** An order on the discipline body through most of what can be written on it. */
async function supervise(number: string): Promise<void> {
  const on = (who: Asker, segment: string, body: object) =>
    must(who, `/api/supervision/matters/${number}/${segment}`, body)
  const order = { addressees: [{ organ: 'county.discipline' }], due: '2026-12-20' }
  await must(bureau, '/api/supervision/matters', {
    ...{ subject: { kind: 'petition', number }, kind: 'onSite', ...order },
    ...{ instruction: words('督办要求'), criteria: [words('结办条件')] },
  })
  const inspection = { way: 'onSite', heldOn: '2026-11-23', place: words('现场'), record: words('督查记录') }
  await on(bureau, 'inspect', { order: 'o1', ...inspection })
  await on(bureau, 'refer', { to: 'prefecture.conference', note: words('提请') })
  const file = await upload(inspector, `${words('反馈')}.txt`, words('附件'))
  const materials = [{ ...file, name: `${words('反馈')}.txt` }]
  await on(inspector, 'report', { order: 'o1', report: words('反馈情况'), materials })
  await on(bureau, 'ask', { order: 'o1', through: 'county.labour', question: words('回访') })
  await on(labour, 'word', { order: 'o1', says: 'done', words: words('信访人说') })
  await on(bureau, 'return', { order: 'o1', reason: words('退回'), until: '2026-12-25' })
  await on(inspector, 'report', { order: 'o1', report: words('再次反馈'), materials: [] })
  await on(bureau, 'verify', { order: 'o1', way: 'file', met: ['k1'], note: words('核实') })
  const raised = { order: 'o1', kind: 'listed', due: '2026-12-30', reason: words('升级') }
  await on(conference, 'raise', { ...raised, criteria: [words('摘牌条件')] })
}

/** Against the bureau and the official, sent to the discipline body and answered there. */
async function propose(number: string): Promise<string> {
  const text = {
    ...{
      title: words('建议'),
      findings: words('查明'),
      points: [words('处分')],
      petitions: [number],
      due: '2026-12-23',
    },
    recipients: ['county.discipline'],
    against: { organs: ['county.bureau'], people: [{ organ: 'county.bureau', name: '郗望岳' }] },
  }
  const { proposal } = await must(bureau, '/api/proposals', { kind: 'holdToAccount', text })
  const on = (who: Asker, segment: string, body: object = {}) =>
    must(who, `/api/proposals/${proposal}/${segment}`, body)
  await on(bureau, 'submit')
  await on(head, 'open', { reason: words('审批') })
  await on(head, 'approve')
  await on(head, 'issue')
  await on(inspector, 'open', { reason: words('承办') })
  await on(inspector, 'answer', { adoption: 'partly', answer: words('采纳'), reasons: words('理由') })
  await on(inspector, 'measure', { takenOn: '2026-11-23', measure: words('措施') })
  await on(bureau, 'return', { recipient: 'county.discipline', reason: words('退回建议'), until: '2026-12-28' })
  return proposal
}

/** To one office, which is none of those who ask. */
async function circulate(): Promise<string> {
  const { bulletin } = await must(bureau, '/api/bulletins', {
    ...{ kind: 'circular', tone: 'results', title: words('通报'), recipients: ['county.conciliation'] },
    blocks: [{ is: 'text', heading: words('情况'), text: words('正文') }],
  })
  await must(bureau, `/api/bulletins/${bulletin}/submit`, {})
  await must(head, `/api/bulletins/${bulletin}/return`, { reasons: words('退改') })
  await must(bureau, `/api/bulletins/${bulletin}/submit`, {})
  await must(head, `/api/bulletins/${bulletin}/issue`, {})
  return bulletin
}

/** By the prefecture to the discipline body, which reports on it with a file. */
async function instruct(number: string): Promise<string> {
  const given = await giveTask(house, {
    origin: { kind: 'instruction', stream: taskOrigin, key: 'i1' },
    ...{ giver: organ('prefecture'), givenBy: null, organ: organ('county.discipline'), officer: inspector.account },
    ...{ shownTo: [organ('prefecture.bureau'), organ('county.bureau')], due: day('2026-12-20') },
    ...{ what: words('批示'), petitions: [number] },
  })
  if (!given.ok) throw new Error(given.error.kind)
  const { task } = given.value
  const stored = await upload(inspector, '核查.txt', words('核查文件'))
  const materials = [{ ...stored, name: `${words('核查')}.txt` }]
  await must(inspector, `/api/tasks/${task}/report`, { result: 'partly', report: words('正在核查'), materials })
  await must(prefecture, `/api/tasks/${task}/return`, { reason: words('继续核查'), until: '2026-12-28' })
  return task
}

/** Led to the discipline body's courtroom, so to say: explained, applied for with a receipt, and refused. */
async function refer(accusation: Registered): Promise<string> {
  const { number } = accusation
  const { referral } = await must(bureau, '/api/referrals', {
    ...{ petition: number, person: 'p1', way: 'administrativeReconsideration', knownOn: '2026-11-02' },
    ...{ to: { organ: 'county.discipline' }, explanation: words('另一条路') },
  })
  const own = (segment: string, body: object) =>
    must(keyOf(accusation), `/api/follow/referrals/${referral}/${segment}`, body)
  const stored = await upload(null, '回执.txt', words('回执'))
  const materials = [{ ...stored, name: `${words('回执')}.txt` }]
  await own('apply', { appliedOn: '2026-11-23', proof: 'receipt', shared: true, materials })
  await own('ask-correction', { askedOn: '2026-11-23', what: words('补正') })
  return referral
}

/** Told of relief, wished with the key, helped. */
async function relieve(accusation: Registered): Promise<string> {
  const { relief } = await must(bureau, '/api/relief', {
    ...{ petition: accusation.number, person: 'p1', kind: 'social', telling: 'paper' },
    explanation: words('救助说明'),
  })
  const stored = await upload(null, '证明.txt', words('证明'))
  const materials = [{ ...stored, name: `${words('证明')}.txt` }]
  await must(keyOf(accusation), `/api/follow/relief/${relief}/answer`, { wishes: true, note: words('愿意'), materials })
  await must(bureau, `/api/relief/${relief}/help`, { helpedOn: '2026-11-23', what: words('帮助填表') })
  return relief
}

/** On the roster of a centre, with a number by which they are reached and something that was held against them. */
async function enrol(): Promise<string> {
  const founding = { kind: 'village', name: '落霞村人民调解委员会', region: '990101003', isMultiEthnic: false }
  const { committee } = await must(centre, '/api/committees', founding)
  const { mediator } = await must(centre, '/api/mediators', {
    ...{
      kind: 'member',
      role: 'chair',
      name: '嵇春山',
      contact: words('电话'),
      skills: ['rural'],
      languages: ['dialect'],
    },
    ...{ places: ['990101003'], from: '2026-11-01', until: '2029-11-01', committee },
  })
  await must(centre, `/api/mediators/${mediator}/reprimand`, { fault: 'gain', reason: words('收礼') })
  return mediator
}

async function promise(): Promise<string> {
  const targets = [{ indicator: 'routedInTime', share: 95, weight: 100 }]
  const { letter } = await must(prefecture, '/api/assessment/letters', {
    ...{ year: 2026, lower: 'county', covers: 'area', targets, remarks: words('责任') },
  })
  await must(prefecture, `/api/assessment/letters/${letter}/sign`, { revision: 1 })
  return letter
}

const everyReader = async () => {
  await catchUp(house, numberingReaction(house, issuing))
  await catchUp(house, findingReaction(house as never))
  await catchUp(house, assessmentReaction(house))
  await catchUp(house, trendReaction())
  await catchUp(house, fairnessReaction())
  await catchUp(house, qualityReaction({ ...house, printing: answerPrinting(house.vault) }))
}

const everyone = async <T>(of: (who: Asker) => Promise<T>): Promise<Readonly<Record<string, T>>> => {
  const all: [string, T][] = []
  for (const [who, [asker]] of Object.entries(barred)) all.push([who, await of(asker)])
  return Object.fromEntries(all)
}

beforeAll(async () => {
  ordinary = (await register({ place: '9901' })).number
  await act(bureau, ordinary, 'transfer', { to: 'county.discipline' })
  const received = await receptionDay()
  const mediator = await enrol()
  await everyReader()
  lists = await everyone(listsFor)
  const accusation: Registered = await register({
    ...{ place: '990101', class: 'accusation', confidentiality: 'confidential' },
    ...{ title: words('检举题'), text: words('检举正文'), claims: [words('查处')], people: [{ name, phone }] },
    about: [{ as: 'accused', organ: 'county.bureau', official: '副局长郗望岳' }],
  })
  const { number } = accusation
  await act(bureau, number, 'transfer', { to: 'county.discipline' })
  await supervise(number)
  planted = {
    ...{ number, proposal: await propose(number), circular: await circulate(), letter: await promise() },
    booking: await bookOn(received, accusation),
    task: await instruct(number),
    referral: await refer(accusation),
    relief: await relieve(accusation),
    mediator,
  }
  await everyReader()
}, 120_000)

/** That somebody is on the roster its whole area reads; what they are reached by, and what was held against them, it does not. */
const whatIsPlanted = () => {
  const { mediator: _, ...hidden } = planted
  return finder([mark, name, phone, ...Object.values(hidden)])
}

describe('An accusation that is supervised, proposed upon and assessed', () => {
  it('is in the lists and on the pages of those who may know, so that this search finds it where it is', async () => {
    const search = whatIsPlanted()
    const foundIn = async (answers: Promise<ReadonlyMap<string, string>>) =>
      [...(await answers)].filter(([, text]) => search(Buffer.from(text)).length > 0).map(([url]) => url.split('?')[0])
    const seen = new Set(await foundIn(listsFor(bureau)))
    for (const path of ['orders', 'plan', 'candidates']) expect([...seen]).toContain(`/api/supervision/${path}`)
    for (const path of ['/api/proposals', '/api/bulletins', '/api/task-lines']) expect([...seen]).toContain(path)
    expect([...seen]).not.toContain('/api/assessment/cases')
    expect(await foundIn(listsFor(conference))).toContain('/api/supervision/orders')
    for (const path of ['/api/supervision/orders', '/api/tasks'])
      expect(await foundIn(listsFor(inspector))).toContain(path)
    expect(await foundIn(listsFor(prefecture))).toContain('/api/assessment/letters')
    const pages = await foundIn(pagesFor(bureau, planted))
    for (const id of ['supervision.read ', 'bulletin.read ', 'proposal.read ', 'booking.read ', 'task.read '])
      expect(pages).toContain(id)
    expect(await foundIn(pagesFor(inspector, planted))).toContain('supervision.read ')
    expect(await foundIn(pagesFor(centre, planted))).toContain('mediator.read ')
    expect(await foundIn(listsFor(centre))).toContain('/api/mediators')
  }, 60_000)

  it.each(Object.keys(barred))(
    'changes no list, board, plan, table, scorecard or export that is there for %s',
    async (who) => {
      const [asker] = barred[who] ?? [null]
      const after = await listsFor(asker)
      const before = lists[who] ?? new Map()
      expect([...after.keys()]).toEqual([...before.keys()])
      for (const [url, text] of after) {
        expect(whatIsPlanted()(Buffer.from(text)), url).toEqual([])
        expect(text, url).toBe(before.get(url))
      }
    },
    60_000,
  )

  it.each(Object.keys(barred))(
    'has no page for %s: whatever is asked for is answered as if it were nobody’s',
    async (who) => {
      const [asker] = barred[who] ?? [null]
      const asked = await pagesFor(asker, planted)
      expect(Object.fromEntries(asked)).toEqual(Object.fromEntries(await pagesFor(asker, nobodys)))
      for (const [id, text] of asked) expect(whatIsPlanted()(Buffer.from(text)), id).toEqual([])
    },
  )

  it('is on no public board, though it is listed', async () => {
    const { rows } = await house.work.query('select kind from supervision_order where petition = $1 and is_open', [
      planted.number,
    ])
    expect(rows).toEqual([{ kind: 'listed' }])
    expect((await ask(null, 'GET', '/api/listed-matters?state=open')).body.items).toEqual([])
  })

  it('is in no figure; and of a case that is in one, neither a cursor nor a made-up one says to others which it is', async () => {
    const figure = '/api/assessment/cases?organ=prefecture.bureau&period=2026-12&indicator=routedInTime'
    const own = (await ask(bureau, 'GET', `${figure}&limit=1`)).body
    expect([own.items.map(({ stream }: { stream: string }) => stream), own.hidden, own.next]).toEqual([
      [ordinary],
      0,
      null,
    ])
    const above = await ask(prefecture, 'GET', `${figure}&limit=1`)
    expect(above.body).toEqual({ items: [], hidden: 1, next: null })
    const { day } = own.items[0]
    for (const stream of [ordinary, nobodysNumber, '']) {
      const cursor = caseCursor.write([day, stream, ''])
      const { body } = await ask(prefecture, 'GET', `${figure}&limit=1&cursor=${cursor}`)
      expect(body).toEqual({ items: [], hidden: 0, next: null })
    }
  })

  it('cannot be acted on by any of them, nor found by trying to', async () => {
    const order = {
      kind: 'urging',
      addressees: [{ organ: 'county.discipline' }],
      due: '2026-12-20',
      instruction: '请办',
    }
    for (const [who, [asker]] of Object.entries(barred)) {
      const tried = async ({ number, proposal, circular, letter, booking, task }: Ids) => {
        const asked = [
          await ask(asker, 'POST', '/api/supervision/matters', { subject: { kind: 'petition', number }, ...order }),
          await ask(asker, 'POST', `/api/supervision/matters/${number}/report`, { order: 'o2', report: '已办' }),
          await ask(asker, 'POST', `/api/supervision/matters/${number}/orders`, { ...order, findings: ['f1'] }),
          await ask(asker, 'POST', `/api/proposals/${proposal}/open`, { reason: '看看' }),
          await ask(asker, 'POST', `/api/bulletins/${circular}/receive`, {}),
          await ask(asker, 'POST', `/api/bookings/${booking}/check-in`, {}),
          await ask(asker, 'POST', `/api/bookings/${booking}/cancel`, {}),
          await ask(asker, 'POST', `/api/tasks/${task}/report`, { result: 'done', report: '已办' }),
          await ask(asker, 'POST', `/api/tasks/${task}/close`, {}),
          await ask(asker, 'POST', `/api/assessment/letters/${letter}/sign`, { revision: 1 }),
        ]
        return asked.map(({ status, body }) => `${status} ${body.refusal ?? ''}`)
      }
      expect(await tried(planted), who).toEqual(await tried(nobodys))
    }
  })
})

describe('Two organs under one joint order', () => {
  it('each read of what the other reports that it was done, and when', async () => {
    const county = await staffOf('county.bureau', 'clerk', 'supervisor')
    const land = await staffOf('county.land', 'clerk', 'head')
    const { number } = await register({ place: '990101' })
    await act(county, number, 'transfer', { to: 'county.land' })
    const addressees = [{ organ: 'county.land', leader: land.account }, { organ: 'county.labour' }]
    await must(county, '/api/supervision/matters', {
      ...{
        subject: { kind: 'petition', number },
        kind: 'joint',
        addressees,
        due: '2026-12-20',
        instruction: '共同办理',
      },
    })
    const matter = `/api/supervision/matters/${number}`
    const report = async (who: Asker, said: string) => {
      const stored = await upload(who, `${said}附件.txt`, `${said}文件`)
      const materials = [{ ...stored, name: `${said}附件.txt` }]
      await must(who, `${matter}/report`, { order: 'o1', report: `${said}反馈`, materials })
    }
    await report(land, '国土')
    await report(labour, '人社')
    const sides = [
      { who: land, own: '国土', other: '人社', ownFile: 'o1r1m1', otherFile: 'o1r2m1', organ: 'county.land' },
      { who: labour, own: '人社', other: '国土', ownFile: 'o1r2m1', otherFile: 'o1r1m1', organ: 'county.labour' },
    ]
    for (const { who, own, other, ownFile, otherFile, organ: of } of sides) {
      const { body, answer } = await ask(who, 'GET', matter)
      expect(
        body.orders[0].reports.map(({ report: text, organ: by }: never) => [text, (by as { id: string }).id]),
      ).toEqual([[`${own}反馈`, of]])
      expect(answer.body).not.toContain(other)
      expect(body.orders[0].clocks.every((clock: { organ: { id: string } }) => clock.organ.id === of)).toBe(true)
      const done = body.history.filter(({ type }: { type: string }) => type === 'OrderReported')
      expect(done.map((each: { organ: { id: string } }) => each.organ.id)).toEqual(['county.land', 'county.labour'])
      expect((await ask(who, 'GET', `${matter}/materials/${ownFile}`)).answer.body).toBe(`${own}文件`)
      const askedFor = async (file: string) => {
        const { status, body: said } = await ask(who, 'GET', `${matter}/materials/${file}`)
        return [status, said.refusal]
      }
      expect(await askedFor(otherFile)).toEqual([422, 'material-not-there'])
      expect(await askedFor('o1r9m1')).toEqual(await askedFor(otherFile))
    }
    // the bureau reads both, and each what was found of itself alone
    const whole = (await ask(county, 'GET', matter)).body
    expect(whole.orders[0].reports).toHaveLength(2)
    const foundOf = ({ findings }: { findings: readonly { organ: { id: string } }[] }) =>
      findings.map(({ organ: of }) => of.id)
    expect(foundOf(whole)).toEqual(['county.land', 'county.labour'])
    for (const { who, organ: of } of sides) expect(foundOf((await ask(who, 'GET', matter)).body)).toEqual([of])
  })
})

/** Tables under row security, and what of them a viewer is shown, as text. */
async function rowsShown(settings: Settings): Promise<ReadonlyMap<string, string>> {
  const { rows } = await office.database.owner.query(
    `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and c.relrowsecurity and has_table_privilege('xinqiao_app', c.oid, 'select') order by 1`,
  )
  const shown = new Map<string, string>()
  for (const { name: table } of rows) {
    const read = { name: '', text: `select each::text as row from ${table} as each`, values: [] }
    const seen = (await fly(house.app, [...settingStatements(settings), read])).at(-1) ?? []
    shown.set(table, seen.map(({ row }) => row).join('\n'))
  }
  return shown
}

const tablesWith = async (settings: Settings): Promise<readonly string[]> => {
  const search = whatIsPlanted()
  return [...(await rowsShown(settings))]
    .filter(([, text]) => search(Buffer.from(text)).length > 0)
    .map(([table]) => table)
}
const as = (of: string, account: string): Settings => ({
  ...{ 'xinqiao.organ': of, 'xinqiao.account': account, 'xinqiao.today': house.today() },
})

describe('The rows of all rooms', () => {
  it('name it to those who may know', async () => {
    const seen = await tablesWith(as('prefecture.bureau', bureau.account))
    for (const table of [
      'supervision_matter',
      'supervision_order',
      'supervision_finding',
      'proposal',
      'booking',
      'booking_party',
      'bulletin',
      'task',
      'event',
    ])
      expect(seen).toContain(table)
  })

  it.each(Object.keys(barred))('name it nowhere to %s, whatever the program asks the database for', async (who) => {
    const [, of = '', account = ''] = barred[who] ?? []
    expect(await tablesWith(of === '' ? {} : as(of, account))).toEqual([])
  })

  it('hold nothing that anybody wrote, in any form: neither read models, jobs, notices nor facts', async () => {
    const { rows: tables } = await office.database.owner.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('information_schema', 'pg_catalog')`,
    )
    expect(tables.length).toBeGreaterThan(60)
    const search = finder([mark, name, phone])
    for (const { name: table } of tables) {
      const { rows } = await office.database.owner.query<{ row: string }>(
        `select each::text as row from ${table} as each`,
      )
      expect(search(Buffer.from(rows.map(({ row }) => row).join('\n'))), table).toEqual([])
    }
  })
})
