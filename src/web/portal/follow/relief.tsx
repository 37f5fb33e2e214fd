/** Help in hardship (帮扶救助) of which the person was told: what it is, how far it has come, and what can be said of it. */
import type { ReliefView } from '../../../mediation/relief/contract.ts'
import { ownReliefTerms } from '../../../wording/own-relief-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { TroubleBox } from '../form/trouble.tsx'
import type { Opener } from '../wire/api.ts'
import { type FollowedProps, FollowPage } from './follow-page.tsx'
import { useOwn } from './own.ts'
import { useReliefWords } from './told-words.tsx'

interface Listed {
  readonly items: readonly ReliefView[]
}

export const useOwnRelief = (opener: Opener) => useOwn<Listed>('relief', opener)

interface Part {
  readonly one: ReliefView
}

/** On the overview: nothing where nobody told of relief, and nothing while that is not known. */
export function Relieved({ opener }: { readonly opener: Opener }) {
  const { say } = useReliefWords()
  const answer = useOwnRelief(opener)
  const items = answer?.ok ? answer.value.items : []
  if (items.length === 0) return null
  return (
    <section class="panel" aria-labelledby="relief">
      <h2 id="relief">{say.title}</h2>
      {items.map((one) => (
        <div class="told" key={one.relief}>
          <Standing one={one} />
        </div>
      ))}
      <ul class="acts">
        <li>
          <a href="/follow/petition/relief">{say.open}</a>
        </li>
      </ul>
    </section>
  )
}

function Standing({ one: { kind, stage } }: Part) {
  const { language } = useReliefWords()
  return (
    <p class="where">
      {ownReliefTerms.reliefKind[kind][language]} · {ownReliefTerms.reliefStage[stage][language]}
    </p>
  )
}

export function ReliefPage({ petition, opener }: FollowedProps) {
  const { say, words } = useReliefWords()
  const answer = useOwnRelief(opener)
  return (
    <FollowPage petition={petition} title={say.title} lead={say.lead}>
      <p>{say.never}</p>
      {answer === null ? <p role="status">{words.actions.loading}</p> : null}
      {answer && !answer.ok ? <TroubleBox trouble={answer.trouble} /> : null}
      {answer?.ok && answer.value.items.length === 0 ? <p>{say.none}</p> : null}
      {answer?.ok ? answer.value.items.map((one) => <One key={one.relief} one={one} />) : null}
    </FollowPage>
  )
}

function One({ one }: Part) {
  const { say, language } = useReliefWords()
  const { relief, kind, explanation, guide, toldOn, actions } = one
  const heading = `relief-${relief}`
  return (
    <section class="panel" aria-labelledby={heading}>
      <h2 id={heading}>{ownReliefTerms.reliefKind[kind][language]}</h2>
      <p class="where">{ownReliefTerms.reliefStage[one.stage][language]}</p>
      <p class="long">{explanation}</p>
      <p class="hint">{say.by(guide[language], fullDay(toldOn, language))}</p>
      <Steps one={one} />
      <h3>{say.what}</h3>
      <ul class="acts">
        {actions
          .filter(({ allowed }) => allowed)
          .map(({ action }) =>
            action === 'answer' || action === 'outcome' ? (
              <li key={action}>
                <a href={`/follow/petition/relief-act/${relief}?do=${action}`}>{say.acts[action]}</a>
              </li>
            ) : null,
          )}
      </ul>
    </section>
  )
}

function Steps({ one: { answers, help, handed, outcome } }: Part) {
  const { say, language } = useReliefWords()
  const day = (on: string) => fullDay(on, language)
  if (answers.length === 0) return null
  return (
    <>
      <h3>{say.steps}</h3>
      <ul>
        {answers.map(({ on, wishes }) => (
          <li key={`${on} ${wishes}`}>{wishes ? say.wished(day(on)) : say.declined(day(on))}</li>
        ))}
        {help.map(({ on, what }) => (
          <li key={`${on} ${what}`}>{say.helped(day(on), what)}</li>
        ))}
        {handed.map(({ on, key, organ, due }) => (
          <li key={key}>{say.handed(day(on), organ[language], day(due))}</li>
        ))}
        {outcome ? (
          <li>
            {say.decided(day(outcome.on), ownReliefTerms.reliefOutcome[outcome.outcome][language])}
            <p class="long">{outcome.text}</p>
          </li>
        ) : null}
      </ul>
    </>
  )
}
