/** More time for a duty that has begun: in time, to a later day, and never past what the law allows in all. */
import { hasPassed } from '../kernel/clock.ts'
import { addDays, type Day, daysBetween, isAfter } from '../kernel/day.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import type { ClockChange, RunningClock } from '../kernel/running-clock.ts'
import { openClock, rulesOf } from './clocks.ts'
import type { Petition, Refusal, World } from './petition.ts'

/** The duties that each command gives more time for; the law says of each whether it may have it. */
const dutiesOf = {
  ExtendHandling: ['handle', 'performDuty', 'replyToSuggestion', 'answerAccusation'],
  ExtendReview: ['review', 'reexamine'],
} as const

/** The last day to which it could be extended; null where the law allows no more time. */
export function extendableUntil({ rule, originally }: RunningClock, world: World): Day | null {
  const more = rulesOf(world)[rule]?.extendableBy
  return more ? addDays(originally, more.count) : null
}

export function extension(
  petition: Petition,
  command: keyof typeof dutiesOf,
  { until, on }: { readonly until: Day; readonly on: Day },
  world: World,
): Result<ClockChange, Refusal> {
  const { permissions, principles } = world.law
  const { basis } = permissions[command] ?? principles.petitionersAreHeard
  const clock = dutiesOf[command].map((rule) => openClock(petition, rule)).find((open) => open !== undefined)
  const more = clock && rulesOf(world)[clock.rule]?.extendableBy
  if (!clock || !more) return err({ kind: 'nothing-to-extend', basis })
  if (hasPassed(clock.lastDay, on)) return err({ kind: 'right-lapsed', clock: command, lastDay: clock.lastDay, basis })
  if (!isAfter(until, clock.lastDay)) return err({ kind: 'not-an-extension', due: clock.lastDay })
  const atMost = addDays(clock.originally, more.count)
  if (isAfter(until, atMost)) return err({ kind: 'extension-too-long', atMost, basis })
  return ok({ change: 'extended', id: clock.id, on, days: daysBetween(clock.lastDay, until), lastDay: until })
}
