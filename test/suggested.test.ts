/** What is suggested at registration, on the wire and in the database (docs/adr/0059): offered and never chosen, learned at night, and forgotten. */
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { checkSuggested } from '../src/insight/suggested/checking.ts'
import { choiceReaction } from '../src/insight/suggested/choices.ts'
import { learnTonight, nightlyLearning } from '../src/insight/suggested/nightly.ts'
import { randomFrom } from '../src/text/classifier/margin.ts'
import { readText } from '../src/text/classifier/reading.ts'
import { suggestedHouse } from '../src/wiring.ts'
import { openAnsweringHouse } from './answering-house.ts'
import { catchUp } from './catching-up.ts'
import { commandBodies } from './command-bodies.ts'

const { ask, register, act, staffOf, house, suggested } = await openAnsweringHouse()
const bureau = await staffOf('county.bureau', 'clerk', 'head')
const land = await staffOf('county.land', 'clerk', 'head')

const path = '/api/insight/suggested'
const wages = { title: '工地拖欠工资', text: '我们十二个人在工地干了半年，包工头拖欠工资，至今没有支付，请求解决。' }
const asWork = async (text: string, values: unknown[] = []) => (await house.work.query(text, values)).rows
const offered = async (body: object) => {
  const { status, body: answer } = await ask(bureau, 'POST', path, body)
  expect(status, JSON.stringify(answer)).toBe(200)
  // biome-ignore lint/suspicious/noExplicitAny: what came over the wire, looked at field by field
  return answer as any
}
const codes = ({ items }: { items: readonly { code: string }[] }) => items.map(({ code }) => code)
const chosen = () =>
  asWork('select stream_id, target, version, suggested, chosen from suggested_choice order by stream_id, target')
const counted = () => catchUp(house, choiceReaction(suggested))

describe('While a text is being registered', () => {
  it('three at most of each are offered with the words that decided, and nothing is kept', async () => {
    const before = await asWork('select count(*)::int as n from event')
    const { category, class: petitionClass } = await offered(wages)
    expect(codes(category)).toContain('labour.wages')
    expect(category.items.length).toBeLessThanOrEqual(3)
    expect(category.items[0].words.join()).toMatch(/工资|拖欠/)
    expect(codes(petitionClass)[0]).toBe('appeal')
    expect(await asWork('select count(*)::int as n from event')).toEqual(before)
    expect(await chosen()).toEqual([])
  })

  it('how sure it is is not said as long as nobody has counted', async () => {
    const { category } = await offered(wages)
    expect(category.learned).toEqual({ version: 0, cases: 0 })
    expect(category.items[0].confidence).toBeNull()
  })

  it('says nothing where it understands nothing, and refuses what is no text', async () => {
    expect(codes((await offered({ text: 'qwxz 8888 ！！' })).category)).toEqual([])
    for (const body of [{}, { text: '' }, { text: 7 }, { ...wages, place: 'x' }, { ...wages, class: 'other' }])
      expect((await ask(bureau, 'POST', path, body)).status).toBe(400)
    expect((await ask(null, 'POST', path, wages)).status).toBe(401)
  })
})

describe('The organ whose duty it may be', () => {
  const names: Record<string, string> = {
    'county.labour': '青坪县人力资源和社会保障局',
    'county.land': '青坪县自然资源局',
    'prefecture.land': '云栖州自然资源局',
    'county.discipline': '中共青坪县纪律检查委员会',
  }
  const named = {
    ...house,
    directory: {
      ...house.directory,
      nameOf: (id: string) => ({ zh: names[id] ?? id, en: id }),
    },
  }
  const organs = suggestedHouse(named, (fault) => {
    throw fault
  })
  const organsFor = async (text: string, more: object = {}) => {
    const { suggestFor } = await import('../src/insight/suggested/suggesting.ts')
    const asked = { text: readText(text), place: '990101', class: 'appeal', about: [], ...more } as const
    return codes((await suggestFor(organs, asked as never)).organ)
  }

  it('is the one of the place where it lies', async () => {
    expect((await organsFor('工地拖欠农民工工资'))[0]).toBe('county.labour')
    expect((await organsFor('征地补偿款没有发'))[0]).toBe('county.land')
    expect(await organsFor('征地补偿款没有发', { place: '9901' })).toEqual(['prefecture.land'])
    expect(await organsFor('征地补偿款没有发', { place: '110101' })).toEqual([])
  })

  it('is never one that is accused, nor one below it, and of an accusation only who may read one', async () => {
    const accused = (organ: string) => ({ about: [{ as: 'accused', organ }] })
    expect(await organsFor('征地补偿款没有发', accused('county.land'))).not.toContain('county.land')
    const below = await organsFor('征地补偿款没有发', accused('county'))
    for (const organ of ['county.land', 'county.labour', 'county.discipline']) expect(below).not.toContain(organ)
    expect(await organsFor('举报局长贪污征地补偿款', { class: 'accusation' })).toEqual(['county.discipline'])
    expect(
      await organsFor('举报纪委书记贪污', {
        class: 'accusation',
        about: [{ as: 'respondent', organ: 'county.discipline' }],
      }),
    ).toEqual([])
  })
})

