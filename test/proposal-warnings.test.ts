/** Warnings of proposals (信访工作条例 art. 45 (1) item 3, docs/adr/0034): of answers that are owed, to those who may know, and never of a proposal that is sealed. */
import { beforeAll, describe, expect, it } from 'vitest'
import { fly } from '../src/engine/flight.ts'
import { settingStatements } from '../src/engine/history.ts'
import type { Day } from '../src/kernel/day.ts'
import type { OrganId } from '../src/kernel/organ.ts'
import type { Post, Viewer } from '../src/kernel/viewer.ts'
import { proposalDutiesDue, proposalsDue } from '../src/supervision/proposals/duties-due.ts'
import { openAnsweringHouse } from './answering-house.ts'
import { proposalBodies, proposalText } from './command-bodies.ts'

const { ask, register, act, staffOf, house } = await openAnsweringHouse()
type Somebody = Awaited<ReturnType<typeof staffOf>>
const clerk = await staffOf('county.bureau', 'clerk')
const head = await staffOf('county.bureau', 'head')
const supervisor = await staffOf('county.bureau', 'supervisor')
const land = await staffOf('county.land', 'clerk', 'head')
const labour = await staffOf('county.labour', 'clerk', 'head')
const county = await staffOf('county', 'leader', 'head', 'supervisor')
const inspector = await staffOf('county.discipline', 'clerk', 'head', 'supervisor')
const everybody = { clerk, head, supervisor, land, labour, county, inspector }

const must = async (who: Somebody, url: string, body: object) => {
  const asked = await ask(who, 'POST', url, body)
  if (asked.status >= 400) throw new Error(`${url}: ${asked.status} ${JSON.stringify(asked.body)}`)
  return asked.body
}
const command = (who: Somebody, proposal: string, segment: string) =>
  must(who, `/api/proposals/${proposal}/${segment}`, proposalBodies[segment] ?? {})

/** Drawn from petitions with these organs, issued with an answer owed by 23 December 2026. */
async function issued(kind: string, drafter: Somebody, more: object, ...handlers: readonly string[]): Promise<string> {
  const petitions: string[] = []
  for (const to of handlers) {
    const { number } = await register({})
    await act(clerk, number, 'transfer', { to })
    petitions.push(number)
  }
  const text = { ...proposalText, recipients: handlers, ...more, petitions, due: '2026-12-23' }
  const { proposal } = await must(drafter, '/api/proposals', { kind, text })
  await command(drafter, proposal, 'submit')
  if (kind === 'holdToAccount') await command(head, proposal, 'open')
  await command(head, proposal, 'approve')
  await command(head, proposal, 'issue')
  return proposal
}
const against = { recipients: ['county.discipline'], against: { organs: ['county.land'], people: [] } }

interface Warned {
  readonly organ: { readonly id: string }
  readonly source: string
  readonly rule: string
}
/** Of proposals alone, by when they are due. */
async function warnedOf(who: Somebody, organ?: string) {
  const { status, body } = await ask(who, 'GET', `/api/warnings?days=31${organ ? `&organ=${organ}` : ''}`)
  expect(status).toBe(200)
  const ofProposals = (warnings: readonly Warned[]) => warnings.filter(({ source }) => source === 'proposal')
  return { coming: ofProposals(body.coming), fallen: ofProposals(body.fallen) }
}
const behind = (who: Somebody, organ: string, more = '') =>
  ask(
    who,
    'GET',
    `/api/warnings/cases?source=proposal&organ=${organ}&rule=answerProposal&from=2026-12-01&through=2026-12-31${more}`,
  )
/** Whatever it is that anybody is told on the pages of responsibility, of any duty. A refusal bears the number of its request. */
async function toldTo(who: Somebody): Promise<string> {
  const answers = await Promise.all(
    ['', '&organ=county.discipline'].map((of) => ask(who, 'GET', `/api/warnings?days=31${of}`)),
  )
  return JSON.stringify(answers.map(({ status, body }) => [status, status < 400 ? body : body.refusal]))
}

let toBoth: string

beforeAll(async () => {
  toBoth = await issued('improveWork', clerk, {}, 'county.land', 'county.labour')
})

