/** The way out: whoever asks, the database shows a course to the organs that it is for, and an enrolment to the person, to who answers for them and to who teaches. */
import type { Recorded } from '../../engine/envelope.ts'
import { fold, readHistory } from '../../engine/history.ts'
import { poolsFor, readAs, settingsOf } from '../../identity/scope.ts'
import { type Box, openPieces } from '../../identity/seal.ts'
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import type { TrainingKind } from '../../law/trainings.ts'
import type { Course, CourseFact, CourseStage } from './course.ts'
import type { Enrolment, EnrolmentFact, EnrolmentStage } from './enrolment.ts'
import type { TrainingHouse } from './house.ts'
import { courseRoom, enrolmentRoom } from './room.ts'

export type Staff = Extract<Viewer, { kind: 'staff' }>

export interface KnownCourse {
  readonly stream: string
  readonly course: Course
  readonly history: readonly Recorded<CourseFact>[]
}
export interface KnownEnrolment {
  readonly stream: string
  readonly enrolment: Enrolment
  readonly history: readonly Recorded<EnrolmentFact>[]
}

const courseIn = (facts: readonly Recorded<CourseFact>[]): Course | null =>
  fold(
    courseRoom,
    null,
    facts.map(({ fact }) => fact),
  )
const enrolmentIn = (facts: readonly Recorded<EnrolmentFact>[]): Enrolment | null =>
  fold(
    enrolmentRoom,
    null,
    facts.map(({ fact }) => fact),
  )

/** One course that the viewer may see, folded; nothing that was written is opened. */
export async function knownCourse(house: TrainingHouse, stream: string, viewer: Staff): Promise<KnownCourse | null> {
  const { facts } = await readHistory<CourseFact>(house.app, stream, settingsOf(viewer, house.today()))
  const course = courseIn(facts)
  return course && { stream, course, history: facts }
}

export async function knownEnrolment(
  house: TrainingHouse,
  stream: string,
  viewer: Staff,
): Promise<KnownEnrolment | null> {
  const { facts } = await readHistory<EnrolmentFact>(house.app, stream, settingsOf(viewer, house.today()))
  const enrolment = enrolmentIn(facts)
  return enrolment && { stream, enrolment, history: facts }
}

const asHouse = (house: TrainingHouse) => poolsFor(house, { kind: 'system', task: 'training' })

/** For the house itself, which has no viewer: it marks tests, and knows what a course says to whoever was invited to it. */
export async function courseOfHouse(house: TrainingHouse, stream: string): Promise<Course | null> {
  return courseIn((await readHistory<CourseFact>(asHouse(house).app, stream)).facts)
}

export async function enrolmentOfHouse(house: TrainingHouse, stream: string): Promise<Enrolment | null> {
  return enrolmentIn((await readHistory<EnrolmentFact>(asHouse(house).app, stream)).facts)
}

const piecesText = 'select stream_id, ref, cohort, box from sealed where stream_id = $1'

/** What was written in it that the viewer may read, by ref. */
export async function textsOf(
  house: TrainingHouse,
  viewer: Staff,
  stream: string,
): Promise<ReadonlyMap<string, string>> {
  const pieces = await readAs(house, viewer, { name: 'training pieces', text: piecesText, values: [stream] })
  return openPieces(house.keys, pieces as unknown as readonly Box[])
}

/** Some pieces of a course as the house reads them: the questions for whoever sits at them, and what is right for marking. */
export async function piecesOfHouse(
  house: TrainingHouse,
  stream: string,
  refs: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await house.work.query<Box>(`${piecesText} and ref = any($2)`, [stream, refs])
  return openPieces(house.keys, rows)
}

/** What courses are called, by stream: to whoever has a row of one, its name is said. */
export async function titlesOf(house: TrainingHouse, courses: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await house.work.query<Box>(
    `select s.stream_id, s.ref, s.cohort, s.box from course c
      join sealed s on s.stream_id = c.stream_id and s.ref = c.title_ref where c.stream_id = any($1)`,
    [[...new Set(courses)]],
  )
  const texts = await openPieces(house.keys, rows)
  return new Map(rows.map(({ stream_id, ref }) => [stream_id, texts.get(ref) ?? '']))
}

export interface CourseRow {
  readonly stream: string
  readonly stage: CourseStage
  readonly kind: TrainingKind
  readonly organ: OrganId
  readonly teacher: string
  readonly heldOn: Day
  readonly sessions: number
  readonly opens: Day | null
  readonly closes: Day | null
}

