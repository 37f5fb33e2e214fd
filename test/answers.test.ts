/** Answer quality on the wire and in the database (docs/adr/0065): what is found in drafts and answers, for whom it is counted, and what is not kept. */
import { describe, expect, it } from 'vitest'
import { checkAnswers } from '../src/insight/quality/checking.ts'
import { qualityReaction } from '../src/insight/quality/looking.ts'
import { answerPrinting } from '../src/supervision/finding/prints.ts'
import { type Asker, openAnsweringHouse } from './answering-house.ts'
import { catchUp } from './catching-up.ts'
import { commandBodies } from './command-bodies.ts'

const { ask, register, act, staffOf, house, office } = await openAnsweringHouse()
const { database } = office
const bureau = await staffOf('county.bureau', 'clerk', 'head')
const land = await staffOf('county.land', 'clerk', 'head')
const stranger = await staffOf('county.labour', 'clerk', 'head')
const reader = qualityReaction({ ...house, printing: answerPrinting(house.vault) })
const lookOn = () => catchUp(house, reader)

const remedy = '如不服本意见，可以自收到之日起三十日内向县人民政府申请复查。'
const whole = {
  ...{
    facts: '经现场查看，村口路灯线路老化。',
    legalBasis: '《城市照明管理规定》第二十一条。',
    remedy,
    executeBy: null,
  },
  answers: [{ claim: 'c1', outcome: 'notSupported', answer: '四月底前更换线路和灯具，费用由街道承担。' }],
}

async function inHand(more: object = {}): Promise<string> {
  const { number } = await register({ claims: ['请求修复村口路灯'], ...more })
  await act(bureau, number, 'transfer', { to: 'county.land' })
  await act(land, number, 'accept', commandBodies.accept)
  await act(land, number, 'record-contact', commandBodies['record-contact'])
  return number
}

async function answered(more: object = {}): Promise<string> {
  const number = await inHand()
  await act(land, number, 'issue-opinion', { ...whole, ...more })
  return number
}

const get = async (who: Asker, path: string) => {
  const { status, body } = await ask(who, 'GET', `/api/insight/${path}`)
  expect(status, JSON.stringify(body)).toBe(200)
  return body
}
const draft = (who: Asker, number: string, body: object) =>
  ask(who, 'POST', `/api/insight/answers/${number}/draft`, body)
const drafted = { facts: whole.facts, legalBasis: whole.legalBasis, remedy, answers: [] as object[], answer: null }
const checksIn = (items: readonly { readonly check: string }[]) => items.map(({ check }) => check)
const foundOf = async (number: string) =>
  (await house.work.query('select found from answer_check where stream_id = $1', [number])).rows.map(
    ({ found }) => found,
  )

describe('A draft', () => {
  it('is told what it lacks before it is issued, with the words, and nothing of it is kept', async () => {
    const number = await inHand()
    const answers = [{ claim: 'c1', answer: '您好，您反映的问题已按照相关规定处理。' }]
    const { status, body } = await draft(land, number, { ...drafted, legalBasis: '按照有关规定。', answers })
    expect(status).toBe(200)
    expect(body.items).toMatchObject([
      { check: 'emptyAnswer', claim: 'c1', words: expect.stringContaining('相关规定处理') },
      { check: 'noBasis', words: '按照有关规定', missing: ['rule'] },
    ])
    await lookOn()
    expect(await foundOf(number)).toEqual([])
    await act(land, number, 'issue-opinion', { ...whole, legalBasis: '按照有关规定。' })
  })

  it('that has all of it is told nothing', async () => {
    const number = await inHand()
    const answers = [{ claim: 'c1', answer: '四月底前更换线路和灯具。' }]
    expect((await draft(land, number, { ...drafted, answers })).body.items).toEqual([])
  })

  it('is looked at for whoever sees the petition, and for nobody else', async () => {
    const number = await inHand()
    expect((await draft(stranger, number, drafted)).status).toBe(404)
    expect((await draft(null, number, drafted)).status).toBe(401)
  })

  it('is held against what the organ said to others, by the organ that drafts it', async () => {
    const same = '经核实，该地块位于规划道路红线范围内，依照城乡规划不能办理登记，建议另行选址申请。'
    for (const claim of ['请求给宅基地办证', '要求退还取暖费', '要求清理河道垃圾']) {
      const number = await inHand({ claims: [claim] })
      await act(land, number, 'issue-opinion', { ...whole, answers: [{ ...whole.answers[0], answer: same }] })
    }
    await lookOn()
    const number = await inHand({ claims: ['要求补发粮食补贴'] })
    const body = { ...drafted, answers: [{ claim: 'c1', answer: same }] }
    const found = async (who: Asker) => (await draft(who, number, body)).body.items
    expect(await found(land)).toContainEqual(expect.objectContaining({ check: 'sameText', others: 3 }))
    expect(checksIn(await found(bureau))).not.toContain('sameText')
    await act(land, number, 'issue-opinion', { ...whole, answers: [{ ...whole.answers[0], answer: same }] })
    await lookOn()
    expect((await foundOf(number))[0]).toContain('sameText')
  })
})

