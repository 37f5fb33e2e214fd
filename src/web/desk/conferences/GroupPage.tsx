/** One special working group: whom it is of, which petitions it sees, what it has to do, and what can be done now. */
import { Link, useParams } from 'react-router'
import { groupTerms } from '../../../wording/group-terms.ts'
import { taskTermOf } from '../../../wording/task-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { ActionsNow } from '../layout/ActionsNow.tsx'
import { CaseColumns } from '../layout/CaseColumns.tsx'
import { HistoryLines } from '../layout/HistoryLines.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { Pairs } from '../petition/facts.tsx'
import { DaysLeft, shownNumber } from '../petition/words.tsx'
import { TaskLines } from '../tasks/TaskLines.tsx'
import { GroupActDialog } from './GroupActDialog.tsx'
import { type GroupView, useGroup, useGroupWords } from './groups.ts'
import '../petition/petition.css'
import '../reports/reports.css'
import './conferences.css'

export function GroupPage() {
  const { group = '' } = useParams()
  const read = useGroup(group)
  if (read.isPending) return <Skeleton lines={10} />
  if (read.isError) return <Trouble error={read.error} onRetry={() => read.refetch()} />
  return <Whole key={group} group={read.data} />
}

interface Shown {
  readonly group: GroupView
}

function Whole({ group }: Shown) {
  const say = useGroupWords()
  return (
    <Page title={group.name}>
      <CaseColumns
        facts={
          <>
            <About group={group} />
            <section className="report-part">
              <h2>{say.purpose}</h2>
              <p className="prose">{group.purpose}</p>
            </section>
          </>
        }
        side={
          <>
            <ActionsNow
              title={say.title}
              actions={group.actions.filter(({ refusal }) => refusal?.kind !== 'group-not-yours')}
              dialog={(action, onClose) => (
                <GroupActDialog key={action.action} action={action} group={group} onClose={onClose} />
              )}
            />
            <Members group={group} />
            <TaskLines of={group.stream} />
          </>
        }
        history={
          <>
            <Cases group={group} />
            <Tasks group={group} />
            {group.report && (
              <section className="report-part">
                <h2>{say.report}</h2>
                <p className="prose">{group.report}</p>
              </section>
            )}
            <section className="report-part">
              <h2>{say.history}</h2>
              <HistoryLines history={group.history} />
            </section>
          </>
        }
      />
    </Page>
  )
}

function About({ group }: Shown) {
  const { pick, language } = useLanguage()
  const say = useGroupWords()
  const { daysLeft, until, topic, item, prolonged } = group
  return (
    <section className="report-part">
      <Pairs
        pairs={[
          [say.founder, pick(group.founder)],
          [say.state, groupTerms.groupStage[group.stage][language]],
          [say.foundedOn, fullDay(group.foundedOn, language)],
          [
            say.until,
            <span key="until">
              {fullDay(until, language)}{' '}
              {daysLeft !== null && <DaysLeft daysLeft={daysLeft} isOverdue={daysLeft < 0} />}
            </span>,
          ],
          ...(topic ? [[say.topicOf, topic] as const] : []),
          [say.basis, pick(group.basis)],
        ]}
      />
      {item && (
        <p>
          <Link to={`/conferences/items/${item}`}>{say.decision}</Link>
        </p>
      )}
      {prolonged.map(({ on, until: day, reason }) => (
        <blockquote key={on + day} className="proposal-back">
          <span className="faint">{say.prolonged(fullDay(on, language), fullDay(day, language))}</span>
          <p className="prose">{reason}</p>
        </blockquote>
      ))}
    </section>
  )
}

function Cases({ group }: Shown) {
  const say = useGroupWords()
  return (
    <section className="report-part">
      <h2>{say.cases}</h2>
      <ul className="proposal-list">
        {group.cases.map(({ number, isOpenToYou }) => (
          <li key={number}>
            {isOpenToYou ? <Link to={`/petitions/${number}`}>{shownNumber(number)}</Link> : shownNumber(number)}
            {!isOpenToYou && <span className="faint"> {say.notOpen}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Tasks({ group }: Shown) {
  const { pick, language } = useLanguage()
  const say = useGroupWords()
  const stateOf = ({ stage, isDeclined }: GroupView['tasks'][number]) => {
    if (isDeclined) return say.declined
    return stage === null ? say.waiting : taskTermOf('taskStage', stage)[language]
  }
  return (
    <section className="report-part">
      <h2>{say.tasks}</h2>
      {group.tasks.length === 0 && <p className="faint">{say.noTasks}</p>}
      <ul className="conference-tasks">
        {group.tasks.map((task) => (
          <li key={task.key}>
            <span>{task.what}</span>
            <span className="faint">
              {pick(task.organ)} {fullDay(task.due, language)}
            </span>
            <span className={task.isLate || task.isDeclined ? 'is-late' : 'soft'}>
              {stateOf(task)}
              {task.isLate && ` · ${say.late}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Members({ group }: Shown) {
  const { pick, language } = useLanguage()
  const say = useGroupWords()
  return (
    <section className="side-section">
      <h2>{say.members}</h2>
      <ul className="proposal-list">
        {group.members.map(({ account, name, organ, isLead }) => (
          <li key={account}>
            {name ?? account} {isLead && <span className="soft">{say.lead}</span>}
            <div className="faint">{pick(organ)}</div>
          </li>
        ))}
      </ul>
      {group.takenOut.length > 0 && (
        <details>
          <summary>{say.takenOut}</summary>
          <ul className="proposal-list">
            {group.takenOut.map(({ on, what, name, reason }) => (
              <li key={on + what}>
                {name ?? shownNumber(what)} <span className="faint">{fullDay(on, language)}</span>
                {reason && <div className="prose">{reason}</div>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
