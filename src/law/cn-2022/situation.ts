import { days } from '../../kernel/span.ts'
import { decided } from '../basis.ts'
import type { OwedReports } from '../situation.ts'

/** 月报、季报 (art. 14 (1) (4) says neither how often nor by when). Nobody owes one by the week; whoever wants to can write one. */
export const situationReports = {
  nationMonth: { level: 'nation', every: 'month', span: days(10), basis: decided('0044') },
  nationQuarter: { level: 'nation', every: 'quarter', span: days(15), basis: decided('0044') },
  provinceMonth: { level: 'province', every: 'month', span: days(10), basis: decided('0044') },
  provinceQuarter: { level: 'province', every: 'quarter', span: days(15), basis: decided('0044') },
  prefectureMonth: { level: 'prefecture', every: 'month', span: days(10), basis: decided('0044') },
  prefectureQuarter: { level: 'prefecture', every: 'quarter', span: days(15), basis: decided('0044') },
  countyMonth: { level: 'county', every: 'month', span: days(10), basis: decided('0044') },
  countyQuarter: { level: 'county', every: 'quarter', span: days(15), basis: decided('0044') },
} as const satisfies OwedReports
