/** How an indicator is counted, on what it rests, and its months as numbers. */
import { Drawer } from 'antd'
import { useLanguage } from '../locales/language.tsx'
import { Pairs } from '../petition/facts.tsx'
import type { Indicator, Score } from './assessment.ts'
import { useAssessmentWords } from './assessment-words.ts'
import { Value } from './ScoreTable.tsx'

interface HowDrawerProps {
  readonly indicator: Indicator
  readonly score: Score | undefined
  readonly onClose: () => void
}

export function HowDrawer({ indicator, score, onClose }: HowDrawerProps) {
  const { pick } = useLanguage()
  const { say, named, periodName } = useAssessmentWords()
  const { population, formula, originWords, basis, assesses, better, isMeasurable } = indicator
  return (
    <Drawer open title={say.howOf(pick(indicator.words))} size={480} onClose={onClose}>
      {!isMeasurable && <p className="action-follows">{say.notMeasuredSays}</p>}
      <Pairs
        pairs={[
          [say.population, pick(population)],
          [say.formula, pick(formula)],
          [say.better, better === 'higher' ? say.betterHigher : say.betterLower],
          [say.assesses, named('assessed', assesses)],
          [say.origin, pick(originWords)],
          [say.basis, pick(basis)],
        ]}
      />
      {score && isMeasurable && (
        <table className="plain-table score-months">
          <caption className="visually-hidden">{say.column.trend}</caption>
          <thead>
            <tr>
              <th scope="col">{say.month}</th>
              <th scope="col">{say.column.value}</th>
            </tr>
          </thead>
          <tbody>
            {score.trend.toReversed().map((share) => (
              <tr key={share.month}>
                <th scope="row">{periodName(share.month)}</th>
                <td>
                  <Value share={share} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Drawer>
  )
}
