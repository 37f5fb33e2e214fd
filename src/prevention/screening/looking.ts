/** What the house looks up of disputes for whoever names one, and which of those that were found a viewer may open. */
import type { Day } from '../../kernel/day.ts'
import { knownDispute } from '../disputes/queries.ts'
import { streamOf as streamOfDispute } from '../disputes/room.ts'
import type { ScreeningHouse } from './house.ts'
import type { Staff } from './queries.ts'
import type { LookedDispute } from './screening.ts'

/** One that the viewer may not see is one that there is not. */
export async function lookedDispute(
  house: ScreeningHouse,
  viewer: Staff,
  dispute: string,
): Promise<{ readonly at: Day; readonly looked: LookedDispute | null }> {
  const known = await knownDispute(house, streamOfDispute(dispute), viewer)
  const at = house.today()
  if (known === null) return { at, looked: null }
  const { region, keptFrom, officials } = known.dispute
  return { at, looked: { dispute, region, isKept: keptFrom.length > 0 || officials.length > 0 } }
}

/** Enough to show what a place found; whoever wants more goes to the ledger. */
export const mostShown = 20

export async function visibleDisputes(
  house: ScreeningHouse,
  viewer: Staff,
  disputes: readonly string[],
  most = mostShown,
): Promise<ReadonlySet<string>> {
  const some = disputes.slice(-most)
  const known = await Promise.all(some.map((dispute) => knownDispute(house, streamOfDispute(dispute), viewer)))
  return new Set(some.filter((_, at) => known[at] !== null))
}
