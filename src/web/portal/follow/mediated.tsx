/** The mediations of a petition: where they stand, and the way to them. What is asked and said there is a part of its own. */
import { useEffect, useState } from 'preact/hooks'
import type { HeldMediationView } from '../../../mediation/mediations/held-contract.ts'
import { fullDay } from '../../shared/days.ts'
import { useSpeech } from '../shell/language.tsx'
import { call, type Opener } from '../wire/api.ts'

/** Nothing where there is none, and nothing while that is not known: the page does not wait for it. */
export function Mediated({ opener: { number, key } }: { readonly opener: Opener }) {
  const { words, language } = useSpeech()
  const [items, show] = useState<readonly HeldMediationView[]>([])
  useEffect(() => {
    let isWanted = true
    void call<{ items: HeldMediationView[] }>('/api/follow/mediations', { opens: { number, key } }).then(
      (answer) => isWanted && answer.ok && show(answer.value.items),
    )
    return () => {
      isWanted = false
    }
  }, [number, key])
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
