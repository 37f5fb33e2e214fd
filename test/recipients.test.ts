import { describe, expect, it } from 'vitest'
import { keyOf, openAnsweringHouse } from './answering-house.ts'

const { ask, register, act, staffOf, house } = await openAnsweringHouse()
const bureau = await staffOf('county.bureau')

type Item = { organ: { id: string }; isLikely: boolean; refusal: { kind: string; zh: string } | null }
const recipients = async (number: string): Promise<readonly Item[]> =>
  (await ask(bureau, 'GET', `/api/petitions/${number}/recipients`)).body.items
const find = (items: readonly Item[], id: string) => items.find(({ organ }) => organ.id === id)

describe('To whom a petition can be handed', () => {
  it('a claim: the organ that it is asked of first, every other that may have it next, and nobody who may not without a reason', async () => {
    const { number } = await register({ about: [{ as: 'respondent', organ: 'county.land', official: null }] })
    const items = await recipients(number)
    expect(items[0]).toMatchObject({ organ: { id: 'county.land' }, isLikely: true, refusal: null })
    expect(find(items, 'county.labour')).toMatchObject({ isLikely: false, refusal: null })
    expect(find(items, 'county.bureau')).toBeUndefined()
  })

  it('an accusation: the discipline body of the place first, and the accused and those below not at all', async () => {
    const { number } = await register({ class: 'accusation', about: [{ as: 'accused', organ: 'county.land' }] })
    const items = await recipients(number)
    expect(items[0]).toMatchObject({ organ: { id: 'county.discipline' }, isLikely: true, refusal: null })
    expect(find(items, 'county.land')).toBeUndefined()
    expect(find(items, 'county.labour')?.refusal).toMatchObject({ kind: 'accusation-needs-competent-body' })
  })

  it('not to an organ that a named official leads, with the reason', async () => {
    const head = await staffOf('county.labour', 'head')
    await house.work.query(`update account_person set name = '阚守仁' where stream_id = $1`, [
      `account:${head.account}`,
    ])
    const { number } = await register({
      about: [{ as: 'respondent', organ: 'county.labour', official: '局长阚守仁' }],
    })
    const led = find(await recipients(number), 'county.labour')
    expect(led).toMatchObject({ isLikely: false, refusal: { kind: 'official-leads-organ' } })
    expect(led?.refusal?.zh).toContain('回避')
  })
})

describe('An accused organ is told an extract and nothing else (art. 30 (3))', () => {
  it('which it reads apart from the petition, without its number', async () => {
    const discipline = await staffOf('county.discipline', 'clerk', 'head')
    const accused = await staffOf('county.land', 'head')
    const beside = await staffOf('county.labour', 'head')
    const registered = await register({
      ...{ class: 'accusation', about: [{ as: 'accused', organ: 'county.land' }] },
      people: [{ name: '蔺望舒', phone: '19900000777', address: '东街九号' }],
    })
    const { number } = registered
    await act(bureau, number, 'transfer', { to: 'county.discipline' })
    const telling = (extract: string) =>
      ask(discipline, 'POST', `/api/petitions/${number}/inform-accused`, {
        ...{ organ: 'county.land', extract, legalBasis: '监察法第十八条' },
      })
    for (const naming of [
      '请说明与蔺望舒的往来',
      '联系 1990 000 0777 核实',
      '到东街九号一户核实',
      '蔺 望 舒反映的问题',
      '蔺\u200b望+舒反映的问题',
    ]) {
      const refused = await telling(naming)
      expect([refused.status, refused.body.refusal]).toEqual([422, 'extract-names-petitioner'])
    }
    // whoever may send none does not have a guess confirmed by it
    for (const [who, extract] of [
      [bureau, '蔺望舒'],
      [await staffOf('county.discipline'), '蔺望舒'],
    ] as const) {
      const body = { organ: 'county.land', extract, legalBasis: '监察法第十八条' }
      const { status, body: answer } = await ask(who, 'POST', `/api/petitions/${number}/inform-accused`, body)
      expect([status, answer.refusal]).not.toEqual([422, 'extract-names-petitioner'])
      expect(status).toBe(403)
    }
    expect((await telling('请提供近三年台账')).status).toBe(200)
    const told = await ask(accused, 'GET', '/api/extracts')
    expect(told.body.items).toMatchObject([
      { by: { id: 'county.discipline' }, extract: '请提供近三年台账', legalBasis: '监察法第十八条' },
    ])
    expect(told.answer.body).not.toContain(number)
    expect((await ask(beside, 'GET', '/api/extracts')).body.items).toEqual([])
    expect((await ask(accused, 'GET', `/api/petitions/${number}`)).status).toBe(404)
    const seen = JSON.stringify((await ask(keyOf(registered), 'GET', '/api/follow')).body.history)
    expect(seen).toContain('请提供近三年台账')
  })
})
