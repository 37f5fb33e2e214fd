/** Until when a theme is to be solved. This is the only place that makes a deadline of one (docs/adr/0063). */
import type { Calendar } from '../../kernel/calendar.ts'
import { type Recounted, recount, startClock } from '../../kernel/clock-keeping.ts'
import { daysBetween } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { bearerOrgan, type ClockChange, isOpen, type RunningClock } from '../../kernel/running-clock.ts'
import type { ThemeTimes } from '../../law/themes.ts'
import type { Theme, ThemeFact, ThemeWorld } from './theme.ts'

export type ThemeClockName = keyof ThemeTimes

/** What a fact does to the clocks of a theme as it is after the fact. */
export function clockChangesAt(theme: Theme, fact: ThemeFact, world: ThemeWorld): readonly ClockChange[] {
  switch (fact.type) {
    case 'ThemeGoverned':
    case 'ThemeReopened':
      return [started(theme, fact, world)]
    case 'ThemeExtended':
      return openOf(theme).map(({ id, lastDay }) => ({
        ...{ change: 'extended', id, on: fact.on, days: daysBetween(lastDay, fact.until), lastDay: fact.until },
      }))
    case 'ThemeClosed':
      return openOf(theme).map(({ id }) => ({ change: 'stopped', id, on: fact.on }))
    case 'ThemeHandedOver':
      return openOf(theme).map(({ id }) => ({ change: 'passedOn', id, bearer: { organ: fact.owner.organ } }))
    case 'ThemePassedOn':
      return openOf(theme)
        .filter((clock) => bearerOrgan(clock) === fact.from)
        .map(({ id }) => ({ change: 'passedOn', id, bearer: { organ: fact.to } }))
    default:
      return []
  }
}

const openOf = ({ clocks }: Theme): readonly RunningClock[] => clocks.filter(isOpen)

/** The day that was named at first; when it rises again, as long as the law of the place gives. */
function started(theme: Theme, { type, on }: ThemeFact, world: ThemeWorld): ClockChange {
  const isAgain = type === 'ThemeReopened'
  const limit = {
    ...({ pack: world.pack, binds: 'organ', after: 'overdue' } as const),
    ...(isAgain
      ? { rule: 'governThemeAgain', span: world.times.governThemeAgain.span }
      : { rule: 'governTheme', span: { unit: 'designated' } as const, designated: theme.due }),
    ...{ bearer: { organ: theme.owner.organ }, number: theme.clocks.length + 1, startedBy: type, from: on },
  }
  return startClock(limit, calendarOf(theme.owner.organ, world))
}

/** Whoever answers for it counts the days where they are. */
export const calendarOf = (
  organ: OrganId | null,
  { calendars, organs }: Pick<ThemeWorld, 'calendars' | 'organs'>,
): Calendar => calendars.in(organ === null ? null : (organs.find(organ)?.region ?? null), 'organ')

/** As the calendar of its place has it now. */
export const recounting = (clock: RunningClock, world: ThemeWorld): Recounted | null =>
  recount(clock, calendarOf(bearerOrgan(clock), world))
