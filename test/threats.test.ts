/**
 * What somebody must not be able to see or do, tried on the wire as an attacker would, and as the petitioner's lawyer would
 * ask about it afterwards.
 */
import { describe, expect, it } from 'vitest'
import { execute } from '../src/engine/execute.ts'
import { day } from '../src/kernel/day.ts'
import type { OrganFacts, OrganId } from '../src/kernel/organ.ts'
import { ok } from '../src/kernel/result.ts'
import { builtInCalendars } from '../src/law/calendars/shelf.ts'
import { decide } from '../src/petition/decide.ts'
import { evolve } from '../src/petition/evolve.ts'
import * as example from '../src/petition/examples.ts'
import { exampleOrgans } from '../src/petition/examples.ts'
import type { Command, Fact, Petition, State } from '../src/petition/petition.ts'
import { successionReaction } from '../src/petition/reactions.ts'
import { petitionRoom } from '../src/petition/room.ts'
import { law } from '../src/petition/world.ts'
import { usualLimits } from '../src/platform/http/pace.ts'
import { type Asker, keyOf, letter, openAnsweringHouse, type Registered } from './answering-house.ts'
import { testOrgans } from './petition-house.ts'

const { ask, register, act, staffOf, upload, house } = await openAnsweringHouse()
const bureau = await staffOf('county.bureau')
const land = await staffOf('county.land', 'clerk', 'head')
const labour = await staffOf('county.labour')
const discipline = await staffOf('county.discipline')

const read = async (who: Asker, { number }: Pick<Registered, 'number'>) => ask(who, 'GET', `/api/petitions/${number}`)
const follow = async (registered: Registered, person = 'p1') =>
  (await ask(keyOf(registered, person), 'GET', '/api/follow')).body
const found = async (who: Asker, q: string): Promise<string[]> => {
  const { body } = await ask(who, 'GET', `/api/petitions?q=${encodeURIComponent(q)}`)
  return body.items.map((item: { number: string }) => item.number)
}
const typesIn = (view: { history: { type: string }[] }) => view.history.map(({ type }) => type)

const twoPeople = {
  people: [
    { name: '甲某某', phone: '19900000011' },
    { name: '乙某某', phone: '19900000012' },
  ],
  headcount: 2,
}
/** Written by an earlier version of the house. */
const legacyReport: Fact = {
  ...{ type: 'ObstructionReported', on: day('2026-11-23'), person: 'p1', about: 'retaliation' },
  ...{ text: { ref: 'gone', commitment: 'gone' }, to: 'prefecture.bureau' as OrganId },
}
const opinion = {
  facts: '属实',
  legalBasis: '法',
  answers: [{ claim: 'c1', outcome: 'explained', answer: '解释' }],
  remedy: '三十日内可请求复查',
}
const service = { document: 'd2', person: 'p1', way: 'direct', servedOn: '2026-11-23', proof: { signature: '签收' } }
const signed = { signature: '按手印', witness: '窗口工作人员' }

/** Accepted at county.land, with the petitioner heard. */
async function accepted(body: object = {}): Promise<Registered> {
  const registered = await register(body)
  await act(bureau, registered.number, 'transfer', { to: 'county.land' })
  await act(land, registered.number, 'accept', {
    route: 'handlingOpinion',
    procedure: '六十日内答复',
    told: { way: 'onTheSpot' },
  })
  await act(land, registered.number, 'record-contact', { way: 'onSite', note: '入户听取陈述', heard: true })
  return registered
}

