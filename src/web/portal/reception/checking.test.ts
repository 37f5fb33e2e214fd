import { describe, expect, it } from 'vitest'
import { drawnOrder } from '../../../leadership/reception/draw.ts'
import { commitmentTo, entriesOf, seedOf } from '../../../leadership/reception/drawing.ts'
import { checkDraw } from './checking.ts'

const secret = 'a secret of the house'
const asked = ['100000000007', '100000000003', '100000000009', '100000000001'].map((reference, at) => ({
  reference,
  first: at === 2,
}))
const seed = seedOf(
  secret,
  asked.map(({ reference }) => reference),
)
const entries = drawnOrder(entriesOf(seed, asked), 1).map((entry) => ({ ...entry, wasDrawn: true }))
const draw = { commitment: commitmentTo(secret), secret, seed, kept: 1, entries }

describe('a draw that is made again in the browser', () => {
  it('fits where the house made it as it says', async () => {
    expect(await checkDraw(draw)).toBe(true)
    const [late] = entriesOf(seed, [{ reference: '100000000002', first: true }])
    expect(
      await checkDraw({ ...draw, entries: [...entries, { ...(late as (typeof entries)[0]), wasDrawn: false }] }),
    ).toBe(true)
  })

  it.each([
    ['another secret', { secret: 'another' }],
    ['another commitment', { commitment: commitmentTo('another') }],
    ['another seed', { seed: seedOf('another', []) }],
    ['somebody less', { entries: entries.slice(1) }],
    ['two in each other’s place', { entries: [...entries.slice(0, 2), entries[3], entries[2]] as typeof entries }],
    ['somebody put first', { entries: [entries[3], ...entries.slice(0, 3)] as typeof entries }],
  ])('does not fit with %s', async (_, changed) => {
    expect(await checkDraw({ ...draw, ...changed })).toBe(false)
  })
})
