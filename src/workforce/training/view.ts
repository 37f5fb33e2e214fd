/** From a folded course or enrolment to what a page is given. Allow-lists are in `contract.ts`. */
import type { Recorded } from '../../engine/envelope.ts'
import { staffActorOf } from '../../identity/actor.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { bearerOrgan } from '../../kernel/running-clock.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { WallTime } from '../../kernel/wall-time.ts'
import { clockViewOf } from '../../petition/clock-view.ts'
import type { Directory } from '../../petition/house.ts'
import { type TrainingTermGroup, trainingTermOf, trainingTerms } from '../../wording/training-terms.ts'
import { actionsOfCourse, actionsOfEnrolment } from './actions.ts'
import type { CourseRowView, CourseView, EnrolmentRowView, EnrolmentView } from './contract.ts'
import type { Course, CourseFact, CourseTest } from './course.ts'
import { teaches } from './course-decide.ts'
import type { Enrolment, EnrolmentFact, Try } from './enrolment.ts'
import { calendarOf } from './enrolment-clocks.ts'
import { isRunning, standingIn } from './enrolment-decide.ts'
import type { CourseRow, EnrolmentRow, KnownCourse, KnownEnrolment, Staff } from './queries.ts'
import { courseIdOf, enrolmentIdOf } from './room.ts'
import { type AnyTrainingRefusal, explainTraining } from './wording.ts'
import { type Place, worldFor } from './world.ts'

const erased = '〔已依法销毁 / lawfully erased〕'
type Texts = ReadonlyMap<string, string>
type Names = ReadonlyMap<string, string>

export const organRef = (directory: Directory, id: OrganId) => ({ id, ...directory.nameOf(id) })

export const refusalView = (refusal: AnyTrainingRefusal | null, directory: Directory) =>
  refusal && { kind: refusal.kind, ...explainTraining(refusal, (id) => directory.nameOf(id)) }

export const personIn = (names: Names) => (account: string) => ({ account, name: names.get(account) ?? account })
const saidIn =
  (texts: Texts) =>
  ({ ref }: Sealed): string =>
    texts.get(ref) ?? erased

/** `title`: as the house reads it; a list shows it to whoever sees the row. */
export function courseRowView(row: CourseRow, title: string, names: Names, { directory }: Place): CourseRowView {
  const { stream, kind, stage, organ, teacher, heldOn, sessions, opens, closes } = row
  return {
    ...{ course: courseIdOf(stream), title, kind, stage, heldOn, sessions, opens, closes },
    ...{ organ: organRef(directory, organ), teacher: personIn(names)(teacher) },
  }
}

export function enrolmentRowView(
  row: EnrolmentRow,
  title: string,
  names: Names,
  { directory }: Place,
): EnrolmentRowView {
  const { stream, stage, course, kind, holder, home, account, invitedOn, sessions, tries, holdsUntil } = row
  return {
    ...{ enrolment: enrolmentIdOf(stream), course: courseIdOf(course), title, kind, stage, invitedOn },
    ...{ sessions, tries, holdsUntil, person: personIn(names)(account) },
    ...{ home: organRef(directory, home), holder: organRef(directory, holder) },
  }
}

export interface BesideCourse {
  readonly viewer: Staff
  readonly texts: Texts
  readonly names: Names
}

export function courseView(
  { stream, course, history }: KnownCourse,
  { viewer, texts, names }: BesideCourse,
  place: Place,
): CourseView {
  const { directory, today } = place
  const { version, kind, stage, organ, teacher, heldOn, posts, organs, requiredOf, sessions, test, closed } = course
  const actor = staffActorOf(viewer)
  const said = saidIn(texts)
  const isTaught = teaches(course, actor)
  const mine = isTaught ? organs : organs.filter((id) => id === viewer.organ && canSend(viewer))
  return {
    ...{ course: courseIdOf(stream), version, kind, stage, organ: organRef(directory, organ), heldOn },
    ...{ teacher: personIn(names)(teacher), title: said(course.title), purpose: said(course.purpose) },
    ...{ posts: [...posts], organs: organs.map((id) => organRef(directory, id)), requiredOf: [...requiredOf] },
    sessions: sessions.map(({ ref, day, isOnline, place: where }) => ({ ref, day, isOnline, place: said(where) })),
    test: test && {
      ...rulesOf(test),
      paper: paperOf(test, texts, viewer.account === teacher && viewer.organ === organ),
    },
    closed: closed && { on: closed.on, reason: said(closed.reason) },
    ...{ teaches: isTaught, inviting: stage === 'open' ? mine.map((id) => organRef(directory, id)) : [] },
    actions: actionsOfCourse(course, { actor, on: today() }, worldFor(place, organ)).map(
      ({ action, type, refusal }) => ({
        ...{ action, ...trainingTerms.courseCommand[type], allowed: refusal === null },
        refusal: refusalView(refusal, directory),
      }),
    ),
    history: historyOf(history, 'courseFact', directory),
  }
}

