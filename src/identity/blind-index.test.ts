import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BlindIndex, blindIndex, plainIdNumber, plainNameInRegion, plainPhone } from './blind-index.ts'
import { openKeyFolder } from './key-folder.ts'

// The numbers are made up: 110105 1949-12-31 002 X is the printed example of GB 11643 itself.
describe('the number of an identity document', () => {
  it.each([
    ['11010519491231002X', '11010519491231002X'],
    ['11010519491231002x', '11010519491231002X'],
    [' 110105 19491231 002x ', '11010519491231002X'],
    ['１１０１０５１９４９１２３１００２Ｘ', '11010519491231002X'],
    ['110105-19491231-002X', '11010519491231002X'],
    ['110105—19491231–002X', '11010519491231002X'],
    ['110105\u200b19491231\ufeff002X', '11010519491231002X'],
    ['110105491231002', '11010519491231002X'],
    ['e12345678', 'E12345678'],
    ['h1234567(8)', 'H1234567(8)'],
    ['Ｈ１２３４５６７（８）', 'H1234567(8)'],
    ['', null],
    ['无', null],
    ['1234', null],
    ["1' or '1'='1", null],
  ])('%j is %j', (written, plain) => expect(plainIdNumber(written)).toBe(plain))
})

describe('a telephone number', () => {
  it.each([
    ['13800000000', '13800000000'],
    ['+86 138 0000 0000', '13800000000'],
    ['0086-138-0000-0000', '13800000000'],
    ['8613800000000', '13800000000'],
    ['１３８００００００００', '13800000000'],
    ['(010) 0000-0000', '01000000000'],
    ['（010）00000000', '01000000000'],
    ['86000000', '86000000'],
    ['12345', '12345'],
    ['1234', null],
    ['没有电话', null],
    ['', null],
  ])('%j is %j', (written, plain) => expect(plainPhone(written)).toBe(plain))
})

describe('a name within a county', () => {
  it.each([
    ['张 三', '430102', '张三\n430102'],
    ['张　三', '430102003', '张三\n430102'],
    ['买买提·艾力', '650102', '买买提艾力\n650102'],
    ['买买提•艾力', '６５０１０２', '买买提艾力\n650102'],
    ['SMITH, John', '430102', 'smithjohn\n430102'],
    ['张三', '4301', null],
    ['··', '430102', null],
  ])('%j in %j is %j', (name, region, plain) => expect(plainNameInRegion(name, region)).toBe(plain))
})

describe('the blind index', () => {
  let folder: string
  let index: BlindIndex
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'xinqiao-index-'))
    index = blindIndex(await openKeyFolder(folder))
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('finds the same person however the number was written, and nobody else', async () => {
    const card = await index.of({ idNumber: '11010519491231002x' })
    expect(await index.of({ idNumber: '110105 19491231 002X' })).toEqual(card)
    expect(await index.of({ idNumber: '110105194912310038' })).not.toEqual(card)
    const digits = '13800000000'
    expect((await index.of({ phone: digits }))[0]?.digest).not.toBe((await index.of({ idNumber: digits }))[0]?.digest)
  })

  it('leaves out what is unknown or no number, and says each thing once', async () => {
    const person = { phone: '13800000000', name: '张三', region: '430102' }
    expect((await index.of({ ...person, idNumber: '不详' })).map(({ kind }) => kind)).toEqual([
      'phone',
      'name-in-region',
    ])
    expect(await index.rows([person, { phone: '+8613800000000' }, {}])).toHaveLength(2)
  })

  it('is worthless without the key: another house gives other digests', async () => {
    const elsewhere = await mkdtemp(join(tmpdir(), 'xinqiao-index-'))
    const other = blindIndex(await openKeyFolder(elsewhere))
    await rm(elsewhere, { recursive: true })
    expect(await other.of({ phone: '13800000000' })).not.toEqual(await index.of({ phone: '13800000000' }))
  })

  it('gives a digest of one shape or none for whatever is typed', async () => {
    const shape = /^\\x[0-9a-f]{32}$/
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), async (one, two) => {
        const found = await index.of({ idNumber: one, phone: two, name: one, region: two })
        expect(found.every(({ digest }) => shape.test(digest))).toBe(true)
      }),
    )
  })
})
