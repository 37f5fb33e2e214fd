/** The list of the day, as the window works through it: who has which seat, who waits, who is still to be told. */
import { Link } from 'react-router'
import { receptionTermOf } from '../../../wording/reception-terms.ts'
import { useIsNarrow } from '../layout/media.ts'
import { useLanguage } from '../locales/language.tsx'
import { useReceptionWords } from './reception-words.ts'
import type { BookingRowView, ReceptionView } from './receptions.ts'

export const grouped = (digits: string): string => digits.replace(/(\d{4})(?=\d)/g, '$1-')

export function DayList({ day }: { readonly day: ReceptionView }) {
  const say = useReceptionWords()
  const isNarrow = useIsNarrow()
  const { bookings } = day
  const live = bookings.filter(({ stage }) => stage !== 'cancelled')
  const untold = live.filter(({ isTold, stage }) => !isTold && stage === 'requested').length
  if (live.length === 0) return <p className="faint">{say.emptyList}</p>
  return (
    <>
      {day.stage === 'published' && <p className="faint">{say.listBefore}</p>}
      {untold > 0 && <p className="reception-open">{say.toCall(untold)}</p>}
      {isNarrow ? <Cards rows={live} /> : <Table rows={live} />}
    </>
  )
}

type Rows = { readonly rows: readonly BookingRowView[] }

function useStanding() {
  const say = useReceptionWords()
  return ({ seat, slot, place, hasLeft }: BookingRowView): string => {
    if (hasLeft) return say.left
    if (seat !== null) return `${say.seat(seat)} ${slot ?? ''}`
    return place === null ? '–' : say.waiting(place)
  }
}

function Table({ rows }: Rows) {
  const { language } = useLanguage()
  const say = useReceptionWords()
  const standing = useStanding()
  return (
    <table className="reception-list">
      <thead>
        <tr>
          <th scope="col">{say.seats}</th>
          <th scope="col">{say.name}</th>
          <th scope="col">{say.subject}</th>
          <th scope="col">{say.reference}</th>
          <th scope="col">{say.result}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.reference}>
            <td>{standing(row)}</td>
            <td>
              <Link to={`/receptions/bookings/${row.reference}`}>{row.name ?? grouped(row.reference)}</Link>
              <div className="faint">{row.phone}</div>
            </td>
            <td>
              {row.subject}
              {row.need && <div className="faint">{receptionTermOf('bookingNeed', row.need)[language]}</div>}
            </td>
            <td className="nowrap">
              {grouped(row.reference)}
              <div className="faint">{receptionTermOf('bookingWay', row.way)[language]}</div>
            </td>
            <td>
              {receptionTermOf('bookingStage', row.stage)[language]}
              {row.stage === 'requested' && <div className="faint">{row.isTold ? say.told : say.call}</div>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cards({ rows }: Rows) {
  const { language } = useLanguage()
  const say = useReceptionWords()
  const standing = useStanding()
  return (
    <ul className="reception-cards">
      {rows.map((row) => (
        <li key={row.reference}>
          <Link to={`/receptions/bookings/${row.reference}`}>
            <strong>{standing(row)}</strong> {row.name ?? grouped(row.reference)}
          </Link>
          <div>
            {row.phone} {row.subject}
          </div>
          <div className="faint">
            {receptionTermOf('bookingStage', row.stage)[language]}
            {row.stage === 'requested' && ` · ${row.isTold ? say.told : say.call}`}
            {row.need && ` · ${receptionTermOf('bookingNeed', row.need)[language]}`}
          </div>
        </li>
      ))}
    </ul>
  )
}
