/**
 * Joint conferences over the wire and in the database (docs/adr/0041): a dispute that is decided moves the petition, a measure opens an order,
 * tasks are given; and whoever an item is kept from neither sees it nor stands in its minutes.
 */
import { describe, expect, it } from 'vitest'
import { figuresFor } from '../src/coordination/conference/gathering.ts'
import { conferenceReactions } from '../src/coordination/conference/reactions.ts'
import { checkNumbers } from '../src/documents/numbering/checking.ts'
import { numberingReaction } from '../src/documents/numbering/reactions.ts'
import { fly } from '../src/engine/flight.ts'
import { fsck } from '../src/engine/fsck.ts'
import { settingStatements } from '../src/engine/history.ts'
import { rebuild } from '../src/engine/rebuild.ts'
import { issuing } from '../src/issuing.ts'
import { day } from '../src/kernel/day.ts'
import type { OrganId } from '../src/kernel/organ.ts'
import { rooms as everyRoom } from '../src/main.ts'
import { bulletinHouse } from '../src/wiring.ts'
import { type Asker, openAnsweringHouse } from './answering-house.ts'
import { catchUp } from './catching-up.ts'

const { ask, register, act, staffOf, house } = await openAnsweringHouse()
const conferences = bulletinHouse(house)
const bureau = await staffOf('county.bureau', 'clerk', 'head')
const land = await staffOf('county.land', 'clerk', 'head')
const labour = await staffOf('county.labour', 'clerk', 'head')
const office = await staffOf('prefecture.conference', 'clerk', 'head')
const convenor = await staffOf('prefecture', 'leader')
const deputy = await staffOf('prefecture.bureau', 'head')
const stranger = await staffOf('county.conciliation', 'clerk', 'head')
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
const onMeeting = (who: Asker, meeting: string, verb: string, body: object = {}) =>
  ask(who, 'POST', `/api/meetings/${meeting}/${verb}`, body)
const readItem = (who: Asker, item: string) => ask(who, 'GET', `/api/conference-items/${item}`)
const readMeeting = (who: Asker, meeting: string) => ask(who, 'GET', `/api/meetings/${meeting}`)
/** Each follows the facts by itself, and some of what one records is for another. */
const react = async () => {
  for (let round = 0; round < 3; round++)
    for (const reaction of conferenceReactions(conferences)) await catchUp(house, reaction)
}
const listed = async (who: Asker, shelf: string): Promise<readonly string[]> =>
  (await ask(who, 'GET', `/api/conference-items?shelf=${shelf}&limit=100`)).body.items.map(
    ({ item }: { item: string }) => item,
  )

const seat = (body: object) =>
  ask(office, 'POST', `/api/conferences/${conference}/seats`, { from: '2026-01-01', ...body })
await must(seat({ seat: 'convenor', organ: 'prefecture', account: convenor.account }))
await must(seat({ seat: 'deputyConvenor', organ: 'prefecture.bureau', account: deputy.account }))
await must(seat({ seat: 'member', organ: 'county.land' }))
await must(seat({ seat: 'member', organ: 'county.labour', account: labour.account }))

/** Two organs say that it is not theirs, and it is referred to the conference. */
async function disputed(body: object = {}): Promise<string> {
  const { number } = await register(body)
  await act(bureau, number, 'transfer', { to: 'county.land' })
  await act(land, number, 'object-to-transfer', {
    reasons: '该事项属于劳动保障部门职责，不属于我局。',
    suggests: 'county.labour',
  })
  await act(bureau, number, 'refer-dispute', { to: conference, note: null })
  return number
}

async function planned(day = '2026-11-23'): Promise<string> {
  const body = { conference, kind: 'working', title: '第十一次工作会议', place: '三楼会议室', day }
  return (await must(ask(office, 'POST', '/api/meetings', body))).meeting
}

