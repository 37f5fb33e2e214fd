/** Papers over the wire: what each says, who may have it, and what is refused by name. */
import { describe, expect, it } from 'vitest'
import { numberingReaction } from '../src/documents/numbering/reactions.ts'
import { issuing } from '../src/issuing.ts'
import { type Asker, keyOf, openAnsweringHouse } from './answering-house.ts'
import { catchUp } from './catching-up.ts'

const { house, office, ask, register, act, staffOf } = await openAnsweringHouse()
const bureau = await staffOf('county.bureau', 'clerk', 'head')
const land = await staffOf('county.land', 'clerk', 'head')
const told = { way: 'onTheSpot' }
const name = '测试人甲'
const answer = '根据实测结果更正面积。'

const numbered = () => catchUp(house, numberingReaction(house, issuing))

/** Two petitioners; transferred, accepted, extended, heard, answered and served to the first. */
async function answered() {
  const people = [{ name, phone: '19900000001' }, { name: '测试人乙' }]
  const registered = await register({ title: '承包地面积少算', claims: ['重新丈量', '更正登记'], people, headcount: 2 })
  const { number } = registered
  await act(bureau, number, 'transfer', { to: 'county.land', note: '请会同乡政府核实' })
  await act(land, number, 'accept', { route: 'handlingOpinion', procedure: '调查核实后出具意见', told })
  await act(land, number, 'open-hearing', { subject: '面积', heldOn: '2026-11-30', place: '二楼会议室' })
  await act(land, number, 'close-hearing', { record: '双方陈述', conclusion: '应当更正' })
  await act(land, number, 'extend-handling', { until: '2027-02-10', reason: '需要重新测绘', told })
  await act(land, number, 'record-contact', { way: 'visit', note: '当面听取', heard: true })
  await act(land, number, 'issue-opinion', {
    facts: '经查，面积少记二亩。',
    legalBasis: '《农村土地承包法》第二十四条',
    answers: [
      { claim: 'c1', outcome: 'supported', answer },
      { claim: 'c2', outcome: 'explained', answer },
    ],
    remedy: '可以当面或者邮寄提出。',
    executeBy: '2027-03-01',
  })
  await act(land, number, 'serve', {
    ...{ document: 'd3', person: 'p1', way: 'direct', servedOn: '2026-11-23', proof: { signature: '本人签字' } },
  })
  await numbered()
  return registered
}

const registered = await answered()
const of = (path = '') => `/api/petitions/${registered.number}/papers${path}`
const mine = (path = '') => `/api/follow/papers${path}`
const first = keyOf(registered, 'p1')
const second = keyOf(registered, 'p2')
const listed = async (who: Asker, url: string): Promise<readonly { paper: string; number: string | null }[]> =>
  (await ask(who, 'GET', url)).body.items
const textOf = (page: { pieces: readonly object[] }): string => JSON.stringify(page)

