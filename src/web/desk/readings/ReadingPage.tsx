import { Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { readingTermOf } from '../../../wording/reading-terms.ts'
import { fullDay, todayInBeijing } from '../../shared/days.ts'
import { CaseColumns } from '../layout/CaseColumns.tsx'
import { NotNow } from '../layout/NotNow.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { issuedPage, useIssuedPapers } from '../petition/papers.ts'
import { CaseSummary } from '../summary/CaseSummary.tsx'
import { TaskLines } from '../tasks/TaskLines.tsx'
import { InstructDialog } from './InstructDialog.tsx'
import type { Order } from './OrderFields.tsx'
import { ReadingActDialog } from './ReadingActDialog.tsx'
import {
  countOn,
  type ReadingActionView,
  type ReadingView,
  useQueue,
  useReading,
  useReadingCounts,
} from './readings.ts'
import { useReadingWords } from './words.ts'
import '../petition/petition.css'
import '../reports/reports.css'
import './readings.css'

/** One letter as it lies before a leader: the page about it, what is suggested, and what can be done now under one's thumb. */
export function ReadingPage() {
  const { reading = '' } = useParams()
  const read = useReading(reading)
  if (read.isPending) return <Skeleton lines={12} />
  if (read.isError) return <Trouble error={read.error} onRetry={() => read.refetch()} />
  return <Whole key={reading} reading={read.data} />
}

function Whole({ reading }: { readonly reading: ReadingView }) {
  const say = useReadingWords()
  const { language } = useLanguage()
  const isLeader = reading.part === 'leader'
  return (
    <Page title={reading.summary?.title ?? say.untitled}>
      <p className="reading-line">
        <span className="stage">{readingTermOf('readingStage', reading.stage)[language]}</span>
        {reading.wantedBy && reading.stage === 'proposed' && <Wanted day={reading.wantedBy} />}
        {isLeader && reading.stage === 'proposed' && <QueueLine />}
      </p>
      <div className="reading-whole">
        <CaseColumns
          facts={
            <>
              <Why reading={reading} />
              <Given reading={reading} />
              <TaskLines of={`reading:${reading.reading}`} />
              {reading.erasedOn ? <p>{say.page.erased}</p> : <Summary reading={reading} />}
            </>
          }
          side={
            <>
              <Acts reading={reading} />
              <Papers reading={reading} />
            </>
          }
          history={<Happened reading={reading} />}
        />
      </div>
    </Page>
  )
}

function Wanted({ day }: { readonly day: string }) {
  const say = useReadingWords()
  const { language } = useLanguage()
  const isLate = day < todayInBeijing()
  return (
    <span className={isLate ? 'broken' : 'soft'}>
      {say.wanted(fullDay(day, language))} {isLate && say.late}
    </span>
  )
}

/** How many wait beside this one. */
function QueueLine() {
  const say = useReadingWords()
  const { data: counts } = useReadingCounts(true)
  const waiting = countOn(counts, 'leader', 'proposed')
  return waiting > 0 && <span className="faint">{say.page.left(waiting - 1)}</span>
}

function Why({ reading }: { readonly reading: ReadingView }) {
  const say = useReadingWords()
  const { pick, language } = useLanguage()
  const { suggested } = reading
  return (
    <section className="report-part">
      <h2>{say.page.why}</h2>
      <p className="prose">{reading.why}</p>
      <p className="faint">
        {say.page.from(pick(reading.bureau), fullDay(reading.proposedOn, language))}
        {reading.part === 'bureau' && ` → ${reading.leader.name} ${pick(reading.leader.organ)}`}
      </p>
      {suggested && (
        <blockquote className="reading-suggested">
          <strong>{say.page.suggested}</strong>
          <p className="prose">{suggested.what}</p>
          <p className="faint">{say.page.suggestedLine(pick(suggested.organ), fullDay(suggested.due, language))}</p>
        </blockquote>
      )}
      {reading.handOvers.map(({ on, from, to, reason }) => (
        <blockquote key={on + to.account} className="reading-suggested">
          <span className="faint">
            {fullDay(on, language)} {say.page.handedOver(from.name, to.name)}
          </span>
          <p className="prose">{reason}</p>
        </blockquote>
      ))}
      {reading.reason && (
        <blockquote className="reading-suggested">
          <span className="faint">
            {say.page.reason} {fullDay(reading.reason.on, language)}
          </span>
          <p className="prose">{reading.reason.text}</p>
        </blockquote>
      )}
    </section>
  )
}

function Given({ reading }: { readonly reading: ReadingView }) {
  const say = useReadingWords()
  const { pick, language } = useLanguage()
  if (reading.instructions.length === 0) return null
  return (
    <section className="report-part">
      <h2>{say.page.given}</h2>
      <ol className="reading-given">
        {reading.instructions.map(({ ref, organ, to, what, due }) => (
          <li key={ref}>
            <p className="prose">{what}</p>
            <p className="faint">
              {say.page.givenLine(pick(organ), fullDay(due, language))}
              {to.id !== organ.id && <> {say.page.goesTo(pick(to))}</>}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Summary({ reading }: { readonly reading: ReadingView }) {
  const say = useReadingWords()
  return (
    <section className="report-part">
      {reading.summary ? <CaseSummary summary={reading.summary} /> : <p className="faint">{say.page.noSummary}</p>}
      {reading.isPetitionOpenToYou && (
        <p>
          <Link to={`/petitions/${reading.petition}`}>{say.page.open}</Link>
        </p>
      )}
    </section>
  )
}

const ofLeader: ReadonlySet<string> = new Set(['instruct', 'mark-read', 'return'])

type Chosen =
  | { readonly is: 'instruct'; readonly start: Order }
  | { readonly is: 'act'; readonly action: ReadingActionView }

/** What can be done now: for a leader large, and on a phone at the lower edge, where the thumb is. After it the next letter comes. */
function Acts({ reading }: { readonly reading: ReadingView }) {
  const say = useReadingWords()
  const { pick } = useLanguage()
  const [chosen, choose] = useState<Chosen | null>(null)
  const goOn = useGoingOn(reading)
  const { suggested } = reading
  const allowed = reading.actions.filter((action) => action.allowed)
  const refused = reading.actions.filter(({ refusal }) => refusal && refusal.kind !== 'wrong-reading-stage')
  const [first] = reading.organs
  const begin = (action: ReadingActionView) =>
    choose(
      action.action === 'instruct'
        ? { is: 'instruct', start: first ? { organ: first.id } : {} }
        : { is: 'act', action },
    )
  const asSuggested = () =>
    suggested &&
    choose({ is: 'instruct', start: { organ: suggested.organ.id, what: suggested.what, due: suggested.due } })
  const isLeaders = allowed.some(({ action }) => ofLeader.has(action))
  return (
    <section className={isLeaders ? 'side-section reading-acts' : 'side-section'}>
      <h2 className="reading-now">{say.page.now}</h2>
      {isLeaders && suggested && allowed.some(({ action }) => action === 'instruct') && (
        <Button size="large" block onClick={asSuggested}>
          {say.page.useSuggested}
        </Button>
      )}
      <div className="reading-buttons">
        {allowed.map((action) => (
          <Button
            key={action.action}
            size={ofLeader.has(action.action) ? 'large' : 'middle'}
            type={action.action === 'instruct' ? 'primary' : 'default'}
            onClick={() => begin(action)}
          >
            {pick(action)}
          </Button>
        ))}
        {reading.part === 'leader' && reading.stage !== 'proposed' && <Next />}
      </div>
      <NotNow groups={[{ key: 'not-now', title: say.page.now, actions: refused }]} />
      {chosen?.is === 'instruct' && (
        <InstructDialog reading={reading} start={chosen.start} onDone={goOn} onClose={() => choose(null)} />
      )}
      {chosen?.is === 'act' && (
        <ReadingActDialog
          key={chosen.action.action}
          {...{ reading, action: chosen.action }}
          onDone={ofLeader.has(chosen.action.action) ? goOn : () => {}}
          onClose={() => choose(null)}
        />
      )}
    </section>
  )
}

/** From a letter that waited to the next that does; whoever looks at one read before stays there. */
function useGoingOn({ reading, stage }: ReadingView): () => void {
  const navigate = useNavigate()
  const { data: queue = [] } = useQueue()
  const next = queue.find((row) => row.reading !== reading)
  return () => {
    if (stage === 'proposed') navigate(next ? `/readings/${next.reading}` : '/readings', { replace: true })
  }
}

function Next() {
  const say = useReadingWords()
  const { data: queue = [] } = useQueue()
  const [first] = queue
  return first ? (
    <Link to={`/readings/${first.reading}`}>
      <Button size="large">{say.page.next}</Button>
    </Link>
  ) : (
    <span className="faint">{say.page.allReadSays}</span>
  )
}

function Papers({ reading }: { readonly reading: ReadingView }) {
  const say = useReadingWords()
  const { pick } = useLanguage()
  const stream = `reading:${reading.reading}`
  const { data } = useIssuedPapers(stream, reading.version)
  if (!data || data.items.length === 0) return null
  return (
    <section className="side-section">
      <h2>{say.page.papers}</h2>
      <ul className="reading-list">
        {data.items.map((paper) => (
          <li key={paper.paper}>
            <Link to={issuedPage(stream, paper.paper)}>{pick(paper)}</Link>
            <div className="faint">{paper.number ?? (paper.isNumberPending ? say.page.numberPending : '')}</div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Happened({ reading }: { readonly reading: ReadingView }) {
  const say = useReadingWords()
  const { pick, language } = useLanguage()
  return (
    <section className="report-part">
      <h2>{say.page.history}</h2>
      <ol className="report-history">
        {reading.history.map((fact, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: facts are only ever added behind the last
          <li key={at}>
            <time className="nowrap faint">{fullDay(fact.on, language)}</time>
            <span>{pick(fact)}</span>
            <span className="faint">{fact.organ && pick(fact.organ)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
