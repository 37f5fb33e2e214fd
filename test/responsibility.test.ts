/** Responsibility from outside: written down by whoever may, drawn as a map, warned of before it is an error; and kept by the database. */
import { beforeAll, describe, expect, it } from 'vitest'
import { commandResponsibility } from '../src/assessment/responsibility/commanding.ts'
import { responsibilityRoom } from '../src/assessment/responsibility/room.ts'
import { fly } from '../src/engine/flight.ts'
import { fsck } from '../src/engine/fsck.ts'
import { settingStatements } from '../src/engine/history.ts'
import type { OrganId } from '../src/kernel/organ.ts'
import { petitionRoom } from '../src/petition/room.ts'
import { recordFindings } from '../src/supervision/finding-commanding.ts'
import { openAnsweringHouse } from './answering-house.ts'
import { testOrgans } from './petition-house.ts'

const { ask, register, act, staffOf, house, office } = await openAnsweringHouse()
type Somebody = Awaited<ReturnType<typeof staffOf>>
let [bureau, land, landHead, county, labour] = [] as unknown as Somebody[] as [
  Somebody,
  Somebody,
  Somebody,
  Somebody,
  Somebody,
]
const ofCounty: readonly string[] = testOrgans
  .filter(({ region }) => region.startsWith('990101'))
  .map(({ id }) => id)
  .sort()
const named = { name: '郗望岳', office: '副县长' }
const record = (who: Somebody, organ: string, more: object, key?: string) =>
  ask(
    who,
    'POST',
    `/api/responsibility/${organ}`,
    { role: 'directs', holder: { account: landHead.account }, from: '2026-01-01', ...more },
    key === undefined ? {} : { 'idempotency-key': key },
  )
const rowOf = (items: readonly { organ: { id: string } }[], organ: string) =>
  items.find((each) => each.organ.id === organ)

beforeAll(async () => {
  bureau = await staffOf('county.bureau', 'clerk', 'head')
  land = await staffOf('county.land', 'clerk')
  landHead = await staffOf('county.land', 'head')
  county = await staffOf('county', 'leader', 'head')
  labour = await staffOf('county.labour', 'clerk', 'head')
})

