import { describe, expect, it } from 'vitest'
import { zh } from '../locales/zh.ts'
import { blankDraft, type Draft, nobody } from './draft.ts'
import { allProblems, stepOfField, stepsOf } from './steps.ts'

const blank = blankDraft('say', '2026-11-23')
const ids = (draft: Draft) => stepsOf(draft).map(({ id }) => id)
const fields = (draft: Draft) => allProblems(draft, zh).map(({ field }) => field)

describe('which questions are asked', () => {
  it('warns of other time limits only where they can matter', () => {
    expect(ids({ ...blank, kind: 'appeal' })).toContain('routes')
    expect(ids({ ...blank, kind: 'accusation' })).not.toContain('routes')
  })
  it('asks a suggestion neither whom it concerns nor how many stand behind it', () => {
    expect(ids(blankDraft('suggest', '2026-11-23'))).toEqual(['place', 'what', 'claims', 'identity', 'people', 'files'])
  })
  it('asks the anonymous nothing about themselves', () => {
    expect(ids({ ...blank, kind: 'appeal', confidentiality: 'anonymous' })).not.toContain('together')
    expect(fields({ ...blank, confidentiality: 'anonymous' })).not.toContain('name-0')
  })
})

describe('what keeps a draft from being sent', () => {
  const done: Draft = {
    ...blank,
    kind: 'appeal',
    county: '990122',
    place: '990122',
    title: '事',
    text: '经过',
    claims: ['请求'],
    before: 'no',
    confidentiality: 'named',
    together: 'alone',
    people: [{ ...nobody, name: '测试人', phone: '123' }],
  }
  it('is nothing when all is said', () => expect(fields(done)).toEqual([]))
  it.each<[string, Partial<Draft>, string]>([
    ['no kind', { kind: '' }, 'kind'],
    ['no place', { county: '', place: '' }, 'county'],
    ['a place not listed and not described', { county: 'elsewhere', place: '9901' }, 'detail'],
    ['no claim', { claims: [' '] }, 'claim-0'],
    ['an accusation of nobody', { kind: 'accusation' }, 'organ-0'],
    ['a wrong earlier number', { before: 'yes', beforeNumber: '261123482719034' }, 'before-number'],
    ['a group of unknown size', { together: 'group', headcount: 'many' }, 'headcount'],
    [
      'a group smaller than its representatives',
      {
        together: 'group',
        headcount: '2',
        people: [done.people[0] ?? nobody, { ...nobody, name: '甲' }, { ...nobody, name: '乙' }],
      },
      'name-0',
    ],
    ['an agent without a name', { forWhom: 'agent', mandate: '受托' }, 'agent-name'],
    ['a name without a way to reach it', { people: [{ ...nobody, name: '测试人' }] }, 'phone-0'],
  ])('%s', (_, patch, field) => expect(fields({ ...done, ...patch })).toEqual([field]))

  it('takes consent to answers online for a way to be reached', () => {
    expect(fields({ ...done, people: [{ ...nobody, name: '测试人', electronic: true }] })).toEqual([])
  })
})

describe('a refusal by the house', () => {
  it.each([
    ['people.0.phone', 'people'],
    ['claims.2', 'claims'],
    ['elsewhere.petition', 'before'],
    ['organ', null],
  ])('of %s leads to %s', (path, step) => expect(stepOfField(path)).toBe(step))
})
