import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { taskTermOf } from '../../../wording/task-terms.ts'
import { useLanguage } from '../locales/language.tsx'
import { TaskActDialog } from '../tasks/TaskActDialog.tsx'
import { type TaskActionView, type TaskLine, useFirstTasks, useTask } from '../tasks/tasks.ts'
import { Block } from './Block.tsx'

const shownAtOnce = 5

/** What was reported on my instructions and promises: closed or returned from here, with the report before one’s eyes. */
export function ReportsToClose() {
  const { words } = useLanguage()
  const waiting = useFirstTasks('waiting', shownAtOnce)
  const rows = waiting.data?.items ?? []
  return (
    <Block
      title={words.leading.toClose}
      count={waiting.data?.counts.waiting}
      to="/tasks?list=waiting"
      asked={waiting}
      none={words.leading.nothingToClose}
      isEmpty={rows.length === 0}
    >
      <ul className="leading-list">
        {rows.map((line) => (
          <Reported key={line.task} line={line} />
        ))}
      </ul>
    </Block>
  )
}

function Reported({ line }: { readonly line: TaskLine }) {
  const { words, pick, language } = useLanguage()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <li>
      <Link to={`/tasks/${line.task}`} className="task-what">
        {line.what ?? words.task.erased}
      </Link>
      <div className="leading-foot">
        <span className="faint">{pick(line.organ)}</span>
        {line.result && <span>{taskTermOf('taskResult', line.result)[language]}</span>}
        <button type="button" className="link" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? words.leading.fold : words.leading.readReport}
        </button>
      </div>
      {isOpen && <ReportRead task={line.task} />}
    </li>
  )
}

/** The last report, and the two things that one does about it. */
function ReportRead({ task }: { readonly task: string }) {
  const { words, pick } = useLanguage()
  const [chosen, choose] = useState<TaskActionView | null>(null)
  const { data } = useTask(task)
  const report = data?.reports.at(-1)
  if (!data || !report) return <p className="faint">{words.loading}</p>
  return (
    <div className="leading-report">
      <p className="prose">{report.report}</p>
      <div className="leading-acts">
        {data.actions
          .filter(({ action, allowed }) => allowed && (action === 'close' || action === 'return'))
          .map((action) => (
            <Button
              key={action.action}
              size="large"
              type={action.action === 'close' ? 'primary' : 'default'}
              onClick={() => choose(action)}
            >
              {pick(action)}
            </Button>
          ))}
      </div>
      {chosen && <TaskActDialog key={chosen.action} action={chosen} task={data} onClose={() => choose(null)} />}
    </div>
  )
}
