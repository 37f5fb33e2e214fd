/** What waits at a centre on one day beside its window: sessions, what was handed up or brought to it, agreements to confirm, promises due. */
import { addDays } from '../../kernel/day.ts'
import type { RegionCode } from '../../law/codes/regions.ts'
import { anyListing, countDisputes, disputesIn } from '../../prevention/disputes/queries.ts'
import { rowView as disputeRowView } from '../../prevention/disputes/view.ts'
import { countMediations, listMediations } from '../mediations/queries.ts'
import { idOf } from '../mediations/room.ts'
import { sessionsUpTo } from '../mediations/session-day.ts'
import type { MediationShelf } from '../mediations/shelves.ts'
import { rowView } from '../mediations/view.ts'
import type { IntakeHouse } from './house.ts'
import type { Staff } from './queries.ts'

/** Of each the first few; the whole stands on the list that they are of. */
const shown = 10
/** A promise that falls due within a week is looked after today. */
const aheadDays = 7

export async function centreWork(house: IntakeHouse, viewer: Staff) {
  const today = house.today()
  const law = house.laws.inForce((house.directory.find(viewer.organ)?.region ?? '00') as RegionCode, today)
  const of = async (shelf: MediationShelf) =>
    (await listMediations(house, viewer, { part: 'holder', shelf, after: null, limit: shown })).items
  const [sessions, disputes, requested, confirming, following, counts, shelves] = await Promise.all([
    sessionsUpTo(house, viewer, today),
    disputesIn(house, viewer, { ...anyListing, shelf: 'arrived', limit: shown }),
    of('requested'),
    of('confirming'),
    of('following'),
    countMediations(house, viewer),
    countDisputes(house, viewer),
  ])
  const soon = addDays(today, aheadDays)
  const counted = (shelf: MediationShelf): number =>
    counts.find((one) => one.part === 'holder' && one.shelf === shelf)?.count ?? 0
  return {
    sessions: sessions.map(({ stream, ...session }) => ({
      ...session,
      mediation: idOf(stream),
      roles: [...session.roles],
      isMissed: session.day < today,
    })),
    handedUp: {
      disputes: disputes.items.map((row) => disputeRowView(row, law.disputes, house)),
      mediations: requested.map((row) => rowView(row, house)),
      count: (shelves.find(({ shelf }) => shelf === 'arrived')?.count ?? 0) + counted('requested'),
    },
    confirming: { items: confirming.map((row) => rowView(row, house)), count: counted('confirming') },
    promises: {
      items: following.filter(({ day }) => day <= soon).map((row) => rowView(row, house)),
      count: counted('following'),
    },
  }
}
