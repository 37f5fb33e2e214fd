/** 错情预警: duties that end soon, by organ, day and the error of chapter 5 that each would become, with who answers for it. */
import { addDays, type Day, daysBetween } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { runsOn } from '../../kernel/term.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { type ErrorState, errorOf } from '../../law/cn-2022/liability.ts'
import { type RegionCode, wholeCountry } from '../../law/codes/regions.ts'
import { type DueDuties, dutiesDue, mostDuties } from '../../petition/duties-due.ts'
import type { PetitionLaw } from '../../petition/petition.ts'
import { supervisionDue } from '../../supervision/duties-due.ts'
import { proposalDutiesDue } from '../../supervision/proposals/duties-due.ts'
import { areaOf } from './area.ts'
import type { ResponsibilityHouse } from './house.ts'
import { type RoleRow, rolesIn } from './queries.ts'
import { type WarningSource, warningSources } from './responsibility.ts'

interface Due extends DueDuties {
  readonly source: WarningSource
}

export interface Warning extends Due {
  readonly daysLeft: number
  readonly error: ErrorState | null
  readonly answersForAll: readonly RoleRow[]
  readonly directs: readonly RoleRow[]
}

export interface Warnings {
  readonly coming: readonly Warning[]
  readonly fallen: readonly Warning[]
  readonly isCut: boolean
}

const firstDay = '0001-01-01' as Day

export async function warningsFor(
  house: ResponsibilityHouse,
  viewer: Viewer,
  root: OrganId,
  days: number,
): Promise<Warnings> {
  const today = house.today()
  const organs = areaOf(root, house.directory).map(({ id }) => id)
  const [coming, fallen] = await Promise.all([
    allDue(house, viewer, { organs, from: today, through: addDays(today, days) }),
    allDue(house, viewer, { organs, from: firstDay, through: addDays(today, -1) }),
  ])
  const concerned = [...new Set([...coming, ...fallen].map(({ organ }) => organ))]
  const roles = (await rolesIn(house, viewer, concerned)).filter((role) => runsOn(role, today))
  const warn = warnerOf(house, roles, today)
  return {
    coming: coming.map(warn),
    fallen: together(fallen).map(warn),
    isCut: [coming, fallen].some((some) => some.reduce((sum, { matters }) => sum + matters, 0) >= mostDuties),
  }
}

/** Of petitions, supervision and proposals, the nearest day first. */
async function allDue(
  house: ResponsibilityHouse,
  viewer: Viewer,
  asked: Parameters<typeof dutiesDue>[2],
): Promise<readonly Due[]> {
  const [petition, supervision, proposal] = await Promise.all([
    dutiesDue(house, viewer, asked),
    supervisionDue(house, viewer, asked, mostDuties),
    proposalDutiesDue(house, viewer, asked, mostDuties),
  ])
  const found: Readonly<Record<WarningSource, readonly DueDuties[]>> = { petition, supervision, proposal }
  const due: readonly Due[] = warningSources.flatMap((source) => found[source].map((each) => ({ ...each, source })))
  return due.toSorted((a, b) => (a.lastDay < b.lastDay ? -1 : a.lastDay > b.lastDay ? 1 : 0))
}

/** What has passed is said once for each organ and duty, by its oldest day. */
function together(fallen: readonly Due[]): readonly Due[] {
  const groups = Map.groupBy(fallen, ({ organ, rule, source }) => `${organ} ${source} ${rule}`)
  return [...groups.values()].flatMap((some) => {
    const [oldest] = some
    return oldest ? [{ ...oldest, matters: some.reduce((sum, { matters }) => sum + matters, 0) }] : []
  })
}

/** An organ answers for itself; those who answer for a part of it only are not named for all. */
function warnerOf({ directory, laws }: ResponsibilityHouse, roles: readonly RoleRow[], today: Day) {
  const byOrgan = Map.groupBy(roles, ({ organ }) => organ)
  return (due: Due): Warning => {
    const organ = directory.find(due.organ)
    const region = (organ?.region ?? wholeCountry) as RegionCode
    const own = byOrgan.get(due.organ) ?? []
    return {
      ...due,
      daysLeft: daysBetween(today, due.lastDay),
      error: isUnderChapterFive(laws.inForce(region, today)) ? errorOf(due.rule, organ?.kind ?? 'department') : null,
      answersForAll: own.filter(({ role }) => role === 'answersForAll'),
      directs: own.filter(({ role }) => role === 'directs'),
    }
  }
}

/**
 * Whether the organ answers under the Regulations of 2022. What an organ leaves undone is judged by the law of the day on which it does, so
 * that an old matter under an older pack makes no difference.
 */
const isUnderChapterFive = ({ supervisionTriggers }: PetitionLaw): boolean =>
  Object.values(supervisionTriggers).some(({ basis }) => 'instrument' in basis && basis.instrument === 'R22')