describe('The identity of a confidential petitioner', () => {
  const secret = { confidentiality: 'confidential', people: [{ name: '保密某', phone: '19900000021' }] }

  it('cannot be guessed at by searching, except where it is known', async () => {
    const registered = await register(secret)
    await act(bureau, registered.number, 'transfer', { to: 'county.land' })
    expect(await found(bureau, '19900000021')).toEqual([registered.number])
    expect(await found(land, '19900000021')).toEqual([])
    expect(await found(land, '保密某')).toEqual([])
  })

  it('does not stand in what they wrote either, until somebody opens it and says why', async () => {
    const own = {
      title: '东风村车仲言反映低保',
      text: '我叫车仲言，电话19900000021，家里只有我一个人。',
      claims: ['给车仲言办理低保'],
    }
    const registered = await accepted({ ...secret, ...own, people: [{ name: '车仲言', phone: '19900000021' }] })
    const page = async (who: Asker) => JSON.stringify((await read(who, registered)).body)
    const list = async (who: Asker) => JSON.stringify((await ask(who, 'GET', '/api/petitions?limit=200')).body)
    for (const who of [bureau, labour, discipline]) {
      expect(await page(who)).not.toContain('车仲言')
      expect(await list(who)).not.toContain('车仲言')
    }
    expect((await read(bureau, registered)).body.text).toMatch(/^我叫车某.*家里只有我一个人。$/)
    const keeper = await staffOf('county.bureau', 'head')
    const correction = { field: 'text', to: '我叫车仲言，家里只有我一个人，腿脚不便。', reason: '本人补充' }
    await act(keeper, registered.number, 'correct', correction)
    expect(await page(bureau)).not.toContain('车仲言')
    expect(await page(bureau)).toContain('腿脚不便')
    await act(keeper, registered.number, 'open-seal', { seal: 'identity', purpose: 'contact', reason: '上门核实' })
    expect((await read(keeper, registered)).body).toMatchObject({ title: own.title, text: correction.to })
    expect(await follow(registered)).toMatchObject({ title: own.title, text: correction.to })
    expect(await list(keeper)).not.toContain('车仲言')
  })

  it('does not stand in what was signed, or in the proof of a service', async () => {
    const registered = await accepted({ ...secret, people: [{ name: '保密某' }] })
    const head = await staffOf('county.bureau', 'head')
    const opening = { seal: 'identity', purpose: 'contact', reason: '核对签名' }
    const signing = { reason: '不再要求', signed: { signature: '保密某签名', witness: '窗口' } }
    const unseen = await ask(bureau, 'POST', `/api/petitions/${registered.number}/withdraw`, signing)
    expect([unseen.status, unseen.body.refusal]).toEqual([403, 'identity-is-sealed'])
    await act(head, registered.number, 'open-seal', opening)
    await act(head, registered.number, 'withdraw', signing)
    const seen = (who: Asker) => read(who, registered).then(({ body }) => JSON.stringify(body))
    expect(await seen(bureau)).not.toContain('保密某')
    expect(await seen(land)).not.toContain('保密某')
    const told = await accepted({ ...secret, people: [{ name: '保密某' }] })
    await act(land, told.number, 'issue-opinion', opinion)
    await act(land, told.number, 'serve', { ...service, proof: { signature: '保密某签收', witness: '保密某之妻' } })
    for (const who of [bureau, land]) expect(JSON.stringify((await read(who, told)).body)).not.toContain('保密某')
    expect(JSON.stringify(await follow(told))).toContain('保密某签收')
    const byClerk = await ask(bureau, 'POST', `/api/petitions/${registered.number}/open-seal`, opening)
    expect([byClerk.status, byClerk.body.refusal]).toEqual([403, 'not-the-named-post'])
    expect(await seen(head)).toContain('保密某签名')
    expect(await seen(bureau)).not.toContain('保密某')
    const shown = (await follow(registered)).history.find(({ type }: { type: string }) => type === 'SealOpened')
    expect(shown).toMatchObject({ by: { organ: { id: 'county.bureau' } }, texts: { reason: '核对签名' } })
    expect(shown.values).toMatchObject({ seal: 'identity', purpose: 'contact', 'posts.0': 'head' })
  })
})

describe('Petitioners of one petition', () => {
  it('do not read what another of them wrote for the office alone', async () => {
    const registered = await accepted(twoPeople)
    const first = keyOf(registered, 'p1')
    const { file, mediaType, bytes } = await upload(first, '病历.txt', '私人病历')
    await act(first, registered.number, 'add-material', {
      note: '我的病情说明',
      materials: [{ file, name: '病历.txt', mediaType, bytes }],
    })
    const own = JSON.stringify(await follow(registered, 'p1'))
    const other = JSON.stringify(await follow(registered, 'p2'))
    for (const words of ['我的病情说明', '病历']) {
      expect(own).toContain(words)
      expect(other).not.toContain(words)
    }
  })

  it('are not told how and when a paper reached another of them', async () => {
    const registered = await accepted(twoPeople)
    await act(land, registered.number, 'issue-opinion', opinion)
    await act(land, registered.number, 'serve', service)
    expect((await follow(registered, 'p1')).documents.at(-1).services).toHaveLength(1)
    expect((await follow(registered, 'p2')).documents.at(-1).services).toEqual([])
  })

  it('do not read what another of them settled for', async () => {
    const registered = await accepted(twoPeople)
    await act(keyOf(registered, 'p1'), registered.number, 'settle', { agreement: '单位给甲某某补偿八万元' })
    expect(JSON.stringify(await follow(registered, 'p1'))).toContain('八万元')
    expect(JSON.stringify(await follow(registered, 'p2'))).not.toContain('八万元')
  })

  it('are not told what the office wrote for itself, or which other petition it was linked with', async () => {
    const registered = await accepted()
    const stranger = await register({})
    await act(land, registered.number, 'add-material', { note: '内部情况说明' })
    await act(land, registered.number, 'link', { to: stranger.number, as: 'member', reason: '同一事项' })
    const seen = JSON.stringify(await follow(registered))
    expect(seen).not.toContain('内部情况')
    expect(seen).not.toContain(stranger.number)
  })

  it('cannot act with a key of another petition', async () => {
    const [mine, other] = [await register({}), await register({})]
    const attempt = await ask(keyOf(mine), 'POST', `/api/petitions/${other.number}/withdraw`, {})
    expect(attempt.status).toBe(404)
    const material = await ask(keyOf(mine), 'GET', `/api/petitions/${other.number}/materials/f1`)
    expect(material.status).toBe(404)
  })
})

