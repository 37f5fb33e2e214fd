/** What the house finds by itself, on a real database: facts in, matters of supervision out, and no word of what was written. */
import { describe, expect, it } from 'vitest'
import { fsck } from '../src/engine/fsck.ts'
import { fold, readHistory } from '../src/engine/history.ts'
import { sweep } from '../src/engine/sweep.ts'
import type { OrganId } from '../src/kernel/organ.ts'
import type { PetitionNumber } from '../src/kernel/petition-number.ts'
import type { Viewer } from '../src/kernel/viewer.ts'
import { commandPetition } from '../src/petition/commanding.ts'
import { petitionCommands } from '../src/petition/commands.ts'
import { registrationBody } from '../src/petition/contract.ts'
import { dueClocks } from '../src/petition/jobs.ts'
import type { Staff } from '../src/petition/queries.ts'
import { registerPetition } from '../src/petition/registering.ts'
import { petitionRoom } from '../src/petition/room.ts'
import { checkPrints } from '../src/supervision/finding/checking.ts'
import { forgetPrints } from '../src/supervision/finding/judging.ts'
import { answerPrinting } from '../src/supervision/finding/prints.ts'
import { findingReaction } from '../src/supervision/finding/reactions.ts'
import { findingView } from '../src/supervision/finding-view.ts'
import { streamOfMatter, supervisionRoom } from '../src/supervision/room.ts'
import type { Matter, MatterState, SupervisionFact } from '../src/supervision/supervision.ts'
import { placeOf } from '../src/supervision/view-place.ts'
import { catchUp } from './catching-up.ts'
import { freshDatabase } from './database.ts'
import { openTestHouse } from './petition-house.ts'

const database = await freshDatabase()
const house = await openTestHouse(database, '2026-03-02')
const finding = { ...house, printing: answerPrinting(house.vault) }
const reader = findingReaction(finding)

const staff = (organ: string, ...posts: ('clerk' | 'head')[]): Staff => ({
  kind: 'staff',
  account: `${organ}-1`,
  organ: organ as OrganId,
  posts: posts.length > 0 ? posts : ['clerk'],
})
const [bureau, land] = [staff('county.bureau', 'clerk', 'head'), staff('county.land', 'clerk', 'head')]

async function act(number: PetitionNumber, viewer: Viewer, segment: keyof typeof petitionCommands, body: object) {
  const { type, body: schema } = petitionCommands[segment]
  const done = await commandPetition(house, { number, type, body: schema.parse(body) as object, viewer })
  if (!done.ok) throw new Error(`${segment}: ${JSON.stringify(done.error)}`)
}

async function register(claim: string, more: object = {}): Promise<PetitionNumber> {
  const people = [{ name: '测试人', phone: '19900000001', electronicService: true }]
  const words = { place: '990101', title: '测试标题', text: '测试正文', claims: [claim], people, ...more }
  const registered = await registerPetition(house, {
    input: registrationBody.parse(words),
    viewer: { kind: 'anyone' },
  })
  if (!registered.ok) throw new Error(registered.error.kind)
  return registered.value.number
}

const lookOn = () => catchUp(house, reader)

async function passTo(day: string): Promise<void> {
  house.setToday(day)
  expect((await sweep(dueClocks(house))).faults).toEqual([])
  await lookOn()
}

async function matterOf(number: string): Promise<Matter | null> {
  const { facts } = await readHistory<SupervisionFact>(house.work, streamOfMatter(number))
  return fold<MatterState, SupervisionFact>(
    supervisionRoom,
    null,
    facts.map(({ fact }) => fact),
  )
}
const foundIn = async (number: string) => (await matterOf(number))?.findings.map(({ rule }) => rule) ?? []

/** Registered, sent on and taken up in one go. */
async function inHand(claim: string, more: object = {}): Promise<PetitionNumber> {
  const number = await register(claim, more)
  await act(number, bureau, 'transfer', { to: 'county.land' })
  const told = { way: 'electronic' }
  await act(number, land, 'accept', { route: 'handlingOpinion', procedure: '六十日内答复', told })
  await act(number, land, 'record-contact', { way: 'onSite', note: '听取陈述', heard: true })
  return number
}

const answer = (number: PetitionNumber, text: string) =>
  act(number, land, 'issue-opinion', {
    ...{ facts: '经查', legalBasis: '条例', remedy: '可以请求复查', executeBy: null },
    answers: [{ claim: 'c1', outcome: 'notSupported', answer: text }],
  })

