/** Other ways of the law on the wire and in the database (docs/adr/0050): who is told of what, who writes it down, and who cannot even see it. */
import { describe, expect, it } from 'vitest'
import { fly } from '../src/engine/flight.ts'
import { fsck } from '../src/engine/fsck.ts'
import { settingStatements } from '../src/engine/history.ts'
import { rebuild } from '../src/engine/rebuild.ts'
import type { Settings } from '../src/engine/room.ts'
import { sweep } from '../src/engine/sweep.ts'
import { rooms as everyRoom } from '../src/main.ts'
import { commandReferral } from '../src/mediation/referrals/commanding.ts'
import { dueReferrals, dueReminders } from '../src/mediation/referrals/jobs.ts'
import { whoseReferral } from '../src/mediation/referrals/queries.ts'
import { referralKeepingReaction } from '../src/mediation/referrals/reactions.ts'
import { recountReferrals } from '../src/mediation/referrals/recounting.ts'
import { type Asker, keyOf, openAnsweringHouse, type Registered } from './answering-house.ts'
import { catchUp } from './catching-up.ts'
import { nobodysNumber, nobodysReferral, referralBodies } from './command-bodies.ts'

const { ask, register, act, upload, staffOf, house } = await openAnsweringHouse()
const bureau = await staffOf('county.bureau', 'clerk')
const land = await staffOf('county.land', 'clerk')
const labour = await staffOf('county.labour', 'clerk')
const county = await staffOf('county', 'clerk')

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
const telling = (petition: string, more: object = {}) => ({
  ...{ petition, person: 'p1', way: 'administrativeReconsideration', to: { organ: 'county' } },
  ...{ explanation: '对不予丈量的决定，可以向县政府申请行政复议', knownOn: '2026-11-02', ...more },
})
const explain = (who: Asker, petition: string, more: object = {}) =>
  ask(who, 'POST', '/api/referrals', telling(petition, more))
async function explained(more: object = {}): Promise<{ registered: Registered; referral: string }> {
  const registered = await register({})
  const { referral } = await must(explain(bureau, registered.number, more))
  return { registered, referral }
}
const own = (who: Asker, referral: string, segment: string, more: object = {}) =>
  ask(who, 'POST', `/api/follow/referrals/${referral}/${segment}`, { ...referralBodies[segment], ...more })
const write = (who: Asker, referral: string, segment: string, more: object = {}) =>
  ask(who, 'POST', `/api/referrals/${referral}/${segment}`, { ...referralBodies[segment], ...more })
const read = (who: Asker, referral: string) => ask(who, 'GET', `/api/referrals/${referral}`)
const followed = async (who: Asker): Promise<readonly Read[]> =>
  (await must(ask(who, 'GET', '/api/follow/referrals'))).items

async function onDay<T>(today: string, then: () => Promise<T>): Promise<T> {
  house.setToday(today)
  try {
    return await then()
  } finally {
    house.setToday('2026-11-23')
  }
}

