/** Posts that begin and end, and handling while somebody is away: on the wire, from one day to the next. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fsck } from '../src/engine/fsck.ts'
import type { AccountId, WantedPost } from '../src/identity/account.ts'
import { accountRoom, type Login } from '../src/identity/account-tables.ts'
import { actOnAccount, openAccount } from '../src/identity/administration.ts'
import { actsFor } from '../src/identity/delegations.ts'
import { logIn } from '../src/identity/login.ts'
import { addDays, type Day } from '../src/kernel/day.ts'
import type { Post } from '../src/kernel/viewer.ts'
import { openAnsweringHouse } from './answering-house.ts'
import { commandBodies } from './command-bodies.ts'
import { organ, house as theHouse } from './office.ts'

const { ask, register, act, office, house } = await openAnsweringHouse()
const land = organ('county.land')
const hourMs = 3_600_000

/** To an hour of a later day; the petitions' calendar follows the office's. */
function letPass({ days, hour }: { readonly days: number; readonly hour: number }): void {
  const now = Date.parse(office.now())
  const at = Date.parse(`${addDays(office.today(), days)}T00:00:00.000Z`) + hour * hourMs
  office.pass(at - now)
  house.setToday(office.today())
}
const tomorrow = () => letPass({ days: 1, hour: 9 })

let people = 0
interface Person {
  readonly id: AccountId
  readonly login: string
}
async function open(...posts: readonly (Post | WantedPost)[]): Promise<Person> {
  people += 1
  const login = `person-${people}`
  const held = posts.map((post) => (typeof post === 'string' ? { organ: land, post } : post))
  const newcomer = { login: login as Login, name: `同事${people}`, posts: held, password: 'Granit-Wolke-27' }
  const opened = await openAccount(office, newcomer, theHouse)
  if (!opened.ok) throw new Error(opened.error.kind)
  return { id: opened.value.id, login }
}
const tryIn = ({ login }: Person, more = {}) =>
  logIn(office, { login, password: 'Granit-Wolke-27', address: `10.1.0.${people}`, ...more })
async function enter(person: Person, more = {}): Promise<{ token: string }> {
  const entered = await tryIn(person, more)
  if (!entered.ok) throw new Error(entered.error.kind)
  return { token: entered.value.token }
}
const refusalAtTheDoor = async (person: Person) => {
  const entered = await tryIn(person)
  return entered.ok ? 'in' : entered.error.kind
}
const me = async (who: { token: string }) => (await ask(who, 'GET', '/api/session')).body

beforeEach(tomorrow)

