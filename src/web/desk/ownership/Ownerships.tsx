import { Segmented } from 'antd'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { fullDay } from '../../shared/days.ts'
import { type Column, Ledger } from '../layout/Ledger.tsx'
import { More } from '../layout/More.tsx'
import { Nothing } from '../layout/Nothing.tsx'
import { Page } from '../layout/page.tsx'
import { ShelfCount, Shelves } from '../layout/Shelves.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { DaysLeft, LastDay, shownNumber } from '../petition/words.tsx'
import { useSession } from '../session/session-context.ts'
import { Loads } from './Loads.tsx'
import {
  countOn,
  type OwnershipRow,
  type Shelf,
  shelves,
  useOwnershipCounts,
  useOwnerships,
  type Whose,
} from './ownership.ts'
import { useOwnershipWords } from './words.ts'
import './ownership.css'

type View = Whose | 'owners'
const views: readonly View[] = ['mine', 'organ', 'owners']

/** Owned cases: a leader’s own, what the organ has a part in, and what each owner has. */
export function Ownerships() {
  const { say } = useOwnershipWords()
  const { has } = useSession()
  const leads = has('leader') || has('head')
  const [search, setSearch] = useSearchParams()
  const { data: counts } = useOwnershipCounts(true)
  const usual: View = leads && countOn(counts, 'mine', 'open') > 0 ? 'mine' : 'organ'
  const view = views.find((each) => each === search.get('view')) ?? usual
  const shelf = shelves.find((each) => each === search.get('shelf')) ?? 'open'
  const owner = search.get('owner')
  const go = (next: { readonly view?: View; readonly shelf?: Shelf }) =>
    setSearch({ view: next.view ?? view, shelf: next.shelf ?? shelf }, { replace: true })
  return (
    <Page title={say.title}>
      <p className="soft page-says">{say.says}</p>
      <div className="page-choice">
        <Segmented<View>
          value={view}
          onChange={(next) => go({ view: next, shelf: 'open' })}
          options={views
            .filter((each) => each !== 'mine' || leads)
            .map((value) => ({ value, label: say.whose[value] }))}
        />
        {view !== 'owners' && (
          <Shelves
            label={say.state}
            shelves={view === 'mine' ? ['open', 'over'] : shelves}
            chosen={shelf}
            nameOf={(each) => say.shelves[each]}
            countOf={(each) => <ShelfCount of={countOn(counts, view, each)} />}
            onChoose={(each) => go({ shelf: each })}
          />
        )}
      </div>
      {view === 'owners' ? <Loads /> : <OwnershipLedger whose={view} shelf={shelf} owner={owner} />}
    </Page>
  )
}

interface OwnershipLedgerProps {
  readonly whose: Whose
  readonly shelf: Shelf
  readonly owner: string | null
}

function OwnershipLedger({ whose, shelf, owner }: OwnershipLedgerProps) {
  const { say } = useOwnershipWords()
  const list = useOwnerships(whose, shelf, owner)
  const columns = useOwnershipColumns(shelf)
  if (list.isPending) return <Skeleton lines={8} />
  if (list.isError) return <Trouble error={list.error} onRetry={() => list.refetch()} />
  const rows = list.data.pages.flatMap(({ items }) => items)
  if (rows.length === 0) return <Nothing title={say.none[shelf]} says={say.noneSays} />
  return (
    <>
      <Ledger
        label={say.title}
        rows={rows}
        columns={columns}
        keyOf={({ petition }) => petition}
        hrefOf={({ petition }) => `/ownerships/${petition}`}
        linked="case"
        card={(row) => <OwnershipCard row={row} />}
      />
      <More hasMore={list.hasNextPage} isLoading={list.isFetchingNextPage} onMore={() => list.fetchNextPage()} />
    </>
  )
}

/** How far it has come, in a few words. */
function useStateInWords() {
  const { words } = useLanguage()
  const { say, said } = useOwnershipWords()
  return (row: OwnershipRow): string =>
    [
      said('ownershipStage', row.stage),
      ...(row.hasResult && row.shelf === 'open' ? [say.hasResult] : []),
      ...(row.asksForAnother ? [say.asksForAnother] : []),
      ...(row.relapses > 0 ? [say.relapses(row.relapses)] : []),
    ].join(words.law.comma)
}

function useOwnerInWords() {
  const { pick } = useLanguage()
  const { say } = useOwnershipWords()
  return ({ owner, shelf }: OwnershipRow): string => {
    if (owner) return `${owner.name} ${pick(owner.organ)}`
    return shelf === 'open' ? say.nobody : '–'
  }
}

function useOwnershipColumns(shelf: Shelf): readonly Column<OwnershipRow>[] {
  const { words, pick, language } = useLanguage()
  const { say, said } = useOwnershipWords()
  const stateOf = useStateInWords()
  const ownerOf = useOwnerInWords()
  return useMemo(() => {
    const why = ({ grounds }: OwnershipRow) =>
      grounds.map((ground) => said('ownershipGround', ground)).join(words.law.comma)
    return [
      shelf === 'over'
        ? {
            key: 'moved',
            title: say.moved,
            width: 130,
            cell: ({ movedOn }: OwnershipRow) => <span className="nowrap">{fullDay(movedOn, language)}</span>,
          }
        : {
            key: 'due',
            title: shelf === 'open' ? say.due : say.decideBy,
            width: 'var(--due-width)',
            cell: ({ nextDuty }: OwnershipRow) => nextDuty && <LastDay {...nextDuty} />,
          },
      {
        key: 'case',
        title: say.case,
        width: 190,
        cell: ({ petition }) => <span className="petition-number">{shownNumber(petition)}</span>,
      },
      { key: 'why', title: say.grounds, isWide: true, text: why, cell: why },
      { key: 'owner', title: say.owner, width: 220, text: ownerOf, cell: ownerOf },
      {
        key: 'handler',
        title: say.handler,
        width: 180,
        text: ({ handler }) => (handler ? pick(handler) : '–'),
        cell: ({ handler }) => (handler ? pick(handler) : '–'),
      },
      { key: 'state', title: say.state, width: 200, text: stateOf, cell: stateOf },
    ]
  }, [say, said, words, pick, language, shelf, stateOf, ownerOf])
}

/** One case on a phone. */
function OwnershipCard({ row }: { readonly row: OwnershipRow }) {
  const { words } = useLanguage()
  const { said } = useOwnershipWords()
  const stateOf = useStateInWords()
  const ownerOf = useOwnerInWords()
  return (
    <div className="work-card">
      <div className="work-card-top">
        {row.nextDuty && <DaysLeft {...row.nextDuty} />}
        <span className="petition-number">{shownNumber(row.petition)}</span>
      </div>
      <div className="work-card-title">
        {row.grounds.map((ground) => said('ownershipGround', ground)).join(words.law.comma)}
      </div>
      <div className="work-card-foot faint">
        <span>{ownerOf(row)}</span>
        <span>{stateOf(row)}</span>
      </div>
    </div>
  )
}