describe('An answer that was issued', () => {
  it('is shown with what it lacks to whoever sees the petition', async () => {
    const number = await answered({ legalBasis: '按照有关规定。' })
    await lookOn()
    const { items } = await get(land, `answers/${number}`)
    expect(items).toMatchObject([
      { kind: 'handlingOpinion', organ: { id: 'county.land' }, lacks: [{ check: 'noBasis' }] },
    ])
    expect((await ask(stranger, 'GET', `/api/insight/answers/${number}`)).status).toBe(404)
  })

  it('is counted by organ with its interval, and leads to the petitions behind it', async () => {
    const figures = await get(bureau, 'answers')
    const [of] = figures.organs
    expect(of.organ.id).toBe('county.land')
    expect(of.any).toMatchObject({ of: of.answers })
    const noBasis = of.checks.find(({ check }: { check: string }) => check === 'noBasis')
    expect(noBasis).toMatchObject({ of: of.answers, low: expect.any(Number), high: expect.any(Number) })
    expect(noBasis.n).toBeGreaterThan(1)
    expect(noBasis.low).toBeLessThan(noBasis.share)
    expect(checksIn(of.checks)).not.toContain('unsigned')
    const first = await get(bureau, 'answers-behind?check=noBasis&organ=county.land&limit=1')
    const rest = await get(bureau, `answers-behind?check=noBasis&organ=county.land&cursor=${first.next}`)
    expect(first.items.length + rest.items.length).toBe(noBasis.n)
    expect(first.items[0]).toMatchObject({ organ: { id: 'county.land' }, found: expect.arrayContaining(['noBasis']) })
    const any = await get(bureau, 'answers-behind?limit=100')
    expect(any.items).toHaveLength(figures.any.n)
  })

  it('is counted in the month in which it was given, and in no other', async () => {
    const { answers } = await get(bureau, 'answers')
    const [year = '', month = ''] = house.today().split('-')
    expect((await get(bureau, `answers?period=${year}-${month}`)).answers).toBe(answers)
    expect((await get(bureau, `answers?period=${Number(year) - 1}`)).answers).toBe(0)
    expect((await get(bureau, `answers-behind?period=${Number(year) - 1}`)).items).toEqual([])
  })

  it('is counted for whoever gets a part in its petition afterwards, and line by line where it is kept from somebody', async () => {
    const number = await answered({ legalBasis: '按照有关规定。' })
    await lookOn()
    const linesOf = async () =>
      (await house.work.query('select reader, is_kept from answer_line where stream_id = $1 order by reader', [number]))
        .rows
    expect(await linesOf()).toEqual([
      { reader: 'county.bureau', is_kept: false },
      { reader: 'county.land', is_kept: false },
    ])
    const [whole, colleague] = [await get(land, 'answers'), await staffOf('county.land')]
    await act(land, number, 'declare-recusal', commandBodies['declare-recusal'])
    await lookOn()
    expect((await linesOf()).every(({ is_kept }) => is_kept)).toBe(true)
    // whoever withdrew counts and opens one fewer; a colleague as many as before
    expect((await get(land, 'answers')).answers).toBe(whole.answers - 1)
    expect((await get(colleague, 'answers')).answers).toBe(whole.answers)
    const numbers = async (who: Asker) =>
      (await get(who, 'answers-behind?limit=100')).items.map(
        ({ petition }: { petition: { number: string } }) => petition.number,
      )
    expect(await numbers(land)).not.toContain(number)
    expect(await numbers(colleague)).toContain(number)
    expect(await checkAnswers(house.work)).toEqual([])
  })

  it('is counted for nobody who has no part in it', async () => {
    expect(await get(stranger, 'answers')).toMatchObject({ answers: 0, organs: [] })
    expect((await get(stranger, 'answers-behind')).items).toEqual([])
    for (const table of ['answer_check', 'answer_line', 'answer_count']) {
      await expect(database.app.query(`select from ${table}`)).resolves.toMatchObject({ rows: [] })
      await expect(database.app.query(`delete from ${table}`)).rejects.toThrow('permission denied')
    }
  })

  it('is not looked at where it answers an accusation', async () => {
    const discipline = await staffOf('county.discipline', 'clerk', 'head')
    const about = [{ as: 'accused', organ: 'county.labour', official: null }]
    const { number } = await register({ class: 'accusation', about, claims: ['请求查处违规收费'] })
    await act(bureau, number, 'transfer', { to: 'county.discipline' })
    await act(discipline, number, 'open-seal', { seal: 'accusation', purpose: 'investigate', reason: '核实' })
    const { status, body } = await draft(discipline, number, {
      ...drafted,
      answer: '已收悉。',
      legalBasis: '按照有关规定。',
    })
    expect([status, body.items]).toEqual([200, []])
    expect((await get(discipline, `answers/${number}`)).items).toEqual([])
    expect((await get(discipline, 'answers')).answers).toBe(0)
  })

  it('names in no row whoever asked', async () => {
    for (const table of ['answer_check', 'answer_line', 'answer_count']) {
      const { rows } = await house.work.query(`select c::text as row from ${table} c`)
      expect(rows.length).toBeGreaterThan(0)
      for (const { row } of rows) expect(row).not.toMatch(/\p{Script=Han}/u)
    }
  })

  it('is held against what the facts say', async () => {
    expect(await checkAnswers(house.work)).toEqual([])
    const number = await answered()
    await lookOn()
    const kinds = async () => (await checkAnswers(house.work)).map(({ kind, stream }) => [kind, stream])
    await house.work.query(`update answer_check set found = array['late', 'noSuch'] where stream_id = $1`, [number])
    expect(await kinds()).toEqual([
      ['answer-check-wrong', number],
      ['answer-line-wrong', number],
    ])
    await house.work.query(`update answer_check set found = '{}' where stream_id = $1`, [number])
    expect(await kinds()).toEqual([])
    await house.work.query(`update answer_count set looked = looked + 1 where sought = 'noBasis'`)
    expect((await kinds()).map(([kind]) => kind)).toContain('answer-count-wrong')
    await house.work.query(`update answer_count set looked = looked - 1 where sought = 'noBasis'`)
    expect(await kinds()).toEqual([])
  })

  it('comes out the same when it is read again from the first fact', async () => {
    const rowsOf = async (table: string) =>
      (await house.work.query(`select c::text as row from ${table} c order by 1`)).rows
    const again = async () => {
      await house.work.query('delete from consumer where name = $1', [reader.name])
      await lookOn()
      return [await rowsOf('answer_line'), await rowsOf('answer_count')]
    }
    // the first of several equal ones of a day has the others beside it now
    const before = await again()
    expect(await again()).toEqual(before)
    for (const table of ['answer_line', 'answer_count', 'answer_check']) await house.work.query(`delete from ${table}`)
    expect(await again()).toEqual(before)
  })

  it('refuses what is no period and no check', async () => {
    for (const query of ['check=x', 'period=x', 'period=2026-13', 'limit=0', 'cursor=x', "organ='"])
      expect((await ask(bureau, 'GET', `/api/insight/answers-behind?${query}`)).status).toBe(400)
    expect((await ask(bureau, 'GET', '/api/insight/answers?period=2026-Q5')).status).toBe(400)
  })
})
