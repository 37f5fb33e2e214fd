/** Days, times and sizes as people read them in lists, where the full sentence of `src/wording` is too long. */
import { type Day, parseDay, weekday } from '../../kernel/day.ts'
import { dayInWords } from '../../wording/days.ts'
import type { Language } from './language.ts'

const weekdaysZh = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']
const weekdaysEn = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const monthsEn = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `2026年5月22日` · `22 May 2026`. What is no day comes back as it is. */
export const fullDay = (text: string, language: Language): string =>
  parseDay(text) ? dayInWords(text)[language] : text

/** `5月22日` · `22 May`; with the year when it is another one than `today`'s. */
export function shortDay(text: string, today: string, language: Language): string {
  if (!parseDay(text)) return text
  const [year, month, date] = text.split('-').map(Number) as [number, number, number]
  const sameYear = text.slice(0, 4) === today.slice(0, 4)
  if (language === 'zh') return `${sameYear ? '' : `${year}年`}${month}月${date}日`
  return `${date} ${monthsEn[month - 1]}${sameYear ? '' : ` ${year}`}`
}

export function weekdayInWords(text: string, language: Language): string {
  const parsed = parseDay(text)
  if (!parsed) return ''
  return (language === 'zh' ? weekdaysZh : weekdaysEn)[weekday(parsed) - 1] ?? ''
}

/** `2026年5月22日 周五` · `Fri 22 May 2026`: each language sets the weekday on its own side. */
export const dayAndWeekday = (text: string, language: Language): string =>
  beside(fullDay(text, language), weekdayInWords(text, language), language)

/** The same, as short as a list needs it. */
export const shortDayAndWeekday = (text: string, today: string, language: Language): string =>
  beside(shortDay(text, today, language), weekdayInWords(text, language), language)

const beside = (day: string, weekdayName: string, language: Language): string =>
  (language === 'zh' ? [day, weekdayName] : [weekdayName, day]).join(' ').trim()

/** Today where the office is. Chinese offices all keep Beijing time. */
export function todayInBeijing(at: Date = new Date()): Day {
  const text = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(at)
  return parseDay(text) ?? (text as Day)
}

/** `2026年5月22日 14:03` in Beijing time, from an ISO instant. */
export function instantInWords(iso: string, language: Language): string {
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return iso
  const time = { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' } as const
  return `${fullDay(todayInBeijing(at), language)} ${new Intl.DateTimeFormat('en-GB', time).format(at)}`
}

/** `820 KB`, `3.4 MB`. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
