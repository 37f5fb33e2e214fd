import type { ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import { suggestionTermOf } from '../../../wording/suggestion-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { ActionsNow } from '../layout/ActionsNow.tsx'
import { CaseColumns } from '../layout/CaseColumns.tsx'
import { HistoryLines } from '../layout/HistoryLines.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { Pairs } from '../petition/facts.tsx'
import { shownNumber } from '../petition/words.tsx'
import { TaskLines } from '../tasks/TaskLines.tsx'
import { SuggestionActDialog } from './SuggestionActDialog.tsx'
import { type SuggestionView, useSuggestion } from './suggestions.ts'
import '../petition/petition.css'
import '../reports/reports.css'

/** One suggestion: who studies it, what was adopted and is carried out, what reward it earned, and what changed because of it. */
export function SuggestionPage() {
  const { suggestion = '' } = useParams()
  const read = useSuggestion(suggestion)
  if (read.isPending) return <Skeleton lines={10} />
  if (read.isError) return <Trouble error={read.error} onRetry={() => read.refetch()} />
  return <Whole key={suggestion} of={read.data} />
}

type Shown = { readonly of: SuggestionView }

function Whole({ of }: Shown) {
  const { words } = useLanguage()
  return (
    <Page title={of.title || words.suggestion.one.title}>
      <CaseColumns
        facts={<About of={of} />}
        side={<Actions of={of} />}
        history={
          <>
            <Asked of={of} />
            <Rewards of={of} />
            <Changes of={of} />
            <Happened of={of} />
          </>
        }
      />
    </Page>
  )
}

function About({ of }: Shown) {
  const { words, pick, language } = useLanguage()
  const say = words.suggestion.one
  const { petition, call, receivedOn, stage, adoption, answeredOn, answeredBy, ending } = of
  return (
    <section className="report-part">
      <Pairs
        pairs={[
          [
            say.petition,
            <Link key="petition" to={`/petitions/${petition}`}>
              {shownNumber(petition)}
            </Link>,
          ],
          ...(call ? ([[say.call, call.title]] as const) : []),
          [say.received, fullDay(receivedOn, language)],
          [say.stage, suggestionTermOf('suggestionStage', stage)[language]],
          ...(adoption ? ([[say.adoption, words.suggestion.call[adoption]]] as const) : []),
          ...(answeredOn && answeredBy
            ? ([[say.answered, `${fullDay(answeredOn, language)} ${pick(answeredBy)}`]] as const)
            : []),
          ...(ending ? ([[say.ending, suggestionTermOf('ending', ending)[language]]] as const) : []),
        ]}
      />
    </section>
  )
}

/** Who was asked what; how far each has come stands in the tasks below. */
function Asked({ of }: Shown) {
  const { words, pick, language } = useLanguage()
  const say = words.suggestion.one
  if (of.studies.length + of.carryingOut.length === 0) return null
  const part = (title: string, asked: SuggestionView['studies']) =>
    asked.length > 0 && (
      <>
        <h2>{title}</h2>
        {asked.map(({ ref, organ, what, due }) => (
          <blockquote key={ref} className="task-said">
            <span className="faint">{say.due(pick(organ), fullDay(due, language))}</span>
            <p className="prose">{what}</p>
          </blockquote>
        ))}
      </>
    )
  return (
    <section className="report-part">
      {part(say.studies, of.studies)}
      {part(say.carryingOut, of.carryingOut)}
      <TaskLines of={`suggestion:${of.suggestion}`} />
    </section>
  )
}

function Rewards({ of }: Shown) {
  const { words, language } = useLanguage()
  const say = words.suggestion.one
  return (
    <section className="report-part">
      <h2>{say.rewards}</h2>
      {of.rewards.length === 0 && <p className="faint">{say.noRewards}</p>}
      {of.rewards.map(({ ref, name, what, why, stage, reason, decidedOn, givenOn }) => (
        <article key={ref} className="report-said">
          <h3>
            {name[language]}{' '}
            <span className="faint">
              {suggestionTermOf('rewardStage', stage)[language]} {fullDay(givenOn ?? decidedOn ?? '', language)}
            </span>
          </h3>
          <p className="prose">{what}</p>
          <p className="prose soft">{say.rewardWhy(why)}</p>
          {reason && <p className="prose soft">{say.refusedBecause(reason)}</p>}
        </article>
      ))}
    </section>
  )
}

function Changes({ of }: Shown) {
  const { words, language } = useLanguage()
  const say = words.suggestion.one
  return (
    <section className="report-part">
      <h2>{say.changes}</h2>
      {of.changes.length === 0 && <p className="faint">{say.noChanges}</p>}
      {of.changes.map(({ ref, title, text, stage, reason }) => (
        <article key={ref} className="report-said">
          <h3>
            {title} <span className="faint">{suggestionTermOf('changeStage', stage)[language]}</span>
          </h3>
          <p className="prose">{text}</p>
          {reason && <p className="prose soft">{say.takenBackBecause(reason)}</p>}
        </article>
      ))}
    </section>
  )
}

type SuggestionAction = SuggestionView['actions'][number]

const keyOf = ({ action, ref }: SuggestionAction) => `${action} ${ref}`

function Actions({ of }: Shown) {
  const { words } = useLanguage()
  const about = ({ ref }: SuggestionAction): ReactNode => {
    const change = of.changes.find((each) => each.ref === ref)
    const reward = of.rewards.find((each) => each.ref === ref)
    const said = change?.title ?? reward?.what
    return said && <span className="faint"> {said}</span>
  }
  return (
    <ActionsNow
      title={words.suggestion.one.title}
      actions={of.actions}
      keyOf={keyOf}
      beside={about}
      dialog={(action, onClose) => (
        <SuggestionActDialog key={keyOf(action)} action={action} of={of} onClose={onClose} />
      )}
    />
  )
}

function Happened({ of }: Shown) {
  const { words } = useLanguage()
  return (
    <section className="report-part">
      <h2>{words.suggestion.one.history}</h2>
      <HistoryLines history={of.history} />
    </section>
  )
}
