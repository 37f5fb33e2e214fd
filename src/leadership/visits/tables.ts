/** The read models of visits: rows derived from the folded state, so that they can be compared and remade. */
import type { Row, RowSet } from '../../engine/room.ts'
import { travellersOf } from './sight.ts'
import type { Visit, VisitCase, VisitState } from './visit.ts'

export const visitTables = {
  visit: { key: [] },
  visit_case: { key: ['petition'] },
  visit_leader: { key: ['account'] },
  visit_party: { key: ['organ'] },
  file_reference: { key: ['file'] },
} as const

export function visitRows(state: VisitState): RowSet {
  if (state === null) return {}
  const { version, organ, region, stage, day } = state
  return {
    visit: [
      {
        ...{ version, organ, region, stage, day },
        cases: state.cases.length,
        planned_on: state.plannedOn,
        concluded_on: state.concludedOn,
      },
    ],
    visit_case: casesOf(state),
    visit_leader: leadersOf(state),
    visit_party: partiesOf(state),
    file_reference: filesOf(state).map((file) => ({ file })),
  }
}

/** Cases that were planned, and petitions that what was heard became: whose erasure reaches into the visit. */
function casesOf(visit: Visit): readonly Row[] {
  const registered = new Set(visit.entries.flatMap(({ registered }) => registered ?? []))
  for (const { petition } of visit.cases) registered.delete(petition)
  return [
    ...visit.cases.map((each) => ({
      petition: each.petition,
      state: stateOf(visit, each),
      shown_on: each.shownOn,
    })),
    ...[...registered].map((petition) => ({ petition, state: 'registered', shown_on: null })),
  ]
}

function stateOf({ entries }: Visit, { petition, refused }: VisitCase): string {
  if (refused) return 'refused'
  const own = entries.filter((entry) => entry.petition === petition)
  if (own.some(({ kind }) => kind === 'met')) return 'met'
  return own.some(({ kind }) => kind === 'notMet') ? 'notMet' : 'planned'
}

/** Whose visits are how many: read with no word of what it was about. */
const leadersOf = ({ leaders, stage, day, region, keptFrom, officials }: Visit): readonly Row[] => [
  ...new Map(
    leaders.map(({ account, organ }) => [
      account,
      { account, organ, stage, day, region, kept_from: keptFrom, officials },
    ]),
  ).values(),
]

/** Who may see it: all of the organ that plans, and of another organ only those who go. Nobody from whom it is kept. */
function partiesOf(visit: Visit): readonly Row[] {
  const { organ, keptFrom, officials, stage, day } = visit
  const seen = { stage, day, kept_from: keptFrom, officials }
  const others = Map.groupBy(
    travellersOf(visit).filter((each) => each.organ !== organ),
    (each) => each.organ,
  )
  return [
    { organ, accounts: null, ...seen },
    ...[...others].map(([other, goes]) => ({
      organ: other,
      accounts: [...new Set(goes.map(({ account }) => account))],
      ...seen,
    })),
  ].filter((party) => !keptFrom.includes(party.organ))
}

/** What lies in the file store for it; what went with an erased petition does no more. */
export const filesOf = ({ entries, erased }: Visit): readonly string[] => [
  ...new Set(
    entries
      .filter(({ text }) => !erased.includes(text.ref))
      .flatMap(({ materials }) => materials.map(({ file }) => file)),
  ),
]
