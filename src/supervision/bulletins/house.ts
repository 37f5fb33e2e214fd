import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import type { PetitionHouse } from '../../petition/house.ts'
import type { Counted, FigureName } from './bulletin.ts'

type Staff = Extract<Viewer, { kind: 'staff' }>

/** Over which organs and days something is counted, and for whom. */
export interface Counting {
  readonly viewer: Staff
  /** Whose area it is. */
  readonly organ: OrganId
  readonly from: Day
  readonly until: Day
  /** Not in what goes round: even that there is one may tell somebody whom it accuses (art. 30 (3)). */
  readonly withAccusations: boolean
}

/** Counts one figure; null where nothing of its kind is in this house. */
export type CountFigure = (house: PetitionHouse, counting: Counting) => Promise<Counted['rows']>

/** What the bulletins need of the house: what the petition room has, and figures of the rooms that stand beside this one. */
export interface BulletinHouse extends PetitionHouse {
  readonly figuresOf: { readonly [F in FigureName]?: CountFigure }
}
