/** Exemplary cases on the wire and in the database (docs/adr/0064): who proposes, what is refused, who reads, and whom nobody finds in them. */
import { describe, expect, it } from 'vitest'
import { fly } from '../src/engine/flight.ts'
import { fsck } from '../src/engine/fsck.ts'
import { settingStatements } from '../src/engine/history.ts'
import { rebuild } from '../src/engine/rebuild.ts'
import type { Settings } from '../src/engine/room.ts'
import { keepExemplary } from '../src/insight/exemplary/commanding.ts'
import { outcomeOf } from '../src/insight/exemplary/outcome.ts'
import { exemplaryKeepingReaction } from '../src/insight/exemplary/reactions.ts'
import { checkRegularities } from '../src/insight/regularities/checking.ts'
import { regularityReaction } from '../src/insight/regularities/counting.ts'
import { rooms as everyRoom } from '../src/main.ts'
import { commandDispute } from '../src/prevention/disputes/commanding.ts'
import { type Asker, keyOf, openAnsweringHouse, type Registered } from './answering-house.ts'
import { catchUp } from './catching-up.ts'
import { commandBodies, exemplaryBodies } from './command-bodies.ts'
import { organ } from './office.ts'

const { ask, register, act, staffOf, house } = await openAnsweringHouse()
const bureau = await staffOf('county.bureau', 'clerk', 'head')
const bureauHead = await staffOf('county.bureau', 'head')
const land = await staffOf('county.land', 'clerk')
const landHead = await staffOf('county.land', 'head')
const labour = await staffOf('county.labour', 'clerk', 'head')
const above = await staffOf('prefecture.bureau', 'head')

interface Read {
  // biome-ignore lint/suspicious/noExplicitAny: what came over the wire, looked at field by field
  readonly [key: string]: any
}
const must = async (asked: Promise<{ status: number; body: Read }>): Promise<Read> => {
  const { status, body } = await asked
  expect([200, 201], JSON.stringify(body)).toContain(status)
  return body
}
const refusal = async (asked: Promise<{ body: Read }>): Promise<string> => (await asked).body.refusal
const path = '/api/insight/exemplary'

const [name, phone] = ['欧阳测试', '19900000064']
const text = '我家门前的排水沟去年被邻居填平了，雨水全部流进堂屋，找了好几个部门都没有结果。'

/** A petition that ended in a settlement before the land office. */
async function settled(more: object = {}): Promise<Registered> {
  const registered = await register({ category: 'rural.forestry', people: [{ name, phone }], text, ...more }, bureau)
  await act(bureau, registered.number, 'transfer', { to: 'county.land' })
  await act(land, registered.number, 'accept', commandBodies.accept)
  await act(keyOf(registered), registered.number, 'settle', { person: 'p1', agreement: '恢复排水沟' })
  return registered
}
const propose = (who: Asker, id: string, more: Read = {}) =>
  ask(who, 'POST', path, {
    ...exemplaryBodies.propose,
    source: { kind: 'petition', id },
    ...more,
    writeup: { ...(exemplaryBodies.propose as Read).writeup, ...more.writeup },
  })
const command = (who: Asker, exemplary: string, segment: string, more: object = {}) =>
  ask(who, 'POST', `${path}/${exemplary}/${segment}`, { ...exemplaryBodies[segment], ...more })
const read = (who: Asker, exemplary: string) => ask(who, 'GET', `${path}/${exemplary}`)
const list = async (who: Asker, of: string) =>
  (await must(ask(who, 'GET', `${path}?list=${of}`))).items.map(({ exemplary }: Read) => exemplary)
const publicly = async () => (await must(ask(null, 'GET', '/api/public/exemplary'))).items
const publiclyOne = (exemplary: string) => ask(null, 'GET', `/api/public/exemplary/${exemplary}`)

const source = await settled()