describe('Another way of the law', () => {
  it('is explained, taken by the petitioner, followed to its result, and touches nothing in the petition', async () => {
    const { registered, referral } = await explained()
    const { number } = registered
    const mine = keyOf(registered)
    const petitionNow = async () => {
      const { clocks, stage, version } = await must(ask(bureau, 'GET', `/api/petitions/${number}`))
      return { clocks, stage, version }
    }
    const before = await petitionNow()
    expect(await followed(mine)).toMatchObject([
      {
        ...{ part: 'self', stage: 'explained', guide: { id: 'county.bureau' }, to: { organ: { id: 'county' } } },
        explanation: '对不予丈量的决定，可以向县政府申请行政复议',
        clocks: [{ rule: 'applyElsewhere', lastDay: '2027-01-01', binds: 'petitioner' }],
      },
    ])
    const file = await upload(null, '回执.txt', '收件回执')
    await must(own(mine, referral, 'apply', { materials: [{ ...file, name: '回执.txt' }], shared: true }))
    await must(write(county, referral, 'accept', { acceptedOn: '2026-11-23' }))
    expect(await must(read(county, referral))).toMatchObject({
      ...{ part: 'body', petition: null, acceptance: { source: 'organ', bySilence: false } },
      application: { source: 'ownWord', asked: null, proof: 'receipt' },
    })
    expect((await ask(county, 'GET', `/api/referrals/${referral}/materials/a1m1`)).answer.body).toBe('收件回执')
    expect((await ask(county, 'GET', `/api/petitions/${number}`)).status).toBe(404)
    const kept = `/api/follow/referrals/${referral}/materials/a1m1`
    expect((await ask(mine, 'GET', kept)).answer.body).toBe('收件回执')
    // the key of another petition, and a name that is no file’s, find nothing
    expect(await ask(keyOf(await register({})), 'GET', kept)).toMatchObject({ status: 404 })
    expect(await refusalOf(ask(mine, 'GET', kept.replace('a1m1', 'o9m9')))).toBe('material-not-there')
    await must(own(mine, referral, 'outcome', { source: 'paperShown' }))
    await must(write(bureau, referral, 'note-day', { asked: 'byPhone' }))
    await must(own(mine, referral, 'close', { ending: 'done' }))
    expect(await must(read(bureau, referral))).toMatchObject({
      ...{ part: 'guide', petition: number, stage: 'closed', outcome: { outcome: 'partly', source: 'paperShown' } },
      history: expect.arrayContaining([expect.objectContaining({ type: 'OutcomeRecorded', organ: null })]),
    })
    expect(await petitionNow()).toEqual(before)
  })

  it('says what the house knows, who may explain, and which ways there are', async () => {
    const { registered, referral } = await explained()
    const lines = (who: Asker) => ask(who, 'GET', `/api/referral-lines?petition=${registered.number}`)
    expect(await must(lines(bureau))).toMatchObject({
      items: [{ referral, petition: registered.number, next: { rule: 'applyElsewhere', binds: 'petitioner' } }],
      ...{ explain: { refusal: null }, people: ['p1'] },
    })
    expect((await must(lines(bureau))).ways).toHaveLength(7)
    expect((await lines(labour)).status).toBe(404)
    expect(await refusalOf(explain(labour, registered.number))).toBe('no-such-referral')
    expect(await refusalOf(explain(bureau, nobodysNumber))).toBe('no-such-referral')
    expect(await refusalOf(explain(bureau, registered.number, { person: 'p9' }))).toBe('no-such-petitioner')
    expect(await refusalOf(explain(bureau, registered.number, { to: {} }))).toBe('referred-to-nobody')
  })

  it('is listed by what falls due', async () => {
    const { referral } = await explained()
    const { referral: open } = await explained({
      knownOn: null,
      to: { name: '市仲裁委员会' },
      way: 'labourArbitration',
    })
    const listed = async (who: Asker, shelf: string) =>
      ((await must(ask(who, 'GET', `/api/referrals?shelf=${shelf}&limit=100`))).items as Read[]).map(
        (row) => row.referral,
      )
    expect(await listed(bureau, 'due')).toContain(referral)
    expect(await listed(bureau, 'going')).toContain(open)
    expect(await listed(labour, 'due')).toEqual([])
    const { items, next, counts } = await must(ask(bureau, 'GET', '/api/referrals?shelf=due&limit=1'))
    expect(counts.due).toBeGreaterThan(0)
    const rest = await must(ask(bureau, 'GET', `/api/referrals?shelf=due&limit=100${next ? `&cursor=${next}` : ''}`))
    expect((rest.items as Read[]).map((row) => row.referral)).not.toContain(next ? items[0].referral : 'nothing')
    const going = await must(ask(bureau, 'GET', '/api/referrals?shelf=going&limit=100'))
    expect((going.items as Read[]).find((row) => row.referral === open)?.to).toEqual({
      organ: null,
      name: '市仲裁委员会',
    })
  })

  it('is written down by the office only at the petitioner’s asking, and once under one key', async () => {
    const { referral } = await explained()
    expect(await refusalOf(write(bureau, referral, 'apply'))).toBe('petitioner-must-ask')
    const key = { 'idempotency-key': 'referral-apply-once-1' }
    const body = { ...referralBodies.apply, asked: 'inPerson' }
    const send = () => ask(bureau, 'POST', `/api/referrals/${referral}/apply`, body, key)
    await must(send())
    await must(send())
    expect((await must(read(bureau, referral))).history).toHaveLength(2)
    expect(await refusalOf(write(bureau, nobodysReferral, 'apply', { asked: 'inPerson' }))).toBe('no-such-referral')
  })

  it('is taken as accepted by silence, and the petitioner is reminded before their own limit', async () => {
    const { registered, referral } = await explained()
    const mine = keyOf(registered)
    await onDay('2026-12-21', async () => {
      await sweep(dueReminders(house))
      await sweep(dueReminders(house))
    })
    expect(await followed(mine)).toMatchObject([{ stage: 'explained', reminded: [] }])
    await onDay('2026-12-22', async () => {
      await sweep(dueReminders(house))
      await sweep(dueReminders(house))
    })
    expect(await followed(mine)).toMatchObject([{ reminded: ['applyElsewhere#1'] }])
    const { rows } = await house.work.query(`select payload from outbox where stream_id = $1`, [`referral:${referral}`])
    expect(rows.map(({ payload }) => payload.fact)).toEqual(['ReferralExplained', 'PetitionerReminded'])
    expect(await whoseReferral(house, `referral:${referral}`)).toEqual({ petition: registered.number, person: 'p1' })
    await must(own(mine, referral, 'apply'))
    await onDay('2026-12-01', () => sweep(dueReferrals(house)))
    expect(await followed(mine)).toMatchObject([
      {
        ...{ stage: 'accepted', acceptance: { on: '2026-11-30', bySilence: true } },
        clocks: expect.arrayContaining([
          expect.objectContaining({ rule: 'decideElsewhere', lastDay: '2027-01-29', state: 'running' }),
        ]),
      },
    ])
    expect(await recountReferrals(house, [`referral:${referral}`])).toEqual([])
  })
})

