/** Repeats on the wire and in the database (docs/adr/0061): what is offered, to whom, and how two petitions are joined and parted. */
import { describe, expect, it } from 'vitest'
import { fsck } from '../src/engine/fsck.ts'
import { repeatReaction } from '../src/insight/repeats/indexing.ts'
import { searchReaction } from '../src/insight/search/indexing.ts'
import { rooms as everyRoom } from '../src/main.ts'
import { type Asker, keyOf, openAnsweringHouse } from './answering-house.ts'
import { catchUp } from './catching-up.ts'

const { ask, register, act, staffOf, house, search } = await openAnsweringHouse()
const bureau = await staffOf('county.bureau', 'clerk', 'head')
const land = await staffOf('county.land', 'clerk', 'head')
const stranger = await staffOf('county.labour', 'clerk', 'head')
const auditor = await staffOf('county.bureau', 'auditor')

const read = async () => {
  await catchUp(house, searchReaction(search))
  await catchUp(house, repeatReaction(search))
}
const asWork = async (text: string, values: unknown[] = []) => (await house.work.query(text, values)).rows

const text = (place: string, end = '谢谢领导。'): string =>
  `我们是${place}的居民，楼下新开的几家餐馆没有专用烟道，油烟从早到晚往上窜，衣服没法晾晒，窗户不敢打开，多次向社区反映没有结果，请有关部门尽快来看一看。${end}`
const about = (place: string, end?: string) => ({ title: `${place}油烟扰民`, text: text(place, end), place: '990101' })

interface Offered {
  readonly petition: { readonly number: string; readonly title: string }
  readonly kind: string
  readonly percent: number
  readonly apart: readonly { readonly kind: string; readonly one: string; readonly other: string }[]
}
const offered = async (who: Asker, body: object): Promise<readonly Offered[]> => {
  const { status, body: answer } = await ask(who, 'POST', '/api/insight/repeats', body)
  expect(status, JSON.stringify(answer)).toBe(200)
  return answer.items
}
const kinds = (items: readonly Offered[]) => items.map(({ petition, kind }) => [petition.number, kind])

describe('What is offered before a registration', () => {
  it('is the same matter of others, and the same words about another place apart from it, with what differs', async () => {
    const same = await register(about('翠湖小区'), bureau)
    const elsewhere = await register(about('金桂小区'), bureau)
    await register({ title: '工资', text: '在工地干了半年，工资一分没有发，包工头电话不接，年关将近。' }, bureau)
    await read()
    const items = await offered(bureau, about('翠湖小区', '谢谢。'))
    expect(kinds(items)).toEqual([
      [same.number, 'same-matter'],
      [elsewhere.number, 'copied-elsewhere'],
    ])
    expect(items[0]?.percent).toBeGreaterThan(90)
    expect(items[1]?.apart).toContainEqual({ kind: 'place', one: '翠湖小区', other: '金桂小区' })
    const { status, body } = await ask(bureau, 'POST', '/api/insight/repeats/beside', {
      ...about('翠湖小区'),
      with: elsewhere.number,
    })
    expect(status).toBe(200)
    expect(body.text).toContainEqual({ same: null, one: '翠湖', other: '金桂' })
  })

  it('is what the same petitioner has asked for before, by number, telephone or name, in other words too', async () => {
    const people = [{ name: '令狐测', phone: '19900000055', idNumber: '990101198001012345' }]
    const before = await register(
      { title: '水渠', text: '村东头的水渠塌了三年，浇不上地，请派人来修。', people },
      bureau,
    )
    await register({ title: '路灯', text: '路口的路灯坏了，晚上看不见。', people }, bureau)
    await read()
    const told = { title: '水渠的事', text: '村东头的水渠塌了好几年，一直浇不上地，请派人修一修。', place: '990101' }
    for (const person of [{ phone: '19900000055' }, { idNumber: '990101198001012345' }, { name: '令狐测' }])
      expect(kinds(await offered(bureau, { ...told, people: [person] })), JSON.stringify(person)).toEqual([
        [before.number, 'same-petitioner'],
      ])
    expect(await asWork('select from petition_look where stream_id = $1', [before.number])).not.toEqual([])
  })

  it('is nothing of an accusation, nor for one', async () => {
    const accusation = { class: 'accusation', about: [{ as: 'accused', organ: 'county.land' }], ...about('凤凰小区') }
    await register(accusation)
    await read()
    for (const who of [bureau, land])
      expect(await offered(who, about('凤凰小区'))).not.toContainEqual(expect.objectContaining({ kind: 'same-matter' }))
    expect(await offered(bureau, { ...about('翠湖小区'), class: 'accusation' })).toEqual([])
    expect(
      await asWork("select from repeat_print r join petition p using (stream_id) where p.class = 'accusation'"),
    ).toEqual([])
  })

  it('is nothing that is not theirs to see', async () => {
    expect(await offered(stranger, about('翠湖小区'))).toEqual([])
    expect((await ask(auditor, 'POST', '/api/insight/repeats', about('翠湖小区'))).status).toBe(403)
    expect((await ask(keyOf(await register({})), 'POST', '/api/insight/repeats', about('翠湖小区'))).status).toBe(403)
    const [{ number }] = await asWork('select stream_id as number from repeat_print limit 1')
    expect(
      (await ask(stranger, 'POST', '/api/insight/repeats/beside', { ...about('翠湖小区'), with: number })).status,
    ).toBe(404)
    expect((await ask(stranger, 'GET', `/api/insight/repeats/${number}`)).status).toBe(404)
  })

  it('shows nobody: names and numbers are masked on both sides', async () => {
    const people = [{ name: '夏侯测', phone: '19900000066' }]
    const { number } = await register({ ...about('锦绣小区', '夏侯测，19900000066'), people }, bureau)
    await read()
    const typed = { ...about('锦绣小区', '司马测，19900000077'), people: [{ name: '司马测' }], with: number }
    const { body } = await ask(bureau, 'POST', '/api/insight/repeats/beside', typed)
    expect(JSON.stringify(body)).not.toMatch(/夏侯测|司马测|19900000066|19900000077/)
  })
})

