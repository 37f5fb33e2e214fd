/** A week, a month or a quarter as people call it. */
import type { ReportPeriod } from '../law/situation.ts'
import { type Bilingual, say } from './bilingual.ts'
import { dayInWords } from './days.ts'

export function periodInWords({ span, from, until }: ReportPeriod): Bilingual {
  const [year, month] = [from.slice(0, 4), Number(from.slice(5, 7))]
  const [first, last] = [dayInWords(from), dayInWords(until)]
  switch (span) {
    case 'week':
      return say(`${first.zh}至${last.zh}`, `${first.en} to ${last.en}`)
    case 'month':
      return say(`${year}年${month}月`, first.en.replace(/^\d+ /, ''))
    case 'quarter':
      return say(`${year}年第${Math.ceil(month / 3)}季度`, `quarter ${Math.ceil(month / 3)} of ${year}`)
  }
}
