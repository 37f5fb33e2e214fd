import { Input, Segmented } from 'antd'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { readingTermOf } from '../../../wording/reading-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { type Column, Ledger } from '../layout/Ledger.tsx'
import { More } from '../layout/More.tsx'
import { Nothing } from '../layout/Nothing.tsx'
import { Page } from '../layout/page.tsx'
import { ShelfCount, Shelves } from '../layout/Shelves.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { shownNumber } from '../petition/words.tsx'
import { useSession } from '../session/session-context.ts'
import { Pace } from './Pace.tsx'
import { countOn, type Part, type ReadingRow, type Stage, stages, useReadingCounts, useReadings } from './readings.ts'
import { useReadingWords } from './words.ts'
import './readings.css'

const asStage = (text: string | null): Stage => stages.find((stage) => stage === text) ?? 'proposed'

/** Letters before leaders by how far they have come: those that lie before oneself, and those that one's office sent. */
export function Readings() {
  const say = useReadingWords()
  const { has } = useSession()
  const [search, setSearch] = useSearchParams()
  const { data: counts } = useReadingCounts(true)
  const leads = has('leader') || has('head')
  const sends = has('clerk') || has('head')
  const part: Part = !leads || (sends && search.get('part') === 'bureau') ? 'bureau' : 'leader'
  const stage = asStage(search.get('stage'))
  const q = part === 'leader' ? (search.get('q') ?? '') : ''
  const go = (next: { part?: Part; stage?: Stage; q?: string }) =>
    setSearch(
      { part: next.part ?? part, stage: next.stage ?? stage, ...(next.q ? { q: next.q } : {}) },
      { replace: true },
    )
  return (
    <Page title={say.title}>
      <p className="soft page-says">{say.says[part]}</p>
      <div className="page-choice">
        {leads && sends && (
          <Segmented<Part>
            value={part}
            onChange={(next) => go({ part: next, stage: 'proposed' })}
            options={(['leader', 'bureau'] as const).map((value) => ({ value, label: say.parts[value] }))}
          />
        )}
        <Shelves
          label={say.title}
          shelves={stages}
          chosen={q === '' ? stage : null}
          nameOf={(each) => say.stages[each]}
          countOf={(each) => each === 'proposed' && <ShelfCount of={countOn(counts, part, each)} />}
          onChoose={(each) => go({ stage: each })}
        />
        {part === 'leader' && (
          <Input.Search
            className="reading-search"
            defaultValue={q}
            allowClear
            aria-label={say.search}
            placeholder={say.searchHint}
            onSearch={(typed) => go({ q: typed.trim() })}
          />
        )}
      </div>
      <List part={part} stage={stage} q={q} />
      <Pace part={part} />
    </Page>
  )
}

interface ListProps {
  readonly part: Part
  readonly stage: Stage
  readonly q: string
}

function List({ part, stage, q }: ListProps) {
  const say = useReadingWords()
  const list = useReadings(part, stage, q)
  const columns = useColumns(part, stage)
  if (list.isPending) return <Skeleton lines={8} />
  if (list.isError) return <Trouble error={list.error} onRetry={() => list.refetch()} />
  const rows = list.data.pages.flatMap(({ items }) => items)
  // a search that has not come to the end goes on below, also where nothing was found yet
  if (rows.length === 0 && !list.hasNextPage)
    return q ? <Nothing title={say.found(0)} /> : <Nothing title={say.none[stage]} says={say.noneSays[part]} />
  return (
    <>
      {q && <p className="faint">{say.found(rows.length)}</p>}
      <Ledger
        label={say.title}
        rows={rows}
        columns={columns}
        keyOf={({ reading }) => reading}
        hrefOf={({ reading }) => `/readings/${reading}`}
        linked="name"
        card={(row) => <Card row={row} part={part} />}
      />
      <More hasMore={list.hasNextPage} isLoading={list.isFetchingNextPage} onMore={() => list.fetchNextPage()} />
    </>
  )
}

function useColumns(part: Part, stage: Stage): readonly Column<ReadingRow>[] {
  const say = useReadingWords()
  const { pick, language } = useLanguage()
  return useMemo(
    () => [
      stage === 'proposed'
        ? {
            key: 'wanted',
            title: say.wantedBy,
            width: 170,
            cell: ({ wantedBy, isLate }: ReadingRow) =>
              wantedBy && <span className={isLate ? 'broken nowrap' : 'nowrap'}>{fullDay(wantedBy, language)}</span>,
          }
        : {
            key: 'moved',
            title: say.moved,
            width: 170,
            cell: ({ movedOn }: ReadingRow) => <span className="nowrap">{fullDay(movedOn, language)}</span>,
          },
      {
        key: 'name',
        title: say.name,
        isWide: true,
        text: ({ title }) => title ?? say.untitled,
        cell: ({ title }) => title ?? say.untitled,
      },
      {
        key: 'who',
        title: part === 'leader' ? say.bureau : say.leader,
        width: 240,
        cell: (row) => (part === 'leader' ? pick(row.bureau) : `${row.leader.name} ${pick(row.leader.organ)}`),
      },
      {
        key: 'sent',
        title: say.proposedOn,
        width: 150,
        cell: ({ proposedOn }) => <span className="nowrap">{fullDay(proposedOn, language)}</span>,
      },
      { key: 'state', title: '', width: 130, cell: (row) => <State row={row} /> },
    ],
    [say, pick, language, part, stage],
  )
}

function State({ row }: { readonly row: ReadingRow }) {
  const say = useReadingWords()
  const { language } = useLanguage()
  return (
    <>
      {row.instructions > 0 ? say.instructions(row.instructions) : readingTermOf('readingStage', row.stage)[language]}
    </>
  )
}

/** One letter on a phone. */
function Card({ row, part }: { readonly row: ReadingRow; readonly part: Part }) {
  const say = useReadingWords()
  const { pick, language } = useLanguage()
  return (
    <div className="work-card">
      <div className="work-card-top">
        {row.wantedBy && row.stage === 'proposed' ? (
          <span className={row.isLate ? 'broken' : 'soft'}>{say.wanted(fullDay(row.wantedBy, language))}</span>
        ) : (
          <span className="soft">{fullDay(row.movedOn, language)}</span>
        )}
        <span className="faint nowrap">{shownNumber(row.petition)}</span>
      </div>
      <div className="work-card-title">{row.title ?? say.untitled}</div>
      <div className="work-card-foot faint">
        <span>{part === 'leader' ? pick(row.bureau) : row.leader.name}</span>
        <State row={row} />
      </div>
    </div>
  )
}
