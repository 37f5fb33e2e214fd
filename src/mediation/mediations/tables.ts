/** The read models of mediations: rows derived from the folded state, so that they can be compared and remade. */
import { countedBy } from '../../engine/due-clocks.ts'
import type { Row, RowSet } from '../../engine/room.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { bearerOrgan, isOpen, type RunningClock } from '../../kernel/running-clock.ts'
import { partsIn } from './keeping.ts'
import type { Mediation, MediationState } from './mediation.ts'
import { dayOf, shelfOf } from './shelves.ts'
import { consents } from './standing.ts'

export const mediationTables = {
  mediation: { key: [] },
  mediation_clock: { key: ['clock_id'] },
  mediation_party: { key: ['organ', 'part'] },
} as const

export function mediationRows(state: MediationState): RowSet {
  if (state === null) return {}
  return {
    mediation: [mediationRow(state)],
    mediation_clock: state.clocks.filter(isOpen).map((clock) => clockRow(clock, state)),
    mediation_party: partyRows(state),
  }
}

function mediationRow(mediation: Mediation): Row {
  const { version, kind, stage, subject, organ, openedOn, parties, what } = mediation
  return {
    ...{ version, kind, stage, organ, opened_on: openedOn, what_ref: what.ref },
    subject_kind: subject.kind,
    petition: subject.kind === 'petition' ? subject.number : null,
    petition_ref: subject.kind === 'petition' ? subject.ref : null,
    dispute: subject.kind === 'dispute' ? subject.stream : null,
    // whoever acts with the key of the petition, by their references in it
    petitioners: parties.flatMap(({ petitioner }) => petitioner ?? []),
    parties: parties.length,
    consents: parties.filter(consents).length,
  }
}

const clockRow = (clock: RunningClock, { organ }: Mediation): Row => ({
  clock_id: clock.id,
  rule: clock.rule,
  organ: bearerOrgan(clock),
  last_day: clock.lastDay,
  state: clock.state,
  is_overdue: clock.overdueOn !== undefined,
  after: clock.after,
  ...countedBy(clock, bearerOrgan(clock) ?? organ),
})

/** Who may see it. An organ that it came to be kept from has no part any more. */
function partyRows(mediation: Mediation): readonly Row[] {
  const { organ, opener, shownTo, parties, keptFrom, officials, recused } = mediation
  const all = new Set<OrganId>([organ, ...shownTo, ...(opener === null ? [] : [opener])])
  for (const party of parties) if (party.organ !== null) all.add(party.organ)
  const [shelf, day] = [shelfOf(mediation), dayOf(mediation)]
  return [...all]
    .filter((each) => !keptFrom.includes(each))
    .flatMap((each) =>
      partsIn(mediation, each).map((part) => ({
        organ: each,
        part,
        shelf,
        day,
        kept_from: keptFrom,
        officials,
        recused,
      })),
    )
}
