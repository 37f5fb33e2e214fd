import { Button, Segmented, Select } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { disputeTerms } from '../../../wording/dispute-terms.ts'
import { More } from '../layout/More.tsx'
import { Nothing } from '../layout/Nothing.tsx'
import { Page } from '../layout/page.tsx'
import { ShelfCount, Shelves, useFirstFilled } from '../layout/Shelves.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { PlacePicker } from '../organs/PlacePicker.tsx'
import { CategoryPicker } from '../registration/CategoryPicker.tsx'
import { DisputeLedger } from './DisputeLedger.tsx'
import { type Asked, countOn, overdueOn, type Shelf, shelves, useDisputeCounts, useDisputes } from './disputes.ts'
import './disputes.css'

const asShelf = (text: string | null): Shelf | null => shelves.find((shelf) => shelf === text) ?? null

/** The ledger: what the organ has a part in by how far it is, and the whole area by line. */
export function Disputes() {
  const { words } = useLanguage()
  const [search, setSearch] = useSearchParams()
  const { data: counted, isPending } = useDisputeCounts(true)
  const usual = useFirstFilled(shelves, { isPending, countOn: (each) => countOn(counted, each) }, 'open')
  const scope = search.get('scope') === 'area' ? 'area' : 'ours'
  const shelf = asShelf(search.get('shelf')) ?? usual
  const filter = (name: string) => search.get(name) ?? undefined
  const asked: Asked = {
    ...{ scope, grade: filter('grade'), stage: filter('stage'), region: filter('region') },
    ...{ category: filter('category'), source: filter('source') },
    ...(scope === 'ours' && shelf !== null ? { shelf } : {}),
  }
  const go = (next: Readonly<Record<string, string | undefined>>) => {
    const params = new URLSearchParams(search)
    for (const [name, value] of Object.entries(next)) {
      if (value) params.set(name, value)
      else params.delete(name)
    }
    setSearch(params, { replace: true })
  }
  return (
    <Page
      title={words.dispute.title}
      beside={
        <span className="dispute-beside">
          <Link to="/disputes/figures">
            <Button>{words.dispute.figures.title}</Button>
          </Link>
          {counted?.refusal === null && (
            <Link to="/disputes/new">
              <Button type="primary">{words.dispute.record}</Button>
            </Link>
          )}
        </span>
      }
    >
      <p className="soft page-says">{words.dispute.says}</p>
      <div className="page-choice">
        <Segmented<'ours' | 'area'>
          value={scope}
          onChange={(next) => go({ scope: next, shelf: undefined })}
          options={(['ours', 'area'] as const).map((value) => ({ value, label: words.dispute.scopes[value] }))}
        />
        {scope === 'ours' && (
          <Shelves
            label={words.dispute.stage}
            shelves={shelves}
            chosen={shelf}
            nameOf={(each) => words.dispute.shelves[each]}
            countOf={(each) => <ShelfCount of={countOn(counted, each)} isBroken={overdueOn(counted, each) > 0} />}
            onChoose={(each) => go({ shelf: each })}
          />
        )}
      </div>
      <Filters asked={asked} grades={counted?.grades ?? []} go={go} />
      {scope === 'ours' && shelf === null ? <Skeleton lines={8} /> : <List asked={asked} />}
    </Page>
  )
}

interface FiltersProps {
  readonly asked: Asked
  readonly grades: readonly { readonly grade: string; readonly zh: string; readonly en: string }[]
  go(next: Readonly<Record<string, string | undefined>>): void
}

function Filters({ asked, grades, go }: FiltersProps) {
  const { words, pick } = useLanguage()
  const choices = (terms: Readonly<Record<string, { readonly zh: string; readonly en: string }>>) =>
    Object.entries(terms).map(([value, term]) => ({ value, label: pick(term) }))
  const select = (name: 'grade' | 'stage' | 'source', options: { value: string; label: string }[]) => (
    <Select
      aria-label={words.dispute[name]}
      placeholder={words.dispute[name]}
      value={asked[name] ?? null}
      allowClear
      options={options}
      popupMatchSelectWidth={false}
      onChange={(next: string | null) => go({ [name]: next ?? undefined })}
    />
  )
  return (
    <div className="dispute-filters">
      {select(
        'grade',
        grades.map((each) => ({ value: each.grade, label: pick(each) })),
      )}
      {select('stage', choices(disputeTerms.disputeStage))}
      <PlacePicker aria-label={words.dispute.place} value={asked.region} onChange={(region) => go({ region })} />
      <CategoryPicker
        aria-label={words.dispute.kind}
        takesBranches
        value={asked.category}
        onChange={(category) => go({ category })}
      />
      {select('source', choices(disputeTerms.disputeSource))}
    </div>
  )
}

function List({ asked }: { readonly asked: Asked }) {
  const { words } = useLanguage()
  const list = useDisputes(asked)
  if (list.isPending) return <Skeleton lines={8} />
  if (list.isError) return <Trouble error={list.error} onRetry={() => list.refetch()} />
  const rows = list.data.pages.flatMap(({ items }) => items)
  if (rows.length === 0)
    return <Nothing title={words.dispute.none[asked.shelf ?? 'open']} says={words.dispute.noneSays} />
  return (
    <>
      <DisputeLedger rows={rows} />
      <More hasMore={list.hasNextPage} isLoading={list.isFetchingNextPage} onMore={() => list.fetchNextPage()} />
    </>
  )
}
