/** A door past the office (docs/adr/0016), on the wire and in the database: who is let through it, and who cannot even see it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { fly } from '../src/engine/flight.ts'
import { fsck } from '../src/engine/fsck.ts'
import { settingStatements } from '../src/engine/history.ts'
import { rebuild } from '../src/engine/rebuild.ts'
import { sweep } from '../src/engine/sweep.ts'
import { day } from '../src/kernel/day.ts'
import { rooms as everyRoom } from '../src/main.ts'
import { carriersOf } from '../src/notices/carrier.ts'
import type { NoticeFact } from '../src/notices/notice.ts'
import { sendNotices } from '../src/notices/sending.ts'
import { openSpooled, spoolCarrier, spooledIn } from '../src/notices/spool.ts'
import type { Directory } from '../src/petition/house.ts'
import { commandReport } from '../src/protection/commanding.ts'
import { dueReports } from '../src/protection/jobs.ts'
import { reformReaction } from '../src/protection/reactions.ts'
import { type Asker, keyOf, openAnsweringHouse, type Registered } from './answering-house.ts'
import { reportBodies } from './command-bodies.ts'

const { ask, register, act, staffOf, house } = await openAnsweringHouse()
const bureau = await staffOf('county.bureau', 'clerk', 'head')
const land = await staffOf('county.land', 'clerk', 'head')
const above = await staffOf('prefecture.bureau', 'clerk')

const twoPeople = {
  people: [
    { name: '甲某某', phone: '19900000031' },
    { name: '乙某某', phone: '19900000032' },
  ],
  headcount: 2,
}
const words = '被单位约谈'

/** In the hands of the land office, with two petitioners. */
async function handled(to = 'county.land'): Promise<Registered> {
  const registered = await register(twoPeople)
  await act(bureau, registered.number, 'transfer', { to })
  return registered
}

async function reported(registered: Registered, body: object = {}): Promise<string> {
  const said = { about: 'retaliation', text: words, ...body }
  const { status, body: answer } = await ask(keyOf(registered), 'POST', '/api/follow/reports', said)
  expect([status, answer.stage]).toEqual([201, 'reported'])
  return answer.report
}

const own = async (registered: Registered, person = 'p1') =>
  (await ask(keyOf(registered, person), 'GET', '/api/follow/reports')).body
const command = (who: Asker, report: string, segment: string, body = reportBodies[segment] ?? {}) =>
  ask(who, 'POST', `/api/reports/${report}/${segment}`, body)
const listed = async (who: Asker, which = 'open'): Promise<string[]> => {
  const { body } = await ask(who, 'GET', `/api/reports?which=${which}&limit=100`)
  return body.items.map((item: { report: string }) => item.report)
}
const asWork = (text: string, values: unknown[]) => house.work.query(text, values)