describe('An exemplary case', () => {
  it('is refused while it tells whose matter it was, and mended', async () => {
    const said = await propose(land, source.number, { writeup: { situation: `${name}门前积水，电话${phone}。` } })
    expect(said).toMatchObject({ status: 422, body: { refusal: 'exemplary-identifies' } })
    expect(JSON.stringify(said.body)).toContain(phone)
    const copied = await propose(land, source.number, { writeup: { done: text } })
    expect(copied.body.refusal).toBe('exemplary-identifies')
    const { exemplary } = await must(propose(land, source.number))
    expect(
      await refusal(
        command(land, exemplary, 'mend', {
          writeup: { ...(exemplaryBodies.mend as Read).writeup, why: `${name}满意` },
        }),
      ),
    ).toBe('exemplary-identifies')
    expect(await refusal(command(landHead, exemplary, 'publish'))).toBe('exemplary-needs-another-head')
    await must(command(bureauHead, exemplary, 'return'))
    expect((await must(read(land, exemplary))).own.returned.reason).toBe('再写清楚依据')
    await must(command(land, exemplary, 'mend'))
    for (const who of [labour, above]) expect((await read(who, exemplary)).status).toBe(404)
    expect(await publicly()).toEqual([])
    await must(command(bureauHead, exemplary, 'publish'))
    expect(await publicly()).toMatchObject([{ exemplary, title: '物业收费争议一次说清' }])
    const whole = await must(publiclyOne(exemplary))
    expect(whole).toMatchObject({ title: '物业收费争议一次说清', titleEn: 'Fees explained once and for all' })
    for (const shown of [await publicly(), whole]) {
      const text = JSON.stringify(shown)
      for (const told of [source.number, name, phone, 'county.land']) expect(text).not.toContain(told)
    }
    const shown = await must(read(labour, exemplary))
    expect(shown).toMatchObject({ own: null, stage: 'published' })
    expect(JSON.stringify(shown)).not.toContain(source.number)
    expect((await must(read(land, exemplary))).own.source).toEqual({ kind: 'petition', id: source.number })
    await must(command(landHead, exemplary, 'withdraw'))
    expect(await publicly()).toEqual([])
    expect((await publiclyOne(exemplary)).status).toBe(404)
    expect((await read(labour, exemplary)).status).toBe(404)
    expect(await list(land, 'withdrawn')).toContain(exemplary)
  })

  it('is read by whom it was published for', async () => {
    const own = (await must(propose(land, source.number, { audience: 'organ' }))).exemplary
    await must(command(landHead, own, 'publish'))
    const place = (await must(propose(land, source.number, { audience: 'place' }))).exemplary
    await must(command(bureauHead, place, 'publish'))
    expect((await list(land, 'toRead')).toSorted()).toEqual([own, place].toSorted())
    expect(await list(labour, 'toRead')).toEqual([place])
    expect(await list(above, 'toRead')).toEqual([])
    expect(await publicly()).toEqual([])
    for (const exemplary of [own, place]) expect((await publiclyOne(exemplary)).status).toBe(404)
  })

  it('is proposed once under one key, and moved once under one', async () => {
    const key = { 'idempotency-key': 'exemplary-once-1' }
    const body = { ...exemplaryBodies.propose, source: { kind: 'petition', id: source.number }, audience: 'organ' }
    const once = async () => (await must(ask(land, 'POST', path, body, key))).exemplary
    const exemplary = await once()
    expect(await once()).toBe(exemplary)
    const other = { 'idempotency-key': 'exemplary-once-2' }
    const gone = () => ask(landHead, 'POST', `${path}/${exemplary}/withdraw`, { reason: '重复' }, other)
    expect([(await must(gone())).version, (await must(gone())).version]).toEqual([2, 2])
  })

  it('comes of nothing that is to be kept confidential', async () => {
    const hidden = await settled({ confidentiality: 'confidential' })
    expect(await refusal(propose(land, hidden.number))).toBe('source-confidential')
  })

  it('comes of nothing that is open, that accuses, or that one does not see', async () => {
    const open = await register({ people: [{ name, phone }] }, bureau)
    expect(await refusal(propose(bureau, open.number))).toBe('source-not-solved')
    expect(await refusal(propose(labour, source.number))).toBe('no-such-source')
    const accusing = await register(
      { class: 'accusation', people: [{ name, phone }], about: [{ as: 'accused', organ: 'county.labour' }] },
      bureau,
    )
    expect(['source-accuses', 'no-such-source']).toContain(await refusal(propose(bureau, accusing.number)))
  })
})

