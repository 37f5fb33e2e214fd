/** The shared plan as people look at it: by week, and in a week by organ. */
import { addDays, type Day, weekday } from '../../../kernel/day.ts'
import type { OrderRow } from './supervision.ts'

export type PlannedOrgan = OrderRow['organs'][number]

export interface OrganInWeek {
  readonly organ: PlannedOrgan
  readonly orders: readonly OrderRow[]
}

export interface PlannedWeek {
  /** Its Monday; null for what fell due before the first week and is still open. */
  readonly from: Day | null
  readonly organs: readonly OrganInWeek[]
}

/** The Monday of the week in which a day lies. */
export const mondayOf = (day: Day): Day => addDays(day, 1 - weekday(day))

/** Weeks in which nothing falls due are left out. An order for several organs stands with each of them. */
export function byWeek(orders: readonly OrderRow[], from: Day): readonly PlannedWeek[] {
  const weeks = new Map<Day | null, Map<string, { organ: PlannedOrgan; orders: OrderRow[] }>>()
  for (const order of orders.toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))) {
    const week = order.due < from ? null : mondayOf(order.due as Day)
    const organs = weeks.get(week) ?? new Map()
    weeks.set(week, organs)
    for (const organ of order.organs) {
      const row = organs.get(organ.id) ?? { organ, orders: [] }
      row.orders.push(order)
      organs.set(organ.id, row)
    }
  }
  return [...weeks].map(([week, organs]) => ({ from: week, organs: [...organs.values()] }))
}

/** How many orders each organ is under at once. */
export function countByOrgan(orders: readonly OrderRow[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { organs } of orders) for (const { id } of organs) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}