async function opened(...items: readonly string[]): Promise<string> {
  const meeting = await planned()
  for (const item of items) await must(onItem(office, item, 'place', { meeting }))
  await must(onMeeting(office, meeting, 'convene'))
  await must(onMeeting(office, meeting, 'open'))
  await must(
    onMeeting(office, meeting, 'attendance', {
      attendance: [
        { organ: 'prefecture', account: convenor.account, as: 'present' },
        { organ: 'county.land', account: null, as: 'deputised', deputy: '某某' },
      ],
    }),
  )
  return meeting
}

async function issued(meeting: string): Promise<void> {
  await must(onMeeting(office, meeting, 'draft-minutes', { text: '会议研究了列入议程的议题。' }))
  await must(onMeeting(convenor, meeting, 'approve-minutes'))
  await must(onMeeting(office, meeting, 'issue-minutes'))
  await react()
}

async function brought(body: object, who: Asker = bureau): Promise<string> {
  const asked = { conference, kind: 'hardCase', title: '一起疑难事项', paper: '提请研究', ...body }
  return (await must(ask(who, 'POST', '/api/conference-items', asked))).item
}

const decision = { says: '由县人力资源和社会保障局受理，县自然资源局配合。' }
const itemOf = async (number: string): Promise<string> => {
  await react()
  const { body } = await ask(office, 'GET', `/api/conference-items?petition=${number}`)
  return body.items[0].item
}

describe('A dispute over jurisdiction (art. 24 (1))', () => {
  it('lies before the conference when it is referred, once, and what is decided moves the petition', async () => {
    const number = await disputed()
    const item = await itemOf(number)
    await react()
    expect((await ask(office, 'GET', `/api/conference-items?petition=${number}`)).body.items).toHaveLength(1)
    expect(await listed(office, 'brought')).toContain(item)
    expect((await must(readItem(office, item))).bringer).toMatchObject({ id: 'county.bureau' })
    expect((await readItem(labour, item)).status).toBe(404)

    await must(onItem(office, item, 'accept'))
    const meeting = await opened(item)
    // whoever sits there has the papers, and nobody else
    expect((await must(readItem(labour, item))).part).toBe('member')
    expect((await readItem(stranger, item)).status).toBe(404)
    const open = await must(
      onItem(office, item, 'decide', { ...decision, tasks: [] }).then((asked) => ({ ...asked, status: 200 })),
    )
    expect(open).toMatchObject({ refusal: 'needs-competent-organ' })
    await must(
      onItem(office, item, 'decide', {
        ...decision,
        jurisdiction: { petition: number, competent: 'county.labour' },
        tasks: [{ organ: 'county.land', what: '移交丈量材料', due: '2026-12-01' }],
      }),
    )
    // nothing is bound before the minutes are out
    await react()
    expect((await ask(bureau, 'GET', `/api/petitions/${number}`)).body.stage).toBe('disputed')

    await issued(meeting)
    const petition = (await ask(labour, 'GET', `/api/petitions/${number}`)).body
    expect(petition).toMatchObject({ stage: 'routed', holder: { id: 'county.labour' } })
    const seen = await must(readItem(office, item))
    expect(seen).toMatchObject({
      stage: 'confirmed',
      execution: [
        { part: 'jurisdiction', state: 'executed', result: number },
        { part: 't1', state: 'executed' },
      ],
      decision: { tasks: [{ key: 't1', due: '2026-12-01', isOpen: true, isLate: false }] },
    })
    expect(await listed(office, 'followed')).toContain(item)
    expect((await onItem(office, item, 'close')).body).toMatchObject({ refusal: 'duties-still-open' })
    const { rows } = await house.work.query(`select 1 from event where stream_id = $1 and type = 'DisputeDecided'`, [
      number,
    ])
    expect(rows).toHaveLength(1)
  })

  it('that was decided elsewhere meanwhile says on the item that the petition refused, and is tried again on demand', async () => {
    const number = await disputed()
    const item = await itemOf(number)
    await must(onItem(office, item, 'accept'))
    const meeting = await opened(item)
    await must(
      onItem(office, item, 'decide', { ...decision, jurisdiction: { petition: number, competent: 'county.labour' } }),
    )
    await act(office, number, 'decide-dispute', { competent: 'county.land', reasons: '先行明确' })
    await issued(meeting)
    const seen = await must(readItem(office, item))
    expect(seen.execution).toMatchObject([
      { part: 'jurisdiction', state: 'declined', refusal: { en: expect.any(String) } },
    ])
    expect((await onItem(office, item, 'close')).body).toMatchObject({ refusal: 'not-executed-yet' })
    await must(onItem(office, item, 'execute'))
    await react()
    expect((await must(readItem(office, item))).execution).toMatchObject([{ state: 'declined' }])
    expect((await ask(office, 'GET', `/api/petitions/${number}`)).body.holder).toMatchObject({ id: 'county.land' })
  })

  it('is brought by nobody as such where it was referred elsewhere', async () => {
    const { number } = await register({})
    const body = { conference, kind: 'jurisdiction', title: '争议', paper: '提请', petitions: [number] }
    expect((await ask(bureau, 'POST', '/api/conference-items', body)).body).toMatchObject({ refusal: 'not-in-dispute' })
  })
})

