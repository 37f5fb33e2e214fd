/** Leaders who looked: on which day, of which body, and whether they gave instructions. What they wrote stays with those who carry it out. */
import type { z } from 'zod'
import type { ownReadings } from '../../../leadership/reading/contract.ts'
import { dayAndWeekday } from '../shell/days.ts'
import { useSpeech } from '../shell/language.tsx'
import type { Opener } from '../wire/api.ts'
import { useOwnIfThere } from './own.ts'

type Own = z.output<(typeof ownReadings)['response']>

/** Nothing where none has, and nothing while that is not known: the page does not wait for it. */
export function Leaders({ opener }: { opener: Opener }) {
  const { words, language } = useSpeech()
  const say = words.leaders
  const items = useOwnIfThere<Own>('readings', opener)?.items ?? []
  if (items.length === 0) return null
  return (
    <>
      <h2>{say.title}</h2>
      <p>{say.lead}</p>
      <ol class="looks">
        {items.map(({ on, organ, what }) => (
          <li key={on + organ.id + what}>
            <strong>{say.of(organ[language])}</strong>
            <span>{dayAndWeekday(on, language)}</span>
            <span>{say.did[what]}</span>
          </li>
        ))}
      </ol>
    </>
  )
}
