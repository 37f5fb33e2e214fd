import type { OrganId } from '../../kernel/organ.ts'
import type { RegionCode } from '../../law/codes/regions.ts'
import { packName } from '../../law/laws.ts'
import type { ReliefHouse } from './house.ts'
import type { ReliefWorld } from './relief.ts'

export type Place = Pick<ReliefHouse, 'directory' | 'today' | 'laws'>

export function worldFor({ laws, directory, today }: Place, guide: OrganId): ReliefWorld {
  const region = (directory.find(guide)?.region ?? '00') as RegionCode
  return { pack: packName(laws.inForce(region, today())), organs: directory }
}
