/** Target assessment on the wire and in the database: what is counted, who reads it, and how a figure is objected to (docs/adr/0033). */
import { describe, expect, it } from 'vitest'
import { checkAssessment } from '../src/assessment/checking.ts'
import { assessmentReaction } from '../src/assessment/counting.ts'
import { dueLetters } from '../src/assessment/jobs.ts'
import { fly } from '../src/engine/flight.ts'
import { fsck } from '../src/engine/fsck.ts'
import { settingStatements } from '../src/engine/history.ts'
import { sweep } from '../src/engine/sweep.ts'
import { rooms as everyRoom } from '../src/main.ts'
import { dueClocks } from '../src/petition/jobs.ts'
import { type Asker, keyOf, openAnsweringHouse, type Registered } from './answering-house.ts'
import { catchUp } from './catching-up.ts'
import { commandBodies } from './command-bodies.ts'

const { ask, register, act, staffOf, house } = await openAnsweringHouse()
const bureau = await staffOf('county.bureau', 'clerk', 'head')
const land = await staffOf('county.land', 'clerk', 'head')
const prefecture = await staffOf('prefecture', 'head', 'clerk')
const another = await staffOf('prefecture', 'head')
const county = await staffOf('county', 'head')
const province = await staffOf('province', 'head')

const asWork = async (text: string, values: unknown[] = []) => (await house.work.query(text, values)).rows
const counted = () => catchUp(house, assessmentReaction(house))
const check = () => checkAssessment(house.work, house.directory, house.laws)
const linesOf = ({ number }: Pick<Registered, 'number'>) =>
  asWork(
    `select concat_ws(' ', measure, organ, day, outcome) as line from assessment_line where stream_id = $1 order by 1`,
    [number],
  ).then((rows) => rows.map(({ line }) => line))
const scorecard = async (who: Asker, query: string) => {
  const { status, body } = await ask(who, 'GET', `/api/assessment/scorecard?${query}`)
  expect(status, JSON.stringify(body)).toBe(200)
  // biome-ignore lint/suspicious/noExplicitAny: what came over the wire, looked at field by field
  return new Map<string, any>(body.scores.map((score: { indicator: string }) => [score.indicator, score]))
}

/** Sent on in time; sent on late; never sent on. */
const [inTime, late, never] = [await register({}), await register({}), await register({})]
await act(bureau, inTime.number, 'transfer', { to: 'county.land' })

