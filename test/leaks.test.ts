/**
 * Invariant 5, from outside: a served house is told everything that a person may tell it, by every way, and goes through
 * failures and keys renewed. Then every byte that it left on the disk, save its keys, is searched for what it was told.
 */

import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseLogin } from '../src/identity/account-tables.ts'
import { openAccount } from '../src/identity/administration.ts'
import { foundOrgan } from '../src/identity/founding.ts'
import { day } from '../src/kernel/day.ts'
import type { OrganId } from '../src/kernel/organ.ts'
import { openHouse } from '../src/main.ts'
import { readConfig } from '../src/platform/config.ts'
import { databaseKeys } from '../src/platform/database-keys.ts'
import { giveTask } from '../src/tasks/giving.ts'
import { openRooms } from '../src/wiring.ts'
import { encodings, finder } from './needles.ts'
import { type ServedHouse, serveHouse } from './served-house.ts'

/** In every sentence that anybody writes: signs that nothing else in the house has. */
const mark = '爨龘𠮷'
const words = (what: string): string => `${mark}${what}`
/** What is found by itself, wherever the rest of it went. All of it is made up. */
const pieces = {
  name: '司马爨龘',
  idNumber: '99010119800101271X',
  lastSix: '01271X',
  phone: '19971230457',
  email: 'si.ma.457@mail.example',
  mailbox: 'si.ma.457',
  address: '桂花街七百零九号',
  agentPhone: '19971230458',
  official: '副主任赵龘龘',
  plate: '川A7G7G9',
  sentence: '他们夜里把界石挪了三尺',
  title: '界石被挪，车牌川A7G7G9',
  fileName: '界石照片 司马爨龘.txt',
  fileContent: '照片上是西边的界石',
  imported: '老系统里的水渠案卷',
  importedName: '完颜龘爨',
  importedId: 'SQ-7719-司马',
  searched: '19971230459',
  malformed: '没写完的一句话',
  wrongKey: '7719004412345678',
} as const

const data = mkdtempSync(join(tmpdir(), 'xinqiao-leaks-'))
const config = readConfig({ data }, { XINQIAO_LOG_TO: 'file' })
const password = 'Granit-Wolke-27'
/** Nobody answers there: every letter fails, again and again, and every failure is written down somewhere. */
const environment = { XINQIAO_SMTP_URL: 'smtp://127.0.0.1:9', XINQIAO_LOG_LEVEL: 'debug' }
const [county, prefecture] = [
  { level: 'county', region: '990101' },
  { level: 'prefecture', region: '9901' },
] as const
const organs = [
  ['prefecture', 'government', null, prefecture],
  ['above', 'bureau', 'prefecture', prefecture],
  ['county', 'government', 'prefecture', county],
  ['bureau', 'bureau', 'county', county],
  ['land', 'department', 'county', county],
  ['labour', 'department', 'county', county],
  ['centre', 'mediationCentre', 'county', county],
  ['discipline', 'discipline', 'county', county],
  ['conference', 'conference', 'prefecture', prefecture],
  ['party', 'party', null, county],
  ['organisation', 'party', 'party', county],
  ['town', 'township', 'county', { level: 'township', region: '990101001' }],
] as const
/** Two persons in every organ: whatever is approved, decided or signed is so by another than whoever wrote it. */
const staff = { clerk: ['clerk'], head: ['head', 'supervisor'] } as const
type Desk = keyof typeof staff

let house: ServedHouse
beforeAll(async () => {
  await found()
  Object.assign(process.env, environment)
  house = await serveHouse(data)
}, 120_000)
afterAll(async () => {
  for (const name of Object.keys(environment)) delete process.env[name]
  await house?.stop()
  rmSync(data, { recursive: true, force: true })
}, 60_000)

async function found(): Promise<void> {
  const opened = await openHouse(config, 'migrate')
  const { door, close } = await openRooms(opened)
  for (const [id, kind, superior, place] of organs) {
    const parent = superior as OrganId | null
    const done = await foundOrgan(door, {
      id: id as OrganId,
      nameZh: id,
      nameEn: id,
      kind,
      parent,
      leadBy: null,
      ...place,
    })
    if (!done.ok) throw new Error(done.error.kind)
    for (const [desk, held] of Object.entries(staff)) {
      const login = parseLogin(`${desk}-${id}`)
      if (login === null) throw new Error('no login')
      const posts = held.map((post) => ({ organ: id as OrganId, post }))
      const newcomer = { login, name: `${desk === 'clerk' ? '经办人' : '负责人'}${id}`, posts, password }
      const account = await openAccount(door, newcomer, { kind: 'system', task: 'test' })
      if (!account.ok) throw new Error(account.error.kind)
    }
  }
  close()
  await opened.close()
}

/** Who asks: the cookie of a session, or number and key. */
type Headers = Readonly<Record<string, string>>