describe('The map', () => {
  it('shows holes where nothing is written down', async () => {
    const { status, body } = await ask(county, 'GET', '/api/responsibility')
    expect(status).toBe(200)
    expect(body.organ.id).toBe('county')
    expect(body.items[0].organ.id).toBe('county')
    expect(body.items.map(({ organ }: { organ: { id: string } }) => organ.id).sort()).toEqual(ofCounty)
    const gaps = ofCounty.length
    expect(body.counts).toEqual([
      { kind: 'nobodyAnswersForAll', gaps },
      { kind: 'nobodyDirects', gaps },
      { kind: 'nobodyHandles', gaps },
    ])
    expect(body.standings).toEqual({ bare: gaps, begun: 0, whole: 0 })
    expect(body.items[1].gaps[0]).toMatchObject({
      zh: expect.stringContaining('负总责'),
      en: expect.stringContaining('answers'),
    })
  })

  it('shows who was written down, by account and by a sealed name, and fills the holes', async () => {
    expect((await record(landHead, 'county.land', {})).status).toBe(200)
    expect((await record(county, 'county.land', { role: 'answersForAll', holder: named })).status).toBe(200)
    expect((await record(landHead, 'county.land', { role: 'handles', holder: { account: land.account } })).status).toBe(
      200,
    )
    const { body } = await ask(county, 'GET', '/api/responsibility')
    const row = rowOf(body.items, 'county.land') as unknown as { held: object[]; gaps: object[] }
    expect(row.gaps).toEqual([])
    expect(row.held).toContainEqual(
      expect.objectContaining({ role: 'answersForAll', account: null, name: '郗望岳', office: '副县长' }),
    )
    expect(row.held).toContainEqual(expect.objectContaining({ role: 'directs', account: landHead.account }))
  })

  it('is paged, and can be asked for its gaps alone', async () => {
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const query: string = cursor === null ? '' : `&cursor=${cursor}`
      const { body } = await ask(county, 'GET', `/api/responsibility?limit=2&which=gaps${query}`)
      seen.push(...body.items.map(({ organ }: { organ: { id: string } }) => organ.id))
      cursor = body.next
    } while (cursor !== null)
    expect(seen.sort()).toEqual(ofCounty.filter((id) => id !== 'county.land'))
  })

  it('can be asked for one standing: nobody is written down, somebody is and something is missing, nothing is missing', async () => {
    expect((await record(county, 'county.labour', { role: 'answersForAll', holder: named })).status).toBe(200)
    const of = async (which: string) => {
      const { body } = await ask(county, 'GET', `/api/responsibility?which=${which}`)
      expect(body.standings).toEqual({ bare: ofCounty.length - 2, begun: 1, whole: 1 })
      return body.items.map(({ organ }: { organ: { id: string } }) => organ.id).sort()
    }
    expect(await of('whole')).toEqual(['county.land'])
    expect(await of('begun')).toEqual(['county.labour'])
    expect(await of('bare')).toEqual(ofCounty.filter((id) => id !== 'county.land' && id !== 'county.labour'))
    expect((await ask(county, 'GET', '/api/responsibility?which=nothing')).status).toBe(400)
  })

  it('reaches no further than the organ of whoever asks', async () => {
    const own = await ask(labour, 'GET', '/api/responsibility')
    expect(own.body.items).toHaveLength(1)
    expect((await ask(labour, 'GET', '/api/responsibility?organ=county.land')).status).toBe(404)
    expect((await ask(labour, 'GET', '/api/responsibility/county.land')).status).toBe(404)
    expect((await record(labour, 'county.land', {})).status).toBe(404)
    expect((await ask(labour, 'GET', '/api/warnings?organ=county')).status).toBe(404)
  })

  it('is written by no bureau and no clerk, and refuses in both languages', async () => {
    expect((await record(bureau, 'county.land', { role: 'handles' })).status).toBe(403)
    expect((await record(land, 'county.land', { role: 'handles' })).status).toBe(403)
    const read = await ask(bureau, 'GET', '/api/responsibility/county.land')
    expect(read.body.refusal).toMatchObject({
      kind: 'responsibility-not-yours',
      zh: expect.any(String),
      en: expect.any(String),
    })
  })

  it('writes the same request once', async () => {
    const more = { role: 'secondDuty', holder: { account: land.account } }
    const first = await record(landHead, 'county.land', more, 'once-0001')
    expect(await record(landHead, 'county.land', more, 'once-0001')).toMatchObject({ status: 200, body: first.body })
    expect((await record(landHead, 'county.land', more)).body.refusal).toBe('responsibility-recorded-already')
  })

  it('keeps what ended', async () => {
    const { status } = await ask(landHead, 'POST', '/api/responsibility/county.land/r3/end', { until: '2026-11-22' })
    expect(status).toBe(200)
    const { body } = await ask(landHead, 'GET', '/api/responsibility/county.land')
    expect(body.held).toContainEqual(expect.objectContaining({ ref: 'r3', until: '2026-11-22', isOver: true }))
    expect(body.gaps.map(({ kind }: { kind: string }) => kind)).toEqual(['nobodyHandles'])
    expect(body.candidates).toContainEqual(
      expect.objectContaining({ account: county.account, organ: expect.anything() }),
    )
    expect((await ask(bureau, 'GET', '/api/responsibility/county.land')).body.candidates).toEqual([])
  })
})

