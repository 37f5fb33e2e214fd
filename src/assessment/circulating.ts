/** 在适当范围内通报 (art. 39 (1)): what organs alike are told of one another, which is who stands where and with which share. */
import type { OrganId } from '../kernel/organ.ts'
import type { Viewer } from '../kernel/viewer.ts'
import { type IndicatorName, isRating } from '../law/assessment.ts'
import { fewestToRank, fewestToShow, perMille } from './figure.ts'
import type { AssessmentHouse } from './house.ts'
import type { CirculatedRow } from './queries.ts'
import { lawFor } from './world.ts'

type Row = Omit<CirculatedRow, 'pack'>

/** Shares and places, best first; nothing of an indicator in which fewer than three have a share to be told. */
export function circulation(
  house: AssessmentHouse,
  { organ: own }: Pick<Extract<Viewer, { kind: 'staff' }>, 'organ'>,
  rows: readonly Row[],
) {
  const groups = [...Map.groupBy(rows, ({ upper, indicator }) => `${upper} ${indicator}`).values()]
  return groups.flatMap((group) => {
    const [{ upper, indicator }] = group as [Row]
    const law = lawFor(house, upper, house.today()).indicators[indicator]
    if (!law) return []
    const told = group.flatMap((row) => toldOf(row, isRating(law.measure)))
    if (told.length < fewestToRank) return []
    const better = law.better === 'higher' ? -1 : 1
    const sorted = told.toSorted((a, b) => better * (a.perMille - b.perMille))
    const ranking = sorted.map(({ lower, perMille: share }) => ({
      place: 1 + sorted.filter((each) => better * (each.perMille - share) < 0).length,
      organ: refOf(house, lower),
      perMille: share,
      isYou: lower === own,
    }))
    return [{ upper: refOf(house, upper), indicator: indicator as IndicatorName, ranking }]
  })
}

const refOf = ({ directory }: AssessmentHouse, id: OrganId) => ({ id, ...directory.nameOf(id) })

function toldOf(row: Row, ofRatings: boolean): readonly { readonly lower: OrganId; readonly perMille: number }[] {
  const share = perMille(row)
  if (share === null || (ofRatings && row.denominator < fewestToShow)) return []
  return [{ lower: row.lower, perMille: share }]
}
