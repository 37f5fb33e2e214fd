import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { exemplaryTermOf } from '../../../../wording/exemplary-terms.ts'
import { fullDay } from '../../../shared/days.ts'
import { type Column, Ledger } from '../../layout/Ledger.tsx'
import { More } from '../../layout/More.tsx'
import { Nothing } from '../../layout/Nothing.tsx'
import { ShelfCount, Shelves } from '../../layout/Shelves.tsx'
import { Skeleton } from '../../layout/Skeleton.tsx'
import { Trouble } from '../../layout/Trouble.tsx'
import { useLanguage } from '../../locales/language.tsx'
import { InsightPage } from '../InsightPage.tsx'
import { type ExemplaryList, type ExemplaryRowView, exemplaryLists, useExemplaries } from './exemplary.ts'

const asList = (text: string | null): ExemplaryList => exemplaryLists.find((list) => list === text) ?? 'toRead'

/** What was published to the reader, and what their own organ has to do with. */
export function Exemplaries() {
  const { words } = useLanguage()
  const say = words.exemplary
  const [search, setSearch] = useSearchParams()
  const list = asList(search.get('list'))
  const read = useExemplaries(list)
  const counts = read.data?.pages[0]?.counts
  return (
    <InsightPage>
      <p className="soft page-says">{say.says}</p>
      <div className="page-choice">
        <Shelves
          label={say.state}
          shelves={exemplaryLists}
          chosen={list}
          nameOf={(each) => say.lists[each]}
          countOf={(each) => (each === 'toRead' ? null : <ShelfCount of={counts?.[each] ?? 0} />)}
          onChoose={(each) => setSearch({ list: each }, { replace: true })}
        />
      </div>
      <Listed list={list} read={read} />
    </InsightPage>
  )
}

interface ListedProps {
  readonly list: ExemplaryList
  readonly read: ReturnType<typeof useExemplaries>
}

function Listed({ list, read }: ListedProps) {
  const { words } = useLanguage()
  const say = words.exemplary
  const columns = useColumns(list)
  if (read.isPending) return <Skeleton lines={6} />
  if (read.isError) return <Trouble error={read.error} onRetry={() => read.refetch()} />
  const rows = read.data.pages.flatMap(({ items }) => items)
  if (rows.length === 0) return <Nothing title={say.none[list]} says={say.noneSays} />
  return (
    <>
      <Ledger
        label={say.title}
        rows={rows}
        columns={columns}
        keyOf={({ exemplary }) => exemplary}
        hrefOf={({ exemplary }) => `/insight/exemplary/${exemplary}`}
        linked="name"
        card={(row) => <Card row={row} />}
      />
      <More hasMore={read.hasNextPage} isLoading={read.isFetchingNextPage} onMore={() => read.fetchNextPage()} />
    </>
  )
}

function useColumns(list: ExemplaryList): readonly Column<ExemplaryRowView>[] {
  const { words, pick, language } = useLanguage()
  return useMemo(() => {
    const say = words.exemplary
    const name = (row: ExemplaryRowView) => row.title ?? say.erased
    const kind = (row: ExemplaryRowView) => pick(row.category)
    const audience = (row: ExemplaryRowView) => exemplaryTermOf('exemplaryAudience', row.audience)[language]
    return [
      { key: 'on', title: say.on, width: 150, cell: ({ on }) => fullDay(on, language) },
      { key: 'name', title: say.name, isWide: true, text: name, cell: name },
      { key: 'kind', title: say.kind, width: 200, text: kind, cell: kind },
      { key: 'audience', title: say.audience, width: 180, cell: audience },
      ...(list === 'pending'
        ? [
            {
              ...{ key: 'stage', title: say.stage, width: 120 },
              cell: ({ stage }: ExemplaryRowView) => exemplaryTermOf('exemplaryStage', stage)[language],
            },
          ]
        : []),
      // whoever only reads a case is not told whose it is
      ...(list === 'published' || list === 'withdrawn'
        ? [
            {
              ...{ key: 'organ', title: say.organ, width: 240 },
              cell: ({ organ }: ExemplaryRowView) => (organ ? pick(organ) : ''),
            },
          ]
        : []),
    ]
  }, [words, pick, language, list])
}

/** One on a phone. */
function Card({ row }: { readonly row: ExemplaryRowView }) {
  const { words, pick, language } = useLanguage()
  return (
    <div className="work-card">
      <div className="work-card-top">
        <span className="soft">{fullDay(row.on, language)}</span>
      </div>
      <div className="work-card-title">{row.title ?? words.exemplary.erased}</div>
      <div className="work-card-foot faint">
        <span>{pick(row.category)}</span>
      </div>
    </div>
  )
}
