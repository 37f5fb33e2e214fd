import { describe, expect, it } from 'vitest'
import { demoOrgans } from '../../demo/prefecture.ts'
import { dutyOf, hasDuty, organFor } from './duties.ts'

const organs = demoOrgans.map((organ) => ({ ...organ, name: { zh: organ.nameZh } }))

describe('What organs do', () => {
  it.each([
    ['云栖州青坪县自然资源局', '自然资源局'],
    ['青坪县人力资源和社会保障局', '人力资源和社会保障局'],
    ['青坪县城市管理局', '城市管理局'],
    ['青坪县公安局', '公安局'],
    ['青坪县住房和城乡建设局', '住房和城乡建设局'],
    ['青坪县乡村振兴局', '乡村振兴局'],
    ['云川市市场监督管理局', '市场监督管理局'],
    ['中共青坪县纪律检查委员会、青坪县监察委员会', '纪律检查委员会'],
    ['云栖州生态环境局青坪分局', '生态环境局'],
    ['自然资源局', '自然资源局'],
    ['', ''],
  ])('%s → %s', (name, duty) => expect(dutyOf(name)).toBe(duty))

  it('is the same in every county of the demonstration', () => {
    const duties = new Set(organs.filter(hasDuty).map(({ name }) => dutyOf(name.zh)))
    expect(duties.size).toBeLessThan(organs.filter(hasDuty).length / 2)
  })

  it('is done by the nearest organ that the place lies in, and by none of another place', () => {
    const some = organs.find((organ) => hasDuty(organ) && organ.region.length === 6)
    if (!some) throw new Error('the demonstration has no department of a county')
    const duty = dutyOf(some.name.zh)
    expect(organFor(duty, `${some.region}101`, organs, () => true)).toBe(some.id)
    const other = organFor(duty, `${some.region}101`, organs, ({ id }) => id !== some.id)
    expect(other === null || some.region.startsWith(organs.find(({ id }) => id === other)?.region ?? 'x')).toBe(true)
    expect(organFor(duty, '110101', organs, () => true)).toBeNull()
  })
})
