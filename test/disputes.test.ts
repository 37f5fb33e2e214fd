/** The dispute ledger on the wire and in the database (docs/adr/0045): what arrives once, who settles it, who cannot even see that there is one, and the figures. */
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { fly } from '../src/engine/flight.ts'
import { fsck } from '../src/engine/fsck.ts'
import { fold, readHistory, settingStatements } from '../src/engine/history.ts'
import { rebuild } from '../src/engine/rebuild.ts'
import type { Settings } from '../src/engine/room.ts'
import { day } from '../src/kernel/day.ts'
import type { OrganFacts, OrganId } from '../src/kernel/organ.ts'
import { rooms as everyRoom } from '../src/main.ts'
import { commandDispute } from '../src/prevention/disputes/commanding.ts'
import type { Dispute, DisputeFact } from '../src/prevention/disputes/dispute.ts'
import { disputeFigures } from '../src/prevention/disputes/figures.ts'
import { dueDisputes } from '../src/prevention/disputes/jobs.ts'
import { disputeLines } from '../src/prevention/disputes/queries.ts'
import { disputePetitionReaction } from '../src/prevention/disputes/reactions.ts'
import { disputeRoom } from '../src/prevention/disputes/room.ts'
import { lineOf } from '../src/prevention/disputes/tables.ts'
import { type Asker, openAnsweringHouse } from './answering-house.ts'
import { nobodysDispute } from './command-bodies.ts'
import { organ } from './office.ts'

const { ask, register, upload, staffOf, house, office } = await openAnsweringHouse()
const places: readonly OrganFacts[] = (
  [
    ['ledger-town', 'township', '990101901', 'county'],
    ['ledger-village', 'village', '990101901201', 'ledger-town'],
    ['other-village', 'village', '990101901202', 'ledger-town'],
  ] as const
).map(([id, level, region, parent]) => ({
  ...{
    id: organ(id),
    kind: level,
    level,
    region,
    parent: organ(parent),
    leadBy: null,
    state: 'active',
    successors: [],
  },
}))
for (const { id, kind, level, region, parent } of places) await office.openOrgan(id, { kind, level, region, parent })
const known = house.directory
Object.assign(house, {
  directory: {
    ...known,
    find: (id: OrganId) => places.find((each) => each.id === id) ?? known.find(id),
    all: () => [...known.all(), ...places],
  },
})

const cadre = await staffOf('ledger-village', 'clerk')
const villageHead = await staffOf('ledger-village', 'head')
const neighbour = await staffOf('other-village', 'clerk')
const town = await staffOf('ledger-town', 'clerk')
const townHead = await staffOf('ledger-town', 'head')
const bureau = await staffOf('county.bureau', 'clerk')
const land = await staffOf('county.land', 'clerk')
const prefecture = await staffOf('prefecture.bureau', 'clerk')

interface Read {
  readonly [key: string]: unknown
}
const must = async (asked: Promise<{ status: number; body: Read }>): Promise<Read> => {
  const { status, body } = await asked
  expect([200, 201], JSON.stringify(body)).toContain(status)
  return body
}
const today = '2026-11-23'
const bodyOf = (more: object = {}) => ({
  ...{
    source: { kind: 'village' },
    foundOn: today,
    region: '990101901201',
    category: 'rural.land-contracts',
    people: 2,
  },
  ...{ title: '两户争水渠', cause: '旱季轮灌没有约定', asked: '定下轮灌次序' },
  parties: [
    { name: '测试人甲', contact: '13900000001', asks: true },
    { name: '测试人乙', asks: false },
  ],
  ...more,
})
const record = (who: Asker, more: object = {}, headers: object = {}) =>
  ask(who, 'POST', '/api/disputes', bodyOf(more), headers)
const recorded = async (who: Asker = cadre, more: object = {}): Promise<string> =>
  (await must(record(who, more))).dispute as string
const command = (who: Asker, dispute: string, segment: string, body: object = {}, headers: object = {}) =>
  ask(who, 'POST', `/api/disputes/${dispute}/${segment}`, body, headers)
