import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { formatNumber, numberFrom } from '../../../kernel/petition-number.ts'
import { readBoth, readKey, readNumber } from './opener.ts'

const number = numberFrom(day('2026-11-23'), '48271903')
const shown = formatNumber(number)
const key = '1234567890123456'
const wide = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

describe('number and key as people type and paste them', () => {
  it.each([
    ['bare', number],
    ['as it is shown', shown],
    ['with blanks', shown.replaceAll('-', ' ')],
    ['in full width', wide(shown)],
    ['with Chinese dashes', shown.replaceAll('-', '－')],
    ['with ideographic blanks around', `　${number}　`],
  ])('reads a number %s', (_, text) => expect(readNumber(text)).toBe(number))

  it('refuses a number with one wrong digit', () => {
    const slip = `${number.slice(0, 8)}${(Number(number[8]) + 1) % 10}${number.slice(9)}`
    expect(readNumber(slip)).toBeNull()
  })

  it.each([
    ['in fours', '1234 5678 9012 3456'],
    ['with dashes', '1234-5678-9012-3456'],
    ['in full width', wide(key)],
  ])('reads a key %s', (_, text) => expect(readKey(text)).toBe(key))

  it('refuses a key of another length, and one with letters', () => {
    expect(readKey(key.slice(1))).toBeNull()
    expect(readKey(`${key}0`)).toBeNull()
    expect(readKey('1234 5678 9012 345O')).toBeNull()
  })
})

describe('a whole receipt pasted at once', () => {
  const both = { number, key }
  it.each([
    ['the saved text', `登记编号：${shown}\r\n查询码：1234 5678 9012 3456\r\n收到日期：2026年11月23日`],
    ['in one line, as a field takes it', `登记编号：${shown} 查询码：1234 5678 9012 3456 登记单位：青坪县信访局`],
    ['the key before the number', `Key: 1234-5678-9012-3456, number: ${shown}`],
    ['the link of the code', `http://127.0.0.1:8080/follow#${number}.${key}`],
    ['both without a word between', `${number} ${key}`],
    ['in full width', wide(`登记编号：${shown} 查询码：${key}`)],
  ])('is taken apart: %s', (_, text) => expect(readBoth(text)).toEqual(both))

  it('is left alone when one of the two is missing', () => {
    expect(readBoth(shown)).toBeNull()
    expect(readBoth(key)).toBeNull()
    expect(readBoth('2026年11月23日')).toBeNull()
  })
})
