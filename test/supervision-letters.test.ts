/** The letters that orders of supervision are issued as: what stands in them, their numbers, and who may read which. */
import { describe, expect, it } from 'vitest'
import { checkNumbers } from '../src/documents/numbering/checking.ts'
import { numberingReaction } from '../src/documents/numbering/reactions.ts'
import { fly } from '../src/engine/flight.ts'
import { settingStatements } from '../src/engine/history.ts'
import { issuing } from '../src/issuing.ts'
import { day } from '../src/kernel/day.ts'
import type { OrganId } from '../src/kernel/organ.ts'
import { recordFindings, recordKept } from '../src/supervision/finding-commanding.ts'
import type { Evidence, Found } from '../src/supervision/supervision.ts'
import { type Asker, openAnsweringHouse } from './answering-house.ts'
import { catchUp } from './catching-up.ts'

const { ask, register, act, staffOf, house } = await openAnsweringHouse()
const bureau = await staffOf('county.bureau', 'clerk', 'head', 'supervisor')
const land = await staffOf('county.land', 'clerk', 'head')
const labour = await staffOf('county.labour')
const conference = await staffOf('prefecture.conference', 'supervisor')

const id = (organ: string) => organ as OrganId
const late: Evidence = {
  ...{ fact: 'DutyFellOverdue', version: 4, on: day('2026-11-22'), clock: 'handle#1', lastDay: day('2026-11-21') },
}
const found = (key: string, organ: string, more: Partial<Found> = {}): Found => ({
  ...{ rule: 'notAnsweredInTime', key, organ: id(organ), evidence: [late] },
  ...more,
})

const command = async (who: Asker, number: string, segment: string, body: object) => {
  const done = await ask(who, 'POST', `/api/supervision/matters/${number}/${segment}`, body)
  if (done.status !== 200) throw new Error(`${segment}: ${done.status} ${JSON.stringify(done.body)}`)
  return done.body
}

/** A petition in which this was found of these organs, each confirmed. */
async function confirmed(...findings: readonly Found[]): Promise<string> {
  const { number } = await register({})
  await act(bureau, number, 'transfer', { to: 'county.land' })
  const beginning = {
    subject: { kind: 'petition', petition: number },
    supervisor: id('county.bureau'),
    ...{ keptFrom: [], officials: [], isShowable: true, category: 'land.requisition', place: '990101' },
  } as const
  await recordFindings(house, { beginning, found: findings })
  for (const at of findings.keys()) await command(bureau, number, 'confirm', { finding: `f${at + 1}` })
  return number
}

const order = (...organs: readonly string[]) => ({
  ...{ kind: 'urging', addressees: organs.map((organ) => ({ organ })), due: '2026-12-20', findings: ['f1'] },
  ...{ instruction: '请于期限内书面答复。\n答复应当逐项回应。', criteria: ['信访人收到书面答复', '逐项回应请求'] },
})

const numbered = () => catchUp(house, numberingReaction(house, issuing))
const listFor = (who: Asker, number: string) => ask(who, 'GET', `/api/issued/supervision:${number}/papers`)
const pageFor = async (who: Asker, number: string, paper: string) =>
  (await ask(who, 'GET', `/api/issued/supervision:${number}/papers/${paper}?language=zh`)).body
const lines = (page: { pieces: { text?: string }[] }) => page.pieces.flatMap(({ text }) => text ?? [])

