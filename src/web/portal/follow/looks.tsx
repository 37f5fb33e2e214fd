import { termOf } from '../../../wording/terms.ts'
import { dayAndWeekday } from '../shell/days.ts'
import { useSpeech } from '../shell/language.tsx'
import { type FollowedProps, FollowPage } from './follow-page.tsx'
import { Leaders } from './leaders.tsx'

/** Who looked: first what was opened that lies sealed, with post, purpose and reason; then every organ that opened the petition. */
export function Looks({ petition, opener }: FollowedProps) {
  const { words, language } = useSpeech()
  const { follow } = words
  const openings = petition.history
    .filter(({ type }) => type === 'SealOpened')
    .slice()
    .reverse()
  return (
    <FollowPage petition={petition} title={follow.sections.looks} lead={follow.looksLead}>
      {openings.length > 0 ? (
        <>
          <h2>{follow.opened}</h2>
          <ol class="looks">
            {openings.map(({ version, on, by, values, texts }) => (
              <li key={version}>
                <strong>
                  {by.organ?.[language]}{' '}
                  {postsIn(values)
                    .map((post) => termOf('post', post)[language])
                    .join(' ')}
                </strong>
                <span>{dayAndWeekday(on, language)}</span>
                <span>
                  {termOf('seal', String(values.seal))[language]} ·{' '}
                  {termOf('openingPurpose', String(values.purpose))[language]}
                </span>
                <blockquote>{texts.reason}</blockquote>
              </li>
            ))}
          </ol>
        </>
      ) : null}
      <Leaders opener={opener} />
      <Shown petition={petition} />
      {openings.length + petition.sights.length > 0 ? <h2>{follow.looked}</h2> : null}
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

/** Bodies without a part in it that may read it, what for, and until when; those for whom that is over last. */
function Shown({ petition }: Pick<FollowedProps, 'petition'>) {
  const { words, language } = useSpeech()
  const { follow } = words
  if (petition.sights.length === 0) return null
  const sights = [...petition.sights].sort((a, b) => Number(a.endedOn !== null) - Number(b.endedOn !== null))
  const when = ({ on, until, endedOn }: (typeof sights)[number]) => [
    follow.shownSince(dayAndWeekday(on, language)),
    ...(endedOn ? [follow.shownEnded(dayAndWeekday(endedOn, language))] : []),
    ...(until && !endedOn ? [follow.shownUntil(dayAndWeekday(until, language))] : []),
  ]
  return (
    <>
      <h2>{follow.shown}</h2>
      <p>{follow.shownLead}</p>
      <ol class="looks">
        {sights.map((sight) => (
          <li key={sight.organ.id + sight.reason + sight.on}>
            <strong>{sight.organ[language]}</strong>
            <span>
              {termOf('sightReason', sight.reason)[language]}
              {sight.isForSome ? ` · ${follow.shownToSome}` : ''}
            </span>
            <span>{when(sight).join(' · ')}</span>
          </li>
        ))}
      </ol>
    </>
  )
}

/** Posts are laid out one by one: `posts.0`, `posts.1`. */
const postsIn = (values: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.entries(values).flatMap(([field, value]) => (field.startsWith('posts.') ? String(value) : []))