describe('a post with a last day', () => {
  it('lets in on that day up to midnight, and nobody after it, without anything being done', async () => {
    const leaving = await open({ organ: land, post: 'clerk', until: addDays(office.today(), 1) })
    tomorrow()
    letPass({ days: 0, hour: 23.8 })
    const session = await enter(leaving)
    expect((await ask(session, 'GET', '/api/worklist')).status).toBe(200)
    letPass({ days: 1, hour: 0.1 })
    expect((await ask(session, 'GET', '/api/worklist')).status).toBe(401)
    expect((await ask(session, 'GET', '/api/session')).status).toBe(401)
    expect(await refusalAtTheDoor(leaving)).toBe('no-post')
  })

  it('and a first day lets in from that day on', async () => {
    const coming = await open({ organ: land, post: 'clerk', from: addDays(office.today(), 1) })
    letPass({ days: 0, hour: 23.9 })
    expect(await refusalAtTheDoor(coming)).toBe('no-post')
    letPass({ days: 1, hour: 0 })
    expect((await me(await enter(coming))).posts).toEqual(['clerk'])
  })

  it('to come is waited for by the first password, which lapses a week after that day', async () => {
    const coming = { organ: land, post: 'clerk', from: addDays(office.today(), 10) } as const
    const newcomer = (login: string) =>
      openAccount(office, { login: login as Login, name: '新人', posts: [coming] }, theHouse)
    const [early, late] = [await newcomer('early'), await newcomer('late')]
    if (!early.ok || !late.ok) throw new Error('not opened')
    const first = async (login: string, password: string) => {
      const entered = await logIn(office, {
        login,
        password,
        newPassword: 'Kiesel-Anker-81',
        address: `10.2.0.${people}`,
      })
      return entered.ok ? 'in' : entered.error.kind
    }
    letPass({ days: 9, hour: 9 })
    expect(await first('early', early.value.password)).toBe('no-post')
    tomorrow()
    expect(await first('early', early.value.password)).toBe('in')
    letPass({ days: 7, hour: 10 })
    expect(await first('late', late.value.password)).toBe('password-expired')
  })

  it('takes that post from the session and leaves the others', async () => {
    const both = await open('clerk', { organ: land, post: 'head', until: office.today() })
    letPass({ days: 0, hour: 23.9 })
    const session = await enter(both)
    expect((await me(session)).posts).toEqual(['clerk', 'head'])
    letPass({ days: 1, hour: 0.1 })
    expect((await me(session)).posts).toEqual(['clerk'])
  })

  it('is no place to move to or to sign in to once it is over', async () => {
    const labour = organ('county.labour')
    const moving = await open('clerk', { organ: labour, post: 'clerk', until: office.today() })
    letPass({ days: 0, hour: 23.9 })
    const session = await enter(moving, { organ: land })
    expect((await me(session)).organs.map(({ id }: { id: string }) => id)).toEqual(
      ['county.labour', 'county.land'].sort(),
    )
    letPass({ days: 1, hour: 0.1 })
    const moved = await ask(session, 'PUT', '/api/session/organ', { organ: labour })
    expect([moved.status, moved.body.refusal]).toEqual([403, 'no-post'])
    expect((await me(session)).organs.map(({ id }: { id: string }) => id)).toEqual(['county.land'])
    expect((await tryIn(moving, { organ: labour })).ok).toBe(false)
  })

  it('is granted, moved and shown over the wire, the ended and the coming ones too', async () => {
    const administrator = await enter(await open({ organ: organ('county.bureau'), post: 'administrator' }))
    const person = await open('clerk')
    const url = `/api/accounts/${person.id}/posts`
    const [today, later] = [office.today(), addDays(office.today(), 9)]
    const to = (path: string, until: Day | null) => ask(administrator, 'PUT', `${url}/${path}/until`, { until })
    expect((await ask(administrator, 'POST', url, { organ: land, post: 'head', from: later })).status).toBe(204)
    expect((await to('county.land/clerk', today)).status).toBe(204)
    const backwards = await to('county.land/head', today)
    expect([backwards.status, backwards.body.refusal]).toEqual([422, 'ends-before-it-begins'])
    tomorrow()
    const again = await enter(await open({ organ: organ('county.bureau'), post: 'administrator' }))
    const { body } = await ask(again, 'GET', `/api/accounts?like=${person.login}`)
    expect(body.items[0].posts).toEqual([
      { organ: 'county.land', post: 'clerk', from: today, until: today },
      { organ: 'county.land', post: 'head', from: later, until: null },
    ])
    const over = await ask(again, 'PUT', `${url}/county.land/clerk/until`, { until: later })
    expect([over.status, over.body.refusal]).toEqual([409, 'post-not-held'])
  })
})

describe('the matters of a clerk whose post has ended', () => {
  const numbers = async (who: { token: string }, whose: string): Promise<string[]> => {
    const { body } = await ask(who, 'GET', `/api/worklist?whose=${whose}`)
    return body.items.map(({ petition }: { petition: { number: string } }) => petition.number)
  }

  it('are in nobody’s hands, and the head finds them there', async () => {
    const head = await open('clerk', 'head')
    const leaving = await open({ organ: land, post: 'clerk', until: office.today() })
    const bureau = await enter(await open({ organ: organ('county.bureau'), post: 'clerk' }))
    const { number } = await register({})
    await act(bureau, number, 'transfer', { to: 'county.land' })
    const first = await enter(head)
    expect(await numbers(first, 'nobodys')).toContain(number)
    await act(first, number, 'name-clerk', { account: leaving.id })
    expect(await numbers(first, 'nobodys')).not.toContain(number)
    expect(await numbers(await enter(leaving), 'mine')).toEqual([number])
    tomorrow()
    const next = await enter(head)
    expect(await numbers(next, 'nobodys')).toContain(number)
    const counts = (await ask(next, 'GET', '/api/worklist')).body.counts
    expect(counts.nobodys).toBe((await numbers(next, 'nobodys')).length)
    const named = await ask(next, 'POST', `/api/petitions/${number}/name-clerk`, { account: leaving.id })
    expect([named.status, named.body.refusal]).toEqual([422, 'not-a-colleague'])
    await act(next, number, 'name-clerk', { account: head.id })
    expect(await numbers(next, 'nobodys')).not.toContain(number)
  })
})

