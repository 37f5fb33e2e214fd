import { calendarEn } from '../locales/calendar-en.ts'
import { calendarZh } from '../locales/calendar-zh.ts'
import { useLanguage } from '../locales/language.tsx'

export function useCalendarWords() {
  const { language } = useLanguage()
  return language === 'en' ? calendarEn : calendarZh
}
