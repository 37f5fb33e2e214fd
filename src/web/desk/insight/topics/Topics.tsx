import { Segmented } from 'antd'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { addDays, type Day } from '../../../../kernel/day.ts'
import { fullDay, todayInBeijing } from '../../../shared/days.ts'
import { type Column, Ledger } from '../../layout/Ledger.tsx'
import { Nothing } from '../../layout/Nothing.tsx'
import { Skeleton } from '../../layout/Skeleton.tsx'
import { Trouble } from '../../layout/Trouble.tsx'
import { useLanguage } from '../../locales/language.tsx'
import { InsightPage } from '../InsightPage.tsx'
import { Spark } from './Bars.tsx'
import { type Period, periods, type TopicRowView, useTopics } from './topics.ts'
import './topics.css'

const asPeriod = (text: string | null): Period => periods.find((each) => each === text) ?? '90'

/** What many people write about, hottest first, of what is the reader's to see. */
export function Topics() {
  const { words, language } = useLanguage()
  const say = words.topics
  const [search, setSearch] = useSearchParams()
  const period = asPeriod(search.get('days'))
  const from = addDays(todayInBeijing() as Day, 1 - Number(period))
  const topics = useTopics(from)
  return (
    <InsightPage>
      <p className="soft page-says">{say.says}</p>
      <div className="page-choice">
        <Segmented<Period>
          aria-label={say.period}
          value={period}
          options={periods.map((value) => ({ value, label: say.periods[value] }))}
          onChange={(days) => setSearch({ days }, { replace: true })}
        />
      </div>
      {topics.isPending && <Skeleton lines={8} />}
      {topics.isError && <Trouble error={topics.error} onRetry={() => topics.refetch()} />}
      {topics.isSuccess && (
        <>
          <TopicLedger rows={topics.data.items} period={period} />
          <p className="faint">
            {topics.data.night === null ? say.never : say.gathered(fullDay(topics.data.night.day, language))}
          </p>
        </>
      )}
    </InsightPage>
  )
}

function TopicLedger({ rows, period }: { readonly rows: readonly TopicRowView[]; readonly period: Period }) {
  const { words } = useLanguage()
  const hottest = Math.max(1, ...rows.map(({ heat }) => heat))
  const columns = useTopicColumns(hottest)
  if (rows.length === 0) return <Nothing title={words.topics.none} says={words.topics.noneSays} />
  return (
    <Ledger
      label={words.topics.title}
      rows={rows}
      columns={columns}
      keyOf={({ topic }) => String(topic)}
      hrefOf={({ topic }) => `/insight/topics/${topic}?days=${period}`}
      linked="name"
      card={(row) => <TopicCard row={row} hottest={hottest} />}
    />
  )
}

function useTopicColumns(hottest: number): readonly Column<TopicRowView>[] {
  const { words, language } = useLanguage()
  return useMemo(() => {
    const say = words.topics
    const days = ({ from, to }: TopicRowView) => say.between(fullDay(from, language), fullDay(to, language))
    return [
      { key: 'heat', title: say.heat, width: 130, cell: (row) => <Heat of={row.heat} hottest={hottest} /> },
      { key: 'name', title: say.what, isWide: true, text: ({ name }) => name, cell: ({ name }) => name },
      { key: 'people', title: say.people, width: 70, align: 'end', cell: ({ people }) => people },
      { key: 'petitions', title: say.petitions, width: 70, align: 'end', cell: ({ petitions }) => petitions },
      { key: 'growth', title: say.growth, width: 310, cell: (row) => <Growth row={row} /> },
      { key: 'whom', title: say.whom, width: 150, cell: ({ whom }) => whom ?? '' },
      { key: 'days', title: say.days, width: 320, text: days, cell: days },
    ]
  }, [words, language, hottest])
}

function Heat({ of, hottest }: { readonly of: number; readonly hottest: number }) {
  return (
    <span className="topic-heat">
      <i style={{ width: Math.max(4, Math.round((60 * of) / hottest)) }} />
      {of}
    </span>
  )
}

function Growth({ row: { months, recent, before } }: { readonly row: TopicRowView }) {
  const { words } = useLanguage()
  return (
    <span>
      <Spark counts={months.map(({ petitions }) => petitions)} />{' '}
      <span className="faint nowrap">{words.topics.lately(recent, before)}</span>
    </span>
  )
}

/** One topic on a phone. */
function TopicCard({ row, hottest }: { readonly row: TopicRowView; readonly hottest: number }) {
  const { words } = useLanguage()
  return (
    <div className="work-card">
      <div className="work-card-top">
        <Heat of={row.heat} hottest={hottest} />
        <span className="soft">{words.topics.counts(row.people, row.petitions)}</span>
      </div>
      <div className="work-card-title">{row.name}</div>
      <div className="work-card-foot faint">
        <Growth row={row} />
      </div>
    </div>
  )
}
