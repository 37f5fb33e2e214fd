import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { fullDay } from '../../shared/days.ts'
import { CaseColumns } from '../layout/CaseColumns.tsx'
import { NotNow } from '../layout/NotNow.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { Clock } from '../petition/clocks.tsx'
import { Pairs } from '../petition/facts.tsx'
import { shownNumber } from '../petition/words.tsx'
import { CaseSummary } from '../summary/CaseSummary.tsx'
import { useSummary } from '../summary/summary.ts'
import { TaskStanding } from '../tasks/TaskLines.tsx'
import { type TaskLine, useTaskLines } from '../tasks/tasks.ts'
import { Done } from './Done.tsx'
import { OwnershipActDialog } from './OwnershipActDialog.tsx'
import { type OwnershipActionView, type OwnershipView, useOwnership } from './ownership.ts'
import { useOwnershipWords } from './words.ts'
import '../petition/petition.css'
import '../reports/reports.css'
import './ownership.css'

/** One owned case: who, with what, until when; what was done and said; and what can be done now. */
export function OwnershipPage() {
  const { petition = '' } = useParams()
  const read = useOwnership(petition)
  if (read.isPending) return <Skeleton lines={10} />
  if (read.isError) return <Trouble error={read.error} onRetry={() => read.refetch()} />
  return <Whole key={petition} ownership={read.data} />
}

interface Part {
  readonly ownership: OwnershipView
}

function Whole({ ownership }: Part) {
  const { say } = useOwnershipWords()
  return (
    <Page title={`${say.title} ${shownNumber(ownership.petition)}`}>
      <CaseColumns
        facts={<About ownership={ownership} />}
        side={
          <>
            <Actions ownership={ownership} />
            <Clocks ownership={ownership} />
            <Fixed ownership={ownership} />
            <Held ownership={ownership} />
          </>
        }
        history={
          <>
            <Plan ownership={ownership} />
            <Done ownership={ownership} />
            {ownership.isOpenToYou && <Summary number={ownership.petition} />}
            <Happened ownership={ownership} />
          </>
        }
      />
    </Page>
  )
}

function About({ ownership }: Part) {
  const { words, pick, language } = useLanguage()
  const { say, said } = useOwnershipWords()
  const { stage, petition, owner, handler, due, isOpenToYou, keeper, deciders, droppedFor, grounds } = ownership
  return (
    <section className="report-part">
      <Pairs
        pairs={[
          [say.state, said('ownershipStage', stage)],
          [
            say.page.petition,
            isOpenToYou ? (
              <Link key="petition" to={`/petitions/${petition}`}>
                {shownNumber(petition)}
              </Link>
            ) : (
              <span key="petition">
                {shownNumber(petition)} <span className="faint">{say.page.notOpen}</span>
              </span>
            ),
          ],
          [say.owner, owner ? `${owner.name} ${pick(owner.organ)}` : ownership.held.length > 0 ? say.nobody : '–'],
          [say.handler, handler ? [handler.name, pick(handler.organ)].filter(Boolean).join(' ') : '–'],
          ...(due ? ([[say.due, fullDay(due, language)]] as const) : []),
          [say.page.proposed, fullDay(ownership.proposedOn, language)],
          [say.page.keeper, pick(keeper)],
          [say.page.deciders, deciders.map(pick).join(words.law.comma)],
        ]}
      />
      <h2 className="ownership-next">{say.grounds}</h2>
      <ul className="ownership-list">
        {grounds.map(({ for: ground, on, by, reason }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: grounds are only ever added behind the last
          <li key={at}>
            {said('ownershipGround', ground)}{' '}
            <span className="faint">
              {by ? say.page.by(pick(by)) : say.page.byRule} {fullDay(on, language)}
            </span>
            {reason && <p className="prose">{reason}</p>}
          </li>
        ))}
        {ownership.relapses.map(({ on, again }) => (
          <li key={again}>
            {say.page.relapse} <span className="petition-number">{shownNumber(again)}</span>{' '}
            <span className="faint">{fullDay(on, language)}</span>
          </li>
        ))}
      </ul>
      {droppedFor && (
        <blockquote className="ownership-quote">
          <span className="faint">{say.page.dropped}</span>
          <p className="prose">{droppedFor}</p>
        </blockquote>
      )}
    </section>
  )
}

/** The plan, and its steps with the tasks that came of them. */
function Plan({ ownership }: Part) {
  const { language } = useLanguage()
  const { say } = useOwnershipWords()
  const { plans, steps, openSteps, petition } = ownership
  const { data: lines = [] } = useTaskLines(`ownership:${petition}`)
  if (plans.length === 0) return null
  return (
    <section className="report-part">
      <h2>{say.page.plan}</h2>
      {plans.toReversed().map(({ on, plan }) => (
        <div key={on + plan}>
          <p className="faint">{fullDay(on, language)}</p>
          <p className="prose">{plan}</p>
        </div>
      ))}
      <h2 className="ownership-next">{say.page.steps}</h2>
      <ol className="ownership-steps">
        {steps.map((step) => (
          <li key={step.key}>
            <OneStep step={step} task={lines.find(({ key }) => key === step.key)} />
          </li>
        ))}
      </ol>
      {openSteps > 0 && <p className="faint">{say.page.stepsOpen(openSteps)}</p>}
    </section>
  )
}