describe('Who sees it', () => {
  it('is the office that told them, the petitioner, and whoever has the petition and is not complained of in it', async () => {
    const registered = await register({ about: [{ as: 'respondent', organ: 'county.land', official: null }] })
    const { number } = registered
    const { referral } = await must(explain(bureau, number, { to: { name: '县法院' } }))
    await act(bureau, number, 'transfer', { to: 'county.land' })
    expect((await ask(land, 'GET', `/api/petitions/${number}`)).status).toBe(200)
    expect((await read(land, referral)).status).toBe(404)
    expect((await must(ask(land, 'GET', `/api/referral-lines?petition=${number}`))).items).toEqual([])
    const other = await explained({ to: { name: '县法院' } })
    await act(bureau, other.registered.number, 'transfer', { to: 'county.labour' })
    expect(await must(read(labour, other.referral))).toMatchObject({ part: 'reader', actions: [] })
    expect(await refusalOf(write(labour, other.referral, 'apply', { asked: 'byPhone' }))).toBe('referral-not-yours')
    expect((await read(land, other.referral)).status).toBe(404)
  })

  it('is of several petitioners only the one who was told', async () => {
    const people = [
      { name: '甲', phone: '19900000011' },
      { name: '乙', phone: '19900000012' },
    ]
    const registered = await register({ people, headcount: 2 })
    const { referral } = await must(explain(bureau, registered.number))
    expect(await followed(keyOf(registered, 'p2'))).toEqual([])
    expect(await refusalOf(own(keyOf(registered, 'p2'), referral, 'apply'))).toBe('no-such-referral')
    expect(await followed(keyOf(registered))).toHaveLength(1)
  })

  it('is never whoever is accused, from when it is known', async () => {
    const registered = await register({
      ...{ class: 'accusation', about: [{ as: 'accused', organ: 'county.labour', official: null }] },
    })
    expect(await refusalOf(explain(bureau, registered.number, { to: { organ: 'county.labour' } }))).toBe(
      'referred-to-kept-out',
    )
    const { referral } = await must(explain(bureau, registered.number, { to: { organ: 'county.discipline' } }))
    await must(own(keyOf(registered), referral, 'apply', { shared: true }))
    await catchUp(house, referralKeepingReaction(house))
    const rowsSeen = async (settings: Settings) => {
      const names = ['referral', 'referral_clock', 'referral_party', 'event', 'sealed']
      const counts = names.map((name) => ({
        name: '',
        text: `select count(*)::int as n from ${name} where stream_id = $1`,
        values: [`referral:${referral}`],
      }))
      const results = await fly(house.app, [...settingStatements(settings), ...counts])
      return results.slice(-names.length).map((rows) => (rows[0] as { n: number }).n > 0)
    }
    const as = (organ: string, account: string): Settings => ({
      ...{ 'xinqiao.organ': organ, 'xinqiao.account': account, 'xinqiao.today': '2026-11-23' },
    })
    expect(await rowsSeen({})).toEqual([false, false, false, false, false])
    expect(await rowsSeen(as('county.labour', labour.account))).toEqual([false, false, false, false, false])
    expect(await rowsSeen(as('county.land', land.account))).toEqual([false, false, false, false, false])
    expect(await rowsSeen(as('county.bureau', bureau.account))).toEqual([true, true, true, true, true])
    expect(await rowsSeen({ 'xinqiao.petition': registered.number })).toEqual([true, true, true, true, true])
    // a mistake of the program: the accused is given a row that no rule would give it
    await house.work.query(
      `insert into referral_party select stream_id, 'county.labour', petition, shelf, day, kept_from, officials, recused, about
        from referral_party where stream_id = $1 and organ = ''`,
      [`referral:${referral}`],
    )
    expect(await rowsSeen(as('county.labour', labour.account))).toEqual([false, false, false, false, false])
    await house.work.query(`delete from referral_party where stream_id = $1 and organ = 'county.labour'`, [
      `referral:${referral}`,
    ])
  })

  it('is no longer an office that comes to be accused, and still the petitioner', async () => {
    const { registered, referral } = await explained({ to: { name: '县法院' } })
    await must(own(keyOf(registered), referral, 'apply', { shared: false }))
    const kept = { ...{ keptFrom: ['county.bureau'], officials: [], recused: [] }, about: [] }
    const viewer = { kind: 'system', task: 'referrals' } as const
    await commandReferral(house, { stream: `referral:${referral}`, type: 'KeepReferral', body: kept, viewer })
    expect((await read(bureau, referral)).status).toBe(404)
    expect(await followed(keyOf(registered))).toHaveLength(1)
  })
})

describe('The read models', () => {
  it('are what the facts say', async () => {
    const { errors } = await fsck(house, everyRoom)
    expect(errors).toEqual([])
    await rebuild(house, everyRoom)
    expect((await fsck(house, everyRoom)).errors).toEqual([])
  })
})
