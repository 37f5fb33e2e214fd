import { describe, expect, it } from 'vitest'
import { emptyForm } from './registration.ts'
import { askedOf, withTaken } from './suggested.ts'

describe('What of the form is asked about', () => {
  it('is its text, or its title, once there is enough of it', () => {
    expect(askedOf({ ...emptyForm(), title: '路灯' })).toBeNull()
    expect(askedOf({ ...emptyForm(), title: '路灯坏了三个月' })).toMatchObject({
      text: '路灯坏了三个月',
      class: 'appeal',
    })
    const both = askedOf({ ...emptyForm(), title: '路灯坏了', text: '三个月没有人修', place: '990122' })
    expect(both).toMatchObject({ title: '路灯坏了', text: '三个月没有人修', place: '990122' })
  })

  it('is nobody who petitions', () => {
    const typed = {
      ...emptyForm(),
      text: '路灯坏了三个月没有人修',
      people: [{ name: '罗大山', phone: '19900007101' }],
      about: [undefined, { as: 'accused' as const, organ: 'county.land', official: '李主任' }],
    }
    expect(JSON.stringify(askedOf(typed))).not.toMatch(/罗大山|1990|李主任/)
    expect(askedOf(typed)?.about).toEqual([{ as: 'accused', organ: 'county.land' }])
  })
})

describe('A suggestion that is taken', () => {
  it('goes into its field and touches no other', () => {
    const typed = { ...emptyForm(), title: '路灯坏了' }
    expect(withTaken(typed, 'category', 'construction.municipal')).toEqual({
      ...typed,
      category: 'construction.municipal',
    })
    expect(withTaken(typed, 'class', 'suggestion')).toEqual({ ...typed, class: 'suggestion' })
  })

  it('names an organ as asked, never as accused, and once', () => {
    const once = withTaken({ ...emptyForm(), about: [{ as: 'respondent' }] }, 'organ', 'county.land')
    expect(once.about).toEqual([{ as: 'respondent', organ: 'county.land' }])
    expect(withTaken(once, 'organ', 'county.land')).toBe(once)
    const two = withTaken(once, 'organ', 'county.labour')
    expect(two.about).toHaveLength(2)
    expect(two.about.every((one) => one?.as === 'respondent')).toBe(true)
  })
})