const read = (who: Asker, dispute: string) => ask(who, 'GET', `/api/disputes/${dispute}`)
const signed = (party = 1) => ({ party, by: 'signed', witness: '测试见证人' })
const settle = (who: Asker, dispute: string, more: object = {}) =>
  command(who, dispute, 'settle', { at: today, way: 'onTheSpot', terms: '单双日轮灌', words: [signed()], ...more })
const listed = async (who: Asker, query = ''): Promise<readonly Read[]> =>
  (await must(ask(who, 'GET', `/api/disputes?limit=100${query}`))).items as readonly Read[]

describe('A dispute', () => {
  it('is recorded in a village, handed up with what was tried, settled by a side’s own key, followed up and closed', async () => {
    const { dispute, keys } = (await must(record(cadre))) as { dispute: string; keys: { party: number; key: string }[] }
    expect(keys.map(({ party }) => party)).toEqual([1, 2])
    const up = { at: today, to: 'ledger-town', tried: '谈了两次，没有谈拢' }
    expect((await command(cadre, dispute, 'hand-up', up)).body).toMatchObject({ refusal: 'nothing-tried-yet' })
    await must(command(cadre, dispute, 'progress', { at: today, kind: 'measure', text: '到水渠边看了' }))
    await must(command(cadre, dispute, 'hand-up', up))
    expect(await listed(town, '&shelf=arrived')).toEqual([
      expect.objectContaining({ dispute, title: '两户争水渠', stage: 'handedUp' }),
    ])
    await must(command(town, dispute, 'take-up', {}))
    expect((await command(cadre, dispute, 'progress', { at: today, kind: 'progress', text: '又谈' })).status).toBe(403)
    const byKey = (key: string | undefined) => ({ words: [{ party: 1, by: 'key', key: key ?? null }], way: 'byTalk' })
    expect((await settle(town, dispute, byKey(keys[1]?.key))).body).toMatchObject({ refusal: 'wrong-party-key' })
    expect((await settle(town, dispute, byKey(undefined))).body).toMatchObject({ refusal: 'wrong-party-key' })
    await must(settle(town, dispute, byKey(keys[0]?.key.replaceAll('-', ' '))))
    expect((await command(town, dispute, 'close', {})).body).toMatchObject({ refusal: 'not-followed-up' })
    await must(command(town, dispute, 'follow-up', { at: today, holds: true, text: '照约定放水' }))
    await must(command(town, dispute, 'close', { note: '稳固' }))
    const seen = await must(read(cadre, dispute))
    expect(seen).toMatchObject({
      ...{ part: 'recorder', stage: 'closed', ending: 'settled', title: '两户争水渠' },
      parties: [{ name: '测试人甲', contact: '13900000001' }, { name: '测试人乙' }],
      handOns: [{ kind: 'up', from: { id: 'ledger-village' }, words: '谈了两次，没有谈拢' }],
      settlements: [{ level: 'township', words: [{ party: 1, by: 'key' }] }],
    })
    const { rows } = await house.work.query<{ fact: string }>('select fact from event where stream_id = $1', [
      `dispute:${dispute}`,
    ])
    const facts = rows.map(({ fact }) => fact).join()
    for (const secret of ['测试人', '13900000001', '水渠', keys[0]?.key ?? '']) expect(facts).not.toContain(secret)
  })

  it('arrives from a phone once, with all that was entered of it', async () => {
    const entry = randomUUID()
    const answers = await Promise.all([1, 2, 3].map(() => record(cadre, { entry })))
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
    const ids = new Set(answers.map(({ body }) => (body as { dispute: string }).dispute))
    expect(ids.size).toBe(1)
    const keys = answers.map(({ body }) => JSON.stringify((body as { keys: object }).keys))
    expect(new Set(keys).size).toBe(1)
    const [dispute = ''] = ids
    // the same entry from another phone is another dispute
    expect(await recorded(villageHead, { entry })).not.toBe(dispute)
    const progress = { entry: randomUUID(), at: today, kind: 'progress', text: '到场' }
    const under = { 'idempotency-key': progress.entry }
    await Promise.all([
      command(cadre, dispute, 'progress', progress, under),
      command(cadre, dispute, 'progress', progress),
    ])
    const settled = { entry: randomUUID() }
    await must(settle(cadre, dispute, settled))
    await must(settle(cadre, dispute, settled))
    await must(command(cadre, dispute, 'progress', progress))
    const { rows } = await house.work.query('select type from event where stream_id = $1 order by version', [
      `dispute:${dispute}`,
    ])
    expect(rows.map(({ type }) => type)).toEqual(['DisputeRecorded', 'DisputeProgressRecorded', 'DisputeSettled'])
  })

  it('says before it is recorded how grave it is and who settles it first', async () => {
    const query = 'region=990101901201&category=labour.wages&people=40&spread=township'
    expect(await must(ask(cadre, 'GET', `/api/dispute-draft?${query}`))).toMatchObject({
      grade: 'red',
      suggested: { level: 'county', rules: [{ rule: 'severalVillages' }, { rule: 'departmentHasDuty' }] },
      refusal: null,
    })
    const against = 'region=990101901201&category=rural.village-affairs&party=ledger-village'
    expect(await must(ask(cadre, 'GET', `/api/dispute-draft?${against}`))).toMatchObject({
      suggested: { level: 'township', organs: [{ id: 'ledger-town' }] },
    })
  })

  it('keeps the files of what was done, for whoever has a part in it', async () => {
    const dispute = await recorded()
    const photo = { ...(await upload(cadre, '水渠.txt', `水渠 ${dispute}`)), name: '水渠.txt' }
    await must(settle(cadre, dispute, { materials: [photo] }))
    const seen = (await must(read(cadre, dispute))) as { settlements: { materials: { ref: string }[] }[] }
    const path = `/api/disputes/${dispute}/materials/${seen.settlements[0]?.materials[0]?.ref}`
    expect((await ask(cadre, 'GET', path)).answer.body).toBe(`水渠 ${dispute}`)
    expect((await ask(bureau, 'GET', path)).status).toBe(404)
    const missing = { ...photo, file: 'A'.repeat(43) }
    const entry = { at: today, kind: 'progress', text: 'x', materials: [missing] }
    expect((await command(cadre, await recorded(), 'progress', entry)).body).toMatchObject({
      refusal: 'material-not-there',
    })
  })

  it('is made nobody’s who does not work there', async () => {
    const responsible = { organ: 'ledger-village', account: land.account }
    expect((await record(cadre, { responsible })).body).toMatchObject({ refusal: 'account-unknown' })
    expect((await record(cadre, { responsible: { ...responsible, account: villageHead.account } })).status).toBe(201)
    expect((await read(cadre, nobodysDispute)).status).toBe(404)
  })
})

