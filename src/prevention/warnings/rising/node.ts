/**
 * What is watched: how many matters came each week of one kind in one place, and the same for every wider kind and wider place that holds it.
 * A rise that nobody can tell from chance in a village may be plain in its township.
 */
import { regionLengths } from '../../../law/codes/regions.ts'

/** Weeks count backwards: 0 is the seven days that end on the day that is looked at. Whole weeks hold each weekday once. */
export interface Node {
  readonly place: string
  readonly category: string
  readonly weeks: Uint32Array
}

/** The newest weeks are what is looked at; they, and what rose just before, are no part of what is expected. */
export const guardWeeks = 4
/** What is expected follows the last two years, the later more than the earlier. */
export const baseWeeks = 104
export const weeksKept = guardWeeks + baseWeeks
/** For the season: three years, so that there are two or three of each week. */
export const seasonWeeks = 157

export const keyOf = (place: string, category: string): string => `${place} ${category}`

/** A category and the first level that it lies in: `land.requisition` and `land`. */
export const widerCategories = (category: string): readonly string[] => {
  const dot = category.indexOf('.')
  return dot < 0 ? [category] : [category, category.slice(0, dot)]
}
export const topOf = (category: string): string => category.split('.', 1)[0] ?? category

/** A place and what it lies in, up to the one that holds everything here. */
export const widerPlaces = (place: string, whole: string): readonly string[] => [
  place,
  ...regionLengths
    .filter((length) => length < place.length && length >= whole.length)
    .toReversed()
    .map((length) => place.slice(0, length)),
]

/** The narrowest place that holds all of these. */
export function holding(places: Iterable<string>): string {
  let common: string | null = null
  for (const place of places) {
    if (common === null) common = place
    while (!place.startsWith(common)) common = common.slice(0, -1)
  }
  const length = regionLengths.findLast((each) => each <= (common?.length ?? 0)) ?? 0
  return (common ?? '').slice(0, length)
}

const isWithin = (inner: string, outer: string): boolean => inner.startsWith(outer)
const isOfKind = (inner: string, outer: string): boolean => inner === outer || inner.startsWith(`${outer}.`)

/** What two nodes have in common, as the key of a node; null where nothing can be in both. */
export function commonOf(a: Pick<Node, 'place' | 'category'>, b: Pick<Node, 'place' | 'category'>): string | null {
  const place = isWithin(a.place, b.place) ? a.place : isWithin(b.place, a.place) ? b.place : null
  const category = isOfKind(a.category, b.category) ? a.category : isOfKind(b.category, a.category) ? b.category : null
  return place === null || category === null ? null : keyOf(place, category)
}

/** One place and category with its counts, by weeks backwards; weeks without any are left out. */
export interface Counted {
  readonly place: string
  readonly category: string
  readonly weeks: readonly number[]
  readonly counts: readonly number[]
}

/** Everything that is watched, and the sums that tell the season. */
export interface Forest {
  readonly nodes: ReadonlyMap<string, Node>
  /** By first level of the categories, over all places; `''` is everything. */
  readonly whole: ReadonlyMap<string, Uint32Array>
}

/** Sums what is counted into every node that holds it. Takes one after the other, so that whoever reads may pause in between. */
export class Planting {
  readonly #nodes = new Map<string, Node>()
  readonly #whole = new Map<string, Uint32Array>()
  readonly #holding: string

  constructor(holding: string) {
    this.#holding = holding
  }

  add({ place, category, weeks, counts }: Counted): void {
    for (const wider of widerPlaces(place, this.#holding))
      for (const kind of widerCategories(category)) addTo(this.#nodeOf(wider, kind).weeks, weeks, counts)
    for (const group of ['', topOf(category)]) addTo(this.#groupOf(group), weeks, counts)
  }

  #nodeOf(place: string, category: string): Node {
    const key = keyOf(place, category)
    const known = this.#nodes.get(key)
    if (known) return known
    const node = { place, category, weeks: new Uint32Array(weeksKept) }
    this.#nodes.set(key, node)
    return node
  }

  #groupOf(group: string): Uint32Array {
    const known = this.#whole.get(group)
    if (known) return known
    const weeks = new Uint32Array(seasonWeeks)
    this.#whole.set(group, weeks)
    return weeks
  }

  forest(): Forest {
    return { nodes: this.#nodes, whole: this.#whole }
  }
}

function addTo(sums: Uint32Array, weeks: readonly number[], counts: readonly number[]): void {
  for (let at = 0; at < weeks.length; at += 1) {
    const week = weeks[at] as number
    if (week < sums.length) sums[week] = (sums[week] as number) + (counts[at] as number)
  }
}
