/** Establishments on the wire and in the database (docs/adr/0067): what is allotted against who holds the posts, and nobody named to whom it is not for. */
import { describe, expect, it } from 'vitest'
import { fsck } from '../src/engine/fsck.ts'
import { rebuild } from '../src/engine/rebuild.ts'
import { actOnAccount } from '../src/identity/administration.ts'
import { readAs } from '../src/identity/scope.ts'
import { addDays, addYears, day } from '../src/kernel/day.ts'
import type { OrganId } from '../src/kernel/organ.ts'
import type { Post } from '../src/kernel/viewer.ts'
import { rooms as everyRoom } from '../src/main.ts'
import { type Asker, openAnsweringHouse } from './answering-house.ts'
import { establishmentBodies } from './command-bodies.ts'
import { organ, house as seeder } from './office.ts'

const { ask, staffOf, house, office, register } = await openAnsweringHouse()
const path = '/api/workforce/establishment'
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
const refusal = async (asked: Promise<{ body: Read }>): Promise<string> => (await asked).body.refusal
const read = (who: Asker, of: string) => ask(who, 'GET', `${path}/${of}`)
const allot = (who: Asker, of: string, more: object = {}, head: object = {}) =>
  ask(who, 'POST', `${path}/${of}/allotments`, { ...establishmentBodies.allot, ...more }, head)
const withdraw = (who: Asker, of: string, ref: string) =>
  ask(who, 'POST', `${path}/${of}/allotments/${ref}/withdraw`, establishmentBodies.withdraw)
const postIn = (view: Read, post: Post): Read => view.posts.find((each: Read) => each.post === post)

/** Somebody's post there with the days that are said. */
async function holder(of: string, post: Post, more: object = {}): Promise<string> {
  const { account } = await staffOf('county.labour', 'clerk')
  const body = { type: 'GrantPost', organ: organ(of), post, ...more } as const
  const granted = await actOnAccount(office, account as never, body, seeder)
  if (!granted.ok) throw new Error(granted.error.kind)
  return account
}

const head = await staffOf('county.land', 'head')
const clerk = await staffOf('county.land', 'clerk')
const bureau = await staffOf('county.bureau', 'head')

describe('What is allotted is held against who is there', () => {
  it('by post, with those apart who are there for a while', async () => {
    await must(allot(head, 'county.land', { post: 'clerk', count: 3 }))
    await must(allot(head, 'county.land', { post: 'head', count: 1 }))
    const leaving = await holder('county.land', 'clerk', { until: addDays(addYears(today, 1), 1) })
    const helping = await holder('county.land', 'clerk', { until: addDays(today, 30) })
    const seconded = await holder('county.land', 'clerk', {
      until: addDays(today, 200),
      secondedFrom: organ('county.labour'),
    })
    const coming = await holder('county.land', 'clerk', { from: addDays(today, 5) })
    const view = await must(read(head, 'county.land'))
    expect(postIn(view, 'clerk')).toEqual({
      ...{ post: 'clerk', allotted: 3, lasting: 2, temporary: 1, seconded: 1 },
      ...{ vacant: 1, over: 0, endingSoon: 1, toCome: 1 },
    })
    expect(postIn(view, 'head')).toMatchObject({ allotted: 1, lasting: 1, vacant: 0, over: 0 })
    expect(view.people).toEqual({ lasting: 3, temporary: 1, seconded: 1 })
    const kindOf = (account: string) => view.holders.find((each: Read) => each.account === account)
    expect(kindOf(leaving)).toMatchObject({ kind: 'lasting', endsSoon: false })
    expect(kindOf(helping)).toMatchObject({ kind: 'temporary', endsSoon: true })
    expect(kindOf(seconded)).toMatchObject({ kind: 'seconded', secondedFrom: { id: 'county.labour' } })
    expect(kindOf(coming)).toMatchObject({ hasBegun: false })
  })

  it('a mistaken entry is taken back and stays to be read, with the document and why', async () => {
    await must(allot(head, 'county.land', { post: 'clerk', count: 30, from: '2026-06-01' }))
    expect(postIn(await must(read(head, 'county.land')), 'clerk')).toMatchObject({ allotted: 30, vacant: 28 })
    const { allotments } = await must(read(head, 'county.land'))
    const { ref } = allotments.find(({ count }: Read) => count === 30)
    await must(withdraw(head, 'county.land', ref))
    const after = await must(read(head, 'county.land'))
    expect(postIn(after, 'clerk')).toMatchObject({ allotted: 3, vacant: 1 })
    expect(after.allotments.find((each: Read) => each.ref === ref)).toMatchObject({
      ...{ document: '县委编委发〔2025〕18号', reason: '按信访量核定' },
      withdrawn: { on: today, reason: '登记有误' },
    })
    expect(await refusal(withdraw(head, 'county.land', ref))).toBe('allotment-withdrawn-already')
  })

  it('once under one key', async () => {
    const key = { 'idempotency-key': 'allotted-once-1' }
    const more = { post: 'supervisor', count: 1 }
    expect(await must(allot(head, 'county.land', more, key))).toEqual(await must(allot(head, 'county.land', more, key)))
  })
})

