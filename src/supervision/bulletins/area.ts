/** For which bureaus an office answers when it counts, and through whom it would itself be kept from a matter. */
import { lineOf, type OrganId } from '../../kernel/organ.ts'
import type { BulletinHouse } from './house.ts'

type Where = Pick<BulletinHouse, 'directory'>

const nation = '00'

/** The bureaus of the area that an organ answers for. */
export function bureausOf({ directory }: Where, organ: OrganId): readonly OrganId[] {
  const region = directory.find(organ)?.region ?? ''
  const inside = [...directory.all()].filter(
    ({ kind, region: own }) => kind === 'bureau' && (region === nation || own.startsWith(region)),
  )
  return inside.map(({ id }) => id)
}

/** Everybody through whom an organ would be kept from a matter. */
export const barredBy = ({ directory }: Where, organ: OrganId): readonly OrganId[] =>
  lineOf(directory, organ).map(({ id }) => id)

const lengths = [2, 4, 6, 9, 12] as const

/** A place goes by its government, as far as the directory has one, so that it has a name; and back. */
export function seatsOf({ directory }: Where) {
  const seats = new Map<string, OrganId>()
  for (const { kind, region, id, state } of directory.all())
    if (kind === 'government' && state === 'active') seats.set(region, id)
  return {
    seatOf: (region: string): string => seats.get(region) ?? region,
    regionOf: (code: string): string => directory.find(code as OrganId)?.region ?? code,
  }
}

/** How long the codes of places are one level below an organ's own. */
export function placeLengthOf({ directory }: Where, organ: OrganId): number {
  const region = directory.find(organ)?.region ?? nation
  return region === nation ? 2 : (lengths.find((length) => length > region.length) ?? 12)
}
