import type { Calendars } from '../kernel/calendars.ts'
import type { Day } from '../kernel/day.ts'
import type { Organs } from '../kernel/organ.ts'
import { cn2022 } from '../law/cn-2022/cn-2022.ts'
import type { RegionCode } from '../law/codes/regions.ts'
import { lawsOf } from '../law/laws.ts'
import type { Petition, PetitionLaw, PetitionLaws, World } from './petition.ts'

/** The pack is checked here against the words of the room: a fact, stage or command that nobody knows does not compile. */
export const law: PetitionLaw = cn2022

/** The national law alone. A house reads its other packs from files. */
export const nationalLaw: PetitionLaws = lawsOf([law])

export const worldUnder = (pack: PetitionLaw, organs: Organs, calendars: Calendars): World => ({
  law: pack,
  calendars,
  organs,
})

/** The law of a matter that comes in: what binds the organ that registers it, on the day on which it was received. */
export const lawAtRegistration = (laws: PetitionLaws, { region }: { region: string }, receivedOn: Day): PetitionLaw =>
  laws.inForce(region as RegionCode, receivedOn)

/**
 * What a petition is shown under. Without its own pack nothing can be done to it, but it can still be read: by another version of
 * the same pack, or by what is in force.
 */
export function lawShown(laws: PetitionLaws, { pack, receivedOn }: Pick<Petition, 'pack' | 'receivedOn'>): PetitionLaw {
  const [id] = pack.split('@')
  return laws.named(pack) ?? laws.all.find((other) => other.id === id) ?? laws.inForce('00' as RegionCode, receivedOn)
}