describe('Minutes', () => {
  it('are approved by a convenor who did not draft them, over an agenda that is decided, and issued as a numbered document', async () => {
    const item = await brought({ kind: 'policy' })
    await must(onItem(office, item, 'accept'))
    const meeting = await opened(item)
    const text = '会议研究了列入议程的议题。'
    expect((await onMeeting(office, meeting, 'draft-minutes', { text })).body).toMatchObject({
      refusal: 'items-undecided',
    })
    await must(onItem(office, item, 'decide', { says: '原则同意。', tasks: [] }))
    await must(onMeeting(office, meeting, 'draft-minutes', { text }))
    expect((await onMeeting(office, meeting, 'approve-minutes')).body).toMatchObject({ refusal: 'needs-the-convenor' })
    await must(onMeeting(convenor, meeting, 'return-minutes', { reason: '补充出席情况' }))
    await must(onMeeting(office, meeting, 'draft-minutes', { text }))
    expect((await onMeeting(office, meeting, 'issue-minutes')).body).toMatchObject({ refusal: 'wrong-meeting-stage' })
    await must(onMeeting(convenor, meeting, 'approve-minutes'))
    await must(onMeeting(office, meeting, 'issue-minutes'))
    await react()
    await catchUp(house, numberingReaction(house, issuing))
    const { papers, stream } = await must(readMeeting(labour, meeting))
    const paper = await must(
      ask(labour, 'GET', `/api/issued/${stream}/papers/${(papers as { minutes: string }).minutes}`),
    )
    expect(JSON.stringify(paper)).toContain('原则同意')
    expect(JSON.stringify(paper)).toContain('纪〔2026〕')
    expect((await ask(stranger, 'GET', `/api/issued/${stream}/papers`)).status).toBe(404)
    expect((await must(onItem(office, item, 'close', { note: '已经落实。' }))).stage).toBe('closed')
    expect(await must(readItem(bureau, item))).toMatchObject({ stage: 'closed', note: '已经落实。' })
  })

  it('wait for the whole agenda, also where whoever drafts them was seated after it was made', async () => {
    const item = await brought({ kind: 'policy' })
    await must(onItem(office, item, 'accept'))
    const meeting = await planned()
    await must(onItem(office, item, 'place', { meeting }))
    const newcomer = await staffOf('county.labour', 'clerk')
    await must(seat({ seat: 'office', organ: 'county.labour', account: newcomer.account }))
    // convening it calls whoever sits there by then
    await must(onMeeting(office, meeting, 'convene'))
    await must(onMeeting(newcomer, meeting, 'open'))
    const attendance = [{ organ: 'prefecture', account: convenor.account, as: 'present' }]
    await must(onMeeting(newcomer, meeting, 'attendance', { attendance }))
    expect((await must(readMeeting(newcomer, meeting))).agenda).toEqual([])
    expect((await onMeeting(newcomer, meeting, 'draft-minutes', { text: '没有议题。' })).body).toMatchObject({
      refusal: 'items-undecided',
    })
  })

  it('are not drafted and approved by one and the same person, also where they convene', async () => {
    const both = await staffOf(conference, 'clerk', 'head')
    await must(seat({ seat: 'deputyConvenor', organ: conference, account: both.account }))
    const meeting = await opened()
    await must(onMeeting(both, meeting, 'draft-minutes', { text: '本次会议没有议题。' }))
    expect((await onMeeting(both, meeting, 'approve-minutes')).body).toMatchObject({ refusal: 'own-minutes' })
    await must(onMeeting(deputy, meeting, 'approve-minutes'))
  })
})

