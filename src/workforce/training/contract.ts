/** The wire of training: paths and shapes, shared by routes, the OpenAPI document and the web. */
import { z } from 'zod'
import { trainingKinds } from '../../law/trainings.ts'
import { clockView, refusalView } from '../../petition/views.ts'
import { cursorOf } from '../../platform/http/cursor.ts'
import { commandsTo, endpoint } from '../../platform/http/endpoint.ts'
import { day, list, organId, pageSize, prose, ref } from '../../platform/http/fields.ts'
import { courseActions, enrolmentActions } from './actions.ts'
import { courseStages, taughtPosts } from './course.ts'
import { enrolmentStages } from './enrolment.ts'
import { trainingStandings } from './standing.ts'

export const trainingPosts = ['clerk', 'head', 'leader', 'supervisor', 'commissioner'] as const

const organRef = z.object({ id: z.string(), zh: z.string(), en: z.string() })
const drawnId = () => z.string().regex(/^[A-Za-z0-9_-]{22}$/)
const kind = z.enum(trainingKinds)
const person = z.object({ account: z.string(), name: z.string() })
const historyLine = z.object({
  ...{ type: z.string(), on: z.string(), zh: z.string(), en: z.string() },
  organ: organRef.nullable(),
})
const actionOf = <Name extends string>(names: readonly [Name, ...Name[]]) =>
  z.object({
    ...{ action: z.enum(names), zh: z.string(), en: z.string(), allowed: z.boolean() },
    refusal: refusalView.nullable(),
  })

export const trainingCursor = cursorOf(z.tuple([day(), z.string().max(60)]))
const paged = { cursor: trainingCursor.field.optional(), limit: pageSize(100, 50) }

export const courseRow = z.object({
  course: z.string(),
  title: z.string(),
  kind,
  stage: z.enum(courseStages),
  organ: organRef,
  teacher: person,
  heldOn: z.string(),
  sessions: z.int(),
  opens: z.string().nullable(),
  closes: z.string().nullable(),
})
export type CourseRowView = z.output<typeof courseRow>

export const listCourses = endpoint({
  id: 'course.list',
  method: 'GET',
  path: '/api/workforce/courses',
  access: trainingPosts,
  summary: { zh: '培训班', en: 'Courses' },
  query: z.object({ list: z.enum(courseStages).default('open'), ...paged }),
  response: z.object({
    items: z.array(courseRow),
    next: z.string().nullable(),
    /** Why you hold none; null where you may. */
    refusal: refusalView.nullable(),
    /** Organs whose people could be invited: your own, and those of your area. */
    organs: z.array(organRef),
  }),
})
export type CoursesView = z.output<typeof listCourses.response>

export const enrolmentRow = z.object({
  enrolment: z.string(),
  course: z.string(),
  title: z.string(),
  kind,
  stage: z.enum(enrolmentStages),
  person,
  home: organRef,
  holder: organRef,
  invitedOn: z.string(),
  sessions: z.int(),
  tries: z.int(),
  holdsUntil: z.string().nullable(),
})
export type EnrolmentRowView = z.output<typeof enrolmentRow>

const testRules = z.object({
  opens: day(),
  closes: day(),
  minutes: z.int().min(5).max(300),
  passAt: z.int().min(1).max(100),
})

export const courseView = z.object({
  ...{ course: z.string(), version: z.int(), kind, stage: z.enum(courseStages), organ: organRef, teacher: person },
  ...{ title: z.string(), purpose: z.string(), heldOn: z.string() },
  posts: z.array(z.enum(taughtPosts)),
  organs: z.array(organRef),
  /** Posts of which the law of the place says that they need it. */
  requiredOf: z.array(z.string()),
  sessions: z.array(z.object({ ref: z.string(), day: z.string(), isOnline: z.boolean(), place: z.string() })),
  test: z
    .object({
      ...{ opens: z.string(), closes: z.string(), minutes: z.int(), passAt: z.int(), questions: z.int() },
      /** For who teaches it alone: the questions and what is right. */
      paper: z.array(z.object({ words: z.string(), options: z.array(z.string()), right: z.array(z.int()) })).nullable(),
    })
    .nullable(),
  closed: z.object({ on: z.string(), reason: z.string() }).nullable(),
  /** Whether you teach it or lead the organ that holds it. */
  teaches: z.boolean(),
  /** Organs whose people you may invite. */
  inviting: z.array(organRef),
  actions: z.array(actionOf(courseActions)),
  history: z.array(historyLine),
})
export type CourseView = z.output<typeof courseView>

