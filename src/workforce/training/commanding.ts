/** Every command to a course or an enrolment: parsed prose is sealed, the decider decides, within what the viewer may see. */
import { createHash, randomBytes } from 'node:crypto'
import { execute } from '../../engine/execute.ts'
import type { EngineRefusal, Idempotency } from '../../engine/room.ts'
import { readColleagues } from '../../identity/account-tables.ts'
import { actorOf } from '../../identity/actor.ts'
import { cohortOf } from '../../identity/cohort.ts'
import { sealProse } from '../../identity/prose-sealing.ts'
import { recorderOf } from '../../identity/recorder.ts'
import { poolsFor } from '../../identity/scope.ts'
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { Prose } from '../../kernel/prose.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import type { Course, CourseCommand, CourseCommandType, CourseFact, CourseRefusal, CourseState } from './course.ts'
import { decideCourse } from './course-decide.ts'
import type {
  Enrolment,
  EnrolmentCommand,
  EnrolmentCommandType,
  EnrolmentFact,
  EnrolmentRefusal,
  EnrolmentState,
} from './enrolment.ts'
import { decideEnrolment } from './enrolment-decide.ts'
import type { TrainingHouse } from './house.ts'
import { courseOfHouse, enrolmentOfHouse, knownCourse, knownEnrolment, type Staff } from './queries.ts'
import { courseRoom, courseStreamOf, enrolmentRoom, enrolmentStreamOf } from './room.ts'
import { scopeOfTraining } from './scope.ts'
import { mark, rightInWords } from './sitting.ts'
import { worldFor } from './world.ts'

export type TrainingRefusal = CourseRefusal | EnrolmentRefusal | EngineRefusal
export type TrainingViewer = Staff | { readonly kind: 'system'; readonly task: string }

export interface Done<State> {
  readonly stream: string
  readonly version: number
  readonly state: State
}
type Doing<State> = Promise<Result<Done<State>, TrainingRefusal>>

/** Courses of one month are sealed together, and so are enrolments. */
const retentionClass = 'training'
const idBytes = 16

/** Whether somebody works in an organ, and at which posts. */
async function postsIn(house: TrainingHouse, account: string, organ: OrganId): Promise<readonly string[]> {
  const colleagues = await readColleagues(house.app, organ, house.today())
  return colleagues.find((each) => each.account === account)?.posts ?? []
}

interface Holding {
  readonly course: object & { readonly teacher: string }
  readonly viewer: Staff
  readonly idempotency?: Idempotency
}

/** 开班: a stream of its own under a name that is drawn. */
export async function holdCourse(house: TrainingHouse, { course, viewer, idempotency }: Holding): Doing<Course> {
  const teaches = (await postsIn(house, course.teacher, viewer.organ)).length > 0
  return carryOutCourse(house, {
    ...{ stream: courseStreamOf(randomBytes(idBytes).toString('base64url')), type: 'OpenCourse' },
    ...{ body: { course }, beside: { knows: { teaches } }, viewer, holder: viewer.organ },
    ...{ sealedOn: house.today(), expected: 'new' },
    ...(idempotency ? { idempotency } : {}),
  })
}

export interface CourseCommanding {
  readonly stream: string
  readonly type: Exclude<CourseCommandType, 'OpenCourse'>
  readonly body: object
  readonly viewer: TrainingViewer
  readonly expectedVersion?: number
  readonly idempotency?: Idempotency
}

/** Carries out one command. A course that the viewer may not see does not exist for them. */
export async function commandCourse(house: TrainingHouse, commanding: CourseCommanding): Doing<Course> {
  const { stream, viewer, type, expectedVersion } = commanding
  const course =
    viewer.kind === 'staff'
      ? ((await knownCourse(house, stream, viewer))?.course ?? null)
      : await courseOfHouse(house, stream)
  if (course === null) return err({ kind: 'no-such-course' })
  const prepared = type === 'RecordTest' ? testWith(commanding.body as TypedTest) : ok(commanding.body)
  if (!prepared.ok) return prepared
  return carryOutCourse(house, {
    ...commanding,
    ...{ body: prepared.value, beside: {}, holder: course.organ },
    ...{ sealedOn: course.heldOn, expected: expectedVersion ?? 'any' },
  })
}

interface TypedTest {
  readonly rules: object
  readonly questions: readonly {
    readonly words: Prose
    readonly options: readonly Prose[]
    readonly right: readonly number[]
  }[]
}

const mostLetters = 20_000
const asProse = (text: string): Prose => {
  const read = Prose.read(text, { max: mostLetters })
  if (!read.ok) throw new Error('what the house wrote itself cannot be sealed')
  return read.value
}

/** What is right is sealed like every word of the question. One that is right for no option is no answer. */
function testWith({ rules, questions }: TypedTest): Result<object, CourseRefusal> {
  const wrong = questions.findIndex(({ options, right }) => right.some((choice) => choice >= options.length))
  if (wrong >= 0) return err({ kind: 'right-answer-missing', question: wrong + 1 })
  const sealed = questions.map((each) => ({ ...each, right: asProse(rightInWords(each.right)) }))
  return ok({ rules, questions: sealed })
}

interface Carried<Type> {
  readonly stream: string
  readonly type: Type
  readonly body: object
  readonly beside: object
  readonly viewer: TrainingViewer
  readonly holder: OrganId
  readonly sealedOn: Day
  readonly expected: 'new' | number | 'any'
  readonly idempotency?: Idempotency
}

