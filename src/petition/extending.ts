/** More time for a duty that has begun: in time, to a later day, and never past what the law allows in all. */
import { hasPassed } from '../kernel/clock.ts'
import { addDays, type Day, daysBetween, isAfter } from '../kernel/day.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import type { ClockChange, RunningClock } from '../kernel/running-clock.ts'
import { openClock, rulesOf } from './clocks.ts'
import type { Petition, Refusal, World } from './petition.ts'

/** The command that extends the clock of that rule, and what it rests on. */
const commandOf = { handle: 'ExtendHandling', review: 'ExtendReview', reexamine: 'ExtendReview' } as const

export type Extendable = keyof typeof commandOf

/** The last day to which it could be extended; null where the law allows no more time. */
export function extendableUntil({ rule, originally }: RunningClock, world: World): Day | null {
  const more = rulesOf(world)[rule]?.extendableBy
  return more ? addDays(originally, more.count) : null
}

export function extension(
  petition: Petition,
  name: Extendable,
  { until, on }: { readonly until: Day; readonly on: Day },
  world: World,
): Result<ClockChange, Refusal> {
  const command = commandOf[name]
  const [clock, rule] = [openClock(petition, name), rulesOf(world)[name]]
  const basis = (world.law.permissions[command] ?? rule ?? world.law.principles.petitionersAreHeard).basis
  if (!clock || !rule?.extendableBy) return err({ kind: 'nothing-to-extend', basis })
  if (hasPassed(clock.lastDay, on)) return err({ kind: 'right-lapsed', clock: command, lastDay: clock.lastDay, basis })
  if (!isAfter(until, clock.lastDay)) return err({ kind: 'not-an-extension', due: clock.lastDay })
  const atMost = addDays(clock.originally, rule.extendableBy.count)
  if (isAfter(until, atMost)) return err({ kind: 'extension-too-long', atMost, basis })
  return ok({ change: 'extended', id: clock.id, on, days: daysBetween(clock.lastDay, until), lastDay: until })
}
