/**
 * The firewall of a seconded person (docs/adr/0066), asked where it could give way: on each day of a term, after an early return, at a second
 * secondment, when an organ is merged or split, through somebody who stands in, and at every table and in every room that keeps a matter from
 * somebody. The database is asked as the role of the running house, and the rules are asked with the database left out.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { mayKnowItem } from '../src/coordination/conference/acting.ts'
import { mayKnow as mayKnowGroup } from '../src/coordination/groups/knowing.ts'
import { mayKnow as mayKnowEngagement } from '../src/coordination/helpers/engaging.ts'
import { isKeptFrom as isSuggestionKept } from '../src/coordination/suggestions/decide.ts'
import { fly } from '../src/engine/flight.ts'
import { settingStatements } from '../src/engine/history.ts'
import type { AccountId } from '../src/identity/account.ts'
import { actOnAccount } from '../src/identity/administration.ts'
import { logIn } from '../src/identity/login.ts'
import { settingsOf } from '../src/identity/scope.ts'
import { searchReaction } from '../src/insight/search/indexing.ts'
import { trendReaction } from '../src/insight/trends/counting.ts'
import { addDays, type Day, day } from '../src/kernel/day.ts'
import type { OrganFacts, OrganId } from '../src/kernel/organ.ts'
import { mayKnow as mayKnowOwnership } from '../src/leadership/ownership/knowing.ts'
import { mayKnow as mayKnowReading } from '../src/leadership/reading/knowing.ts'
import { mayKnow as mayKnowBooking } from '../src/leadership/reception/booking-decide.ts'
import { mayKnow as mayKnowVisit } from '../src/leadership/visits/sight.ts'
import { mayKnow as mayKnowIntake } from '../src/mediation/intake/decide.ts'
import { mayKnow as mayKnowMediation } from '../src/mediation/mediations/keeping.ts'
import { mayKnow as mayKnowReferral } from '../src/mediation/referrals/keeping.ts'
import { mayKnow as mayKnowRelief } from '../src/mediation/relief/keeping.ts'
import { mayKnow as mayKnowDispute } from '../src/prevention/disputes/sight.ts'
import { isKeptOutOf } from '../src/supervision/bulletins/decide.ts'
import { isBarred } from '../src/supervision/decision.ts'
import { mayKnow as mayKnowProposal } from '../src/supervision/proposals/sealing.ts'
import { mayKnow as mayKnowTask } from '../src/tasks/keeping.ts'
import { secondmentPostReaction } from '../src/workforce/secondments/reactions.ts'
import { type Asker, openAnsweringHouse } from './answering-house.ts'
import { catchUp } from './catching-up.ts'
import { secondmentBodies } from './command-bodies.ts'
import { house as houseItself, organ } from './office.ts'

const opened = await openAnsweringHouse()
const { ask, staffOf, house, office, register, search } = opened
const { database } = office

interface Read {
  // biome-ignore lint/suspicious/noExplicitAny: what came over the wire, looked at field by field
  readonly [key: string]: any
}
const must = async (asked: Promise<{ status: number; body: Read }>): Promise<Read> => {
  const { status, body } = await asked
  expect([200, 201], JSON.stringify(body)).toContain(status)
  return body
}
const path = '/api/workforce/secondments'
const act = (who: Asker, secondment: string, segment: string, more: object = {}) =>
  must(ask(who, 'POST', `${path}/${secondment}/${segment}`, { ...secondmentBodies[segment], ...more }))
const followPosts = () => catchUp(house, secondmentPostReaction(house, office))

/** Both clocks, that of the accounts and that of the house, are set forward; whoever was signed in is not any more. */
function passTo(text: string): void {
  office.pass(Date.parse(text) - Date.parse(house.today()))
  house.setToday(text)
}

let people = 0
async function somebody(...organs: readonly string[]) {
  people += 1
  const login = `zhu-${people}`
  const { id, password } = await office.openStaff(
    login,
    organs.map((of) => [of, 'clerk']),
  )
  return {
    account: id as string,
    async signIn(of: string) {
      const knocking = { address: `10.2.0.${people}`, browser: null, agent: 'other/other' }
      const entered = await logIn(office, { login, password, organ: organ(of), ...knocking })
      if (!entered.ok) throw new Error(entered.error.kind)
      return { token: entered.value.token, account: id as string }
    },
  }
}

interface Sent {
  readonly account: string
  readonly home: string
  readonly from: Day
  readonly until: Day
}

