import { assessmentTerms } from '../../../wording/assessment-terms.ts'
import { assessmentEn } from '../locales/assessment-en.ts'
import { assessmentZh } from '../locales/assessment-zh.ts'
import { useLanguage } from '../locales/language.tsx'
import { periodInWords } from './periods.ts'

type Group = keyof typeof assessmentTerms

/** The words of assessment, and how its codes, periods and shares are written. */
export function useAssessmentWords() {
  const { language, pick } = useLanguage()
  const say = language === 'en' ? assessmentEn : assessmentZh
  return {
    say,
    /** A coded value in words; the code itself where nobody here knows it. */
    named(group: Group, code: string): string {
      const words: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = assessmentTerms[group]
      const term = words[code]
      return term ? term[language] : code
    },
    periodName: (period: string) => pick(periodInWords(period)),
  }
}

/** 873 → 87.3%, and whole per cents without a nought behind. */
export const perCent = (perMille: number): string =>
  `${perMille % 10 === 0 ? perMille / 10 : (perMille / 10).toFixed(1)}%`
