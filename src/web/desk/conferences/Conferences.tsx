/** A joint conference: what is late of what it decided first, what waits, when it meets, and who sits there. */
import { Button, Segmented, Select } from 'antd'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { conferenceTermOf } from '../../../wording/conference-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { type Column, Ledger } from '../layout/Ledger.tsx'
import { More } from '../layout/More.tsx'
import { Nothing } from '../layout/Nothing.tsx'
import { Page } from '../layout/page.tsx'
import { ShelfCount, Shelves } from '../layout/Shelves.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { DaysLeft, LastDay } from '../petition/words.tsx'
import {
  type ConferenceEntry,
  type ItemRowView,
  type MeetingRowView,
  type PeriodView,
  type Shelf,
  shelves,
  useConferences,
  useConferenceWords,
  useItems,
  useMeetings,
} from './conferences.ts'
import { PlanDialog } from './PlanDialog.tsx'
import './conferences.css'

export function Conferences() {
  const say = useConferenceWords()
  const [search] = useSearchParams()
  const read = useConferences()
  if (read.isPending) return <Skeleton lines={8} />
  if (read.isError) return <Trouble error={read.error} onRetry={() => read.refetch()} />
  const chosen = read.data.find(({ conference }) => conference.id === search.get('of')) ?? read.data[0]
  if (!chosen)
    return (
      <Page title={say.title} beside={<Link to="/conferences/groups">{say.groups}</Link>}>
        <Nothing title={say.nobody} says={say.nobodySays} />
      </Page>
    )
  return <Whole key={chosen.conference.id} entry={chosen} all={read.data} />
}

interface WholeProps {
  readonly entry: ConferenceEntry
  readonly all: readonly ConferenceEntry[]
}

function Whole({ entry, all }: WholeProps) {
  const { pick } = useLanguage()
  const say = useConferenceWords()
  const [search, setSearch] = useSearchParams()
  const [isPlanning, plan] = useState(false)
  const view = search.get('view') === 'meetings' ? 'meetings' : 'items'
  const { conference } = entry
  const go = (next: Record<string, string>) =>
    setSearch({ of: conference.id, ...(view === 'meetings' ? { view } : {}), ...next }, { replace: true })
  return (
    <Page
      title={say.title}
      beside={
        <span className="conference-acts">
          <Link to={`/conferences/bring?of=${conference.id}`}>{say.bring}</Link>
          {entry.isOffice && (
            <Button type="primary" onClick={() => plan(true)}>
              {say.plan}
            </Button>
          )}
        </span>
      }
    >
      <p className="soft page-says">{say.says}</p>
      <div className="page-choice">
        <Select
          aria-label={say.choose}
          className="conference-choose"
          value={conference.id}
          onChange={(of) => setSearch({ of }, { replace: true })}
          options={all.map((each) => ({ value: each.conference.id, label: pick(each.conference) }))}
        />
        <Segmented<'items' | 'meetings'>
          value={view}
          onChange={(next) => go({ view: next })}
          options={[
            { value: 'items', label: say.items },
            { value: 'meetings', label: say.meetings },
          ]}
        />
        <Link to={`/conferences/${conference.id}/members`}>{say.membersOf}</Link>
        <Link to="/conferences/groups">{say.groups}</Link>
      </div>
      <Periods periods={entry.periods} />
      {view === 'items' ? <Items conference={conference.id} go={go} /> : <Meetings conference={conference.id} />}
      {isPlanning && <PlanDialog entry={entry} onClose={() => plan(false)} />}
    </Page>
  )
}