const canSend = ({ posts }: Staff): boolean => posts.includes('head') || posts.includes('leader')

const rulesOf = ({ opens, closes, minutes, passAt, questions }: CourseTest) => ({
  ...{ opens, closes, minutes, passAt, questions: questions.length },
})

/** For who teaches it alone; the database shows the pieces to nobody else. */
function paperOf({ questions }: CourseTest, texts: Texts, isTeacher: boolean) {
  if (!isTeacher) return null
  const said = saidIn(texts)
  return questions.map(({ words, options, right }) => ({
    ...{ words: said(words), options: options.map(said) },
    right: (texts.get(right.ref) ?? '').split(',').flatMap((each) => (each === '' ? [] : [Number(each)])),
  }))
}

export interface BesideEnrolment {
  readonly viewer: Staff
  /** As the house knows it: whoever was invited reads what it is called and when it is. */
  readonly course: Course | null
  readonly courseTexts: Texts
  readonly texts: Texts
  readonly names: Names
  readonly time: WallTime
}

export function enrolmentView(
  { stream, enrolment, history }: KnownEnrolment,
  { viewer, course, courseTexts, texts, names, time }: BesideEnrolment,
  place: Place,
): EnrolmentView {
  const { directory, today } = place
  const { version, stage, kind, holder, home, account, invitedOn, certificate, ended } = enrolment
  const actor = staffActorOf(viewer)
  const { isPerson, answers } = standingIn(enrolment, actor)
  const [said, taught] = [saidIn(texts), saidIn(courseTexts)]
  const now = { day: today(), time }
  return {
    ...{ enrolment: enrolmentIdOf(stream), stream, version, stage, kind, course: courseIdOf(enrolment.course) },
    ...{
      title: course === null ? erased : taught(course.title),
      purpose: course === null ? erased : taught(course.purpose),
    },
    ...{ person: personIn(names)(account), home: organRef(directory, home), holder: organRef(directory, holder) },
    ...{ invitedOn, isPerson },
    sessions: (course?.sessions ?? []).map(({ ref, day, isOnline, place: where }) => ({
      ...{ ref, day, isOnline, place: taught(where) },
      hasAttended: enrolment.attendance.find(({ session }) => session === ref)?.hasAttended ?? null,
    })),
    test: course?.test ? rulesOf(course.test) : null,
    tries: enrolment.tries.map((each) => tryView(each, { isFull: isPerson || answers, isNow: isRunning(each, now) })),
    certificate: certificate && {
      ...{ on: certificate.on, until: certificate.until, organ: organRef(directory, certificate.organ) },
      paper: paperIn(history),
    },
    ended: ended && { on: ended.on, reason: said(ended.reason) },
    clocks: clocksOf(enrolment, place),
    actions: actionsOfEnrolment(enrolment, { actor, on: today(), time, course }, worldFor(place, holder)).map(
      ({ action, type, refusal }) => ({
        ...{ action, ...trainingTerms.enrolmentCommand[type], allowed: refusal === null },
        refusal: refusalView(refusal, directory),
      }),
    ),
    history: historyOf(
      history.filter(({ fact }) => fact.type !== 'EnrolmentClocksRecounted'),
      'enrolmentFact',
      directory,
    ),
  }
}

/** How many were right is for the person and for who answers for them; who teaches reads whether it was passed. */
function tryView(
  { begun, until, result }: Try,
  { isFull, isNow }: { readonly isFull: boolean; readonly isNow: boolean },
) {
  return {
    ...{ on: begun.day, begun: begun.time, until: until.time, isRunning: isNow, handedIn: result !== null },
    hasPassed: result === null ? (isNow ? null : false) : result.hasPassed,
    right: isFull ? (result?.right ?? null) : null,
    of: isFull ? (result?.of ?? null) : null,
  }
}

/** The paper is called after the fact that issued it. */
const paperIn = (history: KnownEnrolment['history']): string =>
  `${history.find(({ fact }) => fact.type === 'CertificateIssued')?.version ?? 0}-trainingCertificate`

/** Why this date: recomputed from what the fact recorded, under the calendar it names. */
function clocksOf({ clocks, holder }: Enrolment, place: Place) {
  const world = worldFor(place, holder)
  return clocks.map((clock) =>
    clockViewOf(clock, {
      calendar: calendarOf(bearerOrgan(clock), world),
      ...{ calendars: place.calendars, today: place.today() },
      // by the law that the clock was started under; where this house no longer has it, by the law now
      basis: (place.laws.named(clock.pack)?.trainingTimes ?? world.times).renewCertificate.basis,
      organRef: (organ) => organRef(place.directory, organ),
    }),
  )
}

const historyOf = (
  history: readonly Recorded<CourseFact | EnrolmentFact>[],
  group: TrainingTermGroup,
  directory: Directory,
) =>
  history.map(({ fact, by }) => ({
    ...{ type: fact.type, on: fact.on, ...trainingTermOf(group, fact.type) },
    organ: by.organ === undefined ? null : organRef(directory, by.organ as OrganId),
  }))
