/**
 * Special working groups over the wire and in the database (docs/adr/0041): just the members see just the petitions, as long as the group
 * works; and whoever a petition keeps out is in no group that has it.
 */
import { describe, expect, it } from 'vitest'
import { conferenceReactions } from '../src/coordination/conference/reactions.ts'
import { groupsPast } from '../src/coordination/groups/jobs.ts'
import { hasOpenGroups } from '../src/coordination/groups/queries.ts'
import { groupReactions } from '../src/coordination/groups/reactions.ts'
import { fly } from '../src/engine/flight.ts'
import { fsck } from '../src/engine/fsck.ts'
import { settingStatements } from '../src/engine/history.ts'
import { rebuild } from '../src/engine/rebuild.ts'
import { sweep } from '../src/engine/sweep.ts'
import type { Day } from '../src/kernel/day.ts'
import { rooms as everyRoom } from '../src/main.ts'
import { bulletinHouse } from '../src/wiring.ts'
import { type Asker, openAnsweringHouse } from './answering-house.ts'
import { catchUp } from './catching-up.ts'

const { ask, register, act, staffOf, house } = await openAnsweringHouse()
const conferences = bulletinHouse(house)
const bureau = await staffOf('county.bureau', 'clerk', 'head')
const office = await staffOf('prefecture.conference', 'clerk', 'head')
const land = await staffOf('county.land', 'clerk', 'head')
const labour = await staffOf('county.labour', 'clerk')
const besideLabour = await staffOf('county.labour', 'clerk', 'head')
const stranger = await staffOf('county.conciliation', 'clerk', 'head')
const conference = 'prefecture.conference'

// biome-ignore lint/suspicious/noExplicitAny: whatever the wire answers
type Body = any
const must = async (asked: Promise<{ status: number; body: Body }>): Promise<Body> => {
  const { status, body } = await asked
  expect([200, 201], JSON.stringify(body)).toContain(status)
  return body
}
/** Each follows the facts by itself, and some of what one records is for another. */
const react = async () => {
  for (let round = 0; round < 3; round++)
    for (const reaction of [...conferenceReactions(conferences), ...groupReactions(conferences)])
      await catchUp(house, reaction)
}

/** A petition that lies with the land office and was brought before the conference, which so may know of it. */
async function broughtPetition(body: object = {}): Promise<string> {
  const { number } = await register(body)
  await act(bureau, number, 'transfer', { to: 'county.land' })
  const asked = { conference, kind: 'hardCase', title: '一起疑难事项', paper: '提请研究', petitions: [number] }
  const { item } = await must(ask(bureau, 'POST', '/api/conference-items', asked))
  await must(ask(office, 'POST', `/api/conference-items/${item}/accept`, {}))
  await react()
  return number
}

const memberOf = ({ account }: { readonly account: string }, organ: string) => ({ account, organ })
const leading = memberOf(land, 'county.land')
const helping = memberOf(labour, 'county.labour')
const found = (petitions: readonly string[], more: object = {}, who: Asker = office) =>
  ask(who, 'POST', '/api/working-groups', {
    ...{ name: '征地补偿专项工作小组', purpose: '核清面积，统一口径', until: '2026-12-31' },
    ...{ lead: leading, members: [helping], petitions, ...more },
  })
async function founded(petitions: readonly string[], more: object = {}): Promise<string> {
  const { group } = await must(found(petitions, more))
  await react()
  return group
}
const onGroup = (who: Asker, group: string, verb: string, body: object = {}) =>
  ask(who, 'POST', `/api/working-groups/${group}/${verb}`, body)
const read = (who: Asker, group: string) => ask(who, 'GET', `/api/working-groups/${group}`)
const sees = async (who: Asker, number: string): Promise<boolean> =>
  (await ask(who, 'GET', `/api/petitions/${number}`)).status === 200
const listed = async (who: Asker, shelf = 'working'): Promise<readonly string[]> =>
  (await must(ask(who, 'GET', `/api/working-groups?shelf=${shelf}&limit=100`))).items.map(
    ({ group }: { group: string }) => group,
  )

