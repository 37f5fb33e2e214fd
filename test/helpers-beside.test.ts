/**
 * Helpers at a screening and at a mediation: an extract and no more, with the parties' own word where there are parties, nothing once it is over;
 * and to whoever must not learn of it nothing is shown by the database itself.
 */
import { describe, expect, it } from 'vitest'
import { engagementsKept } from '../src/coordination/helpers/jobs.ts'
import { engagementReaction } from '../src/coordination/helpers/reactions.ts'
import { fly } from '../src/engine/flight.ts'
import { fsck } from '../src/engine/fsck.ts'
import { settingStatements } from '../src/engine/history.ts'
import { rebuild } from '../src/engine/rebuild.ts'
import { sweep } from '../src/engine/sweep.ts'
import type { Day } from '../src/kernel/day.ts'
import { rooms as everyRoom } from '../src/main.ts'
import { eraseMediation } from '../src/mediation/mediations/reactions.ts'
import { type Asker, openAnsweringHouse } from './answering-house.ts'
import { catchUp } from './catching-up.ts'
import { openGrassroots } from './grassroots.ts'

const answering = await openAnsweringHouse()
await openGrassroots(answering)
const { ask, staffOf, house } = answering
const centre = 'county.conciliation'
const bureau = await staffOf('county.bureau', 'clerk', 'head')
const mediator = await staffOf(centre, 'clerk')
const land = await staffOf('county.land', 'clerk')
const town = await staffOf('town', 'clerk')
const hill = await staffOf('town.hill', 'clerk')
const hillArea = '990101001201'

// biome-ignore lint/suspicious/noExplicitAny: what comes over the wire is looked at by the assertions
type Any = any
const must = async (asked: Promise<{ status: number; body: Any }>): Promise<Any> => {
  const { status, body } = await asked
  expect([200, 201], JSON.stringify(body)).toContain(status)
  return body
}
const refusal = async (asked: Promise<{ body: Any }>) => (await asked).body.refusal
const react = () => catchUp(house, engagementReaction(house))

const enter = async (more: object = {}): Promise<string> => {
  const entry = {
    ...{ kind: 'lawyer', name: '茹松年', contact: '19911112222', skills: ['law'], places: ['990101'] },
    ...{ organ: null, until: null, agreedOn: '2026-11-01', ...more },
  }
  return (await must(ask(bureau, 'POST', '/api/helpers', entry))).helper
}
const words = { what: '请一起走访', summary: '一条巷道两家共用', until: '2026-12-31' }
const helping = (path: string, held: object, more: object = {}) =>
  ask(null, 'POST', `/api/helping/${path}`, { ...held, ...more })
const heldFor = async (who: Asker, engagement: string) => ({
  engagement,
  key: (await must(ask(who, 'POST', `/api/engagements/${engagement}/issue-key`, {}))).key as string,
})
const accepts = { accepts: true, conflict: false, note: null }
const sees = async (engagement: string, organ: string, account = 'x') => {
  const stream = `engagement:${engagement}`
  const counts = ['engagement', 'event', 'sealed'].map((table) => ({
    ...{ name: '', text: `select count(*)::int as n from ${table} where stream_id = $1`, values: [stream] },
  }))
  const settings = { 'xinqiao.organ': organ, 'xinqiao.account': account }
  const rows = (await fly(house.app, [...settingStatements(settings), ...counts])).slice(-3)
  return rows.map(([row]) => (row?.n as number) > 0)
}
const [all, none] = [
  [true, true, true],
  [false, false, false],
]
const written = async (engagement: string) =>
  (await house.work.query('select 1 from sealed where stream_id = $1', [`engagement:${engagement}`])).rowCount

