/** The read models of referrals: rows derived from the folded state, so that they can be compared and remade. */
import { countedBy } from '../../engine/due-clocks.ts'
import type { Row, RowSet } from '../../engine/room.ts'
import { bearerOrgan, isOpen, type RunningClock } from '../../kernel/running-clock.ts'
import { remindOn } from './clocks.ts'
import type { Referral, ReferralState } from './referral.ts'

export const referralTables = {
  referral: { key: [] },
  referral_clock: { key: ['clock_id'] },
  referral_party: { key: ['organ'] },
  file_reference: { key: ['file'] },
} as const

/** 有期限的 · 进行中 · 已结束: what falls due lies by its day, the rest by when it last moved. */
export const referralShelves = ['due', 'going', 'done'] as const
export type ReferralShelf = (typeof referralShelves)[number]

export function referralRows(state: ReferralState): RowSet {
  if (state === null) return {}
  return {
    referral: [referralRow(state)],
    referral_clock: state.clocks.filter(isOpen).map((clock) => clockRow(clock, state)),
    referral_party: partyRows(state),
    file_reference: filesOf(state).map((file) => ({ file })),
  }
}

function referralRow(referral: Referral): Row {
  const { version, petition, visit, person, way, stage, guide, to, explainedOn, movedOn, outcome, erasedOn } = referral
  const next = nextOf(referral)
  return {
    ...{ version, petition, visit, person, way, stage, guide, to_organ: to.organ, to_name_ref: to.name?.ref ?? null },
    explained_on: explainedOn,
    moved_on: movedOn,
    outcome: outcome?.outcome ?? null,
    next_rule: next?.rule ?? null,
    next_day: next?.lastDay ?? null,
    next_binds: next?.binds ?? null,
    next_is_overdue: next?.overdueOn !== undefined,
    is_erased: erasedOn !== null,
  }
}

/** The limit that ends first. */
export const nextOf = ({ clocks }: Pick<Referral, 'clocks'>): RunningClock | undefined =>
  clocks.filter(isOpen).toSorted((a, b) => (a.lastDay < b.lastDay ? -1 : a.lastDay > b.lastDay ? 1 : 0))[0]

const clockRow = (clock: RunningClock, referral: Referral): Row => ({
  clock_id: clock.id,
  rule: clock.rule,
  organ: bearerOrgan(clock),
  last_day: clock.lastDay,
  state: clock.state,
  is_overdue: clock.overdueOn !== undefined,
  after: clock.after,
  remind_on: isReminded(referral, clock) ? null : remindOn(clock),
  ...countedBy(clock, bearerOrgan(clock) ?? referral.guide),
})

/** Once each; of a visit nobody has an address to write to, and the centre sees what falls due and calls. */
const isReminded = ({ visit, reminded }: Referral, { id }: RunningClock): boolean =>
  visit !== null || reminded.includes(id)

function filesOf({ application, outcome, erasedOn }: Referral): readonly string[] {
  if (erasedOn) return []
  const materials = [...(application?.materials ?? []), ...(outcome?.materials ?? [])]
  return [...new Set(materials.map(({ file }) => file))]
}

/** Who may see it without having the petition; the organ that they went to only where the petitioner lets it. */
function partyRows(referral: Referral): readonly Row[] {
  const { guide, to, shared, petition, keptFrom, officials, recused, about } = referral
  // by the row without an organ whoever has the petition, or the key of it, sees it whatever becomes of the organs
  const organs = [...new Set(['', guide, ...(shared && to.organ !== null ? [to.organ] : [])])]
  return organs
    .filter((organ) => !keptFrom.includes(organ as never))
    .map((organ) => ({ organ, petition, ...placeOf(referral), kept_from: keptFrom, officials, recused, about }))
}

function placeOf(referral: Referral): { readonly shelf: ReferralShelf; readonly day: string } {
  if (referral.stage === 'closed') return { shelf: 'done', day: referral.movedOn }
  const next = nextOf(referral)
  return next === undefined ? { shelf: 'going', day: referral.movedOn } : { shelf: 'due', day: next.lastDay }
}
