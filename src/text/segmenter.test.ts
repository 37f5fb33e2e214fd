import { describe, expect, it } from 'vitest'
import { namesOfOrgans } from './house-names.ts'
import { segment, segmenterKnowing, segmentWords } from './segmenter.ts'

const written = '双溪镇落水村的路灯坏了，云栖州青坪县信访局说不归他们管'

describe('A segmenter that knows the names of a house', () => {
  const names = namesOfOrgans(['云栖州青坪县双溪镇落水村村民委员会', '云栖州青坪县信访局', '青坪县城市管理局'])

  it('learns the places that stand in the names of organs', () => {
    const places = names.filter(({ tag }) => tag === 'ns').map(({ word }) => word)
    expect(places).toEqual(expect.arrayContaining(['云栖州', '青坪县', '双溪镇', '落水村', '青坪']))
    expect(places).not.toContain('双溪')
    expect(places.every((word) => !/城市|信访/.test(word))).toBe(true)
  })

  it('keeps them whole, and finds what they are made of', () => {
    const knowing = segmenterKnowing(names)
    expect(segmentWords(written)).not.toContain('落水村')
    expect(knowing.words(written)).toEqual(expect.arrayContaining(['双溪镇', '落水村', '云栖州青坪县信访局']))
    expect(knowing.pieces(written)).toEqual(expect.arrayContaining(['信访局', '青坪县', '路灯']))
    expect(knowing.tagged(written)).toContainEqual({ word: '落水村', tag: 'ns' })
  })

  it('leaves alone what is masked by and compared by, and other segmenters', () => {
    const before = [segment(written), segmentWords(written)]
    segmenterKnowing(names)
    expect([segment(written), segmentWords(written)]).toEqual(before)
    expect(segmenterKnowing([]).words(written)).toEqual(segmentWords(written))
  })

  it('takes no name that is no word', () => {
    const odd = ['', '县', 'A B 3', '一 二', '甲\n乙 9 n', '𠮷', 'x'.repeat(99)].map((word) => ({
      word,
      tag: 'ns' as const,
    }))
    expect(segmenterKnowing(odd).words(written)).toEqual(segmentWords(written))
    expect(namesOfOrgans(['', '县', '镇镇镇', '省市县'])).toBeInstanceOf(Array)
  })

  it('loses no sign of a text', () => {
    const knowing = segmenterKnowing(names)
    for (const text of ['', ' ', '𠮷野家\u0000的\n路', written, 'A3区５号'])
      expect(knowing.words(text).join('')).toBe(text)
  })
})
