/** Letters before leaders, on the wire and in the database (docs/adr/0037): who reads, what is instructed, and who cannot even see that one lies there. */
import { describe, expect, it } from 'vitest'
import { numberingReaction } from '../src/documents/numbering/reactions.ts'
import { fly } from '../src/engine/flight.ts'
import { fsck } from '../src/engine/fsck.ts'
import { settingStatements } from '../src/engine/history.ts'
import { rebuild } from '../src/engine/rebuild.ts'
import type { Settings } from '../src/engine/room.ts'
import { issuing } from '../src/issuing.ts'
import { instructionReaction, readingReaction } from '../src/leadership/reading/reactions.ts'
import { rooms as everyRoom } from '../src/main.ts'
import { type Asker, keyOf, openAnsweringHouse, type Registered } from './answering-house.ts'
import { catchUp } from './catching-up.ts'
import { commandBodies, nobodysNumber, nobodysReading, readingBodies } from './command-bodies.ts'

const { ask, register, act, staffOf, house } = await openAnsweringHouse()
const clerk = await staffOf('county.bureau', 'clerk')
const mayor = await staffOf('county', 'leader')
const deputy = await staffOf('county', 'leader')
const office = await staffOf('county', 'clerk', 'head')
const land = await staffOf('county.land', 'clerk', 'head')
const above = await staffOf('prefecture.bureau', 'clerk', 'head')

interface Read {
  // biome-ignore lint/suspicious/noExplicitAny: what came over the wire is compared, not used
  readonly [key: string]: any
}
const must = async (asked: Promise<{ status: number; body: Read }>): Promise<Read> => {
  const { status, body } = await asked
  expect([200, 201], JSON.stringify(body)).toContain(status)
  return body
}
const lies = (who: { readonly account: string }, of = 'county') => ({ account: who.account, organ: of })
const propose = (who: Asker, petition: string, body: object = {}) =>
  ask(who, 'POST', '/api/readings', { petition, leader: lies(mayor), why: '多年未解决，请阅示', ...body })
const command = (who: Asker, reading: string, segment: string, body: object = readingBodies[segment] ?? {}) =>
  ask(who, 'POST', `/api/readings/${reading}/${segment}`, body)
const read = (who: Asker, reading: string) => ask(who, 'GET', `/api/readings/${reading}`)

async function handled(body: object = {}): Promise<Registered> {
  const registered = await register(body)
  await act(clerk, registered.number, 'transfer', { to: 'county.land' })
  return registered
}
const lying = async (body: object = {}): Promise<{ reading: string; petition: Registered }> => {
  const petition = await handled(body)
  return { reading: (await must(propose(clerk, petition.number))).reading, petition }
}
const listed = async (who: Asker, query: string): Promise<readonly string[]> =>
  (await must(ask(who, 'GET', `/api/readings?${query}&limit=100`))).items.map(({ reading }: Read) => reading)

