import { describe, expect, it } from 'vitest'
import { commonSuperior, lineOf, type OrganId, type Organs } from '../kernel/organ.ts'
import { isWithinRegion, levelOfRegion, parseRegionCode } from '../law/codes/regions.ts'
import { checkCharacter, idNumberOf, phoneOf } from './people.ts'
import { demoRegions, places } from './places.ts'
import { demoOrgans, findDemoOrgan } from './prefecture.ts'
import { demoAccounts } from './staff.ts'

const organs: Organs = { find: (id) => findDemoOrgan(id) }
const organ = (id: string) => {
  const found = findDemoOrgan(id)
  if (!found) throw new Error(`no organ ${id}`)
  return found
}
const ranks = ['nation', 'province', 'prefecture', 'county', 'township', 'village']
const repeated = (values: readonly string[]) => values.filter((value, at) => values.indexOf(value) !== at)

describe('the fictional prefecture', () => {
  it('has a few hundred organs, each once, those above first', () => {
    expect(demoOrgans.length).toBeGreaterThan(300)
    expect(repeated(demoOrgans.map(({ id }) => id))).toEqual([])
    expect(repeated(demoOrgans.map(({ nameZh }) => nameZh))).toEqual([])
    const seen = new Set<string>()
    for (const { id, parent } of demoOrgans) {
      if (parent !== null) expect(seen, `${parent} comes before ${id}`).toContain(parent)
      seen.add(id)
    }
  })

  it('is a wood of four trees: governments, party, courts and procuratorates', () => {
    const roots = demoOrgans.filter(({ parent }) => parent === null).map(({ id }) => id)
    expect(roots).toEqual(['nation.government', 'canglan.party', 'canglan.court', 'canglan.procuratorate'])
    for (const { id } of demoOrgans) expect(roots, `${id} hangs on a root`).toContain(lineOf(organs, id).at(-1)?.id)
  })

  it('is led by organs that exist and stand higher', () => {
    for (const each of demoOrgans) {
      for (const above of [each.parent, each.leadBy].filter((id) => id !== null)) {
        expect(ranks.indexOf(organ(above).level), `${above} above ${each.id}`).toBeLessThanOrEqual(
          ranks.indexOf(each.level),
        )
      }
      for (const heir of each.successors) expect(organ(heir).state).toBe('active')
    }
  })

  it('has the organs whose names are told, as they are told', () => {
    expect(organ('qingping.shuangxi.luoshui').nameZh).toBe('双溪镇落水村村民委员会')
    expect(organ('shidu.ecology').nameZh).toBe('云栖州生态环境局石渡分局')
    expect(organ('canglan.natural-resources').nameZh).toBe('苍澜省自然资源厅')
    expect(organ('yunqi.discipline').nameZh).toBe('中共云栖州纪律检查委员会、云栖州监察委员会')
    expect(commonSuperior(organs, 'qingping.transport' as OrganId, 'qingping.bureau' as OrganId)?.id).toBe(
      'qingping.government',
    )
    expect(commonSuperior(organs, 'qingping.transport' as OrganId, 'qingping.discipline' as OrganId)).toBeUndefined()
  })

  it('lies in a region that no real code can begin with', () => {
    expect(repeated(demoRegions.map(({ code }) => code))).toEqual([])
    for (const place of places) {
      expect(parseRegionCode(place.code)).toBe(place.code)
      expect(levelOfRegion(place.code)).toBe(place.level)
      expect(place.code.startsWith('99')).toBe(true)
      if (place.above) expect(isWithinRegion(place.code, place.above.code), place.slug).toBe(true)
    }
  })

  it('has mediation centres on four levels', () => {
    const levels = demoOrgans.filter(({ kind }) => kind === 'mediationCentre').map(({ level }) => level)
    expect(new Set(levels)).toEqual(new Set(['province', 'prefecture', 'county', 'township', 'village']))
  })
})

describe('its staff', () => {
  it('log in under names of their own, in organs that exist', () => {
    expect(repeated(demoAccounts.map(({ account }) => account))).toEqual([])
    expect(repeated(demoAccounts.map(({ nameZh }) => nameZh))).toEqual([])
    for (const { organ: id } of demoAccounts) expect(organ(id).state).toBe('active')
  })
  it('hold every post that the house knows', () => {
    const held = new Set(demoAccounts.flatMap(({ posts }) => posts))
    expect(held).toEqual(new Set(['clerk', 'head', 'leader', 'supervisor', 'commissioner', 'administrator', 'auditor']))
  })
})

describe('numbers of people', () => {
  it('checks as GB 11643 does (its own example and the X)', () => {
    expect(checkCharacter('11010519491231002')).toBe('X')
    expect(checkCharacter('44052418800101001')).toBe('4')
  })
  it('are eighteen characters, odd for men and even for women, in a region of nowhere', () => {
    const man = idNumberOf({ born: '1951-04-09', gender: 'man' }, '990122', 7)
    const woman = idNumberOf({ born: '1951-04-09', gender: 'woman' }, '990122', 7)
    expect(man).toMatch(/^99012219510409015[\dX]$/)
    expect(woman).toMatch(/^99012219510409014[\dX]$/)
  })
  it('lie in one block of telephone numbers', () => expect(phoneOf(101)).toBe('19900000101'))
})
