/**
 * Mediation on the wire and in the database (docs/adr/0048): who is asked, who learns of it, how a petition and its mediation keep in step, and
 * that no day of the petition is lost by it.
 */
import { describe, expect, it } from 'vitest'
import { fly } from '../src/engine/flight.ts'
import { fsck } from '../src/engine/fsck.ts'
import { settingStatements } from '../src/engine/history.ts'
import { rebuild } from '../src/engine/rebuild.ts'
import { sweep } from '../src/engine/sweep.ts'
import { rooms as everyRoom } from '../src/main.ts'
import { dueMediations } from '../src/mediation/mediations/jobs.ts'
import { isMediated } from '../src/mediation/mediations/queries.ts'
import { mediationFollowingReaction, mediationPetitionReaction } from '../src/mediation/mediations/reactions.ts'
import { tasksFrom } from '../src/tasks/queries.ts'
import { type Asker, keyOf, openAnsweringHouse } from './answering-house.ts'
import { catchUp } from './catching-up.ts'
import { commandBodies } from './command-bodies.ts'
import { organ } from './office.ts'

const { ask, register, act, staffOf, house } = await openAnsweringHouse()
const centre = 'county.conciliation'
const mediator = await staffOf(centre, 'clerk')
const head = await staffOf(centre, 'head')
const bureau = await staffOf('county.bureau', 'clerk', 'head')
const land = await staffOf('county.land', 'clerk', 'head')
const labour = await staffOf('county.labour', 'clerk', 'head')

type Read = Readonly<Record<string, unknown>>
// biome-ignore lint/suspicious/noExplicitAny: what comes over the wire is looked at by the assertions
type Any = any
const must = async (asked: Promise<{ status: number; body: Read }>): Promise<Any> => {
  const { status, body } = await asked
  expect([200, 201], JSON.stringify(body)).toContain(status)
  return body
}
const refused = async (asked: Promise<{ status: number; body: Read }>): Promise<unknown> => (await asked).body.refusal

let requests = 0
const key = () => {
  requests += 1
  return { 'idempotency-key': `mediation-request-${String(requests).padStart(6, '0')}` }
}

async function follow() {
  // what one writes the other reads
  for (let round = 0; round < 2; round += 1) {
    await catchUp(house, mediationPetitionReaction(house))
    await catchUp(house, mediationFollowingReaction(house))
  }
}

const on = (who: Asker, mediation: string, segment: string, body: object = {}) =>
  ask(who, 'POST', `/api/mediations/${mediation}/${segment}`, body)
const read = (who: Asker, mediation: string) => ask(who, 'GET', `/api/mediations/${mediation}`)

interface Held {
  readonly party: string
  readonly reference: string
  readonly key: string
}
const does = ({ reference, key: own }: Held, doing: object) =>
  ask(null, 'POST', '/api/mediation-acts', { reference, key: own, does: doing })
const look = ({ reference, key: own }: Held) => ask(null, 'POST', '/api/mediation-lookup', { reference, key: own })
const yes = (to: string, ref: string | null = null) => ({ act: 'answer', to, ref, agrees: true })

const neighbours = (more: object = {}) => ({
  ...{ subject: { kind: 'walkIn' }, kind: 'people', organ: centre, what: '两家共用的巷道被堵' },
  parties: [
    { role: 'applicant', name: '杜某', phone: '19900001111' },
    { role: 'respondent', name: '俞某', phone: '19900002222' },
  ],
  ...more,
})
const opened = async (more: object = {}): Promise<{ mediation: string; keys: Held[] }> =>
  must(ask(mediator, 'POST', '/api/mediations', neighbours(more)))

/** Both are willing and accept the mediator, who has no interest in it. */
async function underWay(more: object = {}) {
  const { mediation, keys } = await opened(more)
  for (const held of keys) await must(does(held, yes('mediation')))
  await must(on(mediator, mediation, 'mediator', { account: mediator.account, name: '本中心调解员' }))
  for (const held of keys) await must(does(held, yes('mediator', 'm1')))
  await must(on(mediator, mediation, 'interest', { mediator: 'm1', hasInterest: false }))
  return { mediation, keys }
}

