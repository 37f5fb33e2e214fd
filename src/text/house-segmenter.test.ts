import { expect, it } from 'vitest'
import { houseSegmenter } from './house-segmenter.ts'

it('knows the organs that there are, and those that are opened later a minute after', () => {
  let now = 0
  const names = ['青坪县信访局']
  const segmenter = houseSegmenter({ names: () => names }, () => now)
  expect(segmenter().words('青坪县落花坝村')).toContain('青坪县')
  const first = segmenter()
  names.push('青坪县落花坝村村民委员会')
  expect(segmenter()).toBe(first)
  now = 61_000
  expect(segmenter()).not.toBe(first)
  expect(segmenter().words('青坪县落花坝村')).toContain('落花坝村')
  const second = segmenter()
  now = 130_000
  expect(segmenter()).toBe(second)
})
