import { Segmented } from 'antd'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { reportTermOf } from '../../../wording/report-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { type Column, Ledger } from '../layout/Ledger.tsx'
import { More } from '../layout/More.tsx'
import { Nothing } from '../layout/Nothing.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { DaysLeft, LastDay, shownNumber } from '../petition/words.tsx'
import { type ReportRow, useReports, type Which } from './reports.ts'
import './reports.css'

/** What petitioners have said past the organs that handle their petitions: by clock, the broken duties first. */
export function Reports() {
  const { words } = useLanguage()
  const [search, setSearch] = useSearchParams()
  const which: Which = search.get('which') === 'answered' ? 'answered' : 'open'
  return (
    <Page
      title={words.report.title}
      beside={
        <Segmented<Which>
          value={which}
          onChange={(next) => setSearch({ which: next }, { replace: true })}
          options={[
            { value: 'open', label: words.report.open },
            { value: 'answered', label: words.report.answered },
          ]}
        />
      }
    >
      <p className="soft report-says">{words.report.says}</p>
      <ReportLedger which={which} />
    </Page>
  )
}

function ReportLedger({ which }: { readonly which: Which }) {
  const { words } = useLanguage()
  const list = useReports(which)
  const columns = useReportColumns()
  if (list.isPending) return <Skeleton lines={8} />
  if (list.isError) return <Trouble error={list.error} onRetry={() => list.refetch()} />
  const rows = list.data.pages.flatMap(({ items }) => items)
  if (rows.length === 0) return <Nothing title={words.report.none[which]} says={words.report.noneSays} />
  return (
    <>
      <Ledger
        label={words.report.title}
        rows={rows}
        columns={columns}
        keyOf={({ report }) => report}
        hrefOf={({ report }) => `/reports/${report}`}
        linked="about"
        card={(row) => <ReportCard row={row} />}
      />
      <More hasMore={list.hasNextPage} isLoading={list.isFetchingNextPage} onMore={() => list.fetchNextPage()} />
    </>
  )
}

function useReportColumns(): readonly Column<ReportRow>[] {
  const { words, term, pick, language } = useLanguage()
  return useMemo(
    () => [
      {
        key: 'due',
        title: words.column.due,
        width: 'var(--due-width)',
        cell: ({ nextDuty }) => (nextDuty ? <LastDay {...nextDuty} /> : <span className="faint">–</span>),
      },
      {
        key: 'duty',
        title: words.column.duty,
        width: 190,
        text: ({ nextDuty }) => (nextDuty ? term('clockRule', nextDuty.rule) : ''),
        cell: ({ nextDuty }) => nextDuty && term('clockRule', nextDuty.rule),
      },
      {
        key: 'about',
        title: words.report.about,
        isWide: true,
        cell: ({ about }) => reportTermOf('misconduct', about)[language],
      },
      {
        key: 'organ',
        title: words.report.organ,
        width: 190,
        text: ({ organ }) => pick(organ),
        cell: ({ organ }) => pick(organ),
      },
      {
        key: 'petition',
        title: words.report.petition,
        width: 174,
        cell: ({ petition }) => <span className="nowrap soft">{shownNumber(petition)}</span>,
      },
      {
        key: 'reportedOn',
        title: words.report.reportedOn,
        width: 130,
        cell: ({ reportedOn }) => <span className="nowrap">{fullDay(reportedOn, language)}</span>,
      },
      {
        key: 'stage',
        title: words.column.stage,
        width: 150,
        cell: ({ stage }) => reportTermOf('reportStage', stage)[language],
      },
    ],
    [words, term, pick, language],
  )
}

/** One report on a phone. */
function ReportCard({ row }: { readonly row: ReportRow }) {
  const { pick, term, language } = useLanguage()
  const { nextDuty } = row
  return (
    <div className="work-card">
      <div className="work-card-top">
        {nextDuty && <DaysLeft {...nextDuty} />}
        {nextDuty && <span className="soft">{term('clockRule', nextDuty.rule)}</span>}
      </div>
      <div className="work-card-title">{reportTermOf('misconduct', row.about)[language]}</div>
      <div className="work-card-foot faint">
        <span>{shownNumber(row.petition)}</span>
        <span>{pick(row.organ)}</span>
        <span>{reportTermOf('reportStage', row.stage)[language]}</span>
      </div>
    </div>
  )
}
