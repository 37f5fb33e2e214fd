/** The mediations of a centre, a committee or an organ. What must be done now stands first; then a shelf each, by how far they have come. */
import { Button, Segmented } from 'antd'
import { useMemo } from 'react'
import { Link, useSearchParams } from 'react-router'
import { fullDay, todayInBeijing } from '../../shared/days.ts'
import { type Column, Ledger } from '../layout/Ledger.tsx'
import { More } from '../layout/More.tsx'
import { Nothing } from '../layout/Nothing.tsx'
import { Page } from '../layout/page.tsx'
import { ShelfCount, Shelves } from '../layout/Shelves.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { DaysLeft, shownNumber } from '../petition/words.tsx'
import { useSession } from '../session/session-context.ts'
import {
  countOn,
  lateOn,
  type MediationRowView,
  type Part,
  type Shelf,
  shelves,
  useMediationCounts,
  useMediations,
  useWaiting,
} from './mediations.ts'
import { wordOf } from './words.ts'
import './mediations.css'

type Choice = Shelf | 'now'
const parts = ['holder', 'party', 'opener', 'handler'] as const satisfies readonly Part[]

export function Mediations() {
  const { words } = useLanguage()
  const { has } = useSession()
  const [search, setSearch] = useSearchParams()
  const { data: counted, error, refetch } = useMediationCounts(true)
  const part = parts.find((each) => each === search.get('part')) ?? 'holder'
  const asked = search.get('shelf')
  const choices: readonly Choice[] = part === 'holder' ? ['now', ...shelves] : shelves
  const shelf: Choice = choices.find((each) => each === asked) ?? (part === 'holder' ? 'now' : 'asking')
  const say = words.mediation
  const held = parts.filter((each) => each === 'holder' || shelves.some((one) => countOn(counted, each, one) > 0))
  const go = (next: { part?: Part; shelf?: Choice }) =>
    setSearch({ part, ...(next.part ? {} : { shelf }), ...next }, { replace: true })
  const writes = has('clerk') || has('head') || has('leader')
  return (
    <Page
      title={say.title}
      beside={
        writes && (
          <Link to="/mediations/new">
            <Button type="primary">{say.open}</Button>
          </Link>
        )
      }
    >
      <p className="soft page-says">{say.says}</p>
      <div className="page-choice">
        {held.length > 1 && (
          <Segmented<Part>
            value={part}
            onChange={(next) => go({ part: next })}
            options={held.map((value) => ({ value, label: say.parts[value] }))}
          />
        )}
        <Shelves
          label={words.proposal.state}
          shelves={choices}
          chosen={shelf}
          nameOf={(each) => say.shelves[each]}
          countOf={(each) =>
            each !== 'now' &&
            each !== 'done' && (
              <ShelfCount of={countOn(counted, part, each)} isBroken={lateOn(counted, part, each) > 0} />
            )
          }
          onChoose={(each) => go({ shelf: each })}
        />
      </div>
      {shelf !== 'now' && <ShelfLedger part={part} shelf={shelf} />}
      {shelf === 'now' && error && <Trouble error={error} onRetry={() => refetch()} />}
      {shelf === 'now' && !error && <Now />}
    </Page>
  )
}

/** What waits on every shelf, under what is to be done about it. */
function Now() {
  const { words, language } = useLanguage()
  const { data: counted } = useMediationCounts(true)
  const { rows, isPending, error } = useWaiting(counted)
  const columns = useColumns(true)
  const say = words.mediation
  if (error) return <Trouble error={error} onRetry={() => undefined} />
  if (!counted || isPending) return <Skeleton lines={8} />
  if (rows.length === 0) return <Nothing title={say.nothingNow} says={say.nothingNowSays} />
  const today = todayInBeijing()
  const isToday = ({ shelf, day }: MediationRowView) => shelf === 'session' && day === today
  return (
    <Ledger
      label={say.shelves.now}
      rows={[...rows.filter(isToday), ...rows.filter((row) => !isToday(row))]}
      columns={columns}
      keyOf={({ mediation }) => mediation}
      hrefOf={({ mediation }) => `/mediations/${mediation}`}
      linked="what"
      card={(row) => <Card row={row} />}
      groupOf={(row) =>
        isToday(row)
          ? { key: 'today', title: say.todo.today(fullDay(today, language)) }
          : { key: row.shelf, title: say.todo.of[row.shelf] }
      }
    />
  )
}

