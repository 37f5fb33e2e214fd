import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import type { MeasureName } from '../law/assessment.ts'
import { decide } from '../petition/decide.ts'
import { evolve } from '../petition/evolve.ts'
import * as example from '../petition/examples.ts'
import type { Command, Fact, State } from '../petition/petition.ts'
import { draws, walk } from '../petition/random-walk.ts'
import { exampleWorld } from '../petition/spec.ts'
import { changesBetween, keyOf, type Line } from './line.ts'
import { mattersToAssessment, petitionLines } from './petition-lines.ts'

function factsOf(...commands: readonly Command[]): readonly Fact[] {
  let state: State = null
  return commands.flatMap((command) => {
    const decision = decide(state, command, exampleWorld)
    if (!decision.ok) throw new Error(`${command.type}: ${JSON.stringify(decision.error)}`)
    state = decision.value.reduce<State>(evolve, state)
    return decision.value
  })
}

const linesOf = (...commands: readonly Command[]): readonly Line[] =>
  petitionLines(factsOf(...commands), example.exampleOrgans)
const of = (measure: MeasureName, lines: readonly Line[]): readonly string[] =>
  lines.filter((line) => line.measure === measure).map(({ organ, day: on, outcome }) => `${organ} ${on} ${outcome}`)
const overdue = (clock: string, on: string): Command => ({
  type: 'MarkOverdue',
  clock,
  on: day(on),
  actor: example.house,
})

const sent = [example.registered(), example.transferred()]
const accepted = [...sent, example.accepted(), example.heard()]
const answered = [...accepted, example.issued(), example.served()]

describe('信访工作条例 art. 30 (3): an accusation', () => {
  it('is in no figure, where whoever it is about would find it', () => {
    expect(linesOf(example.registered()).length).toBeGreaterThan(0)
    expect(linesOf(example.registered({ class: 'accusation' }))).toEqual([])
  })
})

describe('docs/adr/0033: duties with a last day', () => {
  it('are in time on the last day itself and late the day after', () => {
    const on = (text: string) => of('routing', linesOf(example.registered(), example.transferred({ on: day(text) })))
    expect(on('2026-03-17')).toEqual(['county-bureau 2026-03-17 inTime'])
    expect(on('2026-03-18')).toEqual(['county-bureau 2026-03-17 late'])
  })

  it('are overdue while nobody does them, and late once somebody has', () => {
    const missed = [example.registered(), overdue('route#1', '2026-03-18')]
    expect(of('routing', linesOf(...missed))).toEqual(['county-bureau 2026-03-17 overdue'])
    const done = [...missed, example.transferred({ on: day('2026-03-20') })]
    expect(of('routing', linesOf(...done))).toEqual(['county-bureau 2026-03-17 late'])
  })

  it('that fall away in time are nobody’s success, and nobody’s failure', () => {
    const returned = [...sent, example.objected(), example.returned()]
    expect(of('notice', linesOf(...returned))).toEqual([expect.stringMatching(/^county-housing .* fellAway$/)])
  })

  it('are answered when the answer has reached everybody, not when it is issued', () => {
    expect(of('answer', linesOf(...accepted, example.issued()))).toEqual([expect.stringMatching(/ running$/)])
    expect(of('answer', linesOf(...answered))).toEqual([expect.stringMatching(/^county-housing .* inTime$/)])
  })
})

