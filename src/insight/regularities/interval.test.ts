import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shareOf } from './interval.ts'

describe('A share and its interval (Wilson, 95 %)', () => {
  it.each([
    // worked out by hand from the formula, to four places
    [8, 10, 0.4902, 0.9433],
    [50, 100, 0.4038, 0.5962],
    [0, 10, 0, 0.2775],
    [10, 10, 0.7225, 1],
  ])('%i of %i', (held, n, low, high) => {
    const found = shareOf(held, n)
    expect(found.low).toBeCloseTo(low, 4)
    expect(found.high).toBeCloseTo(high, 4)
  })

  it('says that few are few, and that none are nothing', () => {
    expect([shareOf(9, 9).isSmall, shareOf(9, 10).isSmall]).toEqual([true, false])
    expect(shareOf(0, 0)).toMatchObject({ share: null, low: 0, high: 1, isSmall: true })
  })

  it('holds the share, and grows narrower with more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, part) => {
        const held = Math.round(part * n)
        const [one, more] = [shareOf(held, n), shareOf(held * 4, n * 4)]
        expect(one.low).toBeLessThanOrEqual(held / n)
        expect(one.high).toBeGreaterThanOrEqual(held / n)
        expect(more.high - more.low).toBeLessThan(one.high - one.low)
      }),
      { seed: 64 },
    )
  })
})
