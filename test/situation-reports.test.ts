/** Situation reports over the wire (art. 14 (1) (4)): what rose, the petitions behind it, who reads it, and what an office owes. */
import { describe, expect, it } from 'vitest'
import { numberingReaction } from '../src/documents/numbering/reactions.ts'
import { issuing } from '../src/issuing.ts'
import { day } from '../src/kernel/day.ts'
import { bulletinInstructionReaction } from '../src/supervision/bulletins/instructing.ts'
import { type Asker, openAnsweringHouse } from './answering-house.ts'
import { catchUp } from './catching-up.ts'

const { house, ask, register, act, staffOf } = await openAnsweringHouse()
const clerk = await staffOf('county.bureau', 'clerk')
const head = await staffOf('county.bureau', 'head')
const land = await staffOf('county.land', 'clerk', 'head')
const government = await staffOf('county', 'leader')
const committee = await staffOf('county.party', 'leader')
const above = await staffOf('prefecture.bureau', 'clerk')

const numbered = () => catchUp(house, numberingReaction(house, issuing))
const of = (id: string, path = '') => `/api/bulletins/${id}${path}`
const post = (who: Asker, id: string, verb: string, body: object = {}, more: object = {}) =>
  ask(who, 'POST', of(id, `/${verb}`), body, more)
