/** Secondments on the wire and in the database (docs/adr/0066): both organs agree, the post follows, and the firewall holds by itself at each layer. */
import { beforeAll, describe, expect, it } from 'vitest'
import { fsck } from '../src/engine/fsck.ts'
import { rebuild } from '../src/engine/rebuild.ts'
import { sweep } from '../src/engine/sweep.ts'
import { logIn } from '../src/identity/login.ts'
import { readAs } from '../src/identity/scope.ts'
import { addDays, day } from '../src/kernel/day.ts'
import type { OrganId } from '../src/kernel/organ.ts'
import { rooms as everyRoom } from '../src/main.ts'
import type { Actor, Petition, World } from '../src/petition/petition.ts'
import { refusalOfRecused } from '../src/petition/safeguards/recusal.ts'
import { dueSecondments } from '../src/workforce/secondments/jobs.ts'
import { secondmentPostReaction } from '../src/workforce/secondments/reactions.ts'
import { recountSecondments } from '../src/workforce/secondments/recounting.ts'
import { type Asker, openAnsweringHouse } from './answering-house.ts'
import { catchUp } from './catching-up.ts'
import { secondmentBodies } from './command-bodies.ts'
import { organ } from './office.ts'

const opened = await openAnsweringHouse()
const { ask, staffOf, house, office, register } = opened
const path = '/api/workforce/secondments'
const today = day('2026-11-23')
const tomorrow = addDays(today, 1)
const until = day('2027-05-31')
const dayMs = 86_400_000

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
const act = (who: Asker, secondment: string, segment: string, more: object = {}) =>
  ask(who, 'POST', `${path}/${secondment}/${segment}`, { ...secondmentBodies[segment], ...more })
const read = (who: Asker, secondment: string) => ask(who, 'GET', `${path}/${secondment}`)
const propose = (who: Asker, account: string, more: object = {}) =>
  ask(who, 'POST', path, {
    ...secondmentBodies.propose,
    ...{ account, term: { from: tomorrow, until }, ...more },
  })
const followPosts = () => catchUp(house, secondmentPostReaction(house, office))

let people = 0
/** Somebody of the land office, who signs in where they are told. */
async function somebody() {
  people += 1
  const login = `chen-${people}`
  const { id, password } = await office.openStaff(login, [['county.land', 'clerk']])
  return {
    account: id as string,
    async signIn(of: string): Promise<{ token: string }> {
      const knocking = { address: `10.1.0.${people}`, browser: null, agent: 'other/other' }
      const entered = await logIn(office, { login, password, organ: organ(of), ...knocking })
      if (!entered.ok) throw new Error(entered.error.kind)
      return entered.value
    },
  }
}
const crew = async () => ({
  sender: await staffOf('county.land', 'head'),
  host: await staffOf('county.bureau', 'head'),
  mentor: await staffOf('county.bureau', 'clerk'),
  colleague: await staffOf('county.bureau', 'clerk'),
})

