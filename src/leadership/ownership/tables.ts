/** The read models of owned cases: rows derived from the folded state, so that they can be compared and remade. */
import { countedBy } from '../../engine/due-clocks.ts'
import type { Row, RowSet } from '../../engine/room.ts'
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { bearerOrgan, isOpen, type RunningClock } from '../../kernel/running-clock.ts'
import { resultOf } from './closing.ts'
import { partsOf } from './knowing.ts'
import type { Ownership, OwnershipState } from './ownership.ts'

export const ownershipTables = {
  ownership: { key: [] },
  ownership_clock: { key: ['clock_id'] },
  ownership_party: { key: ['organ'] },
  file_reference: { key: ['file'] },
} as const

/** 待定 · 在办 · 了结: where it lies for everybody who has a part in it. */
export const ownershipShelves = ['proposed', 'open', 'over'] as const
export type OwnershipShelf = (typeof ownershipShelves)[number]

export function ownershipRows(state: OwnershipState): RowSet {
  if (state === null) return {}
  return {
    ownership: [ownershipRow(state)],
    ownership_clock: state.clocks.filter(isOpen).map((clock) => clockRow(clock, state)),
    ownership_party: partsOf(state)
      .filter((organ) => !state.keptFrom.includes(organ))
      .map((organ) => partyRow(organ, state)),
    file_reference: [...new Set(filesOf(state))].map((file) => ({ file })),
  }
}

const filesOf = ({ views, isErased }: Ownership): readonly string[] =>
  isErased ? [] : views.flatMap(({ materials }) => materials.map(({ file }) => file))

/** The next thing that somebody owes in it. */
export const nextOf = ({ clocks }: Pick<Ownership, 'clocks'>): RunningClock | undefined => clocks.filter(isOpen).at(-1)

export function shelfOf({ stage }: Pick<Ownership, 'stage'>): OwnershipShelf {
  if (stage === 'proposed') return 'proposed'
  return stage === 'assigned' || stage === 'planned' ? 'open' : 'over'
}

/** What is still to be done lies by the day on which it ends, all else by the day on which it last moved. */
const dayOf = (ownership: Ownership): Day => nextOf(ownership)?.lastDay ?? ownership.movedOn

function ownershipRow(ownership: Ownership): Row {
  const { version, petition, stage, category, place, keeper, owner, handler, grounds, due, held } = ownership
  return {
    ...{ version, petition, stage, category, place, keeper },
    owner_organ: owner?.organ ?? null,
    owner_account: owner?.account ?? null,
    // one whose post has ended is still named until the next is
    last_owner_organ: held.at(-1)?.organ ?? null,
    handler_organ: handler?.organ ?? null,
    handler_account: handler?.account ?? null,
    grounds: [...new Set(grounds.map((ground) => ground.for))],
    ...{ proposed_on: ownership.proposedOn, due, ended_on: ownership.endedOn },
    asks_for_another: ownership.anotherOwner.some(({ decided }) => decided === null),
    has_result: resultOf(ownership) !== null,
    relapses: ownership.relapses.length,
  }
}

const clockRow = (clock: RunningClock, { keeper }: Ownership): Row => ({
  clock_id: clock.id,
  rule: clock.rule,
  organ: bearerOrgan(clock),
  last_day: clock.lastDay,
  state: clock.state,
  is_overdue: clock.overdueOn !== undefined,
  after: clock.after,
  ...countedBy(clock, bearerOrgan(clock) ?? keeper),
})

/** Who may see it, and on which shelf it lies. Nobody from whom it is kept is a party, whoever brought them in. */
function partyRow(organ: OrganId, ownership: Ownership): Row {
  const { petition, keptFrom, officials, recused, owner } = ownership
  return {
    organ,
    petition,
    shelf: shelfOf(ownership),
    day: dayOf(ownership),
    owner_account: owner?.account ?? null,
    kept_from: keptFrom,
    officials,
    recused,
  }
}
