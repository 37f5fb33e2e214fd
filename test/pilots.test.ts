/** Pilots on the wire and in the database (docs/adr/0064): who tries something where, what is measured, and what comes of it. */
import { describe, expect, it } from 'vitest'
import { fly } from '../src/engine/flight.ts'
import { fsck } from '../src/engine/fsck.ts'
import { settingStatements } from '../src/engine/history.ts'
import { rebuild } from '../src/engine/rebuild.ts'
import type { Settings } from '../src/engine/room.ts'
import { pilotStepReaction } from '../src/insight/pilots/reactions.ts'
import { addDays, type Day, day } from '../src/kernel/day.ts'
import { rooms as everyRoom } from '../src/main.ts'
import { type Asker, openAnsweringHouse } from './answering-house.ts'
import { catchUp } from './catching-up.ts'
import { pilotBodies } from './command-bodies.ts'

const { ask, staffOf, house } = await openAnsweringHouse()
const lead = await staffOf('county.bureau', 'head')
const clerk = await staffOf('county.bureau', 'clerk')
const land = await staffOf('county.land', 'head')
const labour = await staffOf('county.labour', 'clerk')
const above = await staffOf('prefecture.bureau', 'head')
const today = day('2026-11-23')
const path = '/api/insight/pilots'

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
const begin = (who: Asker, more: object = {}, headers: object = {}) =>
  ask(who, 'POST', path, { ...pilotBodies.begin, ...more }, headers)
const begun = async (more: object = {}): Promise<string> => (await must(begin(lead, more))).pilot
const act = (who: Asker, pilot: string, segment: 'spread' | 'drop', more: object = {}, headers: object = {}) =>
  ask(who, 'POST', `${path}/${pilot}/${segment}`, { ...pilotBodies[segment], ...more }, headers)
const read = (who: Asker, pilot: string) => ask(who, 'GET', `${path}/${pilot}`)

let kept = 0
/** Lines as the reader keeps them: so many of a place that ended on a day, of which so many came again after so many days. */
async function ended(place: string, on: Day, n: number, again: number, afterDays = 20, category = 'rural.x') {
  for (let at = 0; at < n; at += 1) {
    kept += 1
    await house.work.query(
      `insert into regularity_line (stream_id, organ, place, category, ended_on, measures, again_on)
        values ($1, 'county.land', $2, $3, $4, '{}', $5)`,
      [`made-${kept}`, place, category, on, at < again ? addDays(on, afterDays) : null],
    )
  }
}

describe('A pilot is begun', () => {
  it('by whoever leads the bureau, in a part of its area, from today on, and seen by that bureau alone', async () => {
    expect((await must(ask(lead, 'GET', path))).refusal).toBeNull()
    expect((await must(ask(clerk, 'GET', path))).refusal.kind).toBe('pilot-is-anothers')
    for (const who of [clerk, land]) expect(await refusal(begin(who))).toBe('pilot-is-anothers')
    expect(await refusal(begin(lead, { place: '990101' }))).toBe('nothing-elsewhere')
    expect(await refusal(begin(lead, { place: '990102001' }))).toBe('place-outside-area')
    expect(await refusal(begin(lead, { from: '2026-11-22' }))).toBe('pilot-begun-before')
    expect((await begin(lead, { place: '990101001003' })).status).toBe(400)
    const pilot = await begun()
    expect((await must(read(clerk, pilot))).refusal.kind).toBe('pilot-is-anothers')
    expect(await must(read(lead, pilot))).toMatchObject({
      ...{ name: '上门听取意见', what: '受理后七日内上门一次。', stage: 'running', ended: null },
      ...{ place: { code: '990101001' }, category: { code: 'rural' }, from: '2026-11-23', until: '2027-05-31' },
      effect: { watchedDays: 0, difference: null },
      refusal: { kind: 'pilot-still-running' },
    })
    for (const who of [land, labour, above]) expect((await read(who, pilot)).status).toBe(404)
    expect((await must(ask(above, 'GET', path))).items).toEqual([])
    expect((await must(ask(clerk, 'GET', path))).items).toMatchObject([{ pilot, name: '上门听取意见' }])
  })

  it('once under one key', async () => {
    const key = { 'idempotency-key': 'pilot-once-1' }
    const once = async () => (await must(begin(lead, {}, key))).pilot
    expect(await once()).toBe(await once())
  })
})

