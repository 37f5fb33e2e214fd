/** Early warnings on the wire and in the database (docs/adr/0047): what is counted, what is found at night, who is told, and who never is. */
import { describe, expect, it } from 'vitest'
import { fly } from '../src/engine/flight.ts'
import { fsck } from '../src/engine/fsck.ts'
import { settingStatements } from '../src/engine/history.ts'
import { rebuild } from '../src/engine/rebuild.ts'
import type { Settings } from '../src/engine/room.ts'
import { sweep } from '../src/engine/sweep.ts'
import { addDays, day } from '../src/kernel/day.ts'
import { rooms as everyRoom } from '../src/main.ts'
import { checkWarnings } from '../src/prevention/warnings/checking.ts'
import { warningReaction } from '../src/prevention/warnings/counting.ts'
import { dueWarnings, nightlyWarnings } from '../src/prevention/warnings/jobs.ts'
import { lookTonight } from '../src/prevention/warnings/nightly.ts'
import { warningReformReaction } from '../src/prevention/warnings/reactions.ts'
import { recountWarnings } from '../src/prevention/warnings/recounting.ts'
import { type Asker, openAnsweringHouse } from './answering-house.ts'
import { catchUp } from './catching-up.ts'
import { warningBodies } from './command-bodies.ts'

const { ask, register, act, staffOf, house } = await openAnsweringHouse()
const bureau = await staffOf('county.bureau', 'clerk', 'head')
const centre = await staffOf('county.conciliation', 'clerk')
const land = await staffOf('county.land', 'clerk', 'head')
const labour = await staffOf('county.labour', 'clerk', 'head')
const above = await staffOf('prefecture.bureau', 'head')

const today = '2026-11-23'
const asWork = async (text: string, values: unknown[] = []) => (await house.work.query(text, values)).rows
const counted = () => catchUp(house, warningReaction())
const check = () => checkWarnings(house.work)
const totals = async () =>
  (
    await asWork(
      `select concat_ws(' ', place, category, day, source, again, n) as line from warning_count where n <> 0 order by 1`,
    )
  ).map(({ line }) => line)
const must = async (who: Asker, path: string) => {
  const { status, body } = await ask(who, 'GET', path)
  expect(status, JSON.stringify(body)).toBe(200)
  // biome-ignore lint/suspicious/noExplicitAny: what came over the wire, looked at field by field
  return body as any
}
const listed = async (who: Asker, list = 'open'): Promise<readonly string[]> =>
  (await must(who, `/api/early-warnings?list=${list}`)).items.map(({ warning }: { warning: string }) => warning)

async function on<T>(date: string, then: () => Promise<T>): Promise<T> {
  house.setToday(date)
  try {
    return await then()
  } finally {
    house.setToday(today)
  }
}

const at = (place: string, category: string, more: object = {}) => ({ place, category, channel: 'letter', ...more })
const taken = (date: string, body: object) => on(date, () => register({ receivedOn: date, ...body }, bureau))

describe('What is counted', () => {
  it('is each matter where, of what kind, when and how it came, and follows what is corrected', async () => {
    const one = await taken('2026-11-20', at('990101', 'land.requisition'))
    await taken('2026-11-20', at('990101', 'land.requisition', { firstTime: false }))
    await counted()
    expect(await totals()).toEqual([
      '990101 land.requisition 2026-11-20 letter f 1',
      '990101 land.requisition 2026-11-20 letter t 1',
    ])
    await act(bureau, one.number, 'correct', { field: 'category', to: 'land.minerals', reason: '误选' })
    await counted()
    expect(await totals()).toEqual([
      '990101 land.minerals 2026-11-20 letter f 1',
      '990101 land.requisition 2026-11-20 letter t 1',
    ])
    expect(await check()).toEqual([])
  })

  it('is nothing that accuses anybody, nor any more what turns out to', async () => {
    const before = await totals()
    await taken(
      '2026-11-21',
      at('990101', 'discipline.bribery', { class: 'accusation', about: [{ as: 'accused', organ: 'county.land' }] }),
    )
    const turned = await taken('2026-11-21', at('990101', 'land.minerals'))
    await counted()
    expect(await totals()).toEqual([...before, '990101 land.minerals 2026-11-21 letter f 1'].toSorted())
    await act(bureau, turned.number, 'correct', { field: 'class', to: 'accusation', reason: '实为检举' })
    await counted()
    expect(await totals()).toEqual(before)
    expect(await check()).toEqual([])
  })

  it('is the same when it is counted again, and a count that somebody changed is found', async () => {
    await asWork(`update warning_count set n = n + 1 where category = 'land.minerals' and n = 1`)
    expect((await check()).map(({ kind }) => kind)).toEqual(['warning-count-wrong'])
    await asWork(`update warning_count set n = n - 1 where category = 'land.minerals' and n = 2`)
    await asWork(`update warning_line set place = '990102' where category = 'land.minerals'`)
    expect((await check()).map(({ kind }) => kind)).toContain('warning-line-wrong')
    await asWork(`update warning_line set place = '990101' where category = 'land.minerals'`)
    expect(await check()).toEqual([])
    // from the first fact
    await asWork('delete from warning_line')
    await asWork('delete from warning_count')
    await asWork(`delete from consumer where name = 'warning-counts'`)
    await counted()
    expect(await check()).toEqual([])
  })
})

