import { Button, Segmented } from 'antd'
import { useMemo } from 'react'
import { Link, useSearchParams } from 'react-router'
import { visitTermOf } from '../../../wording/visit-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { type Column, Ledger } from '../layout/Ledger.tsx'
import { More } from '../layout/More.tsx'
import { Nothing } from '../layout/Nothing.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { useSession } from '../session/session-context.ts'
import { Frequency } from './Frequency.tsx'
import { type Shelf, shelves, useVisits, type VisitRow, type Whose } from './visits.ts'
import './visits.css'

const asShelf = (text: string | null): Shelf => shelves.find((shelf) => shelf === text) ?? 'ahead'

/** Visits by their day, and how often each leader went. */
export function Visits() {
  const { words } = useLanguage()
  const { has } = useSession()
  const [search, setSearch] = useSearchParams()
  const shelf = asShelf(search.get('shelf'))
  const whose: Whose = search.get('whose') === 'mine' ? 'mine' : 'ours'
  const go = (next: { shelf?: Shelf; whose?: Whose }) =>
    setSearch({ shelf: next.shelf ?? shelf, whose: next.whose ?? whose }, { replace: true })
  const list = useVisits(shelf, whose)
  const plans = list.data?.pages[0]?.refusal === null
  return (
    <Page
      title={words.visit.title}
      beside={
        plans && (
          <Link to="/visits/new">
            <Button type="primary">{words.visit.plan}</Button>
          </Link>
        )
      }
    >
      <p className="soft page-says">{words.visit.says}</p>
      <div className="page-choice">
        <Segmented<Shelf>
          value={shelf}
          onChange={(next) => go({ shelf: next })}
          options={shelves.map((value) => ({ value, label: words.visit.shelves[value] }))}
        />
        {has('leader') && (
          <Segmented<Whose>
            value={whose}
            onChange={(next) => go({ whose: next })}
            options={(['ours', 'mine'] as const).map((value) => ({ value, label: words.visit.whose[value] }))}
          />
        )}
      </div>
      {list.isPending && <Skeleton lines={6} />}
      {list.isError && <Trouble error={list.error} onRetry={() => list.refetch()} />}
      {list.isSuccess && (
        <>
          <VisitLedger rows={list.data.pages.flatMap(({ items }) => items)} shelf={shelf} />
          <More hasMore={list.hasNextPage} isLoading={list.isFetchingNextPage} onMore={() => list.fetchNextPage()} />
        </>
      )}
      <Frequency />
    </Page>
  )
}

function VisitLedger({ rows, shelf }: { readonly rows: readonly VisitRow[]; readonly shelf: Shelf }) {
  const { words } = useLanguage()
  const columns = useVisitColumns()
  if (rows.length === 0) return <Nothing title={words.visit.none[shelf]} says={words.visit.noneSays} />
  return (
    <Ledger
      label={words.visit.title}
      rows={rows}
      columns={columns}
      keyOf={({ visit }) => visit}
      hrefOf={({ visit }) => `/visits/${visit}`}
      linked="destination"
      card={(row) => <VisitCard row={row} />}
    />
  )
}

function useVisitColumns(): readonly Column<VisitRow>[] {
  const { words, pick, language } = useLanguage()
  return useMemo(
    () => [
      {
        key: 'day',
        title: words.visit.day,
        width: 150,
        cell: ({ day }) => <span className="nowrap">{fullDay(day, language)}</span>,
      },
      {
        key: 'destination',
        title: words.visit.destination,
        isWide: true,
        text: ({ destination }) => destination ?? '–',
        cell: ({ destination }) => destination ?? '–',
      },
      {
        key: 'leaders',
        title: words.visit.leaders,
        width: 180,
        cell: ({ leaders }) => leaders.join(words.law.comma),
      },
      { key: 'cases', title: words.visit.cases, width: 110, cell: ({ cases }) => words.visit.caseCount(cases) },
      { key: 'organ', title: words.visit.organ, width: 200, cell: ({ organ }) => pick(organ) },
      {
        key: 'state',
        title: words.visit.state,
        width: 210,
        cell: ({ stage, isLate }) =>
          isLate ? <span className="visit-late">{words.visit.late}</span> : visitTermOf('visitStage', stage)[language],
      },
    ],
    [words, pick, language],
  )
}

/** One visit on a phone. */
function VisitCard({ row }: { readonly row: VisitRow }) {
  const { words, language } = useLanguage()
  const { day, stage, destination, leaders, cases, isLate } = row
  return (
    <div className="work-card">
      <div className="work-card-top">
        <span className="nowrap">{fullDay(day, language)}</span>
        <span className={isLate ? 'visit-late' : 'soft'}>
          {isLate ? words.visit.late : visitTermOf('visitStage', stage)[language]}
        </span>
      </div>
      <div className="work-card-title">{destination ?? '–'}</div>
      <div className="work-card-foot faint">
        <span>{leaders.join(words.law.comma)}</span>
        <span>{words.visit.caseCount(cases)}</span>
      </div>
    </div>
  )
}
