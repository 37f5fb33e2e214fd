/** Learning a model from texts with labels. The same texts in the same order always give the same model. */
import { type Held, steepnessFor } from './confidence.ts'
import type { Recipe } from './features.ts'
import { foldsOf, groupsOf } from './grouping.ts'
import { fitMargin } from './margin.ts'
import { byteOf, Classifier, type Model } from './model.ts'
import { familyOf, recipeFor } from './recipes.ts'
import { learnVocabulary, type Rows, rowsOf, type Text, type Vocabulary, Weigher } from './vectors.ts'

export interface Example {
  readonly text: Text
  readonly label: string
  /** Against one text of people: less for a name out of a table. */
  readonly weight?: number
}

export interface Training {
  /** The recipe that fits the texts, unless one is given. */
  readonly recipe?: Recipe
  /** Hears how far it is, between 0 and 1. */
  readonly progress?: (share: number) => void
}

/** A model is no larger than this, whatever it is learned from: what tells least is left out. */
const mostBytes = 20_000_000 - 200_000

/** Learns from all of them. The model does not know how sure it is; `calibrated` says it. */
export function train(examples: readonly Example[], { recipe, progress = () => {} }: Training = {}): Model {
  const labels = [...new Set(examples.map(({ label }) => label))].toSorted()
  const texts = examples.map(({ text }) => text)
  const vocabulary = learnVocabulary(texts, recipe ?? recipeFor(texts))
  const rows = rowsOf(new Weigher(vocabulary), texts)
  const fitting = new Fitting(vocabulary, rows, examples)
  const families = familiesOf(labels, vocabulary.recipe)
  const steps = labels.length + families.size
  let done = 0
  const step = <T>(made: T): T => {
    done += 1
    progress(done / steps)
    return made
  }
  const shared = new Map([...families].map(([family, members]) => [family, step(fitting.fit(members))]))
  const bytes = new Bytes(vocabulary.hashes.length, labels.length)
  labels.forEach((label, at) => {
    const own = fitting.fit(new Set([label]))
    const family = shared.get(familyOf(label))
    if (family !== undefined)
      for (let place = 0; place < own.length; place += 1)
        own[place] = (own[place] as number) + vocabulary.recipe.family * (family[place] as number)
    bytes.put(at, own)
    step(null)
  })
  return bytes.within(mostBytes, { labels, vocabulary })
}

/** Families of several labels; none where each stands for itself. */
function familiesOf(labels: readonly string[], recipe: Recipe): ReadonlyMap<string, ReadonlySet<string>> {
  if (recipe.family === 0) return new Map()
  const all = Map.groupBy(labels, familyOf)
  return new Map(
    [...all].filter(([, of]) => of.length > 1 && all.size > 1).map(([family, of]) => [family, new Set(of)]),
  )
}

class Fitting {
  readonly #vocabulary: Vocabulary
  readonly #rows: Rows
  readonly #labels: readonly string[]
  readonly #costs: Float64Array

  constructor(vocabulary: Vocabulary, rows: Rows, examples: readonly Example[]) {
    this.#vocabulary = vocabulary
    this.#rows = rows
    this.#labels = examples.map(({ label }) => label)
    this.#costs = Float64Array.from(examples, ({ weight = 1 }) => vocabulary.recipe.cost * weight)
  }

