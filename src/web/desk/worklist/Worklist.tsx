import { useInfiniteQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useSearchParams } from 'react-router'
import type * as petition from '../../../petition/contract.ts'
import type { Received } from '../../../platform/http/endpoint.ts'
import { fullDay } from '../../shared/days.ts'
import { call } from '../api.ts'
import { Ledger } from '../layout/Ledger.tsx'
import { More } from '../layout/More.tsx'
import { Nothing } from '../layout/Nothing.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { WhyDay } from '../petition/WhyDay.tsx'
import { useSession } from '../session/session-context.ts'
import { SupervisedBand } from '../supervision/SupervisedBand.tsx'
import { TasksBand } from '../tasks/TasksBand.tsx'
import { useWorkColumns } from './columns.tsx'
import { WorkCard } from './WorkCard.tsx'
import './worklist.css'

type Answer = Received<typeof petition.worklist>
export type WorkItem = Answer['items'][number]
type Whose = 'mine' | 'organ' | 'nobodys'
const buckets = ['all', 'overdue', 'today', 'week', 'later'] as const
type Bucket = (typeof buckets)[number]

/** The home of the desk: what must be done, by clock, the broken duties first. */
export function Worklist() {
  const { words } = useLanguage()
  const [search, setSearch] = useSearchParams()
  const options = useWhose()
  const whose = options.find((one) => one === search.get('whose')) ?? 'organ'
  const due = buckets.find((one) => one === search.get('due')) ?? 'all'
  const list = useWork(whose, due)
  const counts = list.data?.pages[0]?.counts
  const go = (change: Record<string, string>) =>
    setSearch({ ...Object.fromEntries(search), ...change }, { replace: true })
  return (
    <Page
      title={words.worklist.title}
      beside={
        <Segmented<Whose>
          value={whose}
          onChange={(next) => go({ whose: next })}
          options={options.map((value) => ({ value, label: named(words.worklist[value], value, counts) }))}
        />
      }
    >
      {whose === 'mine' && <AlsoFor />}
      <SupervisedBand />
      <TasksBand />
      <Buckets counts={counts} whose={whose} chosen={due} onChoose={(next) => go({ due: next })} />
      <WorkLedger list={list} due={due} />
    </Page>
  )
}

/** What is in nobody’s hands is for whoever can put it into somebody’s. */
function useWhose(): readonly Whose[] {
  const { has } = useSession()
  return has('head') || has('leader') ? ['organ', 'mine', 'nobodys'] : ['organ', 'mine']
}

const named = (name: string, whose: Whose, counts: Answer['counts'] | undefined): string =>
  whose === 'organ' || !counts ? name : `${name} ${shownCount(counts[whose])}`

/** Whose matters stand among one’s own, and until when. */
function AlsoFor() {
  const { words, language } = useLanguage()
  const { actsFor } = useSession()
  return actsFor.map(({ account, name, until }) => (
    <p key={account} className="soft also-for">
      {words.worklist.alsoFor(name, fullDay(until, language))}
    </p>
  ))
}

function useWork(whose: Whose, due: Bucket) {
  return useInfiniteQuery({
    queryKey: ['worklist', whose, due],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call<typeof petition.worklist>(
        'GET',
        '/api/worklist',
        { query: { whose, due, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (before) => before,
  })
}

interface BucketsProps {
  readonly counts: Answer['counts'] | undefined
  readonly whose: Whose
  readonly chosen: Bucket
  readonly onChoose: (bucket: Bucket) => void
}

function Buckets({ counts, whose, chosen, onChoose }: BucketsProps) {
  const { words } = useLanguage()
  const countOf = (bucket: Bucket) => counts && countIn(counts, whose, bucket)
  return (
    <fieldset className="buckets">
      <legend className="visually-hidden">{words.worklist.byClock}</legend>
      {buckets.map((bucket) => {
        const count = countOf(bucket)
        const isBroken = bucket === 'overdue' && (count ?? 0) > 0
        return (
          <button
            key={bucket}
            type="button"
            aria-pressed={chosen === bucket}
            className="bucket"
            onClick={() => onChoose(bucket)}
          >
            <span>{words.worklist.bucket[bucket]}</span>
            <strong className={isBroken ? 'broken' : undefined}>{count === undefined ? '–' : shownCount(count)}</strong>
          </button>
        )
      })}
    </fieldset>
  )
}

/** By bucket the house counts for the organ; in one’s own hands and in nobody’s it counts the whole. */
function countIn(counts: Answer['counts'], whose: Whose, bucket: Bucket): number | undefined {
  if (whose !== 'organ') return bucket === 'all' ? counts[whose] : undefined
  return bucket === 'all' ? counts.overdue + counts.today + counts.week + counts.later : counts[bucket]
}

/** Counted up to 1,000 by the house. */
const shownCount = (count: number): string => (count >= 1000 ? `${count}+` : String(count))

type List = ReturnType<typeof useWork>

function WorkLedger({ list, due }: { readonly list: List; readonly due: Bucket }) {
  const { words } = useLanguage()
  const columns = useWorkColumns()
  if (list.isPending) return <Skeleton lines={10} />
  if (list.isError) return <Trouble error={list.error} onRetry={() => list.refetch()} />
  const rows = list.data.pages.flatMap(({ items }) => items)
  if (rows.length === 0) return <Nothing title={words.worklist.none[due]} says={words.worklist.noneSays} />
  return (
    <div className={list.isPlaceholderData ? 'stale' : undefined}>
      <Ledger
        label={words.worklist.title}
        rows={rows}
        columns={columns}
        keyOf={({ petition, clock }) => `${petition.number}/${clock}`}
        hrefOf={({ petition }) => `/petitions/${petition.number}`}
        linked="title"
        card={(item) => <WorkCard item={item} />}
        beside={(item) => <WhyDay number={item.petition.number} rule={item.rule} lastDay={item.lastDay} />}
        groupOf={(item) => groupOf(item, words.worklist.bucket)}
      />
      <More hasMore={list.hasNextPage} isLoading={list.isFetchingNextPage} onMore={() => list.fetchNextPage()} />
    </div>
  )
}

function groupOf(item: WorkItem, names: Record<Bucket, string>) {
  const bucket = item.isOverdue ? 'overdue' : item.daysLeft === 0 ? 'today' : item.daysLeft <= 7 ? 'week' : 'later'
  return { key: bucket, title: <span className={bucket === 'overdue' ? 'broken' : undefined}>{names[bucket]}</span> }
}
