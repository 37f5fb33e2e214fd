import type { OrganId } from '../../kernel/organ.ts'
import type { RegionCode } from '../../law/codes/regions.ts'
import { packName } from '../../law/laws.ts'
import type { ReferralHouse } from './house.ts'
import type { ReferralWorld } from './referral.ts'

export type Place = Pick<ReferralHouse, 'directory' | 'calendars' | 'today' | 'laws'>

/** What the rules look at. The statutes are other ones than those of petition work, so of the pack its name alone is kept with a clock. */
export function worldFor({ laws, directory, calendars, today }: Place, guide: OrganId): ReferralWorld {
  const region = (directory.find(guide)?.region ?? '00') as RegionCode
  return { pack: packName(laws.inForce(region, today())), calendars, organs: directory }
}
