/** Erasing what is of nobody’s petition, on the wire, in the database and in the file store; cut off in the middle; and what fsck says (docs/adr/0057). */
import { describe, expect, it } from 'vitest'
import { fsck } from '../src/engine/fsck.ts'
import { rebuild } from '../src/engine/rebuild.ts'
import { sweep } from '../src/engine/sweep.ts'
import { addDays, day } from '../src/kernel/day.ts'
import { rooms } from '../src/main.ts'
import { dueRecordErasures } from '../src/mediation/erasing/jobs.ts'
import { intakeBegunReaction } from '../src/mediation/intake/reactions.ts'
import { mediationDisputeReaction, mediationFollowingReaction } from '../src/mediation/mediations/reactions.ts'
import { dueReferrals } from '../src/mediation/referrals/jobs.ts'
import { dueErasures } from '../src/petition/erasing.ts'
import { eraseCohort } from '../src/petition/erasing-cohort.ts'
import { type Asker, openAnsweringHouse } from './answering-house.ts'
import { catchUp } from './catching-up.ts'
import { disputeBodies, intakeBodies } from './command-bodies.ts'

const { ask, register, upload, staffOf, house } = await openAnsweringHouse()
const keeper = await staffOf('county.bureau', 'clerk', 'head')
const clerk = await staffOf('county.bureau', 'clerk')
const above = await staffOf('prefecture.bureau', 'head')
const centre = await staffOf('county.conciliation', 'clerk', 'head')
const land = await staffOf('county.land', 'clerk', 'head')

const [begun, keptUntil, proposedOn, approvedOn] = ['2026-11-23', '2056-11-23', '2056-11-24', '2056-11-25']
const secrets = ['要销毁的纠纷', '要销毁的起因', '要销毁的当事人', '13900009901', '要销毁的经过', '要销毁的附件']

interface Read {
  // biome-ignore lint/suspicious/noExplicitAny: what is read is compared, and a wrong shape fails there
  readonly [key: string]: any
}
const must = async (asked: Promise<{ status: number; body: Read }>): Promise<Read> => {
  const { status, body } = await asked
  expect([200, 201], JSON.stringify(body)).toContain(status)
  return body
}
const tried = async (who: Asker, what: string, segment: string) => {
  const { status, body } = await ask(who, 'POST', `/api/record-erasures/${what}/${segment}`, {})
  return status === 200 ? 'done' : (body.refusal ?? JSON.stringify(body))
}
const errors = async () => (await fsck(house, rooms)).errors
const carryOut = () => sweep(dueRecordErasures(house), { abreast: 1 })
const follow = async () => {
  await catchUp(house, mediationFollowingReaction(house))
  await catchUp(house, mediationDisputeReaction(house))
}

/** Recorded, with a file, and directed to a court on the same day. */
async function closedDispute(): Promise<string> {
  house.setToday(begun)
  const body = {
    ...disputeBodies.record,
    entry: null,
    responsible: null,
    due: null,
    title: secrets[0],
    cause: secrets[1],
  }
  const parties = [{ name: secrets[2], contact: secrets[3], asks: true }]
  const { dispute } = await must(ask(keeper, 'POST', '/api/disputes', { ...body, parties, foundOn: begun }))
  const stored = await upload(keeper, '附件.txt', secrets[5] ?? '')
  const materials = [{ ...stored, name: secrets[5] }]
  const progress = { at: begun, kind: 'progress', text: secrets[4], materials }
  await must(ask(keeper, 'POST', `/api/disputes/${dispute}/progress`, progress))
  await must(ask(keeper, 'POST', `/api/disputes/${dispute}/direct`, { to: 'court', told: '告知了诉讼时效' }))
  return `dispute/${dispute}`
}
async function approved(what: string): Promise<void> {
  house.setToday(proposedOn)
  expect(await tried(keeper, what, 'propose')).toBe('done')
  house.setToday(approvedOn)
  expect(await tried(above, what, 'approve')).toBe('done')
}
const listedOf = async (what: string) =>
  (await must(ask(null, 'GET', '/api/erasures'))).items.find(({ number }: Read) => what.endsWith(`/${number}`))