describe('What clerks choose', () => {
  it('is written down against what would have been suggested: codes, and no word', async () => {
    const { number } = await register({ ...wages, category: 'labour.relations', channel: 'letter' }, bureau)
    await counted()
    const [category, petitionClass] = await chosen()
    expect(category).toMatchObject({ stream_id: number, target: 'category', version: 0, chosen: 'labour.relations' })
    expect(category?.suggested).toContain('labour.wages')
    expect(petitionClass).toMatchObject({ target: 'class', chosen: 'appeal' })
    expect(JSON.stringify(await chosen())).not.toMatch(/\p{Script=Han}/u)
    const { body } = await ask(bureau, 'GET', `${path}/agreement`)
    expect(body.agreement).toContainEqual({ target: 'category', petitions: 1, first: 0, among: expect.any(Number) })
    expect(JSON.stringify(body)).not.toContain(number)
  })

  it('follows what is corrected, and keeps nothing of what accuses somebody or was written in confidence', async () => {
    const { number } = await register({ ...wages, category: 'labour.relations' }, bureau)
    await counted()
    await act(bureau, number, 'correct', { field: 'category', to: 'labour.wages', reason: '误选' })
    await counted()
    const of = async (stream: string) => (await chosen()).filter(({ stream_id }) => stream_id === stream)
    expect((await of(number)).find(({ target }) => target === 'category')?.chosen).toBe('labour.wages')
    await act(bureau, number, 'correct', { field: 'class', to: 'accusation', reason: '实为检举' })
    const kept = [
      await register({ ...wages, confidentiality: 'confidential' }, bureau),
      await register({ ...wages, class: 'accusation' }, bureau),
    ]
    await counted()
    for (const each of [number, ...kept.map((one) => one.number)]) expect(await of(each)).toEqual([])
    expect(await checkSuggested(house.work)).toEqual([])
  })

  it('is nobody’s to read petition by petition', async () => {
    await expect(house.app.query('select * from suggested_choice')).rejects.toThrow('permission denied')
  })
})

