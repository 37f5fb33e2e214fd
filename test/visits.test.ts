/** Visits to villages on the wire and in the database (docs/adr/0039): who goes, what arrives once, and who cannot even see that there is one. */
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { fly } from '../src/engine/flight.ts'
import { fsck } from '../src/engine/fsck.ts'
import { settingStatements } from '../src/engine/history.ts'
import { rebuild } from '../src/engine/rebuild.ts'
import type { Settings } from '../src/engine/room.ts'
import { sweep } from '../src/engine/sweep.ts'
import type { Day } from '../src/kernel/day.ts'
import { departedLeaders } from '../src/leadership/visits/jobs.ts'
import { visitAgreementReaction, visitCaseReaction, visitReformReaction } from '../src/leadership/visits/reactions.ts'
import { rooms as everyRoom } from '../src/main.ts'
import { type Asker, keyOf, openAnsweringHouse } from './answering-house.ts'
import { catchUp } from './catching-up.ts'
import { nobodysNumber, nobodysVisit, visitBodies } from './command-bodies.ts'

const { ask, register, act, upload, staffOf, house } = await openAnsweringHouse()
const bureau = await staffOf('county.bureau', 'clerk')
const bureauHead = await staffOf('county.bureau', 'head')
const leader = await staffOf('county', 'leader')
const secretary = await staffOf('county', 'clerk')
const land = await staffOf('county.land', 'clerk')
const labour = await staffOf('county.labour', 'clerk')
const prefecture = await staffOf('prefecture', 'leader')

interface Read {
  readonly [key: string]: unknown
}
const read = (who: Asker, visit: string) => ask(who, 'GET', `/api/visits/${visit}`)
const command = (who: Asker, visit: string, segment: string, body: object = {}, more: object = {}) =>
  ask(who, 'POST', `/api/visits/${visit}/${segment}`, body, more)
const must = async (asked: Promise<{ status: number; body: Read }>): Promise<Read> => {
  const { status, body } = await asked
  expect([200, 201], JSON.stringify(body)).toContain(status)
  return body
}
const listed = async (who: Asker, more = ''): Promise<readonly string[]> =>
  ((await must(ask(who, 'GET', `/api/visits?shelf=all&limit=100${more}`))).items as { visit: string }[]).map(
    ({ visit }) => visit,
  )

const theCase = (petition: string, more: object = {}) => ({
  ...{ petition, spot: '落水村三组', meet: '测试人，村口小卖部', brief: '承包地少算三亩', questions: '四至在哪里' },
  ...more,
})
const planOf = (petitions: readonly string[], more: object = {}) => ({
  ...{ day: '2026-11-23', destination: '双溪镇落水村', cases: petitions.map((each) => theCase(each)) },
  leaders: [{ account: leader.account, organ: 'county' }],
  companions: [{ account: labour.account, organ: 'county.labour' }],
  ...more,
})
const plan = (who: Asker, body: object) => ask(who, 'POST', '/api/visits', { plan: body })
async function planned(petitions: readonly string[], more: object = {}): Promise<string> {
  return (await must(plan(bureau, planOf(petitions, more)))).visit as string
}
async function confirmed(petitions: readonly string[], more: object = {}): Promise<string> {
  const visit = await planned(petitions, more)
  await must(command(leader, visit, 'confirm'))
  return visit
}
const entry = (more: object) => ({
  entry: randomUUID(),
  at: '2026-11-23',
  kind: 'met',
  text: '属实，愿意重新丈量',
  ...more,
})