describe('A petitioner', () => {
  it('sees what was changed in the registration, from what to what, and why', async () => {
    const registered = await register({ headcount: 40, title: '群体性欠薪' })
    await act(bureau, registered.number, 'correct', { field: 'headcount', to: 1, reason: '经核实为个访' })
    await act(bureau, registered.number, 'correct', { field: 'title', to: '个人欠薪', reason: '归并' })
    const { history } = await follow(registered)
    const corrections = history.filter(({ type }: { type: string }) => type === 'PetitionCorrected')
    expect(corrections).toMatchObject([
      { values: { field: 'headcount', from: 40, to: 1 }, texts: { reason: '经核实为个访' } },
      { values: { field: 'title' }, texts: { from: '群体性欠薪', to: '个人欠薪', reason: '归并' } },
    ])
  })

  it('sees that somebody was named or identified as the one it is about, and by which office', async () => {
    const registered = await register({ about: [{ as: 'respondent', organ: 'county.land', official: '那位科长' }] })
    const [official, outsider] = [await staffOf('county.land'), await staffOf('county.labour')]
    await act(bureau, registered.number, 'name-complained', {
      as: 'accused',
      organ: 'county.labour',
      reason: '信中所写',
    })
    const identify = (account: string) =>
      ask(bureau, 'POST', `/api/petitions/${registered.number}/identify-official`, { complained: 0, account })
    expect((await identify(outsider.account)).body.refusal).toBe('not-in-that-organ')
    expect((await identify(official.account)).status).toBe(200)
    const { history } = await follow(registered)
    expect(history.slice(-2)).toMatchObject([
      { type: 'ComplainedNamed', by: { organ: { id: 'county.bureau' }, name: null } },
      { type: 'OfficialIdentified', by: { organ: { id: 'county.bureau' }, name: null } },
    ])
    expect(JSON.stringify(history)).not.toContain(official.account)
  })

  it.each([
    ['withdraw', {}],
    ['settle', { agreement: '双方和解' }],
  ])('is told when an office enters a signed record for them: %s', async (segment, body) => {
    const registered = await accepted()
    await act(land, registered.number, segment, { ...body, signed })
    const { rows } = await house.work.query('select payload from outbox where stream_id = $1 order by created_at', [
      registered.number,
    ])
    const told = rows.map(({ payload }) => payload.fact)
    expect(told).toContain(segment === 'withdraw' ? 'PetitionWithdrawn' : 'PetitionSettled')
  })

  it('has no request for review entered by an office that has nothing to do with it now', async () => {
    const registered = await register({})
    await act(bureau, registered.number, 'transfer', { to: 'county.labour' })
    await act(labour, registered.number, 'object-to-transfer', { reasons: '不属于本单位的职责范围' })
    await act(bureau, registered.number, 'agree-to-return', {})
    await act(bureau, registered.number, 'transfer', { to: 'county.land' })
    await act(land, registered.number, 'accept', {
      route: 'handlingOpinion',
      procedure: '六十日内答复',
      told: { way: 'onTheSpot' },
    })
    await act(land, registered.number, 'record-contact', { way: 'onSite', note: '听取陈述', heard: true })
    await act(land, registered.number, 'issue-opinion', opinion)
    await act(land, registered.number, 'serve', service)
    const request = { organ: 'county', person: 'p1', grounds: '代为提出', signed }
    const stranger = await ask(labour, 'POST', `/api/petitions/${registered.number}/request-review`, request)
    expect([stranger.status, stranger.body.refusal]).toEqual([403, 'not-the-organ-asked'])
    expect((await ask(bureau, 'POST', `/api/petitions/${registered.number}/request-review`, request)).status).toBe(200)
  })

  it('does not lose days of the right to review to a service claimed for an earlier day', async () => {
    const registered = await accepted({ people: [{ name: '测试人', electronicService: true }] })
    await act(land, registered.number, 'issue-opinion', opinion)
    house.setToday('2026-12-28')
    try {
      const claimed = { ...service, way: 'electronic', servedOn: '2026-11-23', proof: { consent: true } }
      const { status, body } = await ask(land, 'POST', `/api/petitions/${registered.number}/serve`, claimed)
      expect([status, body.refusal]).toEqual([422, 'day-before-the-matter'])
      await act(land, registered.number, 'serve', { ...claimed, servedOn: '2026-12-28' })
    } finally {
      house.setToday('2026-11-23')
    }
  })

  it('cannot fill a petition until nobody can open it', async () => {
    const registered = await register({})
    const key = keyOf(registered)
    const url = `/api/petitions/${registered.number}`
    const statuses: number[] = []
    for (let time = 0; time < 60; time += 1) {
      statuses.push((await ask(key, 'POST', `${url}/add-material`, { note: `第${time}次` })).status)
    }
    expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(60)
    expect(statuses.at(-1)).toBe(429)
    expect((await follow(registered)).history.length).toBeLessThanOrEqual(61)
  })
})

