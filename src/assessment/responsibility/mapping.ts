/** Draws the map: the organs of an area with who answers for what, what is missing and what stands against each other. */
import type { Day } from '../../kernel/day.ts'
import type { OrganFacts, OrganId } from '../../kernel/organ.ts'
import { runsOn } from '../../kernel/term.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { petitionsNaming } from '../../petition/duties-due.ts'
import { areaOf } from './area.ts'
import { type Gap, gapsIn } from './gaps.ts'
import type { ResponsibilityHouse } from './house.ts'
import { answeredElsewhere, type RoleRow, rolesIn, standingOf } from './queries.ts'
import type { MapStanding } from './responsibility.ts'

export interface MappedOrgan {
  readonly organ: OrganFacts
  readonly depth: number
  readonly held: readonly RoleRow[]
  readonly gaps: readonly Gap[]
}

export function mapStandingOf({ held, gaps }: MappedOrgan): MapStanding {
  if (held.length === 0) return 'bare'
  return gaps.length > 0 ? 'begun' : 'whole'
}

/** Every organ of the area in its order. A prefecture has some thousands; all of them are held in memory already. */
export async function mapOf(
  house: ResponsibilityHouse,
  viewer: Viewer,
  root: OrganId,
): Promise<readonly MappedOrgan[]> {
  const area = areaOf(root, house.directory)
  const mapped = await organsWithGaps(house, viewer, area)
  const depths = depthsOf(area)
  return mapped.map((each) => ({ ...each, depth: depths.get(each.organ.id) ?? 0 }))
}

/** One organ. */
export async function gapsOf(house: ResponsibilityHouse, viewer: Viewer, organ: OrganFacts): Promise<readonly Gap[]> {
  const [mapped] = await organsWithGaps(house, viewer, [organ])
  return mapped?.gaps ?? []
}

async function organsWithGaps(house: ResponsibilityHouse, viewer: Viewer, area: readonly OrganFacts[]) {
  const on = house.today()
  const ids = area.map(({ id }) => id)
  const rows = await rolesIn(house, viewer, ids)
  const accounts = [...new Set(rows.flatMap(({ account }) => account ?? []))]
  const [standing, elsewhere, named] = await Promise.all([
    standingOf(house.app, accounts, on),
    answeredElsewhere(house, viewer, accounts),
    petitionsNaming(house, viewer, directingOn(rows, on)),
  ])
  const known = new Set(ids)
  const roles = [...rows, ...elsewhere.filter(({ organ }) => !known.has(organ))]
  const gaps = gapsIn(ids, { on, organs: house.directory, roles, standing, named })
  const held = Map.groupBy(
    rows.filter((row) => runsOn(row, on)),
    ({ organ }) => organ,
  )
  return area.map((organ) => ({ organ, held: held.get(organ.id) ?? [], gaps: gaps.get(organ.id) ?? [] }))
}

const directingOn = (rows: readonly RoleRow[], on: Day) =>
  rows.flatMap((row) =>
    row.role === 'directs' && row.account !== null && runsOn(row, on)
      ? [{ organ: row.organ, account: row.account }]
      : [],
  )

function depthsOf(area: readonly OrganFacts[]): ReadonlyMap<OrganId, number> {
  const depths = new Map<OrganId, number>()
  for (const { id, parent } of area) depths.set(id, parent === null ? 0 : (depths.get(parent) ?? -1) + 1)
  return depths
}