const text = (promises: readonly object[] = [{ party: 'p2', what: '拆除堆放的砖石', due: '2026-12-10' }]) => ({
  ...{ form: 'written', facts: '巷道宽一米八', disputed: '堆放砖石', responsibility: '堆放一方', content: '恢复通行' },
  promises,
})
async function agreed(more: object = {}) {
  const { mediation, keys } = await underWay(more)
  await must(on(mediator, mediation, 'agreement', { text: text() }))
  for (const held of keys) await must(does(held, yes('agreement', 'a1')))
  await must(on(mediator, mediation, 'sign', { mediator: 'm1' }))
  await must(on(head, mediation, 'seal'))
  return { mediation, keys }
}

describe('Two neighbours at the centre', () => {
  it('each says yes with their own key, and the agreement is in force with the seal', async () => {
    const { mediation, keys } = await agreed()
    const page = await must(read(mediator, mediation))
    expect(page).toMatchObject({ stage: 'agreed', part: 'holder', agreement: { effectiveOn: '2026-11-23' } })
    expect(page.confirmation).toMatchObject({ isPossible: true, lastDay: '2026-12-23', daysLeft: 30 })
    expect(page.parties.map(({ phone }: Any) => phone)).toEqual(['19900001111', '19900002222'])
    const mine = await must(look(keys[0] as Held))
    expect(JSON.stringify(mine)).not.toContain('19900002222')
    expect(mine).toMatchObject({ party: 'p1', stage: 'agreed', agreement: { content: '恢复通行' }, petition: null })
    expect(mine.parties.map(({ isYou }: Any) => isYou)).toEqual([true, false])
    expect(mine.assurances.map(({ en }: Any) => en).join()).toContain('costs nothing')
  })

  it('a wrong key opens nothing, and the key of one is not that of the other', async () => {
    const { keys } = await opened()
    const [one, other] = keys as [Held, Held]
    expect(await refused(look({ ...one, key: other.key }))).toBe('no-such-mediation')
    expect(await refused(look({ ...one, reference: other.reference }))).toBe('no-such-mediation')
    expect((await ask(null, 'POST', '/api/mediation-lookup', { reference: 'x', key: 'y' })).status).toBe(400)
  })

  it('a party ends it, without a reason, and reads how to go on', async () => {
    const { mediation, keys } = await underWay()
    const after = await must(does(keys[1] as Held, { act: 'leave' }))
    expect(after).toMatchObject({ stage: 'ended', ended: { reason: 'left', party: 'p2' } })
    expect(after.remedies.map(({ procedure }: Any) => procedure)).toContain('civilLitigation')
    expect(await refused(on(mediator, mediation, 'session', { day: '2026-12-01', at: '09:00', place: '室' }))).toBe(
      'wrong-mediation-stage',
    )
  })

  it('what was said in a session whoever holds it reads, and no party', async () => {
    const { mediation, keys } = await underWay()
    await must(on(mediator, mediation, 'session', { day: '2026-11-23', at: '09:00', place: '调解室' }))
    const record = {
      session: 's1',
      parties: ['p1', 'p2'],
      mediators: ['m1'],
      notes: '双方各退一步',
      result: 'progress',
    }
    await must(on(mediator, mediation, 'record-session', record))
    expect((await must(read(mediator, mediation))).sessions[0].record.notes).toBe('双方各退一步')
    const mine = await must(look(keys[0] as Held))
    expect(mine.sessions[0]).toMatchObject({ place: '调解室', record: { notes: null } })
    expect(JSON.stringify(mine)).not.toContain('各退一步')
  })

  it('who has no part in it has nothing of it', async () => {
    const { mediation } = await opened()
    expect((await read(labour, mediation)).status).toBe(404)
    expect((await on(labour, mediation, 'end', { reason: 'notAgreed', note: '无' })).status).toBe(404)
    expect((await must(ask(labour, 'GET', '/api/mediations'))).items).toEqual([])
  })

  it('sent again, a request opens one mediation and shows the same keys', async () => {
    const header = key()
    const [once, twice] = [
      await must(ask(mediator, 'POST', '/api/mediations', neighbours(), header)),
      await must(ask(mediator, 'POST', '/api/mediations', neighbours(), header)),
    ]
    expect(twice).toEqual(once)
  })

  it('a key that was lost is handed over again, on record', async () => {
    const { mediation, keys } = await opened()
    const given = await must(on(mediator, mediation, 'hand-key', { party: 'p2', told: 'inPerson' }))
    expect(given.key).toBe(keys[1]?.key)
    const { history } = await must(read(mediator, mediation))
    expect(history.map(({ type }: Any) => type)).toContain('KeyHandedOver')
  })

  it('somebody asks for it without an account; the centre takes it up and asks the other', async () => {
    const body = { organ: centre, name: '童某', phone: '19900003333', other: { name: '巫某' }, what: '借款不还' }
    const own = await must(ask(null, 'POST', '/api/mediation-requests', body, key()))
    expect(await must(look({ ...own, party: 'p1' }))).toMatchObject({ stage: 'requested', kind: 'people' })
    const listed = await must(ask(mediator, 'GET', '/api/mediations?shelf=requested'))
    expect(listed.items.map(({ mediation }: Any) => mediation)).toContain(own.mediation)
    await must(on(mediator, own.mediation, 'take-up'))
    expect((await must(look({ ...own, party: 'p1' }))).stage).toBe('asking')
  })
})

