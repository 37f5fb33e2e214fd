/**
 * What the database shows and to whom, asked of it directly as the role of the running house: whatever the program believes, nothing
 * is shown to a viewer who may not see it, and nothing at all to nobody.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { fly } from '../src/engine/flight.ts'
import { settingStatements } from '../src/engine/history.ts'
import type { Settings } from '../src/engine/room.ts'
import { keyOf, openAnsweringHouse, type Registered } from './answering-house.ts'

const { ask, register, act, staffOf, house, office } = await openAnsweringHouse()
const { database } = office

/** Tables that hold anything of a petition. A new one that grows with cases belongs here, or row security does not know it. */
const tables = [
  ...['blind_index', 'event', 'leaf', 'notice', 'petition', 'petition_clock', 'petition_extract', 'petition_key'],
  ...['petition_look', 'petition_organ', 'petition_sight', 'sealed'],
]

const rowsSeen = async (settings: Settings, number: string, names: readonly string[] = tables) => {
  const counts = names.map((name) => ({
    name: '',
    text: `select count(*)::int as n from ${name} where stream_id = $1`,
    values: [number],
  }))
  const results = await fly(house.app, [...settingStatements(settings), ...counts])
  const seen = results.slice(-names.length).map((rows, at) => [names[at], rows[0]?.n] as const)
  return seen.filter(([, n]) => n !== 0).map(([name]) => name)
}
const as = (organ: string, account = 'nobody'): Settings => ({ 'xinqiao.organ': organ, 'xinqiao.account': account })

/** A mistake of the program: an organ is given a part that no rule would give it. */
const forcePart = (number: string, organ: string) =>
  house.work.query(
    `insert into petition_organ select stream_id, $2, registered_on, stage, accused, officials, recused, seal, true, '{}'
      from petition_organ where stream_id = $1 limit 1 on conflict do nothing`,
    [number, organ],
  )

/** What the facts would say: somebody is kept out, for one of the reasons, and so of the petition and its clocks too. */
async function keepOut(number: string, why: 'officials' | 'recused', ...accounts: readonly string[]): Promise<void> {
  await house.work.query(`update petition_organ set ${why} = $2 where stream_id = $1`, [number, accounts])
  for (const table of ['petition', 'petition_clock'])
    await house.work.query(`update ${table} set kept = $2 where stream_id = $1`, [number, accounts.length > 0])
}

