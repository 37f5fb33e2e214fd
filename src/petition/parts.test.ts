import { describe, expect, it } from 'vitest'
import type { OrganId } from '../kernel/organ.ts'
import { decide } from './decide.ts'
import { evolve } from './evolve.ts'
import * as example from './examples.ts'
import { namesSomebody } from './parts.ts'
import type { Petition, State } from './petition.ts'
import { exampleWorld } from './spec.ts'

function registered(more: Parameters<typeof example.registered>[0]): Petition {
  const decision = decide(null, example.registered(more), exampleWorld)
  if (!decision.ok) throw new Error(decision.error.kind)
  return decision.value.reduce<State>(evolve, null) as Petition
}
const organ = 'county-housing' as OrganId
const name = { ref: 'official', commitment: 'c' }

describe('A petition names somebody', () => {
  it.each([
    ['an accusation', { class: 'accusation', about: [{ as: 'accused', organ, official: null }] }],
    ['an organ that it accuses, whatever its class', { about: [{ as: 'accused', organ, official: null }] }],
    ['an official whom nobody has identified yet', { about: [{ as: 'respondent', organ, official: name }] }],
    ['somebody accused, of no organ that is known', { about: [{ as: 'accused', organ: null, official: name }] }],
  ] as const)('%s', (_, more) => {
    expect(namesSomebody(registered(more as never))).toBe(true)
  })

  it('not where it complains of an organ alone, or of nothing', () => {
    expect(namesSomebody(registered({ about: [{ as: 'respondent', organ, official: null }] } as never))).toBe(false)
    expect(namesSomebody(registered({}))).toBe(false)
  })
})
