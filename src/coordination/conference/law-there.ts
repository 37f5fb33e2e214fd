/** Which law a conference meets under: that of its place, as it is today. */
import type { OrganId } from '../../kernel/organ.ts'
import { type RegionCode, wholeCountry } from '../../law/codes/regions.ts'
import type { ConferenceLaw } from '../../law/conference.ts'
import type { ConferenceHouse } from './house.ts'

export type LawPlace = Pick<ConferenceHouse, 'directory' | 'laws' | 'today'>

export const conferenceLawAt = ({ directory, laws, today }: LawPlace, organ: OrganId): ConferenceLaw =>
  laws.inForce((directory.find(organ)?.region ?? wholeCountry) as RegionCode, today()).conference