async function ask(who: Headers, method: string, path: string, body?: object): Promise<Response> {
  const headers = { origin: house.url, 'content-type': 'application/json', ...who }
  return fetch(house.url + path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
}

async function done(who: Headers, method: string, path: string, body?: object) {
  const answer = await ask(who, method, path, body)
  const said = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${said}`)
  return said === '' ? null : JSON.parse(said)
}

async function logIn(organ: string, desk: Desk = 'clerk'): Promise<Headers> {
  const answer = await ask({}, 'POST', '/api/session', { login: `${desk}-${organ}`, password, organ })
  const [cookie = ''] = answer.headers.getSetCookie()
  expect(answer.status).toBe(200)
  return { cookie: cookie.split(';')[0] ?? '' }
}

async function upload(): Promise<object> {
  const form = new FormData()
  form.append('file', new Blob([`${pieces.fileContent}，${mark}`], { type: 'text/plain' }), pieces.fileName)
  const answer = await fetch(`${house.url}/api/files`, { method: 'POST', headers: { origin: house.url }, body: form })
  const stored = (await answer.json()) as object
  if (!answer.ok) throw new Error(JSON.stringify(stored))
  return { ...stored, name: pieces.fileName }
}

const xinqiao = async (...verb: string[]): Promise<{ stdout: string }> =>
  promisify(execFile)(
    process.execPath,
    [fileURLToPath(new URL('../src/cli/main.ts', import.meta.url)), ...verb, '--data', data, '--json'],
    { env: { ...process.env, XINQIAO_LOG_TO: 'file' } },
  )

async function registration(): Promise<object> {
  const { name, idNumber, phone, email, address } = pieces
  return {
    ...{ place: '990101', placeDetail: words('地点'), title: pieces.title, claims: [words('请求')] },
    text: `${words('正文')}。${pieces.sentence}。`,
    people: [{ name, idNumber, phone, email, address, electronicService: true }],
    agent: { kind: 'agent', name: words('代理'), phone: pieces.agentPhone, mandate: words('委托') },
    about: [{ as: 'respondent', organ: 'land', official: pieces.official }],
    elsewhere: { note: words('别处') },
    materials: [await upload()],
  }
}

/** A petition through most of what can be written about it. */
async function live(): Promise<string> {
  const [bureau, land] = [await logIn('bureau'), await logIn('land')]
  const registered = await done(
    { 'idempotency-key': 'a-registration-of-the-test' },
    'POST',
    '/api/petitions',
    await registration(),
  )
  const number: string = registered.number
  const petitioner = { authorization: `Petition ${number}:${registered.keys[0].key}` }
  const act = (who: Headers, segment: string, body: object) =>
    done(who, 'POST', `/api/petitions/${number}/${segment}`, body)
  const told = { way: 'onTheSpot', proof: words('告知') }
  await act(bureau, 'mark-urgent', { reason: words('紧急') })
  await act(bureau, 'correct', { field: 'title', to: words(`新题${pieces.name}`), reason: words('更正') })
  await act(bureau, 'correct', { field: 'text', to: words(pieces.sentence), reason: words('更正') })
  await act(bureau, 'transfer', { to: 'land', note: words('转送') })
  await act(land, 'accept', { route: 'handlingOpinion', track: 'ordinary', procedure: words('程序'), told })
  await act(land, 'record-contact', { way: 'onSite', note: words('联系'), heard: true })
  await act(land, 'ask-petitioner', { question: words('问') })
  await act(petitioner, 'answer-question', { question: 'q1', answer: words('答') })
  await act(petitioner, 'add-material', { note: words('补充'), materials: [await upload()] })
  await done(petitioner, 'POST', '/api/follow/reports', { about: 'leak', text: words('泄密') })
  await act(land, 'propose-mediation', { mediator: words('调解员'), about: words('调解') })
  await act(land, 'issue-opinion', {
    ...{ facts: words('事实'), legalBasis: words('依据'), remedy: words('救济'), executeBy: null },
    answers: [{ claim: 'c1', outcome: 'explained', answer: words('答复') }],
  })
  await done(bureau, 'GET', `/api/petitions/${number}`)
  for (const q of [pieces.searched, pieces.phone, pieces.name])
    await done(bureau, 'GET', `/api/petitions?q=${encodeURIComponent(q)}`)
  return number
}

/** Some day after the house's today. */
const later = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

/** An order through everything that is written on one, on to the list. */
async function supervise(number: string): Promise<void> {
  const [bureau, land, labour] = [await logIn('bureau', 'head'), await logIn('land'), await logIn('labour')]
  const conference = await logIn('conference', 'head')
  const on = (who: Headers, segment: string, body: object) =>
    done(who, 'POST', `/api/supervision/matters/${number}/${segment}`, body)
  const order = { addressees: [{ organ: 'land' }], due: later(20) }
  await done(bureau, 'POST', '/api/supervision/matters', {
    ...{ subject: { kind: 'petition', number }, kind: 'onSite', ...order },
    ...{ instruction: `${words('督办')}${pieces.name}`, criteria: [words('结办条件')] },
  })
  const inspection = {
    way: 'onSite',
    heldOn: today(),
    place: pieces.address,
    record: `${words('记录')}${pieces.official}`,
  }
  await on(bureau, 'inspect', { order: 'o1', ...inspection })
  await on(bureau, 'refer', { to: 'conference', note: words('提请') })
  await on(land, 'report', { order: 'o1', report: `${words('反馈')}${pieces.phone}`, materials: [await upload()] })
  await on(bureau, 'ask', { order: 'o1', through: 'labour', question: words('回访') })
  await on(labour, 'word', { order: 'o1', says: 'done', words: `${words('说法')}${pieces.sentence}` })
  await on(bureau, 'return', { order: 'o1', reason: words('退回'), until: later(25) })
  await on(bureau, 'extend', { order: 'o1', until: later(26), reason: words('延期') })
  await on(land, 'report', { order: 'o1', report: words('再次反馈'), materials: [] })
  await on(bureau, 'verify', { order: 'o1', way: 'file', met: ['k1'], note: `${words('核实')}${pieces.plate}` })
  const raised = { order: 'o1', kind: 'listed', due: later(30), reason: words('升级'), criteria: [words('摘牌条件')] }
  await on(conference, 'raise', raised)
  await on(land, 'report', { order: 'o2', report: words('整改'), materials: [] })
  await on(conference, 'verify', { order: 'o2', way: 'file', met: ['k1', 'k2'], note: words('属实') })
  await on(conference, 'close', { order: 'o2', note: words('摘牌') })
}

/** One proposal to the organ, and one that names an official to those who stand over them. */
async function propose(number: string): Promise<void> {
  const [clerk, head] = [await logIn('bureau'), await logIn('bureau', 'head')]
  const text = (recipient: string) => ({
    ...{
      title: `${words('建议')}${pieces.name}`,
      findings: `${words('查明')}${pieces.sentence}`,
      points: [words('措施')],
    },
    ...{ recipients: [recipient], petitions: [number], due: later(25) },
  })
  const on = (who: Headers, proposal: string, segment: string, body: object = {}) =>
    done(who, 'POST', `/api/proposals/${proposal}/${segment}`, body)
  const answered = async (who: Headers, proposal: string) => {
    await on(who, proposal, 'answer', { adoption: 'partly', answer: words('采纳'), reasons: words('理由') })
    await on(who, proposal, 'measure', { takenOn: today(), measure: words('发文') })
  }
  const { proposal } = await done(clerk, 'POST', '/api/proposals', { kind: 'improveWork', text: text('land') })
  await on(clerk, proposal, 'submit')
  await on(head, proposal, 'send-back', { reason: words('退改') })
  await on(clerk, proposal, 'submit')
  await on(head, proposal, 'approve')
  await on(head, proposal, 'issue')
  await on(clerk, proposal, 'remind', { recipient: 'land', note: words('催促') })
  await answered(await logIn('land'), proposal)
  await on(clerk, proposal, 'effect', { recipient: 'land', effect: 'partly', lookedAt: words('抽查') })
  await on(clerk, proposal, 'close', { note: words('办结') })
  const against = { organs: [], people: [{ organ: 'land', name: pieces.official }] }
  const accusing = { kind: 'holdToAccount', text: { ...text('discipline'), against } }
  const sealed = await done(head, 'POST', '/api/proposals', accusing)
  await on(head, sealed.proposal, 'withdraw', { reason: words('情况有变') })
}

/** A campaign with everything that can be written of one. */
async function screen(): Promise<void> {
  const [clerk, town] = [await logIn('bureau'), await logIn('town')]
  const area = '990101001'
  const typed = { title: words('排查'), brief: `${words('查什么')}${pieces.sentence}`, areas: [area] }
  const opened = async (more: object) => (await done(clerk, 'POST', '/api/screenings', { ...typed, ...more })).screening
  const id = await opened({ due: later(5) })
  const on = (who: Headers, segment: string, body: object, screening = id) =>
    done(who, 'POST', `/api/screenings/${screening}/${segment}`, body)
  const household = randomUUID()
  const households = [{ household, where: `${words('哪一户')}${pieces.name}` }]
  const entered = () => ({ area, entry: randomUUID(), at: today() })
  await on(town, 'assign', { area, helpers: `${words('网格员')}${pieces.name}`, households })
  await on(town, 'household', { ...entered(), household, result: 'met', note: words('见到') })
  await on(town, 'zero', { ...entered(), note: words('没有发现') })
  await on(clerk, 'return', { area, reason: words('没有走完'), until: later(8) })
  await on(clerk, 'remind', { area, note: words('请补报') })
  await on(clerk, 'extend', { until: later(9), reason: words('下雪') })
  await helpBeside(`screenings/${id}`, clerk, { area })
  await on(town, 'zero', { ...entered(), note: words('还是没有') })
  await on(clerk, 'close', { summary: `${words('总结')}${pieces.sentence}` })
  const regular = await opened({ rhythm: 'month' })
  await on(clerk, 'end-series', { reason: words('不再继续') }, regular)
  await on(clerk, 'cancel', { reason: words('重复部署') }, regular)
}

/** A dispute with everything that can be written of one. */
async function quarrel(number: string): Promise<void> {
  const [clerk, head] = [await logIn('bureau'), await logIn('bureau', 'head')]
  const region = '990101'
  const recorded = async () =>
    done(clerk, 'POST', '/api/disputes', {
      ...{ source: { kind: 'intake' }, foundOn: today(), region, spot: words('地点'), category: 'rural.forestry' },
      ...{ people: 2, title: words('纠纷'), cause: `${words('起因')}${pieces.sentence}`, asked: words('要求') },
      parties: [{ name: pieces.name, contact: pieces.phone, asks: true }],
      named: [{ organ: 'land', name: words('某官员') }],
      grading: { grade: 'green', danger: 'none', spread: 'village', reasons: words('等级理由') },
      measures: words('先做'),
    })
  const { dispute: id } = await recorded()
  const on = (segment: string, body: object = {}, who = clerk, dispute = id) =>
    done(who, 'POST', `/api/disputes/${dispute}/${segment}`, body)
  const at = { at: today() }
  await on('grade', {
    grading: { grade: 'red', danger: 'present', spread: 'village', reasons: words('又评') },
    people: 3,
  })
  await on('assign', { responsible: { organ: 'bureau', account: null }, note: words('交给你们') })
  await on('progress', { ...at, kind: 'measure', text: `${words('谈了')}${pieces.name}` })
  await on('extend', { until: later(60), reason: words('等测量') }, head)
  await on('not-found', { reason: words('没有') })
  await on('reject-not-found', { reason: words('有') }, head)
  const said = { party: 1, by: 'signed', witness: words('见证人') }
  await on('settle', { ...at, way: 'byTalk', terms: `${words('谈好')}${pieces.sentence}`, words: [said] })
  await on('follow-up', { ...at, holds: true, text: words('还好') })
  await on('close', { note: words('结束') })
  await on('petition', { petition: number })
  const other = (await recorded()).dispute
  await on('direct', { to: 'court', told: words('去法院') }, clerk, other)
}

/** A visit with everything that can be written on one. */
async function visit(number: string): Promise<void> {
  const [clerk, head] = [await logIn('bureau'), await logIn('bureau', 'head')]
  const { account } = await done(head, 'GET', '/api/session')
  const planned = (words_: (text: string) => string) => ({
    ...{ day: today(), destination: words_('去处'), leaders: [{ account, organ: 'bureau' }] },
    cases: [
      {
        ...{ petition: number, spot: words_('地点'), meet: `${pieces.name} ${pieces.phone}` },
        ...{ brief: `${words_('情况')}${pieces.sentence}`, questions: words_('要问'), consent: words_('同意') },
      },
    ],
  })
  const { visit: id } = await done(clerk, 'POST', '/api/visits', { plan: planned(words) })
  const on = (segment: string, body: object = {}) => done(clerk, 'POST', `/api/visits/${id}/${segment}`, body)
  await on('edit', { plan: planned((text) => words(`改过的${text}`)) })
  await on('confirm')
  await on('take')
  const entry = (nth: number, more: object) =>
    on('entry', { entry: `00000000-0000-4000-8000-00000000000${nth}`, at: today(), petition: number, ...more })
  await entry(1, { kind: 'met', whom: pieces.name, text: `${words('发现')}${pieces.sentence}` })
  await entry(2, { kind: 'agreed', text: words('约定'), organ: 'land', due: later(25) })
  await entry(3, { kind: 'heard', petition: null, whom: pieces.phone, text: words('新问题') })
  await on('conclude', { report: words('小结') })
  await on('reopen', { reason: words('补录') })
  await on('conclude', { report: words('再次小结') })
  await on('inform', { petition: number, way: 'byPhone', note: words('告知内容') })
  const other = (await done(clerk, 'POST', '/api/visits', { plan: planned(words) })).visit
  await done(clerk, 'POST', `/api/visits/${other}/refused`, { petition: number, note: words('不愿') })
  await done(clerk, 'POST', `/api/visits/${other}/postpone`, { to: later(3), reason: words('改期') })
  await done(clerk, 'POST', `/api/visits/${other}/cancel`, { reason: words('取消') })
}

/** Another way of the law with everything that can be written on it, by the office at the petitioner's asking. */
async function refer(number: string): Promise<void> {
  const clerk = await logIn('bureau')
  const tell = (way: string) =>
    done(clerk, 'POST', '/api/referrals', {
      ...{ petition: number, person: 'p1', way, knownOn: today(), explanation: `${words('说明')}${pieces.sentence}` },
      to: { name: words('到哪里') },
    })
  const { referral } = await tell('administrativeReconsideration')
  const on = (segment: string, body: object) =>
    done(clerk, 'POST', `/api/referrals/${referral}/${segment}`, { ...body, asked: 'byPhone' })
  await on('apply', { appliedOn: today(), proof: 'receipt' })
  await on('ask-correction', { askedOn: today(), what: words('补正') })
  await on('correct', { correctedOn: today() })
  await on('accept', { acceptedOn: today() })
  await on('mediate', { step: 'begun', day: today(), note: words('调解') })
  await on('note-day', { day: later(5), what: `${words('到场')}${pieces.phone}` })
  await on('outcome', { receivedOn: today(), outcome: 'other', text: `${words('结果')}${pieces.name}` })
  await on('close', { ending: 'done', note: words('结束') })
  const { referral: other } = await tell('civilLitigation')
  const refused = { receivedOn: today(), reason: words('不予立案'), asked: 'inPerson' }
  await done(clerk, 'POST', `/api/referrals/${other}/apply`, { appliedOn: today(), proof: 'none', asked: 'inPerson' })
  await done(clerk, 'POST', `/api/referrals/${other}/refuse`, refused)
}

/** Relief with everything that can be written on it. */
async function relieve(number: string): Promise<void> {
  const clerk = await logIn('bureau')
  const { relief } = await done(clerk, 'POST', '/api/relief', {
    ...{ petition: number, person: 'p1', kind: 'social', telling: 'byWord' },
    explanation: `${words('救助')}${pieces.sentence}`,
  })
  const on = (segment: string, body: object) => done(clerk, 'POST', `/api/relief/${relief}/${segment}`, body)
  const materials = [await upload()]
  await on('answer', { wishes: true, note: words('愿意'), materials })
  await on('help', { helpedOn: today(), what: `${words('帮助')}${pieces.phone}` })
  await on('hand-on', { organ: 'land', what: words('交办'), due: later(9) })
  await on('outcome', { receivedOn: today(), outcome: 'other', text: `${words('结果')}${pieces.name}` })
}

/** Somebody comes to a centre and is told where to go. */
async function come(): Promise<void> {
  const window = await logIn('centre')
  const coming = {
    ...{ way: 'window', name: pieces.name, phone: pieces.phone, about: `${words('来意')}${pieces.sentence}` },
    ...{ place: '990101', concerned: 2 },
  }
  const { intake } = await done({ ...window, 'idempotency-key': 'leaks-intake-0001' }, 'POST', '/api/intakes', coming)
  const lead = { kind: 'explained', words: words('引导'), way: 'civilLitigation', where: words('去处') }
  await done(window, 'POST', `/api/intakes/${intake}/lead`, lead)
}

/** A reception day that is planned, changed and made public; somebody asks on line and somebody at the window, and both let it be. */
async function receive(): Promise<void> {
  const [clerk, head] = [await logIn('bureau'), await logIn('county', 'head')]
  const { account } = await done(head, 'GET', '/api/session')
  const leader = { account, organ: 'county', title: words('职务') }
  const plan = {
    ...{
      day: later(40),
      from: '09:00',
      until: '11:00',
      place: words('地点'),
      topic: words('主题'),
      seats: 2,
      joint: ['land'],
    },
  }
  const { reception } = await done(clerk, 'POST', '/api/receptions', { leaders: [leader], plan })
  const on = (segment: string, body: object) => done(clerk, 'POST', `/api/receptions/${reception}/${segment}`, body)
  await on('change', { plan: { ...plan, place: words('新地点') }, reason: words('改期') })
  await on('publish', { closesOn: later(30) })
  const asking = {
    name: pieces.name,
    phone: pieces.phone,
    subject: `${words('来访')}${pieces.sentence}`,
    need: 'frail',
  }
  const key = { 'idempotency-key': 'a-booking-that-leaks-nothing' }
  const held = await done(key, 'POST', `/api/reception-calendar/${reception}/bookings`, asking)
  await done({}, 'POST', '/api/booking-lookup', { reference: held.reference, key: held.key })
  const phone = pieces.agentPhone
  const other = await on('bookings', { way: 'window', name: pieces.name, phone, subject: words('窗口来访') })
  await done(clerk, 'POST', `/api/bookings/${other.reference}/inform`, { told: 'phone' })
  await done(clerk, 'POST', `/api/bookings/${other.reference}/cancel`, {})
  await done({}, 'POST', '/api/booking-cancellation', { reference: held.reference, key: held.key })
  await on('cancel', { reason: words('取消'), instead: null })
}

/** One task about the petition, reported on with a file, returned, given more time and closed. */
async function instruct(number: string): Promise<void> {
  const leader = await logIn('bureau', 'head')
  const land = await logIn('land')
  // as the room does that it comes from, in the house's own process: here in one beside it
  const opened = await openHouse(config)
  const { petitions, close } = await openRooms(opened)
  const given = await giveTask(petitions, {
    origin: { kind: 'instruction', stream: `reading:${'l'.repeat(22)}`, key: 'i1' },
    ...{ giver: 'bureau' as OrganId, givenBy: null, organ: 'land' as OrganId, officer: null, due: day(later(20)) },
    ...{ what: `${words('批示')}${pieces.sentence}`, petitions: [number] },
  })
  close()
  await opened.close()
  if (!given.ok) throw new Error(given.error.kind)
  const on = (who: Headers, segment: string, body: object) =>
    done(who, 'POST', `/api/tasks/${given.value.task}/${segment}`, body)
  await on(leader, 'remind', { note: words('催办') })
  await on(leader, 'extend', { until: later(25), reason: words('延期') })
  await on(land, 'report', { result: 'partly', report: `${words('落实')}${pieces.phone}`, materials: [await upload()] })
  await on(leader, 'return', { reason: words('退回'), until: later(26) })
  await on(land, 'report', { result: 'done', report: words('完成'), materials: [] })
  await on(leader, 'close', { note: words('销号') })
}

/** Two people whom the bureau mediates between, through whatever can be written, to the end; one more that is declined, and one that is ended. */
async function mediate(): Promise<void> {
  const [clerk, head] = [await logIn('bureau'), await logIn('bureau', 'head')]
  const sides = [
    { role: 'applicant', name: pieces.name, phone: pieces.phone },
    { role: 'respondent', name: words('对方'), phone: pieces.agentPhone },
  ]
  const about = { subject: { kind: 'walkIn' }, kind: 'administrative', organ: 'bureau', parties: sides }
  const what = { what: `${words('纠纷')}${pieces.sentence}` }
  const { mediation, keys } = await done(clerk, 'POST', '/api/mediations', { ...about, ...what })
  const on = (who: Headers, segment: string, body: object = {}) =>
    done(who, 'POST', `/api/mediations/${mediation}/${segment}`, body)
  const does = (at: number, doing: object) =>
    done({}, 'POST', '/api/mediation-acts', { reference: keys[at].reference, key: keys[at].key, does: doing })
  const yes = (at: number, to: string, ref: string | null = null) => does(at, { act: 'answer', to, ref, agrees: true })
  const both = async (to: string, ref: string | null = null) => {
    await yes(0, to, ref)
    await yes(1, to, ref)
  }
  const signed = { signature: `${words('签名')}${pieces.name}`, witness: words('见证') }
  await on(clerk, 'hand-key', { party: 'p2', told: 'phone' })
  await both('mediation')
  await does(0, { act: 'choose', name: `${words('调解员')}${pieces.official}`, roster: null })
  await both('mediator', 'm1')
  await on(clerk, 'interest', { mediator: 'm1', hasInterest: false, signed })
  await on(clerk, 'mediator', { name: words('另一名'), account: null, roster: null })
  await on(clerk, 'exclude', { mediator: 'm2', reason: words('更换') })
  await on(clerk, 'openness', { party: 'p1', open: false, signed })
  await on(clerk, 'guest', { kind: 'relative', name: words('亲属') })
  await both('guest', 'g1')
  await helpBeside(`mediations/${mediation}`, clerk, { guest: 'g1' }, words('亲属'))
  await on(clerk, 'session', { day: today(), at: '09:00', place: words('调解室') })
  await on(clerk, 'session', { day: today(), at: '10:00', place: words('调解室二') })
  await on(clerk, 'cancel-session', { session: 's2', reason: words('取消') })
  const came = { session: 's1', parties: ['p1', 'p2'], mediators: ['m1'], guests: ['g1'] }
  await on(clerk, 'record-session', { ...came, notes: `${words('笔录')}${pieces.address}`, result: 'progress' })
  await on(clerk, 'escalation', { organ: 'county', what: words('可能激化'), due: later(3) })
  const promises = [{ party: 'p2', what: words('约定'), due: later(1) }]
  const parts = { facts: words('事实'), disputed: words('争议'), responsibility: words('责任') }
  await on(clerk, 'agreement', { text: { form: 'written', ...parts, content: words('协议'), promises } })
  await both('agreement', 'a1')
  await on(clerk, 'sign', { mediator: 'm1', signed })
  await on(head, 'seal')
  await does(0, { act: 'performance', promise: 'a1p1', performance: 'notKept' })
  await on(clerk, 'follow-up', { promise: 'a1p1', performance: 'partly', lookedAt: words('回访'), again: later(9) })
  await on(clerk, 'close', { note: words('未全部履行') })
  await done({}, 'POST', '/api/mediation-lookup', { reference: keys[0].reference, key: keys[0].key })
  const other = (await done(clerk, 'POST', '/api/mediations', { ...about, ...what })).mediation
  await done(clerk, 'POST', `/api/mediations/${other}/end`, { reason: 'notAgreed', note: words('终止') })
  const brought = { ...about, organ: 'land', ...what }
  const third = (await done(clerk, 'POST', '/api/mediations', brought)).mediation
  await done(await logIn('land'), 'POST', `/api/mediations/${third}/decline`, { reason: words('不予受理') })
}

/** A helper who is entered, invited, consented to, handed a key, and writes; then all of it ends. */
async function help(number: string): Promise<void> {
  const clerk = await logIn('bureau')
  const entry = { kind: 'lawyer', name: words('协助人'), contact: `${words('联系')}${pieces.agentPhone}` }
  const where = { skills: ['law'], places: ['990101'], agreedOn: today() }
  const { helper } = await done(clerk, 'POST', '/api/helpers', { ...entry, ...where })
  const { engagement } = await done(clerk, 'POST', `/api/petitions/${number}/engagements`, {
    ...{ helper, mode: 'case', what: words('请到场'), summary: words('摘要'), claims: ['c1'], until: later(30) },
  })
  const on = (segment: string, body: object) => done(clerk, 'POST', `/api/engagements/${engagement}/${segment}`, body)
  await on('record-consent', { person: 'p1', consents: true, signed: words('签名') })
  const held = { engagement, key: (await on('issue-key', {})).key }
  await done({}, 'POST', '/api/helping/answer', { ...held, accepts: true, conflict: false, note: words('说明') })
  await done({}, 'POST', '/api/helping/record', { ...held, way: 'visited', day: today(), said: words('走访') })
  await on('record-help', { way: 'came', day: today(), said: words('到场') })
  await on('end', { reason: words('结束') })
  const keep = (segment: string, body: object) => done(clerk, 'POST', `/api/helpers/${helper}/${segment}`, body)
  await keep('suspend', { reason: words('暂停') })
  await keep('resume', {})
  await keep('end', { reason: words('退出') })
}

/** Somebody who is invited to a screening or to a mediation. */
async function helpBeside(where: string, who: Headers, more: object, name = words('协助人')): Promise<void> {
  const entry = { kind: 'lawyer', name, contact: words('联系'), skills: ['law'], places: ['990101'], agreedOn: today() }
  const { helper } = await done(await logIn('bureau'), 'POST', '/api/helpers', entry)
  const asked = { helper, what: words('请走访'), summary: words('摘要'), until: later(30), ...more }
  await done(who, 'POST', `/api/${where}/engagements`, asked)
}

/** A mediator who is entered in a committee, trained, reprimanded and taken off the roster. */
async function keepMediators(): Promise<void> {
  const clerk = await logIn('centre')
  const founded = { kind: 'village', name: words('调委会'), region: '990101', isMultiEthnic: true }
  const { committee } = await done(clerk, 'POST', '/api/committees', founded)
  const elected = { day: today(), until: later(1000), by: 'residents', members: 3, women: 1, minority: 1 }
  await done(clerk, 'POST', `/api/committees/${committee}/elect`, elected)
  const { mediator } = await done(clerk, 'POST', '/api/mediators', {
    ...{
      kind: 'member',
      role: 'chair',
      committee,
      name: words('调解员'),
      contact: pieces.agentPhone,
      skills: ['rural'],
    },
    ...{ languages: ['dialect'], places: ['990101'], from: today(), until: later(1000) },
  })
  const keep = (segment: string, body: object) => done(clerk, 'POST', `/api/mediators/${mediator}/${segment}`, body)
  await keep('train', { day: today(), subject: words('培训') })
  await keep('reprimand', { fault: 'partial', reason: words('批评') })
  await keep('end', { ending: 'misconduct', fault: 'disclosing', reason: words('罢免') })
  await done(clerk, 'POST', `/api/committees/${committee}/end`, { reason: words('撤销') })
}

/** A circular that is issued, and a notice that names somebody. */
async function circulate(): Promise<void> {
  const [clerk, head] = [await logIn('bureau'), await logIn('bureau', 'head')]
  const blocks = [{ is: 'text', heading: words('情况'), text: `${words('正文')}${pieces.sentence}` }]
  const drafted = {
    kind: 'circular',
    tone: 'results',
    title: `${words('通报')}${pieces.title}`,
    recipients: ['land'],
    blocks,
  }
  const { bulletin } = await done(clerk, 'POST', '/api/bulletins', drafted)
  await done(clerk, 'POST', `/api/bulletins/${bulletin}/submit`, {})
  await done(head, 'POST', `/api/bulletins/${bulletin}/return`, { reasons: words('补充') })
  await done(clerk, 'POST', `/api/bulletins/${bulletin}/submit`, {})
  await done(head, 'POST', `/api/bulletins/${bulletin}/issue`, {})
  await done(await logIn('land'), 'POST', `/api/bulletins/${bulletin}/receive`, {})
  const personnel = {
    department: 'organisation',
    isMajor: true,
    concerned: [{ name: pieces.official, organ: 'land', account: null }],
  }
  const notice = { kind: 'personnelNotice', title: words('干部'), blocks, personnel }
  const { bulletin: about } = await done(head, 'POST', '/api/bulletins', notice)
  await done(head, 'POST', `/api/bulletins/${about}/withdraw`, { reasons: words('撤回') })
}

/** A letter of responsibility and its figures, which nothing here makes large enough to object to; and who answers for an organ, by a name without an account. */
async function assess(): Promise<void> {
  const [above, below] = [await logIn('prefecture', 'head'), await logIn('county', 'head')]
  const targets = [{ indicator: 'routedInTime', share: 95, weight: 100 }]
  const over = new Date(Date.now() - 40 * 86_400_000).toISOString().slice(0, 7)
  const draft = { year: Number(over.slice(0, 4)), lower: 'county', covers: 'area', targets, remarks: words('责任') }
  const { letter } = await done(above, 'POST', '/api/assessment/letters', draft)
  const on = (who: Headers, segment: string, body: object) =>
    done(who, 'POST', `/api/assessment/letters/${letter}/${segment}`, body)
  for (const who of [above, below]) await on(who, 'sign', { revision: 1 })
  await on(below, 'revise', { targets, remarks: `${words('说明')}${pieces.name}`, reason: words('调整') })
  await on(below, 'withdraw', { reason: words('撤回') })
  await on(above, 'issue', { period: over, audience: 'sides' })
  await done(await logIn('land', 'head'), 'POST', '/api/responsibility/land', {
    ...{ role: 'directs', holder: { name: pieces.official, office: words('职务') }, from: '2026-01-01' },
  })
  const allotted = { post: 'clerk', count: 3, from: '2026-01-01', document: words('编制文'), reason: words('核定') }
  const allotments = '/api/workforce/establishment/land/allotments'
  await done(await logIn('land', 'head'), 'POST', allotments, allotted)
  await done(await logIn('land', 'head'), 'POST', `${allotments}/e1/withdraw`, { reason: words('有误') })
}

/** An accusation lies in a compartment of its own. */
async function accuse(): Promise<void> {
  const { name, idNumber, phone } = pieces
  const said = {
    title: words('检举题'),
    text: words(pieces.sentence),
    claims: [words('查处')],
    people: [{ name, idNumber, phone }],
  }
  const about = [{ as: 'accused', organ: 'land', official: pieces.official }]
  await done({}, 'POST', '/api/petitions', {
    place: '990101',
    class: 'accusation',
    confidentiality: 'anonymous',
    ...said,
    about,
  })
}

/** What goes wrong, each with something in it that must not be written down. */
async function fail(): Promise<void> {
  const origin = { origin: house.url }
  const broken = {
    method: 'POST',
    headers: { ...origin, 'content-type': 'application/json' },
    body: `{"text":"${pieces.malformed}`,
  }
  expect((await fetch(`${house.url}/api/petitions`, broken)).status).toBe(400)
  expect((await ask({}, 'POST', '/api/petitions', { title: pieces.malformed, text: 7 })).status).toBe(400)
  expect((await ask({}, 'GET', `/api/${encodeURIComponent(pieces.malformed)}`)).status).toBe(404)
  expect((await ask({}, 'POST', '/api/session', { login: pieces.malformed, password: pieces.malformed })).ok).toBe(
    false,
  )
  const guess = { authorization: `Petition 261123000000003:${pieces.wrongKey}` }
  expect((await ask(guess, 'GET', '/api/petitions/261123000000003/follow')).ok).toBe(false)
  // a connection that ends in the middle of a message
  const cut = new ReadableStream({
    start(controller) {
      controller.enqueue(Buffer.from(`{"text":"${pieces.malformed}`))
      controller.error(new Error('cut off'))
    },
  })
  await fetch(`${house.url}/api/petitions`, { ...broken, body: cut, duplex: 'half' } as RequestInit).catch(
    () => undefined,
  )
}

async function takeIn(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'xinqiao-leaks-import-'))
  const path = join(folder, 'letters.jsonl')
  const row = {
    id: pieces.importedId,
    user: pieces.importedName,
    title: pieces.imported,
    text: words('导入'),
    time: '2026-03-05',
  }
  writeFileSync(path, [JSON.stringify(row), JSON.stringify({ ...row, id: '2', time: pieces.malformed })].join('\n'))
  const { stdout } = await xinqiao('import', path, '--organ', 'bureau')
  rmSync(folder, { recursive: true })
  expect(JSON.parse(stdout)).toMatchObject({ imported: 1, rejected: 1 })
}

