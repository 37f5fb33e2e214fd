/** A leader who comes about the petition (带案下访): nothing until their office has said so. */
import type { z } from 'zod'
import type { ownVisits, ShownVisit } from '../../../leadership/visits/contract.ts'
import { dayAndWeekday } from '../shell/days.ts'
import { useSpeech } from '../shell/language.tsx'
import type { Opener } from '../wire/api.ts'
import { useOwnIfThere } from './own.ts'

type Own = z.output<(typeof ownVisits)['response']>

export function Visited({ opener }: { opener: Opener }) {
  const { words } = useSpeech()
  const visits = useOwnIfThere<Own>('visits', opener)?.items ?? []
  if (visits.length === 0) return null
  return (
    <section class="panel" aria-labelledby="visited">
      <h2 id="visited">{words.visited.title}</h2>
      {visits.map((visit) => (
        <One key={visit.shownOn + visit.day} visit={visit} />
      ))}
    </section>
  )
}

function One({ visit: { state, day, spot, leaders } }: { visit: ShownVisit }) {
  const { words, language } = useSpeech()
  const say = words.visited
  const who = leaders.map(({ organ, name }) => `${organ[language]} ${name}`).join(language === 'zh' ? '、' : ', ')
  return (
    <>
      <p class="where">{say.states[state](dayAndWeekday(day, language))}</p>
      {who ? <p>{say.who(who)}</p> : null}
      {state === 'coming' || state === 'moved' ? <p>{say.where(spot)}</p> : null}
      {state === 'coming' ? <p class="says">{say.wish}</p> : null}
    </>
  )
}
