/** The figures of each period as they were issued, and every correction with what it was before. */
import { Button } from 'antd'
import { useState } from 'react'
import { fullDay } from '../../shared/days.ts'
import { useLanguage } from '../locales/language.tsx'
import { type Figure, type Issue, type Letter, useIndicators } from './assessment.ts'
import { perCent, useAssessmentWords } from './assessment-words.ts'
import { IssuedCasesDrawer } from './Cases.tsx'
import { TargetOf, Value } from './ScoreTable.tsx'

export function Issues({ letter }: { readonly letter: Letter }) {
  const { say } = useAssessmentWords()
  const [opened, open] = useState<{
    readonly issue: string
    readonly indicator: string
    readonly title: string
  } | null>(null)
  return (
    <section className="report-part">
      <h2>{say.issues}</h2>
      {letter.issues.length === 0 && <p className="faint">{say.noIssues}</p>}
      {letter.issues.toReversed().map((issue) => (
        <OneIssue
          key={issue.issue}
          issue={issue}
          onOpen={(indicator, title) => open({ issue: issue.issue, indicator, title })}
        />
      ))}
      {opened && <IssuedCasesDrawer {...opened} letter={letter.letter} onClose={() => open(null)} />}
    </section>
  )
}

interface OneIssueProps {
  readonly issue: Issue
  readonly onOpen: (indicator: string, title: string) => void
}

function OneIssue({ issue, onOpen }: OneIssueProps) {
  const { language } = useLanguage()
  const { say, named, periodName } = useAssessmentWords()
  const { period, by, on, audience, figures, editions } = issue
  return (
    <div className="issue">
      <h3>{say.issueOf(periodName(period))}</h3>
      <p className="faint">
        {say.issuedOn(by, fullDay(on, language))} · {say.audienceOf} {named('audience', audience)}
        {editions.length > 1 && <span className="assessment-note">{say.corrected(editions.length - 1)}</span>}
      </p>
      <ul className="figures-list">
        {figures.map((figure) => (
          <li key={figure.indicator}>
            <FigureLine figure={figure} editions={editions} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </div>
  )
}

interface FigureLineProps {
  readonly figure: Figure
  readonly editions: Issue['editions']
  readonly onOpen: OneIssueProps['onOpen']
}

function FigureLine({ figure, editions, onOpen }: FigureLineProps) {
  const { say, named } = useAssessmentWords()
  const indicators = useIndicators().data?.items ?? []
  const name = named('indicator', figure.indicator)
  const better = indicators.find(({ indicator }) => indicator === figure.indicator)?.better
  const before = earlierValues(figure, editions)
  return (
    <>
      <span className="figure-name">{name}</span>
      <span>
        <Value share={figure} />
        {before.map(({ edition, objection, value }) => (
          <span key={edition} className="figure-was">
            <s>{value}</s>
            {objection && <span className="faint"> {say.becauseOf(objection)}</span>}
          </span>
        ))}
      </span>
      <TargetOf score={figure} better={better} />
      {figure.denominator !== null && figure.denominator > 0 && (
        <Button
          size="small"
          aria-label={say.openCases(name)}
          onClick={() => onOpen(figure.indicator, say.openCases(name))}
        >
          {say.open}
        </Button>
      )}
    </>
  )
}

/** What the figure was in each edition that another has replaced, with the objection that did it. */
function earlierValues({ indicator }: Figure, editions: Issue['editions']) {
  const of = (edition: Issue['editions'][number] | undefined) =>
    edition?.figures.find((each) => each.indicator === indicator)
  return editions.flatMap((edition, at) => {
    const [was, became] = [of(edition), of(editions[at + 1])]
    if (!was || !became) return []
    const isSame = was.numerator === became.numerator && was.denominator === became.denominator
    if (isSame) return []
    const share = was.perMille === null ? '' : `${perCent(was.perMille)} `
    const value = `${share}${was.numerator ?? '–'} / ${was.denominator ?? '–'}`
    return [{ edition: edition.edition, objection: editions[at + 1]?.objection ?? null, value }]
  })
}
