/** Registrations month by month, beside what is usual in such a month. */
import { useMemo } from 'react'
import { Link } from 'react-router'
import { useLanguage } from '../locales/language.tsx'
import { casesHref, queryOf } from './asked.ts'
import { bandKnown, ink, monthsOption } from './drawing.ts'
import { Chart, Legend, Numbers, Panel } from './Panel.tsx'
import type { MonthView } from './trends.ts'

const rounded = (of: number | null): string => (of === null ? '' : String(Math.round(of)))

export function Months({
  months,
  search,
}: {
  readonly months: readonly MonthView[]
  readonly search: URLSearchParams
}) {
  const { words } = useLanguage()
  const say = words.insight.months
  const option = useMemo(() => monthsOption(months, say), [months, say])
  const knows = bandKnown(months)
  const keys = [
    { says: say.first, colour: ink.first },
    { says: say.again, colour: ink.again },
    ...(knows
      ? [
          { says: say.expected, colour: ink.usual, as: 'line' as const },
          { says: say.band, colour: ink.band, as: 'area' as const },
        ]
      : []),
  ]
  return (
    <Panel title={say.title} says={say.says} exported={{ query: queryOf(search), table: 'months' }}>
      <Chart option={option} heightPx={240} label={say.aria} />
      <Legend keys={keys} />
      {!knows && <p className="faint">{say.noYears}</p>}
      <Numbers>
        <MonthTable months={months} search={search} />
      </Numbers>
    </Panel>
  )
}

function MonthTable({ months, search }: { readonly months: readonly MonthView[]; readonly search: URLSearchParams }) {
  const { words } = useLanguage()
  const say = words.insight.months
  return (
    <>
      <table className="insight-table" aria-label={say.title}>
        <thead>
          <tr>
            <th scope="col">{say.month}</th>
            {[say.n, say.again, say.days, say.expected, say.band, say.open].map((title) => (
              <th key={title} scope="col" className="end">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.toReversed().map((row) => (
            <tr key={row.month}>
              <th scope="row">{row.month}</th>
              <td className="end">
                <Link to={casesHref(search, { period: row.month })}>{row.n}</Link>
              </td>
              <td className="end">{row.again}</td>
              <td className="end">
                {row.workingDays}
                {row.isProvisional ? '*' : ''}
              </td>
              <td className="end">{rounded(row.expected)}</td>
              <td className="end">{row.low === null ? '' : `${rounded(row.low)}–${rounded(row.high)}`}</td>
              <td className="end">
                {row.open > 0 && <Link to={casesHref(search, { period: row.month, stage: 'open' })}>{row.open}</Link>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {months.some(({ isProvisional }) => isProvisional) && <p className="faint">{say.provisional}</p>}
    </>
  )
}
