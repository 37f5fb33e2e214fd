/** From rows to what a page is given. Allow-lists are in `contract.ts`. */
import { withheld } from '../../insight/trends/withholding.ts'
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { runsOn } from '../../kernel/term.ts'
import type { AllotmentView, HolderView, MixView, OrganRow } from './contract.ts'
import type { EstablishmentHouse } from './house.ts'
import type { AllotmentRow } from './queries.ts'
import {
  type AllottedCounts,
  endsSoon,
  experienceBands,
  type Holding,
  kindOf,
  mixOf,
  type PostStrength,
  type Since,
  strengthOf,
} from './strength.ts'

type Place = Pick<EstablishmentHouse, 'directory' | 'today'>

export const organView = ({ directory }: Pick<Place, 'directory'>, id: OrganId) => ({ id, ...directory.nameOf(id) })

/** Null where nothing of it is known: a sum over what nobody wrote down would look like a nought. */
function sumOf(posts: readonly PostStrength[], of: 'allotted' | 'vacant' | 'over'): number | null {
  const known = posts.flatMap((post) => post[of] ?? [])
  return known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0)
}

export function rowView(
  organ: OrganId,
  allotted: AllottedCounts,
  holdings: readonly Holding[],
  place: Place,
): OrganRow {
  const { posts, people } = strengthOf(allotted, holdings, place.today())
  return {
    organ: organView(place, organ),
    ...{ allotted: sumOf(posts, 'allotted'), vacant: sumOf(posts, 'vacant'), over: sumOf(posts, 'over') },
    ...{ people, endingSoon: posts.reduce((sum, post) => sum + post.endingSoon, 0) },
  }
}

/** As structure and trend withhold small figures (docs/adr/0062): one band with few in it, and none is told. */
export function mixView(people: readonly Since[], today: Day): MixView {
  const open = withheld([mixOf(people, today)])
  return open && experienceBands.map((band, at) => ({ band, count: open.columnSums[at] ?? 0 }))
}

export const holdersView = (
  holdings: readonly Holding[],
  names: ReadonlyMap<string, string>,
  place: Place,
): HolderView[] =>
  holdings.map(({ account, post, from, until, secondedFrom }) => ({
    ...{ account, name: names.get(account) ?? account, post, from, until },
    kind: kindOf({ from, until, secondedFrom }),
    endsSoon: endsSoon({ until }, place.today()),
    hasBegun: runsOn({ from, until }, place.today()),
    secondedFrom: secondedFrom === null ? null : organView(place, secondedFrom),
  }))

const erased = '〔已依法销毁 / lawfully erased〕'

export function allotmentView(row: AllotmentRow, texts: ReadonlyMap<string, string>): AllotmentView {
  const { ref, post, count, from, on, documentRef, reasonRef, withdrawnOn, withdrawnRef } = row
  const said = (piece: string) => texts.get(piece) ?? erased
  return {
    ...{ ref, post, count, from, on, document: said(documentRef), reason: said(reasonRef) },
    withdrawn: withdrawnOn === null || withdrawnRef === null ? null : { on: withdrawnOn, reason: said(withdrawnRef) },
  }
}
