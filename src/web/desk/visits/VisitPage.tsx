import { Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { visitTermOf } from '../../../wording/visit-terms.ts'
import { fullDay, sizeInWords } from '../../shared/days.ts'
import { CaseColumns } from '../layout/CaseColumns.tsx'
import { NotNow } from '../layout/NotNow.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { Pairs } from '../petition/facts.tsx'
import { TaskLines } from '../tasks/TaskLines.tsx'
import { shownNumber } from './field.ts'
import { TakeAlong } from './TakeAlong.tsx'
import { VisitActDialog } from './VisitActDialog.tsx'
import { useVisit, type VisitActionView, type VisitCaseView, type VisitEntryView, type VisitView } from './visits.ts'
import '../petition/petition.css'
import '../reports/reports.css'
import './visits.css'

/** One visit: the route with what was recorded at each stop, what was agreed, and what can be done now. */
export function VisitPage() {
  const { visit = '' } = useParams()
  const read = useVisit(visit)
  if (read.isPending) return <Skeleton lines={10} />
  if (read.isError) return <Trouble error={read.error} onRetry={() => read.refetch()} />
  return <Whole key={visit} visit={read.data} />
}

function Whole({ visit }: { readonly visit: VisitView }) {
  const { words, language } = useLanguage()
  const say = words.visit.page
  const heard = visit.entries.filter(({ petition }) => petition === null)
  const take = visit.actions.find(({ action }) => action === 'take')
  return (
    <Page title={visit.destination}>
      {take?.allowed && <TakeAlong visit={visit} />}
      <CaseColumns
        facts={
          <>
            <About visit={visit} />
            <section className="report-part">
              <h2>{say.route}</h2>
              {visit.cases.map((each, at) => (
                <Stop
                  key={each.petition}
                  at={at + 1}
                  planned={each}
                  entries={visit.entries.filter(({ petition }) => petition === each.petition)}
                  stage={visit.stage}
                  visit={visit.visit}
                />
              ))}
            </section>
            {heard.length > 0 && <Heard entries={heard} visit={visit} />}
            <TaskLines of={`visit:${visit.visit}`} />
            {visit.report && (
              <section className="report-part">
                <h2>{say.report}</h2>
                <p className="faint">
                  {visit.report.name} · {fullDay(visit.report.on, language)}
                </p>
                <p className="prose">{visit.report.text}</p>
              </section>
            )}
          </>
        }
        side={<Actions visit={visit} />}
        history={<History visit={visit} />}
      />
    </Page>
  )
}

function About({ visit }: { readonly visit: VisitView }) {
  const { words, language, pick } = useLanguage()
  const say = words.visit
  const named = (people: VisitView['leaders']) =>
    people.map(({ name, organ }) => `${name} · ${pick(organ)}`).join(words.law.semicolon)
  return (
    <section className="report-part">
      <Pairs
        pairs={[
          [say.day, fullDay(visit.day, language)],
          [say.state, visitTermOf('visitStage', visit.stage)[language]],
          [say.leaders, named(visit.leaders)],
          [say.companions, named(visit.companions)],
          [say.organ, pick(visit.organ)],
          [say.page.note, visit.note],
        ]}
      />
      {visit.moves.map(({ on, from, to, reason }) => (
        <p key={on + to} className="faint">
          {say.page.moved(fullDay(from, language), fullDay(to, language), reason)}
        </p>
      ))}
      {visit.sheets.length > 0 && (
        <>
          <h3>{say.page.sheets}</h3>
          {visit.sheets.map(({ name, on, until }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: it only ever grows at its end
            <p key={at} className="faint">
              {say.page.sheet(name, fullDay(on, language), fullDay(until, language))}
            </p>
          ))}
        </>
      )}
    </section>
  )
}

interface StopProps {
  readonly at: number
  readonly planned: VisitCaseView
  readonly entries: readonly VisitEntryView[]
  readonly stage: VisitView['stage']
  readonly visit: string
}

function Stop({ at, planned, entries, stage, visit }: StopProps) {
  const { words, language } = useLanguage()
  const say = words.visit
  const { petition, isOpenToYou, spot, meet, brief, questions, consent, refused, shownOn, informed } = planned
  return (
    <div className="visit-stop">
      <h3>
        {say.page.station(at)} {spot}
      </h3>
      <p className="faint">
        {isOpenToYou ? <Link to={`/petitions/${petition}`}>{shownNumber(petition)}</Link> : shownNumber(petition)}
      </p>
      {refused && <p className="visit-late">{say.page.refused(fullDay(refused.on, language))}</p>}
      {shownOn && <p className="faint">{say.page.shown(fullDay(shownOn, language))}</p>}
      {meet && (
        <p>
          <strong>{say.meet}</strong> {meet}
        </p>
      )}
      <p className="prose">{brief}</p>
      {questions && (
        <p className="prose">
          <strong>{say.questions}</strong> {questions}
        </p>
      )}
      {consent && <p className="faint">{say.consented(consent)}</p>}
      <Entries entries={entries} visit={visit} />
      {informed && (
        <p className="faint">
          {say.page.informed(fullDay(informed.on, language), visitTermOf('tellingWay', informed.way)[language])}
          {words.colon}
          {informed.note}
        </p>
      )}
      {!informed && !refused && stage === 'concluded' && <p className="visit-missing">{say.page.notInformed}</p>}
    </div>
  )
}

function Entries({ entries, visit }: { readonly entries: readonly VisitEntryView[]; readonly visit: string }) {
  const { language, pick, words } = useLanguage()
  if (entries.length === 0) return null
  return (
    <ul className="visit-entries">
      {entries.map(({ entry, kind, text, whom, organ, due, at, on, by, materials }) => (
        <li key={entry}>
          <span className="mark">{visitTermOf('visitEntry', kind)[language]}</span> {whom && <span>{whom} </span>}
          <span className="prose">{text}</span>
          <p className="faint">
            {organ && due && `${pick(organ)} · ${fullDay(due, language)} · `}
            {by} · {fullDay(at, language)}
            {on !== at && ` · ${words.visit.page.arrived(fullDay(on, language))}`}
          </p>
          {materials.map(({ ref, name, bytes }) => (
            <p key={ref}>
              <a href={`/api/visits/${visit}/materials/${ref}`} download={name}>
                {name}
              </a>{' '}
              <span className="faint">{sizeInWords(bytes)}</span>
            </p>
          ))}
        </li>
      ))}
    </ul>
  )
}

/** Problems that were heard on the way: each becomes a petition at the window. */
function Heard({ entries, visit }: { readonly entries: readonly VisitEntryView[]; readonly visit: VisitView }) {
  const { words } = useLanguage()
  const say = words.visit.page
  const [linking, link] = useState<string | null>(null)
  const action = visit.actions.find((each) => each.action === 'link')
  return (
    <section className="report-part">
      <h2>{say.heard}</h2>
      {entries.map((entry) => (
        <div key={entry.entry}>
          <Entries entries={[entry]} visit={visit.visit} />
          {entry.kind === 'heard' && entry.registered && (
            <p>
              {say.registeredAs} <Link to={`/petitions/${entry.registered}`}>{shownNumber(entry.registered)}</Link>
            </p>
          )}
          {entry.kind === 'heard' && !entry.registered && action?.allowed && (
            <div className="visit-case-acts">
              <Link to="/new">{say.register}</Link>
              <button type="button" className="link" onClick={() => link(entry.entry)}>
                {say.link}
              </button>
            </div>
          )}
        </div>
      ))}
      {linking && action && <VisitActDialog action={action} visit={visit} entry={linking} onClose={() => link(null)} />}
    </section>
  )
}

function Actions({ visit }: { readonly visit: VisitView }) {
  const { words, pick } = useLanguage()
  const navigate = useNavigate()
  const [chosen, choose] = useState<VisitActionView | null>(null)
  const shown = visit.actions.filter(({ action }) => action !== 'entry' && action !== 'link' && action !== 'take')
  const now = shown.filter(({ allowed }) => allowed)
  const act = (action: VisitActionView) =>
    action.action === 'edit' ? navigate(`/visits/${visit.visit}/edit`) : choose(action)
  return (
    <section className="side-section">
      <h2>{words.action.now}</h2>
      <ul className="report-actions">
        {now.map((action) => (
          <li key={action.action}>
            <button type="button" className="action" onClick={() => act(action)}>
              {pick(action)}
            </button>
          </li>
        ))}
        <li>
          <Button onClick={() => navigate(`/visits/${visit.visit}/sheet`)}>{words.visit.page.paper}</Button>
        </li>
      </ul>
      <NotNow
        groups={[
          {
            key: 'visit',
            title: words.visit.title,
            actions: visit.actions.filter(({ allowed }) => !allowed) as never,
          },
        ]}
      />
      {chosen && <VisitActDialog key={chosen.action} action={chosen} visit={visit} onClose={() => choose(null)} />}
    </section>
  )
}

function History({ visit }: { readonly visit: VisitView }) {
  const { words, language, pick } = useLanguage()
  return (
    <section className="report-part">
      <h2>{words.visit.page.history}</h2>
      <ol className="plain-list">
        {visit.history.map(({ type, on, organ, zh, en }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a history only ever grows at its end
          <li key={at + type}>
            {pick({ zh, en })} <span className="faint">{fullDay(on, language)}</span>{' '}
            {organ && <span className="faint">{pick(organ)}</span>}
          </li>
        ))}
      </ol>
    </section>
  )
}
