import { Fragment, useState } from 'react'
import { Link, useParams } from 'react-router'
import { taskTermOf } from '../../../wording/task-terms.ts'
import { fullDay, sizeInWords } from '../../shared/days.ts'
import { CaseColumns } from '../layout/CaseColumns.tsx'
import { NotNow } from '../layout/NotNow.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { Clock } from '../petition/clocks.tsx'
import { Pairs } from '../petition/facts.tsx'
import { shownNumber } from '../petition/words.tsx'
import { originPage } from './origins.ts'
import { TaskActDialog } from './TaskActDialog.tsx'
import { type TaskActionView, type TaskView, useTask } from './tasks.ts'
import '../petition/petition.css'
import '../reports/reports.css'
import './tasks.css'

/** One task: what is to be done by which day, what was reported, and what can be done now. */
export function TaskPage() {
  const { task = '' } = useParams()
  const read = useTask(task)
  if (read.isPending) return <Skeleton lines={10} />
  if (read.isError) return <Trouble error={read.error} onRetry={() => read.refetch()} />
  return <Whole key={task} task={read.data} />
}

function Whole({ task }: { readonly task: TaskView }) {
  const { language } = useLanguage()
  return (
    <Page title={taskTermOf('taskOrigin', task.kind)[language]}>
      <CaseColumns
        facts={<About task={task} />}
        side={
          <>
            <Actions task={task} />
            <Clocks task={task} />
          </>
        }
        history={
          <>
            <Reports task={task} />
            <Happened task={task} />
          </>
        }
      />
    </Page>
  )
}

function About({ task }: { readonly task: TaskView }) {
  const { words, pick, language } = useLanguage()
  const say = words.task.page
  const { giver, givenBy, closer, closerHasLeft, organ, officer, due, until, endedOn, petitions, note } = task
  const at = task.origin.stream && originPage(task.origin.stream)
  return (
    <section className="report-part">
      <p className="prose task-whole">{task.what}</p>
      <Pairs
        pairs={[
          [words.task.state, taskTermOf('taskStage', task.stage)[language]],
          [words.task.due, <Until key="until" task={task} />],
          ...(due === until ? [] : ([[say.firstDue, fullDay(due, language)]] as const)),
          [words.task.doer, pick(organ)],
          ...(officer ? ([[say.officer, officer.name]] as const) : []),
          [words.task.giver, pick(giver)],
          ...(givenBy ? ([[say.givenBy, givenBy.name]] as const) : []),
          [say.givenOn, fullDay(task.givenOn, language)],
          [say.closer, closer ? closer.name + (closerHasLeft ? say.left : '') : say.anyHead],
          ...(endedOn ? ([[words.task.ended, fullDay(endedOn, language)]] as const) : []),
          ...(petitions.length > 0 ? ([[say.petitions, <Numbers key="of" petitions={petitions} />]] as const) : []),
        ]}
      />
      {at && (
        <p className="task-origin">
          <Link to={at}>{say.origin}</Link>
        </p>
      )}
      {note && (
        <blockquote className="task-said">
          <span className="faint">{task.stage === 'withdrawn' ? say.withdrawn : say.closed}</span>
          <p className="prose">{note}</p>
        </blockquote>
      )}
    </section>
  )
}

function Until({ task: { until, isOverdue } }: { readonly task: TaskView }) {
  const { words, language } = useLanguage()
  return (
    <span>
      {fullDay(until, language)} {isOverdue && <strong className="broken">{words.task.lists.overdue}</strong>}
    </span>
  )
}

const Numbers = ({ petitions }: { readonly petitions: readonly string[] }) => (
  <span className="task-numbers">
    {petitions.map((number) => (
      <Link key={number} to={`/petitions/${number}`}>
        {shownNumber(number)}
      </Link>
    ))}
  </span>
)

