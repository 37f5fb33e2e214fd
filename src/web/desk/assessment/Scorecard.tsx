/** 考核情况: the shares of an organ or an area in a period, each with what it is made of. */
import { Dropdown } from 'antd'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { todayInBeijing } from '../../shared/days.ts'
import { Nothing } from '../layout/Nothing.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { useSession } from '../session/session-context.ts'
import { type Asked, type Indicator, type Scorecard, useIndicators, useScorecard } from './assessment.ts'
import { useAssessmentWords } from './assessment-words.ts'
import { CasesDrawer } from './Cases.tsx'
import { HowDrawer } from './How.tsx'
import { PeriodPicker, type Subject, SubjectPicker } from './Pickers.tsx'
import { lastMonth } from './periods.ts'
import { ScoreTable } from './ScoreTable.tsx'
import { Tabs } from './Tabs.tsx'
import './assessment.css'

export function ScorecardPage() {
  const { words } = useLanguage()
  const { say } = useAssessmentWords()
  const { organ: own } = useSession()
  const [search, setSearch] = useSearchParams()
  const period = search.get('period') ?? lastMonth(todayInBeijing())
  const area = search.get('area')
  const organ = search.get('organ') ?? own.id
  const asked: Asked = area === null ? { organ, period } : { area, period }
  const scorecard = useScorecard(asked)
  const indicators = useIndicators()
  const choose = (subject: Subject, when: string) =>
    setSearch({ ...subjectOf(subject), period: when }, { replace: true })
  const subject = area === null ? `organ:${organ}` : `area:${area}`
  return (
    <Page title={words.assessment.title} beside={<Tabs />}>
      <p className="soft assessment-says">{say.says}</p>
      <div className="assessment-tools">
        <SubjectPicker value={subject} onChange={(next) => choose(next, period)} />
        <PeriodPicker value={period} onChange={(next) => choose(subject, next)} />
        <Export asked={asked} />
      </div>
      {(scorecard.isPending || indicators.isPending) && <Skeleton lines={12} />}
      {scorecard.isError && <Trouble error={scorecard.error} onRetry={() => scorecard.refetch()} />}
      {indicators.isError && <Trouble error={indicators.error} onRetry={() => indicators.refetch()} />}
      {scorecard.data && indicators.data && (
        <Card scorecard={scorecard.data} indicators={indicators.data.items} asked={asked} />
      )}
    </Page>
  )
}

const subjectOf = (subject: Subject): Readonly<Record<string, string>> => {
  const at = subject.indexOf(':')
  return { [subject.slice(0, at)]: subject.slice(at + 1) }
}

function Export({ asked }: { readonly asked: Asked }) {
  const { say } = useAssessmentWords()
  const link = (format: string) => `/api/assessment/export?${new URLSearchParams({ ...asked, format })}`
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'xlsx', label: <a href={link('xlsx')}>Excel (.xlsx)</a> },
          { key: 'csv', label: <a href={link('csv')}>CSV</a> },
        ],
      }}
    >
      <button type="button" className="action assessment-export">
        {say.export}
      </button>
    </Dropdown>
  )
}

interface CardProps {
  readonly scorecard: Scorecard
  readonly indicators: readonly Indicator[]
  readonly asked: Asked
}

function Card({ scorecard, indicators, asked }: CardProps) {
  const { pick } = useLanguage()
  const { say, periodName } = useAssessmentWords()
  const [opened, open] = useState<string | null>(null)
  const [explained, explain] = useState<Indicator | null>(null)
  const { subject, period, isOver, waiting, letter, scores } = scorecard
  const find = (indicator: string) => indicators.find((each) => each.indicator === indicator)
  const openedOne = opened === null ? undefined : find(opened)
  return (
    <section aria-labelledby="scorecard">
      <header className="assessment-head">
        <h2 id="scorecard">
          {pick(subject.name)} · {periodName(period)}
        </h2>
        <p className="faint">
          {letter === null ? say.noLetter : <Link to={`/assessment/letters/${letter}`}>{say.ofLetter}</Link>}
          {!isOver && <span className="assessment-note">{say.running}</span>}
          {waiting > 0 && <span className="assessment-note">{say.waiting(waiting)}</span>}
        </p>
      </header>
      {scores.length === 0 ? (
        <Nothing title={say.noScores} />
      ) : (
        <ScoreTable scores={scores} find={find} onOpen={open} onExplain={explain} />
      )}
      {opened !== null && openedOne && (
        <CasesDrawer
          title={say.openCases(pick(openedOne.words))}
          asked={asked}
          indicator={opened}
          onClose={() => open(null)}
        />
      )}
      {explained && (
        <HowDrawer
          indicator={explained}
          score={scores.find(({ indicator }) => indicator === explained.indicator)}
          onClose={() => explain(null)}
        />
      )}
    </section>
  )
}
