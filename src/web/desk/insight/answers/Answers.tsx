/** Answer quality by objective checks: counts and intervals by organ, each leading to the petitions behind it. */
import type { CSSProperties } from 'react'
import { Link, useSearchParams } from 'react-router'
import { answerTerms } from '../../../../wording/answer-terms.ts'
import { todayInBeijing } from '../../../shared/days.ts'
import { PeriodPicker } from '../../assessment/Pickers.tsx'
import { Nothing } from '../../layout/Nothing.tsx'
import { Skeleton } from '../../layout/Skeleton.tsx'
import { Trouble } from '../../layout/Trouble.tsx'
import { useLanguage } from '../../locales/language.tsx'
import { InsightPage } from '../InsightPage.tsx'
import { Panel } from '../Panel.tsx'
import { type AnswerFiguresView, useAnswerFigures, useAnswerWords } from './answers.ts'
import './answers.css'

/** The running year, as the house takes it where nothing is asked for. */
const runningYear = (): string => todayInBeijing().slice(0, 4)

export function Answers() {
  const say = useAnswerWords()
  const [search, setSearch] = useSearchParams()
  const period = search.get('period') ?? runningYear()
  const figures = useAnswerFigures({ period })
  return (
    <InsightPage>
      <p className="soft page-says">{say.says}</p>
      <div className="insight-tools">
        <PeriodPicker value={period} onChange={(next) => setSearch({ period: next })} />
      </div>
      {figures.isPending && <Skeleton lines={10} />}
      {figures.isError && <Trouble error={figures.error} onRetry={() => figures.refetch()} />}
      {figures.data && !figures.isError && <Figures figures={figures.data} />}
    </InsightPage>
  )
}

function Figures({ figures }: { readonly figures: AnswerFiguresView }) {
  const { pick } = useLanguage()
  const say = useAnswerWords()
  const { organs, answers, waiting, period } = figures
  if (answers === 0) return <Nothing title={say.none} says={waiting > 0 ? say.waiting(waiting) : say.noneSays} />
  return (
    <>
      {waiting > 0 && <p className="insight-note">{say.waiting(waiting)}</p>}
      <Panel title={`${say.all} · ${say.answers(answers)}`} says={say.sharesSay}>
        <Shares figures={figures} label={say.all} behind={{ period: period.name }} />
      </Panel>
      <h2 className="answer-heading">{say.byOrgan}</h2>
      <p className="faint">{say.byOrganSays}</p>
      {organs.map((each) => (
        <details key={each.organ.id} className="answer-organ" open={organs.length === 1}>
          <summary>
            <strong>{pick(each.organ)}</strong> <span className="soft">{say.answers(each.answers)}</span>
          </summary>
          <Shares figures={each} label={pick(each.organ)} behind={{ period: period.name, organ: each.organ.id }} />
        </details>
      ))}
    </>
  )
}

type Share = AnswerFiguresView['any']

const percent = (share: number | null): string => (share === null ? '–' : `${(share * 100).toFixed(1)}%`)

interface SharesProps {
  readonly figures: Pick<AnswerFiguresView, 'any' | 'checks'>
  readonly label: string
  /** What leads to the petitions behind each number, but for the check. */
  readonly behind: Readonly<Record<string, string>>
}

function Shares({ figures: { any, checks }, label, behind }: SharesProps) {
  const { language } = useLanguage()
  const say = useAnswerWords()
  const hrefOf = (more: Readonly<Record<string, string>>) =>
    `/insight/answers/behind?${new URLSearchParams({ ...behind, ...more })}`
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard
    <section className="insight-scroll answer-scroll" tabIndex={0} aria-label={label}>
      <table className="insight-table answer-table" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{say.check}</th>
            {[say.found, say.of, say.share].map((title) => (
              <th key={title} scope="col" className="end">
                {title}
              </th>
            ))}
            <th scope="col" className="end answer-beside">
              {say.interval}
            </th>
            <td className="answer-drawn" />
          </tr>
        </thead>
        <tbody>
          {checks.map(({ check, ...share }) => (
            <Line key={check} says={answerTerms.answerCheck[check][language]} share={share} href={hrefOf({ check })} />
          ))}
          <Line says={say.any} share={any} href={hrefOf({})} isSum />
        </tbody>
      </table>
    </section>
  )
}

interface LineProps {
  readonly says: string
  readonly share: Share
  readonly href: string
  readonly isSum?: boolean
}

function Line({ says, share: { n, of, share, low, high }, href, isSum = false }: LineProps) {
  // beside the share, or beneath it where the screen is narrow
  const between = `${percent(low)} – ${percent(high)}`
  return (
    <tr className={isSum ? 'answer-sum' : undefined}>
      <th scope="row">{says}</th>
      <td className="end">{n === 0 ? 0 : <Link to={href}>{n}</Link>}</td>
      <td className="end soft">{of}</td>
      <td className="end">
        {percent(share)}
        <span className="nowrap answer-beneath">{between}</span>
      </td>
      <td className="end soft nowrap answer-beside">{between}</td>
      <td className="answer-drawn" aria-hidden="true">
        <Interval share={share ?? 0} low={low ?? 0} high={high ?? 0} />
      </td>
    </tr>
  )
}

/** Between what the share lies, and the share: how little few answers tell is seen before it is read. */
function Interval({ share, low, high }: { readonly share: number; readonly low: number; readonly high: number }) {
  const at = { '--low': low, '--high': high, '--share': share } as CSSProperties
  return <i className="answer-interval" style={at} />
}