async function second({ account, home, from, until }: Sent): Promise<string> {
  const sender = await staffOf(home, 'head')
  const host = await staffOf('county.bureau', 'head')
  const mentor = await staffOf('county.bureau', 'clerk')
  const body = { ...secondmentBodies.propose, account, term: { from, until } }
  const { secondment } = await must(ask(sender, 'POST', path, body))
  await act(host, secondment, 'agree', { mentor: mentor.account })
  await followPosts()
  return secondment
}

interface Looking {
  readonly account: string
  readonly organ?: string
  readonly on: string
  readonly actsFor?: readonly string[]
}

/** What the two functions say that every policy asks. */
async function keptAway({ account, organ: of = 'county.bureau', on, actsFor = [] }: Looking) {
  const viewer = { kind: 'staff', account, organ: organ(of), posts: ['clerk'], actsFor } as const
  const text = 'select viewer_barred_by() as barred, viewer_answers_to() as above'
  const asked = [...settingStatements(settingsOf(viewer, day(on))), { name: '', text, values: [] }]
  const row = (await fly(house.app, asked)).at(-1)?.[0] as { barred: readonly string[]; above: readonly string[] }
  return { by: row.barred, above: row.above }
}

/** As if the organs had been reformed: row security reads them from their table. */
async function reformed(id: string, successors: readonly string[], look: () => Promise<void>): Promise<void> {
  const set = (state: string, heirs: readonly string[]) =>
    house.work.query('update organ set state = $2, successors = $3::jsonb where id = $1', [
      ...[id, state],
      JSON.stringify(heirs),
    ])
  await set('merged', successors)
  await look().finally(() => set('active', []))
}

const from = day('2026-12-01')
const until = day('2027-03-31')

describe('On each day', async () => {
  const person = await somebody('county.land')
  const official = await staffOf('county.land', 'clerk')
  const labourer = await staffOf('county.labour', 'clerk')
  const colleague = await staffOf('county.bureau', 'clerk')
  const { account } = person

  beforeAll(async () => {
    await second({ account, home: 'county.land', from, until })
  })

  it('before the term nothing is kept, and nobody signs in at the bureau', async () => {
    const { by, above } = await keptAway({ account, on: '2026-11-30' })
    expect(by).not.toContain('county.land')
    expect(above).not.toContain(official.account)
    await expect(person.signIn('county.bureau')).rejects.toThrow()
  })

  it.each(['2026-12-01', '2027-01-15', '2027-03-31'])('on %s, from the first to the last, it is', async (on) => {
    const { by, above } = await keptAway({ account, on })
    expect(by).toEqual(expect.arrayContaining(['county.bureau', 'county.land', 'county', 'prefecture']))
    expect(by).not.toContain('county.labour')
    expect(above).toContain(official.account)
    expect(above).not.toContain(labourer.account)
  })

  it('the day after the last it is not, for there is no post either', async () => {
    expect((await keptAway({ account, on: '2027-04-01' })).by).not.toContain('county.land')
  })

  it('a colleague is kept from none of it, unless they handle in the place of whoever is seconded', async () => {
    const on = '2026-12-01'
    expect((await keptAway({ account: colleague.account, on })).by).not.toContain('county.land')
    const standingIn = await keptAway({ account: colleague.account, on, actsFor: [account] })
    expect(standingIn.by).toContain('county.land')
    expect(standingIn.above).toContain(official.account)
  })

  it('whoever is seconded and handles for a colleague is kept from it still', async () => {
    expect((await keptAway({ account, on: '2026-12-01', actsFor: [colleague.account] })).by).toContain('county.land')
  })

  it('at home they are as their colleagues there', async () => {
    const looking = { organ: 'county.land', on: '2026-12-01' }
    const [at, beside] = [
      await keptAway({ ...looking, account }),
      await keptAway({ ...looking, account: official.account }),
    ]
    expect(at.by.toSorted()).toEqual(beside.by.toSorted())
    expect(at.above).not.toContain(official.account)
  })

  it('in a third organ, where somebody gave them a post too, they come from where they came', async () => {
    expect((await keptAway({ account, organ: 'county.labour', on: '2026-12-01' })).by).toContain('county.land')
  })

  it('when the home is merged, the organ that carries it on keeps it from them, and its officials do', async () => {
    await reformed('county.land', ['county.labour'], async () => {
      const { by, above } = await keptAway({ account, on: '2026-12-01' })
      expect(by).toEqual(expect.arrayContaining(['county.land', 'county.labour']))
      expect(above).toEqual(expect.arrayContaining([official.account, labourer.account]))
    })
  })

  it('when the home is split, each of its heirs does, and an heir of an heir', async () => {
    await reformed('county.land', ['county.labour', 'prefecture.land'], async () => {
      expect((await keptAway({ account, on: '2026-12-01' })).by).toEqual(
        expect.arrayContaining(['county.labour', 'prefecture.land']),
      )
      await reformed('county.labour', ['county.conciliation'], async () => {
        expect((await keptAway({ account, on: '2026-12-01' })).by).toContain('county.conciliation')
      })
    })
  })

  it('what their home carries on is kept from them too', async () => {
    await reformed('county.labour', ['county.land'], async () => {
      expect((await keptAway({ account, on: '2026-12-01' })).by).toContain('county.labour')
    })
  })

  it('when the bureau is merged, they come from where they came wherever they act, and so says their session', async () => {
    await reformed('county.bureau', ['prefecture.bureau'], async () => {
      expect((await keptAway({ account, organ: 'prefecture.bureau', on: '2026-12-01' })).by).toContain('county.land')
    })
  })
})

