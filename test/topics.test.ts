/** Topics over HTTP and in the database (docs/adr/0063): gathered in the night, counted for each reader, and nobody in them. */
import { describe, expect, it } from 'vitest'
import { checkTopics } from '../src/insight/topics/checking.ts'
import { madeMessages } from '../src/insight/topics/examples.ts'
import { gatherTonight } from '../src/insight/topics/nightly.ts'
import { hotInHouse } from '../src/insight/topics/of-house.ts'
import { topicReaction } from '../src/insight/topics/reactions.ts'
import { type Asker, openAnsweringHouse, type Registered } from './answering-house.ts'
import { catchUp } from './catching-up.ts'
import { themeBodies } from './command-bodies.ts'

const { ask, register, act, staffOf, house } = await openAnsweringHouse()
const bureau = await staffOf('county.bureau', 'clerk')
const land = await staffOf('county.land', 'clerk')

const night = async () => {
  await catchUp(house, topicReaction(house))
  return gatherTonight(house)
}
const list = async (who: Asker, query = '') => (await ask(who, 'GET', `/api/insight/topics${query}`)).body
const smoke = madeMessages.filter(({ id }) => String(id).includes('青坪小区-smoke')).slice(0, 5)
let phone = 19900001000

function write(more: object = {}, at = 0): Promise<Registered> {
  phone += 1
  const { title, text } = smoke[at % smoke.length] as { title: string; text: string }
  const people = [{ name: `测试${phone}`, phone: String(phone) }]
  return register({ title, text, claims: ['查处'], people, ...more })
}

const number = (registered: Registered) => registered.number

