import { describe, expect, it } from 'vitest'
import { listQuery } from '../../../petition/contract.ts'
import { countFilters, type Filters, filtersFrom, searchFrom } from './filters.ts'

const everything: Filters = {
  q: '19900000149',
  stage: ['routed', 'accepted'],
  class: ['appeal'],
  channel: ['letter', 'visit'],
  category: 'land.requisition',
  place: '990102',
  holder: 'qingping.natural-resources',
  registrar: 'qingping.bureau',
  from: '2026-01-01',
  to: '2026-11-23',
  urgent: 'true',
  sort: 'registeredOn',
}

describe('filters in the address of the page', () => {
  it('come back from the address as they went in', () => {
    expect(filtersFrom(new URLSearchParams(searchFrom(everything)))).toEqual(everything)
  })

  it('are what the house understands', () => {
    expect(listQuery.safeParse(searchFrom(everything)).success).toBe(true)
  })

  it('fall back to the usual order for one that does not exist', () => {
    expect(filtersFrom(new URLSearchParams('sort=random')).sort).toBe('-registeredOn')
  })

  it('are counted without the order', () => {
    expect(countFilters(everything)).toBe(11)
    expect(countFilters({ sort: 'registeredOn' })).toBe(0)
  })
})