describe('A visit', () => {
  it('is planned, confirmed, carried out, concluded and followed until it is closed', async () => {
    const { number } = await register({})
    const visit = await planned([number])
    expect((await command(bureau, visit, 'take')).body).toMatchObject({ refusal: 'wrong-visit-stage' })
    await must(command(leader, visit, 'confirm'))
    await must(command(leader, visit, 'take'))
    await must(command(leader, visit, 'entry', entry({ petition: number, whom: '测试人' })))
    const agreed = entry({
      petition: number,
      kind: 'agreed',
      organ: 'county.land',
      due: '2026-12-01',
      text: '重新丈量',
    })
    await must(command(leader, visit, 'entry', agreed))
    await must(command(labour, visit, 'entry', entry({ kind: 'heard', text: '村口的桥栏杆坏了' })))
    await catchUp(house, visitAgreementReaction(house))
    await catchUp(house, visitAgreementReaction(house))
    const tasks = await must(ask(land, 'GET', '/api/tasks?list=todo&limit=100'))
    expect(tasks.items).toEqual([expect.objectContaining({ kind: 'agreement', due: '2026-12-01', what: '重新丈量' })])
    await must(command(leader, visit, 'conclude', { report: '到了落水村，见到本人' }))
    expect((await command(bureau, visit, 'close')).body).toMatchObject({ refusal: 'visit-still-open' })
    const [{ task }] = tasks.items as [{ task: string }]
    await must(ask(land, 'POST', `/api/tasks/${task}/report`, { result: 'done', report: '已经丈量', materials: [] }))
    await must(ask(bureauHead, 'POST', `/api/tasks/${task}/close`, { note: null }))
    expect((await command(bureau, visit, 'close')).body).toMatchObject({ refusal: 'petitioner-not-informed' })
    await must(command(bureau, visit, 'inform', { petition: number, way: 'byPhone', note: '已经重新丈量' }))
    await must(command(bureau, visit, 'close'))
    const seen = await must(read(bureau, visit))
    expect(seen).toMatchObject({
      ...{ stage: 'closed', part: 'planner', destination: '双溪镇落水村' },
      cases: [{ petition: number, meet: '测试人，村口小卖部', isOpenToYou: true, informed: { way: 'byPhone' } }],
      entries: [{ kind: 'met', whom: '测试人' }, { kind: 'agreed', due: '2026-12-01' }, { kind: 'heard' }],
      sheets: [{ until: '2026-11-24' }],
    })
    const { number: bridge } = await register({ title: '桥栏杆' })
    const heard = (seen.entries as { entry: string }[])[2]?.entry
    await must(command(bureau, visit, 'link', { entry: heard, petition: bridge }))
    expect(await must(read(leader, visit))).toMatchObject({
      part: 'traveller',
      entries: [{}, {}, { registered: bridge }],
    })
  })

  it('takes an entry once: under its key, without one, and after it was concluded', async () => {
    const { number } = await register({})
    const visit = await confirmed([number])
    const body = entry({ petition: number })
    const key = { 'idempotency-key': body.entry }
    const answers = await Promise.all([key, key, {}, {}].map((more) => command(leader, visit, 'entry', body, more)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect((await must(read(leader, visit))).entries).toHaveLength(1)
    await must(command(leader, visit, 'conclude', { report: '见到了' }))
    expect((await command(leader, visit, 'entry', body)).status).toBe(200)
    expect((await command(leader, visit, 'entry', entry({ petition: number }))).body).toMatchObject({
      refusal: 'wrong-visit-stage',
    })
    await must(command(bureau, visit, 'reopen', { reason: '手机上还有' }))
    expect((await must(read(leader, visit))).entries).toHaveLength(1)
    const { rows } = await house.work.query<{ n: number }>(
      `select count(*)::int as n from event where stream_id = $1 and type = 'EntryRecorded'`,
      [`visit:${visit}`],
    )
    expect(rows[0]?.n).toBe(1)
  })

  it('is listed by its day, page by page, also by petition and by who leads it', async () => {
    const { number } = await register({})
    const visits = [await planned([number], { day: '2026-12-02' }), await planned([number], { day: '2026-12-01' })]
    expect(await listed(bureau, `&petition=${number}`)).toEqual(visits)
    expect(await listed(leader, `&whose=mine&petition=${number}`)).toEqual(visits)
    expect(await listed(labour, `&whose=mine&petition=${number}`)).toEqual([])
    const first = await must(ask(bureau, 'GET', `/api/visits?shelf=ahead&limit=1&petition=${number}`))
    const second = await must(
      ask(bureau, 'GET', `/api/visits?shelf=ahead&limit=1&petition=${number}&cursor=${first.next}`),
    )
    expect([first, second].flatMap(({ items }) => (items as { visit: string }[]).map(({ visit }) => visit))).toEqual(
      visits,
    )
    expect(first.items).toEqual([expect.objectContaining({ destination: '双溪镇落水村', cases: 1, isLate: false })])
  })

  it('moves with its reason, is cancelled with its reason, and is no place for a case that nobody may see', async () => {
    const visit = await confirmed([])
    await must(command(leader, visit, 'postpone', { to: '2026-12-03', reason: '道路塌方' }))
    expect(await must(read(bureau, visit))).toMatchObject({
      stage: 'planned',
      day: '2026-12-03',
      moves: [{ reason: '道路塌方' }],
    })
    await must(command(bureau, visit, 'cancel', { reason: '另行安排' }))
    expect((await plan(bureau, planOf([nobodysNumber]))).body).toMatchObject({ refusal: 'case-unknown' })
    expect((await command(bureau, nobodysVisit, 'confirm')).status).toBe(404)
  })

  it('says how often each leader went, and what is missing', async () => {
    const before = await frequencyOf()
    const { number } = await register({})
    const visit = await confirmed([number])
    expect((await frequencyOf()).planned).toBe(before.planned + 1)
    await must(command(leader, visit, 'entry', entry({ petition: number, kind: 'notMet', text: '不在家' })))
    await must(command(leader, visit, 'conclude', { report: '没有见到' }))
    const after = await frequencyOf()
    expect([after.done, after.planned, after.missing]).toEqual([before.done + 1, before.planned, 0])
    expect(after.asked).toMatchObject({ times: 1, per: 'quarter', from: '2026-10-01', until: '2026-12-31' })
  })
})

interface Frequency {
  readonly account: string
  readonly done: number
  readonly planned: number
  readonly missing: number
  readonly asked: object
}
async function frequencyOf(): Promise<Frequency> {
  const { leaders } = await must(ask(bureau, 'GET', '/api/visit-frequency'))
  const found = (leaders as Frequency[]).find(({ account }) => account === leader.account)
  if (!found) throw new Error('the leader is not there')
  return found
}

describe('Nobody is visited who does not want it', () => {
  it('whoever asked to stay unknown is asked first, and an accusation is taken nowhere', async () => {
    const { number } = await register({ confidentiality: 'confidential' })
    expect((await plan(bureau, planOf([number]))).body).toMatchObject({ refusal: 'needs-petitioners-consent' })
    await must(plan(bureau, planOf([], { cases: [theCase(number, { consent: '电话里同意，约在镇上见' })] })))
    const about = [{ as: 'accused', organ: 'county.labour', official: null }]
    const accusation = await register({ class: 'accusation', about })
    const tried = await plan(bureau, planOf([accusation.number], { companions: [] }))
    expect(tried.body).toMatchObject({ refusal: 'accusation-on-visit' })
  })

  it('and a refusal holds for whoever plans next', async () => {
    const { number } = await register({})
    const visit = await confirmed([number])
    await must(command(labour, visit, 'refused', { petition: number, note: '不想让邻居知道' }))
    expect((await command(leader, visit, 'entry', entry({ petition: number }))).body).toMatchObject({
      refusal: 'petitioner-has-refused',
    })
    expect((await plan(secretary, planOf([]))).status).toBe(201)
    expect((await plan(bureau, planOf([number]))).body).toMatchObject({ refusal: 'petitioner-has-refused' })
  })
})

describe('Somebody whom a case is about', () => {
  const naming = async (account: string, of: string) => {
    const { number } = await register({ about: [{ as: 'respondent', organ: of, official: '某人' }] })
    await act(bureau, number, 'identify-official', { complained: 0, account })
    return number
  }

  it('does not come along, nor does their organ where they lead it', async () => {
    const companions = [{ account: labour.account, organ: 'county.labour' }]
    expect(
      (await plan(bureau, planOf([await naming(labour.account, 'county.labour')], { companions }))).body,
    ).toMatchObject({
      refusal: 'official-on-visit',
    })
    const landHead = await staffOf('county.land', 'head')
    const led = planOf([await naming(landHead.account, 'county.land')], {
      companions: [{ account: land.account, organ: 'county.land' }],
    })
    expect((await plan(bureau, led)).body).toMatchObject({ refusal: 'organ-kept-out-of-visit' })
  })

  it('sees nothing of it from the day on which they are named', async () => {
    const { number } = await register({ about: [{ as: 'respondent', organ: 'county.labour', official: '某人' }] })
    const visit = await confirmed([number])
    expect((await read(labour, visit)).status).toBe(200)
    await act(bureau, number, 'identify-official', { complained: 0, account: labour.account })
    await catchUp(house, visitCaseReaction(house))
    await catchUp(house, visitCaseReaction(house))
    expect((await read(labour, visit)).status).toBe(404)
    expect(await listed(labour)).not.toContain(visit)
    for (const [segment, body] of Object.entries(visitBodies))
      expect((await command(labour, visit, segment, body)).status, segment).toBe(404)
    expect(JSON.stringify((await must(read(leader, visit))).history)).not.toMatch(/Kept/)
  })
})

const streamTables = ['visit', 'visit_case', 'visit_party', 'visit_leader', 'event', 'sealed'] as const
const rowsSeen = async (
  settings: Settings,
  visit: string,
  ...tables: readonly string[]
): Promise<readonly string[]> => {
  const asked = tables.length > 0 ? tables : streamTables
  const counts = asked.map((name) => ({
    ...{ name: '', text: `select count(*)::int as n from ${name} where stream_id = $1`, values: [`visit:${visit}`] },
  }))
  const results = await fly(house.app, [...settingStatements(settings), ...counts])
  return results.slice(-counts.length).flatMap((rows, at) => (rows[0]?.n === 0 ? [] : [asked[at] as string]))
}
const as = (of: string, { account }: { account: string }): Settings => ({
  ...{ 'xinqiao.organ': of, 'xinqiao.account': account, 'xinqiao.today': '2026-11-23' },
})

describe('Row security by itself', () => {
  it('shows a visit to the organ that plans it and to who goes, and of who goes to nobody else of their organ', async () => {
    const { number } = await register({})
    const visit = await confirmed([number])
    const all = [...streamTables]
    expect(await rowsSeen(as('county.bureau', bureauHead), visit)).toEqual(all)
    expect(await rowsSeen(as('county', leader), visit)).toEqual(all)
    expect(await rowsSeen(as('county.labour', labour), visit)).toEqual(all.filter((name) => name !== 'visit_leader'))
    // that the leader went, and on which day: who looks over the county's government may know, and no more
    expect(await rowsSeen(as('county', secretary), visit)).toEqual(['visit_leader'])
    const colleague = await staffOf('county.labour', 'clerk')
    expect(await rowsSeen(as('county.labour', colleague), visit)).toEqual([])
    expect(await rowsSeen(as('county.land', land), visit)).toEqual([])
    expect(await rowsSeen({}, visit)).toEqual([])
    expect((await read(colleague, visit)).status).toBe(404)
    expect((await read(secretary, visit)).status).toBe(404)
    expect((await read(prefecture, visit)).status).toBe(404)
  })

  it('takes no row of who is kept out, whatever the program believes', async () => {
    const visit = await confirmed([])
    const stream = `visit:${visit}`
    const insert = {
      name: '',
      text: `insert into visit_party (stream_id, organ, stage, day, kept_from, officials)
        values ($1, 'county.land', 'confirmed', '2026-11-23', '{county.land}', '{}')`,
      values: [stream],
    }
    const writing = { ...as('county.bureau', bureau), 'xinqiao.visit': stream }
    await expect(fly(house.app, [...settingStatements(writing), insert])).rejects.toThrow(/row-level security/)
    const elsewhere = { ...writing, 'xinqiao.visit': 'visit:another' }
    await expect(
      fly(house.app, [
        ...settingStatements(elsewhere),
        { ...insert, text: insert.text.replace('{county.land}', '{}') },
      ]),
    ).rejects.toThrow(/row-level security/)
  })
})

describe('Whoever is visited', () => {
  const own = async (petition: { number: string }) =>
    (await must(ask(keyOf(petition as never), 'GET', '/api/follow/visits'))).items as object[]

  it('sees who comes, when and where once the leader’s office says so, and nothing of anybody else', async () => {
    const petition = await register({})
    const other = await register({})
    const visit = await planned([petition.number, other.number])
    expect((await command(leader, visit, 'show', { petition: petition.number })).body).toMatchObject({
      refusal: 'wrong-visit-stage',
    })
    await must(command(leader, visit, 'confirm'))
    expect(await own(petition)).toEqual([])
    // who merely comes along does not say so
    expect((await command(labour, visit, 'show', { petition: petition.number })).body).toMatchObject({
      refusal: 'visit-not-yours',
    })
    const stranger = await register({})
    expect((await command(bureau, visit, 'show', { petition: stranger.number })).body).toMatchObject({
      refusal: 'not-on-visit',
    })
    await must(command(bureau, visit, 'show', { petition: petition.number }))
    await must(command(bureau, visit, 'show', { petition: petition.number }))
    expect(await own(petition)).toEqual([
      {
        ...{ state: 'coming', day: '2026-11-23', spot: '落水村三组', shownOn: '2026-11-23' },
        leaders: [{ name: expect.any(String), organ: expect.objectContaining({ id: 'county' }) }],
      },
    ])
    expect(await own(other)).toEqual([])
    expect((await must(read(bureau, visit))).cases).toMatchObject([{ shownOn: '2026-11-23' }, { shownOn: null }])
    expect(await rowsSeen({ 'xinqiao.petition': petition.number }, visit, 'visit_case')).toEqual(['visit_case'])
    expect(await rowsSeen({ 'xinqiao.petition': other.number }, visit, 'visit_case')).toEqual([])
    for (const table of ['visit', 'visit_leader', 'visit_party', 'event', 'sealed'])
      expect(await rowsSeen({ 'xinqiao.petition': petition.number }, visit, table), table).toEqual([])
  })

  it('is not left with a visit that was taken off in silence, and reads what became of it', async () => {
    const petition = await register({})
    const visit = await confirmed([petition.number])
    await must(command(leader, visit, 'show', { petition: petition.number }))
    const without = await command(bureau, visit, 'edit', { plan: planOf([]) })
    expect(without.body).toMatchObject({ refusal: 'announced-to-petitioner' })
    await must(command(leader, visit, 'postpone', { to: '2026-12-03', reason: '道路塌方' }))
    expect(await own(petition)).toMatchObject([{ state: 'moved', day: '2026-12-03' }])
    await must(command(leader, visit, 'cancel', { reason: '另行安排' }))
    expect(await own(petition)).toMatchObject([{ state: 'cancelled' }])
  })

  it('is not told of a visit that they did not want', async () => {
    const petition = await register({})
    const visit = await confirmed([petition.number])
    await must(command(bureau, visit, 'refused', { petition: petition.number, note: null }))
    expect((await command(bureau, visit, 'show', { petition: petition.number })).body).toMatchObject({
      refusal: 'petitioner-has-refused',
    })
  })
})

describe('When posts and organs change', () => {
  it('a visit ahead loses the leader who leads there no longer, and is planned anew', async () => {
    const visit = await confirmed([], { day: '2026-12-10' })
    await sweep(departedLeaders(house))
    expect(await must(read(bureau, visit))).toMatchObject({ stage: 'confirmed' })
    const later = { ...house, today: () => '2026-11-24' as Day }
    await house.work.query(`update account_post set runs_until = '2026-11-23' where stream_id = $1`, [
      `account:${leader.account}`,
    ])
    await sweep(departedLeaders(later))
    await sweep(departedLeaders(later))
    await house.work.query(`update account_post set runs_until = null where stream_id = $1`, [
      `account:${leader.account}`,
    ])
    const seen = await must(read(bureau, visit))
    expect(seen).toMatchObject({ stage: 'planned', leaders: [] })
    expect((seen.history as { type: string }[]).filter(({ type }) => type === 'LeaderLeft')).toHaveLength(1)
    expect((await command(bureau, visit, 'confirm')).body).toMatchObject({ refusal: 'no-leader-on-visit' })
    await must(command(bureau, visit, 'edit', { plan: planOf([], { day: '2026-12-10' }) }))
    await must(command(bureau, visit, 'confirm'))
  })

  it('whoever carries an organ on plans and goes in its place; nothing of a visit that is over moves', async () => {
    const visit = await confirmed([])
    const over = await confirmed([])
    await must(command(bureau, over, 'cancel', { reason: '另行安排' }))
    const find: typeof house.directory.find = (id) => {
      const facts = house.directory.find(id)
      return id === 'county.labour' && facts
        ? { ...facts, state: 'merged' as const, successors: ['county.land' as never] }
        : facts
    }
    const reformed = { ...house, directory: { ...house.directory, find, refresh: async () => {} } }
    const merged = { stream: 'organ:county.labour', fact: { type: 'OrganMerged' }, version: 9 } as never
    for (const _ of [1, 2]) await visitReformReaction(reformed).react(merged, null as never)
    const seen = await must(read(bureau, visit))
    expect(seen.companions).toMatchObject([{ organ: { id: 'county.land' } }])
    expect((seen.history as { type: string }[]).filter(({ type }) => type === 'VisitPassedOn')).toHaveLength(1)
    expect((await must(read(bureau, over))).companions).toMatchObject([{ organ: { id: 'county.labour' } }])
    expect((await fsck(house, everyRoom)).errors).toEqual([])
  })
})

describe('With its petition', () => {
  it('goes what was written of it, in every visit; that there was one stays', async () => {
    const { number } = await register({})
    const { number: other } = await register({})
    const visit = await confirmed([number, other])
    const going = { ...(await upload(leader, '界石.txt', `界石 ${visit}`)), name: '界石.txt' }
    const staying = { ...(await upload(leader, '桥.txt', `桥 ${visit}`)), name: '桥.txt' }
    const both = { petition: number, text: '要被销毁的话', materials: [going, staying] }
    await must(command(leader, visit, 'entry', entry(both)))
    await must(command(leader, visit, 'entry', entry({ petition: other, text: '留下的话', materials: [staying] })))
    const file = (nth: number, at: number) => {
      const ref = (entries[nth] as { materials: { ref: string }[] }).materials[at]?.ref
      return ask(labour, 'GET', `/api/visits/${visit}/materials/${ref}`)
    }
    const entries = (await must(read(labour, visit))).entries as object[]
    expect((await file(0, 0)).answer.body).toBe(`界石 ${visit}`)
    expect((await ask(land, 'GET', `/api/visits/${visit}/materials/x`)).status).toBe(404)
    expect(await rowsSeen(as('county.labour', labour), visit, 'file_reference')).toEqual(['file_reference'])
    expect(await rowsSeen(as('county.land', land), visit, 'file_reference')).toEqual([])
    const missing = { ...going, file: 'A'.repeat(43) }
    expect(
      (await command(leader, visit, 'entry', entry({ petition: other, materials: [missing] }))).body,
    ).toMatchObject({
      refusal: 'material-not-there',
    })
    const erased = { stream: number, fact: { type: 'ContentErased', on: '2026-11-23' }, version: 2 } as never
    await visitCaseReaction(house).react(erased, null as never)
    await visitCaseReaction(house).react(erased, null as never)
    const { body } = await read(bureau, visit)
    expect(JSON.stringify(body)).toContain('留下的话')
    expect(JSON.stringify(body)).not.toContain('要被销毁的话')
    expect((await file(0, 0)).body).toMatchObject({ refusal: 'material-not-there' })
    expect(await house.files.open(going.file)).toBeNull()
    expect((await file(1, 0)).answer.body).toBe(`桥 ${visit}`)
    expect((body as { cases: { brief: string }[] }).cases.map(({ brief }) => brief)).toEqual([
      '〔已依法销毁 / lawfully erased〕',
      '承包地少算三亩',
    ])
  })
})

describe('The rows of visits', () => {
  it('follow from the facts, and can be made again from them', async () => {
    expect((await fsck(house, everyRoom)).errors).toEqual([])
    const before = await house.work.query('select * from visit_party order by stream_id, organ')
    await house.work.query('delete from visit_party')
    expect((await fsck(house, everyRoom)).errors.length).toBeGreaterThan(0)
    await rebuild(house, everyRoom)
    const after = await house.work.query('select * from visit_party order by stream_id, organ')
    expect(after.rows).toEqual(before.rows)
    expect((await fsck(house, everyRoom)).errors).toEqual([])
  })
})
