import type { OrganId } from '../../kernel/organ.ts'
import type { RegionCode } from '../../law/codes/regions.ts'
import { packName } from '../../law/laws.ts'
import type { PetitionLaw } from '../../petition/petition.ts'
import type { MediationHouse } from './house.ts'
import type { Mediation, MediationWorld } from './mediation.ts'

export type Place = Pick<MediationHouse, 'directory' | 'calendars' | 'today' | 'laws'>

const worldUnder = (law: PetitionLaw, { calendars, directory }: Place): MediationWorld => ({
  ...{ pack: packName(law), law: law.mediation, calendars, organs: directory },
})

/** The law in force today where it is held, for what begins. */
export const lawAt = (organ: OrganId, { laws, directory, today }: Place): PetitionLaw =>
  laws.inForce((directory.find(organ)?.region ?? '00') as RegionCode, today())

export const worldAt = (organ: OrganId, place: Place): MediationWorld => worldUnder(lawAt(organ, place), place)

/** The law that a mediation began under; where this house no longer has it, what is the law now. */
export function worldOf({ pack, organ }: Pick<Mediation, 'pack' | 'organ'>, place: Place): MediationWorld {
  const law = place.laws.named(pack)
  return law === undefined ? worldAt(organ, place) : worldUnder(law, place)
}