const courseParams = z.object({ course: drawnId() })

export const readCourse = endpoint({
  id: 'course.read',
  method: 'GET',
  path: '/api/workforce/courses/:course',
  access: trainingPosts,
  summary: { zh: '一个培训班', en: 'One course' },
  params: courseParams,
  response: courseView,
})

const words = prose({ max: 4000, min: 1 })
const courseDone = z.object({ course: z.string(), version: z.int(), stage: z.enum(courseStages) })

export const holdCourse = endpoint({
  id: 'course.hold',
  method: 'POST',
  path: '/api/workforce/courses',
  access: trainingPosts,
  summary: { zh: '开办培训班', en: 'Hold a course' },
  body: z.object({
    kind,
    title: prose({ max: 100, min: 1, singleLine: true }),
    purpose: words,
    posts: list(z.enum(taughtPosts), { min: 1, max: taughtPosts.length }),
    organs: list(organId(), { min: 1, max: 200 }),
    teacher: ref(),
  }),
  status: 201,
  idempotencyKey: 'optional',
  response: courseDone,
})

const toCourse = commandsTo({
  room: 'course',
  path: '/api/workforce/courses/:course',
  access: trainingPosts,
  params: courseParams,
  response: courseDone,
})

export const addSession = toCourse(
  'session',
  { zh: '安排一次课', en: 'Set a session' },
  z.object({ session: z.object({ day: day(), isOnline: z.boolean(), place: prose({ max: 300, min: 1 }) }) }),
)
export const cancelSession = toCourse(
  'drop',
  { zh: '取消一次课', en: 'Cancel a session' },
  z.object({ session: ref(), reason: words }),
)
export const setTest = toCourse(
  'test',
  { zh: '设置测试', en: 'Set the test, and what is right' },
  z.object({
    rules: testRules,
    questions: list(
      z.object({
        words: prose({ max: 1000, min: 1 }),
        options: list(prose({ max: 500, min: 1 }), { min: 2, max: 8 }),
        /** Which options are right, from 0. */
        right: list(z.int().min(0).max(7), { min: 1, max: 8 }),
      }),
      { min: 1, max: 100 },
    ),
  }),
)
export const closeCourse = toCourse('close', { zh: '结班', en: 'Close the course' }, z.object({ reason: words }))

export const readPeople = endpoint({
  id: 'course.people',
  method: 'GET',
  path: '/api/workforce/courses/:course/people',
  access: trainingPosts,
  summary: { zh: '可以邀请的人员', en: 'Who of an organ could be invited' },
  params: courseParams,
  query: z.object({ organ: organId() }),
  response: z.object({ items: z.array(person) }),
})

const enrolmentDone = z.object({ enrolment: z.string(), version: z.int(), stage: z.enum(enrolmentStages) })

export const inviteToCourse = endpoint({
  id: 'course.invite',
  method: 'POST',
  path: '/api/workforce/courses/:course/invite',
  access: trainingPosts,
  summary: { zh: '邀请参加', en: 'Invite somebody' },
  params: courseParams,
  body: z.object({ account: ref(), organ: organId() }),
  status: 201,
  idempotencyKey: 'optional',
  response: enrolmentDone,
})

export const listEnrolments = endpoint({
  id: 'enrolment.list',
  method: 'GET',
  path: '/api/workforce/enrolments',
  access: trainingPosts,
  summary: { zh: '参加培训情况', en: 'Who is in which course' },
  query: z.object({
    of: z.enum(['own', 'organ', 'course']).default('own'),
    course: drawnId().optional(),
    ...paged,
  }),
  response: z.object({ items: z.array(enrolmentRow), next: z.string().nullable() }),
})
export type EnrolmentsView = z.output<typeof listEnrolments.response>

const tried = z.object({
  ...{ on: z.string(), begun: z.string(), until: z.string(), isRunning: z.boolean(), handedIn: z.boolean() },
  hasPassed: z.boolean().nullable(),
  /** For the person and for who answers for them. */
  right: z.int().nullable(),
  of: z.int().nullable(),
})

