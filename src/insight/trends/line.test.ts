/** What is counted of a petition, and that a count kept step by step is the one that is made from nothing (docs/adr/0062). */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OrganId } from '../../kernel/organ.ts'
import { decide } from '../../petition/decide.ts'
import { evolve } from '../../petition/evolve.ts'
import * as example from '../../petition/examples.ts'
import type { Command, Fact, FactType, State } from '../../petition/petition.ts'
import { draws, walk } from '../../petition/random-walk.ts'
import { exampleWorld } from '../../petition/spec.ts'
import { cellKey, changesBetween, countsOf, type Moved, summed } from './changes.ts'
import { followedFacts, idleFacts, type TrendLine, trendLines } from './line.ts'
import { type Margin, marginsOf, wholeMargin } from './margins.ts'
import { circleOf, dimensions, outcomeOfClaims, placeLines } from './trends.ts'

const housing = 'county-housing' as OrganId
const bureau = 'county-bureau' as OrganId
const stream = '260302000000012'

function factsOf(...commands: readonly Command[]): readonly Fact[] {
  let state: State = null
  return commands.flatMap((command) => {
    const decision = decide(state, command, exampleWorld)
    if (!decision.ok) throw new Error(`${command.type}: ${JSON.stringify(decision.error)}`)
    state = decision.value.reduce<State>(evolve, state)
    return decision.value
  })
}
const linesOf = (...commands: readonly Command[]) => trendLines(factsOf(...commands), stream)
const organsIn = (lines: readonly TrendLine[]) => lines.map(({ organ }) => organ)

const sent = [example.registered(), example.transferred()]
const answered = [...sent, example.accepted(), example.heard(), example.issued()]

describe('A petition', () => {
  it('is counted for each organ with a part in it, and for its place', () => {
    expect(organsIn(linesOf(example.registered()))).toEqual(['county-bureau', placeLines])
    expect(organsIn(linesOf(...sent))).toHaveLength(3)
  })

  it('has an outcome once there is one, and stands where it stands', () => {
    expect(linesOf(...sent)[0]).toMatchObject({ outcome: 'open', stage: 'routed', isAgain: false, circle: '' })
    expect(linesOf(...answered)[0]).toMatchObject({ outcome: 'notSupported', stage: 'answered' })
  })

  it('of a village is counted for its township', () => {
    expect(linesOf(example.registered({ place: '990122101203' }))[0]?.place).toBe('990122101')
  })
})

describe('信访工作条例 art. 30 (3): what accuses somebody', () => {
  it('is not in the count of its place, not even as one of many', () => {
    expect(organsIn(linesOf(example.registered({ class: 'accusation' })))).not.toContain(placeLines)
  })

  it('is in no count of an organ either, but a line that the database shows to whoever may see the petition', () => {
    const accusing = example.registered({
      class: 'accusation',
      about: [{ as: 'accused', organ: housing, official: null }],
    })
    const lines = linesOf(accusing)
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.every(({ isKept }) => isKept)).toBe(true)
    expect(countsOf(lines)).toEqual([])
  })
})

describe('A matter that complains of several organs', () => {
  const about = [housing, bureau].map((organ) => ({
    as: 'respondent' as const,
    organ,
    official: null,
  }))

  it('is one matter, and a mention of each', () => {
    const counts = countsOf(linesOf(example.registered({ about }))).filter(({ organ }) => organ === placeLines)
    expect(counts.map(({ n, mentions }) => [n, mentions]).sort()).toEqual([
      [0, 1],
      [1, 1],
    ])
  })
})

describe('What claims were answered', () => {
  it('is one outcome where all were answered alike', () => {
    expect(outcomeOfClaims(['supported', 'supported'])).toBe('supported')
    expect(outcomeOfClaims(['supported', 'explained'])).toBe('mixed')
    expect(outcomeOfClaims([])).toBe('answered')
  })
})

describe('What goes round', () => {
  it.each([
    ['there and back', ['a', 'b', 'a'], 'a>b>a'],
    ['round three', ['a', 'b', 'c', 'b'], 'b>c>b'],
    ['nowhere', ['a', 'b', 'c'], ''],
    ['to itself', ['a', 'a'], ''],
    ['the first way of several', ['a', 'b', 'c', 'a', 'b'], 'a>b>c>a'],
    ['a long way, its middle left out', ['a', 'b', 'c', 'd', 'e', 'f', 'a'], 'a>b>c>d>…>f>a'],
  ])('%s', (_, path, circle) => {
    expect(circleOf(path)).toBe(circle)
  })
})

describe('Every fact of a petition', () => {
  it('is followed or idle, and none is both', () => {
    type Left = Exclude<FactType, (typeof idleFacts)[number] | (typeof followedFacts)[number]>
    const nothingLeft: Left extends never ? true : false = true
    expect(nothingLeft).toBe(true)
    expect(idleFacts.filter((type) => (followedFacts as readonly string[]).includes(type))).toEqual([])
  })
})

describe('Whatever happens to a petition', () => {
  it('keeps the count that is made from nothing, and an idle fact changes no line', () => {
    fc.assert(
      fc.property(draws(40), (steps) => {
        const facts: Fact[] = []
        let before: readonly TrendLine[] = []
        let kept: readonly Moved[] = []
        for (const step of walk(steps))
          for (const fact of step.facts) {
            facts.push(fact)
            const after = trendLines(facts, stream)
            if ((idleFacts as readonly string[]).includes(fact.type)) {
              expect(changesBetween(before, after), fact.type).toEqual({ put: [], gone: [], counts: [] })
              continue
            }
            kept = summed([...kept, ...changesBetween(before, after).counts])
            before = after
          }
        const counts = countsOf(trendLines(facts, stream))
        expect(byKey(kept)).toEqual(byKey(counts))
        expect(inOrder(marginsOf(kept))).toEqual(inOrder(marginsOf(counts)))
      }),
      { seed: 20260302, numRuns: 120 },
    )
  })
})

describe('Margins', () => {
  const about = [housing, bureau].map((organ) => ({ as: 'respondent' as const, organ, official: null }))
  const counts = countsOf(linesOf(example.registered({ about, place: '990122101203' })))
  const margins = marginsOf(counts).filter(({ organ }) => organ === placeLines)

  it('sum the counts of a county, matters once and whom they complain of each time', () => {
    expect(margins.find(({ dimension }) => dimension === wholeMargin)).toMatchObject({
      ...{ county: '990122', value: '', n: 1, again: 0, answered: 0, supported: 0, unfinished: 1 },
    })
    expect(margins.filter(({ dimension }) => dimension === 'complained').map(({ value, n }) => [value, n])).toEqual([
      [bureau, 1],
      [housing, 1],
    ])
    expect(margins.map(({ dimension }) => dimension).sort()).toEqual([wholeMargin, ...dimensions, 'complained'].sort())
  })

  it('move back by what they moved', () => {
    const back = counts.map((count) => ({ ...count, n: -count.n, mentions: -count.mentions }))
    expect(marginsOf([...counts, ...back])).toEqual([])
  })
})

const inOrder = (margins: readonly Margin[]) => margins.map((margin) => JSON.stringify(margin)).sort()
const byKey = (counts: readonly Moved[]) =>
  new Map(counts.map((each) => [cellKey(each), [each.n, each.mentions]] as const).sort(([a], [b]) => (a < b ? -1 : 1)))
