import { type Day, weekday } from '../kernel/day.ts'
import type { OrganFacts, OrganId, OrganLevel } from '../kernel/organ.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { builtInNotice, nationwide } from '../law/calendars/shelf.ts'
import {
  type CalendarActor,
  type CalendarFact,
  type CalendarRefusal,
  type CalendarState,
  type CalendarWorld,
  calendarPost,
  type HolidayNotice,
  type LoadHolidayNotice,
} from './calendar.ts'

export type CalendarDecision = Result<readonly CalendarFact[], CalendarRefusal>

/** What may follow from a notice: who may load it, then whether it is one that is not known yet. */
export function decide(state: CalendarState, command: LoadHolidayNotice, world: CalendarWorld): CalendarDecision {
  const { notice, reason, on, actor } = command
  const { region, year } = notice
  const refusal = refusalOf(actor, region, world)
  if (refusal) return err(refusal)
  const before =
    state?.findLast((kept) => kept.year === year) ?? (region === nationwide ? builtInNotice(year) : undefined)
  if (before && isSame(before, notice)) return err({ kind: 'holiday-notice-unchanged', region, year })
  if (before && reason === null) return err({ kind: 'holiday-notice-already-loaded', region, year })
  const { title, documentNumber, sources, rest, work } = notice
  const loadedBy = actor.kind === 'staff' ? actor.account : null
  const loaded = { on, region, year, title, documentNumber, sources, rest, work, loadedBy }
  return ok([
    before && reason
      ? { type: 'HolidayNoticeCorrected', ...loaded, reason }
      : { type: 'HolidayNoticeLoaded', ...loaded },
  ])
}

const isSame = (one: Pick<HolidayNotice, 'rest' | 'work'>, other: Pick<HolidayNotice, 'rest' | 'work'>): boolean =>
  inWords(one.rest) === inWords(other.rest) &&
  inWords(one.work.filter(isWeekend)) === inWords(other.work.filter(isWeekend))

/** The country's calendar is kept at the head of the house, an area's by an organ of that area or one that it lies in. */
export function refusalOf(actor: CalendarActor, region: string, world: CalendarWorld): CalendarRefusal | null {
  if (actor.kind === 'house') return null
  if (!actor.posts.includes(calendarPost)) return { kind: 'not-the-calendar-post', posts: [calendarPost] }
  const isKeeper = world.keepers.includes(actor.organ)
  const own = world.regionOf(actor.organ)
  const isOver = region !== nationwide && own !== null && region.startsWith(own)
  return isKeeper || isOver ? null : { kind: 'not-the-calendar-organ', keepers: world.keepers }
}

const inWords = (days: readonly Day[]): string => days.toSorted().join()
/** A day of the week among the days of work says nothing new. */
const isWeekend = (day: Day): boolean => weekday(day) > 5

const levels: readonly OrganLevel[] = ['nation', 'province', 'prefecture', 'county', 'township', 'village']

/** Of the organs that have an administrator, the bureaus of the highest level. */
export function keepersAmong(
  organs: Iterable<Pick<OrganFacts, 'id' | 'kind' | 'level' | 'state'>>,
  held: ReadonlySet<OrganId>,
): readonly OrganId[] {
  const bureaus = [...organs].filter(({ id, kind, state }) => kind === 'bureau' && state === 'active' && held.has(id))
  const highest = levels.find((level) => bureaus.some((bureau) => bureau.level === level))
  return bureaus.filter(({ level }) => level === highest).map(({ id }) => id)
}