describe('What is counted', () => {
  it('follows each fact that matters, by the day on which a limit ends', async () => {
    await counted()
    expect(await linesOf(inTime)).toEqual([
      'notice county.land 2026-12-08 running',
      'recurrence county.land 2026-11-23 first',
      'routing county.bureau 2026-12-08 inTime',
    ])
    expect(await linesOf(never)).toEqual([
      'recurrence county.bureau 2026-11-23 first',
      'routing county.bureau 2026-12-08 running',
    ])
  })

  it('keeps what is overdue and still open in the denominator, and what came late beside it', async () => {
    house.setToday('2026-12-10')
    while ((await sweep(dueClocks(house))).more);
    await act(bureau, late.number, 'transfer', { to: 'county.land' })
    await counted()
    expect(await linesOf(late)).toContain('routing county.bureau 2026-12-08 late')
    expect(await linesOf(never)).toContain('routing county.bureau 2026-12-08 overdue')
    const { routedInTime, answeredInTime } = Object.fromEntries(await scorecard(bureau, 'period=2026-12'))
    expect(routedInTime).toMatchObject({ numerator: 1, denominator: 3, perMille: 333, note: 'few', rank: null })
    // none of a bureau's own duties
    expect(answeredInTime).toBeUndefined()
  })

  it('says honestly what nothing measures yet, and computes nothing of it', async () => {
    const scores = await scorecard(bureau, 'period=2026-12')
    expect(scores.get('disputeSettledEarly')).toMatchObject({ numerator: null, denominator: null, note: 'notMeasured' })
    const { body } = await ask(bureau, 'GET', '/api/assessment/indicators')
    const dispute = body.items.find(({ indicator }: { indicator: string }) => indicator === 'disputeSettledEarly')
    expect(dispute).toMatchObject({ isMeasurable: false, source: null })
    const atFirst = body.items.find(({ indicator }: { indicator: string }) => indicator === 'solvedAtFirst')
    expect(atFirst).toMatchObject({ origin: 'usual', originWords: { zh: '通行说法，未见公布的计算方法' } })
  })

  it('costs nothing where a fact is of no interest', async () => {
    const before = await asWork('select max(version) as v from assessment_line where stream_id = $1', [never.number])
    await act(bureau, never.number, 'ask-petitioner', commandBodies['ask-petitioner'])
    await counted()
    expect(await asWork('select max(version) as v from assessment_line where stream_id = $1', [never.number])).toEqual(
      before,
    )
  })

  it('adds up to what the facts say, counted again from nothing', async () => {
    expect(await check()).toEqual([])
    await asWork(`delete from assessment_count`)
    await asWork(`delete from assessment_line`)
    await asWork(`delete from consumer where name = 'assessment'`)
    await counted()
    expect(await check()).toEqual([])
    const { routedInTime } = Object.fromEntries(await scorecard(bureau, 'period=2026-12'))
    expect(routedInTime).toMatchObject({ numerator: 1, denominator: 3 })
  })

  it('is found out where somebody writes another outcome, another sum, or takes a line away', async () => {
    const key = [late.number]
    const tampered = async (change: string, back: string, values: unknown[]) => {
      await asWork(change, values)
      const found = await check()
      await asWork(back, values)
      return found
    }
    const routing = `where stream_id = $1 and measure = 'routing'`
    const lied = await tampered(
      `update assessment_line set outcome = 'inTime' ${routing}`,
      `update assessment_line set outcome = 'late' ${routing}`,
      key,
    )
    expect(lied).toContainEqual({
      ...{ kind: 'line-wrong', stream: late.number, version: expect.any(Number) },
      detail: 'routing route#1: county.bureau 2026-12-08 inTime; the facts say county.bureau 2026-12-08 late',
    })
    expect(lied.map(({ kind }) => kind)).toContain('count-wrong')
    const summed = await tampered(
      `update assessment_count set n = n + 1 where measure = $1 and outcome = 'overdue'`,
      `update assessment_count set n = n - 1 where measure = $1 and outcome = 'overdue'`,
      ['routing'],
    )
    expect(summed.map(({ kind, detail }) => [kind, detail])).toEqual([
      ['count-wrong', 'county.bureau routing 2026-12 overdue: 2; the lines say 1'],
    ])
    expect(await check()).toEqual([])
  })

  it('is no fault while its reader is behind', async () => {
    await register({})
    expect(await check()).toEqual([])
    await counted()
  })
})

