/** The indicators one below the other: a table at the desk, cards on a phone. */
import { Button } from 'antd'
import { useIsNarrow } from '../layout/media.ts'
import { useLanguage } from '../locales/language.tsx'
import type { Indicator, Score, Share } from './assessment.ts'
import { perCent, useAssessmentWords } from './assessment-words.ts'
import { Sparkline } from './Sparkline.tsx'

interface ScoreTableProps {
  readonly scores: readonly Score[]
  readonly find: (indicator: string) => Indicator | undefined
  readonly onOpen: (indicator: string) => void
  readonly onExplain: (indicator: Indicator) => void
}

type RowProps = Omit<ScoreTableProps, 'scores'> & { readonly score: Score }

export function ScoreTable({ scores, ...rest }: ScoreTableProps) {
  const { say } = useAssessmentWords()
  const isNarrow = useIsNarrow()
  if (isNarrow) {
    return (
      <ul className="score-cards">
        {scores.map((score) => (
          <li key={score.indicator}>
            <Card score={score} {...rest} />
          </li>
        ))}
      </ul>
    )
  }
  return (
    <table className="ledger score-table">
      <thead>
        <tr>
          <th scope="col">{say.column.indicator}</th>
          <th scope="col">{say.column.value}</th>
          <th scope="col">{say.column.target}</th>
          <th scope="col">{say.column.trend}</th>
          <th scope="col">{say.column.rank}</th>
          <th scope="col">{say.column.cases}</th>
        </tr>
      </thead>
      <tbody>
        {scores.map((score) => (
          <Row key={score.indicator} score={score} {...rest} />
        ))}
      </tbody>
    </table>
  )
}

function Row(props: RowProps) {
  const { score, find } = props
  const name = useName(score, find)
  return (
    <tr>
      <th scope="row">
        <Name {...props} />
      </th>
      <td>
        <Value share={score} />
      </td>
      <td>
        <TargetOf score={score} better={find(score.indicator)?.better} />
      </td>
      <td>{isMeasured(score) && <Sparkline name={name} trend={score.trend} target={score.target} />}</td>
      <td>
        <Rank score={score} />
      </td>
      <td>
        <Open {...props} />
      </td>
    </tr>
  )
}

function Card(props: RowProps) {
  const { score, find } = props
  const name = useName(score, find)
  return (
    <div className="score-card">
      <div className="score-card-top">
        <Name {...props} />
        <Open {...props} />
      </div>
      <Value share={score} />
      {isMeasured(score) && (
        <div className="score-card-more">
          <TargetOf score={score} better={find(score.indicator)?.better} />
          <Sparkline name={name} trend={score.trend} target={score.target} />
          <Rank score={score} />
        </div>
      )}
    </div>
  )
}

const isMeasured = ({ note }: Share): boolean => note !== 'notMeasured'

function useName({ indicator }: Score, find: RowProps['find']): string {
  const { pick } = useLanguage()
  const found = find(indicator)
  return found ? pick(found.words) : indicator
}

function Name({ score, find, onExplain }: RowProps) {
  const { say } = useAssessmentWords()
  const name = useName(score, find)
  const indicator = find(score.indicator)
  if (!indicator) return <span>{name}</span>
  return (
    <button type="button" className="link score-name" title={say.how} onClick={() => onExplain(indicator)}>
      {name}
    </button>
  )
}

/** The share, and always what it is a share of; where there is none, why. */
export function Value({ share }: { readonly share: Share }) {
  const { say } = useAssessmentWords()
  const { numerator, denominator, perMille, note } = share
  return (
    <span className="score-value">
      {perMille !== null && <strong>{perCent(perMille)}</strong>}
      {numerator !== null && denominator !== null && (
        <span className="faint nowrap">{say.share(numerator, denominator)}</span>
      )}
      {note && <span className={note === 'few' ? 'faint' : 'soft'}>{say.note[note]}</span>}
    </span>
  )
}

interface TargetOfProps {
  readonly score: Pick<Score, 'target' | 'isMet' | 'weight'>
  readonly better: Indicator['better'] | undefined
}

export function TargetOf({ score: { target, isMet, weight }, better = 'higher' }: TargetOfProps) {
  const { say } = useAssessmentWords()
  if (target === null) return <span className="faint">{say.noTarget}</span>
  return (
    <span className="score-target">
      <span>{better === 'higher' ? say.atLeast(target) : say.atMost(target)}</span>
      {weight !== null && <span className="faint">{say.weight(weight)}</span>}
      {isMet !== null && <span className={isMet ? 'score-met' : 'score-missed'}>{isMet ? say.met : say.missed}</span>}
    </span>
  )
}

function Rank({ score: { rank, perMille } }: { readonly score: Score }) {
  const { say } = useAssessmentWords()
  if (rank !== null) return <span>{say.rank(rank.place, rank.of)}</span>
  return perMille === null ? null : <span className="faint">{say.noRank}</span>
}

/** There is something to open wherever something was counted, even if the figure is not shown. */
function Open({ score, find, onOpen }: RowProps) {
  const { say } = useAssessmentWords()
  const name = useName(score, find)
  if (score.denominator === null || score.denominator === 0) return null
  return (
    <Button size="small" aria-label={say.openCases(name)} onClick={() => onOpen(score.indicator)}>
      {say.open}
    </Button>
  )
}
