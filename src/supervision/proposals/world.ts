import type { Calendars } from '../../kernel/calendars.ts'
import type { Day } from '../../kernel/day.ts'
import type { AllOrgans } from '../../kernel/keeping-out.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { RegionCode } from '../../law/codes/regions.ts'
import { packName } from '../../law/laws.ts'
import type { PetitionLaw, PetitionLaws } from '../../petition/petition.ts'
import type { Proposal, ProposalWorld } from './proposal.ts'

interface Place {
  readonly laws: PetitionLaws
  readonly calendars: Calendars
  readonly directory: AllOrgans
  today(): Day
}

const worldUnder = (law: PetitionLaw, { calendars, directory }: Place): ProposalWorld => ({
  pack: packName(law),
  law,
  calendars,
  organs: directory,
})

/** What is the law today where a bureau is, for what it begins. */
export function worldAt(bureau: OrganId, place: Place): ProposalWorld {
  const region = (place.directory.find(bureau)?.region ?? '00') as RegionCode
  return worldUnder(place.laws.inForce(region, place.today()), place)
}

/** The law that a proposal began under; where this house no longer has it, what is the law now. */
export function worldOf(proposal: Pick<Proposal, 'pack' | 'bureau'>, place: Place): ProposalWorld {
  const law = place.laws.named(proposal.pack)
  return law === undefined ? worldAt(proposal.bureau, place) : worldUnder(law, place)
}
