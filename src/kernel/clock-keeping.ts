/** How a limit becomes a clock of a stream, and how its clocks are counted again: the same for every room that keeps some. */
import type { Calendar } from './calendar.ts'
import { type Binds, deriveProvisionally } from './clock.ts'
import { type Day, isAfter } from './day.ts'
import {
  type AfterLastDay,
  applyClockChange,
  type Bearer,
  type ClockChange,
  isOpen,
  type RunningClock,
} from './running-clock.ts'
import type { Span } from './span.ts'

interface Keeping {
  readonly clocks: readonly RunningClock[]
}
interface Timed {
  readonly clocks?: readonly ClockChange[]
}

interface Rules<State, Fact> {
  evolve(state: State | null, fact: Fact): State
  /** What the fact does to the clocks beside what the decision said itself: after it, and with what ran before it. */
  changesAt(after: State, fact: Fact, before: State | null): readonly ClockChange[]
}

/** Adds to each fact what it does to the clocks, one after the other. */
export function withClockChanges<State extends Keeping, Fact extends Timed>(
  state: State | null,
  facts: readonly Fact[],
  { evolve, changesAt }: Rules<State, Fact>,
): readonly Fact[] {
  const timed: Fact[] = []
  let before = state
  for (const fact of facts) {
    const after = evolve(before, fact)
    const changes = changesAt(after, fact, before)
    timed.push(changes.length === 0 ? fact : { ...fact, clocks: [...(fact.clocks ?? []), ...changes] })
    before = { ...after, clocks: changes.reduce(applyClockChange, after.clocks) }
  }
  return timed
}

/** What a clock is started with. */
export interface Limit {
  readonly rule: string
  /** The n-th of its rule in the stream. */
  readonly number: number
  readonly pack: string
  readonly binds: Binds
  readonly after: AfterLastDay
  readonly span: Span
  readonly bearer: Bearer
  readonly subject?: string
  /** The fact that starts it, or `receipt`. */
  readonly startedBy: string
  readonly from: Day
  /** The day of a span that is designated. */
  readonly designated?: Day
}

export function startClock({ number, ...limit }: Limit, calendar: Calendar): ClockChange {
  const { lastDay, provisional } = deriveProvisionally({ ...limit, suspensions: [], extensions: [] }, calendar)
  const clock = {
    ...{ ...limit, id: `${limit.rule}#${number}`, calendar: calendar.version, lastDay },
    ...(provisional.length === 0 ? {} : { provisional }),
  }
  return { change: 'started', clock }
}

export type Recounted = Extract<ClockChange, { change: 'recounted' }>

/** A day counted again with the calendar as it is now; only ever to a later one (docs/adr/0004). */
export function recount(clock: RunningClock, calendar: Calendar): Recounted | null {
  const { lastDay, provisional } = deriveProvisionally(clock, calendar)
  if (!isAfter(lastDay, clock.lastDay)) return null
  const still = provisional.length === 0 ? {} : { provisional }
  return { change: 'recounted', id: clock.id, lastDay, calendar: calendar.version, ...still }
}

/** A clock whose last day is another now. */
export interface MovedDay {
  readonly clock: string
  readonly from: Day
  readonly to: Day
}

/** All open clocks counted again together, and which days moved by it; null where none did. */
export function recountOpen(
  clocks: readonly RunningClock[],
  recounted: (clock: RunningClock) => Recounted | null,
): { readonly moved: readonly MovedDay[]; readonly clocks: readonly Recounted[] } | null {
  const changes = clocks.filter(isOpen).flatMap((clock) => recounted(clock) ?? [])
  if (changes.length === 0) return null
  const dayOf = (id: string) => clocks.find((clock) => clock.id === id)?.lastDay as Day
  return { moved: changes.map(({ id, lastDay }) => ({ clock: id, from: dayOf(id), to: lastDay })), clocks: changes }
}
