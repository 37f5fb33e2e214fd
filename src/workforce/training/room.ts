import type { Room } from '../../engine/room.ts'
import type { CourseFact, CourseState } from './course.ts'
import { evolveCourse } from './course-evolve.ts'
import type { EnrolmentFact, EnrolmentState } from './enrolment.ts'
import { evolveEnrolment } from './enrolment-evolve.ts'
import { courseRows, courseTables, enrolmentRows, enrolmentTables } from './tables.ts'

/** How the engine keeps courses: a stream's id is drawn at random and says nothing. */
export const courseRoom: Room<CourseState, CourseFact> = {
  ...{ name: 'course', initial: null, evolve: evolveCourse, rows: courseRows, tables: courseTables },
}

/** An enrolment is called after its course and its person, so that nobody is in a course twice. */
export const enrolmentRoom: Room<EnrolmentState, EnrolmentFact> = {
  ...{ name: 'enrolment', initial: null, evolve: evolveEnrolment, rows: enrolmentRows, tables: enrolmentTables },
}

/** What is said of one in an address: its stream without the name of the room. */
export const courseIdOf = (stream: string): string => stream.slice(courseRoom.name.length + 1)
export const courseStreamOf = (course: string): string => `${courseRoom.name}:${course}`
export const enrolmentIdOf = (stream: string): string => stream.slice(enrolmentRoom.name.length + 1)
export const enrolmentStreamOf = (enrolment: string): string => `${enrolmentRoom.name}:${enrolment}`
