/** Help in hardship on the wire and in the database (docs/adr/0051): who is told, who says yes, who is given the task, and who cannot even see it. */
import { describe, expect, it } from 'vitest'
import { fly } from '../src/engine/flight.ts'
import { fsck } from '../src/engine/fsck.ts'
import { settingStatements } from '../src/engine/history.ts'
import { rebuild } from '../src/engine/rebuild.ts'
import type { Settings } from '../src/engine/room.ts'
import { rooms as everyRoom } from '../src/main.ts'
import { commandRelief } from '../src/mediation/relief/commanding.ts'
import { whoseRelief } from '../src/mediation/relief/queries.ts'
import { reliefHandingReaction, reliefKeepingReaction } from '../src/mediation/relief/reactions.ts'
import { type Asker, keyOf, openAnsweringHouse, type Registered } from './answering-house.ts'
import { catchUp } from './catching-up.ts'
import { nobodysNumber, nobodysRelief, reliefBodies } from './command-bodies.ts'

const { ask, register, act, upload, staffOf, house } = await openAnsweringHouse()
const bureau = await staffOf('county.bureau', 'clerk')
const land = await staffOf('county.land', 'clerk')
const labour = await staffOf('county.labour', 'clerk')

interface Read {
  // biome-ignore lint/suspicious/noExplicitAny: what is read is compared, and a wrong shape fails there
  readonly [key: string]: any
}
const must = async (asked: Promise<{ status: number; body: Read }>): Promise<Read> => {
  const { status, body } = await asked
  expect([200, 201], JSON.stringify(body)).toContain(status)
  return body
}
const refusalOf = async (asked: Promise<{ body: Read }>): Promise<string> => (await asked).body.refusal
const tell = (who: Asker, petition: string, more: object = {}) =>
  ask(who, 'POST', '/api/relief', { ...reliefBodies.tell, petition, ...more })
async function told(more: object = {}): Promise<{ registered: Registered; relief: string }> {
  const registered = await register(more)
  const { relief } = await must(tell(bureau, registered.number))
  return { registered, relief }
}
const own = (who: Asker, relief: string, segment: string, more: object = {}) =>
  ask(who, 'POST', `/api/follow/relief/${relief}/${segment}`, { ...reliefBodies[segment], ...more })
const write = (who: Asker, relief: string, segment: string, more: object = {}) =>
  ask(who, 'POST', `/api/relief/${relief}/${segment}`, { ...reliefBodies[segment], ...more })
const read = (who: Asker, relief: string) => ask(who, 'GET', `/api/relief/${relief}`)
const followed = async (who: Asker): Promise<readonly Read[]> =>
  (await must(ask(who, 'GET', '/api/follow/relief'))).items

