/** How hot a topic is: people who wrote, what others who read it thought, and whether it came at once. Pure; nothing here says who. */
import { addDays, type Day, daysBetween } from '../../kernel/day.ts'

/** One message of a topic, for counting. */
export interface Counted {
  readonly on: Day
  /** How many write here who had not written in this topic before: a number, so that nobody need be kept. */
  readonly newPeople: number
  readonly likes: number
}

export interface Heat {
  readonly score: number
  readonly people: number
  readonly messages: number
  readonly likes: number
  readonly from: Day
  readonly to: Day
  /** Messages of the last thirty days of the period, and of the thirty before them. */
  readonly recent: number
  readonly before: number
}

/** A topic of one person is a matter, whatever they write. */
export const fewestPeople = 2
/** And two that say the same may be chance. */
export const fewestMessages = 3
const window = 30

/** How hot, over messages that all lie in the period; `until` is its last day. */
export function heatOf(messages: readonly [Counted, ...Counted[]], until: Day): Heat {
  const days = messages.map(({ on }) => on).toSorted()
  const sum = (of: (message: Counted) => number): number => messages.reduce((total, message) => total + of(message), 0)
  const people = sum(({ newPeople }) => newPeople)
  const likes = sum((message) => message.likes)
  const recent = within(days, addDays(until, 1 - window), until)
  const before = within(days, addDays(until, 1 - 2 * window), addDays(until, -window))
  const score = voices(people, days.length, likes) * (1 + densest(days) / 2) * (1 + growth(recent, before) / 4)
  return {
    ...{ score: Math.round(score * 10) / 10, people, messages: days.length, likes },
    ...{ from: days[0] as Day, to: days.at(-1) as Day, recent, before },
  }
}

/** Whoever writes counts once, and their second letter a quarter; a tap on a thumb ever less, so that no number of them outweighs a crowd. */
const voices = (people: number, messages: number, likes: number): number =>
  people + Math.min(Math.max(messages - people, 0), people) / 4 + 2 * Math.log1p(likes)

/** The share of messages in the thirty days that have most: 1 where everybody wrote at once. */
function densest(days: readonly Day[]): number {
  let most = 0
  let first = 0
  days.forEach((day, last) => {
    while (daysBetween(days[first] as Day, day) >= window) first += 1
    most = Math.max(most, last - first + 1)
  })
  return most / days.length
}

/** Between −1 and 1: how much more came lately than just before. One more than none is little. */
const growth = (recent: number, before: number): number => (recent - before) / (recent + before + 2)

const within = (days: readonly Day[], from: Day, to: Day): number =>
  days.filter((day) => day >= from && day <= to).length