describe('What the database shows', () => {
  const rowsFor = async (table: string, settings: Settings): Promise<number> => {
    const results = await fly(house.app, [
      ...settingStatements(settings),
      { name: `rows ${table}`, text: `select 1 from ${table}`, values: [] },
    ])
    return results.at(-1)?.length ?? 0
  }
  const settingsOf = (organ: string, account: string): Settings => ({
    ...{ 'xinqiao.organ': organ, 'xinqiao.account': account, 'xinqiao.today': '2026-11-23' },
  })

  it('hides how one came about from an organ and an official that it is kept from, whoever believes otherwise', async () => {
    const before = await rowsFor('exemplary_party', settingsOf('county.land', land.account))
    expect(before).toBeGreaterThan(0)
    await house.work.query('update exemplary_party set officials = $1', [[land.account]])
    expect(await rowsFor('exemplary_party', settingsOf('county.land', land.account))).toBe(0)
    expect(await rowsFor(`event where stream_id like 'exemplary:%'`, settingsOf('county.land', land.account))).toBe(0)
    await rebuild(house, everyRoom)
    expect(await rowsFor('exemplary_party', settingsOf('county.land', land.account))).toBe(before)
    expect(await rowsFor('exemplary_party', settingsOf('county.labour', labour.account))).toBe(0)
    expect(await rowsFor(`event where stream_id like 'exemplary:%'`, settingsOf('county.labour', labour.account))).toBe(
      0,
    )
    expect(await rowsFor(`event where stream_id like 'exemplary:%'`, {})).toBe(0)
  })

  it('of what was written, to its readers what was published alone', async () => {
    const sealed = `sealed where stream_id like 'exemplary:%'`
    const labours = await rowsFor(sealed, settingsOf('county.labour', labour.account))
    expect(labours).toBe(7)
    expect(await rowsFor(sealed, settingsOf('county.land', land.account))).toBeGreaterThan(labours)
    expect(await rowsFor(sealed, {})).toBe(0)
  })
})

describe('Beside a petition', () => {
  it('cases of its kind are offered, opened, and said to have helped', async () => {
    const other = await register(
      { category: 'rural.forestry', people: [{ name: '测试乙', phone: '19900000065' }] },
      bureau,
    )
    const beside = () => must(ask(bureau, 'GET', `/api/insight/exemplary-beside?petition=${other.number}`))
    const [offered] = (await beside()).items
    expect(offered).toMatchObject({ isSameKind: true, isOpened: false, helped: null })
    const use = (more: object) =>
      ask(bureau, 'POST', '/api/insight/exemplary-uses', {
        petition: other.number,
        exemplary: offered.exemplary,
        ...more,
      })
    expect(await refusal(use({ helped: true }))).toBe('exemplary-not-opened')
    await must(use({}))
    await must(use({}))
    await must(use({ helped: true }))
    expect((await beside()).items[0]).toMatchObject({ isOpened: true, helped: true })
    expect((await must(read(bureau, offered.exemplary))).use).toMatchObject({ opened: 1, helped: 1, notHelped: 0 })
    expect((await ask(labour, 'GET', `/api/insight/exemplary-beside?petition=${other.number}`)).status).toBe(404)
  })
})