export const enrolmentView = z.object({
  ...{ enrolment: z.string(), stream: z.string(), version: z.int(), stage: z.enum(enrolmentStages), kind },
  ...{ course: z.string(), title: z.string(), purpose: z.string(), person, home: organRef, holder: organRef },
  invitedOn: z.string(),
  isPerson: z.boolean(),
  sessions: z.array(
    z.object({
      ...{ ref: z.string(), day: z.string(), isOnline: z.boolean(), place: z.string() },
      hasAttended: z.boolean().nullable(),
    }),
  ),
  test: z
    .object({ opens: z.string(), closes: z.string(), minutes: z.int(), passAt: z.int(), questions: z.int() })
    .nullable(),
  tries: z.array(tried),
  certificate: z.object({ on: z.string(), until: z.string(), organ: organRef, paper: z.string() }).nullable(),
  ended: z.object({ on: z.string(), reason: z.string() }).nullable(),
  clocks: z.array(clockView),
  actions: z.array(actionOf(enrolmentActions)),
  history: z.array(historyLine),
})
export type EnrolmentView = z.output<typeof enrolmentView>

const enrolmentParams = z.object({ enrolment: drawnId() })

export const readEnrolment = endpoint({
  id: 'enrolment.read',
  method: 'GET',
  path: '/api/workforce/enrolments/:enrolment',
  access: trainingPosts,
  summary: { zh: '一人参加培训的情况', en: 'One person in one course' },
  params: enrolmentParams,
  response: enrolmentView,
})

export const readQuestions = endpoint({
  id: 'enrolment.questions',
  method: 'GET',
  path: '/api/workforce/enrolments/:enrolment/questions',
  access: trainingPosts,
  summary: { zh: '测试题', en: 'The questions, while the test runs' },
  params: enrolmentParams,
  response: z.object({
    until: z.string(),
    questions: z.array(z.object({ words: z.string(), options: z.array(z.string()), isMany: z.boolean() })),
  }),
})
export type QuestionsView = z.output<typeof readQuestions.response>

const toEnrolment = commandsTo({
  room: 'enrolment',
  path: '/api/workforce/enrolments/:enrolment',
  access: trainingPosts,
  params: enrolmentParams,
  response: enrolmentDone,
})

export const recordAttendance = toEnrolment(
  'attendance',
  { zh: '登记出勤', en: 'Record attendance' },
  z.object({ session: ref(), hasAttended: z.boolean() }),
)
export const beginTest = toEnrolment('begin', { zh: '开始测试', en: 'Begin the test' }, z.object({}))
export const handInTest = toEnrolment(
  'hand-in',
  { zh: '交卷', en: 'Hand the test in' },
  z.object({ answers: list(list(z.int().min(0).max(7), { max: 8 }), { max: 100 }) }),
)
export const issueCertificate = toEnrolment('certify', { zh: '颁发证书', en: 'Issue the certificate' }, z.object({}))
export const withdrawCertificate = toEnrolment(
  'withdraw',
  { zh: '撤销证书', en: 'Withdraw the certificate' },
  z.object({ reason: words }),
)
export const excuseFromCourse = toEnrolment(
  'excuse',
  { zh: '免于参加', en: 'Excuse them from it' },
  z.object({ reason: words }),
)

const standing = z.enum(trainingStandings)

export const readLacking = endpoint({
  id: 'training.lacking',
  method: 'GET',
  path: '/api/workforce/training/lacking',
  access: trainingPosts,
  summary: { zh: '应训未训', en: 'Who lacks a training that their post needs' },
  response: z.object({
    /** Your own, or of everybody in the organ that you lead. */
    people: z.array(z.object({ person, kind, standing, until: z.string().nullable() })),
    /** For a bureau: the organs of its area. */
    organs: z.array(z.object({ organ: organRef, kind, people: z.int(), missing: z.int(), ending: z.int() })),
    /** What is required of whom here, and on what it rests. */
    rows: z.array(
      z.object({
        ...{ kind, posts: z.array(z.string()), days: z.int() },
        basis: z.object({ zh: z.string(), en: z.string() }),
      }),
    ),
  }),
})
export type LackingView = z.output<typeof readLacking.response>
