import type { Course, CourseFact, CourseFactOf, CourseFactType, CourseState } from './course.ts'

type Evolvers = {
  readonly [T in Exclude<CourseFactType, 'CourseOpened'>]: (course: Course, fact: CourseFactOf<T>) => Course
}

/** What a fact changes. A fact says what the rules concluded, so the law is not looked at. Throws on an impossible history. */
export function evolveCourse(state: CourseState, fact: CourseFact): Course {
  const changed = afterFact(state, fact)
  return { ...changed, version: changed.version + 1 }
}

function afterFact(state: CourseState, fact: CourseFact): Course {
  if (fact.type === 'CourseOpened') {
    if (state !== null) throw new Error('held twice')
    const { on, pack, organ, requiredOf, kind, title, purpose, posts, organs, teacher } = fact
    return {
      ...{
        version: 0,
        pack,
        stage: 'open',
        organ,
        heldOn: on,
        requiredOf,
        kind,
        title,
        purpose,
        posts,
        organs,
        teacher,
      },
      ...{ sessions: [], sessionsSet: 0, test: null, closed: null },
    }
  }
  if (state === null) throw new Error(`${fact.type} before there was a course`)
  const apply = evolvers[fact.type] as ((course: Course, fact: CourseFact) => Course) | undefined
  if (!apply) throw new Error(`a fact nobody knows: ${(fact as { type: string }).type}`)
  return apply(state, fact)
}

const evolvers: Evolvers = {
  SessionAdded: (course, { ref, day, isOnline, place }) => ({
    ...course,
    ...{ sessions: [...course.sessions, { ref, day, isOnline, place }], sessionsSet: course.sessionsSet + 1 },
  }),
  SessionCancelled: (course, { session }) => ({
    ...course,
    sessions: course.sessions.filter(({ ref }) => ref !== session),
  }),
  TestRecorded: (course, { opens, closes, minutes, passAt, questions, by }) => ({
    ...course,
    test: { opens, closes, minutes, passAt, questions, by },
  }),
  CourseClosed: (course, { on, reason }) => ({ ...course, stage: 'closed', closed: { on, reason } }),
  CoursePassedOn: (course, { from, to }) => ({
    ...course,
    organ: course.organ === from ? to : course.organ,
    organs: [...new Set(course.organs.map((organ) => (organ === from ? to : organ)))],
  }),
}
