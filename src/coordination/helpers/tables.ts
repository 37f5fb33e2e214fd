/** The read models of helpers and their engagements: rows derived from the folded state, so that they can be compared and remade. */
import type { RowSet } from '../../engine/room.ts'
import type { EngagementState, EngagementSubject } from './engagement.ts'
import type { HelperState } from './helper.ts'

export const helperTables = { helper: { key: [] } } as const
export const engagementTables = { engagement: { key: [] } } as const

export function helperRows(state: HelperState): RowSet {
  if (state === null) return {}
  const { version, keeper, kind, skills, places, organ, state: standing, until, enteredOn, agreedOn } = state
  return {
    helper: [
      {
        ...{ version, keeper, kind, skills, places, organ, state: standing, until_day: until },
        ...{ entered_on: enteredOn, agreed_on: agreedOn },
        ...{ ended_on: state.endedOn, kept_until: state.keptUntil, erased_on: state.erasedOn },
        ...{ name_ref: state.name.ref, contact_ref: state.contact.ref },
      },
    ],
  }
}

export function engagementRows(state: EngagementState): RowSet {
  if (state === null) return {}
  const { version, subject, inviter, helper, helperKind, mode, stage, invitedOn, until, keptFrom, officials } = state
  return {
    engagement: [
      {
        ...{ version, ...subjectColumns(subject), inviter, helper, helper_kind: helperKind, mode, stage },
        is_open: stage !== 'refused' && stage !== 'ended',
        ...{ invited_on: invitedOn, until_day: until, helped: state.parts.length },
        ...{ kept_from: keptFrom, officials, erased_on: state.erasedOn },
      },
    ],
  }
}

const subjectColumns = (subject: EngagementSubject) => ({
  petition: subject.kind === 'petition' ? subject.petition : null,
  screening: subject.kind === 'screening' ? subject.screening : null,
  area: subject.kind === 'screening' ? subject.area : null,
  mediation: subject.kind === 'mediation' ? subject.mediation : null,
})
