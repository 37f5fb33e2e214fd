import { describe, expect, it } from 'vitest'
import { bandOf, chanceOfAtLeast, logGamma } from './tails.ts'

const poisson = (mean: number) => ({ mean, variance: mean })

describe('The chance of a count', () => {
  it('is that of the tables: Poisson', () => {
    // 1 − e^−2 (1 + 2 + 2 + 4/3 + 2/3)
    expect(chanceOfAtLeast(5, poisson(2))).toBeCloseTo(1 - Math.exp(-2) * 7, 12)
    expect(chanceOfAtLeast(1, poisson(0.1))).toBeCloseTo(1 - Math.exp(-0.1), 12)
  })

  it('is that of the tables: negative binomial, here geometric, whose tail is a power', () => {
    // size 1: mean m, variance m + m²; P(X ≥ k) = (m / (1 + m))^k
    const [mean, count] = [3, 7]
    expect(chanceOfAtLeast(count, { mean, variance: mean + mean * mean })).toBeCloseTo((3 / 4) ** 7, 12)
  })

  it('is Poisson where nothing scatters more, whichever formula is used', () => {
    expect(chanceOfAtLeast(20, { mean: 10, variance: 10 + 1e-4 })).toBeCloseTo(chanceOfAtLeast(20, poisson(10)), 5)
  })

  it('makes no evidence of what is not above the mean', () => {
    expect([0, 5, 10].map((count) => chanceOfAtLeast(count, poisson(10)))).toEqual([1, 1, 1])
  })

  it('falls with the count and rises with the scatter, down to what no number can hold', () => {
    const spread = { mean: 10, variance: 15 }
    const chances = [11, 15, 20, 40, 80].map((count) => chanceOfAtLeast(count, spread))
    expect(chances).toEqual(chances.toSorted((a, b) => b - a))
    expect(chanceOfAtLeast(20, { mean: 10, variance: 30 })).toBeGreaterThan(chanceOfAtLeast(20, poisson(10)))
    expect(chanceOfAtLeast(5000, poisson(10))).toBe(0)
  })

  it('stands in a band that holds nineteen of twenty', () => {
    for (const spread of [poisson(0.5), poisson(10), { mean: 10, variance: 25 }, poisson(800)]) {
      const { low, high } = bandOf(spread)
      expect(chanceOfAtLeast(high + 1, spread)).toBeLessThanOrEqual(0.0275)
      expect(low).toBeLessThanOrEqual(spread.mean)
      expect(high).toBeGreaterThanOrEqual(Math.floor(spread.mean))
    }
  })

  it('rests on a gamma function that agrees with the factorials', () => {
    let factorial = 1
    for (let n = 1; n < 30; n += 1) {
      factorial *= n
      expect(logGamma(n + 1)).toBeCloseTo(Math.log(factorial), 9)
    }
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 9)
  })
})