/** Until a message to everybody who can be reached is in the spool, and a letter has failed. */
async function untilTold(): Promise<void> {
  const spooled = async (): Promise<number> => JSON.parse((await xinqiao('spool', 'list')).stdout).waiting.length
  await expect.poll(spooled, { timeout: 60_000, interval: 1_000 }).toBeGreaterThan(2)
}

const search = finder([mark, ...Object.values(pieces)])

interface Leak {
  readonly where: string
  readonly what: string
}

const leaksIn = (where: string, bytes: Uint8Array): readonly Leak[] =>
  search(bytes).map(({ text, encoding }) => ({ where, what: `${text} in ${encoding}` }))

/** Every file of the data folder except the keys: tables, indexes, the write-ahead log, logs, files, spool. */
function leaksOnDisk(): readonly Leak[] {
  const files = readdirSync(data, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !relative(data, path).startsWith('keys/'))
  expect(files.some((path) => path.includes('pg_wal'))).toBe(true)
  for (const room of ['logs', 'files', 'spool', 'postgres'])
    expect(
      files.some((path) => relative(data, path).startsWith(`${room}/`)),
      room,
    ).toBe(true)
  return files.flatMap((path) => leaksIn(relative(data, path), readFileSync(path)))
}

async function asSuperuser<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const opened = await openHouse(config)
  const client = new pg.Client({
    ...opened.database.doorFor('owner'),
    ...{ user: 'postgres', password: databaseKeys(config.folder).superuser },
  })
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end()
    await opened.close()
  }
}

