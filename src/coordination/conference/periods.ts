/** 定期 (art. 9 (2), 12 (1)): how often a conference meets, as the pack has it, and where it is late. */
import { addDays, type Day, isAfter } from '../../kernel/day.ts'
import { firstDayOf, type Month, monthAfter, monthOf } from '../../kernel/month.ts'
import type { OrganFacts } from '../../kernel/organ.ts'
import type { ConferenceLaw, MeetingKind } from '../../law/conference.ts'
import { meetingsOf } from './acting.ts'

export interface Period {
  readonly kind: MeetingKind
  readonly everyMonths: number
  /** Null where none was ever held here. */
  readonly lastOn: Day | null
  /** The last day on which the next one is in time; null where none was ever held, since nothing says from when to count. */
  readonly dueBy: Day | null
  readonly isLate: boolean
}

export function periodsOf(
  organ: Pick<OrganFacts, 'kind'>,
  held: ReadonlyMap<MeetingKind, Day>,
  today: Day,
  law: Pick<ConferenceLaw, 'meetings'>,
): readonly Period[] {
  return meetingsOf(organ, law).flatMap((kind): readonly Period[] => {
    const { everyMonths } = law.meetings[kind]
    if (everyMonths === null) return []
    const lastOn = held.get(kind) ?? null
    const dueBy = lastOn === null ? null : monthsLater(lastOn, everyMonths)
    return [{ kind, everyMonths, lastOn, dueBy, isLate: dueBy === null || isAfter(today, dueBy) }]
  })
}

/** The same day of a later month, or the last of it where it is shorter. */
export function monthsLater(from: Day, count: number): Day {
  let at: Month = monthOf(from)
  for (let index = 0; index < count; index++) at = monthAfter(at)
  const wanted = addDays(firstDayOf(at), Number(from.slice(8)) - 1)
  const last = addDays(firstDayOf(monthAfter(at)), -1)
  return isAfter(wanted, last) ? last : wanted
}