describe('A secondment that ends early', async () => {
  const person = await somebody('county.land')
  const { account } = person
  let secondment: string

  it('keeps them away through its last day, and the post ends with it', async () => {
    secondment = await second({ account, home: 'county.land', from, until })
    passTo('2027-01-10')
    const sender = await staffOf('county.land', 'head')
    await act(sender, secondment, 'end', { last: '2027-01-12' })
    await followPosts()
    const there = await person.signIn('county.bureau')
    expect((await office.sessions.find(there.token, new Date(office.now())))?.secondedFrom).toEqual(['county.land'])
    expect((await keptAway({ account, on: '2027-01-12' })).by).toContain('county.land')
    expect((await keptAway({ account, on: '2027-01-13' })).by).not.toContain('county.land')
    passTo('2027-01-13')
    expect(await office.sessions.find(there.token, new Date(office.now()))).toBeNull()
    await expect(person.signIn('county.bureau')).rejects.toThrow()
  })

  it('takes the post away where the house reads of it after the last day', async () => {
    const other = await somebody('county.land')
    const late = await second({ account: other.account, home: 'county.land', from: day('2027-01-14'), until })
    passTo('2027-01-15')
    await act(await staffOf('county.land', 'head'), late, 'end', { last: '2027-01-15' })
    passTo('2027-01-17')
    expect(await other.signIn('county.bureau')).toBeTruthy()
    await followPosts()
    await expect(other.signIn('county.bureau')).rejects.toThrow()
  })
})

describe('A second secondment', () => {
  it('to the same bureau and post, from another organ: kept from the new home, and no more from the old', async () => {
    const person = await somebody('county.land', 'county.labour')
    const { account } = person
    const first = await second({ account, home: 'county.land', from: day('2027-01-18'), until })
    passTo('2027-01-19')
    await act(await staffOf('county.land', 'head'), first, 'end', { last: '2027-01-20' })
    await act(await staffOf('county.bureau', 'head'), first, 'evaluate', { kind: 'end' })
    await followPosts()
    passTo('2027-01-21')
    await act(await staffOf('county.land', 'head'), first, 'return')
    await second({ account, home: 'county.labour', from: day('2027-01-22'), until })
    // read again from the first fact, nothing of the first term touches the post of the second
    await house.work.query(`delete from consumer where name = 'secondment-posts'`)
    await followPosts()
    passTo('2027-01-22')
    const there = await person.signIn('county.bureau')
    expect((await office.sessions.find(there.token, new Date(office.now())))?.secondedFrom).toEqual(['county.labour'])
    const { by } = await keptAway({ account, on: '2027-01-22' })
    expect(by).toContain('county.labour')
    expect(by).not.toContain('county.land')
  })
})

describe('A post that was given by hand in the meantime', () => {
  it('gives way to the one that was agreed, so that it is no way past', async () => {
    const person = await somebody('county.land')
    const sender = await staffOf('county.land', 'head')
    const host = await staffOf('county.bureau', 'head')
    const mentor = await staffOf('county.bureau', 'clerk')
    const term = { from: day('2027-02-01'), until }
    const body = { ...secondmentBodies.propose, account: person.account, term }
    const { secondment } = await must(ask(sender, 'POST', path, body))
    await act(host, secondment, 'agree', { mentor: mentor.account })
    const given = { type: 'GrantPost', organ: organ('county.bureau'), post: 'clerk' } as const
    expect((await actOnAccount(office, person.account as AccountId, given, houseItself)).ok).toBe(true)
    await followPosts()
    expect((await must(ask(host, 'GET', `${path}/${secondment}`))).accountPost).toEqual(term)
    passTo('2027-02-01')
    const there = await person.signIn('county.bureau')
    expect((await office.sessions.find(there.token, new Date(office.now())))?.secondedFrom).toEqual(['county.land'])
  })
})

