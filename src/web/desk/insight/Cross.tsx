/** One dimension across another: a table whose cells are the darker, the more they hold. Each opens its petitions. */
import { Button } from 'antd'
import { useMemo } from 'react'
import { Link } from 'react-router'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { asDimension, casesHref, type Dimension, queryOf } from './asked.ts'
import { DimensionChoice } from './DimensionChoice.tsx'
import { Panel } from './Panel.tsx'
import type { Change } from './Trends.tsx'
import { type TrendCrossView, useCross } from './trends.ts'

interface CrossProps {
  readonly search: URLSearchParams
  readonly onChange: Change
}

export function Cross({ search, onChange }: CrossProps) {
  const { words } = useLanguage()
  const say = words.insight.cross
  const rows = asDimension(search.get('rows'), 'place')
  const columns = asDimension(search.get('columns'), 'category')
  const query = useMemo(() => ({ ...queryOf(search), rows, columns }), [search, rows, columns])
  const found = useCross(query)
  return (
    <Panel
      title={say.title}
      says={say.says}
      exported={{ query, table: 'cross' }}
      tools={
        <>
          <DimensionChoice label={say.rows} value={rows} onChange={(next) => onChange({ rows: next })} />
          <Button size="small" onClick={() => onChange({ rows: columns, columns: rows })} aria-label={say.swap}>
            ⇄
          </Button>
          <DimensionChoice label={say.columns} value={columns} onChange={(next) => onChange({ columns: next })} />
        </>
      }
    >
      {found.isPending && <Skeleton lines={6} />}
      {found.isError && <Trouble error={found.error} onRetry={() => found.refetch()} />}
      {found.data && <Heat cross={found.data} by={{ rows, columns }} search={search} />}
    </Panel>
  )
}

interface HeatProps {
  readonly cross: TrendCrossView
  readonly by: { readonly rows: Dimension; readonly columns: Dimension }
  readonly search: URLSearchParams
}

/** Five shades tell more than a hundred. */
const shadeOf = (n: number, most: number): number => (n === 0 ? 0 : Math.max(1, Math.ceil(Math.sqrt(n / most) * 5)))

function Heat({ cross, by, search }: HeatProps) {
  const { words, pick } = useLanguage()
  const { rows, columns, cells, more } = cross
  const at = new Map(cells.map(({ row, column, n }) => [`${row}|${column}`, n]))
  const most = Math.max(1, ...cells.map(({ n }) => n))
  const beyond = words.insight.cross.more(more.rows, more.columns)
  return (
    <div className="insight-scroll">
      <table className="insight-table insight-heat" aria-label={words.insight.cross.title}>
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th key={column.value} scope="col">
                {pick(column)}
              </th>
            ))}
            <th scope="col">{words.insight.sum}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.value}>
              <th scope="row">{pick(row)}</th>
              {columns.map((column) => {
                const n = at.get(`${row.value}|${column.value}`) ?? 0
                return (
                  <td key={column.value} className={`insight-shade-${shadeOf(n, most)}`}>
                    {n > 0 && (
                      <Link
                        to={casesHref(search, { [by.rows]: row.value, [by.columns]: column.value })}
                        aria-label={`${pick(row)}、${pick(column)}：${words.insight.pieces(n)}`}
                      >
                        {n}
                      </Link>
                    )}
                  </td>
                )
              })}
              <td className="end soft">{row.n}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {beyond && <p className="faint">{beyond}</p>}
    </div>
  )
}
