/**
 * Signing round over the wire and in the database (docs/adr/0052): everybody agrees, and it is decided, numbered and carried out as at a
 * meeting; one who does not brings it to a meeting; and whoever an item is kept from neither sees nor signs it.
 */
import { describe, expect, it } from 'vitest'
import { circulationsPast } from '../src/coordination/conference/jobs.ts'
import { conferenceReactions } from '../src/coordination/conference/reactions.ts'
import { checkNumbers } from '../src/documents/numbering/checking.ts'
import { numberingReaction } from '../src/documents/numbering/reactions.ts'
import { fly } from '../src/engine/flight.ts'
import { fsck } from '../src/engine/fsck.ts'
import { settingStatements } from '../src/engine/history.ts'
import { rebuild } from '../src/engine/rebuild.ts'
import { sweep } from '../src/engine/sweep.ts'
import { issuing } from '../src/issuing.ts'
import { day } from '../src/kernel/day.ts'
import { rooms as everyRoom } from '../src/main.ts'
import { bulletinHouse } from '../src/wiring.ts'
import { type Asker, openAnsweringHouse } from './answering-house.ts'
import { catchUp } from './catching-up.ts'

const { ask, register, act, staffOf, house } = await openAnsweringHouse()
const conferences = bulletinHouse(house)
const bureau = await staffOf('county.bureau', 'clerk', 'head')
const land = await staffOf('county.land', 'clerk', 'head')
const clerkOfLand = await staffOf('county.land', 'clerk')
const labour = await staffOf('county.labour', 'clerk', 'head')
const office = await staffOf('prefecture.conference', 'clerk', 'head')
const convenor = await staffOf('prefecture', 'leader')
const conference = 'prefecture.conference'

// biome-ignore lint/suspicious/noExplicitAny: whatever the wire answers
type Body = any
const must = async (asked: Promise<{ status: number; body: Body }>): Promise<Body> => {
  const { status, body } = await asked
  expect([200, 201], JSON.stringify(body)).toContain(status)
  return body
}
const onItem = (who: Asker, item: string, verb: string, body: object = {}) =>
  ask(who, 'POST', `/api/conference-items/${item}/${verb}`, body)
const readItem = (who: Asker, item: string) => ask(who, 'GET', `/api/conference-items/${item}`)
/** Each follows the facts by itself, and some of what one records is for another. */
const react = async () => {
  for (let round = 0; round < 3; round++)
    for (const reaction of conferenceReactions(conferences)) await catchUp(house, reaction)
}
const listed = async (who: Asker, shelf: string): Promise<readonly string[]> =>
  (await must(ask(who, 'GET', `/api/conference-items?shelf=${shelf}&limit=100`))).items.map(
    ({ item }: { item: string }) => item,
  )

const seat = (body: object) =>
  ask(office, 'POST', `/api/conferences/${conference}/seats`, { from: '2026-01-01', ...body })
await must(seat({ seat: 'convenor', organ: 'prefecture', account: convenor.account }))
await must(seat({ seat: 'member', organ: 'county.land' }))
await must(seat({ seat: 'member', organ: 'county.labour', account: labour.account }))

async function accepted(body: object = {}): Promise<string> {
  const asked = { conference, kind: 'policy', title: '补偿口径', paper: '请研究统一口径', ...body }
  const { item } = await must(ask(bureau, 'POST', '/api/conference-items', asked))
  await must(onItem(office, item, 'accept'))
  await react()
  return item
}
const draft = { says: '按统一口径答复。', until: '2026-11-27' }
async function sentRound(body: object = {}, more: object = {}): Promise<string> {
  const item = await accepted(body)
  await must(onItem(office, item, 'circulate', { ...draft, ...more }))
  await react()
  return item
}
const agree = { view: 'agreed' }

