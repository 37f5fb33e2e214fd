/** The read model: a row among the erasures of petitions, so that what is public stands in one list. */
import type { RowSet } from '../../engine/room.ts'
import type { Erasing, ErasingState } from './erasing.ts'

export const erasingTables = { erasure: { key: [] } } as const

export function erasingRows(state: ErasingState): RowSet {
  if (state === null) return {}
  const { class: kept, organ, approver, proposedOn, approvedOn, erasedOn } = state
  return {
    erasure: [
      {
        ...{ state: stateOf(state), class: kept, organ, approver },
        ...{ proposed_on: proposedOn, approved_on: approvedOn, erased_on: erasedOn },
      },
    ],
  }
}

function stateOf({ approvedOn, declinedOn, erasedOn }: Erasing): 'proposed' | 'objected' | 'approved' | 'erased' {
  if (erasedOn !== null) return 'erased'
  if (approvedOn !== null) return 'approved'
  return declinedOn === null ? 'proposed' : 'objected'
}