export interface Cursor {
  readonly day: string
  readonly stream: string
}
interface Page {
  readonly after: Cursor | null
  readonly limit: number
}
interface Listed<Row> {
  readonly items: readonly Row[]
  readonly next: Cursor | null
}

const newest: Cursor = { day: '9999-12-31', stream: '~' }

/** The newest first. */
export async function listCourses(
  house: TrainingHouse,
  viewer: Staff,
  { stage, after, limit }: Page & { readonly stage: CourseStage },
): Promise<Listed<CourseRow>> {
  const from = after ?? newest
  const rows = await readAs<CourseRow>(house, viewer, {
    name: 'course list',
    text: `select c.stream_id as stream, c.stage, c.kind, c.organ, c.teacher, c.held_on::text as "heldOn", c.sessions,
        c.opens::text as opens, c.closes::text as closes
      from course_party p join course c on c.stream_id = p.stream_id
      where p.organ = $1 and p.stage = $2 and (p.held_on, p.stream_id) < ($3::date, $4)
      order by p.held_on desc, p.stream_id desc limit $5`,
    values: [viewer.organ, stage, from.day, from.stream, limit + 1],
  })
  return pageOf(rows, limit, ({ heldOn, stream }) => ({ day: heldOn, stream }))
}

function pageOf<Row>(rows: readonly Row[], limit: number, at: (row: Row) => Cursor): Listed<Row> {
  const items = rows.slice(0, limit)
  const last = rows.length > limit ? items.at(-1) : undefined
  return { items, next: last === undefined ? null : at(last) }
}

export interface EnrolmentRow {
  readonly stream: string
  readonly stage: EnrolmentStage
  readonly course: string
  readonly kind: TrainingKind
  readonly holder: OrganId
  readonly home: OrganId
  readonly account: string
  readonly invitedOn: Day
  readonly sessions: number
  readonly tries: number
  readonly holdsUntil: Day | null
}

/** Whose enrolments: the reader's own, those of their organ's people, or those of one course. */
export type EnrolmentsOf = 'own' | 'organ' | 'course'

const conditions = {
  own: 'p.organ = $1 and p.is_home and p.account = $2',
  organ: 'p.organ = $1 and p.is_home and $2::text is not null',
  course: 'p.organ = $1 and p.course = $2 and p.is_holder',
} as const satisfies Record<EnrolmentsOf, string>

/** The newest first. Of an organ's people whoever leads it sees all, anybody else their own alone: the database says so. */
export async function listEnrolments(
  house: TrainingHouse,
  viewer: Staff,
  { of, course, after, limit }: Page & { readonly of: EnrolmentsOf; readonly course?: string | undefined },
): Promise<Listed<EnrolmentRow>> {
  const from = after ?? newest
  const rows = await readAs<EnrolmentRow>(house, viewer, {
    name: `enrolment list ${of}`,
    text: `select e.stream_id as stream, e.stage, e.course, e.kind, e.holder, e.home, e.account,
        e.invited_on::text as "invitedOn", e.sessions, e.tries, e.holds_until::text as "holdsUntil"
      from enrolment_party p join enrolment e on e.stream_id = p.stream_id
      where ${conditions[of]} and (p.invited_on, p.stream_id) < ($3::date, $4)
      order by p.invited_on desc, p.stream_id desc limit $5`,
    values: [viewer.organ, of === 'course' ? (course ?? '') : viewer.account, from.day, from.stream, limit + 1],
  })
  return pageOf(rows, limit, ({ invitedOn, stream }) => ({ day: invitedOn, stream }))
}

interface Beside {
  readonly account: string
  readonly kind: TrainingKind
  readonly until: Day
  readonly but: string
}

/** Other certificates of the same person and kind that hold no longer than this one; of two that end on one day the other by name. */
export async function certificatesBeside(
  house: TrainingHouse,
  { account, kind, until, but }: Beside,
): Promise<readonly string[]> {
  const { rows } = await house.work.query<{ stream_id: string }>(
    `select stream_id from enrolment where account = $1 and kind = $2 and stage = 'certified'
      and (holds_until, stream_id) < ($3::date, $4) order by stream_id`,
    [account, kind, until, but],
  )
  return rows.map(({ stream_id }) => stream_id)
}
