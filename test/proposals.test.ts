/** The three proposals on the wire and in the database (docs/adr/0032): who makes them, who answers, and who cannot even see that one exists. */
import { describe, expect, it } from 'vitest'
import { checkNumbers } from '../src/documents/numbering/checking.ts'
import { numberingReaction } from '../src/documents/numbering/reactions.ts'
import { fly } from '../src/engine/flight.ts'
import { fsck } from '../src/engine/fsck.ts'
import { settingStatements } from '../src/engine/history.ts'
import { rebuild } from '../src/engine/rebuild.ts'
import type { Settings } from '../src/engine/room.ts'
import { sweep } from '../src/engine/sweep.ts'
import { issuing } from '../src/issuing.ts'
import { rooms as everyRoom } from '../src/main.ts'
import { dueProposals } from '../src/supervision/proposals/jobs.ts'
import { proposalFigures } from '../src/supervision/proposals/queries.ts'
import { proposalFindingReaction, proposalReformReaction } from '../src/supervision/proposals/reactions.ts'
import { recountProposals } from '../src/supervision/proposals/recounting.ts'
import { type Asker, openAnsweringHouse } from './answering-house.ts'
import { catchUp } from './catching-up.ts'
import { nobodysNumber, nobodysProposal, proposalBodies, proposalText } from './command-bodies.ts'

const { ask, register, act, staffOf, house } = await openAnsweringHouse()
const clerk = await staffOf('county.bureau', 'clerk')
const head = await staffOf('county.bureau', 'head')
const supervisor = await staffOf('county.bureau', 'supervisor')
const land = await staffOf('county.land', 'clerk', 'head')
const labour = await staffOf('county.labour', 'clerk', 'head', 'supervisor')
const inspector = await staffOf('county.discipline', 'clerk')
const above = await staffOf('prefecture.bureau', 'clerk', 'head', 'supervisor')

/** In the hands of the land office. */
async function handled(): Promise<string> {
  const { number } = await register({})
  await act(clerk, number, 'transfer', { to: 'county.land' })
  return number
}

interface Read {
  readonly [key: string]: unknown
}
const command = (who: Asker, proposal: string, segment: string, body: object = proposalBodies[segment] ?? {}) =>
  ask(who, 'POST', `/api/proposals/${proposal}/${segment}`, body)
const read = async (who: Asker, proposal: string) => ask(who, 'GET', `/api/proposals/${proposal}`)
const must = async (asked: Promise<{ status: number; body: Read }>): Promise<Read> => {
  const { status, body } = await asked
  expect([200, 201], JSON.stringify(body)).toContain(status)
  return body
}

async function drafted(body: object = {}, who: Asker = clerk, kind = 'improveWork'): Promise<string> {
  const petitions = [await handled()]
  const text = { ...proposalText, petitions, ...body }
  return (await must(ask(who, 'POST', '/api/proposals', { kind, text }))).proposal as string
}

async function issued(): Promise<string> {
  const proposal = await drafted()
  await must(command(clerk, proposal, 'submit'))
  await must(command(head, proposal, 'approve'))
  await must(command(clerk, proposal, 'issue'))
  return proposal
}

const listed = async (who: Asker, part: string, shelf: string): Promise<readonly string[]> => {
  const { body } = await ask(who, 'GET', `/api/proposals?part=${part}&shelf=${shelf}&limit=100`)
  return (body.items as readonly { proposal: string }[]).map(({ proposal }) => proposal)
}