const read = async (who: Asker, id: string) => (await ask(who, 'GET', of(id))).body
const draft = (who: Asker, body: object) => ask(who, 'POST', '/api/bulletins', body)
type Asked = Awaited<ReturnType<typeof ask>>
const idOf = ({ status, body }: Asked): string => {
  if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`)
  return body.bulletin
}
const done = ({ status, body }: Asked): void => expect([status, body]).toEqual([200, body])

/** Registered as if on another day, as the house counts it. */
async function registeredOn(on: string, body: object = {}): Promise<string> {
  const { number } = await register(body, clerk)
  await house.work.query('update petition set registered_on = $2 where stream_id = $1', [number, on])
  await house.work.query('update petition_organ set registered_on = $2 where stream_id = $1', [number, on])
  return number
}
/** With a number of that day, as it would have been drawn then. */
async function numberedOn(then: string): Promise<string> {
  const today = house.today()
  house.setToday(day(then))
  const { number } = await register({}, clerk)
  house.setToday(today)
  return number
}
async function many(count: number, on: string, body: object = {}): Promise<readonly string[]> {
  const numbers: string[] = []
  while (numbers.length < count) numbers.push(await registeredOn(on, body))
  return numbers
}

// the day is 23 November 2026: October has ended, November has not
const figures = {
  ...{ is: 'figures', from: '2026-01-01', until: '2026-01-02' },
  figures: ['categoryTrend', 'placeTrend', 'complainedTrend', 'channelTrend', 'repeatTrend', 'proposals', 'decisions'],
}
const why = { is: 'text', part: 'causes', text: '三处工地由同一家企业承包，已有两个月未发放劳动报酬。' }
const october = { span: 'month', from: '2026-10-01' }
const report = { kind: 'situationReport', period: october, title: '十月信访形势分析', blocks: [figures, why] }

interface Line {
  readonly code: string
  readonly now: number | null
  readonly before: number | null
  readonly yearAgo: number | null
  readonly sinceBefore: string | null
}
type View = {
  readonly blocks: readonly { readonly counted?: readonly { figure: string; trends: { lines: Line[] } | null }[] }[]
}
const linesOf = (view: View, figure: string): readonly Line[] =>
  view.blocks[0]?.counted?.find((each) => each.figure === figure)?.trends?.lines ?? []

await registeredOn('2025-01-15')
await many(5, '2026-09-10')
const september = await numberedOn('2026-09-10')
const october18 = await many(18, '2026-10-10')
await many(4, '2026-10-12', { channel: 'visit' })

describe('A situation report (art. 14 (1) (4))', () => {
  it('says what rose against the period before, with the days of its period and not those that were asked for', async () => {
    const view = await read(clerk, idOf(await draft(clerk, report)))
    expect(view).toMatchObject({ period: { ...october, until: '2026-10-31', zh: '2026年10月' } })
    expect(view.blocks[0]).toMatchObject({ from: '2026-10-01', until: '2026-10-31', countedOn: null })
    const [line] = linesOf(view, 'categoryTrend')
    expect(line).toMatchObject({ code: 'other', now: 22, before: 6, yearAgo: 0, sinceBefore: 'rose' })
    done(await post(clerk, view.bulletin, 'withdraw', { reasons: '测试' }))
  })

  it('tells no number under five, and no accusation', async () => {
    const id = idOf(await draft(clerk, report))
    const before = await read(clerk, id)
    // four visits are few in every period
    expect(linesOf(before, 'channelTrend').map(({ now }) => now)).not.toContain(4)
    await many(5, '2026-10-20', { class: 'accusation', about: [{ as: 'accused', organ: 'county.land' }] })
    const after = await read(clerk, id)
    for (const figure of figures.figures) expect(linesOf(after, figure)).toEqual(linesOf(before, figure))
    done(await post(clerk, id, 'withdraw', { reasons: '测试' }))
  })

  it('counts as the same matter again what a clerk linked with an earlier one, and nobody by who they are', async () => {
    const id = idOf(await draft(clerk, report))
    const link = { to: september, as: 'member', reason: '同一企业欠薪' }
    for (const number of october18.slice(5, 10)) await act(clerk, number, 'link', link)
    const again = async () => linesOf(await read(clerk, id), 'repeatTrend').find(({ code }) => code === 'sameAgain')
    expect(await again()).toMatchObject({ now: 5 })
    await act(clerk, october18[5] as string, 'unlink', { from: september, reason: '不是同一事项' })
    expect(await again()).toBeUndefined()
    done(await post(clerk, id, 'withdraw', { reasons: '测试' }))
  })

  it('is refused without what somebody says of the reasons, by the name of the part', async () => {
    const id = idOf(await draft(clerk, { ...report, blocks: [figures] }))
    done(await post(clerk, id, 'submit'))
    const refused = await post(head, id, 'issue')
    expect(refused.body.refusal).toBe('bulletin-part-missing')
    expect(refused.body.detail).toContain('原因分析')
    done(await post(clerk, id, 'withdraw', { reasons: '测试' }))
  })

  it('is one a bureau and period, of a period that is whole, and of no other office', async () => {
    const id = idOf(await draft(clerk, report))
    expect((await draft(head, report)).body.refusal).toBe('period-reported-already')
    expect((await draft(head, { ...report, period: { span: 'month', from: '2026-10-02' } })).body.refusal).toBe(
      'period-missing',
    )
    expect((await draft(land, report)).body.refusal).toBe('not-a-bureau')
    const quarter = idOf(await draft(head, { ...report, period: { span: 'quarter', from: '2026-10-01' } }))
    done(await post(head, quarter, 'submit'))
    const early = await post(await staffOf('county.bureau', 'leader'), quarter, 'issue')
    expect(early.body.refusal).toBe('period-not-ended')
    done(await post(clerk, id, 'withdraw', { reasons: '测试' }))
  })
})

describe('Whoever decides', () => {
  it('reads the numbered report, opens the petitions that are theirs to see, and nobody else knows of it', async () => {
    const id = idOf(await draft(clerk, report))
    done(await post(clerk, id, 'submit'))
    done(await post(head, id, 'issue'))
    await numbered()
    const view = await read(government, id)
    expect(view).toMatchObject({ isOurs: false, period: { zh: '2026年10月' } })
    expect(view.number).toMatch(/析〔2026〕\d+号$/)
    const [line] = linesOf(view, 'categoryTrend')
    expect(line).toMatchObject({ now: 22, sinceBefore: 'rose' })
    // frozen: what is registered later changes nothing
    await many(5, '2026-10-25')
    expect(linesOf(await read(government, id), 'categoryTrend')[0]).toEqual(line)
    const page = (await ask(committee, 'GET', `/api/issued/${view.stream}/papers/${view.paper}`)).body
    const text = JSON.stringify(page)
    for (const each of [
      '2026年10月信访形势分析',
      '第十四条第一款第四项',
      '原因分析',
      '上升',
      '精确检验',
      '少于5件',
      '统计和判定方法',
    ])
      expect(text).toContain(each)
    const behind = (who: Asker) => ask(who, 'GET', of(id, '/behind?figure=categoryTrend&code=other&limit=100'))
    expect((await behind(clerk)).body.items.length).toBe(27)
    expect((await behind(clerk)).body.items[0].petition).toMatch(/^\d{15}$/)
    // a government that has no part in any of them sees that they were counted, and none of them
    expect((await behind(government)).body).toEqual({ items: [], next: null })
    expect((await behind(land)).status).toBe(404)
    done(await post(government, id, 'receive'))
    expect((await ask(above, 'GET', '/api/bulletins/received')).body.items).toHaveLength(1)
    expect((await ask(land, 'GET', of(id))).status).toBe(404)
  })

  it('opens by pages, and only what stands in the report', async () => {
    const { items } = (await ask(clerk, 'GET', '/api/bulletins?which=issued&kind=situationReport')).body
    const id = items[0].bulletin
    const first = (await ask(clerk, 'GET', of(id, '/behind?figure=categoryTrend&code=other&limit=20'))).body
    const path = `/behind?figure=categoryTrend&code=other&limit=20&after=${first.next}`
    const second = (await ask(clerk, 'GET', of(id, path))).body
    expect([first.items.length, second.items.length, second.next]).toEqual([20, 7, null])
    expect((await ask(clerk, 'GET', of(id, '/behind?figure=byClass&code=other'))).status).toBe(400)
  })
})

describe('What a bureau owes (docs/adr/0044)', () => {
  const owedOf = async (who: Asker) => (await ask(who, 'GET', '/api/bulletins/desk')).body.owed

  it('is the last month and quarter that ended, until each is issued', async () => {
    // October was reported above; the third quarter was due on 15 October
    expect(await owedOf(clerk)).toEqual([
      expect.objectContaining({
        period: expect.objectContaining({ span: 'quarter', from: '2026-07-01', until: '2026-09-30' }),
        ...{ due: '2026-10-15', isOverdue: true, bulletin: null, stage: null },
      }),
    ])
    const period = { span: 'quarter', from: '2026-07-01' }
    const id = idOf(await draft(clerk, { ...report, period, title: '第三季度' }))
    expect(await owedOf(clerk)).toEqual([expect.objectContaining({ bulletin: id, stage: 'draft' })])
    done(await post(clerk, id, 'submit'))
    done(await post(head, id, 'issue'))
    expect(await owedOf(clerk)).toEqual([])
  })
  it('is nothing where nobody reports', async () => {
    expect(await owedOf(land)).toEqual([])
    expect(await owedOf(government)).toEqual([])
  })
})

describe('A leader to whom a situation report went', () => {
  it('has something done about it: a task that they close, and that the bureau follows', async () => {
    const id = idOf(await draft(clerk, { ...report, period: { span: 'month', from: '2026-08-01' }, title: '八月' }))
    done(await post(clerk, id, 'submit'))
    const order = { to: 'county.land', what: '请摸清欠薪工地底数', due: '2026-12-15' }
    expect((await post(government, id, 'instruct', order)).status).toBe(404)
    done(await post(head, id, 'issue'))
    const refusal = async (who: Asker, body: object) => (await post(who, id, 'instruct', body)).body.refusal
    expect((await post(land, id, 'instruct', order)).status).toBe(404)
    expect(await refusal(clerk, order)).toBe('bulletin-not-yours')
    expect(await refusal(above, order)).toBe('not-yours-to-instruct')
    expect(await refusal(government, { ...order, due: '2026-11-23' })).toBe('day-not-ahead')
    expect(await refusal(government, { ...order, to: 'prefecture.land' })).toBe('organ-not-of-your-area')
    expect(await refusal(government, { ...order, to: 'county' })).toBe('organ-not-of-your-area')
    const key = { 'idempotency-key': 'instruct-0000000001' }
    for (const _ of [1, 2]) done(await post(government, id, 'instruct', order, key))
    for (const _ of [1, 2]) await catchUp(house, bulletinInstructionReaction(house))
    const tasks = async (who: Asker, list: string) =>
      ((await ask(who, 'GET', `/api/tasks?list=${list}&limit=100`)).body.items as { what: string }[]).filter(
        ({ what }) => what === order.what,
      )
    expect(await tasks(land, 'todo')).toMatchObject([{ giver: { id: 'county' }, due: '2026-12-15' }])
    expect(await tasks(committee, 'todo')).toEqual([])
    // what one leader instructed stands in nothing that another one reads
    expect(JSON.stringify(await read(committee, id))).not.toContain(order.what)
    const acts = (await read(government, id)).actions as { action: string; allowed: boolean }[]
    expect(acts.find(({ action }) => action === 'instruct')).toMatchObject({ allowed: true })
    const { body } = await ask(government, 'GET', `/api/task-lines?of=bulletin:${id}`)
    expect(JSON.stringify(body)).toContain(order.what)
  })
})
