/** The read models of disputes: rows derived from the folded state, so that they can be compared and remade. */
import { countedBy } from '../../engine/due-clocks.ts'
import type { Row, RowSet } from '../../engine/room.ts'
import { daysBetween } from '../../kernel/day.ts'
import { bearerOrgan, isOpen, type RunningClock } from '../../kernel/running-clock.ts'
import type { Dispute, DisputeStage, DisputeState } from './dispute.ts'
import type { DisputeShelf } from './shelves.ts'

export const disputeTables = {
  dispute: { key: [] },
  dispute_line: { key: [] },
  dispute_petition: { key: ['petition'] },
  dispute_clock: { key: ['clock_id'] },
  dispute_party: { key: ['organ'] },
  file_reference: { key: ['file'] },
} as const

export function disputeRows(state: DisputeState): RowSet {
  if (state === null) return {}
  return {
    dispute: [{ version: state.version, title_ref: state.title.ref }],
    dispute_line: [lineOf(state)],
    dispute_petition: state.petitions.map(({ petition }) => ({ petition })),
    dispute_clock: state.clocks.filter(isOpen).map((clock) => clockRow(clock, state)),
    dispute_party: partiesOf(state),
    file_reference: filesOf(state).map((file) => ({ file })),
  }
}

/** Whatever lies in the file store for it. */
export const filesOf = ({ progress, settlements, erasedOn }: Dispute): readonly string[] =>
  erasedOn !== null
    ? []
    : [...new Set([...progress, ...settlements].flatMap(({ materials }) => materials.map(({ file }) => file)))]

/** What counts: a dispute that became a petition was not settled where it arose, whatever was said before. */
export const outcomes = ['open', 'settled', 'petition', 'directed', 'notFound'] as const
export type DisputeOutcome = (typeof outcomes)[number]

export function outcomeOf({
  petitions,
  ending,
  stage,
}: Pick<Dispute, 'petitions' | 'ending' | 'stage'>): DisputeOutcome {
  if (petitions.length > 0) return 'petition'
  if (ending !== null) return ending
  return stage === 'settled' || stage === 'followedUp' ? 'settled' : 'open'
}

/** One line for each dispute, without a word of what was written and of nobody: what the area's ledger, its figures and warnings are made of. */
export function lineOf(dispute: Dispute): Row {
  const { region, category, people, source, stage, ending, responsible, recordedOn, foundOn } = dispute
  const outcome = outcomeOf(dispute)
  const last = outcome === 'settled' ? dispute.settlements.at(-1) : undefined
  const next = nextOf(dispute)
  return {
    ...{ region, category, people, source: source.kind, stage, ending, outcome },
    grade: dispute.grading?.grade ?? null,
    organ: responsible.organ,
    found_on: foundOn,
    recorded_on: recordedOn,
    settled_on: last?.at ?? null,
    settled_level: last?.level ?? null,
    days: last ? daysBetween(foundOn, last.at) : null,
    relapses: dispute.followUps.filter(({ holds }) => !holds).length,
    next_rule: next?.rule ?? null,
    next_day: next?.lastDay ?? null,
    kept_from: dispute.keptFrom,
    officials: dispute.officials,
  }
}

const nextOf = ({ clocks }: Dispute): RunningClock | undefined =>
  clocks.filter(isOpen).toSorted((a, b) => (a.lastDay < b.lastDay ? -1 : a.lastDay > b.lastDay ? 1 : 0))[0]

const clockRow = (clock: RunningClock, { responsible }: Dispute): Row => ({
  clock_id: clock.id,
  rule: clock.rule,
  organ: bearerOrgan(clock),
  last_day: clock.lastDay,
  state: clock.state,
  is_overdue: clock.overdueOn !== undefined,
  after: clock.after,
  ...countedBy(clock, bearerOrgan(clock) ?? responsible.organ),
})

/** Who may see it, and where it lies for them. Nobody from whom it is kept is a party. */
function partiesOf(dispute: Dispute): readonly Row[] {
  const { responsible, recorder, formers, keptFrom, officials } = dispute
  const row = (organ: string, part: string): Row => {
    const shelf = shelfOf(dispute, part)
    return { organ, part, shelf, day: dayOf(dispute, shelf), kept_from: keptFrom, officials }
  }
  const others = [...new Set([recorder.organ, ...formers])].filter((organ) => organ !== responsible.organ)
  return [
    row(responsible.organ, 'responsible'),
    ...others.map((organ) => row(organ, organ === recorder.organ ? 'recorder' : 'former')),
  ].filter(({ organ }) => !keptFrom.includes(organ as Dispute['keptFrom'][number]))
}

const ownShelf: Readonly<Record<DisputeStage, DisputeShelf>> = {
  recorded: 'open',
  graded: 'open',
  handedUp: 'arrived',
  settling: 'open',
  mediating: 'open',
  petition: 'settled',
  settled: 'settled',
  followedUp: 'settled',
  closed: 'done',
}

function shelfOf({ stage }: Dispute, part: string): DisputeShelf {
  if (part === 'responsible' || stage === 'closed') return ownShelf[stage]
  return 'elsewhere'
}

/** What waits lies by the day that ends first, everything else by the day on which it last moved. */
const dayOf = (dispute: Dispute, shelf: DisputeShelf): string =>
  (shelf === 'done' || shelf === 'elsewhere' ? undefined : nextOf(dispute)?.lastDay) ?? dispute.movedOn
