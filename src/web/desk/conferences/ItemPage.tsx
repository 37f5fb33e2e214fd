/** One item: why it is brought, what was decided, how far that has come, and what can be done now. */
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { conferenceTermOf } from '../../../wording/conference-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { ActionsNow } from '../layout/ActionsNow.tsx'
import { CaseColumns } from '../layout/CaseColumns.tsx'
import { HistoryLines } from '../layout/HistoryLines.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { Pairs } from '../petition/facts.tsx'
import { issuedPage } from '../petition/papers.ts'
import { TaskLines } from '../tasks/TaskLines.tsx'
import { ItemActDialog } from './ConferenceActDialog.tsx'
import { type ItemView, useConferenceWords, useItem } from './conferences.ts'
import { DecisionForm } from './DecisionForm.tsx'
import { Cases, Decision, Execution, ItemPaper } from './ItemParts.tsx'
import { Rounds } from './Rounds.tsx'
import '../petition/petition.css'
import '../reports/reports.css'
import './conferences.css'

export function ItemPage() {
  const { item = '' } = useParams()
  const read = useItem(item)
  if (read.isPending) return <Skeleton lines={10} />
  if (read.isError) return <Trouble error={read.error} onRetry={() => read.refetch()} />
  return <Whole key={item} item={read.data} />
}

interface Shown {
  readonly item: ItemView
}

function Whole({ item }: Shown) {
  const say = useConferenceWords()
  const [deciding, decide] = useState<'decide' | 'circulate' | null>(null)
  return (
    <Page title={item.title}>
      <CaseColumns
        facts={
          <>
            <About item={item} />
            <section className="report-part">
              <h2>{say.paper}</h2>
              <ItemPaper item={item} />
              <Cases item={item} />
            </section>
            {item.decision && deciding === null && (
              <section className="report-part">
                <h2>{say.decision}</h2>
                <Decision decision={item.decision} />
              </section>
            )}
            {deciding && (
              <section className="report-part">
                <DecisionForm item={item} as={deciding} onDone={() => decide(null)} />
              </section>
            )}
          </>
        }
        side={
          <>
            <Actions item={item} onDecide={decide} />
            <Execution item={item} />
            {item.minutes && (
              <section className="side-section">
                <h2>{say.papers}</h2>
                <Link to={issuedPage(item.stream, item.minutes.paper)}>
                  {item.minutes.isSigned ? say.minutesSigned : say.minutesApart}
                </Link>
              </section>
            )}
            <Members item={item} />
          </>
        }
        history={
          <>
            {deciding === null && <Rounds item={item} />}
            {item.stage === 'confirmed' && (
              <section className="report-part">
                <TaskLines of={item.stream} />
              </section>
            )}
            <section className="report-part">
              <h2>{say.history}</h2>
              <HistoryLines history={item.history} />
            </section>
          </>
        }
      />
    </Page>
  )
}

function About({ item }: Shown) {
  const { pick, language } = useLanguage()
  const say = useConferenceWords()
  const { sentBack, postponed, meeting, closedOn, note } = item
  return (
    <section className="report-part">
      <Pairs
        pairs={[
          [say.conference, pick(item.conference)],
          [say.kind, conferenceTermOf('itemKind', item.kind)[language]],
          [say.state, conferenceTermOf('itemStage', item.stage)[language]],
          [say.bringer, pick(item.bringer)],
          [say.broughtOn, fullDay(item.broughtOn, language)],
          [say.basis, pick(item.basis)],
        ]}
      />
      {meeting && (
        <p>
          <Link to={`/conferences/meetings/${meeting}`}>{say.meeting}</Link>
        </p>
      )}
      {sentBack && (
        <blockquote className="proposal-back">
          <span className="faint">{say.sentBackOn(fullDay(sentBack.on, language))}</span>
          <p className="prose">{sentBack.reason}</p>
        </blockquote>
      )}
      {postponed.map(({ on, reason }) => (
        <blockquote key={on + reason} className="proposal-back">
          <span className="faint">{say.postponedOn(fullDay(on, language))}</span>
          <p className="prose">{reason}</p>
        </blockquote>
      ))}
      {note && (
        <blockquote className="proposal-back">
          <span className="faint">
            {conferenceTermOf('itemStage', item.stage)[language]} {closedOn && fullDay(closedOn, language)}
          </span>
          <p className="prose">{note}</p>
        </blockquote>
      )}
    </section>
  )
}

interface ActionsProps extends Shown {
  readonly onDecide: (as: 'decide' | 'circulate') => void
}

function Actions({ item, onDecide }: ActionsProps) {
  const say = useConferenceWords()
  return (
    <ActionsNow
      title={say.title}
      actions={item.actions.filter(({ refusal }) => refusal?.kind !== 'item-not-yours')}
      elsewhere={{ decide: () => onDecide('decide'), circulate: () => onDecide('circulate') }}
      dialog={(action, onClose) => <ItemActDialog key={action.action} action={action} item={item} onClose={onClose} />}
    />
  )
}

function Members({ item }: Shown) {
  const { pick, language } = useLanguage()
  const say = useConferenceWords()
  return (
    <section className="side-section">
      <h2>{say.seenBy}</h2>
      <ul className="proposal-list">
        {item.members.map(({ seat, organ, name }) => (
          <li key={seat + organ.id + (name ?? '')}>
            {name ?? pick(organ)}{' '}
            <span className="faint">
              {name === null ? '' : `${pick(organ)} · `}
              {conferenceTermOf('seatKind', seat)[language]}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