/** What every command of either room brings to the engine. */
async function prepared<Type>(house: TrainingHouse, carried: Carried<Type>) {
  const { stream, type, body, beside, viewer, sealedOn, expected, idempotency } = carried
  const key = await house.keys.of(stream, cohortOf(sealedOn, retentionClass))
  const { command: sealed, rows } = sealProse(key, body)
  const command = { ...sealed, ...beside, type, on: house.today(), actor: actorOf(viewer) } as unknown
  return {
    command,
    execution: {
      ...{ stream, expectedVersion: expected, by: recorderOf(viewer), recordedAt: house.now(), sealed: rows },
      scope: scopeOfTraining(viewer, house.today()),
      ...(idempotency ? { idempotency } : {}),
    },
  }
}

async function carryOutCourse(house: TrainingHouse, carried: Carried<CourseCommandType>): Doing<Course> {
  const { command, execution } = await prepared(house, carried)
  const world = worldFor(house, carried.holder)
  const executed = await execute<CourseState, CourseFact, CourseRefusal>(poolsFor(house, carried.viewer), {
    ...execution,
    room: courseRoom,
    decide: (state) => decideCourse(state, command as CourseCommand, world),
  })
  if (!executed.ok) return executed
  const { stream, state, version } = executed.value
  return state === null ? err({ kind: 'no-such-course' }) : ok({ stream, version, state })
}

async function carryOutEnrolment(house: TrainingHouse, carried: Carried<EnrolmentCommandType>): Doing<Enrolment> {
  const { command, execution } = await prepared(house, carried)
  const world = worldFor(house, carried.holder)
  const executed = await execute<EnrolmentState, EnrolmentFact, EnrolmentRefusal>(poolsFor(house, carried.viewer), {
    ...execution,
    room: enrolmentRoom,
    decide: (state) => decideEnrolment(state, command as EnrolmentCommand, world),
  })
  if (!executed.ok) return executed
  const { stream, state, version } = executed.value
  return state === null ? err({ kind: 'no-such-enrolment' }) : ok({ stream, version, state })
}

/** The same course and the same person are the same enrolment, whoever invites and however often. */
export const enrolmentFor = (course: string, account: string): string =>
  enrolmentStreamOf(
    createHash('sha256').update(`${course} ${account}`).digest().subarray(0, idBytes).toString('base64url'),
  )

export interface Inviting {
  readonly course: string
  readonly account: string
  readonly home: OrganId
  readonly viewer: Staff
  readonly idempotency?: Idempotency
}

/** 邀请、报名: somebody comes to a course. */
export async function inviteToCourse(
  house: TrainingHouse,
  { course: stream, account, home, viewer, idempotency }: Inviting,
): Doing<Enrolment> {
  const course = (await knownCourse(house, stream, viewer))?.course
  if (!course) return err({ kind: 'no-such-course' })
  const posts = await postsIn(house, account, home)
  const { kind, organ: holder, teacher } = course
  const isFor = course.organs.includes(home) && course.posts.some((post) => posts.includes(post))
  return carryOutEnrolment(house, {
    ...{ stream: enrolmentFor(stream, account), type: 'InviteTrainee', viewer, holder },
    body: { invitation: { course: stream, kind, holder, teacher, account, home } },
    beside: { knows: { isOpen: course.stage === 'open', isFor, works: posts.length > 0 } },
    ...{ sealedOn: house.today(), expected: 'any' },
    ...(idempotency ? { idempotency } : {}),
  })
}

export interface EnrolmentCommanding {
  readonly stream: string
  readonly type: Exclude<EnrolmentCommandType, 'InviteTrainee'>
  readonly body: object
  readonly viewer: TrainingViewer
  readonly expectedVersion?: number
  readonly idempotency?: Idempotency
}

export async function commandEnrolment(house: TrainingHouse, commanding: EnrolmentCommanding): Doing<Enrolment> {
  const { stream, viewer, expectedVersion } = commanding
  const enrolment =
    viewer.kind === 'staff'
      ? ((await knownEnrolment(house, stream, viewer))?.enrolment ?? null)
      : await enrolmentOfHouse(house, stream)
  if (enrolment === null) return err({ kind: 'no-such-enrolment' })
  return carryOutEnrolment(house, {
    ...commanding,
    ...(await beside(house, enrolment, commanding)),
    ...{ holder: enrolment.holder, sealedOn: enrolment.invitedOn, expected: expectedVersion ?? 'any' },
  })
}

/** What the house knows and nobody who asks can say for it: the course as it is, the time, and how many answers are right. */
async function beside(
  house: TrainingHouse,
  { course: stream }: Enrolment,
  { type, body }: EnrolmentCommanding,
): Promise<{ readonly body: object; readonly beside: object }> {
  const asks = ['RecordAttendance', 'StartTest', 'HandInTest', 'IssueCertificate'].includes(type)
  const course = asks ? await courseOfHouse(house, stream) : null
  const at = { day: house.today(), time: house.time() }
  switch (type) {
    case 'RecordAttendance': {
      const { session } = body as { readonly session: string }
      return { body, beside: { knows: { day: course?.sessions.find(({ ref }) => ref === session)?.day ?? null } } }
    }
    case 'StartTest':
      return { body, beside: { at, knows: { test: course?.test ?? null, sessions: course?.sessions.length ?? 0 } } }
    case 'HandInTest': {
      const { answers } = body as { readonly answers: readonly (readonly number[])[] }
      const test = course?.test ?? { questions: [] }
      return {
        body: { answers: asProse(JSON.stringify(answers)) },
        beside: { at, knows: await mark(house, stream, test, answers) },
      }
    }
    case 'IssueCertificate':
      return { body, beside: { knows: { hasTest: course?.test != null } } }
    default:
      return { body, beside: {} }
  }
}
