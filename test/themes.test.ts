/** Governed themes on the wire and in the database (docs/adr/0063): who governs, who answers, what is a task, and what was measured. */
import { describe, expect, it } from 'vitest'
import { fsck } from '../src/engine/fsck.ts'
import { rebuild } from '../src/engine/rebuild.ts'
import { sweep } from '../src/engine/sweep.ts'
import { dueThemes, reopenRising } from '../src/insight/themes/jobs.ts'
import { themeStepReaction } from '../src/insight/themes/reactions.ts'
import { recountThemes } from '../src/insight/themes/recounting.ts'
import { addDays, type Day, day } from '../src/kernel/day.ts'
import { rooms as everyRoom } from '../src/main.ts'
import { type Asker, openAnsweringHouse } from './answering-house.ts'
import { catchUp } from './catching-up.ts'
import { themeBodies } from './command-bodies.ts'

const { ask, staffOf, house } = await openAnsweringHouse()
const lead = await staffOf('county.bureau', 'head')
const clerk = await staffOf('county.bureau', 'clerk')
const land = await staffOf('county.land', 'clerk', 'head')
const labour = await staffOf('county.labour', 'clerk')
const other = await staffOf('prefecture.bureau', 'head')
const today = day('2026-11-23')

interface Read {
  // biome-ignore lint/suspicious/noExplicitAny: what came over the wire, looked at field by field
  readonly [key: string]: any
}
const must = async (asked: Promise<{ status: number; body: Read }>): Promise<Read> => {
  const { status, body } = await asked
  expect([200, 201], JSON.stringify(body)).toContain(status)
  return body
}
const govern = (who: Asker, more: object = {}) =>
  ask(who, 'POST', '/api/insight/themes', { ...themeBodies.govern, ...more })
const governed = async (more: object = {}): Promise<string> => (await must(govern(lead, more))).theme
const act = (who: Asker, theme: string, segment: string, more: object = {}) =>
  ask(who, 'POST', `/api/insight/themes/${theme}/${segment}`, { ...themeBodies[segment], ...more })
const read = (who: Asker, theme: string) => ask(who, 'GET', `/api/insight/themes/${theme}`)
const refusal = async (asked: Promise<{ body: Read }>): Promise<string> => (await asked).body.refusal

/** Petitions as they were gathered, without any words: what a theme is counted by. */
let written = 0
async function came(from: Day, until: Day, every: number, category: string, place = '990101'): Promise<void> {
  for (let at = from; at <= until; at = addDays(at, every)) {
    written += 1
    await house.work.query(
      `insert into topic_petition (stream_id, topic, day, place, category, new_people) values ($1, 1000000, $2, $3, $4, 1)`,
      [`made-${written}`, at, place, category],
    )
  }
}

