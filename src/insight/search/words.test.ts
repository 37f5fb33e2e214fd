import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawFromSeed } from '../../../test/seed.ts'
import { segmenterKnowing } from '../../text/segmenter.ts'
import { shownIn } from './highlights.ts'
import { foundBy, soughtIn } from './words.ts'

drawFromSeed()

const segmenter = segmenterKnowing([{ word: '落花坝', tag: 'ns' }])
const sought = (typed: string) => soughtIn(typed, segmenter).map(({ text }) => text)
const finds = (typed: string, text: string): boolean => {
  const there = foundBy(text, segmenter)
  const asked = soughtIn(typed, segmenter)
  return asked.length > 0 && asked.every(({ all }) => all.every((word) => there.has(word)))
}

describe('What is looked for', () => {
  it.each([
    ['水渠 补偿', ['水渠', '补偿']],
    ['请问我们的水渠如何修', ['水渠']],
    ['“夜间施工”噪声', ['夜间施工', '噪声']],
    ['落花坝水渠', ['落花坝', '水渠']],
    ['令狐爨', ['令狐爨']],
    ['ＷＩＦＩ信号', ['wifi', '信号']],
    ['我们', ['我们']],
    ['，。！% _ *', []],
    ['水', []],
    ['', []],
  ])('%s', (typed, words) => {
    expect(sought(typed)).toEqual(expect.arrayContaining(words))
    if (words.length === 0) expect(sought(typed)).toEqual([])
  })

  it('is never more than twelve words, however much is pasted', () => {
    expect(sought('水渠塌了没人修路灯坏了没人管工资拖欠半年油烟扰民电梯停运'.repeat(100)).length).toBeLessThanOrEqual(
      12,
    )
  })
})

describe('A text', () => {
  it('is found by any stretch of it that is typed in quotes', () => {
    const text = '村东头的灌溉渠塌了三年，落花坝下的稻田上不了水，请派人来修。'
    fc.assert(
      fc.property(fc.nat(text.length - 3), fc.integer({ min: 2, max: 12 }), (from, length) => {
        const part = text.slice(from, from + length)
        if (!/\p{Script=Han}{2}/u.test(part)) return
        expect(finds(`"${part}"`, text)).toBe(true)
      }),
    )
  })

  it('is not found by words that it has not', () => {
    expect(finds('水渠 鱼塘', '村东头的水渠塌了')).toBe(false)
    expect(finds('"渠水"', '村东头的水渠塌了')).toBe(false)
  })
})

describe('What is shown', () => {
  const text = {
    title: '水渠塌了',
    text: `${'前面说了很多别的事情。'.repeat(40)}村东头的水渠塌了三年，请求补偿损失。${'后面也说了很多。'.repeat(40)}`,
    asked: [],
    answered: ['水渠已经列入计划。'],
  }
  const plain = (stretches: readonly { readonly text: string }[]) => stretches.map((each) => each.text).join('')

  it('is the stretch with most of the words, each marked', () => {
    const shown = shownIn(text, ['水渠', '补偿'])
    expect(shown.in).toBe('asked')
    expect(plain(shown.text)).toContain('水渠塌了三年，请求补偿损失')
    expect(plain(shown.text)).toMatch(/^….*…$/)
    expect(shown.text.filter(({ isMarked }) => isMarked).map((each) => each.text)).toEqual(['水渠', '补偿'])
    expect(shown.title).toEqual([
      { text: '水渠', isMarked: true },
      { text: '塌了', isMarked: false },
    ])
  })

  it('is the answer where more stands there, and nothing where there is no text', () => {
    expect(shownIn(text, ['列入计划']).in).toBe('answered')
    expect(shownIn(null, ['水渠'])).toEqual({ title: [], in: null, text: [] })
  })

  it('loses no sign of a title, whatever is marked', () => {
    const word = fc.constantFrom('水渠', '水', '塌了', 'A3区', '渠塌')
    fc.assert(
      fc.property(
        fc.array(word),
        fc.array(fc.constantFrom('水渠塌了', 'ａ3区', '，'), { maxLength: 8 }),
        (words, parts) => {
          const title = parts.join('')
          expect(
            plain(shownIn({ ...text, title }, words).title)
              .normalize('NFKC')
              .toLowerCase(),
          ).toBe(title.normalize('NFKC').toLowerCase())
        },
      ),
    )
  })
})
