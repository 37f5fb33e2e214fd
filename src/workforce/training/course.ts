/**
 * The words of a course (培训班): what an organ teaches, to whom, on which days, and the test that goes with it (信访工作条例 art. 16 (2);
 * docs/adr/0068). A stream of its own. Who comes to it, what they answer and which certificate they get is a stream for each person
 * (`enrolment.ts`), so that nobody reads of another. Questions and what is right are sealed apart from the rest.
 */
import type { Day } from '../../kernel/day.ts'
import type { AllOrgans } from '../../kernel/keeping-out.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { Post } from '../../kernel/viewer.ts'
import type { Basis } from '../../law/basis.ts'
import type { TrainingKind, Trainings, TrainingTimes } from '../../law/trainings.ts'

/** 开班中 · 已结班 */
export const courseStages = ['open', 'closed'] as const
export type CourseStage = (typeof courseStages)[number]

/** Those that can be taught. Whoever administers accounts or audits has no post of petition work. */
export const taughtPosts = ['clerk', 'head', 'leader', 'supervisor', 'commissioner'] as const satisfies readonly Post[]
export type TaughtPost = (typeof taughtPosts)[number]

export interface CoursePlan {
  readonly kind: TrainingKind
  readonly title: Sealed
  readonly purpose: Sealed
  readonly posts: readonly TaughtPost[]
  /** The organs whose people may be invited. */
  readonly organs: readonly OrganId[]
  /** Who teaches it: the one person who reads the questions with what is right. */
  readonly teacher: string
}

export interface Session {
  /** `s1` */
  readonly ref: string
  readonly day: Day
  readonly isOnline: boolean
  /** The room, or where it is joined. */
  readonly place: Sealed
}

/** When the test can be taken, for how long, and what passes. */
export interface TestRules {
  readonly opens: Day
  readonly closes: Day
  readonly minutes: number
  /** Of a hundred. */
  readonly passAt: number
}

export interface Question {
  readonly words: Sealed
  readonly options: readonly Sealed[]
  /** Which of them are right, as the house alone reads it. */
  readonly right: Sealed
}

export interface CourseTest extends TestRules {
  readonly questions: readonly Question[]
  /** Who wrote it, and therefore cannot take it. */
  readonly by: string
}

export type CourseActor =
  | { readonly kind: 'staff'; readonly account: string; readonly organ: OrganId; readonly posts: readonly string[] }
  | { readonly kind: 'house'; readonly task: string }
export type StaffActor = Extract<CourseActor, { kind: 'staff' }>

export type CourseCommandBody =
  /** `knows`: whether the teacher has a post in the organ. */
  | { readonly type: 'OpenCourse'; readonly course: CoursePlan; readonly knows: { readonly teaches: boolean } }
  | { readonly type: 'AddSession'; readonly session: Omit<Session, 'ref'> }
  | { readonly type: 'CancelSession'; readonly session: string; readonly reason: Sealed }
  /** Until the day on which it opens it may be set anew. */
  | { readonly type: 'RecordTest'; readonly rules: TestRules; readonly questions: readonly Question[] }
  | { readonly type: 'CloseCourse'; readonly reason: Sealed }
  | { readonly type: 'PassCourseOn' }
export type CourseCommandType = CourseCommandBody['type']
export type CourseCommand = CourseCommandBody & { readonly on: Day; readonly actor: CourseActor }
export type CourseOf<T extends CourseCommandType> = Extract<CourseCommandBody, { type: T }> & {
  readonly on: Day
  readonly actor: CourseActor
}

export type CourseFact = { readonly on: Day } & (
  | ({
      readonly type: 'CourseOpened'
      readonly pack: string
      readonly organ: OrganId
      readonly by: string
      /** Of whom the law of the place says that they need it. */
      readonly requiredOf: readonly Post[]
    } & CoursePlan)
  | ({ readonly type: 'SessionAdded'; readonly account: string } & Session)
  | { readonly type: 'SessionCancelled'; readonly session: string; readonly account: string; readonly reason: Sealed }
  | ({ readonly type: 'TestRecorded' } & CourseTest)
  | { readonly type: 'CourseClosed'; readonly account: string; readonly reason: Sealed }
  | { readonly type: 'CoursePassedOn'; readonly from: OrganId; readonly to: OrganId }
)
export type CourseFactType = CourseFact['type']
export type CourseFactOf<T extends CourseFactType> = Extract<CourseFact, { type: T }>

export interface Course extends CoursePlan {
  readonly version: number
  readonly pack: string
  readonly stage: CourseStage
  readonly organ: OrganId
  readonly heldOn: Day
  readonly requiredOf: readonly Post[]
  /** Those that are cancelled are not among them. */
  readonly sessions: readonly Session[]
  /** How many there were ever. */
  readonly sessionsSet: number
  readonly test: CourseTest | null
  readonly closed: { readonly on: Day; readonly reason: Sealed } | null
}
export type CourseState = Course | null

export interface CourseWorld {
  readonly pack: string
  readonly trainings: Trainings
  readonly times: TrainingTimes
  readonly organs: AllOrgans
}

export type CourseRefusal =
  | { readonly kind: 'no-such-course' }
  | { readonly kind: 'course-held-already' }
  | { readonly kind: 'course-is-anothers'; readonly basis: Basis }
  | { readonly kind: 'course-closed' }
  | { readonly kind: 'unknown-organ'; readonly organ: OrganId }
  | { readonly kind: 'organ-outside-area'; readonly organ: OrganId }
  | { readonly kind: 'official-not-there'; readonly organ: OrganId }
  | { readonly kind: 'day-over'; readonly day: Day; readonly today: Day }
  | { readonly kind: 'no-such-session'; readonly session: string }
  | { readonly kind: 'too-many-sessions'; readonly atMost: number }
  | { readonly kind: 'test-ends-before-it-begins' }
  /** From the day on which it opens the test stays as it is. */
  | { readonly kind: 'test-open-already'; readonly opened: Day }
  | { readonly kind: 'right-answer-missing'; readonly question: number }
export type CourseRefusalKind = CourseRefusal['kind']