const serve = (number: PetitionNumber, servedOn: string) =>
  act(number, land, 'serve', { document: 'd2', person: 'p1', way: 'electronic', servedOn, proof: { consent: true } })

const prints = async (number: string): Promise<number> =>
  (await house.work.query('select count(*)::int as n from answer_print where stream_id = $1', [number])).rows[0].n

describe('A duty that nobody did in time', () => {
  it('is found once, put right when it is done, and begins a matter before the bureau of the place', async () => {
    house.setToday('2026-03-02')
    const number = await inHand('请求测量承包地')
    await lookOn()
    expect(await matterOf(number)).toBeNull()
    await passTo('2026-05-02')
    expect(await matterOf(number)).toMatchObject({
      ...{ subject: { kind: 'petition', petition: number }, supervisors: ['county.bureau'] },
      ...{ keptFrom: [], officials: [], isShowable: true, category: expect.any(String), place: '990101' },
      findings: [
        {
          ...{ rule: 'notAnsweredInTime', organ: 'county.land', at: 'county.bureau', state: 'open', mendedOn: null },
          evidence: [{ fact: 'DutyFellOverdue', clock: 'handle#1', lastDay: '2026-05-01' }],
        },
      ],
    })
    house.setToday('2026-05-04')
    await answer(number, '经测量，您的承包地面积为十一亩八分，与证书所载一致，不予变更。')
    await serve(number, '2026-05-04')
    await lookOn()
    expect((await matterOf(number))?.findings).toMatchObject([{ rule: 'notAnsweredInTime', mendedOn: '2026-05-04' }])
  })

  it('of a bureau is found before the bureau above', async () => {
    house.setToday('2026-03-02')
    const number = await register('请求安排面谈')
    await passTo('2026-03-18')
    expect(await matterOf(number)).toMatchObject({
      supervisors: ['prefecture.bureau'],
      findings: [{ rule: 'notRoutedInTime', organ: 'county.bureau', at: 'prefecture.bureau' }],
    })
  })

  it('is not found a second time by whoever reads the same facts again', async () => {
    const before = await house.work.query('select count(*)::int as n from event')
    await house.work.query(`delete from consumer where name = 'supervision-finding'`)
    await lookOn()
    expect(await house.work.query('select count(*)::int as n from event')).toMatchObject({ rows: before.rows })
  })
})

describe('A perfunctory answer', () => {
  const same = '经核实，该地块位于规划道路红线范围内，依照城乡规划不能办理登记，建议另行选址申请。'
  const about = ['请求给宅基地办证', '要求退还取暖费', '要求清理河道垃圾', '要求补发粮食补贴'].map((claim) => claim)

  it('is found when it is empty', async () => {
    house.setToday('2026-06-01')
    const number = await inHand('请求修路')
    await answer(number, '您好，您反映的问题已按照相关规定处理，感谢您的理解和支持。')
    await lookOn()
    expect(await foundIn(number)).toEqual(['emptyAnswer'])
  })

  it('is found when three others got the same who had asked for something else, names and numbers aside', async () => {
    const numbers: PetitionNumber[] = []
    for (const claim of about) {
      const number = await inHand(claim)
      await answer(number, numbers.length % 2 === 0 ? same : same.replace('建议另行选址申请', '建议您另行选址申请'))
      numbers.push(number)
    }
    await lookOn()
    expect(await Promise.all(numbers.map(foundIn))).toEqual([[], [], [], ['boilerplateAnswer']])
  })

  it('is none when many asked for the same', async () => {
    const alike = '要求公开本村征地补偿明细和分配方案并说明依据'
    const said = '征地补偿明细已在村务公开栏张榜，分配方案经村民会议表决通过，可到村委会查阅复印。'
    const numbers: PetitionNumber[] = []
    for (let at = 0; at < 5; at += 1) {
      const number = await inHand(alike)
      await answer(number, said)
      numbers.push(number)
    }
    await lookOn()
    expect((await Promise.all(numbers.map(foundIn))).flat()).toEqual([])
  })

  it('leaves no word of it in any table, and nothing that says the same of two organs', async () => {
    const { rows } = await database.owner.query('select p::text as row from answer_print p')
    expect(rows.length).toBeGreaterThan(10)
    const all = rows.map(({ row }) => row).join('\n')
    expect(all).not.toMatch(/规划|选址|征地|补偿|测试/)
    for (const hidden of [same, '规划道路']) expect(all).not.toContain(Buffer.from(hidden).toString('hex'))
    const printing = answerPrinting(house.vault)
    const words = { answer: '该地块位于规划道路红线范围内', asked: [] }
    const of = async (organ: string) => (await printing.of({ ...words, organ: organ as OrganId })).prints
    expect(await of('county.land')).not.toEqual(await of('county.labour'))
  })

  it('is not looked for in an answer that cannot be opened, and of an accusation nothing is judged', async () => {
    const number = await inHand('请求停水期间送水')
    await house.work.query(`delete from sealed where stream_id = $1`, [number])
    await answer(number, '好')
    await house.work.query(`delete from sealed where stream_id = $1`, [number])
    await lookOn()
    expect([await foundIn(number), await prints(number)]).toEqual([[], 0])
  })
})

