import { describe, expect, it } from 'vitest'
import { dimensions as ofHouse } from '../../../insight/trends/trends.ts'
import { casesHref, dimensions, queryOf, withSearch } from './asked.ts'

const search = new URLSearchParams('period=2026-10&by=place&category=land&rows=place&place=990101')

describe('What is looked at', () => {
  it('stands in the address, and only what the house is asked goes there', () => {
    expect(queryOf(search)).toEqual({ period: '2026-10', category: 'land', place: '990101' })
  })

  it('is changed without losing the rest', () => {
    expect(withSearch(search, { category: null, by: 'channel' }).toString()).toBe(
      'period=2026-10&by=channel&rows=place&place=990101',
    )
  })

  it('leads to the petitions behind a cell', () => {
    expect(casesHref(search, { category: 'land.minerals' })).toBe(
      '/insight/cases?period=2026-10&category=land.minerals&place=990101',
    )
  })

  it('knows every dimension of the house', () => {
    expect(dimensions).toEqual(ofHouse)
  })
})
