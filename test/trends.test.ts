/** Structure and trend on the wire and in the database (docs/adr/0062): what is counted, for whom, and what no count may tell. */
import { describe, expect, it } from 'vitest'
import { fly } from '../src/engine/flight.ts'
import { settingStatements } from '../src/engine/history.ts'
import type { Settings } from '../src/engine/room.ts'
import { checkTrends } from '../src/insight/trends/checking.ts'
import { trendReaction } from '../src/insight/trends/counting.ts'
import { dimensions } from '../src/insight/trends/trends.ts'
import { type Asker, openAnsweringHouse } from './answering-house.ts'
import { catchUp } from './catching-up.ts'

const { ask, register, act, staffOf, house } = await openAnsweringHouse()
const bureau = await staffOf('county.bureau', 'clerk', 'head')
const land = await staffOf('county.land', 'clerk', 'head')
const labour = await staffOf('county.labour', 'clerk', 'head')
const discipline = await staffOf('county.discipline', 'clerk', 'head')
const above = await staffOf('prefecture.bureau', 'head')

const asWork = async (text: string, values: unknown[] = []) => (await house.work.query(text, values)).rows
const counted = () => catchUp(house, trendReaction())
const check = () => checkTrends(house.work)
const must = async (who: Asker, path: string) => {
  const { status, body } = await ask(who, 'GET', `/api/insight/trends${path}`)
  expect(status, JSON.stringify(body)).toBe(200)
  // biome-ignore lint/suspicious/noExplicitAny: what came over the wire, looked at field by field
  return body as any
}
const period = 'period=2026-11'

async function on<T>(date: string, run: () => Promise<T>): Promise<T> {
  house.setToday(date)
  try {
    return await run()
  } finally {
    house.setToday('2026-11-23')
  }
}
const taken = (date: string, body: object) => on(date, () => register({ receivedOn: date, ...body }, bureau))
const about = (...organs: readonly string[]) => ({ about: organs.map((organ) => ({ as: 'respondent', organ })) })

for (const [date, category, more] of [
  ['2026-10-12', 'land.requisition', { channel: 'letter', ...about('county.land') }],
  ['2026-11-03', 'land.requisition', { channel: 'letter', ...about('county.land') }],
  ['2026-11-04', 'land.requisition', { channel: 'visit', firstTime: false, ...about('county.land', 'county.labour') }],
  ['2026-11-05', 'rural.water-works', { channel: 'call', place: '990102' }],
  ['2026-11-06', 'labour.wages', { channel: 'call' }],
] as const) {
  const { number } = await taken(date, { category, ...more })
  if (category.startsWith('land')) await on(date, () => act(bureau, number, 'transfer', { to: 'county.land' }))
}
await counted()

const partOf = (body: { parts: readonly { by: string; items: readonly Record<string, unknown>[] }[] }, by: string) =>
  Object.fromEntries(
    body.parts.find((part) => part.by === by)?.items.map(({ value, now, before }) => [value, [now, before]]) ?? [],
  )