describe('A proposal to improve work', () => {
  it('is drafted, approved by the head, issued, answered in writing, followed to its effect and closed', async () => {
    const proposal = await drafted()
    expect(await listed(clerk, 'bureau', 'draft')).toContain(proposal)
    await must(command(clerk, proposal, 'submit'))
    expect(await listed(head, 'bureau', 'submitted')).toContain(proposal)
    expect((await command(clerk, proposal, 'approve')).body).toMatchObject({ refusal: 'needs-the-head' })
    await must(command(head, proposal, 'approve'))
    expect((await read(land, proposal)).status).toBe(404)
    await must(command(head, proposal, 'issue'))
    expect(await listed(land, 'recipient', 'waiting')).toContain(proposal)

    const seen = (await must(read(land, proposal))) as { text: object; actions: { action: string; allowed: boolean }[] }
    expect(seen).toMatchObject({
      ...{ part: 'recipient', stage: 'issued', isSealed: false, isOpenToYou: true },
      text: { title: '关于规范丈量程序的建议', points: ['丈量时通知当事人到场'], matters: [] },
      recipients: [{ organ: { id: 'county.land' }, clocks: [{ rule: 'answerProposal', lastDay: '2026-12-23' }] }],
    })
    expect(seen.actions.map(({ action }) => action)).toEqual(['answer', 'reasons', 'measure'])
    expect(JSON.stringify((await read(land, proposal)).body)).toContain('ADR 0032')

    expect((await command(land, proposal, 'answer', { adoption: 'partly', answer: '部分采纳' })).body).toMatchObject({
      refusal: 'needs-reasons',
    })
    await must(command(land, proposal, 'answer'))
    expect(await listed(clerk, 'bureau', 'answered')).toContain(proposal)
    await must(command(land, proposal, 'measure'))
    await must(command(clerk, proposal, 'effect'))
    expect((await must(command(clerk, proposal, 'close'))).stage).toBe('closed')
    expect(await listed(land, 'recipient', 'done')).toContain(proposal)
    expect((await must(read(clerk, proposal))).recipients).toMatchObject([
      {
        answers: [{ adoption: 'partly', reasons: '人手不足' }],
        measures: [{ takenOn: '2026-11-23', measure: '已经发文' }],
        effects: [{ effect: 'partly', lookedAt: '抽查十件' }],
      },
    ])
  })

  it('is found from the petition that it is drawn from, by its bureau', async () => {
    const number = await handled()
    const text = { ...proposalText, petitions: [number] }
    const { proposal } = await must(ask(clerk, 'POST', '/api/proposals', { kind: 'improveWork', text }))
    const of = async (who: Asker, petition: string) =>
      (await ask(who, 'GET', `/api/proposals?part=bureau&petition=${petition}`)).body.items
    expect(await of(clerk, number)).toMatchObject([{ proposal, title: proposalText.title, shelf: 'draft' }])
    expect(await of(clerk, nobodysNumber)).toEqual([])
    expect(await of(land, number)).toEqual([])
  })

  it('an answer that says nothing goes back, with a day', async () => {
    const proposal = await issued()
    await must(command(land, proposal, 'answer'))
    await must(command(clerk, proposal, 'return'))
    expect(await listed(land, 'recipient', 'waiting')).toContain(proposal)
    const { recipients } = (await must(read(land, proposal))) as { recipients: readonly Read[] }
    expect(recipients).toMatchObject([
      { standing: 'waiting', returns: [{ reason: '没有说明措施', until: '2026-12-01' }] },
    ])
  })

  it('falls overdue the day after, for bureau and recipient alike, and is counted again with a notice', async () => {
    const proposal = await issued()
    expect(await recountProposals(house, [`proposal:${proposal}`])).toEqual([])
    house.setToday('2026-12-24')
    try {
      await sweep(dueProposals(house))
      const { body } = await ask(clerk, 'GET', '/api/proposals?part=bureau&shelf=waiting&limit=100')
      const row = (body.items as { proposal: string; nextDuty: object }[]).find((item) => item.proposal === proposal)
      expect(row?.nextDuty).toMatchObject({ lastDay: '2026-12-23', daysLeft: -1, isOverdue: true })
      const { history } = (await must(read(land, proposal))) as { history: { type: string }[] }
      expect(history.map(({ type }) => type)).toEqual(['ProposalIssued', 'ProposalFellOverdue'])
    } finally {
      house.setToday('2026-11-23')
    }
  })

  it('a recipient sees nothing of how it was drafted, of other recipients, or of petitions that are not open to it', async () => {
    const number = await handled()
    const other = (await register({})).number
    const text = { ...proposalText, petitions: [number, other] }
    const proposal = (await must(ask(clerk, 'POST', '/api/proposals', { kind: 'improveWork', text })))
      .proposal as string
    await must(command(clerk, proposal, 'submit'))
    await must(command(head, proposal, 'send-back'))
    await must(command(clerk, proposal, 'submit'))
    await must(command(head, proposal, 'approve'))
    await must(command(head, proposal, 'issue'))
    const { body } = await read(land, proposal)
    expect(body).toMatchObject({ sentBack: null, openings: [], text: { petitions: [{ number, isOpenToYou: true }] } })
    expect(JSON.stringify(body)).not.toContain(other)
    expect(JSON.stringify(body)).not.toContain('写得不具体')
    expect((await must(read(clerk, proposal))).text).toMatchObject({ petitions: [{ number }, { number: other }] })
  })

  it('is drawn only from what whoever writes it may see', async () => {
    const make = (petitions: readonly string[], who: Asker = clerk) =>
      ask(who, 'POST', '/api/proposals', { kind: 'improveWork', text: { ...proposalText, petitions } })
    expect((await make([nobodysNumber])).body).toMatchObject({ refusal: 'linked-matter-unknown' })
    expect((await make([await handled()], above)).body).toMatchObject({ refusal: 'linked-matter-unknown' })
    expect((await make([await handled()], labour)).body).toMatchObject({
      refusal: expect.stringMatching(/unknown|bureaus/),
    })
  })

  it('is one proposal, however often it is sent under one key', async () => {
    const text = { ...proposalText, petitions: [await handled()] }
    const send = () =>
      ask(clerk, 'POST', '/api/proposals', { kind: 'improveWork', text }, { 'idempotency-key': 'one-proposal-0001' })
    const [first, second] = [await send(), await send()]
    expect(second.body).toEqual(first.body)
  })

  it('says to whom it could go before anybody writes it', async () => {
    const number = await handled()
    const prepared = await must(
      ask(clerk, 'GET', `/api/proposal-draft?kind=improveWork&petition=${number}&petition=${nobodysNumber}`),
    )
    expect(prepared).toMatchObject({
      answerWithin: null,
      petitions: [
        { number, refusal: null },
        { number: nobodysNumber, refusal: { kind: 'linked-matter-unknown' } },
      ],
      recipients: [{ id: 'county.land' }],
    })
    const kinds = prepared.kinds as { kind: string; refusal: { kind: string } | null }[]
    expect(kinds.map(({ kind, refusal }) => [kind, refusal?.kind ?? null])).toEqual([
      ['improveWork', null],
      ['improvePolicy', null],
      ['holdToAccount', 'proposal-not-yours'],
    ])
    const against = await must(
      ask(head, 'GET', `/api/proposal-draft?kind=holdToAccount&petition=${number}&against=county.land`),
    )
    const offered = (against.recipients as { id: string }[]).map(({ id }) => id)
    expect(offered).toContain('county.discipline')
    expect(offered).not.toContain('county.land')
  })
})

