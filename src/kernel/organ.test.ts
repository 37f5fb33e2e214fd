import { describe, expect, it } from 'vitest'
import { id, exampleOrgans as organs } from '../petition/examples.ts'
import { commonSuperior, isOneLevelUp, isPartyCommittee, lineOf, type OrganFacts, type OrganId } from './organ.ts'

describe('The line above an organ', () => {
  it('goes up by administration, nearest first, beginning with itself', () => {
    expect(lineOf(organs, id('county-housing')).map((organ) => organ.id)).toEqual([
      'county-housing',
      'county',
      'city',
      'province',
    ])
  })

  it('is empty for an organ nobody knows', () => {
    expect(lineOf(organs, 'nowhere' as OrganId)).toEqual([])
  })

  it('ends even when the tree was entered as a circle', () => {
    const circle = { find: (at: OrganId) => ({ ...(organs.find(id('county')) as OrganFacts), id: at, parent: at }) }
    expect(lineOf(circle, id('county')).length).toBeLessThan(20)
  })
})

describe('A party committee', () => {
  it('is under none of its own place; what stands under it there is its department', () => {
    const facts = (at: string, more: Partial<OrganFacts> = {}) => ({ ...(organs.find(id(at)) as OrganFacts), ...more })
    const department = facts('county-party', { id: 'county-organisation' as OrganId, parent: id('county-party') })
    expect(
      [facts('city-party'), facts('county-party', { region: '990101' })].map((each) => isPartyCommittee(each, organs)),
    ).toEqual([true, true])
    expect([department, facts('county')].map((each) => isPartyCommittee(each, organs))).toEqual([false, false])
  })
})

describe('One level up (上一级)', () => {
  it.each([
    ['county', 'county-housing', true],
    ['city-housing', 'county-housing', true],
    ['city', 'county-housing', false],
    ['province-housing', 'county-housing', false],
    ['county-housing', 'county-housing', false],
    ['county-housing', 'county', false],
    ['county-water', 'county-housing', false],
  ])('%s is above %s: %s', (upper, lower, expected) => {
    expect(isOneLevelUp(organs, id(upper), id(lower))).toBe(expected)
  })

  it('knows nothing above an organ nobody knows', () => {
    expect(isOneLevelUp(organs, id('county'), 'nowhere' as OrganId)).toBe(false)
  })
})

describe('The common superior (共同的上一级机关)', () => {
  it.each([
    ['county-bureau', 'county-housing', 'county'],
    ['county-bureau', 'next-county-water', 'city'],
    ['county-bureau', 'county', 'city'],
    ['county-bureau', 'village', 'county'],
    ['county-bureau', 'far-mill', undefined],
    ['county-procuratorate', 'county-housing', undefined],
  ])('of %s and %s is %s', (a, b, expected) => {
    expect(commonSuperior(organs, id(a), id(b))?.id).toBe(expected)
    expect(commonSuperior(organs, id(b), id(a))?.id).toBe(expected)
  })
})
