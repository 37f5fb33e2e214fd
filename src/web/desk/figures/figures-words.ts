import type { Month } from '../../../kernel/month.ts'
import { monthInWords } from '../../../wording/figures.ts'
import { figuresEn } from '../locales/figures-en.ts'
import { figuresZh } from '../locales/figures-zh.ts'
import { useLanguage } from '../locales/language.tsx'

/** The words of the figures, and the name of a month. */
export function useFiguresWords() {
  const { language, pick } = useLanguage()
  return {
    say: language === 'en' ? figuresEn : figuresZh,
    nameOf: (month: string) => pick(monthInWords(month as Month)),
  }
}
