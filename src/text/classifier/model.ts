/**
 * What was learned, small enough to be kept and quick enough to be asked while somebody types: hashes of features, how rare each is, and
 * for each label one byte a feature. No word of what it was learned from is in it.
 */
import { sharesOf } from './confidence.ts'
import type { Recipe } from './features.ts'
import { type Text, type Vocabulary, Weigher } from './vectors.ts'

export interface Model {
  readonly labels: readonly string[]
  readonly vocabulary: Vocabulary
  /** For each feature one byte a label, as `byteOf` writes them. */
  readonly weights: Int8Array
  /** Per label, what a byte of 127 stands for, and the bias. */
  readonly scales: Float32Array
  readonly biases: Float32Array
  /** How scores become shares (confidence.ts); null where nothing was there to measure it by. */
  readonly steepness: number | null
}

/** Small weights are many and large ones few: the square root gives small ones more of the 127 steps. */
export const byteOf = (weight: number, scale: number): number =>
  scale === 0 ? 0 : Math.sign(weight) * Math.round(127 * Math.sqrt(Math.min(1, Math.abs(weight) / scale)))
const weightOfByte = Float32Array.from({ length: 256 }, (_, at) => {
  const byte = at - 128
  return Math.sign(byte) * (byte / 127) ** 2
})

export interface Suggested {
  readonly label: string
  /** Null where the model does not know how sure it is. */
  readonly confidence: number | null
  /** What decided, the strongest first. */
  readonly words: readonly string[]
}

/** A model ready to be asked. One at a time: it keeps its scratch. */
export class Classifier {
  readonly model: Model
  readonly #weigher: Weigher

  constructor(model: Model) {
    this.model = model
    this.#weigher = new Weigher(model.vocabulary)
  }

  /** How much speaks for each label. */
  scores(text: Text): Float64Array {
    const { labels, weights, scales, biases } = this.model
    const count = labels.length
    const sums = new Float64Array(count)
    const { feature, value, length } = this.#weigher.weigh(text)
    for (let at = 0; at < length; at += 1) {
      const [from, weight] = [(feature[at] as number) * count, value[at] as number]
      for (let label = 0; label < count; label += 1)
        sums[label] =
          (sums[label] as number) + weight * (weightOfByte[(weights[from + label] as number) + 128] as number)
    }
    return sums.map((sum, label) => sum * (scales[label] as number) + (biases[label] as number))
  }

  /** The likeliest labels among those allowed, with what decided. Nothing where no word of the text was ever learned. */
  suggest(text: Text, most: number, isAllowed: (label: string) => boolean = () => true): readonly Suggested[] {
    const { labels, steepness } = this.model
    const scores = this.scores(text)
    if (!this.#knowsAny()) return []
    const shares = steepness === null ? null : sharesOf(scores, steepness)
    return (
      labels
        .map((label, at) => ({ label, at, score: scores[at] as number }))
        .filter(({ label }) => isAllowed(label))
        .toSorted((a, b) => b.score - a.score)
        .slice(0, most)
        .map(({ label, at }) => ({ label, confidence: shares?.[at] ?? null, words: this.#decisive(text, at) }))
        // without a word that speaks for it, and without having counted, it would be a guess
        .filter(({ confidence, words }) => confidence !== null || words.length > 0)
    )
  }

  #knowsAny(): boolean {
    for (const _ of this.#weigher.lastRead()) return true
    return false
  }

  /** Each feature speaks for a label by how much more it weighs there than on average; a word by all features that begin in it. */
  #decisive(text: Text, label: number): readonly string[] {
    const { labels, weights, scales } = this.model
    const count = labels.length
    const { feature, value, length } = this.#weigher.weigh(text)
    const worth = new Map<number, number>()
    for (let at = 0; at < length; at += 1) {
      const from = (feature[at] as number) * count
      const weightAt = (of: number) =>
        (weightOfByte[(weights[from + of] as number) + 128] as number) * (scales[of] as number)
      let sum = 0
      for (let other = 0; other < count; other += 1) sum += weightAt(other)
      worth.set(feature[at] as number, (value[at] as number) * (weightAt(label) - sum / count))
    }
    const byWord = new Map<string, number>()
    const said = new Set<string>()
    for (const { feature: found, word } of this.#weigher.lastRead()) {
      const written = text[word] as string
      // a feature weighs once however often it is read, so it is counted for a word once too
      const key = `${found} ${written}`
      if (said.has(key)) continue
      said.add(key)
      byWord.set(written, (byWord.get(written) ?? 0) + (worth.get(found) ?? 0))
    }
    return [...byWord]
      .filter(([written, speaks]) => speaks > 0 && [...written].length >= 2)
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, mostWords)
      .map(([written]) => written)
  }
}

const mostWords = 4

const magic = 'XQM1'

interface Head {
  readonly labels: readonly string[]
  readonly recipe: Recipe
  readonly features: number
  readonly firstSign: number
  readonly steepness: number | null
}

/** The model as bytes: a head in JSON, then its numbers one after the other. */
export function writeModel({ labels, vocabulary, weights, scales, biases, steepness }: Model): Uint8Array {
  const { recipe, hashes, firstSign, rarity } = vocabulary
  const head: Head = { labels, recipe, features: hashes.length, firstSign, steepness }
  const said = new TextEncoder().encode(JSON.stringify(head))
  const parts = [
    new TextEncoder().encode(magic),
    bytesOf(Uint32Array.of(said.length)),
    said,
    ...[hashes, rarity, scales, biases, weights].map(bytesOf),
  ]
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const bytesOf = (numbers: Uint32Array | Float32Array | Int8Array): Uint8Array =>
  new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)

/** Throws for what is no model, or one of another version: it is then trained anew. */
export function readModel(given: Uint8Array): Model {
  // what a database gives is a Buffer, whose slices are views of what it holds and no copies
  const bytes = new Uint8Array(given.buffer, given.byteOffset, given.byteLength)
  const head = 8
  if (new TextDecoder().decode(bytes.subarray(0, 4)) !== magic) throw new Error('these bytes are no model')
  const [length = 0] = new Uint32Array(bytes.slice(4, head).buffer)
  const said = JSON.parse(new TextDecoder().decode(bytes.subarray(head, head + length))) as Head
  const { labels, recipe, features, firstSign, steepness } = said
  let at = head + length
  // copied out, because numbers of four bytes must begin at a multiple of four
  const next = (size: number): ArrayBuffer => {
    const part = bytes.slice(at, at + size)
    if (part.length !== size) throw new Error('a model is cut off')
    at += size
    return part.buffer as ArrayBuffer
  }
  const hashes = new Uint32Array(next(features * 4))
  const rarity = new Float32Array(next(features * 4))
  const scales = new Float32Array(next(labels.length * 4))
  const biases = new Float32Array(next(labels.length * 4))
  const weights = new Int8Array(next(features * labels.length))
  return { labels, vocabulary: { recipe, hashes, firstSign, rarity }, weights, scales, biases, steepness }
}
