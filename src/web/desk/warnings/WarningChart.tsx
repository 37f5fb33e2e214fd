/** Half a year of weeks: what came as bars, what was to be expected as a line in the band of chance. The same stands in a table beside it. */
import { fullDay } from '../../shared/days.ts'
import { useLanguage } from '../locales/language.tsx'
import { expectedInWords } from './expected.ts'
import type { WarningView } from './warnings.ts'

type Found = WarningView['found']
type Week = Found['weeks'][number]

/* room for figures that are drawn twice as large on a phone */
const [width, height, left, top, foot] = [640, 220, 44, 22, 42]

interface ChartProps {
  readonly found: Found
  readonly name: string
}

export function WarningChart({ found, name }: ChartProps) {
  const { words } = useLanguage()
  const { weeks } = found
  if (weeks.length === 0) return null
  const most = Math.max(4, ...weeks.flatMap(({ count, high }) => [count, high]))
  const y = (of: number): number => Math.round((top + (height - top - foot) * (1 - of / most)) * 10) / 10
  const step = (width - left) / weeks.length
  const x = (at: number): number => Math.round((left + step * at) * 10) / 10
  const line = (of: (week: Week) => number): string =>
    weeks.map((week, at) => `${x(at)},${y(of(week))} ${x(at + 1)},${y(of(week))}`).join(' ')
  const band = `${line(({ high }) => high)} ${line(({ low }) => low)
    .split(' ')
    .toReversed()
    .join(' ')}`
  return (
    <figure className="warning-chart">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words.rising.chart(name)}>
        <polygon className="warning-band" points={band} />
        {weeks.map((week, at) => (
          <rect
            key={week.until}
            className={isInWindow(week, found) ? 'warning-bar warning-bar-now' : 'warning-bar'}
            x={x(at) + step * 0.18}
            width={step * 0.64}
            y={y(week.count)}
            height={Math.max(0, y(0) - y(week.count))}
          />
        ))}
        <polyline className="warning-expected" points={line(({ expected }) => expected)} />
        <Axis y={y} most={most} />
        <Days weeks={weeks} />
      </svg>
      <figcaption className="warning-legend">
        <span className="warning-key warning-key-bar">{words.rising.legend.count}</span>
        <span className="warning-key warning-key-now">{words.rising.legend.now}</span>
        <span className="warning-key warning-key-expected">{words.rising.legend.expected}</span>
        <span className="warning-key warning-key-band">{words.rising.legend.band}</span>
      </figcaption>
    </figure>
  )
}

const isInWindow = ({ until }: Week, found: Found): boolean => until >= found.from

function Axis({ y, most }: { readonly y: (of: number) => number; readonly most: number }) {
  const ticks = [0, Math.round(most / 2), Math.round(most)]
  return (
    <g className="warning-axis">
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={left} x2={width} y1={y(tick)} y2={y(tick)} />
          <text x={left - 6} y={y(tick) + 4} textAnchor="end">
            {tick}
          </text>
        </g>
      ))}
    </g>
  )
}

/** The ends of the first and of the last week, as month and day. */
function Days({ weeks }: { readonly weeks: readonly Week[] }) {
  const short = (week: Week | undefined): string => week?.until.slice(5) ?? ''
  return (
    <g className="warning-axis">
      <text x={left} y={height - 6}>
        {short(weeks[0])}
      </text>
      <text x={width} y={height - 6} textAnchor="end">
        {short(weeks.at(-1))}
      </text>
    </g>
  )
}

/** What the chart shows, in numbers, the newest week first. */
export function WeekTable({ found }: { readonly found: Found }) {
  const { words, language } = useLanguage()
  const say = words.rising.table
  return (
    <details className="warning-table">
      <summary>{say.title}</summary>
      <div className="warning-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{say.week}</th>
              <th scope="col">{say.count}</th>
              <th scope="col">{say.expected}</th>
              <th scope="col">{say.band}</th>
            </tr>
          </thead>
          <tbody>
            {found.weeks.toReversed().map(({ until, count, expected, low, high }) => (
              <tr key={until}>
                <th scope="row">{fullDay(until, language)}</th>
                <td>{count}</td>
                <td>{expectedInWords(expected)}</td>
                <td>{`${low}–${high}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