describe('信访工作条例 art. 40 (1): an order is issued as a letter', () => {
  it('one for each order, numbered, with whom it is to, what was found by which article, what is asked, and the day', async () => {
    const number = await confirmed(found('a', 'county.land'))
    await command(bureau, number, 'orders', order('county.land'))
    await numbered()
    await numbered()
    const { items } = (await listFor(land, number)).body
    const shown = expect.stringMatching(/^county\.bureau信督〔2026〕\d+号$/)
    expect(items).toMatchObject([{ number: shown, zh: '关于督办信访事项的函', organ: { id: 'county.bureau' } }])
    const page = await pageFor(land, number, items[0].paper)
    expect(page).toMatchObject({ to: 'county.land：', organ: 'county.bureau', number: items[0].number })
    const said = number.replace(/^(\d{4})(\d{4})(\d{4})(\d{3})$/, '$1-$2-$3-$4')
    expect(lines(page)).toEqual([
      `经检查信访事项（登记编号：${said}）的办理情况，发现下列问题。根据《信访工作条例》第四十条第一款，现予督促办理。`,
      '一、发现的问题',
      expect.stringMatching(
        /^county\.land未按期办结（.*2026年11月21日）。依据：《信访工作条例》第40条第1款；可能构成的责任情形：《信访工作条例》第45条第1款第1项。$/,
      ),
      '二、督办要求',
      '请于期限内书面答复。',
      '答复应当逐项回应。',
      '三、销号标准',
      '1.信访人收到书面答复',
      '2.逐项回应请求',
      '请于2026年12月20日前（含当日）书面反馈办理情况。',
    ])
    const file = await ask(land, 'GET', `/api/issued/supervision:${number}/papers/${items[0].paper}/docx`)
    expect([file.status, file.answer.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK'])
    const { orders } = (await ask(land, 'GET', `/api/supervision/matters/${number}`)).body
    expect(orders[0].letter).toBe(items[0].paper)
    expect(await checkNumbers(house.work, issuing)).toEqual([])
  })

  it('says the day that the order was opened with, also once more time was given', async () => {
    const number = await confirmed(found('a', 'county.land'))
    await command(bureau, number, 'orders', order('county.land'))
    await command(bureau, number, 'extend', { order: 'o1', until: '2026-12-31', reason: '材料待补' })
    const { items } = (await listFor(land, number)).body
    expect(lines(await pageFor(land, number, items[0].paper)).at(-1)).toContain('2026年12月20日前')
  })

  it('names no title and no petitioner, and not how the petitioner rated', async () => {
    const rated = { fact: 'PetitionRated', version: 9, on: day('2026-11-20') }
    const number = await confirmed(found('a', 'county.land', { rule: 'completionContested', evidence: [late, rated] }))
    await command(bureau, number, 'orders', order('county.land'))
    const { items } = (await listFor(bureau, number)).body
    const said = JSON.stringify(await pageFor(bureau, number, items[0].paper))
    expect(said).toContain('办结结果有异议')
    for (const kept of ['承包地面积少算', '测试人', '2026年11月20日']) expect(said).not.toContain(kept)
  })
})

describe('信访工作条例 art. 39 (3): an order that the conference raises', () => {
  it('has a letter of its own in the series of the conference, and the first keeps its own', async () => {
    const number = await confirmed(found('a', 'county.land'))
    await command(bureau, number, 'orders', order('county.land'))
    await command(bureau, number, 'refer', { to: 'prefecture.conference' })
    const raised = { order: 'o1', kind: 'listed', due: '2026-12-30', reason: '逾期未改', criteria: ['当面答复'] }
    await command(conference, number, 'raise', raised)
    await numbered()
    const { items } = (await listFor(land, number)).body
    expect(items.map(({ zh, organ }: { zh: string; organ: { id: string } }) => [zh, organ.id])).toEqual([
      ['关于督办信访事项的函', 'county.bureau'],
      ['挂牌督办通知书', 'prefecture.conference'],
    ])
    const page = await pageFor(land, number, items[1].paper)
    expect(page.number).toBe('prefecture.conference信挂督〔2026〕1号')
    expect(lines(page)[0]).toContain('根据《信访工作条例》第三十九条第三款，决定挂牌督办。')
    expect(lines(page)).toContain('三、摘牌标准')
    expect(lines(page)).toContain('3.当面答复')
  })
})

describe('The notice of an interview', () => {
  it('names the leader whom the order names, with where they lead', async () => {
    const head = await staffOf('county.land', 'head')
    const number = await confirmed(found('a', 'county.land'))
    await command(bureau, number, 'refer', { to: 'prefecture.conference' })
    const addressees = [{ organ: 'county.land', leader: head.account }]
    await command(conference, number, 'orders', { ...order(), kind: 'interview', criteria: [], addressees })
    const name = (await house.staffNames([head.account])).get(head.account)
    expect(name).toBeTruthy()
    const { items } = (await listFor(head, number)).body
    expect(items).toMatchObject([{ zh: '约谈通知', organ: { id: 'prefecture.conference' } }])
    const said = lines(await pageFor(head, number, items[0].paper))
    expect(said).toContain(`被约谈的领导干部：county.land${name}。`)
    expect(said.filter((line) => line.includes('标准'))).toEqual([])
  })
})

describe('Who may read a letter', () => {
  it('an organ that must act, of orders addressed to it; whoever supervises, of all; nobody else', async () => {
    const number = await confirmed(found('a', 'county.land'), found('b', 'county.labour'))
    await command(bureau, number, 'orders', order('county.land'))
    await command(bureau, number, 'orders', { ...order('county.labour'), findings: ['f2'] })
    const [own, other, all] = await Promise.all(
      [land, labour, bureau].map(async (who) => (await listFor(who, number)).body),
    )
    expect([own, other, all].map(({ items }) => items.length)).toEqual([1, 1, 2])
    expect(own.items[0].paper).not.toBe(other.items[0].paper)
    const stolen = await ask(land, 'GET', `/api/issued/supervision:${number}/papers/${other.items[0].paper}`)
    expect([stolen.status, stolen.body.refusal]).toEqual([404, 'no-such-paper'])
    const file = await ask(land, 'GET', `/api/issued/supervision:${number}/papers/${other.items[0].paper}/docx`)
    expect(file.status).toBe(404)
    const strangers = [
      await staffOf('prefecture.bureau', 'supervisor'),
      await staffOf('prefecture.land'),
      conference,
      // posts that have no business with orders, in an organ that has
      await staffOf('county.land', 'administrator'),
      await staffOf('county.bureau', 'auditor'),
    ]
    for (const who of strangers) expect((await listFor(who, number)).status).toBe(404)
  })

  it('in a joint order each reads what was found of itself, and that there is more', async () => {
    const number = await confirmed(found('a', 'county.land'), found('b', 'county.labour', { rule: 'issuedNotServed' }))
    const joint = { ...order('county.land', 'county.labour'), kind: 'joint', findings: ['f1', 'f2'] }
    await command(bureau, number, 'orders', joint)
    const { items } = (await listFor(bureau, number)).body
    const foundIn = async (who: Asker) =>
      lines(await pageFor(who, number, items[0].paper)).filter((line) => /依据：|其他单位/.test(line))
    expect(await foundIn(bureau)).toEqual([
      expect.stringContaining('1.county.land未按期办结'),
      expect.stringContaining('2.county.labour已出具文书而未送达'),
    ])
    expect(await foundIn(land)).toEqual([
      expect.stringMatching(/^county\.land未按期办结/),
      '（涉及其他单位的问题不在此列。）',
    ])
    expect(await foundIn(labour)).toEqual([
      expect.stringMatching(/^county\.labour/),
      '（涉及其他单位的问题不在此列。）',
    ])
  })

  it('an organ that only asks the petitioner has none', async () => {
    const number = await confirmed(found('a', 'county.land'))
    await command(bureau, number, 'orders', order('county.land'))
    await command(bureau, number, 'ask', { order: 'o1', through: 'county.labour', question: '是否已当面答复' })
    expect((await listFor(labour, number)).body.items).toEqual([])
    const { orders } = (await ask(labour, 'GET', `/api/supervision/matters/${number}`)).body
    expect(orders.map(({ letter }: { letter: string | null }) => letter)).toEqual([null])
  })

  it('nobody from whom the matter is kept: by the program alone, and by the database alone', async () => {
    const number = await confirmed(found('a', 'county.land'))
    const stream = `supervision:${number}`
    await command(bureau, number, 'orders', order('county.land'))
    await numbered()
    expect((await listFor(land, number)).body.items).toHaveLength(1)
    const numbers = async (organ: string) =>
      (
        await fly(house.app, [
          ...settingStatements({ 'xinqiao.organ': organ, 'xinqiao.account': 'nobody' }),
          { name: '', text: 'select shown from paper_number where bearer = $1', values: [stream] },
        ])
      ).at(-1)
    expect(await numbers('county.land')).toHaveLength(1)
    expect(await numbers('prefecture.land')).toEqual([])
    // the program knows, the database was not told
    const keeping = { keptFrom: [id('county.land')], officials: [], isShowable: false }
    await recordKept(house, { subject: { kind: 'petition', petition: number }, keeping })
    await house.work.query(`update supervision_organ set kept_from = '{}' where stream_id = $1`, [stream])
    expect(await numbers('county.land')).toHaveLength(1)
    expect((await listFor(land, number)).status).toBe(404)
    // the database knows, whatever the program believes
    await house.work.query(`update supervision_organ set kept_from = '{county.land}' where stream_id = $1`, [stream])
    expect(await numbers('county.land')).toEqual([])
  })
})

describe('The letter of an inspection over a topic', () => {
  it('says which petitions it is about by field, place and days, and that nothing was confirmed before', async () => {
    const office = await staffOf('prefecture', 'supervisor')
    const { number } = await register({})
    await act(bureau, number, 'transfer', { to: 'county.land' })
    const subject = { kind: 'topic', category: null, place: '990101', from: '2026-11-01', until: '2026-11-30' }
    const { body } = await ask(office, 'POST', '/api/supervision/matters', {
      ...order('county.land'),
      ...{ subject, kind: 'special', criteria: [], findings: undefined },
    })
    const { items } = (await listFor(land, body.matter)).body
    expect(items).toMatchObject([{ zh: '关于开展信访工作督查的通知', refusal: null }])
    const said = lines(await pageFor(land, body.matter, items[0].paper))
    expect(said[0]).toMatch(
      /^根据《信访工作条例》第三十八条第一款，决定就county2026年11月1日至2026年11月30日登记的信访事项（\d+件）的办理情况开展专项督查。$/,
    )
    expect(said).toContain('立项时没有认定具体问题。')
    expect(JSON.stringify(said)).not.toContain(number)
  })
})
