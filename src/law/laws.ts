/** The packs of a house: which one is the law at a place on a day, and which one a petition began under. */
import { type Day, isBefore } from '../kernel/day.ts'
import { isWithinRegion, type RegionCode, wholeCountry } from './codes/regions.ts'
import type { PackHeader } from './law.ts'

export interface Laws<Pack extends PackHeader> {
  readonly all: readonly Pack[]
  /** What binds an organ of that region in a matter that came in on that day. */
  inForce(region: RegionCode, on: Day): Pack
  /** The pack of that name and version, as facts write it; undefined when this house does not have it. */
  named(pack: string): Pack | undefined
}

/** As facts write it: `cn-2022@1`. */
export const packName = ({ id, version }: Pick<PackHeader, 'id' | 'version'>): string => `${id}@${version}`

/**
 * The narrowest region counts, so that a province's pack comes before the country's; then the later pack. For a day before any
 * pack the country's first stands in: such a matter is history, and to refuse it would make it disappear.
 */
export function lawsOf<Pack extends PackHeader>(packs: readonly Pack[], chosen: string | null = null): Laws<Pack> {
  const named = new Map(packs.map((pack) => [packName(pack), pack]))
  if (named.size < packs.length) throw new Error('a pack is there twice in the same version')
  const choice = packs.filter(({ id }) => id === chosen)
  if (chosen !== null && choice.length === 0) throw new Error(`no pack ${chosen}`)
  const first = packs.filter(({ regions }) => regions.includes(wholeCountry)).toSorted(earlier)[0]
  if (!first) throw new Error('no pack for the whole country')
  return {
    all: packs,
    inForce(region, on) {
      const binding = packs.filter((pack) => isInForce(pack, on) && narrowness(pack, region) >= 0)
      const [best] = (choice.length > 0 ? choice.filter((pack) => isInForce(pack, on)) : binding).toSorted(
        (a, b) =>
          narrowness(b, region) - narrowness(a, region) || earlier(b, a) || Number(b.version) - Number(a.version),
      )
      return best ?? choice.toSorted(earlier)[0] ?? first
    },
    named: (pack) => named.get(pack),
  }
}

const earlier = (a: PackHeader, b: PackHeader): number =>
  a.inForceFrom < b.inForceFrom ? -1 : a.inForceFrom > b.inForceFrom ? 1 : 0

const isInForce = ({ inForceFrom, inForceUntil }: PackHeader, on: Day): boolean =>
  !isBefore(on, inForceFrom as Day) && (inForceUntil === null || isBefore(on, inForceUntil as Day))

/** How narrow the pack's region is that the place lies in: the length of its code, 0 for the whole country, −1 for none. */
function narrowness({ regions }: PackHeader, place: RegionCode): number {
  const around = regions.filter((region) => isWithinRegion(place, region as RegionCode))
  return Math.max(-1, ...around.map((region) => (region === wholeCountry ? 0 : region.length)))
}
