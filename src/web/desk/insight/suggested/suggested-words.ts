import { useLanguage } from '../../locales/language.tsx'
import { suggestedEn } from '../../locales/suggested-en.ts'
import { suggestedZh } from '../../locales/suggested-zh.ts'

/** The sentences of this part come with it and not with the frame of the desk. */
export const useSuggestedWords = () => (useLanguage().language === 'en' ? suggestedEn : suggestedZh)