describe('An answer that is owed to a proposal', () => {
  it('is warned of with art. 45 (1) item 3 and what else that asks for, to whoever owes it and to the bureau', async () => {
    for (const who of [land, clerk]) {
      const { coming } = await warnedOf(who, 'county.land')
      expect(coming).toMatchObject([
        {
          ...{ organ: { id: 'county.land' }, rule: 'answerProposal', matters: 1, lastDay: '2026-12-23', daysLeft: 30 },
          ...{ error: 'proposalNotHeeded', duty: { zh: '书面反馈建议采纳情况' } },
          zh: '1件“书面反馈建议采纳情况”30天后将成为《信访工作条例》第45条第1款第3项所列情形：对改进工作、完善政策等建议重视不够、落实不力（导致问题长期得不到解决的）。',
          en: expect.stringMatching(/art\. 45, para\. 1, item 3: a proposal .* not heeded \(where that leaves/),
        },
      ])
    }
  })

  it('by each recipient: all of them for the bureau, their own for each, none for whoever only looks over them', async () => {
    const owing = async (who: Somebody, organ?: string) =>
      (await warnedOf(who, organ)).coming.map(({ organ: { id } }) => id)
    expect(await owing(clerk)).toEqual(['county.labour', 'county.land'].toSorted())
    expect(await owing(land)).toEqual(['county.land'])
    expect(await owing(labour)).toEqual(['county.labour'])
    expect(await owing(county)).toEqual([])
  })

  it('opens the proposal by its title, and only for these', async () => {
    for (const who of [land, clerk])
      expect((await behind(who, 'county.land')).body).toMatchObject({
        items: [{ number: toBoth, source: 'proposal', title: proposalText.title, lastDay: '2026-12-23', daysLeft: 30 }],
        next: null,
      })
    expect((await behind(county, 'county.land')).body.items).toEqual([])
    expect((await behind(land, 'county.labour')).status).toBe(404)
  })

  it('a page at a time', async () => {
    const second = await issued('improveWork', clerk, {}, 'county.labour')
    const first = await behind(clerk, 'county.labour', '&limit=1')
    const next = await behind(clerk, 'county.labour', `&limit=1&cursor=${first.body.next}`)
    const numbers = [...first.body.items, ...next.body.items].map(({ number }: { number: string }) => number)
    expect(numbers.toSorted()).toEqual([toBoth, second].toSorted())
    expect(next.body.next).toBeNull()
  })

  it('is said of other recipients to none of them, also where one of them looks over the other', async () => {
    await house.work.query(
      `insert into proposal_party select stream_id, 'county', 'recipient', shelf, day, is_sealed, kept_from, officials
        from proposal_party where stream_id = $1 and organ = 'county.land'`,
      [`proposal:${toBoth}`],
    )
    expect((await warnedOf(county)).coming).toEqual([])
    expect((await behind(county, 'county.land')).body.items).toEqual([])
    await house.work.query(`delete from proposal_party where stream_id = $1 and organ = 'county'`, [
      `proposal:${toBoth}`,
    ])
  })

  it('is past its day the day after, and no more once it is given', async () => {
    house.setToday('2026-12-24')
    expect(await warnedOf(land)).toMatchObject({
      coming: [],
      fallen: [{ rule: 'answerProposal', matters: 1, daysLeft: -1, through: '2026-12-23', error: 'proposalNotHeeded' }],
    })
    house.setToday('2026-11-23')
    await command(land, toBoth, 'answer')
    expect(await warnedOf(land)).toEqual({ coming: [], fallen: [] })
    await command(clerk, toBoth, 'return')
    expect((await warnedOf(land)).coming).toMatchObject([{ rule: 'answerAgain', error: 'proposalNotHeeded' }])
  })
})

describe('A proposal to hold somebody to account (art. 30 (3), 40 (3))', () => {
  let sealed: string
  let before: Readonly<Record<string, string>>
  const told = async () =>
    Object.fromEntries(
      await Promise.all(Object.entries(everybody).map(async ([who, asker]) => [who, await toldTo(asker)] as const)),
    )
  const asked = { from: '2026-01-01' as Day, through: '2027-12-31' as Day }
  const organs = ['county.discipline', 'county.land', 'county.labour', 'county', 'county.bureau'] as OrganId[]
  const viewer = (organ: string, account: string, ...posts: readonly Post[]): Viewer => ({
    ...{ kind: 'staff', account, organ: organ as OrganId, posts },
  })
  const ordinary = { organ: 'county.discipline' as OrganId, rule: 'answerProposal', ...asked, after: null, limit: 50 }

  beforeAll(async () => {
    // from a petition that changes none of the numbers: it is there before they are asked for
    const { number } = await register({})
    await act(clerk, number, 'transfer', { to: 'county.land' })
    before = await told()
    const text = { ...proposalText, ...against, petitions: [number], due: '2026-12-23' }
    sealed = (await must(supervisor, '/api/proposals', { kind: 'holdToAccount', text })).proposal
    for (const [who, segment] of [
      [supervisor, 'submit'],
      [head, 'open'],
      [head, 'approve'],
      [head, 'issue'],
    ] as const)
      await command(who, sealed, segment)
  })

  it('has a clock that runs, which its own people see on its page', async () => {
    const { rows } = await house.work.query('select organ, rule from proposal_clock where stream_id = $1', [
      `proposal:${sealed}`,
    ])
    expect(rows).toEqual([{ organ: 'county.discipline', rule: 'answerProposal' }])
    const { body } = await ask(inspector, 'GET', '/api/proposals?part=recipient&shelf=waiting')
    expect(JSON.stringify(body)).toContain(sealed)
  })

  it.each(Object.keys(everybody))('changes nothing of what is told to %s: no number, no line, no day', async (who) => {
    const asker = everybody[who as keyof typeof everybody]
    expect(await toldTo(asker)).toBe(before[who])
    expect(before[who]).toContain('"coming"')
    const cases = await behind(asker, 'county.discipline')
    expect(cases.status === 404 ? [] : cases.body.items).toEqual([])
  })

  it('is none of the query’s, with the database blind and its part given to everybody', async () => {
    const blind = { ...house, app: house.work }
    await house.work.query(
      `insert into proposal_party select stream_id, other, 'bureau', shelf, day, is_sealed, '{}', '{}'
        from proposal_party, unnest($2::text[]) as other where stream_id = $1 and part = 'bureau' on conflict do nothing`,
      [`proposal:${sealed}`, organs],
    )
    for (const [organ, account] of [
      ['county.bureau', head.account],
      ['county.discipline', inspector.account],
      ['county.land', land.account],
      ['county', county.account],
    ] as const) {
      const due = await proposalDutiesDue(
        blind,
        viewer(organ, account, 'head', 'supervisor'),
        { organs, ...asked },
        100,
      )
      expect(due.filter((each) => each.organ === 'county.discipline')).toEqual([])
      expect(await proposalsDue(blind, viewer(organ, account, 'head', 'supervisor'), ordinary)).toEqual([])
    }
    // the same query finds what is not sealed
    const seen = await proposalDutiesDue(
      blind,
      viewer('county.bureau', clerk.account, 'clerk'),
      { organs, ...asked },
      100,
    )
    expect(seen.length).toBeGreaterThan(0)
    await house.work.query(`delete from proposal_party where stream_id = $1 and organ <> all ($2)`, [
      `proposal:${sealed}`,
      ['county.bureau', 'county.discipline'],
    ])
  })

  it('is nothing to row security, which shows its clock to those alone who are entrusted with it', async () => {
    const clocks = async (organ: string, { account }: Somebody) => {
      const settings = { 'xinqiao.organ': organ, 'xinqiao.account': account, 'xinqiao.today': house.today() }
      const statement = {
        ...{ name: '', values: [`proposal:${sealed}`] },
        text: 'select count(*)::int as n from proposal_clock where stream_id = $1',
      }
      const results = await fly(house.app, [...settingStatements(settings), statement])
      return results.at(-1)?.[0]?.n
    }
    for (const [organ, who] of [
      ['county.bureau', clerk],
      ['county.land', land],
      ['county.labour', labour],
      ['county', county],
    ] as const)
      expect(await clocks(organ, who), organ).toBe(0)
    expect(await clocks('county.bureau', head)).toBe(1)
    expect(await clocks('county.discipline', inspector)).toBe(1)
  })

  it('even if it were taken for an open one, row security shows none of it to whom it is kept from', async () => {
    await house.work.query('update proposal_party set is_sealed = false where stream_id = $1', [`proposal:${sealed}`])
    await house.work.query(
      `insert into proposal_party select stream_id, 'county.land', 'bureau', shelf, day, false, '{county.land}', '{}'
        from proposal_party where stream_id = $1 and part = 'bureau'`,
      [`proposal:${sealed}`],
    )
    const asking = { organs, ...asked }
    const discipline = async (organ: string, account: string) =>
      (await proposalDutiesDue(house, viewer(organ, account, 'head'), asking, 100)).filter(
        (each) => each.organ === 'county.discipline',
      )
    expect(await discipline('county.bureau', head.account)).toHaveLength(1)
    expect(await discipline('county.land', land.account)).toEqual([])
  })
})
