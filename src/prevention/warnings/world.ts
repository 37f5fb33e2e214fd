import type { OrganId } from '../../kernel/organ.ts'
import type { RegionCode } from '../../law/codes/regions.ts'
import { packName } from '../../law/laws.ts'
import type { WarningHouse } from './house.ts'
import type { WarningWorld } from './warning.ts'

export type Place = Pick<WarningHouse, 'directory' | 'calendars' | 'today' | 'laws'>

/** What the rules look at. No pack gives days for a warning, so its name alone is kept with the clock. */
export function worldFor({ laws, directory, calendars, today }: Place, bureau: OrganId): WarningWorld {
  const region = (directory.find(bureau)?.region ?? '00') as RegionCode
  return { pack: packName(laws.inForce(region, today())), calendars, organs: directory }
}
