import { Link } from 'react-router'
import { taskTermOf } from '../../../wording/task-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { useLanguage } from '../locales/language.tsx'
import { DaysLeft } from '../petition/words.tsx'
import { type TaskLine, useTaskLines } from './tasks.ts'
import './tasks.css'

/** On the page of a reading, a reception day, a visit, an owned case or a conference: the tasks that came of it, and where they stand. */
export function TaskLines({ of }: { readonly of: string }) {
  const { words } = useLanguage()
  const { data: lines = [] } = useTaskLines(of)
  if (lines.length === 0) return null
  return (
    <section className="task-lines">
      <h2>{words.task.lines}</h2>
      <ul className="task-list">
        {lines.map((line) => (
          <TaskItem key={line.task} line={line} />
        ))}
      </ul>
    </section>
  )
}

/** One task in two lines: what is to be done; by whom, until when, and how far it has come. */
export function TaskItem({ line }: { readonly line: TaskLine }) {
  const { words, pick } = useLanguage()
  return (
    <li>
      <Link to={`/tasks/${line.task}`} className="task-what">
        {line.what ?? words.task.erased}
      </Link>
      <div className="task-foot">
        <span className="faint">
          {pick(line.organ)}
          {line.officer && ` ${line.officer}`}
        </span>
        <TaskStanding line={line} />
      </div>
    </li>
  )
}

/** How far it has come: days left while it is to be done, else what became of it. */
export function TaskStanding({ line }: { readonly line: TaskLine }) {
  const { words, language } = useLanguage()
  if (line.stage === 'given')
    return (
      <span className="task-standing">
        <DaysLeft daysLeft={line.daysLeft} isOverdue={line.isOverdue} />
        <span className="faint nowrap">{words.task.until(fullDay(line.due, language))}</span>
      </span>
    )
  return (
    <span className="task-standing">
      <span>{taskTermOf('taskStage', line.stage)[language]}</span>
      {line.result && <span className="faint">{taskTermOf('taskResult', line.result)[language]}</span>}
    </span>
  )
}
