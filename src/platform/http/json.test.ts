import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseJson } from './json.ts'
import { Problem } from './problem.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

describe('a JSON body', () => {
  it('is read as JSON.parse reads it, whatever it is', () => {
    const poisonous = /__proto__|constructor|prototype/
    fc.assert(
      fc.property(fc.json({ maxDepth: 5, stringUnit: 'grapheme' }), (text) => {
        fc.pre(!poisonous.test(text) && !text.includes('\\u0000'))
        expect(parseJson(bytes(text))).toEqual(JSON.parse(text))
      }),
    )
  })
  it.each([
    ['{"a":1}', { a: 1 }],
    ['\ufeff{"a":1}', { a: 1 }],
    ['{"a":{"a":{"a":[{"a":1},{"a":1}]}}}', { a: { a: { a: [{ a: 1 }, { a: 1 }] } } }],
    ['{"a,b":"{\\"a\\":1,\\"a\\":2}","c":["a","a"]}', { 'a,b': '{"a":1,"a":2}', c: ['a', 'a'] }],
    ['"\\ud842\\udfb7"', '𠮷'],
    [nested(32), JSON.parse(nested(32))],
  ])('may be %s', (text, value) => {
    expect(parseJson(bytes(text))).toEqual(value)
  })
  it.each([
    ['nothing', ''],
    ['cut off', '{"a":'],
    ['a comment', '{}//x'],
    ['the same key twice', '{"a":1,"b":{"a":2},"a":3}'],
    ['the same key twice, spelt differently', '{"a":1,"\\u0061":2}'],
    ['__proto__', '{"x":{"__proto__":{"admin":true}}}'],
    ['__proto__ in disguise', '{"\\u005f_proto__":1}'],
    ['constructor', '{"constructor":{"prototype":{}}}'],
    ['NUL in a value', '{"a":"\\u0000"}'],
    ['NUL in a key', '{"\\u0000":1}'],
    ['half a character', '["\\ud842"]'],
    ['33 levels', nested(33)],
    ['half a million levels', nested(250_000)],
  ])('may not be %s', (_, text) => {
    expect(() => parseJson(bytes(text))).toThrow(Problem)
  })
  it('must be UTF-8', () => {
    expect(() => parseJson(Uint8Array.of(0x22, 0xff, 0x22))).toThrow('UTF-8')
    expect(() => parseJson(Uint8Array.of(0x22, 0xc0, 0x80, 0x22))).toThrow('UTF-8')
  })
})
