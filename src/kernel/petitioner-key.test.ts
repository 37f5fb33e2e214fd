import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawFromSeed } from '../../test/seed.ts'
import { formatKey, readKey } from './petitioner-key.ts'

drawFromSeed()

const digits = '1234567890123456'
const shown = formatKey(digits)
const bare = shown.replaceAll('-', '')
const wide = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
const anyKey = fc.stringMatching(/^\d{16}$/)

describe("a petitioner's key", () => {
  it('is shown in fours with two check digits', () => {
    expect(shown).toMatch(/^1234-5678-9012-3456-\d{2}$/)
    expect(() => formatKey('123')).toThrow('sixteen')
  })

  it.each([
    ['as it is shown', shown],
    ['bare', bare],
    ['with blanks', shown.replaceAll('-', ' ')],
    ['in full width', wide(shown)],
    ['with Chinese dashes', shown.replaceAll('-', '－')],
    ['from before there were check digits', digits],
    ['from before, in fours', '1234-5678-9012-3456'],
  ])('is read %s', (_, text) => expect(readKey(text)).toEqual({ is: 'key', key: digits }))

  it.each([
    ['too short', bare.slice(1)],
    ['too long', `${bare}0`],
    ['of a registration number', '261123482719034'],
    ['with the check digits of another', `${digits}00`],
  ])('is a slip when the digits are %s', (_, text) => expect(readKey(text)).toEqual({ is: 'slip' }))

  it.each(['', 'O234-5678-9012-3456', '1'.repeat(65), '一二三四'])('is nothing at all: %s', (text) =>
    expect(readKey(text)).toEqual({ is: 'no-key' }),
  )

  it('tells every single wrong digit', () => {
    fc.assert(
      fc.property(anyKey, fc.nat(17), fc.integer({ min: 1, max: 9 }), (key, at, by) => {
        const right = formatKey(key).replaceAll('-', '')
        const wrong = `${right.slice(0, at)}${(Number(right[at]) + by) % 10}${right.slice(at + 1)}`
        expect(readKey(wrong)).toEqual({ is: 'slip' })
      }),
    )
  })

  it('tells every swap of two neighbours, and every digit left out', () => {
    fc.assert(
      fc.property(anyKey, fc.nat(16), (key, at) => {
        const right = formatKey(key).replaceAll('-', '')
        const swapped = `${right.slice(0, at)}${right[at + 1]}${right[at]}${right.slice(at + 2)}`
        expect(readKey(swapped)).toEqual(swapped === right ? { is: 'key', key } : { is: 'slip' })
        expect(readKey(right.slice(0, at) + right.slice(at + 1))).toEqual({ is: 'slip' })
      }),
    )
  })
})
