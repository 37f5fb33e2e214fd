/** One person on the day: checked in, heard, written down, and what came of it. */
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { receptionTermOf } from '../../../wording/reception-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { CaseColumns } from '../layout/CaseColumns.tsx'
import { NotNow } from '../layout/NotNow.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { Pairs } from '../petition/facts.tsx'
import { shownNumber } from '../petition/words.tsx'
import { TaskLines } from '../tasks/TaskLines.tsx'
import { BookingActDialog } from './BookingActDialog.tsx'
import { grouped } from './DayList.tsx'
import { useReceptionWords } from './reception-words.ts'
import { type BookingView, useBooking } from './receptions.ts'
import '../petition/petition.css'
import '../reports/reports.css'
import './receptions.css'

export function BookingPage() {
  const { booking = '' } = useParams()
  const read = useBooking(booking)
  if (read.isPending) return <Skeleton lines={8} />
  if (read.isError) return <Trouble error={read.error} onRetry={() => read.refetch()} />
  return <Whole key={booking} booking={read.data} />
}

function Whole({ booking }: { readonly booking: BookingView }) {
  const say = useReceptionWords()
  return (
    <Page title={booking.name ?? grouped(booking.reference)}>
      <p>
        <Link to={`/receptions/${booking.reception}`}>{say.back}</Link>
      </p>
      <CaseColumns
        facts={<About booking={booking} />}
        side={<Acts booking={booking} />}
        history={
          <>
            <Talk booking={booking} />
            <TaskLines of={`booking:${booking.reference}`} />
          </>
        }
      />
    </Page>
  )
}

function About({ booking }: { readonly booking: BookingView }) {
  const { words, language } = useLanguage()
  const say = useReceptionWords()
  const { reference, seat, slot, place, hasLeft, way, stage, need, petition, phone, subject, day } = booking
  const standing = seat === null ? (place === null ? '–' : say.waiting(place)) : `${say.seat(seat)} ${slot ?? ''}`
  return (
    <section className="report-part">
      <Pairs
        pairs={[
          [words.proposal.state, receptionTermOf('bookingStage', stage)[language]],
          [say.day, fullDay(day, language)],
          [say.seats, hasLeft ? say.left : standing],
          [say.reference, grouped(reference)],
          [say.phone, phone ?? '–'],
          [say.subject, subject ?? '–'],
          [say.way, receptionTermOf('bookingWay', way)[language]],
          ...(need ? ([[say.need, receptionTermOf('bookingNeed', need)[language]]] as const) : []),
        ]}
      />
      {petition && (
        <p>
          {say.number} <Link to={`/petitions/${petition}`}>{shownNumber(petition)}</Link>
        </p>
      )}
    </section>
  )
}

function Talk({ booking }: { readonly booking: BookingView }) {
  const { pick, language } = useLanguage()
  const say = useReceptionWords()
  const { record, notes, result } = booking
  return (
    <>
      {record && (
        <section className="report-part">
          <h2>{say.record}</h2>
          <p className="prose">{record.text}</p>
          <p className="faint">
            {say.confirmed(
              receptionTermOf('confirmation', record.confirmedBy)[language],
              pick(record.organ),
              fullDay(record.on, language),
            )}
          </p>
        </section>
      )}
      {notes.length > 0 && (
        <section className="report-part">
          <h2>{say.notes}</h2>
          {notes.map(({ organ, note, on }) => (
            <p key={organ.id + note} className="prose">
              <strong>{pick(organ)}</strong> <span className="faint">{fullDay(on, language)}</span> {note}
            </p>
          ))}
        </section>
      )}
      {result && (
        <section className="report-part">
          <h2>{say.result}</h2>
          <p>{receptionTermOf('talkResult', result.kind)[language]}</p>
          {result.reason && <p className="prose">{result.reason}</p>}
          {result.promises.length > 0 && <h3>{say.promises}</h3>}
          <ul className="reception-cards">
            {result.promises.map(({ organ, due, what }) => (
              <li key={what}>
                {what}{' '}
                <span className="faint">
                  {pick(organ)} · {fullDay(due, language)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Acts({ booking }: { readonly booking: BookingView }) {
  const { pick } = useLanguage()
  const say = useReceptionWords()
  const [open, setOpen] = useState<BookingView['actions'][number] | null>(null)
  return (
    <section className="report-part">
      <h2>{say.acts}</h2>
      <div className="reception-acts">
        {booking.actions
          .filter(({ allowed }) => allowed)
          .map((action) => (
            <Button key={action.action} onClick={() => setOpen(action)}>
              {pick(action)}
            </Button>
          ))}
      </div>
      <NotNow
        groups={[{ key: 'booking', title: say.booking, actions: booking.actions.filter(({ allowed }) => !allowed) }]}
      />
      {open && <BookingActDialog action={open} booking={booking} onClose={() => setOpen(null)} />}
    </section>
  )
}
