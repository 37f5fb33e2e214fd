import type { ClockView } from '../../../petition/views.ts'
import { explainClock } from '../../../wording/derivation.ts'
import { termOf } from '../../../wording/terms.ts'
import { fullDay } from '../../shared/days.ts'
import { dayAndWeekday } from '../shell/days.ts'
import { useSpeech } from '../shell/language.tsx'
import { type FollowedProps, FollowPage } from './follow-page.tsx'

const isOpen = ({ state }: ClockView): boolean => state === 'running' || state === 'suspended'

export function Clocks({ petition }: FollowedProps) {
  const { words } = useSpeech()
  const { follow } = words
  const open = petition.clocks.filter(isOpen).sort((a, b) => (a.lastDay < b.lastDay ? -1 : 1))
  const over = petition.clocks.filter((clock) => !isOpen(clock))
  return (
    <FollowPage petition={petition} title={follow.sections.clocks} lead={follow.clocksLead}>
      {open.length > 0 ? (
        <section aria-labelledby="running">
          <h2 id="running">{follow.running}</h2>
          <ClockList clocks={open} />
        </section>
      ) : null}
      {open.some(({ isOverdue }) => isOverdue) ? <p class="warn">{follow.overdueHelp}</p> : null}
      {over.length > 0 ? (
        <section aria-labelledby="finished">
          <h2 id="finished">{follow.finished}</h2>
          <ClockList clocks={over} />
        </section>
      ) : null}
    </FollowPage>
  )
}

export const ClockList = ({ clocks }: { clocks: readonly ClockView[] }) => (
  <ul class="clocks">
    {clocks.map((clock) => (
      <Clock key={clock.id} clock={clock} />
    ))}
  </ul>
)

function Clock({ clock }: { clock: ClockView }) {
  const { words, language } = useSpeech()
  const { follow } = words
  return (
    <li class={clock.isOverdue ? 'late' : clock.binds === 'petitioner' ? 'yours' : undefined}>
      <h3>{termOf('clockRule', clock.rule)[language]}</h3>
      <p class="hint">
        {clock.binds === 'petitioner' ? follow.bindsYou : follow.bindsOrgan(clock.organ?.[language] ?? '')}
      </p>
      <p class="last-day">
        {follow.lastDay} <strong>{dayAndWeekday(clock.lastDay, language)}</strong> <DaysLeft clock={clock} />
      </p>
      {clock.originally !== clock.lastDay ? <p>{follow.extendedFrom(fullDay(clock.originally, language))}</p> : null}
      <Why clock={clock} />
    </li>
  )
}

/** Why this date: whole sentences, in the order in which a person would count. */
export function Why({ clock }: { clock: ClockView }) {
  const { words, language } = useSpeech()
  const { follow } = words
  return (
    <details class="why">
      <summary>{follow.why}</summary>
      <ol>
        {explainClock({ ...clock, derivation: clock.derivation as readonly { step: string }[] }).map((sentence) => (
          <li key={sentence.zh}>{sentence[language]}</li>
        ))}
      </ol>
      <p class="basis">{clock.basis[language]}</p>
      <p class="basis">{follow.lawPack(clock.pack, clock.calendar)}</p>
    </details>
  )
}

/** How much is left, in a word and not by colour alone. */
export function DaysLeft({ clock }: { clock: ClockView }) {
  const { words, language } = useSpeech()
  const { follow } = words
  return <span class={`left ${toneOf(clock)}`}>{said()}</span>

  function said(): string {
    if (clock.state === 'suspended') return follow.suspended
    if (clock.state === 'lapsed') return follow.lapsed
    if (clock.daysLeft === null)
      return clock.stoppedOn ? follow.stopped(fullDay(clock.stoppedOn, language)) : follow.stoppedPlain
    if (clock.daysLeft < 0) return follow.overdue(-clock.daysLeft)
    return clock.daysLeft === 0 ? follow.today : follow.daysLeft(clock.daysLeft)
  }
}

function toneOf({ isOverdue, daysLeft }: ClockView): string {
  if (isOverdue) return 'late'
  if (daysLeft === null) return 'over'
  return daysLeft <= 3 ? 'soon' : ''
}
