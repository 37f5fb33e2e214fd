import type { OrganId } from '../../kernel/organ.ts'
import type { RegionCode } from '../../law/codes/regions.ts'
import { packName } from '../../law/laws.ts'
import type { ThemeHouse } from './house.ts'
import type { ThemeWorld } from './theme.ts'

export type Place = Pick<ThemeHouse, 'directory' | 'calendars' | 'today' | 'laws'>

/** What the rules look at: the law where the bureau is that governs it, as it is today. A clock that runs keeps its day. */
export function worldFor({ laws, directory, calendars, today }: Place, governor: OrganId): ThemeWorld {
  const region = (directory.find(governor)?.region ?? '00') as RegionCode
  const law = laws.inForce(region, today())
  return { pack: packName(law), times: law.themeTimes, calendars, organs: directory }
}
