import { Link } from 'react-router'
import { useReadsPetitions } from '../session/session-context.ts'
import { useOrderCounts } from './supervision.ts'
import { shownCount, useSupervisionWords } from './words.ts'
import './band.css'

/** Above the worklist of an organ: what those above supervise there, and whom it is to ask. Nothing where there is nothing. */
export function SupervisedBand() {
  const { say } = useSupervisionWords()
  const reads = useReadsPetitions()
  const forUs = useOrderCounts('forUs', reads).data
  const ask = useOrderCounts('ask', reads).data
  const owed = forUs?.open ?? 0
  const toAsk = ask?.open ?? 0
  if (owed + toAsk === 0) return null
  return (
    <section className={(forUs?.overdue ?? 0) > 0 ? 'band band-broken' : 'band'} aria-label={say.worklist.label}>
      {owed > 0 && (
        <Link to="/supervision?view=orders&which=forUs">
          <strong>{say.worklist.forUs(shownCount(owed))}</strong>
          {forUs && forUs.overdue > 0 && <span className="broken">{say.worklist.overdue(forUs.overdue)}</span>}
        </Link>
      )}
      {toAsk > 0 && (
        <Link to="/supervision?view=orders&which=ask">
          <strong>{say.worklist.ask(shownCount(toAsk))}</strong>
        </Link>
      )}
    </section>
  )
}