/** Two in each of thirty weeks that are over, counted without a matter behind them. */
async function plantPast(place: string, category: string): Promise<void> {
  for (let week = 2; week < 32; week += 1)
    await asWork(`insert into warning_count values ($1, $2, $3, 'call', false, 2)`, [
      ...[place, category, addDays(day(today), -3 - 7 * week)],
    ])
}
const forgetPast = () => asWork(`delete from warning_count where source = 'call'`)
const nobodysNight = () => asWork('delete from warning_run')

describe('A night', () => {
  const matters: string[] = []

  it('finds what rises, and tells the bureau, the centre, whoever has the matters, and the bureau above', async () => {
    await plantPast('990101', 'rural.water-works')
    for (let at = 0; at < 12; at += 1) {
      const { number } = await taken(addDays(day(today), -1 - (at % 6)), {
        ...{ place: '990101', category: 'rural.water-works', channel: 'letter', firstTime: at > 2 },
      })
      matters.push(number)
      if (at < 8) await act(bureau, number, 'transfer', { to: 'county.land' })
    }
    await counted()
    const night = await lookTonight(house)
    expect(night).toMatchObject({ day: today, untold: 0, raised: [expect.stringMatching(/^warning:.{22}$/)] })
    const [warning = ''] = await listed(bureau)
    for (const who of [centre, land]) expect(await listed(who)).toEqual([warning])
    expect(await listed(above)).toEqual([])
    expect(await listed(above, 'reading')).toEqual([warning])
    expect(await listed(labour)).toEqual([])
    expect(await must(land, `/api/early-warnings/${warning}`)).toMatchObject({
      ...{ stage: 'open', place: { code: '990101' }, category: { code: 'rural.water-works', zh: '水利水电' } },
      found: {
        ...{ count: 12, until: '2026-11-22', isSeasonKnown: false, again: 3 },
        sources: [{ source: 'letter', count: 12 }],
      },
      recipients: [
        { organ: { id: 'county.bureau' }, part: 'bureau' },
        { organ: { id: 'county.conciliation' }, part: 'centre' },
        { organ: { id: 'county.land' }, part: 'responsible' },
        { organ: { id: 'prefecture.bureau' }, part: 'reader' },
      ],
      clocks: [{ rule: 'answerWarning', lastDay: '2026-11-30', state: 'running' }],
      actions: [{ action: 'answer', allowed: true }],
    })
    const { found, why } = await must(bureau, `/api/early-warnings/${warning}`)
    expect(found.weeks.at(-1)).toMatchObject({ until: '2026-11-22', count: 12 })
    expect(found.expected).toBeGreaterThan(1)
    expect(found.expected).toBeLessThan(3)
    expect(why[0].zh).toContain('共 12 件')
  })

  it('is looked at once, by one process', async () => {
    expect(await lookTonight(house)).toBeNull()
    await nobodysNight()
    const both = await Promise.all([lookTonight(house), lookTonight(house)])
    expect(both.filter((each) => each !== null).length).toBeLessThanOrEqual(1)
    // what is open is not told again
    expect(await listed(bureau)).toHaveLength(1)
  })

  it('can be interrupted, and is then looked at again', async () => {
    await nobodysNight()
    const stopping = new AbortController()
    stopping.abort()
    expect(await lookTonight(house, { signal: stopping.signal })).toBeNull()
    const said: string[] = []
    const chore = nightlyWarnings(house, { info: (_, words) => said.push(words) }, new AbortController().signal)
    expect(await chore.once()).toBe(false)
    expect(await chore.once()).toBe(false)
    expect(said.filter((words) => words === 'looked for what rises')).toHaveLength(1)
  })

  it('shows the matters behind it to whoever may see them, and to others only how many', async () => {
    const [warning = ''] = await listed(bureau)
    const behind = async (who: Asker, query = ''): Promise<readonly string[]> =>
      (await must(who, `/api/early-warnings/${warning}/matters${query}`)).items.map(
        ({ matter }: { matter: string }) => matter,
      )
    expect((await behind(bureau)).toSorted()).toEqual(matters.toSorted())
    expect((await behind(land)).toSorted()).toEqual(matters.slice(0, 8).toSorted())
    expect(await behind(centre)).toEqual([])
    expect(await behind(above)).toEqual([])
    const first = await must(bureau, `/api/early-warnings/${warning}/matters?limit=5`)
    const rest = await must(bureau, `/api/early-warnings/${warning}/matters?limit=100&cursor=${first.next}`)
    expect(first.items.length + rest.items.length).toBe(12)
  })

  it('is answered once, in words that only those read who were told', async () => {
    const [warning = ''] = await listed(bureau)
    const answer = (who: Asker, body: object = warningBodies.answer as object) =>
      ask(who, 'POST', `/api/early-warnings/${warning}/answer`, body)
    expect((await answer(above)).body).toMatchObject({ refusal: 'warning-is-anothers' })
    expect((await answer(labour)).body).toMatchObject({ refusal: 'no-such-warning' })
    expect((await answer(land)).status).toBe(200)
    expect((await answer(bureau)).body).toMatchObject({ refusal: 'warning-answered-already' })
    expect(await must(above, `/api/early-warnings/${warning}`)).toMatchObject({
      ...{
        stage: 'answered',
        answer: { outcome: 'acted', words: '水渠损坏，已安排抢修', organ: { id: 'county.land' } },
      },
      ...{ actions: [{ allowed: false }], history: [{ type: 'WarningRaised' }, { type: 'WarningAnswered' }] },
    })
    expect(await listed(bureau, 'done')).toEqual([warning])
    // nothing more is told of it while it stands where it stood
    await nobodysNight()
    expect((await lookTonight(house))?.raised).toEqual([])
  })

  it('goes up a level when nobody answers, and is counted again with the calendar', async () => {
    await plantPast('990101', 'transport.taxis')
    for (let at = 0; at < 12; at += 1)
      await taken(addDays(day(today), -1 - (at % 6)), {
        place: '990101',
        category: 'transport.taxis',
        channel: 'visit',
      })
    await counted()
    await nobodysNight()
    const [stream = ''] = (await lookTonight(house))?.raised ?? []
    const warning = stream.slice('warning:'.length)
    expect(await recountWarnings(house, [stream])).toEqual([])
    await on('2026-12-01', async () => {
      while ((await sweep(dueWarnings(house))).more);
      expect(await listed(above)).toEqual([warning])
      expect(await must(above, `/api/early-warnings/${warning}`)).toMatchObject({
        handedUp: [{ to: { id: 'prefecture.bureau' }, on: '2026-12-01' }],
        actions: [{ allowed: true }],
      })
      expect(await must(bureau, `/api/early-warnings?list=open`)).toMatchObject({ counts: { open: 1 } })
    })
    await catchUp(house, warningReformReaction(house))
    expect((await ask(above, 'POST', `/api/early-warnings/${warning}/answer`, warningBodies.answer)).status).toBe(200)
  })
})