describe('A letter before a leader', () => {
  it('lies in one queue, is read with the page about it, and instructed by template; the paper is numbered', async () => {
    const { reading, petition } = await lying()
    expect(await listed(mayor, 'part=leader&stage=proposed')).toContain(reading)
    const seen = await must(read(mayor, reading))
    expect(seen).toMatchObject({
      ...{ stage: 'proposed', part: 'leader', petition: petition.number, isPetitionOpenToYou: false },
      ...{ why: '多年未解决，请阅示', bureau: { id: 'county.bureau' } },
      summary: {
        number: petition.number,
        stage: 'routed',
        holder: { id: 'county.land' },
        asks: [{ text: '重新丈量' }],
      },
    })
    expect(seen.organs.map(({ id }: Read) => id)).toEqual(['county.land', 'county.bureau'])
    expect(seen.templates[0]).toMatchObject({
      id: 'handle',
      zh: '请{organ}依法研究办理，并于{day}前报告结果。',
      day: '2026-12-08',
    })
    expect(seen.actions.map(({ action, allowed }: Read) => [action, allowed])).toEqual([
      ['instruct', true],
      ['mark-read', true],
      ['return', true],
    ])

    expect(await must(command(mayor, reading, 'instruct'))).toMatchObject({ stage: 'instructed' })
    expect(await listed(mayor, 'part=leader&stage=proposed')).not.toContain(reading)
    expect(await must(read(clerk, reading))).toMatchObject({
      ...{ part: 'bureau', readOn: '2026-11-23', isPetitionOpenToYou: true, organs: [], templates: [] },
      instructions: [
        { organ: { id: 'county.land' }, to: { id: 'county.land' }, what: '请研究办理', due: '2026-12-10' },
      ],
    })
    await catchUp(house, numberingReaction(house, issuing))
    const papers = await must(ask(clerk, 'GET', `/api/issued/reading:${reading}/papers`))
    expect(papers.items).toMatchObject([{ paper: '2-instructionSlip', number: 'county信批〔2026〕1号' }])
    const paper = await must(ask(clerk, 'GET', `/api/issued/reading:${reading}/papers/2-instructionSlip?language=zh`))
    expect(JSON.stringify(paper)).toContain('county.land：请研究办理（2026年12月10日前报告）')
  })

  it('moves nothing in the petition: no fact, no clock, no part for whoever was named', async () => {
    const { reading, petition } = await lying()
    const before = (await must(ask(clerk, 'GET', `/api/petitions/${petition.number}`))) as Read
    const orders = [{ organ: 'county.labour', what: '请牵头', due: '2026-11-24' }]
    await must(command(mayor, reading, 'instruct', { orders }))
    const after = (await must(ask(clerk, 'GET', `/api/petitions/${petition.number}`))) as Read
    expect({ ...after, history: null }).toEqual({ ...before, history: null })
    expect(after.history).toHaveLength(before.history.length)
    expect((await must(read(mayor, reading))).instructions).toMatchObject([
      { organ: { id: 'county.labour' }, to: { id: 'county.bureau' } },
    ])
  })

  it('is read without ever being acted on, returned, recalled, refreshed or handed over', async () => {
    const noted = await lying()
    await must(command(mayor, noted.reading, 'mark-read'))
    expect((await command(clerk, noted.reading, 'recall')).body).toMatchObject({ refusal: 'wrong-reading-stage' })
    const returned = await lying()
    await must(command(mayor, returned.reading, 'return'))
    expect(await must(read(clerk, returned.reading))).toMatchObject({ reason: { text: '请先由主管部门提出意见' } })
    const recalled = await lying()
    await must(command(clerk, recalled.reading, 'recall'))
    expect((await command(mayor, recalled.reading, 'mark-read')).status).toBe(409)
    const other = await lying()
    expect((await command(clerk, other.reading, 'refresh')).body).toMatchObject({ refusal: 'nothing-changed' })
    await act(land, other.petition.number, 'accept', commandBodies.accept)
    await must(command(clerk, other.reading, 'refresh'))
    expect((await must(read(mayor, other.reading))).summary.stage).toBe('accepted')
    await must(command(clerk, other.reading, 'hand-over', { leader: lies(deputy), reason: '分工调整' }))
    expect((await read(mayor, other.reading)).status).toBe(404)
    expect(await must(read(deputy, other.reading))).toMatchObject({
      stage: 'proposed',
      handOvers: [{ reason: '分工调整' }],
    })
  })

  it('is found again by whoever read it, by words of its title or its number', async () => {
    const { reading, petition } = await lying({ title: '水渠改道淹了晒场' })
    await must(command(mayor, reading, 'mark-read'))
    expect(await listed(mayor, `q=${encodeURIComponent('晒场')}`)).toEqual([reading])
    expect(await listed(mayor, `q=${petition.number.slice(0, 12)}`)).toContain(reading)
    expect(await listed(deputy, `q=${encodeURIComponent('晒场')}`)).toEqual([])
    const again = await lying({ title: '晒场边上的水渠又漏了' })
    await must(command(mayor, again.reading, 'mark-read'))
    const page = (query: string) =>
      must(ask(mayor, 'GET', `/api/readings?q=${encodeURIComponent('晒场')}&limit=1${query}`))
    const first = await page('')
    const second = await page(`&cursor=${first.next}`)
    const found = [first, second].flatMap(({ items }) => items.map((item: Read) => item.reading))
    expect(found.toSorted()).toEqual([reading, again.reading].toSorted())
    expect(second.next).toBe(null)
    expect(await listed(clerk, `part=bureau&petition=${petition.number}`)).toEqual([reading])
  })

  it('is counted by leader and by days, by nobody who petitions', async () => {
    const { items } = await must(ask(clerk, 'GET', '/api/reading-pace?from=2026-11-01&until=2026-11-30'))
    const own = items.find(({ leader }: Read) => leader.account === mayor.account)
    expect(own.sent).toBe(own.waiting + own.within.at(-1).count + own.later)
    expect(own.within.map(({ days }: Read) => days)).toEqual([1, 3, 7, 15])
    const mine = await must(ask(mayor, 'GET', '/api/reading-pace?part=leader&from=2026-11-01&until=2026-11-30'))
    expect(mine.items).toEqual([own])
    expect((await must(ask(land, 'GET', '/api/reading-pace?from=2026-11-01&until=2026-11-30'))).items).toEqual([])
  })
})

