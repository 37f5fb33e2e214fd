/** What of an announcement stands in public, and when it is taken down: a row each, derived from the petition as it is. */
import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import * as example from './examples.ts'
import type { Command, Petition } from './petition.ts'
import { exampleWorld, specOf } from './spec.ts'
import { petitionRows } from './tables.ts'

const petitionAfter = (...commands: readonly Command[]): Petition => specOf(exampleWorld).given(...commands).petition
const standing = (petition: Petition) => petitionRows(petition).announcement
const { announced, served, wayTo } = example
const afterThirtyDays = { way: 'announcement', proof: {}, on: day('2026-05-21'), servedOn: day('2026-05-21') } as const

describe('An announcement in public', () => {
  it('is document, organ, kind and days, and nothing else', () => {
    expect(standing(petitionAfter(...wayTo.answered, announced()))).toEqual([
      {
        document: 'd2',
        organ: 'county-housing',
        kind: 'handlingOpinion',
        published_on: '2026-04-21',
        ends_on: '2026-05-21',
      },
    ])
  })

  it('stands for nothing that was not announced', () => {
    expect(standing(petitionAfter(...wayTo.answered))).toEqual([])
  })

  it('is taken down when the document was handed over after all', () => {
    expect(standing(petitionAfter(...wayTo.answered, announced(), served()))).toEqual([])
  })

  it('stands on after it has served, so that it can be read since when', () => {
    expect(standing(petitionAfter(...wayTo.answered, announced(), served(afterThirtyDays)))).toHaveLength(1)
  })

  it('stands while one of several has not been reached', () => {
    const two = { people: [example.person('p1'), example.person('p2')], headcount: 2 }
    const petition = petitionAfter(
      example.registered(two),
      example.transferred(),
      example.accepted(),
      example.heard(),
      example.issued(),
      announced(),
      served(),
    )
    expect(standing(petition)).toHaveLength(1)
    const reached = petitionAfter(
      example.registered(two),
      example.transferred(),
      example.accepted(),
      example.heard(),
      example.issued(),
      announced(),
      served(),
      served({ person: 'p2' }),
    )
    expect(standing(reached)).toEqual([])
  })

  it('goes with the content, since nothing is left to fetch', () => {
    const petition = petitionAfter(...wayTo.answered, announced(), served(afterThirtyDays))
    const erased = { ...petition, erasure: { erasedOn: day('2036-05-21') } as Petition['erasure'] }
    expect(petitionRows({ ...erased, documents: petition.documents } as Petition).announcement).toEqual([])
  })
})
