/** What can be done now; what cannot, with the reason that the house gives. No rule is repeated here. */
import type { FollowView } from '../../../petition/views.ts'
import { useSpeech } from '../shell/language.tsx'
import { isAct } from './act.tsx'

/** Most needed first. Whatever else the house offers comes behind. */
const order = [
  'object-to-erasure',
  'answer-question',
  'answer-mediation',
  'request-review',
  'request-reexamination',
  'add-material',
  'rate',
  'request-recusal',
  'settle',
  'withdraw',
]

const rank = (action: string): number => (order.indexOf(action) + order.length + 1) % (order.length + 1)

export function Actions({ petition }: { petition: FollowView }) {
  const { words, language } = useSpeech()
  const shown = petition.actions.filter(({ action }) => isAct(action)).sort((a, b) => rank(a.action) - rank(b.action))
  const open = shown.filter(({ allowed }) => allowed)
  const shut = shown.filter(({ allowed }) => !allowed)
  if (shown.length === 0) return null
  return (
    <section aria-labelledby="actions">
      <h2 id="actions">{words.follow.sections.actions}</h2>
      <ul class="acts">
        {open.map((entry) => (
          <li key={entry.action}>
            <a href={`/follow/petition/do/${entry.action}`}>{entry[language]}</a>
          </li>
        ))}
      </ul>
      {shut.length > 0 ? (
        <>
          <h3>{words.follow.cannot}</h3>
          <ul class="shut">
            {shut.map((entry) => (
              <li key={entry.action}>
                <details>
                  <summary>
                    {entry[language]}
                    <span class="why">{words.follow.whyNot}</span>
                  </summary>
                  <p>{entry.refusal?.[language]}</p>
                </details>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}