function ShelfLedger({ part, shelf }: { readonly part: Part; readonly shelf: Shelf }) {
  const { words } = useLanguage()
  const list = useMediations(part, shelf)
  const columns = useColumns(part === 'holder')
  if (list.isPending) return <Skeleton lines={8} />
  if (list.isError) return <Trouble error={list.error} onRetry={() => list.refetch()} />
  const rows = list.data.pages.flatMap(({ items }) => items)
  if (rows.length === 0) return <Nothing title={words.mediation.none} says={words.mediation.noneSays} />
  return (
    <>
      <Ledger
        label={words.mediation.shelves[shelf]}
        rows={rows}
        columns={columns}
        keyOf={({ mediation }) => mediation}
        hrefOf={({ mediation }) => `/mediations/${mediation}`}
        linked="what"
        card={(row) => <Card row={row} />}
      />
      <More hasMore={list.hasNextPage} isLoading={list.isFetchingNextPage} onMore={() => list.fetchNextPage()} />
    </>
  )
}

/** What it is about, or which kind it is for whoever only sees that it goes on. */
const useWhat = () => {
  const { language } = useLanguage()
  return ({ what, kind }: MediationRowView): string => what ?? wordOf('kind', kind)[language]
}

function useColumns(isHeld: boolean): readonly Column<MediationRowView>[] {
  const { words, pick, language } = useLanguage()
  const whatOf = useWhat()
  return useMemo(() => {
    const say = words.mediation
    return [
      {
        key: 'day',
        title: say.column.day,
        width: 'calc(var(--due-width) + 20px)',
        cell: ({ day, shelf, nextDuty }) => (
          <>
            <span className="nowrap">{fullDay(day, language)}</span> <span className="faint">{say.dayOf[shelf]}</span>
            {nextDuty && (
              <>
                <br />
                {nextDuty.lastDay === day ? (
                  <DaysLeft {...nextDuty} />
                ) : (
                  <span className="faint">
                    {say.dutyUntil(fullDay(nextDuty.lastDay, language))} <DaysLeft {...nextDuty} />
                  </span>
                )}
              </>
            )}
          </>
        ),
      },
      { key: 'what', title: say.column.what, isWide: true, text: whatOf, cell: whatOf },
      {
        key: 'kind',
        title: say.column.kind,
        width: 110,
        cell: ({ kind }) => wordOf('kind', kind)[language],
      },
      {
        key: 'consents',
        title: say.column.consents,
        width: 110,
        cell: ({ consents, parties }) => say.consentsOf(consents, parties),
      },
      {
        key: 'subject',
        title: say.column.subject,
        width: 200,
        cell: ({ petition, subject }) => (petition ? shownNumber(petition) : say.subjects[subject]),
      },
      isHeld
        ? {
            key: 'stage',
            title: words.proposal.state,
            width: 120,
            cell: ({ stage }: MediationRowView) => wordOf('stage', stage)[language],
          }
        : {
            key: 'organ',
            title: say.column.organ,
            width: 200,
            cell: ({ organ }: MediationRowView) => pick(organ),
          },
    ]
  }, [words, pick, language, whatOf, isHeld])
}

/** One mediation on a phone. */
function Card({ row }: { readonly row: MediationRowView }) {
  const { words, pick, language } = useLanguage()
  const whatOf = useWhat()
  const say = words.mediation
  return (
    <div className="work-card">
      <div className="work-card-top">
        <span>
          {fullDay(row.day, language)} <span className="faint">{say.dayOf[row.shelf]}</span>
        </span>
        {row.nextDuty?.lastDay === row.day && <DaysLeft {...row.nextDuty} />}
      </div>
      <div className="work-card-title">{whatOf(row)}</div>
      <div className="work-card-foot faint">
        {row.nextDuty && row.nextDuty.lastDay !== row.day && (
          <span>
            {say.dutyUntil(fullDay(row.nextDuty.lastDay, language))} <DaysLeft {...row.nextDuty} />
          </span>
        )}
        <span>{wordOf('stage', row.stage)[language]}</span>
        <span>{say.consentsOf(row.consents, row.parties)}</span>
        <span>{pick(row.organ)}</span>
      </div>
    </div>
  )
}