describe('The rows of warnings', () => {
  const shownTo = async (table: string, settings: Settings): Promise<number> => {
    const rows = await fly(house.app, [
      ...settingStatements(settings),
      { name: `shown ${table.slice(0, 30)}`, text: `select count(*)::int as n from ${table}`, values: [] },
    ])
    return (rows.at(-1)?.[0]?.n as number | undefined) ?? 0
  }
  const as = (organ: string, account: string): Settings => ({
    ...{ 'xinqiao.organ': organ, 'xinqiao.account': account, 'xinqiao.today': today },
  })

  it('are shown to those who were told, whatever the program asks the database for', async () => {
    for (const table of ['warning', 'warning_party']) {
      expect(await shownTo(table, as('county.bureau', bureau.account))).toBe(2)
      expect(await shownTo(table, as('county.labour', labour.account))).toBe(0)
      expect(await shownTo(table, {})).toBe(0)
    }
    const facts = `(select from event where starts_with(stream_id, 'warning:')) facts`
    expect(await shownTo(facts, as('county.bureau', bureau.account))).toBeGreaterThan(2)
    expect(await shownTo(facts, as('county.labour', labour.account))).toBe(0)
  })

  it('show of the lines only matters that are the viewer’s to see, and of the counts nothing', async () => {
    expect(await shownTo('warning_line', as('county.land', land.account))).toBe(8)
    expect(await shownTo('warning_line', {})).toBe(0)
    for (const table of ['warning_count', 'warning_run'])
      expect(await shownTo(table, as('county.bureau', bureau.account))).toBe(0)
  })

  it('are what the facts say, and are made again from them', async () => {
    await forgetPast()
    expect(await check()).toEqual([])
    expect((await fsck(house, everyRoom)).errors).toEqual([])
    await asWork(`update warning set count = count + 1`)
    expect((await fsck(house, everyRoom)).errorCount).toBe(2)
    await rebuild(house, everyRoom)
    expect((await fsck(house, everyRoom)).errors).toEqual([])
  })
})
