/** HTTP for training: each capability is one endpoint, and nothing here applies a rule. */
import type { EngineRefusal } from '../../engine/room.ts'
import { readColleagues } from '../../identity/account-tables.ts'
import { staffActorOf } from '../../identity/actor.ts'
import { askedBy, type CommandCall, idempotencyOf } from '../../identity/asking.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { basisInWords } from '../../law/basis.ts'
import { trainingKinds } from '../../law/trainings.ts'
import { type AnyRoom, type Call, room, route, type WireRefusal } from '../../platform/http/call.ts'
import * as commanding from './commanding.ts'
import * as wire from './contract.ts'
import type { Course } from './course.ts'
import { leads, refusalToHold, teaches } from './course-decide.ts'
import type { Enrolment } from './enrolment.ts'
import { daysOf } from './enrolment-clocks.ts'
import { isRunning } from './enrolment-decide.ts'
import type { TrainingHouse } from './house.ts'
import { areaOf, lackingIn, lackingOf } from './lacking.ts'
import * as queries from './queries.ts'
import { courseIdOf, courseStreamOf, enrolmentIdOf, enrolmentStreamOf } from './room.ts'
import { questionsOf } from './sitting.ts'
import * as view from './view.ts'
import { type AnyTrainingRefusal, explainTraining, statusOfTrainingRefusal } from './wording.ts'
import { worldFor } from './world.ts'

type ToCourse = CommandCall<{ readonly course: string }>
type ToEnrolment = CommandCall<{ readonly enrolment: string }>

export function trainingRoutes(house: TrainingHouse): AnyRoom {
  const course = (type: commanding.CourseCommanding['type']) => (call: ToCourse) => actOnCourse(house, type, call)
  const enrolment = (type: commanding.EnrolmentCommanding['type']) => (call: ToEnrolment) =>
    actOnEnrolment(house, type, call)
  return room<AnyTrainingRefusal>({
    name: 'training',
    title: { zh: '教育培训', en: 'Training' },
    statusOf: statusOfTrainingRefusal,
    explain: (refusal) => explainTraining(refusal as AnyTrainingRefusal, (id) => house.directory.nameOf(id)),
    routes: [
      route(wire.listCourses, (call) => answerCourses(house, call)),
      route(wire.holdCourse, (call) => answerHolding(house, call)),
      route(wire.readCourse, (call) => answerCourse(house, call)),
      route(wire.addSession, course('AddSession')),
      route(wire.cancelSession, course('CancelSession')),
      route(wire.setTest, course('RecordTest')),
      route(wire.closeCourse, course('CloseCourse')),
      route(wire.readPeople, (call) => answerPeople(house, call)),
      route(wire.inviteToCourse, (call) => answerInviting(house, call)),
      route(wire.listEnrolments, (call) => answerEnrolments(house, call)),
      route(wire.readEnrolment, (call) => answerEnrolment(house, call)),
      route(wire.readQuestions, (call) => answerQuestions(house, call)),
      route(wire.recordAttendance, enrolment('RecordAttendance')),
      route(wire.beginTest, enrolment('StartTest')),
      route(wire.handInTest, enrolment('HandInTest')),
      route(wire.issueCertificate, enrolment('IssueCertificate')),
      route(wire.withdrawCertificate, enrolment('WithdrawCertificate')),
      route(wire.excuseFromCourse, enrolment('ExcuseTrainee')),
      route(wire.readLacking, (call) => answerLacking(house, call)),
    ],
  })
}

const cursorOf = (cursor: readonly [string, string] | undefined) =>
  cursor ? { day: cursor[0], stream: cursor[1] } : null
const written = (next: queries.Cursor | null) => next && wire.trainingCursor.write([next.day as never, next.stream])

