import { describe, expect, it } from 'vitest'
import { chineseNumber } from './numbers.ts'

describe('Numbers as they are written in Chinese', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [36, '三十六'],
    [99, '九十九'],
    [101, '一百零一'],
    [110, '一百一十'],
    [245, '二百四十五'],
  ])('%i', (number, written) => expect(chineseNumber(number)).toBe(written))
})
