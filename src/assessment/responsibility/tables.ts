/** The read model of responsibility: a row for each that was ever written down, from which the map is drawn. */
import type { RowSet } from '../../engine/room.ts'
import type { ResponsibilityState } from './responsibility.ts'

export const responsibilityTables = { responsibility: { key: ['ref'] } } as const

export const responsibilityRows = (state: ResponsibilityState): RowSet =>
  state === null
    ? {}
    : {
        responsibility: state.held.map(({ ref, role, holder, scope, from, until }) => ({
          ...{ ref, role, organ: state.organ },
          account: 'account' in holder ? holder.account : null,
          name_ref: 'name' in holder ? holder.name.ref : null,
          office_ref: 'name' in holder ? (holder.office?.ref ?? null) : null,
          ...{ area: scope.area, category: scope.category },
          runs_from: from,
          runs_until: until,
        })),
      }
