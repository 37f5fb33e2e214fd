/** Rights and other procedures on the wire: for anyone, and for whoever follows a petition. */
import { describe, expect, it } from 'vitest'
import { cn2022 } from '../src/law/cn-2022/cn-2022.ts'
import { keyOf, openAnsweringHouse } from './answering-house.ts'
import { commandBodies } from './command-bodies.ts'

const { ask, register, act, staffOf } = await openAnsweringHouse()
const bureau = await staffOf('county.bureau')
const land = await staffOf('county.land', 'clerk', 'head')

interface Listed {
  readonly procedure: string
  readonly what: { readonly zh: string; readonly en: string }
  readonly limits: readonly { readonly says: { readonly zh: string } }[]
}

describe('the law for anyone', () => {
  it('lists every right of the pack, in words and with its article', async () => {
    const { status, body } = await ask(null, 'GET', '/api/law/rights')
    expect(status).toBe(200)
    expect(body.items.map(({ right }: { right: string }) => right)).toEqual(Object.keys(cn2022.rights))
    expect(body.items).toContainEqual({
      right: 'requestReview',
      kind: 'may',
      clock: 'requestReview',
      name: { zh: '不服答复，请上一级复查', en: 'Ask for review' },
      what: { zh: expect.stringContaining('最后一天'), en: expect.any(String) },
      basis: { zh: '《信访工作条例》第35条', en: 'Regulations on Petition Work (2022), art. 35' },
    })
  })

  it('lists every other procedure with its limits, and what no court hears', async () => {
    const { status, body } = await ask(null, 'GET', '/api/law/procedures')
    expect(status).toBe(200)
    expect(body.items.map(({ procedure }: Listed) => procedure)).toEqual(Object.keys(cn2022.otherProcedures))
    for (const { limits } of body.items as Listed[]) expect(limits.length).toBeGreaterThan(0)
    expect(body.notSuable.basis.zh).toBe('《最高人民法院关于适用〈行政诉讼法〉的解释》第1条第2款第9项')
  })
})

describe('a petition that is followed', () => {
  it('says where it stands in plain words, and which limits it does not stop', async () => {
    const registered = await register({ category: 'labour.wages' })
    const { body } = await ask(keyOf(registered), 'GET', '/api/follow')
    expect(body.stands).toEqual([{ zh: expect.stringContaining('已经记下来'), en: expect.any(String) }])
    expect(body.otherProcedures.map(({ procedure }: Listed) => procedure)).toContain('labourArbitration')
    const labour = body.otherProcedures.find(({ procedure }: Listed) => procedure === 'labourArbitration')
    expect(labour.limits[0].says.zh).toContain('1年内提出')
    expect(labour.beside.zh).toContain('不要指望')
    const rights: string[] = body.canDo.map(({ right }: { right: string }) => right)
    expect(rights).toEqual(expect.arrayContaining(['addMaterial', 'withdraw', 'noRetaliation', 'ownRecord']))
    expect(rights).not.toContain('requestReview')
  })

  it('says why it was declined, and where it was directed', async () => {
    const declined = await register({})
    await act(bureau, declined.number, 'transfer', { to: 'county.land' })
    await act(land, declined.number, 'decline-acceptance', {
      ...commandBodies['decline-acceptance'],
      ground: 'alreadyReexamined',
      competent: null,
      earlier: '261123000000003',
    })
    const { body } = await ask(keyOf(declined), 'GET', '/api/follow')
    expect(body.stands.map(({ zh }: { zh: string }) => zh.slice(0, 6))).toEqual(['这次没有受理', '这件事已经复'])

    const directed = await register({})
    await act(bureau, directed.number, 'transfer', { to: 'county.land' })
    await act(land, directed.number, 'direct', commandBodies.direct)
    const { body: after } = await ask(keyOf(directed), 'GET', '/api/follow')
    expect(after.stands.map(({ en }: { en: string }) => en)).toEqual([
      expect.stringContaining('another legal procedure'),
      expect.stringContaining('arbitration commission'),
    ])
    expect(after.otherProcedures.map(({ procedure }: Listed) => procedure)).toEqual([
      'labourArbitration',
      'landContractArbitration',
    ])
    expect(after.notSuable).toBeNull()
  })

  it('says what the outcome of each claim means', async () => {
    const registered = await register({})
    await act(bureau, registered.number, 'transfer', { to: 'county.land' })
    await act(land, registered.number, 'accept', commandBodies.accept)
    await act(land, registered.number, 'record-contact', commandBodies['record-contact'])
    await act(land, registered.number, 'issue-opinion', commandBodies['issue-opinion'])
    const { body } = await ask(keyOf(registered), 'GET', '/api/follow')
    expect(body.documents[1].answers).toEqual([
      expect.objectContaining({
        outcome: 'explained',
        says: { zh: expect.stringContaining('有道理'), en: expect.any(String) },
      }),
    ])
  })
})