describe('An instruction', () => {
  it('is a task of whoever was named, by the day, which the leader closes after a report', async () => {
    const { reading } = await lying()
    const orders = [
      { organ: 'county.land', what: '请重新丈量', due: '2026-12-10' },
      { organ: 'county.labour', what: '请配合', due: '2026-12-11' },
    ]
    await must(command(mayor, reading, 'instruct', { orders }))
    await catchUp(house, instructionReaction(house))
    await catchUp(house, instructionReaction(house))
    const lines = async (who: Asker) => (await must(ask(who, 'GET', `/api/task-lines?of=reading:${reading}`))).items
    expect(await lines(mayor)).toMatchObject([
      {
        kind: 'instruction',
        key: 'i1',
        organ: { id: 'county.land' },
        due: '2026-12-10',
        what: '请重新丈量',
        stage: 'given',
      },
      // without a part in the petition: the bureau has it, to transfer it or not
      { kind: 'instruction', key: 'i2', organ: { id: 'county.bureau' }, due: '2026-12-11', what: '请配合' },
    ])
    // the office that sent the letter follows what came of it
    expect((await lines(clerk)).map(({ key }: Read) => key)).toEqual(['i1', 'i2'])
    const [own] = await lines(land)
    expect(await lines(land)).toHaveLength(1)
    expect((await read(land, reading)).status).toBe(404)
    const onTask = (who: Asker, segment: string, body: object) =>
      ask(who, 'POST', `/api/tasks/${own.task}/${segment}`, body)
    expect((await onTask(mayor, 'close', { note: null })).body).toMatchObject({ refusal: 'not-reported-yet' })
    await must(onTask(land, 'report', { result: 'done', report: '已经丈量，十二亩', materials: [] }))
    expect((await onTask(clerk, 'close', { note: null })).status).toBeGreaterThanOrEqual(400)
    await must(onTask(mayor, 'close', { note: '同意' }))
    expect((await lines(mayor))[0]).toMatchObject({ stage: 'closed', result: 'done' })
  })
})

describe('The petitioner', () => {
  it('sees that a leader looked and instructed: the day and the organ, not the words and not the name', async () => {
    const { reading, petition } = await lying()
    const own = () => must(ask(keyOf(petition), 'GET', '/api/follow/readings'))
    expect((await own()).items).toEqual([])
    await must(read(mayor, reading))
    expect((await own()).items).toMatchObject([{ on: '2026-11-23', organ: { id: 'county' }, what: 'opened' }])
    await must(
      command(mayor, reading, 'instruct', {
        orders: [{ organ: 'county.land', what: '请研究办理龘', due: '2026-12-10' }],
      }),
    )
    const told = JSON.stringify(await own())
    expect(told).toContain('instructed')
    for (const word of ['龘', mayor.account, reading]) expect(told).not.toContain(word)
    const stranger = keyOf(await handled())
    expect((await must(ask(stranger, 'GET', '/api/follow/readings'))).items).toEqual([])
  })
})