const failedLetters = async (client: pg.Client): Promise<number> =>
  (await client.query(`select count(*)::integer as count from notice where channel = 'email' and state = 'failed'`))
    .rows[0].count

/** Every row of every table, as text: what is compressed in the files shows here. */
async function leaksInTables(client: pg.Client): Promise<readonly Leak[]> {
  const { rows: tables } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('information_schema')`,
  )
  expect(tables.length).toBeGreaterThan(80)
  const leaks: Leak[] = []
  for (const { name } of tables) {
    const { rows } = await client.query<{ row: string }>(`select each::text as row from ${name} as each`)
    leaks.push(...leaksIn(name, Buffer.from(rows.map(({ row }) => row).join('\n'))))
  }
  return leaks
}

describe('Nothing that anybody told the house (invariant 5)', () => {
  it('lies on its disk outside the keys, in any form', async () => {
    const number = await live()
    await accuse()
    await supervise(number)
    await propose(number)
    await visit(number)
    await quarrel(number)
    await refer(number)
    await relieve(number)
    await come()
    await screen()
    await instruct(number)
    await mediate()
    await help(number)
    await keepMediators()
    await circulate()
    await receive()
    await assess()
    await fail()
    await takeIn()
    await untilTold()
    const rotated = JSON.parse((await xinqiao('keys', 'rotate')).stdout)
    expect(rotated.rotations.every(({ left }: { left: number }) => left === 0)).toBe(true)
    expect(JSON.parse((await xinqiao('keys', 'retire')).stdout).rotations).not.toEqual([])
    expect(JSON.parse((await xinqiao('keys', 'check')).stdout)).toMatchObject({ brokenCount: 0, withoutKey: [] })
    const shown = JSON.parse((await xinqiao('spool', 'show')).stdout)
    expect(JSON.stringify(shown)).toContain(pieces.phone)
    await house.stop()
    expect(await asSuperuser(failedLetters)).toBeGreaterThan(0)
    expect(await asSuperuser(leaksInTables)).toEqual([])
    expect(leaksOnDisk()).toEqual([])
  }, 300_000)
})

describe('This search', () => {
  it.each(Object.entries(encodings))('finds a piece in %s', (encoding, encode) => {
    for (const text of [mark, pieces.idNumber]) {
      for (const bytes of encode(text)) {
        const around = Buffer.concat([Buffer.from('before '), bytes, Buffer.from(' after')])
        expect(leaksIn('here', around).map(({ what }) => what)).toContain(`${text} in ${encoding}`)
      }
    }
  })

  it('finds a piece in base64 whatever stands before it', () => {
    for (const before of ['', 'x', 'xy', 'xyz']) {
      const bytes = Buffer.from(Buffer.from(`${before}${pieces.name}!`).toString('base64'))
      expect(leaksIn('here', bytes)).toContainEqual({ where: 'here', what: `${pieces.name} in base64` })
    }
  })

  it('finds one that is planted in a table, in its rows and in the files of the database', async () => {
    await asSuperuser(async (client) => {
      await client.query('create table planted (word text)')
      await client.query('insert into planted values ($1)', [words('种下')])
      expect(await leaksInTables(client)).toMatchObject([{ where: 'public.planted' }])
      await client.query('checkpoint')
    })
    const where = leaksOnDisk().map((leak) => leak.where.replace(/\d.*/, ''))
    expect(new Set(where)).toEqual(new Set(['postgres/base/', 'postgres/pg_wal/']))
  }, 60_000)

  it('finds one that is planted in a log', async () => {
    writeFileSync(join(data, 'logs', 'planted.log'), JSON.stringify({ err: { message: pieces.phone } }))
    expect(leaksOnDisk()).toContainEqual({ where: 'logs/planted.log', what: `${pieces.phone} in UTF-8` })
  })
})
