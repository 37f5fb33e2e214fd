/** The cases that a figure is made of: their digest, and what rulings make of them. */
import { createHash } from 'node:crypto'
import type { Day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import type { IndicatorLaw, IndicatorName, LineOutcome } from '../law/assessment.ts'
import type { CaseRef, Figure, Ruling } from './assessment.ts'

export interface AssessedCase extends CaseRef {
  readonly organ: OrganId
  readonly day: Day
  readonly outcome: LineOutcome
  /** Of the case's own stream: up to there its facts make this line. */
  readonly version: number
  readonly ruling: 'leftOut' | 'corrected' | 'readAgain' | null
}

export const caseKey = ({ stream, item }: CaseRef): string => `${stream} ${item}`

/** What is left out stays to be seen, and is in no figure any more. */
const isCounted = ({ ruling, outcome }: AssessedCase, { denominator }: IndicatorLaw): boolean =>
  ruling !== 'leftOut' && denominator.includes(outcome)

/** A figure of these cases. Their order does not matter. */
export function figureOf(indicator: IndicatorName, law: IndicatorLaw, cases: readonly AssessedCase[]): Figure {
  const counted = cases.filter((each) => isCounted(each, law))
  const lines = counted.map((each) => `${caseKey(each)} ${each.outcome}\n`).sort()
  return {
    indicator,
    numerator: counted.filter(({ outcome }) => law.numerator.includes(outcome)).length,
    denominator: counted.length,
    digest: createHash('sha256').update(lines.join(''), 'utf8').digest('hex'),
  }
}

export interface Ruled {
  readonly cases: readonly AssessedCase[]
  /** Named, and not among the cases. */
  readonly strangers: readonly CaseRef[]
}

/** `now`: the lines of the cases to be read again, as they are today; one that is not there any more is left out. */
export function ruledCases(
  cases: readonly AssessedCase[],
  rulings: readonly Ruling[],
  now: ReadonlyMap<string, LineNow>,
): Ruled {
  const byKey = new Map(rulings.map((ruling) => [caseKey(ruling.case), ruling]))
  const there = new Set(cases.map(caseKey))
  const strangers = rulings.map((ruling) => ruling.case).filter((each) => !there.has(caseKey(each)))
  const ruled = cases.map((each): AssessedCase => {
    const ruling = byKey.get(caseKey(each))
    return ruling ? ruledCase(each, ruling, now.get(caseKey(each))) : each
  })
  return { cases: ruled, strangers }
}

type LineNow = Pick<AssessedCase, 'organ' | 'day' | 'outcome' | 'version'>

function ruledCase(before: AssessedCase, { ruling, outcome }: Ruling, line: LineNow | undefined): AssessedCase {
  if (ruling === 'stays') return before
  if (ruling === 'leftOut') return { ...before, ruling }
  if (ruling === 'corrected') return { ...before, outcome: outcome ?? before.outcome, ruling }
  return line ? { ...before, ...line, ruling } : { ...before, ruling: 'leftOut' }
}
