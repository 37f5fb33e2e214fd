import type { Calendar, YearNotLoaded } from '../kernel/calendar.ts'
import { type Counted, countSpan, namingNotices } from '../kernel/clock.ts'
import type { Day } from '../kernel/day.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { type Basis, basisInWords } from './basis.ts'
import { builtInCalendars } from './calendars/shelf.ts'
import { protectionClocks } from './cn-2022/protection.ts'
import type { ClockRule, PackHeader } from './law.ts'

/** A rule of whatever room: who bears it is a matter of that room's words. */
export type AnyClockRule = ClockRule<string, string, string>

/** What counting needs of a pack. */
export interface CountingPack extends Pick<PackHeader, 'id' | 'version'> {
  readonly clocks: Readonly<Record<string, AnyClockRule>>
}

export interface CountedByRule extends Counted {
  readonly rule: string
  readonly pack: string
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

/** The rules of a pack by name, in the order of the pack, with those that protect whoever petitions, which are the same under every law. */
export const rulesOfPack = ({ clocks }: Pick<CountingPack, 'clocks'>): Readonly<Record<string, AnyClockRule>> => ({
  ...clocks,
  ...protectionClocks,
})

/** The last day of one rule from one day, by one pack, whatever law was in force on that day. */
export function countByRule(
  pack: CountingPack,
  name: string,
  from: Day,
  calendar: Calendar = builtInCalendars.in(null, 'organ'),
): Result<CountedByRule, CountRefusal> {
  const rules = rulesOfPack(pack)
  const rule = Object.hasOwn(rules, name) ? rules[name] : undefined
  if (!rule) return err({ kind: 'unknown-rule', rule: name, rules: Object.keys(rules) })
  if (rule.span.unit === 'designated') return err({ kind: 'designated-day', rule: name })
  const counted = countSpan(rule.span, rule.binds, from, calendar)
  if (!counted.ok) return counted
  const { basis, binds } = rule
  return ok({
    ...counted.value,
    derivation: namingNotices(counted.value.derivation, calendar).map((step) =>
      step.step === 'starts' && rule.countsFrom ? { ...step, fact: rule.countsFrom } : step,
    ),
    rule: name,
    pack: pack.id,
    from,
    basis,
    basisInWords: basisInWords(basis),
    binds,
    calendar: calendar.version,
  })
}
