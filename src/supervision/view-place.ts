/** What every part of a page of a matter needs: names, days, and how much of it a viewer is shown. */
import type { Day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import type { RunningClock } from '../kernel/running-clock.ts'
import type { Sealed } from '../kernel/sealed.ts'
import { clockViewOf } from '../petition/clock-view.ts'
import type { ClockView } from '../petition/views.ts'
import { calendarFor } from './clocks.ts'
import type { SupervisionHouse } from './house.ts'
import type { ReadMatter, Staff } from './queries.ts'
import type { Finding, Matter, Order, SupervisionWorld } from './supervision.ts'
import { worldFor } from './world.ts'

const erased = '〔已依法销毁 / lawfully erased〕'

export interface Place {
  readonly house: Pick<SupervisionHouse, 'directory' | 'calendars'>
  readonly world: SupervisionWorld
  readonly today: Day
  /** Display names of accounts. */
  readonly staff: ReadonlyMap<string, string>
  opened(read: Pick<ReadMatter, 'texts'>, piece: Sealed): string
}

export const placeOf = (
  house: SupervisionHouse,
  supervisor: OrganId | undefined,
  staff: ReadonlyMap<string, string> = new Map(),
): Place => ({
  ...{ house, world: worldFor(house, supervisor), today: house.today(), staff },
  opened: ({ texts }, { ref }) => texts.get(ref) ?? erased,
})

export const organRef = ({ house }: Pick<Place, 'house'>, id: OrganId) => ({ id, ...house.directory.nameOf(id) })

/** How much of a matter a viewer is shown. */
export interface Seen {
  readonly isSupervisor: boolean
  readonly findings: readonly Finding[]
  readonly orders: readonly Order[]
}

/**
 * Whoever supervises sees all of it. An organ that must act sees the orders addressed to it with what they rest on, and one that asks the
 * petitioner those for which it asks.
 */
export function seenBy({ supervisors, orders, findings }: Matter, { organ }: Pick<Staff, 'organ'>): Seen {
  if (supervisors.includes(organ)) return { isSupervisor: true, findings, orders }
  const own = orders.filter((order) => isAddressed(order, organ) || order.asked?.organ === organ)
  const refs = new Set(own.filter((order) => isAddressed(order, organ)).flatMap((order) => order.findings))
  return {
    isSupervisor: false,
    orders: own,
    findings: findings.filter(({ ref, organ: of }) => refs.has(ref) && of === organ),
  }
}

export const isAddressed = ({ addressees }: Pick<Order, 'addressees'>, organ: OrganId): boolean =>
  addressees.some((addressee) => addressee.organ === organ)

/** Why this date: recomputed from what the fact recorded, under the calendar it names. */
export function clockView(clock: RunningClock, place: Place): ClockView {
  const { world, today } = place
  return clockViewOf(clock, {
    ...{ calendar: calendarFor(clock, world), calendars: world.calendars, today },
    basis: world.law.clocks[clock.rule as keyof typeof world.law.clocks]?.basis ?? { adr: '0030' },
    organRef: (organ) => organRef(place, organ),
  })
}
