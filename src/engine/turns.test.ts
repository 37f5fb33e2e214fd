import { expect, it } from 'vitest'
import { turns } from './turns.ts'

it('lets so many at once and no more, in the order in which they came, also past one that fails', async () => {
  const take = turns(2)
  const began: number[] = []
  const ends = Array.from({ length: 5 }, () => Promise.withResolvers<void>())
  let inside = 0
  let most = 0
  const acts = ends.map(({ promise }, at) =>
    take(async () => {
      began.push(at)
      most = Math.max(most, ++inside)
      try {
        await promise
      } finally {
        inside -= 1
      }
    }).catch(() => 'failed'),
  )
  await new Promise((done) => setImmediate(done))
  expect(began).toEqual([0, 1])
  ends[0]?.reject(new Error('of the act'))
  for (const { resolve } of ends.slice(1)) resolve()
  expect(await Promise.all(acts)).toEqual(['failed', undefined, undefined, undefined, undefined])
  expect(began).toEqual([0, 1, 2, 3, 4])
  expect(most).toBe(2)
})