describe('Help in hardship', () => {
  it('is told, wished with the key, helped, given to an organ as a task, and touches nothing in the petition', async () => {
    const { registered, relief } = await told()
    const mine = keyOf(registered)
    const petitionNow = async () => {
      const { clocks, stage, version } = await must(ask(bureau, 'GET', `/api/petitions/${registered.number}`))
      return { clocks, stage, version }
    }
    const before = await petitionNow()
    expect(await followed(mine)).toMatchObject([
      { part: 'self', stage: 'told', kind: 'social', explanation: '可以向乡镇人民政府申请临时救助' },
    ])
    expect(await refusalOf(write(bureau, relief, 'hand-on'))).toBe('wrong-relief-stage')
    await must(own(mine, relief, 'answer'))
    await must(write(bureau, relief, 'help'))
    await must(write(bureau, relief, 'hand-on'))
    await catchUp(house, reliefHandingReaction(house))
    await catchUp(house, reliefHandingReaction(house))
    const { items: tasks } = await must(ask(bureau, 'GET', `/api/task-lines?of=relief:${relief}`))
    expect(tasks).toMatchObject([
      { kind: 'relief', organ: { id: 'county.labour' }, due: '2026-12-20', what: '请核对是否符合临时救助条件' },
    ])
    // the organ has its task and nothing else of the petition
    expect(await must(ask(labour, 'GET', `/api/tasks/${tasks[0].task}`))).toMatchObject({ petitions: [] })
    expect((await read(labour, relief)).status).toBe(404)
    expect((await ask(labour, 'GET', `/api/petitions/${registered.number}`)).status).toBe(404)
    await must(own(mine, relief, 'outcome'))
    expect(await must(read(bureau, relief))).toMatchObject({
      ...{ part: 'guide', petition: registered.number, stage: 'ended', answers: [{ wishes: true, word: 'key' }] },
      outcome: { outcome: 'granted', source: 'paperShown', text: '给予临时救助' },
    })
    expect(await petitionNow()).toEqual(before)
  })

  it('goes on when the petition is withdrawn: it never depended on it', async () => {
    const { registered, relief } = await told()
    await must(own(keyOf(registered), relief, 'answer'))
    await act(keyOf(registered), registered.number, 'withdraw', { reason: '已经解决' })
    await must(write(bureau, relief, 'help'))
    await must(write(bureau, relief, 'hand-on'))
    await must(tell(bureau, registered.number, { kind: 'judicial' }))
    const stages = (await followed(keyOf(registered))).map(({ kind, stage }) => `${kind} ${stage}`)
    expect(stages.toSorted()).toEqual(['judicial told', 'social handed'])
  })

  it('is refused where anything would tie it to giving the petition up', async () => {
    const { registered, relief } = await told()
    expect((await tell(bureau, registered.number, { onWithdrawal: true })).status).toBe(400)
    expect((await own(keyOf(registered), relief, 'answer', { withdraws: true })).status).toBe(400)
  })

  it('takes a wish from the office only with the signed record, once under one key', async () => {
    const { relief } = await told()
    expect(await refusalOf(write(bureau, relief, 'answer'))).toBe('needs-signed-record')
    const gone = { file: 'a'.repeat(64), name: '笔录.txt', mediaType: 'text/plain', bytes: 1 }
    expect(await refusalOf(write(bureau, relief, 'answer', { materials: [gone] }))).toBe('material-not-there')
    const materials = [{ ...(await upload(null, '笔录.txt', '本人签名')), name: '笔录.txt' }]
    const body = { ...reliefBodies.answer, materials }
    const key = { 'idempotency-key': 'relief-answer-once-1' }
    await must(ask(bureau, 'POST', `/api/relief/${relief}/answer`, body, key))
    await must(ask(bureau, 'POST', `/api/relief/${relief}/answer`, body, key))
    expect((await must(read(bureau, relief))).answers).toMatchObject([{ word: 'signedRecord' }])
    expect((await ask(bureau, 'GET', `/api/relief/${relief}/materials/a1m1`)).answer.body).toBe('本人签名')
  })

  it('is told to somebody who petitions, by whoever has the petition, and the message says nothing of it', async () => {
    const { registered, relief } = await told()
    expect(await refusalOf(tell(labour, registered.number))).toBe('no-such-relief')
    expect(await refusalOf(tell(bureau, nobodysNumber))).toBe('no-such-relief')
    expect(await refusalOf(tell(bureau, registered.number, { person: 'p9' }))).toBe('no-such-petitioner')
    expect(await refusalOf(write(bureau, nobodysRelief, 'help'))).toBe('no-such-relief')
    expect(await must(ask(bureau, 'GET', `/api/relief-lines?petition=${registered.number}`))).toMatchObject({
      ...{ items: [{ relief }], tell: { refusal: null }, people: ['p1'] },
    })
    const { rows } = await house.work.query('select payload from outbox where stream_id = $1', [`relief:${relief}`])
    expect(rows.map(({ payload }) => payload)).toMatchObject([{ fact: 'ReliefExplained' }])
    expect(await whoseRelief(house, `relief:${relief}`)).toEqual({ petition: registered.number, person: 'p1' })
  })
})