const against = { organs: ['county.land'], people: [] }
/** By the supervisor of the bureau against the land office, to the discipline body of the county. */
const sealed = () => drafted({ recipients: ['county.discipline'], against }, supervisor, 'holdToAccount')
async function sealedOut(): Promise<string> {
  const proposal = await sealed()
  await must(command(supervisor, proposal, 'submit'))
  await must(command(head, proposal, 'open'))
  await must(command(head, proposal, 'approve'))
  await must(command(head, proposal, 'issue'))
  return proposal
}

const streamTables = [
  'proposal',
  'proposal_party',
  'proposal_recipient',
  'proposal_link',
  'proposal_clock',
  'event',
  'sealed',
  'leaf',
]
const rowsSeen = async (settings: Settings, proposal: string): Promise<readonly string[]> => {
  const counts = streamTables.map((name) => ({
    name: '',
    text: `select count(*)::int as n from ${name} where stream_id = $1`,
    values: [`proposal:${proposal}`],
  }))
  const results = await fly(house.app, [...settingStatements(settings), ...counts])
  return results
    .slice(-streamTables.length)
    .flatMap((rows, at) => (rows[0]?.n === 0 ? [] : [streamTables[at] as string]))
}
const as = (organ: string, { account }: { account: string }, more: Settings = {}): Settings => ({
  ...{ 'xinqiao.organ': organ, 'xinqiao.account': account, 'xinqiao.today': house.today() },
  ...more,
})