const tables = ['dispute', 'dispute_line', 'dispute_clock', 'dispute_party', 'event', 'sealed'] as const
const rowsSeen = async (settings: Settings, dispute: string): Promise<readonly string[]> => {
  const counts = tables.map((name) => ({
    ...{
      name: '',
      text: `select count(*)::int as n from ${name} where stream_id = $1`,
      values: [`dispute:${dispute}`],
    },
  }))
  const results = await fly(house.app, [...settingStatements(settings), ...counts])
  return results.slice(-counts.length).flatMap((rows, nth) => (rows[0]?.n === 0 ? [] : [tables[nth] as string]))
}
const as = (of: string, { account }: { account: string }): Settings => ({
  ...{ 'xinqiao.organ': of, 'xinqiao.account': account, 'xinqiao.today': today },
})

describe('Row security by itself', () => {
  it('shows what was written to whoever has a part, the line to whoever looks over the place, and nothing to anybody else', async () => {
    const dispute = await recorded()
    expect(await rowsSeen(as('ledger-village', cadre), dispute)).toEqual([...tables])
    for (const [of, who] of [
      ['ledger-town', town],
      ['county.bureau', bureau],
      ['prefecture.bureau', prefecture],
    ] as const)
      expect(await rowsSeen(as(of, who), dispute), of).toEqual(['dispute_line'])
    expect(await rowsSeen(as('other-village', neighbour), dispute)).toEqual([])
    expect(await rowsSeen(as('county.land', land), dispute)).toEqual([])
    expect(await rowsSeen({}, dispute)).toEqual([])
    for (const who of [town, bureau, neighbour, land]) expect((await read(who, dispute)).status).toBe(404)
    const line = (await listed(town, '&scope=area&region=990101901201')).find(({ dispute: id }) => id === null)
    expect(line).toMatchObject({ dispute: null, title: null, region: '990101901201', category: 'rural.land-contracts' })
    expect(JSON.stringify(await listed(bureau, '&scope=area&region=990101901201'))).not.toContain('水渠')
  })

  it('hides one from an organ that is a party, from whoever stands below it, and from an official whom it is about', async () => {
    const against = (more: object) => ({
      parties: [
        { name: '测试人甲', asks: true },
        { name: '镇政府', asks: false, ...more },
      ],
    })
    const dispute = await recorded(bureau, { ...against({ organ: 'ledger-town' }), people: 777 })
    for (const [of, who] of [
      ['ledger-town', town],
      ['ledger-village', cadre],
    ] as const) {
      expect(await rowsSeen(as(of, who), dispute), of).toEqual([])
      expect((await read(who, dispute)).status).toBe(404)
      expect((await listed(who, '&scope=area')).filter(({ people }) => people === 777)).toEqual([])
    }
    expect((await record(cadre, against({ organ: 'ledger-town' }))).body).toMatchObject({
      refusal: 'your-organ-is-party',
    })
    const names = await house.staffNames([townHead.account, town.account])
    const named = (who: { account: string }) => ({
      named: [{ organ: 'ledger-town', name: names.get(who.account) ?? '' }],
    })
    // the head is named, and leads the township: all of it is kept from there
    expect((await record(townHead, named(townHead))).body).toMatchObject({ refusal: 'your-organ-is-party' })
    // somebody who leads nothing is named: it is kept from them, and from nobody above
    const about = await recorded(townHead, named(town))
    expect(await rowsSeen(as('ledger-town', townHead), about)).toEqual([...tables])
    expect(await rowsSeen(as('ledger-town', town), about)).toEqual([])
  })

  it('takes no row of who is kept out, and none of another dispute, whatever the program believes', async () => {
    const stream = `dispute:${await recorded()}`
    const insert = {
      name: '',
      text: `insert into dispute_party (stream_id, organ, part, shelf, day, kept_from, officials)
        values ($1, 'county.land', 'former', 'open', '2026-11-23', '{county.land}', '{}')`,
      values: [stream],
    }
    const writing = { ...as('ledger-village', cadre), 'xinqiao.dispute': stream }
    await expect(fly(house.app, [...settingStatements(writing), insert])).rejects.toThrow(/row-level security/)
    const elsewhere = { ...writing, 'xinqiao.dispute': 'dispute:another' }
    const allowed = { ...insert, text: insert.text.replace('{county.land}', '{}') }
    await expect(fly(house.app, [...settingStatements(elsewhere), allowed])).rejects.toThrow(/row-level security/)
  })
})

