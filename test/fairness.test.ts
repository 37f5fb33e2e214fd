/** Fairness and discipline on the wire and in the database (docs/adr/0069): what is counted of whom, who reads it, and what nobody learns from a count. */
import { describe, expect, it } from 'vitest'
import { checkFairness } from '../src/workforce/fairness/checking.ts'
import type { FairnessCasesView, FairnessFigures, FairnessView } from '../src/workforce/fairness/contract.ts'
import { fairnessReaction } from '../src/workforce/fairness/counting.ts'
import { type Asker, keyOf, openAnsweringHouse, type Registered } from './answering-house.ts'
import { catchUp } from './catching-up.ts'
import { commandBodies, proposalBodies, proposalText, reportBodies } from './command-bodies.ts'

const { ask, register, act, staffOf, house } = await openAnsweringHouse()
const bureau = await staffOf('county.bureau', 'clerk', 'head', 'supervisor')
const land = await staffOf('county.land', 'clerk', 'head', 'supervisor')
const labour = await staffOf('county.labour', 'clerk', 'head')
const inspector = await staffOf('county.discipline', 'clerk', 'head')
const government = await staffOf('county', 'clerk', 'head')
const above = await staffOf('prefecture.bureau', 'clerk', 'head', 'supervisor')

const path = '/api/workforce/fairness'
const countOn = () => catchUp(house, fairnessReaction())
const read = async (who: Asker, query = ''): Promise<FairnessView> => {
  const { status, body } = await ask(who, 'GET', `${path}${query}`)
  expect(status, JSON.stringify(body)).toBe(200)
  return body
}
const cases = async (who: Asker, query = ''): Promise<FairnessCasesView> => {
  const { status, body } = await ask(who, 'GET', `${path}/cases${query}`)
  expect(status, JSON.stringify(body)).toBe(200)
  return body
}
const of = (figures: FairnessFigures | undefined, measure: string) =>
  figures?.find((figure) => figure.measure === measure)
const figureOf = async (who: Asker, organ: string, measure: string) =>
  of((await read(who)).organs.find((each) => each.organ.id === organ)?.figures, measure)
const allOf = async (who: Asker, organ: string, measure: string) => (await figureOf(who, organ, measure))?.all ?? 0
const must = async (who: Asker, url: string, body: object = {}) => {
  const { status, body: answer } = await ask(who, 'POST', url, body)
  expect([200, 201], JSON.stringify(answer)).toContain(status)
  return answer
}

async function inHand(more: object = {}): Promise<Registered> {
  const registered = await register(more)
  await act(bureau, registered.number, 'transfer', { to: 'county.land' })
  await act(land, registered.number, 'accept', commandBodies.accept)
  await act(land, registered.number, 'record-contact', commandBodies['record-contact'])
  return registered
}

/** Answered by the land office and looked at again by the government of the county. */
async function reviewed(outcome: 'upheld' | 'changed', more: object = {}): Promise<Registered> {
  const registered = await inHand(more)
  const { number } = registered
  await act(land, number, 'issue-opinion', commandBodies['issue-opinion'] as object)
  const { body } = await ask(land, 'GET', `/api/petitions/${number}`)
  const [opinion] = body.documents.filter(({ kind }: { kind: string }) => kind === 'handlingOpinion')
  await act(land, number, 'serve', { ...commandBodies.serve, document: opinion.ref })
  await act(land, number, 'request-review', commandBodies['request-review'] as object)
  await act(government, number, 'issue-review-opinion', { ...commandBodies['issue-review-opinion'], outcome })
  return registered
}

async function proposed(): Promise<string> {
  const { number } = await inHand()
  const text = {
    ...{ ...proposalText, petitions: [number], recipients: ['county.discipline'] },
    against: { organs: ['county.land'], people: [] },
  }
  const { proposal } = await must(bureau, '/api/proposals', { kind: 'holdToAccount', text })
  const head = await staffOf('county.bureau', 'head')
  await must(bureau, `/api/proposals/${proposal}/submit`)
  await must(head, `/api/proposals/${proposal}/open`, proposalBodies.open)
  await must(head, `/api/proposals/${proposal}/approve`)
  await must(head, `/api/proposals/${proposal}/issue`)
  await must(inspector, `/api/proposals/${proposal}/open`, proposalBodies.open)
  await must(inspector, `/api/proposals/${proposal}/answer`, { adoption: 'adopted', answer: '已立案', reasons: null })
  return proposal
}

