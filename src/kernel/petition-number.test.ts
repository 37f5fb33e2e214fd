import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from './day.ts'
import { checkDigit, formatNumber, numberFrom, parseNumber } from './petition-number.ts'

const number = numberFrom(day('2026-11-23'), '48271903')
const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`))
const days = fc
  .integer({ min: 0, max: 36_523 })
  .map((count) => day(new Date(Date.UTC(2000, 0, 1) + count * 86_400_000).toISOString().slice(0, 10)))
const numbers = fc.tuple(days, digits(8)).map(([on, random]) => numberFrom(on, random))

describe('the check digit (ISO 7064 MOD 11,10)', () => {
  it('is the one of the published example 0794 → 5', () => {
    expect(checkDigit('0794')).toBe(5)
  })
  it('notices every single wrong digit', () => {
    fc.assert(
      fc.property(numbers, fc.nat(14), fc.integer({ min: 1, max: 9 }), (right, at, shift) => {
        const slipped = String((Number(right[at]) + shift) % 10)
        expect(parseNumber(right.slice(0, at) + slipped + right.slice(at + 1))).toBeNull()
      }),
    )
  })
})

describe('a registration number', () => {
  it('begins with the day and is shown in groups of four', () => {
    expect(number).toMatch(/^26112348271903\d$/)
    expect(formatNumber(number)).toBe(`2611-2348-2719-03${number.at(-1)}`)
  })
  it('is read back from what it is shown as', () => {
    fc.assert(
      fc.property(numbers, (made) => {
        expect(parseNumber(formatNumber(made))).toBe(made)
      }),
    )
  })
  it.each([
    ['blanks', ' 2611 2348 2719 03X '],
    ['full-width digits', '２６１１２３４８２７１９０３X'],
    ['full-width dashes and blanks', '2611－2348—2719　03X'],
    ['line ends', '2611-2348-\n2719-03X'],
  ])('is read with %s', (_, written) => {
    expect(parseNumber(written.replace('X', number.slice(-1)))).toBe(number)
  })
  it.each(['', '1', number.slice(1), `${number}0`, `${number.slice(0, 14)}x`, `${'-'.repeat(60)}${number}`, '一'])(
    'is not %j',
    (written) => {
      expect(parseNumber(written)).toBeNull()
    },
  )
  it('names a day that exists, even when the check digit is right', () => {
    const body = '26023048271903'
    expect(parseNumber(`${body}${checkDigit(body)}`)).toBeNull()
  })
  it('cannot be made from anything but eight digits and a day of this century', () => {
    expect(() => numberFrom(day('2026-11-23'), '1234567')).toThrow('eight digits')
    expect(() => numberFrom(day('1999-12-31'), '12345678')).toThrow('2000–2099')
  })
})