describe('What it changed is measured', () => {
  it('against as long before and against elsewhere, all watched for as long', async () => {
    const pilot = await begun()
    const [before, during] = [addDays(today, -30), addDays(today, 30)]
    await ended('990101001', before, 20, 10)
    await ended('990101001', during, 20, 2)
    await ended('990101002', before, 40, 20)
    await ended('990101002', during, 40, 18)
    // another category, another county, too long ago
    await ended('990101001', during, 9, 9, 20, 'urban.x')
    await ended('990102001', during, 9, 9)
    await ended('990101001', addDays(today, -200), 9, 9)
    // came again later than anything is watched yet
    await ended('990101001', during, 1, 1, 200)
    expect(await refusal(act(lead, pilot, 'drop'))).toBe('pilot-still-running')
    house.setToday(day('2027-05-31'))
    expect(await refusal(act(lead, pilot, 'drop'))).toBe('pilot-still-running')
    expect((await must(read(lead, pilot))).effect.difference).toBeNull()
    house.setToday(day('2027-07-10'))
    const { effect } = await must(read(lead, pilot))
    expect(effect).toMatchObject({
      ...{ watchedDays: 40, before: { n: 20, held: 10 }, after: { n: 21, held: 19 } },
      ...{ elsewhereBefore: { n: 40, held: 20 }, elsewhereAfter: { n: 40, held: 22 }, isSmall: false },
    })
    expect(effect.difference).toBeCloseTo(19 / 21 - 0.5 - 0.05)
    expect(effect.low).toBeLessThan(effect.difference)
    // a year later what came again after two hundred days is known too, of all four
    house.setToday(day('2028-07-10'))
    expect((await must(read(lead, pilot))).effect).toMatchObject({ watchedDays: 365, after: { n: 21, held: 18 } })
    house.setToday(today)
  })
})

describe('Once its time is over', () => {
  const after = day('2027-07-10')

  it('it is spread, each step one task, given once, and what was measured stays as it was', async () => {
    const pilot = await begun()
    house.setToday(after)
    expect(await refusal(act(clerk, pilot, 'spread'))).toBe('pilot-is-anothers')
    expect((await act(land, pilot, 'spread')).status).toBe(404)
    const [unknown, late] = [{ organ: 'county.nowhere' }, { due: after }].map((more) => ({
      steps: [{ organ: 'county.labour', what: '照此办理', due: '2028-12-31', ...more }],
    }))
    expect(await refusal(act(lead, pilot, 'spread', unknown))).toBe('unknown-organ')
    expect(await refusal(act(lead, pilot, 'spread', late))).toBe('day-not-ahead')
    const key = { 'idempotency-key': 'pilot-spread-1' }
    await must(act(lead, pilot, 'spread', {}, key))
    expect((await must(act(lead, pilot, 'spread', {}, key))).version).toBe(2)
    expect(await refusal(act(lead, pilot, 'drop'))).toBe('pilot-ended-already')
    for (let twice = 0; twice < 2; twice += 1) await catchUp(house, pilotStepReaction(house))
    const { items } = await must(ask(lead, 'GET', `/api/task-lines?of=pilot:${pilot}`))
    expect(items).toMatchObject([
      { kind: 'pilot', organ: { id: 'county.labour' }, what: '照此办理', due: '2028-12-31' },
    ])
    const told = await must(read(clerk, pilot))
    expect(told).toMatchObject({
      stage: 'spread',
      ended: { on: after, reason: '重复信访减少' },
      steps: [{ key: 's1' }],
    })
    house.setToday(day('2029-01-01'))
    expect((await must(read(clerk, pilot))).effect).toEqual(told.effect)
    house.setToday(today)
  })

  it('or dropped, with the reason', async () => {
    const pilot = await begun()
    house.setToday(after)
    await must(act(lead, pilot, 'drop'))
    expect(await must(read(clerk, pilot))).toMatchObject({ stage: 'dropped', ended: { reason: '没有变化' }, steps: [] })
    await catchUp(house, pilotStepReaction(house))
    expect((await must(ask(lead, 'GET', `/api/task-lines?of=pilot:${pilot}`))).items).toEqual([])
    house.setToday(today)
  })
})

describe('What the database shows', () => {
  const rowsFor = async (table: string, settings: Settings): Promise<number> => {
    const statement = { name: `rows ${table}`, text: `select 1 from ${table}`, values: [] }
    return (await fly(house.app, [...settingStatements(settings), statement])).at(-1)?.length ?? 0
  }
  const settingsOf = (organ: string, { account }: { readonly account: string }): Settings => ({
    ...{ 'xinqiao.organ': organ, 'xinqiao.account': account, 'xinqiao.today': today },
  })

  it('is the pilots of the bureau that tries them, whatever the program believes', async () => {
    for (const table of ['pilot', `event where stream_id like 'pilot:%'`, `sealed where stream_id like 'pilot:%'`]) {
      expect(await rowsFor(table, settingsOf('county.bureau', lead))).toBeGreaterThan(0)
      for (const [organ, who] of [
        ['county.land', land],
        ['prefecture.bureau', above],
      ] as const)
        expect(await rowsFor(table, settingsOf(organ, who))).toBe(0)
      expect(await rowsFor(table, {})).toBe(0)
    }
  })

  it('is what the facts say', async () => {
    expect((await fsck(house, everyRoom)).errors).toEqual([])
    await rebuild(house, everyRoom)
    expect((await fsck(house, everyRoom)).errors).toEqual([])
  })
})
