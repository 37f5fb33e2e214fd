/** The read models of training: rows derived from the folded state, so that they can be compared and remade. */
import { countedBy } from '../../engine/due-clocks.ts'
import type { Row, RowSet } from '../../engine/room.ts'
import { bearerOrgan, isOpen, type RunningClock } from '../../kernel/running-clock.ts'
import type { Course, CourseState } from './course.ts'
import type { Enrolment, EnrolmentState } from './enrolment.ts'

export const courseTables = {
  course: { key: [] },
  course_party: { key: ['organ'] },
  course_piece: { key: ['ref'] },
} as const

export const enrolmentTables = {
  enrolment: { key: [] },
  enrolment_party: { key: ['organ'] },
  enrolment_clock: { key: ['clock_id'] },
} as const

export function courseRows(state: CourseState): RowSet {
  if (state === null) return {}
  const { version, stage, organ, organs, teacher, kind, heldOn, sessions, test } = state
  return {
    course: [
      {
        ...{ version, stage, organ, teacher, kind, held_on: heldOn, title_ref: state.title.ref },
        ...{ sessions: sessions.length, opens: test?.opens ?? null, closes: test?.closes ?? null },
      },
    ],
    course_party: [...new Set([organ, ...organs])].map((party) => ({
      ...{ organ: party, stage, held_on: heldOn },
      teacher: party === organ ? teacher : null,
    })),
    course_piece: openPieces(state).map((ref): Row => ({ ref })),
  }
}

/** What everybody may read who may come. Questions and what is right are not among them. */
const openPieces = ({ title, purpose, sessions, closed }: Course): readonly string[] => [
  ...[title.ref, purpose.ref],
  ...sessions.map(({ place }) => place.ref),
  ...(closed === null ? [] : [closed.reason.ref]),
]

export function enrolmentRows(state: EnrolmentState): RowSet {
  if (state === null) return {}
  const { version, stage, course, kind, holder, home, account, teacher, invitedOn, certificate } = state
  return {
    enrolment: [
      {
        ...{ version, stage, course, kind, holder, home, account, invited_on: invitedOn },
        ...{ sessions: state.attendance.filter(({ hasAttended }) => hasAttended).length, tries: state.tries.length },
        holds_until: certificate?.until ?? null,
      },
    ],
    enrolment_party: [...new Set([holder, home])].map((organ) => ({
      ...{ organ, is_home: organ === home, is_holder: organ === holder, account, course, invited_on: invitedOn },
      teacher: organ === holder ? teacher : null,
    })),
    enrolment_clock: state.clocks.filter(isOpen).map((clock) => clockRow(clock, state)),
  }
}

const clockRow = (clock: RunningClock, { home }: Enrolment): Row => ({
  clock_id: clock.id,
  rule: clock.rule,
  organ: bearerOrgan(clock),
  last_day: clock.lastDay,
  state: clock.state,
  is_overdue: clock.overdueOn !== undefined,
  after: clock.after,
  ...countedBy(clock, bearerOrgan(clock) ?? home),
})