  fit(labels: ReadonlySet<string>): Float64Array {
    const isLabel = Uint8Array.from(this.#labels, (label) => (labels.has(label) ? 1 : 0))
    const features = this.#vocabulary.hashes.length
    const { telling } = this.#vocabulary.recipe
    const fitting = { costs: this.#costs, features }
    if (telling === 0) return fitMargin(this.#rows, isLabel, fitting)
    const scales = tellingScales(this.#rows, isLabel, features, telling)
    const value = this.#rows.value.map((each, cell) => each * (scales[this.#rows.feature[cell] as number] as number))
    const weights = fitMargin({ ...this.#rows, value }, isLabel, fitting)
    scales.forEach((scale, place) => {
      weights[place] = (weights[place] as number) * scale
    })
    return weights
  }
}

/** How much more often a feature stands in texts of the label than in others, or less: its log-count ratio (Wang and Manning, 2012). */
function tellingScales({ starts, feature }: Rows, isLabel: Uint8Array, features: number, power: number): Float32Array {
  const [within, outside] = [new Float64Array(features).fill(1), new Float64Array(features).fill(1)]
  isLabel.forEach((is, row) => {
    const into = is === 1 ? within : outside
    for (let cell = starts[row] as number; cell < (starts[row + 1] as number); cell += 1) {
      const place = feature[cell] as number
      into[place] = (into[place] as number) + 1
    }
  })
  const sum = (of: Float64Array) => of.reduce((all, one) => all + one, 0)
  const shift = Math.log(sum(outside) / sum(within))
  return Float32Array.from(within, (times, place) => {
    const ratio = Math.log(times / (outside[place] as number)) + shift
    return (Math.abs(ratio) + 0.001) ** power
  })
}

/** Weights as they are found, label by label, each in one byte. */
class Bytes {
  readonly #labels: number
  readonly #weights: Int8Array
  readonly #scales: Float32Array
  readonly #biases: Float32Array
  /** By how much a feature can tell labels apart at most. */
  readonly #worth: Float32Array

  constructor(features: number, labels: number) {
    this.#labels = labels
    this.#weights = new Int8Array(features * labels)
    this.#scales = new Float32Array(labels)
    this.#biases = new Float32Array(labels)
    this.#worth = new Float32Array(features)
  }

  put(label: number, weights: Float64Array): void {
    const features = weights.length - 1
    let scale = 0
    for (let place = 0; place < features; place += 1) scale = Math.max(scale, Math.abs(weights[place] as number))
    for (let place = 0; place < features; place += 1) {
      const weight = weights[place] as number
      this.#weights[place * this.#labels + label] = byteOf(weight, scale)
      this.#worth[place] = Math.max(this.#worth[place] as number, Math.abs(weight))
    }
    this.#scales[label] = scale
    this.#biases[label] = weights[features] as number
  }

  within(most: number, { labels, vocabulary }: Pick<Model, 'labels' | 'vocabulary'>): Model {
    const [scales, biases, count] = [this.#scales, this.#biases, this.#labels]
    const room = Math.floor(most / (count + 8))
    const model = { labels, scales, biases, steepness: null }
    if (vocabulary.hashes.length <= room) return { ...model, vocabulary, weights: this.#weights }
    const least = this.#worth.toSorted()[vocabulary.hashes.length - room] as number
    const kept = [...vocabulary.hashes.keys()].filter((place) => (this.#worth[place] as number) > least)
    const weights = new Int8Array(kept.length * count)
    kept.forEach((place, at) => {
      weights.set(this.#weights.subarray(place * count, (place + 1) * count), at * count)
    })
    const smaller = {
      ...vocabulary,
      hashes: Uint32Array.from(kept, (place) => vocabulary.hashes[place] as number),
      rarity: Float32Array.from(kept, (place) => vocabulary.rarity[place] as number),
      firstSign: kept.filter((place) => place < vocabulary.firstSign).length,
    }
    return { ...model, vocabulary: smaller, weights }
  }
}

/** Scores of texts by a model that was not trained on them; texts of labels that it does not know are left out. */
export function scoresOf(model: Model, examples: readonly Example[]): readonly Held[] {
  const classifier = new Classifier(model)
  const places = new Map(model.labels.map((label, at) => [label, at]))
  return examples.flatMap(({ text, label }) => {
    const place = places.get(label)
    return place === undefined ? [] : [{ scores: classifier.scores(text), label: place }]
  })
}

export const calibrated = (model: Model, held: readonly Held[]): Model => ({
  ...model,
  steepness: held.length === 0 ? null : steepnessFor(held),
})

/** Fewer say nothing about how sure one may be. */
const fewestHeld = 50
const folds = 5

/** Learns from all of them, after it was seen on a fifth of them how sure a model of the other four fifths may be. */
export function trainCalibrated(examples: readonly Example[], training: Training = {}): Model {
  const { progress = () => {} } = training
  const fold = foldsFor(examples, folds)
  const held = examples.filter((_, at) => fold[at] === 0)
  if (held.length < fewestHeld) return train(examples, training)
  const first = train(
    examples.filter((_, at) => fold[at] !== 0),
    { ...training, progress: (share) => progress(share * 0.45) },
  )
  const model = train(examples, { ...training, progress: (share) => progress(0.45 + share * 0.55) })
  return calibrated(model, scoresOf(first, held))
}

/** Folds over which groups of texts that say the same, and labels, are spread. */
export function foldsFor(examples: readonly Example[], count: number): Int32Array {
  const places = new Map([...new Set(examples.map(({ label }) => label))].toSorted().map((label, at) => [label, at]))
  const labels = examples.map(({ label }) => places.get(label) as number)
  return foldsOf(groupsOf(examples.map(({ text }) => text)), labels, count)
}