describe('A report', () => {
  it('goes above, is received and answered, and its petitioner reads the answer', async () => {
    const registered = await handled()
    const report = await reported(registered)
    expect(await listed(above)).toContain(report)
    expect((await command(above, report, 'receive')).body).toMatchObject({ stage: 'received' })
    const { body: seen, answer } = await ask(above, 'GET', `/api/reports/${report}`)
    expect(seen).toMatchObject({ text: words, stage: 'received', about: 'retaliation', organ: { id: 'county.land' } })
    expect(answer.headers.etag).toBe('"2"')
    expect((await command(above, report, 'answer')).status).toBe(200)
    expect(await listed(above)).not.toContain(report)
    expect(await listed(above, 'answered')).toContain(report)
    const { items } = await own(registered)
    expect(items).toMatchObject([
      {
        ...{ report, stage: 'answered', text: words, hearer: { id: 'prefecture.bureau' }, contest: null },
        answers: [{ finding: 'partly', measures: ['supervised'], answer: '已经督办' }],
        looks: [{ organ: { id: 'prefecture.bureau' } }],
      },
    ])
    expect(items[0].clocks.map(({ rule, state }: { rule: string; state: string }) => `${rule} ${state}`)).toEqual([
      'receiveReport stopped',
      'answerReport stopped',
      'contestAnswer running',
    ])
    expect(items[0].clocks[1]).toMatchObject({ lastDay: '2026-12-08', derivation: expect.anything() })
  })

  it('whose answer does not help goes one level higher, out of sight of whoever answered', async () => {
    const registered = await handled()
    const report = await reported(registered)
    await command(above, report, 'answer')
    const url = `/api/follow/reports/${report}/contest`
    expect((await ask(keyOf(registered, 'p2'), 'POST', url, reportBodies.contest)).status).toBe(404)
    expect((await ask(keyOf(registered), 'POST', url, reportBodies.contest)).body).toMatchObject({ stage: 'reported' })
    const higher = await staffOf('prefecture')
    expect(await listed(higher)).toEqual([report])
    expect([...(await listed(above)), ...(await listed(above, 'answered'))]).not.toContain(report)
    expect((await ask(above, 'GET', `/api/reports/${report}`)).status).toBe(404)
    expect((await ask(higher, 'GET', `/api/reports/${report}`)).body).toMatchObject({
      contests: [{ reasons: '还在继续' }],
      answers: [{ answer: '已经督办' }],
    })
  })

  it('shows whoever hears it what happened in the petition, and no word of what was written', async () => {
    const registered = await handled()
    const report = await reported(registered)
    const { body } = await ask(above, 'GET', `/api/reports/${report}`)
    expect(body.matter).toMatchObject({ number: registered.number, stage: 'routed', isOpenToYou: false })
    expect(body.matter.organs.map(({ id }: { id: string }) => id).sort()).toEqual(['county.bureau', 'county.land'])
    expect(body.matter.history.map(({ type }: { type: string }) => type)).toEqual([
      'PetitionRegistered',
      'PetitionTransferred',
    ])
    for (const text of ['承包地', '甲某某', '19900000031', '重新丈量']) expect(JSON.stringify(body)).not.toContain(text)
  })

  it('says why not, beside every act', async () => {
    const report = await reported(await handled())
    await command(above, report, 'pass-on')
    const higher = await staffOf('prefecture')
    const { body } = await ask(higher, 'GET', `/api/reports/${report}`)
    const refused = body.actions.filter(({ allowed }: { allowed: boolean }) => !allowed)
    expect(refused.map(({ action }: { action: string }) => action)).toEqual(['pass-on-above', 'pass-on-discipline'])
    expect(refused[0].refusal).toMatchObject({ kind: 'report-passed-on-already', zh: expect.stringContaining('移送') })
    expect(body.notes).toMatchObject([{ from: { id: 'prefecture.bureau' }, note: '请处理' }])
  })

  it('is one report, however often it is sent under one key', async () => {
    const registered = await handled()
    const key = { 'idempotency-key': 'one-report-0001' }
    const send = () => ask(keyOf(registered), 'POST', '/api/follow/reports', { about: 'leak', text: words }, key)
    const [first, second] = [await send(), await send()]
    expect([first.status, second.status]).toEqual([201, 201])
    expect(second.body).toEqual(first.body)
    expect((await own(registered)).items).toHaveLength(1)
  })

  it('is not made a sixth time in a day', async () => {
    const registered = await handled()
    for (let time = 1; time <= 5; time += 1) await reported(registered)
    const sixth = await ask(keyOf(registered), 'POST', '/api/follow/reports', { about: 'leak', text: words })
    expect([sixth.status, sixth.body.refusal]).toEqual([429, 'too-many-reports-today'])
    expect((await own(registered)).items).toHaveLength(5)
    house.setToday('2026-11-24')
    try {
      await reported(registered)
    } finally {
      house.setToday('2026-11-23')
    }
  })

  it('is not made more often by sending many at once', async () => {
    const registered = await handled()
    const send = () => ask(keyOf(registered), 'POST', '/api/follow/reports', { about: 'leak', text: words })
    const statuses = (await Promise.all(Array.from({ length: 12 }, send))).map(({ status }) => status)
    expect(statuses.filter((status) => status === 201)).toHaveLength(5)
    expect(statuses.filter((status) => status === 429)).toHaveLength(7)
    expect((await own(registered)).items).toHaveLength(5)
  })
})