describe('A report as it was made until reports became streams of their own (docs/adr/0016)', () => {
  it('is still read by the bureau above and the petitioner, and by nobody whom it may be about', async () => {
    const registered = await accepted()
    const appended = await execute(
      { app: house.work },
      {
        ...{ room: petitionRoom, stream: registered.number, expectedVersion: 'any', recordedAt: house.now() },
        by: { kind: 'petitioner', person: 'p1' },
        decide: () => ok([legacyReport]),
      },
    )
    expect(appended.ok).toBe(true)
    const above = await staffOf('prefecture.bureau')
    for (const [who, knows] of [
      [above, true],
      [land, false],
      [bureau, false],
    ] as const) {
      const { status, body } = await read(who, registered)
      expect(status).toBe(200)
      expect(typesIn(body).includes('ObstructionReported')).toBe(knows)
    }
    const { history } = await follow(registered)
    expect(history.at(-1)).toMatchObject({ type: 'ObstructionReported', values: { to: { id: 'prefecture.bureau' } } })
  })
})

describe('Ratings', () => {
  it('are not shown to those who are rated, one by one', async () => {
    const registered = await accepted()
    await act(keyOf(registered), registered.number, 'withdraw', {})
    await act(keyOf(registered), registered.number, 'rate', {
      whom: 'organ',
      solved: 'dissatisfied',
      fair: 'dissatisfied',
      comment: '敷衍了事',
    })
    for (const who of [land, bureau]) {
      const { body } = await read(who, registered)
      expect(JSON.stringify(body)).not.toContain('敷衍了事')
      expect(typesIn(body)).not.toContain('PetitionRated')
    }
  })
})

describe('An organ in which nobody is left who may handle a petition (信访工作条例 art. 28 (3))', () => {
  const settle = async (number: string, type: string) =>
    successionReaction(house).react({ stream: number, version: 2, fact: { type } } as never, null as never)

  it('gives it to those above, and one in which somebody is left keeps it', async () => {
    const first = await staffOf('county.conciliation')
    const second = await staffOf('county.conciliation')
    const registered = await register({ organ: 'county.conciliation' })
    const holder = async () => (await follow(registered)).holder.id
    await act(first, registered.number, 'declare-recusal', { reason: '同村邻居' })
    await settle(registered.number, 'StaffRecused')
    expect(await holder()).toBe('county.conciliation')
    await act(second, registered.number, 'declare-recusal', { reason: '信访人的亲属' })
    await settle(registered.number, 'StaffRecused')
    expect(await holder()).toBe('county')
  })

  it('is one that a named official leads', async () => {
    const head = await staffOf('county.conciliation', 'head')
    await house.work.query(`update account_person set name = '阚为民' where stream_id = $1`, [
      `account:${head.account}`,
    ])
    const registered = await register({
      ...{
        organ: 'county.conciliation',
        about: [{ as: 'respondent', organ: 'county.conciliation', official: '主任阚为民' }],
      },
    })
    await settle(registered.number, 'PetitionRegistered')
    expect((await follow(registered)).holder.id).toBe('county')
    const refused = await ask(
      await staffOf('county', 'clerk'),
      'POST',
      `/api/petitions/${registered.number}/transfer`,
      {
        to: 'county.conciliation',
      },
    )
    expect([refused.status, refused.body.refusal]).toEqual([422, 'official-leads-organ'])
  })
})

describe('A recusal that a petitioner asks for (信访工作条例 art. 28 (3))', () => {
  const asking = { whom: 'clerk', reasons: '承办人是对方亲属' }
  const decide = (who: Asker, { number }: Registered, request: string, account: string | null) =>
    ask(who, 'POST', `/api/petitions/${number}/decide-recusal`, { request, account, reasons: '依法决定' })

  it('keeps nobody out who works elsewhere', async () => {
    const registered = await accepted()
    const reviewer = await staffOf('county')
    const colleague = await staffOf('county.land')
    await act(keyOf(registered), registered.number, 'request-recusal', asking)
    const refused = await decide(land, registered, 'v1', reviewer.account)
    expect([refused.status, refused.body.refusal]).toEqual([422, 'not-in-that-organ'])
    expect((await decide(land, registered, 'v1', 'nobody')).body.refusal).toBe('unknown-account')
    expect((await decide(land, registered, 'v1', colleague.account)).status).toBe(200)
    expect((await read(colleague, registered)).status).toBe(404)
  })

  it('is decided above where the clerk is the head', async () => {
    const registered = await accepted()
    await act(land, registered.number, 'name-clerk', { account: land.account })
    await act(keyOf(registered), registered.number, 'request-recusal', asking)
    expect((await decide(land, registered, 'v1', null)).body.refusal).toBe('not-the-decider')
    const above = await staffOf('county', 'clerk', 'head')
    expect((await decide(above, registered, 'v1', land.account)).status).toBe(200)
    expect((await read(land, registered)).status).toBe(404)
  })
})

describe('Whoever registered a petition and withdrew from it', () => {
  it('gets no key to it by sending the same registration again', async () => {
    const clerk = await staffOf('county.bureau')
    const send = () => ask(clerk, 'POST', '/api/petitions', letter, { 'idempotency-key': 'the-same-registration' })
    const { status, body } = await send()
    expect([status, (await send()).body.keys]).toEqual([201, body.keys])
    await act(clerk, body.number, 'declare-recusal', { reason: '与信访人是亲属' })
    const again = await send()
    expect([again.status, again.body.refusal]).toEqual([404, 'no-such-petition'])
  })
})

