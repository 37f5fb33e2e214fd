import { Segmented } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { findCategory } from '../../../law/codes/categories.ts'
import { screeningTermOf } from '../../../wording/screening-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { CaseColumns } from '../layout/CaseColumns.tsx'
import { HistoryLines } from '../layout/HistoryLines.tsx'
import { NotNow } from '../layout/NotNow.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { usePlaceName } from '../organs/directory.ts'
import { Pairs } from '../petition/facts.tsx'
import { Counts } from './Counts.tsx'
import { ScreeningActDialog } from './ScreeningActDialog.tsx'
import { type AreaView, type ScreeningView, useScreening } from './screenings.ts'
import '../petition/petition.css'
import '../reports/reports.css'
import './screening.css'

/** One campaign: what is looked for, what each place reported, and what can be done now. */
export function ScreeningPage() {
  const { screening = '' } = useParams()
  const read = useScreening(screening)
  if (read.isPending) return <Skeleton lines={10} />
  if (read.isError) return <Trouble error={read.error} onRetry={() => read.refetch()} />
  return <Whole key={screening} screening={read.data} />
}

function Whole({ screening }: { readonly screening: ScreeningView }) {
  const { words } = useLanguage()
  const say = words.screening.page
  return (
    <Page title={screening.title}>
      <CaseColumns
        facts={<About screening={screening} />}
        side={<Actions screening={screening} />}
        history={
          <>
            <Coverage screening={screening} />
            {screening.summary && (
              <section className="report-part">
                <h2>{say.summary}</h2>
                <p className="prose">{screening.summary}</p>
              </section>
            )}
            <History screening={screening} />
          </>
        }
      />
    </Page>
  )
}

function About({ screening }: { readonly screening: ScreeningView }) {
  const { words, language, pick } = useLanguage()
  const say = words.screening
  const { round, category, keeper, due, stage, brief, note, extensions } = screening
  const topic = category === null ? undefined : findCategory(category)
  return (
    <section className="report-part">
      <Pairs
        pairs={[
          [say.state, screeningTermOf('screeningStage', stage)[language]],
          [say.keeper, pick(keeper)],
          [say.due, fullDay(due, language)],
          [say.page.topic, topic ? pick(topic) : say.page.everything],
          [
            say.rhythm,
            round ? say.round(screeningTermOf('screeningRhythm', round.rhythm)[language], round.number) : say.special,
          ],
          [say.page.period, round && say.page.span(fullDay(round.from, language), fullDay(round.until, language))],
          [say.page.basis, round?.basis ? pick(round.basis) : null],
          [say.page.note, note],
        ]}
      />
      {round && <NextRound round={round} />}
      <h2 className="screening-next">{say.page.brief}</h2>
      <p className="prose">{brief}</p>
      {extensions.map(({ on, until, reason }) => (
        <p key={on + until} className="faint">
          {say.page.extended(fullDay(on, language), fullDay(until, language), reason)}
        </p>
      ))}
    </section>
  )
}

function NextRound({ round }: { readonly round: NonNullable<ScreeningView['round']> }) {
  const { words, language } = useLanguage()
  const say = words.screening.page
  const { nextOn, next } = round
  return (
    <p className="faint">
      {say.nextOn}{' '}
      {next ? (
        <Link to={`/screenings/${next}`}>{say.nextOpen}</Link>
      ) : nextOn ? (
        say.nextFrom(fullDay(nextOn, language))
      ) : (
        say.noNext
      )}
    </p>
  )
}

function Coverage({ screening }: { readonly screening: ScreeningView }) {
  const { words } = useLanguage()
  const say = words.screening.page
  const [shown, show] = useState<'all' | 'waiting'>('all')
  const places = screening.places.filter(({ standing }) => shown === 'all' || standing === 'waiting')
  return (
    <section className="report-part">
      <h2>{say.places}</h2>
      <Counts {...screening} isOver={screening.stage !== 'open'} />
      <div className="page-choice">
        <Segmented<'all' | 'waiting'>
          value={shown}
          onChange={show}
          options={[
            { value: 'all', label: say.all },
            { value: 'waiting', label: say.onlyLate },
          ]}
        />
      </div>
      <ul className="screening-places">
        {places.map((place) => (
          <PlaceCard key={place.area} place={place} screening={screening} />
        ))}
      </ul>
    </section>
  )
}

function PlaceCard({ place, screening }: { readonly place: AreaView; readonly screening: ScreeningView }) {
  const { words, language, pick } = useLanguage()
  const say = words.screening
  const placeName = usePlaceName()
  const { area, standing, isLate, until, reportedOn, disputes, households, met, reminders, organ, note } = place
  const isMissing = standing === 'waiting' && screening.stage === 'closed'
  const state = isMissing
    ? say.counts.missing
    : isLate
      ? say.counts.late
      : screeningTermOf('areaStanding', standing)[language]
  return (
    <li className={`screening-place-${isLate || isMissing ? 'late' : standing}`}>
      <Link to={`/screenings/${screening.screening}/${area}`}>{placeName(area)}</Link>{' '}
      <span className={isLate || isMissing ? 'screening-late-word' : undefined}>{state}</span>
      <p className="faint">
        {reportedOn ? say.page.reported(fullDay(reportedOn, language)) : say.page.until(fullDay(until, language))}
        {disputes > 0 && ` · ${say.page.disputes(disputes)}`}
        {households > 0 && ` · ${say.page.households} ${say.page.seen(met, households)}`}
        {reminders > 0 && ` · ${say.page.reminders(reminders)}`}
      </p>
      {organ.id !== '' && standing === 'waiting' && <p className="faint">{pick(organ)}</p>}
      {note && <p className="prose">{note}</p>}
    </li>
  )
}

function Actions({ screening }: { readonly screening: ScreeningView }) {
  const { words, pick } = useLanguage()
  const [chosen, choose] = useState<ScreeningView['actions'][number] | null>(null)
  const now = screening.actions.filter(({ allowed }) => allowed)
  return (
    <section className="side-section">
      <h2>{words.action.now}</h2>
      <ul className="report-actions">
        {now.map((action) => (
          <li key={action.action}>
            <button type="button" className="action" onClick={() => choose(action)}>
              {pick(action)}
            </button>
          </li>
        ))}
      </ul>
      <NotNow
        groups={[
          {
            key: 'screening',
            title: words.screening.title,
            actions: screening.actions.filter(({ allowed }) => !allowed) as never,
          },
        ]}
      />
      {chosen && (
        <ScreeningActDialog
          key={chosen.action}
          action={chosen}
          screening={screening.screening}
          onClose={() => choose(null)}
        />
      )}
    </section>
  )
}

function History({ screening }: { readonly screening: ScreeningView }) {
  const { words } = useLanguage()
  const placeName = usePlaceName()
  const history = screening.history.map(({ area, zh, en, ...fact }) => ({
    ...fact,
    ...(area === null ? { zh, en } : { zh: `${zh} · ${placeName(area)}`, en: `${en} · ${placeName(area)}` }),
  }))
  return (
    <section className="report-part">
      <h2>{words.screening.page.history}</h2>
      <HistoryLines history={history} usual={screening.keeper} />
    </section>
  )
}
