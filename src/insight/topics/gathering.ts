/**
 * Gathers messages into topics, one after another, at the cost of what is new. A message joins the topic that is nearest in what it says
 * and agrees in where; the same text about another place begins another topic. Topics that came to say the same are made one, and
 * whatever left the middle of its topic is let go. Pure.
 */
import { type Day, daysBetween } from '../../kernel/day.ts'
import type { Sign } from './heard.ts'
import {
  add,
  cosine,
  heaviest,
  heaviestOf,
  lookedFor,
  type Message,
  mostOf,
  nearness,
  type Sums,
  single,
  thresholds,
  type Vector,
  type Weighed,
} from './nearness.ts'

/** Messages that are about one thing. */
export interface Gathered<Id = string> {
  readonly id: number
  readonly members: ReadonlyMap<Id, Weighed<Id>>
}

interface Kept<Id> extends Gathered<Id>, Omit<Sums, 'members'> {
  members: Map<Id, Weighed<Id>>
  /** The signs it is found by. */
  found: readonly Sign[]
}

const keptOfMatter = 48
const keptOfPlace = 24
/** How many that share them are compared as a whole. */
const lookedInto = 12

/** As if there were so many more messages that say none of it: among the first ten what all say may still be rare. */
const unheard = 100

/** How many messages there are, and how many of them have a sign. */
export class Seen {
  messages: number
  readonly #times: Map<Sign, number>

  constructor(messages = 0, times: ReadonlyMap<Sign, number> = new Map()) {
    this.messages = messages
    this.#times = new Map(times)
  }

  count({ heard }: Pick<Message, 'heard'>): void {
    this.messages += 1
    for (const sign of [...heard.matter.keys(), ...heard.place.keys()])
      this.#times.set(sign, (this.#times.get(sign) ?? 0) + 1)
  }

  /** What one or two have is no rarer than what two have: it may be a slip of the pen. */
  rarity(sign: Sign): number {
    return Math.log((this.messages + unheard) / Math.max((this.#times.get(sign) ?? 0) + 0.5, 2.5))
  }
}

export class Gathering<Id = string> {
  readonly #topics = new Map<number, Kept<Id>>()
  readonly #where = new Map<Id, number>()
  readonly #bySign = new Map<Sign, Set<number>>()
  readonly #seen: Pick<Seen, 'rarity'>
  #next: number

  /** `next`: the number of the next topic. What is taken in is counted before, or was counted already. */
  constructor(seen: Pick<Seen, 'rarity'>, next = 1) {
    this.#seen = seen
    this.#next = next
  }

  get next(): number {
    return this.#next
  }

  /** A topic as it was kept, with the messages in it. */
  restore(id: number, messages: readonly Message<Id>[]): void {
    const [first, ...rest] = messages.map((message) => this.#weigh(message))
    if (first === undefined) return
    const topic = this.#keep(id, first)
    for (const weighed of rest) this.#join(topic, weighed)
  }

  /** By which signs a message is looked for, and how much each weighs. */
  looksFor(message: Message<Id>): readonly (readonly [Sign, number])[] {
    const { matter, place } = this.#weigh(message)
    return [...heaviest(matter, lookedFor), ...heaviest(place, lookedFor / 2)]
  }

  /** By which signs a topic is found. */
  foundBy(id: number): readonly Sign[] {
    const topic = this.#topics.get(id)
    return topic === undefined ? [] : heaviestOf(topic.matter, topic.place)
  }

  topics(): readonly Gathered<Id>[] {
    return [...this.#topics.values()]
  }

  topicOf(id: Id): number | null {
    return this.#where.get(id) ?? null
  }

  /** Takes in what is new, oldest first, and puts in order what it touched. The topics that changed. */
  takeIn(messages: readonly Message<Id>[]): ReadonlySet<number> {
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

  #weigh(message: Message<Id>): Weighed<Id> {
    const { matter, place } = message.heard
    return { message, matter: this.#vector(matter, keptOfMatter), place: this.#vector(place, keptOfPlace) }
  }

  #vector(weights: ReadonlyMap<Sign, number>, kept: number): Vector {
    const weighed: [Sign, number][] = []
    for (const [sign, weight] of weights) {
      const value = (1 + Math.log(weight)) * this.#seen.rarity(sign)
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
    return this.#keep(id, weighed).id
  }

  #keep(id: number, weighed: Weighed<Id>): Kept<Id> {
    const topic: Kept<Id> = { id, ...single(weighed), members: new Map(), found: [] }
    this.#topics.set(id, topic)
    topic.members.set(weighed.message.id, weighed)
    this.#where.set(weighed.message.id, id)
    this.#index(topic)
    return topic
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

  /** Forgets a message, as if it had never come. */
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
