import type { OrganId } from '../kernel/organ.ts'
import type { RegionCode } from '../law/codes/regions.ts'
import { packName } from '../law/laws.ts'
import type { SupervisionHouse } from './house.ts'
import type { SupervisionWorld } from './supervision.ts'

/** What the rules look at. An organ that supervises today does so under the law that is in force where it is, whatever began earlier. */
export function worldFor(
  { laws, directory, calendars, today }: Pick<SupervisionHouse, 'laws' | 'directory' | 'calendars' | 'today'>,
  supervisor: OrganId | undefined,
): SupervisionWorld {
  const region = (supervisor && directory.find(supervisor)?.region) ?? '00'
  const law = laws.inForce(region as RegionCode, today())
  return { pack: packName(law), law: law.supervision, calendars, organs: directory }
}