describe('A working group (art. 13 (2), ADR 0041)', () => {
  it('is founded by the office of a conference, about petitions that it may know of', async () => {
    const number = await broughtPetition()
    for (const who of [land, labour, bureau]) expect((await found([number], {}, who)).status).not.toBe(201)
    const { number: unknown } = await register({})
    expect((await found([unknown])).body).toMatchObject({ refusal: 'linked-matter-unknown' })
    expect((await found([number], { item: 'A'.repeat(22) })).body).toMatchObject({ refusal: 'no-such-decision' })
    expect((await must(ask(office, 'GET', '/api/working-groups'))).mayFound).toBe(true)
    expect((await must(ask(land, 'GET', '/api/working-groups'))).mayFound).toBe(false)
    await founded([number])
  })

  it('shows just its petitions to just its members, and to nobody else in their organs', async () => {
    const [number, other] = [await broughtPetition(), await broughtPetition()]
    expect(await sees(labour, number)).toBe(false)
    const group = await founded([number])
    expect(await sees(labour, number)).toBe(true)
    expect(await sees(labour, other)).toBe(false)
    expect(await sees(besideLabour, number)).toBe(false)
    expect(await listed(labour)).toContain(group)
    for (const who of [besideLabour, stranger]) {
      expect(await listed(who)).not.toContain(group)
      expect((await read(who, group)).status).toBe(404)
    }
    expect((await must(read(labour, group))).part).toBe('member')
    expect((await must(read(land, group))).part).toBe('lead')
    expect((await must(read(office, group))).cases).toEqual([{ number, isOpenToYou: true }])

    // another petition comes in, and leaves again
    await must(onGroup(office, group, 'add-case', { petition: other }))
    await react()
    expect(await sees(labour, other)).toBe(true)
    await must(onGroup(office, group, 'take-case-out', { petition: other, reason: '已经化解' }))
    await react()
    expect(await sees(labour, other)).toBe(false)
    expect(await sees(labour, number)).toBe(true)
    // what the group wrote speaks of it still
    expect(await hasOpenGroups(house, other)).toBe(true)

    // so does a member
    await must(onGroup(office, group, 'add-member', { member: memberOf(besideLabour, 'county.labour') }))
    await react()
    expect(await sees(besideLabour, number)).toBe(true)
    await must(onGroup(labour, group, 'take-member-out', { account: labour.account, reason: '与当事人有亲属关系' }))
    await react()
    expect(await sees(labour, number)).toBe(false)
    expect(await sees(besideLabour, number)).toBe(true)
    expect((await read(labour, group)).status).toBe(404)
  })

  it('shows them no longer once it is dissolved, with a report and not over open tasks', async () => {
    const number = await broughtPetition()
    const group = await founded([number])
    expect(await hasOpenGroups(house, number)).toBe(true)
    const given = { organ: 'county.labour', what: '核对参保情况', due: '2026-12-10' }
    expect((await onGroup(labour, group, 'give-task', { task: given })).status).toBe(403)
    await must(onGroup(land, group, 'give-task', { task: given }))
    // before the house has given it, it is open already
    expect((await onGroup(land, group, 'dissolve', { report: '已经核清' })).body).toMatchObject({
      refusal: 'task-still-open',
    })
    await react()
    expect((await must(read(office, group))).tasks).toMatchObject([{ key: 't1', stage: 'given', isLate: false }])
    const { rows } = await house.work.query<{ stream_id: string }>(
      `select stream_id from task where origin_stream = $1 and origin_kind = 'groupTask'`,
      [`group:${group}`],
    )
    expect(rows).toHaveLength(1)
    const id = rows[0]?.stream_id.slice('task:'.length)
    await must(
      ask(besideLabour, 'POST', `/api/tasks/${id}/report`, { result: 'done', report: '已经核对', materials: [] }),
    )
    await must(ask(office, 'POST', `/api/tasks/${id}/close`, { note: null }))
    await must(onGroup(land, group, 'dissolve', { report: '面积已经核清，口径已经统一' }))
    await react()
    expect(await sees(labour, number)).toBe(false)
    expect((await must(read(labour, group))).report).toBe('面积已经核清，口径已经统一')
    expect(await listed(office, 'dissolved')).toContain(group)
    expect(await hasOpenGroups(house, number)).toBe(false)
    expect((await onGroup(office, group, 'prolong', { until: '2027-02-01', reason: '继续' })).body).toMatchObject({
      refusal: 'wrong-group-stage',
    })
  })

  it('works through its last day, prolonged with a reason, and not a day longer', async () => {
    const number = await broughtPetition()
    const group = await founded([number], { until: '2026-12-01' })
    await must(onGroup(office, group, 'prolong', { until: '2026-12-04', reason: '复测未完成' }))
    await react()
    const at = (day: string) => ({ ...conferences, today: () => day as Day })
    const past = async (day: string) => sweep(groupsPast(at(day)))
    await past('2026-12-04')
    expect((await must(read(office, group))).stage).toBe('working')
    await past('2026-12-05')
    await react()
    expect((await must(read(office, group))).stage).toBe('termEnded')
    expect(await sees(labour, number)).toBe(false)
    expect(await hasOpenGroups(house, number)).toBe(true)
    await must(onGroup(land, group, 'dissolve', { report: '期满，已报告' }))
  })
})

