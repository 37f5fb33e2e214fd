import { useParams } from 'react-router'
import { secondmentTermOf } from '../../../../wording/secondment-terms.ts'
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
import { SecondmentActDialog } from './SecondmentActDialog.tsx'
import { type SecondmentView, useSecondment } from './secondments.ts'
import '../../petition/petition.css'
import '../../reports/reports.css'

/** One secondment: who, where to, for how long, what was said of them, and what the account has. */
export function SecondmentPage() {
  const { secondment = '' } = useParams()
  const read = useSecondment(secondment)
  if (read.isPending) return <Skeleton lines={10} />
  if (read.isError) return <Trouble error={read.error} onRetry={() => read.refetch()} />
  return <Whole key={secondment} secondment={read.data} />
}

export interface SecondmentProps {
  readonly secondment: SecondmentView
}

function Whole({ secondment }: SecondmentProps) {
  const { words, pick } = useLanguage()
  const say = words.team.secondments
  return (
    <Page title={say.page.title(secondment.person.name, pick(secondment.host))}>
      <CaseColumns
        facts={
          <>
            <section className="report-part">
              <h2>{say.purpose}</h2>
              <p className="prose">{secondment.purpose}</p>
            </section>
            <Evaluations secondment={secondment} />
            <Ends secondment={secondment} />
          </>
        }
        side={
          <>
            <ActionsNow
              title={say.title}
              actions={secondment.actions}
              dialog={({ action, ...named }, onClose) => (
                <SecondmentActDialog action={action} named={named} secondment={secondment} onClose={onClose} />
              )}
            />
            <Who secondment={secondment} />
            <ClockBlock clocks={secondment.clocks} />
          </>
        }
        history={
          <section className="report-part">
            <h2>{say.page.history}</h2>
            <HistoryLines history={secondment.history} />
          </section>
        }
      />
    </Page>
  )
}

function Evaluations({ secondment: { evaluations, stage } }: SecondmentProps) {
  const { words, language } = useLanguage()
  const say = words.team.secondments.page
  if (evaluations.length === 0 && stage !== 'serving') return null
  return (
    <section className="report-part">
      <h2>{say.evaluations}</h2>
      {evaluations.length === 0 && <p className="faint">{say.noEvaluations}</p>}
      {evaluations.map(({ kind, on, by, grade, words: said }) => (
        <article key={kind} className="report-said">
          <h3>
            {secondmentTermOf('evaluationKind', kind)[language]} ·{' '}
            {secondmentTermOf('evaluationGrade', grade)[language]}{' '}
            <span className="faint">{say.by(by.name, fullDay(on, language))}</span>
          </h3>
          <p className="prose">{said}</p>
        </article>
      ))}
    </section>
  )
}

function Ends({ secondment: { ended, returned, declined } }: SecondmentProps) {
  const { words, pick, language } = useLanguage()
  const say = words.team.secondments.page
  return (
    <>
      {declined && (
        <section className="report-part">
          <h2>{say.declined}</h2>
          <p className="faint">{say.by(pick(declined.organ), fullDay(declined.on, language))}</p>
          <p className="prose">{declined.reason}</p>
        </section>
      )}
      {ended && (
        <section className="report-part">
          <h2>{say.ended}</h2>
          <p className="faint">
            {say.endedBy(pick(ended.organ), fullDay(ended.on, language), fullDay(ended.wasUntil, language))}
          </p>
          <p className="prose">{ended.reason}</p>
        </section>
      )}
      {returned && (
        <section className="report-part">
          <h2>{say.returned}</h2>
          <p className="faint">{say.by(returned.by.name, fullDay(returned.on, language))}</p>
          <p className="prose">{returned.report}</p>
        </section>
      )}
    </>
  )
}

/** What is kept from them is said while it is, or will be. */
const isToServe = (stage: SecondmentView['stage']): boolean => stage === 'proposed' || stage === 'serving'

function Who({ secondment }: SecondmentProps) {
  const { words, pick, language } = useLanguage()
  const say = words.team.secondments
  const { person, home, host, post, term, mentor, accountPost, stage } = secondment
  const isAgreed = mentor !== null
  const held =
    accountPost === null
      ? say.page.noPost
      : say.page.postRuns(
          fullDay(accountPost.from, language),
          accountPost.until === null ? null : fullDay(accountPost.until, language),
        )
  return (
    <section className="side-section">
      <h2>{say.page.who}</h2>
      <Pairs
        pairs={[
          [say.person, person.name] as const,
          [say.home, pick(home)] as const,
          [say.host, pick(host)] as const,
          [say.post, secondmentTermOf('secondedPost', post)[language]] as const,
          [say.termTitle, say.term(fullDay(term.from, language), fullDay(term.until, language))] as const,
          [say.page.middle, fullDay(term.middle, language)] as const,
          ...(mentor === null ? [] : [[say.mentor, mentor.name] as const]),
          ...(isAgreed ? [[say.page.accountPost, held] as const] : []),
        ]}
      />
      {isToServe(stage) && <p className="faint">{say.page.firewall(pick(home))}</p>}
    </section>
  )
}