describe('A proposal to hold somebody to account', () => {
  it('is read by those who may only after they have said why, and the bureau sees that they did', async () => {
    const proposal = await sealedOut()
    const before = await must(read(inspector, proposal))
    expect(before).toMatchObject({ isSealed: true, isOpenToYou: false, text: null, recipients: [], history: [] })
    expect(JSON.stringify(before)).not.toContain('county.land')
    expect((await command(inspector, proposal, 'answer')).body).toMatchObject({ refusal: 'proposal-is-sealed' })
    await must(command(inspector, proposal, 'open', { reason: '承办' }))
    expect(await must(read(inspector, proposal))).toMatchObject({
      isOpenToYou: true,
      text: { against: { organs: [{ id: 'county.land' }] }, findings: '三次丈量都没有通知当事人' },
    })
    await must(command(inspector, proposal, 'answer'))
    const { openings } = (await must(read(head, proposal))) as { openings: { organ: { id: string }; reason: string }[] }
    expect(openings.map(({ organ, reason }) => [organ.id, reason])).toEqual([
      ['county.bureau', '审批'],
      ['county.discipline', '承办'],
    ])
    house.setToday('2026-11-24')
    try {
      expect(await must(read(inspector, proposal))).toMatchObject({ isOpenToYou: false, text: null })
    } finally {
      house.setToday('2026-11-23')
    }
  })

  it('does not exist for a clerk of the bureau, for those whom it is about, nor for anybody else; in no list and no count', async () => {
    const count = async (who: Asker) => (await ask(who, 'GET', '/api/proposals?limit=1')).body.counts
    const before = [await count(clerk), await count(land), await count(above)]
    const proposal = await sealedOut()
    for (const who of [clerk, land, labour, above]) {
      expect((await read(who, proposal)).status).toBe(404)
      for (const segment of Object.keys(proposalBodies))
        expect((await command(who, proposal, segment)).status, segment).toBe(404)
      for (const part of ['bureau', 'recipient'])
        for (const shelf of ['draft', 'submitted', 'approved', 'waiting', 'answered', 'done'])
          expect(await listed(who, part, shelf)).not.toContain(proposal)
    }
    expect([await count(clerk), await count(land), await count(above)]).toEqual(before)
    expect(await listed(head, 'bureau', 'waiting')).toContain(proposal)
    expect(await listed(inspector, 'recipient', 'waiting')).toContain(proposal)
  })

  it('has no title in a list, also for those who may read it', async () => {
    const proposal = await sealedOut()
    const { body } = await ask(head, 'GET', '/api/proposals?part=bureau&shelf=waiting&limit=100')
    const row = (body.items as { proposal: string; title: string | null }[]).find((item) => item.proposal === proposal)
    expect(row).toMatchObject({ title: null, kind: 'holdToAccount' })
  })

  it('is kept from the official whom it names, wherever else they have a post', async () => {
    const { account } = await staffOf('county.land', 'clerk')
    const { rows: found } = await house.work.query(
      'select name from account join account_person using (stream_id) where id = $1',
      [account],
    )
    const people = [{ organ: 'county.land', name: found[0].name as string }]
    const text = { recipients: ['county.discipline'], against: { organs: [], people } }
    const proposal = await drafted(text, supervisor, 'holdToAccount')
    const { rows } = await house.work.query('select officials, kept_from from proposal_party where stream_id = $1', [
      `proposal:${proposal}`,
    ])
    expect(rows).toEqual([{ officials: [account], kept_from: ['county.land'] }])
  })
})

