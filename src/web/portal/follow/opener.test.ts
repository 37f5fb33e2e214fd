import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { formatNumber, numberFrom } from '../../../kernel/petition-number.ts'
import { formatKey } from '../../../kernel/petitioner-key.ts'
import { readBoth, readNumber } from './opener.ts'

const number = numberFrom(day('2026-11-23'), '48271903')
const shown = formatNumber(number)
const shownKey = formatKey('1234567890123456')
const key = shownKey.replaceAll('-', '')
const inFours = shownKey.replaceAll('-', ' ')
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
})

describe('a whole receipt pasted at once', () => {
  const both = { number, key }
  it.each([
    ['the saved text', `登记编号：${shown}\r\n查询码：${inFours}\r\n收到日期：2026年11月23日`],
    ['in one line, as a field takes it', `登记编号：${shown} 查询码：${inFours} 登记单位：青坪县信访局`],
    ['the key before the number', `Key: ${shownKey}, number: ${shown}`],
    ['the link of the code', `http://127.0.0.1:8080/follow#${number}.${key}`],
    ['both without a word between', `${number} ${key}`],
    ['in full width', wide(`登记编号：${shown} 查询码：${key}`)],
  ])('is taken apart: %s', (_, text) => expect(readBoth(text)).toEqual(both))

  it('is understood with an old key of sixteen digits', () => {
    expect(readBoth(`${shown} 1234 5678 9012 3456`)).toEqual({ number, key: '1234567890123456' })
  })

  it('is left alone when one of the two is missing', () => {
    expect(readBoth(shown)).toBeNull()
    expect(readBoth(key)).toBeNull()
    expect(readBoth('2026年11月23日')).toBeNull()
  })
})