describe('A person named in a petition that they direct', () => {
  it('is shown to those with a part who do not answer to them, and never to themselves', async () => {
    const deputy = await staffOf('county.land')
    await house.work.query(`update account_person set name = '阚守仁' where stream_id = $1`, [
      `account:${deputy.account}`,
    ])
    const about = [{ as: 'respondent', organ: 'county.land', official: '副局长阚守仁' }]
    const { number } = await register({ about })
    await act(bureau, number, 'transfer', { to: 'county.land' })
    expect((await record(landHead, 'county.land', { holder: { account: deputy.account } })).status).toBe(200)
    const gapsSeenBy = async (who: Somebody) => {
      const { body } = await ask(who, 'GET', '/api/responsibility/county.land')
      return body.gaps.filter(({ kind }: { kind: string }) => kind === 'namedInPetition')
    }
    for (const who of [bureau, landHead]) expect(await gapsSeenBy(who)).toMatchObject([{ petition: number }])
    // no part in it, and named in it
    for (const who of [county, deputy]) expect(await gapsSeenBy(who)).toEqual([])
  })
})

describe('Warnings', () => {
  it('say before the day what would become which article, how many, and who answers', async () => {
    const first = await register({})
    const second = await register({})
    for (const { number } of [first, second]) await act(bureau, number, 'transfer', { to: 'county.land' })
    house.setToday('2026-12-06')
    const { body } = await ask(bureau, 'GET', '/api/warnings?organ=county.land&days=3')
    const warning = body.coming.find(({ rule }: { rule: string }) => rule === 'notify')
    expect(warning).toMatchObject({
      ...{ organ: { id: 'county.land' }, matters: 3, lastDay: '2026-12-08', daysLeft: 2, error: 'notNotified' },
      zh: '3件“书面告知（转送、交办）”2天后将成为《信访工作条例》第44条第1款第3项所列情形：未在规定期限内书面告知是否受理。',
      en: expect.stringMatching(/^3 matters in 2 days would become .*art\. 44.*item 3: not told in writing in time/),
      answersForAll: [{ name: '郗望岳' }],
    })
    expect(warning.directs).toContainEqual(expect.objectContaining({ account: landHead.account }))
    const cases = await ask(
      bureau,
      'GET',
      '/api/warnings/cases?organ=county.land&rule=notify&from=2026-12-08&through=2026-12-08&limit=2',
    )
    expect(cases.body.items).toHaveLength(2)
    const more = await ask(
      bureau,
      'GET',
      `/api/warnings/cases?organ=county.land&rule=notify&from=2026-12-08&through=2026-12-08&limit=2&cursor=${cases.body.next}`,
    )
    expect(more.body).toMatchObject({ items: [{ lastDay: '2026-12-08' }], next: null })
  })

  it('still say it on the last day, and the day after that it has become so', async () => {
    house.setToday('2026-12-08')
    const last = await ask(bureau, 'GET', '/api/warnings?organ=county.land&days=0')
    expect(last.body.coming).toMatchObject([{ rule: 'notify', daysLeft: 0, matters: 3 }])
    expect(last.body.fallen).toEqual([])
    house.setToday('2026-12-09')
    const after = await ask(bureau, 'GET', '/api/warnings?organ=county.land&days=0')
    expect(after.body.coming).toEqual([])
    expect(after.body.fallen).toMatchObject([
      { rule: 'notify', daysLeft: -1, matters: 3, error: 'notNotified', lastDay: '2026-12-08', through: '2026-12-08' },
    ])
  })

  it('count what the viewer has a part in, and nothing else', async () => {
    expect((await ask(county, 'GET', '/api/warnings?organ=county.land')).body.fallen).toEqual([])
    expect((await ask(labour, 'GET', '/api/warnings')).body.fallen).toEqual([])
    house.setToday('2026-11-23')
  })
})