describe('Joining', () => {
  it('is a fact in each, the earlier leading, and is taken back in both', async () => {
    const one = await register(about('白云小区'), bureau)
    const other = await register(about('白云小区', '谢谢。'), bureau)
    await read()
    const list = async () => (await ask(bureau, 'GET', `/api/insight/repeats/${other.number}`)).body.items
    expect(kinds(await list())[0]).toEqual([one.number, 'same-petitioner'])
    const join = (verb: string, number = other.number, to = one.number, who: Asker = bureau) =>
      ask(who, 'POST', `/api/insight/repeats/${number}/${verb}`, { with: to, reason: '同一事项' })
    expect((await join('merge')).status).toBe(200)
    const links = async (number: string) => (await ask(bureau, 'GET', `/api/petitions/${number}`)).body.links
    const [first, second] = [one.number, other.number].toSorted() as [string, string]
    expect(await links(second)).toEqual([{ to: first, as: 'lead' }])
    expect(await links(first)).toEqual([{ to: second, as: 'member' }])
    expect(kinds(await list()).map(([number]) => number)).not.toContain(one.number)
    expect((await join('merge')).status).toBe(409)
    expect((await join('unmerge')).status).toBe(200)
    expect([await links(one.number), await links(other.number)]).toEqual([[], []])
    expect((await join('unmerge')).status).toBe(409)
    expect((await join('merge', one.number, one.number)).status).toBe(422)
    expect((await join('merge', other.number, one.number, stranger)).status).toBe(404)
  })

  it('leaves nothing half joined where the second petition refuses', async () => {
    const mine = await register(about('桃源小区'), bureau)
    const theirs = await register({ ...about('桃源小区'), organ: 'county.land' })
    await asWork(
      `insert into petition_organ select stream_id, 'county.bureau', registered_on, stage, accused, officials, recused, seal, true, '{}'
        from petition_organ where stream_id = $1 limit 1 on conflict do nothing`,
      [theirs.number],
    )
    const { status } = await ask(bureau, 'POST', `/api/insight/repeats/${mine.number}/merge`, {
      with: theirs.number,
      reason: '同一事项',
    })
    expect(status).toBe(403)
    expect((await ask(bureau, 'GET', `/api/petitions/${mine.number}`)).body.links).toEqual([])
    await asWork(`delete from petition_organ where stream_id = $1 and organ = 'county.bureau'`, [theirs.number])
  })

  it('follows a text that was corrected', async () => {
    const { number } = await register(about('龙泉小区'), bureau)
    await read()
    expect(kinds(await offered(bureau, about('龙泉小区'))).map(([each]) => each)).toContain(number)
    await act(bureau, number, 'correct', {
      field: 'text',
      to: '登记时贴错了信，原信说的是征地补偿款三年没有发到户的事情。',
      reason: '贴错',
    })
    await read()
    expect(kinds(await offered(bureau, about('龙泉小区'))).map(([each]) => each)).not.toContain(number)
  })

  it('leaves the books right', async () => {
    expect((await fsck(house, everyRoom)).errorCount).toBe(0)
  })
})