async function answerCourses(house: TrainingHouse, { viewer, query }: Call<typeof wire.listCourses>) {
  const { list, cursor, limit } = query
  const { items, next } = await queries.listCourses(house, viewer, { stage: list, after: cursorOf(cursor), limit })
  const [names, titles] = await Promise.all([
    house.staffNames([...new Set(items.map(({ teacher }) => teacher))]),
    queries.titlesOf(
      house,
      items.map(({ stream }) => stream),
    ),
  ])
  const { directory } = house
  const refusal = refusalToHold(staffActorOf(viewer))
  return ok({
    items: items.map((row) => view.courseRowView(row, titles.get(row.stream) ?? '', names, house)),
    next: written(next),
    refusal: view.refusalView(refusal, directory),
    organs: refusal === null ? areaOf(house, viewer).map((id) => view.organRef(directory, id)) : [],
  })
}

async function answerHolding(
  house: TrainingHouse,
  { viewer, body, idempotency, answer }: Call<typeof wire.holdCourse>,
) {
  const asked = idempotencyOf('course', viewer, idempotency)
  const done = await commanding.holdCourse(house, { course: body, viewer, ...asked })
  if (done.ok) answer.etag(done.value.version)
  return courseDone(done)
}

async function answerCourse(house: TrainingHouse, { viewer, params, answer }: Call<typeof wire.readCourse>) {
  const stream = courseStreamOf(params.course)
  const known = await queries.knownCourse(house, stream, viewer)
  if (known === null) return err({ kind: 'no-such-course' } as const)
  const [texts, names] = await Promise.all([
    queries.textsOf(house, viewer, stream),
    house.staffNames([known.course.teacher]),
  ])
  answer.etag(known.course.version)
  return ok(view.courseView(known, { viewer, texts, names }, house))
}

/** Names of an organ's people at the posts that the course is for: for who may invite them. */
async function answerPeople(house: TrainingHouse, { viewer, params, query }: Call<typeof wire.readPeople>) {
  const known = await queries.knownCourse(house, courseStreamOf(params.course), viewer)
  if (known === null) return err({ kind: 'no-such-course' } as const)
  const { course } = known
  const actor = staffActorOf(viewer)
  const isTheirs = teaches(course, actor) || (leads(actor) && query.organ === viewer.organ)
  if (!isTheirs || !course.organs.includes(query.organ)) return ok({ items: [] })
  const colleagues = await readColleagues(house.app, query.organ, house.today())
  return ok({
    items: colleagues
      .filter(({ account, posts }) => account !== course.teacher && course.posts.some((post) => posts.includes(post)))
      .map(({ account, name }) => ({ account, name })),
  })
}

async function answerInviting(
  house: TrainingHouse,
  { viewer, params, body, idempotency, answer }: Call<typeof wire.inviteToCourse>,
) {
  const done = await commanding.inviteToCourse(house, {
    ...{ course: courseStreamOf(params.course), account: body.account, home: body.organ, viewer },
    ...idempotencyOf('enrolment', viewer, idempotency),
  })
  if (done.ok) answer.etag(done.value.version)
  return enrolmentDone(done)
}

async function answerEnrolments(house: TrainingHouse, { viewer, query }: Call<typeof wire.listEnrolments>) {
  const { of, course, cursor, limit } = query
  const { items, next } = await queries.listEnrolments(house, viewer, {
    ...{ of, course: course === undefined ? undefined : courseStreamOf(course), after: cursorOf(cursor), limit },
  })
  const [names, titles] = await Promise.all([
    house.staffNames([...new Set(items.map(({ account }) => account))]),
    queries.titlesOf(
      house,
      items.map((row) => row.course),
    ),
  ])
  return ok({
    items: items.map((row) => view.enrolmentRowView(row, titles.get(row.course) ?? '', names, house)),
    next: written(next),
  })
}

