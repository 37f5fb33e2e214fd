import type { Day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import type { RegionCode } from '../law/codes/regions.ts'
import { packName } from '../law/laws.ts'
import type { SupervisionHouse } from './house.ts'
import type { SupervisionWorld } from './supervision.ts'

/**
 * What the rules look at. An organ that supervises today does so under the law that is in force where it is, whatever began earlier; what was
 * written on another day rests on the law of that day.
 */
export function worldFor(
  { laws, directory, calendars, today }: Pick<SupervisionHouse, 'laws' | 'directory' | 'calendars' | 'today'>,
  supervisor: OrganId | undefined,
  on: Day = today(),
): SupervisionWorld {
  const region = (supervisor && directory.find(supervisor)?.region) ?? '00'
  const law = laws.inForce(region as RegionCode, on)
  return { pack: packName(law), law: law.supervision, calendars, organs: directory }
}
