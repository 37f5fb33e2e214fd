import type { OrganId } from '../../kernel/organ.ts'
import type { RegionCode } from '../../law/codes/regions.ts'
import { packName } from '../../law/laws.ts'
import type { WarningHouse } from './house.ts'
import type { WarningWorld } from './warning.ts'

export type Place = Pick<WarningHouse, 'directory' | 'calendars' | 'today' | 'laws'>

/** What the rules look at: the law where whoever answers is, as it is today. A clock that runs keeps its day. */
export function worldFor({ laws, directory, calendars, today }: Place, bureau: OrganId): WarningWorld {
  const region = (directory.find(bureau)?.region ?? '00') as RegionCode
  const law = laws.inForce(region, today())
  return { pack: packName(law), times: law.warningTimes, calendars, organs: directory }
}
