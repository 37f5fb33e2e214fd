/** Counts over time as bars; what they show stands in a table, folded away below. */
import './topics.css'

export interface Bar {
  readonly key: string
  readonly label: string
  readonly count: number
  /** Drawn paler: before something began. */
  readonly isPale?: boolean
}

interface BarsProps {
  readonly bars: readonly Bar[]
  /** What it shows, for whoever does not see it. */
  readonly says: string
  readonly table: { readonly title: string; readonly when: string; readonly count: string }
}

const [width, height, left, top, foot] = [640, 200, 40, 18, 34]

export function Bars({ bars, says, table }: BarsProps) {
  if (bars.length === 0) return null
  const most = Math.max(2, ...bars.map(({ count }) => count))
  const y = (of: number): number => top + (height - top - foot) * (1 - of / most)
  const step = Math.min(60, (width - left) / bars.length)
  return (
    <figure className="topic-bars">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={says}>
        {[0, Math.round(most / 2), most].map((tick) => (
          <g key={tick}>
            <line x1={left} x2={width} y1={y(tick)} y2={y(tick)} />
            <text x={left - 6} y={y(tick) + 4} textAnchor="end">
              {tick}
            </text>
          </g>
        ))}
        {bars.map(({ key, count, isPale = false }, at) => (
          <rect
            key={key}
            className={isPale ? 'is-pale' : undefined}
            x={left + step * at + step * 0.15}
            width={step * 0.7}
            y={y(count)}
            height={Math.max(0, y(0) - y(count))}
          />
        ))}
        <text x={left} y={height - 8}>
          {bars[0]?.label}
        </text>
        {bars.length > 1 && (
          <text x={left + step * bars.length} y={height - 8} textAnchor="end">
            {bars.at(-1)?.label}
          </text>
        )}
      </svg>
      <details>
        <summary>{table.title}</summary>
        <table className="plain-table">
          <thead>
            <tr>
              <th>{table.when}</th>
              <th>{table.count}</th>
            </tr>
          </thead>
          <tbody>
            {bars.map(({ key, label, count }) => (
              <tr key={key}>
                <td>{label}</td>
                <td>{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}

/** A line as small as a word, for a row of a list; the numbers beside it say the same. */
export function Spark({ counts }: { readonly counts: readonly number[] }) {
  const most = Math.max(1, ...counts)
  const step = 60 / Math.max(counts.length, 1)
  return (
    <svg className="topic-spark" viewBox="0 0 60 16" aria-hidden="true">
      {counts.map((count, at) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place in time
          key={at}
          x={at * step}
          width={Math.max(1, Math.min(8, step - 1))}
          y={16 - (15 * count) / most - 1}
          height={(15 * count) / most + 1}
        />
      ))}
    </svg>
  )
}
