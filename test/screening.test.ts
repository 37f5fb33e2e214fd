/** Screening on the wire and in the database (docs/adr/0046): what each place reports, once, and who cannot even see that there is a campaign. */
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { fly } from '../src/engine/flight.ts'
import { fsck } from '../src/engine/fsck.ts'
import { settingStatements } from '../src/engine/history.ts'
import { rebuild } from '../src/engine/rebuild.ts'
import type { Settings } from '../src/engine/room.ts'
import { sweep } from '../src/engine/sweep.ts'
import { rooms as everyRoom } from '../src/main.ts'
import { dueRounds, dueScreenings } from '../src/prevention/screening/jobs.ts'
import { openNextRound } from '../src/prevention/screening/next-round.ts'
import { readScreening } from '../src/prevention/screening/queries.ts'
import { screeningFoundReaction, screeningReformReaction } from '../src/prevention/screening/reactions.ts'
import { type Asker, openAnsweringHouse } from './answering-house.ts'
import { catchUp } from './catching-up.ts'
import { openGrassroots } from './grassroots.ts'

const answering = await openAnsweringHouse()
await openGrassroots(answering)
const { ask, staffOf, house } = answering
const bureau = await staffOf('county.bureau', 'clerk')
const prefecture = await staffOf('prefecture.bureau', 'clerk')
const town = await staffOf('town', 'clerk')
const hill = await staffOf('town.hill', 'clerk')
const mill = await staffOf('town.mill', 'clerk')
const port = await staffOf('port', 'clerk')
const quay = await staffOf('port.quay', 'clerk')
const land = await staffOf('county.land', 'clerk')
const labour = await staffOf('county.labour', 'clerk')

const [hillArea, millArea, quayArea] = ['990101001201', '990101001202', '990101002201'] as const

interface Read {
  readonly [key: string]: unknown
}
const must = async (asked: Promise<{ status: number; body: Read }>): Promise<Read> => {
  const { status, body } = await asked
  expect([200, 201], JSON.stringify(body)).toContain(status)
  return body
}
const read = (who: Asker, screening: string) => ask(who, 'GET', `/api/screenings/${screening}`)
const place = (who: Asker, screening: string, area: string) =>
  ask(who, 'GET', `/api/screenings/${screening}/areas/${area}`)
const command = (who: Asker, screening: string, segment: string, body: object = {}, more: object = {}) =>
  ask(who, 'POST', `/api/screenings/${screening}/${segment}`, body, more)
const typed = (more: object = {}) => ({
  ...{ title: '十一月月排查', brief: '逐组走一遍', areas: ['990101001'], rhythm: 'month', ...more },
})
const open = async (who: Asker = bureau, more: object = {}): Promise<string> =>
  (await must(ask(who, 'POST', '/api/screenings', typed(more)))).screening as string
const zero = (more: object = {}) => ({ area: hillArea, entry: randomUUID(), at: '2026-11-23', ...more })
const dispute = (screening: string | null, more: object = {}) => ({
  ...{ entry: randomUUID(), foundOn: '2026-11-23', region: hillArea, category: 'rural.land-contracts', people: 2 },
  source:
    screening === null ? { kind: 'village', stream: null } : { kind: 'screening', stream: `screening:${screening}` },
  ...{ title: '田埂', cause: '犁田的时候把田埂犁窄了', asked: '恢复原来的宽度' },
  parties: [{ name: '测试人', asks: true }],
  ...more,
})
const record = async (who: Asker, body: object): Promise<string> =>
  (await must(ask(who, 'POST', '/api/disputes', body))).dispute as string
const found = () => catchUp(house, screeningFoundReaction(house))
const standings = async (screening: string) =>
  ((await must(read(bureau, screening))).places as { area: string; standing: string; isLate: boolean }[]).map(
    ({ area, standing, isLate }) => `${area} ${isLate ? 'late' : standing}`,
  )
const eventsOf = async (screening: string, type: string): Promise<number> => {
  const { rows } = await house.work.query<{ n: number }>(
    'select count(*)::int as n from event where stream_id = $1 and type = $2',
    [`screening:${screening}`, type],
  )
  return rows[0]?.n ?? 0
}