describe('An item that is signed round (docs/adr/0052)', () => {
  it('is decided when all agree, as a numbered document, and its tasks are given', async () => {
    const tasks = [{ organ: 'county.land', what: '公示补偿口径', due: '2026-12-31' }]
    const item = await sentRound({}, { tasks })
    for (const who of [convenor, land, labour]) {
      expect(await listed(who, 'toSign')).toContain(item)
      await must(onItem(who, item, 'sign', agree))
      expect(await listed(who, 'toSign')).not.toContain(item)
    }
    await react()
    const seen = await must(readItem(labour, item))
    expect(seen).toMatchObject({
      ...{ stage: 'confirmed', meeting: null, minutes: { isSigned: true } },
      decision: { says: draft.says, tasks: [{ organ: { id: 'county.land' }, isOpen: true }] },
      execution: [{ part: 't1', state: 'executed' }],
      circulations: [{ ended: { because: 'agreed' } }],
    })
    await catchUp(house, numberingReaction(house, issuing))
    const paper = await must(ask(labour, 'GET', `/api/issued/${seen.stream}/papers/${seen.minutes.paper}`))
    expect(JSON.stringify(paper)).toContain('书面会签')
    expect(JSON.stringify(paper)).toMatch(/签〔2026〕\d+号/)
    expect(JSON.stringify(paper)).toContain('公示补偿口径')
    expect(await checkNumbers(house.work, issuing)).toEqual([])
  })

  it('moves a disputed petition, without a meeting', async () => {
    const { number } = await register({})
    await act(bureau, number, 'transfer', { to: 'county.land' })
    await act(land, number, 'object-to-transfer', {
      reasons: '该事项属于劳动保障部门职责，不属于我局。',
      suggests: 'county.labour',
    })
    await act(bureau, number, 'refer-dispute', { to: conference, note: null })
    await react()
    const [{ item }] = (await must(ask(office, 'GET', `/api/conference-items?petition=${number}`))).items
    await must(onItem(office, item, 'accept'))
    expect((await onItem(office, item, 'circulate', draft)).body).toMatchObject({ refusal: 'needs-competent-organ' })
    const jurisdiction = { petition: number, competent: 'county.labour' }
    await must(onItem(office, item, 'circulate', { ...draft, jurisdiction }))
    for (const who of [convenor, land, labour]) await must(onItem(who, item, 'sign', agree))
    await react()
    expect((await must(readItem(office, item))).execution).toMatchObject([{ state: 'executed', result: number }])
    expect((await must(ask(labour, 'GET', `/api/petitions/${number}`))).holder.id).toBe('county.labour')
  })

  it('goes to a meeting where somebody does not agree, and says who and why', async () => {
    const item = await sentRound()
    await must(onItem(convenor, item, 'sign', agree))
    expect((await onItem(labour, item, 'sign', { view: 'objected' })).body).toMatchObject({
      refusal: 'objection-without-reasons',
    })
    await must(onItem(labour, item, 'sign', { view: 'objected', reason: '口径与省里不一致' }))
    const seen = await must(readItem(office, item))
    expect(seen).toMatchObject({
      stage: 'accepted',
      decision: null,
      circulations: [{ ended: { because: 'objected' } }],
    })
    const [{ signatories }] = seen.circulations
    expect(signatories.find(({ view }: Body) => view === 'objected')).toMatchObject({
      account: labour.account,
      reason: '口径与省里不一致',
    })
    expect(await listed(land, 'toSign')).not.toContain(item)
  })

  it('is signed by whoever leads the organ that sits there, once, and by nobody who only reads it', async () => {
    const item = await sentRound()
    for (const who of [clerkOfLand, office, bureau])
      expect((await onItem(who, item, 'sign', agree)).body).toMatchObject({ refusal: 'item-not-yours' })
    const actions = (await must(readItem(land, item))).actions
    expect(actions.find(({ action }: Body) => action === 'sign')).toMatchObject({ allowed: true })
    await must(onItem(land, item, 'sign', agree))
    expect((await onItem(land, item, 'sign', agree)).body).toMatchObject({ refusal: 'signed-already' })
  })

  it('is not agreed to by silence', async () => {
    const item = await sentRound()
    await must(onItem(convenor, item, 'sign', agree))
    const on = (today: string) => ({ ...conferences, today: () => day(today) })
    await sweep(circulationsPast(on('2026-11-27')))
    expect((await must(readItem(office, item))).stage).toBe('circulated')
    await sweep(circulationsPast(on('2026-11-28')))
    expect(await must(readItem(office, item))).toMatchObject({
      ...{ stage: 'accepted', circulations: [{ ended: { because: 'lapsed' } }] },
    })
  })
})

describe('Whoever an item is kept from', () => {
  it('neither signs it nor learns that it goes round, in the program and in the database', async () => {
    const about = [{ as: 'accused', organ: 'county.land', claims: [0] }]
    const { number } = await register({ about, purpose: 'accusation' })
    const item = await sentRound({ kind: 'hardCase', petitions: [number] })
    expect((await readItem(land, item)).status).toBe(404)
    expect((await onItem(land, item, 'sign', agree)).status).toBe(404)
    expect(await listed(land, 'toSign')).not.toContain(item)
    const shown = async (organ: string, account: string, table: string) => {
      const settings = settingStatements({
        ...{ 'xinqiao.organ': organ, 'xinqiao.account': account, 'xinqiao.today': '2026-11-23' },
      })
      const text = `select 1 from ${table} where stream_id = $1`
      const statement = { name: `try ${table}`, text, values: [`item:${item}`] }
      return ((await fly(house.app, [...settings, statement])).at(-1) ?? []).length
    }
    for (const table of ['event', 'sealed', 'conference_item', 'conference_item_party']) {
      expect(await shown('county.land', land.account, table)).toBe(0)
      expect(await shown('county.labour', labour.account, table)).toBeGreaterThan(0)
    }
    // what they signed who may know of it is enough, and stands in a paper of its own
    for (const who of [convenor, labour]) await must(onItem(who, item, 'sign', agree))
    const seen = await must(readItem(office, item))
    expect(seen).toMatchObject({ stage: 'confirmed', isApart: true })
    expect((await ask(land, 'GET', `/api/issued/${seen.stream}/papers`)).status).toBe(404)
  })
})

it('What is recorded of it holds together, and can be made again', async () => {
  await catchUp(house, numberingReaction(house, issuing))
  const own = everyRoom.filter(({ name }) => name === 'item')
  const faults = async () => (await fsck(house, everyRoom)).errors.filter(({ stream }) => stream?.startsWith('item:'))
  expect(await faults()).toEqual([])
  await rebuild(house, own)
  expect(await faults()).toEqual([])
})
