import { intakeEn } from '../locales/intake-en.ts'
import { intakeZh } from '../locales/intake-zh.ts'
import { useLanguage } from '../locales/language.tsx'

/** The sentences of these pages come with them and not with the frame of the desk. */
export const useIntakeWords = () => (useLanguage().language === 'en' ? intakeEn : intakeZh)
