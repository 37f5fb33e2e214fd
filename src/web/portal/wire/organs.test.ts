import { describe, expect, it } from 'vitest'
import { organsNamed, type PublicOrgan, placeOf, receiversFor, rootOf, sift, townshipsOf } from './organs.ts'

const organ = (id: string, zh: string, kind: string, level: string, region: string) =>
  ({ id, zh, en: id, kind, level, region, parent: null, leadBy: null, state: 'active', successors: [] }) as PublicOrgan

const nation = organ('nation', '国务院', 'government', 'nation', '00')
const province = organ('province', '省人民政府', 'government', 'province', '99')
const prefecture = organ('prefecture', '州人民政府', 'government', 'prefecture', '9901')
const eastern = organ('east', '东县人民政府', 'government', 'county', '990121')
const western = organ('west', '西县人民政府', 'government', 'county', '990122')
const governments = [nation, province, prefecture, eastern, western]

describe('places', () => {
  it('has the smallest region around all counties for whoever cannot say where', () => {
    expect(rootOf(governments)).toBe('9901')
    expect(rootOf([nation, province, prefecture, western])).toBe('990122')
  })
  it('calls a place by its name, not by its office', () => {
    expect(placeOf({ zh: '青坪县人民政府', en: "People's Government of Qingping County" })).toEqual({
      zh: '青坪县',
      en: 'Qingping County',
    })
    expect(placeOf({ zh: '听涛街道办事处', en: 'Tingtao Sub-district' }).zh).toBe('听涛街道')
  })
  it('asks for townships only of a county', () => {
    expect(townshipsOf('elsewhere')).toBe('')
    expect(townshipsOf('990122')).toContain('region=990122')
  })
})

describe('looking for an organ', () => {
  const offices = [
    organ('p', '省自然资源厅', 'department', 'province', '99'),
    organ('e', '东县自然资源和规划局', 'department', 'county', '990121'),
    organ('w', '西县自然资源和规划局', 'department', 'county', '990122'),
  ]
  it('asks the house for the longest word and sifts the rest', () => {
    expect(organsNamed('西县 自然资源')).toBe(`name=${encodeURIComponent('自然资源')}`)
    expect(sift(offices, '西县 自然资源', '990121').map(({ id }) => id)).toEqual(['w'])
    expect(organsNamed('  ')).toBe('')
  })
  it('puts the nearest first', () => {
    expect(sift(offices, '自然资源', '990122101').map(({ id }) => id)).toEqual(['w', 'e', 'p'])
    expect(sift(offices, '自然资源', '990121').map(({ id }) => id)).toEqual(['e', 'w', 'p'])
  })
})

describe('who else could receive it', () => {
  const bureaus = [nation, province, prefecture, eastern, western].map((each) => ({ ...each, kind: 'bureau' as const }))
  it('is of the place or above, nearest first, and not complained about', () => {
    expect(receiversFor(bureaus, '990122101', ['west']).map(({ id }) => id)).toEqual([
      'prefecture',
      'province',
      'nation',
    ])
  })
})