describe('What is counted', () => {
  it('is told apart by each dimension, this period against the last', async () => {
    const body = await must(bureau, `?${period}&scope=own`)
    expect(body.whole).toMatchObject({ now: 4, before: 1, change: 3, growth: 3000, isClear: false })
    expect(partOf(body, 'category')).toEqual({ land: [2, 1], rural: [1, 0], labour: [1, 0] })
    expect(partOf(body, 'complained')).toEqual({ 'county.land': [2, 1], 'county.labour': [1, 0], '-': [2, 0] })
    expect(partOf(body, 'again')).toEqual({ true: [1, 0], false: [3, 1] })
    expect(partOf(body, 'channel')).toEqual({ letter: [1, 1], visit: [1, 0], call: [2, 0] })
    expect(body.waiting).toBe(0)
  })

  it('is looked into: a kind by its second level, a place by the places in it', async () => {
    const body = await must(bureau, `?${period}&scope=own&category=land`)
    expect(partOf(body, 'category')).toEqual({ 'land.requisition': [2, 1] })
    expect(body.filters).toEqual([{ by: 'category', value: 'land', zh: '国土资源', en: 'Land and resources' }])
  })

  it('goes month by month, with what is open and how old that is', async () => {
    const { months, ageing, since } = await must(bureau, '/months?scope=own')
    expect(since).toBe('2026-10')
    expect(months.map(({ month, n, again }: Record<string, unknown>) => [month, n, again])).toEqual([
      ['2026-10', 1, 0],
      ['2026-11', 4, 1],
    ])
    expect(ageing.map(({ open }: { open: number }) => open)).toEqual([4, 1, 0, 0, 0])
  })

  it('takes a share apart into mix and rate', async () => {
    const { split } = await must(bureau, `/rate?${period}&scope=own&rate=again&by=category`)
    expect(split.now).toBeCloseTo(0.25)
    expect(split.mix + split.rate).toBeCloseTo(split.now - split.before)
  })

  it('crosses one dimension with another', async () => {
    const { rows, columns, cells } = await must(bureau, `/cross?${period}&scope=own&rows=category&columns=channel`)
    expect(rows[0]).toMatchObject({ value: 'land', n: 2 })
    expect(columns.map(({ value }: { value: string }) => value).sort()).toEqual(['call', 'letter', 'visit'])
    expect(cells).toContainEqual({ row: 'land', column: 'visit', n: 1 })
  })

  it('is a table for a spreadsheet too', async () => {
    for (const table of ['structure', 'months', 'rate', 'cross'])
      for (const format of ['csv', 'xlsx']) {
        const { status, answer } = await ask(
          bureau,
          'GET',
          `/api/insight/trends/export?${period}&table=${table}&format=${format}`,
        )
        expect(status).toBe(200)
        expect(answer.rawPayload.length).toBeGreaterThan(50)
      }
  })
})

describe('Behind each cell', () => {
  it('are the petitions that it counts, one for one', async () => {
    for (const who of [bureau, land, discipline]) {
      const { parts } = await must(who, `?${period}&scope=own`)
      for (const { by, items } of parts)
        for (const { value, now } of items) {
          const asked = `${period}&scope=own&${by}=${encodeURIComponent(value)}`
          const { items: cases, count } = await must(who, `/cases?${asked}`)
          expect([by, value, cases.length, count]).toEqual([by, value, now, now])
        }
    }
  })

  it('are read page by page, the newest first', async () => {
    const first = await must(bureau, `/cases?${period}&scope=own&limit=3`)
    const second = await must(bureau, `/cases?${period}&scope=own&limit=3&cursor=${first.next}`)
    const days = [...first.items, ...second.items].map(({ registeredOn }) => registeredOn)
    expect(days).toEqual(['2026-11-06', '2026-11-05', '2026-11-04', '2026-11-03'])
    expect(second.next).toBeNull()
  })

  it('are of a place those in which the viewer’s organ has a part; the others are counted only', async () => {
    const { scope, count, items } = await must(above, `/cases?${period}`)
    expect({ scope, count, items }).toEqual({ scope: 'place', count: 4, items: [] })
  })

  it('are found by the months in which they came, where they are still open', async () => {
    const { count, items } = await must(bureau, '/cases?scope=own&stage=open&from=2026-01&until=2026-10')
    expect([count, items.length]).toEqual([1, 1])
  })
})

