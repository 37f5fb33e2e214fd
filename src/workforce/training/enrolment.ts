/**
 * The words of an enrolment (学员): one person in one course, from the invitation to the certificate and its end (docs/adr/0068). A stream of
 * its own, seen by the person, by who answers for them and by who teaches. The person is an account and no name.
 */
import type { Calendars } from '../../kernel/calendars.ts'
import type { MovedDay } from '../../kernel/clock-keeping.ts'
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { ClockChange, RunningClock } from '../../kernel/running-clock.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { Moment } from '../../kernel/wall-time.ts'
import type { Basis } from '../../law/basis.ts'
import type { TrainingKind } from '../../law/trainings.ts'
import type { CourseActor, CourseWorld, TestRules } from './course.ts'

/** 在学 · 测试合格 · 持证 · 已失效 · 已撤销 · 已换新证 · 免于参加 */
export const enrolmentStages = ['invited', 'passed', 'certified', 'lapsed', 'withdrawn', 'replaced', 'excused'] as const
export type EnrolmentStage = (typeof enrolmentStages)[number]

export interface Invitation {
  /** The course, by the id of its stream. */
  readonly course: string
  readonly kind: TrainingKind
  /** Who holds the course. */
  readonly holder: OrganId
  readonly teacher: string
  readonly account: string
  /** Where they hold the post for which they come. */
  readonly home: OrganId
}

export interface Attendance {
  readonly session: string
  readonly hasAttended: boolean
}

/** One time that somebody sat down to the test. Without an answer it ended when its time did. */
export interface Try {
  readonly begun: Moment
  readonly until: Moment
  readonly passAt: number
  readonly result: TestResult | null
}

export interface TestResult {
  readonly at: Moment
  readonly right: number
  readonly of: number
  readonly hasPassed: boolean
  readonly answers: Sealed
}

export interface Certificate {
  readonly on: Day
  readonly by: string
  readonly organ: OrganId
  /** The last day on which it holds. */
  readonly until: Day
}

export type EnrolmentCommandBody =
  /** `knows`: whether the course still takes people of that organ and that post, and whether they have such a post there. */
  | {
      readonly type: 'InviteTrainee'
      readonly invitation: Invitation
      readonly knows: { readonly isOpen: boolean; readonly isFor: boolean; readonly works: boolean }
    }
  /** `knows`: the day of the session; null where there is none. */
  | {
      readonly type: 'RecordAttendance'
      readonly session: string
      readonly hasAttended: boolean
      readonly knows: { readonly day: Day | null }
    }
  | {
      readonly type: 'StartTest'
      readonly at: Moment
      readonly knows: {
        readonly test: (TestRules & { readonly by: string }) | null
        /** How many sessions the course has. */
        readonly sessions: number
      }
    }
  /** `knows`: how many the house found right. */
  | {
      readonly type: 'HandInTest'
      readonly at: Moment
      readonly answers: Sealed
      readonly knows: { readonly right: number; readonly of: number }
    }
  | { readonly type: 'IssueCertificate'; readonly knows: { readonly hasTest: boolean } }
  | { readonly type: 'WithdrawCertificate'; readonly reason: Sealed }
  /** A newer one of the same kind stands in its place. */
  | { readonly type: 'ReplaceCertificate' }
  | { readonly type: 'ExcuseTrainee'; readonly reason: Sealed }
  | { readonly type: 'PassEnrolmentOn' }
  | { readonly type: 'MarkClock'; readonly clock: string }
  | { readonly type: 'RecountEnrolment' }
export type EnrolmentCommandType = EnrolmentCommandBody['type']
export type EnrolmentCommand = EnrolmentCommandBody & { readonly on: Day; readonly actor: CourseActor }
export type EnrolmentOf<T extends EnrolmentCommandType> = Extract<EnrolmentCommandBody, { type: T }> & {
  readonly on: Day
  readonly actor: CourseActor
}

export type EnrolmentFactBody = { readonly on: Day } & (
  | ({ readonly type: 'TraineeInvited'; readonly pack: string; readonly by: string } & Invitation)
  | ({ readonly type: 'AttendanceRecorded'; readonly by: string } & Attendance)
  | { readonly type: 'TestBegun'; readonly begun: Moment; readonly until: Moment; readonly passAt: number }
  | ({ readonly type: 'TestAnswered' } & TestResult)
  | ({ readonly type: 'CertificateIssued'; readonly kind: TrainingKind; readonly account: string } & Omit<
      Certificate,
      'on'
    >)
  | { readonly type: 'CertificateWithdrawn'; readonly account: string; readonly reason: Sealed }
  | { readonly type: 'CertificateReplaced' }
  | { readonly type: 'CertificateLapsed'; readonly clock: string }
  | { readonly type: 'TraineeExcused'; readonly account: string; readonly reason: Sealed }
  | { readonly type: 'EnrolmentPassedOn'; readonly from: OrganId; readonly to: OrganId }
  | { readonly type: 'EnrolmentClocksRecounted'; readonly moved: readonly MovedDay[] }
)
export type EnrolmentFactType = EnrolmentFactBody['type']
export type EnrolmentFact = EnrolmentFactBody & { readonly clocks?: readonly ClockChange[] }
export type EnrolmentFactOf<T extends EnrolmentFactType> = Extract<EnrolmentFact, { type: T }>

export interface Enrolment extends Invitation {
  readonly version: number
  readonly pack: string
  readonly stage: EnrolmentStage
  readonly invitedOn: Day
  readonly attendance: readonly Attendance[]
  readonly tries: readonly Try[]
  readonly certificate: Certificate | null
  /** Why it was withdrawn, or why they did not come. */
  readonly ended: { readonly on: Day; readonly by: string; readonly reason: Sealed } | null
  readonly clocks: readonly RunningClock[]
}
export type EnrolmentState = Enrolment | null

export interface EnrolmentWorld extends CourseWorld {
  readonly calendars: Calendars
}

export type EnrolmentRefusal =
  | { readonly kind: 'no-such-enrolment' }
  | { readonly kind: 'invited-already' }
  | { readonly kind: 'enrolment-is-anothers'; readonly basis: Basis }
  /** The test is taken by the person and by nobody for them; and nobody certifies themselves. */
  | { readonly kind: 'test-is-anothers' }
  | { readonly kind: 'own-certificate' }
  | {
      readonly kind: 'wrong-enrolment-stage'
      readonly stage: EnrolmentStage
      readonly command: EnrolmentCommandType
      readonly needs: readonly EnrolmentStage[]
    }
  | { readonly kind: 'course-closed' }
  | { readonly kind: 'course-not-for-post' }
  | { readonly kind: 'official-not-there'; readonly organ: OrganId }
  | { readonly kind: 'own-course' }
  | { readonly kind: 'no-such-session'; readonly session: string }
  | { readonly kind: 'session-ahead'; readonly day: Day }
  | { readonly kind: 'attendance-unchanged' }
  | { readonly kind: 'no-test' }
  | { readonly kind: 'test-not-open'; readonly opens: Day; readonly closes: Day }
  | { readonly kind: 'nothing-attended'; readonly basis: Basis }
  | { readonly kind: 'test-running'; readonly until: Moment }
  | { readonly kind: 'test-too-early'; readonly first: Day; readonly basis: Basis }
  | { readonly kind: 'test-not-begun' }
  | { readonly kind: 'test-time-over'; readonly until: Moment }
  | { readonly kind: 'test-not-passed' }
  | { readonly kind: 'clock-still-running'; readonly clock: string }
export type EnrolmentRefusalKind = EnrolmentRefusal['kind']
