import { bearerOf, type NumberingFact, type NumberingState, partOf, streamHolds } from './numbering.ts'

/** What a fact changes. Throws on an impossible history: a number left out, given twice, or of another series. */
export function evolve(state: NumberingState, fact: NumberingFact): NumberingState {
  const { type, organ, year, numberClass, number } = fact
  if (type !== 'PaperNumbered') throw new Error(`a fact nobody knows: ${type as string}`)
  const { bearer, paper } = bearerOf(fact)
  const before = state?.numbered ?? []
  const [first = number] = before.map((each) => each.number)
  if (first !== (partOf(number) - 1) * streamHolds + 1 || number !== first + before.length)
    throw new Error(`number ${number} does not follow ${before.at(-1)?.number ?? 'nothing'}`)
  const series = state?.series ?? { organ, year, numberClass }
  if (series.organ !== organ || series.year !== year || series.numberClass !== numberClass)
    throw new Error(`number ${number} is of another series`)
  if (before.map(bearerOf).some((each) => each.bearer === bearer && each.paper === paper))
    throw new Error(`the paper of number ${number} has one already`)
  return { series, numbered: [...before, fact] }
}