describe('Every table that keeps a matter from somebody', async () => {
  const { rows } = await database.owner.query<{ table: string }>(
    `select distinct tablename as table from pg_policies where qual ~ 'viewer_(barred_by|answers_to)' order by 1`,
  )
  const tables = rows.map(({ table }) => table)
  const person = await somebody('county.land')
  const colleague = await somebody('county.bureau')
  const official = await staffOf('county.land', 'clerk')

  /** What a row needs beside what is never null, for somebody at the bureau to see it at all. */
  const visible: Readonly<Record<string, object>> = {
    petition_organ: { is_part: true },
    reading_party: { part: 'bureau' },
    dispute_line: { region: '990101' },
    engagement: { petition: 'firewall', inviter: 'county.bureau' },
  }
  const keeping = (table: string) => (table === 'petition_organ' ? 'accused' : 'kept_from')

  beforeAll(async () => {
    const on = house.today()
    const seconded = `update account_post set seconded_from = 'county.land' where stream_id = $1 and organ = 'county.bureau'`
    await house.work.query(
      `insert into account_post (stream_id, organ, post, runs_from) values ($1, 'county.bureau', 'clerk', $2)`,
      [`account:${person.account}`, on],
    )
    await house.work.query(seconded, [`account:${person.account}`])
    for (const table of tables) await seat(table)
  })

  /** One row at the bureau, which is kept from nobody. What a room would check of it besides is left out. */
  async function seat(table: string): Promise<void> {
    const { owner } = database
    const { rows: checks } = await owner.query<{ name: string }>(
      `select conname as name from pg_constraint where conrelid = $1::regclass and contype = 'c'`,
      [table],
    )
    for (const { name } of checks) await owner.query(`alter table ${table} drop constraint ${name}`)
    const { rows: columns } = await owner.query<{ name: string; type: string }>(
      `select column_name as name, udt_name as type from information_schema.columns
        where table_schema = 'public' and table_name = $1 and is_nullable = 'NO' and column_default is null`,
      [table],
    )
    const filled = columns.map(({ name, type }) => [name, fillings[type] ?? 'x'] as const)
    const row = { ...Object.fromEntries(filled), stream_id: 'firewall', organ: 'county.bureau', ...visible[table] }
    const json = JSON.stringify({ ...row, officials: [], [keeping(table)]: [] })
    const names = Object.keys(JSON.parse(json)).filter((name) => name !== 'organ' || hasOrgan.has(table))
    await owner.query(
      `insert into ${table} (${names.join(', ')}) select ${names.join(', ')} from json_populate_record(null::${table}, $1::json)`,
      [json],
    )
  }
  const fillings: Readonly<Record<string, unknown>> = {
    ...{ _text: [], bool: false, date: '2027-02-01', int4: 0, int8: 0, timestamptz: '2027-02-01T00:00:00Z', jsonb: {} },
  }
  const { rows: withOrgan } = await database.owner.query<{ table: string }>(
    `select table_name as table from information_schema.columns where table_schema = 'public' and column_name = 'organ'`,
  )
  const hasOrgan: ReadonlySet<string> = new Set(withOrgan.map(({ table }) => table))

  const sees = async (table: string, { account }: { readonly account: string }): Promise<boolean> => {
    const viewer = { kind: 'staff', account, organ: organ('county.bureau'), posts: ['clerk'] } as const
    const text = `select from ${table} where stream_id = 'firewall'`
    const asked = [...settingStatements(settingsOf(viewer, house.today())), { name: '', text, values: [] }]
    return ((await fly(house.app, asked)).at(-1)?.length ?? 0) > 0
  }
  const keep = (table: string, column: string, whom: readonly string[]) =>
    database.owner.query(`update ${table} set ${column} = $1 where stream_id = 'firewall'`, [whom])

  it('is among those that are tried', () => {
    expect(tables.length).toBeGreaterThan(20)
    const tried = ['petition_organ', 'dispute_party', 'mediation_party', 'supervision_organ', 'task_party']
    expect(tables).toEqual(expect.arrayContaining([...tried, 'report_hearer', 'proposal_party', 'engagement']))
  })

  it.each(tables)(
    '%s: what the home or its officials are accused in is the colleague’s and not theirs',
    async (table) => {
      // an engagement is seen by whoever sees its petition, a line of the ledger also by whoever has a part in it
      const both = async () => [await sees(table, colleague), await sees(table, person)]
      expect(await both()).toEqual([true, true])
      for (const [column, whom, seen] of [
        [keeping(table), ['county.land'], [true, false]],
        [keeping(table), ['county.labour'], [true, true]],
        [keeping(table), [], [true, true]],
        ['officials', [official.account], [true, false]],
        ['officials', [], [true, true]],
      ] as const) {
        await keep(table, column, whom)
        expect(await both(), `${column} ${whom.join()}`).toEqual(seen)
      }
    },
  )
})

