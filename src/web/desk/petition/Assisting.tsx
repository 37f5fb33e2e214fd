/** Who leads and who assists: what each was asked, by when, and what it reported. The task behind it is opened from here. */
import { Link } from 'react-router'
import { fullDay } from '../../shared/days.ts'
import { useLanguage } from '../locales/language.tsx'
import { TaskStanding } from '../tasks/TaskLines.tsx'
import { type TaskLine, useTaskLines } from '../tasks/tasks.ts'
import type { PetitionView } from './petition.ts'

type Assistance = PetitionView['assistances'][number]

export function Assisting({ petition }: { readonly petition: PetitionView }) {
  const { words, pick } = useLanguage()
  const { data: tasks = [] } = useTaskLines(petition.assistances.length > 0 ? petition.number : '')
  if (petition.assistances.length === 0) return null
  const place = (claim: string) => petition.claims.findIndex(({ ref }) => ref === claim) + 1
  return (
    <section className="assisting">
      <h2>{words.assisting.title}</h2>
      <p className="faint">{words.assisting.lead(pick(petition.holder))}</p>
      <ul>
        {petition.assistances.map((each) => (
          <li key={each.ref}>
            <Assistant
              assistance={each}
              claims={each.claims.map(place)}
              task={tasks.find(({ key }) => key === each.ref)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface AssistantProps {
  readonly assistance: Assistance
  readonly claims: readonly number[]
  /** As far as the reader may know of it. */
  readonly task: TaskLine | undefined
}

function Assistant({ assistance, claims, task }: AssistantProps) {
  const { words, term, pick, language } = useLanguage()
  const { organ, by, until, standing, objectedOn, notAwaitedOn, reportedOn, result, what, report } = assistance
  const said = [
    words.assisting.askedBy(pick(by)),
    words.assisting.until(fullDay(until, language)),
    ...(claims.length > 0 ? [words.assisting.claims(claims)] : []),
    ...(objectedOn ? [words.assisting.objected(fullDay(objectedOn, language))] : []),
    ...(notAwaitedOn ? [words.assisting.notAwaited(fullDay(notAwaitedOn, language))] : []),
  ]
  return (
    <>
      <h3>
        {pick(organ)} <span className="faint">{term('assistanceStanding', standing)}</span>
      </h3>
      <p className="faint">{said.join(' · ')}</p>
      {what && <p className="prose">{task ? <Link to={`/tasks/${task.task}`}>{what}</Link> : what}</p>}
      {task && <TaskStanding line={task} />}
      {reportedOn && result && (
        <blockquote className="prose">
          <span className="faint">
            {fullDay(reportedOn, language)} · {term('assistanceResult', result)}
          </span>
          <br />
          {report}
        </blockquote>
      )}
    </>
  )
}
