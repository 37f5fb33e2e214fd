/** Which leader has not yet received as often as asked, and on which working day nobody of a county does: shown before it is a gap. */
import { type Calendar, isWorked, kindOf } from '../../kernel/calendar.ts'
import { addDays, type Day, day as parse, weekday } from '../../kernel/day.ts'
import type { OrganId, OrganLevel } from '../../kernel/organ.ts'
import type { FrequencyRule, ReceptionFrequency, ReceptionLaw } from '../../law/reception.ts'
import type { Standing } from './reception.ts'

/** Somebody who leads in an organ of party or government, or another whose leaders receive. */
export interface LeaderOf {
  readonly account: string
  readonly organ: OrganId
  readonly level: OrganLevel
  readonly region: string
  readonly standing: Standing
}

/** A day on which somebody receives, as far as it is not called off. */
export interface Reception {
  readonly account: string
  readonly day: Day
  readonly isHeld: boolean
}

/** 已完成 · 已安排 · 尚未安排 · 缺 */
export const gapStates = ['met', 'planned', 'open', 'missed'] as const
export type GapState = (typeof gapStates)[number]

export interface LeaderGap {
  readonly frequency: ReceptionFrequency
  readonly account: string
  readonly organ: OrganId
  readonly from: Day
  readonly until: Day
  readonly state: GapState
  /** The day that meets it, or is to. */
  readonly day: Day | null
}

export interface DayGap {
  readonly day: Day
  readonly state: GapState
}

const pad = (part: number): string => String(part).padStart(2, '0')

/** The year, quarter, month or week that a day lies in. */
export function periodOf(on: Day, every: FrequencyRule['every']): { readonly from: Day; readonly until: Day } | null {
  const [year, month] = [Number(on.slice(0, 4)), Number(on.slice(5, 7))]
  if (every === 'week') {
    const from = addDays(on, 1 - weekday(on))
    return { from, until: addDays(from, 6) }
  }
  const months = { year: 12, quarter: 3, month: 1 }[every as 'year' | 'quarter' | 'month'] as number | undefined
  if (months === undefined) return null
  const first = Math.floor((month - 1) / months) * months + 1
  const [nextYear, nextMonth] = first + months > 12 ? [year + 1, 1] : [year, first + months]
  return {
    from: parse(`${year}-${pad(first)}-01`),
    until: addDays(parse(`${nextYear}-${pad(nextMonth)}-01`), -1),
  }
}

const applies = ({ level, who }: FrequencyRule, leader: LeaderOf): boolean =>
  level === leader.level && (who === 'any' || who === leader.standing)

/** How each leader stands in the period that a day lies in, by every row that applies to them. */
export function leaderGaps(
  leaders: readonly LeaderOf[],
  receptions: readonly Reception[],
  on: Day,
  today: Day,
  { frequencies }: ReceptionLaw,
): readonly LeaderGap[] {
  return Object.entries(frequencies).flatMap(([name, rule]) => {
    const period = rule && periodOf(on, rule.every)
    if (!rule || !period) return []
    return leaders
      .filter((leader) => applies(rule, leader))
      .map(({ account, organ }) => {
        const own = receptions.filter(
          ({ account: other, day }) =>
            other === account &&
            day >= period.from &&
            day <= period.until &&
            (rule.weekday === undefined || weekday(day) === rule.weekday),
        )
        return {
          frequency: name as ReceptionFrequency,
          account,
          organ,
          ...period,
          ...standOf(own, period.until, today),
        }
      })
  })
}

function standOf(
  own: readonly Reception[],
  until: Day,
  today: Day,
): { readonly state: GapState; readonly day: Day | null } {
  const days = own.toSorted((a, b) => (a.day < b.day ? -1 : 1))
  const held = days.find(({ isHeld }) => isHeld)
  if (held) return { state: 'met', day: held.day }
  const ahead = days.find(({ day }) => day >= today)
  if (ahead) return { state: 'planned', day: ahead.day }
  return { state: until < today ? 'missed' : 'open', day: null }
}

/** Working days of a span on which no leader of the area receives; a year whose holidays are unknown is left out. */
export function dayGaps(
  receptions: readonly Reception[],
  { from, until }: { readonly from: Day; readonly until: Day },
  today: Day,
  calendar: Calendar,
): readonly DayGap[] {
  const found: DayGap[] = []
  for (let day = from; day <= until; day = addDays(day, 1)) {
    const kind = kindOf(calendar, day)
    if (!kind.ok || !isWorked(kind.value)) continue
    found.push({
      day,
      state: standOf(
        receptions.filter((one) => one.day === day),
        day,
        today,
      ).state,
    })
  }
  return found
}