describe('A campaign', () => {
  it('is opened in places, reported of by each, and closed with its summary', async () => {
    const screening = await open()
    expect(await must(read(bureau, screening))).toMatchObject({
      ...{ part: 'keeper', stage: 'open', title: '十一月月排查', due: '2026-11-25', areas: 2, waiting: 2 },
      round: { rhythm: 'month', number: 1, from: '2026-11-01', until: '2026-11-30', nextOn: '2026-12-01' },
    })
    await must(command(hill, screening, 'zero', zero({ note: '各组都走了' })))
    expect((await command(bureau, screening, 'close', { summary: '完' })).body).toMatchObject({
      refusal: 'areas-still-to-report',
    })
    const id = await record(mill, dispute(screening, { region: millArea }))
    await found()
    await found()
    expect(await must(read(town, screening))).toMatchObject({ part: 'reporter', found: 1, zero: 1, waiting: 0 })
    expect(await must(place(mill, screening, millArea))).toMatchObject({ standing: 'found', found: [id], disputes: 1 })
    // the bureau sees that something was found, and not what: it has no part in the dispute
    expect(await must(place(bureau, screening, millArea))).toMatchObject({ found: [], disputes: 1 })
    await must(command(bureau, screening, 'close', { summary: '两村都报了' }))
    expect(await must(read(hill, screening))).toMatchObject({ stage: 'closed', summary: '两村都报了' })
  })

  it('takes an entry of a phone once: under its key, without one, and after it was closed', async () => {
    const screening = await open()
    const body = zero()
    const key = { 'idempotency-key': body.entry }
    const answers = await Promise.all([key, key, {}, {}].map((more) => command(hill, screening, 'zero', body, more)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect(await eventsOf(screening, 'ZeroReportFiled')).toBe(1)
    await must(command(mill, screening, 'zero', zero({ area: millArea })))
    await must(command(bureau, screening, 'close', { summary: '完' }))
    expect((await command(hill, screening, 'zero', body)).status).toBe(200)
    expect((await command(hill, screening, 'zero', zero())).body).toMatchObject({ refusal: 'wrong-screening-stage' })
    expect(await eventsOf(screening, 'ZeroReportFiled')).toBe(2)
  })

  it('names screeners who then see it and report, helpers, and houses that only the place and the keeper are shown', async () => {
    const screening = await open()
    expect((await read(land, screening)).status).toBe(404)
    const [household, other] = [randomUUID(), randomUUID()]
    const houses = [
      { household, where: '三组晒坝边第二家' },
      { household: other, where: '五组' },
    ]
    const screeners = [{ account: land.account, organ: 'county.land' }]
    const strange = { area: hillArea, screeners: [{ account: land.account, organ: 'county.labour' }] }
    expect((await command(hill, screening, 'assign', strange)).body).toMatchObject({ refusal: 'screener-unknown' })
    await must(command(hill, screening, 'assign', { area: hillArea, screeners, helpers: '网格员', households: houses }))
    expect((await read(land, screening)).status).toBe(200)
    expect((await read(labour, screening)).status).toBe(404)
    const seen = { area: hillArea, household, entry: randomUUID(), at: '2026-11-23', result: 'met', note: '没有' }
    await must(command(land, screening, 'household', seen))
    await must(command(land, screening, 'household', seen))
    expect(await must(place(hill, screening, hillArea))).toMatchObject({
      ...{ helpers: '网格员', households: 2, met: 1, screeners: [{ account: land.account }] },
      houses: [{ where: '三组晒坝边第二家', result: 'met', note: '没有' }, { result: null }],
    })
    expect(await must(place(mill, screening, hillArea))).toMatchObject({
      helpers: null,
      houses: [],
      households: 2,
      met: 1,
    })
    await must(command(land, screening, 'zero', zero()))
    expect((await command(land, screening, 'zero', zero({ area: millArea }))).body).toMatchObject({
      refusal: 'area-not-yours',
    })
  })

  it('is listed, and counted place by place down to the village', async () => {
    const screening = await open(bureau, { areas: ['990101'] })
    await must(command(quay, screening, 'zero', zero({ area: quayArea })))
    const list = await must(ask(prefecture, 'GET', `/api/screenings?region=${quayArea}&limit=100`))
    expect((list.items as Read[]).map((item) => item.screening)).toEqual([screening])
    expect(list.items).toMatchObject([{ title: '十一月月排查', areas: 3, zero: 1 }])
    const tree = async (who: Asker, at = '') =>
      (await must(ask(who, 'GET', `/api/screening-places${at}`))).items as { region: string; zero: number }[]
    expect((await tree(prefecture)).map(({ region }) => region)).toEqual(['990101'])
    expect((await tree(prefecture, '?place=990101')).map(({ region }) => region)).toEqual(['990101001', '990101002'])
    expect(await tree(port)).toEqual([expect.objectContaining({ region: quayArea, areas: 1, zero: 1, isLeaf: true })])
    expect(await tree(labour)).toEqual([])
    const own = (await must(ask(quay, 'GET', '/api/screening-reports'))).items as Read[]
    expect(own).toEqual([expect.objectContaining({ screening, area: quayArea, standing: 'zero' })])
    const towns = (await must(ask(town, 'GET', '/api/screening-reports?limit=1'))) as { items: Read[]; next: string }
    const next = (await must(ask(town, 'GET', `/api/screening-reports?limit=100&cursor=${towns.next}`))).items as Read[]
    const keys = [...towns.items, ...next].map(({ screening: of, area }) => `${of} ${area}`)
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys).toContain(`${screening} ${millArea}`)
  })

  it('is opened by whoever looks after a place, within it', async () => {
    expect(await must(ask(bureau, 'GET', '/api/screening-plan'))).toMatchObject({
      refusal: null,
      places: [{ region: '990101', areas: 3 }, { region: '990101001', areas: 2 }, {}, {}, {}, {}],
      rhythms: [
        { rhythm: 'week', due: '2026-11-27' },
        { rhythm: 'month', due: '2026-11-25' },
      ],
    })
    expect((await ask(hill, 'POST', '/api/screenings', typed())).body).toMatchObject({ refusal: 'screening-not-yours' })
    expect((await ask(town, 'POST', '/api/screenings', typed({ areas: [quayArea] }))).body).toMatchObject({
      refusal: 'area-outside-region',
    })
    expect((await ask(bureau, 'POST', '/api/screenings', typed({ areas: ['990101009'] }))).body).toMatchObject({
      refusal: 'no-such-area',
    })
    expect((await ask(bureau, 'POST', '/api/screenings', typed({ rhythm: null }))).body).toMatchObject({
      refusal: 'needs-day',
    })
    expect((await ask(bureau, 'POST', '/api/screenings', typed({ rhythm: 'quarter' }))).body).toMatchObject({
      refusal: 'rhythm-unknown',
    })
    await open(town, { rhythm: null, due: '2026-11-30', category: 'labour' })
  })
})

describe('What is found', () => {
  it('counts for the place where it is, and only what whoever recorded it could report', async () => {
    const screening = await open()
    await record(quay, dispute(screening, { region: quayArea }))
    await record(hill, dispute(null))
    await found()
    expect(await standings(screening)).toEqual([`${hillArea} waiting`, `${millArea} waiting`])
    await record(town, dispute(screening))
    await found()
    expect(await standings(screening)).toEqual([`${hillArea} found`, `${millArea} waiting`])
    expect((await command(hill, screening, 'zero', zero())).body).toMatchObject({ refusal: 'found-already' })
  })

  it('is linked from the ledger by whoever sees it there; one that is kept from an organ is not', async () => {
    const screening = await open()
    const own = await record(hill, dispute(null))
    expect((await command(mill, screening, 'link', { area: millArea, dispute: own })).body).toMatchObject({
      refusal: 'dispute-unknown',
    })
    const kept = await record(
      town,
      dispute(screening, {
        parties: [
          { name: '测试人', asks: true },
          { name: '村委会', organ: 'town.hill', asks: false },
        ],
      }),
    )
    await found()
    expect(await standings(screening)).toEqual([`${hillArea} waiting`, `${millArea} waiting`])
    expect((await command(town, screening, 'link', { area: hillArea, dispute: kept })).body).toMatchObject({
      refusal: 'dispute-is-kept',
    })
    expect(JSON.stringify(await must(place(hill, screening, hillArea)))).not.toContain(kept)
    await must(command(hill, screening, 'link', { area: hillArea, dispute: own }))
    await must(command(hill, screening, 'link', { area: hillArea, dispute: own }))
    expect(await eventsOf(screening, 'DisputeLinked')).toBe(1)
  })
})

describe('A place that does not report', () => {
  it('is late, is reminded, is given more time, and what was not believed is looked at again', async () => {
    const screening = await open()
    house.setToday('2026-11-26')
    await sweep(dueScreenings(house))
    await sweep(dueScreenings(house))
    expect(await eventsOf(screening, 'AreasFellOverdue')).toBe(1)
    expect(await standings(screening)).toEqual([`${hillArea} late`, `${millArea} late`])
    await must(command(bureau, screening, 'remind', { area: hillArea }))
    await must(command(hill, screening, 'zero', zero({ at: '2026-11-24' })))
    expect(await must(place(hill, screening, hillArea))).toMatchObject({
      reportedOn: '2026-11-24',
      isLate: false,
      reminders: 1,
    })
    await must(command(bureau, screening, 'return', { area: hillArea, reason: '没有走完', until: '2026-11-28' }))
    await must(command(bureau, screening, 'extend', { until: '2026-11-30', reason: '下雪' }))
    expect(await standings(screening)).toEqual([`${hillArea} waiting`, `${millArea} waiting`])
    house.setToday('2026-11-23')
  })
})

describe('The next round', () => {
  it('opens by itself once, however many try, and says so in the one before', async () => {
    const screening = await open(bureau, { areas: [hillArea] })
    await must(
      command(hill, screening, 'assign', { area: hillArea, screeners: [{ account: town.account, organ: 'town' }] }),
    )
    await sweep(dueRounds(house))
    expect(await must(read(bureau, screening))).toMatchObject({ round: { next: null } })
    house.setToday('2026-12-01')
    const tried = await Promise.all([1, 2, 3].map(() => openNextRound(house, `screening:${screening}`)))
    expect(tried).toContain(true)
    await sweep(dueRounds(house))
    const { round } = (await must(read(bureau, screening))) as { round: { next: string } }
    expect(await must(read(bureau, round.next))).toMatchObject({
      ...{ title: '十一月月排查', brief: '逐组走一遍', due: '2026-12-25', areas: 1 },
      round: { number: 2, from: '2026-12-01' },
    })
    expect(await must(place(hill, round.next, hillArea))).toMatchObject({ screeners: [{ account: town.account }] })
    expect(await eventsOf(round.next, 'ScreeningOpened')).toBe(1)
    expect(await eventsOf(screening, 'NextRoundOpened')).toBe(1)
    await must(command(bureau, round.next, 'end-series', { reason: '并入县里' }))
    // it stood still over two months: only the round that runs is opened, and none of an ended series
    house.setToday('2027-03-02')
    expect(await openNextRound(house, `screening:${round.next}`)).toBe(false)
    house.setToday('2026-11-23')
  })

  it('goes on where it was cut off between opening it and saying so, over rounds that passed', async () => {
    const screening = await open(bureau, { areas: [millArea] })
    house.setToday('2027-02-10')
    expect(await openNextRound(house, `screening:${screening}`)).toBe(true)
    await house.work.query(`update screening set next_on = '2026-12-01' where stream_id = $1`, [
      `screening:${screening}`,
    ])
    expect(await openNextRound(house, `screening:${screening}`)).toBe(false)
    const { round } = (await must(read(bureau, screening))) as { round: { next: string } }
    expect(await must(read(bureau, round.next))).toMatchObject({ round: { number: 2, from: '2027-02-01' } })
    await house.work.query('update screening set next_on = null where stream_id = $1', [`screening:${screening}`])
    house.setToday('2026-11-23')
  })
})

const streamTables = [
  ...([
    'screening',
    'screening_area',
    'screening_place',
    'screening_clock',
    'screening_party',
    'event',
    'sealed',
  ] as const),
] as const
const as = (of: string, { account }: { account: string }, more: Settings = {}): Settings => ({
  ...{ 'xinqiao.organ': of, 'xinqiao.account': account, 'xinqiao.today': '2026-11-23' },
  ...more,
})
async function rowsSeen(settings: Settings, screening: string): Promise<readonly string[]> {
  const counts = streamTables.map((name) => ({
    ...{
      name: '',
      text: `select count(*)::int as n from ${name} where stream_id = $1`,
      values: [`screening:${screening}`],
    },
  }))
  const results = await fly(house.app, [...settingStatements(settings), ...counts])
  return results.slice(-counts.length).flatMap((rows, at) => (rows[0]?.n === 0 ? [] : [streamTables[at] as string]))
}

describe('Row security by itself', () => {
  it('shows a campaign to whoever looks over it, keeps it or reports in it, and to no other', async () => {
    const screening = await open(bureau, { areas: [hillArea] })
    const campaign = ['screening', 'screening_area', 'screening_clock', 'event', 'sealed']
    for (const settings of [
      as('county.bureau', bureau),
      as('prefecture.bureau', prefecture),
      as('town', town),
      as('town.hill', hill),
    ])
      expect(await rowsSeen(settings, screening)).toEqual(expect.arrayContaining(campaign))
    for (const settings of [
      {},
      as('town.mill', mill),
      as('port', port),
      as('county.land', land),
      { 'xinqiao.petition': '990101260000000001' },
    ])
      expect(await rowsSeen(settings, screening)).toEqual([])
    await must(
      command(hill, screening, 'assign', {
        area: hillArea,
        screeners: [{ account: land.account, organ: 'county.land' }],
      }),
    )
    expect(await rowsSeen(as('county.land', land), screening)).toEqual(expect.arrayContaining(campaign))
    expect(await rowsSeen(as('county.land', labour), screening)).toEqual([])
  })

  it('takes writing to the one campaign that is named', async () => {
    const screening = await open()
    const stream = `screening:${screening}`
    const write = (text: string, settings: Settings) =>
      fly(house.app, [...settingStatements(settings), { name: '', text, values: [stream] }])
    await expect(
      write(`insert into screening_party values ($1, 'county.labour', null)`, as('county.bureau', bureau)),
    ).rejects.toThrow(/row-level security/)
    const fact = `insert into event (stream_id, version, type, fact, hash, recorded_at) values ($1, 99, 'X', '{}', '', now())`
    await expect(write(fact, as('county.bureau', bureau))).rejects.toThrow(/row-level security/)
    await write(`update screening set keeper = 'thief' where stream_id = $1`, as('county.bureau', bureau))
    const { rows } = await house.work.query('select keeper from screening where stream_id = $1', [stream])
    expect(rows).toEqual([{ keeper: 'county.bureau' }])
  })
})

describe('The decision by itself, with the database blind', () => {
  it('says of a campaign that it does not exist to who has no part in it', async () => {
    const screening = await open()
    const blind = { ...house, app: house.work }
    const seen = async (organ: string, { account }: { account: string }) =>
      (await readScreening(blind, `screening:${screening}`, {
        ...{ kind: 'staff', account, organ: organ as never, posts: ['clerk'] },
      })) !== null
    expect(await seen('county.land', land)).toBe(false)
    expect(await seen('port', port)).toBe(false)
    expect(await seen('town', town)).toBe(true)
    expect(await seen('prefecture.bureau', prefecture)).toBe(true)
  })
})

describe('A reform of organs', () => {
  it('hands on the campaigns that run to whoever carries the organ on', async () => {
    const screening = await open(bureau, { areas: [hillArea] })
    const find = (id: string) => {
      const facts = house.directory.find(id as never)
      return id === 'town.hill' && facts
        ? { ...facts, state: 'merged' as const, successors: ['town.mill' as never] }
        : facts
    }
    const reformed = { ...house, directory: { ...house.directory, find } }
    const fact = { stream: 'organ:town.hill', fact: { type: 'OrganMerged' }, version: 2 } as never
    await screeningReformReaction(reformed).react(fact, null as never)
    await screeningReformReaction(reformed).react(fact, null as never)
    expect(await eventsOf(screening, 'ScreeningPassedOn')).toBe(1)
    await must(command(mill, screening, 'zero', zero()))
  })
})

describe('The rows of campaigns', () => {
  it('are what the facts say, and are made again from them', async () => {
    const { errors } = await fsck(house, everyRoom)
    expect(errors).toEqual([])
    await rebuild(house, everyRoom)
    expect((await fsck(house, everyRoom)).errors).toEqual([])
  })
})
