/** Periods as the wire names them: `2026-10`, `2026-Q4`, `2026`. */
export interface Named {
  readonly value: string
  readonly zh: string
  readonly en: string
}

const englishMonths = 'January February March April May June July August September October November December'.split(' ')

export function periodInWords(period: string): Named {
  const [year = '', part = ''] = period.split('-')
  if (part === '') return { value: period, zh: `${year}年`, en: year }
  if (part.startsWith('Q')) return { value: period, zh: `${year}年第${part.slice(1)}季度`, en: `${part} ${year}` }
  return { value: period, zh: `${year}年${Number(part)}月`, en: `${englishMonths[Number(part) - 1] ?? part} ${year}` }
}

/** From the one that runs backwards, the newest first. */
export function periodsBefore(today: string): {
  months: readonly Named[]
  quarters: readonly Named[]
  years: readonly Named[]
} {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  const monthBack = (back: number): string => {
    const at = year * 12 + (month - 1) - back
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
  }
  const quarterBack = (back: number): string => {
    const at = year * 4 + Math.floor((month - 1) / 3) - back
    return `${Math.floor(at / 4)}-Q${(at % 4) + 1}`
  }
  const count = (many: number) => Array.from({ length: many }, (_, back) => back)
  return {
    months: count(18).map((back) => periodInWords(monthBack(back))),
    quarters: count(6).map((back) => periodInWords(quarterBack(back))),
    years: count(3).map((back) => periodInWords(String(year - back))),
  }
}

/** The last month that is over: what an assessment is usually about. */
export const lastMonth = (today: string): string => periodsBefore(today).months[1]?.value ?? today.slice(0, 7)