const streamOf = (what: string) => what.replace('/', ':')
const piecesOf = async (stream: string) =>
  Number((await house.work.query('select count(*) from sealed where stream_id = $1', [stream])).rows[0].count)

describe('A dispute that became no petition', () => {
  it('is erased after its years by two heads of two organs, in public, and nothing of what was written is left', async () => {
    const what = await closedDispute()
    const [file] = (await house.work.query('select file from file_reference where stream_id = $1', [streamOf(what)]))
      .rows
    house.setToday(keptUntil)
    expect(await tried(keeper, what, 'propose')).toBe('record-still-kept')
    expect((await must(ask(keeper, 'GET', '/api/record-erasures'))).mayBeErased).toEqual([])
    house.setToday(proposedOn)
    const [kind, record] = what.split('/')
    expect((await must(ask(keeper, 'GET', '/api/record-erasures'))).mayBeErased).toEqual([
      { kind, record, endedOn: begun },
    ])
    expect((await ask(clerk, 'POST', `/api/record-erasures/${what}/propose`, {})).status).toBe(403)
    expect(await tried(land, what, 'propose')).toBe('no-such-record')
    expect(await tried(above, what, 'approve')).toBe('no-such-record')
    expect(await tried(keeper, what, 'propose')).toBe('done')
    expect(await tried(keeper, what, 'propose')).toBe('record-erasure-proposed')
    expect(await tried(land, what, 'approve')).toBe('no-such-record')
    expect((await must(ask(null, 'GET', '/api/erasures'))).items).toEqual([])
    expect((await must(ask(above, 'GET', '/api/erasures/work'))).toApprove).toMatchObject([
      { number: record, class: 'dispute', organ: { id: 'county.bureau' } },
    ])
    const shown = await must(ask(above, 'GET', `/api/record-erasures/${what}`))
    expect(shown).toMatchObject({
      keptYears: 30,
      restsSince: begun,
      proposal: { approver: { id: 'prefecture.bureau' } },
    })
    for (const secret of secrets) expect(JSON.stringify(shown)).not.toContain(secret)
    house.setToday(approvedOn)
    expect(await tried(above, what, 'approve')).toBe('done')
    expect((await must(ask(null, 'GET', '/api/erasures'))).items).toMatchObject([
      { number: record, class: 'dispute', approvedOn, erasedOn: null },
    ])
    expect(await piecesOf(streamOf(what))).toBeGreaterThan(0)
    expect(await errors()).toEqual([])
    await carryOut()
    expect(await piecesOf(streamOf(what))).toBe(0)
    expect(await house.files.open(file?.file as never).catch(() => null)).toBeNull()
    expect((await must(ask(null, 'GET', '/api/erasures'))).items).toMatchObject([{ erasedOn: approvedOn }])
    const page = await must(ask(keeper, 'GET', `/api/disputes/${record}`))
    expect(JSON.stringify(page)).toContain('lawfully erased')
    for (const secret of secrets) expect(JSON.stringify(page)).not.toContain(secret)
    expect(await errors()).toEqual([])
    expect(await tried(keeper, what, 'propose')).toBe('record-erased')
  })

  it('is known to fsck as a lawful gap, and a hole in another is none', async () => {
    const what = await closedDispute()
    await house.work.query(`delete from sealed where stream_id = $1`, [streamOf(what)])
    expect((await errors()).filter(({ kind }) => kind === 'sealed-missing').length).toBeGreaterThan(0)
    await approved(what)
    await carryOut()
    expect(await errors()).toEqual([])
  })

  it('goes on where it was cut off', async () => {
    const what = await closedDispute()
    await approved(what)
    await must(ask(keeper, 'GET', `/api/disputes/${what.split('/')[1]}`))
    const broken = { ...house, files: { ...house.files, discard: () => Promise.reject(new Error('cut off')) } }
    const { faults } = await sweep(dueRecordErasures(broken as never), { abreast: 1 })
    expect(faults).toHaveLength(1)
    expect(await listedOf(what)).toMatchObject({ erasedOn: null })
    await carryOut()
    expect(await listedOf(what)).toMatchObject({ erasedOn: approvedOn })
    expect(await errors()).toEqual([])
  })

  it('is not looked at by the erasures of petitions, and its month’s key can go once all of it was approved', async () => {
    const what = await closedDispute()
    const cohort = () => eraseCohort({ work: house.work, vault: house.vault, today: house.today() }, '2026-11.dispute')
    house.setToday(proposedOn)
    expect(await cohort()).toMatchObject({ error: { kind: 'cases-not-approved', numbers: [streamOf(what)] } })
    await approved(what)
    const erasing = {
      house,
      forgetMessages: async () => {},
      mustKeep: async () => false,
      streamsBeside: async () => [],
    }
    expect(await sweep(dueErasures(erasing), { abreast: 1 })).toMatchObject({ due: 0 })
    expect(await cohort()).toMatchObject({ ok: true })
    await carryOut()
    expect(await errors()).toEqual([])
  })

  it('goes with the petition that it became, and not by itself', async () => {
    house.setToday(begun)
    const what = await closedDispute()
    const { number } = await register({})
    await must(ask(keeper, 'POST', `/api/disputes/${what.split('/')[1]}/petition`, { petition: number }))
    house.setToday(proposedOn)
    expect(await tried(keeper, what, 'propose')).toBe('record-goes-with')
  })

  it('is kept when the organ above says so', async () => {
    const what = await closedDispute()
    house.setToday(proposedOn)
    expect(await tried(keeper, what, 'propose')).toBe('done')
    expect(await tried(above, what, 'decline')).toBe('done')
    expect(await tried(above, what, 'approve')).toBe('no-record-erasure-proposed')
    await carryOut()
    expect(await piecesOf(streamOf(what))).toBeGreaterThan(0)
    expect(await tried(keeper, what, 'propose')).toBe('done')
  })
})

