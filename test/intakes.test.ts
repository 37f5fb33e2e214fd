/** A centre's window on the wire and in the database (docs/adr/0050): taken in once, led on with something in writing, seen by number and key. */
import { describe, expect, it } from 'vitest'
import { numberingReaction } from '../src/documents/numbering/reactions.ts'
import { fly } from '../src/engine/flight.ts'
import { fsck } from '../src/engine/fsck.ts'
import { settingStatements } from '../src/engine/history.ts'
import { rebuild } from '../src/engine/rebuild.ts'
import type { Settings } from '../src/engine/room.ts'
import { issuing } from '../src/issuing.ts'
import { rooms as everyRoom } from '../src/main.ts'
import { intakeOfHouse } from '../src/mediation/intake/queries.ts'
import { intakeBegunReaction, intakeKeepingReaction } from '../src/mediation/intake/reactions.ts'
import { referralOfHouse, whoseReferral } from '../src/mediation/referrals/queries.ts'
import { commandDispute } from '../src/prevention/disputes/commanding.ts'
import { eraseDispute } from '../src/prevention/disputes/reactions.ts'
import { type Asker, openAnsweringHouse } from './answering-house.ts'
import { catchUp } from './catching-up.ts'
import { intakeBodies, nobodysIntake, nobodysNumber } from './command-bodies.ts'

const { ask, register, staffOf, house } = await openAnsweringHouse()
const centre = await staffOf('county.conciliation', 'clerk')
const bureau = await staffOf('county.bureau', 'clerk')

interface Read {
  // biome-ignore lint/suspicious/noExplicitAny: what is read is compared, and a wrong shape fails there
  readonly [key: string]: any
}
const must = async (asked: Promise<{ status: number; body: Read }>): Promise<Read> => {
  const { status, body } = await asked
  expect([200, 201], JSON.stringify(body)).toContain(status)
  return body
}
let asked = 0
const take = (who: Asker, more: object = {}, name = '') => {
  asked += 1
  const key = { 'idempotency-key': name || `intake-for-tests-${asked}` }
  return ask(who, 'POST', '/api/intakes', { ...intakeBodies['take-in'], ...more }, key)
}
const lead = (who: Asker, intake: string, more: object = {}) =>
  ask(who, 'POST', `/api/intakes/${intake}/lead`, { ...intakeBodies.lead, ...more })
const read = (who: Asker, intake: string) => ask(who, 'GET', `/api/intakes/${intake}`)
const held = (reference: string, key: string) => ask(null, 'POST', '/api/held-intake', { reference, key })
const theDispute = { title: '过道被占', asked: '恢复过道', others: [{ name: '测试邻居', phone: '19900000002' }] }
const toMediation = {
  ...{ kind: 'mediation', way: null, where: null, by: null, until: null },
  mediation: { kind: 'people', others: [{ name: '测试邻居', phone: '19900000002' }] },
}
const nowhere = { way: null, where: null, by: null, until: null }