describe('Row security by itself, with a part given by mistake', () => {
  const forcePart = (proposal: string, organ: string) =>
    house.work.query(
      `insert into proposal_party select stream_id, $2, 'recipient', shelf, day, is_sealed, kept_from, officials
        from proposal_party where stream_id = $1 limit 1 on conflict do nothing`,
      [`proposal:${proposal}`, organ],
    )

  it('shows a proposal to its parties and to no other, and nothing to nobody', async () => {
    const proposal = await issued()
    const all = streamTables.filter((name) => name !== 'leaf')
    expect(await rowsSeen(as('county.bureau', clerk), proposal)).toEqual(all)
    expect(await rowsSeen(as('county.land', land), proposal)).toEqual(all)
    for (const settings of [
      {},
      as('county.labour', labour),
      as('prefecture.bureau', above),
      { 'xinqiao.petition': nobodysNumber },
    ])
      expect(await rowsSeen(settings, proposal)).toEqual([])
  })

  it('shows nothing to whom it is about, to one below it, nor to one that carries it on', async () => {
    const proposal = await sealedOut()
    await forcePart(proposal, 'county.land')
    expect(await rowsSeen(as('county.land', land), proposal)).toEqual([])
    await house.work.query(`update proposal_party set kept_from = '{prefecture}' where stream_id = $1`, [
      `proposal:${proposal}`,
    ])
    await forcePart(proposal, 'prefecture.bureau')
    expect(await rowsSeen(as('prefecture.bureau', above), proposal)).toEqual([])
  })

  it('shows what is sealed to head and supervisor and to the discipline body’s clerks, and its words only to who has opened it', async () => {
    const proposal = await sealedOut()
    expect(await rowsSeen(as('county.bureau', clerk), proposal)).toEqual([])
    const closed = streamTables.filter((name) => name !== 'leaf' && name !== 'sealed')
    expect(await rowsSeen(as('county.bureau', supervisor), proposal)).toEqual(closed)
    expect(await rowsSeen(as('county.discipline', inspector), proposal)).toEqual(closed)
    // the first fact is the supervisor's own, by which it lay open to them that day
    const opened = { 'xinqiao.openings': '1' }
    expect(await rowsSeen(as('county.bureau', supervisor, opened), proposal)).toContain('sealed')
    expect(
      await rowsSeen(as('county.bureau', supervisor, { ...opened, 'xinqiao.today': '2026-11-24' }), proposal),
    ).not.toContain('sealed')
    expect(await rowsSeen(as('county.bureau', head, opened), proposal)).not.toContain('sealed')
    expect(await rowsSeen(as('county.discipline', inspector, opened), proposal)).not.toContain('sealed')
  })

  it('keeps it from an official whom it names, and from whoever answers to them', async () => {
    const proposal = await sealedOut()
    await house.work.query('update proposal_party set officials = $2 where stream_id = $1', [
      `proposal:${proposal}`,
      [head.account],
    ])
    expect(await rowsSeen(as('county.bureau', head), proposal)).toEqual([])
    expect(await rowsSeen(as('county.bureau', supervisor), proposal)).toEqual([])
    expect(await rowsSeen(as('county.discipline', inspector), proposal)).not.toEqual([])
  })

  it('lets nobody be made a party from whom it is kept, and takes writing to the one proposal that is named', async () => {
    const proposal = await sealedOut()
    const stream = `proposal:${proposal}`
    const write = (text: string, settings: Settings) =>
      fly(house.app, [...settingStatements(settings), { name: '', text, values: [stream] }])
    const named = as('county.bureau', head, { 'xinqiao.proposal': stream })
    const party = `insert into proposal_party values ($1, 'county.land', 'recipient', 'waiting', '2026-01-01', true, '{county.land}', '{}')`
    await expect(write(party, named)).rejects.toThrow(/row-level security/)
    const fact = `insert into event (stream_id, version, type, fact, hash, recorded_at) values ($1, 99, 'X', '{}', '', now())`
    await expect(write(fact, as('county.bureau', head))).rejects.toThrow(/row-level security/)
    await write(`update proposal set bureau = 'thief' where stream_id = $1`, as('county.bureau', head))
    const { rows } = await house.work.query('select bureau from proposal where stream_id = $1', [stream])
    expect(rows).toEqual([{ bureau: 'county.bureau' }])
  })
})