describe('What came to a centre', () => {
  const neighbours = {
    ...{ subject: { kind: 'walkIn' }, kind: 'people', organ: 'county.conciliation', what: '两家共用的巷道被堵' },
    parties: [
      { role: 'applicant', name: '杜某', phone: '19900001111' },
      { role: 'respondent', name: '俞某', phone: '19900002222' },
    ],
  }

  it('a mediation goes with its keys, a visit with the key on its slip', async () => {
    house.setToday(begun)
    const { mediation, keys } = await must(ask(centre, 'POST', '/api/mediations', neighbours))
    await must(
      ask(centre, 'POST', `/api/mediations/${mediation}/end`, {
        reason: 'notAgreed',
        note: '双方不愿再谈',
      }),
    )
    const visit = await must(
      ask(centre, 'POST', '/api/intakes', intakeBodies['take-in'], { 'idempotency-key': 'visit-to-be-erased' }),
    )
    await must(ask(centre, 'POST', `/api/intakes/${visit.intake}/lead`, intakeBodies.lead))
    await follow()
    house.setToday('2036-11-24')
    const resting = await must(ask(centre, 'GET', '/api/record-erasures'))
    expect(resting.mayBeErased).toEqual([{ kind: 'intake', record: visit.intake, endedOn: begun }])
    expect(await tried(centre, `mediation/${mediation}`, 'propose')).toBe('record-still-kept')
    house.setToday(proposedOn)
    for (const what of [`mediation/${mediation}`, `intake/${visit.intake}`]) {
      expect(await tried(centre, what, 'propose'), what).toBe('done')
      const approver = (await must(ask(centre, 'GET', `/api/record-erasures/${what}`))).proposal.approver.id
      const other = await staffOf(approver, 'head')
      expect(await tried(other, what, 'approve'), what).toBe('done')
    }
    await carryOut()
    for (const stream of [`mediation:${mediation}`, `intake:${visit.intake}`]) expect(await piecesOf(stream)).toBe(0)
    expect((await ask(null, 'POST', '/api/mediation-lookup', keys[0])).status).toBe(404)
    expect((await ask(null, 'POST', '/api/held-intake', { reference: visit.intake, key: visit.key })).status).toBe(404)
    expect(await errors()).toEqual([])
    await rebuild(house, rooms)
    expect(await errors()).toEqual([])
  })

  const lawsuit = { way: 'civilLitigation', where: '县人民法院', by: null, until: null }
  const applied = { appliedOn: begun, proof: 'receipt', source: 'ownWord', asked: 'byPhone' }

  /** Told of a court at the window on the first day, and has applied there. */
  async function toldOfCourt(key: string): Promise<{ readonly intake: string; readonly referral: string }> {
    house.setToday(begun)
    const { intake } = await must(
      ask(centre, 'POST', '/api/intakes', intakeBodies['take-in'], { 'idempotency-key': key }),
    )
    await must(
      ask(centre, 'POST', `/api/intakes/${intake}/lead`, { ...intakeBodies.lead, kind: 'referral', ...lawsuit }),
    )
    const { referral } = (await must(ask(centre, 'GET', `/api/intakes/${intake}`))).leads[0]
    await must(ask(centre, 'POST', `/api/referrals/${referral}/apply`, applied))
    return { intake, referral }
  }
  async function goesAfter(what: string, last: string): Promise<void> {
    house.setToday(last)
    expect(await tried(centre, what, 'propose')).toBe('record-still-kept')
    house.setToday(addDays(day(last), 1))
    expect(await tried(centre, what, 'propose')).toBe('done')
    const approver = (await must(ask(centre, 'GET', `/api/record-erasures/${what}`))).proposal.approver.id
    expect(await tried(await staffOf(approver, 'head'), what, 'approve')).toBe('done')
    await carryOut()
    await catchUp(house, intakeBegunReaction(house))
  }
  /** The court says nothing, which is known in the new year. */
  async function hearNothing(): Promise<void> {
    house.setToday('2027-01-25')
    await sweep(dueReferrals(house), { abreast: 1 })
  }

  it('another way of the law goes with the visit at which it was told, and the visit waits for it', async () => {
    const { intake, referral } = await toldOfCourt('visit-told-of-a-court')
    const [visit, way] = [`intake/${intake}`, `referral/${referral}`]
    expect(await tried(centre, visit, 'propose')).toBe('record-clock-running')
    expect(await tried(centre, way, 'propose')).toBe('record-goes-with')
    expect(await tried(land, way, 'propose')).toBe('no-such-record')
    expect(await must(ask(centre, 'GET', `/api/record-erasures/${way}`))).toMatchObject({
      ...{ kind: 'referral', keptYears: 10, proposal: null },
      actions: [{ refusal: { kind: 'record-goes-with', zh: expect.stringContaining('来访登记') } }, {}, {}],
    })
    await hearNothing()
    house.setToday('2036-11-24')
    expect(await tried(centre, visit, 'propose')).toBe('record-still-kept')
    expect(await piecesOf(`referral:${referral}`)).toBeGreaterThan(0)
    await goesAfter(visit, '2037-01-25')
    expect(await piecesOf(`referral:${referral}`)).toBe(0)
    expect(JSON.stringify(await must(ask(centre, 'GET', `/api/referrals/${referral}`)))).not.toContain('县人民法院')
    expect(await errors()).toEqual([])
  })

  it('a dispute waits for what else its visit led to, and takes it with it', async () => {
    const { intake, referral } = await toldOfCourt('visit-with-a-dispute')
    const dispute = { title: '过道被占', asked: '恢复过道', others: [{ name: '测试邻居', phone: '19900000002' }] }
    const nowhere = { way: null, where: null, by: null, until: null }
    const body = { ...intakeBodies.lead, kind: 'dispute', ...nowhere, dispute }
    await must(ask(centre, 'POST', `/api/intakes/${intake}/lead`, body))
    const led = (await must(ask(centre, 'GET', `/api/intakes/${intake}`))).leads[1].dispute
    await must(ask(centre, 'POST', `/api/disputes/${led}/direct`, { to: 'court', told: '告知了诉讼时效' }))
    expect(await tried(centre, `dispute/${led}`, 'propose')).toBe('record-clock-running')
    await hearNothing()
    await goesAfter(`dispute/${led}`, '2057-01-25')
    for (const stream of [`dispute:${led}`, `intake:${intake}`, `referral:${referral}`])
      expect(await piecesOf(stream), stream).toBe(0)
    expect(await errors()).toEqual([])
  })
})
