/** The read models of the roster: rows derived from the folded state, so that they can be compared and remade. */
import type { RowSet } from '../../engine/room.ts'
import type { CommitteeState } from './committee.ts'
import type { MediatorState } from './mediator.ts'

export const mediatorTables = { mediator: { key: [] } } as const
export const committeeTables = { committee: { key: [] } } as const

export function mediatorRows(state: MediatorState): RowSet {
  if (state === null) return {}
  const { version, keeper, kind, role, committee, skills, languages, places, organ, account, trainings } = state
  const trained = trainings.map(({ day }) => day).sort()
  return {
    mediator: [
      {
        ...{ version, keeper, kind, role, skills, languages, places, organ, account, state: state.state },
        // as the stream that it is, by which the two are joined
        committee: committee === null ? null : `committee:${committee}`,
        ...{ from_day: state.from, until_day: state.until, entered_on: state.enteredOn },
        trained_on: trained.at(-1) ?? null,
        ...{ name_ref: state.name.ref, contact_ref: state.contact.ref },
      },
    ],
  }
}

export function committeeRows(state: CommitteeState): RowSet {
  if (state === null) return {}
  const { version, keeper, kind, region, isMultiEthnic, foundedOn, election, name } = state
  return {
    committee: [
      {
        ...{ version, keeper, kind, region, is_multi_ethnic: isMultiEthnic, state: state.state, founded_on: foundedOn },
        ...{ elected_on: election?.day ?? null, elected_until: election?.until ?? null },
        ...{ elected_by: election?.by ?? null, members: election?.members ?? null },
        ...{ women: election?.women ?? null, minority: election?.minority ?? null },
        name_ref: name.ref,
      },
    ],
  }
}
