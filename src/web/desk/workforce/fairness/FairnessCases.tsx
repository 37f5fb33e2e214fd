/** What lies behind a figure of fairness and discipline, as far as the reader may open it. */
import { useMemo } from 'react'
import { Link, useSearchParams } from 'react-router'
import { fairnessTerms } from '../../../../wording/fairness-terms.ts'
import { fullDay } from '../../../shared/days.ts'
import { periodInWords } from '../../assessment/periods.ts'
import { type Column, Ledger } from '../../layout/Ledger.tsx'
import { More } from '../../layout/More.tsx'
import { Nothing } from '../../layout/Nothing.tsx'
import { Skeleton } from '../../layout/Skeleton.tsx'
import { Trouble } from '../../layout/Trouble.tsx'
import { useLanguage } from '../../locales/language.tsx'
import { shownNumber } from '../../petition/words.tsx'
import { TeamPage } from '../TeamPage.tsx'
import { type FairnessCasesView, useFairnessCases, useFairnessWords } from './fairness.ts'
import '../workforce.css'

type Row = FairnessCasesView['items'][number]

export function FairnessCases() {
  const say = useFairnessWords()
  const [search] = useSearchParams()
  const query = useMemo(() => Object.fromEntries(search), [search])
  const read = useFairnessCases(query)
  const rows = read.data?.pages.flatMap(({ items }) => items) ?? []
  const back = new URLSearchParams([...search].filter(([name]) => name === 'period'))
  return (
    <TeamPage>
      <p>
        <Link to={`/team/fairness?${back}`}>← {say.back}</Link>
      </p>
      {read.isPending && <Skeleton lines={10} />}
      {read.isError && <Trouble error={read.error} onRetry={() => read.refetch()} />}
      {read.data && <What search={search} first={read.data.pages[0]} />}
      {read.isSuccess && <Rows rows={rows} />}
      <More hasMore={read.hasNextPage} isLoading={read.isFetchingNextPage} onMore={() => read.fetchNextPage()} />
    </TeamPage>
  )
}

function Rows({ rows }: { readonly rows: readonly Row[] }) {
  const say = useFairnessWords()
  return rows.length === 0 ? <Nothing title={say.behindNone} says={say.behindNoneSays} /> : <Found rows={rows} />
}

/** Which figure it is: when, whose, what, and what became of it. */
function What({ search, first }: { readonly search: URLSearchParams; readonly first: FairnessCasesView | undefined }) {
  const { pick } = useLanguage()
  const say = useFairnessWords()
  const named = (terms: object, code: string) => Object.entries(terms).find(([each]) => each === search.get(code))?.[1]
  const organ = search.get('organ') === null ? undefined : first?.items[0]?.organ
  const measure = named(fairnessTerms.fairnessMeasure, 'measure')
  const outcome = named(fairnessTerms.fairnessOutcome, 'outcome')
  return (
    <h2 className="insight-what">
      {first && pick(periodInWords(first.period.name))}
      {[organ && pick(organ), measure ? pick(measure) : say.all, outcome && pick(outcome)].map(
        (what) =>
          what && (
            <span key={what} className="insight-what-filter">
              {what}
            </span>
          ),
      )}
    </h2>
  )
}

const hrefOf = ({ of, id }: Row): string => `/${of}s/${id}`

function useTitle(): (row: Row) => string {
  const say = useFairnessWords()
  return ({ of, petition }) => petition?.title ?? (of === 'report' ? say.report : say.proposal)
}

function useWhat(): (row: Row) => string {
  const { language } = useLanguage()
  return ({ measure, outcome }) =>
    `${fairnessTerms.fairnessMeasure[measure][language]} · ${fairnessTerms.fairnessOutcome[outcome][language]}`
}

function Found({ rows }: { readonly rows: readonly Row[] }) {
  const { words, pick, language } = useLanguage()
  const say = useFairnessWords()
  const [title, what] = [useTitle(), useWhat()]
  const on = (row: Row) => fullDay(row.on, language)
  const columns: readonly Column<Row>[] = [
    {
      key: 'number',
      title: words.column.number,
      width: 174,
      cell: ({ petition }) => petition && <span className="nowrap soft">{shownNumber(petition.number)}</span>,
    },
    { key: 'title', title: words.column.title, isWide: true, text: title, cell: title },
    {
      key: 'organ',
      title: say.organ,
      width: 220,
      text: ({ organ }) => pick(organ),
      cell: ({ organ }) => pick(organ),
    },
    { key: 'on', title: say.on, width: 160, text: on, cell: on },
    { key: 'what', title: say.what, width: 300, text: what, cell: what },
  ]
  return (
    <Ledger
      label={say.behind}
      rows={rows}
      columns={columns}
      keyOf={({ of, id, measure, item }) => `${of} ${id} ${measure} ${item}`}
      hrefOf={hrefOf}
      linked="title"
      card={(row) => <Card row={row} />}
    />
  )
}

/** One of them on a phone. */
function Card({ row }: { readonly row: Row }) {
  const { pick, language } = useLanguage()
  const [title, what] = [useTitle(), useWhat()]
  return (
    <div className="work-card">
      <div className="work-card-title">{title(row)}</div>
      <div className="work-card-foot">
        <span>{what(row)}</span>
      </div>
      <div className="work-card-foot faint">
        <span>{pick(row.organ)}</span>
        <span>{fullDay(row.on, language)}</span>
      </div>
    </div>
  )
}
