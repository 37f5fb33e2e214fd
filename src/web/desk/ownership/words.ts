import { type OwnershipTermGroup, ownershipTermOf } from '../../../wording/ownership-terms.ts'
import { useLanguage } from '../locales/language.tsx'
import { ownershipEn } from '../locales/ownership-en.ts'
import { ownershipZh } from '../locales/ownership-zh.ts'

/** Sentences and terms of owned cases come with these pages and not with the frame of the desk. */
export function useOwnershipWords() {
  const { language } = useLanguage()
  return {
    say: language === 'zh' ? ownershipZh : ownershipEn,
    said: (group: OwnershipTermGroup, code: string): string => ownershipTermOf(group, code)[language],
  }
}
