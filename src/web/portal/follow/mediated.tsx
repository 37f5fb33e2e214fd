/** The mediations of a petition: where they stand, and the way to them. What is asked and said there is a part of its own. */
import type { HeldMediationView } from '../../../mediation/mediations/held-contract.ts'
import { fullDay } from '../../shared/days.ts'
import { useSpeech } from '../shell/language.tsx'
import type { Opener } from '../wire/api.ts'
import { useOwnIfThere } from './own.ts'

/** Nothing where there is none, and nothing while that is not known: the page does not wait for it. */
export function Mediated({ opener }: { readonly opener: Opener }) {
  const { words, language } = useSpeech()
  const items = useOwnIfThere<{ readonly items: readonly HeldMediationView[] }>('mediations', opener)?.items ?? []
  if (items.length === 0) return null
  const say = words.mediated
  return (
    <section class="panel" aria-labelledby="mediated">
      <h2 id="mediated">{say.title}</h2>
      {items.map(({ mediation, organ, openedOn, stage }) => (
        <p key={mediation} class="where">
          {organ[language]} · {fullDay(openedOn, language)} · {say.stages[stage]}
        </p>
      ))}
      <p>{say.lead}</p>
      <ul class="acts">
        <li>
          <a href="/mediation/petition">{say.open}</a>
        </li>
      </ul>
    </section>
  )
}
