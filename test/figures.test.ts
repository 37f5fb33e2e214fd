/** Figures on the wire: published, fetched, counted again by a stranger; and what is found when somebody tampers with them. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { canonicalJson } from '../src/engine/canonical-json.ts'
import { fsck } from '../src/engine/fsck.ts'
import { month } from '../src/kernel/month.ts'
import { rooms as everyRoom } from '../src/main.ts'
import { type Evidence, parseEvidence } from '../src/proof/evidence.ts'
import { type NoteKey, parseVkey } from '../src/proof/note.ts'
import { checkFigures, redraw } from '../src/register/figures/checking.ts'
import { countsOf } from '../src/register/figures/counting.ts'
import { figuresChore, remakingChore } from '../src/register/figures/jobs.ts'
import { headerLine, type Line, readLine, writeLine } from '../src/register/figures/line.ts'
import { publishFigures } from '../src/register/figures/publishing.ts'
import { listEditions } from '../src/register/figures/queries.ts'
import { checkProof, compareCounts, recount } from '../src/register/figures/recounting.ts'
import { publish } from '../src/register/log/publishing.ts'
import { keyOf, openAnsweringHouse, type Registered } from './answering-house.ts'
import { commandBodies } from './command-bodies.ts'

const { ask, register, act, staffOf, house, app, office, figures } = await openAnsweringHouse()
const { owner } = office.database
const folder = join(`${house.keyFolder}-register`, 'figures')
const clerk = await staffOf('county.bureau', 'clerk', 'head')
const land = await staffOf('county.land', 'clerk', 'head')
const leader = await staffOf('prefecture.bureau', 'leader')
const countyLeader = await staffOf('county.bureau', 'leader')

const september = month('2026-09')
const october = month('2026-10')
const work: Registered[] = []
let accusation: Registered
let confidential: Registered

/** Nine claims of September and one of October, an accusation, and one who petitions in confidence. */
beforeAll(async () => {
  house.setToday('2026-09-10')
  for (let at = 0; at < 9; at += 1) work.push(await register({ title: `承包地 ${at}` }))
  for (const { number } of work.slice(0, 7)) await act(clerk, number, 'transfer', { to: 'county.land' })
  house.setToday('2026-09-18')
  for (const { number } of work.slice(0, 2)) await act(land, number, 'accept', commandBodies.accept)
  accusation = await register({ class: 'accusation' })
  confidential = await register({ confidentiality: 'confidential' })
  house.setToday('2026-10-12')
  work.push(await register({ title: '十月的事' }))
  house.setToday('2026-11-24')
})

const file = async (name: string) => (await app.inject({ method: 'GET', url: `/log/figures/${name}` })).body
async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  // in pieces that cut lines and characters
  for (let at = 0, bytes = Buffer.from(text); at < bytes.length; at += 777) yield bytes.subarray(at, at + 777)
}
const linesOf = (extract: string): readonly Line[] =>
  extract
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((text) => readLine(text)?.line as Line)
const extractOf = (lines: readonly Line[], name = '2026-09') =>
  `${[headerLine, ...lines.map((line) => writeLine(name, line))].join('\n')}\n`