describe('Who sees it', () => {
  it('the people only whoever answers for them there; from above posts are counted and nobody is named', async () => {
    expect((await read(clerk, 'county.land')).status).toBe(403)
    const above = await must(read(bureau, 'county.land'))
    expect(above.holders).toBeNull()
    expect(postIn(above, 'clerk')).toMatchObject({ allotted: 3, lasting: 2 })
    expect(above.refusal.kind).toBe('establishment-not-yours')
    expect(await refusal(allot(bureau, 'county.land', { post: 'leader' }))).toBe('establishment-not-yours')
    expect(JSON.stringify(above)).not.toContain(clerk.account)
    const labour = await staffOf('county.labour', 'head')
    expect((await read(labour, 'county.land')).status).toBe(404)
    expect((await allot(labour, 'county.land')).status).toBe(404)
    expect((await read(bureau, 'nowhere')).status).toBe(404)
  })

  it('an area organ by organ, page by page, each once', async () => {
    const whole = await must(ask(bureau, 'GET', path))
    expect(whole.items[0].organ.id).toBe('county.bureau')
    expect(whole.items.find((each: Read) => each.organ.id === 'county.land')).toMatchObject({
      ...{ people: { lasting: 3, temporary: 1, seconded: 1 }, endingSoon: 1 },
    })
    const seen: string[] = []
    for (let cursor = ''; ; ) {
      const page = await must(ask(bureau, 'GET', `${path}?limit=2${cursor}`))
      seen.push(...page.items.map((each: Read) => each.organ.id))
      if (page.next === null) break
      cursor = `&cursor=${page.next}`
    }
    expect(seen).toEqual(whole.items.map((each: Read) => each.organ.id))
    expect((await must(ask(head, 'GET', path))).items.map((each: Read) => each.organ.id)).toEqual(['county.land'])
  })

  it('how long people have been there is told only where nobody could be found by it', async () => {
    expect((await must(read(head, 'county.land'))).mix).toBeNull()
    expect((await must(ask(head, 'GET', path))).mix).toBeNull()
    for (let each = 0; each < 5; each += 1) await holder('county.land', 'commissioner')
    const { mix } = await must(read(head, 'county.land'))
    expect(mix).toEqual([
      { band: 'underOne', count: 8 },
      ...['oneToThree', 'threeToFive', 'overFive'].map((band) => ({ band, count: 0 })),
    ])
  })

  it('the database shows it to nobody else, whatever is asked', async () => {
    const rowsFor = (of: string) =>
      readAs(
        house,
        { kind: 'staff', account: 'x', organ: of as OrganId, posts: ['head'] },
        {
          name: 'test allotments',
          text: `select stream_id from establishment_allotment union all select stream_id from event where stream_id like 'establishment:%'
          union all select stream_id from sealed where stream_id like 'establishment:%'`,
          values: [],
        },
      )
    expect((await rowsFor('county.land')).length).toBeGreaterThan(5)
    expect((await rowsFor('county.bureau')).length).toBeGreaterThan(5)
    expect(await rowsFor('county.labour')).toEqual([])
  })
})

describe('What is kept of it', () => {
  it('follows from the facts: fsck finds nothing, and rebuilt it is the same', async () => {
    await register({})
    const before = await must(read(head, 'county.land'))
    expect((await fsck(house, everyRoom)).errors).toEqual([])
    await house.work.query('delete from establishment_allotment')
    expect((await fsck(house, everyRoom)).errors).not.toEqual([])
    await rebuild(house, everyRoom)
    expect(await must(read(head, 'county.land'))).toEqual(before)
  })
})
