import { Button } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import { termOf } from '../../../../wording/terms.ts'
import { trainingTermOf } from '../../../../wording/training-terms.ts'
import { fullDay } from '../../../shared/days.ts'
import { ActionsNow } from '../../layout/ActionsNow.tsx'
import { CaseColumns } from '../../layout/CaseColumns.tsx'
import { HistoryLines } from '../../layout/HistoryLines.tsx'
import { Page } from '../../layout/page.tsx'
import { Skeleton } from '../../layout/Skeleton.tsx'
import { Trouble } from '../../layout/Trouble.tsx'
import { useLanguage } from '../../locales/language.tsx'
import { Pairs } from '../../petition/facts.tsx'
import { CourseActDialog } from './CourseActDialog.tsx'
import { Enrolments } from './Enrolments.tsx'
import { InviteDialog } from './InviteDialog.tsx'
import { type CourseView, useCourse } from './training.ts'
import '../../petition/petition.css'
import '../../reports/reports.css'
import './training.css'

/** One course: what it is for, when it is, its test, and who takes part. */
export function CoursePage() {
  const { course = '' } = useParams()
  const read = useCourse(course)
  if (read.isPending) return <Skeleton lines={10} />
  if (read.isError) return <Trouble error={read.error} onRetry={() => read.refetch()} />
  return <Whole key={course} course={read.data} />
}

interface CourseProps {
  readonly course: CourseView
}

function Whole({ course }: CourseProps) {
  const { words } = useLanguage()
  const say = words.team.training
  const [isInviting, setIsInviting] = useState(false)
  return (
    <Page title={course.title}>
      <CaseColumns
        facts={
          <section className="report-part training-part">
            <h2>{say.purpose}</h2>
            <p className="prose">{course.purpose}</p>
            <Sessions course={course} />
            <Test course={course} />
          </section>
        }
        side={
          <>
            <ActionsNow
              title={say.title}
              actions={course.actions}
              dialog={({ action, ...named }, onClose) => (
                <CourseActDialog action={action} named={named} course={course} onClose={onClose} />
              )}
            />
            <About course={course} />
          </>
        }
        history={
          <section className="report-part training-part">
            <div className="page-choice">
              <h2>{say.takesPart}</h2>
              {course.inviting.length > 0 && <Button onClick={() => setIsInviting(true)}>{say.invite}</Button>}
            </div>
            <Enrolments of={course.teaches ? 'course' : 'organ'} course={course.course} none={say.nobody} />
            <h2>{say.history}</h2>
            <HistoryLines history={course.history} />
          </section>
        }
      />
      {isInviting && <InviteDialog course={course} onClose={() => setIsInviting(false)} />}
    </Page>
  )
}

function Sessions({ course: { sessions } }: CourseProps) {
  const { words, language } = useLanguage()
  const say = words.team.training
  return (
    <>
      <h2>{say.sessions}</h2>
      {sessions.length === 0 && <p className="faint">{say.noSessions}</p>}
      <ul className="training-sessions">
        {sessions.map(({ ref, day, isOnline, place }) => (
          <li key={ref}>
            {fullDay(day, language)} <span className="soft">{isOnline ? say.online : say.there}</span> {place}
          </li>
        ))}
      </ul>
    </>
  )
}

function Test({ course: { test } }: CourseProps) {
  const { words, language } = useLanguage()
  const say = words.team.training
  return (
    <>
      <h2>{say.test}</h2>
      {test === null ? (
        <p className="faint">{say.noTest}</p>
      ) : (
        <>
          <p>
            {say.testSays(
              say.window(fullDay(test.opens, language), fullDay(test.closes, language)),
              ...([test.questions, test.minutes, test.passAt] as const),
            )}
          </p>
          {test.paper && (
            <details>
              <summary>{say.paper}</summary>
              <ol>
                {test.paper.map(({ words: asked, options, right }, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: questions have no other name, and never move
                  <li key={at}>
                    <p className="prose">{asked}</p>
                    <ul>
                      {options.map((option, choice) => (
                        // biome-ignore lint/suspicious/noArrayIndexKey: an option is the n-th of its question
                        <li key={choice}>
                          {option} {right.includes(choice) && <strong>{say.right}</strong>}
                        </li>
                      ))}
                    </ul>
                  </li>
                ))}
              </ol>
            </details>
          )}
        </>
      )}
    </>
  )
}

function About({ course }: CourseProps) {
  const { words, pick, language } = useLanguage()
  const say = words.team.training
  const post = (each: string) => termOf('post', each)[language]
  const { kind, stage, organ, teacher, posts, organs, requiredOf, closed } = course
  return (
    <section className="side-section">
      <h2>{say.about}</h2>
      <Pairs
        pairs={[
          [say.kind, trainingTermOf('trainingKind', kind)[language]] as const,
          [say.standing, trainingTermOf('courseStage', stage)[language]] as const,
          [say.organ, pick(organ)] as const,
          [say.teacher, teacher.name] as const,
          [say.posts, posts.map(post).join(say.comma)] as const,
          [say.organs, organs.map(pick).join(say.comma)] as const,
          [say.required, requiredOf.length === 0 ? say.ofNobody : requiredOf.map(post).join(say.comma)] as const,
          ...(closed === null ? [] : [[say.closed, `${fullDay(closed.on, language)} ${closed.reason}`] as const]),
        ]}
      />
    </section>
  )
}