describe('Who reads which figures', () => {
  it('reads their own, those below, and those of the place that they answer for; nothing else is there', async () => {
    const statusOf = async (who: Asker, query: string) =>
      (await ask(who, 'GET', `/api/assessment/scorecard?${query}`)).status
    expect(await statusOf(land, 'organ=county.land')).toBe(200)
    expect(await statusOf(county, 'organ=county.land')).toBe(200)
    expect(await statusOf(bureau, 'organ=county.land')).toBe(200)
    expect(await statusOf(prefecture, 'area=990101')).toBe(200)
    expect(await statusOf(land, 'organ=county.bureau')).toBe(404)
    expect(await statusOf(land, 'area=990101')).toBe(404)
    expect(await statusOf(county, 'area=9901')).toBe(404)
    expect(await statusOf(county, 'organ=nobody')).toBe(404)
    const { body } = await ask(county, 'GET', '/api/assessment/subjects')
    expect(body.areas.map(({ area }: { area: string }) => area)).toEqual(['990101'])
    expect(body.organs.map(({ id }: { id: string }) => id)).not.toContain('prefecture')
  })

  it('is kept by the database itself: a sum is shown to whoever oversees the organ, and to nobody without a name', async () => {
    const seen = async (organ: string | null) => {
      const settings = organ === null ? {} : { 'xinqiao.organ': organ }
      const text = `select distinct organ from assessment_count order by 1`
      const rows = await fly(house.app, [...settingStatements(settings), { name: 'test sums', text, values: [] }])
      return (rows.at(-1) ?? []).map((row) => row.organ)
    }
    expect(await seen(null)).toEqual([])
    expect(await seen('county.labour')).toEqual([])
    expect(await seen('county.land')).toEqual(['county.land'])
    expect(await seen('county.bureau')).toEqual(['county.bureau', 'county.land'])
    expect(await seen('prefecture')).toEqual(['county.bureau', 'county.land'])
  })

  it('opens the cases behind a figure to whoever has a part in them, and says how many it keeps back', async () => {
    const cases = async (who: Asker, more = '') =>
      (await ask(who, 'GET', `/api/assessment/cases?organ=county.bureau&period=2026-12&indicator=routedInTime${more}`))
        .body
    const own = await cases(bureau)
    expect(
      own.items.map(({ stream, outcome }: { stream: string; outcome: string }) => [stream, outcome]).sort(),
    ).toEqual(
      [
        [inTime.number, 'inTime'],
        [late.number, 'late'],
        [never.number, 'overdue'],
      ].sort(),
    )
    expect([own.hidden, own.next]).toEqual([0, null])
    expect(await cases(county)).toEqual({ items: [], hidden: 3, next: null })
    const first = await cases(bureau, '&limit=2')
    const second = await cases(bureau, `&limit=2&cursor=${first.next}`)
    expect([...first.items, ...second.items]).toEqual(own.items)
    expect((await cases(bureau, '&part=numerator')).items).toMatchObject([
      { stream: inTime.number, isInNumerator: true },
    ])
  })

  it('gives the table for a spreadsheet, in the language asked for', async () => {
    const { answer } = await ask(bureau, 'GET', '/api/assessment/export?period=2026-12')
    expect(answer.headers['content-disposition']).toContain('attachment')
    expect(answer.body).toContain('按期登记转办率,1,3,333')
    const sheet = await ask(bureau, 'GET', '/api/assessment/export?period=2026-12&format=xlsx')
    expect(sheet.answer.rawPayload.subarray(0, 2).toString()).toBe('PK')
  })
})

describe('What petitioners said', () => {
  it('is no case and no small number to whoever they said it of, and both to whoever oversees them', async () => {
    const rated = await register({})
    await act(bureau, rated.number, 'transfer', { to: 'county.land' })
    await act(land, rated.number, 'accept', commandBodies.accept)
    await act(land, rated.number, 'record-contact', commandBodies['record-contact'])
    await act(land, rated.number, 'issue-opinion', commandBodies['issue-opinion'])
    const { rows } = await house.work.query(
      `select fact::jsonb #>> '{fact,document}' as document from event where stream_id = $1 and type = 'OpinionIssued'`,
      [rated.number],
    )
    const document = rows[0].document
    const serve = { document, person: 'p1', way: 'direct', servedOn: '2026-12-10', proof: { signature: '签收' } }
    await act(land, rated.number, 'serve', serve)
    const { whom, solved, fair } = { whom: 'organ', solved: 'satisfied', fair: 'dissatisfied' }
    await act(keyOf(rated), rated.number, 'rate', { whom, solved, fair, comment: null, signed: null })
    await counted()
    // neither answer makes good for the other, and the bureau was not rated
    expect(await linesOf(rated)).toEqual(
      expect.arrayContaining([
        'bureauRating county.bureau 2026-12-10 waiting',
        'organRating county.land 2026-12-10 dissatisfied',
      ]),
    )
    const query = 'organ=county.land&period=2026-12'
    const own = (await scorecard(land, query)).get('organSatisfaction')
    expect(own).toMatchObject({ numerator: null, denominator: null, note: 'tooFewToShow' })
    expect(JSON.stringify(own.trend)).not.toMatch(/"denominator":1/)
    expect((await scorecard(county, query)).get('organSatisfaction')).toMatchObject({ numerator: 0, denominator: 1 })
    const behind = (who: Asker, part: string) =>
      ask(who, 'GET', `/api/assessment/cases?${query}&indicator=organSatisfaction&part=${part}`)
    expect((await behind(land, 'all')).body).toEqual({ items: [], hidden: 0, next: null })
    expect((await behind(land, 'rest')).body).toEqual({ items: [], hidden: 0, next: null })
    expect((await behind(bureau, 'rest')).body.items).toMatchObject([{ stream: rated.number, outcome: 'dissatisfied' }])
    expect(await check()).toEqual([])
  })
})