describe('A measure (art. 39 (3))', () => {
  it('is decided without the organ that it is against, minuted apart, confirmed by another, and opens an order', async () => {
    const { number } = await register({})
    await act(bureau, number, 'transfer', { to: 'county.land' })
    const item = await brought({ kind: 'measure', petitions: [number], against: ['county.land'] })
    await must(onItem(office, item, 'accept'))
    await react()
    const meeting = await opened(item)
    expect((await readItem(land, item)).status).toBe(404)
    expect((await must(readMeeting(land, meeting))).agenda).toEqual([])
    expect((await must(readMeeting(labour, meeting))).agenda).toMatchObject([{ item, isApart: true }])
    const measure = {
      order: 'listed',
      petition: number,
      organs: ['county.land'],
      due: '2026-12-31',
      instruction: '限期办结',
    }
    expect((await onItem(office, item, 'decide', { says: '挂牌督办。', measure })).body).toMatchObject({
      refusal: 'measure-without-criteria',
    })
    await must(
      onItem(office, item, 'decide', { says: '挂牌督办。', measure: { ...measure, criteria: ['书面答复信访人'] } }),
    )
    await issued(meeting)
    // it does not stand in the minutes, so they do not confirm it
    expect((await must(readItem(office, item))).stage).toBe('decided')
    expect((await onItem(office, item, 'confirm')).body).toMatchObject({ refusal: 'needs-the-convenor' })
    await must(onItem(convenor, item, 'confirm'))
    await react()
    const seen = await must(readItem(convenor, item))
    expect(seen).toMatchObject({ execution: [{ part: 'measure', state: 'executed', result: number }] })
    const matter = (await ask(office, 'GET', `/api/supervision/matters/${number}`)).body
    expect(matter.orders).toMatchObject([{ kind: 'listed' }])
    const paper = await must(ask(convenor, 'GET', `/api/issued/${seen.stream}/papers/${seen.minutes.paper}`))
    expect(JSON.stringify(paper)).toContain('挂牌督办')
    expect((await ask(land, 'GET', `/api/issued/${seen.stream}/papers`)).status).toBe(404)
    const { papers, stream } = await must(readMeeting(land, meeting))
    const minutes = await must(
      ask(land, 'GET', `/api/issued/${stream}/papers/${(papers as { minutes: string }).minutes}`),
    )
    expect(JSON.stringify(minutes)).not.toContain('挂牌')
  })
})

describe('Whoever an item is kept from', () => {
  it('is the organ that a petition accuses: it is no member of the item, in the program and in the database', async () => {
    const about = [{ as: 'accused', organ: 'county.land', claims: [0] }]
    const { number } = await register({ about, purpose: 'accusation' })
    const item = await brought({ petitions: [number] }, bureau)
    await must(onItem(office, item, 'accept'))
    await opened(item)
    expect((await readItem(land, item)).status).toBe(404)
    const shown = async (organ: string, account: string, table: string) => {
      const settings = settingStatements({
        'xinqiao.organ': organ,
        'xinqiao.account': account,
        'xinqiao.today': '2026-11-23',
      })
      const statement = {
        name: `try ${table}`,
        text: `select 1 from ${table} where stream_id = $1`,
        values: [`item:${item}`],
      }
      return ((await fly(house.app, [...settings, statement])).at(-1) ?? []).length
    }
    for (const table of ['event', 'sealed', 'conference_item', 'conference_item_link', 'conference_item_party']) {
      expect(await shown('county.land', land.account, table)).toBe(0)
      expect(await shown('prefecture.conference', office.account, table)).toBeGreaterThan(0)
    }
  })

  it('is somebody with an interest: from then on it does not exist for them', async () => {
    const item = await brought({ kind: 'policy' })
    await must(onItem(office, item, 'accept'))
    await opened(item)
    await must(readItem(labour, item))
    await must(
      onItem(labour, item, 'recuse', { account: labour.account, reason: '与当事人有亲属关系' }).then((asked) => ({
        ...asked,
      })),
    )
    expect((await readItem(labour, item)).status).toBe(404)
    expect((await must(readItem(office, item))).isApart).toBe(true)
  })
})

