import { Segmented } from 'antd'
import { useSearchParams } from 'react-router'
import { findingRules } from '../../../law/supervision.ts'
import { More } from '../layout/More.tsx'
import { Nothing } from '../layout/Nothing.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { OrganPicker } from '../organs/OrganPicker.tsx'
import { CandidateList } from './CandidateList.tsx'
import { ReferredList } from './ReferredList.tsx'
import { type CandidateFilters, type FindingState, type Rule, useCandidates, useReferred } from './supervision.ts'
import { shownCount, useSupervisionWords } from './words.ts'

const states: readonly FindingState[] = ['open', 'confirmed', 'dismissed']

/** What the rules found, as it stands in the address of the page: a filtered list can be sent to a colleague. */
export function Candidates() {
  const { say } = useSupervisionWords()
  const [filters, change] = useFilters()
  const list = useCandidates(filters)
  const counts = list.data?.pages[0]?.counts
  return (
    <>
      <p className="soft page-says">{say.candidates.says}</p>
      <div className="board-tools">
        <Segmented<FindingState>
          value={filters.state}
          onChange={(state) => change({ ...filters, state })}
          options={states.map((value) => ({
            value,
            label:
              value === 'open' && counts
                ? `${say.candidates.states.open} ${shownCount(counts.open)}`
                : say.candidates.states[value],
          }))}
        />
        <OrganPicker
          aria-label={say.organ}
          placeholder={say.organ}
          value={filters.organ}
          onChange={(organ) => change({ ...filters, organ })}
        />
        {counts && counts.late > 0 && <span className="broken">{say.candidates.late(shownCount(counts.late))}</span>}
      </div>
      <Rules counts={counts?.byRule ?? []} filters={filters} onChange={change} />
      {filters.state === 'open' && <Referred />}
      <List list={list} filters={filters} onClear={() => change({ ...filters, rule: [], organ: null })} />
    </>
  )
}

/** What others ask this organ to take up comes before what the rules found. */
function Referred() {
  const { say } = useSupervisionWords()
  const rows = useReferred(true).data?.items ?? []
  if (rows.length === 0) return null
  return (
    <section className="waiting">
      <header>
        <h2>
          {say.home.referred} <strong>{rows.length}</strong>
        </h2>
        <p className="faint">{say.home.referredSays}</p>
      </header>
      <ReferredList rows={rows} />
    </section>
  )
}

interface ListProps {
  readonly list: ReturnType<typeof useCandidates>
  readonly filters: CandidateFilters
  readonly onClear: () => void
}

function List({ list, filters, onClear }: ListProps) {
  const { say } = useSupervisionWords()
  if (list.isPending) return <Skeleton lines={10} />
  if (list.isError) return <Trouble error={list.error} onRetry={() => list.refetch()} />
  const rows = list.data.pages.flatMap(({ items }) => items)
  const isFiltered = filters.rule.length > 0 || filters.organ !== null
  if (rows.length === 0 && isFiltered) {
    return (
      <Nothing title={say.candidates.noneFiltered}>
        <button type="button" className="link" onClick={onClear}>
          {say.candidates.clear}
        </button>
      </Nothing>
    )
  }
  if (rows.length === 0) return <Nothing title={say.candidates.none[filters.state]} says={say.candidates.noneSays} />
  return (
    <div className={list.isPlaceholderData ? 'stale' : undefined}>
      <CandidateList rows={rows} />
      <More hasMore={list.hasNextPage} isLoading={list.isFetchingNextPage} onMore={() => list.fetchNextPage()} />
    </div>
  )
}

interface RulesProps {
  readonly counts: readonly { readonly rule: Rule; readonly count: number }[]
  readonly filters: CandidateFilters
  readonly onChange: (filters: CandidateFilters) => void
}

/** Each rule that found something, with how often: most first. A chosen one stays even where it finds nothing now. */
function Rules({ counts, filters, onChange }: RulesProps) {
  const { say, said } = useSupervisionWords()
  const chosen = filters.rule.filter((rule) => !counts.some((one) => one.rule === rule))
  const shown = [...counts.toSorted((a, b) => b.count - a.count), ...chosen.map((rule) => ({ rule, count: 0 }))]
  if (shown.length === 0) return null
  const toggle = (rule: Rule) =>
    onChange({
      ...filters,
      rule: filters.rule.includes(rule) ? filters.rule.filter((one) => one !== rule) : [...filters.rule, rule],
    })
  return (
    <fieldset className="chips">
      <legend className="visually-hidden">{say.candidates.filters}</legend>
      <button
        type="button"
        className="chip"
        aria-pressed={filters.rule.length === 0}
        onClick={() => onChange({ ...filters, rule: [] })}
      >
        {say.candidates.everyRule}
      </button>
      {shown.map(({ rule, count }) => (
        <button
          key={rule}
          type="button"
          className="chip"
          aria-pressed={filters.rule.includes(rule)}
          onClick={() => toggle(rule)}
        >
          {said('findingRule', rule)} <strong>{shownCount(count)}</strong>
        </button>
      ))}
    </fieldset>
  )
}

function useFilters(): readonly [CandidateFilters, (filters: CandidateFilters) => void] {
  const [search, setSearch] = useSearchParams()
  const filters: CandidateFilters = {
    state: states.find((one) => one === search.get('state')) ?? 'open',
    rule: search.getAll('rule').filter((one): one is Rule => (findingRules as readonly string[]).includes(one)),
    organ: search.get('organ'),
  }
  const change = ({ state, rule, organ }: CandidateFilters) => {
    const next = new URLSearchParams({ view: 'candidates' })
    if (state !== 'open') next.set('state', state)
    for (const one of rule) next.append('rule', one)
    if (organ) next.set('organ', organ)
    setSearch(next, { replace: true })
  }
  return [filters, change]
}
