/** 公正与纪律: counts of each organ, shares with their intervals where they say anything, each leading to what lies behind it. */
import { Link, useSearchParams } from 'react-router'
import { fairnessTerms } from '../../../../wording/fairness-terms.ts'
import { todayInBeijing } from '../../../shared/days.ts'
import { PeriodPicker } from '../../assessment/Pickers.tsx'
import { Nothing } from '../../layout/Nothing.tsx'
import { Skeleton } from '../../layout/Skeleton.tsx'
import { Trouble } from '../../layout/Trouble.tsx'
import { useLanguage } from '../../locales/language.tsx'
import { TeamPage } from '../TeamPage.tsx'
import { type FairnessFigures, type FairnessView, useFairness, useFairnessWords } from './fairness.ts'
import '../workforce.css'
import './fairness.css'

/** The running year, as the house takes it where nothing is asked for. */
const runningYear = (): string => todayInBeijing().slice(0, 4)

export function Fairness() {
  const say = useFairnessWords()
  const [search, setSearch] = useSearchParams()
  const period = search.get('period') ?? runningYear()
  const read = useFairness({ period })
  return (
    <TeamPage>
      <p className="soft page-says">{say.says}</p>
      <div className="insight-tools">
        <PeriodPicker value={period} onChange={(next) => setSearch({ period: next })} />
      </div>
      {read.isPending && <Skeleton lines={10} />}
      {read.isError && <Trouble error={read.error} onRetry={() => read.refetch()} />}
      {read.data && !read.isError && <Whole view={read.data} />}
      <p className="faint fairness-says fairness-last">{say.conductSays}</p>
    </TeamPage>
  )
}

function Whole({ view: { whole, organs, waiting, period } }: { readonly view: FairnessView }) {
  const { pick } = useLanguage()
  const say = useFairnessWords()
  if (organs.length === 0) return <Nothing title={say.none} says={waiting > 0 ? say.waiting(waiting) : say.noneSays} />
  const behind = { period: period.name }
  return (
    <>
      {waiting > 0 && <p className="insight-note">{say.waiting(waiting)}</p>}
      <section className="team-part">
        <h2>{say.whole}</h2>
        <p className="faint fairness-says">{say.wholeSays}</p>
        <Figures figures={whole} label={say.whole} behind={behind} />
      </section>
      <section className="team-part">
        <h2>{say.byOrgan}</h2>
        <p className="faint fairness-says">{say.byOrganSays}</p>
        {organs.map(({ organ, figures }, at) => (
          <details key={organ.id} className="fairness-organ" open={at === 0}>
            <summary>
              <strong>{pick(organ)}</strong> <InShort figures={figures} />
            </summary>
            <Figures figures={figures} label={pick(organ)} behind={{ ...behind, organ: organ.id }} />
          </details>
        ))}
      </section>
    </>
  )
}

/** What there is of an organ while its table is closed. */
function InShort({ figures }: { readonly figures: FairnessFigures }) {
  const { language } = useLanguage()
  const parts = figures.map(({ measure, all }) => `${fairnessTerms.fairnessMeasure[measure][language]} ${all}`)
  return <span className="soft">{parts.join(' · ')}</span>
}

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`

interface FiguresProps {
  readonly figures: FairnessFigures
  readonly label: string
  /** What leads to what lies behind each number, but for what it is. */
  readonly behind: Readonly<Record<string, string>>
}

function Figures({ figures, label, behind }: FiguresProps) {
  const say = useFairnessWords()
  return (
    <table className="team-table is-wide" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{say.what}</th>
          <th scope="col">{say.outcome}</th>
          {[say.n, say.share, say.interval].map((title) => (
            <th key={title} scope="col" className="end">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => (
          <Measured key={figure.measure} figure={figure} behind={behind} />
        ))}
      </tbody>
    </table>
  )
}

interface MeasuredProps extends Pick<FiguresProps, 'behind'> {
  readonly figure: FairnessFigures[number]
}

/** One row for each result, the first with what it is of. */
function Measured({ figure: { measure, all, outcomes }, behind }: MeasuredProps) {
  const { language } = useLanguage()
  const say = useFairnessWords()
  const what = fairnessTerms.fairnessMeasure[measure][language]
  const isSmall = outcomes.some(({ share }) => share?.isSmall)
  return outcomes.map(({ outcome, n, share }, at) => (
    <tr key={outcome} className={at === 0 ? 'fairness-first' : undefined}>
      <th scope="row">
        <span className={at === 0 ? undefined : 'fairness-again'}>{what}</span>
        {at === 0 && outcomes.length > 1 && (
          <span className="soft fairness-of">{isSmall ? say.ofFew(all) : say.of(all)}</span>
        )}
      </th>
      <td data-title={say.outcome}>{fairnessTerms.fairnessOutcome[outcome][language]}</td>
      <td data-title={say.n} className={n === 0 ? 'end is-nought' : 'end'}>
        {n === 0 ? (
          0
        ) : (
          <Link to={`/team/fairness/cases?${new URLSearchParams({ ...behind, measure, outcome })}`}>{n}</Link>
        )}
      </td>
      <td data-title={say.share} className="end">
        {share && percent(share.share)}
      </td>
      <td data-title={say.interval} className="end fairness-between">
        {share && `${percent(share.low)} – ${percent(share.high)}`}
      </td>
    </tr>
  ))
}