describe('It is proposed by one organ and agreed to by the other', async () => {
  const { sender, host, mentor, colleague } = await crew()

  it('seen by whoever leads either, by the mentor and by the person, and by nobody else', async () => {
    const person = await somebody()
    expect((await must(ask(colleague, 'GET', path))).refusal.kind).toBe('secondment-is-anothers')
    expect(await refusal(propose(colleague, person.account))).toBe('secondment-is-anothers')
    expect(await refusal(propose(sender, colleague.account))).toBe('official-not-there')
    expect(await refusal(propose(sender, person.account, { host: 'county.labour' }))).toBe('host-is-no-bureau')
    const { secondment } = await must(propose(sender, person.account))
    expect(await refusal(propose(sender, person.account))).toBe('seconded-already')
    for (const who of [mentor, colleague]) expect((await read(who, secondment)).status).toBe(404)
    expect(await refusal(act(host, secondment, 'agree', { mentor: sender.account }))).toBe('official-not-there')
    expect(await refusal(act(sender, secondment, 'agree', { mentor: mentor.account }))).toBe('secondment-is-anothers')
    await must(act(host, secondment, 'agree', { mentor: mentor.account }))
    expect((await read(colleague, secondment)).status).toBe(404)
    const own = await person.signIn('county.land')
    for (const [who, part] of [
      [sender, 'home'],
      [host, 'host'],
      [mentor, 'host'],
      [own, 'home'],
    ] as const)
      expect(await must(read(who, secondment))).toMatchObject({
        ...{ part, stage: 'serving', person: { account: person.account }, purpose: '到信访窗口学习接访，协助积案化解' },
      })
    expect((await must(ask(mentor, 'GET', path))).items).toMatchObject([{ secondment, daysLeft: expect.any(Number) }])
    expect((await must(ask(colleague, 'GET', path))).items).toEqual([])
    expect((await must(read(own, secondment))).actions.every(({ allowed }: Read) => !allowed)).toBe(true)
  })

  it('the post at the bureau opens and ends with it, and an early end moves it', async () => {
    const person = await somebody()
    const { secondment } = await must(propose(sender, person.account))
    await must(act(host, secondment, 'agree', { mentor: mentor.account }))
    expect((await must(read(host, secondment))).accountPost).toBeNull()
    await followPosts()
    await followPosts()
    expect((await must(read(host, secondment))).accountPost).toEqual({ from: tomorrow, until })
    // called off before it begins: the post is taken away
    await must(act(host, secondment, 'end'))
    await followPosts()
    expect(await must(read(host, secondment))).toMatchObject({ stage: 'declined', accountPost: null })
  })

  it('once under one key, and a limit that passes is overdue', async () => {
    const person = await somebody()
    const key = { 'idempotency-key': 'seconded-once-1' }
    const body = { ...secondmentBodies.propose, account: person.account }
    const once = () => ask(sender, 'POST', path, body, key)
    const { secondment } = await must(once())
    expect((await must(once())).secondment).toBe(secondment)
    house.setToday('2026-12-09')
    await sweep(dueSecondments(house))
    house.setToday(today)
    expect((await must(read(host, secondment))).history.at(-1).type).toBe('SecondmentFellOverdue')
    expect(await recountSecondments(house, [`secondment:${secondment}`])).toEqual([])
    await must(act(host, secondment, 'decline'))
    expect(await must(read(sender, secondment))).toMatchObject({ declined: { reason: '近期没有带教力量' } })
  })
})