describe('Whoever is concerned does not mediate', () => {
  it('staff of a party, and an account that nobody has', async () => {
    const { mediation } = await opened({
      parties: [
        { role: 'applicant', name: '简某' },
        { role: 'respondent', name: '县自然资源局', organ: 'county.land' },
      ],
    })
    const named = (account: string) => on(mediator, mediation, 'mediator', { account, name: '某' })
    expect(await refused(named(land.account))).toBe('mediator-is-concerned')
    expect(await refused(named('nobody-at-all'))).toBe('no-such-mediator')
  })

  it('an organ that is a party reads it as one and answers for itself', async () => {
    const { mediation, keys } = await opened({
      parties: [
        { role: 'applicant', name: '简某' },
        { role: 'respondent', name: '县自然资源局', organ: 'county.land' },
      ],
    })
    expect(keys.map(({ party }) => party)).toEqual(['p1'])
    expect(await must(read(land, mediation))).toMatchObject({ part: 'party', escalations: [] })
    await must(on(land, mediation, 'answer', { party: 'p2', to: 'mediation', agrees: true }))
    expect(await refused(on(land, mediation, 'answer', { party: 'p1', to: 'mediation', agrees: true }))).toBe(
      'needs-key-or-signed-record',
    )
    expect(await refused(on(land, mediation, 'end', { reason: 'notAgreed', note: '无' }))).toBe('mediation-not-yours')
  })
})

/** A petition that the land office has in hand. */
async function inHand(more: object = {}) {
  const petition = await register({ about: [{ as: 'respondent', organ: 'county.land', official: null }], ...more })
  await act(bureau, petition.number, 'transfer', { to: 'county.land' })
  await act(land, petition.number, 'accept', commandBodies.accept as object)
  return petition
}
const mediated = (number: string, more: object = {}) =>
  neighbours({
    subject: { kind: 'petition', number },
    parties: [
      { role: 'applicant', name: '测试人', petitioner: 'p1' },
      { role: 'respondent', name: '县自然资源局', organ: 'county.land' },
    ],
    ...more,
  })
const clocksOf = async (who: Asker, number: string) =>
  (await must(ask(who, 'GET', `/api/petitions/${number}`))).clocks.map(({ id, state, lastDay }: Any) => [
    id,
    state,
    lastDay,
  ])

