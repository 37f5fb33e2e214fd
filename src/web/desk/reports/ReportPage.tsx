import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { MatterView, ReportActionView } from '../../../protection/contract.ts'
import { reportTermOf } from '../../../wording/report-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { CaseColumns } from '../layout/CaseColumns.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { Clock } from '../petition/clocks.tsx'
import { Pairs } from '../petition/facts.tsx'
import { StageMark, shownNumber } from '../petition/words.tsx'
import { ReportActDialog } from './ReportActDialog.tsx'
import { type ReportView, useReport } from './reports.ts'
import '../petition/petition.css'
import './reports.css'

/** One report: what was said, what was answered, by which day, what can be done, and what happened in the petition. */
export function ReportPage() {
  const { report = '' } = useParams()
  const read = useReport(report)
  if (read.isPending) return <Skeleton lines={10} />
  if (read.isError) return <Trouble error={read.error} onRetry={() => read.refetch()} />
  return <Whole key={report} report={read.data} />
}

function Whole({ report }: { readonly report: ReportView }) {
  const { words, pick, language } = useLanguage()
  return (
    <Page title={reportTermOf('misconduct', report.about)[language]}>
      <p className="report-secret">{words.report.secret}</p>
      <CaseColumns
        facts={<Said report={report} />}
        side={
          <>
            <Actions report={report} />
            <section className="side-section">
              <h2>{words.petition.clocks}</h2>
              {report.clocks.map((clock) => (
                <Clock key={clock.id} clock={clock} people={[]} />
              ))}
            </section>
            <section className="side-section">
              <h2>{words.report.heard}</h2>
              <ol className="report-heard">
                {report.heard.map(({ organ, from }) => (
                  <li key={organ.id + from}>
                    {pick(organ)} <span className="faint nowrap">{fullDay(from, language)}</span>
                  </li>
                ))}
              </ol>
            </section>
          </>
        }
        history={
          <>
            <Answers report={report} />
            <Matter matter={report.matter} />
          </>
        }
      />
    </Page>
  )
}

function Said({ report }: { readonly report: ReportView }) {
  const { words, pick, language } = useLanguage()
  return (
    <section className="report-part">
      <Pairs
        pairs={[
          [words.report.organ, pick(report.organ)],
          [words.report.reportedOn, fullDay(report.reportedOn, language)],
          [words.report.stage, reportTermOf('reportStage', report.stage)[language]],
        ]}
      />
      <p className="prose">{report.text}</p>
      {report.notes.map(({ on, from, note }) => (
        <div key={on + note} className="report-said">
          <h3>{words.report.noteFrom(pick(from), fullDay(on, language))}</h3>
          <p className="prose">{note}</p>
        </div>
      ))}
    </section>
  )
}

/** Answers, and what the petitioner said to each: that it does not help. */
function Answers({ report }: { readonly report: ReportView }) {
  const { words, pick, language } = useLanguage()
  if (report.answers.length === 0) return null
  return (
    <section className="report-part">
      <h2>{words.report.answers}</h2>
      {report.answers.map(({ on, organ, finding, measures, answer }, at) => (
        <div key={on + answer} className="report-said">
          <h3>{words.report.answeredBy(pick(organ), fullDay(on, language))}</h3>
          <p>
            <strong>{reportTermOf('finding', finding)[language]}</strong>
            {measures.map((measure) => (
              <span key={measure} className="mark report-measure">
                {reportTermOf('measure', measure)[language]}
              </span>
            ))}
          </p>
          <p className="prose">{answer}</p>
          {report.contests[at] && (
            <blockquote>
              <span className="faint">{words.report.contestedOn(fullDay(report.contests[at].on, language))}</span>
              <p className="prose">{report.contests[at].reasons}</p>
            </blockquote>
          )}
        </div>
      ))}
    </section>
  )
}

/** What happened in the petition, and no word of what was written. */
function Matter({ matter }: { readonly matter: MatterView }) {
  const { words, pick, term, language } = useLanguage()
  return (
    <section className="report-part">
      <h2>{words.report.matter}</h2>
      <Pairs
        pairs={[
          [
            words.column.number,
            matter.isOpenToYou ? (
              <Link key="number" to={`/petitions/${matter.number}`}>
                {shownNumber(matter.number)}
              </Link>
            ) : (
              shownNumber(matter.number)
            ),
          ],
          [words.column.stage, <StageMark key="stage" stage={matter.stage} />],
          [words.report.class, term('class', matter.class)],
          [words.column.holder, pick(matter.holder)],
          [words.report.organs, matter.organs.map(pick).join(language === 'zh' ? '、' : ', ')],
        ]}
      />
      {!matter.isOpenToYou && <p className="faint">{words.report.matterSays}</p>}
      <ol className="report-history">
        {matter.history.map(({ type, on, organ }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: facts are only ever added behind the last
          <li key={at}>
            <time className="nowrap faint">{fullDay(on, language)}</time>
            <span>{term('factType', type)}</span>
            <span className="faint">{organ && pick(organ)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What the clocks wait for. */
const isDue = ({ action, allowed }: ReportActionView): boolean =>
  allowed && (action === 'receive' || action === 'answer')

function Actions({ report }: { readonly report: ReportView }) {
  const { words, pick } = useLanguage()
  const [chosen, choose] = useState<ReportActionView | null>(null)
  return (
    <section className="side-section">
      <h2>{words.action.now}</h2>
      <ul className="report-actions">
        {report.actions.map((action) => (
          <li key={action.action} className={isDue(action) ? 'actions-due' : undefined}>
            <button type="button" className="action" disabled={!action.allowed} onClick={() => choose(action)}>
              {pick(action)}
            </button>
            {action.refusal && <p className="action-not-yet">{pick(action.refusal)}</p>}
          </li>
        ))}
      </ul>
      {chosen && <ReportActDialog key={chosen.action} action={chosen} report={report} onClose={() => choose(null)} />}
    </section>
  )
}
