/**
 * All calendars of a house, from the notices that come with the program and those that it was given. A notice that was loaded stands in
 * the place of an earlier one for the same year and region; nothing is lost, so that every day ever told can be counted again.
 */
import type { Calendar } from '../../kernel/calendar.ts'
import type { Calendars } from '../../kernel/calendars.ts'
import type { Binds } from '../../kernel/clock.ts'
import { type Day, day } from '../../kernel/day.ts'
import { stateCouncilNotices } from './state-council-notices.ts'

/** The whole country: notices of the State Council. */
export const nationwide = 'cn'

/** A holiday notice with its place among those of its region. */
export interface ShelvedNotice {
  /** `cn`, or the division code of the area that it is for. */
  readonly region: string
  readonly year: number
  /** Counted in its region from 1: the version of the fact by which it was loaded. */
  readonly edition: number
  readonly title: string
  readonly rest: readonly Day[]
  readonly work: readonly Day[]
}

type Days = Omit<ShelvedNotice, 'edition'>

const prefix = 'cn-state-council-2017-'
const builtIn: ReadonlyMap<number, Days> = new Map(
  Object.entries(stateCouncilNotices.years).map(([year, { rest, work }]) => [
    Number(year),
    {
      region: nationwide,
      year: Number(year),
      title: `国务院办公厅关于${year}年部分节假日安排的通知`,
      rest: rest.map(day),
      work: work.map(day),
    },
  ]),
)
export const builtInYears: readonly number[] = [...builtIn.keys()]
export const builtInNotice = (year: number): Days | undefined => builtIn.get(year)
export const builtInSources = (year: number): readonly string[] =>
  (stateCouncilNotices.years as Readonly<Record<number, { readonly notices: readonly string[] }>>)[year]?.notices ?? []

/** How far each region had come: `{ cn: 2, 65: 1 }`. What is not named had no notice of its own. */
type Editions = ReadonlyMap<string, number>

/** The calendars that follow from the notices. Give them in the order in which they were loaded. */
export function calendarsFrom(notices: readonly ShelvedNotice[]): Calendars {
  const regional = [...new Set(notices.map(({ region }) => region))].filter((region) => region !== nationwide).sort()
  const newest = new Map(notices.map(({ region, edition }) => [region, edition] as const))
  const made = new Map<string, Calendar>()
  const make = (version: string, binds: Binds, read: () => Calendar | undefined): Calendar | undefined => {
    const key = `${binds} ${version}`
    const calendar = made.get(key) ?? read()
    if (calendar) made.set(key, calendar)
    return calendar
  }
  const named = (version: string, binds: Binds): Calendar | undefined =>
    make(version, binds, () => {
      const parsed = parseVersion(version)
      return parsed && calendarOf(notices, { ...parsed, version, binds })
    })
  return {
    in(region, binds) {
      const within = regional.filter((area) => region?.startsWith(area))
      const calendar = named(versionOf([nationwide, ...within], newest), binds)
      if (!calendar) throw new Error('a house without its own calendar')
      return calendar
    },
    named,
  }
}

function versionOf(regions: readonly string[], editions: Editions): string {
  const named = regions.filter((region) => editions.has(region)).map((region) => `+${region}@${editions.get(region)}`)
  return `${stateCouncilNotices.version}${named.join('')}`
}

/** `cn-state-council-2017-2026+cn@1+65@2`: the notices of the program up to a year, then how many of each region were loaded. */
function parseVersion(version: string): { readonly until: number; readonly editions: Editions } | undefined {
  const [base = '', ...loaded] = version.split('+')
  const until = base.startsWith(prefix) ? Number(base.slice(prefix.length)) : Number.NaN
  const pairs = loaded.map((each) => each.split('@'))
  const isWhole = pairs.every(([region, edition]) => region !== undefined && /^[1-9]\d*$/.test(edition ?? ''))
  if (!Number.isInteger(until) || !isWhole) return undefined
  return { until, editions: new Map(pairs.map(([region = '', edition]) => [region, Number(edition)])) }
}

interface Wanted {
  readonly version: string
  readonly until: number
  readonly editions: Editions
  readonly binds: Binds
}

function calendarOf(notices: readonly ShelvedNotice[], { version, until, editions, binds }: Wanted): Calendar {
  const held = notices.filter(({ region, edition }) => edition <= (editions.get(region) ?? 0))
  const ofNation = new Map<number, Days>([...builtIn].filter(([year]) => year <= until))
  for (const notice of held) if (notice.region === nationwide) ofNation.set(notice.year, notice)
  const rest = new Set([...ofNation.values()].flatMap((notice) => notice.rest))
  const work = new Set([...ofNation.values()].flatMap((notice) => notice.work))
  const names = [...ofNation.values()]
  const areas = [...editions.keys()].filter((region) => region !== nationwide).sort()
  for (const area of areas) {
    const years = new Map(held.filter(({ region }) => region === area).map((notice) => [notice.year, notice]))
    for (const notice of years.values()) overlay({ rest, work }, notice, binds)
    names.push(...years.values())
  }
  const titles = names.map(({ region, year, title, ...notice }) => ({
    region,
    year,
    title,
    days: new Set([...notice.rest, ...notice.work]),
  }))
  return { version, years: new Set(ofNation.keys()), rest, work, notices: titles }
}

/**
 * A narrower notice has the last word on its days. A day that is worked only there is no working day for a petitioner: what they ask for
 * may have to go to an organ above, which rests (docs/adr/0024).
 */
function overlay(into: { rest: Set<Day>; work: Set<Day> }, notice: Pick<Days, 'rest' | 'work'>, binds: Binds): void {
  for (const at of notice.rest) {
    into.rest.add(at)
    into.work.delete(at)
  }
  if (binds === 'petitioner') return
  for (const at of notice.work) {
    into.work.add(at)
    into.rest.delete(at)
  }
}

/** What comes with the program, where nothing was loaded. */
export const builtInCalendars: Calendars = calendarsFrom([])