describe('The decision by itself, with the database blind', () => {
  it('says of a sealed proposal that it does not exist to whom it is about', async () => {
    const proposal = await sealedOut()
    const blind = { ...house, app: house.work }
    const { readProposal } = await import('../src/supervision/proposals/queries.ts')
    const viewer = (organ: string, account: string, ...posts: ('clerk' | 'head')[]) =>
      ({ kind: 'staff', account, organ: organ as never, posts }) as const
    expect(
      await readProposal(blind, `proposal:${proposal}`, viewer('county.land', land.account, 'clerk', 'head')),
    ).toBeNull()
    expect(
      await readProposal(blind, `proposal:${proposal}`, viewer('county.bureau', clerk.account, 'clerk')),
    ).toBeNull()
    expect(
      await readProposal(blind, `proposal:${proposal}`, viewer('county.bureau', head.account, 'head')),
    ).not.toBeNull()
  })
})

describe('The papers of a proposal', () => {
  const numbered = () => catchUp(house, numberingReaction(house, issuing))
  const papersFor = async (who: Asker, proposal: string) => ask(who, 'GET', `/api/issued/proposal:${proposal}/papers`)
  const pageFor = async (who: Asker, proposal: string, paper: string) =>
    JSON.stringify((await ask(who, 'GET', `/api/issued/proposal:${proposal}/papers/${paper}?language=zh`)).body)

  it('are the letter that makes it and the written answer, each with a number of its own series', async () => {
    const proposal = await issued()
    await must(command(land, proposal, 'answer'))
    await numbered()
    const { items } = (await papersFor(land, proposal)).body as { items: { paper: string; number: string }[] }
    expect(items.map(({ paper }) => paper)).toEqual(['4-improvementProposal', '5-proposalAnswer'])
    expect(items[0]?.number).toMatch(/^county\.bureau信改建〔2026〕\d+号$/)
    expect(items[1]?.number).toMatch(/^county\.land信反馈〔2026〕\d+号$/)
    const letter = await pageFor(clerk, proposal, '4-improvementProposal')
    for (const text of [
      '根据《信访工作条例》第四十条第一款',
      '三次丈量都没有通知当事人',
      '丈量时通知当事人到场',
      '2026年12月23日',
    ])
      expect(letter).toContain(text)
    const answer = await pageFor(clerk, proposal, '5-proposalAnswer')
    for (const text of ['部分采纳', '采纳前一条', '人手不足', '第四十条第四款']) expect(answer).toContain(text)
    expect((await papersFor(labour, proposal)).status).toBe(404)
    expect(await checkNumbers(house.work, issuing)).toEqual([])
  })

  it('of one that is sealed are read by whoever has it open, and their numbers are seen by nobody else', async () => {
    const proposal = await sealedOut()
    await numbered()
    expect((await papersFor(inspector, proposal)).status).toBe(404)
    for (const who of [clerk, land, labour]) expect((await papersFor(who, proposal)).status).toBe(404)
    await must(command(inspector, proposal, 'open'))
    const { items } = (await papersFor(inspector, proposal)).body as { items: { paper: string; number: string }[] }
    expect(items[0]?.number).toMatch(/^county\.bureau信责建〔2026〕\d+号$/)
    expect(await pageFor(inspector, proposal, items[0]?.paper ?? '')).toContain('county.land存在推诿')
    const numbers = async (settings: Settings) => {
      const select = {
        name: '',
        text: 'select shown from paper_number where bearer = $1',
        values: [`proposal:${proposal}`],
      }
      return (await fly(house.app, [...settingStatements(settings), select])).at(-1)
    }
    expect(await numbers(as('county.bureau', clerk))).toEqual([])
    expect(await numbers(as('county.land', land))).toEqual([])
    expect(await numbers(as('county.bureau', head))).toHaveLength(1)
  })
})

