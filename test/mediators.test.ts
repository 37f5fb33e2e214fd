/**
 * The roster of mediators behind its wire: who reads what of an entry, in the database too, who can be chosen for a matter, and that the
 * read models can be compared and remade.
 */
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { fly } from '../src/engine/flight.ts'
import { fsck } from '../src/engine/fsck.ts'
import { settingStatements } from '../src/engine/history.ts'
import { rebuild } from '../src/engine/rebuild.ts'
import { rooms as everyRoom } from '../src/main.ts'
import { mediatorsFor } from '../src/mediation/mediators/queries.ts'
import { openAnsweringHouse } from './answering-house.ts'
import { drawFromSeed } from './seed.ts'

drawFromSeed()

const { ask, staffOf, house, rooms } = await openAnsweringHouse()

const centre = await staffOf('county.conciliation', 'clerk', 'head')
const land = await staffOf('county.land', 'clerk', 'head')
const contact = '19911113333'
const name = '嵇春山'
const why = '收了一方两条烟'

const founding = { kind: 'village', name: '落霞村人民调解委员会', region: '990101003', isMultiEthnic: true }
const entry = {
  ...{ kind: 'member', role: 'chair', name, contact, skills: ['rural'], languages: ['dialect', 'yi'] },
  ...{ places: ['990101003'], from: '2026-11-01', until: '2029-11-01' },
}
const post = async (path: string, body: object, who = centre, status = 200) => {
  const answer = await ask(who, 'POST', path, body)
  expect([answer.status, answer.body.refusal]).toEqual([status, undefined])
  return answer.body
}
const refusalOf = async (path: string, body: object, who = centre) => {
  const { status, body: said } = await ask(who, 'POST', path, body)
  return [status, said.refusal]
}

let committee: string
let mediator: string
beforeAll(async () => {
  committee = (await post('/api/committees', founding, centre, 201)).committee
  const elected = { day: '2026-11-01', until: '2029-11-01', by: 'residents', members: 3, women: 0, minority: 1 }
  await post(`/api/committees/${committee}/elect`, elected)
  mediator = (await post('/api/mediators', { ...entry, committee }, centre, 201)).mediator
  await post(`/api/mediators/${mediator}/reprimand`, { fault: 'gain', reason: why })
})

const found = async (who: { token: string }, query = '') =>
  (await ask(who, 'GET', `/api/mediators?${query}`)).body.items as { mediator: string; contact: string | null }[]
const has = async (who: { token: string }, query = '') =>
  (await found(who, query)).some((item) => item.mediator === mediator)

describe('The roster', () => {
  it('is searched by kind, field and place, by staff of the area, above it and below it', async () => {
    expect(await has(land, 'kind=member')).toBe(true)
    expect(await has(land, 'skill=rural&place=990101003')).toBe(true)
    expect(await has(land, 'skill=labour')).toBe(false)
    expect(await has(land, 'place=990102')).toBe(false)
    expect(await has(land, `committee=${committee}`)).toBe(true)
    expect(await has(await staffOf('prefecture.land'))).toBe(true)
  })

  it('shows how somebody is reached and what was held against them to whoever keeps it alone', async () => {
    const shown = (await found(land)).find((item) => item.mediator === mediator)
    expect(shown).toMatchObject({ name, contact: null, isOurs: false, isAvailable: true })
    expect((await ask(land, 'GET', `/api/mediators/${mediator}`)).status).toBe(404)
    const { body } = await ask(centre, 'GET', `/api/mediators/${mediator}`)
    expect(body).toMatchObject({ contact, reprimands: [{ fault: 'gain', reason: why }] })
  })

  it('keeps it so in the database too', async () => {
    const seen = async (settings: Record<string, string>) => {
      const read = async (text: string) =>
        (
          await fly(house.app, [...settingStatements(settings), { name: '', text, values: [`mediator:${mediator}`] }])
        ).at(-1)
      return [
        (await read('select 1 from mediator where stream_id = $1'))?.length,
        (await read('select 1 from event where stream_id = $1'))?.length,
        (await read('select 1 from sealed where stream_id = $1'))?.length,
      ]
    }
    const staff = (organ: string) => ({ 'xinqiao.organ': organ, 'xinqiao.account': 'x' })
    expect(await seen(staff('county.conciliation'))).toEqual([1, 2, 3])
    // the name and nothing else
    expect(await seen(staff('county.land'))).toEqual([1, 0, 1])
    // a party, and nobody at all
    expect(await seen({ 'xinqiao.petition': '261126123456789' })).toEqual([0, 0, 0])
    expect(await seen({})).toEqual([0, 0, 0])
  })

  it('is kept by its own office', async () => {
    expect(await refusalOf('/api/mediators', { ...entry, committee }, land)).toEqual([403, 'mediators-kept-elsewhere'])
    expect(await refusalOf('/api/committees', founding, land)).toEqual([403, 'mediators-kept-elsewhere'])
    // what is not theirs to read is not there for them
    expect(await refusalOf(`/api/mediators/${mediator}/resume`, {}, land)).toEqual([404, 'no-such-mediator'])
  })

  it('takes an account of the office that keeps it, and no other', async () => {
    const own = { ...entry, kind: 'fullTime', role: null, committee: null, account: 'a0000000000000000' }
    expect(await refusalOf('/api/mediators', own)).toEqual([422, 'account-of-another-organ'])
  })

  it('refuses what is no term, no fault and no place with a sentence', async () => {
    expect((await refusalOf('/api/mediators', { ...entry, committee, until: '2030-01-01' }))[1]).toBe(
      'member-term-too-long',
    )
    expect((await ask(centre, 'POST', '/api/mediators', { ...entry, committee, places: ['x'] })).status).toBe(400)
  })
})

