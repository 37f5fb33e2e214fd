import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ProseLimits, readProse } from './prose.ts'

const read = (raw: string, limits: ProseLimits = { max: 20 }) => {
  const result = readProse(raw, limits)
  return result.ok ? result.value.text : { flaw: result.error }
}

describe('prose', () => {
  it('composes, trims and keeps lines', () => {
    expect(read('  e\u0301te\u0301\r\n\tsuite　')).toBe('été\n\tsuite')
  })
  it('counts code points: rare characters of a name count once', () => {
    expect(read('𠮷'.repeat(3), { max: 3 })).toBe('𠮷𠮷𠮷')
    expect(read('𠮷'.repeat(4), { max: 3 })).toEqual({ flaw: 'too-long' })
  })
  it('counts after trimming and composing', () => {
    expect(read('   一二三   ', { max: 3 })).toBe('一二三')
    expect(read('   一   ', { max: 3, min: 2 })).toEqual({ flaw: 'too-short' })
  })
  it.each([
    ['NUL', 'a\u0000b', 'control-character'],
    ['escape', 'a\u001b[31m', 'control-character'],
    ['a bare carriage return', 'a\rb', 'control-character'],
    ['delete', 'a\u007fb', 'control-character'],
    ['a C1 control', 'a\u0085b', 'control-character'],
    ['half a surrogate pair', 'a\ud842', 'lone-surrogate'],
    ['an override never closed', 'a\u202eb', 'unpaired-direction'],
    ['an override closed in the next line', 'a\u202eb\n\u202cc', 'unpaired-direction'],
    ['a close that opens nothing', 'a\u202cb', 'unpaired-direction'],
    ['directions crossing', '\u2067\u202eb\u2069\u202c', 'unpaired-direction'],
    ['nothing', '', 'too-short'],
    ['only blanks', ' \n　', 'too-short'],
    ['only what cannot be seen', '\u200b\u200d\u2060', 'nothing-visible'],
  ])('refuses %s', (_, raw, flaw) => {
    expect(read(raw)).toEqual({ flaw })
  })
  it('lets paired directions through', () => {
    expect(read('a\u2067b\u202ec\u202c\u2069')).toBe('a\u2067b\u202ec\u202c\u2069')
  })
  it.each(['a\nb', 'a\tb', 'a\u2028b'])('refuses %j where a single line is wanted', (raw) => {
    expect(read(raw, { max: 20, singleLine: true })).toEqual({ flaw: 'several-lines' })
  })
  it('can be empty where that is allowed', () => {
    expect(read('  ', { max: 5, min: 0 })).toBe('')
  })
  it('does not become text by accident', () => {
    const result = readProse('秘密', { max: 5 })
    if (!result.ok) throw new Error('expected prose')
    expect(() => JSON.stringify({ written: result.value })).toThrow('sealed')
    expect(`${result.value}`).not.toContain('秘密')
    expect(Object.keys(result.value)).toEqual([])
  })
  it('never throws, and what it returns it accepts again unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (raw) => {
        const first = readProse(raw, { max: 30 })
        if (first.ok) expect(read(first.value.text, { max: 30 })).toBe(first.value.text)
      }),
    )
  })
})
