import { describe, expect, it } from 'vitest'
import { type Article, exampleWorld, type Row, runCase } from '../src/petition/spec.ts'
import { articlesOfPack } from './articles.ts'
import { type Mutant, mutantsByRow } from './law-mutants.ts'

const articles = await articlesOfPack()
const mutants = mutantsByRow()
const naming = (row: Row): readonly Article[] => articles.filter(({ rows }) => rows.includes(row))

/** Whether some case of a suite that names the row fails under the mutant. */
function isNoticed({ row, law }: Mutant): boolean {
  const world = { ...exampleWorld, law }
  return naming(row).some(({ cases }) =>
    Object.values(cases).some((run) => {
      try {
        runCase(run, world)
        return false
      } catch {
        return true
      }
    }),
  )
}

/** Changes that change nothing, each with the reason. What is said twice in the pack is said for its readers. */
const equivalent: readonly (readonly [changes: RegExp, reason: string])[] = [
  [/^clocks\.\w+: stopsOn without (AcceptanceDeclined|PetitionDirected)$/, 'an end stops what does not outlive it'],
  [
    /^clocks\.(performDuty|answerAccusation|replyToSuggestion): stopsOn without DocumentServed$/,
    'its service to everyone closes the petition',
  ],
  [/^clocks\.handle: when without (appeal|accepted)$/, 'only an accepted appeal leads towards an opinion'],
  [/^clocks\.performDuty: when without appeal$/, 'only an appeal leads towards a duty'],
  [/^clocks\.requestReview: when without appeal$/, 'only an appeal is answered by an opinion'],
  [/^clocks\.execute: another bearer$/, 'the holder carries its own opinion out'],
  [/^permissions\.DecideDispute: at with (?!disputed)/, 'there is an arbiter only while there is a dispute'],
  [
    /^permissions\.(LapseRight|MarkOverdue|RecountClocks|RequestRecusal|ObjectToErasure|EraseContent|NoteAssistance|ShareSight|EndSight|TakeSight|LapseSight): the post$/,
    'no staff does it, so no post does',
  ],
  [/^permissions\.ObjectToAssistance: at without registered$/, 'nobody is asked before it is routed'],
  [/^permissions\.ApproveErasure: at with /, 'there is an approver only for what has ended'],
]
const nameOf = ({ row, change }: Mutant): string => `${row}: ${change}`
const isEquivalent = (mutant: Mutant): boolean => equivalent.some(([changes]) => changes.test(nameOf(mutant)))

describe('The pack and its suites', () => {
  it('has a suite for every row, and no suite for a row that is gone', () => {
    const named = new Set(articles.flatMap(({ rows }) => rows))
    expect([...mutants.keys()].filter((row) => !named.has(row))).toEqual([])
    expect([...named].filter((row) => !mutants.has(row))).toEqual([])
  })

  it('has suites that pass on the pack as it is', () => {
    for (const { title, cases } of articles) {
      for (const [name, run] of Object.entries(cases)) {
        expect(() => runCase(run, exampleWorld), `${title} › ${name}`).not.toThrow()
      }
    }
  })

  it('lists no change as equivalent that is not tried, or that is noticed after all', () => {
    const all = [...mutants.values()].flat()
    for (const [changes, reason] of equivalent)
      expect(
        all.some((mutant) => changes.test(nameOf(mutant))),
        reason,
      ).toBe(true)
    expect(all.filter((mutant) => isEquivalent(mutant) && isNoticed(mutant)).map(nameOf)).toEqual([])
  })
})

describe('A row of the pack that is changed turns a suite red that names it', () => {
  it.each([...mutants.keys()])('%s', (row) => {
    const unnoticed = (mutants.get(row) ?? []).filter((mutant) => !isEquivalent(mutant) && !isNoticed(mutant))
    expect(unnoticed.map(nameOf)).toEqual([])
  })
})