describe('A dispute that becomes a petition', () => {
  it('is linked by whoever sees the petition, and is kept from whomever that accuses', async () => {
    const { number } = await register({})
    const dispute = await recorded(bureau, { region: '990101901' })
    expect((await command(cadre, await recorded(), 'petition', { petition: number })).body).toMatchObject({
      refusal: 'petition-unknown',
    })
    await must(command(bureau, dispute, 'petition', { petition: number }))
    expect(await must(read(bureau, dispute))).toMatchObject({
      stage: 'petition',
      petitions: [{ number, isOpenToYou: true }],
    })
    expect(await listed(bureau, `&petition=${number}`)).toEqual([expect.objectContaining({ dispute, petition: true })])
    const { dispute: about } = await register({ title: '另一件' }).then(async (other) => {
      const also = await recorded(bureau, { region: '990101901' })
      await must(command(bureau, also, 'petition', { petition: other.number }))
      return { dispute: also }
    })
    const viewer = { kind: 'system', task: 'dispute' } as const
    const looked = { keptFrom: [organ('county.bureau')], officials: [] }
    await commandDispute(house, { stream: `dispute:${about}`, type: 'KeepDispute', body: { looked }, viewer })
    expect((await read(bureau, about)).status).toBe(404)
  })

  it('loses with it what was written, and nothing of what counts', async () => {
    const { number } = await register({})
    const dispute = await recorded(bureau, { region: '990101901', title: '要被销毁的话' })
    await must(command(bureau, dispute, 'petition', { petition: number }))
    const erased = { stream: number, fact: { type: 'ContentErased', on: today }, version: 2 } as never
    await disputePetitionReaction(house).react(erased, null as never)
    await disputePetitionReaction(house).react(erased, null as never)
    const { body } = await read(bureau, dispute)
    expect(JSON.stringify(body)).not.toContain('要被销毁的话')
    expect(body).toMatchObject({ title: '〔已依法销毁 / lawfully erased〕', petitions: [{ number }] })
    expect((await command(bureau, dispute, 'close', {})).body).toMatchObject({ refusal: 'dispute-erased' })
  })
})

