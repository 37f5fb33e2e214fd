/** Supervision on the wire and in the database (docs/adr/0030): an order through its life, who sees what of it, and who cannot. */
import { describe, expect, it } from 'vitest'
import { fly } from '../src/engine/flight.ts'
import { fsck } from '../src/engine/fsck.ts'
import { settingStatements } from '../src/engine/history.ts'
import { rebuild } from '../src/engine/rebuild.ts'
import { sweep } from '../src/engine/sweep.ts'
import { day } from '../src/kernel/day.ts'
import type { OrganId } from '../src/kernel/organ.ts'
import { rooms as everyRoom } from '../src/main.ts'
import { recordExecuted, recordFindings, recordKept, recordMended } from '../src/supervision/finding-commanding.ts'
import { dueSupervision } from '../src/supervision/jobs.ts'
import { hasOpenOrders } from '../src/supervision/shared-plan.ts'
import type { Found, MatterBeginning } from '../src/supervision/supervision.ts'
import { type Asker, keyOf, openAnsweringHouse, type Registered } from './answering-house.ts'

const { ask, register, act, staffOf, upload, house } = await openAnsweringHouse()
const bureau = await staffOf('county.bureau', 'clerk', 'head', 'supervisor')
const above = await staffOf('prefecture.bureau', 'supervisor', 'clerk')
const land = await staffOf('county.land', 'clerk', 'head')
const conference = await staffOf('prefecture.conference', 'supervisor')
const clerk = await staffOf('county.bureau', 'clerk')

/** Something done on another day. */
async function on<T>(text: string, act: () => Promise<T>): Promise<T> {
  house.setToday(text)
  try {
    return await act()
  } finally {
    house.setToday('2026-11-23')
  }
}

const id = (organ: string) => organ as OrganId

async function handled(more: object = {}): Promise<Registered> {
  const registered = await register(more)
  await act(bureau, registered.number, 'transfer', { to: 'county.land' })
  return registered
}

const beginning = ({ number }: Registered, more: Partial<MatterBeginning> = {}): MatterBeginning => ({
  subject: { kind: 'petition', petition: number },
  supervisor: id('county.bureau'),
  ...{ keptFrom: [], officials: [], isShowable: true, category: 'land.requisition', place: '990101', ...more },
})
const found = (key = 'late handle#1', more: Partial<Found> = {}): Found => ({
  ...{ rule: 'notAnsweredInTime', key, organ: id('county.land') },
  evidence: [
    { fact: 'DutyFellOverdue', version: 4, on: day('2026-11-22'), clock: 'handle#1', lastDay: day('2026-11-21') },
  ],
  ...more,
})

const command = (who: Asker, number: string, segment: string, body: object) =>
  ask(who, 'POST', `/api/supervision/matters/${number}/${segment}`, body)
const read = async (who: Asker, number: string) => (await ask(who, 'GET', `/api/supervision/matters/${number}`)).body
const order = (more: object = {}) => ({
  ...{ kind: 'urging', addressees: [{ organ: 'county.land' }], due: '2026-12-20', instruction: '请于期限内书面答复' },
  ...more,
})

async function supervised(more: Partial<MatterBeginning> = {}): Promise<Registered> {
  const registered = await handled()
  await recordFindings(house, { beginning: beginning(registered, more), found: [found()] })
  return registered
}