describe('When more becomes known of a matter after it was written up', () => {
  const kept = {
    category: 'rural.land-contracts',
    organs: [],
    isSolved: true,
    isConfidential: false,
    officials: [],
  } as const
  const landOrgan = organ('county.land')

  /** Between two sides, settled on the spot by the land office. */
  async function settledDispute(): Promise<string> {
    const { dispute } = await must(
      ask(land, 'POST', '/api/disputes', {
        ...{ source: { kind: 'village' }, foundOn: '2026-11-23', region: '990101', category: 'rural.land-contracts' },
        ...{ people: 2, title: '两户争水渠', cause: '旱季轮灌没有约定', asked: '定下轮灌次序' },
        parties: [
          { name, contact: phone, asks: true },
          { name: '测试人乙', asks: false },
        ],
      }),
    )
    const words = [{ party: 1, by: 'signed', witness: '测试见证人' }]
    const settling = { at: '2026-11-23', way: 'onTheSpot', terms: '单双日轮灌', words }
    await must(ask(land, 'POST', `/api/disputes/${dispute}/settle`, settling))
    const followed = { at: '2026-11-23', holds: true, text: '照约定放水' }
    await must(ask(land, 'POST', `/api/disputes/${dispute}/follow-up`, followed))
    await must(ask(land, 'POST', `/api/disputes/${dispute}/close`, { note: '稳固' }))
    return dispute
  }

  it('whom the dispute names since does not see how the case came about, and those for whom it was published still read it', async () => {
    const dispute = await settledDispute()
    const of = { source: { kind: 'dispute', id: dispute }, audience: 'public' }
    expect(await refusal(propose(land, '', { ...of, writeup: { why: `${name}满意` } }))).toBe('exemplary-identifies')
    const { exemplary } = await must(propose(land, '', of))
    await must(command(bureauHead, exemplary, 'publish'))
    expect((await must(read(land, exemplary))).own.source).toEqual({ kind: 'dispute', id: dispute })
    const viewer = { kind: 'system', task: 'disputes' } as const
    const looked = { keptFrom: [landOrgan], officials: [] }
    await commandDispute(house, { stream: `dispute:${dispute}`, type: 'KeepDispute', body: { looked }, viewer })
    await catchUp(house, exemplaryKeepingReaction(house))
    await catchUp(house, exemplaryKeepingReaction(house))
    expect((await must(read(land, exemplary))).own).toBeNull()
    expect(await list(land, 'published')).not.toContain(exemplary)
    expect(await refusal(command(landHead, exemplary, 'withdraw'))).toBe('no-such-exemplary')
    expect((await publiclyOne(exemplary)).status).toBe(200)
    expect((await must(read(bureauHead, exemplary))).own.history.map(({ type }: Read) => type)).toEqual([
      ...['ExemplaryProposed', 'ExemplaryPublished', 'ExemplaryKept'],
    ])
    // and where it accuses, nobody reads it any more
    await keepExemplary(house, `exemplary:${exemplary}`, { ...kept, isAccusation: true, keptFrom: [landOrgan] })
    expect((await publiclyOne(exemplary)).status).toBe(404)
    expect((await must(read(bureauHead, exemplary))).own.withdrawn).toEqual({ on: '2026-11-23', reason: null })
  })
})