/** 定期: what should be held regularly, and where it is late. */
export function Periods({ periods }: { readonly periods: readonly PeriodView[] }) {
  const { language, pick } = useLanguage()
  const say = useConferenceWords()
  if (periods.length === 0) return null
  return (
    <ul className="conference-periods">
      {periods.map(({ kind, everyMonths, lastOn, dueBy, isLate, basis }) => (
        <li key={kind} className={isLate ? 'is-late' : undefined} title={pick(basis)}>
          <span>{say.gap(conferenceTermOf('meetingKind', kind)[language], everyMonths)}</span>{' '}
          <span className="faint">
            {lastOn === null ? say.neverHeld : say.lastHeld(fullDay(lastOn, language))}
            {dueBy && ` · ${isLate ? say.overdue(fullDay(dueBy, language)) : say.dueBy(fullDay(dueBy, language))}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

interface ItemsProps {
  readonly conference: string
  readonly go: (next: Record<string, string>) => void
}

/** What lies there has a day by which something is to be done. */
const withDue: readonly Shelf[] = ['followed', 'toSign', 'circulated']

const asShelf = (text: string | null): Shelf => shelves.find((shelf) => shelf === text) ?? 'followed'

function Items({ conference, go }: ItemsProps) {
  const say = useConferenceWords()
  const [search] = useSearchParams()
  const shelf = asShelf(search.get('shelf'))
  const list = useItems({ conference, shelf })
  const columns = useItemColumns(shelf)
  const counts = list.data?.pages[0]?.counts ?? []
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? []
  const countOf = (each: Shelf) => {
    const { count, late } = counts.find((one) => one.shelf === each) ?? { count: 0, late: 0 }
    return (
      <>
        <ShelfCount of={count} />
        {late > 0 && <span className="conference-late">{say.late(late)}</span>}
      </>
    )
  }
  return (
    <>
      <div className="page-choice">
        <Shelves
          label={say.state}
          shelves={shelves}
          chosen={shelf}
          nameOf={(each) => say.shelves[each]}
          countOf={countOf}
          onChoose={(each) => go({ shelf: each })}
        />
      </div>
      {list.isPending && <Skeleton lines={6} />}
      {list.isError && <Trouble error={list.error} onRetry={() => list.refetch()} />}
      {list.data && rows.length === 0 && <Nothing title={say.none} says={say.noneSays} />}
      {rows.length > 0 && (
        <Ledger
          label={say.items}
          rows={rows}
          columns={columns}
          keyOf={({ item }) => item}
          hrefOf={({ item }) => `/conferences/items/${item}`}
          linked="name"
          card={(row) => <ItemCard row={row} />}
        />
      )}
      {rows.length > 0 && (
        <More hasMore={list.hasNextPage} isLoading={list.isFetchingNextPage} onMore={() => list.fetchNextPage()} />
      )}
    </>
  )
}

function useStateInWords() {
  const { language } = useLanguage()
  const say = useConferenceWords()
  return ({ stage, openTasks, isDeclined }: ItemRowView): string =>
    [
      conferenceTermOf('itemStage', stage)[language],
      ...(openTasks > 0 ? [say.tasks(openTasks)] : []),
      ...(isDeclined ? [say.declined] : []),
    ].join(language === 'zh' ? '，' : ', ')
}

function useItemColumns(shelf: Shelf): readonly Column<ItemRowView>[] {
  const { pick, language } = useLanguage()
  const say = useConferenceWords()
  const stateOf = useStateInWords()
  const day: Column<ItemRowView> = withDue.includes(shelf)
    ? {
        key: 'due',
        title: shelf === 'followed' ? say.due : say.roundUntil,
        width: 'var(--due-width)',
        cell: ({ nextDue }) => nextDue && <LastDay {...nextDue} />,
      }
    : {
        key: 'moved',
        title: say.moved,
        width: 140,
        cell: ({ movedOn }) => <span className="nowrap">{fullDay(movedOn, language)}</span>,
      }
  return [
    day,
    { key: 'name', title: say.name, isWide: true, text: ({ title }) => title ?? '', cell: ({ title }) => title ?? '–' },
    { key: 'kind', title: say.kind, width: 170, cell: ({ kind }) => conferenceTermOf('itemKind', kind)[language] },
    {
      key: 'bringer',
      title: say.bringer,
      width: 200,
      text: ({ bringer }) => pick(bringer),
      cell: ({ bringer }) => pick(bringer),
    },
    { key: 'state', title: say.state, width: 200, text: stateOf, cell: stateOf },
  ]
}

/** One item on a phone. */
function ItemCard({ row }: { readonly row: ItemRowView }) {
  const { pick, language } = useLanguage()
  const stateOf = useStateInWords()
  return (
    <div className="work-card">
      <div className="work-card-top">
        {row.nextDue && <DaysLeft {...row.nextDue} />}
        <span className="soft">{conferenceTermOf('itemKind', row.kind)[language]}</span>
      </div>
      <div className="work-card-title">{row.title}</div>
      <div className="work-card-foot faint">
        <span>{pick(row.bringer)}</span>
        <span>{stateOf(row)}</span>
      </div>
    </div>
  )
}

function Meetings({ conference }: { readonly conference: string }) {
  const { language } = useLanguage()
  const say = useConferenceWords()
  const list = useMeetings(conference)
  if (list.isPending) return <Skeleton lines={6} />
  if (list.isError) return <Trouble error={list.error} onRetry={() => list.refetch()} />
  if (list.data.length === 0) return <Nothing title={say.noMeetings} says={say.says} />
  const columns: readonly Column<MeetingRowView>[] = [
    {
      key: 'day',
      title: say.day,
      width: 140,
      cell: ({ day }) => <span className="nowrap">{fullDay(day, language)}</span>,
    },
    {
      key: 'title',
      title: say.meetingTitle,
      isWide: true,
      text: ({ title }) => title ?? '',
      cell: ({ title }) => title ?? '–',
    },
    { key: 'kind', title: say.kind, width: 210, cell: ({ kind }) => conferenceTermOf('meetingKind', kind)[language] },
    { key: 'place', title: say.place, width: 200, text: ({ place }) => place ?? '', cell: ({ place }) => place ?? '–' },
    {
      key: 'state',
      title: say.state,
      width: 170,
      cell: ({ stage }) => conferenceTermOf('meetingStage', stage)[language],
    },
  ]
  return (
    <Ledger
      label={say.meetings}
      rows={list.data}
      columns={columns}
      keyOf={({ meeting }) => meeting}
      hrefOf={({ meeting }) => `/conferences/meetings/${meeting}`}
      linked="title"
      card={(row) => (
        <div className="work-card">
          <div className="work-card-top">
            <span>{fullDay(row.day, language)}</span>
            <span className="soft">{conferenceTermOf('meetingStage', row.stage)[language]}</span>
          </div>
          <div className="work-card-title">{row.title}</div>
          <div className="work-card-foot faint">
            <span>{conferenceTermOf('meetingKind', row.kind)[language]}</span>
            <span>{row.place}</span>
          </div>
        </div>
      )}
    />
  )
}