describe('What somebody reads', () => {
  it('is their own part, and of a place only where they answer for it', async () => {
    expect((await must(land, `?${period}&scope=place`)).scope).toBe('own')
    expect((await must(land, `?${period}`)).whole.now).toBe(2)
    expect((await must(labour, `?${period}`)).whole.now).toBe(0)
    expect((await must(above, `?${period}`)).whole.now).toBe(4)
    expect((await must(above, `?${period}&scope=own`)).whole.now).toBe(0)
  })

  const shownTo = async (table: string, settings: Settings) => {
    const results = await fly(house.app, [
      ...settingStatements(settings),
      { name: '', text: `select count(*)::int as n from ${table}`, values: [] },
    ])
    return results.at(-1)?.[0]?.n
  }
  const as = (organ: string, account: string): Settings => ({
    'xinqiao.organ': organ,
    'xinqiao.account': account,
    'xinqiao.acts_for': '',
    'xinqiao.today': '2026-11-23',
  })

  it('is what the database shows, whatever the program asks it for', async () => {
    expect(await shownTo('trend_count', {})).toBe(0)
    expect(await shownTo('trend_line', {})).toBe(0)
    expect(
      await shownTo(`(select from trend_count where organ <> 'county.land') c`, as('county.land', land.account)),
    ).toBe(0)
    expect(
      await shownTo(`(select from trend_count where organ = '') c`, as('county.bureau', bureau.account)),
    ).toBeGreaterThan(0)
    expect(await shownTo(`(select from trend_line where organ = '') c`, as('county.bureau', bureau.account))).toBe(0)
    await expect(fly(house.app, [{ name: '', text: 'delete from trend_count', values: [] }])).rejects.toThrow(/denied/)
  })
})

describe('信访工作条例 art. 30 (3): that somebody is accused', () => {
  const everything = async (who: Asker) => [
    ...(await Promise.all(['own', 'place'].map((scope) => must(who, `?${period}&scope=${scope}`)))),
    ...(await Promise.all(['own', 'place'].map((scope) => must(who, `/months?scope=${scope}`)))),
    ...(await Promise.all(['own', 'place'].map((scope) => must(who, `/cases?${period}&scope=${scope}`)))),
    await must(who, `/cross?${period}&rows=complained&columns=class`),
    await must(who, `/rate?${period}&rate=again&by=complained`),
  ]

  it('is in no figure of the accused, nor of a place', async () => {
    const before = { land: await everything(land), above: await everything(above) }
    const { number } = await taken('2026-11-20', {
      ...{ class: 'accusation', category: 'discipline.bribery', channel: 'letter', place: '990101' },
      about: [{ as: 'accused', organ: 'county.land' }],
    })
    await on('2026-11-20', () => act(bureau, number, 'transfer', { to: 'county.discipline' }))
    await counted()
    expect(await everything(land)).toEqual(before.land)
    expect(await everything(above)).toEqual(before.above)
    const competent = await must(discipline, `?${period}`)
    expect(partOf(competent, 'class')).toEqual({ accusation: [1, 0] })
    expect(partOf(await must(bureau, `?${period}&scope=own`), 'class')).toMatchObject({ accusation: [1, 0] })
    expect(partOf(await must(bureau, `?${period}&scope=place`), 'class')).toEqual({ appeal: [3, 1] })
    expect(await asWork(`select from trend_count where class = 'accusation'`)).toEqual([])
    expect(await check()).toEqual([])
  })

  it('is in none from the moment at which a petition turns out to accuse', async () => {
    const { number } = await taken('2026-11-21', { category: 'land.minerals', channel: 'letter' })
    await counted()
    expect((await must(above, `?${period}`)).whole.now).toBe(5)
    await on('2026-11-21', () =>
      act(bureau, number, 'correct', { field: 'class', to: 'accusation', reason: '实为检举' }),
    )
    await counted()
    expect((await must(above, `?${period}`)).whole.now).toBe(4)
    expect(await check()).toEqual([])
  })
})