describe('A completion that is contested', () => {
  it('is found; by which word is told to whoever supervises, and not to whom it is about', async () => {
    house.setToday('2026-06-01')
    const number = await inHand('请求退还押金')
    await act(number, land, 'issue-opinion', {
      ...{ facts: '经查', legalBasis: '条例', remedy: '可以请求复查', executeBy: '2026-07-01' },
      answers: [{ claim: 'c1', outcome: 'supported', answer: '押金五百元于七月一日前退还到原账户。' }],
    })
    await serve(number, '2026-06-01')
    await act(number, land, 'add-material', { note: '退款凭证' })
    await act(number, land, 'record-execution', { done: true, note: '已退' })
    const petitioner: Viewer = { kind: 'petitioner', petition: number, person: 'p1' }
    await act(number, petitioner, 'rate', { whom: 'organ', solved: 'dissatisfied', fair: 'satisfied' })
    await lookOn()
    const matter = await matterOf(number)
    expect(matter?.findings).toMatchObject([{ rule: 'completionContested', organ: 'county.land' }])
    const [found] = matter?.findings ?? []
    const evidence = (isSupervisor: boolean) =>
      findingView(
        found as NonNullable<typeof found>,
        { stream: streamOfMatter(number), matter: matter as Matter, history: [], texts: new Map() },
        isSupervisor,
        placeOf(house, 'county.bureau' as OrganId),
      ).evidence.map(({ en }) => en.replace(/^.*: /, ''))
    expect(evidence(true)).toHaveLength(2)
    expect(evidence(false)).toEqual(evidence(true).slice(0, 1))
  })
})

describe('Whom a matter is kept from', () => {
  it('follows the petition: whoever it turns out to be about, and whether it may be shown', async () => {
    house.setToday('2026-07-01')
    const number = await inHand('请求核实补贴发放', { confidentiality: 'confidential' })
    await passTo('2026-09-01')
    expect(await matterOf(number)).toMatchObject({ isShowable: false, keptFrom: [] })
    await act(number, land, 'name-complained', {
      ...{ as: 'accused', organ: 'county.labour', official: null, reason: '信中另有举报' },
    })
    await lookOn()
    expect(await matterOf(number)).toMatchObject({ keptFrom: ['county.labour'] })
  })
})

describe('Prints of answers', () => {
  it('are seen by no page, whoever looks', async () => {
    await expect(database.app.query('select from answer_print')).rejects.toThrow('permission denied')
  })

  it('stand beside a document that there is, and fsck says where one does not', async () => {
    expect(
      (await fsck(house, [petitionRoom, supervisionRoom])).errors.filter(({ kind }) => kind !== 'sealed-missing'),
    ).toEqual([])
    expect(await checkPrints(house.work)).toEqual([])
    const [{ stream_id: number }] = (await house.work.query('select stream_id from answer_print limit 1')).rows
    await house.work.query(
      `insert into answer_print select stream_id, 'd9', claim, print, organ, answered_on, about
        from answer_print where stream_id = $1 limit 1`,
      [number],
    )
    expect(await checkPrints(house.work)).toEqual([
      { kind: 'print-of-nothing', stream: number, document: 'd9', detail: expect.any(String) },
    ])
    await house.work.query(`delete from answer_print where document = 'd9'`)
  })

  it('are forgotten after a year', async () => {
    const [{ stream_id: number }] = (
      await house.work.query('select stream_id from answer_print where answered_on = $1 limit 1', ['2026-06-01'])
    ).rows
    await forgetPrints(house, '2027-05-31' as never)
    expect(await prints(number)).toBeGreaterThan(0)
    await forgetPrints(house, '2027-06-01' as never)
    expect(await prints(number)).toBe(0)
  })
})