describe('The papers of a petition', () => {
  it('are all there for the organs, in order, each with its number', async () => {
    const items = await listed(land, of())
    expect(items.map(({ paper, number }) => [paper, number])).toEqual([
      ['1-registrationReceipt', null],
      ['2-transferLetter', 'county.bureau信转〔2026〕1号'],
      ['2-destinationNotice', 'county.bureau信告〔2026〕1号'],
      ['3-receiptNotice', 'county.land信受〔2026〕1号'],
      ['4-hearingNotice', 'county.land信听〔2026〕1号'],
      ['5-hearingRecord', null],
      ['6-extensionNotice', 'county.land信延〔2026〕1号'],
      ['8-handlingOpinion', 'county.land信处〔2026〕1号'],
      ['9-serviceReturn', null],
    ])
    expect(items.every((item) => 'refusal' in item && item.refusal === null)).toBe(true)
  })

  it('answer each claim, say the basis, and until when review can be asked for, once it was served', async () => {
    const { status, body } = await ask(land, 'GET', of('/8-handlingOpinion'))
    expect(status).toBe(200)
    expect(body).toMatchObject({
      title: '信访处理意见书',
      head: 'red',
      number: 'county.land信处〔2026〕1号',
      to: `${name}、测试人乙：`,
      day: '2026年11月23日',
      isDraft: false,
      copies: 'county.bureau',
    })
    const said = textOf(body)
    for (const text of [
      '（一）关于“重新丈量”',
      '（二）关于“更正登记”',
      '意见：予以支持。',
      '意见：解释说明。',
      '经查，面积少记二亩。',
      '《农村土地承包法》第二十四条',
      '可以当面或者邮寄提出。',
      `${name}于2026年11月23日收到，请求复查的最后一日为2026年12月23日。`,
    ])
      expect(said).toContain(text)
    expect(said).not.toContain('测试人乙于')
  })

  it('are read in English beside the official text', async () => {
    const { body } = await ask(first, 'GET', mine('/8-handlingOpinion?language=en'))
    expect(body).toMatchObject({ language: 'en', title: 'Handling opinion', day: '23 November 2026' })
    expect(textOf(body)).toContain('the last day for asking for review is 23 December 2026')
  })

  it('name the document that was served by its number', async () => {
    const { body } = await ask(land, 'GET', of('/9-serviceReturn'))
    const [table] = body.pieces
    expect(Object.fromEntries(table.rows)).toMatchObject({
      送达文书: '信访处理意见书',
      文书编号: 'county.land信处〔2026〕1号',
      受送达人: name,
      送达方式: '直接送达',
      送达证明: '签收：本人签字',
    })
  })

  it('come as Word documents, which are ZIP archives with the text in them', async () => {
    const { answer: file } = await ask(land, 'GET', of('/8-handlingOpinion/docx'))
    expect(file.statusCode).toBe(200)
    expect(file.headers['content-type']).toContain('wordprocessingml')
    expect(decodeURIComponent(String(file.headers['content-disposition']))).toContain('信访处理意见书')
    expect(file.rawPayload.subarray(0, 2).toString()).toBe('PK')
  })

  it('leave the trace that somebody looked', async () => {
    await ask(bureau, 'GET', of('/3-receiptNotice'))
    const { body } = await ask(first, 'GET', '/api/follow')
    expect(body.looks.map(({ organ }: { organ: { id: string } }) => organ.id)).toContain('county.bureau')
  })
})

describe('A petitioner', () => {
  it('has what is addressed to the petitioners, and the proof of their own service', async () => {
    expect((await listed(first, mine())).map(({ paper }) => paper)).toEqual([
      '1-registrationReceipt',
      '2-destinationNotice',
      '3-receiptNotice',
      '4-hearingNotice',
      '6-extensionNotice',
      '8-handlingOpinion',
      '9-serviceReturn',
    ])
  })

  it.each([
    ['what offices write to each other', () => first, '/2-transferLetter'],
    ['the minutes of a hearing', () => first, '/5-hearingRecord'],
    ["another petitioner's proof of service", () => second, '/9-serviceReturn'],
    ['a paper that there is not', () => first, '/99-handlingOpinion'],
    ['a name that is none', () => first, '/constructor'],
  ])('does not have %s, as a page or as a file', async (_, who, path) => {
    for (const end of ['', '/docx']) {
      const { status, body } = await ask(who(), 'GET', mine(path + end))
      expect([status, body.refusal]).toEqual([404, 'no-such-paper'])
    }
  })

  it('reads their numbers, and no others', async () => {
    const [other] = await listed(keyOf(await register({})), mine())
    expect(other).toMatchObject({ paper: '1-registrationReceipt', number: null })
  })

  it('alone has what they settled for', async () => {
    const people = [{ name }, { name: '测试人乙' }]
    const shared = await register({ people, headcount: 2 })
    await act(bureau, shared.number, 'transfer', { to: 'county.land' })
    await act(land, shared.number, 'accept', { route: 'handlingOpinion', procedure: '调查核实', told })
    await act(keyOf(shared, 'p1'), shared.number, 'settle', { person: 'p1', agreement: '补偿三千元' })
    const titles = async (person: string) => (await listed(keyOf(shared, person), mine())).map(({ paper }) => paper)
    expect(await titles('p1')).toContain('4-settlementAgreement')
    expect(await titles('p2')).not.toContain('4-settlementAgreement')
  })
})