async function keys(): Promise<readonly NoteKey[]> {
  const { body } = await ask(null, 'GET', '/api/log')
  return body.keys.log.map(parseVkey)
}
async function logged(): Promise<void> {
  for (;;) {
    const done = await publish(house.register)
    const { rows } = await owner.query('select count(*)::int as facts from event')
    if (done.kind === 'published' && done.size >= rows[0].facts) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
async function evidenceOf(who: Registered): Promise<Evidence> {
  const { body } = await ask(keyOf(who), 'GET', '/api/follow/evidence')
  return parseEvidence(JSON.stringify(body)) as Evidence
}
/** All that a stranger can do with the three files. */
async function checked(extract: string, counts: string, proof: string) {
  const recounted = await recount(bytesOf(extract))
  return {
    recounted,
    differences: compareCounts(counts, recounted.counts),
    proof: checkProof(proof, recounted, await keys()),
  }
}
const allGood = { figures: 'good', extract: 'good', counts: 'good', inclusion: 'good', signature: 'good' }

describe('Figures of a month', () => {
  it('are published by a leader of the bureau at the head, and by nobody below', async () => {
    const refused = await ask(countyLeader, 'POST', '/api/figures', { month: september })
    expect(refused.status).toBe(403)
    expect(refused.body.messages.en).toContain('prefecture.bureau')
    expect((await ask(leader, 'POST', '/api/figures', { month: '2026-11' })).status).toBe(422)
    const work = await ask(leader, 'GET', '/api/figures/work')
    expect(work.body.months[0]).toEqual({ month: '2026-10', editions: 0, refusal: null })
  })

  it('can be seen before, and say the same when they are published', async () => {
    const before = await ask(leader, 'GET', `/api/figures/preview/${september}`)
    expect(before).toMatchObject({
      status: 200,
      body: { cases: 11, registered: { inMonth: 7, earlier: 0, unsaid: 4 } },
    })
    const done = await ask(leader, 'POST', '/api/figures', { month: september }, { 'idempotency-key': 'september-1' })
    expect(done).toMatchObject({ status: 201, body: { figures: '2026-09', edition: 1, cases: 11, reason: null } })
    const again = await ask(leader, 'POST', '/api/figures', { month: september }, { 'idempotency-key': 'september-1' })
    expect(again).toMatchObject({ status: 201, body: done.body })
    expect((await ask(leader, 'POST', '/api/figures', { month: september })).status).toBe(409)
    const { body } = await ask(null, 'GET', '/api/figures/2026-09')
    expect(body.counts).toEqual(before.body)
    expect((await ask(null, 'GET', '/api/figures')).body.items).toHaveLength(1)
  })

  it('are those of the month: what happened later is not among them', async () => {
    const lines = linesOf(await file('2026-09.csv'))
    expect(lines).toHaveLength(11)
    const own = lines.filter(({ organ }) => organ === 'county.land')
    expect(own.map(({ stage }) => stage).sort()).toEqual([...Array(2).fill('accepted'), ...Array(5).fill('routed')])
    expect(
      own.every(({ registered, clocks }) => registered === '2026-09' && clocks.includes('route:stopped-in-time')),
    ).toBe(true)
  })

  it('hold no number, no day, no name, and nothing of an accusation but that there is a case', async () => {
    const extract = await file('2026-09.csv')
    for (const { number } of [...work, accusation, confidential]) expect(extract).not.toContain(number)
    expect(extract).not.toMatch(/\d{4}-\d\d-\d\d/)
    expect(extract).not.toContain('accusation')
    const coarse = linesOf(extract).filter(({ clocks }) => clocks === '*')
    expect(coarse.map(({ line: _, ...told }) => told)).toEqual(
      Array(4).fill({ registered: '*', organ: '*', class: '*', stage: '*', clocks: '*' }),
    )
  })

  it('are counted again by a stranger, to the same numbers, and lie in the log', async () => {
    await logged()
    const [extract, counts, proof] = [
      await file('2026-09.csv'),
      await file('2026-09.json'),
      await file('2026-09.proof.json'),
    ]
    const found = await checked(extract, counts, proof)
    expect(found).toMatchObject({ recounted: { flaw: null, counts: { cases: 11 } }, differences: [], proof: allGood })
    expect(await file('2026-09.counts.csv')).toContain('2026-09,cases,county.land,appeal,routed,,,5')
  })

  it('show each petitioner their own line, and nobody else theirs', async () => {
    const extract = await file('2026-09.csv')
    const lineOf = async (who: Registered) => {
      const opening = (await evidenceOf(who)).opening ?? undefined
      return (await recount(bytesOf(extract), { opening })).own
    }
    expect(await lineOf(work[0] as Registered)).toMatchObject({ organ: 'county.land', stage: 'accepted' })
    expect(await lineOf(work[5] as Registered)).toMatchObject({ organ: 'county.land', stage: 'routed' })
    expect(await lineOf(accusation)).toMatchObject({ organ: '*' })
    expect(await lineOf(work[9] as Registered)).toBeNull()
    // whoever knows what the log publishes, and no salt, finds nobody
    const { opening } = await evidenceOf(work[0] as Registered)
    if (!opening) throw new Error('no opening')
    const { rows } = await owner.query('select entry from log_entry')
    for (const { entry } of rows.slice(0, 20)) {
      const guessed = { ...opening, salt: Buffer.from(entry).toString('base64') }
      expect((await recount(bytesOf(extract), { opening: guessed })).own).toBeNull()
    }
  })

  it('name no case by the same mark in two months', async () => {
    const done = await publishFigures(figures, {
      month: october,
      viewer: { kind: 'system', task: 'cli' },
      reason: null,
    })
    expect(done).toMatchObject({ ok: true, value: { cases: 12 } })
    const marks = (extract: string) => new Set(linesOf(extract).map(({ line }) => line))
    const [before, after] = [marks(await file('2026-09.csv')), marks(await file('2026-10.csv'))]
    expect([...before].filter((mark) => after.has(mark))).toEqual([])
  })

  it('are in an order that tells nothing of when a case came', async () => {
    const lines = linesOf(await file('2026-10.csv')).map(({ line }) => line)
    expect(lines).toEqual(lines.toSorted())
  })
})

describe('Whoever tampers with published figures', () => {
  const whole = async () =>
    [await file('2026-09.csv'), await file('2026-09.json'), await file('2026-09.proof.json')] as const

  it('by taking a line out is found by the counts, and by the digest', async () => {
    const [extract, counts, proof] = await whole()
    const found = await checked(extractOf(linesOf(extract).slice(1)), counts, proof)
    expect(found.differences?.map(({ where }) => where)).toContain('cases')
    expect(found.proof).toMatchObject({ extract: 'bad', counts: 'bad', inclusion: 'good' })
  })

  it('by changing a count is found by counting', async () => {
    const [extract, counts, proof] = await whole()
    const said = JSON.parse(counts)
    said.clocks[0].overdue += 3
    const found = await checked(extract, canonicalJson(said), proof)
    expect(found.differences).toEqual([
      expect.objectContaining({ where: expect.stringContaining('overdue'), published: 3, counted: 0 }),
    ])
  })

  it('by saying a count twice is found by counting', async () => {
    const [extract, counts, proof] = await whole()
    const said = JSON.parse(counts)
    said.table.push(said.table[0])
    const found = await checked(extract, canonicalJson(said), proof)
    expect(found.differences).toMatchObject([{ where: expect.stringContaining('(again)'), counted: null }])
  })

  it('by moving a case to another organ is found by the counts and the digest, whatever counts are made to fit', async () => {
    const [extract, , proof] = await whole()
    const [first, ...rest] = linesOf(extract).filter(({ organ }) => organ === 'county.land') as [Line, ...Line[]]
    const moved = linesOf(extract).map((line) =>
      line.line === first.line ? { ...line, organ: 'county.labour' } : line,
    )
    expect(rest.length).toBeGreaterThan(0)
    const fitting = canonicalJson(countsOf('2026-09', september, moved))
    const found = await checked(extractOf(moved), fitting, proof)
    expect(found.differences).toEqual([])
    expect(found.proof).toMatchObject({ extract: 'bad', counts: 'bad' })
  })

  it('by putting another extract under the same digest has to forge the log', async () => {
    const [extract, counts, proof] = await whole()
    const other = extractOf(linesOf(extract).slice(2))
    const recounted = await recount(bytesOf(other))
    const given = JSON.parse(proof)
    const fact = JSON.parse(given.opening.fact)
    fact.fact = { ...fact.fact, extract: recounted.digest, cases: recounted.counts.cases }
    const forged = JSON.stringify({ ...given, opening: { ...given.opening, fact: canonicalJson(fact) } })
    expect((await checked(other, counts, forged)).proof).toMatchObject({ extract: 'good', inclusion: 'bad' })
  })

  it('by holding out the proof of another month is told so', async () => {
    const [extract, counts] = await whole()
    expect((await checked(extract, counts, await file('2026-10.proof.json'))).proof).toMatchObject({
      ...{ figures: 'bad', extract: 'bad', inclusion: 'missing' },
    })
    await logged()
    expect((await checked(extract, counts, await file('2026-10.proof.json'))).proof).toMatchObject({
      ...{ figures: 'bad', inclusion: 'good' },
    })
  })

  it('by a fact of another stream that says the same has none of figures', async () => {
    const [extract, counts, proof] = await whole()
    const given = JSON.parse(proof)
    const fact = { ...JSON.parse(given.opening.fact), stream: 'organ:county' }
    const other = JSON.stringify({ ...given, opening: { ...given.opening, fact: canonicalJson(fact) } })
    expect((await checked(extract, counts, other)).proof.fact).toBeNull()
  })

  it('with another key is a stranger', async () => {
    const [extract, , proof] = await whole()
    expect(checkProof(proof, await recount(bytesOf(extract)), [])).toMatchObject({ signature: 'unknown-key' })
  })

  it.each<[string, (extract: string) => string, string]>([
    [
      'a line twice',
      (text) => extractOf(linesOf(text).flatMap((line, at) => (at === 3 ? [line, line] : [line]))),
      'order',
    ],
    ['lines in another order', (text) => extractOf(linesOf(text).toReversed()), 'order'],
    ['another header', (text) => text.replace('figures,', 'number,'), 'header'],
    ['a column more', (text) => text.replaceAll('\n', ',x\n'), 'header'],
    [
      'a line of another month',
      (text) => `${text}${writeLine('2026-08', { ...(linesOf(text)[0] as Line), line: 'f'.repeat(64) })}\n`,
      'other-figures',
    ],
    ['a line that is none', (text) => `${text}${'x,'.repeat(9)}\n`, 'not-a-line'],
    ['a formula for a spreadsheet', (text) => text.replace('county.land', '=cmd|x'), 'not-a-line'],
    ['an end in the midst of a line', (text) => text.slice(0, -5), 'cut-off'],
    ['nothing', () => '', 'empty'],
    ['a mark at its beginning', (text) => `\ufeff${text}`, 'header'],
    ['a line without end', (text) => text + 'x'.repeat(100_000), 'not-a-line'],
    ['carriage returns', (text) => text.replaceAll('\n', '\r\n'), 'header'],
  ])('is told what is wrong: %s', async (_, change, kind) => {
    expect((await recount(bytesOf(change(await file('2026-09.csv'))))).flaw).toMatchObject({ kind })
  })

  it('finds nothing that throws', async () => {
    const recounted = await recount(bytesOf(await file('2026-09.csv')))
    const deep = '['.repeat(20_000) + ']'.repeat(20_000)
    for (const text of [
      '',
      '{}',
      'null',
      '[]',
      '{"xinqiao":"figures proof 1"}',
      deep,
      `{"xinqiao":"figures 1","table":${deep}}`,
    ]) {
      expect(() => checkProof(text, recounted, [])).not.toThrow()
      expect(() => compareCounts(text, recounted.counts)).not.toThrow()
      expect(checkProof(text, recounted, [])).toMatchObject({ fact: null, inclusion: 'bad' })
    }
    const broken = async function* () {
      yield Uint8Array.of(0xff, 0xfe, 0x0a)
    }
    expect((await recount(broken())).flaw).toMatchObject({ kind: 'not-text' })
  })
})

describe('Figures that were wrong', () => {
  it('are not corrected while counting gives the same, and otherwise by an edition that leaves the first readable', async () => {
    const correct = (reason: string) => ask(leader, 'POST', `/api/figures/${september}/corrections`, { reason })
    expect(await correct('late-entries')).toMatchObject({
      status: 409,
      body: { type: expect.stringContaining('figures-unchanged') },
    })
    const first = await file('2026-09.csv')
    house.setToday('2026-09-30')
    await register({ title: '九月来的信，十一月才录入' })
    house.setToday('2026-11-24')
    expect((await correct('because')).status).toBe(400)
    expect(await correct('late-entries')).toMatchObject({
      ...{ status: 201, body: { figures: '2026-09.2', edition: 2, reason: 'late-entries', cases: 12 } },
    })
    await logged()
    expect(await file('2026-09.csv')).toBe(first)
    for (const name of ['2026-09', '2026-09.2']) {
      const found = await checked(
        await file(`${name}.csv`),
        await file(`${name}.json`),
        await file(`${name}.proof.json`),
      )
      expect(found).toMatchObject({ differences: [], proof: allGood })
    }
    const { body } = await ask(null, 'GET', '/api/figures/2026-09')
    expect(body.editions.map(({ figures: name }: { figures: string }) => name)).toEqual(['2026-09', '2026-09.2'])
    expect((await ask(null, 'GET', '/api/figures/2026-09.3')).status).toBe(404)
  })
})

describe('What may look into the cases', () => {
  const redrawn = async () => {
    const editions = await listEditions(figures)
    return Promise.all(editions.map((edition) => redraw({ work: house.work, organs: house.directory }, edition)))
  }

  it('draws the same up again, although cases went on, and after what was written in one was erased', async () => {
    const [first] = work as [Registered]
    await act(land, first.number, 'record-contact', commandBodies['record-contact'])
    await owner.query('delete from sealed where stream_id = $1', [first.number])
    expect((await redrawn()).map(({ isSame }) => isSame)).toEqual([true, true, true])
    await logged()
    const found = await checked(await file('2026-09.csv'), await file('2026-09.json'), await file('2026-09.proof.json'))
    expect(found).toMatchObject({ differences: [], proof: allGood })
  })

  it('finds a case that was left out of what was published', async () => {
    const [edition] = (await listEditions(figures)).filter(({ edition }) => edition === 2)
    if (!edition) throw new Error('no edition')
    const found = await redraw(
      { work: house.work, organs: house.directory },
      { ...edition, extract: 'f'.repeat(64), cases: 11 },
    )
    expect(found).toEqual({ month: '2026-09', edition: 2, published: 11, cases: 12, isSame: false })
  })

  it('finds facts and rows of figures as they should be', async () => {
    const report = await fsck(house, everyRoom)
    expect(report.errors.filter(({ stream }) => stream?.startsWith('figures:'))).toEqual([])
    expect(report.unowned).toBe(0)
  })

  it('names a file that is missing, and one that was changed', async () => {
    expect(await checkFigures(house.work, figures.store)).toEqual([])
    const { body } = await ask(null, 'GET', '/api/figures/2026-10')
    const [extract, counts] = [join(folder, `${body.digests.extract}.csv`), join(folder, `${body.digests.counts}.json`)]
    expect(existsSync(extract)).toBe(true)
    const kept = readFileSync(extract)
    rmSync(extract)
    writeFileSync(counts, readFileSync(counts, 'utf8').replace(/"cases":\d+/, '"cases":1'))
    expect(await checkFigures(house.work, figures.store)).toMatchObject([
      { kind: 'figures-missing', stream: 'figures:2026-10', version: 1 },
      { kind: 'figures-changed', stream: 'figures:2026-10', version: 1 },
    ])
    expect((await app.inject({ method: 'GET', url: '/log/figures/2026-10.csv' })).statusCode).toBe(404)
    // what is lost is drawn up again, byte for byte; what was changed is left for somebody to look into
    await remakingChore(figures).once()
    expect(readFileSync(extract)).toEqual(kept)
    expect(await checkFigures(house.work, figures.store)).toMatchObject([{ kind: 'figures-changed' }])
  })
})

describe('The house by itself', () => {
  it('publishes last month once, and leaves alone what somebody has published', async () => {
    house.setToday('2026-12-01')
    const chore = figuresChore(figures)
    expect(await chore.once()).toBe(false)
    expect(await chore.once()).toBe(false)
    expect(await figuresChore(figures).once()).toBe(false)
    const editions = (await listEditions(figures)).filter(({ month: of }) => of === '2026-11')
    expect(editions).toMatchObject([{ edition: 1, reason: null }])
    house.setToday('2026-11-24')
  })
})

describe('Files of figures', () => {
  it.each([
    '2026-13.csv',
    '2026-09.1.csv',
    '2026-09.0.csv',
    '2026-08.csv',
    '..%2fcheckpoint',
    '2026-09.csv%00',
    '2026-09',
    '.csv',
    '2026-09.99999999.csv',
    `${'9'.repeat(400)}.csv`,
  ])('that are none: %s', async (name) => {
    const answer = await app.inject({ method: 'GET', url: `/log/figures/${name}` })
    expect(answer.statusCode).toBeGreaterThanOrEqual(400)
    expect(answer.statusCode).toBeLessThan(500)
  })

  it('may be read by any page, and never change; but a proof is new', async () => {
    const headers = async (name: string) => (await app.inject({ method: 'GET', url: `/log/figures/${name}` })).headers
    expect(await headers('2026-09.csv')).toMatchObject({
      'access-control-allow-origin': '*',
      'content-type': 'text/csv; charset=utf-8',
      'cache-control': expect.stringContaining('immutable'),
    })
    expect(await headers('2026-09.proof.json')).toMatchObject({ 'cache-control': 'no-cache' })
  })
})