/**
 * Everything that the organs in a petition and its other petitioner can look at: the petition with its version, the register, the
 * worklist, their counts, and the lists of reports themselves.
 */
async function glimpses(registered: Registered): Promise<readonly unknown[]> {
  const other = keyOf(registered, 'p2')
  const places: readonly (readonly [Asker, string])[] = [
    ...[land, bureau].flatMap((who) =>
      [`/api/petitions/${registered.number}`, '/api/petitions?limit=200', '/api/worklist', '/api/reports'].map(
        (url) => [who, url] as const,
      ),
    ),
    [other, '/api/follow'],
    [other, '/api/follow/reports'],
  ]
  const seen: unknown[] = []
  for (const [who, url] of places) {
    const { status, body, answer } = await ask(who, 'GET', url)
    expect(status).toBe(200)
    seen.push({ url, body, etag: answer.headers.etag })
  }
  return seen
}

describe('Whoever a report is about', async () => {
  const registered = await handled()
  const report = await reported(registered)
  await ask(above, 'GET', `/api/reports/${report}`)
  const strangers: Readonly<Record<string, Asker>> = {
    'whoever has the petition': land,
    'whoever registered it': bureau,
    'another office of the county': await staffOf('county.labour'),
    'the county itself': await staffOf('county'),
    'a leader of the organ that hears it': await staffOf('prefecture.bureau', 'leader'),
    'an administrator there': await staffOf('prefecture.bureau', 'administrator'),
    'an office beside it': await staffOf('prefecture.land'),
    'the other petitioner': keyOf(registered, 'p2'),
    'a petitioner of another matter': keyOf(await handled()),
    anybody: null,
  }

  it('sees the same as before in everything that there is to see', async () => {
    const before = await glimpses(registered)
    const more = await reported(registered)
    await command(above, more, 'receive')
    await ask(above, 'GET', `/api/reports/${more}`)
    await command(above, more, 'answer')
    expect(await glimpses(registered)).toEqual(before)
  })

  it.each(Object.entries(strangers))('is not let through it: %s', async (_, who) => {
    const lists = await ask(who, 'GET', '/api/reports')
    if (lists.status === 200) expect([lists.body.items, lists.body.counts]).toEqual([[], { open: 0, overdue: 0 }])
    else expect([401, 403]).toContain(lists.status)
    expect([401, 403, 404]).toContain((await ask(who, 'GET', `/api/reports/${report}`)).status)
    for (const segment of ['receive', 'pass-on', 'answer'])
      expect([401, 403, 404]).toContain((await command(who, report, segment)).status)
    const contest = await ask(who, 'POST', `/api/follow/reports/${report}/contest`, reportBodies.contest)
    expect([401, 403, 404]).toContain(contest.status)
    const follows = await ask(who, 'GET', '/api/follow/reports')
    if (follows.status === 200) expect(follows.body.items).toEqual([])
  })

  it('does not exist for them, which is not the same as being forbidden', async () => {
    const missing = await ask(land, 'GET', '/api/reports/AAAAAAAAAAAAAAAAAAAAAA')
    const { status, body } = await ask(land, 'GET', `/api/reports/${report}`)
    expect([status, body.refusal, body.detail]).toEqual([404, missing.body.refusal, missing.body.detail])
  })

  const tables = ['report', 'report_clock', 'report_hearer', 'report_look', 'event', 'sealed', 'notice']
  const stream = `report:${report}`
  const rowsFor = async (settings: Record<string, string>, of = stream): Promise<string[]> => {
    const seen: string[] = []
    for (const table of tables) {
      const text = `select count(*)::int as rows from ${table} where stream_id = $1`
      const flight = [...settingStatements(settings), { name: `test count ${table}`, text, values: [of] }]
      const rows = await fly(house.app, flight)
      if ((rows.at(-1)?.[0]?.rows as number) > 0) seen.push(table)
    }
    return seen
  }

  it('finds nothing in the database, by row security alone', async () => {
    await asWork(
      `insert into notice (stream_id, id, fact, person, channel, state, sent_at)
        values ($1, gen_random_uuid(), 'ReportReceived', 'p1', 'sms', 'spooled', now())`,
      [stream],
    )
    const shown = ['report', 'report_clock', 'report_hearer', 'report_look', 'event', 'sealed']
    const { number } = registered
    expect(await rowsFor({})).toEqual([])
    expect(await rowsFor({ 'xinqiao.organ': 'county.land' })).toEqual([])
    expect(await rowsFor({ 'xinqiao.organ': 'prefecture' })).toEqual([])
    expect(await rowsFor({ 'xinqiao.petition': number, 'xinqiao.person': 'p2' })).toEqual([])
    expect(await rowsFor({ 'xinqiao.petition': number })).toEqual([])
    expect(await rowsFor({ 'xinqiao.organ': 'prefecture.bureau' })).toEqual(shown)
    expect(await rowsFor({ 'xinqiao.petition': number, 'xinqiao.person': 'p1' })).toEqual(shown)
  })

  it('finds nothing in the database even where a mistake made them its hearer', async () => {
    const misled = `insert into report_hearer (stream_id, organ, petition, person, kept_from, officials)
      select stream_id, 'county.land', petition, person, kept_from, officials from report_hearer where stream_id = $1`
    await asWork(misled, [stream])
    expect(await rowsFor({ 'xinqiao.organ': 'county.land' })).toEqual([])
    expect(await listed(land)).toEqual([])
    await asWork(`delete from report_hearer where stream_id = $1 and organ = 'county.land'`, [stream])
  })

  it('finds nothing below them either, whatever a mistake has done', async () => {
    const held = await handled('county')
    const under = await reported(held)
    const labour = await staffOf('county.labour')
    const misled = `insert into report_hearer (stream_id, organ, petition, person, kept_from, officials)
      select stream_id, 'county.labour', petition, person, kept_from, officials from report_hearer where stream_id = $1`
    await asWork(misled, [`report:${under}`])
    expect(await rowsFor({ 'xinqiao.organ': 'county.labour' }, `report:${under}`)).toEqual([])
    expect(await listed(labour)).toEqual([])
    expect((await command(labour, under, 'receive')).status).toBe(404)
    await asWork(`delete from report_hearer where stream_id = $1 and organ = 'county.labour'`, [`report:${under}`])
  })

  it('is an official by name: neither they nor whoever answers to them hears of it', async () => {
    const named = await staffOf('prefecture.bureau', 'clerk')
    const [{ name }] = (
      await asWork('select name from account_person where stream_id = $1', [`account:${named.account}`])
    ).rows
    const respondent = { as: 'respondent', organ: 'prefecture.bureau', official: name }
    const about = await register({ ...twoPeople, about: [respondent] })
    await act(bureau, about.number, 'transfer', { to: 'county.land' })
    const against = await reported(about)
    const kept = await asWork('select officials from report_hearer where stream_id = $1', [`report:${against}`])
    expect(kept.rows).toEqual([{ officials: [named.account] }])
    expect(await listed(named)).not.toContain(against)
    expect((await ask(named, 'GET', `/api/reports/${against}`)).status).toBe(404)
    expect((await command(named, against, 'receive')).status).toBe(404)
    expect(await listed(above)).toContain(against)
    expect((await command(above, against, 'receive')).status).toBe(200)
  })
})