/** The same numbers, counted slowly from the facts themselves. */
async function countedAgain(region: string) {
  const { rows } = await house.work.query<{ stream_id: string }>(
    `select distinct stream_id from event where stream_id like 'dispute:%'`,
  )
  const lines = await Promise.all(
    rows.map(async ({ stream_id }) => {
      const { facts } = await readHistory<DisputeFact>(house.work, stream_id)
      return lineOf(
        fold(
          disputeRoom,
          null,
          facts.map(({ fact }) => fact),
        ) as Dispute,
      )
    }),
  )
  const own = lines.filter(
    (line) => (line.region as string).startsWith(region) && !(line.kept_from as string[]).includes('county.bureau'),
  )
  const count = (is: (line: (typeof own)[number]) => boolean) => own.filter(is).length
  const days = own.flatMap(({ days: each }) => (each === null ? [] : [each as number])).toSorted((a, b) => a - b)
  const middle = days.length / 2
  return {
    recorded: own.length,
    settled: count(({ outcome }) => outcome === 'settled'),
    petitions: count(({ outcome }) => outcome === 'petition'),
    directed: count(({ outcome }) => outcome === 'directed'),
    notFound: count(({ outcome }) => outcome === 'notFound'),
    open: count(({ outcome }) => outcome === 'open'),
    relapsed: count(({ relapses }) => (relapses as number) > 0),
    byLevel: {
      village: count(({ settled_level: level }) => level === 'village'),
      township: count(({ settled_level: level }) => level === 'township'),
      county: count(({ settled_level: level }) => level === 'county'),
    },
    medianDays:
      days.length === 0 ? null : ((days[Math.ceil(middle) - 1] as number) + (days[Math.floor(middle)] as number)) / 2,
  }
}

