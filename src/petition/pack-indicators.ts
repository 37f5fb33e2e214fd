/**
 * What no pack may make of assessment. Ranking by volume taught offices to turn petitioners away and to buy records out of the books;
 * leaving out what is overdue, or counting silence as satisfaction, taught them not to answer. A pack that does so is refused in words.
 */
import { type IndicatorLaw, indicatorNames, isRating, type LineOutcome, outcomesOf } from '../law/assessment.ts'
import type { PackFault } from '../law/pack-file.ts'
import type { PetitionLaw } from './petition.ts'

type Wrong = (row: IndicatorLaw) => boolean
type Rule = readonly [field: keyof IndicatorLaw, wrong: Wrong, en: string, zh: string]

const outcomes = ({ measure }: IndicatorLaw): readonly string[] => outcomesOf[measure]
const has = (list: readonly string[], ...some: readonly LineOutcome[]) => some.some((each) => list.includes(each))

/** Nobody's success: not due, no longer owed, not asked yet, or not answered by the petitioner. */
const noSuccess = ['unrated', 'waiting', 'running', 'fellAway', 'overdue'] as const

/** One after the other: the first that is wrong is said, since the next would only follow from it. */
const rules: readonly Rule[] = [
  [
    'measure',
    ({ measure }) => !Object.hasOwn(outcomesOf, measure),
    'is nothing that may be measured: how many petitions there are is never an indicator',
    '不是可以考核的内容：信访量永远不能作为考核指标',
  ],
  [
    'per',
    ({ per }) => (per as string) !== 'organ',
    'groups by something else than the organ assessed: nothing counts, ranks or groups petitioners',
    '只能按被考核单位归集，不得按信访人统计、排名或者归类',
  ],
  [
    'denominator',
    ({ denominator }) => denominator.length === 0,
    'has no denominator: a bare number of cases is volume, and volume is never an indicator',
    '没有分母：单纯的件数就是信访量，不能作为考核指标',
  ],
  [
    'denominator',
    (row) => [...row.numerator, ...row.denominator].some((each) => !outcomes(row).includes(each)),
    'names an outcome that this measure does not have',
    '含有该项内容没有的结果',
  ],
  [
    'numerator',
    ({ numerator, denominator }) =>
      numerator.length === 0 ||
      numerator.some((each) => !denominator.includes(each)) ||
      denominator.every((each) => numerator.includes(each)),
    'is no part of the denominator: it must be in it, and leave something of it out',
    '分子必须是分母的一部分，且不得等于分母',
  ],
  [
    'denominator',
    (row) =>
      (['overdue', 'becamePetition', 'open'] as const).some(
        (each) => has(outcomes(row), each) && !has(row.denominator, each),
      ),
    'leaves out what is overdue or open: not answering would improve the figure',
    '分母不得漏掉超期未完成的事项，否则不办反而提高比率',
  ],
  [
    'numerator',
    ({ numerator, better }) => better === 'higher' && has(numerator, ...noSuccess),
    'counts as a success what nobody said or did: silence is never satisfaction',
    '不得把未评价、未到期或者超期未完成计为成绩：沉默不等于满意',
  ],
  [
    'denominator',
    ({ measure, denominator, better }) => isRating(measure) && better === 'lower' && has(denominator, 'unrated'),
    'lets silence dilute dissatisfaction: silence is never satisfaction',
    '不得用未评价冲淡不满意：沉默不等于满意',
  ],
]

export function looseningOfIndicators({ indicators }: Pick<PetitionLaw, 'indicators'>): readonly PackFault[] {
  return indicatorNames.flatMap((name) => {
    const row = indicators[name]
    const broken = row && rules.find(([, wrong]) => wrong(row))
    if (!broken) return []
    const [field, , en, zh] = broken
    return [{ at: `indicators.${name}.${field}`, en, zh }]
  })
}