/** Reports, with returns, more time and reminders between them, in the order of days. */
function Reports({ task }: { readonly task: TaskView }) {
  const { words, language } = useLanguage()
  const say = words.task.page
  const day = (text: string) => fullDay(text, language)
  const said = [
    ...task.reports.map((report) => ({
      ...{ on: report.on, key: report.ref },
      shown: <Report report={report} task={task.task} />,
    })),
    ...task.returns.map(({ on, reason, until }, at) => ({
      ...{ on, key: `back ${at}` },
      shown: <Said head={say.returned(day(on), day(until))} text={reason} />,
    })),
    ...task.extensions.map(({ on, reason, until }, at) => ({
      ...{ on, key: `more ${at}` },
      shown: <Said head={say.extended(day(on), day(until))} text={reason} />,
    })),
    ...task.reminders.map(({ on, note }, at) => ({
      ...{ on, key: `reminded ${at}` },
      shown: <Said head={say.reminded(day(on))} text={note} />,
    })),
  ].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  return (
    <section className="report-part">
      <h2>{say.reports}</h2>
      {said.length === 0 && <p className="faint">{say.noReport}</p>}
      {said.map(({ key, shown }) => (
        <Fragment key={key}>{shown}</Fragment>
      ))}
    </section>
  )
}

interface ReportProps {
  readonly report: TaskView['reports'][number]
  readonly task: string
}

function Report({ report: { on, by, result, report, materials }, task }: ReportProps) {
  const { words, language } = useLanguage()
  return (
    <article className="report-said">
      <h3>
        {taskTermOf('taskResult', result)[language]}{' '}
        <span className="faint">{words.task.page.by(by.name, fullDay(on, language))}</span>
      </h3>
      <p className="prose">{report}</p>
      {materials.length > 0 && (
        <ul className="task-files">
          {materials.map(({ ref, name, bytes }) => (
            <li key={ref}>
              <a href={`/api/tasks/${task}/materials/${ref}`} download>
                {name}
              </a>{' '}
              <span className="faint">{sizeInWords(bytes)}</span>
            </li>
          ))}
        </ul>
      )}
    </article>
  )
}

const Said = ({ head, text }: { readonly head: string; readonly text: string | null }) => (
  <blockquote className="task-said">
    <span className="faint">{head}</span>
    {text && <p className="prose">{text}</p>}
  </blockquote>
)

function Actions({ task }: { readonly task: TaskView }) {
  const { words, pick } = useLanguage()
  const [chosen, choose] = useState<TaskActionView | null>(null)
  const now = task.actions.filter(({ allowed }) => allowed)
  if (task.actions.length === 0) return null
  return (
    <section className="side-section">
      <h2>{words.action.now}</h2>
      <ul className="report-actions">
        {now.map((action, at) => (
          <li key={action.action} className={at === 0 ? 'actions-due' : undefined}>
            <button type="button" className="action" onClick={() => choose(action)}>
              {pick(action)}
            </button>
          </li>
        ))}
      </ul>
      <NotNow
        groups={[{ key: 'task', title: words.task.title, actions: task.actions.filter(({ allowed }) => !allowed) }]}
      />
      {chosen && <TaskActDialog key={chosen.action} action={chosen} task={task} onClose={() => choose(null)} />}
    </section>
  )
}

function Clocks({ task }: { readonly task: TaskView }) {
  const { words } = useLanguage()
  return (
    <section className="side-section">
      <h2>{words.petition.clocks}</h2>
      {task.clocks.map((clock) => (
        <Clock key={clock.id} clock={clock} people={[]} />
      ))}
    </section>
  )
}

function Happened({ task }: { readonly task: TaskView }) {
  const { words, pick, language } = useLanguage()
  return (
    <section className="report-part">
      <h2>{words.task.page.history}</h2>
      <ol className="report-history">
        {task.history.map((fact, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: facts are only ever added behind the last
          <li key={at}>
            <time className="nowrap faint">{fullDay(fact.on, language)}</time>
            <span>{pick(fact)}</span>
            <span className="faint">{fact.organ && pick(fact.organ)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
