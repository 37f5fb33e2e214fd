import { describe, expect, it } from 'vitest'
import { branchOf, categories, categoryTree, findCategory, parseCategoryId } from './categories.ts'
import { channels, findChannel } from './channels.ts'
import { findPurpose, petitionClasses, purposes } from './purposes.ts'
import { isWithinRegion, levelOfRegion, parseRegionCode, wholeCountry } from './regions.ts'

const repeated = (values: readonly string[]) => values.filter((value, at) => values.indexOf(value) !== at)

describe('content classification (内容分类)', () => {
  it('has the 17 first-level and 112 second-level values that were observed', () => {
    expect(categoryTree).toHaveLength(17)
    expect(categories).toHaveLength(112)
  })
  it('names each once, in both languages', () => {
    const all = [...categoryTree, ...categories]
    expect(repeated(all.map((value) => value.id))).toEqual([])
    expect(repeated(categories.map((value) => value.zh))).toEqual([])
    expect(repeated(categories.map((value) => value.en))).toEqual([])
    expect(all.filter((value) => !/\p{Script=Han}/u.test(value.zh) || /\p{Script=Han}/u.test(value.en))).toEqual([])
  })
  it('puts the branch in front of each id', () => {
    for (const branch of categoryTree) {
      for (const value of branch.values) expect(value.id).toMatch(new RegExp(`^${branch.id}\\.[a-z-]+$`))
    }
  })
  it('reads second-level ids only', () => {
    expect(parseCategoryId('land.requisition')).toBe('land.requisition')
    expect(parseCategoryId('land')).toBeNull()
    expect(parseCategoryId('land.moon')).toBeNull()
    expect(branchOf('land.requisition')).toBe('land')
    expect(findCategory('land')?.zh).toBe('国土资源')
  })
})

describe('channels, purposes and classes', () => {
  it('has the four channels of art. 21 and a rest', () => {
    expect(channels.map((channel) => channel.zh)).toEqual(['来信', '来访', '网信', '来电', '其他'])
    expect(findChannel('fax')).toBeUndefined()
  })
  it('leaves the class of an inquiry to a person', () => {
    expect(findPurpose('inquiry')?.leadsTo).toBeNull()
    const led = purposes.map((purpose) => purpose.leadsTo).filter((id) => id !== null)
    expect(new Set(led)).toEqual(new Set(petitionClasses.map((each) => each.id)))
  })
})

describe('region codes', () => {
  const read = (text: string) => {
    const code = parseRegionCode(text)
    if (code === null) throw new Error(text)
    return code
  }
  it.each([
    ['99', 'province'],
    ['9901', 'prefecture'],
    ['990122', 'county'],
    ['990122101', 'township'],
    ['990122101203', 'village'],
    ['00', 'nation'],
  ])('reads %s as a %s', (text, level) => expect(levelOfRegion(read(text))).toBe(level))
  it('takes the padding off', () => {
    expect(parseRegionCode('990122000000')).toBe('990122')
    expect(parseRegionCode('990122101000')).toBe('990122101')
    expect(parseRegionCode('990122101203')).toBe('990122101203')
  })
  it.each(['', '9', '990', '99012', '9901221', '99O1', '9901221012030'])('refuses %j', (text) =>
    expect(parseRegionCode(text)).toBeNull(),
  )
  it('knows what lies within what', () => {
    expect(isWithinRegion(read('990122101'), read('9901'))).toBe(true)
    expect(isWithinRegion(read('9901'), read('990122'))).toBe(false)
    expect(isWithinRegion(read('9901'), wholeCountry)).toBe(true)
  })
})
