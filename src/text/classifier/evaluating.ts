/** Trying a model on labelled texts that it was not trained on: other texts, or a part of its own at a time. */
import { calibrationError, type Held, steepnessFor } from './confidence.ts'
import { examplesOf, type Written } from './examples-file.ts'
import { groupsOf } from './grouping.ts'
import { type Measured, measure } from './measuring.ts'
import { Classifier, type Model, writeModel } from './model.ts'
import { readText } from './reading.ts'
import { calibrated, type Example, foldsFor, scoresOf, train, trainCalibrated } from './training.ts'

export interface Evaluated extends Measured {
  readonly labels: number
  /** Texts of the evaluated file whose label stands on no text that was learned from: each counts as an error. */
  readonly unknown: number
  /** Texts that were not learned from because the same is asked about. */
  readonly leftOut: number
  /** From the text as the file has it to its label, on one core. */
  readonly textsPerSecond: number
  readonly modelBytes: number
  /** How far its confidence is from what is right; null where it has none. */
  readonly calibrationError: number | null
  readonly perLabel: readonly { readonly label: string; readonly texts: number; readonly right: number }[]
}

export type Progress = (step: 'learning' | 'asking', share: number) => void

/** Learns from one file and is asked about another. What is asked about is not learned from, whoever put it there. */
export function evaluateOn(from: readonly Written[], on: readonly Written[], progress: Progress): Evaluated {
  const [learned, asked] = [examplesOf(from), examplesOf(on)]
  const { kept, leftOut } = withoutCopies(learned, asked)
  const model = trainCalibrated(withNames(kept), { progress: (share) => progress('learning', share) })
  const held = scoresOf(model, asked)
  const steepness = model.steepness
  return {
    ...reportOf(model.labels, held, asked, leftOut),
    calibrationError: steepness === null ? null : calibrationError(held, steepness),
    ...costOf(model, on),
  }
}

/** Each part of a file is asked about by a model of all others. */
export function crossValidate(from: readonly Written[], progress: Progress): Evaluated {
  const all = examplesOf(from)
  const fold = foldsOfFile(from, all)
  const folds = [...new Set(fold)].toSorted((a, b) => a - b)
  const labels = [...new Set(all.map(({ label }) => label))].toSorted()
  const held = folds.flatMap((one, at) => {
    const learned = all.filter((_, row) => fold[row] !== one)
    const asked = all.filter((_, row) => fold[row] === one)
    const model = train(withNames(learned), {
      progress: (share) => progress('learning', (at + share) / (folds.length + 1)),
    })
    return spread(scoresOf(model, asked), model.labels, labels)
  })
  const whole = train(withNames(all), {
    progress: (share) => progress('learning', (folds.length + share) / (folds.length + 1)),
  })
  const model = calibrated(whole, held)
  return {
    ...reportOf(labels, held, all, 0),
    calibrationError: held.length === 0 ? null : calibrationError(held, steepnessFor(held)),
    ...costOf(model, from),
  }
}

/** A model of one part may not know all labels; what it does not know it never suggests. */
const spread = (held: readonly Held[], from: readonly string[], to: readonly string[]): readonly Held[] => {
  const places = to.map((label) => from.indexOf(label))
  return held.map(({ scores, label }) => ({
    scores: Float64Array.from(places, (place) => (place < 0 ? -1e6 : (scores[place] as number))),
    label: to.indexOf(from[label] as string),
  }))
}

/** The file's own folds where it has some, but no group of copies in two of them; else five of our own. */
function foldsOfFile(from: readonly Written[], examples: readonly Example[]): Int32Array {
  const own = from.map(({ fold }) => fold)
  const distinct = new Set(own)
  if (distinct.has(null) || distinct.size < 2 || distinct.size > 20) return foldsFor(examples, 5)
  const groups = groupsOf(examples.map(({ text }) => text))
  return groups.map((group) => own[group] as number)
}

function withoutCopies(learned: readonly Example[], asked: readonly Example[]) {
  const groups = groupsOf([...asked, ...learned].map(({ text }) => text))
  const askedGroups = new Set(groups.subarray(0, asked.length))
  const kept = learned.filter((_, at) => !askedGroups.has(groups[asked.length + at] as number))
  return { kept, leftOut: learned.length - kept.length }
}

/** What a label is called says what belongs there: one short text more about each. Of a label that is a code it says nothing and does no harm. */
function withNames(examples: readonly Example[]): readonly Example[] {
  const named = [...new Set(examples.map(({ label }) => label))]
    .toSorted()
    .map((label) => ({ label, text: readText(label) }))
  return [...examples, ...named.filter(({ text }) => text.length > 0)]
}

function reportOf(labels: readonly string[], held: readonly Held[], asked: readonly Example[], leftOut: number) {
  const unknown = asked.length - held.length
  const { accuracy, macroF1, top3 } = measure(held, labels.length)
  const share = asked.length === 0 ? 0 : held.length / asked.length
  const known = new Set(labels)
  const strangers = new Set(asked.map(({ label }) => label).filter((label) => !known.has(label))).size
  const present = new Set(held.map(({ label }) => label)).size + strangers
  const right = held.map(({ scores, label }) => ({ label, isRight: best(scores) === label }))
  return {
    texts: asked.length,
    // of labels that were never learned none can be right
    ...{ accuracy: accuracy * share, top3: top3 * share },
    macroF1: present === 0 ? 0 : (macroF1 * Math.max(present - strangers, 0)) / present,
    ...{ labels: labels.length, unknown, leftOut },
    perLabel: labels.map((label, at) => {
      const own = right.filter((one) => one.label === at)
      return { label, texts: own.length, right: own.filter(({ isRight }) => isRight).length }
    }),
  }
}

const best = (scores: ArrayLike<number>): number => Array.from(scores).indexOf(Math.max(...Array.from(scores)))

const measuredMs = 300

function costOf(model: Model, on: readonly Written[]): Pick<Evaluated, 'textsPerSecond' | 'modelBytes'> {
  const classifier = new Classifier(model)
  const round = () => {
    for (const { read } of on) classifier.scores(read())
  }
  if (on.length === 0 || model.labels.length === 0) return { textsPerSecond: 0, modelBytes: writeModel(model).length }
  // once for the engine to make it quick, as it is in a house that runs
  round()
  // what this thread has had of a processor: what else the machine does is not the model's doing
  const begun = process.threadCpuUsage()
  let [asked, spent] = [0, 0]
  do {
    round()
    asked += on.length
    const { user, system } = process.threadCpuUsage(begun)
    spent = (user + system) / 1000
  } while (spent < measuredMs)
  const seconds = spent / 1000
  return { textsPerSecond: Math.round(asked / seconds), modelBytes: writeModel(model).length }
}