describe('What the desk reads', () => {
  const numbersIn = (body: unknown): string => JSON.stringify(body)

  it('a list, the work that is due, a search, a figure and its file hold nothing of what names an official of the home', async () => {
    const person = await somebody('county.land')
    const from = addDays(house.today(), 1)
    await second({ account: person.account, home: 'county.land', from, until })
    passTo(from)
    const there = await person.signIn('county.bureau')
    const clerk = await staffOf('county.bureau', 'clerk')
    const official = await staffOf('county.land', 'head')
    const about = [{ as: 'respondent', organ: 'county.land', official: '科长' }]
    const { number } = await register({ title: '麒麟山采石', about, category: 'land.minerals' }, clerk)
    const month = house.today().slice(0, 7)
    const reads = [
      ...[
        '/api/petitions?limit=200',
        '/api/worklist?limit=200',
        `/api/insight/search?q=${encodeURIComponent('麒麟山')}`,
      ],
      ...[`/api/insight/trends/cases?period=${month}&scope=own`, `/api/petitions/${number}`],
    ]
    const figure = async (who: Asker) =>
      (await must(ask(who, 'GET', `/api/insight/trends?period=${month}&scope=own`))).whole.now
    const file = async (who: Asker) =>
      (await ask(who, 'GET', `/api/insight/trends/export?period=${month}&scope=own&table=structure`)).answer.body
    const caughtUp = async () => {
      await catchUp(house, searchReaction(search))
      await catchUp(house, trendReaction())
    }
    await caughtUp()
    for (const url of reads) {
      expect(numbersIn((await ask(there, 'GET', url)).body), url).toContain(number)
      expect(numbersIn((await ask(clerk, 'GET', url)).body), url).toContain(number)
    }
    expect(await figure(there)).toBe(await figure(clerk))
    expect(await file(there)).toBe(await file(clerk))
    await opened.act(clerk, number, 'identify-official', { complained: 0, account: official.account })
    await caughtUp()
    for (const url of reads) {
      expect(numbersIn((await ask(there, 'GET', url)).body), url).not.toContain(number)
      expect(numbersIn((await ask(clerk, 'GET', url)).body), url).toContain(number)
    }
    expect(await figure(there)).toBe((await figure(clerk)) - 1)
    expect(await file(there)).not.toBe(await file(clerk))
    // nor is it given to them to handle
    const named = await ask(clerk, 'POST', `/api/petitions/${number}/name-clerk`, { account: there.account })
    expect([named.status, named.body.refusal]).toEqual([422, 'clerk-is-kept-out'])
    await opened.act(clerk, number, 'name-clerk', { account: clerk.account })
    const hand = (who: Asker) => ask(who, 'POST', `/api/petitions/${number}/transfer`, { to: 'county.labour' })
    expect([(await hand(there)).status, (await hand(clerk)).status]).toEqual([404, 200])
  })
})