// a night takes a thread and a dictionary of its own, and this machine may be busy
describe('At night', { timeout: 240_000 }, () => {
  const kinds = [
    ['labour.wages', '包工头拖欠工资三个月没有支付', '农民工讨薪无门'],
    ['land.requisition', '征地补偿款只发了一半', '青苗费没有给'],
    ['construction.municipal', '路灯坏了道路坑洼积水', '下水道井盖丢失'],
  ] as const
  const random = randomFrom(5)
  /** What makes each letter its own: copies of one letter count as one. */
  const rambling = (signs: number) =>
    Array.from({ length: signs }, () => String.fromCodePoint(0x4e00 + Math.floor(random() * 2000))).join('')
  const inUse = async () => (await asWork(`select * from suggested_model where target = 'category' and in_use`))[0]

  it('nothing is learned from a handful', async () => {
    expect(await learnTonight(suggested)).toEqual([])
    expect(await asWork('select * from suggested_model')).toEqual([])
  })

  it('what was accepted is learned from, measured on others, and put in use', async () => {
    for (let at = 0; at < 320; at += 1) {
      const [category, first, second] = kinds[at % kinds.length] as (typeof kinds)[number]
      const text = `${first}，这是第${at}次反映，${second}，${rambling(60)}，希望尽快解决。`
      const { number } = await register({ title: first, text, category }, bureau)
      await act(bureau, number, 'transfer', commandBodies.transfer as object)
      await act(land, number, 'accept', commandBodies.accept as object)
    }
    const shares: number[] = []
    const learned = await learnTonight(suggested, { progress: (_, share) => shares.push(share) })
    const category = learned?.find(({ target }) => target === 'category')
    expect(category).toMatchObject({ version: 1, isInUse: true })
    expect(shares.length).toBeGreaterThan(3)
    const row = await inUse()
    expect(row).toMatchObject({ version: 1, must_forget: false })
    for (const word of ['工资', '征地', '路灯', '测试人']) expect(row?.model.includes(word)).toBe(false)
    const fresh = suggestedHouse(house, (fault) => {
      throw fault
    })
    const model = await fresh.shelf.modelFor('category')
    expect(model.version).toBe(1)
    expect(model.classifier.suggest(readText('老板拖欠工资'), 1)[0]?.label).toBe('labour.wages')
    expect(await checkSuggested(house.work)).toEqual([])
  })

  it('a worse one is written down and not put in use', async () => {
    const before = await inUse()
    const all = await asWork(`select stream_id, category from petition where stage = 'accepted'`)
    const isAsked = (stream: string) => (createHash('sha256').update(`asked ${stream}`).digest()[0] ?? 0) % 5 === 0
    const next = (category: string) => kinds[(kinds.findIndex(([id]) => id === category) + 1) % kinds.length]?.[0]
    const learned = all.filter(({ stream_id }) => !isAsked(stream_id))
    expect(learned.length).toBeLessThan(all.length)
    const put = (category: (was: string) => string | undefined) =>
      Promise.all(
        learned.map((row) =>
          asWork('update petition set category = $2 where stream_id = $1', [row.stream_id, category(row.category)]),
        ),
      )
    // as if everything that is learned from had been classed wrongly, and what is asked about rightly
    await put(next)
    const worse = (await learnTonight(suggested))?.find(({ target }) => target === 'category')
    await put((was) => was)
    expect(worse).toMatchObject({ version: 2, isInUse: false })
    expect((await inUse())?.version).toBe(before?.version)
    expect(await asWork(`select model, in_use from suggested_model where target = 'category' and version = 2`)).toEqual(
      [{ model: null, in_use: false }],
    )
    const good = (await learnTonight(suggested))?.find(({ target }) => target === 'category')
    expect(good).toMatchObject({ version: 3, isInUse: true })
  })

  it('is interrupted at any moment, and leaves what is in use', async () => {
    const before = await inUse()
    const stop = new AbortController()
    const learning = learnTonight(suggested, {
      signal: stop.signal,
      progress: (step) => {
        if (step === 'category') stop.abort()
      },
    })
    await learning
    expect((await inUse())?.version).toBe(before?.version)
  })

  it('learns once a day, and again once something was erased that may be in it', async () => {
    const said: object[] = []
    const log = { info: (what: object) => void said.push(what) }
    const night = () => nightlyLearning(suggested, log, new AbortController().signal)
    await asWork('update suggested_model set learned_at = $1', [house.now()])
    await night().once()
    expect(said).toEqual([])
    await asWork('update suggested_model set must_forget = true where in_use')
    await night().once()
    expect(said.length).toBeGreaterThan(0)
    expect(await asWork('select 1 from suggested_model where in_use and must_forget')).toEqual([])
  })

  it('finds a model that cannot be read, and goes on with the tables meanwhile', async () => {
    await asWork(`update suggested_model set model = '\\x00' where target = 'category' and in_use`)
    expect(await checkSuggested(house.work)).toMatchObject([
      { kind: 'model-unreadable', detail: expect.stringContaining('category') },
    ])
    const heard: unknown[] = []
    const broken = suggestedHouse(house, (fault) => void heard.push(fault))
    expect((await broken.shelf.modelFor('category')).version).toBe(0)
    expect(heard).toHaveLength(1)
    await learnTonight(suggested)
    expect(await checkSuggested(house.work)).toEqual([])
  })
})
