/** What can be done now, and why not otherwise: each command is tried on the decider, so that no page repeats a rule. */
import type { Day } from '../../kernel/day.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { WallTime } from '../../kernel/wall-time.ts'
import type { Course, CourseCommandBody, CourseRefusal, CourseWorld, StaffActor } from './course.ts'
import { decideCourse } from './course-decide.ts'
import type { Enrolment, EnrolmentCommandBody, EnrolmentRefusal, EnrolmentWorld } from './enrolment.ts'
import { decideEnrolment } from './enrolment-decide.ts'

const something: Sealed = { ref: 'probe', commitment: 'probe' }

export const courseActions = ['session', 'drop', 'test', 'close'] as const
export type CourseActionName = (typeof courseActions)[number]

export const enrolmentActions = ['attendance', 'begin', 'certify', 'withdraw', 'excuse'] as const
export type EnrolmentActionName = (typeof enrolmentActions)[number]

/** The content most likely to be accepted, so that what is refused here would be refused whatever was typed. */
function favourableToCourse(action: CourseActionName, { sessions }: Course, on: Day): CourseCommandBody {
  switch (action) {
    case 'session':
      return { type: 'AddSession', session: { day: on, isOnline: false, place: something } }
    case 'drop':
      return {
        type: 'CancelSession',
        session: sessions.findLast(({ day }) => day >= on)?.ref ?? sessions[0]?.ref ?? 's1',
        reason: something,
      }
    case 'test':
      return { type: 'RecordTest', rules: { opens: on, closes: on, minutes: 60, passAt: 60 }, questions: [] }
    case 'close':
      return { type: 'CloseCourse', reason: something }
  }
}

interface Trying {
  readonly actor: StaffActor
  readonly on: Day
}

export const actionsOfCourse = (course: Course, { actor, on }: Trying, world: CourseWorld) =>
  courseActions.map((action) => {
    const body = favourableToCourse(action, course, on)
    const decision = decideCourse(course, { ...body, on, actor }, world)
    return { action, type: body.type, refusal: decision.ok ? null : (decision.error as CourseRefusal) }
  })

/** `course`: as the house knows it, also where the viewer sees no more of it. */
interface TryingEnrolment extends Trying {
  readonly time: WallTime
  readonly course: Course | null
}

function favourableToEnrolment(
  action: EnrolmentActionName,
  { attendance }: Enrolment,
  { course, on, time }: TryingEnrolment,
): EnrolmentCommandBody {
  const held = (course?.sessions ?? []).filter(({ day }) => day <= on)
  const open = held.find(({ ref }) => !attendance.some(({ session }) => session === ref)) ?? held[0]
  switch (action) {
    case 'attendance': {
      const first = open ?? course?.sessions[0]
      const known = attendance.find(({ session }) => session === first?.ref)
      return {
        ...{ type: 'RecordAttendance', session: first?.ref ?? 's1' },
        ...{ hasAttended: !(known?.hasAttended ?? false), knows: { day: first?.day ?? null } },
      }
    }
    case 'begin':
      return {
        ...{ type: 'StartTest', at: { day: on, time } },
        knows: { test: course?.test ?? null, sessions: course?.sessions.length ?? 0 },
      }
    case 'certify':
      return { type: 'IssueCertificate', knows: { hasTest: course?.test != null } }
    case 'withdraw':
      return { type: 'WithdrawCertificate', reason: something }
    case 'excuse':
      return { type: 'ExcuseTrainee', reason: something }
  }
}

export const actionsOfEnrolment = (enrolment: Enrolment, trying: TryingEnrolment, world: EnrolmentWorld) =>
  enrolmentActions.map((action) => {
    const { actor, on } = trying
    const body = favourableToEnrolment(action, enrolment, trying)
    const decision = decideEnrolment(enrolment, { ...body, on, actor }, world)
    return { action, type: body.type, refusal: decision.ok ? null : (decision.error as EnrolmentRefusal) }
  })
