/** Each clock with its last day, how far away it is, and why this date. */
import { type ReactNode, useState } from 'react'
import type { ClockView } from '../../../petition/views.ts'
import { explainClock, type StepLike } from '../../../wording/derivation.ts'
import { dayAndWeekday, fullDay } from '../../shared/days.ts'
import { useLanguage } from '../locales/language.tsx'
import type { PetitionView } from './petition.ts'
import { DaysLeft } from './words.tsx'
import './clocks.css'

const isOpen = ({ state }: ClockView): boolean => state === 'running' || state === 'suspended'

export function Clocks({ petition }: { readonly petition: PetitionView }) {
  const { words } = useLanguage()
  return <ClockBlock clocks={petition.clocks} people={petition.people} none={words.petition.noClock} />
}

interface ClockBlockProps extends Pick<ClockProps, 'bearer'> {
  readonly clocks: readonly ClockView[]
  readonly people?: PetitionView['people']
  readonly nameOf?: (clock: ClockView) => string
  readonly beside?: (clock: ClockView) => ReactNode
  /** What stands here while none runs; without it nothing stands where there is none at all. */
  readonly none?: string
}

/** What runs, the next last day first; what is over is folded away, for whoever asks. */
export function ClockBlock({ clocks, people = [], nameOf, beside, none, bearer }: ClockBlockProps) {
  const { words } = useLanguage()
  if (clocks.length === 0 && !none) return null
  const open = clocks.filter(isOpen).toSorted((a, b) => (a.lastDay < b.lastDay ? -1 : 1))
  const past = clocks.filter((clock) => !isOpen(clock))
  const shown = (clock: ClockView) => (
    <div key={clock.id}>
      <Clock {...{ clock, people, name: nameOf?.(clock), bearer }} />
      {beside?.(clock)}
    </div>
  )
  return (
    <section className="side-section">
      <h2>{words.petition.clocks}</h2>
      {open.length === 0 && none && <p className="faint">{none}</p>}
      {open.map(shown)}
      {past.length > 0 && (
        <details className="past-clocks">
          <summary>{words.petition.pastClocks(past.length)}</summary>
          {past.map(shown)}
        </details>
      )}
    </section>
  )
}

interface ClockProps {
  readonly clock: ClockView
  /** By whom a right is named. */
  readonly people: PetitionView['people']
  /** What it is called, where it is no clock of a petition. */
  readonly name?: string | undefined
  /** Whom it binds, where that is neither an organ nor whoever petitions. */
  readonly bearer?: string | undefined
}

export function Clock({ clock, people, name, bearer }: ClockProps) {
  const { words, term, language } = useLanguage()
  const [isWhyOpen, setIsWhyOpen] = useState(false)
  const broken = clock.isOverdue ? ' clock-broken' : ''
  return (
    <article className={`clock clock-${clock.state}${broken}`}>
      <header>
        <h3>{name ?? term('clockRule', clock.rule)}</h3>
        {clock.daysLeft === null ? (
          <span className="faint">{term('clockState', clock.state)}</span>
        ) : (
          <DaysLeft daysLeft={clock.daysLeft} isOverdue={clock.isOverdue} />
        )}
      </header>
      <p className="clock-day">
        {dayAndWeekday(clock.lastDay, language)}
        <Bearer clock={clock} people={people} bearer={bearer} />
      </p>
      {clock.lastDay !== clock.originally && (
        <p className="faint">{words.petition.originally(fullDay(clock.originally, language))}</p>
      )}
      {clock.stoppedOn && <p className="faint">{words.petition.stoppedOn(fullDay(clock.stoppedOn, language))}</p>}
      {clock.isOverdue && clock.daysLeft === null && <p className="broken">{words.petition.wasOverdue}</p>}
      {clock.provisionalYears.length > 0 && (
        <p className="provisional">{words.petition.provisional(clock.provisionalYears.join('、'))}</p>
      )}
      <button type="button" className="link" aria-expanded={isWhyOpen} onClick={() => setIsWhyOpen(!isWhyOpen)}>
        {words.petition.why}
      </button>
      {isWhyOpen && <Why clock={clock} />}
    </article>
  )
}

function Bearer({ clock, people, bearer }: ClockProps) {
  const { words, pick } = useLanguage()
  if (clock.organ) return <span className="faint"> · {pick(clock.organ)}</span>
  // whoever is no organ of the house is named elsewhere on the page
  if (clock.binds === 'organ') return null
  const person = people.find(({ ref }) => ref === clock.person)
  return <span className="faint"> · {person?.name ?? bearer ?? words.petition.petitioner}</span>
}

export function Why({ clock }: { readonly clock: ClockView }) {
  const { pick, words } = useLanguage()
  const sentences = explainClock({ ...clock, derivation: clock.derivation as readonly StepLike[] })
  return (
    <div className="why">
      <ol>
        {sentences.map((sentence) => (
          <li key={sentence.zh}>{pick(sentence)}</li>
        ))}
      </ol>
      <p className="faint">{words.petition.countedUnder(clock.pack, clock.calendar)}</p>
    </div>
  )
}