describe('A topic', () => {
  const written: string[] = []
  it('is gathered in the night and read by whoever may see three of its petitions', async () => {
    for (let at = 0; at < 4; at += 1) written.push(number(await write({}, at)))
    expect(await night()).toMatchObject({ gathered: 4, topics: 1 })
    const { items, night: last } = await list(bureau)
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({ people: 4, petitions: 4, recent: 4, before: 0 })
    expect(items[0].name).toContain('油烟')
    expect(last).toMatchObject({ gathered: 4, topics: 1 })
    expect((await list(land)).items).toEqual([])
    expect((await ask(land, 'GET', `/api/insight/topics/${items[0].topic}`)).status).toBe(404)
    expect((await ask(land, 'GET', `/api/insight/topics/${items[0].topic}/petitions`)).status).toBe(404)
  })

  it('keeps its number, and counts whoever writes again once', async () => {
    const [{ topic, name }] = (await list(bureau)).items
    const people = [{ name: `测试${phone}`, phone: String(phone) }]
    written.push(number(await write({ people }, 1)))
    expect(await night()).toMatchObject({ gathered: 1, topics: 1 })
    expect((await list(bureau)).items).toMatchObject([{ topic, name, people: 4, petitions: 5 }])
    const whole = (await ask(bureau, 'GET', `/api/insight/topics/${topic}`)).body
    expect(whole.weeks.reduce((sum: number, { people }: { people: number }) => sum + people, 0)).toBe(4)
    const first = (await ask(bureau, 'GET', `/api/insight/topics/${topic}/petitions?limit=3`)).body
    const second = (await ask(bureau, 'GET', `/api/insight/topics/${topic}/petitions?cursor=${first.next}`)).body
    const seen = [...first.items, ...second.items]
    expect(seen.map(({ petition }) => petition).toSorted()).toEqual(written.toSorted())
    expect(seen[0].title).toContain('青坪小区')
  })

  it('is for each reader of the petitions that are theirs to see, and no more', async () => {
    for (const petition of written.slice(0, 3)) await act(bureau, petition, 'transfer', { to: 'county.land' })
    expect((await list(land)).items).toMatchObject([{ petitions: 3 }])
    expect((await list(bureau)).items).toMatchObject([{ petitions: 5 }])
  })

  it('is governed once by a bureau, until that theme is closed', async () => {
    const lead = await staffOf('county.bureau', 'head')
    const [{ topic }] = (await list(lead)).items
    const govern = () =>
      ask(lead, 'POST', '/api/insight/themes', { ...themeBodies.govern, about: { topic, place: '990101' } })
    const { status, body } = await govern()
    expect(status, JSON.stringify(body)).toBe(201)
    const again = await govern()
    expect([again.status, again.body.refusal]).toEqual([409, 'topic-is-governed'])
    expect((await ask(lead, 'GET', `/api/insight/themes?topic=${topic}`)).body.items).toMatchObject([
      { theme: body.theme },
    ])
    expect((await ask(lead, 'GET', `/api/insight/themes?topic=${topic + 1}`)).body.items).toEqual([])
    const ended = await ask(lead, 'POST', `/api/insight/themes/${body.theme}/close`, {
      ...themeBodies.close,
      result: 'unsolved',
    })
    expect(ended.status, JSON.stringify(ended.body)).toBe(200)
    expect((await govern()).status).toBe(201)
  })

  it('has no petition that accuses anybody, and grows by none', async () => {
    const about = [{ as: 'accused', organ: 'county.labour', official: null }]
    await write({ class: 'accusation', about }, 2)
    expect(await night()).toMatchObject({ gathered: 0 })
    expect((await list(bureau)).items).toMatchObject([{ petitions: 5 }])
  })

  it('loses a petition that was corrected to be about somewhere else, and one that was erased', async () => {
    const [petition] = written
    const { topic } = (await list(bureau)).items[0]
    await topicReaction(house).react(
      { stream: petition, version: 1, fact: { type: 'PetitionRegistered' } } as never,
      house.work as never,
    )
    expect(await night()).toMatchObject({ gathered: 0 })
    const { rows } = await house.work.query<{ title_ref: string }>(
      'select title_ref from petition where stream_id = $1',
      [petition],
    )
    await house.work.query('delete from sealed where stream_id = $1 and ref = $2', [petition, rows[0]?.title_ref])
    await topicReaction(house).react(
      { stream: petition, version: 1, fact: { type: 'ContentErased' } } as never,
      house.work as never,
    )
    await night()
    expect((await list(bureau)).items).toMatchObject([{ topic, petitions: 4 }])
    const { rows: left } = await house.work.query(
      `select (select count(*)::int from topic_line where stream_id = $1) as lines,
        (select count(*)::int from topic_petition where stream_id = $1) as lying`,
      [petition],
    )
    expect(left).toEqual([{ lines: 0, lying: 0 }])
  })

  it('is told to the command line in the shape of a file', async () => {
    const [topic] = await hotInHouse(house, {}, 5)
    expect(topic).toMatchObject({ rank: 1, messages: 4 })
    expect(topic?.ids).toHaveLength(4)
  })

  it('refuses a period that is turned round, and an odd number', async () => {
    expect((await ask(bureau, 'GET', '/api/insight/topics?from=2026-11-02&until=2026-11-01')).status).toBe(422)
    for (const topic of ['0', 'x', '-1', '99999999999', '1.5'])
      expect((await ask(bureau, 'GET', `/api/insight/topics/${topic}`)).status).toBe(400)
    expect((await ask(bureau, 'GET', '/api/insight/topics/77')).status).toBe(404)
  })
})

describe('What is kept', () => {
  it('adds up, and what does not is found', async () => {
    expect(await checkTopics(house.work)).toEqual([])
    await house.work.query('update topic_word set n = n + 1 where sign = (select min(sign) from topic_word)')
    await house.work.query('update topic set messages = messages + 1')
    expect((await checkTopics(house.work)).map(({ kind }) => kind).toSorted()).toEqual([
      'topic-count-wrong',
      'topic-word-wrong',
    ])
    await house.work.query('update topic_word set n = n - 1 where sign = (select min(sign) from topic_word)')
    await house.work.query('update topic set messages = messages - 1')
  })

  it('has letters only for words that three petitions or more have', async () => {
    const { rows } = await house.work.query('select letters, n from topic_word where letters is not null')
    expect(rows.length).toBeGreaterThan(3)
    expect(rows.every(({ n }) => n >= 3)).toBe(true)
    await expect(house.work.query(`update topic_word set letters = '秘密' where n < 3`)).rejects.toThrow(
      /told_of_three/,
    )
    for (const table of ['topic_line', 'topic_sign', 'topic_word'])
      await expect(house.app.query(`select * from ${table}`)).rejects.toThrow(/permission denied/)
  })
})