interface OneStepProps {
  readonly step: OwnershipView['steps'][number]
  /** As far as the reader may know of it. */
  readonly task: TaskLine | undefined
}

function OneStep({ step, task }: OneStepProps) {
  const { pick, language } = useLanguage()
  const { say } = useOwnershipWords()
  const { what, organ, officer, due, isShown, isUngiven, withdrawn } = step
  const says = [
    pick(organ),
    officer,
    !task && say.page.until(fullDay(due, language)),
    isShown ? say.page.shown : say.page.notShown,
    isUngiven && say.page.ungiven,
    withdrawn && say.page.withdrawn(fullDay(withdrawn.on, language)),
  ]
  return (
    <>
      <p className="prose">{task ? <Link to={`/tasks/${task.task}`}>{what}</Link> : what}</p>
      <p className="faint">{says.filter(Boolean).join(' · ')}</p>
      {task && <TaskStanding line={task} />}
      {withdrawn && <p className="prose">{withdrawn.reason}</p>}
    </>
  )
}

/** What belongs to another stage is folded away; what is only not possible yet says why. */
function Actions({ ownership }: Part) {
  const { pick } = useLanguage()
  const { say } = useOwnershipWords()
  const [chosen, choose] = useState<OwnershipActionView | null>(null)
  const allowed = ownership.actions.filter((action) => action.allowed)
  const near: readonly string[] = ['steps-still-open', 'view-not-known', 'view-says-otherwise', 'nobody-owns-it']
  const soon = ownership.actions.filter(({ refusal }) => near.includes(refusal?.kind ?? ''))
  const others = ownership.actions.filter((action) => !action.allowed && !soon.includes(action))
  return (
    <section className="side-section">
      <h2>{say.page.actions}</h2>
      <ul className="report-actions">
        {[...allowed, ...soon].map((action) => (
          <li key={action.action}>
            <button type="button" className="action" disabled={!action.allowed} onClick={() => choose(action)}>
              {pick(action)}
            </button>
            {action.refusal && <p className="action-not-yet">{pick(action.refusal)}</p>}
          </li>
        ))}
      </ul>
      <NotNow groups={[{ key: 'others', title: say.page.actions, actions: others }]} />
      {chosen && (
        <OwnershipActDialog key={chosen.action} action={chosen} ownership={ownership} onClose={() => choose(null)} />
      )}
    </section>
  )
}

function Clocks({ ownership }: Part) {
  const { words } = useLanguage()
  if (ownership.clocks.length === 0) return null
  return (
    <section className="side-section">
      <h2>{words.petition.clocks}</h2>
      {ownership.clocks.map((clock) => (
        <Clock key={clock.id} clock={clock} people={[]} />
      ))}
    </section>
  )
}

/** 四定、五包 in the words of the place. */
function Fixed({ ownership }: Part) {
  const { pick } = useLanguage()
  const { say } = useOwnershipWords()
  const taken = ownership.duties.filter(({ isTaken }) => isTaken)
  return (
    <section className="side-section">
      <h2>{say.page.fixed}</h2>
      <ul className="ownership-fixed">
        {ownership.fixed.map(({ row, isFixed, ...name }) => (
          <li key={row}>
            {pick(name)} <span className="faint">{isFixed ? say.page.isFixed : say.page.notFixed}</span>
          </li>
        ))}
      </ul>
      {taken.length > 0 && (
        <>
          <h2>{say.page.duties}</h2>
          <ul className="ownership-fixed">
            {taken.map(({ duty, ...name }) => (
              <li key={duty}>{pick(name)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Held({ ownership }: Part) {
  const { pick, language } = useLanguage()
  const { say, said } = useOwnershipWords()
  const { held, extensions } = ownership
  if (held.length + extensions.length === 0) return null
  return (
    <section className="side-section">
      <h2>{say.page.held}</h2>
      <ol className="ownership-fixed">
        {held.map(({ organ, name, from, until, ended }) => (
          <li key={from + name}>
            {name} <span className="faint">{pick(organ)}</span>
            <div className="faint">
              {fullDay(from, language)} – {until ? fullDay(until, language) : say.page.now}
              {ended && ` · ${said('ownershipHeldUntil', ended)}`}
            </div>
          </li>
        ))}
      </ol>
      {extensions.length > 0 && <h2>{say.page.extensions}</h2>}
      {extensions.map(({ on, until, by, reason }) => (
        <div key={on + until}>
          {say.page.extended(fullDay(until, language), by)}
          <div className="soft">{reason}</div>
        </div>
      ))}
    </section>
  )
}

function Summary({ number }: { readonly number: string }) {
  const summary = useSummary(number)
  if (!summary.data) return null
  return (
    <section className="report-part">
      <CaseSummary summary={summary.data} />
    </section>
  )
}

function Happened({ ownership }: Part) {
  const { pick, language } = useLanguage()
  const { say } = useOwnershipWords()
  return (
    <section className="report-part">
      <h2>{say.page.history}</h2>
      <ol className="report-history">
        {ownership.history.map((fact, at) => (
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
