import type { OrganId } from '../../kernel/organ.ts'
import type { RegionCode } from '../../law/codes/regions.ts'
import { packName } from '../../law/laws.ts'
import type { ScreeningHouse } from './house.ts'
import type { ScreeningWorld } from './screening.ts'

export type Place = Pick<ScreeningHouse, 'directory' | 'calendars' | 'today' | 'laws'>

/** What the rules look at: the law where the keeper is, as it is today. A campaign that is open keeps its days. */
export function worldAt(keeper: OrganId, { laws, directory, calendars, today }: Place): ScreeningWorld {
  const region = (directory.find(keeper)?.region ?? '00') as RegionCode
  const law = laws.inForce(region, today())
  return { pack: packName(law), law, calendars, organs: directory }
}