describe('A petition that names those who lead one organ above the other (信访工作条例 art. 28 (3))', () => {
  const settled = async (number: string) => {
    const react = (type: string) =>
      successionReaction(house).react({ stream: number, version: 2, fact: { type } } as never, null as never)
    await react('PetitionRegistered')
    await react('DutiesPassedOn')
  }
  const called = async (who: { account: string }, name: string) =>
    house.work.query('update account_person set name = $2 where stream_id = $1', [`account:${who.account}`, name])

  it('goes on until somebody may see it', async () => {
    await called(await staffOf('county.conciliation', 'leader'), '闻人一')
    await called(await staffOf('county', 'leader'), '闻人二')
    const inCounty = await staffOf('county')
    const above = await staffOf('prefecture')
    const registered = await register({
      organ: 'county.conciliation',
      about: [
        { as: 'respondent', organ: 'county.conciliation', official: '主任闻人一' },
        { as: 'respondent', organ: 'county', official: '县长闻人二' },
      ],
    })
    await settled(registered.number)
    expect((await follow(registered)).holder.id).toBe('prefecture')
    expect((await read(inCounty, registered)).status).toBe(404)
    expect((await read(above, registered)).status).toBe(200)
  })

  it('is reviewed by the nearest organ that none of them leads', async () => {
    await called(await staffOf('county', 'leader'), '闻人三')
    const registered = await accepted({ about: [{ as: 'respondent', organ: 'county', official: '县长闻人三' }] })
    await act(land, registered.number, 'issue-opinion', opinion)
    await act(land, registered.number, 'serve', service)
    const { reviewBodies } = await follow(registered)
    expect(reviewBodies.map(({ id }: { id: string }) => id)).toEqual(['prefecture'])
    const request = (organ: string) =>
      ask(keyOf(registered), 'POST', `/api/petitions/${registered.number}/request-review`, { organ, grounds: '不服' })
    expect((await request('county')).body.refusal).toBe('official-leads-organ')
    expect((await request('prefecture')).status).toBe(200)
  })

  it('gives up a review in which nobody is left', async () => {
    const registered = await accepted()
    await act(land, registered.number, 'issue-opinion', opinion)
    await act(land, registered.number, 'serve', service)
    await act(keyOf(registered), registered.number, 'request-review', { organ: 'county', grounds: '不服' })
    await house.work.query(
      `update petition_organ set recused = array(select account.id from account join account_post using (stream_id) where organ = 'county')
        where stream_id = $1`,
      [registered.number],
    )
    await settled(registered.number)
    const { clocks } = await follow(registered)
    expect(clocks.find(({ rule }: { rule: string }) => rule === 'review').organ.id).toBe('prefecture')
  })
})

