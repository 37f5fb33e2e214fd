/**
 * What a text is known by: its words, two words that stand together, and every few signs in a row, each as a number of 32 bits. A word
 * cannot be read out of its number, and nothing but numbers is kept.
 */

/** How texts are read and weighed. A model carries the one that it was trained by. */
export interface Recipe {
  /** Whether two words that stand together count as one more. */
  readonly pairs: boolean
  /** How many signs in a row count, from and to. */
  readonly signs: readonly [least: number, most: number]
  /** What all signs together weigh against all words together. */
  readonly signWeight: number
  /** What stands in fewer texts is not learned. */
  readonly leastTexts: number
  /** How far the rare weighs more than the frequent: 1 by the logarithm of how rare it is, 0 not at all. */
  readonly rarity: number
  /** A title stands first: so many words count twice. */
  readonly lead: number
  /** How far what tells a label from all others weighs more when it is trained: the power of its log-count ratio; 0 not at all. */
  readonly telling: number
  /** What an error costs in training against a simple model. */
  readonly cost: number
  /** How far labels of one family (the sections of one bureau) are learned together. */
  readonly family: number
}

/** One kind of feature of a text: numbers, as often as they occur, and from which word on each stands. */
export interface Hashes {
  hashes: Uint32Array
  at: Int32Array
  count: number
}

export interface Features {
  readonly words: Hashes
  readonly signs: Hashes
}

const emptyHashes = (): Hashes => ({ hashes: new Uint32Array(4096), at: new Int32Array(4096), count: 0 })
export const emptyFeatures = (): Features => ({ words: emptyHashes(), signs: emptyHashes() })

const prime = 0x01000193
const ofWords = 0x811c9dc5
const ofPairs = 0x3c6ef372
const ofSigns = 0x5bd1e995

/**
 * Reads the features of a text into `into`, over what was there: reading thousands of texts a second leaves nothing to be cleared away.
 * Signs in a row run across the ends of words, so that it matters less where a segmenter cuts.
 */
export function readFeatures(words: readonly string[], recipe: Recipe, into: Features): Features {
  into.words.count = 0
  into.signs.count = 0
  let before = 0
  words.forEach((word, at) => {
    const hash = hashOf(word, ofWords)
    put(into.words, hash, at)
    if (recipe.pairs && at > 0) put(into.words, mixed(Math.imul(before ^ ofPairs, prime) + hash), at - 1)
    before = hash
  })
  readSigns(words, recipe.signs, into.signs)
  return into
}

function readSigns(words: readonly string[], [least, most]: Recipe['signs'], into: Hashes): void {
  const [text, ends] = [words.join(''), wordEnds(words)]
  let word = 0
  for (let from = 0; from < text.length; from += 1) {
    while ((ends[word] ?? 0) <= from) word += 1
    let hash = ofSigns
    const to = Math.min(text.length, from + most)
    for (let at = from; at < to; at += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(at), prime)
      hash ^= hash >>> 15
      if (at - from + 1 >= least) put(into, hash >>> 0, word)
    }
  }
}

function wordEnds(words: readonly string[]): readonly number[] {
  let end = 0
  return words.map((word) => {
    end += word.length
    return end
  })
}

function put(into: Hashes, hash: number, at: number): void {
  if (into.count === into.hashes.length) grow(into)
  into.hashes[into.count] = hash
  into.at[into.count] = at
  into.count += 1
}

function grow(into: Hashes): void {
  const [hashes, at] = [new Uint32Array(into.count * 2), new Int32Array(into.count * 2)]
  hashes.set(into.hashes)
  at.set(into.at)
  into.hashes = hashes
  into.at = at
}

/** FNV-1a, and then each bit of it over all others: sums of neighbours must not meet. */
function hashOf(word: string, seed: number): number {
  let hash = seed
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), prime)
  return mixed(hash)
}

function mixed(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
