import type { Calendars } from '../../kernel/calendars.ts'
import type { Day } from '../../kernel/day.ts'
import type { AllOrgans } from '../../kernel/keeping-out.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { RegionCode } from '../../law/codes/regions.ts'
import { packName } from '../../law/laws.ts'
import type { PetitionLaw, PetitionLaws } from '../../petition/petition.ts'
import type { Ownership, OwnershipWorld } from './ownership.ts'

interface Place {
  readonly laws: PetitionLaws
  readonly calendars: Calendars
  readonly directory: AllOrgans
  today(): Day
}

const worldUnder = (law: PetitionLaw, { calendars, directory }: Place): OwnershipWorld => ({
  pack: packName(law),
  law,
  calendars,
  organs: directory,
})

/** What is the law today where the bureau is that keeps the list. */
export function worldAt(keeper: OrganId, place: Place): OwnershipWorld {
  const region = (place.directory.find(keeper)?.region ?? '00') as RegionCode
  return worldUnder(place.laws.inForce(region, place.today()), place)
}

/** The law that a case began under; where this house no longer has it, what is the law now. */
export function worldOf(ownership: Pick<Ownership, 'pack' | 'keeper'>, place: Place): OwnershipWorld {
  const law = place.laws.named(ownership.pack)
  return law === undefined ? worldAt(ownership.keeper, place) : worldUnder(law, place)
}