describe('Who must not see it', () => {
  it('nobody of the leader’s office but the leader, no other organ, and nobody finds a number by proposing', async () => {
    const { reading } = await lying()
    for (const who of [deputy, office, land, above]) expect((await read(who, reading)).status).toBe(404)
    expect((await propose(clerk, nobodysNumber)).body).toMatchObject({ refusal: 'no-such-petition' })
    const { number } = await register({})
    expect((await propose(land, number, { leader: lies(land, 'county.land') })).body).toMatchObject({
      refusal: 'no-such-petition',
    })
    expect((await command(mayor, nobodysReading, 'mark-read')).status).toBe(404)
  })

  it('an accusation is laid before nobody, and what turns into one lies before nobody any more', async () => {
    const { number } = await register({
      class: 'accusation',
      about: [{ as: 'accused', organ: 'county.land', official: null }],
    })
    expect((await propose(clerk, number)).body).toMatchObject({ refusal: 'accusation-goes-its-own-way' })
    const petition = await register({ title: '村主任吃空饷', claims: ['查一查村主任'] })
    const { reading } = await must(propose(clerk, petition.number))
    expect(JSON.stringify(await must(read(clerk, reading)))).toContain('空饷')
    await act(clerk, petition.number, 'correct', { field: 'class', to: 'accusation', reason: '应为检举控告' })
    await catchUp(house, readingReaction(house))
    expect((await read(mayor, reading)).status).toBe(404)
    expect(await listed(mayor, 'part=leader')).not.toContain(reading)
    const sealed = await must(read(clerk, reading))
    expect(sealed).toMatchObject({ part: 'bureau', summary: { title: '〔密封 / sealed〕', about: [] } })
    const list = await must(ask(clerk, 'GET', `/api/readings?part=bureau&petition=${petition.number}`))
    expect(list.items).toMatchObject([{ reading, title: '〔密封 / sealed〕' }])
    for (const said of [sealed, list]) expect(JSON.stringify(said)).not.toMatch(/空饷|村主任/)
  })

  it('a leader whom it names, or who answers to somebody named: each is tried before anybody writes a word', async () => {
    const secretary = await staffOf('county.party', 'leader')
    const assistant = await staffOf('county.party', 'head')
    await house.work.query(`update account_person set name = '闾丘望岳' where stream_id = $1`, [
      `account:${secretary.account}`,
    ])
    const refusals = async (petition: string) => {
      const { leaders } = await must(ask(clerk, 'GET', `/api/reading-draft?petition=${petition}`))
      return new Map(leaders.map(({ account, refusal }: Read) => [account, refusal?.kind ?? null]))
    }
    const plain = await refusals((await handled()).number)
    for (const who of [mayor, deputy, secretary]) expect(plain.get(who.account)).toBe(null)
    // an organ that has leaders is led by these; a clerk leads nothing
    for (const who of [office, assistant, clerk]) expect(plain.has(who.account)).toBe(false)

    const { number } = await register({
      about: [{ as: 'respondent', organ: 'county.party', official: '书记闾丘望岳' }],
    })
    const named = await refusals(number)
    expect(named.get(secretary.account)).toBe('leader-is-kept-out')
    expect(named.get(mayor.account)).toBe(null)
    for (const who of [secretary, assistant])
      expect((await propose(clerk, number, { leader: lies(who, 'county.party') })).body).toMatchObject({
        refusal: 'leader-is-kept-out',
      })

    // who it is becomes known only after it was laid before them
    const later = await register({ about: [{ as: 'respondent', organ: 'county.party', official: '那位书记' }] })
    const { reading } = await must(propose(clerk, later.number, { leader: lies(secretary, 'county.party') }))
    expect((await read(secretary, reading)).status).toBe(200)
    await act(clerk, later.number, 'identify-official', { complained: 0, account: secretary.account })
    expect((await command(secretary, reading, 'instruct')).status).toBe(404)
    await catchUp(house, readingReaction(house))
    expect((await read(secretary, reading)).status).toBe(404)
    await must(command(clerk, reading, 'hand-over', { leader: lies(mayor), reason: '应当回避' }))
    await must(command(mayor, reading, 'mark-read'))
  })

  it('and whoever it is kept from since does not keep the office from recalling it', async () => {
    const secretary = await staffOf('county.party', 'leader')
    const { number } = await register({ about: [{ as: 'respondent', organ: 'county.party', official: '那位书记' }] })
    const { reading } = await must(propose(clerk, number, { leader: lies(secretary, 'county.party') }))
    await act(clerk, number, 'identify-official', { complained: 0, account: secretary.account })
    await catchUp(house, readingReaction(house))
    await must(command(clerk, reading, 'recall', { reason: '应当回避' }))
  })
})