describe('Whoever a petition of it keeps out', () => {
  const shown = async (organ: string, account: string, group: string, table: string) => {
    const settings = settingStatements({
      ...{ 'xinqiao.organ': organ, 'xinqiao.account': account, 'xinqiao.today': '2026-11-23' },
    })
    const text = `select 1 from ${table} where stream_id = $1`
    const statement = { name: `try ${table}`, text, values: [`group:${group}`] }
    return ((await fly(house.app, [...settings, statement])).at(-1) ?? []).length
  }
  const tables = ['event', 'sealed', 'working_group', 'working_group_case', 'working_group_party']

  it('is nobody of an organ that it accuses: neither founded with them nor kept from then on, in the program and in the database', async () => {
    const accused = [{ as: 'accused', organ: 'county.labour', claims: [0] }]
    const accusing = await broughtPetition({ about: accused })
    expect((await found([accusing])).body).toMatchObject({ refusal: 'organ-is-kept-out' })

    const number = await broughtPetition()
    const group = await founded([number])
    expect((await onGroup(office, group, 'add-case', { petition: accusing })).body).toMatchObject({
      refusal: 'organ-is-kept-out',
    })
    for (const table of tables) expect(await shown('county.labour', labour.account, group, table)).toBeGreaterThan(0)
    // the petition names the organ of a member as accused
    await act(bureau, number, 'name-complained', {
      ...{ as: 'accused', organ: 'county.labour', official: null, reason: '信中写明' },
    })
    await react()
    expect((await read(labour, group)).status).toBe(404)
    expect(await listed(labour)).not.toContain(group)
    expect(await sees(labour, number)).toBe(false)
    for (const table of tables) {
      expect(await shown('county.labour', labour.account, group, table)).toBe(0)
      expect(await shown(conference, office.account, group, table)).toBeGreaterThan(0)
    }
    const { members } = await must(read(office, group))
    expect(members.map(({ account }: { account: string }) => account)).toEqual([land.account])
  })

  it('is the database’s own concern too: a member of another name sees no row', async () => {
    const group = await founded([await broughtPetition()])
    for (const table of tables) {
      expect(await shown('county.labour', besideLabour.account, group, table)).toBe(0)
      expect(await shown('county.conciliation', labour.account, group, table)).toBe(0)
    }
  })
})

it('The rows follow from the facts, and can be made again', async () => {
  const own = everyRoom.filter(({ name }) => name === 'group')
  const faults = async () =>
    (await fsck(house, everyRoom)).errors.filter(({ stream }) => (stream ?? '').startsWith('group:'))
  expect(await faults()).toEqual([])
  await rebuild(house, own)
  expect(await faults()).toEqual([])
})
