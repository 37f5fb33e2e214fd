/** What may follow from a command to a course. */

import { type Day, isBefore } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { decided } from '../../law/basis.ts'
import type {
  Course,
  CourseCommand,
  CourseCommandType,
  CourseFact,
  CourseOf,
  CourseRefusal,
  CourseState,
  CourseWorld,
  StaffActor,
} from './course.ts'

export type CourseDecision = Result<readonly CourseFact[], CourseRefusal>
type LaterCommand = Exclude<CourseCommandType, 'OpenCourse'>
type Decide<T extends LaterCommand> = (course: Course, command: CourseOf<T>, world: CourseWorld) => CourseDecision

const refuse = (refusal: CourseRefusal): CourseDecision => err(refusal)
const accept = (...facts: readonly CourseFact[]): CourseDecision => ok(facts)
const anothers: CourseRefusal = { kind: 'course-is-anothers', basis: decided('0068') }

export const leads = ({ posts }: Pick<StaffActor, 'posts'>): boolean =>
  posts.includes('head') || posts.includes('leader')

/** Whoever leads the organ that holds it, and whoever teaches it. */
export const teaches = (course: Pick<Course, 'organ' | 'teacher'>, actor: StaffActor): boolean =>
  actor.organ === course.organ && (leads(actor) || actor.account === course.teacher)

/** Everybody in an organ that holds it or whose people may come. */
export const seesCourse = ({ organ, organs }: Pick<Course, 'organ' | 'organs'>, actor: StaffActor): boolean =>
  actor.organ === organ || organs.includes(actor.organ)

export function decideCourse(state: CourseState, command: CourseCommand, world: CourseWorld): CourseDecision {
  if (command.type === 'OpenCourse') {
    return state === null ? hold(command, world) : refuse({ kind: 'course-held-already' })
  }
  if (state === null) return refuse({ kind: 'no-such-course' })
  const refusal = refusalToAct(state, command)
  if (refusal) return refuse(refusal)
  const rule = decisions[command.type] as (course: Course, command: CourseCommand, world: CourseWorld) => CourseDecision
  return rule(state, command, world)
}

function refusalToAct(course: Course, { type, actor }: CourseCommand): CourseRefusal | null {
  if (actor.kind === 'house') return type === 'PassCourseOn' ? null : anothers
  if (!seesCourse(course, actor)) return { kind: 'no-such-course' }
  if (type === 'PassCourseOn' || !teaches(course, actor)) return anothers
  return course.stage === 'open' ? null : { kind: 'course-closed' }
}

/** A bureau teaches its area; any other organ its own people, so that nobody reads who works elsewhere by holding a course for them. */
export function isTaughtBy(organ: OrganId, holder: OrganId, organs: CourseWorld['organs']): boolean {
  if (organ === holder) return true
  const [own, taught] = [organs.find(holder), organs.find(organ)]
  if (own?.kind !== 'bureau' || taught === undefined) return false
  return own.region === '00' || taught.region.startsWith(own.region)
}

/** By whoever leads an organ. */
export const refusalToHold = (actor: CourseCommand['actor']): CourseRefusal | null =>
  actor.kind === 'staff' && leads(actor) ? null : anothers

function hold({ on, actor, course, knows }: CourseOf<'OpenCourse'>, world: CourseWorld): CourseDecision {
  const refusal = refusalToHold(actor)
  if (refusal) return refuse(refusal)
  const { organ, account: by } = actor as StaffActor
  const organs = [...new Set(course.organs)]
  const unknown = organs.find((each) => world.organs.find(each)?.state !== 'active')
  if (unknown !== undefined) return refuse({ kind: 'unknown-organ', organ: unknown })
  const outside = organs.find((each) => !isTaughtBy(each, organ, world.organs))
  if (outside !== undefined) return refuse({ kind: 'organ-outside-area', organ: outside })
  if (!knows.teaches) return refuse({ kind: 'official-not-there', organ })
  const { requiredOf } = world.trainings[course.kind]
  const posts = [...new Set(course.posts)]
  return accept({ type: 'CourseOpened', on, pack: world.pack, organ, by, requiredOf, ...course, posts, organs })
}

export const mostSessions = 40

const refusalOfPast = (day: Day, on: Day): CourseRefusal | null =>
  isBefore(day, on) ? { kind: 'day-over', day, today: on } : null

const addSession: Decide<'AddSession'> = (course, { on, actor, session }) => {
  if (course.sessionsSet >= mostSessions) return refuse({ kind: 'too-many-sessions', atMost: mostSessions })
  const past = refusalOfPast(session.day, on)
  if (past) return refuse(past)
  const ref = `s${course.sessionsSet + 1}`
  return accept({ type: 'SessionAdded', on, account: (actor as StaffActor).account, ref, ...session })
}

/** What has been held is not cancelled afterwards. */
const cancelSession: Decide<'CancelSession'> = ({ sessions }, { on, actor, session, reason }) => {
  const known = sessions.find(({ ref }) => ref === session)
  if (known === undefined) return refuse({ kind: 'no-such-session', session })
  const past = refusalOfPast(known.day, on)
  if (past) return refuse(past)
  return accept({ type: 'SessionCancelled', on, session, account: (actor as StaffActor).account, reason })
}

const setTest: Decide<'RecordTest'> = ({ test }, { on, actor, rules, questions }) => {
  if (test !== null && !isBefore(on, test.opens)) return refuse({ kind: 'test-open-already', opened: test.opens })
  const past = refusalOfPast(rules.opens, on)
  if (past) return refuse(past)
  if (isBefore(rules.closes, rules.opens)) return refuse({ kind: 'test-ends-before-it-begins' })
  return accept({ type: 'TestRecorded', on, by: (actor as StaffActor).account, ...rules, questions })
}

const close: Decide<'CloseCourse'> = (_, { on, actor, reason }) =>
  accept({ type: 'CourseClosed', on, account: (actor as StaffActor).account, reason })

/** 分立、合并、撤销 (art. 24 (2)): where nobody carries an organ on, its part stays where it was. */
const passOn: Decide<'PassCourseOn'> = ({ organ, organs }, { on }, world) =>
  ok(
    [...new Set([organ, ...organs])].flatMap((from): readonly CourseFact[] => {
      const to = heirOf(from, world)
      return to === null ? [] : [{ type: 'CoursePassedOn', on, from, to }]
    }),
  )

/** Whoever carries on an organ that was reformed away; null while it is there, or where nobody does. */
export function heirOf(from: Course['organ'], { organs }: Pick<CourseWorld, 'organs'>): Course['organ'] | null {
  const known = organs.find(from)
  if (known === undefined || known.state === 'active') return null
  return known.successors.find((heir) => organs.find(heir)?.state === 'active') ?? null
}

const decisions: { readonly [T in LaterCommand]: Decide<T> } = {
  AddSession: addSession,
  CancelSession: cancelSession,
  RecordTest: setTest,
  CloseCourse: close,
  PassCourseOn: passOn,
}