describe('A theme is governed', () => {
  it('by whoever leads the bureau, and seen by whoever has a part in it', async () => {
    expect((await must(ask(lead, 'GET', '/api/insight/themes'))).refusal).toBeNull()
    expect((await must(ask(clerk, 'GET', '/api/insight/themes'))).refusal.kind).toBe('theme-is-anothers')
    expect(await refusal(govern(clerk))).toBe('theme-is-anothers')
    expect(await refusal(govern(land))).toBe('theme-is-anothers')
    expect(await refusal(govern(lead, { about: { topic: 77, place: '990101' } }))).toBe('no-such-topic')
    expect(await refusal(govern(lead, { about: { category: 'urban', place: '990102' } }))).toBe('place-outside-area')
    const theme = await governed()
    for (const [who, part] of [
      [lead, 'governor'],
      [land, 'owner'],
    ] as const)
      expect(await must(read(who, theme))).toMatchObject({
        part,
        name: '物业服务',
        stage: 'governed',
        due: '2027-02-28',
      })
    for (const who of [labour, other]) expect((await read(who, theme)).status).toBe(404)
    expect((await must(ask(land, 'GET', '/api/insight/themes'))).items).toMatchObject([{ theme, name: '物业服务' }])
    expect((await must(ask(labour, 'GET', '/api/insight/themes'))).items).toEqual([])
  })

  it('once under one key', async () => {
    const key = { 'idempotency-key': 'theme-once-1' }
    const once = () => ask(lead, 'POST', '/api/insight/themes', { ...themeBodies.govern }, key)
    expect((await must(once())).theme).toBe((await must(once())).theme)
  })

  it('its steps are tasks, given once, and it is not closed while one is open', async () => {
    const theme = await governed()
    await must(act(land, theme, 'step'))
    await catchUp(house, themeStepReaction(house))
    await catchUp(house, themeStepReaction(house))
    const { items: tasks } = await must(ask(lead, 'GET', `/api/task-lines?of=theme:${theme}`))
    expect(tasks).toMatchObject([
      { kind: 'theme', organ: { id: 'county.labour' }, what: '核查用工', due: '2026-12-31' },
    ])
    expect((await must(read(labour, theme))).part).toBe('doer')
    expect(await refusal(act(labour, theme, 'step'))).toBe('theme-is-anothers')
    expect(await refusal(act(lead, theme, 'close'))).toBe('theme-still-open')
    await must(ask(labour, 'POST', `/api/tasks/${tasks[0].task}/report`, { result: 'done', report: '已核查' }))
    await must(ask(lead, 'POST', `/api/tasks/${tasks[0].task}/close`, {}))
    expect(await refusal(act(lead, theme, 'close', { result: 'solved' }))).toBe('theme-has-not-fallen')
    await must(act(lead, theme, 'close'))
    expect(await must(read(lead, theme))).toMatchObject({
      stage: 'closed',
      closed: { result: 'eased', report: '已公开收费标准' },
    })
  })

  it('is given more time, handed over, and falls overdue', async () => {
    const theme = await governed({ due: '2026-12-01' })
    await must(act(lead, theme, 'extend', { until: '2026-12-10' }))
    await must(act(lead, theme, 'hand-over'))
    expect((await read(land, theme)).status).toBe(404)
    expect(await must(read(labour, theme))).toMatchObject({ part: 'owner', due: '2026-12-10' })
    house.setToday('2026-12-11')
    await sweep(dueThemes(house))
    house.setToday(today)
    expect((await must(read(lead, theme))).history.at(-1).type).toBe('ThemeFellOverdue')
    expect(await recountThemes(house, [`theme:${theme}`])).toEqual([])
  })
})

describe('Its fall is measured', () => {
  it('against its own past, closed as solved, and opened again by the house when it rises', async () => {
    await came(addDays(today, -360), addDays(today, -1), 3, 'urban.x')
    await came(addDays(today, -360), addDays(today, -1), 1, 'urban.x', '990102')
    const theme = await governed()
    const later = addDays(today, 90)
    await came(today, addDays(later, -1), 20, 'urban.x')
    house.setToday(later)
    const seen = await must(read(land, theme))
    expect(seen.measured).toMatchObject({ count: 5, expected: 30, verdict: 'fell' })
    expect(seen.line.filter(({ isBefore }: Read) => isBefore)).toHaveLength(12)
    expect(seen.measured.words[0].zh).toContain('5 件')
    await must(act(lead, theme, 'close', { result: 'solved', report: '收费标准已公开' }))
    expect(await reopenRising(house)).toEqual([])
    const again = addDays(later, 40)
    await came(addDays(later, 15), addDays(again, -1), 1, 'urban.x')
    house.setToday(again)
    expect(await reopenRising(house)).toContain(`theme:${theme}`)
    expect(await reopenRising(house)).toEqual([])
    expect(await must(read(lead, theme))).toMatchObject({
      ...{ stage: 'governed', since: again, closed: null, reopened: [{ isByHouse: true, reason: null }] },
      due: addDays(again, 60),
    })
    house.setToday(today)
  })
})

describe('The read models', () => {
  it('are what the facts say', async () => {
    expect((await fsck(house, everyRoom)).errors).toEqual([])
    await rebuild(house, everyRoom)
    expect((await fsck(house, everyRoom)).errors).toEqual([])
  })
})