describe('Somebody who comes', () => {
  it('is taken in once, led on, and reads what was done by number and key', async () => {
    const { intake, key } = await must(take(centre))
    expect(await must(read(centre, intake))).toMatchObject({
      ...{ stage: 'waiting', name: '测试人', about: '邻居砌墙占道', concerned: 2 },
      actions: ['petition', 'dispute', 'mediation', 'referral', 'explained'].map((action) => ({
        action,
        allowed: true,
      })),
    })
    await must(lead(centre, intake))
    const seen = await must(held(intake, key))
    expect(seen).toMatchObject({
      ...{ centre: { id: 'county.conciliation' }, stage: 'led', about: '邻居砌墙占道' },
      leads: [
        {
          ...{
            words: '已经说明怎么办',
            by: { id: 'county.labour' },
            until: '2026-12-01',
            where: '县劳动人事争议仲裁委员会',
          },
          limits: { zh: expect.stringContaining('1年') },
        },
      ],
    })
    expect(JSON.stringify(seen)).not.toContain('测试人')
    expect((await held(intake, '1234-5678-9012-3456')).status).toBe(404)
    expect((await held(nobodysIntake, key)).status).toBe(404)
  })

  it('gets the same slip for the same request', async () => {
    const [one, other] = [
      await must(take(centre, {}, 'one-visit-only-1')),
      await must(take(centre, {}, 'one-visit-only-1')),
    ]
    expect(other).toEqual(one)
  })

  it('is taken in at a centre and nowhere else', async () => {
    expect((await take(bureau)).body).toMatchObject({ refusal: 'only-centres-take-in' })
    expect(await must(ask(bureau, 'GET', '/api/centre-day'))).toMatchObject({
      takes: { refusal: { kind: 'only-centres-take-in' } },
    })
    const { intake } = await must(take(centre))
    expect((await read(bureau, intake)).status).toBe(404)
    expect((await lead(bureau, intake)).body).toMatchObject({ refusal: 'no-such-intake' })
  })

  it('may become a petition, which is registered whole and then named', async () => {
    const { intake, key } = await must(take(centre))
    const registered = await ask(centre, 'POST', '/api/petitions', {
      ...{ place: '990101', title: '邻居砌墙占道', text: '过道被占了', claims: ['恢复通行'], channel: 'visit' },
      people: [{ name: '测试人', phone: '19900000001' }],
    })
    const petition = registered.status === 201 ? registered.body.number : (await register({})).number
    const led = await lead(centre, intake, { kind: 'petition', ...nowhere, petition })
    if (registered.status === 201) {
      await must(Promise.resolve(led))
      expect((await must(held(intake, key))).leads).toMatchObject([{ kind: 'petition', petition }])
      expect((await lead(centre, intake)).body).toMatchObject({ refusal: 'intake-became-petition' })
    } else expect(led.body).toMatchObject({ refusal: 'petition-not-found' })
    const { intake: other } = await must(take(centre))
    expect((await lead(centre, other, { kind: 'petition', ...nowhere, petition: nobodysNumber })).body).toMatchObject({
      refusal: 'petition-not-found',
    })
  })

  it('may become a dispute and from there a mediation, each once and found from both sides', async () => {
    const { intake, key } = await must(take(centre))
    const toDispute = { kind: 'dispute', ...nowhere, dispute: theDispute }
    await must(lead(centre, intake, toDispute))
    const dispute = (await must(read(centre, intake))).leads[0].dispute as string
    expect(await must(ask(centre, 'GET', `/api/disputes/${dispute}`))).toMatchObject({
      ...{ source: { kind: 'intake', stream: `intake:${intake}` }, cause: '邻居砌墙占道', people: 2 },
      parties: [{ name: '测试人', asks: true }, { name: '测试邻居' }],
    })
    expect((await lead(centre, intake, toDispute)).body).toMatchObject({ refusal: 'intake-led-there' })
    expect((await lead(centre, intake, { kind: 'mediation', ...nowhere })).body.refusal).toBe('lead-part-missing')
    await must(lead(centre, intake, toMediation))
    const mediation = (await must(read(centre, intake))).leads[1].mediation as string
    const opened = await must(ask(centre, 'GET', `/api/mediations/${mediation}`))
    expect(opened).toMatchObject({ stage: 'asking', subject: { kind: 'dispute' }, parties: [{ name: '测试人' }, {}] })
    expect(opened.history.map(({ type }: Read) => type)).toContain('KeyHandedOver')
    for (const began of [`dispute:${dispute}`, `mediation:${mediation}`]) {
      expect(await must(ask(centre, 'GET', `/api/intake-of?began=${began}`))).toEqual({ intake })
      expect(await must(ask(bureau, 'GET', `/api/intake-of?began=${began}`))).toEqual({ intake: null })
    }
    const seen = await must(held(intake, key))
    const own = seen.leads[1].mediation
    expect(await must(ask(null, 'POST', '/api/mediation-lookup', own))).toMatchObject({ stage: 'asking' })
    expect(seen.leads[0].disputeKey).toMatch(/^[\d-]+$/)
    expect((await must(read(centre, intake))).actions).toMatchObject([
      { action: 'petition', allowed: true },
      { action: 'dispute', allowed: false, refusal: { kind: 'intake-led-there' } },
      { action: 'mediation', allowed: false, refusal: { kind: 'intake-led-there' } },
      { action: 'referral', allowed: true },
      { action: 'explained', allowed: true },
    ])
  })

  it('begins nothing twice, whoever sends the same again, and says in whose words it was refused', async () => {
    const { intake } = await must(take(centre))
    const again = { 'idempotency-key': 'the-same-lead-1' }
    const body = { ...intakeBodies.lead, ...toMediation }
    const [one, other] = [
      await must(ask(centre, 'POST', `/api/intakes/${intake}/lead`, body, again)),
      await must(ask(centre, 'POST', `/api/intakes/${intake}/lead`, body, again)),
    ]
    expect(other).toEqual(one)
    expect((await must(read(centre, intake))).leads).toHaveLength(1)
    const { intake: elsewhere } = await must(take(centre, { place: '110101' }))
    const refused = await lead(centre, elsewhere, { kind: 'dispute', ...nowhere, dispute: theDispute })
    expect(refused.body).toMatchObject({ refusal: 'lead-refused' })
    expect(JSON.stringify(refused.body)).toContain('没有办成')
    expect((await must(read(centre, elsewhere))).leads).toEqual([])
  })

  it('is told of another way of the law without a petition, which the centre follows and the slip opens', async () => {
    const { intake, key } = await must(take(centre))
    const way = { way: 'administrativeReconsideration', where: null, by: 'county', knownOn: '2026-11-02' }
    await must(lead(centre, intake, { ...nowhere, kind: 'referral', ...way }))
    const referral = (await must(read(centre, intake))).leads[0].referral as string
    expect(await must(ask(centre, 'GET', `/api/referrals/${referral}`))).toMatchObject({
      ...{ part: 'guide', petition: null, visit: intake, stage: 'explained' },
      clocks: [{ rule: 'applyElsewhere', lastDay: '2027-01-01' }],
    })
    expect((await ask(bureau, 'GET', `/api/referrals/${referral}`)).status).toBe(404)
    const due = await must(ask(centre, 'GET', '/api/referrals?shelf=due&limit=100'))
    expect((due.items as Read[]).find((row) => row.referral === referral)).toMatchObject({
      petition: null,
      visit: intake,
    })
    const applied = { appliedOn: '2026-11-23', proof: 'receipt', source: 'ownWord', asked: 'byPhone' }
    await must(ask(centre, 'POST', `/api/referrals/${referral}/apply`, applied))
    expect((await must(held(intake, key))).leads[0].referral).toMatchObject({
      part: 'self',
      stage: 'applied',
      actions: [],
    })
    const { intake: others, key: theirs } = await must(take(centre))
    expect((await must(held(others, theirs))).leads).toEqual([])
    expect(await whoseReferral(house, `referral:${referral}`)).toBeNull()
  })

  it('goes home with numbered papers, on which nobody is named', async () => {
    const { intake } = await must(take(centre))
    await must(lead(centre, intake))
    await catchUp(house, numberingReaction(house, issuing))
    const { items } = await must(ask(centre, 'GET', `/api/issued/intake:${intake}/papers`))
    expect(items).toMatchObject([
      { kind: 'visitSlip', number: expect.stringContaining('接待'), refusal: null },
      { kind: 'leadSlip', number: expect.stringContaining('接告'), refusal: null },
    ])
    expect(items[0].number).not.toBe(items[1].number)
    const pages = await Promise.all(
      (items as Read[]).map(({ paper }) => must(ask(centre, 'GET', `/api/issued/intake:${intake}/papers/${paper}`))),
    )
    const [slip, done] = pages.map((page) => JSON.stringify(page))
    for (const said of [intake, '邻居砌墙占道']) expect(slip).toContain(said)
    for (const said of [intake, '已经说明怎么办', '县劳动人事争议仲裁委员会', '1年']) expect(done).toContain(said)
    expect(`${slip}${done}`).not.toContain('测试人')
    expect((await ask(bureau, 'GET', `/api/issued/intake:${intake}/papers`)).status).toBe(404)
  })

  it('stands in the centre’s day and on its lists', async () => {
    const before = await must(ask(centre, 'GET', '/api/centre-day'))
    const { intake } = await must(take(centre))
    expect(await must(ask(centre, 'GET', '/api/centre-day'))).toMatchObject({
      ...{ takes: { refusal: null }, waiting: before.waiting + 1, ledToday: before.ledToday },
    })
    const listed = async (stage: string) =>
      ((await must(ask(centre, 'GET', `/api/intakes?stage=${stage}&limit=100`))).items as Read[]).map(
        (row) => row.intake,
      )
    expect(await listed('waiting')).toContain(intake)
    await must(lead(centre, intake))
    expect(await listed('waiting')).not.toContain(intake)
    expect(await listed('led')).toContain(intake)
    const { items, next } = await must(ask(centre, 'GET', '/api/intakes?stage=led&limit=1'))
    const rest = await must(ask(centre, 'GET', `/api/intakes?stage=led&limit=100&cursor=${next}`))
    expect((rest.items as Read[]).map((row) => row.intake)).not.toContain(items[0].intake)
    expect((await must(ask(bureau, 'GET', '/api/intakes?stage=led'))).items).toEqual([])
  })

  it('has its session in the centre’s day, with time and room and the roles of the parties, and nobody’s name', async () => {
    const { intake } = await must(take(centre))
    await must(lead(centre, intake, toMediation))
    const mediation = (await must(read(centre, intake))).leads[0].mediation as string
    const act = (segment: string, body: object) =>
      must(ask(centre, 'POST', `/api/mediations/${mediation}/${segment}`, body))
    const signed = { signature: '本人签名', witness: '见证人甲' }
    for (const party of ['p1', 'p2']) await act('answer', { party, to: 'mediation', ref: null, agrees: true, signed })
    await act('mediator', { account: centre.account, name: '本中心调解员' })
    for (const party of ['p1', 'p2']) await act('answer', { party, to: 'mediator', ref: 'm1', agrees: true, signed })
    await act('interest', { mediator: 'm1', hasInterest: false })
    await act('session', { day: '2026-11-24', at: '09:30', place: '二楼第一调解室' })
    const sessions = async (): Promise<readonly Read[]> => {
      const day = await must(ask(centre, 'GET', '/api/centre-day'))
      return (day.sessions as Read[]).filter((one) => one.mediation === mediation)
    }
    expect(await sessions()).toEqual([])
    const seen: Read[] = []
    for (const today of ['2026-11-24', '2026-11-25']) {
      house.setToday(today)
      seen.push(...(await sessions()))
    }
    house.setToday('2026-11-23')
    const session = { at: '09:30', place: '二楼第一调解室', roles: ['applicant', 'respondent'], day: '2026-11-24' }
    expect(seen).toMatchObject([
      { ...session, isMissed: false },
      { ...session, isMissed: true },
    ])
    expect(JSON.stringify(seen)).not.toContain('测试人')
    const elsewhere = await must(ask(bureau, 'GET', '/api/centre-day'))
    expect(elsewhere.sessions).toEqual([])
  })

  it('is offered the mediation that fits, and told of the other ways with their limits', async () => {
    expect(await must(ask(centre, 'GET', '/api/intake-offer?category=labour.wages'))).toMatchObject({
      kinds: [{ kind: 'industry', basis: { zh: '《劳动争议调解仲裁法》第10条第1款' } }, { kind: 'people' }],
      ways: [
        { procedure: 'labourArbitration', limits: { zh: expect.stringContaining('第27条') } },
        { procedure: 'civilLitigation' },
      ],
      notSuable: { zh: expect.stringContaining('法院不受理') },
    })
  })
})

