/**
 * Gathers messages into topics, one after another, at the cost of what is new. A message joins the topic that is nearest in what it says
 * and agrees in where; the same text about another place begins another topic. Topics that came to say the same are made one, and
 * whatever left the middle of its topic is let go. Pure.
 */
import { type Day, daysBetween } from '../../kernel/day.ts'
import type { Heard, Sign } from './hearing.ts'

export interface Message<Id = string> {
  readonly id: Id
  readonly heard: Heard
  readonly on: Day
}

/** A vector of length one, of its heaviest signs. */
type Vector = ReadonlyMap<Sign, number>

interface Weighed<Id> {
  readonly message: Message<Id>
  readonly matter: Vector
  readonly place: Vector
}

/** Messages that are about one thing. */
export interface Gathered<Id = string> {
  readonly id: number
  readonly members: ReadonlyMap<Id, Weighed<Id>>
}

interface Kept<Id> extends Gathered<Id> {
  members: Map<Id, Weighed<Id>>
  /** Sums over the members. */
  matter: Map<Sign, number>
  place: Map<Sign, number>
  matterLength: number
  placeLength: number
  placed: number
  areas: readonly [Map<Sign, number>, Map<Sign, number>, Map<Sign, number>]
  /** How many say something of each level. */
  withArea: [number, number, number]
  lastDay: Day
  /** The signs it is found by. */
  found: readonly Sign[]
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

const keptOfMatter = 48
const keptOfPlace = 24
/** By how many of its heaviest signs something is looked for. */
const lookedFor = 16
/** How many that share them are compared as a whole. */
const lookedInto = 12

export class Gathering<Id = string> {
  readonly #topics = new Map<number, Kept<Id>>()
  readonly #where = new Map<Id, number>()
  readonly #bySign = new Map<Sign, Set<number>>()
  readonly #seen = new Map<Sign, number>()
  #messages = 0
  #next = 1

  get size(): number {
    return this.#messages
  }

  /** Counts a message for how rare its signs are. All of a night are counted before the first of them is placed. */
  count({ heard }: Message<Id>): void {
    this.#messages += 1
    for (const sign of [...heard.matter.keys(), ...heard.place.keys()])
      this.#seen.set(sign, (this.#seen.get(sign) ?? 0) + 1)
  }

  topics(): readonly Gathered<Id>[] {
    return [...this.#topics.values()]
  }

  topicOf(id: Id): number | null {
    return this.#where.get(id) ?? null
  }

  /** Takes in what is new, oldest first, and puts in order what it touched. The topics that changed. */
  takeIn(messages: readonly Message<Id>[]): ReadonlySet<number> {
    for (const message of messages) this.count(message)
    const changed = new Set<number>()
    for (const message of messages.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
      const weighed = this.#weigh(message)
      const near = this.#nearest(weighed)
      changed.add(near === null ? this.#begin(weighed) : this.#join(near, weighed))
    }
    this.#unite(changed)
    this.#tidy(changed)
    this.#unite(changed)
    return new Set([...changed].filter((id) => this.#topics.has(id)))
  }

  #rarity = (sign: Sign): number => Math.log((this.#messages + 1) / Math.max((this.#seen.get(sign) ?? 0) + 0.5, 2.5))

  #weigh(message: Message<Id>): Weighed<Id> {
    const { matter, place } = message.heard
    return { message, matter: this.#vector(matter, keptOfMatter), place: this.#vector(place, keptOfPlace) }
  }

  #vector(weights: ReadonlyMap<Sign, number>, kept: number): Vector {
    const weighed: [Sign, number][] = []
    for (const [sign, weight] of weights) {
      const value = (1 + Math.log(weight)) * this.#rarity(sign)
      if (value > 0) weighed.push([sign, value])
    }
    if (weighed.length > kept) weighed.sort((a, b) => b[1] - a[1])
    const heaviest = weighed.slice(0, kept)
    const length = Math.hypot(...heaviest.map(([, value]) => value)) || 1
    return new Map(heaviest.map(([sign, value]) => [sign, value / length]))
  }

  /** Of the topics that share heavy signs and are not long silent those that share the heaviest. */
  #candidates(matter: Vector, place: Vector, on: Day): readonly Kept<Id>[] {
    const shared = new Map<number, number>()
    for (const [sign, weight] of [...heaviest(matter, lookedFor), ...heaviest(place, lookedFor / 2)]) {
      for (const id of this.#bySign.get(sign) ?? []) shared.set(id, (shared.get(id) ?? 0) + weight)
    }
    const found: Kept<Id>[] = []
    for (const [id] of mostOf(shared, lookedInto)) {
      const topic = this.#topics.get(id)
      if (topic !== undefined && Math.abs(daysBetween(topic.lastDay, on)) <= thresholds.silentDays) found.push(topic)
    }
    return found
  }

  #nearest(weighed: Weighed<Id>): Kept<Id> | null {
    let nearest: Kept<Id> | null = null
    let best = 0
    const alone = single(weighed)
    for (const topic of this.#candidates(weighed.matter, weighed.place, weighed.message.on)) {
      const near = nearness(topic, alone)
      if (near > best) [nearest, best] = [topic, near]
    }
    return nearest
  }

  #begin(weighed: Weighed<Id>): number {
    const id = this.#next
    this.#next += 1
    const topic: Kept<Id> = { id, ...single(weighed), members: new Map(), found: [] }
    this.#topics.set(id, topic)
    topic.members.set(weighed.message.id, weighed)
    this.#where.set(weighed.message.id, id)
    this.#index(topic)
    return id
  }

  #join(topic: Kept<Id>, weighed: Weighed<Id>): number {
    topic.members.set(weighed.message.id, weighed)
    this.#where.set(weighed.message.id, topic.id)
    add(topic, single(weighed), 1)
    // what a large topic is about changes little with one more
    if (topic.members.size < 8 || topic.members.size % 8 === 0) this.#index(topic)
    return topic.id
  }

