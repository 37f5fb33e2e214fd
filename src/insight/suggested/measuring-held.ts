/** How good the categories are that the house suggests now, on labelled texts that it did not learn from. */
import { categories, categoryTree, findCategory } from '../../law/codes/categories.ts'
import type { Held } from '../../text/classifier/confidence.ts'
import type { Written } from '../../text/classifier/examples-file.ts'
import { type Measured, measure } from '../../text/classifier/measuring.ts'
import type { SuggestedHouse } from './house.ts'

export interface HeldMeasured extends Measured {
  readonly version: number
  readonly cases: number
  readonly unknown: number
  readonly textsPerSecond: number
  readonly modelBytes: number
}

/** Labels by code or by Chinese name; a file labelled by first-level categories is measured by those. */
export async function measureHeld(house: SuggestedHouse, written: readonly Written[]): Promise<HeldMeasured> {
  const { classifier, version, cases } = await house.shelf.modelFor('category')
  const codes = written.map(({ label }) => codeOf(label))
  const isByBranch = codes.every((code) => code === null || !code.includes('.'))
  const labels = isByBranch ? categoryTree.map(({ id }) => id as string) : categories.map(({ id }) => id)
  const begun = performance.now()
  const held = written.flatMap(({ read }, at): Held[] => {
    const label = labels.indexOf(codes[at] ?? '')
    const scores = classifier.scores(read())
    return label < 0 ? [] : [{ scores: gathered(labels, classifier.model.labels, scores), label }]
  })
  const seconds = (performance.now() - begun) / 1000
  const { accuracy, macroF1, top3 } = measure(held, labels.length)
  const share = written.length === 0 ? 0 : held.length / written.length
  return {
    ...{ texts: written.length, accuracy: accuracy * share, macroF1: macroF1 * share, top3: top3 * share },
    ...{ version, cases, unknown: written.length - held.length },
    textsPerSecond: seconds === 0 ? 0 : Math.round(written.length / seconds),
    modelBytes: classifier.model.weights.length + classifier.model.vocabulary.hashes.length * 8,
  }
}

function codeOf(label: string): string | null {
  if (findCategory(label)) return label
  const named = [...categoryTree, ...categories].find(({ zh }) => zh === label)
  return named?.id ?? null
}

/** A branch is as likely as the likeliest of its categories. */
function gathered(labels: readonly string[], from: readonly string[], scores: Float64Array): Float64Array {
  const sums = new Float64Array(labels.length).fill(-1e6)
  from.forEach((code, at) => {
    const place = labels.indexOf(labels.includes(code) ? code : code.slice(0, Math.max(0, code.indexOf('.'))))
    if (place >= 0) sums[place] = Math.max(sums[place] as number, scores[at] as number)
  })
  return sums
}