describe('Warnings of supervision', () => {
  it('say that an order has to be answered, to whoever owes it and whoever supervises, and open its matter', async () => {
    const { number } = await register({})
    await act(bureau, number, 'transfer', { to: 'county.land' })
    await recordFindings(house, {
      beginning: {
        ...{ subject: { kind: 'petition', petition: number }, supervisor: 'county.bureau' as OrganId },
        ...{ keptFrom: [], officials: [], isShowable: true, category: 'land.requisition', place: '990101' },
      },
      found: [{ rule: 'notAnsweredInTime', key: 'late', organ: 'county.land' as OrganId, evidence: [] }],
    })
    const supervisor = await staffOf('county.bureau', 'clerk', 'head', 'supervisor')
    const command = (segment: string, body: object) =>
      ask(supervisor, 'POST', `/api/supervision/matters/${number}/${segment}`, body)
    expect((await command('confirm', { finding: 'f1' })).status).toBe(200)
    const order = {
      kind: 'urging',
      addressees: [{ organ: 'county.land' }],
      due: '2026-11-27',
      instruction: '请书面答复',
    }
    expect((await command('orders', { ...order, findings: ['f1'] })).status).toBe(200)
    const asked = '/api/warnings?organ=county.land&days=7'
    for (const who of [land, supervisor]) {
      const { body } = await ask(who, 'GET', asked)
      expect(body.coming).toContainEqual(
        expect.objectContaining({
          source: 'supervision',
          rule: 'reportOnOrder',
          daysLeft: 4,
          error: 'dutyNotDone',
          duty: expect.objectContaining({ zh: '反馈办理情况' }),
        }),
      )
    }
    expect((await ask(county, 'GET', asked)).body.coming).toEqual([])
    const cases = await ask(
      land,
      'GET',
      '/api/warnings/cases?organ=county.land&source=supervision&rule=reportOnOrder&from=2026-11-27&through=2026-11-27',
    )
    expect(cases.body.items).toMatchObject([{ number, source: 'supervision', daysLeft: 4 }])
  })
})

describe('The database', () => {
  const tables = ['responsibility', 'event', 'sealed']
  const seenBy = async (organ: string | null) => {
    const counts = tables.map((name) => ({
      name: '',
      text: `select count(*)::int as n from ${name} where stream_id = 'responsibility:county.land'`,
      values: [],
    }))
    const settings = organ === null ? {} : { 'xinqiao.organ': organ }
    const results = await fly(house.app, [...settingStatements(settings), ...counts])
    return results.slice(-tables.length).map((rows) => Number(rows[0]?.n) > 0)
  }

  it.each<[string | null, boolean]>([
    ['county.land', true],
    ['county.bureau', true],
    ['county', true],
    ['prefecture.bureau', true],
    ['county.discipline', true],
    ['county.labour', false],
    ['prefecture.land', false],
    [null, false],
  ])('shows %s: %s', async (organ, shown) => {
    expect(await seenBy(organ)).toEqual(tables.map(() => shown))
  })

  it('takes no row for another organ, whatever the program believes', async () => {
    const misled = {
      name: '',
      text: `insert into responsibility values ('responsibility:county.land', 'r9', 'county.land', 'handles', 'a', null, null, null, null, '2026-01-01', null)`,
      values: [],
    }
    await expect(fly(house.app, [...settingStatements({ 'xinqiao.organ': 'county.labour' }), misled])).rejects.toThrow(
      /row-level security/,
    )
  })

  it('holds no name in clear, and its books agree with the facts', async () => {
    const { rows } = await house.work.query(`select fact from event where stream_id like 'responsibility:%'`)
    expect(rows.length).toBeGreaterThan(3)
    expect(rows.map(({ fact }) => fact).join()).not.toMatch(/郗望岳|副县长/)
    const { errors } = await fsck(office.database, [petitionRoom, responsibilityRoom])
    expect(errors).toEqual([])
  })

  it('lets the house itself write, as when a demonstration is laid out', async () => {
    const done = await commandResponsibility(house, {
      ...{ organ: 'county.labour' as OrganId, type: 'RecordResponsibility', viewer: { kind: 'system', task: 'test' } },
      body: {
        ...{ role: 'directs', holder: { account: labour.account }, scope: { area: null, category: null } },
        ...{ from: '2026-01-01', until: null },
      },
    })
    expect(done.ok).toBe(true)
  })
})