describe('An accused organ (信访工作条例 art. 30 (3))', () => {
  const accusing = (organ: string) => ({ class: 'accusation', about: [{ as: 'accused', organ }] })

  it('is not given the accusation by registering, nor is anybody below it', async () => {
    expect((await register(accusing('county'))).organ.id).toBe('prefecture.bureau')
    expect((await register(accusing('county.bureau'))).organ.id).toBe('prefecture.bureau')
    const chosen = await ask(null, 'POST', '/api/petitions', {
      ...{ place: '990101', title: '举报', text: '举报', claims: ['查处'], people: [{ name: '某' }] },
      ...{ ...accusing('county'), organ: 'county.land' },
    })
    expect([chosen.status, chosen.body.refusal]).toEqual([422, 'organ-is-accused'])
  })

  it('is accused by an accusation, whatever word the form had for it', async () => {
    const registered = await register({
      class: 'accusation',
      about: [{ as: 'respondent', organ: 'county.discipline' }],
    })
    const sent = await ask(bureau, 'POST', `/api/petitions/${registered.number}/transfer`, { to: 'county.discipline' })
    expect([sent.status, sent.body.refusal]).toEqual([422, 'organ-is-accused'])
  })

  it('is accused from the day on which a claim turns out to be an accusation', async () => {
    const registered = await register({ about: [{ as: 'respondent', organ: 'county.discipline' }] })
    await act(bureau, registered.number, 'correct', { field: 'class', to: 'accusation', reason: '实为检举' })
    const sent = await ask(bureau, 'POST', `/api/petitions/${registered.number}/transfer`, { to: 'county.discipline' })
    expect([sent.status, sent.body.refusal]).toEqual([422, 'organ-is-accused'])
    const own = await register({ organ: 'county.land', about: [{ as: 'respondent', organ: 'county.land' }] })
    const called = await ask(land, 'POST', `/api/petitions/${own.number}/correct`, {
      ...{ field: 'class', to: 'accusation', reason: '推出去' },
    })
    expect([called.status, called.body.refusal]).toEqual([422, 'organ-is-accused'])
  })

  it('does not come to it by swallowing the organ that has it, and the matter goes on above', async () => {
    const registered = await register(accusing('county.labour'))
    await act(bureau, registered.number, 'transfer', { to: 'county.discipline' })
    await restructure([{ id: 'county.discipline', state: 'merged', successors: ['county.labour'] }], async () => {
      await succeed('county.discipline', { type: 'OrganMerged', into: 'county.labour' })
      expect((await read(labour, registered)).status).toBe(404)
      const above = await staffOf('county')
      expect((await read(above, registered)).body?.holder?.id).toBe('county')
    })
  })

  it('does not come to it by being put under the organ that it accuses, by any door', async () => {
    const { file, mediaType, bytes } = await upload(null, '举报材料.txt', '举报材料')
    const name = '举报材料.txt'
    const registered = await register({
      ...accusing('county.land'),
      people: [{ name: '举报人', phone: '19900000031' }],
      materials: [{ file, name, mediaType, bytes }],
    })
    await act(bureau, registered.number, 'transfer', { to: 'county.discipline' })
    expect((await read(discipline, registered)).status).toBe(200)
    const { number } = registered
    const doors = async () => [
      (await read(discipline, registered)).status,
      (await ask(discipline, 'GET', `/api/petitions/${number}/materials/f1`)).status,
      (await ask(discipline, 'POST', `/api/petitions/${number}/transfer`, { to: 'county.land' })).status,
      ...(await found(discipline, number)),
      ...(await ask(discipline, 'GET', '/api/petitions')).body.items.map((item: { number: string }) => item.number),
      ...(await ask(discipline, 'GET', '/api/worklist')).body.items.map(
        ({ petition }: { petition: { number: string } }) => petition.number,
      ),
    ]
    await restructure([{ id: 'county.discipline', parent: 'county.land' }], async () => {
      expect((await doors()).filter((door) => door !== 404)).not.toContain(number)
      expect((await doors()).slice(0, 3)).toEqual([404, 404, 404])
    })
    await restructure(
      [
        { id: 'county.land', state: 'merged', successors: ['county.labour'] },
        { id: 'county.discipline', parent: 'county.labour' },
      ],
      async () => {
        expect((await doors()).slice(0, 3)).toEqual([404, 404, 404])
        await succeed('county.land', { type: 'OrganMerged', into: 'county.labour' })
        expect((await doors()).filter((door) => door !== 404)).toEqual([])
      },
    )
  })

  /** The same in the table of organs, which is what row security reads. */
  async function reseat({ id, parent, state, successors }: OrganFacts): Promise<void> {
    await house.work.query('update organ set parent = $2, state = $3, successors = $4 where id = $1', [
      ...[id, parent, state],
      JSON.stringify(successors),
    ])
  }

  type Change = { id: string; parent?: string; state?: OrganFacts['state']; successors?: string[] }
  /** The tree as it is after a reform, for as long as `during` lasts. */
  async function restructure(changes: readonly Change[], during: () => Promise<void>): Promise<void> {
    const before = changes.map(({ id }) => testOrgans.find((organ) => organ.id === id) as OrganFacts)
    const was = before.map((facts) => ({ ...facts }))
    before.forEach((facts, at) => void Object.assign(facts, changes[at]))
    await before.reduce((done, facts) => done.then(() => reseat(facts)), Promise.resolve())
    try {
      await during()
    } finally {
      before.forEach((facts, at) => void Object.assign(facts, was[at]))
      await before.reduce((done, facts) => done.then(() => reseat(facts)), Promise.resolve())
    }
  }
  const succeed = async (organ: string, fact: object) =>
    successionReaction(house).react(
      { stream: `organ:${organ}`, fact: { on: house.today(), ...fact } } as never,
      null as never,
    )
})

describe('Staff', () => {
  it('read and handle petitions only with a post for it', async () => {
    const registered = await accepted()
    const administrator = await staffOf('county.land', 'administrator')
    const auditor = await staffOf('county.land', 'auditor')
    const supervisor = await staffOf('county.land', 'supervisor')
    const leader = await staffOf('county.land', 'leader')
    const status = async (who: Asker, url: string) => (await ask(who, 'GET', url)).status
    for (const who of [administrator, auditor]) {
      for (const url of ['/api/petitions', '/api/worklist', `/api/petitions/${registered.number}`])
        expect(await status(who, url)).toBe(403)
      expect(await status(who, `/api/petitions/${registered.number}/materials/f1`)).toBe(403)
    }
    for (const who of [supervisor, leader]) expect((await read(who, registered)).status).toBe(200)
    for (const who of [administrator, auditor, supervisor, leader]) {
      const asked = await ask(who, 'POST', `/api/petitions/${registered.number}/ask-petitioner`, { question: '？' })
      expect([asked.status, asked.body.refusal]).toEqual([403, 'not-yours-to-do'])
      const entered = await ask(who, 'POST', '/api/petitions', {
        ...{ place: '990101', title: '登记', text: '登记', claims: ['登记'], people: [{ name: '某' }] },
      })
      expect([entered.status, entered.body.refusal]).toEqual([403, 'not-yours-to-do'])
    }
  })

  it('leave a trace for the petitioner when they open a file and nothing else', async () => {
    const stored = await upload(null, '合同.txt', '合同内容')
    const registered = await register({ materials: [{ ...stored, name: '合同.txt' }] })
    expect((await follow(registered)).looks).toEqual([])
    const open = () => ask(bureau, 'GET', `/api/petitions/${registered.number}/materials/f1`)
    const closed = await open()
    expect([closed.status, closed.body.refusal]).toEqual([403, 'material-not-opened'])
    const reason = { seal: 'material', material: 'f1', purpose: 'route', reason: '核对合同' }
    await act(bureau, registered.number, 'open-seal', reason)
    const opened = await open()
    expect([opened.status, opened.answer.body]).toEqual([200, '合同内容'])
    expect((await follow(registered)).looks).toMatchObject([{ organ: { id: 'county.bureau' } }])
  })

  it('leave a trace when they look for somebody by number or name', async () => {
    const registered = await register({ people: [{ name: '被查的人', phone: '19900000051' }] })
    expect(await found(bureau, '被查的人')).toEqual([registered.number])
    expect((await follow(registered)).looks).toMatchObject([{ organ: { id: 'county.bureau' } }])
  })

  it('cannot take the trace away, even with the database role of the house', async () => {
    for (const statement of ['delete from petition_look', `update petition_look set organ = 'nobody'`])
      await expect(house.app.query(statement)).rejects.toThrow(/permission denied/)
  })

  it('name only colleagues as clerks', async () => {
    const registered = await accepted()
    const name = (account: string) => ask(land, 'POST', `/api/petitions/${registered.number}/name-clerk`, { account })
    expect((await name('王小明，电话13800000000')).status).toBe(400)
    expect((await name(bureau.account)).body.refusal).toBe('not-a-colleague')
    expect((await name(land.account)).status).toBe(200)
  })
})