describe('What goes together with what', () => {
  const table = async (who: Asker) => (await must(ask(who, 'GET', '/api/insight/regularities'))).cells
  const all = (cells: readonly Read[]) => cells.find(({ category, measure }) => category === null && measure === null)

  it('counts what ended a year ago, in a place and in an organ, and not what came again', async () => {
    const [held, again] = [await settled(), await settled()]
    house.setToday('2027-05-04')
    const next = await register({}, bureau)
    await act(bureau, again.number, 'link', { to: next.number, as: 'member', reason: '同一事项' })
    await catchUp(house, regularityReaction())
    expect(await table(bureau)).toEqual([expect.objectContaining({ n: 0, measure: null, category: null })])
    house.setToday('2028-01-10')
    // with the one that the cases came from, and the confidential one
    expect(all(await table(bureau))).toMatchObject({ n: 4, held: 3, isSmall: true })
    expect(all(await table(land))).toMatchObject({ n: 4, held: 3 })
    expect(all(await table(labour))?.n ?? 0).toBe(0)
    expect(await checkRegularities(house.work)).toEqual([])
    await house.work.query(`update regularity_line set again_on = '2027-01-01' where stream_id = $1`, [held.number])
    expect(await checkRegularities(house.work)).toMatchObject([{ kind: 'regularity-line-wrong', stream: held.number }])
    await house.work.query('update regularity_line set again_on = null where stream_id = $1', [held.number])
    await house.work.query(`insert into regularity_measure values ($1, 'owned', '2026-11-23')`, [held.number])
    expect(await checkRegularities(house.work)).toMatchObject([{ kind: 'regularity-measure-wrong' }])
    // what was done after it ended is not what it was solved by
    const owned = async () => (await table(bureau)).some(({ measure }: Read) => measure === 'owned')
    expect(await owned()).toBe(true)
    await house.work.query(`update regularity_measure set on_day = '2027-12-01'`)
    expect(await owned()).toBe(false)
    await house.work.query('delete from regularity_measure')
    house.setToday('2026-11-23')
  })
})

describe('What became of what was read', () => {
  /** Lines and uses as the readers keep them, of petitions that ended long ago. */
  async function ended(
    stream: string,
    again: string | null,
    opened: readonly [exemplary: string, on: string, helped: boolean | null] | null,
  ) {
    await house.work.query(
      `insert into regularity_line (stream_id, organ, place, category, ended_on, measures, again_on)
        values ($1, 'county.land', '990101', 'civil.x', '2027-03-01', '{}', $2)`,
      [stream, again],
    )
    if (opened === null) return
    const [exemplary, on, helped] = opened
    await house.work.query(
      `insert into exemplary_use (stream_id, version, petition, exemplary, organ, opened_on, helped) values ($1, 1, $2, $3, 'county.land', $4, $5)`,
      [`exemplaryUse:${stream}.x`, stream, exemplary, on, helped],
    )
  }

  it('counts where it was read before the end, whatever was said of it later, beside all others', async () => {
    const id = 'B'.repeat(22)
    await house.work.query(
      `insert into exemplary (stream_id, version, stage, organ, approver, audience, category, place, title_ref, situation_ref, done_ref,
          why_ref, basis_ref, pieces, proposed_on, published_on)
        values ($1, 1, 'published', 'county.land', 'county.land', 'public', 'civil.y', '990101', 't', 's', 'd', 'w', 'b', '{}', '2026-11-23', '2026-11-24')`,
      [`exemplary:${id}`],
    )
    await ended('made-1', null, [id, '2027-02-01', true])
    await ended('made-2', '2027-05-01', [id, '2027-02-01', null])
    await ended('made-3', '2028-03-02', [id, '2027-03-01', false])
    // read after it ended: that had no part in how it went
    await ended('made-4', null, [id, '2027-03-02', true])
    await ended('made-5', '2027-03-02', null)
    house.setToday('2028-06-01')
    const outcome = await outcomeOf(house, id, 'civil.y')
    expect(outcome).toMatchObject({ opened: 4, helped: 2, notHelped: 1 })
    expect(outcome.withIt).toMatchObject({ n: 3, held: 2, isSmall: true })
    expect(outcome.without).toMatchObject({ n: 2, held: 1 })
    house.setToday('2026-11-23')
    for (const table of ['exemplary_use', 'regularity_line', 'exemplary'])
      await house.work.query(`delete from ${table} where stream_id like '%made-%' or stream_id = $1`, [
        `exemplary:${id}`,
      ])
  })
})

describe('The read models', () => {
  it('are what the facts say', async () => {
    expect((await fsck(house, everyRoom)).errors).toEqual([])
  })
})
