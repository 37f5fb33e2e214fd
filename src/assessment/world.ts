import type { Day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import type { RegionCode } from '../law/codes/regions.ts'
import { packName } from '../law/laws.ts'
import type { PetitionLaw } from '../petition/petition.ts'
import type { LetterWorld } from './assessment.ts'
import type { AssessmentHouse } from './house.ts'

type Place = Pick<AssessmentHouse, 'directory' | 'laws' | 'calendars'>

/** The law at the place of whoever assesses. */
export const lawFor = ({ directory, laws }: Place, organ: OrganId, on: Day): PetitionLaw =>
  laws.inForce((directory.find(organ)?.region ?? '00') as RegionCode, on)

export function letterWorldOf(house: Place, upper: OrganId, on: Day): LetterWorld {
  const law = lawFor(house, upper, on)
  return {
    pack: packName(law),
    indicators: law.indicators,
    times: law.assessmentTimes,
    calendars: house.calendars,
    organs: house.directory,
  }
}
