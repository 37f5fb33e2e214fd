import { useLanguage } from '../locales/language.tsx'
import { summaryEn } from '../locales/summary-en.ts'
import { summaryZh } from '../locales/summary-zh.ts'

/** Sentences of the summary come with it and not with the frame of the desk. */
export const useSummaryWords = () => (useLanguage().language === 'zh' ? summaryZh : summaryEn)
