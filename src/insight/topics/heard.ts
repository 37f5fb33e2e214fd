/** What a topic keeps of one message: numbers that stand for its words and places, and nothing that can be read. Pure. */

/** A word, a pair of words, a place or part of its name, as a number. What it stands for is known to the vocabulary, if enough said it. */
export type Sign = number

/** How much weight a message gives to each of its signs before anybody knows how rare they are. */
export type Weighted = ReadonlyMap<Sign, number>

export interface Heard {
  /** What it is about: words and pairs of words that name no place. */
  readonly matter: Weighted
  /** Where: pieces of the names of spots. */
  readonly place: Weighted
  /** By level of administration: provinces and cities, districts and counties, towns and streets. */
  readonly areas: Areas
  readonly spots: readonly Sign[]
  /** Whether the title says where; what a text mentions beside may be anywhere. */
  readonly isPlaced: boolean
  /** The words of the title in order, 0 for one that says nothing. */
  readonly title: readonly Sign[]
  readonly groups: readonly Sign[]
}

export type Areas = readonly [cities: readonly Sign[], districts: readonly Sign[], towns: readonly Sign[]]
