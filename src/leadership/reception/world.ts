import type { Calendars } from '../../kernel/calendars.ts'
import type { Day } from '../../kernel/day.ts'
import type { AllOrgans } from '../../kernel/keeping-out.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { RegionCode } from '../../law/codes/regions.ts'
import { packName } from '../../law/laws.ts'
import type { PetitionLaw, PetitionLaws } from '../../petition/petition.ts'
import type { ReceptionHouse } from './house.ts'
import type { Now, Reception, ReceptionWorld } from './reception.ts'

interface Place {
  readonly laws: PetitionLaws
  readonly calendars: Calendars
  readonly directory: AllOrgans
  today(): Day
}

const worldUnder = (law: PetitionLaw, { calendars, directory }: Place): ReceptionWorld => ({
  pack: packName(law),
  law,
  calendars,
  organs: directory,
})

/** What is the law today where an organ is. */
export function worldAt(host: OrganId, place: Place): ReceptionWorld {
  const region = (place.directory.find(host)?.region ?? '00') as RegionCode
  return worldUnder(place.laws.inForce(region, place.today()), place)
}

/** The law that a day was planned under; where this house no longer has it, what is the law now. */
export function worldOf(reception: Pick<Reception, 'pack' | 'host'>, place: Place): ReceptionWorld {
  const law = place.laws.named(reception.pack)
  return law === undefined ? worldAt(reception.host, place) : worldUnder(law, place)
}

/** The day and the time at the place of the office. */
export const nowAt = (house: Pick<ReceptionHouse, 'today' | 'time'>): Now => ({ on: house.today(), at: house.time() })
