/** Workload on the wire (docs/adr/0067): one's own, that of an organ for whoever leads it, and who is suggested for a petition and never imposed. */
import { describe, expect, it } from 'vitest'
import type { AccountId } from '../src/identity/account.ts'
import { actOnAccount } from '../src/identity/administration.ts'
import { addDays, day } from '../src/kernel/day.ts'
import { type Asker, keyOf, openAnsweringHouse } from './answering-house.ts'
import { commandBodies } from './command-bodies.ts'
import { organ, house as seeder } from './office.ts'

const { ask, act, staffOf, house, office, register } = await openAnsweringHouse()
const path = '/api/workforce/workload'
const today = day('2026-11-23')

interface Read {
  // biome-ignore lint/suspicious/noExplicitAny: what came over the wire, looked at field by field
  readonly [key: string]: any
}
const must = async (asked: Promise<{ status: number; body: Read }>): Promise<Read> => {
  const { status, body } = await asked
  expect(status, JSON.stringify(body)).toBe(200)
  return body
}
const workload = (who: Asker) => must(ask(who, 'GET', path))
const suggested = async (who: Asker, number: string): Promise<readonly Read[]> =>
  (await must(ask(who, 'GET', `${path}/suggested/${number}`))).items

const bureau = await staffOf('county.bureau', 'clerk', 'head')
const [head, busy, free, skilled] = [
  await staffOf('county.land', 'head'),
  await staffOf('county.land', 'clerk'),
  await staffOf('county.land', 'clerk'),
  await staffOf('county.land', 'clerk'),
] as const

/** A petition that the land office holds, given to somebody. */
async function held(by: string | null, more: object = {}): Promise<string> {
  const { number } = await register(more)
  await act(bureau, number, 'transfer', { to: 'county.land' })
  if (by !== null) await act(head, number, 'name-clerk', { account: by })
  return number
}
const personIn = (view: Read, { account }: { readonly account: string }): Read =>
  view.people.find((each: Read) => each.account === account)
const among = (items: readonly Read[], { account }: { readonly account: string }): Read | undefined =>
  items.find((each) => each.account === account)
const chosenOf = (items: readonly Read[]): readonly string[] =>
  items.filter(({ isSuggested }) => isSuggested).map(({ account }) => account)

const given = [await held(busy.account), await held(busy.account), await held(skilled.account)]
const open = await held(null)

describe('How much lies with whom', () => {
  it('a person sees their own, and of nobody else', async () => {
    const own = await workload(busy)
    // an appeal that waits to be accepted weighs two times one
    expect(own.own).toMatchObject({ open: 2, weight: 4, overdue: 0 })
    expect([own.people, own.nobodys, own.whole]).toEqual([null, null, null])
    expect(JSON.stringify(own)).not.toContain(skilled.account)
    expect((await workload(free)).own).toEqual({ open: 0, weight: 0, dueThisWeek: 0, overdue: 0 })
  })

  it('whoever leads the organ sees each, by name, and what lies with nobody', async () => {
    const view = await workload(head)
    expect(personIn(view, busy).load).toMatchObject({ open: 2, weight: 4 })
    expect(personIn(view, skilled).load).toMatchObject({ open: 1, weight: 2 })
    expect(view.nobodys).toMatchObject({ open: 1, weight: 2 })
    expect(view.whole).toMatchObject({ open: 4, weight: 8 })
    const names = view.people.map(({ name }: Read) => name)
    expect(names).toEqual([...names].sort())
    expect(view.weights).toContainEqual(expect.objectContaining({ name: 'handling', weight: 3 }))
  })

  it('what is due counts as the worklist counts it', async () => {
    house.setToday('2026-12-08')
    const { counts } = await must(ask(busy, 'GET', '/api/worklist?whose=mine'))
    const { own } = await workload(busy)
    expect(own.overdue + own.dueThisWeek).toBe(counts.mine)
    house.setToday('2026-12-20')
    expect((await workload(busy)).own.overdue).toBe(2)
    house.setToday(today)
  })

  it('an area is seen organ by organ, and only what the bureau may see', async () => {
    const { items, organs } = await must(ask(bureau, 'GET', `${path}/organs`))
    const land = items.find((each: Read) => each.organ.id === 'county.land')
    expect(land.load).toMatchObject({ open: 4, weight: 8 })
    expect(items).toHaveLength(organs)
    const labour = await staffOf('county.labour', 'head')
    const own = await must(ask(labour, 'GET', `${path}/organs`))
    expect(own).toMatchObject({ items: [], organs: 0 })
    expect((await ask(busy, 'GET', `${path}/organs`)).status).toBe(403)
  })
})

