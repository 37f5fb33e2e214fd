/** The read model of establishments: a row for each entry that was ever written down. */
import type { RowSet } from '../../engine/room.ts'
import type { EstablishmentState } from './establishment.ts'

export const establishmentTables = { establishment_allotment: { key: ['ref'] } } as const

export const establishmentRows = (state: EstablishmentState): RowSet =>
  state === null
    ? {}
    : {
        establishment_allotment: state.allotments.map(
          ({ ref, post, count, from, on, document, reason, withdrawn }) => ({
            ...{ ref, organ: state.organ, post, count, from_day: from, recorded_on: on },
            ...{ document_ref: document.ref, reason_ref: reason.ref },
            withdrawn_on: withdrawn?.on ?? null,
            withdrawn_ref: withdrawn?.reason.ref ?? null,
          }),
        ),
      }