describe('An administrator above the organ that supervises (纪检监察)', () => {
  it('lets nobody in there but its first administrator, by no way at all', async () => {
    const above = await staffOf('county.bureau', 'administrator')
    const insider = discipline.account
    const seat = (post: string) => ({ organ: 'county.discipline', post })
    const refusalOf = async (who: Asker, method: 'POST' | 'PUT' | 'DELETE', path: string, body?: object) => {
      const { status, body: answer } = await ask(who, method, `/api/accounts${path}`, body)
      return status < 300 ? 'done' : answer.refusal
    }
    const newcomer = (login: string, post: string) => ({ login, name: '新人', posts: [seat(post)] })
    const own = 'only-its-own-administrator'
    expect(await refusalOf(above, 'POST', '', newcomer('spy', 'clerk'))).toBe('administrator-first')
    expect(await refusalOf(above, 'POST', `/${land.account}/posts`, seat('head'))).toBe('administrator-first')
    expect(await refusalOf(above, 'POST', `/${insider}/password`)).toBe(own)
    expect(await refusalOf(above, 'POST', '', newcomer('first', 'administrator'))).toBe('done')
    for (const post of ['clerk', 'administrator'])
      expect(await refusalOf(above, 'POST', '', newcomer(`another-${post}`, post))).toBe(own)
    expect(await refusalOf(above, 'POST', `/${land.account}/posts`, seat('clerk'))).toBe(own)
    expect(await refusalOf(above, 'PUT', `/${insider}/posts/county.discipline/clerk/until`, { until: null })).toBe(own)
    expect(await refusalOf(above, 'DELETE', `/${insider}/posts/county.discipline/clerk`)).toBe(own)
    expect(await refusalOf(above, 'POST', `/${insider}/close`)).toBe(own)
    const its = await staffOf('county.discipline', 'administrator')
    expect(await refusalOf(its, 'POST', '', newcomer('colleague', 'clerk'))).toBe('done')
    expect(await refusalOf(its, 'POST', `/${insider}/password`)).toBe('done')
  })
})

describe('A history', () => {
  it('cannot be filled by an office until nobody can open it, and what is owed stays possible', () => {
    const world = { law, calendars: builtInCalendars, organs: exampleOrgans }
    const facts = decide(null, example.registered(), world)
    if (!facts.ok) throw new Error(facts.error.kind)
    const state = { ...(facts.value.reduce<State>(evolve, null) as Petition), version: 3000 }
    const kindOf = (command: Command) => {
      const decided = decide(state, command, world)
      return decided.ok ? null : decided.error.kind
    }
    const [on, actor] = [example.registered().on, example.staff('county-bureau')]
    const note = example.sealed('note')
    expect(kindOf({ type: 'AskPetitioner', question: note, on, actor })).toBe('history-full')
    expect(kindOf({ type: 'AddMaterial', note, materials: [], on, actor })).toBe('history-full')
    expect(kindOf({ type: 'AddMaterial', note, materials: [], on, actor: example.petitioner() })).toBeNull()
    expect(kindOf({ ...example.accepted({ actor }), on })).toBeNull()
  })
})

