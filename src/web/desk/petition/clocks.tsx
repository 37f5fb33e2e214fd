/** Each clock with its last day, how far away it is, and why this date. */
import { useState } from 'react'
import type { ClockView } from '../../../petition/views.ts'
import { explainClock, type StepLike } from '../../../wording/derivation.ts'
import { fullDay, weekdayInWords } from '../../shared/days.ts'
import { useLanguage } from '../locales/language.tsx'
import type { PetitionView } from './petition.ts'
import { DaysLeft } from './words.tsx'
import './clocks.css'

const isOpen = ({ state }: ClockView): boolean => state === 'running' || state === 'suspended'

export function Clocks({ petition }: { readonly petition: PetitionView }) {
  const { words } = useLanguage()
  const open = petition.clocks.filter(isOpen).toSorted((a, b) => (a.lastDay < b.lastDay ? -1 : 1))
  const past = petition.clocks.filter((clock) => !isOpen(clock))
  return (
    <section className="side-section">
      <h2>{words.petition.clocks}</h2>
      {open.length === 0 && <p className="faint">{words.petition.noClock}</p>}
      {open.map((clock) => (
        <Clock key={clock.id} clock={clock} people={petition.people} />
      ))}
      {past.length > 0 && (
        <details className="past-clocks">
          <summary>{words.petition.pastClocks(past.length)}</summary>
          {past.map((clock) => (
            <Clock key={clock.id} clock={clock} people={petition.people} />
          ))}
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
  readonly name?: string
}

export function Clock({ clock, people, name }: ClockProps) {
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
        {fullDay(clock.lastDay, language)} {weekdayInWords(clock.lastDay, language)}
        <Bearer clock={clock} people={people} />
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

function Bearer({ clock, people }: ClockProps) {
  const { words, pick } = useLanguage()
  if (clock.organ) return <span className="faint"> · {pick(clock.organ)}</span>
  // whoever is no organ of the house is named elsewhere on the page
  if (clock.binds === 'organ') return null
  const person = people.find(({ ref }) => ref === clock.person)
  return <span className="faint"> · {person?.name ?? words.petition.petitioner}</span>
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