describe('What is sealed', () => {
  it('is refused by name to whoever has not opened it, and told once they have', async () => {
    const { number } = await register({ confidentiality: 'confidential', people: [{ name }] })
    const url = `/api/petitions/${number}/papers/1-registrationReceipt`
    const closed = await ask(bureau, 'GET', url)
    expect(closed.status).toBe(409)
    expect(JSON.stringify(closed.body)).toContain('信访人')
    expect(closed.answer.body).not.toContain(name)
    expect((await ask(bureau, 'GET', `${url}/docx`)).status).toBe(409)
    await act(bureau, number, 'open-seal', { seal: 'identity', purpose: 'investigate', reason: '核实' })
    const opened = await ask(bureau, 'GET', url)
    expect(opened.body.to).toBe(`${name}：`)
  })

  it('of a confidential petition a letter says with names and numbers masked', async () => {
    const title = `${name}的承包地面积少算`
    const { number } = await register({ confidentiality: 'confidential', title, people: [{ name }] })
    await act(bureau, number, 'transfer', { to: 'county.land' })
    const url = `/api/petitions/${number}/papers/2-transferLetter`
    const { status, answer: page, body } = await ask(bureau, 'GET', url)
    expect(status).toBe(200)
    expect(page.body).not.toContain(name)
    expect(textOf(body)).toContain('的承包地面积少算')
    // nor does it once its reader knows who petitions
    await act(bureau, number, 'open-seal', { seal: 'identity', purpose: 'investigate', reason: '核实' })
    expect((await ask(bureau, 'GET', url)).answer.body).not.toContain(name)
  })

  it('of an accusation no letter says what it is about', async () => {
    const secret = '被检举的事情'
    const about = [{ as: 'accused', organ: 'county.labour', official: null }]
    const { number } = await register({ class: 'accusation', title: secret, text: secret, claims: [secret], about })
    await act(bureau, number, 'transfer', { to: 'county.discipline' })
    const { status, answer: page, body } = await ask(bureau, 'GET', `/api/petitions/${number}/papers/2-transferLetter`)
    expect(status).toBe(200)
    expect(page.body).not.toContain(secret)
    expect(textOf(body)).toContain('检举控告')
    // accusations follow rules of their own (art. 23 (4))
    expect(textOf(body)).not.toContain('15日内书面告知')
  })
})

describe('What is not recorded', () => {
  it('is refused by name: a hearing that was opened before its place and day were asked for', async () => {
    const { number } = await register({})
    await act(bureau, number, 'transfer', { to: 'county.land' })
    await act(land, number, 'accept', { route: 'handlingOpinion', procedure: '调查核实', told })
    await act(land, number, 'open-hearing', { subject: '面积', heldOn: '2026-11-30', place: '会议室' })
    await takeFromFact(number, ['heldOn', 'place'])
    const { status, body } = await ask(land, 'GET', `/api/petitions/${number}/papers/4-hearingNotice`)
    expect(status).toBe(409)
    expect(JSON.stringify(body)).toContain('听证日期')
    const rows = (await ask(land, 'GET', `/api/petitions/${number}/papers`)).body.items
    expect(rows.at(-1)).toMatchObject({ paper: '4-hearingNotice', refusal: { kind: 'paper-part-missing' } })
  })
})

/** As a fact from before stands in the database; only its owner could write it so. */
async function takeFromFact(number: string, fields: readonly string[]): Promise<void> {
  const { rows } = await house.work.query('select fact from event where stream_id = $1 and version = 4', [number])
  const envelope = JSON.parse(rows[0].fact)
  for (const field of fields) delete envelope.fact[field]
  await office.database.owner.query('update event set fact = $2 where stream_id = $1 and version = 4', [
    number,
    JSON.stringify(envelope),
  ])
}
