/**
 * The words of fairness and discipline (公正与纪律): what of each organ is counted, and what became of it. Counted are facts that stand, of organs and
 * never of people (docs/adr/0069).
 */

/** What became of each, by what it is. The first of them that stand for a share come first. */
export const outcomesOf = {
  /** 申请回避 */
  recusal: ['granted', 'refused', 'undecided'],
  /** 自行回避: somebody stepped aside by their own word. */
  stepAside: ['declared'],
  /** 复查 of an answer: 变更, 撤销, 维持. */
  review: ['changed', 'quashed', 'upheld'],
  /** 复核 of an opinion on review. */
  reexamination: ['changed', 'quashed', 'upheld'],
  /** An answer that was quashed, taken up again. */
  reopening: ['reopened'],
  /** 责任追究建议: what those to whom it went made of it. */
  accountability: ['adopted', 'partly', 'notAdopted'],
  /** 保护线索: what was found of a report of obstruction, retaliation or a leak. */
  report: ['true', 'partly', 'notFound'],
} as const

export type FairnessMeasure = keyof typeof outcomesOf
export type FairnessOutcome = (typeof outcomesOf)[FairnessMeasure][number]

export const fairnessMeasures = Object.keys(outcomesOf) as readonly FairnessMeasure[]
export const fairnessOutcomes = [...new Set(Object.values(outcomesOf).flat())] as readonly FairnessOutcome[]

/** Outcomes whose share of all is told; of the others only how many there are. */
export const tellingOutcomes: Partial<Record<FairnessMeasure, readonly FairnessOutcome[]>> = {
  recusal: ['granted'],
  review: ['changed', 'quashed'],
  reexamination: ['changed', 'quashed'],
  accountability: ['adopted', 'partly'],
  report: ['true', 'partly'],
}

/** Of what is not decided yet no share is told. */
export const openOutcomes: readonly FairnessOutcome[] = ['undecided']

/** What the organ that it is about must not learn from a count. */
export const conductMeasures: readonly FairnessMeasure[] = ['accountability', 'report']