describe('At one place of a screening', () => {
  const open = async () => {
    const body = { title: '月排查', brief: '逐组走一遍', areas: ['990101001'], rhythm: 'month' }
    return (await must(ask(bureau, 'POST', '/api/screenings', body))).screening as string
  }
  const invite = (who: Asker, screening: string, helper: string, more: object = {}) =>
    ask(who, 'POST', `/api/screenings/${screening}/engagements`, { helper, area: hillArea, ...words, ...more })
  const of = (who: Asker, screening: string) => ask(who, 'GET', `/api/screenings/${screening}/engagements`)

  it('a helper reads what was written for them, needs nobody’s consent, and is there as long as it is open', async () => {
    const [screening, helper] = [await open(), await enter()]
    const { engagement, stage } = await must(invite(hill, screening, helper))
    expect(stage).toBe('invited')
    const held = await heldFor(hill, engagement)
    expect(await must(helping('read', held))).toMatchObject({
      of: 'screening',
      what: words.what,
      summary: null,
      about: [],
    })
    expect(await must(helping('answer', held, accepts))).toMatchObject({ stage: 'accepted', summary: words.summary })
    await must(helping('record', held, { way: 'visited', day: house.today(), said: '看了三户' }))
    expect((await must(of(hill, screening))).items).toMatchObject([
      { screening: { screening, area: hillArea }, petition: null, mediation: null, parts: [{ said: '看了三户' }] },
    ])
    expect((await must(of(bureau, screening))).items).toEqual([])
    await must(ask(bureau, 'POST', `/api/screenings/${screening}/cancel`, { reason: '另行安排' }))
    expect((await helping('read', held)).status).toBe(404)
    await react()
    expect((await must(of(hill, screening))).items).toMatchObject([{ stage: 'ended', ended: { by: 'house' } }])
  })

  it('is invited by whoever keeps it or reports of the place, once, while it is open', async () => {
    const [screening, helper] = [await open(), await enter()]
    expect((await invite(land, screening, helper)).status).toBe(404)
    expect(await refusal(invite(bureau, screening, helper, { area: '990101009999' }))).toBe('no-such-area')
    await must(invite(town, screening, helper))
    expect(await refusal(invite(bureau, screening, helper))).toBe('helper-asked-already')
    await must(invite(bureau, screening, helper, { area: '990101001202' }))
    await must(ask(bureau, 'POST', `/api/screenings/${screening}/cancel`, { reason: '另行安排' }))
    expect(await refusal(invite(bureau, screening, await enter()))).toBe('screening-over')
  })

  it('is nobody else’s to see, by row security alone', async () => {
    const screening = await open()
    const { engagement } = await must(invite(hill, screening, await enter()))
    expect(await sees(engagement, 'town.hill')).toEqual(all)
    for (const organ of ['county.land', 'county.bureau', 'town.mill'])
      expect(await sees(engagement, organ)).toEqual(none)
  })

  it('is erased once the law no longer keeps what a screening is to find, and not before', async () => {
    const screening = await open()
    const { engagement } = await must(invite(hill, screening, await enter()))
    await must(ask(hill, 'POST', `/api/engagements/${engagement}/end`, { reason: null }))
    const on = (day: string) => engagementsKept({ ...house, today: () => day as Day })
    await sweep(on('2056-12-31'))
    expect(await written(engagement)).toBeGreaterThan(0)
    expect((await sweep(on('2057-01-01'))).faults).toEqual([])
    expect(await written(engagement)).toBe(0)
    expect((await sweep(on('2057-01-02'))).done).toBe(0)
  })
})

