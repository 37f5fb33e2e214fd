import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { warningTermOf } from '../../../wording/warning-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { type Column, Ledger } from '../layout/Ledger.tsx'
import { More } from '../layout/More.tsx'
import { Nothing } from '../layout/Nothing.tsx'
import { Page } from '../layout/page.tsx'
import { ShelfCount, Shelves } from '../layout/Shelves.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { LastDay } from '../petition/words.tsx'
import { expectedInWords } from './expected.ts'
import { useWarningDesk, useWarnings, type WarningList, type WarningRowView, warningLists } from './warnings.ts'
import './warnings.css'

const asList = (text: string | null): WarningList => warningLists.find((list) => list === text) ?? 'open'

/** What rises: the warnings that were sent to the organ, by whether they wait for it. */
export function Warnings() {
  const { words } = useLanguage()
  const [search, setSearch] = useSearchParams()
  const list = asList(search.get('list'))
  const { data: desk } = useWarningDesk(true)
  return (
    <Page title={words.rising.title}>
      <p className="soft page-says">{words.rising.says}</p>
      <div className="page-choice">
        <Shelves
          label={words.rising.state}
          shelves={warningLists}
          chosen={list}
          nameOf={(each) => words.rising.lists[each]}
          countOf={(each) => <ShelfCount of={each === 'done' ? 0 : (desk?.counts[each] ?? 0)} />}
          onChoose={(each) => setSearch({ list: each }, { replace: true })}
        />
      </div>
      <WarningLedger list={list} />
      {desk && <Night night={desk.night} />}
    </Page>
  )
}

type NightSeen = NonNullable<ReturnType<typeof useWarningDesk>['data']>['night']

/** Nothing in a list says something only when it was looked for. */
function Night({ night }: { readonly night: NightSeen }) {
  const { words, language } = useLanguage()
  const say = words.rising.night
  if (night === null) return <p className="faint">{say.never}</p>
  return (
    <p className="faint">
      {say.looked(fullDay(night.day, language), night.series, night.matters)}
      {night.knownWeeks < 12 ? ` ${say.tooShort}` : ''}
    </p>
  )
}

function WarningLedger({ list }: { readonly list: WarningList }) {
  const { words } = useLanguage()
  const warnings = useWarnings(list)
  const columns = useWarningColumns(list)
  if (warnings.isPending) return <Skeleton lines={8} />
  if (warnings.isError) return <Trouble error={warnings.error} onRetry={() => warnings.refetch()} />
  const rows = warnings.data.pages.flatMap(({ items }) => items)
  if (rows.length === 0) return <Nothing title={words.rising.none[list]} says={words.rising.noneSays} />
  return (
    <>
      <Ledger
        label={words.rising.title}
        rows={rows}
        columns={columns}
        keyOf={({ warning }) => warning}
        hrefOf={({ warning }) => `/warnings/${warning}`}
        linked="what"
        card={(row) => <WarningCard row={row} />}
      />
      <More
        hasMore={warnings.hasNextPage}
        isLoading={warnings.isFetchingNextPage}
        onMore={() => warnings.fetchNextPage()}
      />
    </>
  )
}

function useWarningColumns(list: WarningList): readonly Column<WarningRowView>[] {
  const { words, pick, language } = useLanguage()
  return useMemo(() => {
    const what = ({ place, category }: WarningRowView) => `${pick(place)} · ${pick(category)}`
    const days = ({ from, until }: WarningRowView) =>
      words.rising.between(fullDay(from, language), fullDay(until, language))
    const bureau = (row: WarningRowView) => pick(row.bureau)
    return [
      list === 'done'
        ? {
            key: 'on',
            title: words.rising.answered,
            width: 150,
            cell: ({ answeredOn }: WarningRowView) => (
              <span className="nowrap">{answeredOn && fullDay(answeredOn, language)}</span>
            ),
          }
        : {
            key: 'due',
            title: words.rising.due,
            width: 'var(--due-width)',
            cell: ({ lastDay, daysLeft }: WarningRowView) =>
              lastDay && <LastDay lastDay={lastDay} daysLeft={daysLeft ?? 0} isOverdue={(daysLeft ?? 0) < 0} />,
          },
      { key: 'what', title: words.rising.what, isWide: true, text: what, cell: what },
      {
        key: 'count',
        title: words.rising.count,
        width: 170,
        cell: ({ count, expected }) => <Rise count={count} expected={expected} />,
      },
      { key: 'days', title: words.rising.days, width: 250, text: days, cell: days },
      list === 'done'
        ? {
            key: 'outcome',
            title: words.rising.outcome,
            width: 170,
            cell: ({ outcome }: WarningRowView) => outcome && warningTermOf('warningOutcome', outcome)[language],
          }
        : { key: 'bureau', title: words.rising.bureau, width: 200, text: bureau, cell: bureau },
    ]
  }, [words, pick, language, list])
}

function Rise({ count, expected }: { readonly count: number; readonly expected: number }) {
  const { words } = useLanguage()
  return (
    <span>
      <strong>{count}</strong> <span className="faint">{words.rising.instead(expectedInWords(expected))}</span>
    </span>
  )
}

/** One warning on a phone. */
function WarningCard({ row }: { readonly row: WarningRowView }) {
  const { pick, language } = useLanguage()
  const { lastDay, daysLeft } = row
  return (
    <div className="work-card">
      <div className="work-card-top">
        <Rise count={row.count} expected={row.expected} />
        {lastDay && <LastDay lastDay={lastDay} daysLeft={daysLeft ?? 0} isOverdue={(daysLeft ?? 0) < 0} />}
        {row.outcome && <span className="soft">{warningTermOf('warningOutcome', row.outcome)[language]}</span>}
      </div>
      <div className="work-card-title">{`${pick(row.place)} · ${pick(row.category)}`}</div>
      <div className="work-card-foot faint">
        <span>{pick(row.bureau)}</span>
      </div>
    </div>
  )
}
