import { useLanguage } from '../locales/language.tsx'
import { referralsEn } from '../locales/referrals-en.ts'
import { referralsZh } from '../locales/referrals-zh.ts'

/** The sentences of these pages come with them and not with the frame of the desk. */
export const useReferralWords = () => (useLanguage().language === 'en' ? referralsEn : referralsZh)