const targets = [
  { indicator: 'routedInTime', share: 95, weight: 60 },
  { indicator: 'organSatisfaction', share: 80, weight: 40 },
]

describe('A letter of responsibility', () => {
  let letter = ''
  const command = (who: Asker, segment: string, body: object) =>
    ask(who, 'POST', `/api/assessment/letters/${letter}/${segment}`, body)
  const read = async (who: Asker) => (await ask(who, 'GET', `/api/assessment/letters/${letter}`)).body

  it('is drafted above and signed by the heads of both', async () => {
    const drafted = await ask(prefecture, 'POST', '/api/assessment/letters', {
      ...{ year: 2026, lower: 'county', covers: 'area', targets, remarks: '依规依法及时就地解决' },
    })
    expect([drafted.status, drafted.body.stage]).toEqual([201, 'drafted'])
    letter = drafted.body.letter
    expect((await command(prefecture, 'sign', { revision: 1 })).body.stage).toBe('drafted')
    expect((await command(another, 'sign', { revision: 1 })).body.refusal).toBe('letter-signed-already')
    expect((await command(county, 'sign', { revision: 1 })).body.stage).toBe('inForce')
    expect(await read(county)).toMatchObject({
      ...{ side: 'lower', inForce: { remarks: '依规依法及时就地解决', signatures: [{}, {}] } },
    })
    const again = await ask(prefecture, 'POST', '/api/assessment/letters', { year: 2026, lower: 'county', targets })
    expect(again.body.refusal).toBe('letter-drafted-already')
  })

  it('is nobody else’s, on the wire and in the database', async () => {
    for (const other of [province, bureau, land])
      expect((await ask(other, 'GET', `/api/assessment/letters/${letter}`)).status).toBe(404)
    for (const other of [province, bureau])
      expect((await ask(other, 'GET', '/api/assessment/letters')).body.items).toEqual([])
    const tables = ['letter', 'letter_part', 'event', 'sealed']
    const rowsFor = async (organ: string) => {
      const seen: string[] = []
      for (const table of tables) {
        const text = `select count(*)::int as rows from ${table} where stream_id = $1`
        const statement = { name: `test count ${table}`, text, values: [`letter:${letter}`] }
        const rows = await fly(house.app, [...settingStatements({ 'xinqiao.organ': organ }), statement])
        if ((rows.at(-1)?.[0]?.rows as number) > 0) seen.push(table)
      }
      return seen
    }
    expect(await rowsFor('county')).toEqual(tables)
    expect(await rowsFor('county.bureau')).toEqual([])
    expect(await rowsFor('province')).toEqual([])
  })

  it('has its figures issued when the period is over, with the cases as they were then', async () => {
    expect((await command(prefecture, 'issue', { period: '2026-12' })).body.refusal).toBe('period-not-over')
    house.setToday('2027-01-04')
    while ((await sweep(dueClocks(house))).more);
    expect((await command(prefecture, 'issue', { period: '2026-12', audience: 'alike' })).status).toBe(200)
    const { issues } = await read(county)
    expect(issues).toMatchObject([{ issue: 'a1', period: '2026-12', editions: [{ edition: 1 }] }])
    const [routed] = issues[0].figures
    expect(routed).toMatchObject({ indicator: 'routedInTime', target: 95, isMet: false })
    const { body } = await ask(county, 'GET', `/api/assessment/letters/${letter}/cases?issue=a1&indicator=routedInTime`)
    expect(body.hidden).toBe(routed.denominator)
    expect((await scorecard(county, 'area=990101&period=2026-12')).get('routedInTime')).toMatchObject({
      ...{ target: 95, weight: 60, numerator: routed.numerator, denominator: routed.denominator },
    })
    expect(await check()).toEqual([])
  })

  it('does not change in silence: what happens afterwards changes the scorecard and not the figure', async () => {
    const before = (await read(county)).issues[0].figures
    await act(bureau, never.number, 'transfer', { to: 'county.land' })
    await counted()
    expect((await read(county)).issues[0].figures).toEqual(before)
    expect(await check()).toEqual([])
  })

  it('hears an objection, decided by another person, and corrected in a new edition', async () => {
    const cases = [{ stream: late.number, item: 'route#1' }]
    const objection = { issue: 'a1', indicator: 'routedInTime', cases, reasons: '系统故障，转送在先' }
    const stranger = { ...objection, cases: [{ stream: late.number, item: 'route#9' }] }
    expect((await command(county, 'object', stranger)).body.refusal).toBe('case-not-in-figure')
    expect((await command(county, 'object', objection)).status).toBe(200)
    const before = (await read(county)).issues[0].figures[0]
    const rulings = [{ case: cases[0], ruling: 'corrected', outcome: 'inTime' }]
    const decision = { objection: 'b1', rulings, reasons: '经核实属实' }
    expect((await command(prefecture, 'decide', decision)).body.refusal).toBe('needs-another-decider')
    expect((await command(another, 'decide', decision)).status).toBe(200)
    const { issues, objections } = await read(county)
    expect(objections).toMatchObject([
      { state: 'decided', reasons: '系统故障，转送在先', decisions: [{ upheld: true }] },
    ])
    expect(issues[0].figures[0]).toMatchObject({ numerator: before.numerator + 1, denominator: before.denominator })
    expect(issues[0].editions).toHaveLength(2)
    expect(issues[0].editions[0].figures[0]).toEqual(before)
    // what anybody wrote is sealed, and in no fact
    const written =
      "select 1 from event where starts_with(stream_id, 'letter:') and fact ~ '系统故障|经核实属实|依规依法'"
    expect(await asWork(written)).toEqual([])
    expect(await check()).toEqual([])
  })

  it('goes once to the organ above, which sees the letter from then on, and may have a case read again', async () => {
    expect((await command(county, 'object-above', { objection: 'b1', reasons: '还有一件' })).status).toBe(200)
    expect(await read(province)).toMatchObject({ side: 'above', objections: [{ state: 'takenHigher' }] })
    const rulings = [{ case: { stream: late.number, item: 'route#1' }, ruling: 'readAgain' }]
    const decided = await command(province, 'decide', { objection: 'b1', rulings, reasons: '按记录认定' })
    expect(decided.status).toBe(200)
    const { issues, objections } = await read(county)
    expect(objections).toMatchObject([{ state: 'decidedAbove', decisions: [{}, { by: { id: 'province' } }] }])
    // its facts still say that it was late: the figure is again what it was, in an edition of its own
    expect(issues[0].editions).toHaveLength(3)
    expect(issues[0].figures).toEqual(issues[0].editions[0].figures)
    expect(await check()).toEqual([])
  })

  it('is circulated as shares alone, and not among fewer than three', async () => {
    expect((await ask(county, 'GET', '/api/assessment/circulated?period=2026-12')).body).toEqual({ items: [] })
    expect((await ask(land, 'GET', '/api/assessment/circulated?period=2026-12')).body).toEqual({ items: [] })
  })

  it('is found out where somebody puts other cases behind an issued figure', async () => {
    const at = [`letter:${letter}`]
    await asWork(
      `update assessment_case set outcome = 'inTime' where stream_id = $1 and edition = 1 and outcome = 'late'`,
      at,
    )
    const found = await check()
    expect(found.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['figure-wrong', 'case-wrong']))
    expect(found[0]?.stream).toBe(`letter:${letter}`)
    await asWork(
      `update assessment_case set outcome = 'late' where stream_id = $1 and edition = 1 and case_stream = $2`,
      [...at, late.number],
    )
    expect(await check()).toEqual([])
  })

  it('marks what falls overdue or lapses, and keeps its books', async () => {
    house.setToday('2027-03-01')
    while ((await sweep(dueLetters(house))).more);
    const { clocks } = await read(county)
    expect(clocks.filter(({ state }: { state: string }) => state === 'running')).toEqual([])
    expect((await fsck(house, everyRoom)).errors).toEqual([])
  })
})