describe('A committee', () => {
  it('is shown with what it lacks, each with its article, and stands all the same', async () => {
    const { body } = await ask(land, 'GET', '/api/committees?place=990101')
    const [shown] = body.items.filter((item: { committee: string }) => item.committee === committee)
    expect(shown).toMatchObject({ name: founding.name, onRoster: 1, isOurs: false, actions: [] })
    expect(shown.gaps).toEqual([
      { gap: 'noWoman', zh: expect.stringContaining('《人民调解法》第8条第3款'), en: expect.any(String) },
    ])
  })
})

describe('Who can be chosen', () => {
  const chosen = async (region: string, category: string | null) =>
    await mediatorsFor(
      house,
      { kind: 'petitioner', petition: '261126123456789' as never, person: 'p1' },
      { region, category },
    )

  it('is whoever works in the place, first who knows such matters, by name and without how they are reached', async () => {
    const other = { ...entry, kind: 'invited', role: null, name: '水清源', skills: [], until: null }
    await post('/api/mediators', other, centre, 201)
    const names = (await chosen('990101003', 'rural.land-contracts')).map((one) => [one.name, one.knowsSuch])
    expect(names).toEqual([
      [name, true],
      ['水清源', false],
    ])
    expect(JSON.stringify(await chosen('990101003', null))).not.toContain(contact)
    expect(await chosen('990102001', null)).toEqual([])
    const { body } = await ask(land, 'GET', '/api/mediators-to-choose?place=990101003&category=rural.forestry')
    expect(body.items[0]).toMatchObject({ name, committee: founding.name, knowsSuch: true })
  })

  it('is nobody who is suspended, off the roster, out of term, or of a committee that ended', async () => {
    const listed = async () => (await chosen('990101003', null)).some((one) => one.mediator === mediator)
    await post(`/api/mediators/${mediator}/suspend`, { reason: '养病' })
    expect(await listed()).toBe(false)
    await post(`/api/mediators/${mediator}/resume`, {})
    expect(await listed()).toBe(true)
    house.setToday('2029-11-02')
    expect(await listed()).toBe(false)
    house.setToday('2026-11-23')
    await post(`/api/committees/${committee}/end`, { reason: '并村' })
    expect(await listed()).toBe(false)
  })
})

