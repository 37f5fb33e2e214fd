/**
 * Helpers from outside: the roster, an invitation with consent, and what a helper is shown for their key: the extract, and nothing that leads
 * beyond it. The database keeps engagements from whoever must not learn of them by itself.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { engagementsPast, helpersPast } from '../src/coordination/helpers/jobs.ts'
import { readByKey } from '../src/coordination/helpers/queries.ts'
import { engagementReaction } from '../src/coordination/helpers/reactions.ts'
import { fly } from '../src/engine/flight.ts'
import { fsck } from '../src/engine/fsck.ts'
import { settingStatements } from '../src/engine/history.ts'
import { rebuild } from '../src/engine/rebuild.ts'
import type { Settings } from '../src/engine/room.ts'
import { sweep } from '../src/engine/sweep.ts'
import type { Day } from '../src/kernel/day.ts'
import { rooms as everyRoom } from '../src/main.ts'
import { keyOf, openAnsweringHouse, type Registered } from './answering-house.ts'
import { catchUp } from './catching-up.ts'

const { ask, register, act, staffOf, house } = await openAnsweringHouse()

const bureau = await staffOf('county.bureau', 'clerk', 'head')
const land = await staffOf('county.land', 'clerk', 'head')
const labour = await staffOf('county.labour', 'clerk', 'head')
const contact = '19911112222'
const said = '老人说愿意先看丈量结果'
const secretText = '只有办理单位才读得到的全文'
const entry = {
  ...{ kind: 'womensFederation', name: '冼照微', contact, skills: ['family', 'mediation'], places: ['990101'] },
  ...{ organ: null, until: null, agreedOn: '2026-11-01' },
}
const enter = async (more: object = {}) => {
  const { status, body } = await ask(bureau, 'POST', '/api/helpers', { ...entry, ...more })
  expect(status).toBe(201)
  return body.helper as string
}
const claim = '请为测试人重新丈量承包地'

async function accepted(more: object = {}) {
  const petition = await register({ text: secretText, claims: [claim, '补发经营权证'], ...more })
  await act(bureau, petition.number, 'transfer', { to: 'county.land' })
  return petition
}
const words = { what: '请到户里劝和', summary: '一户人家与村里对承包地面积有争议', claims: ['c1'], until: '2026-12-31' }
const invite = (petition: Registered, helper: string, more: object = {}, who = land) =>
  ask(who, 'POST', `/api/petitions/${petition.number}/engagements`, { helper, mode: 'case', ...words, ...more })

async function invited(more: object = {}) {
  const petition = await accepted()
  const helper = await enter()
  const { status, body } = await invite(petition, helper, more)
  expect([status, body.refusal]).toEqual([201, undefined])
  return { petition, helper, engagement: body.engagement as string }
}
const keyFor = async (engagement: string) =>
  (await ask(land, 'POST', `/api/engagements/${engagement}/issue-key`, {})).body.key as string
const helping = (path: string, held: { engagement: string; key: string }, more: object = {}) =>
  ask(null, 'POST', `/api/helping/${path}`, { ...held, ...more })
const consent = (petition: Registered, engagement: string, consents: boolean) =>
  ask(keyOf(petition), 'POST', `/api/follow/engagements/${engagement}/consent`, { consents })

describe('The roster', () => {
  let helper: string
  beforeAll(async () => {
    helper = await enter({ kind: 'lawyer', skills: ['law'], name: '茹松年' })
  })
  const found = async (who: { token: string }, query: string) =>
    (await ask(who, 'GET', `/api/helpers?${query}`)).body.items.map((item: { helper: string }) => item.helper)

  it('is searched by kind, skill and place in the area of whoever keeps it', async () => {
    expect(await found(land, 'kind=lawyer')).toContain(helper)
    expect(await found(land, 'skill=law')).toContain(helper)
    expect(await found(land, 'skill=medical')).not.toContain(helper)
    expect(await found(land, 'place=990101003')).toContain(helper)
    expect(await found(land, 'place=9902')).not.toContain(helper)
    expect(await found(await staffOf('prefecture.land'), 'kind=lawyer')).not.toContain(helper)
  })

  it('shows how somebody is reached to whoever keeps it alone, in the database too', async () => {
    const shown = async (who: { token: string }) =>
      (await ask(who, 'GET', '/api/helpers?kind=lawyer')).body.items.find(
        (item: { helper: string }) => item.helper === helper,
      )
    expect(await shown(bureau)).toMatchObject({ name: '茹松年', contact, isOurs: true })
    expect(await shown(land)).toMatchObject({ name: '茹松年', contact: null, isOurs: false })
    const parts = async (organ: string) => {
      const text = 'select part from sealed where stream_id = $1 order by part'
      const settings = settingStatements({ 'xinqiao.organ': organ, 'xinqiao.account': 'x' })
      const rows = (await fly(house.app, [...settings, { name: '', text, values: [`helper:${helper}`] }])).at(-1)
      return rows?.map(({ part }) => part)
    }
    expect([await parts('county.bureau'), await parts('county.land'), await parts('prefecture.land')]).toEqual([
      ['content', 'identity'],
      ['content'],
      [],
    ])
  })

  it('is kept by its own office', async () => {
    const refused = await ask(land, 'POST', '/api/helpers', entry)
    expect([refused.status, refused.body.refusal]).toEqual([403, 'roster-is-anothers'])
    expect((await ask(bureau, 'POST', `/api/helpers/${helper}/suspend`, { reason: '休养' })).status).toBe(200)
    const petition = await accepted()
    expect((await invite(petition, helper)).body.refusal).toBe('helper-not-available')
    expect((await ask(bureau, 'POST', `/api/helpers/${helper}/resume`, {})).status).toBe(200)
    expect((await invite(petition, helper)).status).toBe(201)
    expect((await invite(petition, helper)).body.refusal).toBe('helper-asked-already')
  })
})

describe('What a helper is shown for their key', () => {
  it('is the extract, after consent and acceptance, and nothing beyond it', async () => {
    const { petition, engagement } = await invited()
    expect((await consent(petition, engagement, true)).body.stage).toBe('invited')
    const held = { engagement, key: await keyFor(engagement) }

    const before = await helping('read', held)
    expect(before.body).toMatchObject({ stage: 'invited', what: words.what, summary: null, claims: [], name: '冼照微' })
    const after = await helping('answer', held, { accepts: true, conflict: false, note: null })
    expect(after.body).toMatchObject({ stage: 'accepted', summary: words.summary })
    expect(after.body.claims).toHaveLength(1)
    await helping('record', held, { way: 'visited', day: house.today(), said })

    const shown = JSON.stringify((await helping('read', held)).body)
    expect(shown).toContain('重新丈量承包地')
    // numbers, who petitions, the whole text, the other claim, how the helper is reached
    for (const beyond of [petition.number, '测试人', '19900000001', secretText, '补发经营权证', contact])
      expect(shown, beyond).not.toContain(beyond)
    expect(Object.keys((await helping('read', held)).body).sort()).toEqual(
      ['about', 'claims', 'invitedOn', 'inviter', 'name', 'of', 'parts', 'stage', 'summary', 'until', 'what'].sort(),
    )
    const mine = (await ask(keyOf(petition), 'GET', '/api/follow/engagements')).body.items
    expect(mine).toMatchObject([
      { helper: { name: '冼照微' }, summary: words.summary, parts: [{ way: 'visited', said: null }] },
    ])
    const ours = (await ask(land, 'GET', `/api/petitions/${petition.number}/engagements`)).body.items
    expect(ours).toMatchObject([{ parts: [{ by: 'helper', said }] }])
  })

  it('is nothing with a wrong key, an old one, or once it ended', async () => {
    const { petition, engagement } = await invited()
    await consent(petition, engagement, true)
    const old = { engagement, key: await keyFor(engagement) }
    const held = { engagement, key: await keyFor(engagement) }
    expect((await helping('read', old)).status).toBe(404)
    expect((await helping('read', { engagement, key: '0000-0000-0000-0000-97' })).status).toBe(404)
    expect((await helping('read', { engagement: 'B'.repeat(22), key: held.key })).status).toBe(404)
    await helping('answer', held, { accepts: true, conflict: false, note: null })
    const ended = await ask(keyOf(petition), 'POST', `/api/follow/engagements/${engagement}/end`, {})
    expect(ended.body.stage).toBe('ended')
    expect((await helping('read', held)).body).toMatchObject({
      stage: 'ended',
      what: null,
      summary: null,
      claims: [],
      about: [],
    })
    expect((await helping('record', held, { way: 'came', day: house.today(), said: null })).status).toBe(409)
  })

  it('is nothing after the last day, before anybody has written that down, nor once they belong to whoever is complained about', async () => {
    const opened = async (more: object = {}) => {
      const petition = await accepted(more)
      const helper = await enter()
      const { body } = await invite(petition, helper, { mode: 'anonymous', claims: [] })
      return { helper, engagement: body.engagement as string, key: await keyFor(body.engagement) }
    }
    const { engagement, key } = await opened()
    const on = (day: string) => readByKey({ ...house, today: () => day as Day }, engagement, key)
    expect([await on(words.until), await on('2027-01-01')]).toEqual([expect.anything(), null])

    const other = await opened({ about: [{ as: 'respondent', organ: 'county.labour', official: null }] })
    const held = { engagement: other.engagement, key: other.key }
    expect((await helping('read', held)).status).toBe(200)
    const { agreedOn: _, ...details } = entry
    await ask(bureau, 'POST', `/api/helpers/${other.helper}/revise`, { ...details, organ: 'county.labour' })
    expect((await helping('read', held)).status).toBe(404)
  })

  it('ends after its last day, and when the helper turns out to belong to whoever is accused', async () => {
    const past = await invited({ mode: 'anonymous', claims: [] })
    const later = { ...house, today: () => '2027-01-01' as Day }
    expect((await sweep(engagementsPast(later))).done).toBeGreaterThan(0)
    const stage = async (petition: Registered) =>
      (await ask(land, 'GET', `/api/petitions/${petition.number}/engagements`)).body.items[0].stage
    expect(await stage(past.petition)).toBe('ended')

    const petition = await accepted()
    const helper = await enter({ organ: 'county.conciliation' })
    await invite(petition, helper, { mode: 'anonymous', claims: [] })
    await act(bureau, petition.number, 'name-complained', {
      ...{ as: 'accused', organ: 'county.conciliation', official: null, reason: '信中另有所指' },
    })
    const named = await accepted()
    await invite(named, await enter({ name: '宰父明' }), { mode: 'anonymous', claims: [] })
    await act(bureau, named.number, 'name-complained', {
      ...{ as: 'respondent', organ: 'county.labour', official: '调解员宰父明', reason: '信中另有所指' },
    })
    await catchUp(house, engagementReaction(house))
    expect([await stage(petition), await stage(named)]).toEqual(['ended', 'ended'])
  })
})

describe('An invitation', () => {
  it('waits for the petitioner, who can refuse', async () => {
    const { petition, engagement } = await invited()
    const shown = (await ask(keyOf(petition), 'GET', '/api/follow/engagements')).body.items
    expect(shown).toMatchObject([{ stage: 'awaitingConsent', people: ['p1'], what: words.what }])
    expect((await ask(land, 'POST', `/api/engagements/${engagement}/issue-key`, {})).body.refusal).toBe(
      'engagement-at-another-stage',
    )
    expect((await consent(petition, engagement, false)).body.stage).toBe('refused')
  })

  it('names no petitioner, shows no accusation, and is made by whoever has the petition', async () => {
    const [petition, helper] = [await accepted(), await enter()]
    const telling = await invite(petition, helper, { summary: '测试人与村里有争议' })
    expect([telling.status, telling.body.refusal]).toEqual([422, 'extract-names-petitioner'])
    expect((await invite(petition, helper, {}, labour)).status).toBe(404)
    const accusation = await register({ class: 'accusation', about: [{ as: 'accused', organ: 'county.labour' }] })
    const refused = await invite(accusation, helper, { mode: 'anonymous', claims: [] }, bureau)
    expect(refused.body.refusal).toBe('accusation-not-shown')
  })

  it('goes to nobody whom the petition names, nor into an organ that it complains of', async () => {
    const petition = await accepted({ about: [{ as: 'respondent', organ: 'county.labour', official: '调解员冼照微' }] })
    expect((await invite(petition, await enter())).body.refusal).toBe('helper-is-concerned')
    const inside = await enter({ name: '别有人', organ: 'county.labour' })
    expect((await invite(petition, inside)).body.refusal).toBe('helper-is-concerned')
    expect((await invite(petition, await enter({ name: '别有人' }))).status).toBe(201)
  })

  it('is somebody else’s to nobody: other organs and petitioners see nothing of it, by row security alone', async () => {
    const { petition, engagement } = await invited()
    const stream = `engagement:${engagement}`
    const tables = ['engagement', 'event', 'sealed'] as const
    const seen = async (settings: Settings) => {
      const counts = tables.map((name) => ({
        ...{ name: '', text: `select count(*)::int as n from ${name} where stream_id = $1`, values: [stream] },
      }))
      const rows = (await fly(house.app, [...settingStatements(settings), ...counts])).slice(-tables.length)
      return rows.map(([row]) => (row?.n as number) > 0)
    }
    const as = (organ: string, account = 'x') => ({ 'xinqiao.organ': organ, 'xinqiao.account': account })
    expect(await seen(as('county.land'))).toEqual([true, true, true])
    expect(await seen({ 'xinqiao.petition': petition.number })).toEqual([true, true, true])
    for (const settings of [as('county.labour'), as('county.bureau'), { 'xinqiao.petition': '260101000000000' }, {}])
      expect(await seen(settings as Settings)).toEqual([false, false, false])
    const keep = (column: string, to: readonly string[]) =>
      house.work.query(`update engagement set ${column} = $2 where stream_id = $1`, [stream, to])
    await keep('kept_from', ['county'])
    expect(await seen(as('county.land'))).toEqual([false, false, false])
    await keep('kept_from', [])
    await keep('officials', [land.account])
    expect(await seen(as('county.land', land.account))).toEqual([false, false, false])
    await keep('officials', [])
    const withdrawn = (accounts: readonly string[]) =>
      house.work.query('update petition_organ set recused = $2 where stream_id = $1', [petition.number, accounts])
    await withdrawn([land.account])
    expect(await seen(as('county.land', land.account))).toEqual([false, false, false])
    expect((await ask(land, 'GET', `/api/petitions/${petition.number}/engagements`)).body.items).toEqual([])
    expect(await seen(as('county.land'))).toEqual([true, true, true])
    await withdrawn([])
    expect((await ask(labour, 'POST', `/api/engagements/${engagement}/end`, { reason: null })).status).toBe(404)
  })

  it('is counted by kind, for the organ that invited', async () => {
    const { body } = await ask(land, 'GET', '/api/engagement-counts?year=2026')
    const [counted] = body.items.filter(({ kind }: { kind: string }) => kind === 'womensFederation')
    expect(counted.invited).toBeGreaterThan(3)
    expect((await ask(labour, 'GET', '/api/engagement-counts?year=2026')).body.items).toEqual([])
  })
})

describe('Whoever left the roster', () => {
  it('is forgotten once the law keeps the matters of that day no longer, name and number and reason, and nobody sooner', async () => {
    const gone = await enter({ name: '将被销毁的人', contact: '19912340000' })
    const stays = await enter({ name: '还在名册的人' })
    const asked = await enter({ name: '还在协助的人' })
    await invite(await accepted(), asked, { mode: 'anonymous', claims: [] })
    for (const helper of [gone, asked])
      await ask(bureau, 'POST', `/api/helpers/${helper}/end`, { reason: '本人要求退出' })
    const pieces = async (helper: string) =>
      (await house.work.query('select 1 from sealed where stream_id = $1', [`helper:${helper}`])).rowCount
    const on = (day: string) => ({ ...house, today: () => day as Day })
    await sweep(helpersPast(on('2056-11-23')))
    expect(await pieces(gone)).toBe(3)
    const { faults } = await sweep(helpersPast(on('2056-11-24')))
    expect(faults).toEqual([])
    await sweep(helpersPast(on('2056-11-24')))
    expect([await pieces(gone), await pieces(stays), await pieces(asked)]).toEqual([0, 2, 3])
    const { rows } = await house.work.query(`select type from event where stream_id = $1 order by version`, [
      `helper:${gone}`,
    ])
    expect(rows.map(({ type }) => type)).toEqual(['HelperEntered', 'HelperEnded', 'HelperErased'])
    const listed = (await ask(bureau, 'GET', '/api/helpers?state=ended&limit=100')).body.items as { helper: string }[]
    expect(listed.map(({ helper }) => helper)).not.toContain(gone)
    expect((await ask(bureau, 'POST', `/api/helpers/${gone}/resume`, {})).body.refusal).toBe('wrong-helper-state')
  })
})

it('The read models of helpers are what their facts say', async () => {
  expect((await fsck(house, everyRoom)).errors).toEqual([])
  await rebuild(house, everyRoom)
  expect((await fsck(house, everyRoom)).errors).toEqual([])
})
