/** What becomes of a suggestion beside its reply: who studies it, who carries it out, what reward was approved, and what changed. */
import type { OwnSuggestion } from '../../../coordination/suggestions/contract.ts'
import { fullDay } from '../../shared/days.ts'
import { useSpeech } from '../shell/language.tsx'
import type { Opener } from '../wire/api.ts'
import { useOwnIfThere } from './own.ts'

/** Nothing where there is nothing to tell, and nothing while that is not known. */
export function Suggested({ opener }: { opener: Opener }) {
  const { words, language } = useSpeech()
  const own = useOwnIfThere<OwnSuggestion>('suggestion', opener)?.suggestion ?? null
  if (own === null) return null
  const { studies, carryingOut, rewards, changes } = own
  if (studies.length + carryingOut.length + rewards.length + changes.length === 0) return null
  const say = words.suggested
  return (
    <section class="panel" aria-labelledby="suggested">
      <h2 id="suggested">{say.title}</h2>
      {studies.map(({ organ, on, due }) => (
        <p key={`${organ.id} ${on}`}>{say.study(organ[language], fullDay(due, language))}</p>
      ))}
      {carryingOut.map(({ organ, on, due }) => (
        <p key={`${organ.id} ${on}`}>{say.carryOut(organ[language], fullDay(due, language))}</p>
      ))}
      {rewards.map(({ kind, name, what, approvedOn, givenOn }) => (
        <p key={`${kind} ${approvedOn} ${what}`}>
          {say.reward(name[language], what, fullDay(approvedOn, language))}
          {givenOn ? say.given(fullDay(givenOn, language)) : null}
        </p>
      ))}
      {changes.map(({ title, text }) => (
        <div key={title} class="told">
          <h3>{title}</h3>
          <p>{text}</p>
        </div>
      ))}
    </section>
  )
}