describe('A petition goes to mediation', () => {
  it('fails, and goes on with no day lost', async () => {
    const petition = await inHand()
    const { number } = petition
    const before = await clocksOf(land, number)
    const { mediation } = await must(ask(land, 'POST', '/api/mediations', mediated(number)))
    await must(on(mediator, mediation, 'take-up'))
    expect((await must(ask(keyOf(petition), 'GET', '/api/follow'))).mediation).toMatchObject({ mediator: centre })
    await must(on(land, mediation, 'answer', { party: 'p2', to: 'mediation', agrees: true }))
    await must(ask(keyOf(petition), 'POST', `/api/follow/mediations/${mediation}`, { does: yes('mediation') }))
    expect((await must(read(mediator, mediation))).stage).toBe('mediating')
    expect(await clocksOf(land, number)).toEqual(before)

    await must(on(mediator, mediation, 'end', { reason: 'notAgreed', note: '差距太大' }))
    await follow()
    const after = await must(ask(land, 'GET', `/api/petitions/${number}`))
    expect(after.mediations).toMatchObject([{ ref: 'm1', endedOn: '2026-11-23' }])
    expect(after.documents.map(({ kind }: Any) => kind)).not.toContain('settlementAgreement')
    expect(after.stage).toBe('accepted')
    expect(await clocksOf(land, number)).toEqual(before)
    const [mine] = (await must(ask(keyOf(petition), 'GET', '/api/follow/mediations'))).items
    expect(mine).toMatchObject({ stage: 'ended', petition: number, maySettle: false })
    expect(mine.remedies.map(({ procedure }: Any) => procedure)).toContain('administrativeReconsideration')
  })

  it('is agreed; only the petitioner settles the petition', async () => {
    const petition = await inHand()
    const { number } = petition
    const { mediation } = await must(ask(land, 'POST', '/api/mediations', mediated(number)))
    await must(on(mediator, mediation, 'take-up'))
    // answered where people are used to it, in the petition itself
    await act(keyOf(petition), number, 'answer-mediation', { consents: true })
    await follow()
    await must(on(land, mediation, 'answer', { party: 'p2', to: 'mediation', agrees: true }))
    await follow()
    const shown = (await must(ask(land, 'GET', `/api/petitions/${number}`))).mediations[0]
    expect(shown.consents.map(({ party, consents }: Any) => [party, consents])).toEqual([
      ['petitioner', true],
      ['otherParty', true],
    ])
    const own = (doing: object) => ask(keyOf(petition), 'POST', `/api/follow/mediations/${mediation}`, { does: doing })
    await must(on(mediator, mediation, 'mediator', { account: mediator.account, name: '本中心调解员' }))
    await must(own(yes('mediator', 'm1')))
    await must(on(land, mediation, 'answer', { party: 'p2', to: 'mediator', ref: 'm1', agrees: true }))
    await must(on(mediator, mediation, 'interest', { mediator: 'm1', hasInterest: false }))
    await must(on(mediator, mediation, 'agreement', { text: text() }))
    await must(own(yes('agreement', 'a1')))
    await must(on(land, mediation, 'answer', { party: 'p2', to: 'agreement', ref: 'a1', agrees: true }))
    await must(on(mediator, mediation, 'sign', { mediator: 'm1' }))
    await must(on(head, mediation, 'seal'))
    await follow()
    const page = await must(ask(land, 'GET', `/api/petitions/${number}`))
    expect(page).toMatchObject({ stage: 'accepted', mediations: [{ endedOn: '2026-11-23' }] })
    expect(page.documents.map(({ kind }: Any) => kind)).toContain('settlementAgreement')
    const [mine] = (await must(ask(keyOf(petition), 'GET', '/api/follow/mediations'))).items
    expect(mine).toMatchObject({ stage: 'agreed', maySettle: true })

    const viewer = { kind: 'staff', account: land.account, organ: organ('county.land'), posts: ['clerk'] } as const
    const [task] = await tasksFrom(house, viewer, `mediation:${mediation}`)
    expect(task).toMatchObject({
      giver: centre,
      organ: 'county.land',
      due: '2026-12-10',
      what: '拆除堆放的砖石',
      key: 'a1p1',
    })
    expect(await isMediated(house, number)).toBe(true)
  })

  it('the petitioner’s no in the petition ends it there and here', async () => {
    const petition = await inHand()
    const { mediation } = await must(ask(land, 'POST', '/api/mediations', mediated(petition.number)))
    await act(keyOf(petition), petition.number, 'answer-mediation', { consents: false })
    await follow()
    expect((await must(read(mediator, mediation))).stage).toBe('ended')
    const { mediations } = await must(ask(land, 'GET', `/api/petitions/${petition.number}`))
    expect(mediations[0].endedOn).not.toBeNull()
  })

  it('asked for by the petitioner with the key, the petition knows nothing of it', async () => {
    const petition = await inHand()
    const body = { organ: centre, other: { name: '县自然资源局' }, what: '承包地面积' }
    const { mediation } = await must(ask(keyOf(petition), 'POST', '/api/follow/mediations', body, key()))
    expect((await must(ask(land, 'GET', `/api/petitions/${petition.number}`))).mediations).toEqual([])
    expect(await must(read(land, mediation))).toMatchObject({ part: 'handler', stage: 'requested' })
    expect(await refused(ask(keyOf(petition), 'POST', '/api/follow/mediations', body, key()))).toBe(
      'petition-in-mediation',
    )
    const other = await inHand()
    expect(
      await refused(ask(keyOf(other), 'POST', `/api/follow/mediations/${mediation}`, { does: { act: 'leave' } })),
    ).toBe('no-such-mediation')
  })

  it('an accusation is not mediated, and whoever cannot see a petition mediates nothing of it', async () => {
    const accused = await register({
      ...{ class: 'accusation', about: [{ as: 'accused', organ: 'county.land', official: null }] },
    })
    expect(
      await refused(
        ask(bureau, 'POST', '/api/mediations', mediated(accused.number, { parties: neighbours().parties })),
      ),
    ).toBe('accusations-are-not-mediated')
    const petition = await inHand()
    expect(await refused(ask(labour, 'POST', '/api/mediations', mediated(petition.number)))).toBe('petition-not-found')
  })

  it('where it turns out to accuse whoever holds it, that organ has nothing of it any more', async () => {
    const petition = await inHand({ about: [] })
    const body = { organ: centre, other: { name: '邻居' }, what: '地界' }
    const { mediation } = await must(ask(keyOf(petition), 'POST', '/api/follow/mediations', body, key()))
    expect((await read(mediator, mediation)).status).toBe(200)
    const found = { as: 'accused', organ: centre, official: null, reason: '信中另有所指' }
    await act(land, petition.number, 'name-complained', found)
    await follow()
    expect((await read(mediator, mediation)).status).toBe(404)
    expect(await refused(on(mediator, mediation, 'take-up'))).toBe('no-such-mediation')
    expect((await must(ask(keyOf(petition), 'GET', '/api/follow/mediations'))).items).toHaveLength(1)
  })
})

