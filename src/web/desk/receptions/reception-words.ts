import { useLanguage } from '../locales/language.tsx'
import { receptionEn } from '../locales/reception-en.ts'
import { receptionZh } from '../locales/reception-zh.ts'

export function useReceptionWords() {
  const { language } = useLanguage()
  return language === 'en' ? receptionEn : receptionZh
}
