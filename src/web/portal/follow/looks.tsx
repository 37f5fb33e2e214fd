import { dayAndWeekday } from '../shell/days.ts'
import { useSpeech } from '../shell/language.tsx'
import { type FollowedProps, FollowPage } from './follow-page.tsx'

export function Looks({ petition }: FollowedProps) {
  const { words, language } = useSpeech()
  const { follow } = words
  return (
    <FollowPage petition={petition} title={follow.sections.looks} lead={follow.looksLead}>
      {petition.looks.length === 0 ? <p>{follow.noLooks}</p> : null}
      <ol class="looks">
        {petition.looks.map(({ on, organ }) => (
          <li key={on + organ.id}>
            <strong>{organ[language]}</strong>
            <span>{dayAndWeekday(on.slice(0, 10), language)}</span>
          </li>
        ))}
      </ol>
    </FollowPage>
  )
}