  #index(topic: Kept<Id>): void {
    const found = heaviestOf(topic.matter, topic.place)
    const now = new Set(found)
    for (const sign of topic.found) if (!now.has(sign)) this.#bySign.get(sign)?.delete(topic.id)
    for (const sign of found) {
      const there = this.#bySign.get(sign)
      if (there === undefined) this.#bySign.set(sign, new Set([topic.id]))
      else there.add(topic.id)
    }
    topic.found = found
  }

  /** Two topics that came to say the same are one: the larger keeps its number. */
  #unite(changed: Set<number>): void {
    for (const id of [...changed].toSorted((a, b) => a - b)) {
      for (let again = true; again; ) {
        again = false
        const topic = this.#topics.get(id)
        // one by itself was compared when it came, and whatever came after it
        if (topic === undefined || topic.members.size === 1) break
        let nearest: Kept<Id> | null = null
        let best = 0
        for (const other of this.#candidates(topic.matter, topic.place, topic.lastDay)) {
          const near = other.id === id ? 0 : nearness(topic, other)
          if (near > best) [nearest, best] = [other, near]
        }
        if (nearest === null) break
        const [larger, smaller] = this.#larger(topic, nearest)
        this.#absorb(larger, smaller)
        changed.add(larger.id)
        changed.delete(smaller.id)
        again = larger.id === id
      }
    }
  }

  #larger(one: Kept<Id>, other: Kept<Id>): readonly [Kept<Id>, Kept<Id>] {
    const isFirst = one.members.size - other.members.size || other.id - one.id
    return isFirst > 0 ? [one, other] : [other, one]
  }

  #absorb(larger: Kept<Id>, smaller: Kept<Id>): void {
    for (const [id, weighed] of smaller.members) {
      larger.members.set(id, weighed)
      this.#where.set(id, larger.id)
    }
    add(larger, smaller, 1)
    this.#drop(smaller)
    this.#index(larger)
  }

  #drop(topic: Kept<Id>): void {
    this.#topics.delete(topic.id)
    for (const sign of topic.found) this.#bySign.get(sign)?.delete(topic.id)
  }

  /** Lets go of whatever a topic drifted away from: it begins anew, or joins what is nearer. */
  #tidy(changed: Set<number>): void {
    for (const id of [...changed]) {
      const topic = this.#topics.get(id)
      if (topic === undefined || topic.members.size < 3) continue
      const away = [...topic.members.values()].filter(
        (member) => cosine(member.matter, topic.matter, topic.matterLength) < thresholds.letGo,
      )
      if (away.length === 0 || away.length === topic.members.size) continue
      for (const member of away) this.#letGo(topic, member)
      for (const member of away) {
        const near = this.#nearest(member)
        changed.add(near === null ? this.#begin(member) : this.#join(near, member))
      }
    }
  }

  #letGo(topic: Kept<Id>, member: Weighed<Id>): void {
    topic.members.delete(member.message.id)
    add(topic, single(member), -1)
    this.#index(topic)
  }

  /** Forgets a message, as if it had never come; how rare words are is counted anew only with the next whole count. */
  forget(id: Id): number | null {
    const at = this.#where.get(id)
    const topic = at === undefined ? undefined : this.#topics.get(at)
    const member = topic?.members.get(id)
    if (topic === undefined || member === undefined) return null
    this.#where.delete(id)
    this.#letGo(topic, member)
    if (topic.members.size === 0) this.#drop(topic)
    return topic.id
  }
}

type Sums = Pick<
  Kept<never>,
  'matter' | 'place' | 'matterLength' | 'placeLength' | 'placed' | 'areas' | 'withArea' | 'lastDay'
> & { readonly members: { readonly size: number } }

function single<Id>({ message, matter, place }: Weighed<Id>): Sums {
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

function add(to: Kept<never> | Sums, what: Sums, times: 1 | -1): void {
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

function cosine(one: ReadonlyMap<Sign, number>, other: ReadonlyMap<Sign, number>, lengths: number): number {
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

const heaviestOf = (matter: Vector, place: Vector): readonly Sign[] =>
  [...heaviest(matter, lookedFor), ...heaviest(place, lookedFor / 2)].map(([sign]) => sign)

const heaviest = (vector: Vector, count: number): readonly (readonly [Sign, number])[] => mostOf(vector, count)

/** The entries with the greatest values, greatest first. */
function mostOf(values: ReadonlyMap<number, number>, count: number): readonly (readonly [number, number])[] {
  const entries = [...values].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  return entries.length > count ? entries.slice(0, count) : entries
}