describe('A dispute of the ledger is sent to mediation', () => {
  const dispute = async (
    parties: readonly object[] = [
      { name: '杜某', asks: true },
      { name: '俞某', asks: false },
    ],
  ) => {
    const { dispute: id } = await must(
      ask(bureau, 'POST', '/api/disputes', {
        ...{ source: { kind: 'organ' }, foundOn: '2026-11-23', region: '990101', category: 'rural.land-contracts' },
        ...{ people: 2, title: '两户争水渠', cause: '轮灌没有约定', asked: '定下次序', parties },
      }),
    )
    return `dispute:${id}`
  }
  const stageOf = async (stream: string) =>
    (await must(ask(bureau, 'GET', `/api/disputes/${stream.slice('dispute:'.length)}`))).stage

  it('by opening one, and the ledger reads how it ended', async () => {
    const stream = await dispute()
    const opening = neighbours({ subject: { kind: 'dispute', stream } })
    const { mediation, keys } = await must(ask(bureau, 'POST', '/api/mediations', opening))
    await follow()
    expect(await stageOf(stream)).toBe('mediating')
    await must(on(mediator, mediation, 'take-up'))
    await must(does(keys[0], { act: 'leave' }))
    await follow()
    expect(await stageOf(stream)).not.toBe('mediating')
    expect((await must(ask(bureau, 'GET', `/api/mediations-of?dispute=${stream}`))).items).toHaveLength(1)
  })

  it('agreed, it is settled there by what the sides signed', async () => {
    const stream = await dispute()
    const opening = neighbours({ subject: { kind: 'dispute', stream } })
    const { mediation, keys } = await must(ask(bureau, 'POST', '/api/mediations', opening))
    await follow()
    await must(on(mediator, mediation, 'take-up'))
    for (const held of keys) await must(does(held, yes('mediation')))
    await must(on(mediator, mediation, 'mediator', { account: mediator.account, name: '本中心调解员' }))
    for (const held of keys) await must(does(held, yes('mediator', 'm1')))
    await must(on(mediator, mediation, 'interest', { mediator: 'm1', hasInterest: false }))
    await must(on(mediator, mediation, 'agreement', { text: text() }))
    for (const held of keys) await must(does(held, yes('agreement', 'a1')))
    await must(on(mediator, mediation, 'sign', { mediator: 'm1' }))
    await must(on(head, mediation, 'seal'))
    await follow()
    expect(await stageOf(stream)).toBe('settled')
  })

  it('whoever cannot see it mediates nothing of it', async () => {
    const stream = await dispute()
    const opening = neighbours({ subject: { kind: 'dispute', stream } })
    expect(await refused(ask(labour, 'POST', '/api/mediations', opening))).toBe('dispute-not-found')
  })
})

