/** What can be done now, until when and why; what cannot, with the reason that the house gives. No rule is repeated here. */
import type { FollowView } from '../../../petition/views.ts'
import { dayAndWeekday } from '../shell/days.ts'
import { useSpeech } from '../shell/language.tsx'
import { isAct } from './act.tsx'
import { DaysLeft, Why } from './clocks.tsx'

/** Most needed first, behind what ends on a day. Whatever else the house offers comes last. */
const order = [
  'objectToErasure',
  'answerQuestion',
  'consentToMediation',
  'requestReview',
  'requestReexamination',
  'addMaterial',
  'rate',
  'recusal',
  'noRetaliation',
  'settle',
  'withdraw',
  'ownRecord',
]

/** Where a right is used that needs no command. */
const places: Readonly<Record<string, string>> = {
  noRetaliation: 'reports',
  ownRecord: 'content',
}

type Right = FollowView['canDo'][number]
const rank = ({ right }: Right): number => (order.indexOf(right) + order.length + 1) % (order.length + 1)
export const placeOf = ({ right, action }: Right): string | undefined =>
  action === null ? places[right] : isAct(action) ? `do/${action}` : undefined

export function CanDo({ petition }: { petition: FollowView }) {
  const { words, language } = useSpeech()
  // what the house allows and the law of this petition calls no right
  const others = petition.actions.filter(
    ({ action, allowed }) => allowed && isAct(action) && !petition.canDo.some((right) => right.action === action),
  )
  const rights = petition.canDo
    .filter((right) => placeOf(right) !== undefined)
    .sort((a, b) => Number(b.until !== null) - Number(a.until !== null) || rank(a) - rank(b))
  return (
    <section aria-labelledby="can-do">
      <h2 id="can-do">{words.follow.canDo}</h2>
      <ul class="acts">
        {rights.map((right) => (
          <RightEntry key={right.right} right={right} petition={petition} />
        ))}
        {others.map((entry) => (
          <li key={entry.action}>
            <a href={`/follow/petition/do/${entry.action}`}>{entry[language]}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function RightEntry({ right, petition }: { right: Right; petition: FollowView }) {
  const { words, language } = useSpeech()
  const { follow } = words
  const clock = petition.clocks.find(({ id }) => id === right.whyThisDate)
  const named = petition.actions.find(({ action }) => action === right.action) ?? right.name
  return (
    <li class={clock ? 'dated' : undefined}>
      <a href={`/follow/petition/${placeOf(right)}`}>{named[language]}</a>
      <p>{right.what[language]}</p>
      {clock ? (
        <>
          <p class="last-day">
            {follow.lastDay} <strong>{dayAndWeekday(clock.lastDay, language)}</strong> <DaysLeft clock={clock} />
          </p>
          <Why clock={clock} />
          {right.doesNotReplace.length > 0 ? (
            <p>
              <a class="more" href="#beside">
                {words.beside.seeBelow}
              </a>
            </p>
          ) : null}
        </>
      ) : (
        <p class="basis">{right.basis[language]}</p>
      )}
    </li>
  )
}

export function CannotDo({ petition }: { petition: FollowView }) {
  const { words, language } = useSpeech()
  const shut = petition.actions.filter(({ action, allowed }) => isAct(action) && !allowed)
  if (shut.length === 0) return null
  return (
    <section aria-labelledby="cannot">
      <h2 id="cannot">{words.follow.cannot}</h2>
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
    </section>
  )
}
