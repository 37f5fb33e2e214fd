/** One meeting, run live: who is there, what is on the agenda, what is decided item by item, and its minutes. */
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { conferenceTermOf } from '../../../wording/conference-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { ActionsNow } from '../layout/ActionsNow.tsx'
import { Area } from '../layout/Area.tsx'
import { CaseColumns } from '../layout/CaseColumns.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble, troubleInWords } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { Pairs } from '../petition/facts.tsx'
import { issuedPage } from '../petition/papers.ts'
import { AttendanceSheet } from './AttendanceSheet.tsx'
import { MeetingActDialog } from './ConferenceActDialog.tsx'
import {
  type ItemView,
  type MeetingView,
  useConferenceWords,
  useItemAct,
  useMeeting,
  useMeetingAct,
} from './conferences.ts'
import { DecisionForm } from './DecisionForm.tsx'
import { Cases, Decision, ItemPaper } from './ItemParts.tsx'
import '../petition/petition.css'
import '../reports/reports.css'
import './conferences.css'

export function MeetingPage() {
  const { meeting = '' } = useParams()
  const read = useMeeting(meeting)
  if (read.isPending) return <Skeleton lines={10} />
  if (read.isError) return <Trouble error={read.error} onRetry={() => read.refetch()} />
  return <Whole key={meeting} meeting={read.data} />
}

interface Shown {
  readonly meeting: MeetingView
}

const mayNow = ({ actions }: MeetingView, name: string): boolean =>
  actions.some(({ action, allowed }) => action === name && allowed)

function Whole({ meeting }: Shown) {
  const { pick, language } = useLanguage()
  const say = useConferenceWords()
  return (
    <Page title={meeting.title ?? say.meeting}>
      <CaseColumns
        facts={
          <>
            <section className="report-part">
              <Pairs
                pairs={[
                  [say.choose, pick(meeting.conference)],
                  [say.kind, conferenceTermOf('meetingKind', meeting.kind)[language]],
                  [say.state, conferenceTermOf('meetingStage', meeting.stage)[language]],
                  [say.day, fullDay(meeting.day, language)],
                  [say.place, meeting.place ?? '–'],
                  [say.basis, pick(meeting.basis)],
                ]}
              />
            </section>
            <Figures meeting={meeting} />
          </>
        }
        side={
          <>
            <Actions meeting={meeting} />
            <AttendanceSheet meeting={meeting} />
            <Papers meeting={meeting} />
          </>
        }
        history={
          <>
            <Agenda meeting={meeting} />
            <Waiting meeting={meeting} />
            <Minutes meeting={meeting} />
          </>
        }
      />
    </Page>
  )
}

