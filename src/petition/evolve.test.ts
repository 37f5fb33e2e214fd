import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { decide } from './decide.ts'
import { evolve } from './evolve.ts'
import { id, quashedByReview, registered, sealed, transferred, urgentReported, wayTo } from './examples.ts'
import type { Command, Fact, State } from './petition.ts'
import { exampleWorld } from './spec.ts'

/** The facts of a history, command by command. */
function factsOf(...commands: readonly Command[]): readonly Fact[] {
  let state: State = null
  return commands.flatMap((command) => {
    const decision = decide(state, command, exampleWorld)
    if (!decision.ok) throw new Error(decision.error.kind)
    state = decision.value.reduce<State>(evolve, state)
    return decision.value
  })
}
const fold = (facts: readonly Fact[]): State => facts.reduce<State>(evolve, null)
const life = factsOf(...wayTo.finalised)
const [registration, transfer] = factsOf(registered(), transferred())
const missing = (): never => {
  throw new Error('no such fact')
}

describe('A petition is its history', () => {
  it('counts one version a fact', () => {
    expect(fold(life)?.version).toBe(life.length)
  })

  it('is the same whoever folds it, and a fact changes nothing that was folded before', () => {
    const before = fold(life.slice(0, 5))
    const frozen = JSON.stringify(before)
    fold(life)
    expect(JSON.stringify(before)).toBe(frozen)
    expect(life.slice(5).reduce<State>(evolve, before)).toEqual(fold(life))
  })

  it('needs no law: a fact says what was concluded', () => {
    const handled = fold(factsOf(...wayTo.accepted))?.clocks.find(({ rule }) => rule === 'handle')
    expect(handled).toMatchObject({ pack: 'cn-2022@1', calendar: 'cn-state-council-2017-2026', lastDay: '2026-05-09' })
  })
})

describe('Histories that cannot be', () => {
  it.each<[string, readonly Fact[]]>([
    ['two registrations', [registration ?? missing(), registration ?? missing()]],
    ['something before registration', [transfer ?? missing()]],
    ['the same transfer twice', [registration ?? missing(), transfer ?? missing(), transfer ?? missing()]],
    [
      'a report of an urgency that was never marked',
      [
        registration ?? missing(),
        {
          type: 'UrgentReported',
          on: day('2026-03-03'),
          organ: id('county-bureau'),
          to: urgentReported().to,
          note: sealed('note'),
        },
      ],
    ],
    [
      'an opinion on a review that nobody asked for',
      [...factsOf(...wayTo.served), ...factsOf(...wayTo.underReview, quashedByReview()).slice(-2)],
    ],
    ['a fact that nobody knows', [registration ?? missing(), { type: 'PetitionShredded' } as unknown as Fact]],
  ])('throws on %s', (_, facts) => {
    expect(() => fold(facts)).toThrow()
  })
})