describe('The firewall: whoever is seconded is kept from what accuses their home or names its officials', () => {
  interface Known {
    readonly token: string
    readonly account: string
  }
  let secondment: string
  let person: Awaited<ReturnType<typeof somebody>>
  let [there, clerk, host, landHead] = [] as unknown as [Known, Known, Known, Known]

  // not while the file is read: what stands above goes by the day before
  beforeAll(async () => {
    const before = await crew()
    person = await somebody()
    secondment = (await must(propose(before.sender, person.account))).secondment
    await must(act(before.host, secondment, 'agree', { mentor: before.mentor.account }))
    await followPosts()
    office.pass(dayMs)
    house.setToday(tomorrow)
    there = { ...(await person.signIn('county.bureau')), account: person.account }
    clerk = await staffOf('county.bureau', 'clerk')
    host = await staffOf('county.bureau', 'head')
    landHead = await staffOf('county.land', 'head')
  })

  const seenBy = async (who: Asker, number: string) => (await ask(who, 'GET', `/api/petitions/${number}`)).status
  const staff = (secondedFrom?: readonly OrganId[]) =>
    ({ kind: 'staff', account: person.account, organ: organ('county.bureau'), posts: ['clerk'], secondedFrom }) as never

  it('an ordinary claim on the home organ is theirs to handle; an accusation of it is not there', async () => {
    const claim = await register({ about: [{ as: 'respondent', organ: 'county.land' }] }, clerk)
    const accusation = await register({ class: 'accusation', about: [{ as: 'accused', organ: 'county.land' }] }, clerk)
    const elsewhere = await register({ class: 'accusation', about: [{ as: 'accused', organ: 'county.labour' }] }, clerk)
    expect(await seenBy(there, claim.number)).toBe(200)
    expect(await seenBy(clerk, accusation.number)).toBe(200)
    expect(await seenBy(there, accusation.number)).toBe(404)
    expect(await seenBy(there, elsewhere.number)).toBe(await seenBy(clerk, elsewhere.number))
    const command = { to: 'county.discipline' }
    expect((await ask(there, 'POST', `/api/petitions/${accusation.number}/transfer`, command)).status).toBe(404)
  })

  it('in the database by itself, whatever the program believes', async () => {
    const accusation = await register({ class: 'accusation', about: [{ as: 'accused', organ: 'county.land' }] }, clerk)
    const rows = (account: string) =>
      readAs(
        house,
        { kind: 'staff', account, organ: organ('county.bureau'), posts: ['clerk'] },
        {
          name: 'a test of the firewall',
          text: 'select stream_id from petition_organ where stream_id = $1 and organ = $2',
          values: [accusation.number, 'county.bureau'],
        },
      )
    expect(await rows(clerk.account)).toHaveLength(1)
    expect(await rows(person.account)).toHaveLength(0)
  })

  it('in the rules by themselves, whatever the database showed', () => {
    const about = [{ as: 'accused', organ: organ('county.land') }]
    const petition = { about, class: 'accusation', recused: [] } as unknown as Petition
    const world = {
      organs: house.directory,
      law: { principles: { whoIsConcernedStepsAside: { basis: 'b' } } },
    } as unknown as World
    const refused = (secondedFrom?: readonly OrganId[]) =>
      refusalOfRecused(petition, staff(secondedFrom) as Actor, world)?.kind ?? null
    expect(refused([organ('county.land')])).toBe('recused')
    expect(refused([organ('county.labour')])).toBeNull()
    expect(refused()).toBeNull()
    // what accuses the government above the home accuses those under it too
    const above = { ...petition, about: [{ as: 'accused', organ: organ('county') }] } as unknown as Petition
    expect(refusalOfRecused(above, staff([organ('county.land')]) as Actor, world)?.kind).toBe('recused')
  })

  it('what names an official of the home organ is not there either', async () => {
    const { number } = await register({ about: [{ as: 'respondent', organ: 'county.land', official: '科长' }] }, clerk)
    expect(await seenBy(there, number)).toBe(200)
    await opened.act(clerk, number, 'identify-official', { complained: 0, account: landHead.account })
    expect(await seenBy(clerk, number)).toBe(200)
    expect(await seenBy(there, number)).toBe(404)
  })

  it('is served: evaluated midway and at the end, and the person goes home', async () => {
    house.setToday('2027-03-01')
    await must(act(host, secondment, 'evaluate'))
    house.setToday('2027-05-20')
    expect(await refusal(act(landHead, secondment, 'return'))).toBe('secondment-still-running')
    await must(act(host, secondment, 'evaluate', { kind: 'end', grade: 'excellent', words: '能独立接访' }))
    house.setToday('2027-06-01')
    await must(act(landHead, secondment, 'return'))
    expect(await must(read(landHead, secondment))).toMatchObject({
      ...{ stage: 'returned', accountPost: { from: tomorrow, until } },
      evaluations: [{ kind: 'midway' }, { kind: 'end', grade: 'excellent', words: '能独立接访' }],
    })
    office.pass(190 * dayMs)
    await expect(person.signIn('county.bureau')).rejects.toThrow()
    await person.signIn('county.land')
    house.setToday(tomorrow)
  })
})

describe('The read models', () => {
  it('are what the facts say', async () => {
    expect((await fsck(house, everyRoom)).errors).toEqual([])
    await rebuild(house, everyRoom)
    expect((await fsck(house, everyRoom)).errors).toEqual([])
  })
})
