import type { OrganId } from '../../kernel/organ.ts'
import type { RegionCode } from '../../law/codes/regions.ts'
import { packName } from '../../law/laws.ts'
import type { SecondmentHouse } from './house.ts'
import type { SecondmentWorld } from './secondment.ts'

export type Place = Pick<SecondmentHouse, 'directory' | 'calendars' | 'today' | 'laws'>

/** What the rules look at: the law where the bureau is, as it is today. A clock that runs keeps its day. */
export function worldFor({ laws, directory, calendars, today }: Place, host: OrganId): SecondmentWorld {
  const region = (directory.find(host)?.region ?? '00') as RegionCode
  const law = laws.inForce(region, today())
  return { pack: packName(law), times: law.secondmentTimes, calendars, organs: directory }
}
