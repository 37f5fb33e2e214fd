/** How often leaders are to go to villages, by the law where they are, and how often they did. Of leaders alone: no petitioner is counted. */
import { addDays, type Day, day } from '../../kernel/day.ts'
import type { OrganFacts, OrganId } from '../../kernel/organ.ts'
import type { RegionCode } from '../../law/codes/regions.ts'
import type { VisitPeriod, VisitRule } from '../../law/visits.ts'
import { isVisitLevel } from '../../law/visits.ts'
import type { VisitHouse } from './house.ts'
import { journeysBetween, type LeaderRow, leadersIn, type Staff } from './queries.ts'

export interface Frequency extends LeaderRow {
  readonly rule: VisitRule | null
  readonly from: Day
  readonly until: Day
  readonly done: number
  readonly planned: number
  readonly missing: number
}

const monthsIn = { month: 1, quarter: 3, halfYear: 6, year: 12 } as const satisfies Record<VisitPeriod, number>

/** The running period: whole calendar months, quarters, halves and years. */
export function periodAround(today: Day, per: VisitPeriod): { readonly from: Day; readonly until: Day } {
  const year = Number(today.slice(0, 4))
  const months = monthsIn[per]
  const first = Math.floor((Number(today.slice(5, 7)) - 1) / months) * months
  const next = first + months
  const from = firstOf(year, first)
  return { from, until: addDays(next === 12 ? firstOf(year + 1, 0) : firstOf(year, next), -1) }
}

const firstOf = (year: number, month: number): Day => day(`${year}-${String(month + 1).padStart(2, '0')}-01`)

/** Committees, governments and townships: whose leaders are to go. */
const led: ReadonlySet<string> = new Set(['party', 'government', 'township'])

/** Those of the viewer's own area: a county's with its townships', a prefecture's own. */
export const areaOf = (house: Pick<VisitHouse, 'directory'>, viewer: Staff): readonly OrganId[] =>
  organsAround(house, viewer)
    .filter(({ kind }) => led.has(kind))
    .map(({ id }) => id)

/** Every organ there: what is agreed on the way is for one of them to do. */
export function organsAround({ directory }: Pick<VisitHouse, 'directory'>, viewer: Staff): readonly OrganFacts[] {
  const own = directory.find(viewer.organ)
  if (!own) return []
  const county = own.region.length >= 6 ? own.region.slice(0, 6) : null
  return [...directory.all()].filter(
    ({ state, region }) =>
      state === 'active' && (region === own.region || (county !== null && region.startsWith(county))),
  )
}

export async function frequencyFor(house: VisitHouse, viewer: Staff): Promise<readonly Frequency[]> {
  const leaders = await leadersIn(house, areaOf(house, viewer), ['leader'])
  const today = house.today()
  const asked = leaders.map((leader) => {
    const organ = house.directory.find(leader.organ)
    const { visits } = house.laws.inForce((organ?.region ?? '00') as RegionCode, today)
    const rule = organ && isVisitLevel(organ.level) ? (visits[organ.level] ?? null) : null
    return { ...leader, rule, ...periodAround(today, rule?.per ?? 'year') }
  })
  const byPeriod = Map.groupBy(asked, ({ from, until }) => `${from} ${until}`)
  const counted = await Promise.all(
    [...byPeriod.values()].map(async (some) => {
      const [first] = some
      if (!first) return []
      const accounts = some.map(({ account }) => account)
      const journeys = await journeysBetween(house, viewer, accounts, first)
      return some.map((leader) =>
        countedFor(
          leader,
          journeys.find(({ account }) => account === leader.account),
        ),
      )
    }),
  )
  return counted.flat()
}

type Asked = Omit<Frequency, 'done' | 'planned' | 'missing'>

function countedFor(
  leader: Asked,
  journeys: { readonly done: number; readonly planned: number } | undefined,
): Frequency {
  const { done = 0, planned = 0 } = journeys ?? {}
  return { ...leader, done, planned, missing: Math.max(0, (leader.rule?.times ?? 0) - done - planned) }
}