function Agenda({ meeting }: Shown) {
  const say = useConferenceWords()
  return (
    <section className="report-part">
      <h2>{say.agenda}</h2>
      {meeting.agenda.length === 0 && <p className="soft">{say.agendaEmpty}</p>}
      <ol className="conference-agenda">
        {meeting.agenda.map((item) => (
          <li key={item.item}>
            <AgendaItem item={item} />
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Papers first; what is decided is typed right below while people speak. */
function AgendaItem({ item }: { readonly item: ItemView }) {
  const { pick, language } = useLanguage()
  const say = useConferenceWords()
  const mayDecide = item.actions.some(({ action, allowed }) => action === 'decide' && allowed)
  const [isDeciding, decide] = useState(false)
  return (
    <article aria-label={item.title}>
      <h3>
        <Link to={`/conferences/items/${item.item}`}>{item.title}</Link>
      </h3>
      <p className="faint">
        {conferenceTermOf('itemKind', item.kind)[language]} · {pick(item.bringer)} ·{' '}
        {conferenceTermOf('itemStage', item.stage)[language]}
      </p>
      <ItemPaper item={item} />
      <Cases item={item} />
      {item.decision && !isDeciding && <Decision decision={item.decision} />}
      {isDeciding ? (
        <DecisionForm item={item} onDone={() => decide(false)} />
      ) : (
        mayDecide && (
          <Button type={item.decision ? 'default' : 'primary'} onClick={() => decide(true)}>
            {item.decision ? say.change : say.save}
          </Button>
        )
      )}
    </article>
  )
}

function Waiting({ meeting }: Shown) {
  const { language, pick } = useLanguage()
  const say = useConferenceWords()
  if (!meeting.isOffice || meeting.waiting.length === 0) return null
  return (
    <section className="report-part">
      <h2>{say.waitingItems}</h2>
      <ul className="conference-waiting">
        {meeting.waiting.map((row) => (
          <li key={row.item}>
            <span>
              <Link to={`/conferences/items/${row.item}`}>{row.title}</Link>{' '}
              <span className="faint">
                {conferenceTermOf('itemKind', row.kind)[language]} · {pick(row.bringer)}
              </span>
            </span>
            <Put item={row.item} meeting={meeting.meeting} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Put({ item, meeting }: { readonly item: string; readonly meeting: string }) {
  const { words, language } = useLanguage()
  const say = useConferenceWords()
  const acting = useItemAct(item)
  return (
    <span>
      <Button
        size="small"
        loading={acting.isPending}
        onClick={() => acting.mutate({ action: 'place', body: { meeting }, version: null })}
      >
        {say.put}
      </Button>
      {acting.error && <Alert type="warning" title={troubleInWords(acting.error, words, language)} />}
    </span>
  )
}

function Minutes({ meeting }: Shown) {
  const { words, language } = useLanguage()
  const say = useConferenceWords()
  const mayDraft = mayNow(meeting, 'draft-minutes')
  const acting = useMeetingAct(meeting.meeting)
  const [text, write] = useState(meeting.minutes?.text ?? '')
  if (!mayDraft && !meeting.minutes) return null
  return (
    <section className="report-part">
      <h2>{say.minutes}</h2>
      {meeting.returned && (
        <blockquote className="proposal-back">
          <span className="faint">{say.sentBackOn(fullDay(meeting.returned.on, language))}</span>
          <p className="prose">{meeting.returned.reason}</p>
        </blockquote>
      )}
      {mayDraft ? (
        <>
          <p className="soft">{say.draftSays}</p>
          <Area
            aria-label={say.draft}
            rows={6}
            maxLength={20_000}
            value={text}
            onChange={({ target }) => write(target.value)}
          />
          {acting.error && (
            <Alert role="alert" type="warning" showIcon title={troubleInWords(acting.error, words, language)} />
          )}
          <div className="proposal-save">
            <Button
              type={meeting.minutes ? 'default' : 'primary'}
              disabled={text.trim() === ''}
              loading={acting.isPending}
              onClick={() => acting.mutate({ action: 'draft-minutes', body: { text }, version: meeting.version })}
            >
              {say.saveDraft}
            </Button>
          </div>
        </>
      ) : (
        <p className="prose">{meeting.minutes?.text}</p>
      )}
    </section>
  )
}

/** 供听取的数据: counts of petitions, never of petitioners. */
function Figures({ meeting }: Shown) {
  const { pick, language } = useLanguage()
  const say = useConferenceWords()
  const { figures } = meeting
  if (!figures) return null
  return (
    <section className="report-part">
      <h2>{say.figures}</h2>
      <p className="faint">{say.figuresOf(fullDay(figures.from, language), fullDay(figures.until, language))}</p>
      <div className="conference-figures">
        {figures.counted.map((figure) => (
          <table key={figure.figure}>
            <caption>{pick(figure)}</caption>
            <tbody>
              {figure.rows?.map((row) => (
                <tr key={row.zh}>
                  <th scope="row">{pick(row)}</th>
                  <td className="end">{row.of === null ? row.count : `${row.count} / ${row.of}`}</td>
                </tr>
              ))}
              {(figure.rows === null || figure.rows.length === 0) && (
                <tr>
                  <td className="faint">{figure.rows === null ? say.notCounted : say.none0}</td>
                </tr>
              )}
            </tbody>
          </table>
        ))}
      </div>
    </section>
  )
}

/** What is typed on the page itself needs no dialogue. */
const onPage: readonly string[] = ['attendance', 'draft-minutes']

function Actions({ meeting }: Shown) {
  const say = useConferenceWords()
  return (
    <ActionsNow
      title={say.meeting}
      actions={meeting.actions.filter(
        ({ action, refusal }) => refusal?.kind !== 'meeting-not-yours' && !onPage.includes(action),
      )}
      dialog={(action, onClose) => (
        <MeetingActDialog key={action.action} action={action} meeting={meeting} onClose={onClose} />
      )}
    />
  )
}

function Papers({ meeting }: Shown) {
  const say = useConferenceWords()
  const { notice, minutes } = meeting.papers
  if (!notice && !minutes) return null
  return (
    <section className="side-section">
      <h2>{say.papers}</h2>
      <ul className="proposal-list">
        {notice && (
          <li>
            <Link to={issuedPage(meeting.stream, notice)}>{say.notice}</Link>
          </li>
        )}
        {minutes && (
          <li>
            <Link to={issuedPage(meeting.stream, minutes)}>{say.minutes}</Link>
          </li>
        )}
      </ul>
    </section>
  )
}