describe('Where disputes are settled', () => {
  const figures = (who: Asker, more = '') =>
    must(ask(who, 'GET', `/api/dispute-figures?from=2026-01-01&until=2026-12-31${more}`))

  it('is counted from rows that say the same as the facts, with the disputes behind each number', async () => {
    await must(settle(cadre, await recorded(cadre, { foundOn: '2026-11-20' })))
    const again = await recorded()
    await must(settle(cadre, again))
    await must(command(cadre, again, 'follow-up', { at: today, holds: false, text: '又吵起来' }))
    await must(command(cadre, await recorded(), 'direct', { to: 'court', told: '诉讼时效三年' }))
    const gone = await recorded()
    await must(command(cadre, gone, 'not-found', { reason: '没有这户' }))
    await must(command(villageHead, gone, 'confirm-not-found', {}))
    const { all, places } = (await figures(bureau)) as { all: Read; places: Read[] }
    expect(all).toMatchObject(await countedAgain('990101'))
    expect(places.map(({ region }) => region)).toEqual(['990101901'])
    expect(places[0]).toMatchObject(await countedAgain('990101901'))
    for (const [part, number] of Object.entries({
      recorded: all.recorded,
      village: (all.byLevel as Read).village,
      petitions: all.petitions,
      relapsed: all.relapsed,
    })) {
      const behind = await must(
        ask(bureau, 'GET', `/api/dispute-figures/disputes?from=2026-01-01&until=2026-12-31&part=${part}&limit=100`),
      )
      expect((behind.items as object[]).length, part).toBe(number)
    }
  })

  it('says shares of enough and no others, and counts nothing by who is in it', async () => {
    const { all, places, shareFrom } = (await figures(cadre)) as { all: Read; places: Read[]; shareFrom: number }
    expect(shareFrom).toBe(10)
    const ended = (all.settled as number) + (all.petitions as number) + (all.directed as number)
    expect(all.isSmall).toBe(ended < 10)
    expect(all.localShare === null).toBe(ended < 10)
    expect(Object.keys(all).join()).not.toMatch(/part(?:y|ies)|person|name/i)
    expect(places.every(({ region }) => (region as string).startsWith('990101901201'))).toBe(true)
    expect((await listed(bureau, '&scope=area')).some(({ people }) => people === 777)).toBe(true)
    const elsewhere = (await figures(neighbour)) as { all: Read }
    expect(elsewhere.all).toMatchObject({ recorded: 0, medianDays: null, localShare: null, isSmall: true })
    const prying = (await figures(neighbour, '&region=990101901201')) as { all: Read }
    expect(prying.all.recorded).toBe(0)
  })

  it('names every place that a region can have one level below it, and no more rows are asked for than those', async () => {
    const within = { from: day('2020-01-01'), until: day('2020-12-31'), region: '990101' }
    // a code has three digits more one level down: a thousand places, and the whole
    await house.work.query(`insert into dispute_line (stream_id, region, category, people, source, stage, outcome, organ, found_on, recorded_on,
        relapses, kept_from, officials)
      select 'dispute:place-' || place, '990101' || lpad(place::text, 3, '0') || '001', 'rural.land-contracts', 2, 'village', 'settling', 'open',
        'county.bureau', '2020-06-01', '2020-06-01', 0, '{}', '{}' from generate_series(0, 999) place`)
    const viewer = { kind: 'staff', account: bureau.account, organ: organ('county.bureau'), posts: ['clerk'] } as const
    const { all, places } = await disputeFigures(house, viewer as never, within)
    await house.work.query(`delete from dispute_line where stream_id like 'dispute:place-%'`)
    expect(all.recorded).toBe(1000)
    expect(places.map(({ region }) => region)).toEqual(
      Array.from({ length: 1000 }, (_, place) => `990101${String(place).padStart(3, '0')}`),
    )
    expect(places.every(({ recorded }) => recorded === 1)).toBe(true)
  })

  it('gives whoever warns the lines by place, kind and day', async () => {
    const lines = await disputeLines(house, { from: day(today), until: day(today), region: '990101901201' })
    expect(lines).toEqual([
      expect.objectContaining({ region: '990101901201', category: 'rural.land-contracts', day: today }),
    ])
  })
})

