/**
 * The draw (抽签) of the seats of a reception day: pure, so that anybody who has the references and the seed makes the same order again
 * (docs/adr/0038). When somebody asked, and who they are, is not among what it looks at.
 */
import type { Entry } from './reception.ts'

/** A seat, counted from 1, and whose it is. */
export interface Placed {
  readonly seat: number
  readonly reference: string
}

const byRank = (a: Entry, b: Entry): number =>
  a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.reference < b.reference ? -1 : 1

/**
 * The order: as many of those who cannot well wait as seats are kept come first, all others behind them, each by the rank that the
 * seed gives them.
 */
export function drawnOrder(entries: readonly Entry[], kept: number): readonly Entry[] {
  const ranked = entries.toSorted(byRank)
  const first = ranked.filter(({ first }) => first).slice(0, kept)
  return [...first, ...ranked.filter((entry) => !first.includes(entry))]
}

/** Free seats go to those who wait, in their order. */
export function seatsFor(
  queue: readonly Entry[],
  {
    seats,
    given,
    gone,
  }: { readonly seats: number; readonly given: readonly Placed[]; readonly gone: ReadonlySet<string> },
): readonly Placed[] {
  const taken = new Set(given.map(({ seat }) => seat))
  const seated = new Set(given.map(({ reference }) => reference))
  const free = Array.from({ length: seats }, (_, at) => at + 1).filter((seat) => !taken.has(seat))
  const waiting = queue.filter(({ reference }) => !seated.has(reference) && !gone.has(reference))
  return free.slice(0, waiting.length).map((seat, at) => ({ seat, reference: (waiting[at] as Entry).reference }))
}

/** How many seats are kept: of each ten so many, and never all. */
export const keptSeats = (seats: number, ofTen: number): number => Math.min(seats - 1, Math.ceil((seats * ofTen) / 10))

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
export const minutesBetween = (from: string, until: string): number => minutesOf(until) - minutesOf(from)
const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** When the talk of a seat is planned to begin: the time of the day divided evenly among its seats. */
export function slotOf(seat: number, { from, until, seats }: { from: string; until: string; seats: number }): string {
  const [begins, ends] = [minutesOf(from), minutesOf(until)]
  return timeOf(begins + Math.floor(((ends - begins) * (seat - 1)) / seats))
}
