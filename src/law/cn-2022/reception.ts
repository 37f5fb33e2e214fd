/**
 * 定期接待群众来访 (art. 18 (2)) in days. The Regulations say 定期 and name no number: the opinion of 2009 on leaders receiving visitors (中办、国办转发
 * 《关于领导干部定期接待群众来访的意见》) has prefectures about quarterly, the two heads of a county monthly and townships at any time; that one
 * leader of the county receives on each working day, and the others monthly, is what Gansu (2018) and Henan (2024) have published. None of it
 * was read in its own text here, so every row rests on docs/adr/0038 and a pack may change or take it out.
 */
import { workingDays } from '../../kernel/span.ts'
import { endOfDay } from '../../kernel/wall-time.ts'
import { decided } from '../basis.ts'
import type { ReceptionLaw } from '../reception.ts'

const practice = decided('0038')

export const receptions = {
  frequencies: {
    provinceLeader: { level: 'province', who: 'any', every: 'year', basis: practice },
    prefectureLeader: { level: 'prefecture', who: 'any', every: 'quarter', basis: practice },
    countyMain: { level: 'county', who: 'main', every: 'month', basis: practice },
    countyOther: { level: 'county', who: 'other', every: 'month', basis: practice },
    countyEachDay: { level: 'county', who: 'any', every: 'workingDay', basis: practice },
    townshipLeader: { level: 'township', who: 'any', every: 'anyTime', basis: practice },
  },
  day: { span: workingDays(3), closesAt: endOfDay, slotMinutes: 30, mostSeats: 20, keptOfTen: 3, basis: practice },
} as const satisfies ReceptionLaw