describe('A file', () => {
  it('is attached only if it was uploaded, and is what it was when it came', async () => {
    const stored = await upload(null, '说明.txt', '说明')
    const attach = (material: object) =>
      ask(null, 'POST', '/api/petitions', {
        ...{ place: '990101', title: '附件', text: '附件', claims: ['附件'], people: [{ name: '某' }] },
        materials: [{ ...stored, name: '说明.txt', ...material }],
      })
    expect((await attach({ file: 'f'.repeat(64) })).body.refusal).toBe('file-not-uploaded')
    expect((await attach({ mediaType: '我叫王小明，住在某某路' })).status).toBe(400)
    expect((await attach({ mediaType: 'text/html' })).status).toBe(400)
    const lied = await attach({ bytes: 7_000_000 })
    expect(lied.status).toBe(201)
    const { materials } = await follow(lied.body)
    expect(materials).toMatchObject([{ bytes: Buffer.byteLength('说明') }])
  })

  it('is not named by its place in the store, with which somebody could attach it elsewhere', async () => {
    const stored = await upload(null, '说明.txt', '说明')
    const registered = await register({ materials: [{ ...stored, name: '说明.txt' }] })
    const seen = JSON.stringify((await read(bureau, registered)).body) + JSON.stringify(await follow(registered))
    expect(seen).not.toContain(stored.file)
  })
})

describe('A fact', () => {
  it('has no room for prose in what is not sealed', async () => {
    const body = { place: '990101', title: '标题', text: '内容', claims: ['请求'], people: [{ name: '某' }] }
    const refused = await ask(null, 'POST', '/api/petitions', { ...body, category: '王小明被打' })
    expect(refused.status).toBe(400)
    const registered = await register({ category: 'land.requisition' })
    const corrected = await ask(bureau, 'POST', `/api/petitions/${registered.number}/correct`, {
      ...{ field: 'category', to: '王小明被打', reason: '更正' },
    })
    expect(corrected.status).toBe(400)
  })
})

describe('A stranger', () => {
  it('cannot flood the register, and staff at the window are not held up by one who tries', async () => {
    const paced = await openAnsweringHouse({
      limits: { ...usualLimits, strangersRegistration: { max: 2, windowMs: 60_000 } },
    })
    const clerk = await paced.staffOf('county.bureau')
    const register = async (who: Asker) => (await paced.ask(who, 'POST', '/api/petitions', letter)).status
    expect([await register(null), await register(null), await register(null)]).toEqual([201, 201, 429])
    expect(await register(clerk)).toBe(201)
  })
})

describe('The database (invariant 5)', () => {
  it('has nothing of what was written anywhere but under seal', async () => {
    const mark = '密词'
    const words = (what: string) => `${mark}${what}`
    const { file, mediaType, bytes } = await upload(null, `${mark}.txt`, words('附件'))
    const material = { file, name: `${mark}.txt`, mediaType, bytes }
    const registered = await register({
      placeDetail: words('地点'),
      title: words('标题'),
      text: words('正文'),
      claims: [words('请求')],
      people: [
        { name: words('名'), idNumber: `99010119800101${mark}`, address: words('址'), email: `${mark}@a.example` },
      ],
      agent: { kind: 'agent', name: words('代理人'), phone: words('电话'), mandate: words('委托书') },
      about: [{ as: 'respondent', organ: 'county.land', official: words('被反映人') }],
      elsewhere: { note: words('别处') },
      materials: [material],
    })
    const { number } = registered
    const told = { way: 'onTheSpot', proof: words('告知') }
    await act(bureau, number, 'mark-urgent', { reason: words('紧急') })
    await act(bureau, number, 'correct', { field: 'title', to: words('新标题'), reason: words('更正') })
    await act(bureau, number, 'transfer', { to: 'county.land', note: words('转送') })
    await act(land, number, 'accept', { route: 'handlingOpinion', procedure: words('程序'), told })
    await act(land, number, 'record-contact', { way: 'onSite', note: words('联系'), heard: true })
    await act(land, number, 'ask-petitioner', { question: words('问') })
    await act(keyOf(registered), number, 'answer-question', { question: 'q1', answer: words('答') })
    await act(keyOf(registered), number, 'add-material', { note: words('补充'), materials: [material] })
    await ask(keyOf(registered), 'POST', '/api/follow/reports', { about: 'leak', text: words('泄密') })
    await act(land, number, 'propose-mediation', { mediator: words('调解员'), about: words('调解') })
    await act(land, number, 'issue-opinion', {
      ...opinion,
      facts: words('事实'),
      answers: [{ claim: 'c1', outcome: 'explained', answer: words('答复') }],
    })
    await act(land, number, 'serve', { ...service, proof: { signature: words('签收') } })
    await act(bureau, number, 'request-review', {
      ...{ organ: 'county', person: 'p1', grounds: words('理由') },
      signed: { signature: words('签名'), witness: words('见证') },
    })
    const seen = JSON.stringify((await read(bureau, registered)).body)
    expect(seen.split(mark).length).toBeGreaterThan(25)
    for (const table of await tables()) {
      const { rows } = await house.work.query(
        `select each::text as row from ${table} as each where each::text like $1`,
        [`%${mark}%`],
      )
      expect(rows, table).toEqual([])
    }
  })

  const tables = async (): Promise<string[]> => {
    const { rows } = await house.work.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.table_privileges
        where grantee = 'xinqiao_work' and privilege_type = 'SELECT' and table_schema not in ('pg_catalog', 'information_schema')`,
    )
    expect(rows.length).toBeGreaterThan(15)
    return rows.map(({ name }) => name)
  }
})
