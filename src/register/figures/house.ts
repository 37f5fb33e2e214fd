import type { Pools } from '../../engine/house.ts'
import type { Day } from '../../kernel/day.ts'
import type { OrganFacts, OrganId, Organs } from '../../kernel/organ.ts'
import type { Register } from '../register.ts'
import type { FigureStore } from './store.ts'

/** What the figures need of the house. */
export interface FiguresHouse extends Pools {
  readonly register: Register
  readonly store: FigureStore
  readonly directory: Organs & {
    all(): Iterable<OrganFacts>
    nameOf(id: OrganId): { readonly zh: string; readonly en: string }
  }
  /** The civil day at the place of the office. */
  today(): Day
  /** The instant, ISO 8601 in UTC with milliseconds. */
  now(): string
}