describe('At a mediation', () => {
  interface Held {
    readonly reference: string
    readonly key: string
  }
  const does = ({ reference, key }: Held, doing: object) =>
    ask(null, 'POST', '/api/mediation-acts', { reference, key, does: doing })
  const says = (held: Held, to: string, ref: string | null = null, agrees = true) =>
    must(does(held, { act: 'answer', to, ref, agrees }))
  const invite = (mediation: string, helper: string, more: object = {}, who: Asker = mediator) =>
    ask(who, 'POST', `/api/mediations/${mediation}/engagements`, { helper, guest: 'g1', ...words, ...more })
  const stage = async (mediation: string) =>
    (await must(ask(mediator, 'GET', `/api/mediations/${mediation}/engagements`))).items.map(
      ({ stage: at, refused, ended }: Any) => [at, (refused ?? ended)?.by],
    )

  async function held(parties: readonly object[] = []) {
    const { mediation, keys } = await must(
      ask(mediator, 'POST', '/api/mediations', {
        ...{ subject: { kind: 'walkIn' }, kind: 'people', organ: centre, what: '两家共用的巷道被堵' },
        parties: [
          { role: 'applicant', name: '杜某某', phone: '19900001111' },
          { role: 'respondent', name: '俞某某', phone: '19900002222' },
          ...parties,
        ],
      }),
    )
    await must(ask(mediator, 'POST', `/api/mediations/${mediation}/guest`, { kind: 'expert', name: '茹松年' }))
    return { mediation: mediation as string, keys: keys as readonly [Held, Held] }
  }

  it('a helper is a guest: nothing is shown before every party has said yes there, and nothing after one says no', async () => {
    const { mediation, keys } = await held()
    const { engagement } = await must(invite(mediation, await enter()))
    for (const key of keys) await says(key, 'guest', 'g1')
    await react()
    // that a guest may come is no word on the mediation itself
    expect(await stage(mediation)).toEqual([['awaitingConsent', undefined]])
    expect(await refusal(ask(mediator, 'POST', `/api/engagements/${engagement}/issue-key`, {}))).toBe(
      'engagement-at-another-stage',
    )
    for (const key of keys) await says(key, 'mediation')
    await react()
    expect(await stage(mediation)).toEqual([['invited', undefined]])
    const own = await heldFor(mediator, engagement)
    const shown = await must(helping('answer', own, accepts))
    expect(shown).toMatchObject({ of: 'mediation', stage: 'accepted', summary: words.summary, claims: [] })
    for (const beyond of ['杜某某', '俞某某', '19900001111', '两家共用的巷道被堵'])
      expect(JSON.stringify(shown), beyond).not.toContain(beyond)
    await says(keys[1], 'guest', 'g1', false)
    // before the house has read it
    expect((await helping('read', own)).status).toBe(404)
    await react()
    expect(await stage(mediation)).toEqual([['ended', 'party']])
  })

  it('what the parties said before counts, and staff cannot say it for them', async () => {
    const { mediation, keys } = await held()
    const { engagement } = await must(invite(mediation, await enter()))
    const recorded = { person: 'p1', consents: true, signed: '本人签名，调解员在场' }
    expect(await refusal(ask(mediator, 'POST', `/api/engagements/${engagement}/record-consent`, recorded))).toBe(
      'consent-asked-elsewhere',
    )
    for (const key of keys) for (const to of ['mediation', 'guest']) await says(key, to, to === 'guest' ? 'g1' : null)
    await react()
    expect((await must(invite(mediation, await enter()))).engagement).toBeTruthy()
    expect(await stage(mediation)).toEqual([
      ['invited', undefined],
      ['invited', undefined],
    ])
  })

  it('ends with it, and goes with what was written there', async () => {
    const { mediation, keys } = await held()
    const { engagement } = await must(invite(mediation, await enter()))
    await must(does(keys[0], { act: 'answer', to: 'mediation', ref: null, agrees: false }))
    await react()
    expect(await stage(mediation)).toEqual([['ended', 'house']])
    expect(await refusal(invite(mediation, await enter()))).toBe('mediation-over')
    expect(await written(engagement)).toBeGreaterThan(0)
    await eraseMediation(house, `mediation:${mediation}`)
    await react()
    expect(await written(engagement)).toBe(0)
  })

  it('goes to the guest whom the parties know, to no party and into no organ that is one, and names nobody', async () => {
    const { mediation } = await held([{ role: 'other', name: '县自然资源局', organ: 'county.land' }])
    const helper = await enter()
    expect(await refusal(invite(mediation, helper, { guest: 'g9' }))).toBe('no-such-guest')
    expect(await refusal(invite(mediation, await enter({ name: '别人' })))).toBe('guest-is-another')
    expect(await refusal(invite(mediation, helper, { summary: '俞某某堵了巷道' }))).toBe('extract-names-petitioner')
    expect(await refusal(invite(mediation, helper, { what: '请打 1990000 1111' }))).toBe('extract-names-petitioner')
    expect(await refusal(invite(mediation, await enter({ organ: 'county.land' })))).toBe('helper-is-concerned')
    expect(await refusal(invite(mediation, helper, {}, land))).toBe('only-whoever-has-it')
    expect((await invite(mediation, helper, {}, hill)).status).toBe(404)
    await must(ask(mediator, 'POST', `/api/mediations/${mediation}/guest`, { kind: 'expert', name: '俞某某' }))
    expect(await refusal(invite(mediation, await enter({ name: '俞某某' }), { guest: 'g2' }))).toBe(
      'helper-is-concerned',
    )
  })

  it('is hidden with the mediation from whoever it is kept from or who withdrew, by row security alone', async () => {
    const { mediation } = await held()
    const { engagement } = await must(invite(mediation, await enter()))
    expect(await sees(engagement, centre)).toEqual(all)
    expect(await sees(engagement, 'county.bureau')).toEqual(none)
    const set = (table: string, column: string, stream: string, to: readonly string[]) =>
      house.work.query(`update ${table} set ${column} = $2 where stream_id = $1`, [stream, to])
    for (const column of ['officials', 'recused']) {
      await set('mediation_party', column, `mediation:${mediation}`, [mediator.account])
      expect(await sees(engagement, centre, mediator.account), column).toEqual(none)
      await set('mediation_party', column, `mediation:${mediation}`, [])
    }
    await set('engagement', 'kept_from', `engagement:${engagement}`, ['county'])
    expect(await sees(engagement, centre)).toEqual(none)
    await set('engagement', 'kept_from', `engagement:${engagement}`, [])
    expect(await sees(engagement, centre)).toEqual(all)
  })
})

it('The read models of helpers are what their facts say', async () => {
  expect((await fsck(house, everyRoom)).errors).toEqual([])
  await rebuild(house, everyRoom)
  expect((await fsck(house, everyRoom)).errors).toEqual([])
})