describe('The tables', () => {
  it('that grow with cases are all under row security, or hold nothing of a petition', async () => {
    const { rows } = await database.owner.query(
      `select c.relname as name, c.relrowsecurity as secured from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'stream_id'
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`,
    )
    const open = rows.filter(({ secured }) => !secured).map(({ name }) => name)
    // organs and accounts are the house's own, gaps of the log everybody's; what is remembered of requests is asked by the caller's own
    // scope and key
    const isHousekeeping = (name: string) =>
      /^account(?:_|$)/.test(name) || ['idempotency', 'log_gap', 'organ'].includes(name)
    expect(open.filter((name) => !isHousekeeping(name))).toEqual([])
    const secured = rows.filter((row) => row.secured).map(({ name }) => name)
    expect(tables.filter((name) => !secured.includes(name))).toEqual([])
  })

  it('are looked at past row security by no view and by one door, which asks the same policy, nor by the role of the house', async () => {
    const { rows: past } = await database.owner.query(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
          and not coalesce(reloptions @> '{security_invoker=true}', false)
        union all select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef`,
    )
    expect(past).toEqual([{ name: 'search_petitions' }])
    const { rows: doors } = await database.owner.query(
      `select proowner::regrole::text as owner, has_function_privilege('xinqiao_app', oid, 'execute') as app,
          has_function_privilege('xinqiao_work', oid, 'execute') as work, proconfig::text as set
        from pg_proc where proname = 'search_petitions'`,
    )
    expect(doors).toEqual([
      { owner: 'xinqiao_search', app: true, work: false, set: expect.stringContaining('search_path=public, pg_temp') },
    ])
    const { rows: roles } = await database.owner.query(
      `select rolsuper or rolbypassrls or pg_has_role(rolname, (select tableowner from pg_tables where tablename = 'petition'), 'member') as past
        from pg_roles where rolname in ('xinqiao_app', 'xinqiao_search')`,
    )
    expect(roles).toEqual([{ past: false }, { past: false }])
  })

  it('show nothing to a session that names nobody, and jobs to nobody who serves', async () => {
    const { number } = await register({})
    expect(await rowsSeen({}, number)).toEqual([])
    expect(await rowsSeen({ 'xinqiao.organ': '' }, number)).toEqual([])
    await expect(house.app.query('select * from outbox')).rejects.toThrow(/permission denied/)
  })

  it('show a petition to an organ with a part, to its petitioner, and to no other', async () => {
    const { number } = await register({})
    const other = await register({})
    expect(await rowsSeen(as('county.bureau'), number)).toEqual(
      expect.arrayContaining(['petition', 'event', 'sealed', 'petition_clock', 'petition_key']),
    )
    expect(await rowsSeen({ 'xinqiao.petition': number }, number)).toEqual(
      expect.arrayContaining(['petition', 'event', 'sealed', 'petition_clock', 'petition_key', 'blind_index']),
    )
    for (const settings of [as('county.land'), as('prefecture.bureau'), { 'xinqiao.petition': other.number }])
      expect(await rowsSeen(settings, number)).toEqual([])
  })

  it('take writing to the one petition that is named, and to no other', async () => {
    const { number } = await register({})
    const other = await register({})
    const write = (text: string, settings: Settings) =>
      fly(house.app, [...settingStatements(settings), { name: '', text, values: [other.number] }])
    const named = { ...as('county.bureau'), 'xinqiao.petition': number }
    await expect(
      write(`insert into petition_extract values ($1, 'x1', 'o', 'o', '2026-01-01', 'r', 'r')`, named),
    ).rejects.toThrow(/row-level security/)
    await expect(
      write(
        `insert into event (stream_id, version, type, fact, hash, recorded_at) values ($1, 99, 'X', '{}', '', now())`,
        named,
      ),
    ).rejects.toThrow(/row-level security/)
    await write(`update petition set holder = 'thief' where stream_id = $1`, named)
    await write(`delete from petition_clock where stream_id = $1`, as('county.bureau'))
    const { rows } = await house.work.query('select holder from petition where stream_id = $1', [other.number])
    expect(rows).toEqual([{ holder: 'county.bureau' }])
    expect(await rowsSeen(as('county.bureau'), other.number, ['petition_clock'])).toEqual(['petition_clock'])
  })

  it('take a trace of looking from whoever sees the petition, and from nobody else', async () => {
    const { number } = await register({})
    const look = (settings: Settings) =>
      fly(house.app, [
        ...settingStatements(settings),
        {
          name: '',
          text: `insert into petition_look (stream_id, looked_at, account, organ) values ($1, now(), 'a', 'o')`,
          values: [number],
        },
      ])
    await look(as('county.bureau'))
    await expect(look(as('county.land'))).rejects.toThrow(/row-level security/)
  })
})

describe('What lies open to a viewer (0058)', () => {
  /** Reports of misconduct ask of each row by itself, and have asked so from the first (0016). */
  const isApart = (table: string) => table === 'report_hearer'

  it('is asked by every policy in the same words', async () => {
    const { rows } = await database.owner.query<{ table: string; asks: string }>(
      `select tablename as table, qual as asks from pg_policies where qual ~ 'viewer_(barred_by|answers_to)'`,
    )
    const others = rows.filter(({ table, asks }) => !asks.includes('lies_open(') && !isApart(table))
    expect(others.map(({ table }) => table)).toEqual([])
    expect(rows.length).toBeGreaterThan(20)
  })

  it('is part of the plan: nothing is called for a row, and the viewer is looked up once a query', async () => {
    const { rows } = await database.owner.query<{ table: string }>(
      `select tablename as table from pg_policies where qual ~ 'lies_open'`,
    )
    for (const { table } of rows) {
      const asked = { name: '', text: `explain (verbose, costs off) select * from ${table}`, values: [] }
      const lines = (await fly(house.app, [...settingStatements(as('county.bureau')), asked])).at(-1) ?? []
      const plan = lines.map((line) => line['QUERY PLAN']).join('\n')
      expect(plan, table).not.toContain('lies_open')
      for (const once of ['viewer_barred_by()', 'viewer_answers_to()']) {
        const lookedUp = plan
          .match(/InitPlan[^\n]*\n[^\n]*Result[^\n]*\n *Output: .*/g)
          ?.filter((each) => each.endsWith(once))
        expect(lookedUp?.length, table).toBeGreaterThan(0)
        expect(plan.split(once), table).toHaveLength((lookedUp?.length ?? 0) + 1)
      }
    }
  })
})

describe('Row security by itself, with a part given by mistake', () => {
  it('shows nothing to the accused organ, to one below it, nor to one that carries it on (art. 24 (2), 30 (3))', async () => {
    const { number } = await register({ class: 'accusation', about: [{ as: 'accused', organ: 'county' }] })
    await forcePart(number, 'county')
    await forcePart(number, 'county.land')
    expect(await rowsSeen(as('county'), number)).toEqual([])
    expect(await rowsSeen(as('county.land'), number)).toEqual([])
    expect(await rowsSeen(as('prefecture.bureau'), number)).not.toEqual([])
    const clerk = await staffOf('county.land')
    expect((await ask(clerk, 'GET', `/api/petitions/${number}`)).status).toBe(404)
    expect(
      (await ask(clerk, 'GET', '/api/petitions')).body.items.map((item: { number: string }) => item.number),
    ).not.toContain(number)

    await house.work.query(`update organ set state = 'merged', successors = '["prefecture.land"]' where id = 'county'`)
    try {
      await forcePart(number, 'prefecture.land')
      expect(await rowsSeen(as('prefecture.land'), number)).toEqual([])
    } finally {
      await house.work.query(`update organ set state = 'active', successors = '[]' where id = 'county'`)
    }
  })

  it('shows nothing to a named official, nor to those who answer to them, and leaves the claim with the organ (art. 28 (3))', async () => {
    const clerk = await staffOf('county.labour')
    const colleague = await staffOf('county.labour')
    const head = await staffOf('county.labour', 'head')
    const official = (account: string) => keepOut(number, 'officials', account)
    const { number } = await register({ organ: 'county.labour' })
    const sees = async (who: { account: string }) =>
      (await rowsSeen(as('county.labour', who.account), number)).length > 0
    await official(clerk.account)
    expect([await sees(clerk), await sees(colleague), await sees(head)]).toEqual([false, true, true])
    await official(head.account)
    expect([await sees(clerk), await sees(colleague), await sees(head)]).toEqual([false, false, false])
  })

  it('shows nothing to whoever stands in for somebody who is kept out', async () => {
    const clerk = await staffOf('county.labour')
    const { number } = await register({ organ: 'county.labour' })
    const standingIn = { ...as('county.labour'), 'xinqiao.acts_for': `somebody,${clerk.account}` }
    expect(await rowsSeen(standingIn, number)).toContain('petition')
    for (const why of ['recused', 'officials'] as const) {
      await keepOut(number, why, clerk.account)
      expect(await rowsSeen(standingIn, number)).toEqual([])
      await keepOut(number, why)
    }
  })

  it('no longer counts somebody as a superior whose post has ended', async () => {
    const clerk = await staffOf('county.labour')
    const head = await staffOf('county.labour', 'head')
    const { number } = await register({ organ: 'county.labour' })
    await keepOut(number, 'officials', head.account)
    const on = (today: string) => ({ ...as('county.labour', clerk.account), 'xinqiao.today': today })
    await house.work.query(`update account_post set runs_until = '2026-11-30' where stream_id = $1`, [
      `account:${head.account}`,
    ])
    expect(await rowsSeen(on('2026-11-30'), number)).toEqual([])
    expect(await rowsSeen(on('2026-12-01'), number)).toContain('petition')
  })

  it('shows nothing to somebody who has withdrawn, and everything to their colleague', async () => {
    const clerk = await staffOf('county.labour')
    const colleague = await staffOf('county.labour')
    const { number } = await register({ organ: 'county.labour' })
    await keepOut(number, 'recused', clerk.account)
    expect(await rowsSeen(as('county.labour', clerk.account), number)).toEqual([])
    expect(await rowsSeen(as('county.labour', colleague.account), number)).toContain('petition')
    expect((await ask(clerk, 'GET', `/api/petitions/${number}`)).status).toBe(404)
  })
})

describe('What is sealed even from those who have a part', () => {
  const pieces = async (settings: Settings, number: string, part: 'content' | 'identity') => {
    const text = 'select count(*)::int as n from sealed where stream_id = $1 and part = $2'
    const results = await fly(house.app, [...settingStatements(settings), { name: '', text, values: [number, part] }])
    return results.at(-1)?.[0]?.n as number
  }
  let accusation: Registered
  let confidential: Registered
  let discipline: { account: string; token: string }
  let bureau: { account: string; token: string }
  beforeAll(async () => {
    bureau = await staffOf('county.bureau', 'clerk', 'head')
    discipline = await staffOf('county.discipline', 'clerk', 'head')
    accusation = await register({ class: 'accusation', about: [{ as: 'accused', organ: 'county.land' }] })
    await act(bureau, accusation.number, 'transfer', { to: 'county.discipline' })
    confidential = await register({ confidentiality: 'confidential' })
  })
  const opened = async (
    who: { token: string; account: string },
    organ: string,
    { number }: Registered,
    seal: string,
  ) => {
    const reason = { seal, purpose: 'investigate', reason: '核查' }
    const { version } = await act(who, number, 'open-seal', reason)
    return { ...as(organ, who.account), 'xinqiao.openings': String(version) }
  }

  it('an accusation: the bureau sees that it exists and where it went, not what it says (art. 22 (2), 30)', async () => {
    const { number } = accusation
    expect(await rowsSeen(as('county.bureau', bureau.account), number)).toEqual(
      expect.arrayContaining(['petition', 'event', 'petition_organ']),
    )
    expect(await pieces(as('county.bureau', bureau.account), number, 'content')).toBe(0)
    const refused = await ask(bureau, 'POST', `/api/petitions/${number}/open-seal`, {
      ...{ seal: 'accusation', purpose: 'route', reason: '看看' },
    })
    expect([refused.status, refused.body.refusal]).toEqual([403, 'not-the-competent-body'])
  })

  it('an accusation: the competent body reads it after it has said why, and who accuses after it has said why again', async () => {
    const { number } = accusation
    expect(await pieces(as('county.discipline', discipline.account), number, 'content')).toBe(0)
    const settings = await opened(discipline, 'county.discipline', accusation, 'accusation')
    expect(await pieces(settings, number, 'content')).toBeGreaterThan(0)
    expect(await pieces(settings, number, 'identity')).toBe(0)
    const both = await opened(discipline, 'county.discipline', accusation, 'identity')
    const versions = `${settings['xinqiao.openings']},${both['xinqiao.openings']}`
    expect(await pieces({ ...settings, 'xinqiao.openings': versions }, number, 'identity')).toBeGreaterThan(0)
  })

  it('what offices write to each other about where it belongs, both read', async () => {
    const text = `select part, count(*)::int as n from sealed where stream_id = $1 group by part`
    const { number } = await register({ class: 'accusation', about: [{ as: 'accused', organ: 'county.land' }] })
    await act(bureau, number, 'transfer', { to: 'county.discipline', note: '按管理权限转送' })
    const settings = as('county.bureau', bureau.account)
    const results = await fly(house.app, [...settingStatements(settings), { name: '', text, values: [number] }])
    expect(results.at(-1)).toEqual([{ part: 'office', n: 1 }])
    const { body } = await ask(bureau, 'GET', `/api/petitions/${number}`)
    expect(JSON.stringify(body.history)).toContain('按管理权限转送')
  })

  it('a fact of somebody else opens nothing, nor does a number that is no such fact', async () => {
    const { number } = accusation
    const settings = await opened(discipline, 'county.discipline', accusation, 'accusation')
    expect(await pieces({ ...settings, 'xinqiao.account': 'somebody-else' }, number, 'content')).toBe(0)
    expect(await pieces({ ...settings, 'xinqiao.openings': '1,2,999' }, number, 'content')).toBe(0)
    expect(await pieces({ ...settings, 'xinqiao.organ': 'county.bureau' }, number, 'content')).toBe(0)
  })

  it('who a confidential petitioner is: with the content open, for whoever says why', async () => {
    const { number } = confidential
    expect(await pieces(as('county.bureau', bureau.account), number, 'content')).toBeGreaterThan(0)
    expect(await pieces(as('county.bureau', bureau.account), number, 'identity')).toBe(0)
    const settings = await opened(bureau, 'county.bureau', confidential, 'identity')
    expect(await pieces(settings, number, 'identity')).toBeGreaterThan(0)
    expect(await pieces({ 'xinqiao.petition': number }, number, 'identity')).toBeGreaterThan(0)
  })

  it('who a confidential petitioner is: found by number or name by the organ that registered it alone', async () => {
    const { number } = await register({ confidentiality: 'confidential' })
    await act(bureau, number, 'transfer', { to: 'county.land' })
    expect(await rowsSeen(as('county.bureau'), number, ['blind_index'])).toEqual(['blind_index'])
    expect(await rowsSeen(as('county.land'), number, ['blind_index', 'petition'])).toEqual(['petition'])
  })

  it('and the petitioner sees who opened it, in which post, for what and why', async () => {
    const { body } = await ask(keyOf(accusation), 'GET', '/api/follow')
    const openings = body.history.filter(({ type }: { type: string }) => type === 'SealOpened')
    expect(openings.length).toBeGreaterThan(1)
    expect(openings[0]).toMatchObject({
      by: { organ: { id: 'county.discipline' }, name: null },
      texts: { reason: '核查' },
    })
    expect(openings[0].values).toMatchObject({ seal: 'accusation', purpose: 'investigate', 'posts.0': 'clerk' })
  })
})

describe('The roster of mediators', () => {
  it('shows the area a name, its keeper the rest, and nothing to anybody else; and takes writing to the one that is named', async () => {
    const centre = await staffOf('county.conciliation', 'clerk', 'head')
    const { number } = await register({})
    const made = async (path: string, body: object) => (await ask(centre, 'POST', path, body)).body
    const founding = { kind: 'village', name: '落霞村人民调解委员会', region: '990101003', isMultiEthnic: false }
    const { committee } = await made('/api/committees', founding)
    const { mediator } = await made('/api/mediators', {
      ...{ kind: 'member', role: 'chair', name: '嵇春山', contact: '19911113333', skills: ['rural'], languages: [] },
      ...{ places: ['990101003'], from: '2026-11-01', until: '2029-11-01', committee },
    })
    const streams = { mediator: `mediator:${mediator}`, committee: `committee:${committee}` } as const
    for (const [table, stream] of Object.entries(streams)) {
      const names = [table, 'event', 'sealed']
      expect(await rowsSeen(as('county.conciliation', centre.account), stream, names), table).toEqual(names)
      expect(await rowsSeen(as('county.land'), stream, names), table).toEqual([table, 'sealed'])
      expect(await rowsSeen({}, stream, names), table).toEqual([])
      expect(await rowsSeen({ 'xinqiao.petition': number }, stream, names), table).toEqual([])
      await fly(house.app, [
        ...settingStatements(as('county.conciliation', centre.account)),
        { name: '', text: `update ${table} set keeper = 'thief' where stream_id = $1`, values: [stream] },
      ])
      const { rows } = await house.work.query(`select keeper from ${table} where stream_id = $1`, [stream])
      expect(rows).toEqual([{ keeper: 'county.conciliation' }])
    }
  })
})

describe('Every read', () => {
  const src = fileURLToPath(new URL('../src/', import.meta.url))
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((name) => /^(?:petition|notices|exchange|protection)\/.*\.ts$/.test(name) && !name.includes('.test.'))
    .map((name) => ({ name, text: readFileSync(`${src}/${name}`, 'utf8') }))
  /** To query the pool of the running house without naming a viewer is to see nothing; so nobody does. */
  const unscoped = (text: string) => /\bapp\.query\b|\bfly\(|\breadHistory\(/.test(text)

  it('of a mission room goes through a viewer’s scope', () => {
    expect(files.length).toBeGreaterThan(40)
    expect(files.filter(({ text }) => unscoped(text)).map(({ name }) => name)).toEqual([])
    expect(unscoped('await house.app.query(text)')).toBe(true)
  })
})
