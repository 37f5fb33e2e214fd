/** Service by announcement, end to end: what an office may announce, what everybody reads, when it counts and what the petitioner sees. */
import { expect, it } from 'vitest'
import { fsck } from '../src/engine/fsck.ts'
import { rooms as everyRoom } from '../src/main.ts'
import { keyOf, letter, openAnsweringHouse, type Registered } from './answering-house.ts'
import { commandBodies } from './command-bodies.ts'

const { ask, register, act, staffOf, house } = await openAnsweringHouse()
const bureau = await staffOf('county.bureau')
const land = await staffOf('county.land', 'clerk', 'head')
const labour = await staffOf('county.labour')

const reason = '三次上门无人，邮件以查无此人退回，电话停机'

async function answered(body: object = {}): Promise<Registered> {
  house.setToday('2026-11-23')
  const registered = await register(body)
  await act(bureau, registered.number, 'transfer', { to: 'county.land' })
  await act(land, registered.number, 'accept', commandBodies.accept)
  await act(land, registered.number, 'record-contact', commandBodies['record-contact'])
  await act(land, registered.number, 'issue-opinion', commandBodies['issue-opinion'])
  return registered
}

const announce = ({ number }: Registered) => act(land, number, 'announce-document', { document: 'd2', reason })
const listed = async (query = '') => (await ask(null, 'GET', `/api/announcements${query}`)).body
const entryOf = async ({ number }: Registered) =>
  (await listed('?limit=200')).items.find((item: { number: string }) => item.number === number)
const serve = (registered: Registered, on: string) => {
  house.setToday(on)
  const body = { document: 'd2', person: 'p1', way: 'announcement', servedOn: on, proof: {} }
  return ask(land, 'POST', `/api/petitions/${registered.number}/serve`, body)
}

it('is read by everybody, without a word of what it is about or of whom', async () => {
  const registered = await answered({ confidentiality: 'confidential' })
  await announce(registered)
  expect(await entryOf(registered)).toEqual({
    number: registered.number,
    document: 'd2',
    organ: { id: 'county.land', zh: 'county.land', en: 'county.land' },
    kind: 'handlingOpinion',
    publishedOn: '2026-11-23',
    endsOn: '2026-12-23',
    daysLeft: 30,
  })
  const said = JSON.stringify(await listed('?limit=200'))
  for (const secret of [letter.title, letter.text, letter.claims[0], letter.people[0]?.name, reason, 'appeal'])
    expect(said).not.toContain(secret)
})

it('counts as served on the thirtieth day, and not the day before; the petitioner sees both days beside the document', async () => {
  const registered = await answered()
  expect((await serve(registered, '2026-12-23')).body).toMatchObject({ refusal: 'proof-missing' })
  house.setToday('2026-11-23')
  await announce(registered)
  const before = (await ask(keyOf(registered), 'GET', '/api/follow')).body
  expect(before.documents[1]).toMatchObject({
    services: [],
    announced: { on: '2026-11-23', until: '2026-12-23', says: { zh: expect.stringContaining('公告') } },
  })
  expect(before.canDo.map(({ right }: { right: string }) => right)).not.toContain('requestReview')

  expect((await serve(registered, '2026-12-22')).body).toMatchObject({ refusal: 'announcement-still-running' })
  expect((await serve(registered, '2026-12-23')).status).toBe(200)
  const after = (await ask(keyOf(registered), 'GET', '/api/follow')).body
  expect(after.documents[1].services).toEqual([
    {
      person: 'p1',
      way: 'announcement',
      servedOn: '2026-12-23',
      says: { zh: expect.any(String), en: expect.any(String) },
    },
  ])
  expect(after.canDo).toContainEqual(
    expect.objectContaining({
      right: 'requestReview',
      action: 'request-review',
      until: '2027-01-22',
      whyThisDate: 'requestReview#1',
      doesNotReplace: expect.arrayContaining(['administrativeReconsideration', 'administrativeLitigation']),
    }),
  )
})

it('is taken off the page when the document reached everybody in another way', async () => {
  const registered = await answered()
  await announce(registered)
  expect(await entryOf(registered)).toBeDefined()
  await act(land, registered.number, 'serve', commandBodies.serve)
  expect(await entryOf(registered)).toBeUndefined()
})

it('and sixty days after it ran out', async () => {
  const registered = await answered()
  await announce(registered)
  house.setToday('2027-02-21')
  expect(await entryOf(registered)).toMatchObject({ endsOn: '2026-12-23', daysLeft: null })
  house.setToday('2027-02-22')
  expect(await entryOf(registered)).toBeUndefined()
  house.setToday('2026-11-23')
})

it('is announced by whoever has a part that serves, once, with a reason that stays sealed', async () => {
  const registered = await answered()
  const url = `/api/petitions/${registered.number}/announce-document`
  const body = { document: 'd2', reason }
  expect((await ask(labour, 'POST', url, body)).status).toBe(404)
  expect((await ask(bureau, 'POST', url, body)).status).toBe(403)
  expect((await ask(land, 'POST', url, { document: 'd2' })).status).toBe(400)
  expect((await ask(land, 'POST', url, { ...body, reason: '' })).status).toBe(400)
  await announce(registered)
  expect((await ask(land, 'POST', url, body)).body).toMatchObject({ refusal: 'already-announced' })
  const { history } = (await ask(keyOf(registered), 'GET', '/api/follow')).body
  const told = history.find(({ type }: { type: string }) => type === 'DocumentAnnounced')
  expect(told).toMatchObject({ texts: {}, values: { until: '2026-12-23', kind: 'handlingOpinion' } })
})

it('is listed newest first, page by page, each once', async () => {
  const seen: string[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: { items: { number: string }[]; next: string | null } = await listed(
      `?limit=1${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
    )
    seen.push(...page.items.map(({ number }) => number))
    cursor = page.next
  }
  expect(seen.length).toBeGreaterThan(2)
  expect(new Set(seen).size).toBe(seen.length)
  expect((await ask(null, 'GET', '/api/announcements?cursor=nonsense')).status).toBe(400)
})

it('follows from the facts alone', async () => {
  expect(await fsck(house, everyRoom)).toMatchObject({ errors: [], unowned: 0 })
})
