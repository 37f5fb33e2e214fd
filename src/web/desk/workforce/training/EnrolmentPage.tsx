import { Link, useParams } from 'react-router'
import { trainingTermOf } from '../../../../wording/training-terms.ts'
import { fullDay } from '../../../shared/days.ts'
import { ActionsNow } from '../../layout/ActionsNow.tsx'
import { CaseColumns } from '../../layout/CaseColumns.tsx'
import { HistoryLines } from '../../layout/HistoryLines.tsx'
import { Page } from '../../layout/page.tsx'
import { Skeleton } from '../../layout/Skeleton.tsx'
import { Trouble } from '../../layout/Trouble.tsx'
import { useLanguage } from '../../locales/language.tsx'
import { ClockBlock } from '../../petition/clocks.tsx'
import { Pairs } from '../../petition/facts.tsx'
import { issuedFile, issuedPage, useIssuedPapers } from '../../petition/papers.ts'
import { EnrolmentActDialog } from './EnrolmentActDialog.tsx'
import { Sitting } from './Sitting.tsx'
import { type EnrolmentView, useEnrolment } from './training.ts'
import '../../petition/petition.css'
import '../../reports/reports.css'
import './training.css'

/** One person in one course: sessions, the test, and the certificate. While the test runs the person sees it and nothing else. */
export function EnrolmentPage() {
  const { enrolment = '' } = useParams()
  const read = useEnrolment(enrolment)
  if (read.isPending) return <Skeleton lines={10} />
  if (read.isError) return <Trouble error={read.error} onRetry={() => read.refetch()} />
  const isSitting = read.data.isPerson && read.data.tries.some(({ isRunning }) => isRunning)
  return isSitting ? (
    <Sitting enrolment={read.data} onOver={() => read.refetch()} />
  ) : (
    <Whole key={enrolment} enrolment={read.data} />
  )
}

interface EnrolmentProps {
  readonly enrolment: EnrolmentView
}

function Whole({ enrolment }: EnrolmentProps) {
  const { words, pick, language } = useLanguage()
  const say = words.team.training
  const { person, title, home, holder, stage, kind, course, ended } = enrolment
  return (
    <Page title={enrolment.isPerson ? title : say.of(person.name, title)}>
      <CaseColumns
        facts={
          <section className="report-part training-part">
            {enrolment.certificate && <Certificate enrolment={enrolment} certificate={enrolment.certificate} />}
            <Attended enrolment={enrolment} />
            <Tries enrolment={enrolment} />
          </section>
        }
        side={
          <>
            <ActionsNow
              title={say.title}
              actions={enrolment.actions}
              dialog={({ action, ...named }, onClose) => (
                <EnrolmentActDialog action={action} named={named} enrolment={enrolment} onClose={onClose} />
              )}
            />
            <section className="side-section">
              <h2>{say.about}</h2>
              <Pairs
                pairs={[
                  [say.person, person.name] as const,
                  [say.home, pick(home)] as const,
                  [say.standing, trainingTermOf('enrolmentStage', stage)[language]] as const,
                  [say.kind, trainingTermOf('trainingKind', kind)[language]] as const,
                  [say.organ, pick(holder)] as const,
                  ...(ended === null
                    ? []
                    : [[say.fields.reason, `${fullDay(ended.on, language)} ${ended.reason}`] as const]),
                ]}
              />
              <p>
                <Link to={`/team/courses/${course}`}>{say.toCourse}</Link>
              </p>
            </section>
            <ClockBlock clocks={enrolment.clocks} />
          </>
        }
        history={
          <section className="report-part training-part">
            <h2>{say.purpose}</h2>
            <p className="prose">{enrolment.purpose}</p>
            <h2>{say.history}</h2>
            <HistoryLines history={enrolment.history} />
          </section>
        }
      />
    </Page>
  )
}

interface CertificateProps extends EnrolmentProps {
  readonly certificate: NonNullable<EnrolmentView['certificate']>
}

/** The number comes a moment after the certificate. */
function Certificate({ enrolment: { stream, stage, version }, certificate }: CertificateProps) {
  const { words, pick, language } = useLanguage()
  const say = words.team.training
  const { data: papers } = useIssuedPapers(stream, version)
  const { on, until, organ, paper } = certificate
  const number = papers?.items.find((each) => each.paper === paper)?.number ?? null
  return (
    <>
      <h2>{say.certificate}</h2>
      <p>
        {number ?? say.numberPending} · {pick(organ)} · {fullDay(on, language)}
      </p>
      <p className={stage === 'certified' ? undefined : 'training-missing'}>
        {stage === 'certified'
          ? say.until(fullDay(until, language))
          : trainingTermOf('enrolmentStage', stage)[language]}
      </p>
      <p className="training-links">
        <Link to={issuedPage(stream, paper)}>{say.print}</Link>
        <a href={issuedFile(stream, paper)}>{say.download}</a>
      </p>
    </>
  )
}

function Attended({ enrolment: { sessions } }: EnrolmentProps) {
  const { words, language } = useLanguage()
  const say = words.team.training
  const stood = (hasAttended: boolean | null) =>
    hasAttended === null ? say.notRecorded : hasAttended ? say.wasThere : say.wasNot
  return (
    <>
      <h2>{say.sessions}</h2>
      {sessions.length === 0 && <p className="faint">{say.noSessions}</p>}
      <ul className="training-sessions">
        {sessions.map(({ ref, day, isOnline, place, hasAttended }) => (
          <li key={ref}>
            {fullDay(day, language)} <span className="soft">{isOnline ? say.online : say.there}</span> {place}{' '}
            <strong>{stood(hasAttended)}</strong>
          </li>
        ))}
      </ul>
    </>
  )
}

function Tries({ enrolment: { test, tries } }: EnrolmentProps) {
  const { words, language } = useLanguage()
  const say = words.team.training
  const result = ({ hasPassed, handedIn, isRunning, right, of }: EnrolmentView['tries'][number]) => {
    if (isRunning) return say.running
    if (!handedIn) return say.leftLying
    return [hasPassed ? say.passed : say.failed, right === null || of === null ? '' : say.score(right, of)].join(' ')
  }
  return (
    <>
      <h2>{say.test}</h2>
      {test === null ? (
        <p className="faint">{say.noTest}</p>
      ) : (
        <p>
          {say.testSays(
            say.window(fullDay(test.opens, language), fullDay(test.closes, language)),
            ...([test.questions, test.minutes, test.passAt] as const),
          )}
        </p>
      )}
      <ul className="training-sessions">
        {tries.map((each) => (
          <li key={`${each.on} ${each.begun}`}>
            {fullDay(each.on, language)} {each.begun} <strong>{result(each)}</strong>
          </li>
        ))}
      </ul>
    </>
  )
}
