import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import type { OrderRow } from './supervision.ts'
import { byWeek, countByOrgan, mondayOf } from './weeks.ts'

const organ = (id: string) => ({ id, zh: id, en: id })
const row = (order: string, due: string, ...organs: readonly string[]) =>
  ({ matter: 'm', order, due, organs: organs.map(organ) }) as unknown as OrderRow

describe('统一督查计划: the weeks of the shared plan', () => {
  it('begin on Monday, Sunday included', () => {
    expect(mondayOf(day('2026-11-26'))).toBe('2026-11-23')
    expect(mondayOf(day('2026-11-29'))).toBe('2026-11-23')
    expect(mondayOf(day('2026-11-30'))).toBe('2026-11-30')
  })

  it('put each order with each of its organs, by the day on which it falls due', () => {
    const weeks = byWeek([row('o2', '2026-12-01', 'a', 'b'), row('o1', '2026-11-27', 'a')], day('2026-11-23'))
    expect(weeks.map(({ from }) => from)).toEqual(['2026-11-23', '2026-11-30'])
    expect(weeks[1]?.organs.map(({ organ: { id }, orders }) => [id, orders.length])).toEqual([
      ['a', 1],
      ['b', 1],
    ])
  })

  it('come after what fell due before and is still open', () => {
    const weeks = byWeek([row('o1', '2026-11-27', 'a'), row('o0', '2026-11-22', 'a')], day('2026-11-23'))
    expect(weeks.map(({ from }) => from)).toEqual([null, '2026-11-23'])
  })

  it('show which organ is under two at once', () => {
    const counts = countByOrgan([row('o1', '2026-11-27', 'a'), row('o2', '2026-12-27', 'a', 'b')])
    expect([...counts]).toEqual([
      ['a', 2],
      ['b', 1],
    ])
  })
})