const as = (of: string, account: string): Settings => ({
  ...{ 'xinqiao.organ': of, 'xinqiao.account': account, 'xinqiao.today': house.today() },
})
async function rowsOf(settings: Settings, table: string, reading: string): Promise<number> {
  const statement = { name: '', text: `select from ${table} where stream_id = $1`, values: [`reading:${reading}`] }
  return ((await fly(house.app, [...settingStatements(settings), statement])).at(-1) ?? []).length
}
const tables = ['reading', 'reading_party', 'reading_instruction', 'reading_act', 'reading_look', 'event', 'sealed']

describe('The database by itself', () => {
  it('shows a reading to its office and its leader, and its rows to nobody else, whatever the program asks', async () => {
    const { reading } = await lying()
    await must(read(mayor, reading))
    await must(command(mayor, reading, 'instruct'))
    const others = [
      ['county', deputy],
      ['county', office],
      ['county.land', land],
      ['prefecture.bureau', above],
    ] as const
    for (const table of tables) {
      expect(await rowsOf(as('county', mayor.account), table, reading), table).toBeGreaterThan(0)
      expect(await rowsOf(as('county.bureau', clerk.account), table, reading), table).toBeGreaterThan(0)
      for (const [of, who] of others)
        expect(await rowsOf(as(of, who.account), table, reading), `${table} ${of}`).toBe(0)
      expect(await rowsOf({}, table, reading), table).toBe(0)
    }
  })

  it.each([
    ['is named', { officials: true }],
    ['has withdrawn', { withdrawn: true }],
    ['leads what it accuses, here', { keptFrom: 'county' }],
    ['stands below what it accuses', { keptFrom: 'prefecture' }],
  ])('hides it from a leader who %s, though the program made them a party', async (_, kept: Read) => {
    const { reading } = await lying()
    const list = (value: boolean | undefined) => (value ? `{${mayor.account}}` : '{}')
    await house.work.query(
      'update reading_party set officials = $2, withdrawn = $3, kept_from = $4 where stream_id = $1 and part = $5',
      [
        `reading:${reading}`,
        list(kept.officials),
        list(kept.withdrawn),
        kept.keptFrom ? `{${kept.keptFrom}}` : '{}',
        'leader',
      ],
    )
    for (const table of ['reading', 'reading_party', 'event', 'sealed'])
      expect(await rowsOf(as('county', mayor.account), table, reading), table).toBe(0)
    await rebuild(house, everyRoom)
  })

  it('hides it from a leader who leads what it accuses elsewhere', async () => {
    const { reading } = await lying()
    await house.work.query(
      `insert into account_post (stream_id, organ, post, runs_from) values ($1, 'county.land', 'head', '2026-01-01')`,
      [`account:${mayor.account}`],
    )
    const keep = (organs: string) =>
      house.work.query(`update reading_party set kept_from = $2 where stream_id = $1 and part = 'leader'`, [
        `reading:${reading}`,
        organs,
      ])
    await keep('{county.land}')
    expect(await rowsOf(as('county', mayor.account), 'reading', reading)).toBe(0)
    await keep('{county.labour}')
    expect(await rowsOf(as('county', mayor.account), 'reading', reading)).toBe(1)
    await house.work.query(`delete from account_post where stream_id = $1 and organ = 'county.land'`, [
      `account:${mayor.account}`,
    ])
    await keep('{}')
  })

  it('agrees with the facts, and holds nothing that anybody wrote', async () => {
    const found = await fsck(house, everyRoom)
    expect(found.errors.filter(({ stream }: Read) => String(stream).startsWith('reading:'))).toEqual([])
  })
})
