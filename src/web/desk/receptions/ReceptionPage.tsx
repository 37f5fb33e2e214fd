/** 一个接访日: what it is, the list of the day for the window, and what can be done with it now. */
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { receptionTermOf } from '../../../wording/reception-terms.ts'
import { dayAndWeekday, fullDay } from '../../shared/days.ts'
import { CaseColumns } from '../layout/CaseColumns.tsx'
import { NotNow } from '../layout/NotNow.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { Pairs } from '../petition/facts.tsx'
import { issuedPage, useIssuedPapers } from '../petition/papers.ts'
import { BookDialog } from './BookDialog.tsx'
import { DayActDialog } from './DayActDialog.tsx'
import { DayList } from './DayList.tsx'
import { useReceptionWords } from './reception-words.ts'
import { type ReceptionView, useReception } from './receptions.ts'
import '../petition/petition.css'
import '../reports/reports.css'
import './receptions.css'

export function ReceptionPage() {
  const { reception = '' } = useParams()
  const read = useReception(reception)
  if (read.isPending) return <Skeleton lines={10} />
  if (read.isError) return <Trouble error={read.error} onRetry={() => read.refetch()} />
  return <Whole key={reception} day={read.data} />
}

function Whole({ day }: { readonly day: ReceptionView }) {
  const { language } = useLanguage()
  const say = useReceptionWords()
  const title = `${dayAndWeekday(day.day, language)} · ${say.title}`
  return (
    <Page title={title}>
      <CaseColumns
        facts={
          <>
            <About day={day} />
            <section className="report-part">
              <h2>{say.list}</h2>
              <DayList day={day} />
            </section>
          </>
        }
        side={
          <>
            <Acts day={day} />
            {day.isPublic && <Published day={day} />}
          </>
        }
        history={<History day={day} />}
      />
    </Page>
  )
}

function About({ day }: { readonly day: ReceptionView }) {
  const { words, pick, language } = useLanguage()
  const say = useReceptionWords()
  const comma = words.law.comma
  return (
    <section className="report-part">
      <Pairs
        pairs={[
          [words.proposal.state, receptionTermOf('receptionStage', day.stage)[language]],
          [
            say.leader,
            day.leaders.map(({ organ, title, name }) => `${pick(organ)} ${title ?? ''} ${name}`).join(comma),
          ],
          [say.time, `${day.from}–${day.until}${day.isRestDay ? ` · ${say.restDay}` : ''}`],
          [say.place, day.place ?? '–'],
          [say.topic, day.topic ?? say.openTopic],
          [say.seats, String(day.seats)],
          ...(day.joint.length > 0 ? ([[say.joint, day.joint.map(pick).join(comma)]] as const) : []),
          ...(day.closesOn ? ([[say.closing, `${fullDay(day.closesOn, language)} ${day.closesAt}`]] as const) : []),
          ...(day.reason ? ([[say.reason, day.reason]] as const) : []),
          ...(day.note ? ([[say.note, day.note]] as const) : []),
          [say.basis, pick(day.basis)],
        ]}
      />
    </section>
  )
}

function Acts({ day }: { readonly day: ReceptionView }) {
  const { pick } = useLanguage()
  const say = useReceptionWords()
  const [open, setOpen] = useState<ReceptionView['actions'][number] | null>(null)
  const [isBooking, setIsBooking] = useState(false)
  return (
    <section className="report-part">
      <h2>{say.acts}</h2>
      <div className="reception-acts">
        {day.mayBook && <Button onClick={() => setIsBooking(true)}>{say.bookFor}</Button>}
        {day.actions
          .filter(({ allowed }) => allowed)
          .map((action) => (
            <Button key={action.action} onClick={() => setOpen(action)}>
              {pick(action)}
            </Button>
          ))}
      </div>
      <NotNow groups={[{ key: 'day', title: say.title, actions: day.actions.filter(({ allowed }) => !allowed) }]} />
      {open && <DayActDialog action={open} day={day} onClose={() => setOpen(null)} />}
      {isBooking && <BookDialog day={day} onClose={() => setIsBooking(false)} />}
    </section>
  )
}

function Published({ day }: { readonly day: ReceptionView }) {
  const say = useReceptionWords()
  const stream = `reception:${day.reception}`
  const { data } = useIssuedPapers(stream, day.version)
  return (
    <section className="report-part">
      <ul className="reception-cards">
        {(data?.items ?? []).map((paper) => (
          <li key={paper.paper}>
            <Link to={issuedPage(stream, paper.paper)}>{say.notice}</Link>{' '}
            <span className="faint">{paper.number ?? (paper.isNumberPending ? say.noticeNumber : '')}</span>
          </li>
        ))}
        <li>
          <a href="/reception" target="_blank" rel="noreferrer">
            {say.publicPage}
          </a>
        </li>
        {(day.stage === 'drawn' || day.stage === 'held') && (
          <li>
            <a href={`/reception/draw/${day.reception}`} target="_blank" rel="noreferrer">
              {say.drawPage}
            </a>
          </li>
        )}
      </ul>
    </section>
  )
}

function History({ day }: { readonly day: ReceptionView }) {
  const { pick, language } = useLanguage()
  const say = useReceptionWords()
  return (
    <section className="report-part">
      <h2>{say.history}</h2>
      <ul className="reception-cards">
        {day.history.map((fact, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: facts stay in their places
          <li key={at}>
            <span className="faint">{fullDay(fact.on, language)}</span> {pick(fact)}{' '}
            <span className="faint">{fact.organ && pick(fact.organ)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
