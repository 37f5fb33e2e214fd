import { useLanguage } from '../locales/language.tsx'
import { readingsEn } from '../locales/readings-en.ts'
import { readingsZh } from '../locales/readings-zh.ts'

/** The sentences of these pages come with them and not with the frame of the desk. */
export const useReadingWords = () => (useLanguage().language === 'en' ? readingsEn : readingsZh)