describe('A hearing of the standing committee (art. 9 (2))', () => {
  it('is held by the party organ with its figures, and its gap is shown', async () => {
    const secretary = await staffOf('prefecture.party', 'clerk', 'head')
    const gap = async () =>
      (await must(ask(secretary, 'GET', '/api/conferences'))).items as unknown as readonly {
        conference: { id: string }
        periods: readonly { kind: string; isLate: boolean; dueBy: string | null }[]
      }[]
    const own = (all: Awaited<ReturnType<typeof gap>>) => all.find((each) => each.conference.id === 'prefecture.party')
    expect(own(await gap())?.periods).toMatchObject([{ kind: 'standingCommitteeHearing', isLate: true, dueBy: null }])
    const plan = { conference: 'prefecture.party', title: '听取信访工作汇报', place: '常委会议室', day: '2026-11-23' }
    expect((await ask(secretary, 'POST', '/api/meetings', { ...plan, kind: 'plenary' })).body).toMatchObject({
      refusal: 'wrong-kind-of-meeting',
    })
    await must(
      ask(secretary, 'POST', '/api/conferences/prefecture.party/seats', {
        ...{ seat: 'member', organ: 'prefecture.bureau', from: '2026-01-01' },
      }),
    )
    const { meeting } = await must(
      ask(secretary, 'POST', '/api/meetings', { ...plan, kind: 'standingCommitteeHearing' }),
    )
    const { figures } = await must(readMeeting(secretary, meeting))
    expect((figures as { counted: readonly { figure: string }[] }).counted[0]).toMatchObject({ figure: 'timeliness' })
    await must(onMeeting(secretary, meeting, 'convene'))
    await must(onMeeting(secretary, meeting, 'open'))
    expect(own(await gap())?.periods).toMatchObject([{ isLate: false, dueBy: '2027-05-23' }])
    expect((await must(readMeeting(secretary, meeting))).figures).toMatchObject({
      from: '2026-01-01',
      until: '2026-11-23',
    })
    // what was counted for one hearing is not counted again for the next
    const last = { conference: 'prefecture.party' as OrganId, kind: 'standingCommitteeHearing' } as const
    const next = { ...conferences, today: () => day('2026-11-25') }
    const viewer = { kind: 'staff', account: secretary.account, organ: last.conference, posts: ['clerk'] } as const
    expect(await figuresFor(next, last, viewer)).toMatchObject({ from: '2026-11-24', until: '2026-11-25' })
  })
})

it('The rows follow from the facts, and can be made again', async () => {
  await catchUp(house, numberingReaction(house, issuing))
  const own = everyRoom.filter(({ name }) => ['conference', 'item', 'meeting'].includes(name))
  const { errors } = await fsck(house, everyRoom)
  expect(errors.filter(({ stream }) => /^(?:conference|item|meeting):/.test(stream ?? ''))).toEqual([])
  await rebuild(house, own)
  expect(
    (await fsck(house, everyRoom)).errors.filter(({ stream }) => /^(?:conference|item|meeting):/.test(stream ?? '')),
  ).toEqual([])
  expect(await checkNumbers(house.work, issuing)).toEqual([])
})