/** Confirmed, with one open order on the land office. */
async function ordered(more: object = {}): Promise<Registered> {
  const registered = await supervised()
  await command(bureau, registered.number, 'confirm', { finding: 'f1' })
  const { status, body } = await command(bureau, registered.number, 'orders', order({ findings: ['f1'], ...more }))
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`)
  return registered
}

describe('What the rules found', () => {
  it('stands on the board of whoever supervises, with rule, facts and articles, once', async () => {
    const registered = await supervised()
    const again = await recordFindings(house, { beginning: beginning(registered), found: [found(), found()] })
    expect(again.facts).toBe(0)
    const { body } = await ask(bureau, 'GET', '/api/supervision/candidates?limit=100')
    const mine = body.items.filter(({ matter }: { matter: string }) => matter === registered.number)
    expect(mine).toMatchObject([
      {
        ...{ finding: 'f1', rule: 'notAnsweredInTime', organ: { id: 'county.land' }, title: '承包地面积少算' },
        ...{ lastDay: '2026-11-30', daysLeft: 7, basis: { zh: '《信访工作条例》第40条第1款' } },
      },
    ])
    expect(body.counts.byRule).toContainEqual({ rule: 'notAnsweredInTime', count: body.counts.open })
    const matter = await read(bureau, registered.number)
    expect(matter.findings[0]).toMatchObject({
      liability: { en: expect.stringContaining('art. 45, para. 1, item 1') },
      evidence: [{ zh: expect.stringContaining('2026年11月21日') }],
      clock: { rule: 'decideFinding', organ: { id: 'county.bureau' } },
    })
  })

  it('is confirmed, or dismissed with a reason, by whoever it waits for and by nobody else', async () => {
    const registered = await supervised()
    expect((await command(clerk, registered.number, 'confirm', { finding: 'f1' })).status).toBe(403)
    for (const other of [above, land, conference])
      expect((await command(other, registered.number, 'confirm', { finding: 'f1' })).status).toBe(404)
    expect((await command(bureau, registered.number, 'dismiss', { finding: 'f1' })).status).toBe(400)
    const dismissed = await command(bureau, registered.number, 'dismiss', { finding: 'f1', reason: '已经口头答复' })
    expect(dismissed.status).toBe(200)
    const { findings } = await read(bureau, registered.number)
    expect(findings[0]).toMatchObject({ state: 'dismissed', decision: { reason: '已经口头答复' } })
    const { body } = await ask(bureau, 'GET', '/api/supervision/candidates?state=dismissed&limit=100')
    expect(body.items.map(({ matter }: { matter: string }) => matter)).toContain(registered.number)
  })

  it('rises one level when nobody decides in time, and is decided there', async () => {
    const registered = await supervised()
    await on('2026-12-01', () => sweep(dueSupervision(house)))
    const { findings, supervisors } = await read(above, registered.number)
    expect(findings[0]).toMatchObject({ at: { id: 'prefecture.bureau' }, escalations: 1, state: 'open' })
    expect(supervisors.map((each: { id: string }) => each.id)).toEqual(['county.bureau', 'prefecture.bureau'])
    expect((await command(bureau, registered.number, 'confirm', { finding: 'f1' })).status).toBe(403)
    expect((await command(above, registered.number, 'confirm', { finding: 'f1' })).status).toBe(200)
  })
})

describe('An order', () => {
  it('is answered with files, verified, and closed by whoever opened it', async () => {
    const { number } = await ordered()
    const file = await upload(land, '答复书.txt', '已经答复')
    const materials = [{ ...file, name: '答复书.txt' }]
    expect((await command(land, number, 'close', { order: 'o1', note: '已办' })).status).toBe(403)
    expect(
      (await command(land, number, 'report', { order: 'o1', report: '已于今日答复并送达', materials })).status,
    ).toBe(200)
    const mine = await read(land, number)
    expect(mine.orders[0]).toMatchObject({
      state: 'reported',
      reports: [{ materials: [{ ref: 'o1r1m1', name: '答复书.txt' }] }],
    })
    expect((await ask(land, 'GET', `/api/supervision/matters/${number}/materials/o1r1m1`)).answer.body).toBe('已经答复')
    expect((await command(bureau, number, 'close', { order: 'o1', note: '已办' })).body.refusal).toBe(
      'wrong-order-state',
    )
    expect((await command(bureau, number, 'verify', { order: 'o1', way: 'file', note: '文书在卷' })).status).toBe(200)
    expect((await command(bureau, number, 'close', { order: 'o1', note: '已核实，销号' })).status).toBe(200)
    const { body } = await ask(bureau, 'GET', '/api/supervision/orders?state=closed&limit=100')
    expect(body.items.map((item: { matter: string }) => item.matter)).toContain(number)
  })

  it('is one an organ and a matter, whoever opens it', async () => {
    const { number } = await ordered()
    const second = await command(bureau, number, 'orders', order({ findings: ['f1'], kind: 'onSite' }))
    expect(second.body).toMatchObject({ refusal: 'inspected-already' })
    const refused = await ask(bureau, 'POST', '/api/supervision/matters', {
      subject: { kind: 'petition', number },
      ...order(),
    })
    expect(refused.body).toMatchObject({ refusal: 'inspected-already' })
    expect((await command(bureau, number, 'orders', order({ findings: ['f1'], kind: 'followUp' }))).status).toBe(200)
    const plan = (await ask(above, 'GET', '/api/supervision/plan')).body.items
    expect(
      plan
        .filter((item: { matter: string }) => item.matter === number)
        .map((item: { kind: string }) => item.kind)
        .sort(),
    ).toEqual(['followUp', 'urging'])
  })

  it('is put on a petition in which nothing was found, and not by guessing its number', async () => {
    const { number } = await handled()
    const begun = { subject: { kind: 'petition', number }, ...order() }
    expect((await ask(conference, 'POST', '/api/supervision/matters', begun)).status).toBe(404)
    const { status, body } = await ask(bureau, 'POST', '/api/supervision/matters', begun)
    expect([status, body]).toEqual([201, { matter: number, version: 4, order: 'o1' }])
    expect((await read(bureau, number)).findings).toMatchObject([{ rule: 'seenBySupervisor', state: 'confirmed' }])
    expect(await hasOpenOrders(house, number)).toBe(true)
  })

  it('over a topic takes in what nobody inspects yet', async () => {
    const office = await staffOf('prefecture', 'supervisor')
    const free = await handled()
    const busy = await ordered()
    const topic = { kind: 'topic', category: null, place: '990101', from: '2026-11-01', until: '2026-11-30' }
    const special = {
      subject: topic,
      ...order({ kind: 'special', addressees: [{ organ: 'county.land' }, { organ: 'county' }] }),
    }
    expect((await ask(bureau, 'POST', '/api/supervision/matters', special)).body.refusal).toBe('not-an-opener')
    const { status, body } = await ask(office, 'POST', '/api/supervision/matters', special)
    expect([status, body.order]).toEqual([201, 'o1'])
    const { subject } = await read(office, body.matter)
    expect(subject).toMatchObject({ kind: 'topic', petitions: [] })
    expect(subject.count).toBeGreaterThan(0)
    const beside = await ask(bureau, 'POST', '/api/supervision/matters', {
      subject: { kind: 'petition', number: free.number },
      ...order(),
    })
    expect(beside.body).toMatchObject({ refusal: 'inspected-already' })
    expect(
      (await command(bureau, busy.number, 'return', { order: 'o1', reason: '不足', until: '2026-12-30' })).body.refusal,
    ).toBe('wrong-order-state')
    await command(office, body.matter, 'raise', { order: 'o1', kind: 'interview', due: '2026-12-30', reason: '无' })
    for (const who of [land, await staffOf('county')])
      await command(who, body.matter, 'report', { order: 'o1', report: '已办' })
    await command(office, body.matter, 'verify', { order: 'o1', way: 'file', note: '属实' })
    expect((await command(office, body.matter, 'close', { order: 'o1', note: '结束' })).status).toBe(200)
  })

  it('is raised by the conference to the list, put right, and taken off it', async () => {
    const { number } = await ordered()
    expect(
      (await command(bureau, number, 'raise', { order: 'o1', kind: 'listed', due: '2026-12-30', reason: '拖延' })).body
        .refusal,
    ).toBe('not-an-opener')
    expect((await command(bureau, number, 'refer', { to: 'county.labour' })).body.refusal).toBe('not-a-referee')
    expect((await command(bureau, number, 'refer', { to: 'prefecture.conference', note: '建议挂牌' })).status).toBe(200)
    const raised = { order: 'o1', kind: 'listed', due: '2026-12-30', reason: '逾期未改', criteria: ['当面答复信访人'] }
    expect((await command(conference, number, 'raise', { ...raised, criteria: [] })).body.refusal).toBe('no-criteria')
    expect((await command(conference, number, 'raise', raised)).body).toMatchObject({ order: 'o2' })
    const board = async (state = 'open') => (await ask(null, 'GET', `/api/listed-matters?state=${state}`)).body
    expect((await board()).items).toMatchObject([
      {
        kind: 'listed',
        category: { zh: '国土资源' },
        place: { zh: 'county' },
        organs: [{ id: 'county.land' }],
        isOverdue: false,
      },
    ])
    expect(JSON.stringify(await board())).not.toContain(number)
    await command(land, number, 'report', { order: 'o2', report: '已当面答复' })
    const ask2 = { order: 'o2', through: 'county.land', question: '是否已当面答复' }
    expect((await command(conference, number, 'ask', ask2)).body.refusal).toBe('asker-is-concerned')
    expect((await command(conference, number, 'ask', { ...ask2, through: 'county.labour' })).status).toBe(200)
    const labour = await staffOf('county.labour')
    const toAsk = (await ask(labour, 'GET', '/api/supervision/orders?which=ask')).body.items
    expect(toAsk).toMatchObject([{ matter: number, order: 'o2', title: null }])
    expect((await read(labour, number)).orders).toMatchObject([
      { instruction: '', reports: [], asked: { question: '是否已当面答复' } },
    ])
    expect((await command(labour, number, 'word', { order: 'o2', says: 'done', words: '来过了' })).status).toBe(200)
    expect((await read(land, number)).orders.find((each: { ref: string }) => each.ref === 'o2').asked).toBe(null)
    await command(conference, number, 'verify', { order: 'o2', way: 'petitioner', note: '回访属实' })
    expect((await command(conference, number, 'close', { order: 'o2', note: '摘牌' })).body.refusal).toBe(
      'criteria-not-met',
    )
    await command(conference, number, 'verify', { order: 'o2', way: 'petitioner', met: ['k1'], note: '回访属实' })
    expect((await command(conference, number, 'close', { order: 'o2', note: '摘牌' })).status).toBe(200)
    expect((await board()).items).toEqual([])
    expect((await board('closed')).items).toHaveLength(1)
  })

  it('is opened by whoever was asked to take the matter up, on an organ that had no part in it before', async () => {
    const { number } = await supervised()
    await command(bureau, number, 'confirm', { finding: 'f1' })
    await command(bureau, number, 'refer', { to: 'prefecture.conference' })
    const asked = async () =>
      (await ask(conference, 'GET', '/api/supervision/referred')).body.items.map(
        (item: { matter: string }) => item.matter,
      )
    expect(await asked()).toContain(number)
    const listed = order({ kind: 'listed', findings: ['f1'], criteria: ['当面答复'] })
    expect((await command(conference, number, 'orders', listed)).body).toMatchObject({ order: 'o1' })
    expect(await asked()).not.toContain(number)
    expect((await fsck(house, everyRoom)).errors).toEqual([])
  })

  it('is not opened by whoever was asked and says why not, which whoever asked reads', async () => {
    const { number } = await supervised()
    await command(bureau, number, 'confirm', { finding: 'f1' })
    expect((await command(conference, number, 'decline', { reason: '无权过问' })).status).toBe(404)
    await command(bureau, number, 'refer', { to: 'prefecture.conference' })
    expect((await command(bureau, number, 'decline', { reason: '不是提请我的' })).body.refusal).toBe(
      'nothing-was-referred',
    )
    expect((await command(conference, number, 'decline', { reason: '先由县里协调' })).status).toBe(200)
    const { items } = (await ask(conference, 'GET', '/api/supervision/referred')).body
    expect(items.map((item: { matter: string }) => item.matter)).not.toContain(number)
    expect((await read(bureau, number)).referrals).toMatchObject([{ declined: { reason: '先由县里协调' } }])
    expect((await command(conference, number, 'decline', { reason: '又一次' })).body.refusal).toBe(
      'nothing-was-referred',
    )
    expect((await fsck(house, everyRoom)).errors).toEqual([])
  })

  it('that is not answered falls overdue, and is given more time only by the head', async () => {
    const { number } = await ordered({ due: '2026-11-25' })
    await on('2026-11-26', () => sweep(dueSupervision(house)))
    const { body } = await on('2026-11-26', () => ask(bureau, 'GET', '/api/supervision/orders?limit=100'))
    expect(body.items.find((item: { matter: string }) => item.matter === number)).toMatchObject({
      isOverdue: true,
      daysLeft: -1,
    })
    const supervisor = await staffOf('county.bureau', 'supervisor')
    const later = { order: 'o1', until: '2026-12-05', reason: '材料待补' }
    expect((await command(supervisor, number, 'extend', later)).body.refusal).toBe('needs-the-head-of-supervision')
    expect((await command(bureau, number, 'extend', { ...later, until: '2026-11-25' })).body.refusal).toBe(
      'due-not-later',
    )
    expect((await command(bureau, number, 'extend', later)).status).toBe(200)
    const effect = (await ask(bureau, 'GET', '/api/supervision/effect?from=2026-11-01&until=2026-11-30')).body.rows
    expect(effect).toContainEqual(expect.objectContaining({ organ: expect.objectContaining({ id: 'county.land' }) }))
  })

  it('has had its effect once what was owed is done, and a relapse is counted', async () => {
    const registered = await ordered()
    const { number } = registered
    await recordMended(house, { subject: { kind: 'petition', petition: number }, keys: ['late handle#1'] })
    await recordExecuted(house, { subject: { kind: 'petition', petition: number } })
    expect((await read(bureau, number)).orders[0]).toMatchObject({ executedOn: '2026-11-23', relapses: 0 })
    await command(land, number, 'report', { order: 'o1', report: '已办' })
    await command(bureau, number, 'verify', { order: 'o1', way: 'file', note: '属实' })
    await command(bureau, number, 'close', { order: 'o1', note: '销号' })
    await recordFindings(house, { beginning: beginning(registered), found: [found('late redo#1')] })
    expect((await read(bureau, number)).orders[0]).toMatchObject({ relapses: 1 })
  })
})

describe('Who sees a matter', () => {
  it('supervisors all of it, an organ that must act its own order, a petitioner that it is supervised', async () => {
    const registered = await ordered()
    const { number } = registered
    await recordFindings(house, {
      beginning: beginning(registered),
      found: [found('other', { organ: id('county.labour') })],
    })
    await command(bureau, number, 'dismiss', { finding: 'f2', reason: '另案处理' })
    const own = await read(land, number)
    expect(own.findings.map(({ ref, decision }: { ref: string; decision: unknown }) => [ref, decision])).toEqual([
      ['f1', null],
    ])
    expect(JSON.stringify(own)).not.toContain('另案处理')
    expect(own.kinds).toEqual([])
    expect((await ask(land, 'GET', '/api/supervision/candidates')).body.items ?? []).toEqual([])
    expect(
      (await ask(land, 'GET', '/api/supervision/orders?which=forUs&limit=100')).body.items.map(
        (item: { matter: string }) => item.matter,
      ),
    ).toContain(number)
    const told = await ask(keyOf(registered), 'GET', '/api/follow/supervision')
    expect(told.body.items).toMatchObject([{ kind: 'urging', state: 'open', by: { id: 'county.bureau' } }])
    expect(JSON.stringify(told.body)).not.toContain('书面答复')
    const beside = await ask(clerk, 'GET', `/api/petitions/${number}/supervision`)
    expect(beside.body).toMatchObject({ matter: number, findings: 1, begin: { allowed: false } })
    expect((await ask(bureau, 'GET', `/api/petitions/${number}/supervision`)).body.begin.allowed).toBe(true)
    const stranger = await staffOf('county.labour', 'clerk')
    expect((await ask(stranger, 'GET', `/api/petitions/${number}/supervision`)).status).toBe(404)
    expect((await read(stranger, number)).refusal).toBe('no-such-matter')
  })

  it('nobody from whom the petition is kept, whatever part they were given: by the program alone, and by the database alone', async () => {
    const registered = await ordered()
    const { number } = registered
    const stream = `supervision:${number}`
    const subject = { kind: 'petition', petition: number } as const
    expect((await read(land, number)).matter).toBe(number)
    // the program knows, the database was not told
    const keeping = { keptFrom: [id('county.land')], officials: [], isShowable: false }
    expect((await recordKept(house, { subject, keeping })).facts).toBe(1)
    await house.work.query(`update supervision_organ set kept_from = '{}' where stream_id = $1`, [stream])
    expect((await read(land, number)).refusal).toBe('no-such-matter')
    expect((await command(land, number, 'report', { order: 'o1', report: '已办' })).status).toBe(404)
    // the database knows, whatever the program believes
    await house.work.query(`update supervision_organ set kept_from = '{county.land}' where stream_id = $1`, [stream])
    const seen = await fly(house.app, [
      ...settingStatements({ 'xinqiao.organ': 'county.land', 'xinqiao.account': 'nobody' }),
      ...[
        'event',
        'sealed',
        'supervision_organ',
        'supervision_order',
        'supervision_finding',
        'supervision_clock',
        'supervision_order_organ',
      ].map((name) => ({
        name: '',
        text: `select count(*)::int as n from ${name} where stream_id = $1`,
        values: [stream],
      })),
    ])
    expect(seen.slice(-7).map((rows) => rows[0]?.n)).toEqual([0, 0, 0, 0, 0, 0, 0])
  })

  it('an addressee reads in the database its own order, and no finding', async () => {
    const registered = await ordered()
    const stream = `supervision:${registered.number}`
    await command(bureau, registered.number, 'orders', order({ addressees: [{ organ: 'county.labour' }] }))
    const seenBy = async (organ: string) => {
      const results = await fly(house.app, [
        ...settingStatements({ 'xinqiao.organ': organ, 'xinqiao.account': 'nobody' }),
        ...['supervision_order', 'supervision_finding'].map((name) => ({
          ...{ name: '', text: `select ref from ${name} where stream_id = $1 order by ref`, values: [stream] },
        })),
      ])
      return results.slice(-2).map((rows) => rows.map(({ ref }) => ref))
    }
    expect(await seenBy('county.bureau')).toEqual([
      ['o1', 'o2'],
      ['f1', 'f2'],
    ])
    expect(await seenBy('county.land')).toEqual([['o1'], []])
    expect(await seenBy('county.labour')).toEqual([['o2'], []])
    expect(await seenBy('prefecture.bureau')).toEqual([[], []])
    expect(await seenBy('')).toEqual([[], []])
  })
})

describe('The rows of the room', () => {
  it('are what the facts say, and are made anew from them', async () => {
    await ordered()
    expect((await fsck(house, everyRoom)).errors).toEqual([])
    await house.work.query('delete from supervision_order')
    await rebuild(house, everyRoom)
    expect((await fsck(house, everyRoom)).errors).toEqual([])
  })
})
