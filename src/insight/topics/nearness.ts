/** How near messages and topics are to each other: what they say, and whether they agree in where. Pure. */
import type { Day } from '../../kernel/day.ts'
import type { Heard, Sign } from './heard.ts'

export interface Message<Id = string> {
  readonly id: Id
  readonly heard: Heard
  readonly on: Day
}

/** A vector of length one, of its heaviest signs. */
export type Vector = ReadonlyMap<Sign, number>

export interface Weighed<Id> {
  readonly message: Message<Id>
  readonly matter: Vector
  readonly place: Vector
}

/** Sums over messages: of one, or of all of a topic. */
export interface Sums {
  matter: Map<Sign, number>
  place: Map<Sign, number>
  matterLength: number
  placeLength: number
  /** How many say in the title where it is. */
  placed: number
  areas: readonly [Map<Sign, number>, Map<Sign, number>, Map<Sign, number>]
  /** How many say something of each level. */
  withArea: [number, number, number]
  lastDay: Day
  readonly members: { readonly size: number }
}

/** What must be alike for two to be one. Chosen by eye on what citizens wrote: docs/reference/topics.md. */
export const thresholds = {
  /** Of what they say, where both name the same place in their titles. */
  samePlace: 0.12,
  /** Where the place is the same, but not what the titles are about. */
  sameMention: 0.2,
  /** And where one or both name none. */
  anyPlace: 0.32,
  /** From here on places are one. */
  placeAlike: 0.3,
  /** And below this they are different ones. */
  placeApart: 0.15,
  /** A topic nobody wrote of for so long is over; longer than a year, so that what comes back each year is one. */
  silentDays: 400,
  /** What is this far from the middle of its topic is let go. */
  letGo: 0.12,
} as const

/** By how many of its heaviest signs something is looked for. */
export const lookedFor = 16

export function single<Id>({ message, matter, place }: Weighed<Id>): Sums {
  const { areas, isPlaced } = message.heard
  return {
    ...{ matter: new Map(matter), place: new Map(place), matterLength: 1, placeLength: place.size === 0 ? 0 : 1 },
    placed: isPlaced ? 1 : 0,
    areas: [once(areas[0]), once(areas[1]), once(areas[2])],
    withArea: [areas[0].length > 0 ? 1 : 0, areas[1].length > 0 ? 1 : 0, areas[2].length > 0 ? 1 : 0],
    lastDay: message.on,
    members: { size: 1 },
  }
}

const once = (signs: readonly Sign[]): Map<Sign, number> => new Map(signs.map((sign) => [sign, 1]))

const levels = [0, 1, 2] as const

/** Adds to sums, or takes away again. */
export function add(to: Sums, what: Sums, times: 1 | -1): void {
  addUp(to.matter, what.matter, times)
  addUp(to.place, what.place, times)
  to.placed += times * what.placed
  for (const level of levels) {
    addUp(to.areas[level], what.areas[level], times)
    to.withArea[level] += times * what.withArea[level]
  }
  to.matterLength = lengthOf(to.matter)
  to.placeLength = lengthOf(to.place)
  if (what.lastDay > to.lastDay) to.lastDay = what.lastDay
}

function addUp(to: Map<Sign, number>, what: ReadonlyMap<Sign, number>, times: 1 | -1): void {
  for (const [sign, value] of what) {
    const sum = (to.get(sign) ?? 0) + times * value
    if (sum > 1e-9) to.set(sign, sum)
    else to.delete(sign)
  }
}

function lengthOf(vector: ReadonlyMap<Sign, number>): number {
  let squares = 0
  for (const value of vector.values()) squares += value * value
  return Math.sqrt(squares)
}

export function cosine(one: ReadonlyMap<Sign, number>, other: ReadonlyMap<Sign, number>, lengths: number): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one]
  let product = 0
  for (const [sign, value] of small) product += value * (large.get(sign) ?? 0)
  return lengths === 0 ? 0 : product / lengths
}

/** How near two are; 0 where they are not one. */
export function nearness(one: Sums, other: Sums): number {
  if (areApart(one, other)) return 0
  const matter = cosine(one.matter, other.matter, one.matterLength * other.matterLength)
  const place = cosine(one.place, other.place, one.placeLength * other.placeLength)
  const areBothPlaced = isPlaced(one) && isPlaced(other)
  if (areBothPlaced && place < thresholds.placeApart) return 0
  const ofAlike = areBothPlaced ? thresholds.samePlace : thresholds.sameMention
  const asked = place >= thresholds.placeAlike ? ofAlike : thresholds.anyPlace
  return matter >= asked ? matter + place / 2 : 0
}

/** Most of those who wrote said where. */
const isPlaced = ({ placed, members }: Sums): boolean => placed * 2 >= members.size && placed > 0

/** Both say of which city they are, or district, or town, and none is in both. */
const areApart = (one: Sums, other: Sums): boolean =>
  levels.some((level) => {
    if (!isSaid(one, level) || !isSaid(other, level)) return false
    for (const area of one.areas[level].keys()) if (other.areas[level].has(area)) return false
    return true
  })

const isSaid = ({ withArea, members }: Sums, level: 0 | 1 | 2): boolean =>
  withArea[level] > 0 && withArea[level] * 2 >= members.size

export const heaviestOf = (matter: Vector, place: Vector): readonly Sign[] =>
  [...heaviest(matter, lookedFor), ...heaviest(place, lookedFor / 2)].map(([sign]) => sign)

export const heaviest = (vector: Vector, count: number): readonly (readonly [Sign, number])[] => mostOf(vector, count)

/** The entries with the greatest values, greatest first. */
export function mostOf(values: ReadonlyMap<number, number>, count: number): readonly (readonly [number, number])[] {
  const entries = [...values].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  return entries.length > count ? entries.slice(0, count) : entries
}
