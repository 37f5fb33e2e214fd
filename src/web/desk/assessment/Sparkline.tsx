/** Twelve months as a line. What has no figure leaves a gap; the same is said in words for whoever does not see it. */

import type { Score } from './assessment.ts'
import { perCent, useAssessmentWords } from './assessment-words.ts'

const [width, height, pad] = [132, 30, 4]

interface SparklineProps {
  readonly name: string
  readonly trend: Score['trend']
  /** Whole per cent. */
  readonly target: number | null
}

interface Point {
  readonly x: number
  readonly y: number
}

export function Sparkline({ name, trend, target }: SparklineProps) {
  const { say, periodName } = useAssessmentWords()
  const shown = trend.filter(({ perMille }) => perMille !== null)
  if (shown.length === 0) return <span className="faint">{say.trendNone}</span>
  const months = trend.map(
    ({ month, perMille }) => `${periodName(month)} ${perMille === null ? say.none : perCent(perMille)}`,
  )
  const scale = scaleOf(trend, target)
  const last = pointsOf(trend, scale).flat().at(-1)
  return (
    <svg
      className="sparkline"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={say.trendOf(name, months.join('; '))}
    >
      {target !== null && (
        <line className="sparkline-target" x1={0} x2={width} y1={scale(target * 10)} y2={scale(target * 10)} />
      )}
      {pointsOf(trend, scale).map((run) => (
        <polyline key={run[0]?.x} points={run.map(({ x, y }) => `${x},${y}`).join(' ')} />
      ))}
      {last && <circle cx={last.x} cy={last.y} r={2.5} />}
    </svg>
  )
}

/** The range that is there, at least ten per cent of it, so that a small change does not look like a great one. */
function scaleOf(trend: Score['trend'], target: number | null): (perMille: number) => number {
  const values = [...trend.flatMap(({ perMille }) => perMille ?? []), ...(target === null ? [] : [target * 10])]
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const middle = (low + high) / 2
  const half = Math.max((high - low) / 2, 50)
  return (perMille) => Math.round((height / 2 - ((perMille - middle) / half) * (height / 2 - pad)) * 10) / 10
}

/** The line in as many pieces as there are months without a figure between; a lone month is drawn as a short stroke. */
function pointsOf(trend: Score['trend'], scale: (perMille: number) => number): readonly (readonly Point[])[] {
  const step = (width - 2 * pad) / Math.max(trend.length - 1, 1)
  const runs: Point[][] = []
  let run: Point[] | null = null
  trend.forEach(({ perMille }, at) => {
    if (perMille === null) {
      run = null
      return
    }
    const point = { x: Math.round((pad + at * step) * 10) / 10, y: scale(perMille) }
    if (run === null) {
      run = [point]
      runs.push(run)
    } else run.push(point)
  })
  return runs.map((points) =>
    points.length === 1 && points[0] ? [points[0], { ...points[0], x: points[0].x + 2 }] : points,
  )
}