describe('A petition of somebody who is in a dispute', () => {
  const phone = '13900007701'
  const sides = [
    { name: '来源甲', contact: phone, asks: true },
    { name: '来源乙', asks: false },
  ]
  const offered = async (who: Asker, petition: string, more = '') =>
    (await must(ask(who, 'GET', `/api/dispute-origins?petition=${petition}${more}`))).items as readonly Read[]
  const join = (who: Asker, petition: string, origin: unknown, more: object = {}) =>
    ask(who, 'POST', '/api/dispute-origins', { petition, origin, ...more })
  const petitioned = async (more: object = {}) =>
    (
      await register({
        ...{ category: 'rural.land-contracts', place: '990101' },
        ...{ people: [{ name: '另外的人', phone }], ...more },
      })
    ).number

  it('is offered it by its kind, office and day; who handles it says so, and it counts as a petition from then on', async () => {
    const dispute = await recorded(cadre, { parties: sides })
    await must(settle(cadre, dispute))
    const number = await petitioned()
    const [one, ...others] = await offered(bureau, number)
    expect(others).toEqual([])
    expect(one).toMatchObject({
      ...{ dispute: null, title: null, category: 'rural.land-contracts', stage: 'settled' },
      responsible: { id: 'ledger-village' },
    })
    expect(JSON.stringify(one)).not.toContain(dispute)
    // another petition cannot be joined by the same name, nor can the dispute be read by it
    const other = await petitioned({ people: [{ name: '别的人', phone: '13900007702' }] })
    expect(await offered(bureau, other)).toEqual([])
    expect((await join(bureau, other, one?.origin)).body).toMatchObject({ refusal: 'no-such-dispute' })
    expect((await join(land, number, one?.origin)).status).toBe(404)
    await must(join(bureau, number, one?.origin))
    expect(await must(read(cadre, dispute))).toMatchObject({ stage: 'petition', petitions: [{ number }] })
    const [line] = (
      await house.work.query('select outcome from dispute_line where stream_id = $1', [`dispute:${dispute}`])
    ).rows
    expect(line).toEqual({ outcome: 'petition' })
    const { rows } = await house.work.query<{ fact: string }>(
      `select fact from event where stream_id = $1 and type = 'DisputePetitionJoined'`,
      [`dispute:${dispute}`],
    )
    expect(rows[0]?.fact).toContain(bureau.account)
    expect(await offered(bureau, number)).toEqual([])
  })

  it('is offered none of another kind, none to an accusation, and none that is kept from whoever asks', async () => {
    const dispute = await recorded(cadre, { parties: sides })
    expect(await offered(bureau, await petitioned({ category: 'labour.wages' }))).toEqual([])
    expect(await offered(bureau, await petitioned({ class: 'accusation' }))).toEqual([])
    const against = await recorded(cadre, {
      parties: [...sides, { name: '县局', organ: 'county.bureau', asks: false }],
    })
    const number = await petitioned()
    expect(await offered(bureau, number)).toHaveLength(1)
    expect(await offered(bureau, number, `&dispute=${against}`)).toEqual([])
    expect(await offered(bureau, number, `&dispute=${dispute}`)).toHaveLength(1)
    expect(await offered(bureau, number, `&dispute=${nobodysDispute}`)).toEqual([])
    const seen = (organ: string): Settings => ({
      ...{ 'xinqiao.organ': organ, 'xinqiao.account': 'nobody', 'xinqiao.today': today },
    })
    const digests = async (organ: string, stream: string) => {
      const text = 'select count(*)::int as n from blind_index where stream_id = $1'
      const results = await fly(house.app, [
        ...settingStatements(seen(organ)),
        { name: '', text, values: [`dispute:${stream}`] },
      ])
      return (results.at(-1)?.[0] as { n: number } | undefined)?.n
    }
    expect(await digests('county.bureau', dispute)).toBeGreaterThan(0)
    expect(await digests('county.bureau', against)).toBe(0)
    expect(await digests('other-village', dispute)).toBe(0)
  })

  it('is found by the number that it names, and the clerk with a part in it joins it in their own name', async () => {
    const dispute = await recorded(bureau, { parties: [{ name: '没有电话的人', asks: true }] })
    const number = await petitioned({ people: [{ name: '旁的人', phone: '13900007703' }] })
    const [named] = await offered(bureau, number, `&dispute=${dispute}`)
    expect(named).toMatchObject({ dispute })
    expect((await join(bureau, number, named?.origin)).status).toBe(404)
    await must(join(bureau, number, named?.origin, { dispute }))
    expect(await must(read(bureau, dispute))).toMatchObject({ stage: 'petition' })
  })
})

describe('The days of disputes', () => {
  it('fall overdue by the sweep, once', async () => {
    const dispute = await recorded(cadre, { due: '2026-11-24' })
    office.pass(3 * 86_400_000)
    const sweep = dueDisputes({ ...house, today: () => day('2026-11-26') })
    const due = (await sweep.due(null, 100)).filter(({ stream }) => stream === `dispute:${dispute}`)
    expect(due).toHaveLength(1)
    for (const one of due) expect(await sweep.act(one)).toBe(true)
    expect((await sweep.due(null, 100)).filter(({ stream }) => stream === `dispute:${dispute}`)).toEqual([])
  })
})

describe('The rows of disputes', () => {
  it('follow from the facts, and can be made again from them', async () => {
    expect((await fsck(house, everyRoom)).errors).toEqual([])
    const rows = async () => (await house.work.query('select * from dispute_line order by stream_id')).rows
    const before = await rows()
    await house.work.query('delete from dispute_line')
    expect((await fsck(house, everyRoom)).errors.length).toBeGreaterThan(0)
    await rebuild(house, everyRoom)
    expect(await rows()).toEqual(before)
    expect((await fsck(house, everyRoom)).errors).toEqual([])
  })
})
