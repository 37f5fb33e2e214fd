import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawFromSeed } from '../../test/seed.ts'
import { differences, isSame } from './differences.ts'

drawFromSeed()

const sides = (one: string, other: string) => {
  const stretches = differences(one, other)
  return [
    stretches.map((each) => (isSame(each) ? each.same : each.one)).join(''),
    stretches.map((each) => (isSame(each) ? each.same : each.other)).join(''),
  ]
}

describe('Two texts beside each other', () => {
  it('differ in the words that were put for others, and in nothing else', () => {
    const stretches = differences('我们是翠湖小区的业主，楼下餐馆油烟很大', '我们是金桂小区的业主，楼下餐馆油烟很大')
    expect(stretches).toEqual([
      { same: '我们是' },
      { one: '翠湖', other: '金桂' },
      { same: '小区的业主，楼下餐馆油烟很大' },
    ])
  })

  it('lose no sign on either side, whatever they are', () => {
    const text = fc.array(fc.constantFrom('水渠', '塌了', '，', '请', '修', '5栋', ' ', 'A3区', '\n'), {
      maxLength: 40,
    })
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [one, other] = [a.join(''), b.join('')]
        expect(sides(one, other)).toEqual([one, other])
      }),
    )
  })

  it('are the same where they are the same, and nothing where there is nothing', () => {
    expect(differences('水渠塌了', '水渠塌了')).toEqual([{ same: '水渠塌了' }])
    expect(differences('', '')).toEqual([])
  })

  it('come to an end where they have nothing in common, however long', () => {
    const [one, other] = ['水渠塌了没人修。'.repeat(700), 'abc def, '.repeat(900)]
    const began = performance.now()
    expect(sides(one, other)).toEqual([one, other])
    expect(performance.now() - began).toBeLessThan(3000)
  })
})
