/** The formula of an indicator in words. */
import type { IndicatorLaw, LineOutcome } from '../law/assessment.ts'
import { assessmentTerms } from './assessment-terms.ts'
import { type Bilingual, say } from './bilingual.ts'

const outcomesInWords = (outcomes: readonly LineOutcome[]): Bilingual => {
  const words = outcomes.map((outcome) => assessmentTerms.outcome[outcome])
  return { zh: words.map(({ zh }) => zh).join('＋'), en: words.map(({ en }) => en).join(' + ') }
}

/** `按期 ÷（按期＋超期完成＋超期未完成）` */
export function formulaInWords({ numerator, denominator }: IndicatorLaw): Bilingual {
  const [part, whole] = [outcomesInWords(numerator), outcomesInWords(denominator)]
  const above = numerator.length > 1 ? { zh: `（${part.zh}）`, en: `(${part.en})` } : part
  return say(`${above.zh} ÷（${whole.zh}）`, `${above.en} ÷ (${whole.en})`)
}
