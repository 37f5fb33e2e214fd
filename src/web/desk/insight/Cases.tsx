/** The petitions behind a figure: the same address, one by one. */
import { useMemo } from 'react'
import { Link, useSearchParams } from 'react-router'
import { trendTerms } from '../../../wording/trend-terms.ts'
import { fullDay, todayInBeijing } from '../../shared/days.ts'
import { Ledger } from '../layout/Ledger.tsx'
import { More } from '../layout/More.tsx'
import { Nothing } from '../layout/Nothing.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { useRegisterColumns } from '../register/columns.tsx'
import { download, toCsv } from '../register/csv.ts'
import { RegisterCard } from '../register/RegisterCard.tsx'
import { InsightPage } from './InsightPage.tsx'
import { useCases } from './trends.ts'
import '../register/register.css'

type Page = NonNullable<ReturnType<typeof useCases>['data']>['pages'][number]

export function Cases() {
  const { words } = useLanguage()
  const [search] = useSearchParams()
  const query = useMemo(() => Object.fromEntries(search), [search])
  const cases = useCases(query)
  const back = new URLSearchParams([...search].filter(([name]) => name !== 'from' && name !== 'until'))
  return (
    <InsightPage>
      <p>
        <Link to={`/insight?${back}`}>← {words.insight.cases.back}</Link>
      </p>
      {cases.isPending && <Skeleton lines={10} />}
      {cases.isError && <Trouble error={cases.error} onRetry={() => cases.refetch()} />}
      {cases.data && <Found cases={cases} first={cases.data.pages[0] as Page} />}
    </InsightPage>
  )
}

function Found({ cases, first }: { readonly cases: ReturnType<typeof useCases>; readonly first: Page }) {
  const { words } = useLanguage()
  const say = words.insight.cases
  const all = useRegisterColumns()
  const columns = all.filter(({ isUsual }) => isUsual)
  const rows = cases.data?.pages.flatMap(({ items }) => items) ?? []
  const save = () => {
    const table = [columns.map(({ title }) => title), ...rows.map((row) => columns.map(({ text }) => text(row)))]
    download(`${say.title}-${todayInBeijing()}.csv`, toCsv(table), 'text/csv;charset=utf-8')
  }
  const isOfPlace = first.scope === 'place'
  return (
    <>
      <What first={first} />
      <div className="register-line">
        <span className="soft" role="status">
          {say.count(first.count)}
          {isOfPlace && <span className="faint"> {say.placeSays}</span>}
        </span>
        <button type="button" className="insight-save" disabled={rows.length === 0} onClick={save}>
          {words.register.export(rows.length)}
        </button>
      </div>
      {rows.length === 0 ? (
        <Nothing {...(isOfPlace ? { title: say.none, says: say.noneSays } : { title: say.noneOwn })} />
      ) : (
        <>
          <Ledger
            label={say.title}
            rows={rows}
            columns={columns}
            keyOf={({ number }) => number}
            hrefOf={({ number }) => `/petitions/${number}`}
            linked="title"
            card={(row) => <RegisterCard row={row} />}
          />
          <More hasMore={cases.hasNextPage} isLoading={cases.isFetchingNextPage} onMore={() => cases.fetchNextPage()} />
        </>
      )}
    </>
  )
}

/** Which figure it is: whose, when, and of what. */
function What({ first }: { readonly first: Page }) {
  const { words, pick, language } = useLanguage()
  const { scope, place, organ, period, filters } = first
  const say = words.insight.cases
  const until = fullDay(period.until, language)
  const when = period.from < '1901' ? say.all(until) : say.months(fullDay(period.from, language), until)
  return (
    <h2 className="insight-what">
      {pick(scope === 'place' ? (place ?? organ) : organ)} · {when}
      {filters.map((filter) => (
        <span key={filter.by} className="insight-what-filter">
          {trendTerms.trendDimension[filter.by][language]}：{pick(filter)}
        </span>
      ))}
    </h2>
  )
}
