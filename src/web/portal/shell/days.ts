/** Days and digits as people read them, where one line has room for the whole. */

import { fullDay } from '../../shared/days.ts'
import type { Language } from '../../shared/language.ts'

const weekdaysZh = ['日', '一', '二', '三', '四', '五', '六']
const weekdaysEn = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** 2026年11月23日（星期一） · Monday 23 November 2026 */
export function dayAndWeekday(day: string, language: Language): string {
  const at = new Date(`${day}T00:00:00Z`).getUTCDay()
  if (Number.isNaN(at)) return day
  const full = fullDay(day, language)
  return language === 'zh' ? `${full}（星期${weekdaysZh[at]}）` : `${weekdaysEn[at]} ${full}`
}

/** In fours, as it is read out; dashes or whatever stood between go. */
export const inGroups = (digits: string, between = ' '): string =>
  digits.replace(/\D/g, '').replace(/(\d{4})(?=\d)/g, `$1${between}`)