async function answerEnrolment(house: TrainingHouse, { viewer, params, answer }: Call<typeof wire.readEnrolment>) {
  const stream = enrolmentStreamOf(params.enrolment)
  const known = await queries.knownEnrolment(house, stream, viewer)
  if (known === null) return err({ kind: 'no-such-enrolment' } as const)
  const { enrolment } = known
  const course = await queries.courseOfHouse(house, enrolment.course)
  const told = course === null ? [] : [course.title, course.purpose, ...course.sessions.map(({ place }) => place)]
  const [texts, courseTexts, names] = await Promise.all([
    queries.textsOf(house, viewer, stream),
    queries.piecesOfHouse(
      house,
      enrolment.course,
      told.map(({ ref }) => ref),
    ),
    house.staffNames([enrolment.account]),
  ])
  answer.etag(enrolment.version)
  const beside = { viewer, course, courseTexts, texts, names, time: house.time() }
  return ok(view.enrolmentView(known, beside, house))
}

/** To the person, from when they have begun until their time is over: to nobody else, and not a minute earlier. */
async function answerQuestions(house: TrainingHouse, { viewer, params }: Call<typeof wire.readQuestions>) {
  const refuse = (refusal: AnyTrainingRefusal) => err(refusal)
  const known = await queries.knownEnrolment(house, enrolmentStreamOf(params.enrolment), viewer)
  if (known === null) return refuse({ kind: 'no-such-enrolment' })
  const { account, home, course: stream, tries } = known.enrolment
  if (account !== viewer.account || home !== viewer.organ) return refuse({ kind: 'test-is-anothers' })
  const last = tries.at(-1)
  if (last === undefined || last.result !== null) return refuse({ kind: 'test-not-begun' })
  const now = { day: house.today(), time: house.time() }
  if (!isRunning(last, now)) return refuse({ kind: 'test-time-over', until: last.until })
  const course = await queries.courseOfHouse(house, stream)
  const questions = course?.test ? await questionsOf(house, stream, course.test) : []
  return ok({
    until: last.until.time as string,
    questions: questions.map(({ words, options, isMany }) => ({ words, options: [...options], isMany })),
  })
}

async function answerLacking(house: TrainingHouse, { viewer }: Call<typeof wire.readLacking>) {
  const [people, organs] = await Promise.all([lackingOf(house, viewer), lackingIn(house, viewer)])
  const names = await house.staffNames([...new Set(people.map(({ account }) => account))])
  const { trainings } = worldFor(house, viewer.organ)
  const person = view.personIn(names)
  return ok({
    people: people.map(({ account, kind, standing, until }) => ({ person: person(account), kind, standing, until })),
    organs: organs.map(({ organ, ...count }) => ({ organ: view.organRef(house.directory, organ), ...count })),
    rows: trainingKinds.map((kind) => ({
      ...{ kind, posts: [...trainings[kind].requiredOf], days: daysOf(trainings[kind].span) },
      basis: basisInWords(trainings[kind].basis),
    })),
  })
}

async function actOnCourse(house: TrainingHouse, type: commanding.CourseCommanding['type'], call: ToCourse) {
  const stream = courseStreamOf(call.params.course)
  const done = await commanding.commandCourse(house, { stream, type, ...askedBy('course', call) })
  if (done.ok) call.answer.etag(done.value.version)
  return courseDone(done)
}

async function actOnEnrolment(house: TrainingHouse, type: commanding.EnrolmentCommanding['type'], call: ToEnrolment) {
  const stream = enrolmentStreamOf(call.params.enrolment)
  const done = await commanding.commandEnrolment(house, { stream, type, ...askedBy('enrolment', call) })
  if (done.ok) call.answer.etag(done.value.version)
  return enrolmentDone(done)
}

type Answered<State> = Result<commanding.Done<State>, AnyTrainingRefusal | EngineRefusal>

function courseDone(done: Answered<Course>) {
  if (!done.ok) return err(done.error as AnyTrainingRefusal | WireRefusal)
  const { stream, version, state } = done.value
  return ok({ course: courseIdOf(stream), version, stage: state.stage })
}

function enrolmentDone(done: Answered<Enrolment>) {
  if (!done.ok) return err(done.error as AnyTrainingRefusal | WireRefusal)
  const { stream, version, state } = done.value
  return ok({ enrolment: enrolmentIdOf(stream), version, stage: state.stage })
}