describe('docs/adr/0033: solved at the first petition', () => {
  it('waits while the petitioner may still ask for review, and is contested when they do', () => {
    expect(of('firstAnswer', linesOf(...answered))).toEqual([expect.stringMatching(/ waiting$/)])
    const contested = linesOf(...answered, example.reviewRequested())
    const on = example.reviewRequested().on
    expect(of('firstAnswer', contested)).toEqual([`county-housing ${on} contested`])
    expect(of('localAnswer', contested)).toEqual([`county-housing ${on} contested`])
  })

  it('is of first petitions alone; solved where it arose is of all', () => {
    const again = [example.registered({ firstTime: false }), ...answered.slice(1)]
    expect(of('firstAnswer', linesOf(...again))).toEqual([])
    expect(of('localAnswer', linesOf(...again))).toHaveLength(1)
    expect(of('recurrence', linesOf(...again))).toEqual(['county-housing 2026-03-02 again'])
    expect(of('recurrence', linesOf(...answered))).toEqual(['county-housing 2026-03-02 first'])
  })

  it('is solved when it ends without anybody having asked, and then nobody is asked to rate any more', () => {
    const closed = linesOf(...example.wayTo.closed)
    expect(of('firstAnswer', closed)).toEqual(['county-housing 2026-05-23 solved'])
    expect(of('localAnswer', closed)).toEqual(['county-housing 2026-05-23 solved'])
    expect(of('organRating', closed)).toEqual(['county-housing 2026-05-23 unrated'])
    expect(of('firstAnswer', linesOf(...accepted, example.settled()))).toEqual([expect.stringMatching(/ solved$/)])
  })

  it('stays in the denominator while it is overdue and open', () => {
    const clock = factsOf(...accepted).flatMap(({ clocks = [] }) =>
      clocks.flatMap((change) => (change.change === 'started' && change.clock.rule === 'handle' ? [change.clock] : [])),
    )[0]
    const late = linesOf(...accepted, overdue('handle#1', '2026-12-01'))
    expect(of('firstAnswer', late)).toEqual([`county-housing ${clock?.lastDay} overdue`])
  })
})

describe('Invariant 8: silence is never satisfaction', () => {
  it('is a line of its own for whoever did not rate', () => {
    const lines = linesOf(...answered)
    expect(of('organRating', lines)).toEqual([expect.stringMatching(/^county-housing .* waiting$/)])
    expect(of('bureauRating', lines)).toEqual([expect.stringMatching(/^county-bureau .* waiting$/)])
  })

  it('takes the worse of what was solved and what was fair', () => {
    const rated = [...answered, example.rated({ solved: 'satisfied', fair: 'dissatisfied', on: day('2026-05-25') })]
    expect(of('organRating', linesOf(...rated))).toEqual([expect.stringMatching(/ dissatisfied$/)])
    expect(of('bureauRating', linesOf(...rated))).toEqual([expect.stringMatching(/ waiting$/)])
  })

  it('names nobody: lines are numbered as ratings came', () => {
    const items = linesOf(...answered).filter(({ measure }) => measure.endsWith('Rating'))
    expect(items.map(({ item }) => item)).toEqual(['bureau#1', 'organ#1'])
  })
})

describe('Whatever happens to a petition', () => {
  it('lines follow facts one by one as they would from all of them, and no fact left out matters', () => {
    fc.assert(
      fc.property(draws(40), (steps) => {
        const facts: Fact[] = []
        let kept: readonly Line[] = []
        for (const step of walk(steps)) {
          for (const fact of step.facts) {
            facts.push(fact)
            if (mattersToAssessment(fact)) kept = petitionLines(facts, example.exampleOrgans)
          }
          expect(petitionLines(facts, example.exampleOrgans)).toEqual(kept)
        }
      }),
      { seed: 20261126, numRuns: 150 },
    )
  })

  it('sums move by exactly what lines do', () => {
    const outcome = fc.constantFrom('inTime', 'late', 'overdue', 'running')
    const line = fc.record({
      measure: fc.constantFrom<MeasureName>('routing', 'answer'),
      item: fc.constantFrom('a', 'b', 'c'),
      organ: fc.constantFrom('x' as OrganId, 'y' as OrganId),
      day: fc.constantFrom(day('2026-01-31'), day('2026-02-01')),
      outcome,
    }) as fc.Arbitrary<Line>
    const set = fc.uniqueArray(line, { selector: keyOf })
    const tally = (lines: readonly Line[]) => {
      const sums = new Map<string, number>()
      for (const each of lines) {
        const key = [each.organ, each.measure, each.day.slice(0, 7), each.outcome].join(' ')
        sums.set(key, (sums.get(key) ?? 0) + 1)
      }
      return sums
    }
    fc.assert(
      fc.property(set, set, (before, after) => {
        const sums = tally(before)
        for (const { organ, measure, month, outcome: how, n } of changesBetween(before, after).counts) {
          const key = [organ, measure, month, how].join(' ')
          sums.set(key, (sums.get(key) ?? 0) + n)
        }
        const left = [...sums].filter(([, n]) => n !== 0).sort()
        expect(left).toEqual([...tally(after)].sort())
      }),
      { seed: 20261126 },
    )
  })
})
