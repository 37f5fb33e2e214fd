/** Whose scorecard is read: an organ's, or that of all organs of a place. */
import type { OrganFacts, OrganId } from '../kernel/organ.ts'
import { wholeCountry } from '../law/codes/regions.ts'
import type { Bilingual } from '../wording/bilingual.ts'
import type { AssessmentHouse } from './house.ts'
import { answersForPlace, mayReadArea, organsIn, overseenBy } from './overseeing.ts'

export type Subject =
  | {
      readonly kind: 'organ'
      readonly organ: OrganId
      readonly organs: readonly OrganFacts[]
      readonly name: Bilingual
    }
  | { readonly kind: 'area'; readonly area: string; readonly organs: readonly OrganFacts[]; readonly name: Bilingual }

type Place = Pick<AssessmentHouse, 'directory'>

/** Null for what the viewer's organ may not read, and for what is not there: which of them is not told. */
export function subjectOf(
  { directory }: Place,
  viewer: OrganId,
  { organ, area }: { readonly organ?: OrganId | undefined; readonly area?: string | undefined },
): Subject | null {
  if (area !== undefined) {
    const organs = organsIn(area, directory)
    if (organs.length === 0 || !mayReadArea(viewer, area, directory)) return null
    return { kind: 'area', area, organs, name: areaName(area, { directory }) }
  }
  const id = organ ?? viewer
  const found = directory.find(id)
  if (!found || !overseenBy(viewer, directory).has(id)) return null
  return { kind: 'organ', organ: id, organs: [found], name: directory.nameOf(id) }
}

/** A place is called by its government, or else by the organ that stands for it. */
export function areaName(area: string, { directory }: Place): Bilingual {
  const seats = [...directory.all()].filter(({ region, state }) => region === area && state === 'active')
  const seat = ['government', 'township', 'village', 'bureau'].flatMap(
    (kind) => seats.find((each) => each.kind === kind) ?? [],
  )[0]
  return seat ? directory.nameOf(seat.id) : { zh: area, en: area }
}

export interface AreaRow extends Bilingual {
  readonly area: string
  readonly organs: number
}

/** Places of which the viewer's organ may read the sums: its own and those within it that have a seat. */
export function areasFor({ directory }: Place, viewer: OrganId): readonly AreaRow[] {
  const own = directory.find(viewer)
  if (!own || !answersForPlace(own.kind)) return []
  const inside = organsIn(own.region, directory)
  const seats = ['government', 'township']
  const codes = new Set([own.region, ...inside.filter(({ kind }) => seats.includes(kind)).map(({ region }) => region)])
  return [...codes]
    .filter((code) => code !== wholeCountry)
    .sort()
    .map((area) => ({ area, ...areaName(area, { directory }), organs: organsIn(area, directory).length }))
}

/** Places of the same kind beside one: of the same length, within the same wider one. */
export function areasAlike(area: string, { directory }: Place): readonly string[] {
  const own = [...directory.all()].find(
    ({ region, kind }) => region === area && (kind === 'government' || kind === 'township'),
  )
  if (!own) return []
  const wider = directory.find(own.parent ?? ('' as OrganId))?.region ?? wholeCountry
  return [
    ...new Set(
      organsIn(wider, directory)
        .filter(({ kind, level, state }) => state === 'active' && kind === own.kind && level === own.level)
        .map(({ region }) => region),
    ),
  ]
}
