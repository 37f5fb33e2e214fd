import { describe, expect, it } from 'vitest'
import { wrap } from './picture.ts'

const measure = (text: string) => [...text].reduce((width, sign) => width + (sign.charCodeAt(0) > 0xff ? 2 : 1), 0)

describe('a line of the receipt that is too long for the picture', () => {
  it('breaks Chinese between characters', () => {
    expect(wrap('查询码只显示这一次', 8, measure)).toEqual(['查询码只', '显示这一', '次'])
  })
  it('keeps words and groups of digits whole', () => {
    expect(wrap('Key: 1234 5678 9012', 10, measure).map((line) => line.trim())).toEqual(['Key: 1234', '5678 9012'])
  })
  it('keeps an empty line', () => expect(wrap('', 10, measure)).toEqual(['']))
})
