/** Which days are offered to somebody: open ones of their area and above, at which nobody receives whom it is about. */
import { addDays } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Booking } from './booking.ts'
import { mustNotReceive } from './booking-decide.ts'
import type { PublicDay } from './contract.ts'
import type { ReceptionHouse } from './house.ts'
import { listReceptions, type ReceptionRow } from './queries.ts'
import { isOpen, publicDayView } from './view.ts'
import { nowAt } from './world.ts'

const daysAhead = 120
const mostOffered = 5
const anyone = { kind: 'anyone' } as const

/** Organs that lie in a region, or the region in their area. */
export const hostsAround = ({ directory }: Pick<ReceptionHouse, 'directory'>, region: string): readonly OrganId[] =>
  [...directory.all()]
    .filter(({ region: own }) => own === '00' || region.startsWith(own) || own.startsWith(region))
    .map(({ id }) => id)

export async function offeredTo(
  house: ReceptionHouse,
  { reception, host, keptFrom, officials, led }: Booking,
): Promise<readonly PublicDay[]> {
  const from = house.today()
  const hosts = hostsAround(house, house.directory.find(host)?.region ?? '')
  const rows = await listReceptions(house, anyone, { from, until: addDays(from, daysAhead), own: false, hosts })
  const mayReceive = (row: ReceptionRow): boolean =>
    [{ account: '', organ: row.host }, ...row.leaders].every(
      (leader) => !mustNotReceive({ keptFrom, officials, led }, leader, house.directory),
    )
  const open = rows.filter((row) => row.stream !== reception && isOpen(row, nowAt(house)) && mayReceive(row))
  const offered = open.slice(0, mostOffered)
  const names = await house.staffNames(offered.flatMap(({ leaders }) => leaders.map(({ account }) => account)))
  return offered.map((row) => publicDayView(row, names, house))
}
