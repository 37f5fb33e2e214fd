import type { Calendar, YearNotLoaded } from '../kernel/calendar.ts'
import { type Counted, countSpan } from '../kernel/clock.ts'
import type { Day } from '../kernel/day.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { type Basis, basisInWords } from './basis.ts'
import { stateCouncilCalendar } from './calendars/cn.ts'
import { cn2022 } from './cn-2022/cn-2022.ts'
import { protectionClocks } from './cn-2022/protection.ts'
import type { ClockRule } from './law.ts'

/** Every pack that this house knows, with the calendar that it counts by. */
const packs = {
  'cn-2022': { clocks: { ...cn2022.clocks, ...protectionClocks }, calendar: stateCouncilCalendar },
} as const

export type PackId = keyof typeof packs
export const packIds = Object.keys(packs) as readonly PackId[]
export const isPack = (id: string): id is PackId => Object.hasOwn(packs, id)

/** A rule of whatever room: who bears it is a matter of that room's words. */
export type AnyClockRule = ClockRule<string, string, string>

export interface CountedByRule extends Counted {
  readonly rule: string
  readonly pack: PackId
  readonly from: Day
  readonly basis: Basis
  readonly basisInWords: { readonly zh: string; readonly en: string }
  readonly binds: AnyClockRule['binds']
  readonly calendar: string
}

export type CountRefusal =
  | { readonly kind: 'unknown-rule'; readonly rule: string; readonly rules: readonly string[] }
  /** The statute leaves the day to whoever gives the order; there is nothing to count. */
  | { readonly kind: 'designated-day'; readonly rule: string }
  | YearNotLoaded

/** The rules of a pack by name, in the order of the pack. */
export const rulesOfPack = (pack: PackId): Readonly<Record<string, AnyClockRule>> => packs[pack].clocks

export const calendarOfPack = (pack: PackId): Calendar => packs[pack].calendar

/** The last day of one rule from one day, by one pack, whatever law was in force on that day. */
export function countByRule(pack: PackId, name: string, from: Day): Result<CountedByRule, CountRefusal> {
  const rules = rulesOfPack(pack)
  const rule = Object.hasOwn(rules, name) ? rules[name] : undefined
  if (!rule) return err({ kind: 'unknown-rule', rule: name, rules: Object.keys(rules) })
  if (rule.span.unit === 'designated') return err({ kind: 'designated-day', rule: name })
  const calendar = calendarOfPack(pack)
  const counted = countSpan(rule.span, rule.binds, from, calendar)
  if (!counted.ok) return counted
  const { basis, binds } = rule
  return ok({
    ...counted.value,
    rule: name,
    pack,
    from,
    basis,
    basisInWords: basisInWords(basis),
    binds,
    calendar: calendar.version,
  })
}
