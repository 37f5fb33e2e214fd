import { useLanguage } from '../locales/language.tsx'
import { reliefEn } from '../locales/relief-en.ts'
import { reliefZh } from '../locales/relief-zh.ts'

/** The sentences of this part come with it and not with the frame of the desk. */
export const useReliefWords = () => (useLanguage().language === 'en' ? reliefEn : reliefZh)
