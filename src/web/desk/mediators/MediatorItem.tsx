/** One mediator in a few lines. Whoever keeps the entry opens it: what was taught and held against them, and what can be done now. */
import { useState } from 'react'
import { mediatorTermOf } from '../../../wording/mediator-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { ActionsNow } from '../layout/ActionsNow.tsx'
import { HistoryLines } from '../layout/HistoryLines.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { usePlaceName } from '../organs/directory.ts'
import { MediatorDialog } from './MediatorDialog.tsx'
import { type MediatorRow, type MediatorView, useMediator } from './mediators.ts'
import { nameOfFault, nameOfKind, nameOfRole, nameOfSkill, nameOfTongue } from './names.ts'

export function MediatorItem({ mediator }: { readonly mediator: MediatorRow }) {
  const { words, pick, language } = useLanguage()
  const placeName = usePlaceName()
  const [isOpen, open] = useState(false)
  const { name, kind, role, skills, languages, places, organ, keeper, contact, committee, state, isOurs } = mediator
  const comma = words.law.comma
  const term = mediator.until
    ? words.mediator.term(fullDay(mediator.from, language), fullDay(mediator.until, language))
    : words.mediator.since(fullDay(mediator.from, language))
  return (
    <>
      <h2>
        {name}{' '}
        <span className="faint">
          {nameOfKind(kind, language)}
          {role && ` · ${nameOfRole(role, language)}`}
        </span>
        {!mediator.isAvailable && (
          <span className="mediator-state">
            {state === 'active' ? words.mediator.notNow : mediatorTermOf('mediatorState', state)[language]}
          </span>
        )}
      </h2>
      {committee && <p>{committee.name}</p>}
      <p>{skills.map((skill) => nameOfSkill(skill, language)).join(comma) || words.mediator.noSkill}</p>
      <p className="soft">
        {languages.map((each) => nameOfTongue(each, language)).join(comma)}
        {languages.length > 0 && ' · '}
        {places.map(placeName).join(comma)}
      </p>
      <p className="faint">
        {term}
        {mediator.trainedOn && ` · ${words.mediator.trained(fullDay(mediator.trainedOn, language))}`}
        {organ && ` · ${pick(organ)}`}
        {` · ${words.mediator.keptBy(pick(keeper))}`}
        {contact && ` · ${contact}`}
      </p>
      {isOurs && (
        <button type="button" className="link" aria-expanded={isOpen} onClick={() => open(!isOpen)}>
          {isOpen ? words.mediator.close : words.mediator.open}
        </button>
      )}
      {isOpen && <Opened mediator={mediator.mediator} />}
    </>
  )
}

function Opened({ mediator }: { readonly mediator: string }) {
  const read = useMediator(mediator, true)
  if (read.isPending) return <Skeleton lines={3} />
  if (read.isError) return <Trouble error={read.error} onRetry={() => read.refetch()} />
  return <Whole mediator={read.data} />
}

function Whole({ mediator }: { readonly mediator: MediatorView }) {
  const { words, language } = useLanguage()
  const { trainings, reprimands, ended, actions, history } = mediator
  return (
    <div className="mediator-whole">
      {trainings.length > 0 && (
        <>
          <h3>{words.mediator.trainings}</h3>
          <ul>
            {trainings.map(({ day, subject }) => (
              <li key={day + subject}>
                {fullDay(day, language)} · {subject}
              </li>
            ))}
          </ul>
        </>
      )}
      {reprimands.length > 0 && (
        <>
          <h3>{words.mediator.reprimands}</h3>
          <ul>
            {reprimands.map(({ on, fault, reason }) => (
              <li key={on + reason}>
                {fullDay(on, language)} · {nameOfFault(fault, language)} · {reason}
              </li>
            ))}
          </ul>
        </>
      )}
      {ended && (
        <p>
          {fullDay(ended.on, language)} · {mediatorTermOf('mediatorEnding', ended.ending)[language]}
          {ended.fault && ` · ${nameOfFault(ended.fault, language)}`} · {ended.reason}
        </p>
      )}
      <ActionsNow
        title={words.mediator.title}
        actions={actions}
        dialog={(action, onClose) => (
          <MediatorDialog mediator={mediator} act={action.action} title={action[language]} onClose={onClose} />
        )}
      />
      <h3>{words.mediator.history}</h3>
      <HistoryLines history={history} />
    </div>
  )
}