async function reported(): Promise<string> {
  const registered = await inHand()
  const said = { about: 'retaliation', text: '被单位约谈' }
  const { report } = await must(keyOf(registered), '/api/follow/reports', said)
  await must(above, `/api/reports/${report}/receive`)
  await must(above, `/api/reports/${report}/answer`, { ...reportBodies.answer, finding: 'true' })
  return report
}

describe('Answers that were reviewed', () => {
  it('are counted for the organ that gave them, with a share, its interval, and how little few say', async () => {
    await reviewed('upheld')
    const { number } = await reviewed('changed')
    await countOn()
    expect(await figureOf(land, 'county.land', 'review')).toMatchObject({
      ...{ all: 2, of: 2 },
      outcomes: [
        { outcome: 'changed', n: 1, share: { share: 0.5, isSmall: true, low: expect.any(Number) } },
        { outcome: 'quashed', n: 0 },
        { outcome: 'upheld', n: 1, share: null },
      ],
    })
    const { items } = await cases(land, '?measure=review&outcome=changed')
    expect(items).toMatchObject([{ of: 'petition', id: number, petition: { number }, organ: { id: 'county.land' } }])
  })

  it('are read by the organ and by whoever looks over it, and by nobody beside it', async () => {
    expect(await allOf(bureau, 'county.land', 'review')).toBe(2)
    expect(await allOf(above, 'county.land', 'review')).toBe(2)
    expect(await read(labour)).toMatchObject({ organs: [], whole: [] })
    expect((await cases(labour)).items).toEqual([])
  })

  it('are a figure for the office above, which opens only what it has a part in', async () => {
    expect((await cases(above, '?measure=review')).items).toEqual([])
    expect((await cases(bureau, '?measure=review')).items).toHaveLength(2)
  })

  it('are counted in their period and page by page', async () => {
    expect(await read(land, '?period=2025')).toMatchObject({ organs: [], period: { from: '2025-01-01' } })
    expect(of((await read(land, '?period=2026-Q4')).whole, 'review')?.all).toBe(2)
    const first = await cases(land, '?measure=review&limit=1')
    const second = await cases(land, `?measure=review&limit=1&cursor=${first.next}`)
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(2)
    expect(second.next).toBeNull()
  })
})

describe('Recusals', () => {
  it('are counted as asked, decided and declared, and whoever withdrew learns nothing of what came afterwards', async () => {
    const registered = await inHand()
    await act(keyOf(registered), registered.number, 'request-recusal', commandBodies['request-recusal'] as object)
    await countOn()
    expect(await figureOf(land, 'county.land', 'recusal')).toMatchObject({ all: 1, of: 0 })
    await act(land, registered.number, 'decide-recusal', commandBodies['decide-recusal'] as object)
    await countOn()
    expect(await figureOf(land, 'county.land', 'recusal')).toMatchObject({
      ...{ all: 1, of: 1 },
      outcomes: [{ outcome: 'granted', n: 0, share: { share: 0 } }, { outcome: 'refused', n: 1 }, { n: 0 }],
    })
    const before = await allOf(land, 'county.land', 'review')
    const withdrawn = await staffOf('county.land')
    const { number } = await reviewed('changed')
    await act(withdrawn, number, 'declare-recusal', commandBodies['declare-recusal'] as object)
    await countOn()
    expect(await allOf(withdrawn, 'county.land', 'review')).toBe(before)
    expect(await allOf(land, 'county.land', 'review')).toBe(before + 1)
    for (const who of [withdrawn, land, above]) expect(await allOf(who, 'county.land', 'stepAside')).toBe(1)
    expect((await cases(withdrawn)).items.map(({ id }) => id)).not.toContain(number)
  })
})

describe('What accuses an organ (信访工作条例 art. 30 (3))', () => {
  it('is in no sum, and counted for those alone who may open it', async () => {
    const about = [{ as: 'accused', organ: 'county.bureau', official: null }]
    const registered = await register({ class: 'accusation', about, place: '990101' }, null)
    const { number } = registered
    await act(above, number, 'transfer', { to: 'county.discipline' })
    await countOn()
    const all = async () => [await read(bureau), await cases(bureau)]
    const before = await all()
    await act(keyOf(registered), number, 'request-recusal', commandBodies['request-recusal'] as object)
    await countOn()
    expect(await all()).toEqual(before)
    expect(await allOf(inspector, 'county.discipline', 'recusal')).toBe(1)
    expect(await allOf(above, 'county.discipline', 'recusal')).toBe(1)
    const { rows } = await house.work.query(`select n from fairness_count where organ = 'county.discipline'`)
    expect(rows).toEqual([])
  })
})