describe('Who sees it', () => {
  it('is whoever has the petition and is not complained of in it, and of several petitioners the one who was told', async () => {
    const people = [
      { name: '甲', phone: '19900000011' },
      { name: '乙', phone: '19900000012' },
    ]
    const about = [{ as: 'respondent', organ: 'county.land', official: null }]
    const { registered, relief } = await told({ people, headcount: 2, about })
    await act(bureau, registered.number, 'transfer', { to: 'county.land' })
    expect((await ask(land, 'GET', `/api/petitions/${registered.number}`)).status).toBe(200)
    expect((await read(land, relief)).status).toBe(404)
    expect((await must(ask(land, 'GET', `/api/relief-lines?petition=${registered.number}`))).items).toEqual([])
    expect(await followed(keyOf(registered, 'p2'))).toEqual([])
    expect(await refusalOf(own(keyOf(registered, 'p2'), relief, 'answer'))).toBe('no-such-relief')
    const other = await told()
    await act(bureau, other.registered.number, 'transfer', { to: 'county.labour' })
    expect(await must(read(labour, other.relief))).toMatchObject({ part: 'reader', actions: [] })
    expect(await refusalOf(write(labour, other.relief, 'help'))).toBe('relief-not-yours')
  })

  it('is never whoever is accused, and the database keeps it by itself', async () => {
    const about = [{ as: 'accused', organ: 'county.labour', official: null }]
    const { registered, relief } = await told({ class: 'accusation', about })
    await must(own(keyOf(registered), relief, 'answer'))
    expect(await refusalOf(write(bureau, relief, 'hand-on'))).toBe('relief-at-kept-out')
    const rowsSeen = async (settings: Settings) => {
      const names = ['relief', 'relief_party', 'event', 'sealed']
      const counts = names.map((name) => ({
        name: '',
        text: `select count(*)::int as n from ${name} where stream_id = $1`,
        values: [`relief:${relief}`],
      }))
      const results = await fly(house.app, [...settingStatements(settings), ...counts])
      return results.slice(-names.length).map((rows) => (rows[0] as { n: number }).n > 0)
    }
    const as = (organ: string, account: string): Settings => ({
      ...{ 'xinqiao.organ': organ, 'xinqiao.account': account, 'xinqiao.today': '2026-11-23' },
    })
    const nothing = [false, false, false, false]
    const everything = [true, true, true, true]
    expect(await rowsSeen({})).toEqual(nothing)
    expect(await rowsSeen(as('county.labour', labour.account))).toEqual(nothing)
    expect(await rowsSeen(as('county.land', land.account))).toEqual(nothing)
    expect(await rowsSeen(as('county.bureau', bureau.account))).toEqual(everything)
    expect(await rowsSeen({ 'xinqiao.petition': registered.number })).toEqual(everything)
    // a mistake of the program: the accused is given a row that no rule would give it
    const wrong = `insert into relief_party select stream_id, 'county.labour', petition, kept_from, officials, recused, about
      from relief_party where stream_id = $1 and organ = ''`
    await house.work.query(wrong, [`relief:${relief}`])
    expect(await rowsSeen(as('county.labour', labour.account))).toEqual(nothing)
    await house.work.query(`delete from relief_party where stream_id = $1 and organ = 'county.labour'`, [
      `relief:${relief}`,
    ])
  })

  it('is no longer an office that comes to be accused, and still the petitioner', async () => {
    const { registered, relief } = await told()
    const kept = { keptFrom: ['county.bureau'], officials: [], recused: [], about: [] }
    const viewer = { kind: 'system', task: 'relief' } as const
    await commandRelief(house, { stream: `relief:${relief}`, type: 'KeepRelief', body: kept, viewer })
    expect((await read(bureau, relief)).status).toBe(404)
    expect(await followed(keyOf(registered))).toHaveLength(1)
  })
})

describe('A no after it was handed on', () => {
  it('takes back what was not yet done, with the reason for the organ that had it; another yes begins anew', async () => {
    const { registered, relief } = await told()
    await must(own(keyOf(registered), relief, 'answer', { wishes: true }))
    const handing = () => catchUp(house, reliefHandingReaction(house))
    await must(write(bureau, relief, 'hand-on'))
    await must(own(keyOf(registered), relief, 'answer', { wishes: false }))
    // another yes on the same day, before the house has read the no
    await must(own(keyOf(registered), relief, 'answer', { wishes: true }))
    await must(write(bureau, relief, 'hand-on'))
    await handing()
    await handing()
    const of = `relief:${relief}`
    const tasks = (await must(ask(bureau, 'GET', `/api/task-lines?of=${of}`))).items
    expect(tasks.map(({ key, stage }: { key: string; stage: string }) => [key, stage])).toEqual([
      ['h1', 'withdrawn'],
      ['h2', 'given'],
    ])
    const doer = await staffOf(tasks[0].organ.id, 'clerk', 'head')
    const seen = await must(ask(doer, 'GET', `/api/tasks/${tasks[0].task}`))
    expect(seen).toMatchObject({ stage: 'withdrawn', note: expect.stringContaining('不需要') })
    expect(seen.clocks).toMatchObject([{ state: 'stopped' }])
  })
})

describe('With the petition', () => {
  it('everything that was written goes, the signed record too, and that somebody was told stays', async () => {
    const { registered, relief } = await told()
    const stored = (await upload(null, '笔录.txt', '只在这里的笔录')) as { file: string }
    await must(write(bureau, relief, 'answer', { materials: [{ ...stored, name: '笔录.txt' }] }))
    const erasure = { stream: registered.number, fact: { type: 'ContentErased', on: '2026-11-23' } }
    await reliefKeepingReaction(house).react(erasure as never, null as never)
    await reliefKeepingReaction(house).react(erasure as never, null as never)
    const stream = `relief:${relief}`
    const { rows } = await house.work.query(
      `select (select count(*)::int from sealed where stream_id = $1) as sealed,
        (select count(*)::int from file_reference where stream_id = $1) as files`,
      [stream],
    )
    expect(rows).toEqual([{ sealed: 0, files: 0 }])
    expect(await house.files.open(stored.file)).toBeNull()
    expect(await whoseRelief(house, stream)).toBeNull()
    expect(await must(read(bureau, relief))).toMatchObject({
      ...{ stage: 'wished', erasedOn: '2026-11-23', explanation: expect.stringContaining('lawfully erased') },
    })
    expect(await refusalOf(write(bureau, relief, 'help'))).toBe('relief-erased')
  })
})

describe('The read models', () => {
  it('are what the facts say', async () => {
    expect((await fsck(house, everyRoom)).errors).toEqual([])
    await rebuild(house, everyRoom)
    expect((await fsck(house, everyRoom)).errors).toEqual([])
  })
})
