/** A week, a month or a quarter as people call it. */
import type { OwedReportRule, ReportingLevel, ReportPeriod, ReportSpan } from '../law/situation.ts'
import { type Bilingual, say } from './bilingual.ts'
import { dayInWords } from './days.ts'

const levels: Readonly<Record<ReportingLevel, Bilingual>> = {
  nation: { zh: '国家', en: 'National' },
  province: { zh: '省级', en: 'Provincial' },
  prefecture: { zh: '市级', en: 'Prefectural' },
  county: { zh: '县级', en: 'County' },
}
const everyOne: Readonly<Record<ReportSpan, Bilingual>> = {
  week: { zh: '周报', en: 'weekly report' },
  month: { zh: '月报', en: 'monthly report' },
  quarter: { zh: '季报', en: 'quarterly report' },
}

/** 县级月报 · County bureau, monthly report */
export const owedInWords = ({ level, every }: Pick<OwedReportRule, 'level' | 'every'>): Bilingual =>
  say(`${levels[level].zh}${everyOne[every].zh}`, `${levels[level].en} bureau, ${everyOne[every].en}`)

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