describe('The message about a report', () => {
  it('goes to its petitioner alone, and says that there is news and not of what', async () => {
    const spool = mkdtempSync(join(tmpdir(), 'xinqiao-spool-'))
    afterAll(() => rmSync(spool, { recursive: true }))
    const registered = await handled()
    const report = await reported(registered)
    await command(above, report, 'receive')
    const { rows } = await asWork('select id, stream_id, payload from outbox where stream_id = $1', [
      `report:${report}`,
    ])
    expect(rows.map(({ payload }) => payload)).toEqual([{ fact: 'ReportReceived', on: '2026-11-23' }])
    const [{ id, stream_id: stream }] = rows
    const sending = {
      house,
      carriers: carriersOf(spoolCarrier(spool, house.vault), null),
      followAt: 'https://house/follow',
      bookingAt: 'https://house/reception/booking',
    }
    await sendNotices(sending, { id, stream, fact: 'ReportReceived' satisfies NoticeFact })
    const waiting = await spooledIn(spool)
    expect(waiting).toMatchObject([{ channel: 'sms' }])
    const message = await openSpooled(house.vault, waiting[0] as (typeof waiting)[0])
    expect(message?.to).toBe('19900000031')
    expect(message?.text).toContain('新的消息')
    expect(message?.text).not.toMatch(/线索|反映|报复|上级|report/i)
  })
})