describe('What is written in it', () => {
  it('goes with the petition, keys and all; that it was held stays', async () => {
    const petition = await inHand({ about: [] })
    const body = { organ: centre, other: { name: '邻居' }, what: '地界' }
    const { mediation } = await must(ask(keyOf(petition), 'POST', '/api/follow/mediations', body, key()))
    expect(await isMediated(house, petition.number)).toBe(true)
    await must(on(mediator, mediation, 'decline', { reason: '不属于调解范围' }))
    expect(await isMediated(house, petition.number)).toBe(false)
    const erased = {
      stream: petition.number,
      fact: { type: 'ContentErased', on: '2026-11-23' },
      version: 9,
      by: {},
    } as never
    for (let twice = 0; twice < 2; twice += 1) await mediationPetitionReaction(house).react(erased, null as never)
    const left = async (table: string) =>
      (await house.work.query(`select from ${table} where stream_id = $1`, [`mediation:${mediation}`])).rowCount
    expect([await left('sealed'), await left('mediation_key'), await left('mediation')]).toEqual([0, 0, 1])
    expect(await must(read(mediator, mediation))).toMatchObject({
      stage: 'declined',
      what: '〔已依法销毁 / lawfully erased〕',
    })
    expect(await refused(on(mediator, mediation, 'hand-key', { party: 'p2', told: 'phone' }))).toBe('mediation-erased')
  })
})

describe('The database keeps it by itself', () => {
  it('shows rows, facts and pieces to whoever has a part, and to nobody else', async () => {
    const { mediation, keys } = await opened()
    const stream = `mediation:${mediation}`
    const seen = async (settings: Record<string, string>) => {
      const tables = ['mediation', 'mediation_party', 'mediation_clock', 'mediation_key', 'event', 'sealed'] as const
      const rows = await fly(house.app, [
        ...settingStatements(settings),
        ...tables.map((table) => ({
          ...{
            name: `seen in ${table}`,
            text: `select count(*)::int as n from ${table} where stream_id = $1`,
            values: [stream],
          },
        })),
      ])
      return Object.fromEntries(tables.map((table, at) => [table, rows.at(at - tables.length)?.[0]?.n]))
    }
    expect(await seen({})).toEqual({
      mediation: 0,
      mediation_party: 0,
      mediation_clock: 0,
      mediation_key: 0,
      event: 0,
      sealed: 0,
    })
    const labourSees = await seen({
      'xinqiao.organ': 'county.labour',
      'xinqiao.account': labour.account,
      'xinqiao.today': '2026-11-23',
    })
    expect(Object.values(labourSees).every((n) => n === 0)).toBe(true)
    const ours = await seen({
      'xinqiao.organ': centre,
      'xinqiao.account': mediator.account,
      'xinqiao.today': '2026-11-23',
    })
    expect(ours).toMatchObject({ mediation: 1, mediation_party: 1, mediation_key: 0 })
    expect(ours.event).toBeGreaterThan(0)
    // a number finds its own row of keys, and nothing else
    expect(await seen({ 'xinqiao.mediation_reference': keys[0]?.reference ?? '' })).toMatchObject({
      mediation: 0,
      mediation_key: 1,
      event: 0,
    })
  })

  it('its clocks are swept, its rows are a function of its facts', async () => {
    const { mediation } = await agreed()
    house.setToday('2027-01-10')
    const swept = await sweep(dueMediations(house))
    house.setToday('2026-11-23')
    expect(swept.faults).toEqual([])
    const { history, confirmation } = await must(read(mediator, mediation))
    expect(history.map(({ type }: Any) => type)).toEqual(
      expect.arrayContaining(['ConfirmationLapsed', 'MediationFellOverdue']),
    )
    expect(confirmation.daysLeft).toBeNull()
    expect((await fsck(house, everyRoom)).errors).toEqual([])
    await rebuild(house, everyRoom)
    expect((await fsck(house, everyRoom)).errors).toEqual([])
  })
})
