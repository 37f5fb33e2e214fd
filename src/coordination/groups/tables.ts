/** The read models of working groups: rows derived from the folded state, so that they can be compared and remade. */
import type { Row, RowSet } from '../../engine/room.ts'
import type { Group, GroupState } from './group.ts'

export const groupTables = {
  working_group: { key: [] },
  working_group_case: { key: ['petition'] },
  working_group_party: { key: ['organ'] },
} as const

/** Where one lies: at work, by the day that ends first; and those that owe their report, or gave it. */
export const groupShelves = ['working', 'termEnded', 'dissolved'] as const
export type GroupShelf = (typeof groupShelves)[number]

export function groupRows(state: GroupState): RowSet {
  if (state === null) return {}
  const { version, founder, stage, name, foundedOn, until, endedOn, members, cases, casesEver } = state
  // what is written here speaks of those that left as well, and is erased with the first of them: so all of them wait for its end
  const isOpen = stage !== 'dissolved'
  return {
    working_group: [
      {
        ...{ version, founder, stage },
        name_ref: name.ref,
        founded_on: foundedOn,
        until_day: until,
        ended_on: endedOn,
        members: members.length,
        cases: cases.length,
      },
    ],
    working_group_case: casesEver.map((petition) => ({ petition, is_open: isOpen })),
    working_group_party: parties(state),
  }
}

/** Who may see it: one row for an organ. Everybody in the office that founded it, and of others those who are members. */
function parties(group: Group): readonly Row[] {
  const { founder, members, stage, until, endedOn, keptFrom, officials, recused } = group
  const seen = { shelf: stage, day: endedOn ?? until, kept_from: keptFrom, officials, recused }
  const others = [...Map.groupBy(members, ({ organ }) => organ)].filter(([organ]) => organ !== founder)
  const rows = [
    { organ: founder, accounts: null, ...seen },
    ...others.map(([organ, of]) => ({ organ, accounts: of.map(({ account }) => account), ...seen })),
  ]
  // whoever had a part and was named since has none any more
  return rows.filter(({ organ }) => !keptFrom.includes(organ))
}
