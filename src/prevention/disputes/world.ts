import type { Calendars } from '../../kernel/calendars.ts'
import type { Day } from '../../kernel/day.ts'
import type { AllOrgans } from '../../kernel/keeping-out.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { RegionCode } from '../../law/codes/regions.ts'
import { packName } from '../../law/laws.ts'
import type { PetitionLaw, PetitionLaws } from '../../petition/petition.ts'
import type { Dispute, DisputeWorld } from './dispute.ts'

interface Place {
  readonly laws: PetitionLaws
  readonly calendars: Calendars
  readonly directory: AllOrgans
  today(): Day
}

const worldUnder = (law: PetitionLaw, { calendars, directory }: Place): DisputeWorld => ({
  pack: packName(law),
  disputes: law.disputes,
  calendars,
  organs: directory,
})

/** What is the law today where an organ is, for what it takes into its ledger. */
export function worldAt(organ: OrganId, place: Place): DisputeWorld {
  const region = (place.directory.find(organ)?.region ?? '00') as RegionCode
  return worldUnder(place.laws.inForce(region, place.today()), place)
}

/** The law that a dispute was recorded under; where this house no longer has it, what is the law now. */
export function worldOf(dispute: Pick<Dispute, 'pack' | 'recorder'>, place: Place): DisputeWorld {
  const law = place.laws.named(dispute.pack)
  return law === undefined ? worldAt(dispute.recorder.organ, place) : worldUnder(law, place)
}