describe('外出委托 on the wire', () => {
  let head: Person
  let delegate: Person
  let number: string
  let acceptedOn: Day
  const days = (from: number, until: number) => ({
    from: addDays(office.today(), from),
    until: addDays(office.today(), until),
  })
  const give = (who: { token: string }, span: { from: Day; until: Day }, to: Person = delegate) =>
    ask(who, 'POST', '/api/session/delegation', { to: to.id, ...span })
  const extend = async () => {
    const until = addDays(acceptedOn, 75)
    const body = { ...commandBodies['extend-handling'], until }
    const { body: answer } = await ask(await enter(delegate), 'POST', `/api/petitions/${number}/extend-handling`, body)
    return answer.refusal ?? 'done'
  }

  beforeAll(async () => {
    const bureau = await enter(await open({ organ: organ('county.bureau'), post: 'clerk' }))
    ;[head, delegate] = [await open('clerk', 'head'), await open('clerk')]
    number = (await register({})).number
    await act(bureau, number, 'transfer', { to: 'county.land' })
    const session = await enter(head)
    await act(session, number, 'name-clerk', { account: head.id })
    await act(session, number, 'accept', commandBodies.accept)
    acceptedOn = house.today()
  })

  it('shows whoever takes over the other’s matters among their own, and lets them do what needs the head', async () => {
    expect(await extend()).toBe('needs-the-head')
    const given = await give(await enter(head), days(1, 2))
    expect(given.status).toBe(204)
    expect((await me(await enter(delegate))).actsFor).toEqual([])
    expect(await extend()).toBe('needs-the-head')
    tomorrow()
    const session = await enter(delegate)
    expect(await me(session)).toMatchObject({
      posts: ['clerk', 'head'],
      actsFor: [{ account: head.id, posts: ['clerk', 'head'], until: addDays(office.today(), 1) }],
      organs: [{ id: 'county.land', posts: ['clerk'] }],
    })
    const { body } = await ask(session, 'GET', '/api/worklist?whose=mine')
    expect(body.items.map(({ petition }: { petition: object }) => petition)).toMatchObject([{ number, clerk: head.id }])
    expect(body.counts.mine).toBe(1)
    tomorrow()
    expect(await extend()).toBe('done')
  })

  it('keeps in the fact whom they had taken over for, and is over on the day after', async () => {
    expect(await extend()).toBe('needs-the-head')
    expect((await ask(await enter(delegate), 'GET', '/api/worklist?whose=mine')).body.items).toEqual([])
    const { rows } = await house.work.query(
      "select fact from event where stream_id = $1 and type = 'HandlingExtended'",
      [number],
    )
    expect(rows.map(({ fact }) => JSON.parse(fact).by)).toEqual([
      { kind: 'staff', account: delegate.id, organ: 'county.land', for: [head.id] },
    ])
  })

  it('ends at once when it is taken back', async () => {
    const session = await enter(head)
    await give(session, days(0, 30))
    const theirs = await enter(delegate)
    expect((await me(theirs)).posts).toEqual(['clerk', 'head'])
    expect((await ask(session, 'GET', '/api/session/delegation')).body.given).toMatchObject({ account: delegate.id })
    expect((await ask(session, 'DELETE', '/api/session/delegation')).status).toBe(204)
    expect((await me(theirs)).posts).toEqual(['clerk'])
    const twice = await ask(session, 'DELETE', '/api/session/delegation')
    expect([twice.status, twice.body.refusal]).toEqual([409, 'no-delegation'])
    expect((await ask(session, 'GET', '/api/session/delegation')).body).toEqual({ given: null })
  })

  it('is not passed on: whoever has the head’s handling gives their own alone', async () => {
    const third = await open('clerk')
    await give(await enter(head), days(0, 3))
    const theirs = await enter(delegate)
    expect((await give(theirs, days(1, 2), third)).status).toBe(204)
    tomorrow()
    const session = await enter(third)
    expect(await me(session)).toMatchObject({ posts: ['clerk'], actsFor: [{ account: delegate.id, posts: ['clerk'] }] })
    expect(await actsFor(office.database.app, { account: third.id, organ: land }, office.today())).toEqual([
      delegate.id,
    ])
    await ask(await enter(delegate), 'DELETE', '/api/session/delegation')
    await ask(await enter(head), 'DELETE', '/api/session/delegation')
  })

  it('is not given by somebody whose only handling is another’s', async () => {
    const leader = await open('leader')
    await give(await enter(head), days(0, 1), leader)
    const session = await enter(leader)
    expect((await me(session)).posts).toEqual(['clerk', 'head', 'leader'])
    const refused = await give(session, days(0, 1))
    expect([refused.status, refused.body.refusal]).toEqual([403, 'no-handling-post'])
    await ask(await enter(head), 'DELETE', '/api/session/delegation')
  })

  it('is not given to whoever is away, nor to somebody of another organ or to nobody', async () => {
    const away = await open('clerk')
    const elsewhere = await open({ organ: organ('county.labour'), post: 'clerk' })
    await give(await enter(away), days(2, 4))
    const session = await enter(head)
    const refusals = [
      await give(session, days(4, 5), away),
      await give(session, days(0, 1), elsewhere),
      await give(session, days(0, 1), { id: 'a0000000000000000' as AccountId, login: '' }),
    ]
    expect(refusals.map(({ body }) => body.refusal)).toEqual([
      'delegate-away',
      'delegate-without-post',
      'delegate-without-post',
    ])
  })

  it.each(['gave it', 'has it'] as const)('ends with the post of whoever %s', async (what) => {
    const [giver, taker] = [await open('clerk', 'head'), await open('clerk', 'auditor')]
    const givenTo = () => actsFor(office.database.app, { account: taker.id, organ: land }, office.today())
    await give(await enter(giver), days(0, 9), taker)
    const [whose, posts] = what === 'gave it' ? [giver, ['clerk', 'head'] as const] : [taker, ['clerk'] as const]
    for (const post of posts) {
      const body = { type: 'ChangePostEnd', organ: land, post, until: office.today() } as const
      expect((await actOnAccount(office, whose.id, body, theHouse)).ok).toBe(true)
    }
    expect(await givenTo()).toEqual([giver.id])
    tomorrow()
    expect(await givenTo()).toEqual([])
    expect(await me(await enter(taker))).toMatchObject({ actsFor: [] })
  })

  it('tells colleagues who is away, until when and who takes over', async () => {
    const [giver, taker] = [await open('clerk'), await open('clerk')]
    await give(await enter(giver), days(1, 3), taker)
    const span = days(1, 3)
    const awayOf = async () => {
      const { body } = await ask(await enter(taker), 'GET', '/api/colleagues')
      return body.items.find(({ account }: { account: string }) => account === giver.id)?.away
    }
    expect(await awayOf()).toMatchObject({ account: taker.id, ...span })
    letPass({ days: 3, hour: 9 })
    expect(await awayOf()).toMatchObject(span)
    tomorrow()
    expect(await awayOf()).toBeNull()
  })

  it.each<[object, number]>([
    [{}, 400],
    [{ to: 'a0000000000000000' }, 400],
    [{ to: '../a', from: '2030-01-01', until: '2030-01-02' }, 400],
    [{ to: 'a0000000000000000', from: '2026-02-30', until: '2030-01-02' }, 400],
    [{ to: 'a0000000000000000', from: '2030-01-01', until: null }, 400],
    [{ to: 'a0000000000000000', from: '2020-01-01', until: '2030-01-02' }, 422],
    [{ to: 'a0000000000000000', from: '2030-01-02', until: '2030-01-01' }, 422],
  ])('answers %j with %i', async (body, status) => {
    const session = await enter(await open('clerk'))
    expect((await ask(session, 'POST', '/api/session/delegation', body)).status).toBe(status)
  })
})

describe('the books', () => {
  it('agree with the facts', async () => {
    const { work } = office.database
    const found = await fsck({ work }, [accountRoom])
    expect(found.facts).toBeGreaterThan(60)
    expect(found.errors).toEqual([])
  })
})