describe('A mediator of the roster in a mediation', () => {
  const invited = async (more: object) => {
    const details = { ...entry, kind: 'invited', role: null, committee: null, until: null, places: ['990101'], ...more }
    return (await post('/api/mediators', details, centre, 201)).mediator as string
  }
  const opening = {
    ...{ subject: { kind: 'walkIn' }, kind: 'people', organ: 'county.conciliation', what: '水沟改道' },
    parties: [
      { role: 'applicant', name: '甲方测试人', phone: '19911110001' },
      { role: 'respondent', name: '测试单位', organ: 'county.land' },
    ],
  }

  it('is called as the roster has it, whatever was typed, and is nobody whose organ is a party', async () => {
    const [fair, concerned] = [
      await invited({ name: '水清源' }),
      await invited({ name: '某科长', organ: 'county.land' }),
    ]
    const { mediation, keys } = await post('/api/mediations', opening, centre, 201)
    const named = (roster: string, name: string) => ({ party: null, account: null, roster, name, signed: null })
    await post(`/api/mediations/${mediation}/mediator`, named(fair, '另外一个人'))
    const { body } = await ask(centre, 'GET', `/api/mediations/${mediation}`)
    expect(body.mediators).toMatchObject([{ name: '水清源', roster: fair }])
    expect(await refusalOf(`/api/mediations/${mediation}/mediator`, named(concerned, '某科长'))).toEqual([
      ...[422, 'mediator-is-concerned'],
    ])

    const [{ reference, key }] = keys
    const { body: shown } = await ask(null, 'POST', '/api/mediation-mediators', { reference, key })
    const offered = shown.items.map((one: { mediator: string }) => one.mediator)
    expect(offered).toContain(fair)
    expect(offered).not.toContain(concerned)
    expect(JSON.stringify(shown)).not.toContain(contact)
    const { status } = await ask(null, 'POST', '/api/mediation-mediators', { reference, key: '1234567890123456' })
    expect(status).toBe(404)
  })

  it('is taken by whatever id was drawn, though it begin with a dash or a stroke', async () => {
    let drawn = ''
    for (let tries = 0; tries < 400 && !/^[-_]/.test(drawn); tries++) drawn = await invited({ name: '水长流' })
    expect(drawn).toMatch(/^[-_]/)
    const { mediation } = await post('/api/mediations', opening, centre, 201)
    const named = { party: null, account: null, roster: drawn, name: '水长流', signed: null }
    await post(`/api/mediations/${mediation}/mediator`, named)
    const { body } = await ask(centre, 'GET', `/api/mediations/${mediation}`)
    expect(body.mediators).toMatchObject([{ roster: drawn }])
  })

  it('is nobody who has left the roster', async () => {
    const gone = await invited({ name: '去者' })
    await post(`/api/mediators/${gone}/end`, { ending: 'resigned', reason: '搬走' })
    const { mediation } = await post('/api/mediations', opening, centre, 201)
    const named = { party: null, account: null, roster: gone, name: '去者', signed: null }
    expect((await refusalOf(`/api/mediations/${mediation}/mediator`, named))[1]).toBe('no-such-mediator')
  })
})

describe('Whatever is sent to the roster', () => {
  const some = (name: string) => (name.startsWith(':') ? [mediator, 'A'.repeat(22), 'nobody', ''] : [name])
  const paths = rooms
    .filter((room) => room.name === 'mediator')
    .flatMap((room) => room.routes.map(({ endpoint }) => endpoint))
    .filter(({ method }) => method === 'POST')
    .map(({ path }) => path)
  const fields = [
    'kind',
    'role',
    'committee',
    'name',
    'contact',
    'skills',
    'languages',
    'places',
    'from',
    'until',
    'day',
  ]
  const body = fc.oneof(fc.jsonValue(), fc.dictionary(fc.constantFrom(...fields), fc.jsonValue()))

  it('is the sender’s to mend', async () => {
    expect(paths.length).toBeGreaterThan(10)
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), fc.nat(3), body, async (path, at, sent) => {
        const url = path
          .split('/')
          .map((name) => some(name)[at % some(name).length])
          .join('/')
        const { status } = await ask(centre, 'POST', url, sent as object)
        expect(status, `${url} ${JSON.stringify(sent)}`).toBeLessThan(500)
      }),
      { numRuns: 150 },
    )
  })
})

describe('The rooms of mediators and committees', () => {
  it('are sound, and can be remade', async () => {
    expect((await fsck(house, everyRoom)).errors).toEqual([])
    await rebuild(house, everyRoom)
    expect((await fsck(house, everyRoom)).errors).toEqual([])
  })
})
