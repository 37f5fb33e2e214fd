import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest'
import { canonicalJson } from '../engine/canonical-json.ts'
import { type Day, day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import { Prose } from '../kernel/prose.ts'
import type { Sealed } from '../kernel/sealed.ts'
import { cohortOf } from './cohort.ts'
import { openKeyFolder } from './key-folder.ts'
import { type SealedOf, sealProse } from './prose-sealing.ts'
import { type CaseKey, type CaseKeys, caseKeys, openPieces } from './seal.ts'

let folder: string
let keys: CaseKeys
let caseKey: CaseKey
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xinqiao-prose-'))
  keys = caseKeys(await openKeyFolder(folder))
  caseKey = await keys.of('261123482719034', cohortOf(day('2026-11-23'), 'appeal'))
})
afterAll(() => rm(folder, { recursive: true }))

const prose = (text: string): Prose => {
  const read = Prose.read(text, { max: 10_000, min: 0 })
  if (!read.ok) throw new Error(read.error)
  return read.value
}

describe('sealing the prose of a command', () => {
  it('leaves everything else as it was and opens to what was written', async () => {
    const given = {
      type: 'Register',
      title: prose('楼道的灯坏了'),
      claims: [
        { ref: 'c1', text: prose('请修好') },
        { ref: 'c2', text: prose('请说明为何拖了半年') },
      ],
      people: [{ name: prose('张三'), phone: null, years: 40 }],
      note: undefined,
      none: [],
    }
    const { command, rows } = sealProse(caseKey, given)
    const opened = await openPieces(keys, rows)
    expect(rows).toHaveLength(4)
    expect(opened.get(command.title.ref)).toBe('楼道的灯坏了')
    expect(command.claims.map(({ ref, text }) => [ref, opened.get(text.ref)])).toEqual([
      ['c1', '请修好'],
      ['c2', '请说明为何拖了半年'],
    ])
    expect(command).toMatchObject({ type: 'Register', people: [{ phone: null, years: 40 }], none: [] })
    expect(() => canonicalJson(command)).not.toThrow()
  })

  it('finds every piece wherever it lies, and leaves none in the open', () => {
    const { command } = fc.letrec((tie) => ({
      command: fc.oneof(
        { maxDepth: 4 },
        fc.integer(),
        fc.constant(null),
        fc.string({ unit: 'grapheme' }).map((text) => prose(`机密${text.replace(/[\p{C}\u2028\u2029]/gu, '')}`)),
        fc.array(tie('command'), { maxLength: 4 }),
        fc.dictionary(fc.string(), tie('command'), { maxKeys: 4 }),
      ),
    }))
    fc.assert(
      fc.property(command, (given) => {
        const { command, rows } = sealProse(caseKey, given)
        const text = canonicalJson(command)
        expect(text).not.toContain('机密')
        expect(text.split('"commitment"').length - 1).toBe(rows.length)
      }),
    )
  })

  it('seals a piece that is said twice once', () => {
    const name = prose('张三')
    const { command, rows } = sealProse(caseKey, { name, again: name })
    expect(rows).toHaveLength(1)
    expect(command.again).toEqual(command.name)
  })

  it('refuses whatever could hide prose from it', () => {
    expect(() => sealProse(caseKey, { map: new Map([['name', prose('张三')]]) })).toThrow('plain objects')
    expect(() => sealProse(caseKey, [new Date(0)])).toThrow('plain objects')
  })

  it('does not let a key of the request reach a prototype', () => {
    const { command } = sealProse(caseKey, JSON.parse('{"__proto__": {"polluted": true}}'))
    expect(Object.keys(command)).toEqual(['__proto__'])
    expect(Object.getPrototypeOf(command)).toBe(Object.prototype)
  })

  it('maps the types', () => {
    type Given =
      | { readonly type: 'A'; readonly text: Prose | null; readonly on: Day; readonly list?: readonly { p: Prose }[] }
      | { readonly type: 'B'; readonly organ: OrganId; readonly pair: readonly [Prose, number] }
    type Expected =
      | { readonly type: 'A'; readonly text: Sealed | null; readonly on: Day; readonly list?: readonly { p: Sealed }[] }
      | { readonly type: 'B'; readonly organ: OrganId; readonly pair: readonly [Sealed, number] }
    expectTypeOf<SealedOf<Given>>().toEqualTypeOf<Expected>()
  })
})
