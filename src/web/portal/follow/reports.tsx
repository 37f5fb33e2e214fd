/** What the petitioner has said past the office: where it stands, who hears it, by which day, and the answers. */
import { useEffect, useState } from 'preact/hooks'
import type { z } from 'zod'
import type { OwnReportView, ownReports } from '../../../protection/contract.ts'
import { reportTermOf } from '../../../wording/report-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { TroubleBox } from '../form/trouble.tsx'
import { dayAndWeekday } from '../shell/days.ts'
import { useSpeech } from '../shell/language.tsx'
import { type Answer, call, type Opener } from '../wire/api.ts'
import { ClockList } from './clocks.tsx'
import { type FollowedProps, FollowPage } from './follow-page.tsx'

type OwnReports = z.output<(typeof ownReports)['response']>

/** Kept by nobody: whoever looks over this telephone later finds nothing. */
export function useOwnReports({ number, key }: Opener): Answer<OwnReports> | null {
  const [answer, show] = useState<Answer<OwnReports> | null>(null)
  useEffect(() => {
    call<OwnReports>('/api/follow/reports', { opens: { number, key } }).then(show)
  }, [number, key])
  return answer
}

export function Reports({ petition, opener }: FollowedProps) {
  const { words } = useSpeech()
  const { reports } = words
  const answer = useOwnReports(opener)
  return (
    <FollowPage petition={petition} title={reports.title} lead={reports.lead}>
      <p class="promise">{reports.secret}</p>
      <ul class="acts">
        <li>
          <a href="/follow/petition/report">{reports.make}</a>
        </li>
      </ul>
      {answer === null ? <p role="status">{words.actions.loading}</p> : null}
      {answer && !answer.ok ? <TroubleBox trouble={answer.trouble} /> : null}
      {answer?.ok ? <List items={answer.value.items} /> : null}
    </FollowPage>
  )
}

function List({ items }: { items: readonly OwnReportView[] }) {
  const { words } = useSpeech()
  if (items.length === 0) return <p>{words.reports.none}</p>
  return (
    <>
      {items.map((report) => (
        <OneReport key={report.report} report={report} />
      ))}
    </>
  )
}

function OneReport({ report }: { report: OwnReportView }) {
  const { words, language } = useSpeech()
  const { reports } = words
  const day = (on: string) => fullDay(on, language)
  return (
    <section class="panel" aria-labelledby={report.report}>
      <h2 id={report.report}>{reportTermOf('misconduct', report.about)[language]}</h2>
      <p class="where">{reportTermOf('reportStage', report.stage)[language]}</p>
      <dl class="facts">
        <div>
          <dt>{reports.hearer}</dt>
          <dd>{report.hearer[language]}</dd>
        </div>
        <div>
          <dt>{reports.concerns}</dt>
          <dd>{report.organ[language]}</dd>
        </div>
        <div>
          <dt>{reports.saidOn}</dt>
          <dd>{dayAndWeekday(report.reportedOn, language)}</dd>
        </div>
      </dl>
      <blockquote class="long">{report.text}</blockquote>
      {report.answers.map((answer) => (
        <div class="told" key={`${answer.on}${answer.answer}`}>
          <h3>{reports.answeredBy(answer.organ[language], day(answer.on))}</h3>
          <p>
            <strong>{reportTermOf('finding', answer.finding)[language]}</strong>
          </p>
          {answer.measures.length > 0 ? (
            <p>
              {reports.measures}
              {answer.measures
                .map((measure) => reportTermOf('measure', measure)[language])
                .join(language === 'zh' ? '、' : ', ')}
            </p>
          ) : null}
          <p class="long">{answer.answer}</p>
        </div>
      ))}
      {report.contests.map(({ on, reasons }) => (
        <div key={on}>
          <p class="hint">{reports.contestedOn(day(on))}</p>
          <blockquote class="long">{reasons}</blockquote>
        </div>
      ))}
      {report.stage === 'closed' ? null : <Contest report={report} />}
      <h3>{words.follow.sections.clocks}</h3>
      <ClockList clocks={report.clocks} />
      <details>
        <summary>{reports.looks}</summary>
        <ol class="looks">
          {report.looks.map(({ on, organ }) => (
            <li key={on + organ.id}>
              <strong>{organ[language]}</strong>
              <span>{dayAndWeekday(on, language)}</span>
            </li>
          ))}
        </ol>
        {report.looks.length === 0 ? <p>{reports.noLooks}</p> : null}
      </details>
    </section>
  )
}

function Contest({ report: { report, contest } }: { report: OwnReportView }) {
  const { words, language } = useSpeech()
  if (contest) return <p class="hint">{contest[language]}</p>
  return (
    <ul class="acts">
      <li>
        <a href={`/follow/petition/contest/${report}`}>{words.reports.contest.title}</a>
      </li>
    </ul>
  )
}
