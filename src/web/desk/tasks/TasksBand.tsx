import { Link } from 'react-router'
import { useLanguage } from '../locales/language.tsx'
import { useHasTasks, useTaskCounts } from './tasks.ts'
import '../supervision/band.css'

/** Above the worklist of an organ: what it has to do for a leader or a conference, and what waits to be closed. Nothing where there is nothing. */
export function TasksBand() {
  const { words } = useLanguage()
  const { data: counts } = useTaskCounts(useHasTasks())
  if (!counts || counts.todo + counts.waiting === 0) return null
  const say = words.task.band
  return (
    <section className={counts.overdue > 0 ? 'band band-broken' : 'band'} aria-label={words.task.title}>
      {counts.todo > 0 && (
        <Link to="/tasks?list=todo">
          <strong>{say.todo(counts.todo)}</strong>
        </Link>
      )}
      {counts.overdue > 0 && (
        <Link to="/tasks?list=overdue">
          <span className="broken">{say.overdue(counts.overdue)}</span>
        </Link>
      )}
      {counts.waiting > 0 && (
        <Link to="/tasks?list=waiting">
          <strong>{say.waiting(counts.waiting)}</strong>
        </Link>
      )}
    </section>
  )
}
