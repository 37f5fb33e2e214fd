/** What went together with what: measures down, categories across, each cell with its count and how sure it is. */
import { useQuery } from '@tanstack/react-query'
import type { RegularityCellView, readRegularities } from '../../../../insight/regularities/contract.ts'
import { fullDay } from '../../../shared/days.ts'
import { call } from '../../api.ts'
import { Nothing } from '../../layout/Nothing.tsx'
import { Skeleton } from '../../layout/Skeleton.tsx'
import { Trouble } from '../../layout/Trouble.tsx'
import { useLanguage } from '../../locales/language.tsx'
import { InsightPage } from '../InsightPage.tsx'
import { Pilots } from './Pilots.tsx'
import { percent } from './shares.ts'
import './works.css'

export function Works() {
  const { words, language } = useLanguage()
  const say = words.works
  const read = useQuery({
    queryKey: ['regularities'],
    queryFn: ({ signal }) => call<typeof readRegularities>('GET', '/api/insight/regularities', {} as never, { signal }),
  })
  return (
    <InsightPage>
      <p className="soft page-says">{say.says}</p>
      <p role="note" className="works-caution">
        <strong>{say.caution}</strong>
      </p>
      {read.isPending && <Skeleton lines={8} />}
      {read.isError && <Trouble error={read.error} onRetry={() => read.refetch()} />}
      {read.data && (
        <>
          <p className="faint">{say.period(fullDay(read.data.from, language), fullDay(read.data.until, language))}</p>
          <Cells cells={read.data.cells} />
        </>
      )}
      <Pilots />
    </InsightPage>
  )
}

type Measure = NonNullable<RegularityCellView['measure']>

function Cells({ cells }: { readonly cells: readonly RegularityCellView[] }) {
  const { words, pick } = useLanguage()
  const say = words.works
  const at = new Map(cells.map((cell) => [`${cell.measure ?? ''}|${cell.category?.code ?? ''}`, cell]))
  if ((at.get('|')?.n ?? 0) === 0) return <Nothing title={say.none} says={say.noneSays} />
  const kinds = cells
    .filter(({ measure, category }) => measure === null && category !== null)
    .toSorted((a, b) => b.n - a.n)
    .flatMap(({ category }) => category ?? [])
  const rows = ['', ...(Object.keys(say.measures) as Measure[]).filter((measure) => at.has(`${measure}|`))]
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className="insight-scroll" tabIndex={0} aria-label={say.table}>
        <table className="insight-table" aria-label={say.table}>
          <thead>
            <tr>
              <th scope="col">{say.measure}</th>
              <th scope="col">{say.everyKind}</th>
              {kinds.map((kind) => (
                <th key={kind.code} scope="col">
                  {pick(kind)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((measure) => (
              <tr key={measure}>
                <th scope="row">{measure === '' ? say.all : say.measures[measure as Measure]}</th>
                {['', ...kinds.map(({ code }) => code)].map((code) => (
                  <td key={code}>
                    <Cell cell={at.get(`${measure}|${code}`)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="faint">{say.key}</p>
    </>
  )
}

function Cell({ cell }: { readonly cell: RegularityCellView | undefined }) {
  const { words } = useLanguage()
  const say = words.works
  if (cell === undefined || cell.share === null) return null
  const { share, low, high, held, n, isSmall } = cell
  return (
    <span className={isSmall ? 'faint' : undefined}>
      <b>{percent(share)}</b>
      <br />
      {say.between(percent(low), percent(high))}
      <br />
      {say.cell(held, n)}
      {isSmall && (
        <>
          <br />
          {say.small}
        </>
      )}
    </span>
  )
}