describe('A proposal that nobody answers', () => {
  const follow = () => catchUp(house, proposalFindingReaction(house))
  const foundOn = async (proposal: string) => {
    const { rows } = await house.work.query('select * from supervision_finding where stream_id = $1', [
      `supervision:proposal-${proposal}`,
    ])
    return rows
  }

  it('is found to be supervised, and put right by the answer; one that is sealed is not, for others would learn of it', async () => {
    const [open, closed] = [await issued(), await sealedOut()]
    house.setToday('2026-12-24')
    try {
      await sweep(dueProposals(house))
      await follow()
      await follow()
      expect(await foundOn(open)).toMatchObject([{ rule: 'proposalUnanswered', organ: 'county.land', mended_on: null }])
      expect(await foundOn(closed)).toEqual([])
      await must(command(land, open, 'answer'))
      await follow()
      const [found] = await foundOn(open)
      expect(found.mended_on).not.toBeNull()
    } finally {
      house.setToday('2026-11-23')
    }
  })
})

describe('A reform of organs', () => {
  it('looks at the proposals of the organ that ended, and at no others', async () => {
    const proposal = await issued()
    await catchUp(house, proposalReformReaction(house))
    const { rows } = await house.work.query('select organ from proposal_recipient where stream_id = $1', [
      `proposal:${proposal}`,
    ])
    expect(rows).toEqual([{ organ: 'county.land' }])
  })
})

describe('Figures of a year (art. 41 (3))', () => {
  it('count proposals by kind and by what came of them, and what is sealed only for whom it is open', async () => {
    const viewer = (account: string, ...posts: ('clerk' | 'head')[]) =>
      ({ kind: 'staff', account, organ: 'county.bureau' as never, posts }) as const
    const figures = { year: 2026, bureau: 'county.bureau' as never }
    const byHead = (await proposalFigures(house, viewer(head.account, 'head'), figures)) ?? []
    const byClerk = (await proposalFigures(house, viewer(clerk.account, 'clerk'), figures)) ?? []
    expect(byHead.map(({ kind }) => kind)).toEqual(['improveWork', 'improvePolicy', 'holdToAccount'])
    expect(byClerk.map(({ kind }) => kind)).toEqual(['improveWork', 'improvePolicy'])
    const [work] = byHead
    expect(work?.issued).toBeGreaterThan(0)
    for (const one of byHead) expect(one.adopted + one.partly + one.notAdopted + one.waiting).toBe(one.recipients)
    expect(
      await proposalFigures(house, viewer(land.account, 'head'), { ...figures, bureau: 'county.land' as never }),
    ).toBeNull()
    expect((await ask(clerk, 'GET', '/api/proposal-figures?year=2026')).body.kinds).toEqual(byClerk)
  })
})

describe('The rows of proposals', () => {
  it('are what the facts say, and are made again from them', async () => {
    // the parts that were given by mistake above
    const found = (await fsck(house, everyRoom)).errors
    expect(new Set(found.flatMap((error) => ('table' in error ? [error.table] : [])))).toEqual(
      new Set(['proposal_party']),
    )
    await rebuild(house, everyRoom)
    expect((await fsck(house, everyRoom)).errors).toEqual([])
  })
  it('a strange address is no proposal', async () => {
    for (const strange of ['x', 'a'.repeat(23), '%00', '..%2f..'])
      expect([400, 404]).toContain((await read(head, strange)).status)
    expect((await read(head, nobodysProposal)).status).toBe(404)
  })
})
