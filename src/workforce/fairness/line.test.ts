/** What is counted of an organ's fairness, and that a count kept step by step is the one that is made from nothing (docs/adr/0069). */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../../kernel/day.ts'
import { decide } from '../../petition/decide.ts'
import { evolve } from '../../petition/evolve.ts'
import * as example from '../../petition/examples.ts'
import type { Command, Fact, State } from '../../petition/petition.ts'
import { draws, walk } from '../../petition/random-walk.ts'
import { exampleWorld } from '../../petition/spec.ts'
import { fairnessMeasures, openOutcomes, outcomesOf, tellingOutcomes } from './fairness.ts'
import {
  countsMoved,
  type FairnessCount,
  type FairnessLine,
  followedFacts,
  inOrder,
  keyOf,
  petitionLines,
} from './line.ts'

const { id, sealed } = example

function factsOf(...commands: readonly Command[]): readonly Fact[] {
  let state: State = null
  return commands.flatMap((command) => {
    const decision = decide(state, command, exampleWorld)
    if (!decision.ok) throw new Error(`${command.type}: ${JSON.stringify(decision.error)}`)
    state = decision.value.reduce<State>(evolve, state)
    return decision.value
  })
}
const linesOf = (...commands: readonly Command[]) => petitionLines(factsOf(...commands))

const clerk = { kind: 'staff', account: 'clerk-9', organ: id('county-housing'), posts: ['clerk'] } as const
const declared = (at: string): Command => ({
  ...{ type: 'DeclareRecusal', on: day(at), actor: clerk, reason: sealed('relative') },
})
const asked: Command = {
  ...{ type: 'RequestRecusal', on: day('2026-03-10'), actor: example.petitioner() },
  ...{ whom: 'head', reasons: sealed('reasons') },
}
const accusing = example.registered({
  class: 'accusation',
  about: [{ as: 'accused', organ: id('county-resources'), official: null }],
})

describe('A review', () => {
  it('counts for the organ whose answer was looked at', () => {
    expect(linesOf(...example.wayTo.reviewIssued)).toMatchObject([
      { measure: 'review', organ: 'county-housing', outcome: 'upheld', isKept: false },
    ])
  })

  it('and a re-examination for the organ that had given the opinion on review', () => {
    const lines = linesOf(...example.wayTo.reexaminationIssued)
    expect(lines.map(({ measure, organ }) => [measure, organ])).toEqual([
      ['review', 'county-housing'],
      ['reexamination', 'city-housing'],
    ])
  })

  it('that quashes an answer counts again where it is handled again', () => {
    const quashed = linesOf(...example.wayTo.underReview, example.quashedByReview())
    expect(quashed.map(({ measure, organ, outcome }) => [measure, organ, outcome])).toEqual([
      ['review', 'county-housing', 'quashed'],
      ['reopening', 'county-housing', 'reopened'],
    ])
  })
})

describe('A recusal', () => {
  it('is counted where whoever is meant works, by the day on which it was asked, and is undecided until it is decided', () => {
    expect(linesOf(...example.wayTo.routed, asked)).toEqual([
      {
        ...{ measure: 'recusal', item: 'v1', organ: 'county-housing', day: '2026-03-10', outcome: 'undecided' },
        isKept: false,
      },
    ])
  })

  it('of the organ’s own people is counted, and names nobody', () => {
    const [line] = linesOf(...example.wayTo.accepted, declared('2026-03-20'))
    expect(line).toMatchObject({ measure: 'stepAside', organ: 'county-housing', outcome: 'declared' })
    expect(JSON.stringify(line)).not.toContain('clerk-9')
  })

  it('keeps what came afterwards from whoever withdrew, and nothing of itself', () => {
    const [, ...before] = [...example.wayTo.reviewIssued].toReversed()
    const commands = [...before.toReversed(), declared('2026-05-25'), ...example.wayTo.reviewIssued.slice(-1)]
    const kept = linesOf(...commands).map(({ measure, isKept }) => [measure, isKept])
    expect(kept).toEqual([
      ['stepAside', false],
      ['review', true],
    ])
  })
})

describe('信访工作条例 art. 30 (3): what accuses or names somebody', () => {
  it('is in no sum, and a line that the database shows to whoever may see the petition', () => {
    const routed = example.transferred({ to: id('county-discipline') })
    const lines = linesOf(accusing, routed, asked)
    expect(lines).toMatchObject([{ measure: 'recusal', isKept: true }])
    expect(countsMoved([], lines)).toEqual([])
  })
})

describe('A petition that is erased', () => {
  it('has no lines any more', () => {
    const proposed = [...example.wayTo.finalised, example.erasureProposed({ on: day('2056-09-01') })]
    expect(linesOf(...proposed)).toHaveLength(2)
    expect(linesOf(...proposed, example.erasureApproved({ on: day('2056-12-01') }))).toEqual([])
  })
})

describe('Every measure', () => {
  it('tells a share only of outcomes that it has, and of none that is not decided', () => {
    for (const measure of fairnessMeasures)
      for (const outcome of tellingOutcomes[measure] ?? []) {
        expect(outcomesOf[measure]).toContain(outcome)
        expect(openOutcomes).not.toContain(outcome)
      }
  })
})

describe('Whatever happens to a petition', () => {
  it('keeps the sums that are made from nothing, and a fact that is not followed changes no line', () => {
    let met = 0
    fc.assert(
      fc.property(draws(60), (steps) => {
        const facts: Fact[] = []
        let before: readonly FairnessLine[] = []
        const kept = new Map<string, FairnessCount>()
        for (const step of walk(steps))
          for (const fact of step.facts) {
            facts.push(fact)
            const after = petitionLines(facts)
            if (!followedFacts.includes(fact.type)) {
              expect(inOrder(after), fact.type).toEqual(inOrder(before))
              continue
            }
            for (const moved of countsMoved(before, after)) {
              const n = (kept.get(keyOf(moved))?.n ?? 0) + moved.n
              if (n === 0) kept.delete(keyOf(moved))
              else kept.set(keyOf(moved), { ...moved, n })
            }
            before = after
          }
        met += before.length
        const made = countsMoved([], petitionLines(facts))
        expect([...kept.values()].map((each) => `${keyOf(each)} ${each.n}`).toSorted()).toEqual(
          made.map((each) => `${keyOf(each)} ${each.n}`).toSorted(),
        )
        const items = before.map(({ measure, item }) => `${measure} ${item}`)
        expect(new Set(items).size).toBe(items.length)
      }),
      { seed: 20260302, numRuns: 150 },
    )
    expect(met).toBeGreaterThan(50)
  })
})
