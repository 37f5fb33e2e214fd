/** Texts as weighted numbers, side by side: how often each feature stands in a text against how many texts it stands in at all. */
import { emptyFeatures, type Features, type Hashes, type Recipe, readFeatures } from './features.ts'

/** Features that were learned. Words and signs are told apart, for each are weighed among their own kind. */
export interface Vocabulary {
  readonly recipe: Recipe
  /** The hash of each feature, words first. */
  readonly hashes: Uint32Array
  /** Where signs begin. */
  readonly firstSign: number
  /** How rare each is. */
  readonly rarity: Float32Array
}

/** Texts as rows: of text i, `feature` and `value` from `starts[i]` to `starts[i + 1]`. */
export interface Rows {
  readonly starts: Int32Array
  readonly feature: Int32Array
  readonly value: Float32Array
}

export type Text = readonly string[]

/** Learns which features there are. */
export function learnVocabulary(texts: readonly Text[], recipe: Recipe): Vocabulary {
  const [words, signs] = [new Map<number, number>(), new Map<number, number>()]
  const features = emptyFeatures()
  for (const text of texts) {
    readFeatures(text, recipe, features)
    countOnce(features.words, words)
    countOnce(features.signs, signs)
  }
  // the frequent ones first: most of what is looked up then lies together, and is found sooner
  const kept = [words, signs].map((found) =>
    [...found].filter(([, times]) => times >= recipe.leastTexts).toSorted(([, a], [, b]) => b - a),
  )
  const all = kept.flat()
  const rarityOf = (times: number) => (Math.log((1 + texts.length) / (1 + times)) + 1) ** recipe.rarity
  return {
    recipe,
    hashes: Uint32Array.from(all, ([hash]) => hash),
    firstSign: kept[0]?.length ?? 0,
    rarity: Float32Array.from(all, ([, times]) => rarityOf(times)),
  }
}

function countOnce({ hashes, count }: Hashes, into: Map<number, number>): void {
  for (const hash of new Set(hashes.subarray(0, count))) into.set(hash, (into.get(hash) ?? 0) + 1)
}

/** Finds the place of a feature by its hash, by looking at one or two places of a table: hash and place side by side, read at one go. */
class Places {
  readonly #mask: number
  readonly #slots: Int32Array

  constructor(hashes: Uint32Array, offset: number) {
    const size = 2 ** Math.ceil(Math.log2(hashes.length * 2 + 2))
    this.#mask = size - 1
    this.#slots = new Int32Array(size * 2).fill(-1)
    hashes.forEach((hash, at) => {
      let slot = hash & this.#mask
      while ((this.#slots[slot * 2 + 1] as number) >= 0) slot = (slot + 1) & this.#mask
      this.#slots[slot * 2] = hash | 0
      this.#slots[slot * 2 + 1] = at + offset
    })
  }

  /** Less than nothing for one that was not learned. */
  find(hash: number): number {
    const slots = this.#slots
    const sought = hash | 0
    let slot = hash & this.#mask
    let place = slots[slot * 2 + 1] as number
    while (place >= 0 && slots[slot * 2] !== sought) {
      slot = (slot + 1) & this.#mask
      place = slots[slot * 2 + 1] as number
    }
    return place
  }
}

/** One text as features and what each weighs; what is there is overwritten by the next. */
export interface Vector {
  readonly feature: Int32Array
  readonly value: Float32Array
  readonly length: number
}

/** Turns texts into vectors of one vocabulary. Keeps its scratch between texts, so one is used by one at a time. */
export class Weigher {
  readonly vocabulary: Vocabulary
  readonly #words: Places
  readonly #signs: Places
  readonly #features: Features = emptyFeatures()
  readonly #times: Float32Array
  #feature = new Int32Array(4096)
  #value = new Float32Array(4096)

  constructor(vocabulary: Vocabulary) {
    const { hashes, firstSign } = vocabulary
    this.vocabulary = vocabulary
    this.#words = new Places(hashes.subarray(0, firstSign), 0)
    this.#signs = new Places(hashes.subarray(firstSign), firstSign)
    this.#times = new Float32Array(hashes.length)
  }

  /** Where the features that were read last stand: each with its place in the vocabulary, its word, and how often it was read. */
  *lastRead(): Generator<{ readonly feature: number; readonly word: number }> {
    for (const [{ hashes, at, count }, places] of [
      [this.#features.words, this.#words],
      [this.#features.signs, this.#signs],
    ] as const)
      for (let index = 0; index < count; index += 1) {
        const feature = places.find(hashes[index] as number)
        if (feature >= 0) yield { feature, word: at[index] as number }
      }
  }

  weigh(text: Text): Vector {
    const { recipe } = this.vocabulary
    readFeatures(text, recipe, this.#features)
    const ofWords = this.#weighBlock(this.#features.words, this.#words, 0, 1)
    const length = this.#weighBlock(this.#features.signs, this.#signs, ofWords, recipe.signWeight)
    return { feature: this.#feature, value: this.#value, length }
  }

  /** Sublinear counts times rarity, all of one kind brought to the same length. */
  #weighBlock({ hashes, at: word, count }: Hashes, places: Places, from: number, weight: number): number {
    const times = this.#times
    const { lead } = this.vocabulary.recipe
    if (from + count > this.#feature.length) this.#grow(from + count)
    const [feature, value] = [this.#feature, this.#value]
    let to = from
    for (let index = 0; index < count; index += 1) {
      const place = places.find(hashes[index] as number)
      if (place < 0) continue
      if (times[place] === 0) feature[to++] = place
      times[place] = (times[place] as number) + ((word[index] as number) < lead ? 2 : 1)
    }
    let squares = 0
    for (let at = from; at < to; at += 1) {
      const place = feature[at] as number
      const found = (1 + logOf(times[place] as number)) * (this.vocabulary.rarity[place] as number)
      times[place] = 0
      value[at] = found
      squares += found * found
    }
    const scale = squares === 0 ? 0 : weight / Math.sqrt(squares)
    for (let at = from; at < to; at += 1) value[at] = (value[at] as number) * scale
    return to
  }

  #grow(least: number): void {
    const [feature, value] = [new Int32Array(least * 2), new Float32Array(least * 2)]
    feature.set(this.#feature)
    value.set(this.#value)
    this.#feature = feature
    this.#value = value
  }
}

const logs = Float32Array.from({ length: 64 }, (_, times) => Math.log(Math.max(1, times)))
const logOf = (times: number): number => logs[times] ?? Math.log(times)

/** All texts as rows. */
export function rowsOf(weigher: Weigher, texts: readonly Text[]): Rows {
  const starts = new Int32Array(texts.length + 1)
  let [feature, value] = [new Int32Array(1 << 20), new Float32Array(1 << 20)]
  let end = 0
  texts.forEach((text, row) => {
    const vector = weigher.weigh(text)
    if (end + vector.length > feature.length) {
      const size = 2 * (end + vector.length)
      const [more, values] = [new Int32Array(size), new Float32Array(size)]
      more.set(feature)
      values.set(value)
      feature = more
      value = values
    }
    feature.set(vector.feature.subarray(0, vector.length), end)
    value.set(vector.value.subarray(0, vector.length), end)
    end += vector.length
    starts[row + 1] = end
  })
  return { starts, feature: feature.subarray(0, end), value: value.subarray(0, end) }
}
