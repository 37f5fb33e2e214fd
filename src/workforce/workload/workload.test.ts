import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { workloadWeights } from '../../law/cn-2022/workload.ts'
import { stageNames, unfinishedStages } from '../../law/words.ts'
import { phaseOfStage } from '../../law/workload.ts'
import { type Candidate, suggestedAmong } from './suggesting.ts'
import { loadOf, type Matters, noLoad, weightOf } from './workload.ts'

const classes = ['suggestion', 'appeal', 'accusation'] as const
const matters: fc.Arbitrary<Matters> = fc.record({
  class: fc.constantFrom(...classes),
  stage: fc.constantFrom(...stageNames),
  count: fc.nat(30),
})
const duties = fc.record({ dueThisWeek: fc.nat(9), overdue: fc.nat(9) })

describe('What a matter weighs (docs/adr/0067)', () => {
  it('is its class by what is still to be done', () => {
    expect(weightOf({ class: 'suggestion', stage: 'registered' }, workloadWeights)).toBe(1)
    expect(weightOf({ class: 'appeal', stage: 'accepted' }, workloadWeights)).toBe(6)
    expect(weightOf({ class: 'accusation', stage: 'underReview' }, workloadWeights)).toBe(6)
    expect(weightOf({ class: 'accusation', stage: 'closed' }, workloadWeights)).toBe(0)
  })

  it('something at every stage at which something is owed', () => {
    expect(Object.keys(phaseOfStage).sort()).toEqual([...unfinishedStages].sort())
  })

  it('and a load weighs what its matters weigh, however they are put together', () => {
    fc.assert(
      fc.property(fc.array(matters), fc.array(matters), duties, (some, others, due) => {
        const of = (all: readonly Matters[]) => loadOf(all, due, workloadWeights)
        expect(of([...some, ...others]).weight).toBe(of(some).weight + of(others).weight)
        expect(of([...some, ...others]).open).toBe(of(some).open + of(others).open)
        expect(of(some)).toMatchObject(due)
      }),
    )
  })
})

const candidates = fc.uniqueArray(
  fc
    .record({
      account: fc.constantFrom(...Array.from({ length: 12 }, (_, at) => `a${at}`)),
      weight: fc.nat(6),
      open: fc.nat(4),
      known: fc.nat(3),
      isClerk: fc.boolean(),
      bar: fc.constantFrom('away', 'keptOut', null, null),
    })
    .map(({ weight, open, ...rest }): Candidate => ({ ...rest, load: { ...noLoad, weight, open } })),
  { selector: ({ account }) => account },
)

describe('Laws of who is suggested', () => {
  it('never somebody who is away or kept out (art. 28 (3)), and somebody whenever anybody is left', () => {
    fc.assert(
      fc.property(candidates, (all) => {
        const suggested = suggestedAmong(all)
        expect(suggested?.bar ?? null).toBeNull()
        expect(suggested === null).toBe(all.every(({ bar }) => bar !== null))
      }),
    )
  })

  it('no other clerk bears less than they do, and of those who bear as little nobody knows the kind better', () => {
    fc.assert(
      fc.property(candidates, (all) => {
        const suggested = suggestedAmong(all)
        const free = all.filter(({ bar }) => bar === null)
        expect(suggested?.isClerk ?? false).toBe(free.some(({ isClerk }) => isClerk))
        const open = free.filter(({ isClerk }) => isClerk === suggested?.isClerk)
        for (const each of open) {
          expect(each.load.weight).toBeGreaterThanOrEqual(suggested?.load.weight ?? 0)
          if (each.load.weight === suggested?.load.weight) expect(each.known).toBeLessThanOrEqual(suggested.known)
        }
      }),
    )
  })

  it('the same in whatever order they are asked for', () => {
    fc.assert(
      fc.property(
        candidates.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(suggestedAmong(shuffled)?.account).toBe(suggestedAmong(all)?.account)
        },
      ),
    )
  })

  it('who is barred changes nothing for the others', () => {
    fc.assert(
      fc.property(candidates, (all) => {
        const open = all.filter(({ bar }) => bar === null)
        expect(suggestedAmong(all)).toEqual(suggestedAmong(open))
      }),
    )
  })
})
