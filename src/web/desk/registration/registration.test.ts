import { describe, expect, it } from 'vitest'
import { registrationBody } from '../../../petition/contract.ts'
import { readLetter } from './letter-reader.ts'
import { bodyOf, emptyForm, type Typed, withLetter } from './registration.ts'

const typed: Typed = {
  ...emptyForm(),
  title: '灌溉渠垮塌无人修',
  text: '村东的渠垮了三年。',
  claims: ['修渠', '  ', undefined],
  place: '990102',
  category: 'rural.water-works',
  people: [{ kind: 'citizen', name: ' 周桂兰 ', phone: '19900001234' }, undefined],
}

describe('what the registration form sends', () => {
  it('is what the contract takes', () => {
    const parsed = registrationBody.safeParse(bodyOf(typed))
    expect(parsed.error).toBeUndefined()
  })

  it('leaves out empty rows and blank margins', () => {
    expect(bodyOf(typed)).toMatchObject({ claims: ['修渠'], people: [{ name: '周桂兰' }], headcount: 1 })
  })

  it('says nothing of who an anonymous petitioner is', () => {
    const body = bodyOf({
      ...typed,
      confidentiality: 'anonymous',
      people: [{ name: '周桂兰', idNumber: '990122196805120023' }],
    })
    expect(JSON.stringify(body)).not.toMatch(/周桂兰|990122/)
  })

  it('counts a group by its headcount and others by their names', () => {
    const people = [{ name: '甲' }, { name: '乙' }]
    expect(bodyOf({ ...typed, together: 'group', headcount: 46, people }).headcount).toBe(46)
    expect(bodyOf({ ...typed, together: 'joint', headcount: 46, people }).headcount).toBe(2)
  })

  it('has an oral record for spoken words alone', () => {
    expect(bodyOf(typed).oral).toEqual({ readBack: true, signedBy: 'signature' })
    expect(bodyOf({ ...typed, channel: 'letter' }).oral).toBeNull()
  })
})

describe('filling the form from a letter', () => {
  const read = readLetter('关于路灯的建议\n我叫孟小川，电话19900000007。建议在桥头增设路灯。希望尽快安装。')

  it('fills what is empty', () => {
    const filled = withLetter(emptyForm(), read, '990102', 'qingping.transport')
    expect(filled).toMatchObject({ title: '关于路灯的建议', class: 'suggestion', place: '990102' })
    expect(filled.people[0]).toMatchObject({ name: '孟小川', phone: '19900000007' })
    expect(filled.about).toEqual([{ as: 'respondent', organ: 'qingping.transport' }])
  })

  it('never replaces what the clerk typed', () => {
    const kept = withLetter(typed, read, '990103', undefined)
    expect(kept).toMatchObject({ title: typed.title, text: typed.text, claims: typed.claims, place: typed.place })
    expect(kept.people[0]).toMatchObject({ name: ' 周桂兰 ', phone: '19900001234' })
  })
})
