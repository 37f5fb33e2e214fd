import { describe, expect, it } from 'vitest'
import { cn2022 } from '../../../law/cn-2022/cn-2022.ts'
import { allTogether, limitsOffered } from './own-limits.ts'

const namesOf = (route: string, category: string) => limitsOffered(route, category).map(({ procedure }) => procedure)

describe('The limit that a notice of direction warns of', () => {
  it('is that of the usual way of the matter, where the table knows one', () => {
    expect(namesOf('arbitration', 'labour.wages')).toEqual(['labourArbitration'])
    expect(namesOf('arbitration', 'rural.land-contracts')).toEqual(['landContractArbitration'])
  })

  it('and otherwise of everything on the route', () => {
    expect(namesOf('arbitration', 'other')).toEqual(['labourArbitration', 'landContractArbitration'])
    expect(namesOf('judicialProcedure', 'other')).toEqual([
      'administrativeReconsideration',
      'administrativeLitigation',
      'civilLitigation',
    ])
    expect(namesOf('partyProcedure', 'other')).toEqual([])
  })

  it('names its article, and fits the field on every route', () => {
    expect(limitsOffered('arbitration', 'labour.wages')[0]?.text).toContain(
      '1年内提出（《劳动争议调解仲裁法》第27条第1款）',
    )
    for (const route of Object.keys(cn2022.routes)) {
      const offered = limitsOffered(route, 'other')
      expect(allTogether(offered)).toBe(offered.map(({ text }) => text).join('\n'))
    }
  })
})