describe('To whom a petition might go', () => {
  it('whoever bears least, shown with why; any other can be named all the same', async () => {
    const items = await suggested(head, open)
    expect(among(items, busy)).toMatchObject({ load: { weight: 4 }, bar: null, isSuggested: false })
    expect(chosenOf(items)).toHaveLength(1)
    // a head who only heads comes after the clerks, though nothing lies with them either
    expect(chosenOf(items)).toEqual([free.account])
    await act(head, open, 'name-clerk', { account: busy.account })
    await act(head, open, 'name-clerk', { account: null })
  })

  it('among equals whoever has brought its kind to an end before', async () => {
    const ended = await register({})
    await act(bureau, ended.number, 'transfer', { to: 'county.land' })
    await act(head, ended.number, 'name-clerk', { account: skilled.account })
    await act(keyOf(ended), ended.number, 'withdraw', commandBodies.withdraw ?? {})
    const view = await suggested(head, open)
    expect(among(view, skilled)).toMatchObject({ known: 1 })
    // one each, so that only what they know tells them apart
    const others = [await held(free.account), await held(head.account)]
    expect(chosenOf(await suggested(head, open))).toEqual([skilled.account])
    for (const number of others) await act(head, number, 'name-clerk', { account: null })
  })

  it('never whoever is away', async () => {
    const away = {
      type: 'DelegateHandling',
      organ: organ('county.land'),
      to: busy.account as AccountId,
      from: today,
    } as const
    const self = { kind: 'staff', account: free.account, organ: organ('county.land') } as const
    const told = await actOnAccount(
      office,
      free.account as AccountId,
      { ...away, until: addDays(today, 3) },
      self as never,
    )
    if (!told.ok) throw new Error(told.error.kind)
    const items = await suggested(head, open)
    expect(among(items, free)).toMatchObject({ bar: 'away', isSuggested: false })
    expect(personIn(await workload(head), free).away).toMatchObject({ until: addDays(today, 3) })
  })

  it('never whoever has withdrawn from it, nor whoever stands in for them', async () => {
    await act(busy, open, 'declare-recusal', { reason: '与信访人有亲属关系' })
    expect(among(await suggested(head, open), busy)).toMatchObject({ bar: 'keptOut', isSuggested: false })
    const aside = await held(null)
    await act(free, aside, 'declare-recusal', { reason: '曾经参与原来的处理' })
    // the busy one handles for the one who is away and has withdrawn
    expect(among(await suggested(head, aside), busy)).toMatchObject({ bar: 'keptOut' })
  })

  it('never whoever answers to an official whom it names, nor the official', async () => {
    const { number } = await register(
      { about: [{ as: 'respondent', organ: 'county.land', official: '经办人' }] },
      bureau,
    )
    await act(bureau, number, 'transfer', { to: 'county.land' })
    expect(among(await suggested(head, number), skilled)).toMatchObject({ bar: null })
    await act(head, number, 'identify-official', { complained: 0, account: skilled.account })
    expect(among(await suggested(head, number), skilled)).toMatchObject({ bar: 'keptOut', isSuggested: false })
  })

  it('never whoever is seconded from the organ that it accuses', async () => {
    const here = await staffOf('county.bureau', 'head')
    const { account } = await staffOf('county.labour', 'clerk')
    const body = { type: 'GrantPost', organ: organ('county.bureau'), post: 'clerk' } as const
    const more = { until: addDays(today, 90), secondedFrom: organ('county.labour') }
    const granted = await actOnAccount(office, account as AccountId, { ...body, ...more }, seeder)
    if (!granted.ok) throw new Error(granted.error.kind)
    const { number: plain } = await register({}, here)
    expect(among(await suggested(here, plain), { account })).toMatchObject({ bar: null })
    const { number } = await register({ about: [{ as: 'accused', organ: 'county.labour', official: null }] }, here)
    expect(among(await suggested(here, number), { account })).toMatchObject({ bar: 'keptOut', isSuggested: false })
  })

  it('nobody where another organ holds it, and none of it to whoever does not see it or does not lead', async () => {
    expect(await suggested(bureau, open)).toEqual([])
    expect((await ask(free, 'GET', `${path}/suggested/${open}`)).status).toBe(403)
    const labour = await staffOf('county.labour', 'head')
    expect((await ask(labour, 'GET', `${path}/suggested/${open}`)).body.refusal).toBe('no-such-petition')
  })

  it('costs what is open in the organ, whatever else there is', async () => {
    await house.work.query(
      `insert into petition select ('9' || lpad(n::text, 14, '0')) as stream_id, (p).* from generate_series(1, 20000) n,
        lateral (select version, 'closed' as stage, class, category, place, channel, track, confidentiality, headcount, is_urgent,
          received_on, registered_on, date '2026-11-01' as ended_on, registrar, holder, clerk, round, title_ref, next_rule, next_day,
          next_is_overdue, kept, pack from petition where stream_id = $1) p`,
      [open],
    )
    await house.work.query('analyze petition')
    const { rows } = await house.work.query(
      `explain select clerk, class, stage, count(*) from petition where holder = 'county.land' and ended_on is null group by clerk, class, stage`,
    )
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('petition_held')
  })

  it('and it writes nothing down', async () => {
    const facts = async () =>
      (await house.work.query('select count(*)::int as n from event where stream_id = any ($1)', [[open, ...given]]))
        .rows[0].n
    const before = await facts()
    await suggested(head, open)
    await workload(head)
    expect(await facts()).toBe(before)
  })
})