describe('Every room, by its rules alone', () => {
  const bureau = organ('county.bureau')
  const matter = { keptFrom: [organ('county.land')], officials: [], recused: [], withdrawn: [] }
  const world = { organs: house.directory }
  // each needs to be at the bureau, and nothing else of the room
  const knows: Readonly<Record<string, (actor: never) => boolean>> = {
    disputes: (actor) =>
      mayKnowDispute(
        { ...matter, responsible: { organ: bureau }, recorder: { organ: bureau }, formers: [] } as never,
        actor,
        house.directory,
      ),
    tasks: (actor) =>
      mayKnowTask({ ...matter, giver: bureau, organ: bureau, shownTo: [] } as never, actor, house.directory),
    supervision: (actor) => !isBarred(matter, actor, world),
    proposals: (actor) =>
      mayKnowProposal({ ...matter, bureau, recipients: [], kind: 'improveWork' } as never, actor, house.directory),
    bulletins: (actor) => !isKeptOutOf(matter, actor, world as never),
    readings: (actor) =>
      mayKnowReading({ ...matter, bureau, leader: { account: 'l', organ: bureau } } as never, actor, house.directory),
    ownerships: (actor) =>
      mayKnowOwnership(
        { ...matter, keeper: bureau, deciders: [], owner: null, handler: null, grounds: [] } as never,
        actor,
        house.directory,
      ),
    receptions: (actor) => mayKnowBooking({ ...matter, host: bureau, organs: [bureau] }, actor, house.directory),
    visits: (actor) =>
      mayKnowVisit({ ...matter, organ: bureau, leaders: [], companions: [] } as never, actor, house.directory),
    conference: (actor) =>
      mayKnowItem({ ...matter, conference: bureau, bringer: bureau, members: [] } as never, actor, house.directory),
    groups: (actor) =>
      mayKnowGroup({ ...matter, founder: bureau, lead: 'l', members: [] } as never, actor, house.directory),
    helpers: (actor) => mayKnowEngagement({ ...matter, inviter: bureau }, actor, world as never),
    suggestions: (actor) => !isSuggestionKept(matter as never, actor, world as never),
    mediations: (actor) =>
      mayKnowMediation(
        { ...matter, organ: bureau, opener: null, shownTo: [], parties: [] } as never,
        actor,
        house.directory,
      ),
    referrals: (actor) =>
      mayKnowReferral({ ...matter, guide: bureau, to: {}, about: [] } as never, actor, house.directory),
    reliefs: (actor) => mayKnowRelief({ ...matter, guide: bureau, about: [] } as never, actor, house.directory),
    intakes: (actor) => mayKnowIntake({ ...matter, centre: bureau } as never, actor, world as never),
  }
  const seated = (secondedFrom?: readonly OrganId[]) =>
    ({
      ...{ kind: 'staff', account: 'a', organ: bureau, posts: ['clerk', 'head'], answersTo: [] },
      ...(secondedFrom && { secondedFrom }),
    }) as never

  it.each(Object.keys(knows))('%s', (room) => {
    const known = knows[room] as (actor: never) => boolean
    expect(known(seated())).toBe(true)
    expect(known(seated([organ('county.labour')]))).toBe(true)
    expect(known(seated([organ('county.land')]))).toBe(false)
    // from below the organ that is accused, and from whoever carries it on
    expect(known(seated([organ('county.labour'), organ('county.land')]))).toBe(false)
  })

  it('asks it of a person and not of an organ alone', () => {
    const src = fileURLToPath(new URL('../src/', import.meta.url))
    const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.ts') && !name.includes('.test.'),
    )
    const asksOrgan = (text: string) => /isKeptOut\([^()]*\b(?:actor|viewer)\.organ\b/.test(text)
    expect(files.filter((name) => asksOrgan(readFileSync(`${src}/${name}`, 'utf8')))).toEqual([])
    expect(asksOrgan('isKeptOut(task.keptFrom, actor.organ, organs)')).toBe(true)
  })

  it('knows whoever carries an organ on, of both sides', () => {
    const facts = (id: string, more: object = {}): OrganFacts =>
      ({ id, kind: 'department', parent: null, state: 'active', successors: [], ...more }) as never
    const all = [
      facts('old', { state: 'merged', successors: ['heir'] }),
      ...[facts('heir'), facts('under', { parent: 'heir' }), facts('bureau')],
    ]
    const organs = { find: (id: OrganId) => all.find((each) => each.id === id) } as never
    const kept = (keptFrom: string, home: string) =>
      isBarred({ keptFrom: [organ(keptFrom)], officials: [] }, seatedAt('bureau', home), { organs })
    const seatedAt = (of: string, home: string) =>
      ({ kind: 'staff', account: 'a', organ: of, posts: [], secondedFrom: [home] }) as never
    expect(kept('old', 'old')).toBe(true)
    expect(kept('heir', 'old')).toBe(true)
    expect(kept('old', 'heir')).toBe(true)
    expect(kept('old', 'under')).toBe(true)
    expect(kept('under', 'heir')).toBe(false)
  })
})
