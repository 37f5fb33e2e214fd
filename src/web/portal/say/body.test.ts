import { describe, expect, it } from 'vitest'
import { registrationBody } from '../../../petition/contract.ts'
import { bodyOf } from './body.ts'
import { blankDraft, type Draft, nobody } from './draft.ts'
import { longest, mostClaims } from './steps.ts'

const full: Draft = {
  ...blankDraft('say', '2026-11-23'),
  kind: 'appeal',
  county: '990122',
  place: '990122101',
  title: '补偿款没有发',
  text: '2024年3月征地，\r\n第二笔款没有发。',
  claims: ['发给我家', '  '],
  before: 'no',
  confidentiality: 'named',
  together: 'alone',
  people: [{ ...nobody, name: '测试人', phone: '0990-1234567', electronic: true }],
}

const read = (draft: Draft) => {
  const parsed = registrationBody.safeParse(bodyOf(draft))
  if (!parsed.success) throw new Error(JSON.stringify(parsed.error.issues))
  return parsed.data
}

describe('what is sent of a draft', () => {
  it('is what the house takes', () => {
    const body = read(full)
    expect(body.claims.map(({ text }) => text)).toEqual(['发给我家'])
    expect(body.text.text).toBe('2024年3月征地，\n第二笔款没有发。')
    expect(body.people).toHaveLength(1)
    expect(body.firstTime).toBe(true)
  })

  it('leaves no name behind when somebody turns anonymous at last', () => {
    const turned: Draft = {
      ...full,
      confidentiality: 'anonymous',
      forWhom: 'agent',
      agentName: '李青',
      mandate: '受托',
    }
    expect(JSON.stringify(bodyOf(turned))).not.toMatch(/测试人|0990|李青/)
    expect(read(turned).people).toHaveLength(1)
  })

  it('names the accused of an accusation, and the respondent of an appeal', () => {
    const about = [
      { organ: 'qingping.housing', zh: '', en: '', official: '' },
      { organ: '', zh: '', en: '', official: ' 站长 ' },
    ]
    expect(bodyOf({ ...full, about }).about?.map(({ as }) => as)).toEqual(['respondent', 'respondent'])
    const accusation = read({ ...full, kind: 'accusation', about })
    expect(accusation.about.map(({ as }) => as)).toEqual(['accused', 'accused'])
    expect(accusation.about[1]?.official?.text).toBe('站长')
  })

  it('counts a group as large as it says, and never smaller than who signs', () => {
    const people = [full.people[0] ?? nobody, { ...nobody, name: '赵大有' }]
    expect(bodyOf({ ...full, together: 'group', headcount: '14', people }).headcount).toBe(14)
    expect(bodyOf({ ...full, together: 'group', headcount: '1', people }).headcount).toBe(2)
    expect(bodyOf({ ...full, together: 'joint', headcount: '14', people }).headcount).toBe(2)
  })

  it('drops what nobody can see, and joins lines where one is asked for', () => {
    const pasted = read({ ...full, title: '补偿\u0000款\n没有发', before: 'yes', beforeNote: '去年5月\n到县里' })
    expect(pasted.title.text).toBe('补偿款 没有发')
    expect(pasted.elsewhere?.note?.text).toBe('去年5月 到县里')
    expect(pasted.firstTime).toBe(false)
  })

  it('says nothing of an earlier time that was taken back', () => {
    expect(bodyOf({ ...full, before: 'no', beforeNote: '去年5月' }).elsewhere).toBeNull()
  })
})

describe('the longest that a field may be', () => {
  const at = (draft: Partial<Draft>) => registrationBody.safeParse(bodyOf({ ...full, ...draft })).success
  const a = (count: number) => '字'.repeat(count)
  it.each([
    ['title', (n: number) => ({ title: a(n) }), longest.title],
    ['text', (n: number) => ({ text: a(n) }), longest.text],
    ['claim', (n: number) => ({ claims: [a(n)] }), longest.claim],
    ['place', (n: number) => ({ placeDetail: a(n) }), longest.line],
    ['note', (n: number) => ({ before: 'yes' as const, beforeNote: a(n) }), longest.note],
    ['mandate', (n: number) => ({ forWhom: 'agent' as const, agentName: '李青', mandate: a(n) }), longest.mandate],
    ['claims', (n: number) => ({ claims: Array.from({ length: n }, () => '请求') }), mostClaims],
  ])('%s: taken at its longest, refused one longer', (_, draft, most) => {
    expect(at(draft(most))).toBe(true)
    expect(at(draft(most + 1))).toBe(false)
  })
})