describe('The database', () => {
  it('shows a visit to its centre and to nobody else, and follows the petition that it became', async () => {
    const { intake } = await must(take(centre))
    const stream = `intake:${intake}`
    const rowsSeen = async (settings: Settings) => {
      const names = ['intake', 'intake_party', 'intake_key', 'event', 'sealed']
      const counts = names.map((name) => ({
        name: '',
        text: `select count(*)::int as n from ${name} where stream_id = $1`,
        values: [stream],
      }))
      const results = await fly(house.app, [...settingStatements(settings), ...counts])
      return results.slice(-names.length).map((rows) => (rows[0] as { n: number }).n > 0)
    }
    const as = (organ: string, account: string): Settings => ({
      ...{ 'xinqiao.organ': organ, 'xinqiao.account': account, 'xinqiao.today': '2026-11-23' },
    })
    expect(await rowsSeen({})).toEqual([false, false, false, false, false])
    expect(await rowsSeen(as('county.bureau', bureau.account))).toEqual([false, false, false, false, false])
    expect(await rowsSeen(as('county.conciliation', centre.account))).toEqual([true, true, false, true, true])
    await catchUp(house, intakeKeepingReaction(house))
    await catchUp(house, intakeBegunReaction(house))
  })

  it('keeps a visit, and the way of the law that belongs to it, from whoever its dispute names, and erases them with it', async () => {
    const { intake, key } = await must(take(centre))
    const stream = `intake:${intake}`
    const way = { way: 'civilLitigation', where: '县人民法院', by: null }
    await must(lead(centre, intake, { ...nowhere, kind: 'referral', ...way }))
    await must(lead(centre, intake, { kind: 'dispute', ...nowhere, dispute: theDispute }))
    const { leads } = await must(read(centre, intake))
    const [referral, dispute] = [leads[0].referral as string, leads[1].dispute as string]
    const system = { kind: 'system', task: 'test' } as const
    const kept = { keptFrom: [], officials: [centre.account] }
    await commandDispute(house, {
      stream: `dispute:${dispute}`,
      type: 'KeepDispute',
      body: { looked: kept },
      viewer: system,
    })
    await catchUp(house, intakeBegunReaction(house))
    expect((await read(centre, intake)).status).toBe(404)
    expect((await ask(centre, 'GET', `/api/referrals/${referral}`)).status).toBe(404)
    expect((await held(intake, key)).status).toBe(200)
    await eraseDispute(house, `dispute:${dispute}`)
    await catchUp(house, intakeBegunReaction(house))
    expect((await intakeOfHouse(house, stream))?.erasedOn).toBe('2026-11-23')
    expect((await referralOfHouse(house, `referral:${referral}`))?.erasedOn).toBe('2026-11-23')
    expect((await held(intake, key)).status).toBe(404)
  })

  it('holds what the facts say', async () => {
    const { errors } = await fsck(house, everyRoom)
    expect(errors).toEqual([])
    await rebuild(house, everyRoom)
    expect((await fsck(house, everyRoom)).errors).toEqual([])
  })
})