/** The organs after a reform that did away with the bureau. */
function withoutPrefectureBureau(directory: Directory): Directory {
  const all = [...directory.all()].map((organ) =>
    organ.id === 'prefecture.bureau' ? { ...organ, state: 'abolished' as const } : organ,
  )
  return { ...directory, all: () => all, find: (id) => all.find((organ) => organ.id === id) }
}

describe('What the house does by itself', () => {
  it('marks a hearer that is late, and closes what its petitioner left', async () => {
    const [late, left] = [await handled(), await handled()]
    const [owed, answered] = [await reported(late), await reported(left)]
    await command(above, answered, 'answer')
    try {
      house.setToday('2026-11-27')
      await sweep(dueReports(house))
      const [first] = (await own(late)).items
      expect(first.clocks).toMatchObject([{ rule: 'receiveReport', isOverdue: true }, { isOverdue: false }])
      expect((await ask(above, 'GET', '/api/reports')).body.counts.overdue).toBeGreaterThan(0)
      house.setToday(day('2026-12-24'))
      await sweep(dueReports(house))
      expect((await own(left)).items).toMatchObject([{ stage: 'closed', contest: { kind: 'wrong-report-stage' } }])
      expect((await own(late)).items).toMatchObject([{ report: owed, stage: 'reported' }])
      expect((await sweep(dueReports(house))).due).toBe(0)
    } finally {
      house.setToday('2026-11-23')
    }
  })

  it('leaves a report with its hearer when an organ elsewhere is reformed', async () => {
    const registered = await handled()
    const report = await reported(registered)
    const recorded = {
      ...{ stream: 'organ:county.labour', version: 2, by: { kind: 'system' }, recordedAt: house.now() },
      fact: { type: 'OrganAbolished', on: day('2026-11-23'), successor: null },
    } as const
    await reformReaction(house).react(recorded as never, undefined as never)
    expect((await own(registered)).items).toMatchObject([
      { report, hearer: { id: 'prefecture.bureau' }, stage: 'reported' },
    ])
  })

  it('moves a report when its hearer ends', async () => {
    const registered = await handled()
    const report = await reported(registered)
    const viewer = { kind: 'system', task: 'succession' } as const
    const without = { ...house, directory: withoutPrefectureBureau(house.directory) }
    const passed = await commandReport(without, { stream: `report:${report}`, type: 'PassDutyOn', body: {}, viewer })
    expect(passed).toMatchObject({ ok: true, value: { report: { hearer: 'prefecture' } } })
    expect(await listed(above)).not.toContain(report)
    expect(await listed(await staffOf('prefecture'))).toContain(report)
  })

  it('keeps facts and rows together', async () => {
    expect(await fsck(house, everyRoom)).toMatchObject({ errors: [], errorCount: 0, unowned: 0 })
    await asWork(`update report set stage = 'closed' where stage = 'reported'`, [])
    expect((await fsck(house, everyRoom)).errorCount).toBeGreaterThan(0)
    await rebuild(house, everyRoom)
    expect(await fsck(house, everyRoom)).toMatchObject({ errors: [] })
  })
})