describe('What is read of margins', () => {
  const ways = [
    ...(['own', 'place'] as const).flatMap((scope) => [[bureau, scope] as const, [above, scope] as const]),
    ...[land, labour, discipline].map((who) => [who, 'own'] as const),
  ]
  it.each(ways)('is what the counts and lines say of each value: %#', async (who, scope) => {
    const body = await must(who, `?${period}&scope=${scope}`)
    const told = body.parts.flatMap((part: { by: string; items: readonly Record<string, unknown>[] }) =>
      part.items.filter(({ value }) => value !== '').map((item) => ({ by: part.by, ...item })),
    )
    if (body.whole.now > 0) expect(told.length).toBeGreaterThan(5)
    for (const { by, value, now, before } of told) {
      const { whole } = await must(who, `?${period}&scope=${scope}&${by}=${encodeURIComponent(value)}`)
      expect([by, value, whole.now, whole.before]).toEqual([by, value, now, before])
    }
    // a filter by which all are found: the counts, not the margins, are read
    const all = async (path: string) => {
      const classes = Object.keys(partOf(body, 'class'))
      return await Promise.all(classes.map((each) => must(who, `${path}&scope=${scope}&class=${each}`)))
    }
    const sum = (months: readonly { n: number; again: number; open: number }[][], of: 'n' | 'again' | 'open') =>
      months.flat().reduce((total, month) => total + month[of], 0)
    const whole = await must(who, `/months?scope=${scope}`)
    const apart = (await all('/months?x=')).map(({ months }) => months)
    for (const of of ['n', 'again', 'open'] as const)
      expect([of, sum(apart, of)]).toEqual([of, sum([whole.months], of)])
  })
})

describe('Lines, counts and margins', () => {
  it('hold nothing of a cell that everything left', async () => {
    expect(await asWork('select from trend_count where n = 0 and mentions = 0')).toEqual([])
    expect(await asWork('select from trend_margin where n = 0')).toEqual([])
  })

  it('are found wrong where somebody changed one', async () => {
    await asWork(`update trend_count set n = n + 1 where category = 'labour.wages' and organ = ''`)
    const found = (await check()).map(({ kind }) => kind)
    expect(found.filter((kind) => kind === 'trend-count-wrong')).toHaveLength(1)
    // the count has more in it than each margin that it is in
    expect(found.filter((kind) => kind === 'trend-margin-wrong')).toHaveLength(1 + dimensions.length - 1)
    await asWork(`update trend_count set n = n - 1 where category = 'labour.wages' and organ = ''`)
    await asWork(`update trend_margin set again = again + 1 where dimension = 'whole' and organ = ''`)
    expect(new Set((await check()).map(({ kind }) => kind))).toEqual(new Set(['trend-margin-wrong']))
    await asWork(`update trend_margin set again = again - 1 where dimension = 'whole' and organ = ''`)
    await asWork(`update trend_line set stage = 'closed' where category = 'labour.wages' and organ = ''`)
    expect(new Set((await check()).map(({ kind }) => kind))).toEqual(new Set(['trend-line-wrong', 'trend-count-wrong']))
  })

  it('are made again from the first fact', async () => {
    await asWork('delete from trend_line')
    await asWork('delete from trend_count')
    await asWork('delete from trend_margin')
    await asWork(`delete from consumer where name = 'trends'`)
    await counted()
    expect(await check()).toEqual([])
    expect((await must(bureau, `?${period}&scope=place`)).whole).toMatchObject({ now: 3, before: 1 })
  })
})

describe('What fits nothing', () => {
  it.each([
    ...['period=2026-13', 'period=1026', 'scope=all', 'against=never', 'category=%27', 'place=x', 'again=maybe'],
    ...[`complained=${'x'.repeat(70)}`, 'circle=%25', 'stage=a b', 'outcome=%00'],
  ])('%s is refused', async (query) => {
    expect((await ask(bureau, 'GET', `/api/insight/trends?${query}`)).status).toBe(400)
  })

  it('and what there is not is nothing', async () => {
    expect((await must(bureau, '?period=2099-12&place=00&category=nothing')).whole).toMatchObject({ now: 0, before: 0 })
  })
})