describe('Conduct', () => {
  it('that is proposed to be held to account is counted for those who may know of it, and never for the organ', async () => {
    const proposal = await proposed()
    await countOn()
    for (const who of [bureau, inspector])
      expect(await figureOf(who, 'county.land', 'accountability')).toMatchObject({
        ...{ all: 1, outcomes: [{ outcome: 'adopted', n: 1, share: { isSmall: true } }, {}, {}] },
      })
    for (const who of [land, labour, government, await staffOf('county.bureau', 'clerk')])
      expect(await allOf(who, 'county.land', 'accountability')).toBe(0)
    expect((await cases(land, '?measure=accountability')).items).toEqual([])
    expect((await cases(bureau, '?measure=accountability')).items).toMatchObject([{ of: 'proposal', id: proposal }])
    const back = { recipient: 'county.discipline', reason: '没有写明', until: '2026-12-28' }
    await must(bureau, `/api/proposals/${proposal}/return`, back)
    await countOn()
    expect(await allOf(bureau, 'county.land', 'accountability')).toBe(0)
  })

  it('that was reported and found true is counted for whoever hears it, and never for the organ', async () => {
    const report = await reported()
    await countOn()
    expect(await figureOf(above, 'county.land', 'report')).toMatchObject({
      all: 1,
      outcomes: [{ outcome: 'true', n: 1 }, {}, {}],
    })
    for (const who of [land, bureau, labour, inspector]) expect(await allOf(who, 'county.land', 'report')).toBe(0)
    expect((await cases(above, '?measure=report')).items).toMatchObject([{ of: 'report', id: report, petition: null }])
  })

  it('stays from the organ by the database alone, even with a part given by mistake', async () => {
    const { rows } = await house.work.query(`select stream_id from fairness_line where measure = 'report'`)
    await house.work.query(
      `insert into report_hearer select stream_id, 'county.land', petition, person, '{}', '{}' from report_hearer where stream_id = $1`,
      [rows[0].stream_id],
    )
    expect(await allOf(land, 'county.land', 'report')).toBe(0)
    await house.work.query(`delete from report_hearer where organ = 'county.land'`)
  })
})

describe('Lines and sums', () => {
  it('are shown to nobody without a viewer, and changed by nobody but the house', async () => {
    for (const table of ['fairness_line', 'fairness_count']) {
      await expect(house.app.query(`select from ${table}`)).resolves.toMatchObject({ rows: [] })
      await expect(house.app.query(`delete from ${table}`)).rejects.toThrow('permission denied')
    }
  })

  it('name neither whoever petitioned nor a member of the staff', async () => {
    for (const table of ['fairness_line', 'fairness_count']) {
      const { rows } = await house.work.query(`select to_json(c)::text as row from ${table} c`)
      expect(rows.length).toBeGreaterThan(0)
      for (const { row } of rows) {
        expect(row).not.toMatch(/\p{Script=Han}|someone-|"p1"/u)
        for (const { account } of [bureau, land, inspector]) expect(row).not.toContain(account)
      }
    }
  })

  it('are held against what the facts say, and come out the same when they are read again', async () => {
    expect(await checkFairness(house.work)).toEqual([])
    const rowsOf = async () =>
      Promise.all(
        ['fairness_line', 'fairness_count'].map(
          async (table) => (await house.work.query(`select c::text as row from ${table} c order by 1`)).rows,
        ),
      )
    const before = await rowsOf()
    await house.work.query(`delete from consumer where name = 'fairness'`)
    await countOn()
    expect(await rowsOf()).toEqual(before)
    const kinds = async () => (await checkFairness(house.work)).map(({ kind }) => kind)
    await house.work.query(`update fairness_line set outcome = 'upheld' where outcome = 'changed' and not is_kept`)
    expect(new Set(await kinds())).toEqual(new Set(['fairness-line-wrong', 'fairness-count-wrong']))
    for (const table of ['fairness_line', 'fairness_count']) await house.work.query(`delete from ${table}`)
    await house.work.query(`delete from consumer where name = 'fairness'`)
    await countOn()
    expect(await kinds()).toEqual([])
    await house.work.query(`update fairness_count set n = n + 1 where measure = 'stepAside'`)
    expect(await kinds()).toEqual(['fairness-count-wrong'])
    await house.work.query(`update fairness_count set n = n - 1 where measure = 'stepAside'`)
  })
})
