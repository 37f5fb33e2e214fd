/** Special working groups of which somebody may know: those at work first, by the day that ends first. */
import { Segmented } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { fullDay } from '../../shared/days.ts'
import { type Column, Ledger } from '../layout/Ledger.tsx'
import { More } from '../layout/More.tsx'
import { Nothing } from '../layout/Nothing.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { DaysLeft, LastDay } from '../petition/words.tsx'
import { type GroupRowView, type GroupShelf, groupShelves, useGroups, useGroupWords } from './groups.ts'
import './conferences.css'

const asShelf = (text: string | null): GroupShelf => groupShelves.find((shelf) => shelf === text) ?? 'working'

export function Groups() {
  const say = useGroupWords()
  const [search, setSearch] = useSearchParams()
  const shelf = asShelf(search.get('shelf'))
  const list = useGroups(shelf)
  const columns = useColumns(shelf)
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? []
  const mayFound = list.data?.pages[0]?.mayFound ?? false
  return (
    <Page
      title={say.title}
      beside={
        <span className="conference-acts">
          <Link to="/conferences">{say.back}</Link>
          {mayFound && <Link to="/conferences/groups/found">{say.found}</Link>}
        </span>
      }
    >
      <p className="soft page-says">{say.says}</p>
      <div className="page-choice">
        <Segmented<GroupShelf>
          value={shelf}
          onChange={(next) => setSearch({ shelf: next }, { replace: true })}
          options={groupShelves.map((value) => ({ value, label: say.shelves[value] }))}
        />
      </div>
      {list.isPending && <Skeleton lines={6} />}
      {list.isError && <Trouble error={list.error} onRetry={() => list.refetch()} />}
      {list.data && rows.length === 0 && <Nothing title={say.none} says={say.noneSays} />}
      {rows.length > 0 && (
        <Ledger
          label={say.title}
          rows={rows}
          columns={columns}
          keyOf={({ group }) => group}
          hrefOf={({ group }) => `/conferences/groups/${group}`}
          linked="name"
          card={(row) => <GroupCard row={row} />}
        />
      )}
      {rows.length > 0 && (
        <More hasMore={list.hasNextPage} isLoading={list.isFetchingNextPage} onMore={() => list.fetchNextPage()} />
      )}
    </Page>
  )
}

const left = ({ daysLeft }: GroupRowView) => (daysLeft === null ? null : { daysLeft, isOverdue: daysLeft < 0 })

function useColumns(shelf: GroupShelf): readonly Column<GroupRowView>[] {
  const { pick, language } = useLanguage()
  const say = useGroupWords()
  const day = (row: GroupRowView) => {
    const due = left(row)
    return due && shelf === 'working' ? (
      <LastDay lastDay={row.until} {...due} />
    ) : (
      <span className="nowrap">{fullDay(row.until, language)}</span>
    )
  }
  return [
    { key: 'until', title: say.until, width: 'var(--due-width)', cell: day },
    { key: 'name', title: say.name, isWide: true, text: ({ name }) => name ?? '', cell: ({ name }) => name ?? '–' },
    {
      key: 'founder',
      title: say.founder,
      width: 260,
      text: ({ founder }) => pick(founder),
      cell: ({ founder }) => pick(founder),
    },
    { key: 'members', title: say.members, width: 120, cell: ({ members }) => say.membersCount(members) },
    { key: 'cases', title: say.cases, width: 140, cell: ({ cases }) => say.casesCount(cases) },
  ]
}

/** One group on a phone. */
function GroupCard({ row }: { readonly row: GroupRowView }) {
  const { pick, language } = useLanguage()
  const say = useGroupWords()
  const due = left(row)
  return (
    <div className="work-card">
      <div className="work-card-top">
        {due && <DaysLeft {...due} />}
        <span className="soft">{say.untilDay(fullDay(row.until, language))}</span>
      </div>
      <div className="work-card-title">{row.name}</div>
      <div className="work-card-foot faint">
        <span>{pick(row.founder)}</span>
        <span>{say.membersCount(row.members)}</span>
        <span>{say.casesCount(row.cases)}</span>
      </div>
    </div>
  )
}
